"""A mutant: one change of one content file."""

from __future__ import annotations

import copy
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.documents.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.documents.document import Key

KINDS = {
    "number": "a number, a date or a share, one more or one less",
    "unit": "a period in another unit",
    "bound": "at least for more than, and the other way round",
    "comparison": "a comparison by its neighbour or its opposite",
    "connective": "and for or, and the other way round",
    "operand": "an operand left out",
    "negation": "a not left out or put in",
    "word": "a word left out of a list",
    "guard": "a condition of a norm or of a majority left out",
    "majority": "one of several majorities left out",
    "counting": "the first day counted or not, or the sittings of one body only",
    "flag": "a yes for a no",
    "actor": "one of those who may act left out, or another in the place of the only one",
    "line": "two in a line of succession swapped, or one left out",
    "edition": "what an edition changed left out, or moved by an edition or a day",
    "reading": "another reading as the default, or a reading without what it sets",
    "swap": "passed and failed swapped, or late and missed",
    "target": "another step or outcome as the one that follows",
    "silence": "what follows a silence left out, or put in its place",
    "branch": "one left out of several steps that follow together",
    "norm": "a norm left out of those that govern or decide a step",
}
"""Every kind of change, with what is changed."""


@dataclass(frozen=True)
class Edit:
    """A new value for one place of a file; None takes the place out."""

    path: Key
    value: Any


@dataclass(frozen=True)
class Mutant:
    """One change: where, of what kind, from what to what, and whose norm or step it touches."""

    file: str
    line: int
    kind: str
    subject: str
    """The citation of the norm, the name of the step, or the part of the frame."""
    place: str
    before: str
    after: str
    edits: tuple[Edit, ...]

    @property
    def id(self) -> str:
        """A name that stays the same while lines are added elsewhere in the file."""
        told = "|".join((self.file, self.kind, self.subject, self.place, self.before, self.after))
        return hashlib.sha256(told.encode()).hexdigest()[:10]

    @property
    def change(self) -> str:
        """The change in one line."""
        return f"{self.subject} {self.place}: {self.before} -> {self.after}"

    def __str__(self) -> str:
        return f"{self.file}:{self.line} [{self.kind}] {self.change}"


def edited(document: Document, edits: Iterable[Edit]) -> Document:
    """A document with some places changed. What is taken out of a list goes last, so that paths stay true."""
    data: Any = copy.deepcopy(document.data)
    for edit in sorted(edits, key=lambda each: each.value is None):
        holder = data
        for step in edit.path[:-1]:
            holder = holder[step]
        if edit.value is None:
            del holder[edit.path[-1]]
        else:
            holder[edit.path[-1]] = copy.deepcopy(edit.value)
    return Document(data, document.name, document.lines, document.taken)
