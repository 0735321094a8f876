"""What stands within the rows of a hemicycle: the numbers of the groups at their seats, and what is counted."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from majlis.render.lettering import Line, width
from majlis.render.votes.hemicycle_said import counted_words
from majlis.render.votes.hemicycle_seats import at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from majlis.render.votes.hemicycle import Count

_KEY = 12.5
_AIR = 2.0
_BIGGEST, _LEAST, _TEXT = 30.0, 13.0, 13.0  # sizes
_FOOT = 3.0
_ASCENT = 0.8  # of a line, in sizes


def numbers(groups: Sequence[tuple[str, int]], inner: float) -> list[Line]:
    """The numbers of groups (each with its seats) at the inner edge of their seats, around 0,0.

    Where two have no room beside each other, that of the greater group is kept; the legend has all of them.
    """
    whole = sum(seats for _, seats in groups)
    lines: list[tuple[int, Line]] = []
    before = 0
    for key, seats in groups:
        if key:
            lines.append((seats, _number(key, (before + seats / 2) / whole, inner)))
        before += seats
    kept: list[Line] = []
    for _, line in sorted(lines, key=lambda each: -each[0]):
        if all(_clear(line, other) for other in kept):
            kept.append(line)
    return kept


def _number(key: str, share: float, inner: float) -> Line:
    angle = pi * (1 - share)
    wide = width(key, _KEY, bold=True)
    radius = inner - _AIR - abs(cos(angle)) * wide / 2 - sin(angle) * _KEY / 2
    x, y = at(radius, share)
    return Line(key, x, y + _KEY * (_ASCENT - 0.5), _KEY, True, "middle")


def middle(count: Count, counted_as: str, keys: Sequence[Line], inner: float) -> list[Line]:
    """What is counted, as large as fits within the seats beside the numbers of their groups, and these; around 0,0.

    A number of a group gives way where there is no room for both; words that are too long are left to the legend.
    """
    number = _number_of(counted_words(count, "–"), _BIGGEST)  # noqa: RUF001 - a dash between two
    said = Line(counted_as, 0.0, -_FOOT, _TEXT, anchor="middle")
    while number.size > _LEAST and not _fits(number, keys, inner):
        number = _number_of(number.text, number.size - 1.0)
    lines = [number, said] if _fits(said, (), inner) else [number]
    return [*lines, *(key for key in keys if all(_clear(line, key) for line in lines))]


def _number_of(text: str, size: float) -> Line:
    """What is counted, just above the word for it."""
    return Line(text, 0.0, -_FOOT - _TEXT * _ASCENT - size * (1 - _ASCENT), size, True, "middle")


def _fits(line: Line, keys: Sequence[Line], inner: float) -> bool:
    left, top, right, _ = _box(line)
    return hypot(max(-left, right), top) <= inner - _AIR and all(_clear(line, key) for key in keys)


def _clear(one: Line, other: Line) -> bool:
    """Do two lines of text stand apart?"""
    left, top, right, bottom = _box(one)
    west, north, east, south = _box(other)
    return right <= west or east <= left or bottom <= north or south <= top


def _box(line: Line) -> tuple[float, float, float, float]:
    """The room that a line takes, from its middle: left, top, right, bottom."""
    half = width(line.text, line.size, bold=line.bold) / 2
    return line.x - half, line.y - line.size * _ASCENT, line.x + half, line.y + line.size * (1 - _ASCENT)
