"""Which blocs could turn a vote as it stands by taking another position, alone or together."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from heapq import merge
from operator import add
from typing import TYPE_CHECKING

from majlis.voting.cheapest import Item, TooManySteps, cheapest
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from majlis.voting.chamber import Bloc, Chamber
    from majlis.voting.majority import Majority

SIDES = (Position.IN_FAVOUR, Position.AGAINST, Position.ABSTAINING, Position.NOT_VOTING, Position.ABSENT)
"""The positions that a bloc may take; members do not give up their seats, and no bloc means to spoil its votes."""

LIMIT = 10


@dataclass(frozen=True, slots=True)
class Switch:
    """A bloc that takes another position; all its members do."""

    bloc: str
    seats: int
    before: Position
    after: Position


@dataclass(frozen=True, slots=True)
class Turn:
    """Switches that turn the answer together, while none of them can be spared."""

    switches: tuple[Switch, ...]

    @property
    def seats(self) -> int:
        """How many members switch."""
        return sum(switch.seats for switch in self.switches)

    @property
    def names(self) -> frozenset[str]:
        """The blocs that switch."""
        return frozenset(switch.bloc for switch in self.switches)


@dataclass(frozen=True, slots=True)
class Turns:
    """Ways to turn the answer, fewest seats first and then fewest blocs. `complete`: there are no others."""

    passes: bool
    shown: tuple[Turn, ...]
    complete: bool


def turning_blocs(
    chamber: Chamber, majorities: Sequence[Majority], taken: Mapping[str, Position] | None = None
) -> tuple[Switch, ...]:
    """Every switch of a single bloc that turns the answer, in the order of the blocs and of `SIDES`.

    The vote passes where each majority (and quorum) is reached. `taken` are the positions of the blocs that are
    open; KeyError where one is missing.
    """
    slacks = _slacks(chamber, majorities, taken)
    now = _all_reached(slacks)
    switches = [switch for bloc in chamber.blocs for switch in _switches(bloc, taken)]
    return tuple(switch for switch in switches if _all_reached(map(add, slacks, _gains(switch, majorities))) != now)


def turning_sets(
    chamber: Chamber,
    majorities: Sequence[Majority],
    taken: Mapping[str, Position] | None = None,
    limit: int = LIMIT,
) -> Turns:
    """The smallest sets of blocs that turn the answer together, up to `limit`, as in `turning_blocs`.

    Where several positions would do equally much, a bloc takes the one that `SIDES` has first. No set has another one
    within it.
    """
    slacks = _slacks(chamber, majorities, taken)
    found: list[Turn] = []
    complete = False
    with suppress(TooManySteps):
        for turn in _sets(chamber, majorities, slacks, taken):
            if any(smaller.names <= turn.names for smaller in found):
                continue
            if len(found) == limit:
                break
            found.append(turn)
        else:
            complete = True
    return Turns(_all_reached(slacks), tuple(found), complete)


def _sets(
    chamber: Chamber, majorities: Sequence[Majority], slacks: tuple[int, ...], taken: Mapping[str, Position] | None
) -> Iterator[Turn]:
    """The sets of switches that turn the answer: all majorities have to be reached, or any one to be missed."""
    if not _all_reached(slacks):
        return map(Turn, cheapest(slacks, _items(chamber, majorities, taken, 1)))
    ways = [
        map(Turn, cheapest((-1 - slack,), _items(chamber, [majority], taken, -1)))
        for majority, slack in zip(majorities, slacks, strict=True)
    ]
    return merge(*ways, key=lambda turn: (turn.seats, len(turn.switches)))


def _items(
    chamber: Chamber, majorities: Sequence[Majority], taken: Mapping[str, Position] | None, towards: int
) -> list[Item[Switch]]:
    """The blocs with their switches, and what each adds to the slacks (towards 1) or takes from them (towards -1)."""
    return [
        Item(
            bloc.seats,
            [
                (tuple(towards * gain for gain in _gains(switch, majorities)), switch)
                for switch in _switches(bloc, taken)
            ],
        )
        for bloc in chamber.blocs
    ]


def _slacks(chamber: Chamber, majorities: Sequence[Majority], taken: Mapping[str, Position] | None) -> tuple[int, ...]:
    split = chamber.split(taken)
    return tuple(majority.slack_of(split) for majority in majorities)


def _switches(bloc: Bloc, taken: Mapping[str, Position] | None) -> list[Switch]:
    """What a bloc may do, to stay as it is too, which adds nothing."""
    before = (taken or {})[bloc.name] if bloc.position is None else bloc.position
    return [Switch(bloc.name, bloc.seats, before, after) for after in SIDES]


def _all_reached(slacks: Iterable[int]) -> bool:
    return min(slacks, default=0) >= 0


def _gains(switch: Switch, majorities: Sequence[Majority]) -> tuple[int, ...]:
    """What a switch adds to the slack of each majority."""
    return tuple(switch.seats * (each.weight(switch.after) - each.weight(switch.before)) for each in majorities)
