"""The legend of a timeline: the shapes that occur in it, each with what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render import timeline_marks as marks
from majlis.render.ink import INK, shown, text
from majlis.render.lettering import LEADING, SMALL, Line, wrapped
from majlis.render.timeline_rows import MARGIN, WIDE
from majlis.render.timeline_shapes import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON = 46.0  # the room for a shape
_HIGH = 20.0
_JUDGEMENT = "upright line: the day of judgement"


def _bar(style: marks.Style, at: float = 0.0, wide: float = 36.0) -> Callable[[float, float], str]:
    return lambda x, y: marks.bar(x + at, x + at + wide, y, style)


# How each shape is drawn at a place, 36 px wide at most.
_ICONS: dict[Shape, Callable[[float, float], str]] = {
    Shape.WAITED: _bar(marks.Style()),
    Shape.KEPT: _bar(marks.Style(filled=True)),
    Shape.DASHED: _bar(marks.Style(dashed=True)),
    Shape.BROKEN: _bar(marks.Style(open_right=True)),
    Shape.NARROW: _bar(marks.Style(), at=16.0, wide=marks.LEAST),
    Shape.FROM: lambda x, y: marks.beginning(x + 16, y),
    Shape.IF: lambda x, y: marks.ending(x + 20.0, y),
    Shape.REVERSED: lambda x, y: marks.none_left(x + 30.0, x + 6, y),
    Shape.IN_TIME: lambda x, y: marks.in_time(x + 18, y),
    Shape.LATE: lambda x, y: marks.hatched(x, x + 27, y) + marks.late(x + 27, y),
    Shape.PREMATURE: lambda x, y: marks.dotted(x + 8, x + 36, y) + marks.premature(x + 8, y),
    Shape.UNTIMED: lambda x, y: marks.untimed(x + 18, y),
    Shape.OVERDUE: lambda x, y: marks.hatched(x, x + 27, y) + marks.running(x + 27, y),
    Shape.IMPOSSIBLE: lambda x, y: marks.crossed(x + 18, y),
    Shape.UNKNOWN: lambda x, y: marks.asked(x + 18, y),
}


def legend(meant: set[Shape], top: float, *, judged: bool) -> tuple[list[str], float]:
    """The entries of the shapes that occur, in two columns from the height `top` on, and the height they end at."""
    entries = [(_ICONS[shape], str(shape)) for shape in Shape if shape in meant]
    entries += [(_line, _JUDGEMENT)] if judged else []
    half = (WIDE - MARGIN) / 2
    parts: list[str] = []
    y = top + MARGIN
    for first in range(0, len(entries), 2):
        lows = []
        for column, (icon, said) in enumerate(entries[first : first + 2]):
            x = MARGIN + column * half
            lines = wrapped(said, SMALL, half - _ICON - MARGIN)
            parts.append(icon(x, y + _HIGH / 2))
            for place, row in enumerate(lines):
                parts.append(text(Line(row, x + _ICON, y + 14.0 + place * SMALL * LEADING, SMALL)))
            lows.append(y + _HIGH + (len(lines) - 1) * SMALL * LEADING)
        y = max(lows)
    return parts, y + MARGIN


def _line(x: float, y: float) -> str:
    return f'<path d="M{shown(x + 18)},{shown(y - 8)}v16" stroke="{INK}" stroke-width="1.6"/>'
