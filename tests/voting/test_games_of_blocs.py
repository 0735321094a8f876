"""The game that a chamber and a majority make: who plays, and from what quota on they win."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_games import (
    ALL_SEATS,
    CAST,
    IN_FAVOUR,
    PRESENT,
    SIDES,
    SITTING,
    VOTING,
    chambers,
    game,
    majorities,
    quorum,
    sets,
    share,
    votes,
)

from majlis.errors import InputError
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.game import Game, Player
from majlis.voting.majority import Base, Majority, Position

P = Position
OPEN = Chamber((Bloc("Left", 30), Bloc("Centre", 20), Bloc("Right", 40)), vacancies=10)
STANDING = Chamber(
    (Bloc("Left", 30, P.IN_FAVOUR), Bloc("Centre", 20, P.ABSENT), Bloc("Right", 40, P.ABSTAINING)), vacancies=10
)
quota_of = partial(Game.of, OPEN)


def test_a_fixed_number_is_the_quota_whatever_the_seats():
    assert quota_of(votes(61)).quota == 61
    assert quota_of(Majority(IN_FAVOUR, votes=61, more_than=True)).quota == 62
    assert quota_of(votes(95)).quota == 95
    assert not quota_of(votes(95)).winnable


@pytest.mark.parametrize("base", [SITTING, PRESENT, VOTING, CAST], ids=lambda base: base.name)
def test_a_share_is_of_all_90_sitting_members_since_the_others_vote_against(base: Base):
    assert quota_of(share(1, 2, base, more_than=True)).quota == 46
    assert quota_of(share(1, 2, base)).quota == 45
    assert quota_of(share(2, 3, base)).quota == 60
    assert quota_of(share(2, 3, base, more_than=True)).quota == 61


def test_a_share_of_all_seats_counts_the_10_vacant_ones():
    assert quota_of(share(1, 2, ALL_SEATS, more_than=True)).quota == 51
    assert quota_of(share(2, 3, ALL_SEATS)).quota == 67  # 66 are less than two thirds of 100


@given(chambers(), majorities)
def test_the_quota_is_the_least_number_that_the_majority_asks_for_of_its_base(chamber: Chamber, majority: Majority):
    base = {P.AGAINST: chamber.sitting, P.VACANT: chamber.vacancies}
    assert Game.of(chamber, majority).quota == majority.required(base)


def test_blocs_that_stay_as_they_are_do_not_play():
    beside_absent = Game.of(STANDING, share(1, 2, PRESENT, more_than=True), settled={P.ABSENT})
    assert beside_absent.players == (Player("Left", 30), Player("Right", 40))
    assert beside_absent.quota == 36  # more than half of the 70 who are there
    alone = Game.of(STANDING, share(1, 2, VOTING), settled={P.ABSENT, P.ABSTAINING})
    assert (alone.players, alone.quota) == ((Player("Left", 30),), 35)  # those who abstain are among the 70 who vote


def test_blocs_that_stay_in_favour_leave_less_to_be_found():
    beside = Game.of(STANDING, votes(50), settled={P.IN_FAVOUR})
    assert (beside.players, beside.quota) == ((Player("Centre", 20), Player("Right", 40)), 20)
    assert Game.of(STANDING, votes(25), settled={P.IN_FAVOUR}).quota == 0


def test_an_undecided_bloc_always_plays():
    assert len(Game.of(OPEN, votes(50), settled=SIDES).players) == 3


@given(chambers(), majorities, st.sets(st.sampled_from(SIDES)))
def test_a_coalition_wins_exactly_when_the_majority_is_reached_with_the_others_against(
    chamber: Chamber, majority: Majority, settled: set[Position]
):
    played = Game.of(chamber, majority, settled=settled)
    assert {each.name for each in played.players} == {
        b.name for b in chamber.blocs if b.seats and b.position not in settled
    }
    for coalition in sets(each.name for each in played.players):
        split = {P.VACANT: chamber.vacancies}
        for bloc in chamber.blocs:
            side = P.IN_FAVOUR if bloc.name in coalition else P.AGAINST
            side = bloc.position if bloc.position in settled else side
            split[side] = split.get(side, 0) + bloc.seats
        assert played.wins(coalition) == majority.reached(split)


def test_who_can_make_a_quorum_is_asked_with_the_others_staying_away():
    assert Game.of(OPEN, quorum(45), rest=P.ABSENT).quota == 45
    assert Game.of(OPEN, quorum(45)).quota == 0  # those who vote against are there, too
    assert not Game.of(OPEN, quorum(91)).winnable


def test_members_may_play_alone_instead_of_as_a_bloc():
    alone = Game.of(OPEN, votes(46), singly={"Centre"})
    assert alone.players[0] == Player("Left", 30)
    assert alone.players[1:21] == tuple(Player(f"Centre {number}", 1) for number in range(1, 21))
    assert alone.weights == {40: 1, 30: 1, 1: 20}
    assert alone.total == 90


def test_a_bloc_of_one_member_who_plays_alone_keeps_its_name():
    chamber = Chamber((Bloc("Many", 3), Bloc("One", 1)))
    assert Game.of(chamber, votes(2), singly={"One"}).players == (Player("Many", 3), Player("One", 1))


def test_a_name_that_no_bloc_has_is_an_error_that_names_the_blocs():
    with pytest.raises(InputError, match=r"no bloc 'Center'.*Left, Centre, Right"):
        Game.of(OPEN, votes(46), singly={"Center"})


def test_a_majority_of_votes_against_cannot_be_won_by_votes_in_favour():
    with pytest.raises(InputError, match="do not help"):
        quota_of(Majority(Base("against", frozenset({P.AGAINST})), votes=46))


def test_a_majority_that_votes_in_favour_do_not_matter_for_is_won_by_nobody_or_cannot_be_won():
    seats_held = Majority(SITTING, share=(9, 10), base=ALL_SEATS)
    assert quota_of(seats_held).quota == 0
    assert Game.of(Chamber((Bloc("All", 20),), 10), seats_held).quota == 21


def test_a_name_twice_is_an_error():
    with pytest.raises(InputError, match="Left is there 2 times"):
        Game((Player("Left", 1), Player("Left", 2)), 2)


def test_seats_and_quotas_below_0_or_broken_are_errors():
    with pytest.raises(InputError, match="A is -1"):
        game(1, -1)
    with pytest.raises(InputError, match=r"A is 1\.5"):
        game(1, 1.5)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="the quota is -2"):
        game(-2, 1)
