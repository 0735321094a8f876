"""What a file says, and where it says it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from majlis.errors import Where

Node: TypeAlias = "dict[str, Node] | list[Node] | str"
Key: TypeAlias = tuple[str | int, ...]

_SHOWN = 60
_NOT_ON_A_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Document:
    """The content of one file; every scalar is a string, exactly as written."""

    data: dict[str, Node]
    name: str
    lines: dict[Key, int]
    """The line (from 1) on which each key or list item begins; the whole document is ``()``."""
    taken: dict[Key, tuple[Document, Key]] = field(default_factory=dict)
    """The parts that come from other documents, each with its place there."""

    def where(self, path: Key) -> Where:
        """Return the place of a key path; one that is not in the file has its nearest ancestor's line."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.taken:
                other, there = self.taken[path[:end]]
                return other.where((*there, *path[end:]))
        known = next(path[:end] for end in range(len(path), -1, -1) if path[:end] in self.lines or not end)
        return Where(self.name, self.lines.get(known), key_text(path) or None)


def key_text(path: Key) -> str:
    """Return a key path for the reader, such as ``votes[2].in_favour``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{one_line(step)}"
    return text.removeprefix(".")


def one_line(text: str) -> str:
    """Text cut to what fits a message: no line breaks, 60 characters at most."""
    flat = _NOT_ON_A_LINE.sub(" ", text[: _SHOWN + 1])
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
