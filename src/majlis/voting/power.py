"""How much power the seats of a bloc give it: the indices of Banzhaf and of Shapley and Shubik, exactly.

Both ask how often a player is decisive: others lose without it and win with it, which is a swing. Banzhaf takes all
coalitions of others to be equally likely, Shapley and Shubik all orders in which players may join.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import factorial
from typing import TYPE_CHECKING

from majlis.voting.swings import swings

if TYPE_CHECKING:
    from majlis.voting.game import Game, Player

NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Power:
    """The power of one player.

    `swings` is the number of coalitions of others to which it is decisive. `penrose` is their share in all
    coalitions of others (the absolute Banzhaf measure), `banzhaf` its share in the swings of all players.
    `shapley_shubik` is the share of all orders in which it is the one who makes those before it win.
    """

    name: str
    weight: int
    swings: int
    penrose: Fraction
    banzhaf: Fraction
    shapley_shubik: Fraction


def power(game: Game) -> tuple[Power, ...]:
    """The power of each player, in the order of the game.

    Each index adds up to 1 over the players. In a game that cannot be won, and in one that nobody is needed to win
    (a quota of 0), nobody is ever decisive: all have 0 of everything. InputError as in `swings.losing`.
    """
    by_size = swings(game)
    every = sum(sum(by_size[player.weight]) for player in game.players)
    by_weight = {weight: _indices(counts, every) for weight, counts in by_size.items()}
    return tuple(_power(player, by_weight[player.weight]) for player in game.players)


def _power(player: Player, found: tuple[int, Fraction, Fraction, Fraction]) -> Power:
    return Power(player.name, player.weight, *found)


def _indices(counts: tuple[int, ...], every: int) -> tuple[int, Fraction, Fraction, Fraction]:
    """Swings, Penrose, Banzhaf, Shapley-Shubik, from the swings by the number of others."""
    own, others = sum(counts), len(counts) - 1
    banzhaf = Fraction(own, every) if every else NONE
    return own, Fraction(own, 1 << others), banzhaf, shapley_shubik(counts)


def shapley_shubik(counts: tuple[int, ...]) -> Fraction:
    """The share of all orders in which a player is decisive, from its swings by the number of players before it."""
    players = len(counts)
    orders = sum(
        count * factorial(before) * factorial(players - 1 - before) for before, count in enumerate(counts) if count
    )
    return Fraction(orders, factorial(players))
