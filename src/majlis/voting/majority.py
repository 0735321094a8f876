"""A majority: a number of votes, or a share of a named base; held against how the seats of a body stood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Position(StrEnum):
    """How a seat, or a ballot, stands to what is voted on; every one stands in one way only."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    INVALID = "invalid"
    NOT_VOTING = "not_voting"
    ABSENT = "absent"
    VACANT = "vacant"


FOR = frozenset((Position.IN_FAVOUR,))
EVERY_SEAT = frozenset(Position) - {Position.INVALID}
MEMBERS = EVERY_SEAT - {Position.VACANT}  # the positions of those who hold a seat
SEATS = "seats"  # the name of the base that is all seats of a body, whether or not anybody holds them

Split = dict[Position, int]
"""How many seats stand in each way; a position that is not named has none."""


@dataclass(frozen=True, slots=True)
class Base:
    """A number that a share is taken of: its name, and the positions that are counted in it.

    It counts nothing (`holds` is empty) where it is no number of members, the votes of a rival for instance.
    """

    name: str
    holds: frozenset[Position] = frozenset()

    def of(self, split: Mapping[Position, int]) -> int:
        """How many of a split are counted in it (members or ballots)."""
        return sum(split.get(position, 0) for position in self.holds)


@dataclass(frozen=True, slots=True)
class Majority:
    """What a vote needs: `votes`, or a `share` of a `base`; at least that, or more than that.

    `counted` is what must reach it: the votes in favour, for a quorum those who are there. Shares are never
    divided: `bottom * counted` is compared with `top * base`.
    """

    counted: Base
    votes: int | None = None
    share: tuple[int, int] | None = None
    base: Base | None = None
    more_than: bool = False

    def slack(self, counted: int, base: int = 0) -> int:
        """By how much it is reached, in votes, or for a share in `bottom`-ths of one; negative where it is missed."""
        if self.share is None:
            return counted - (self.votes or 0) - self.more_than
        top, bottom = self.share
        return bottom * counted - top * base - self.more_than

    def reached(self, split: Mapping[Position, int]) -> bool:
        """Does a split reach it?"""
        return self.slack_of(split) >= 0

    def slack_of(self, split: Mapping[Position, int]) -> int:
        """The slack of a split: what each member adds to it, less what none of them does."""
        return self.slack(self.counted.of(split), self.base.of(split) if self.base else 0)

    def weight(self, position: Position) -> int:
        """What one member in a position adds to the slack, as against no member at all."""
        return self.slack_of({position: 1}) - self.slack_of({})

    def least(self, base: int = 0) -> int:
        """The least number that is enough, with so many in the base; rounded only to be shown."""
        if self.share is None:
            return (self.votes or 0) + self.more_than
        return least(self.share, base, more_than=self.more_than)

    def required(self, split: Mapping[Position, int]) -> int:
        """The least number that would have been enough with the base that a split has."""
        return self.least(self.base.of(split) if self.base else 0)


def least(share: tuple[int, int], base: int, *, more_than: bool) -> int:
    """The least whole number that reaches a share of a base, or exceeds it; rounded only to be shown."""
    top, bottom = share
    return top * base // bottom + 1 if more_than else -(-top * base // bottom)


def moved(split: Mapping[Position, int], of: Position, to: Position, number: int = 1) -> Split:
    """A split after so many in one position have taken another; ValueError where there are not as many."""
    if not 0 <= number <= split.get(of, 0):
        raise ValueError(f"{number} of {split.get(of, 0)} cannot move")
    found = dict(split)
    found[of] = found.get(of, 0) - number
    found[to] = found.get(to, 0) + number
    return found
