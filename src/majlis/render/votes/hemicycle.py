"""What the picture of a vote shows: who sits where and how, the majorities, and how many are counted for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.errors import InputError

if TYPE_CHECKING:
    from majlis.voting.majority import Position

IN_FAVOUR = "in favour"


@dataclass(frozen=True, slots=True)
class Group:
    """Seats that stand in one way and are told of together: a bloc, or all who vote alike.

    `position` is None where it is not known how they will vote.
    """

    label: str
    position: Position | None
    seats: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A majority: the least number of votes that reaches it, and what it is called, its citation for instance.

    `due` says that it is one of those that this vote needs. The label does not repeat the number.
    """

    votes: int
    label: str = ""
    due: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted (votes in favour, as a rule) and the majorities that it is held against.

    `lowest` and `highest` differ where the number is not known exactly; `whole` is where the scale ends.
    """

    lowest: int
    highest: int
    whole: int
    marks: tuple[Mark, ...] = ()

    @property
    def due(self) -> Mark | None:
        """The majority that the vote needs; of several the greatest, None where none is due."""
        return max((mark for mark in self.marks if mark.due), key=lambda mark: mark.votes, default=None)


@dataclass(frozen=True, slots=True)
class Hemicycle:
    """A vote as a picture: groups from left to right, and the majorities that it is held against.

    `counted` has the lowest and the highest number of votes in favour (the same where it is known), `body` is whose
    seats these are, `answer` the sentence that answers the question. The seats are those of all groups together:
    seats that nobody holds are a group as well. Raises InputError where there is no seat, for a number below 0, and
    for more counted than there are seats.
    """

    title: str
    groups: tuple[Group, ...]
    counted: tuple[int, int]
    marks: tuple[Mark, ...] = ()
    subtitle: tuple[str, ...] = ()
    body: str = ""
    answer: str = ""
    counted_as: str = IN_FAVOUR

    def __post_init__(self) -> None:
        below = next((each for each in self.groups if each.seats < 0), None)
        if below is not None:
            raise InputError(f"{below.label} has {below.seats} seats", remedy="A number of seats is 0 or more")
        if not self.seats:
            raise InputError("there is no seat to be drawn", remedy="Give how many seats each group has")
        checked(self.counted, self.marks)
        if self.counted[1] > self.seats:
            raise InputError(f"{self.counted[1]} are counted, and there are {self.seats} seats")

    @property
    def seats(self) -> int:
        """All seats, held or not."""
        return sum(group.seats for group in self.groups)

    @property
    def count(self) -> Count:
        """What is counted, on the scale of all seats."""
        return Count(*self.counted, self.seats, self.marks)


def checked(counted: tuple[int, int], marks: tuple[Mark, ...]) -> None:
    """Raise InputError for an interval that is reversed or begins below 0, and for a majority below 0."""
    lowest, highest = counted
    if not 0 <= lowest <= highest:
        raise InputError(f"{lowest} to {highest} is no number of votes", remedy="Give the lowest number first")
    below = next((each for each in marks if each.votes < 0), None)
    if below is not None:
        raise InputError(f"a majority of {below.votes} votes is none", remedy="Give the least number that is enough")
