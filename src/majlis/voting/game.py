"""A weighted voting game: players with votes of their own, who win together from a quota on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from majlis.errors import InputError
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from majlis.voting.chamber import Bloc, Chamber
    from majlis.voting.majority import Majority, Split


class Player(NamedTuple):
    """One who votes as one: a bloc, or a member who votes alone. `weight` is its seats."""

    name: str
    weight: int


@dataclass(frozen=True)
class Game:
    """Players, and the least total weight with which a coalition of them wins.

    A quota of 0 is won by anybody, by nobody too; a quota above the total cannot be won. InputError where a name
    stands twice, or a weight or the quota is not a whole number from 0 on.
    """

    players: tuple[Player, ...]
    quota: int

    def __post_init__(self) -> None:
        for name, count in Counter(player.name for player in self.players).items():
            if count > 1:
                raise InputError(f"{name} is there {count} times", remedy="Give every bloc a name of its own")
        for name, number in (*self.players, ("the quota", self.quota)):
            if not isinstance(number, int) or number < 0:
                raise InputError(f"{name} is {number}", remedy="Seats and quotas are whole numbers from 0 on")

    @classmethod
    def of(
        cls,
        chamber: Chamber,
        majority: Majority,
        *,
        settled: Collection[Position] = (),
        singly: Collection[str] = (),
        rest: Position = Position.AGAINST,
    ) -> Game:
        """Make the game of who can carry a majority in a chamber.

        The rule for its quota: a coalition votes in favour and every other player is in `rest`, by default against.
        So a share of those present, or of the votes cast, is one of all sitting members; vacancies count where the
        base has them; and a fixed number is itself. `rest` may be absent instead: for a quorum.

        Blocs whose position is among `settled` are no players: they stand as they stand, and the quota is what the
        others need beside them. The blocs named in `singly` do not move as one: each of their members plays alone.
        Blocs without seats do not play.

        InputError for a name in `singly` that is no bloc's, and for a majority that votes in favour take away from.
        """
        _check_named(chamber, singly)
        playing = [bloc for bloc in chamber.blocs if bloc.position is None or bloc.position not in settled]
        players = tuple(player for bloc in playing for player in _players(bloc, alone=bloc.name in singly))
        total = sum(player.weight for player in players)
        beside = chamber.split({bloc.name: rest for bloc in chamber.open})
        for bloc in playing:
            beside[bloc.position or rest] -= bloc.seats
        return cls(players, _quota(majority, beside, total, rest))

    @cached_property
    def total(self) -> int:
        """The weight of all players (votes)."""
        return sum(player.weight for player in self.players)

    @property
    def winnable(self) -> bool:
        """Does it win if all players vote in favour?"""
        return self.quota <= self.total

    @cached_property
    def weights(self) -> dict[int, int]:
        """How many players have each weight, greatest weight first: they are interchangeable, but for their names."""
        return dict(sorted(Counter(player.weight for player in self.players).items(), reverse=True))

    def wins(self, names: Iterable[str]) -> bool:
        """Do these players win together? Names that no player has count for nothing."""
        return self.weight(names) >= self.quota

    def weight(self, names: Iterable[str]) -> int:
        """The weight of some players together (votes)."""
        wanted = set(names)
        return sum(player.weight for player in self.players if player.name in wanted)


def _check_named(chamber: Chamber, singly: Collection[str]) -> None:
    known = [bloc.name for bloc in chamber.blocs]
    for name in singly:
        if name not in known:
            raise InputError(f"There is no bloc {name!r}", remedy=f"The blocs are: {', '.join(known)}")


def _players(bloc: Bloc, *, alone: bool) -> Iterator[Player]:
    if not bloc.seats:  # nobody: it would double the coalitions, and belong to none
        return
    if not alone or bloc.seats == 1:
        yield Player(bloc.name, bloc.seats)
        return
    for number in range(1, bloc.seats + 1):
        yield Player(f"{bloc.name} {number}", 1)


def _quota(majority: Majority, beside: Split, total: int, rest: Position) -> int:
    """The least weight that reaches a majority, `beside` those who do not play, the others being in `rest`.

    The slack is linear in it: what it is when nobody votes in favour, and what it gains with each vote.
    """
    nobody = majority.slack_of({**beside, rest: beside.get(rest, 0) + total})
    gain = majority.weight(Position.IN_FAVOUR) - majority.weight(rest)
    if gain < 0:
        raise InputError("Votes in favour do not help to reach this majority", remedy="Ask who can reach another one")
    if nobody >= 0:
        return 0
    return -(nobody // gain) if gain else total + 1
