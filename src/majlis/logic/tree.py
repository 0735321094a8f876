"""The frozen tree of an expression.

A term has a value: an integer, a word, or nothing. A condition is true, false or unknown.
Boolean facts, act fields and the named conditions of a procedure are all read by name (`Holds`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Name:
    """The value that the record has under a dotted name."""

    path: str


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number; one that stands for a day has it written out."""

    value: int
    day: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A quoted word: a citation, an office, a cause."""

    text: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """A sum, a difference or a product of two integer terms; `sign` is `+`, `-` or `*`."""

    sign: str
    left: Term
    right: Term


Term = Name | Number | Word | Arithmetic


@dataclass(frozen=True, slots=True)
class Constant:
    """A condition with a fixed truth; `None` stands for what the text does not let us know."""

    value: bool | None


@dataclass(frozen=True, slots=True)
class Holds:
    """The boolean that the record has under a name."""

    path: str


@dataclass(frozen=True, slots=True)
class Known:
    """Is anything given under a name? Never unknown itself."""

    path: str


@dataclass(frozen=True, slots=True)
class Compare:
    """Two terms compared by `==`, `!=`, `<`, `<=`, `>` or `>=`."""

    sign: str
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class OneOf:
    """The word under a name is one of several."""

    path: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Met:
    """`met("1.V:who")`: does the test of that provision hold? Replaced by a name when lowered."""

    cite: str


@dataclass(frozen=True, slots=True)
class Not:
    """The negation of a condition."""

    part: Condition


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Condition, ...]
    _hash: int = field(init=False, repr=False, compare=False, default=0)

    def __hash__(self) -> int:
        return self._hash or _remember(self, hash((And, self.parts)))


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Condition, ...]
    _hash: int = field(init=False, repr=False, compare=False, default=0)

    def __hash__(self) -> int:
        return self._hash or _remember(self, hash((Or, self.parts)))


def _remember(group: And | Or, found: int) -> int:
    """Keep the hash of a group: large trees are looked up often, and theirs costs a walk."""
    object.__setattr__(group, "_hash", found)
    return found


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of the parts hold."""

    count: int
    parts: tuple[Condition, ...]


Condition = Constant | Holds | Known | Compare | OneOf | Met | Not | And | Or | AtLeast

TRUE = Constant(value=True)
FALSE = Constant(value=False)
UNKNOWN = Constant(value=None)


def every(parts: Iterable[Condition]) -> Condition:
    """All of the conditions, flattened; true if there are none."""
    flat: dict[Condition, None] = {}
    for part in parts:
        if part == FALSE:
            return FALSE
        flat.update(dict.fromkeys(part.parts if isinstance(part, And) else (part,)))
    flat.pop(TRUE, None)
    return next(iter(flat)) if len(flat) == 1 else And(tuple(flat)) if flat else TRUE


def some(parts: Iterable[Condition]) -> Condition:
    """At least one of the conditions, flattened, what all have in common taken out; false if there are none."""
    flat: dict[Condition, None] = {}
    for part in parts:
        if part == TRUE:
            return TRUE
        flat.update(dict.fromkeys(part.parts if isinstance(part, Or) else (part,)))
    flat.pop(FALSE, None)
    if len(flat) < 2:
        return next(iter(flat), FALSE)
    common = _common(flat)
    if not common:
        return Or(tuple(flat))
    return every((*common, some(every(each for each in _parts(part) if each not in common) for part in flat)))


def _parts(part: Condition) -> tuple[Condition, ...]:
    return part.parts if isinstance(part, And) else (part,)


def _common(alternatives: Iterable[Condition]) -> list[Condition]:
    first, *others = map(_parts, alternatives)
    return [part for part in first if all(part in other for other in others)]


def negate(part: Condition) -> Condition:
    """The negation, without piling one on another."""
    if isinstance(part, Not):
        return part.part
    if isinstance(part, Constant):
        return part if part.value is None else Constant(value=not part.value)
    return Not(part)


def at_least(count: int, parts: tuple[Condition, ...]) -> Condition:
    """At least `count` of the conditions, in the plainest form."""
    if count <= 0:
        return TRUE
    if count > len(parts):
        return FALSE
    if count == 1:
        return some(parts)
    return every(parts) if count == len(parts) else AtLeast(count, parts)


def names(part: Condition | Term) -> frozenset[str]:
    """All names that an expression reads."""
    match part:
        case Name(path) | Holds(path) | Known(path) | OneOf(path, _):
            return frozenset((path,))
        case Arithmetic(_, left, right) | Compare(_, left, right):
            return names(left) | names(right)
        case Not(inner):
            return names(inner)
        case And(parts) | Or(parts) | AtLeast(_, parts):
            return frozenset[str]().union(*(names(each) for each in parts))
        case _:
            return frozenset()


def comparisons(part: Condition) -> Iterator[Compare]:
    """All comparisons in a condition, those that are negated as well."""
    match part:
        case Compare():
            yield part
        case Not(inner):
            yield from comparisons(inner)
        case And(parts) | Or(parts) | AtLeast(_, parts):
            for each in parts:
                yield from comparisons(each)
