"""The record: the flat view of a case, from names to integers, booleans and words, that every engine reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.law.constitution import add_list
from majlis.procedure.lower import UNPLACED
from majlis.procedure.model import ENDED
from majlis.scenario.clocks import run
from majlis.scenario.placement import tested_on

if TYPE_CHECKING:
    from majlis.logic.truth import Value
    from majlis.procedure.course import Occurrence
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Alongside
    from majlis.procedure.program import Program
    from majlis.scenario.case import Acted, Case
    from majlis.scenario.clocks import Timing
    from majlis.scenario.placement import Placed

VACANT, IN_OFFICE = "vacant", "in_office"


@dataclass
class Record:
    """The values by name, the timing of every clock that could run, and the acts by occurrence."""

    values: dict[str, Value] = field(default_factory=dict)
    timings: dict[str, Timing] = field(default_factory=dict)
    acts: dict[str, Acted] = field(default_factory=dict)


def make_record(case: Case, placed: Placed, program: Program) -> Record:
    """The record of a case for a program. Raises InputError only for dates outside the calendar."""
    record = Record(dict(case.facts))
    values = record.values
    values["as_of"] = case.as_of
    values[UNPLACED] = len(placed.nowhere)
    add_list(values)
    acts = record.acts = {here.name: act for here, act in placed.at.items()}
    _steps(values, placed, program, case.as_of)
    _last_rounds(values, placed, program, acts)
    _sides(values, placed, program, case.procedure, acts)
    _lines(values, placed, program, case.procedure)
    for clock in program.clocks:
        run(record, clock, case)
    return record


def _steps(values: dict[str, Value], placed: Placed, program: Program, as_of: int) -> None:
    course = program.course
    before: dict[str, int] = {}
    for here in course.occurrences:
        if course.steps[here.step].awaited:
            values[f"{here.name}.done"] = here in placed.at
            if course.looped(here.step):
                values[f"{here.step}.last.done"] = False
        elif course.steps[here.step].tests:
            day = tested_on(here, course, placed) if placed.at else as_of
            values |= {f"{here.name}.date": day} if day is not None else {}
    for here, act in placed.at.items():
        _act(values, here.name, act, several=len(course.steps[here.step].awaited) > 1)
        if act.tally:
            _tally(values, here.name, act.tally, before)
            before = act.tally


def _last_rounds(values: dict[str, Value], placed: Placed, program: Program, acts: dict[str, Acted]) -> None:
    """The latest round of each step in a loop, as it is seen from outside."""
    course = program.course
    for step in {here.step for here in placed.at if course.looped(here.step)}:
        last = max((here for here in placed.at if here.step == step), key=lambda here: here.round)
        acts[f"{step}.last"] = placed.at[last]
        _act(values, f"{step}.last", placed.at[last], several=len(course.steps[step].awaited) > 1)


def _act(values: dict[str, Value], name: str, act: Acted, *, several: bool) -> None:
    values[f"{name}.done"] = True
    if several:
        values[f"{name}.act"] = act.act
    if act.day is not None:
        values[f"{name}.date"] = act.day
    for key, value in act.values.items():
        values[f"{name}.{key}"] = value


def _tally(values: dict[str, Value], name: str, tally: dict[str, int], before: dict[str, int]) -> None:
    """The figures of a round, and how its candidates stood in the round before (1 is the best)."""
    votes = sorted(tally.values(), reverse=True)
    second = votes[1] if len(votes) > 1 else 0
    values[f"{name}.leading"] = votes[0]
    values[f"{name}.runner_up"] = second
    values[f"{name}.total"] = sum(votes)
    values[f"{name}.number"] = len(votes)
    values[f"{name}.tied"] = len(votes) > 1 and votes[0] == second
    values[f"{name}.second_tied"] = len(votes) > 2 and votes[2] == second
    if before:
        ranks = [
            1 + sum(other > before[who] for other in before.values()) if who in before else len(before) + 1
            for who in tally
        ]
        values[f"{name}.best_rank"], values[f"{name}.worst_rank"] = min(ranks), max(ranks)


def _sides(
    values: dict[str, Value], placed: Placed, program: Program, procedure: Procedure, acts: dict[str, Acted]
) -> None:
    """The acts alongside: all of them, and as they stood at each occurrence that asks."""
    several = {side.step: len(side.awaited) > 1 for side in procedure.file.alongside}
    leaders = _leaders(placed)
    for side in procedure.file.alongside:
        found = placed.alongside.get(side.step, [])
        _side(values, acts, side.step, found, several=several[side.step])
        values[f"{side.step}.of_leaders"] = _among(found, leaders)
    for name, (viewed, here) in program.views.items():
        until = _day_of(here, placed, program)
        found = placed.alongside.get(viewed, [])
        undated = next((act for act in found if act.day is None), None)
        if until is not None and undated is not None:  # whether it came before is not known; it may start a clock
            acts[name] = undated
            continue
        seen = [act for act in found if until is None or (act.day or 0) <= until]
        _side(values, acts, name, seen, several=several[viewed])
        values[f"{name}.of_leaders"] = _among(seen, leaders)


def _leaders(placed: Placed) -> frozenset[str]:
    """The two with the most votes in the first tally of a case, more where some tie."""
    tally = next((act.tally for act in placed.at.values() if act.tally), {})
    return frozenset(who for who, votes in tally.items() if sum(other > votes for other in tally.values()) < 2)


def _among(found: list[Acted], leaders: frozenset[str]) -> int:
    """How many of those whom the acts name are among the leaders."""
    return len({str(value) for act in found for value in act.values.values()} & leaders)


def _side(values: dict[str, Value], acts: dict[str, Acted], name: str, found: list[Acted], *, several: bool) -> None:
    values[f"{name}.done"] = bool(found)
    values[f"{name}.count"] = len(found)
    if found:
        _act(values, name, found[0], several=several)
        acts[name] = found[0]


def _day_of(here: Occurrence, placed: Placed, program: Program) -> int | None:
    """The day on which a step was taken; for one that only tests facts, that of the first act after it."""
    if program.course.steps[here.step].awaited:
        return placed.at[here].day if here in placed.at else None
    days = [placed.at[later].day for later in program.course.onward[here] if later in placed.at]
    return min((day for day in days if day is not None), default=None)


def _lines(values: dict[str, Value], placed: Placed, program: Program, procedure: Procedure) -> None:
    """Who in a line of succession is in office, and how those who are not left."""
    opened: dict[Occurrence, int | None] = {}
    for here in program.course.occurrences:
        step = program.course.steps[here.step]
        if not step.each:
            continue
        if here.round == 1:
            days = [placed.at[source].day for source in program.course.before[here] if source in placed.at]
            opened[here] = max((day for day in days if day is not None), default=None)
        side = next(side for side in procedure.file.alongside if step.act in side.awaited)
        ends = [act.day for act in placed.at.values() if act.act in step.until]
        left, day = _left(side, placed, program.course.lines[here.step][here.round - 1], opened.get(here))
        left, day = _unless_ended(left, day, ends)
        if left is not None:
            values[f"{here.name}.left"] = left
        follows = program.course.next_holder(here)
        if follows:
            opened[follows] = day if left not in (VACANT, IN_OFFICE, ENDED, None) else opened.get(here)


def _left(side: Alongside, placed: Placed, holder: str, opened: int | None) -> tuple[str | None, int | None]:
    """How a holder's office fell vacant since its turn came, and when; None where that is not known."""
    found, cause = vacated(side, placed, holder)
    if found is None:
        return IN_OFFICE, None
    if found.day is None or opened is None:
        return None, found.day
    if found.day < opened:
        return VACANT, found.day
    return cause, found.day


def _unless_ended(left: str | None, day: int | None, ends: list[int | None]) -> tuple[str | None, int | None]:
    """How a holder stands when the line may be over by then; None where the order of the days is not known."""
    if not ends or (left == VACANT):
        return left, day
    if left == IN_OFFICE:
        return ENDED, day
    known = [end for end in ends if end is not None]
    if day is None or len(known) < len(ends):
        return None, day
    return (ENDED, None) if day >= min(known) else (left, day)


def vacated(side: Alongside, placed: Placed, holder: str) -> tuple[Acted | None, str | None]:
    """The act by which a holder's office fell vacant, and how it did, as far as the record says."""
    found = next((act for act in placed.alongside.get(side.step, []) if act.values.get(side.keyed_by) == holder), None)
    causes = (str(value) for key, value in found.values.items() if key != side.keyed_by) if found else iter(())
    return found, next(causes, None)
