"""The definition: what a program means. Every other engine is tested against this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.truth import truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.program import Program


def truths(program: Program, record: Mapping[str, Value]) -> dict[str, bool | None]:
    """The truth of every named condition, in the order of the list; later ones may read earlier ones."""
    known = dict(record)
    found: dict[str, bool | None] = {}
    for named in program.conditions:
        held = found[named.name] = truth(named.when, known)
        if held is not None:
            known[named.name] = held
    return found


class Meaning:
    """The definition as an engine."""

    name = "meaning"

    def holding(self, program: Program, record: Mapping[str, Value]) -> frozenset[str]:
        """The names of the told conditions that are true."""
        held = truths(program, record)
        return frozenset(named.name for named in program.conditions if named.told and held[named.name])
