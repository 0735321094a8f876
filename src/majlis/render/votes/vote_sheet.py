"""The sheet that pictures of votes are drawn on: narrow, so that a phone shows its text large enough to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.ink import FONT, INK, PAPER, plain, shown, text
from majlis.render.lettering import LEADING, Line, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDE, MARGIN = 400.0, 12.0
TEXT = 13.0  # the size of letters
_SHOWN = 480.0  # the width at which the picture is shown where nothing else is asked for (px)
_TITLE = 16.0


def sheet(title: str, said: str, parts: Sequence[str], high: float) -> str:
    """A document with a title, a description and what is drawn, so high (units; it is as wide as WIDE)."""
    size = f'viewBox="0 0 {WIDE:g} {shown(high)}" width="{_SHOWN:g}" height="{shown(high * _SHOWN / WIDE)}"'
    return "\n".join((
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="vote-title vote-desc">',
        f'<title id="vote-title">{plain(title)}</title>',
        f'<desc id="vote-desc">{plain(said)}</desc>',
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        f'<g font-family="{FONT}" fill="{INK}" stroke-linejoin="round">',
        *(part for part in parts if part),
        "</g>",
        "</svg>\n",
    ))  # fmt: skip


def heading(title: str, answer: str, subtitle: Sequence[str]) -> tuple[list[str], float]:
    """The title, the answer and what the picture is about; and the height at which they end."""
    lines: list[str] = []
    y = MARGIN
    for paragraph, size, bold in ((title, _TITLE, True), *((each, TEXT, False) for each in (answer, *subtitle))):
        for row in wrapped(paragraph, size, WIDE - 2 * MARGIN, bold=bold):
            lines.append(text(Line(row, MARGIN, y + size, size, bold)))
            y += size * LEADING
    return lines, y + MARGIN / 2
