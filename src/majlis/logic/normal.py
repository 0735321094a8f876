"""Negation normal form: `not` only before a name, so that a missing fact satisfies neither side."""

from __future__ import annotations

from itertools import combinations

from majlis.logic.tree import (
    And,
    AtLeast,
    Compare,
    Condition,
    Constant,
    Met,
    Not,
    Or,
    every,
    some,
)

OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def normal(part: Condition, *, holds: bool = True) -> Condition:
    """The condition (or, with `holds=False`, its negation) in negation normal form.

    What remains is made of And, Or, Compare, Constant and names, each name at most under one Not.
    Counts are spelt out as the combinations that reach them.
    """
    match part:
        case Not(inner):
            return normal(inner, holds=not holds)
        case And(parts):
            return (every if holds else some)(normal(each, holds=holds) for each in parts)
        case Or(parts):
            return (some if holds else every)(normal(each, holds=holds) for each in parts)
        case AtLeast(count, parts):
            # "fewer than n of k hold" is "at least k - n + 1 of k fail"
            needed = count if holds else len(parts) - count + 1
            spelt = [normal(each, holds=holds) for each in parts]
            return some(every(chosen) for chosen in combinations(spelt, needed))
        case Compare(sign, left, right):
            return part if holds else Compare(OPPOSITE[sign], left, right)
        case Constant(value):
            return part if holds or value is None else Constant(value=not value)
        case Met(cite):
            raise TypeError(f"met({cite!r}) was not lowered")
        case _:
            return part if holds else Not(part)
