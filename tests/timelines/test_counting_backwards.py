"""Counting backwards, held against counting forwards: who begins on the latest day arrives, a day later not."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from majlis.errors import InputError
from majlis.procedure.library import procedure, procedures
from majlis.questions.backwards import backwards
from majlis.questions.decide import Decider
from majlis.questions.plan import planned
from majlis.questions.timed import Limit, Standing, State
from majlis.questions.timeline import timeline_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.questions.latest_days import Backwards, LatestDay
    from majlis.questions.timed import TimedStep

LAW, CONSTITUTIONAL, IMPEACHMENT = "az-1995/law", "az-1995/constitutional_law", "az-1995/impeachment"
DECIDER = Decider("meaning")
DAY = timedelta(days=1)
TO_COME = (Standing.NOW, Standing.NOT_YET, Standing.UNSAID)
PINNED = [(name, edition) for name in procedures() for edition in procedure(name).law.editions]
SEVERAL_PERIODS = (
    (LAW, {"matter": "94.I.3"}),
    (CONSTITUTIONAL, {}),
    (IMPEACHMENT, {}),
    ("az-1995/decree", {}),
    ("az-1995/prime_minister_appointment", {}),
    ("az-1995/presidential_election", {}),
    ("az-1995/first_sitting", {}),
    ("az-1995/referendum", {}),
)
# Ends of months, of a leap February and of a year: there, months are not equally long.
ODD_DAYS = [
    date(2008, 2, 28),
    date(2008, 2, 29),
    date(2008, 3, 1),
    date(2010, 2, 28),
    date(2010, 4, 30),
    date(2010, 8, 31),
]
ODD_DAYS += [date(2011, 12, 31), date(2012, 1, 1), date(2013, 10, 31), date(2014, 3, 31)]


def counted(name: str, by: date, **asked: Any) -> Backwards | None:
    """What is counted back to the first outcome; None for a procedure that has none, or no steps in time."""
    try:
        found = backwards(name, by, other_readings=False, **asked)
    except InputError as error:
        assert "has no outcome" in error.what or "nobody acts" in error.what, error.what
        return None
    return found


def day(iso: str | None) -> date:
    assert iso
    return date.fromisoformat(iso)


def forwards(found: Backwards, start: LatestDay, begins: date, *, whole: bool) -> date:
    """The day on which the way ends if it begins on a day and each step takes its whole period, or none of it."""
    steps = [step for step in found.steps if not step.fact and step is not start]
    for acts in product(*(step.acts for step in steps[:-1]), steps[-1].acts[:1]) if steps else [()]:
        for first in start.acts or ("",):
            end = _followed(found, [(start, first), *zip(steps, acts, strict=True)], begins, whole=whole)
            if end:
                return end
    pytest.fail(f"no acts lead from {start.step} to {found.target} in {found.procedure}")


def _followed(found: Backwards, way: list[tuple[LatestDay, str]], begins: date, *, whole: bool) -> date | None:
    (start, first), *others = way
    done: dict[str, Any] = {start.step if start.fact else f"{first} 1": _act(start, begins)}
    today = begins
    for number, (step, act) in enumerate(others, 2):
        plan = planned(found.procedure, done=done, edition=found.edition, given=found.given)
        steps = timeline_of(DECIDER.judge(plan.case), plan=True, other_readings=False).steps
        coming = [each for each in steps if each.step == step.step and each.standing in TO_COME]
        if not coming:
            return None
        today = _taken(coming[0], today, whole=whole or step.lapse == "missed")
        if step.lapse == "missed":  # it is missed on the day after
            today += DAY
            continue
        done[f"{act} {number}"] = _act(step, today)
    return today


def _act(step: LatestDay, on: date) -> Any:
    return on if step.fact else {"date": on, "step": step.step}


def _taken(step: TimedStep, today: date, *, whole: bool) -> date:
    """The last day of the period that is known to hold; of those that may hold the longest. A fixed day is no choice."""
    sure = [limit for limit in step.limits if not limit.applies]
    first = max([today, *_days(limit.earliest for limit in sure)])
    ends = [min(held)] if (held := [*_days(_last(sure))]) else [*_days(_last(step.limits))]
    fixed = bool(ends) and all(each.earliest == each.latest for each in (sure if held else step.limits))
    return max([first, *ends]) if whole or fixed else first


def _last(limits: Iterable[Limit]) -> Iterator[str | None]:
    return (limit.latest for limit in limits)


def _days(several: Iterable[str | None]) -> Iterator[date]:
    return (date.fromisoformat(each) for each in several if each)


def arrives(found: Backwards, by: date) -> None:
    """Hold the two beginnings against counting forwards, and a day later each."""
    for start in found.beginnings():
        last, quick = day(start.whole), day(start.at_once)
        assert forwards(found, start, last, whole=True) <= by, f"from {start.step} on {last}"
        assert forwards(found, start, last + DAY, whole=True) > by, f"from {start.step} the day after {last}"
        assert forwards(found, start, quick, whole=False) <= by, f"from {start.step} on {quick}, at once"
        assert forwards(found, start, quick + DAY, whole=False) > by, (
            f"from {start.step} the day after {quick}, at once"
        )


@pytest.mark.parametrize(("name", "edition"), PINNED)
def test_who_begins_on_the_latest_day_arrives_and_who_begins_a_day_later_does_not(name: str, edition: str) -> None:
    pick = random.Random(f"{name} {edition}")  # noqa: S311 - the same on every run; nothing is secret
    by = date(2004, 1, 1) + timedelta(days=pick.randrange(9000))
    if found := counted(name, by, edition=edition):
        arrives(found, by)


def out_of_time(found: Backwards, start: LatestDay, column: str) -> list[str] | None:
    """The periods that are not kept by who acts on the days of a column; None if no acts can be placed on them."""
    steps = [step for step in found.steps if not step.fact]
    for acts in product(*(step.acts for step in steps)):
        done: dict[str, Any] = {start.step: day(getattr(start, column))} if start.fact else {}
        for number, (step, act) in enumerate(zip(steps, acts, strict=True), 1):
            done[f"{act} {number}"] = _act(step, day(getattr(step, column)))
        plan = planned(found.procedure, done=done, edition=found.edition, given=found.given)
        judged = timeline_of(DECIDER.judge(plan.case), plan=True, other_readings=False).steps
        if {step.step for step in steps} <= {each.step for each in judged if each.standing is Standing.DONE}:
            limits = [(each.step, limit) for each in judged for limit in each.limits if not limit.applies]
            return [
                f"{step} {limit.provision}" for step, limit in limits if limit.state in (State.LATE, State.PREMATURE)
            ]
    return None


@pytest.mark.parametrize(("name", "edition"), PINNED)
def test_who_keeps_the_days_of_a_column_keeps_every_period(name: str, edition: str) -> None:
    found = counted(name, date(2012, 12, 1), edition=edition)
    if found is None or any(step.lapse for step in found.steps):
        return
    for start, column in product(found.beginnings(), ("whole", "at_once")):
        assert out_of_time(found, start, column) == [], f"from {start.step}, {column}"


@pytest.mark.parametrize(("name", "asked"), SEVERAL_PERIODS)
def test_so_it_is_at_the_ends_of_months_and_of_years(name: str, asked: dict[str, Any]) -> None:
    for by in ODD_DAYS:
        found = counted(name, by, edition="2009", **asked)
        assert found
        arrives(found, by)


@pytest.mark.parametrize("name", procedures())
def test_the_days_stand_in_the_order_of_the_steps_and_the_careful_beginner_begins_first(name: str) -> None:
    for edition in procedure(name).law.editions:
        found = counted(name, date(2015, 3, 31), edition=edition)
        if found is None:
            continue
        steps = [step for step in found.steps if not step.fact]
        for each in ("whole", "at_once"):
            days = [getattr(step, each) for step in steps]
            assert days == sorted(days)
            assert days[-1] <= "2015-03-31"
        assert all(day(step.whole) <= day(step.at_once) for step in found.steps)
        for fact in (step for step in found.steps if step.fact):
            assert all((fact.whole or "") <= (found.step(back.step).whole or "") for back in fact.backs)


@pytest.mark.parametrize(("name", "asked"), SEVERAL_PERIODS)
def test_a_later_target_never_asks_for_an_earlier_beginning(name: str, asked: dict[str, Any]) -> None:
    before: dict[str, tuple[date, date]] = {}
    for days in range(0, 800, 9):
        by = date(2011, 1, 1) + timedelta(days=days)
        found = backwards(name, by, edition="2009", other_readings=False, **asked)
        for step in found.steps:
            now = day(step.whole), day(step.at_once)
            assert all(new >= old for new, old in zip(now, before.get(step.step, now), strict=True))
            before[step.step] = now


def test_a_law_of_july_2009_begins_in_february() -> None:
    # 56 days back from 1 July: 30 of June, 26 of May; then 14 days; then two months on the same day number.
    found = backwards(LAW, "2009-07-01", matter="94.I.3", edition="2009")
    wanted = {
        "introduction": "2009-02-22",
        "vote": "2009-04-22",
        "presentation": "2009-05-06",
        "decision": "2009-07-01",
    }
    assert {name: found.step(name).whole for name in wanted} == wanted
    assert {found.step(name).at_once for name in wanted} == {"2009-07-01"}


def test_a_law_begins_some_days_later_where_first_days_are_counted() -> None:
    # Each period ends a day earlier: 55 days back, 13 days back, and two months less a day (to 25 April).
    found = backwards(LAW, "2009-07-01", matter="94.I.3", edition="2009", readings=("counting=same_day",))
    wanted = {"introduction": "2009-02-25", "vote": "2009-04-24", "presentation": "2009-05-07"}
    assert {name: found.step(name).whole for name in wanted} == wanted


@pytest.mark.parametrize(
    ("by", "begin"),
    [
        ("2009-02-28", "2008-12-31"),  # 29, 30 and 31 December all lead to the last day of February
        ("2008-02-28", "2007-12-28"),
        ("2008-02-29", "2007-12-31"),  # the leap year takes in the 29th, the 30th and the 31st
        ("2010-04-30", "2010-02-28"),  # February has no later day
        ("2010-08-31", "2010-06-30"),
        ("2010-03-01", "2010-01-01"),
    ],
)
def test_two_months_back_from_the_end_of_a_month_take_in_the_days_that_it_lacks(by: str, begin: str) -> None:
    assert backwards(LAW, by, to="vote", matter="94.I.3", edition="2009").step("introduction").whole == begin


def test_six_months_between_two_votes_cannot_be_hurried() -> None:
    # 156.II: the second vote six months after the first; 10 August less six months is 10 February.
    found = backwards(CONSTITUTIONAL, "2012-08-10", to="second_vote", edition="2009")
    assert found.step("first_vote").at_once == "2012-02-10"
    assert (found.step("first_vote").whole or "") <= "2012-02-10"


def test_the_week_of_the_court_and_the_two_months_before_it_are_both_counted() -> None:
    # 107.II: a week back from 30 June is 23 June; 107.III: two months back from that is 23 April.
    found = backwards(IMPEACHMENT, "2011-06-30", edition="2009")
    assert (found.step("dismissal_vote").whole, found.step("introduction").whole) == ("2011-06-23", "2011-04-23")


def test_the_way_leads_over_the_steps_that_are_asked_for() -> None:
    plain = backwards(LAW, "2010-07-01", matter="94.I.3")
    over = backwards(LAW, "2010-07-01", matter="94.I.3", via=("repeat_vote",))
    names = [step.step for step in over.steps]
    assert "repeat_vote" not in [step.step for step in plain.steps]
    assert names.index("decision") < names.index("repeat_vote") < names.index("publication")
    assert over.step("repeat_vote").no_period
    assert over.step("introduction").whole == plain.step("introduction").whole, "110.II sets no period"


def test_the_way_ends_at_a_step_that_is_asked_for() -> None:
    found = backwards(LAW, "2010-07-01", to="presentation", matter="94.I.3")
    assert (found.target, found.steps[-1].step, found.says) == ("presentation", "presentation", "")
    assert found.step("vote").whole == "2010-06-17", "14 days back from 1 July"


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ({"to": "in_forse"}, "in_force"),
        ({"to": "decison"}, "decision"),
        ({"via": ("repeat_votes",)}, "repeat_vote"),
        ({"edition": "2008"}, "2009"),
        ({"matter": "94.I.99"}, "94.I"),
    ],
)
def test_a_name_that_there_is_not_is_refused_with_the_nearest(asked: dict[str, Any], nearest: str) -> None:
    with pytest.raises(InputError) as stopped:
        backwards(LAW, "2010-07-01", **asked)
    assert nearest in (stopped.value.remedy or "")


def test_steps_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(InputError, match="nothing leads from publication to vote"):
        backwards(LAW, "2010-07-01", via=("publication", "vote"))


def test_a_procedure_without_an_outcome_asks_for_a_step() -> None:
    with pytest.raises(InputError, match="has no outcome here") as stopped:
        backwards("az-1995/dissolution", "2010-07-01")
    assert "second_refusal" in (stopped.value.remedy or "")


@pytest.mark.parametrize("by", ["2009-02-30", "2009-13-01", "99999-01-01", "", "yesterday", "2009-7-1"])
def test_a_day_that_there_is_not_is_refused(by: str) -> None:
    with pytest.raises(InputError, match="is no day"):
        backwards(LAW, by)


def test_a_day_before_the_constitution_is_refused() -> None:
    with pytest.raises(InputError, match="not in force"):
        backwards(LAW, "1990-01-01")


def test_a_count_that_leaves_the_calendar_is_refused() -> None:
    with pytest.raises(InputError, match="leaves the calendar"):
        backwards(LAW, "0001-01-20", matter="94.I.3", edition="2009")


def test_days_before_the_edition_are_said_to_be_so() -> None:
    # Begun on 22 February 2009, when the edition of 2002 was still in force.
    assert any("edition of 2009" in note for note in backwards(LAW, "2009-07-01", matter="94.I.3").notes)
    assert not backwards(LAW, "2015-07-01", matter="94.I.3").notes
