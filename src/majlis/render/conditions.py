"""The condition of a provision in words."""

from __future__ import annotations

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
)
from majlis.questions.asking import in_words
from majlis.render.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_NO = {"==": "!=", "!=": "==", ">=": "<", "<=": ">", ">": "<=", "<": ">="}


def condition_words(text: str, titles: Mapping[str, str]) -> str:
    """A condition as a rule file has it, in words; `titles` are those of actors and offices.

    Empty for one that is too involved to read well: its provision says in a sentence what it means.
    """
    part = parse(text)
    return _said(part, titles) if _plain(part) else ""


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


def _said(part: Condition, titles: Mapping[str, str]) -> str:
    match part:
        case Compare(sign, left, right):
            return f"{_term(left, titles)} {_SIGNS[sign]} {_by(left)}{_term(right, titles)}"
        case OneOf(path, words):
            choices = listed((titles.get(word, in_words(word)) for word in sorted(words, key=_order)), "or")
            return f"{_name(path)} is {_by(Name(path))}{choices}"
        case Holds(path):
            return _held(path, held=True)
        case Known(path):
            return f"it is known: {_name(path)}"
        case Met(cite):
            return f"{cite} is kept"
        case Not(inner):
            return _denied(inner, titles)
        case And(parts):
            return listed(_bracketed(each, titles) for each in parts)
        case Or(parts):
            return listed((_bracketed(each, titles) for each in parts), "or")
        case AtLeast() | Constant():
            return written(part)


def _denied(part: Condition, titles: Mapping[str, str]) -> str:
    match part:
        case Compare(sign, left, right):
            return _said(Compare(_NO[sign], left, right), titles)
        case OneOf(path, words):
            return f"{_name(path)} is none of {listed(sorted(map(in_words, words), key=_order))}"
        case Holds(path):
            return _held(path, held=False)
        case Known(path):
            return f"it is not known: {_name(path)}"
        case Met(cite):
            return f"{cite} is not kept"
        case _:
            return f"not ({_said(part, titles)})"


def _held(path: str, *, held: bool) -> str:
    head, _, field = path.rpartition(".")
    if field in _HAPPENED:
        return f"the {in_words(head)} {_HAPPENED[field][not held]}"
    return f"{_name(path)}: {'yes' if held else 'no'}"


def _bracketed(part: Condition, titles: Mapping[str, str]) -> str:
    said = _said(part, titles)
    return f"({said})" if isinstance(part, And | Or) else said


def _order(word: str) -> tuple[tuple[int, str], ...]:
    """Items of a list in the order of their numbers: 2 before 10."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in word.split("."))


def _term(term: Term, titles: Mapping[str, str]) -> str:
    match term:
        case Name(path):
            return _name(path)
        case Number(value):
            return number(value)
        case Word(text):
            return titles.get(text, in_words(text))
        case Arithmetic(sign, left, right):
            return f"{_term(left, titles)} {sign} {_term(right, titles)}"


def _by(term: Term) -> str:
    """An act is by somebody."""
    return "by " if isinstance(term, Name) and term.path.endswith(".by") else ""


def _name(path: str) -> str:
    head, _, field = path.rpartition(".")
    if field == "by":
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
    return f"{in_words(field)} of the {in_words(head)}"
