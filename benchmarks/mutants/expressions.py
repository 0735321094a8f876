"""Changes of expressions: their tree is changed, and written out again."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, TypeAlias

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
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

NEIGHBOUR = {">=": ">", ">": ">=", "<=": "<", "<": "<=", "==": "!=", "!=": "=="}
OPPOSITE = {">=": "<", ">": "<=", "<=": ">", "<": ">="}
_SIGN = {"+": "-", "-": "+", "*": "+"}

Changes: TypeAlias = "Iterator[tuple[str, Condition]]"


def written(part: Condition) -> str:
    """A condition as text that parses to the same tree."""
    match part:
        case Holds(path):
            return path
        case Known(path):
            return f"known({path})"
        case Met(cite):
            return f"met({_quoted(cite)})"
        case Compare(sign, one, other):
            return f"{_value(one)} {sign} {_value(other)}"
        case OneOf(path, words):
            return f"{path} in [{', '.join(map(_quoted, sorted(words)))}]"
        case Not(inner):
            return f"not ({written(inner)})"
        case And(parts) | Or(parts):
            return (" and " if isinstance(part, And) else " or ").join(map(_bracketed, parts))
        case Constant() | AtLeast():
            raise TypeError(f"no file has {part}")


def _value(term: Term) -> str:
    match term:
        case Name(path):
            return path
        case Number(value):
            return str(value)
        case Word(text):
            return _quoted(text)
        case Arithmetic(sign, left, right):
            return f"({_value(left)} {sign} {_value(right)})"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _bracketed(part: Condition) -> str:
    return f"({written(part)})" if isinstance(part, And | Or) else written(part)


def changed(part: Condition) -> Changes:
    """Each single change of a condition: its kind, and the condition with it."""
    match part:
        case And(parts) | Or(parts):
            yield from _group(part, parts)
        case Not(inner):
            yield "negation", inner
            yield from ((kind, Not(each)) for kind, each in changed(inner))
        case Compare():
            yield from _comparison(part)
        case OneOf(path, words):
            yield "comparison", Not(part)
            yield from (("word", OneOf(path, words - {each})) for each in sorted(words) if len(words) > 1)
        case Holds() | Met() | Known():
            yield "negation", Not(part)


def _group(part: And | Or, parts: tuple[Condition, ...]) -> Changes:
    yield "connective", (Or if isinstance(part, And) else And)(parts)
    for number, each in enumerate(parts):
        others = parts[:number] + parts[number + 1 :]
        yield "operand", others[0] if len(others) == 1 else type(part)(others)
        for kind, other in changed(each):
            yield kind, type(part)((*parts[:number], other, *parts[number + 1 :]))


def _comparison(part: Compare) -> Changes:
    yield "comparison", Compare(NEIGHBOUR[part.sign], part.left, part.right)
    if part.sign in OPPOSITE:
        yield "comparison", Compare(OPPOSITE[part.sign], part.left, part.right)
    yield from ((kind, Compare(part.sign, each, part.right)) for kind, each in _term(part.left))
    yield from ((kind, Compare(part.sign, part.left, each)) for kind, each in _term(part.right))


def _term(term: Term) -> Iterator[tuple[str, Term]]:
    match term:
        case Number(value):
            yield from (("number", Number(value + step)) for step in (1, -1))
        case Word(text):
            yield from (("number", Word(day)) for day in days_beside(text))
        case Arithmetic(sign, left, right):
            yield "comparison", Arithmetic(_SIGN[sign], left, right)
            yield from ((kind, Arithmetic(sign, each, right)) for kind, each in _term(left))
            yield from ((kind, Arithmetic(sign, left, each)) for kind, each in _term(right))


def days_beside(text: str) -> tuple[str, ...]:
    """The day after and the day before, if the text is a date."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return ()
    return tuple((day + dt.timedelta(days=step)).isoformat() for step in (1, -1))
