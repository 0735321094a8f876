"""The condition of a provision in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.logic.explain import written
from majlis.logic.parse import parse
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
    every,
    names,
)
from majlis.questions.asking import in_words
from majlis.render.words import listed, number, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SIGNS = {
    "==": "is",
    "!=": "is not",
    ">=": "is at least",
    "<=": "is at most",
    ">": "is more than",
    "<": "is less than",
}
_HAPPENED = {
    "done": ("took place", "did not take place"),
    "passed": ("passed", "did not pass"),
    "missed": ("never came", "was not missed"),
    "late": ("came too late", "was not late"),
}
_LIST = ".list"  # the list in which a matter stands
_NO = {"==": "!=", "!=": "==", ">=": "<", "<=": ">", ">": "<=", "<": ">="}


@dataclass(frozen=True, slots=True)
class _Named:
    """How actors and offices are called, and what facts ask."""

    titles: Mapping[str, str]
    asks: Mapping[str, str]


def condition_words(text: str, titles: Mapping[str, str], asks: Mapping[str, str] | None = None) -> str:
    """A condition as a rule file has it, in words; `titles` are those of actors and offices.

    With `asks`, a fact is called by the question that it answers. Empty for a condition that is too involved
    to read well: its provision says in a sentence what it means.
    """
    part = _without_known(parse(text))
    return _said(part, _Named(titles, asks or {})) if _plain(part) else ""


def _without_known(part: Condition) -> Condition:
    """A condition in which nothing is asked to be known that is asked for itself as well: a reader takes it so."""
    match part:
        case And(parts):
            asked = frozenset[str]().union(*(names(each) for each in parts if not isinstance(each, Known)))
            return every(_without_known(each) for each in parts if not (isinstance(each, Known) and each.path in asked))
        case Or(parts):
            return Or(tuple(map(_without_known, parts)))
        case _:
            return part


def _plain(part: Condition) -> bool:
    """Is a condition a plain list of comparisons with fixed values?"""
    match part:
        case And(parts) | Or(parts):
            return not any(isinstance(each, And | Or) for each in parts) and all(map(_plain, parts))
        case Compare(_, left, right):
            return isinstance(left, Name) and isinstance(right, Number | Word)
        case Not(inner):
            return not isinstance(inner, And | Or) and _plain(inner)
        case _:
            return isinstance(part, OneOf | Holds | Met)


def _said(part: Condition, named: _Named) -> str:
    match part:
        case Compare():
            return _compared(part, named)
        case OneOf(path, words):
            return f"{_name(path, named)} is {_by(Name(path))}{_choices(words, named)}"
        case Holds(path):
            return _held(path, named, held=True)
        case Known(path):
            return f"it is known: {_name(path, named)}"
        case Met(cite):
            return f"{cite} is kept"
        case Not(inner):
            return _denied(inner, named)
        case And(parts):
            said = [_bracketed(each, named) for each in parts if not isinstance(each, Met)]
            return listed([*_once(said), *_kept(parts)])
        case Or(parts):
            return listed((_bracketed(each, named) for each in parts), "or")
        case AtLeast() | Constant():
            return written(part)


def _compared(part: Compare, named: _Named) -> str:
    left = part.left
    if isinstance(left, Name) and left.path.endswith(_LIST) and isinstance(part.right, Word):
        return f"{_name(left.path.removesuffix(_LIST), named)} {_SIGNS[part.sign]} one of {part.right.text}"
    return f"{_term(left, named)} {_SIGNS[part.sign]} {_by(left)}{_term(part.right, named)}"


def _once(said: list[str]) -> list[str]:
    """Clauses in a row with their subject said once: X is A and is not B."""
    before = ["", *(each.rpartition(" is ")[0] for each in said)]
    return [
        each.removeprefix(f"{subject} ") if each.startswith(f"{subject} is ") else each
        for subject, each in zip(before, said, strict=False)
    ]


def _kept(parts: Iterable[Condition]) -> list[str]:
    """Several provisions that are all kept, as one clause."""
    cites = [part.cite for part in parts if isinstance(part, Met)]
    return [f"{listed(cites)} {'are' if len(cites) > 1 else 'is'} kept"] if cites else []


def _denied(part: Condition, named: _Named) -> str:
    match part:
        case Compare(sign, left, right):
            return _said(Compare(_NO[sign], left, right), named)
        case OneOf(path, words):
            return f"{_name(path, named)} is not {_by(Name(path))}{_choices(words, named)}"
        case Holds(path):
            return _held(path, named, held=False)
        case Known(path):
            return f"it is not known: {_name(path, named)}"
        case Met(cite):
            return f"{cite} is not kept"
        case _:
            return f"not ({_said(part, named)})"


def _choices(words: Iterable[str], named: _Named) -> str:
    """Several words of which one is meant; numbered items of a list are drawn together."""
    ordered = sorted(words, key=_order)
    if all("." in each for each in ordered):
        return listed(numbered(ordered), "or")
    return listed((named.titles.get(word, in_words(word)) for word in ordered), "or")


def _held(path: str, named: _Named, *, held: bool) -> str:
    head, _, field = path.rpartition(".")
    if field in _HAPPENED:
        return f"the {in_words(head)} {_HAPPENED[field][not held]}"
    if path in named.asks:
        return f"{_name(path, named)} is {'yes' if held else 'no'}"
    return f"{_name(path, named)}: {'yes' if held else 'no'}"


def _bracketed(part: Condition, named: _Named) -> str:
    said = _said(part, named)
    return f"({said})" if isinstance(part, And | Or) else said


def _order(word: str) -> tuple[tuple[int, str], ...]:
    """Items of a list in the order of their numbers: 2 before 10."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in word.split("."))


def _term(term: Term, named: _Named) -> str:
    match term:
        case Name(path):
            return _name(path, named)
        case Number(value):
            return number(value)
        case Word(text):
            return named.titles.get(text, in_words(text))
        case Arithmetic(sign, left, right):
            return f"{_term(left, named)} {sign} {_term(right, named)}"


def _by(term: Term) -> str:
    """An act is by somebody."""
    return "by " if isinstance(term, Name) and term.path.endswith(".by") else ""


def _name(path: str, named: _Named) -> str:
    if path in named.asks:
        return f'the answer to "{named.asks[path]}"'
    head, _, field = path.rpartition(".")
    if field in ("by", "act"):
        return f"the {in_words(head)}"
    if not head:
        return f"the {in_words(path)}" if field == "matter" else in_words(path)
    if field == "list":
        return f"the list of the {in_words(head)}"
    if field == "required":
        return (
            f"the majority needed at the {in_words(head)} vote"
            if head == "first"
            else f"the majority needed at the {in_words(head)}"
        )
    return f"the {in_words(field)} of the {in_words(head)}"
