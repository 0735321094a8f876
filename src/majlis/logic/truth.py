"""Kleene's three truth values: what is not known stays unknown unless it cannot matter.

Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64, the strong connectives.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from majlis.logic.tree import (
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Condition,
    Constant,
    Holds,
    Known,
    Met,
    Name,
    Not,
    Number,
    OneOf,
    Or,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Value = int | str | bool

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_ARITHMETIC: dict[str, Callable[[int, int], int]] = {"+": operator.add, "-": operator.sub, "*": operator.mul}


def value(term: Term, record: Mapping[str, Value]) -> Any:
    """The value of a term: an integer, a word, or None where a name is not on the record."""
    kind = type(term)
    if kind is Name:
        return record.get(term.path)  # type: ignore[union-attr] # narrowed by `kind`, as below: quicker than match
    if kind is Arithmetic:
        left, right = value(term.left, record), value(term.right, record)  # type: ignore[union-attr] # as above
        return None if left is None or right is None else _ARITHMETIC[term.sign](left, right)  # type: ignore[union-attr] # as above
    return term.value if kind is Number else term.text  # type: ignore[union-attr] # as above


def truth(part: Condition, record: Mapping[str, Value]) -> bool | None:
    """True, False, or None for unknown."""
    return _TRUTH[type(part)](part, record)


def _compare(part: Compare, record: Mapping[str, Value]) -> bool | None:
    left, right = value(part.left, record), value(part.right, record)
    return None if left is None or right is None else COMPARE[part.sign](left, right)


def _one_of(part: OneOf, record: Mapping[str, Value]) -> bool | None:
    found = record.get(part.path)
    return None if found is None else found in part.words


def _not(part: Not, record: Mapping[str, Value]) -> bool | None:
    inner = _TRUTH[type(part.part)](part.part, record)
    return None if inner is None else not inner


def _and(part: And, record: Mapping[str, Value]) -> bool | None:
    result: bool | None = True
    for each in part.parts:
        held = record.get(each.path) if type(each) is Holds else _TRUTH[type(each)](each, record)
        if held is False:
            return False
        if held is None:
            result = None
    return result


def _or(part: Or, record: Mapping[str, Value]) -> bool | None:
    result: bool | None = False
    for each in part.parts:
        held = record.get(each.path) if type(each) is Holds else _TRUTH[type(each)](each, record)
        if held is True:
            return True
        if held is None:
            result = None
    return result


def _at_least(part: AtLeast, record: Mapping[str, Value]) -> bool | None:
    held = [truth(each, record) for each in part.parts]
    if held.count(True) >= part.count:
        return True
    return False if len(held) - held.count(False) < part.count else None


def _met(part: Met, record: Mapping[str, Value]) -> bool | None:  # noqa: ARG001 - the table's signature
    raise TypeError(f"met({part.cite!r}) was not lowered")


_TRUTH: dict[type, Callable[[Any, Mapping[str, Value]], bool | None]] = {
    Constant: lambda part, _: part.value,
    Holds: lambda part, record: record.get(part.path),  # type: ignore[dict-item, return-value] # a boolean name has a boolean
    Known: lambda part, record: part.path in record,
    Compare: _compare,
    OneOf: _one_of,
    Met: _met,
    Not: _not,
    And: _and,
    Or: _or,
    AtLeast: _at_least,
}
