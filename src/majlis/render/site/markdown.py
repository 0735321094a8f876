"""Markdown that says what it is given: text is escaped, and blocks stand apart."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Every mark of Markdown and of HTML as a character reference.
_TABLE = {ord(mark): f"&#{ord(mark)};" for mark in "|{}\\`*_[]"} | str.maketrans({"&": "&amp;", "<": "&lt;"})
_FIRST = re.compile(r"^(\d*)([-+#>]|(?<=\d)[.)])(?=[\s#]|$)")  # what would make a line a list, a heading, a quote


def escaped(text: str) -> str:
    """Text in which nothing is a mark of Markdown any more, on one line."""
    flat = " ".join(text.split()).translate(_TABLE)
    return _FIRST.sub(lambda found: f"{found[1]}&#{ord(found[2])};", flat)


def code(text: str) -> str:
    """Text as code: a name, a condition, a command."""
    return f"`{text}`" if "`" not in text else f"`` {text} ``"


def strong(text: str) -> str:
    """Text that is escaped already, in bold."""
    return f"**{text}**"


def heading(level: int, text: str, anchor: str = "") -> str:
    """A heading of escaped text, with the name by which it is linked to."""
    return f"{'#' * level} {text}{f' {{ #{anchor} }}' if anchor else ''}"


def bullets(items: Iterable[str]) -> str:
    """A list; empty where there are no items."""
    return "\n".join(f"- {item}" for item in items)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of escaped cells."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def folded(title: str, body: str, kind: str = "note") -> str:
    """A block that opens on a click. The title is plain text."""
    return f'??? {kind} "{title.replace(chr(34), chr(39))}"\n\n{textwrap.indent(body, "    ")}'


def tab(title: str, body: str) -> str:
    """One of several blocks of which one is seen. The title is plain text."""
    return f'=== "{title.replace(chr(34), chr(39))}"\n\n{textwrap.indent(body, "    ")}'


def page(blocks: Iterable[str]) -> str:
    """A page of blocks; empty ones are left out."""
    return "\n\n".join(filter(None, blocks)) + "\n"


def found_first() -> str:
    """What makes search name a page before others; it stands at the top of the page."""
    return "---\nsearch:\n  boost: 2\n---"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 case, 2 cases."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"
