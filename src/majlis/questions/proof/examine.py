"""One procedure in all its editions and readings: every claim about it, proved or refuted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.judgement import program_of
from majlis.questions.proof.about_procedure import course_claims, reading_claims
from majlis.questions.proof.alike import each_reading, editions_alike
from majlis.questions.proof.claim import Fate, Kind
from majlis.questions.proof.duties import BROKEN, alone_goals, duties_of, norm_goals
from majlis.questions.proof.harvest import Harvest, harvest
from majlis.questions.proof.reaching import reach_goals
from majlis.questions.proof.space import Space

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Finding
    from majlis.questions.proof.claim import Claim
    from majlis.questions.proof.harvest import Goal, Goals
    from majlis.questions.proof.witness import Raw


@dataclass(frozen=True)
class Shown:
    """Whether something can be (None while that is not decided, with the reason), and a case that shows it."""

    can: bool | None
    why: str = ""
    witness: Raw | None = None


@dataclass
class Examined:
    """What was found of one procedure.

    `can` tells by edition, kind and name what can be here: a norm kept or broken, a step reached, an outcome come to.
    `with_it` has for each edition and duty, and for each step at which it can be broken here, the duties beside it:
    can it be broken without them?
    """

    procedure: str
    claims: list[Claim] = field(default_factory=list)
    can: dict[tuple[str, str, str], Shown] = field(default_factory=dict)
    with_it: dict[tuple[str, str], list[dict[str, Shown]]] = field(default_factory=dict)


def examine(name: str) -> Examined:
    """Examine the procedure of that name (CONSTITUTION/PROCEDURE). Raises InputError for faulty content."""
    its, found = procedure(name), Examined(name)
    for editions in editions_alike(its):
        _examine(its, editions, found)
    return found


def spaces(its: Procedure, edition: str) -> Iterator[Space]:
    """The cases under the default readings, then under each other reading alone that changes anything."""
    seen = set()
    for choices in each_reading(its, edition):
        program = program_of(its, edition, choices)
        if (program.conditions, program.clocks) not in seen:
            seen.add((program.conditions, program.clocks))
            yield Space(its, edition, choices)


def _examine(its: Procedure, editions: tuple[str, ...], found: Examined) -> None:
    every = list(spaces(its, editions[-1]))
    base = every[0]
    single = {**norm_goals(base.program), **reach_goals(base.program)}
    alone = alone_goals(base.program)
    results = harvest(base, {**single, **alone})
    _under_other_readings(every[1:], single, results)
    found.claims += course_claims(base, editions)
    of_default = list(reading_claims(base, editions, ()))
    endless = {f"end.cap.{each.about}" for each in of_default if each.kind is Kind.CAP and each.fate is Fate.REFUTED}
    found.claims += of_default
    found.claims += [claim for space in every[1:] for claim in reading_claims(space, editions, endless)]
    for edition in editions:
        for kind, name in single:
            found.can[edition, kind, name] = _shown(results, (kind, name))
        _with_it(found, edition, duties_of(base.program), alone, results)


def _under_other_readings(others: list[Space], goals: Goals, results: Harvest) -> None:
    """What cannot be under the default readings may be under another one."""
    for space in others:
        wanted = {goal for goal in goals if results.fate(goal) is not True}
        if not wanted:
            return
        again = {**norm_goals(space.program), **reach_goals(space.program)}
        results.add(harvest(space, {goal: ways for goal, ways in again.items() if goal in wanted}))


def _with_it(found: Examined, edition: str, duties: list[Finding], alone: Goals, results: Harvest) -> None:
    """Note of each duty, where it can be broken here, whether it can be without each of those beside it."""
    steps: dict[tuple[str, str], dict[str, Shown]] = {(duty.step, duty.provision.cite): {} for duty in duties}
    for goal in alone:
        _, step, cite, other = goal
        steps.setdefault((step, cite), {})[other] = _shown(results, goal)
    for (_, cite), beside in steps.items():
        if found.can[edition, BROKEN, cite].can is not False:
            found.with_it.setdefault((edition, cite), []).append(beside)


def _shown(results: Harvest, goal: Goal) -> Shown:
    witness = results.shown.get(goal)
    return Shown(results.fate(goal), results.undecided.get(goal, ""), witness.scenario if witness else None)
