"""What the makers of mutants share: a place in a file, and the mutants that are made there."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.mutants.expressions import changed, written
from benchmarks.mutants.mutant import Edit, Mutant

from majlis.documents.document import key_text
from majlis.logic.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.documents.document import Document, Key

UNITS = {"hour": "day", "day": "week", "week": "day", "month": "week", "year": "month", "sitting day": "day"}
_LENGTH = re.compile(r"([0-9]+) (.*?)s?")
GONE = "(left out)"


@dataclass(frozen=True)
class Place:
    """One norm or step in one file; paths below it are told without what leads to it."""

    document: Document
    file: str
    subject: str
    root: Key

    def make(self, kind: str, path: Key, before: Any, after: Any, edits: Sequence[Edit] = ()) -> Mutant:
        """The mutant that has `after` at a path instead of `before`, or that the edits make."""
        line = self.document.where(path).line or 0
        where = key_text(path[len(self.root) :]) or "whole"
        made = tuple(edits) or (Edit(path, after),)
        return Mutant(self.file, line, kind, self.subject, where, shown(before), shown(after), made)

    def expression(self, path: Key, text: str) -> Iterator[Mutant]:
        """Every change of an expression."""
        for kind, tree in changed(parse(text)):
            yield self.make(kind, path, text, written(tree))

    def whole_number(self, path: Key, text: str) -> Iterator[Mutant]:
        """One more and one less."""
        yield from (self.make("number", path, text, str(int(text) + step)) for step in (1, -1))

    def share(self, path: Key, text: str) -> Iterator[Mutant]:
        """Each part of a share one more and one less."""
        top, bottom = (int(each) for each in text.split("/"))
        pairs = ((top + 1, bottom), (top - 1, bottom), (top, bottom + 1), (top, bottom - 1))
        yield from (self.make("number", path, text, f"{one}/{two}") for one, two in pairs if two > 0)

    def length(self, path: Key, text: str) -> Iterator[Mutant]:
        """One unit more and less, and another unit."""
        found = _LENGTH.fullmatch(text)
        if not found:
            return
        number, unit = int(found[1]), found[2]
        lengths = [("number", f"{number + step} {unit}s") for step in (1, -1) if number + step > 0]
        for kind, each in (*lengths, ("unit", f"{number} {UNITS[unit]}s")):
            yield self.make(kind, path, text, each)

    def numbers_within(self, path: Key, text: str) -> Iterator[Mutant]:
        """Each number in a text one more and one less."""
        for found in re.finditer(r"[0-9]+", text):
            for step in (1, -1):
                after = f"{text[: found.start()]}{int(found[0]) + step}{text[found.end() :]}"
                yield self.make("number", path, text, after)

    def one_less(self, kind: str, path: Key, items: Sequence[Any]) -> Iterator[Mutant]:
        """Each item of a list left out, as long as one stays."""
        for number in range(len(items) if len(items) > 1 else 0):
            yield self.make(kind, path, list(items), [*items[:number], *items[number + 1 :]])

    def left_out(self, kind: str, path: Key, value: Any) -> Mutant:
        """What stands at a path left out."""
        return self.make(kind, path, value, GONE, [Edit(path, None)])


def shown(value: Any) -> str:
    """A value of a file in one line."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {shown(each)}' for key, each in value.items())}}}"
    return json.dumps(value)


def moved(name: str, editions: Sequence[str]) -> str | None:
    """The next edition, or for the last one the one before; None where there is one only."""
    at = editions.index(name)
    beside = [*editions[at + 1 : at + 2], *editions[max(at - 1, 0) : at]]
    return beside[0] if beside else None
