"""Weighted games and chambers drawn at random, and what is said of them by going through every coalition."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import factorial
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.game import Game, Player
from majlis.voting.majority import EVERY_SEAT, FOR, SEATS, Base, Majority, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

P = Position
IN_FAVOUR = Base("in_favour", FOR)
SITTING = Base("sitting", EVERY_SEAT - {P.VACANT})
ALL_SEATS = Base(SEATS, EVERY_SEAT)
PRESENT = Base("present", frozenset({P.IN_FAVOUR, P.AGAINST, P.ABSTAINING, P.NOT_VOTING}))
VOTING = Base("voting", frozenset({P.IN_FAVOUR, P.AGAINST, P.ABSTAINING}))
CAST = Base("cast", frozenset({P.IN_FAVOUR, P.AGAINST}))
BASES = (SITTING, ALL_SEATS, PRESENT, VOTING, CAST)
SIDES = (P.IN_FAVOUR, P.AGAINST, P.ABSTAINING, P.NOT_VOTING, P.ABSENT)


def votes(number: int) -> Majority:
    """At least so many votes in favour."""
    return Majority(IN_FAVOUR, votes=number)


def share(top: int, bottom: int, base: Base, *, more_than: bool = False) -> Majority:
    """At least, or more than, such a share of a base in favour."""
    return Majority(IN_FAVOUR, share=(top, bottom), base=base, more_than=more_than)


def quorum(number: int) -> Majority:
    """At least so many present."""
    return Majority(PRESENT, votes=number)


def game(quota: int, *weights: int) -> Game:
    """A game as it is usually written, [quota; weights], its players named A, B, C..."""
    return Game(tuple(Player(name(at), weight) for at, weight in enumerate(weights)), quota)


def name(at: int) -> str:
    return chr(ord("A") + at) if at < 26 else f"member {at}"


@st.composite
def games(draw: st.DrawFn, most: int = 9) -> Game:
    """Games of any kind: with players of no weight, of equal weight, with quotas of 0 and beyond the total."""
    weights = draw(st.lists(st.integers(0, 12) | st.sampled_from((1, 5)), max_size=most))
    return game(draw(st.integers(0, sum(weights) + 2)), *weights)


shares = st.integers(1, 5).flatmap(lambda bottom: st.tuples(st.integers(0, bottom), st.just(bottom)))
majorities = st.one_of(
    st.builds(votes, st.integers(0, 45)),
    st.builds(
        lambda part, base, more: share(*part, base, more_than=more), shares, st.sampled_from(BASES), st.booleans()
    ),
)


@st.composite
def chambers(draw: st.DrawFn, most: int = 6) -> Chamber:
    """Chambers whose blocs all have a position."""
    seats = draw(st.lists(st.integers(0, 9), max_size=most))
    blocs = (Bloc(name(at), number, draw(st.sampled_from(SIDES))) for at, number in enumerate(seats))
    return Chamber(tuple(blocs), draw(st.integers(0, 6)))


def sets(things: Iterable[str]) -> Iterator[frozenset[str]]:
    """Every set of some things, the small ones first."""
    found = list(things)
    for size in range(len(found) + 1):
        yield from map(frozenset, combinations(found, size))


class Enumerated:
    """A game with every one of its coalitions looked at."""

    def __init__(self, of: Game) -> None:
        self.weights = dict(of.players)
        self.names = list(self.weights)
        self.winning = {each for each in sets(self.names) if sum(map(self.weights.__getitem__, each)) >= of.quota}
        self.minimal = {each for each in self.winning if not any(each - {one} in self.winning for one in each)}

    def swings(self, player: str) -> list[frozenset[str]]:
        """The winning coalitions that lose without a player."""
        return [each for each in self.winning if player in each and each - {player} not in self.winning]

    def shapley_shubik(self, player: str) -> Fraction:
        """The share of orders in which a player makes a losing coalition a winning one."""
        total = len(self.names)
        orders = sum(factorial(len(each) - 1) * factorial(total - len(each)) for each in self.swings(player))
        return Fraction(orders, factorial(total))
