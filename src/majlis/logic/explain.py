"""Which part of a condition decided it, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

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
    names,
)
from majlis.logic.truth import Value, truth, value

if TYPE_CHECKING:
    from collections.abc import Mapping


def written(part: Condition | Term) -> str:  # noqa: C901 - one case for each kind of node
    """An expression as text, in the form in which rule files write it."""
    match part:
        case Name(path) | Holds(path):
            return path
        case Number(number, day):
            return day or str(number)
        case Word(text):
            return f'"{text}"'
        case Known(path):
            return f"known({path})"
        case Met(cite):
            return f'met("{cite}")'
        case OneOf(path, words):
            return f"{path} in [{', '.join(sorted(words))}]"
        case Constant(fixed):
            return "unknown" if fixed is None else str(fixed).lower()
        case Arithmetic(sign, left, right) | Compare(sign, left, right):
            return f"{_bracketed(left)} {sign} {_bracketed(right)}"
        case Not(inner):
            return f"not {_bracketed(inner)}"
        case And(parts):
            return " and ".join(map(_bracketed, parts))
        case Or(parts):
            return " or ".join(map(_bracketed, parts))
        case AtLeast(count, parts):
            return f"at least {count} of ({', '.join(map(written, parts))})"


def _bracketed(part: Condition | Term) -> str:
    text = written(part)
    return f"({text})" if isinstance(part, And | Or | Arithmetic) else text


def deciding(part: Condition, record: Mapping[str, Value]) -> list[Condition]:
    """The smallest parts that made a condition what it is: for `and` that failed, the parts that failed,
    for `or` that held, one part that held, for an unknown condition the parts that are unknown.
    """
    held = truth(part, record)
    match part:
        case Not(inner):
            return [part] if isinstance(inner, Holds | Known | Compare | OneOf | Constant) else deciding(inner, record)
        case And(parts) | Or(parts) | AtLeast(_, parts):
            same = [each for each in parts if truth(each, record) is held]
            one_is_enough = isinstance(part, Or) if held else isinstance(part, And)
            chosen = same[:1] if one_is_enough and held is not None else same
            return [leaf for each in chosen for leaf in deciding(each, record)]
        case _:
            return [part]


def because(part: Condition, record: Mapping[str, Value]) -> list[str]:
    """The deciding parts in words, each with the values that it met."""
    return list(dict.fromkeys(_in_words(leaf, record) for leaf in deciding(part, record)))


def missing(part: Condition, record: Mapping[str, Value]) -> frozenset[str]:
    """The names whose absence leaves a condition unknown; none if it is known."""
    if truth(part, record) is not None:
        return frozenset()
    leaves = (names(leaf) for leaf in deciding(part, record))
    return frozenset(name for leaf in leaves for name in leaf if name not in record)


def _in_words(leaf: Condition, record: Mapping[str, Value]) -> str:
    match leaf:
        case Compare(sign, left, right):
            found, wanted = value(left, record), written(right)
            if not isinstance(right, Number | Word):
                wanted += f" ({_shown(value(right, record))})"
            held = truth(leaf, record)
            if isinstance(right, Number) and right.day and found is not None:
                found = date.fromordinal(found).isoformat()
            verdict = "is not known" if held is None else f"= {_shown(found)}"
            return (
                f"{written(left)} {verdict}, {'and' if held else 'not'} {sign} {wanted}"
                if held is not None
                else (f"{written(left)} {sign} {wanted} is not known")
            )
        case OneOf(path, words) | Not(OneOf(path, words)) if path in record:
            among = "one" if record[path] in words else "none"
            return f"{path} = {record[path]}, {among} of {', '.join(sorted(words))}"
        case _:
            held = truth(leaf, record)
            return f"{written(leaf)}: {'not known' if held is None else 'yes' if held else 'no'}"


def _shown(found: Value | None) -> str:
    return "not known" if found is None else str(found)
