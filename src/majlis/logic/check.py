"""Binding of an expression's names to the record, with type checks.

What a name stands for is said by a scope: a typed name on the record, a condition (`consent.late`),
a count of conditions (`consent.failures`) or a choice of numbers (`vote.required`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from majlis.errors import InputError
from majlis.logic.explain import written
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
    at_least,
    every,
    negate,
    some,
)
from majlis.logic.truth import COMPARE
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Iterable


class Kind(StrEnum):
    """What kind of value stands under a name."""

    INTEGER = "integer"
    BOOLEAN = "boolean"
    DAY = "date"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of value and, for words, which ones there are (none listed: any text)."""

    kind: Kind
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Typed:
    """A name on the record with its type."""

    path: str
    type: Type


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the conditions hold."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A number that depends on conditions of which one holds."""

    options: tuple[tuple[int, Condition], ...]


Meaning = Typed | Count | Choice | Condition


class Scope(Protocol):
    """What the names of an expression stand for, at one place of one procedure."""

    def lookup(self, path: str) -> Meaning:
        """What a dotted name stands for. Raises InputError for an unknown name, naming the nearest one."""

    def met(self, cite: str) -> Condition:
        """The condition that the test of a provision holds. Raises InputError where it is not tested before."""


def bind(tree: Condition, scope: Scope) -> Condition:  # noqa: C901 - one case for each kind of node
    """The condition over the record. Raises InputError for unknown names and for types that do not fit."""
    match tree:
        case And(parts):
            return every(bind(each, scope) for each in parts)
        case Or(parts):
            return some(bind(each, scope) for each in parts)
        case Not(part):
            return negate(bind(part, scope))
        case AtLeast(count, parts):
            return at_least(count, tuple(bind(each, scope) for each in parts))
        case Holds(path):
            return _boolean(path, scope)
        case Known(path):
            return _known(path, scope)
        case OneOf(path, words):
            return _membership(path, words, scope)
        case Met(cite):
            return scope.met(cite)
        case Compare():
            return _comparison(tree, scope)
        case Constant():
            return tree


def bind_term(term: Term, scope: Scope) -> Term:
    """An integer term over the record, for instance what a threshold counts."""
    bound, found = _typed(term, scope)
    if found.kind is not Kind.INTEGER:
        raise InputError(f"{written(term)} is a {found.kind}, not a whole number", remedy="Name a count")
    return bound


def _boolean(path: str, scope: Scope) -> Condition:
    meaning = scope.lookup(path)
    if isinstance(meaning, Typed):
        if meaning.type.kind is not Kind.BOOLEAN:
            raise InputError(f"{path} is a {meaning.type.kind}, not yes or no", remedy="Compare it with something")
        return Holds(meaning.path)
    if isinstance(meaning, Count | Choice):
        raise InputError(f"{path} is a number, not yes or no", remedy="Compare it with a number")
    return meaning


def _known(path: str, scope: Scope) -> Condition:
    meaning = scope.lookup(path)
    if not isinstance(meaning, Typed):
        raise InputError(f"known({path}): {path} is derived", remedy="Only facts and act fields can be missing")
    return Known(meaning.path)


def _membership(path: str, words: frozenset[str], scope: Scope) -> Condition:
    for word in sorted(words):
        bound = _comparison(Compare("==", Name(path), Word(word)), scope)
    assert isinstance(bound, Compare) and isinstance(bound.left, Name)  # noqa: S101, PT018 - words compare plainly
    return OneOf(bound.left.path, words)


def _comparison(tree: Compare, scope: Scope) -> Condition:
    if isinstance(tree.left, Name):
        meaning = scope.lookup(tree.left.path)
        if isinstance(meaning, Count | Choice):
            return _counted(tree, meaning)
    left, left_type = _typed(tree.left, scope)
    right, right_type = _typed(tree.right, scope)
    if left_type.kind is Kind.DAY and isinstance(right, Word):
        right, right_type = _day(right), left_type
    _agree(tree, left_type, right_type)
    return Compare(tree.sign, left, right)


def _day(word: Word) -> Number:
    """A quoted day, as the record has days."""
    try:
        return Number(date.fromisoformat(word.text).toordinal(), word.text)
    except ValueError:
        raise InputError(f'"{word.text}" is no day', remedy="Write it as 2001-12-31") from None


def _agree(tree: Compare, left: Type, right: Type) -> None:
    text = written(tree)
    if left.kind is not right.kind:
        raise InputError(f"{text} compares a {left.kind} with a {right.kind}", remedy="Compare like with like")
    if left.kind is Kind.WORD:
        if tree.sign not in ("==", "!="):
            raise InputError(f"{text} puts words in order", remedy="Words are only equal or not")
        for word, words in ((tree.right, left.words), (tree.left, right.words)):
            if isinstance(word, Word) and words and word.text not in words:
                raise InputError(f'"{word.text}" is not possible in {text}', remedy=remedy(word.text, words))


def _counted(tree: Compare, meaning: Count | Choice) -> Condition:
    if not isinstance(tree.right, Number):
        raise InputError(f"{written(tree)} needs a whole number on its right", remedy="For instance: >= 3")
    number = tree.right.value
    if isinstance(meaning, Choice):
        holds = COMPARE[tree.sign]
        return some(when for option, when in meaning.options if holds(option, number))
    return _count_against(tree.sign, number, meaning.parts)


def _count_against(sign: str, number: int, parts: tuple[Condition, ...]) -> Condition:
    match sign:
        case ">=":
            return at_least(number, parts)
        case ">":
            return at_least(number + 1, parts)
        case "<":
            return negate(at_least(number, parts))
        case "<=":
            return negate(at_least(number + 1, parts))
        case "==":
            return every((at_least(number, parts), negate(at_least(number + 1, parts))))
        case _:
            return some((negate(at_least(number, parts)), at_least(number + 1, parts)))


def _typed(term: Term, scope: Scope) -> tuple[Term, Type]:
    match term:
        case Number():
            return term, Type(Kind.INTEGER)
        case Word():
            return term, Type(Kind.WORD)
        case Arithmetic(sign, left, right):
            return Arithmetic(sign, *_whole((left, right), scope)), Type(Kind.INTEGER)
        case Name(path):
            meaning = scope.lookup(path)
            if not isinstance(meaning, Typed):
                raise InputError(f"{path} is no plain value", remedy="Compare it directly with a whole number")
            if meaning.type.kind is Kind.BOOLEAN:
                raise InputError(f"{path} is yes or no", remedy="Name it alone, or with `not`")
            return Name(meaning.path), meaning.type


def _whole(terms: Iterable[Term], scope: Scope) -> list[Term]:
    return [bind_term(term, scope) for term in terms]
