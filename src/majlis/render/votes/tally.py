"""What a picture of ballots shows: votes by candidate or by answer, too many to be drawn one by one."""

from __future__ import annotations

from dataclasses import dataclass

from majlis.errors import InputError
from majlis.render.votes.hemicycle import IN_FAVOUR, Count, Hemicycle, Mark, checked
from majlis.render.votes.hemicycle_said import standing_words
from majlis.voting.majority import Position


@dataclass(frozen=True, slots=True)
class Row:
    """The votes of one candidate, or all ballots that stand in one way; an interval where they are not known.

    The votes of a candidate are votes in favour (of that candidate).
    """

    label: str
    lowest: int
    highest: int
    position: Position | None = Position.IN_FAVOUR


@dataclass(frozen=True, slots=True)
class Tally:
    """A vote as bars: a row for each candidate or answer, and the majorities that `counted` is held against.

    `counted` has the lowest and the highest number of votes of the candidate, or the answer, that is asked about.
    Raises InputError where there is no row, and for numbers that are below 0 or in the wrong order.
    """

    title: str
    rows: tuple[Row, ...]
    counted: tuple[int, int]
    marks: tuple[Mark, ...] = ()
    subtitle: tuple[str, ...] = ()
    answer: str = ""
    counted_as: str = IN_FAVOUR

    def __post_init__(self) -> None:
        if not self.rows:
            raise InputError("there are no votes to be drawn", remedy="Give the votes of each candidate or answer")
        for row in self.rows:
            checked((row.lowest, row.highest), ())
        checked(self.counted, self.marks)

    @property
    def count(self) -> Count:
        """What is counted, on a scale on which all rows and all majorities have room."""
        rows = (row.highest for row in self.rows)
        whole = max(*rows, *(mark.votes for mark in self.marks), self.counted[1], 1)
        return Count(*self.counted, whole, self.marks)


def rows_of(found: Hemicycle) -> Tally:
    """The same vote with a bar for each position instead of its seats."""
    positions = dict.fromkeys(group.position for group in found.groups)
    rows = (_row(found, position) for position in positions)
    return Tally(found.title, tuple(rows), found.counted, found.marks, found.subtitle, found.answer, found.counted_as)


def _row(found: Hemicycle, position: Position | None) -> Row:
    seats = sum(group.seats for group in found.groups if group.position is position)
    return Row(standing_words(position), seats, seats, position)
