"""From steps to a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.documents.document import Document, Key, Node, key_text, one_line
from majlis.documents.events import Event, Kind
from majlis.documents.source import first_not_text
from majlis.errors import InputError, Where

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_DEPTH = 64
"""How deep mappings and lists may be nested; the whole document is the first level."""
MAX_VALUES = 50_000
"""How many values a document may have; a file of 1 MiB could have half a million and take seconds."""


@dataclass(slots=True)
class _Level:
    """A mapping or list that is not yet closed, and the key that waits for its value."""

    node: dict[str, Node] | list[Node]
    path: Key
    key: str | None = None


def build(events: Iterable[Event], name: str) -> Document:
    """Return the document that the steps describe.

    InputError where it is empty or no mapping, too deep, lacks a value, repeats a key or has a key
    that is not text.
    """
    builder = _Builder(name)
    for event in events:
        builder.take(event)
    return builder.document()


class _Builder:
    """Keeps the open levels in a list: no recursion, however deep the file is."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._root: dict[str, Node] | None = None
        self._levels: list[_Level] = []
        self._lines: dict[Key, int] = {}

    def document(self) -> Document:
        """Return the finished document."""
        if self._root is None:
            raise _empty(self._name)
        return Document(self._root, self._name, self._lines)

    def take(self, event: Event) -> None:
        """Take the next step."""
        if event.kind is Kind.END:
            self._levels.pop()
        elif not self._levels:
            self._take_root(event)
        elif isinstance(self._levels[-1].node, dict) and self._levels[-1].key is None:
            self._take_key(event, self._levels[-1])
        else:
            self._take_value(event, self._levels[-1])

    def _take_root(self, event: Event) -> None:
        if event.kind is Kind.TEXT and event.text is None:
            raise _empty(self._name)
        if event.kind is not Kind.MAPPING:
            found = "a list" if event.kind is Kind.LIST else "a single value"
            what = f"has {found} at the top, not keys and values"
            raise InputError(what, where=Where(self._name, event.line), remedy="Begin with a line like 'key: value'")
        self._root = {}
        self._lines[()] = event.line
        self._levels.append(_Level(self._root, ()))

    def _take_key(self, event: Event, level: _Level) -> None:
        if event.kind is not Kind.TEXT or event.text is None:
            raise self._fault("has a key that is not text", event, level.path, "Write a word before the colon")
        path = (*level.path, event.text)
        if path in self._lines:
            what = f"the key is given twice, on lines {self._lines[path]} and {event.line}"
            raise self._fault(what, event, path, "Keep one of them")
        self._check_text(event.text, event, path)
        self._lines[path] = event.line
        level.key = event.text

    def _take_value(self, event: Event, level: _Level) -> None:
        path = (*level.path, len(level.node) if level.key is None else level.key)
        self._lines.setdefault(path, event.line)  # a key's own line, where it has one
        if len(self._lines) > MAX_VALUES:
            raise self._fault(f"has more than {MAX_VALUES:,} values", event, (), "Split the file")
        node = self._node(event, path)
        if isinstance(level.node, list):
            level.node.append(node)
        else:
            level.node[str(level.key)] = node
        level.key = None

    def _node(self, event: Event, path: Key) -> Node:
        if event.kind is Kind.TEXT:
            if event.text is None:
                raise self._fault("has no value", event, path, "Give it a value or remove it")
            self._check_text(event.text, event, path)
            return event.text
        if len(self._levels) >= MAX_DEPTH:
            raise self._fault(f"is nested more than {MAX_DEPTH} levels deep", event, (), "Write it flatter")
        node: dict[str, Node] | list[Node] = {} if event.kind is Kind.MAPPING else []
        self._levels.append(_Level(node, path))
        return node

    def _check_text(self, text: str, event: Event, path: Key) -> None:
        """Escapes can bring in what the file itself may not contain."""
        if found := first_not_text(text):
            what = f"contains the character {found[1]}, which is not text"
            raise self._fault(what, event, path, "Remove the escape")

    def _fault(self, what: str, event: Event, path: Key, remedy: str) -> InputError:
        shown = one_line(key_text(path)) or None
        return InputError(what, where=Where(self._name, event.line, shown), remedy=remedy)


def _empty(name: str) -> InputError:
    return InputError("is empty", where=Where(name), remedy="Write at least one line like 'key: value'")
