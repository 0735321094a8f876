"""What a timeline says of other readings is what the timeline under each of them says, for a sample of the cases."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from majlis.documents.reader import read
from majlis.law.places import case_files, content
from majlis.questions.decide import Decider
from majlis.questions.plan import planned
from majlis.questions.timed import Limit, OtherDate, State, TimedStep, Timeline
from majlis.questions.timeline import timeline_of
from majlis.scenario.case import Case, bind_case, read_case

if TYPE_CHECKING:
    from collections.abc import Iterator

SCENARIOS = content() / "scenarios"
ONE_OF = 12  # so many files, about 150 cases
DECIDER = Decider("meaning")
IN_DOUBT = {  # days on which it is not certain which edition was in force
    "az-1995/presidential_election": {"first_round": "2002-09-01"},
    "az-1995/presidential_vacancy": {"resignation_accepted": "2016-10-01"},
    "az-1995/first_sitting": {"election": "2009-03-12", "approval": "2009-03-20"},
}


class Told(NamedTuple):
    name: str
    case: Case
    timeline: Timeline


@cache
def sample() -> tuple[Told, ...]:
    """Cases that a sum over their names chooses, and three in doubt, with their timelines and other readings."""
    names = {path.relative_to(SCENARIOS).as_posix(): path for path in case_files()}
    chosen = {name: read_case(read(path)) for name, path in sorted(names.items()) if crc32(name.encode()) % ONE_OF == 0}
    chosen |= {name: planned(name, done=done).case for name, done in IN_DOUBT.items()}
    return tuple(Told(name, case, timeline_of(DECIDER.judge(case))) for name, case in chosen.items())


@cache
def under(name: str, question: str, reading: str) -> Timeline:
    """The timeline of a case under one reading more, or another one in place of that of its file."""
    case, here = next((each.case, each.timeline) for each in sample() if each.name == name)
    chosen = {**here.chosen, question: reading}
    readings = tuple(f"{asked}={answer}" for asked, answer in chosen.items())
    other = bind_case(case.scenario.model_copy(update={"readings": readings}))
    return timeline_of(DECIDER.judge(other), other_readings=False)


def there(each: Told, step: TimedStep, other: OtherDate, provision: str) -> Limit | None:
    """The limit that a provision sets at the same step under another reading."""
    return under(each.name, other.question, other.reading).limit(provision, step.name)


def others(told: tuple[Told, ...]) -> Iterator[tuple[Told, TimedStep, Limit, OtherDate]]:
    for each in told:
        for step in each.timeline.steps:
            yield from ((each, step, limit, other) for limit in step.limits for other in limit.others)


def test_the_dates_under_another_reading_are_those_of_the_timeline_under_it() -> None:
    for each, step, limit, other in others(sample()):
        where = f"{each.name}: {limit.provision} at {step.name} under {other.question}={other.reading}"
        same = there(each, step, other, limit.provision)
        if other.state is None:
            assert same is None, where
        else:
            assert same is not None, where
            assert (other.earliest, other.latest, other.state) == (same.earliest, same.latest, same.state), where


def test_a_period_that_would_hold_besides_holds_under_that_reading_and_not_here() -> None:
    for each in sample():
        for step in each.timeline.steps:
            for further in step.further:
                other = further.other
                where = f"{each.name}: {further.provision} at {step.name} under {other.question}={other.reading}"
                assert further.provision not in {limit.provision for limit in step.limits}, where
                same = there(each, step, other, further.provision)
                assert same is not None, where
                assert (other.earliest, other.latest, other.state) == (same.earliest, same.latest, same.state), where


def test_an_act_is_late_only_after_its_last_day_except_where_hours_count() -> None:
    for each in sample():
        for step in each.timeline.steps:
            for limit in step.limits:
                if limit.state is State.LATE and limit.latest and step.done:
                    by_the_hour = "hour" in limit.period
                    late = step.done >= limit.latest if by_the_hour else step.done > limit.latest
                    assert late, f"{each.name}: {limit.provision} at {step.name}"
                if limit.state is State.IN_TIME and limit.latest and step.done:
                    assert step.done <= limit.latest, f"{each.name}: {limit.provision} at {step.name}"


def test_the_sample_has_other_dates_of_every_kind_so_that_this_says_something() -> None:
    found = [other for *_, other in others(sample())]
    assert {other.state for other in found} >= {None, State.OPEN, State.IN_TIME, State.LATE}
    assert any(other.question.startswith("first_day.") for other in found)
    assert sum(len(step.further) for each in sample() for step in each.timeline.steps) > 1
    assert sum(step.state is State.LATE for each in sample() for step in each.timeline.steps) > 1
