"""The shapes of a timeline as SVG: bars, stretches and marks, told apart by form and pattern, not by colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.render.ink import DASH, INK, PAPER, SHADE, shown, text
from majlis.render.lettering import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HALF = 6.0  # half the height of a bar (px)
THIN = 4.0  # half the height of a stretch
REACH = 6.5  # how far a mark reaches from its middle
HEAD = 9.0  # the length of an arrowhead
LEAST = 3.0  # the least width of a bar
_TEETH = 2  # of a broken end
_TOOTH = 6.0  # how deep they are
_GAP = 5.0  # between the lines of a hatching, and the dots of a dotted stretch
_PEN = f'stroke="{INK}" stroke-width="1.2"'


@dataclass(frozen=True, slots=True)
class Style:
    """How a bar is drawn: shaded or empty, its edge dashed or not, and broken off at the sides that are open."""

    filled: bool = False
    dashed: bool = False
    open_left: bool = False
    open_right: bool = False


def bar(x: float, right: float, y: float, style: Style) -> str:
    """A window from one place to another, around the height `y`."""
    end = list(_side(right, y, broken=style.open_right, outwards=1))
    start = [(at, 2 * y - height) for at, height in _side(x, y, broken=style.open_left, outwards=-1)]
    dashes = f' stroke-dasharray="{DASH}"' if style.dashed else ""
    edges = [[start[-1], end[0]], [end[-1], start[0]]]
    edges += [side for side, broken in ((end, style.open_right), (start, style.open_left)) if not broken]
    torn = [side for side, broken in ((end, style.open_right), (start, style.open_left)) if broken]
    fill = f'<polygon points="{_points((*end, *start))}" fill="{SHADE if style.filled else PAPER}"/>'
    return f"{fill}{_lines(edges, dashes)}{_lines(torn, '')}"


def _side(x: float, y: float, *, broken: bool, outwards: int) -> Iterator[tuple[float, float]]:
    """A side from top to bottom: straight, or with teeth that point inwards."""
    corners = 2 * _TEETH if broken else 1
    for corner in range(corners + 1):
        depth = _TOOTH if broken and corner % 2 else 0.0
        yield x - outwards * depth, y - HALF + 2 * HALF * corner / corners


def _lines(lines: Iterable[Iterable[tuple[float, float]]], dashes: str) -> str:
    path = "".join(f"M{_points(line)}" for line in lines)
    return f'<path d="{path}" fill="none" {_PEN}{dashes}/>' if path else ""


def hatched(x: float, right: float, y: float) -> str:
    """A stretch of time that ran over: hatched."""
    strokes = " ".join(_strokes(x, right, y))
    path = f'<path d="{strokes}" fill="none" stroke="{INK}" stroke-width="1.4"/>' if strokes else ""
    return f"{_stretch(x, right, y)}{path}"


def _strokes(x: float, right: float, y: float) -> Iterator[str]:
    """Slanting lines, cut off at both ends of a stretch."""
    high = 2 * THIN
    at = x - high + _GAP
    while at < right:
        low, top = max(at, x), min(at + high, right)
        if top > low:
            yield f"M{shown(low)},{shown(y + THIN - (low - at))}L{shown(top)},{shown(y + THIN - (top - at))}"
        at += _GAP


def dotted(x: float, right: float, y: float) -> str:
    """A stretch of time before a first day: dotted."""
    dots = max(1, int((right - x) / _GAP))
    step = (right - x) / dots
    circles = (f'<circle cx="{shown(x + (n + 0.5) * step)}" cy="{shown(y)}" r="1.2"/>' for n in range(dots))
    return f"{_stretch(x, right, y)}{''.join(circles)}"


def _stretch(x: float, right: float, y: float) -> str:
    place = f'x="{shown(x)}" y="{shown(y - THIN)}" width="{shown(right - x)}" height="{shown(2 * THIN)}"'
    return f'<rect {place} fill="{PAPER}" {_PEN}/>'


def in_time(x: float, y: float) -> str:
    """The mark of an act in time: a full diamond."""
    return _diamond(x, y, INK)


def untimed(x: float, y: float) -> str:
    """The mark of an act that no limit is held against: an empty diamond."""
    return _diamond(x, y, PAPER)


def late(x: float, y: float) -> str:
    """The mark of an act that came too late: an empty diamond with a bar at its right."""
    edge = f'<path d="M{shown(x + REACH)},{shown(y - REACH)}v{shown(2 * REACH)}" stroke="{INK}" stroke-width="3"/>'
    return f"{_diamond(x, y, PAPER)}{edge}"


def premature(x: float, y: float) -> str:
    """The mark of an act that came too early: a diamond of which the left half is full."""
    half = _points(((x, y - REACH), (x, y + REACH), (x - REACH, y)))
    return f'{_diamond(x, y, PAPER)}<polygon points="{half}"/>'


def _diamond(x: float, y: float, fill: str) -> str:
    corners = ((x, y - REACH), (x + REACH, y), (x, y + REACH), (x - REACH, y))
    return f'<polygon points="{_points(corners)}" fill="{fill}" {_PEN}/>'


def running(x: float, y: float) -> str:
    """The end of a stretch that goes on: an arrowhead."""
    corners = ((x + HEAD, y), (x, y - REACH), (x, y + REACH))
    return f'<polygon points="{_points(corners)}"/>'


def crossed(x: float, y: float) -> str:
    """The mark of what cannot be: a cross."""
    arms = f"M{shown(x - REACH)},{shown(y - REACH)}l{shown(2 * REACH)},{shown(2 * REACH)}m0,{shown(-2 * REACH)}"
    arms += f"l{shown(-2 * REACH)},{shown(2 * REACH)}"
    pens = ((PAPER, 5.0), (INK, 2.4))
    return "".join(f'<path d="{arms}" fill="none" stroke="{ink}" stroke-width="{wide:g}"/>' for ink, wide in pens)


def asked(x: float, y: float) -> str:
    """The mark of what is not known: a question mark in a ring."""
    ring = f'<circle cx="{shown(x)}" cy="{shown(y)}" r="{shown(REACH + 0.5)}" fill="{PAPER}" {_PEN}/>'
    return ring + text(Line("?", x, y + 4.0, 11.0, True, "middle"))


def beginning(x: float, y: float) -> str:
    """The first day of what has no last one: a bracket that is open to the right."""
    path = f"M{shown(x + 5)},{shown(y - HALF)}h-5v{shown(2 * HALF)}h5"
    return f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="1.6"/>'


def ending(x: float, y: float) -> str:
    """A last day that may hold: a bracket that is open to the left, higher than a bar."""
    path = f"M{shown(x - 5)},{shown(y - HALF - 2)}h5v{shown(2 * HALF + 4)}h-5"
    return f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="1.6"/>'


def none_left(first: float, last: float, y: float) -> str:
    """A first day and a last one before it, and between them a thin line."""
    line = (
        f'<path d="M{shown(last)},{shown(y)}H{shown(first)}" stroke="{INK}" stroke-width="1" stroke-dasharray="1 3"/>'
    )
    return f"{line}{ending(last, y)}{beginning(first, y)}"


def _points(corners: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{shown(x)},{shown(y)}" for x, y in corners)
