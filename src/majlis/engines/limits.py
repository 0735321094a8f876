"""How much durable-rules may have to hold at once for a ruleset, as an upper bound.

For one fact it keeps a stack of 64: the first conditions that are true, and behind each condition that it
follows those next ones that are true as well. Beyond that it fails with half of the rules fired.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.logic.tree import And, Condition, Or

if TYPE_CHECKING:
    from collections.abc import Iterable

STACK = 60  # of 64
RULES = 200  # of the 255 that may share one condition


@dataclass(eq=False)
class _Node:
    """A condition of the network, with the conditions that come after it."""

    after: dict[Condition | _Node, _Node] = field(default_factory=dict)


def fits(parts: Iterable[Condition]) -> bool:
    """Can rules with these conditions (in normal form) share one ruleset?"""
    whole = list(parts)
    start = _Node()
    for part in whole:
        _lay(part, start)
    return len(whole) <= RULES and _stack(start, {}) <= STACK


def _lay(part: Condition, here: _Node) -> _Node:
    """Lay a condition into the network behind a node; returns the node that it ends in."""
    if isinstance(part, And):
        for each in part.parts:
            here = _lay(each, here)
        return here
    if isinstance(part, Or):
        joined = _Node()
        for each in part.parts:
            _lay(each, here).after[joined] = joined  # no two rules share what comes behind their alternatives
        return joined
    return here.after.setdefault(part, _Node())


def _stack(here: _Node, known: dict[_Node, int]) -> int:
    if here not in known:
        known[here] = len(here.after) + max((_stack(each, known) for each in here.after.values()), default=0)
    return known[here]
