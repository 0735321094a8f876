"""The definition: what a program means. Every other engine is tested against this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.truth import truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.program import Program


def known(program: Program, record: Mapping[str, Value]) -> dict[str, Value]:
    """The record with the truth of every named condition, in the order of the list: later ones may read
    earlier ones. A condition that is unknown is missing, like a fact.
    """
    found = dict(record)
    for named in program.conditions:
        held = truth(named.when, found)
        if held is not None:
            found[named.name] = held
    return found


class Meaning:
    """The definition as an engine."""

    name = "meaning"

    def holding(self, program: Program, record: Mapping[str, Value]) -> frozenset[str]:
        """The names of the told conditions that are true."""
        found = known(program, record)
        return frozenset(name for name in program.told if found.get(name))
