"""Plans of every procedure in every edition: drawn, counted a second time, and followed step by step."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import recounted

from majlis.procedure.library import procedure, procedures
from majlis.questions.decide import Decider
from majlis.questions.plan import planned
from majlis.questions.timed import BROKEN, Limit, Standing, State, TimedStep, Timeline
from majlis.questions.timeline import timeline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

DECIDER = Decider("meaning")
PINNED = [(name, edition) for name in procedures() for edition in procedure(name).law.editions]
COMING = (Standing.NOW, Standing.NOT_YET)
FIRST, LAST = date(1996, 1, 1), date(2035, 12, 31)
MOST_STEPS = 7
COURSES = 2
each_pinned = pytest.mark.parametrize(("name", "edition"), PINNED)
each_procedure = pytest.mark.parametrize("name", procedures())


def chance(*what: object) -> random.Random:
    return random.Random(repr(what))  # noqa: S311 - the same on every run; nothing is secret


def drawn(name: str, edition: str, begins: date | str | None, **known: Any) -> Timeline:
    plan = planned(name, begins=begins, edition=edition, **known)
    return timeline_of(DECIDER.judge(plan.case), plan=True, notes=plan.notes, other_readings=False)


def day_for(name: str, edition: str) -> date:
    return FIRST + timedelta(days=chance("begins", name, edition).randrange((LAST - FIRST).days))


@cache
def begun(name: str, edition: str) -> Timeline:
    return drawn(name, edition, day_for(name, edition))


def limits(found: Timeline) -> Iterator[tuple[TimedStep, Limit]]:
    for step in found.steps:
        yield from ((step, limit) for limit in step.limits)


def test_every_procedure_is_planned_in_every_edition() -> None:
    assert len({name for name, _ in PINNED}) == len(procedures())
    assert sum(bool(begun(name, edition).steps) for name, edition in PINNED) > len(procedures())


@each_pinned
def test_a_plan_is_consistent(name: str, edition: str) -> None:
    found = begun(name, edition)
    assert found.plan
    assert found.exit in (0, 3), "who has only begun has not missed anything"
    days = [found.step(each).latest or "" for each in found.next]
    assert days == sorted(days)
    assert all(days)
    assert len({step.name for step in found.steps}) == len(found.steps)
    for step in found.steps:
        assert (step.done is not None) == (step.standing is Standing.DONE)
        assert (step.act is not None) == (step.standing is Standing.DONE)
        assert step.state not in BROKEN
        if step.state is not State.IMPOSSIBLE:
            assert (step.earliest or "") <= (step.latest or "9999")
            assert (step.not_before or "") <= (step.not_after or "9999")
        assert (step.state is State.IMPOSSIBLE) <= (step.standing is Standing.NO_LONGER)


def as_counted_again(found: Timeline) -> None:
    """Hold every limit against its count from the keys of the rule file."""
    for step, limit in limits(found):
        constitution, _, cite = limit.provision.partition("/")
        keys = recounted.provision(constitution, cite, limit.edition)
        assert keys is not None, f"{limit.provision} is not in the edition of {limit.edition}"
        if limit.begun and not keys.get("by_day"):
            window = recounted.window(constitution, cite, limit.edition, date.fromisoformat(limit.begun))
            here = f"{limit.provision} at {step.name} from {limit.begun}"
            assert (limit.earliest, limit.latest) == tuple(each and each.isoformat() for each in window), here
        if not limit.begun:
            assert limit.earliest is limit.latest is limit.days is None
            assert limit.counting


@each_pinned
def test_the_days_of_a_plan_are_those_of_a_second_count(name: str, edition: str) -> None:
    as_counted_again(begun(name, edition))


@each_procedure
def test_who_begins_later_has_no_earlier_last_day(name: str) -> None:
    edition = chance("later", name).choice(procedure(name).law.editions)
    begins = day_for(name, edition)
    earlier = begun(name, edition)
    for days in (1, 31):
        later = drawn(name, edition, begins + timedelta(days=days))
        after = {(step.name, limit.provision): limit for step, limit in limits(later)}
        for step, limit in limits(earlier):
            then = after[step.name, limit.provision]
            assert (limit.latest is None) == (then.latest is None)
            assert (limit.latest or "") <= (then.latest or "")
            assert (limit.earliest or "") <= (then.earliest or "")
        for step in earlier.steps:
            assert (step.not_before or "") <= (later.step(step.name).not_before or "9999")
            if step.not_after and later.step(step.name).not_after:
                assert step.not_after <= later.step(step.name).not_after


class Taken(NamedTuple):
    """A step that a course took, on which day, and the plan after it."""

    step: TimedStep
    day: date
    plan: Timeline


def course(name: str, edition: str, number: int) -> Iterator[Taken]:
    """A course by chance, in which each step is taken within its limits, whatever it is about."""
    pick, begins = chance("course", name, edition, number), day_for(name, edition)
    now, done, today, last = begun(name, edition), dict[str, Any](), begins, ""
    for count in range(1, MOST_STEPS + 1):
        names = [step.name for step in now.steps]
        onward = now.steps[names.index(last) + 1 :] if last in names else now.steps
        ready = [step for step in onward if step.standing in COMING and not step.alongside]
        again = {step.step for step in now.steps if step.done == today.isoformat()}  # one of a kind on a day
        ways = [(step, *room) for step in ready if step.step not in again and (room := _room(step, today))]
        if not ways:
            return
        step, first, until = pick.choice([way for way in ways if way[0].standing is Standing.NOW] or ways)
        day = pick.choice((first, until, first + timedelta(days=pick.randrange((until - first).days + 1))))
        act = pick.choice(step.acts)
        done[f"{act} {count}"] = {"date": day, "step": step.step}
        today, last = day, step.name
        now = drawn(name, edition, begins, done=done)
        yield Taken(step, day, now)


def _room(step: TimedStep, today: date) -> tuple[date, date] | None:
    """The days on which a step that leads on keeps all periods that it may have; None where there are none."""
    if not step.acts or (step.standing is Standing.NOT_YET and not step.earliest):
        return None
    opens = [date.fromisoformat(each.earliest) for each in step.limits if each.earliest]
    closes = [date.fromisoformat(each.latest) for each in step.limits if each.latest]
    first = max((today, *opens))
    last = min((*closes, first + timedelta(days=400)))
    return (first, last) if first <= last else None


COURSE = [(name, number) for name in procedures() for number in range(COURSES)]


@pytest.mark.parametrize(("name", "number"), COURSE)
def test_a_course_that_keeps_every_period_stays_within_the_bounds_and_breaks_nothing(name: str, number: int) -> None:
    edition = chance("edition", name, number).choice(procedure(name).law.editions)
    plans = [begun(name, edition)]
    for step, day, now in course(name, edition, number):
        iso = day.isoformat()
        for plan in plans:
            bound = next((each for each in plan.steps if each.name == step.name), None)
            if bound is not None and bound.standing in COMING:
                where = f"{step.name} on {day}, by the plan of {plan.as_of}"
                assert (bound.not_before or "") <= iso, where
                assert iso <= (bound.not_after or "9999"), where
        taken = [each for each in now.steps if each.step == step.step and each.done == iso]
        assert taken, f"{step.name} was taken on {day}"
        assert not any(each.state in BROKEN for each in taken), f"{step.name} on {day} kept every period"
        assert now.exit != 1, f"nothing is overdue once {step.name} was taken on {day}"
        as_counted_again(now)
        _relative_days_have_become_dates(plans[-1], now, step, iso)
        plans.append(now)


def _relative_days_have_become_dates(before: Timeline, after: Timeline, taken: TimedStep, day: str) -> None:
    """What ran from a step, and had no day yet, runs from the day of the step."""
    relative = {
        (s.name, limit.provision) for s, limit in limits(before) if limit.begun is None and limit.start == taken.step
    }
    for step, limit in limits(after):
        if (step.name, limit.provision) in relative and step.name != taken.name and not step.done:
            assert limit.begun == day, f"{limit.provision} at {step.name} runs from {taken.name}"


def test_courses_go_some_way_so_that_this_says_something() -> None:
    name = "az-1995/law"
    assert max(len(list(course(name, edition, 0))) for edition in procedure(name).law.editions) >= 4


@each_procedure
def test_a_plan_from_an_unknown_day_has_formulas_and_no_dates(name: str) -> None:
    found = drawn(name, procedure(name).law.editions[-1], "unknown")
    for step, limit in limits(found):
        assert limit.counting
        assert limit.period
        if step.standing is not Standing.DONE and limit.begun is None:
            assert (limit.earliest, limit.latest) == (None, None)


def test_a_meeting_that_is_still_to_come_starts_the_period_after_it_and_not_the_one_before() -> None:
    # Met on 15 July, next by 15 September; the one after that runs from the next, and never from June.
    done = {"opening": "1921-06-01", "committee_session": "1921-07-15"}
    found = drawn("az-1921/committee_meeting", "1921", None, done=done, as_of="1921-09-01")
    assert found.exit == 0
    assert found.step("next_session").latest == "1921-09-15"
    after = found.step("session 2")
    assert (after.latest, after.not_after) == (None, "1921-11-15")
    assert "next_session" in after.limits[0].start


def test_nothing_is_overdue_at_a_step_of_which_it_is_not_known_whether_it_comes() -> None:
    # Who won the first round is not known, so it is not known whether there was to be a second.
    found = drawn("az-1995/presidential_election", "1995", None, done={"first_round": "2002-08-20"}, as_of="2002-09-25")
    assert found.step("second_round").state is State.UNKNOWN
    assert found.exit == 3


def test_what_is_overdue_bounds_nothing_that_follows() -> None:
    # The law is to be presented by 15 June; on the 20th nobody knows when it will be, nor what runs from there.
    done = {"introduction": {"date": "2009-05-20", "by": "deputy"}, "vote": {"date": "2009-06-01", "in_favour": 90}}
    given = {"matter": "94.I.3", "changed": False}
    found = drawn("az-1995/law", "2009", None, done=done, given=given, as_of="2009-06-20")
    late, after = found.step("presentation"), found.step("decision")
    assert (late.state, late.latest, late.not_after) == (State.OVERDUE, "2009-06-15", None)
    assert (after.not_before, after.not_after) == ("2009-06-20", None)
    assert found.exit == 1


def test_a_period_that_has_run_out_at_a_step_that_was_not_reached_is_nobodys_wrong_yet() -> None:
    # The draft was never voted on, yet handed to the President: his 56 days are over, and the vote has no period.
    done = {"introduction": {"date": "2009-05-20", "by": "deputy"}, "presentation": "2009-06-10"}
    found = drawn("az-1995/law", "2009", None, done=done, given={"matter": "94.I.3"}, as_of="2009-09-01")
    assert found.step("vote").standing is Standing.NOW
    assert found.step("decision").latest == "2009-08-05"
    assert found.step("decision").standing is Standing.NOT_YET
    assert found.exit != 1


def test_a_step_to_which_two_ways_lead_is_bounded_by_the_quicker_and_by_the_slower() -> None:
    # Voted on Wednesday, 9 October 2013: the second Sunday after is the 20th, and 14 days from there end on 3 November.
    found = drawn("az-1995/presidential_election", "2009", None, done={"first_round": "2013-10-09"})
    second, announcement = found.step("second_round"), found.step("announcement")
    assert (second.not_before, second.not_after) == ("2013-10-20", "2013-10-20")
    assert (announcement.not_before, announcement.not_after) == ("2013-10-09", "2013-11-03")
