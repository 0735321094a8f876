"""Silences that a procedure file declares: can a case fall into them?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Condition, some
from majlis.procedure.program import EndKind
from majlis.questions.gaps.gap import Hole
from majlis.questions.mattering import mattering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.program import Program
    from majlis.questions.gaps.ground import Ground


def silences(ground: Ground) -> Iterator[Hole]:
    """Each silence of each step, in whichever round; a case may end there, or go on past it."""
    told: dict[tuple[str, str], list[Condition]] = {}
    said: dict[tuple[str, str], tuple[str, str]] = {}
    for name, says, left_to in _declared(ground.program):
        step, edge = place_of(name)
        told.setdefault((step, edge), []).append(ground.told(name))
        said.setdefault((step, edge), (says, left_to))
    reachable = mattering(ground.procedure).steps  # others were only taken over from a procedure that it is like
    for (step, edge), conditions in told.items():
        if step not in reachable:
            continue
        says, left_to = said[step, edge]
        yield Hole("silence", step, says, some(conditions), edge, silent=True, left_to=left_to)


def place_of(name: str) -> tuple[str, str]:
    """The step and the edge of the condition of a silence: (reading, failed) for end.silent.reading.1.failed."""
    *_, step, _round, edge = name.partition("@")[0].split(".")
    return step, edge


def declared_keys(program: Program) -> frozenset[tuple[str, str]]:
    """The steps and edges at which a program is silent."""
    return frozenset(place_of(name) for name, _, _ in _declared(program))


def _declared(program: Program) -> Iterator[tuple[str, str, str]]:
    for end in program.ends:
        if end.kind is EndKind.SILENCE:
            yield end.name, end.what, end.left_to
    for crossing in program.crossings:
        yield crossing.name, crossing.says, crossing.left_to
