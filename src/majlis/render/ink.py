"""The ink of the pictures: their shades, their font, and a line of text as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from majlis.errors import printable

if TYPE_CHECKING:
    from majlis.render.lettering import Line

FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
INK, PAPER, SHADE, FAINT = "#111", "#fff", "#ddd", "#ccc"
DASH = "5 3"


def shown(value: float) -> str:
    """A length or a place (px), to a tenth."""
    return f"{round(value, 1):g}"


def plain(text: str) -> str:
    """Text as the content of an element: without characters that XML has no place for."""
    return escape(printable(text))


def text(line: Line) -> str:
    """A line of text."""
    weight = ' font-weight="bold"' if line.bold else ""
    anchor = f' text-anchor="{line.anchor}"' if line.anchor != "start" else ""
    place = f'x="{shown(line.x)}" y="{shown(line.y)}" font-size="{line.size:g}"'
    return f"<text {place}{weight}{anchor}>{plain(line.text)}</text>"
