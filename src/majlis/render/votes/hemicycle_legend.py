"""What the seats and the gauge of a hemicycle mean: positions, parts of the band, groups, and majorities."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from majlis.render.ink import INK, PAPER, SHADE, shown, text
from majlis.render.lettering import LEADING, Line, width, wrapped
from majlis.render.votes.hemicycle import Group
from majlis.render.votes.hemicycle_gauge import Piece, pieces
from majlis.render.votes.hemicycle_marks import COUNTED, drawn
from majlis.render.votes.hemicycle_said import called, group_words, in_order, margin_words, standing_words
from majlis.render.votes.vote_sheet import MARGIN, TEXT, WIDE
from majlis.render.words import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from majlis.render.votes.hemicycle import Count, Hemicycle
    from majlis.voting.majority import Position

MANY = 24  # groups; more than these have no names in the picture
_ICON = 24.0  # the room for a shape
_KEY = 20.0  # the room for the number of a group
_REACH = 6.5
_ROW = TEXT * LEADING
_BAND, _BAND_WIDE = 4.5, 16.0  # half the height of a part of the band, and its width
_COLUMNS = 2
_GAP = 8.0


class Entry(NamedTuple):
    """A shape (drawn at a place), and what it means."""

    icon: Callable[[float, float], str]
    said: str


class Named(NamedTuple):
    """A group, the number by which the legend names it (may be empty), and whether it has the other shade."""

    key: str
    group: Group
    other: bool


def seen(found: Hemicycle) -> list[Group]:
    """The groups that have seats, in their order."""
    return [group for group in found.groups if group.seats]


def shades(found: Hemicycle) -> list[bool]:
    """For each group that has seats: is it in the other shade, as its left neighbour looks the same?"""
    turned: list[bool] = []
    groups = seen(found)
    for place, group in enumerate(groups):
        same = place > 0 and groups[place - 1].position is group.position
        turned.append(same and not turned[-1])
    return turned


def named(found: Hemicycle) -> list[Named]:
    """The groups with a number each, from left to right: only where two of them stand in the same way.

    A group that is called as it stands has none: the position says it all.
    """
    groups = seen(found)
    if len({group.position for group in groups}) == len(groups) or len(groups) > MANY:
        return []
    turns = count(1)
    return [
        Named("" if group.label.casefold() == standing_words(group.position) else str(next(turns)), group, other)
        for group, other in zip(groups, shades(found), strict=True)
    ]


def legend(found: Hemicycle, top: float) -> tuple[list[str], float]:
    """All of the legend from a height on, and the height at which it ends."""
    groups = named(found)
    bands = [Entry(band_icon(piece), _band_said(piece, found.counted_as)) for piece in _kinds(found.count)]
    parts, y = columns([*_positions(found, alone=not groups), *bands], top)
    if groups:
        parts.append(_rule(y + _GAP / 2))
        entries = [Entry(_seat(each.group.position, each), _seats_said(each.group)) for each in groups if each.key]
        more, y = columns(entries, y + _GAP, _ICON + _KEY)
        parts += more
    if found.marks:
        parts.append(_rule(y + _GAP / 2))
        more, y = majorities(found.count, y + _GAP)
        parts += more
    return parts, y


def _seats_said(group: Group) -> str:
    return f"{group.label}: {number(group.seats)}"


def _kinds(held: Count) -> list[Piece]:
    return list(dict.fromkeys(each[0] for each in pieces(held)))


def _band_said(piece: Piece, counted_as: str) -> str:
    return f"{piece.value} {counted_as}" if piece is Piece.COUNTED else piece.value


def _positions(found: Hemicycle, *, alone: bool) -> list[Entry]:
    """An entry for each way in which seats stand, with all of its seats; with the name of the group where it is one."""
    groups = seen(found)
    entries = []
    for position in dict.fromkeys(group.position for group in groups):
        those = [group for group in groups if group.position is position]
        whole = Group(standing_words(position), position, sum(group.seats for group in those))
        entries.append(Entry(_seat(position), group_words(those[0] if alone and len(those) == 1 else whole)))
    return entries


def _seat(position: Position | None, named_as: Named | None = None) -> Callable[[float, float], str]:
    """A seat, with the number of its group before it."""

    def icon(x: float, y: float) -> str:
        if named_as is None:
            return drawn(position, [(x + _BAND_WIDE / 2, y)], _REACH)
        said = text(Line(named_as.key, x + _KEY - 4.0, y + 4.5, TEXT, True, "end"))
        return said + drawn(position, [(x + _KEY + _REACH + 1.0, y)], _REACH, other=named_as.other)

    return icon


def band_icon(piece: Piece) -> Callable[[float, float], str]:
    """A part of the band, laid flat."""

    def icon(x: float, y: float) -> str:
        size = f'width="{_BAND_WIDE:g}" height="{2 * _BAND:g}"'
        edge = f'<rect x="{shown(x)}" y="{shown(y - _BAND)}" {size} fill="{PAPER}" stroke="{INK}" stroke-width="0.8"/>'
        if piece is Piece.SHORT:
            return edge + "".join(f'<circle cx="{shown(x + at)}" cy="{shown(y)}" r="1.5"/>' for at in (4.0, 8.0, 12.0))
        if piece is Piece.OPEN:
            path = "".join(f"M{shown(x + at)},{shown(y + _BAND)}l3,{-2 * _BAND:g}" for at in (1.5, 6.5, 11.5))
            return f'{edge}<path d="{path}" fill="none" stroke="{COUNTED}" stroke-width="1.6"/>'
        line = f'<path d="M{shown(x)},{shown(y)}h{_BAND_WIDE:g}" stroke="{PAPER}" stroke-width="3"/>'
        return edge.replace(PAPER, COUNTED) + (line if piece is Piece.SPARE else "")

    return icon


def columns(entries: Sequence[Entry], top: float, icon: float = _ICON) -> tuple[list[str], float]:
    """Entries in columns, or in one where an entry would take many lines; and the height at which they end."""
    half = (WIDE - 2 * MARGIN) / _COLUMNS
    several = all(len(wrapped(each.said, TEXT, half - icon - _GAP)) <= 2 for each in entries)
    number_of = _COLUMNS if several else 1
    room = (WIDE - 2 * MARGIN) / number_of
    parts: list[str] = []
    y = top
    for first in range(0, len(entries), number_of):
        high = 1
        for column, entry in enumerate(entries[first : first + number_of]):
            x = MARGIN + column * room
            lines = wrapped(entry.said, TEXT, room - icon - _GAP)
            parts.append(entry.icon(x, y + _ROW / 2))
            parts += [text(Line(said, x + icon, y + TEXT + row * _ROW, TEXT)) for row, said in enumerate(lines)]
            high = max(high, len(lines))
        y += high * _ROW + 2.0
    return parts, y


def majorities(held: Count, top: float) -> tuple[list[str], float]:
    """A line for each majority: its number, what it is called, and by how much it is reached or missed."""
    marks = in_order(held.marks)
    numbers = max((width(number(mark.votes), TEXT, bold=True) for mark in marks), default=0.0)
    x = MARGIN + numbers + _GAP
    parts: list[str] = []
    y = top
    for mark in marks:
        parts.append(text(Line(number(mark.votes), MARGIN + numbers, y + TEXT, TEXT, mark.due, "end")))
        said = ": ".join(filter(None, (called(mark), margin_words(held, mark))))
        for row in wrapped(said, TEXT, WIDE - MARGIN - x, bold=mark.due):
            parts.append(text(Line(row, x, y + TEXT, TEXT, mark.due)))
            y += _ROW
    return parts, y


def _rule(y: float) -> str:
    return f'<path d="M{MARGIN:g},{shown(y)}H{WIDE - MARGIN:g}" stroke="{SHADE}" stroke-width="1"/>'
