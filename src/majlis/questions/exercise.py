"""Which provisions the example cases exercise: those that a case meets, breaks, or takes a step by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.documents.reader import read
from majlis.errors import InputError, Where
from majlis.law.library import shown
from majlis.law.places import case_files
from majlis.questions.decide import Decider
from majlis.questions.expected import differences
from majlis.questions.findings import findings
from majlis.questions.uses import places, seats_behind
from majlis.scenario.case import read_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from majlis.procedure.model import Alongside, StepEntry
    from majlis.questions.judgement import Judgement

DECIDED = frozenset(("met", "breached", "failed"))


@dataclass(frozen=True, slots=True)
class Exercised:
    """A case, and the provisions (CONSTITUTION/CITATION) that it exercises."""

    file: str
    provisions: frozenset[str]
    unexpected: tuple[str, ...]
    """Each way in which the verdict is not as its author expects, whatever other readings would make of it."""


def exercised(progress: Callable[[list[Path]], Iterable[Path]] = list) -> tuple[Exercised, ...]:
    """Every example case under its own readings. Raises InputError for a case that cannot be used."""
    return tuple(_exercised(file, found) for file, found in judged_files(progress))


def judged_files(progress: Callable[[list[Path]], Iterable[Path]] = list) -> Iterator[tuple[str, Judgement]]:
    """Every example case by its file, judged by the definition under its own readings. Raises InputError."""
    decider = Decider("meaning")
    for file in progress(case_files()):
        try:
            yield shown(file), decider.judge(read_case(read(file)))
        except InputError as error:
            raise error.at(Where(shown(file))) from None


def _exercised(file: str, found: Judgement) -> Exercised:
    return Exercised(file, frozenset(provisions_of(found)), tuple(_unexpected(found)))


def _unexpected(found: Judgement) -> list[str]:
    expect = found.case.scenario.expect
    if expect is None:
        return []
    verdict = Decider("meaning").plain(found)
    return differences(expect.model_copy(update={"depends_on": None}), verdict)


def provisions_of(found: Judgement) -> Iterator[str]:
    """The provisions that a judged case exercises."""
    yield from (each.provision for each in findings(found) if each.result in DECIDED)
    reached = {here.step for here in found.program.course.occurrences if _reached(found, here.name)}
    reached |= set(found.placed.alongside)
    for step in places(found.case.procedure):
        if step.step in reached:
            yield from (f"{found.case.procedure.law.folder.name}/{cite}" for cite in _said(found, step))


def _reached(found: Judgement, occurrence: str) -> bool:
    return f"reach.{occurrence}" in found.held


def _said(found: Judgement, step: StepEntry | Alongside) -> Iterator[str]:
    """What a step says without testing it: who acts, the line, the seats, and the norms that have no test."""
    chosen = found.program.course.steps.get(step.step, step)
    yield from filter(None, (chosen.by, getattr(chosen, "each", "")))
    yield from seats_behind(found.case.procedure.law, step)
    tested = {each.provision.cite for each in found.program.findings}
    yield from (norm.cite for norm in getattr(chosen, "norms", chosen.governed_by) if norm.cite not in tested)
