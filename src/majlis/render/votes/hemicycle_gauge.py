"""The arc outside of the seats: how many are counted, each majority as a tick, and the gap between the two."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from majlis.render.ink import INK, PAPER, SHADE, shown
from majlis.render.votes.hemicycle_marks import COUNTED
from majlis.render.votes.hemicycle_seats import OUTER, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.render.votes.hemicycle import Count

INSIDE, OUTSIDE = OUTER + 4.0, OUTER + 13.0  # the radii of the band
TICK = OUTSIDE + 3.0
_DUE_TICK = OUTSIDE + 5.0
_APART = 0.024  # between the strokes of a hatching, in shares of the half turn
_LEAN = 0.018
_PEN = f'stroke="{INK}"'


class Piece(StrEnum):
    """A part of the band, and what it means."""

    COUNTED = "counted"
    SPARE = "votes to spare"
    OPEN = "not settled"
    SHORT = "votes missing"


def pieces(count: Count) -> list[tuple[Piece, float, float]]:
    """The parts of the band that are there, from left to right, each with its ends as shares of the scale."""
    due = count.due.votes if count.due else None
    needed = count.lowest if due is None else min(due, count.lowest)
    goal = count.highest if due is None else min(due, count.whole)
    ends = (
        (Piece.COUNTED, 0, needed),
        (Piece.SPARE, needed, count.lowest),
        (Piece.OPEN, count.lowest, count.highest),
        (Piece.SHORT, count.highest, goal),
    )
    return [(piece, first / count.whole, last / count.whole) for piece, first, last in ends if first < last]


def gauge(count: Count) -> Iterator[str]:
    """The band from 0 to all seats with its parts, and a tick for each majority; around 0,0."""
    yield f'<path d="{_band(0.0, 1.0)}" fill="{SHADE}"/>'
    for piece, first, last in pieces(count):
        yield _piece(piece, first, last)
    yield f'<path d="{_band(0.0, 1.0)}" fill="none" {_PEN} stroke-width="0.8"/>'
    for votes in sorted({mark.votes for mark in count.marks}):
        yield tick(votes, count)


def share_of(votes: int, count: Count) -> float:
    """Where a number of votes stands on the scale, from 0 to 1; what is beyond its end stands at the end."""
    return min(votes / count.whole, 1.0)


def tick(votes: int, count: Count) -> str:
    """The tick of a majority; of one that is due it is thick and reaches over both edges."""
    due = any(mark.due and mark.votes == votes for mark in count.marks)
    share = share_of(votes, count)
    inner, outer, wide = (INSIDE - 3.0, _DUE_TICK, 3.2) if due else (INSIDE, TICK, 1.4)
    ends = f"M{_place(inner, share)}L{_place(outer, share)}"
    halo = f'<path d="{ends}" stroke="{PAPER}" stroke-width="{wide + 1.6:g}"/>'
    return f'{halo}<path class="tick" data-votes="{votes}" d="{ends}" {_PEN} stroke-width="{wide:g}"/>'


def _piece(piece: Piece, first: float, last: float) -> str:
    area = _band(first, last)
    name = f'class="{piece.name.lower()}"'
    if piece is Piece.SHORT:
        return f'<path {name} d="{area}" fill="{PAPER}" {_PEN} stroke-width="0.8"/>{"".join(_dots(first, last))}'
    if piece is Piece.OPEN:
        strokes = "".join(_strokes(first, last))
        hatching = f'<path d="{strokes}" fill="none" stroke="{COUNTED}" stroke-width="1.6"/>' if strokes else ""
        return f'<path {name} d="{area}" fill="{PAPER}" {_PEN} stroke-width="0.8"/>{hatching}'
    whole = f'<path {name} d="{area}" fill="{COUNTED}"/>'
    if piece is Piece.COUNTED:
        return whole
    middle = (INSIDE + OUTSIDE) / 2
    return f'{whole}<path d="{_arc(middle, first, last)}" fill="none" stroke="{PAPER}" stroke-width="3"/>'


def _strokes(first: float, last: float) -> Iterator[str]:
    """Slanting lines across the band, cut off at both ends."""
    for number in range(int((last - first + _LEAN) / _APART) + 1):
        start = first - _LEAN + (number + 0.5) * _APART
        low, high = max(start, first), min(start + _LEAN, last)
        if low < high:
            reaches = (INSIDE + (OUTSIDE - INSIDE) * (share - start) / _LEAN for share in (low, high))
            inner, outer = reaches
            yield f"M{_place(inner, low)}L{_place(outer, high)}"


def _dots(first: float, last: float) -> Iterator[str]:
    """Dots along the middle of the band, one at least."""
    number = max(1, int((last - first) / _APART))
    for place in range(number):
        x, y = at((INSIDE + OUTSIDE) / 2, first + (place + 0.5) * (last - first) / number)
        yield f'<circle cx="{shown(x)}" cy="{shown(y)}" r="1.5"/>'


def _band(first: float, last: float) -> str:
    outer = f"M{_place(OUTSIDE, first)}A{OUTSIDE:g},{OUTSIDE:g} 0 0 1 {_place(OUTSIDE, last)}"
    return f"{outer}L{_place(INSIDE, last)}A{INSIDE:g},{INSIDE:g} 0 0 0 {_place(INSIDE, first)}z"


def _arc(radius: float, first: float, last: float) -> str:
    return f"M{_place(radius, first)}A{radius:g},{radius:g} 0 0 1 {_place(radius, last)}"


def _place(radius: float, share: float) -> str:
    x, y = at(radius, share)
    return f"{shown(x)},{shown(y)}"
