"""Where the seats of a hemicycle stand: concentric rows, as large as they fit, taken from left to right by angle."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import cos, pi, sin

OUTER, INNER = 127.0, 62.0  # the half ring that seats are put on (units of the sheet)
_WIDEST = 36.0  # the greatest distance of one seat from the next
_REACH = 0.43  # how far a seat reaches from its middle, in distances; less than half, so that there is a gap
_CLOSER = 0.995
_MOST_ROWS = 50
_MIDDLE = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat: its row (0 is outermost), its share of the half turn (0 is left, 1 is right) and its middle."""

    row: int
    share: Fraction
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Seating:
    """All seats in the order of groups, how far each reaches from its middle, and the radii of the rows."""

    seats: tuple[Seat, ...]
    reach: float
    pitch: float
    radii: tuple[float, ...]

    @property
    def inner(self) -> float:
        """The radius of the half disc within that is free of seats."""
        return self.radii[-1] - self.reach


def at(radius: float, share: float | Fraction) -> tuple[float, float]:
    """The place at a share of the half turn from left to right, around 0,0; y runs downwards."""
    angle = pi * (1 - float(share))
    return radius * cos(angle), -radius * sin(angle)


def seated(count: int) -> Seating:
    """The seats of a body with so many, 1 at least."""
    rows, pitch = max(
        ((rows, _pitch(count, rows)) for rows in range(1, min(count, _MOST_ROWS) + 1)),
        key=lambda found: (found[1], -found[0]),
    )
    radii = _radii(rows, pitch)
    while sum(_room(radius, pitch) for radius in radii) < count:
        pitch *= _CLOSER
        radii = _radii(rows, pitch)
    seats = [seat for row, number in enumerate(_shared(count, radii, pitch)) for seat in _row(row, number, radii[row])]
    # Shares of so few seats are equal, or differ, as floats just as they do as fractions, and are compared far quicker.
    seats.sort(key=lambda seat: (float(seat.share), seat.row))
    return Seating(tuple(seats), pitch * _REACH, pitch, radii)


def _pitch(count: int, rows: int) -> float:
    """The greatest distance between neighbours, along a row and from row to row, that so many rows allow."""
    along = count - rows + pi * rows * (rows - 1) / 2 + _REACH * pi * rows
    across = rows - 1 + 2 * _REACH
    return min(_WIDEST, pi * rows * OUTER / along, (OUTER - INNER) / across)


def _radii(rows: int, pitch: float) -> tuple[float, ...]:
    return tuple(OUTER - pitch * (_REACH + row) for row in range(rows))


def _room(radius: float, pitch: float) -> int:
    """How many seats a row holds."""
    return int(pi * radius / pitch) + 1


def _shared(count: int, radii: tuple[float, ...], pitch: float) -> list[int]:
    """The seats of each row, as its length has it: each seat goes where they stand least closely."""
    taken = [0] * len(radii)
    rooms = [_room(radius, pitch) for radius in radii]
    for _ in range(count):
        open_rows = [row for row, room in enumerate(rooms) if taken[row] < room]
        taken[min(open_rows, key=lambda row: (taken[row] + 0.5) / radii[row])] += 1
    return taken


def _row(row: int, number: int, radius: float) -> list[Seat]:
    shares = [Fraction(place, number - 1) for place in range(number)] if number > 1 else [_MIDDLE] * number
    return [Seat(row, share, *at(radius, share)) for share in shares]


def border(seating: Seating, before: int) -> list[tuple[float, float]]:
    """The line between the first so many seats and the others, from the outermost row inwards.

    In each row it runs midway between the last seat of the ones and the first of the others.
    """
    corners: list[tuple[float, float]] = []
    for row, radius in enumerate(seating.radii):
        first, second = (
            [seat.share for seat in part if seat.row == row]
            for part in (seating.seats[:before], seating.seats[before:])
        )
        between = _between(first, second)
        corners += [at(radius + seating.pitch / 2, between), at(radius - seating.pitch / 2, between)]
    return corners


def _between(first: list[Fraction], second: list[Fraction]) -> Fraction:
    """Midway between two parts of a row; at its end where one of them is empty."""
    if first and second:
        return (first[-1] + second[0]) / 2
    apart = Fraction(1, 2 * max(len(first) + len(second) - 1, 1))
    return 1 + apart if first else -apart
