"""The indices of Banzhaf and of Shapley and Shubik: against every coalition looked at, published values, and by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, permutations
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_games import Enumerated, game, games

from majlis.voting.coalitions import coalitions
from majlis.voting.game import Game, Player
from majlis.voting.power import Power, power


def of_weight(found: tuple[Power, ...]) -> dict[int, Power]:
    return {each.weight: each for each in found}


def banzhaf(quota: int, *weights: int) -> list[Fraction]:
    return [each.banzhaf for each in power(game(quota, *weights))]


def shapley_shubik(quota: int, *weights: int) -> list[Fraction]:
    return [each.shapley_shubik for each in power(game(quota, *weights))]


@given(games(most=12))
def test_power_is_what_going_through_all_coalitions_says(played: Game):
    every = Enumerated(played)
    swings = {name: len(every.swings(name)) for name in every.names}
    total = sum(swings.values())
    for each in power(played):
        assert each.swings == swings[each.name]
        assert each.penrose == Fraction(swings[each.name], 2 ** (len(every.names) - 1))
        assert each.banzhaf == (Fraction(swings[each.name], total) if total else 0)
        assert each.shapley_shubik == every.shapley_shubik(each.name)


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(0, 30))
def test_shapley_and_shubik_count_the_orders_in_which_one_is_decisive(weights: list[int], quota: int):
    players = game(quota, *weights).players
    decisive = dict.fromkeys((player.name for player in players), 0)
    orders = list(permutations(players))
    for order in orders:
        so_far = 0
        for player in order:
            decisive[player.name] += so_far < quota <= so_far + player.weight
            so_far += player.weight
    for each in power(Game(players, quota)):
        assert each.shapley_shubik == Fraction(decisive[each.name], len(orders))


@given(games(most=25))
def test_each_index_adds_up_to_1_where_anybody_is_ever_decisive_and_to_0_elsewhere(played: Game):
    found = power(played)
    expected = int(0 < played.quota <= played.total)
    assert sum(each.banzhaf for each in found) == expected
    assert sum(each.shapley_shubik for each in found) == expected
    assert any(each.swings for each in found) == bool(expected)


@given(games(most=25))
def test_who_has_more_seats_never_has_less_power_and_who_has_as_many_has_as_much(played: Game):
    for less, more in pairwise(sorted(power(played), key=lambda each: each.weight)):
        assert less.swings <= more.swings
        assert less.shapley_shubik <= more.shapley_shubik
        if less.weight == more.weight:
            assert (less.swings, less.shapley_shubik) == (more.swings, more.shapley_shubik)


@given(games(most=12), st.integers(1, 5), st.data())
def test_seats_that_are_gained_from_nobody_never_cost_a_swing(played: Game, more: int, data: st.DataObject):
    if not played.players:
        return
    at = data.draw(st.integers(0, len(played.players) - 1))
    name, weight = played.players[at]
    bigger = Game((*played.players[:at], Player(name, weight + more), *played.players[at + 1 :]), played.quota)
    assert power(bigger)[at].swings >= power(played)[at].swings
    assert power(bigger)[at].shapley_shubik >= power(played)[at].shapley_shubik


@given(games(most=20), st.randoms(use_true_random=False))
def test_the_order_of_the_blocs_does_not_matter(played: Game, by: Random):
    players = list(played.players)
    by.shuffle(players)
    assert set(power(Game(tuple(players), played.quota))) == set(power(played))


@given(games(most=15))
def test_the_dummies_are_those_without_power(played: Game):
    found = power(played)
    without = tuple(each.name for each in found if not each.swings)
    assert coalitions(played, limit=1).dummies == without
    assert without == tuple(each.name for each in found if not each.shapley_shubik)


@given(games(most=15))
def test_to_win_and_to_keep_others_from_winning_takes_the_same_power(played: Game):
    # Who blocks a quota has more than the total less the quota; a swing of one is a swing of the other turned round.
    if 0 < played.quota <= played.total:
        blocking = Game(played.players, played.total - played.quota + 1)
        assert power(blocking) == power(played)


@given(games(most=10), st.integers(1, 1_000))
def test_power_does_not_depend_on_the_unit_in_which_seats_are_counted(played: Game, unit: int):
    scaled = Game(tuple(Player(name, weight * unit) for name, weight in played.players), played.quota * unit)
    for one, other in zip(power(played), power(scaled), strict=True):
        assert (one.swings, one.banzhaf, one.shapley_shubik) == (other.swings, other.banzhaf, other.shapley_shubik)


@pytest.mark.parametrize("quota", [0, 6])
def test_where_nobody_is_ever_decisive_all_have_power_0(quota: int):
    for each in power(game(quota, 3, 2, 0)):
        assert (each.swings, each.penrose, each.banzhaf, each.shapley_shubik) == (0, 0, 0, 0)
    assert power(game(quota)) == ()


def test_a_dictator_has_all_the_power():
    assert banzhaf(5, 6, 2, 1) == shapley_shubik(5, 6, 2, 1) == [1, 0, 0]
    assert power(game(1, 1)) == (Power("A", 1, 1, Fraction(1), Fraction(1), Fraction(1)),)


def test_2_seats_can_have_as_much_power_as_49():
    # [51; 49, 49, 2]: any two win, no one alone. Each turns the two coalitions of one other, and is second in two
    # of the six orders.
    assert banzhaf(51, 49, 49, 2) == shapley_shubik(51, 49, 49, 2) == [Fraction(1, 3)] * 3


def test_one_with_50_of_100_has_three_times_the_power_of_49():
    # [51; 50, 49, 1]: A is decisive with B, with C and with both; B with A alone, C with A alone: 3, 1, 1. Of six
    # orders A decides the four in which it is second or third (BA, CA, BCA, CBA), B and C that in which A is
    # before them: AB, AC. (Britannica gives the Banzhaf values 3/5, 1/5, 1/5.)
    assert banzhaf(51, 50, 49, 1) == [Fraction(3, 5), Fraction(1, 5), Fraction(1, 5)]
    assert shapley_shubik(51, 50, 49, 1) == [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]


def test_a_game_of_four_by_hand():
    # [4; 3, 2, 1, 1]: A is decisive where others have 1 to 3: B, C, D, BC, BD, CD, which makes 6. B where others
    # have 2 or 3: A and CD. C where they have 3: A and BD; D likewise: A and BC. In all 6 + 2 + 2 + 2 = 12.
    assert banzhaf(4, 3, 2, 1, 1) == [Fraction(1, 2), Fraction(1, 6), Fraction(1, 6), Fraction(1, 6)]
    # Of 24 orders, each swing with one or with two others before it is 2: A has 12 of them, the rest 4 each.
    assert shapley_shubik(4, 3, 2, 1, 1) == [Fraction(1, 2), Fraction(1, 6), Fraction(1, 6), Fraction(1, 6)]
    assert [each.penrose for each in power(game(4, 3, 2, 1, 1))] == [Fraction(3, 4)] + [Fraction(1, 4)] * 3


def test_unanimity_gives_all_the_same_power_whatever_their_seats():
    # Only all others together can be turned: one swing each, and only the last of an order decides.
    found = power(game(18, 10, 5, 3))
    assert [each.swings for each in found] == [1, 1, 1]
    assert [each.shapley_shubik for each in found] == [Fraction(1, 3)] * 3
    assert [each.penrose for each in found] == [Fraction(1, 4)] * 3


def test_the_council_of_1958_gave_luxembourg_no_power():
    # The Council of the EEC of six: [12; 4, 4, 4, 2, 2, 1]. The Banzhaf values 5/21, 1/7 and 0 are those of the
    # Britannica Guide to Statistics and Probability; by hand, the others of one with 2 have 10 or 11 in six ways, each
    # two of the large ones and the other small one, with or without Luxembourg. All but Luxembourg are even, so that
    # it never makes 12 of 11.
    found = of_weight(power(game(12, 4, 4, 4, 2, 2, 1)))
    assert [found[weight].swings for weight in (4, 2, 1)] == [10, 6, 0]
    assert [found[weight].banzhaf for weight in (4, 2, 1)] == [Fraction(5, 21), Fraction(1, 7), 0]
    # Of 720 orders one with 2 decides 3 * 3! * 2! with three before it and 3 * 4! * 1! with four: 108, or 3/20. The
    # large ones share what is left: (1 - 2 * 3/20) / 3 = 7/30.
    assert [found[weight].shapley_shubik for weight in (4, 2, 1)] == [Fraction(7, 30), Fraction(3, 20), 0]


def test_the_security_council_is_as_the_literature_has_it():
    # [39; 7 x 5, 1 x 10]. A member without a veto decides where the five and just three of the other nine are for it:
    # 9 over 3, which is 84. One of the five decides wherever the four and at least four of the ten are: 1024 less
    # 1 + 10 + 45 + 120, which is 848. Of the orders, a member without a veto decides 84 * 8! * 6! of 15!, which is the
    # 4/2145 that is usually given; the five share what is left.
    found = of_weight(power(game(39, *[7] * 5, *[1] * 10)))
    assert (found[7].swings, found[1].swings) == (848, 84)
    assert (found[7].banzhaf, found[1].banzhaf) == (Fraction(848, 5_080), Fraction(84, 5_080))
    assert found[1].shapley_shubik == Fraction(4, 2_145)
    assert found[7].shapley_shubik == (1 - 10 * Fraction(4, 2_145)) / 5 == Fraction(421, 2_145)


def test_each_of_125_equal_members_has_an_equal_part():
    found = power(game(63, *[1] * 125))
    assert {each.banzhaf for each in found} == {each.shapley_shubik for each in found} == {Fraction(1, 125)}
    # Decisive is who meets 62 of the 124 others.
    assert {each.swings for each in found} == {comb(124, 62)}


def test_a_bloc_among_single_members_is_decisive_as_a_sum_of_binomials():
    # A bloc of 69 beside 56 single members, quota 83: it needs 14 of them, and they cannot do without it.
    big, *single = power(game(83, 69, *[1] * 56))
    assert big.swings == sum(comb(56, size) for size in range(14, 57))
    assert {each.swings for each in single} == {comb(55, 13)}
    # In an order it decides where 14 or more come before it: it is equally likely in each of 57 places.
    assert big.shapley_shubik == Fraction(57 - 14, 57)
