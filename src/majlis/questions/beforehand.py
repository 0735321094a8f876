"""Conditions before anything has happened: what is not given may still become known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import UNKNOWN, And, AtLeast, Condition, Known, Met, Not, Or
from majlis.logic.truth import truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.program import Program


def known_beforehand(program: Program, facts: Mapping[str, Value]) -> dict[str, Value]:
    """Facts with the truth of every named condition, as far as it follows from them alone."""
    found = dict(facts)
    if "beforehand" not in program.cache:
        program.cache["beforehand"] = [(named.name, beforehand(named.when)) for named in program.conditions]
    for name, when in program.cache["beforehand"]:
        held = truth(when, found)
        if held is not None:
            found[name] = held
    return found


def beforehand(part: Condition) -> Condition:
    """The condition with what is not `known(...)` or `met(...)` left open: that nothing is given says nothing yet."""
    match part:
        case Known():
            return Or((part, UNKNOWN))
        case Met():
            return UNKNOWN
        case Not(inner):
            return Not(beforehand(inner))
        case And(parts):
            return And(tuple(map(beforehand, parts)))
        case Or(parts):
            return Or(tuple(map(beforehand, parts)))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(map(beforehand, parts)))
        case _:
            return part
