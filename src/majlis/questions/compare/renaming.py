"""Conditions that read other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import And, Arithmetic, AtLeast, Compare, Condition, Holds, Known, Name, Not, OneOf, Or, Term

if TYPE_CHECKING:
    from collections.abc import Callable


def renamed(part: Condition, name: Callable[[str], str]) -> Condition:
    """A condition that reads other names."""
    match part:
        case Holds(path):
            return Holds(name(path))
        case Known(path):
            return Known(name(path))
        case OneOf(path, words):
            return OneOf(name(path), words)
        case Compare(sign, left, right):
            return Compare(sign, _term(left, name), _term(right, name))
        case Not(inner):
            return Not(renamed(inner, name))
        case And(parts):
            return And(tuple(renamed(each, name) for each in parts))
        case Or(parts):
            return Or(tuple(renamed(each, name) for each in parts))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(renamed(each, name) for each in parts))
        case _:
            return part


def _term(term: Term, name: Callable[[str], str]) -> Term:
    match term:
        case Name(path):
            return Name(name(path))
        case Arithmetic(sign, left, right):
            return Arithmetic(sign, _term(left, name), _term(right, name))
        case _:
            return term
