"""How seats look, by how they stand: each in a shape and a pattern of its own, and in a colour that may be missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.render.ink import PAPER, SHADE
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Place = tuple[float, float]

_PEN = 0.3  # the width of an outline, in reaches of a seat
_THICKEST = 2.4
_THINNER = 0.8  # a light line on a dark ground, which the smallest seats must keep
_FULL, _SQUARE, _SMALL = 1.0, 0.8, 0.42  # of the reach of a seat; the corners of a square reach further
COUNTED = "#0b4a57"  # what is counted: the votes in favour
_SLANT = 0.55  # how far a cross reaches in its ring


@dataclass(frozen=True, slots=True)
class Look:
    """How a seat is drawn: its outline, inks, dashes, and what is drawn within (`solid`: filled; else in lines).

    `other` is the shade of a group whose left neighbour stands in the same way, `inner` the ink of what is within,
    where it is another than that of the outline.
    """

    outline: Callable[[float, float, float], str]
    ink: str
    fill: str = PAPER
    dashed: bool = False
    size: float = _FULL
    within: Callable[[float, float, float], str] | None = None
    solid: bool = False
    other: str = PAPER
    inner: str = ""


def _round(x: float, y: float, reach: float) -> str:
    return f'<circle cx="{_fine(x)}" cy="{_fine(y)}" r="{_fine(reach)}"/>'


def _square(x: float, y: float, reach: float) -> str:
    side = _fine(2 * reach)
    return f'<rect x="{_fine(x - reach)}" y="{_fine(y - reach)}" width="{side}" height="{side}"/>'


def _pointed(x: float, y: float, reach: float) -> str:
    corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return f'<polygon points="{" ".join(f"{_fine(a)},{_fine(b)}" for a, b in corners)}"/>'


def _cross(x: float, y: float, reach: float) -> str:
    arm = reach * _SLANT
    strokes = f"M{_fine(x - arm)},{_fine(y - arm)}l{_fine(2 * arm)},{_fine(2 * arm)}"
    return f"{strokes}m0,{_fine(-2 * arm)}l{_fine(-2 * arm)},{_fine(2 * arm)}"


def _half(x: float, y: float, reach: float) -> str:
    return f"M{_fine(x - reach)},{_fine(y)}a{_fine(reach)},{_fine(reach)} 0 0 0 {_fine(2 * reach)},0z"


def _level(x: float, y: float, reach: float) -> str:
    return f"M{_fine(x - reach)},{_fine(y)}h{_fine(2 * reach)}"


def _stroke(x: float, y: float, reach: float) -> str:
    return f"M{_fine(x - reach)},{_fine(y + reach)}l{_fine(2 * reach)},{_fine(-2 * reach)}"


def _fine(value: float) -> str:
    """A length or a place, to a hundredth: the smallest seats are a few units wide."""
    return f"{round(value, 2) + 0.0:g}"  # no -0


# From dark to light, so that a print without colours keeps them apart as well.
_LOOKS: dict[Position | None, Look] = {
    Position.IN_FAVOUR: Look(_round, COUNTED, COUNTED, other="#3d8291"),
    Position.AGAINST: Look(_round, "#8f2f16", "#b5492b", within=_cross, other="#d98a70", inner=PAPER),
    Position.ABSTAINING: Look(_round, "#b98a10", within=_half, solid=True, other="#f1dfae"),
    Position.INVALID: Look(_square, "#555", size=_SQUARE, within=_stroke, other=SHADE),
    Position.NOT_VOTING: Look(_round, "#555", within=_level, other=SHADE),
    Position.ABSENT: Look(_round, "#777", dashed=True, other=SHADE),
    Position.VACANT: Look(_round, "#777", size=_SMALL, other=SHADE),
    None: Look(_pointed, "#4d648f", "#c9d5ea", other="#fff"),
}


def look(position: Position | None) -> Look:
    """How seats look that stand in one way; None are those of whom it is not known."""
    return _LOOKS[position]


def drawn(position: Position | None, places: Iterable[Place], reach: float, *, other: bool = False) -> str:
    """Seats that stand in one way, each of which reaches so far from its middle; `other`: in the other shade."""
    its = look(position)
    pen = min(_THICKEST, reach * its.size * _PEN)
    inside = reach * its.size - pen / 2
    dashes = f' stroke-dasharray="{_fine(reach * 0.8)} {_fine(reach * 0.55)}"' if its.dashed else ""
    spots = list(places)
    seats = "".join(its.outline(x, y, inside) for x, y in spots)
    paint = f'fill="{its.other if other else its.fill}" stroke="{its.ink}" stroke-width="{_fine(pen)}"{dashes}'
    return f"<g {paint}>{seats}</g>" + (_within(its, spots, inside, pen) if its.within else "")


def _within(its: Look, spots: list[Place], inside: float, pen: float) -> str:
    """What is drawn within the seats, as one path."""
    path = "".join(its.within(x, y, inside) for x, y in spots) if its.within else ""
    ink = its.inner or its.ink
    wide = pen * _THINNER if its.inner else pen
    paint = f'fill="{ink}"' if its.solid else f'fill="none" stroke="{ink}" stroke-width="{_fine(wide)}"'
    return f'<path d="{path}" {paint}/>'
