"""The timeline of a case and its verdict say the same, for every scenario file and for cases by chance."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from how_many import of_each
from hypothesis import assume, given
from hypothesis import strategies as st
from made_scenarios import case_of, raw_scenarios

from majlis.documents.reader import read
from majlis.errors import InputError
from majlis.law.places import case_files, content
from majlis.procedure.library import procedures
from majlis.questions.decide import Decider
from majlis.questions.timed import BROKEN, Limit, Standing, State, TimedStep, Timeline
from majlis.questions.timeline import timeline_of
from majlis.scenario.case import Case, bind_case, read_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.judgement import Judgement
    from majlis.questions.verdict import Verdict

SCENARIOS = content() / "scenarios"
FILES = case_files()
FOLDERS = sorted({path.parent for path in FILES})
DECIDER = Decider("meaning")
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(SCENARIOS).as_posix())
COMING = (Standing.NOW, Standing.NOT_YET)


class Told(NamedTuple):
    """A case with what is said of it."""

    name: str
    case: Case
    judged: Judgement
    verdict: Verdict
    timeline: Timeline


@cache
def told(folder: Path) -> tuple[Told, ...]:
    return tuple(told_of(path.stem, read_case(read(path))) for path in FILES if path.parent == folder)


def told_of(name: str, case: Case) -> Told:
    judged = DECIDER.judge(case)
    return Told(name, case, judged, DECIDER.plain(judged), timeline_of(judged, other_readings=False))


def limits(found: Timeline) -> Iterator[tuple[TimedStep, Limit]]:
    for step in found.steps:
        yield from ((step, limit) for limit in step.limits)


@each_folder
def test_every_deadline_of_the_verdict_stands_in_the_timeline_with_its_days_and_state(folder: Path) -> None:
    for each in told(folder):
        same_deadlines(each)


def same_deadlines(each: Told) -> None:
    for entry in each.verdict.timeline if not each.verdict.either_way else ():
        wanted = (entry.step, entry.provision, entry.earliest, entry.due, entry.done, entry.state)
        shown = {
            (step.step, limit.provision, limit.earliest, limit.latest, step.done, limit.state.value)
            for step, limit in limits(each.timeline)
        }
        assert entry.state == State.UNDATED.value or wanted in shown, f"{each.name}: {wanted}"


@each_folder
def test_the_exit_status_is_one_exactly_if_the_verdict_finds_a_period_breached(folder: Path) -> None:
    for each in told(folder):
        assert (each.timeline.exit == 1) == bool(breached(each)), f"{each.name}: {breached(each)}"


def breached(each: Told) -> list[str]:
    """The periods that the verdict finds not to have been kept."""
    clocks = {clock.name for clock in each.judged.program.clocks}
    found = [one for one in each.verdict.findings if one.result == "breached"]
    return [one.provision for one in found if f"{one.provision.partition('/')[2]}@{one.occurrence}" in clocks]


@each_folder
def test_what_the_verdict_awaits_may_be_done_now_unless_its_first_day_has_not_come(folder: Path) -> None:
    for each in told(folder):
        awaited_now(each)


def awaited_now(each: Told) -> None:
    for name in (each.verdict.awaits or "").split(" or ") if each.verdict.awaits else ():
        if each.verdict.either_way:
            continue
        coming = [step for step in each.timeline.steps if step.step == name and step.standing in COMING]
        assert coming, f"{each.name}: {name} is awaited, and cannot come"
        later = coming[-1].barred or (coming[-1].earliest or "") > each.timeline.as_of
        assert coming[-1].standing is (Standing.NOT_YET if later else Standing.NOW), f"{each.name}: {name}"


@each_folder
def test_every_act_that_has_a_place_is_a_step_that_is_done_and_no_other_step_is(folder: Path) -> None:
    for each in told(folder):
        placed = each.judged.placed
        here = [*placed.at.values(), *(act for acts in placed.alongside.values() for act in acts)]
        acts = Counter((act.act, act.day and date.fromordinal(act.day).isoformat()) for act in here)
        done = [step for step in each.timeline.steps if step.standing is Standing.DONE]
        assert Counter((step.act, step.done) for step in done) == acts, each.name
        assert len(here) + len(placed.nowhere) == len(each.case.acts), each.name
        assert not [s for s in each.timeline.steps if s.standing is not Standing.DONE and (s.act or s.done)]


@each_folder
def test_the_states_of_the_steps_fit_together(folder: Path) -> None:
    for each in told(folder):
        fitting(each)


def fitting(each: Told) -> None:
    names = [step.name for step in each.timeline.steps]
    assert len(set(names)) == len(names), f"{each.name}: each step has a name of its own"
    for step in each.timeline.steps:
        where = f"{each.name}: {step.name}, {step.state}"
        if step.standing is Standing.DONE:
            assert step.state not in (State.OPEN, State.OVERDUE), where
        else:
            assert step.state not in (State.IN_TIME, State.LATE, State.PREMATURE), where
        if step.standing in COMING:
            assert step.state is not State.IMPOSSIBLE, where
            assert not step.not_before or step.not_before >= each.timeline.as_of, where
            assert (step.not_before or "") <= (step.not_after or "9999"), where
        if step.earliest and step.latest and step.earliest > step.latest:
            assert step.state in (*BROKEN, State.IMPOSSIBLE, State.UNKNOWN), where


@each_folder
def test_a_period_is_overdue_only_after_its_last_day_and_open_only_until_then(folder: Path) -> None:
    for each in told(folder):
        for step, limit in limits(each.timeline):
            where = f"{each.name}: {limit.provision} at {step.name}"
            if limit.state is State.OVERDUE:
                assert limit.latest and limit.latest < each.timeline.as_of, where
            if limit.state is State.OPEN and limit.latest:
                assert limit.latest >= each.timeline.as_of, where
            if limit.state is State.LATE:
                assert limit.latest and step.done and step.done >= limit.latest, where
            if limit.latest is None and limit.earliest is None:
                assert limit.state in (State.OPEN, State.UNKNOWN, State.IN_TIME, State.LATE), where


@each_folder
def test_the_next_deadlines_come_in_order_and_none_is_left_out(folder: Path) -> None:
    for each in told(folder):
        found = each.timeline
        wanted = [step for step in found.steps if step.standing in COMING and step.latest]
        assert sorted(found.next) == sorted(step.name for step in wanted), each.name
        steps = [found.step(name) for name in found.next]
        told_in_order = [(step.state is State.UNKNOWN, step.latest) for step in steps]  # what is not known comes last
        assert told_in_order == sorted(told_in_order), each.name


AFTERWARDS = {
    State.OPEN: {State.OPEN, State.OVERDUE, State.IMPOSSIBLE, State.UNKNOWN},
    State.OVERDUE: {State.OVERDUE},
    State.IMPOSSIBLE: {State.IMPOSSIBLE},
    State.IN_TIME: {State.IN_TIME},
    State.LATE: {State.LATE},
    State.PREMATURE: {State.PREMATURE},
}


def _asked_again(each: Told) -> Timeline:
    """The same acts, judged on a later day of the same edition; by chance a few days later or many."""
    days = random.Random(each.name).choice((1, 2, 8, 15, 31, 62, 200, 800))  # noqa: S311 - nothing is secret
    scenario = each.case.scenario
    until = date.fromordinal(each.case.as_of)
    acts = tuple(act for act in scenario.acts if not isinstance(act.date, date) or act.date <= until)
    edition = scenario.edition or (each.judged.editions[""] if len(set(each.judged.editions.values())) == 1 else None)
    changed = {"as_of": until + timedelta(days=days), "acts": acts, "edition": edition}
    case = bind_case(scenario.model_copy(update=changed))
    return timeline_of(DECIDER.judge(case), other_readings=False)


@each_folder
def test_time_that_passes_only_lets_periods_run_out(folder: Path) -> None:
    for each in told(folder):
        if len(set(each.judged.editions.values())) > 1 or each.case.scenario.sittings:
            continue
        later = {step.name: step for step in _asked_again(each).steps}
        for step in each.timeline.steps:
            then = later.get(step.name)
            if step.standing is Standing.NO_LONGER:
                assert then is None or then.standing is Standing.NO_LONGER, f"{each.name}: {step.name}"
            for limit in step.limits if then else ():
                again = [one for one in then.limits if one.provision == limit.provision]
                if again and limit.state in AFTERWARDS:
                    assert again[0].state in AFTERWARDS[limit.state], f"{each.name}: {limit.provision}"
                    assert (again[0].begun, again[0].latest) == (limit.begun, limit.latest) or not limit.begun


@pytest.mark.parametrize("name", procedures())
@of_each(50)
@given(data=st.data())
def test_it_is_so_for_cases_by_chance_too(name: str, data: st.DataObject) -> None:
    try:
        each = told_of(name, case_of(data.draw(raw_scenarios(name))))
    except InputError:
        assume(False)  # that a case can be refused is tested elsewhere
        return
    fitting(each)
    same_deadlines(each)
    awaited_now(each)
    if each.verdict.either_way:
        return
    if breached(each):
        assert each.timeline.exit == 1
    elif (
        each.timeline.exit == 1
    ):  # an act out of place can be late by its own period; the verdict says it is out of place
        late = [step for step, limit in limits(each.timeline) if limit.state in BROKEN and limit.duty]
        assert any(not _reached(each, step) for step in late)


def _reached(each: Told, step: TimedStep) -> bool:
    """Did the case come to the step at which an act was done?"""
    here = [
        place.name for place, act in each.judged.placed.at.items() if place.step == step.step and act.act == step.act
    ]
    return any(f"reach.{name}" in each.judged.held for name in here)


def test_there_are_cases_in_every_state_so_that_this_says_something() -> None:
    seen = {limit.state for folder in FOLDERS for each in told(folder) for _, limit in limits(each.timeline)}
    assert seen >= set(State) - {State.UNDATED}
