"""Periods: one that runs out and nothing follows, an act that comes too late for anything, a step without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Compare, Condition, Known, Name, Not, Number, every, names, some
from majlis.procedure.program import ClockKind
from majlis.questions.asking import in_words
from majlis.questions.gaps.gap import Hole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import Finding
    from majlis.questions.gaps.ground import Ground

HALTED = "halted"
_ENDING = (ClockKind.WITHIN, ClockKind.ON, ClockKind.EXACTLY)


def periods_that_run_out(ground: Ground) -> Iterator[Hole]:
    """A period is over, the act was not done, and neither an outcome nor a further step follows."""
    for step in ground.steps():
        found = [_when(ground, here, done=False) for here in ground.rounds(step)]
        says = f"The period for the {in_words(step)} can run out, and nothing follows."
        yield Hole("period runs out", step, says, some(found))


def acts_too_late(ground: Ground) -> Iterator[Hole]:
    """An act is done after its period, and neither an outcome nor a further step follows."""
    for step in ground.steps():
        found = [_when(ground, here, done=True) for here in ground.rounds(step)]
        says = f"The {in_words(step)} can come after its period, and nothing follows."
        yield Hole("too late", step, says, some(found))


def _when(ground: Ground, here: Occurrence, *, done: bool) -> Condition:
    """Some period of an occurrence was not kept, by an act that was done or was not, and nothing follows."""
    passed = []
    for cite in _deadlines(ground, here):
        behind = (
            Compare("<", Name(f"slack.{cite}"), Number(0)) if done else Compare(">", Name(f"over.{cite}"), Number(0))
        )
        passed.append(every((ground.told(f"{cite}.bad"), behind)))
    acted = ground.done(here) if done else Not(ground.done(here))
    return every((ground.reached(here), acted, some(passed), ground.stops_at(here)))


def steps_without_period(ground: Ground, among: frozenset[str] = frozenset()) -> Iterator[Hole]:
    """A step is awaited, without anybody's fault, and no period applies to it. `among` names the steps to look at.

    Where the course comes to a halt before the step, it is the step that could follow then.
    """
    opening = {here.step for here in ground.course.opening} if not among else frozenset()
    for step in ground.steps():
        if not ground.course.steps[step].awaited or (among and step not in among):
            continue
        rounds = ground.rounds(step)
        says = f"The {in_words(step)} is awaited, and no period is set for it."
        if step not in opening:
            yield Hole("no period", step, says, some(_waiting(ground, here) for here in rounds), lawful=True)
        when = some(_halted_before(ground, here) for here in rounds)
        yield Hole("no period", step, says, when, HALTED, lawful=True)


def touched_periods(ground: Ground, touched: set[str]) -> frozenset[str]:
    """The steps with a period that stands otherwise than before: `touched` are the conditions that do."""
    return frozenset(
        here.step
        for here in ground.course.occurrences
        if any(f"{each}.na" in touched or f"due.{each}" in touched for each in _deadlines(ground, here))
    )


def _unbound(ground: Ground, here: Occurrence) -> list[Condition]:
    """Each period of a step does not apply, or nothing has started it."""
    return [some((ground.told(f"{each}.na"), Not(Known(f"due.{each}")))) for each in _deadlines(ground, here)]


def _waiting(ground: Ground, here: Occurrence) -> Condition:
    return every((ground.reached(here), ground.awaits(here), Not(ground.done(here)), *_unbound(ground, here)))


def _halted_before(ground: Ground, here: Occurrence) -> Condition:
    """A test of facts has led nowhere, and the same facts keep any period from the step that could follow."""
    deciding = frozenset[str]().union(*(names(each.applies) for each in _timed(ground, here)))
    halted = [
        every((ground.reached(source), ground.stops_at(source)))
        for source in ground.course.before[here]
        if ground.course.steps[source.step].tests
        and any(deciding & names(each.test) for each in ground.findings(source))
    ]
    return every((some(halted), Not(ground.done(here)), *_unbound(ground, here)))


def _deadlines(ground: Ground, here: Occurrence) -> list[str]:
    """The names of the findings at an occurrence that set an end to the time for its act."""
    return [each.name for each in _timed(ground, here)]


def _timed(ground: Ground, here: Occurrence) -> list[Finding]:
    ending = {clock.name for clock in ground.program.clocks if clock.kind in _ENDING}
    return [each for each in ground.findings(here) if each.name in ending and each.provision.kind == "deadline"]
