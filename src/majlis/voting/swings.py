"""How often a player turns a coalition from losing to winning, counted without going through the coalitions.

The generating function of a game is the product of `1 + y * z**weight` over its players: its coefficient at
`y**members * z**sum` is how many coalitions have so many members and such a sum. Division by one factor takes one
player away. Players of one weight have one factor, so they are put in at once, by binomials, and counted once.

It is kept as a table from sums to polynomials in `y`. Such a polynomial is one integer: its coefficients stand side
by side in it, each with so many bits (`width`) that none runs over. With a width of 0 they are all added up, which
counts coalitions whatever their number of members. Only losing coalitions are counted, those below the quota.
"""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

from majlis.errors import InputError

if TYPE_CHECKING:
    from majlis.voting.game import Game

Sums = dict[int, int]
"""Sums of weights, with the coalitions that have them."""

MOST_SUMS = 1_000_000


def losing(game: Game, width: int = 0) -> Sums:
    """The sums of all losing coalitions. InputError where there are too many different ones to be told apart."""
    found: Sums = {0: 1} if game.quota > 0 else {}
    for weight, number in game.weights.items():
        found = joined(found, weight, number, game.quota, width)
    return found


def joined(sums: Sums, weight: int, number: int, quota: int, width: int = 0) -> Sums:
    """The sums below a quota after so many players of a weight may have joined."""
    ways = [comb(number, members) << members * width for members in range(number + 1)]
    found: Sums = {}
    for start, count in sums.items():
        room = (quota - 1 - start) // weight if weight else number
        for members in range(min(number, room) + 1):
            total = start + members * weight
            found[total] = found.get(total, 0) + count * ways[members]
        if len(found) > MOST_SUMS:
            raise InputError(
                f"The seats of these blocs add up to more than {MOST_SUMS} different sums",
                remedy="Put small blocs together, or count seats in greater units",
            )
    return found


def swings(game: Game) -> dict[int, tuple[int, ...]]:
    """For each weight: of how many losing coalitions with 0, 1, 2... others a player of that weight makes winning ones.

    Zeros throughout for players who never do. InputError as in `losing`.
    """
    width = len(game.players) + 1
    sums = losing(game, width)
    return {weight: _apart(_turned(sums, weight, game.quota, width), width) for weight in game.weights}


def swing_numbers(game: Game) -> dict[int, int]:
    """For each weight: of how many losing coalitions a player of that weight makes winning ones."""
    sums = losing(game)
    return {weight: _turned(sums, weight, game.quota, 0) for weight in game.weights}


def _turned(sums: Sums, weight: int, quota: int, width: int) -> int:
    """The coalitions without one player of a weight that lack no more than that weight; none where it has no seats."""
    others: Sums = {}
    for total in sorted(sums):
        others[total] = sums[total] - (others.get(total - weight, 0) << width)
    return sum(count for total, count in others.items() if total >= quota - weight)


def _apart(polynomial: int, width: int) -> tuple[int, ...]:
    """The coefficients that stand in an integer, one for each number of other players."""
    mask = (1 << width) - 1
    return tuple(polynomial >> members * width & mask for members in range(width - 1))
