"""What would turn a vote: the smallest changes of how its members stand, found exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.voting.majority import Position, moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from majlis.voting.majority import Majority, Split

# Whom one would ask first to vote in favour; a seat that is vacant has first to be filled.
_NEAREST = (
    Position.ABSTAINING,
    Position.INVALID,
    Position.NOT_VOTING,
    Position.ABSENT,
    Position.AGAINST,
)
_ANYBODY = (Position.IN_FAVOUR, *_NEAREST)


@dataclass(frozen=True, slots=True)
class Move:
    """So many of those in one position take another; `to` are the positions that do equally well."""

    of: Position
    to: tuple[Position, ...]
    number: int
    out_of: int


@dataclass(frozen=True, slots=True)
class Change:
    """Moves that together turn a vote, and the number of members that they take."""

    moves: tuple[Move, ...]

    @property
    def number(self) -> int:
        """How many members move."""
        return sum(move.number for move in self.moves)


def reached(majorities: Sequence[Majority], split: Mapping[Position, int]) -> bool:
    """Are all of several majorities reached, a quorum and what it stands beside for instance?"""
    return all(each.reached(split) for each in majorities)


def turning(majorities: Sequence[Majority], split: Split) -> tuple[Change, ...]:
    """The smallest changes of one kind that turn a vote, fewest members first.

    Where none of one kind does, one of several kinds: everybody in the positions that help most, then as many of
    the next. Members only take positions that the split names, and vacant seats stay as they are. Empty where nothing
    that the members do can turn it.
    """
    single = [move for of in _ANYBODY if (move := _smallest(majorities, split, of))]
    single.sort(key=lambda move: (move.number, _ANYBODY.index(move.of)))
    if single:
        return tuple(Change((move,)) for move in single)
    together = _together(majorities, split)
    return (together,) if together else ()


def _smallest(majorities: Sequence[Majority], split: Split, of: Position) -> Move | None:
    """The fewest in a position that turn the vote by taking another, and the positions that take no more."""
    passes = reached(majorities, split)
    others = [to for to in _ANYBODY if to in split and to is not of]
    needed = {to: _fewest(majorities, split, of, to, passes=passes) for to in others}
    numbers = [number for number in needed.values() if number is not None]
    if not numbers:
        return None
    return Move(of, tuple(to for to, number in needed.items() if number == min(numbers)), min(numbers), split[of])


def _fewest(majorities: Sequence[Majority], split: Split, of: Position, to: Position, *, passes: bool) -> int | None:
    """The fewest who turn the vote by going from one position to another; None where even all of them do not.

    Each move adds the same to the slack of a majority, so that the number follows by division.
    """
    there = split.get(of, 0)
    at: list[tuple[int, int]] = [(each.slack_of(split), each.weight(to) - each.weight(of)) for each in majorities]
    if passes:  # it fails as soon as one of them is missed
        found = [slack // -gain + 1 for slack, gain in at if gain < 0]
        return min((number for number in found if number <= there), default=None)
    least = max((-(slack // gain) if gain > 0 else there + 1 for slack, gain in at if slack < 0), default=there + 1)
    return least if least <= there and all(slack + least * gain >= 0 for slack, gain in at) else None


def _together(majorities: Sequence[Majority], split: Split) -> Change | None:
    """Everybody in one position after another votes in favour, until it passes; None where it never does."""
    if reached(majorities, split):
        return None
    made: list[Move] = []
    now = dict(split)
    for of in _by_gain(majorities, now):
        number = _fewest(majorities, now, of, Position.IN_FAVOUR, passes=False)
        taken = now[of] if number is None else number
        made.append(Move(of, (Position.IN_FAVOUR,), taken, split[of]))
        now = moved(now, of, Position.IN_FAVOUR, taken)
        if reached(majorities, now):
            return Change(tuple(made))
    return None


def _by_gain(majorities: Sequence[Majority], split: Split) -> Iterator[Position]:
    """The positions that somebody has, those whose members help most first."""

    def gain(of: Position) -> int:
        return sum(each.weight(Position.IN_FAVOUR) - each.weight(of) for each in majorities if not each.reached(split))

    there = [of for of in _NEAREST if split.get(of)]
    yield from sorted(there, key=lambda of: -gain(of))
