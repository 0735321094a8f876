"""Days of acts that have not been done: whatever they will be, they are no earlier than the day of judgement."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from majlis.logic.tree import Name, Number, comparisons, names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.logic.tree import Term
    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

_DATE = ".date"
_LATER = date.max.toordinal()  # stands for any day after those that are known


def later_days(program: Program, known: Mapping[str, Value], as_of: int) -> dict[str, Value]:
    """The days of acts to come that are only held against days already past, each as a day that is later.

    `known` is the record of what has happened by `as_of` (day number). A day that is held against one that is open
    itself, or with which something is counted, is left open.
    """
    if "compared days" not in program.cache:
        program.cache["compared days"] = _compared_days(program)
    compared: dict[str, list[Term | None]] = program.cache["compared days"]
    return {
        name: _LATER
        for name, others in compared.items()
        if name not in known and all(_past(other, known, as_of) for other in others)
    }


def _past(other: Term | None, known: Mapping[str, Value], as_of: int) -> bool:
    """Is a day before the day of judgement?"""
    value = other.value if isinstance(other, Number) else known.get(other.path) if isinstance(other, Name) else None
    return isinstance(value, int) and value < as_of


def _compared_days(program: Program) -> dict[str, list[Term | None]]:
    """Each day of an act that conditions read, with what it is held against; None where it is counted with."""
    found: dict[str, list[Term | None]] = {}
    conditions = [*(named.when for named in program.conditions), *(each.applies for each in program.findings)]
    for compare in (each for part in conditions for each in comparisons(part)):
        for one, other in ((compare.left, compare.right), (compare.right, compare.left)):
            for name in (each for each in names(one) if each.endswith(_DATE)):
                found.setdefault(name, []).append(other if isinstance(one, Name) else None)
    return found
