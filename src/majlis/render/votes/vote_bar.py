"""A vote as bars of plain characters, for a terminal or a log: how seats stand, with a tick at each majority."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from majlis.errors import printable
from majlis.render.page import BAD, FAINT, GOOD, OPEN, Part
from majlis.render.votes.hemicycle import Hemicycle
from majlis.render.votes.hemicycle_said import called, counted_words, in_order, margin_words, reached, standing_words
from majlis.render.votes.tally_said import votes_words
from majlis.render.votes.vote_columns import DUE_TICK, TICK, Columns
from majlis.render.words import number
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.render.page import Page
    from majlis.render.votes.hemicycle import Count, Mark
    from majlis.render.votes.tally import Tally

WIDTH = 78
_LEAST = 32  # columns; what is narrower cannot be read
_GAP = 2
# A character for each way in which a seat or a ballot may stand.
SIGNS: dict[Position | None, str] = {
    Position.IN_FAVOUR: "+",
    Position.AGAINST: "x",
    Position.ABSTAINING: "o",
    Position.INVALID: "/",
    Position.NOT_VOTING: "=",
    Position.ABSENT: ".",
    Position.VACANT: "_",
    None: "?",
}
_COUNTED, _OPEN = "#", "~"
_TONES = {True: GOOD, False: BAD, None: OPEN}


def vote_bar(page: Page, found: Hemicycle | Tally, width: int = WIDTH, *, listed: bool = True) -> None:
    """Add a scale with a tick at each majority, below it the bar of a vote (of a tally one for each row), and a legend.

    With `listed` the majorities follow, one by one.
    No line is longer than `width` (columns; below 32 they are taken as 32). A bar reaches the column of a tick only
    where it reaches the majority.
    """
    width = max(width, _LEAST)
    if isinstance(found, Hemicycle):
        _seats(page, found, width)
    else:
        _rows(page, found, width)
    if listed:
        _majorities(page, found.count, width)


def _seats(page: Page, found: Hemicycle, width: int) -> None:
    columns = Columns(found.count, width)
    for line in columns.scale():
        page.line(Part(line, FAINT))
    bar = _bar(found, columns)
    page.line(bar)
    totals = {group.position: 0 for group in found.groups if group.seats}
    for group in found.groups:
        if group.seats:
            totals[group.position] += group.seats
    entries = [f"{SIGNS[each]} {standing_words(each)} {number(seats)}" for each, seats in totals.items()]
    if not _told_by_seats(found):
        page.line(_counted(columns))
        entries.append(f"{_COUNTED} counted {found.counted_as} {counted_words(found.count)}")
        if found.counted[0] < found.counted[1]:
            entries.append(f"{_OPEN} not settled")
    _legend(page, entries, found.count, width)


def _told_by_seats(found: Hemicycle) -> bool:
    """Are the seats from the left on, as far as they are in favour, all that is counted?"""
    first = 0
    for group in found.groups:
        if group.position is not Position.IN_FAVOUR and group.seats:
            break
        first += group.seats
    return found.counted == (first, first)


def _bar(found: Hemicycle, columns: Columns) -> str:
    """The seats of all groups: how many columns each has is rounded, and none is lost where there is room for it."""
    signs = ""
    seats = 0
    for group in found.groups:
        seats += group.seats
        signs += SIGNS[group.position] * max(columns.ends(seats) - len(signs), 0)
    return signs


def _counted(columns: Columns) -> str:
    lowest, highest = columns.ends(columns.count.lowest), columns.ends(columns.count.highest)
    return _COUNTED * lowest + _OPEN * (highest - lowest)


def _rows(page: Page, found: Tally, width: int) -> None:
    """A bar for each row, its name before it and its votes behind it; below each other where that leaves no room."""
    said = [votes_words(row) for row in found.rows]
    labels = [printable(row.label) for row in found.rows]
    names = min(max(1, *map(len, labels)), width // 4)
    room = max(map(len, said))
    wide = width - names - room - 2 * _GAP
    beside = wide >= width // 3
    columns = Columns(found.count, wide if beside else width)
    indent = names + _GAP if beside else 0
    for line in columns.scale():
        page.line(Part(f"{'':{indent}}{line}", FAINT))
    for row, label, votes in zip(found.rows, labels, said, strict=True):
        bar = _ballots(row.lowest, row.highest, SIGNS[row.position], columns)
        if beside:
            first, *further = wrap(label, names) or [""]
            page.line(f"{first:{names}}{'':{_GAP}}{bar:{wide}}{'':{_GAP}}{votes:>{room}}")
            for rest in further:
                page.line(rest)
        else:
            for line in wrap(f"{label}: {votes}", width):
                page.line(line)
            page.line(bar)
    positions = dict.fromkeys(row.position for row in found.rows if row.highest)
    entries = [f"{SIGNS[each]} {'votes' if each is Position.IN_FAVOUR else standing_words(each)}" for each in positions]
    if any(row.lowest < row.highest for row in found.rows):
        entries.append(f"{_OPEN} not settled")
    _legend(page, entries, found.count, width)


def _ballots(lowest: int, highest: int, sign: str, columns: Columns) -> str:
    """The bar of a row, with the ticks where it does not reach them."""
    filled, reaching = columns.ends(lowest), columns.ends(highest)
    signs = list(sign * filled + _OPEN * (reaching - filled) + " " * (columns.wide - reaching))
    for column in columns.ticks():
        if signs[column] == " ":
            signs[column] = TICK
    return "".join(signs)


def _legend(page: Page, entries: list[str], count: Count, width: int) -> None:
    """What the characters mean, as many in a line as it has room for."""
    entries = [*entries, *([f"{DUE_TICK} needed here"] if count.due else [])]
    lines = [""]
    for entry in entries:
        longer = f"{lines[-1]}{'; ' if lines[-1] else ''}{entry}"
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines += wrap(entry, width)
    for line in filter(None, lines):
        page.line(Part(line, FAINT))


def _majorities(page: Page, count: Count, width: int) -> None:
    """A line for each majority: its number, what it is called, and by how much it is reached or missed."""
    marks = in_order(count.marks)
    room = max((len(number(mark.votes)) for mark in marks), default=0)
    for mark in marks:
        for place, line in enumerate(_said(count, mark, width - room - _GAP)):
            votes = number(mark.votes) if place == 0 else ""
            page.line(f"{votes:>{room}}{'':{_GAP}}", Part(line, _TONES[reached(count, mark)] if mark.due else FAINT))


def _said(count: Count, mark: Mark, room: int) -> Iterator[str]:
    words = ": ".join(filter(None, (printable(called(mark)), margin_words(count, mark))))
    yield from wrap(words, max(room, 1))
