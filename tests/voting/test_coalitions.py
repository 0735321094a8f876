"""Winning coalitions, vetoes and dummies: against every coalition looked at, and by hand."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_games import Enumerated, game, games

from majlis.errors import InputError
from majlis.voting.coalitions import LIMIT, Coalition, Kind, Taken, coalitions, minimal, minimal_kinds
from majlis.voting.game import Game


def listed(of: Game) -> set[frozenset[str]]:
    return {frozenset(each.names) for each in coalitions(of, limit=10_000).minimal}


@given(games(most=12))
def test_everything_said_of_coalitions_is_what_going_through_all_of_them_says(played: Game):
    found, every = coalitions(played), Enumerated(played)
    assert found.winnable == bool(every.winning)
    assert found.winning == len(every.winning)
    assert found.minimal_number == len(found.minimal) == len(every.minimal)
    assert {frozenset(each.names) for each in found.minimal} == every.minimal
    assert set(found.dummies) == set(every.names) - frozenset().union(*every.minimal)
    in_all = frozenset(every.names).intersection(*every.winning) if every.winning else frozenset()
    assert set(found.vetoes) == in_all
    alone = [one for one in in_all if frozenset({one}) in every.winning]
    assert ([found.dictator] if found.dictator else []) == alone


@given(games(most=12))
def test_each_minimal_winning_coalition_wins_and_loses_without_any_member(played: Game):
    for each in minimal(played):
        assert played.wins(each.names)
        assert played.weight(each.names) == each.weight
        for name in each.names:
            assert not played.wins(set(each.names) - {name})


@given(games(most=12))
def test_a_veto_player_is_in_each_minimal_winning_coalition_and_a_dummy_in_none(played: Game):
    found = coalitions(played)
    for each in found.minimal:
        assert set(found.vetoes) <= set(each.names)
        assert not set(found.dummies) & set(each.names)


@given(games(most=12))
def test_the_kinds_have_as_many_coalitions_as_are_listed_and_no_kind_comes_twice(played: Game):
    kinds = list(minimal_kinds(played))
    assert sum(kind.number for kind in kinds) == coalitions(played).minimal_number
    assert len(set(kinds)) == len(kinds)
    assert {kind.weight for kind in kinds} == {each.weight for each in minimal(played)}


@given(games(most=12), st.integers(0, 5))
def test_what_is_cut_at_a_limit_is_said_and_its_number_stays_exact(played: Game, limit: int):
    whole, cut = coalitions(played), coalitions(played, limit)
    assert cut.minimal == whole.minimal[:limit]
    assert cut.kinds == whole.kinds[:limit]
    assert cut.minimal_number == whole.minimal_number
    assert cut.all_listed == (whole.minimal_number <= limit)
    assert cut.all_kinds == (len(whole.kinds) <= limit)


@given(st.integers(1, 40), st.integers(1, 40))
def test_equal_members_are_counted_by_binomials(members: int, quota: int):
    found = coalitions(game(quota, *[1] * members), limit=5)
    assert found.minimal_number == comb(members, quota)
    assert found.winning == sum(comb(members, size) for size in range(quota, members + 1))
    if quota <= members:
        assert found.kinds == (Kind((Taken(1, quota, members),)),)
        assert found.all_kinds


def test_a_majority_of_125_equal_members_is_one_kind_of_coalition():
    found = coalitions(game(83, *[1] * 125))
    assert found.minimal_number == comb(125, 83)
    assert found.kinds == (Kind((Taken(1, 83, 125),)),)
    assert len(found.minimal) == LIMIT
    assert not found.all_listed
    assert found.winning == sum(comb(125, size) for size in range(83, 126))


def test_twelve_blocs_never_have_more_minimal_winning_coalitions_than_are_listed():
    # No set of twelve is within another: so there are at most as many as there are sets of six (Sperner).
    assert comb(12, 6) <= LIMIT
    assert coalitions(game(6, *[1] * 12)).all_listed


def test_a_big_bloc_needs_any_14_of_56_single_members():
    found = coalitions(game(83, 69, *[1] * 56))
    assert found.kinds == (Kind((Taken(69, 1, 1), Taken(1, 14, 56))),)
    assert found.minimal_number == comb(56, 14)
    assert found.vetoes == ("A",)
    assert found.dictator is None


def test_a_game_of_four_by_hand():
    # [4; 3, 2, 1, 1]: A and anybody reach 4, and so do the three others, 2 + 1 + 1. Nothing smaller does.
    found = coalitions(game(4, 3, 2, 1, 1))
    assert listed(game(4, 3, 2, 1, 1)) == {frozenset(each) for each in ("AB", "AC", "AD", "BCD")}
    # Winning are these, the three that add one to A and another (ABC, ABD, ACD), and all of them.
    assert found.winning == 8
    assert (found.vetoes, found.dictator, found.dummies) == ((), None, ())


def test_the_coalitions_with_the_heaviest_players_come_first():
    assert coalitions(game(4, 1, 3, 2, 1)).minimal == (
        Coalition(("B", "C"), 5),
        Coalition(("B", "A"), 4),
        Coalition(("B", "D"), 4),
        Coalition(("C", "A", "D"), 4),
    )


def test_nassau_county_had_three_who_decided_and_three_who_never_did():
    # The county board that Banzhaf wrote of (Weighted Voting Doesn't Work, 1965), in 1958: [16; 9, 9, 7, 3, 1, 1]. Any two
    # of the first three have 16; one of them with the last three has at most 14.
    found = coalitions(game(16, 9, 9, 7, 3, 1, 1))
    assert listed(game(16, 9, 9, 7, 3, 1, 1)) == {frozenset(each) for each in ("AB", "AC", "BC")}
    assert found.dummies == ("D", "E", "F")


def test_a_bloc_that_has_the_quota_alone_is_a_dictator_only_if_the_others_have_it_not():
    assert coalitions(game(5, 6, 2, 1)).dictator == "A"
    assert coalitions(game(5, 6, 2, 1)).dummies == ("B", "C")
    assert coalitions(game(3, 6, 2, 1)).dictator is None
    assert listed(game(3, 6, 2, 1)) == {frozenset("A"), frozenset("BC")}


def test_the_security_council_wins_with_the_five_and_any_four_of_ten():
    found = coalitions(game(39, *[7] * 5, *[1] * 10))
    assert found.kinds == (Kind((Taken(7, 5, 5), Taken(1, 4, 10))),)
    assert found.minimal_number == 210  # 10 over 4
    assert found.winning == 848  # 1024 - (1 + 10 + 45 + 120): the ten with four of them or more
    assert found.vetoes == ("A", "B", "C", "D", "E")


def test_the_ties_of_the_electoral_college_are_those_that_were_published():
    # B. Hayes, College Ties (bit-player.org, 5 October 2012): with the electors of 2012, the votes of the 51 come out at
    # 269 to 269 in 16,976,480,564,070 ways. Half of all other ways are won with 270.
    single = [55, 38, 29, 29, 20, 20, 18, 16, 16, 15, 14, 13, 12]
    electors = single + [11] * 4 + [10] * 4 + [9] * 3 + [8] * 2 + [7] * 3 + [6] * 6 + [5] * 3 + [4] * 5 + [3] * 8
    assert (len(electors), sum(electors)) == (51, 538)
    winning = coalitions(game(270, *electors), limit=0).winning
    assert winning == (2**51 - 16_976_480_564_070) // 2
    assert coalitions(game(269, *electors), limit=0).winning == winning + 16_976_480_564_070


@pytest.mark.parametrize("weights", [(), (0,), (3, 2, 0)])
def test_a_game_that_cannot_be_won_has_no_winners_no_veto_and_only_dummies(weights: tuple[int, ...]):
    found = coalitions(game(6, *weights))
    assert not found.winnable
    assert (found.winning, found.minimal_number, found.minimal, found.kinds) == (0, 0, (), ())
    assert (found.vetoes, found.dictator) == ((), None)
    assert len(found.dummies) == len(weights)


@pytest.mark.parametrize("weights", [(), (0,), (3, 2, 0)])
def test_a_quota_of_0_is_won_by_nobody_so_that_nobody_is_needed(weights: tuple[int, ...]):
    found = coalitions(game(0, *weights))
    assert found.winning == 2 ** len(weights)
    assert (found.minimal, found.minimal_number) == ((Coalition((), 0),), 1)
    assert (found.vetoes, found.dictator) == ((), None)
    assert len(found.dummies) == len(weights)


def test_too_many_different_sums_are_refused_instead_of_taking_for_ever(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("majlis.voting.swings.MOST_SUMS", 1_000)
    assert coalitions(game(999, *(2**power for power in range(9)), *[1] * 1_000), limit=1).winnable
    with pytest.raises(InputError, match="different sums"):
        coalitions(game(1_024, *(2**power for power in range(11))), limit=1)
