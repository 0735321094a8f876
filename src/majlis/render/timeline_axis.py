"""The axis of a timeline: its ticks with their labels, above the rows or below them, and the day of judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.ink import FAINT, INK, shown
from majlis.render.lettering import SMALL, Line, width
from majlis.render.timeline_rows import gaps
from majlis.render.timeline_scale import Grain, Unit, grain, ticks
from majlis.render.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.render.timeline_rows import Row
    from majlis.render.timeline_scale import Scale, Tick

_LEAST = {Unit.DAY: 24.0, Unit.MONTH: 34.0, Unit.YEAR: 44.0}  # the room for a label (px)
HIGH = 32.0  # the height of an axis with both its rows of labels
FLAG = 20.0  # the height of the label of the day of judgement
_POINT = 5.0
FOOT = 4.0  # below the label of the day of judgement


def grain_of(scale: Scale) -> Grain:
    """How close the ticks of a scale may be."""
    return grain(scale.first, scale.last, scale.right - scale.left, _LEAST)


def labels(scale: Scale, top: float, *, below: bool) -> list[Line]:
    """The labels of an axis, those of the longer periods farther from the rows; one that has no room is left out."""
    of = ticks(scale.first, scale.last, grain_of(scale))
    near, far = (top + 14.0, top + 28.0) if below else (top + 26.0, top + 12.0)
    end = scale.right + scale.edge
    close = _fitting(((tick, tick.label) for tick in of), scale, near, end)
    return [*close, *_fitting(((tick, tick.above) for tick in of), scale, far, end)]


def _fitting(labelled: Iterable[tuple[Tick, str]], scale: Scale, y: float, end: float) -> list[Line]:
    """Labels from the right to the left, as far as each leaves room for the one behind it."""
    found: list[Line] = []
    for tick, label in reversed(list(labelled)):
        x = scale.start(tick.day) + 2.0
        if label and x + width(label, SMALL) <= end:
            found.append(Line(label, x, y, SMALL))
            end = x - 4.0
    return found[::-1]


def grid(scale: Scale, rows: list[Row], top: float, bottom: float) -> str:
    """Faint upright lines at the ticks, which stop short of words."""
    days = [tick.day for tick in ticks(scale.first, scale.last, grain_of(scale)) if tick.label]
    places = [scale.start(each) for each in days]
    paths = " ".join(upright(x, [gap for row in rows for gap in row.gaps(x)], top, bottom) for x in places)
    return f'<path d="{paths}" stroke="{FAINT}" stroke-width="0.8"/>' if paths else ""


def base(scale: Scale, y: float) -> str:
    """The line on which the ticks stand."""
    left, right = scale.left - scale.edge, scale.right + scale.edge
    return f'<path d="M{shown(left)},{shown(y)}H{shown(right)}" stroke="{INK}" stroke-width="1"/>'


def flag(scale: Scale, as_of: str, at: int, y: float) -> Line:
    """The label of the day of judgement, above its line."""
    said = f"as of {day(as_of)}"
    wide = width(said, SMALL, bold=True)
    left, right = scale.left - scale.edge, scale.right + scale.edge
    return Line(said, max(left, min(scale.noon(at) - wide / 2, right - wide)), y + SMALL, SMALL, bold=True)


def judgement(scale: Scale, at: int, rows: list[Row], top: float, bottom: float) -> str:
    """The line of the day of judgement, with a pointer at its top (px) and gaps at words and marks."""
    x = scale.noon(at)
    ticked = gaps(x, labels(scale, top + FOOT, below=False))
    pointer = f"{shown(x - _POINT)},{shown(top)} {shown(x + _POINT)},{shown(top)} {shown(x)},{shown(top + _POINT)}"
    path = upright(x, [*ticked, *(gap for row in rows for gap in row.gaps(x))], top, bottom)
    return f'<path d="{path}" stroke="{INK}" stroke-width="1.6"/><polygon points="{pointer}"/>'


def upright(x: float, without: list[tuple[float, float]], top: float, bottom: float) -> str:
    """A path straight down, without the stretches (from the top down) in which it would run through something."""
    pieces: list[str] = []
    for start, end in [*without, (bottom, bottom)]:
        if start > top:
            pieces.append(f"M{shown(x)},{shown(top)}V{shown(start)}")
        top = max(top, end)
    return " ".join(pieces)
