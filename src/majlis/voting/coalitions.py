"""Who can win together: winning coalitions, the minimal ones, vetoes, a dictator, dummies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, combinations, islice
from math import comb, prod
from typing import TYPE_CHECKING

from majlis.voting.swings import joined, losing, swing_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.voting.game import Game

LIMIT = 1_000  # as many minimal winning coalitions as twelve blocs can have, and some more


@dataclass(frozen=True, slots=True)
class Coalition:
    """Players who vote in favour together, greatest weight first, and their weight (votes)."""

    names: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Taken:
    """So many of the players that have one weight: any `members` out of `of`."""

    weight: int
    members: int
    of: int


@dataclass(frozen=True, slots=True)
class Kind:
    """Coalitions that differ by nothing but which of the players of a weight are in: how many of each weight are."""

    taken: tuple[Taken, ...]

    @property
    def number(self) -> int:
        """How many coalitions are of this kind."""
        return prod(comb(each.of, each.members) for each in self.taken)

    @property
    def weight(self) -> int:
        """The weight of each of them (votes)."""
        return sum(each.weight * each.members for each in self.taken)


@dataclass(frozen=True, slots=True)
class Coalitions:
    """What can be said of the coalitions of a game.

    `winning` and `minimal_number` are exact however many there are. `minimal` and `kinds` are cut at a limit, those
    with the heaviest players first; `all_listed` and `all_kinds` say whether they are whole. A minimal winning
    coalition loses without any one of its members. Players with a veto are in every winning coalition, dummies in no
    minimal one, and a dictator is a veto player who needs nobody else.
    """

    winnable: bool
    winning: int
    minimal_number: int
    minimal: tuple[Coalition, ...]
    kinds: tuple[Kind, ...]
    all_kinds: bool
    vetoes: tuple[str, ...]
    dictator: str | None
    dummies: tuple[str, ...]

    @property
    def all_listed(self) -> bool:
        """Is every minimal winning coalition listed by name?"""
        return len(self.minimal) == self.minimal_number


def coalitions(game: Game, limit: int = LIMIT) -> Coalitions:
    """What can be said of the coalitions of a game; of minimal ones, and of kinds of them, no more than `limit` listed.

    Where the game cannot be won there are none, nobody has a veto and all are dummies. With a quota of 0 every
    coalition wins, the one minimal one has no members, nobody has a veto and all are dummies. InputError as in
    `swings.losing`.
    """
    kinds = tuple(islice(minimal_kinds(game), limit + 1))
    return Coalitions(
        winnable=game.winnable,
        winning=winning_number(game),
        minimal_number=minimal_number(game),
        minimal=tuple(islice(minimal(game), limit)),
        kinds=kinds[:limit],
        all_kinds=len(kinds) <= limit,
        vetoes=vetoes(game),
        dictator=dictator(game),
        dummies=dummies(game),
    )


def winning_number(game: Game) -> int:
    """How many coalitions win."""
    return (1 << len(game.players)) - sum(losing(game).values())


def minimal_number(game: Game) -> int:
    """How many minimal winning coalitions there are.

    Each has a lightest weight, and is a losing coalition of heavier players that just as many of that weight lead
    over the quota as it needs: so they are counted weight by weight.
    """
    if not game.quota:
        return 1
    found, heavier = 0, {0: 1}
    for weight, number in game.weights.items():
        if weight:
            found += sum(count * comb(number, -((total - game.quota) // weight)) for total, count in heavier.items())
            heavier = joined(heavier, weight, number, game.quota)
    return found


def minimal_kinds(game: Game) -> Iterator[Kind]:
    """The kinds of minimal winning coalitions one by one, those with the heaviest players first."""
    classes = list(game.weights.items())
    left = [*accumulate((weight * number for weight, number in reversed(classes)), initial=0)][::-1]
    yield from map(Kind, _reaching(classes, left, 0, game.quota))


def _reaching(classes: list[tuple[int, int]], left: list[int], at: int, needed: int) -> Iterator[tuple[Taken, ...]]:
    """How the players from a place on, heaviest first, can give as much as is needed, each of them being needed.

    Each way that is begun can be ended: no player is taken once there are enough, so the last and lightest is needed.
    """
    if needed <= 0:
        yield ()
    if needed <= 0 or left[at] < needed:
        return
    weight, number = classes[at]
    for members in range(min(number, -(-needed // weight)), -1, -1):
        here = (Taken(weight, members, number),) if members else ()
        for others in _reaching(classes, left, at + 1, needed - members * weight):
            yield here + others


def minimal(game: Game) -> Iterator[Coalition]:
    """The minimal winning coalitions one by one, by name, kind after kind, in each by the order of the game."""
    names: dict[int, list[str]] = defaultdict(list)
    for player in game.players:
        names[player.weight].append(player.name)
    for kind in minimal_kinds(game):
        for each in _choices([(names[taken.weight], taken.members) for taken in kind.taken]):
            yield Coalition(each, kind.weight)


def _choices(groups: list[tuple[list[str], int]]) -> Iterator[tuple[str, ...]]:
    """Every way to take so many out of each group."""
    if not groups:
        yield ()
        return
    (names, members), *others = groups
    for chosen in combinations(names, members):
        for rest in _choices(others):
            yield chosen + rest


def vetoes(game: Game) -> tuple[str, ...]:
    """The players without whom the others cannot win; none where it cannot be won at all."""
    return tuple(each.name for each in game.players if game.total - each.weight < game.quota <= game.total)


def dictator(game: Game) -> str | None:
    """The player who wins alone, and without whom nobody wins."""
    alone = [each.name for each in game.players if game.total - each.weight < game.quota <= each.weight]
    return alone[0] if alone else None


def dummies(game: Game) -> tuple[str, ...]:
    """The players in no minimal winning coalition: no vote of others ever hangs on theirs."""
    numbers = swing_numbers(game)
    return tuple(each.name for each in game.players if not numbers[each.weight])
