"""Norms that can be met and broken, and duties at one step: do they conflict, does one make another idle?"""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING

from majlis.logic.tree import FALSE, TRUE, Condition, Holds, every, negate, some
from majlis.procedure.program import ClockKind
from majlis.questions.proof.clocks import due, trigger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.engines.proof import Formula
    from majlis.procedure.program import Clock, Finding, Program
    from majlis.questions.proof.harvest import Goals
    from majlis.questions.proof.space import Space

KEPT, BROKEN, ALONE = "kept", "broken", "alone"


def norm_goals(program: Program) -> Goals:
    """That each norm can be kept by what is done, and that it can be broken or not reached, at a step of the case."""
    goals: Goals = {}
    for finding in _known(program):
        cite = finding.provision.cite
        goals.setdefault((KEPT, cite), []).append(_kept(program, finding))
        goals.setdefault((BROKEN, cite), []).append(_broken(program, finding))
    return goals


def alone_goals(program: Program) -> Goals:
    """Of two duties at one step, that each can be broken without the other."""
    goals: Goals = {}
    for pair in pairs(program):
        for one, other in permutations(pair):
            alone = every((_broken(program, one), negate(named(program, other, "bad"))))
            goals.setdefault((ALONE, one.step, one.provision.cite, other.provision.cite), []).append(alone)
    return goals


def named(program: Program, finding: Finding, how: str) -> Condition:
    """The condition that a finding is `met`, `bad` or `na`; one that is not on the list never holds."""
    name = f"{finding.name}.{how}"
    return Holds(name) if name in program.by_name else FALSE


def duties_of(program: Program) -> list[Finding]:
    """The findings of duties: norms that somebody breaks, of which the wording is known."""
    return [finding for finding in _known(program) if finding.provision.duty]


def pairs(program: Program) -> Iterator[tuple[Finding, Finding]]:
    """The duties that stand side by side at an occurrence of a step, two by two."""
    for one, other in combinations(duties_of(program), 2):
        if one.occurrence == other.occurrence:
            yield one, other


def timed_pairs(space: Space) -> Iterator[tuple[Finding, Finding, Formula]]:
    """Duties with a period at one step, each pair with the formula that no day is right for both."""
    clocks = {clock.name: clock for clock in space.program.clocks}
    for one, other in pairs(space.program):
        if one.name in clocks and other.name in clocks:
            first, second = (_window(space, clocks[each.name]) for each in (one, other))
            apart = space.any_of([low > high for low, high in ((first[0], second[1]), (second[0], first[1]))])
            yield one, other, apart


def _window(space: Space, clock: Clock) -> tuple[Formula, Formula]:
    """The first and the last day on which an act is in time."""
    start, end = trigger(space, clock), due(space, clock)
    far = space.z3.IntVal(10**8)
    match clock.kind:
        case ClockKind.WITHIN:
            return start, end
        case ClockKind.WAIT:
            return end, far
        case ClockKind.BEFORE:
            return space.z3.IntVal(0), end
        case _:
            return end, end


def _known(program: Program) -> list[Finding]:
    return [finding for finding in program.findings if not finding.provision.not_known]


def _reached(finding: Finding) -> Condition:
    return Holds(f"reach.{finding.occurrence}")


def _broken(program: Program, finding: Finding) -> Condition:
    return every((_reached(finding), named(program, finding, "bad")))


def _kept(program: Program, finding: Finding) -> Condition:
    """Met; or the step was taken in a way to which the norm does not apply."""
    step = program.course.steps.get(finding.step)
    done = TRUE if step is not None and step.tests else Holds(f"{finding.occurrence}.done")
    spared = every((done, named(program, finding, "na")))
    return every((_reached(finding), some((named(program, finding, "met"), spared))))
