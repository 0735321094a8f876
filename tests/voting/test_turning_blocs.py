"""Which blocs turn a vote as it stands: against every set of blocs and every way in which they may vote."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_games import CAST, SIDES, SITTING, VOTING, chambers, majorities, quorum, sets, share, votes

from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.majority import Majority, Position
from majlis.voting.turning import Switch, turning_blocs, turning_sets

P = Position
some_majorities = st.lists(majorities | st.builds(quorum, st.integers(0, 45)), min_size=1, max_size=3)


def standing(**blocs: tuple[int, Position]) -> Chamber:
    return Chamber(tuple(Bloc(name, seats, position) for name, (seats, position) in blocs.items()))


def passes(chamber: Chamber, needed: list[Majority], **others: Position) -> bool:
    split = {P.VACANT: chamber.vacancies}
    for bloc in chamber.blocs:
        position = others.get(bloc.name, bloc.position)
        split[position] = split.get(position, 0) + bloc.seats
    return all(each.reached(split) for each in needed)


def turned(chamber: Chamber, needed: list[Majority], names: frozenset[str]) -> bool:
    """Can these blocs turn the answer, by any position of each?"""
    now = passes(chamber, needed)
    ways = product(SIDES, repeat=len(names))
    return any(passes(chamber, needed, **dict(zip(names, way, strict=True))) != now for way in ways)


@given(chambers(), some_majorities)
def test_the_blocs_that_turn_a_vote_are_those_whose_other_position_turns_it(chamber: Chamber, needed: list[Majority]):
    now = passes(chamber, needed)
    expected = [
        (bloc.name, side)
        for bloc in chamber.blocs
        for side in SIDES
        if passes(chamber, needed, **{bloc.name: side}) != now
    ]
    found = turning_blocs(chamber, needed)
    assert [(each.bloc, each.after) for each in found] == expected
    stands = {bloc.name: (bloc.seats, bloc.position) for bloc in chamber.blocs}
    assert all(stands[each.bloc] == (each.seats, each.before) for each in found)


@given(chambers(most=4), some_majorities)
def test_the_smallest_sets_are_all_those_that_turn_a_vote_and_have_no_smaller_one_in_them(
    chamber: Chamber, needed: list[Majority]
):
    turning = [names for names in sets(bloc.name for bloc in chamber.blocs) if turned(chamber, needed, names)]
    minimal = {names for names in turning if not any(other < names for other in turning)}
    found = turning_sets(chamber, needed, limit=100)
    assert found.complete
    assert {turn.names for turn in found.shown} == minimal
    assert len(found.shown) == len(minimal)
    assert found.passes == passes(chamber, needed)


@given(chambers(most=9), some_majorities)
def test_each_set_that_is_shown_turns_the_vote_by_its_switches_and_the_smallest_comes_first(
    chamber: Chamber, needed: list[Majority]
):
    found = turning_sets(chamber, needed, limit=50)
    for turn in found.shown:
        after = {switch.bloc: switch.after for switch in turn.switches}
        assert passes(chamber, needed, **after) != found.passes
        assert all(switch.before != switch.after for switch in turn.switches)
    costs = [(turn.seats, len(turn.switches)) for turn in found.shown]
    assert costs == sorted(costs)


@given(chambers(most=9), some_majorities, st.integers(0, 3))
def test_what_is_cut_at_a_limit_is_said(chamber: Chamber, needed: list[Majority], limit: int):
    whole, cut = turning_sets(chamber, needed, limit=1_000), turning_sets(chamber, needed, limit=limit)
    assert cut.shown == whole.shown[:limit]
    assert cut.complete == (len(whole.shown) <= limit)


@given(chambers(most=9), some_majorities)
def test_a_bloc_turns_a_vote_alone_exactly_when_it_is_a_set_by_itself(chamber: Chamber, needed: list[Majority]):
    alone = {switch.bloc for switch in turning_blocs(chamber, needed)}
    sole = {turn.switches[0].bloc for turn in turning_sets(chamber, needed, limit=1_000).shown if len(turn.names) == 1}
    assert sole == alone


def test_three_more_votes_come_from_the_smallest_bloc_that_has_them():
    chamber = standing(Yes=(60, P.IN_FAVOUR), No=(40, P.AGAINST), Wavering=(5, P.ABSTAINING), Away=(2, P.ABSENT))
    assert turning_blocs(chamber, [votes(63)]) == (
        Switch("No", 40, P.AGAINST, P.IN_FAVOUR),
        Switch("Wavering", 5, P.ABSTAINING, P.IN_FAVOUR),
    )
    assert [turn.switches for turn in turning_sets(chamber, [votes(63)]).shown] == [
        (Switch("Wavering", 5, P.ABSTAINING, P.IN_FAVOUR),),
        (Switch("No", 40, P.AGAINST, P.IN_FAVOUR),),
    ]


def test_two_small_blocs_together_may_be_fewer_seats_than_one_large_one():
    chamber = standing(Yes=(60, P.IN_FAVOUR), No=(40, P.AGAINST), One=(2, P.ABSENT), Other=(2, P.ABSTAINING))
    found = turning_sets(chamber, [votes(63)])
    assert [(turn.seats, turn.names) for turn in found.shown] == [
        (4, frozenset({"One", "Other"})),
        (40, frozenset({"No"})),
    ]


def test_a_vote_of_those_voting_can_be_turned_by_walking_out_too():
    # 40 of 85 who vote are less than half; without the 10 who abstain they are more than half of 75.
    chamber = standing(Yes=(40, P.IN_FAVOUR), No=(35, P.AGAINST), Wavering=(10, P.ABSTAINING))
    more_than_half = share(1, 2, VOTING, more_than=True)
    assert Switch("Wavering", 10, P.ABSTAINING, P.ABSENT) in turning_blocs(chamber, [more_than_half])
    assert Switch("Wavering", 10, P.ABSTAINING, P.AGAINST) not in turning_blocs(chamber, [more_than_half])
    assert turning_blocs(chamber, [share(1, 2, CAST, more_than=True)]) == (
        Switch("Yes", 40, P.IN_FAVOUR, P.AGAINST),
        Switch("Yes", 40, P.IN_FAVOUR, P.ABSTAINING),
        Switch("Yes", 40, P.IN_FAVOUR, P.NOT_VOTING),
        Switch("Yes", 40, P.IN_FAVOUR, P.ABSENT),
        Switch("Wavering", 10, P.ABSTAINING, P.AGAINST),
    )


def test_a_vote_that_passes_falls_with_its_quorum():
    chamber = standing(Yes=(60, P.IN_FAVOUR), No=(25, P.AGAINST), Away=(15, P.ABSENT))
    assert turning_blocs(chamber, [votes(40), quorum(80)]) == (
        *(Switch("Yes", 60, P.IN_FAVOUR, after) for after in SIDES[1:]),
        Switch("No", 25, P.AGAINST, P.ABSENT),
    )
    assert [turn.names for turn in turning_sets(chamber, [votes(40), quorum(80)]).shown] == [{"No"}, {"Yes"}]


def test_a_vote_that_nobody_can_turn_has_no_set_that_does():
    chamber = standing(Yes=(60, P.IN_FAVOUR), No=(30, P.AGAINST))
    found = turning_sets(chamber, [votes(95)])
    assert (found.passes, found.shown, found.complete) == (False, (), True)
    assert turning_blocs(chamber, [votes(95)]) == ()


def test_blocs_that_are_open_stand_as_they_are_taken_to():
    chamber = Chamber((Bloc("Yes", 60, P.IN_FAVOUR), Bloc("Open", 5)))
    assert turning_blocs(chamber, [votes(63)], {"Open": P.ABSENT}) == (Switch("Open", 5, P.ABSENT, P.IN_FAVOUR),)
    assert turning_sets(chamber, [votes(63)], {"Open": P.IN_FAVOUR}).passes
    with pytest.raises(KeyError, match="Open"):
        turning_blocs(chamber, [votes(63)])


def test_of_125_single_members_the_four_that_are_missing_are_found_at_once():
    blocs = [Bloc(f"for {at}", 1, P.IN_FAVOUR) for at in range(79)]
    blocs += [Bloc(f"against {at}", 1, P.AGAINST) for at in range(46)]
    found = turning_sets(Chamber(tuple(blocs)), [votes(83), share(1, 2, SITTING)])
    assert [turn.seats for turn in found.shown] == [4] * 10
    assert not found.complete
    assert turning_blocs(Chamber(tuple(blocs)), [votes(83)]) == ()


@given(chambers(most=9), some_majorities, st.integers(0, 40))
def test_a_search_that_is_given_up_shows_what_it_found_and_says_that_there_may_be_more(
    chamber: Chamber, needed: list[Majority], steps: int
):
    whole = turning_sets(chamber, needed, limit=1_000)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("majlis.voting.cheapest.MOST_STEPS", steps)
        cut = turning_sets(chamber, needed, limit=1_000)
    assert cut.shown == whole.shown[: len(cut.shown)]
    assert whole.complete
    assert cut.complete <= (cut.shown == whole.shown)
