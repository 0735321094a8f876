"""The reader for what is only tried: other readings, missing facts, explanations.

A program that is tried now and then is read by the definition; one that comes often is worth generating
Python for. Both are tested to say the same, and a verdict's own findings come from the engine that it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.engines import generated, meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

OFTEN = 10  # how often a program is read before generating Python for it pays


def known(program: Program, record: Mapping[str, Value]) -> dict[str, Value]:
    """The record with the truth of every named condition; one that is unknown is missing."""
    times: int = program.cache.get("tried", 0) + 1
    program.cache["tried"] = times
    return generated.known(program, record) if times > OFTEN else meaning.known(program, record)


class Trial:
    """Trying as an engine."""

    name = "trial"

    def holding(self, program: Program, record: Mapping[str, Value]) -> frozenset[str]:
        """The names of the told conditions that are true."""
        found = known(program, record)
        return frozenset(name for name in program.told if found.get(name))
