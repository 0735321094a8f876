"""The smallest changes that turn a vote: held against trying every change, on small houses."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import majlis
from majlis.voting.frontier import reached, turning
from majlis.voting.majority import EVERY_SEAT, FOR, Base, Majority, Position, Split, moved

HERE = (Position.IN_FAVOUR, Position.AGAINST, Position.ABSTAINING, Position.NOT_VOTING, Position.ABSENT)
VOTES = Base("in favour", FOR)
VOTING = Base("voting", frozenset(HERE[:3]))
VALID = Base("for or against", frozenset(HERE[:2]))
PRESENT = Base("present", frozenset(HERE[:4]))
SITTING = Base("sitting", frozenset(HERE))
SEATS = Base("seats", EVERY_SEAT)
SHARES = ((1, 2), (2, 3), (3, 5), (1, 1), (3, 4))

numbers = st.builds(Majority, st.just(VOTES), votes=st.integers(0, 12), more_than=st.booleans())
shares = st.builds(
    Majority,
    st.just(VOTES),
    share=st.sampled_from(SHARES),
    base=st.sampled_from((VOTING, VALID, PRESENT, SITTING, SEATS)),
    more_than=st.booleans(),
)
quorums = st.builds(
    Majority,
    st.sampled_from((PRESENT, VOTING)),
    share=st.sampled_from(SHARES[:3]),
    base=st.sampled_from((SITTING, SEATS)),
)
majorities = st.one_of(numbers, shares)
houses = st.fixed_dictionaries({position: st.integers(0, 4) for position in (*HERE, Position.VACANT)})
askings = st.one_of(st.tuples(majorities), st.tuples(majorities, quorums))


def after(split: Split, moves: list[tuple[Position, Position, int]]) -> Split:
    for of, to, count in moves:
        split = moved(split, of, to, count)
    return split


def turns(asked: tuple[Majority, ...], split: Split, of: Position, to: Position, count: int) -> bool:
    return reached(asked, moved(split, of, to, count)) is not reached(asked, split)


@given(askings, houses)
def test_each_change_turns_the_vote_and_with_one_member_fewer_it_would_not(
    asked: tuple[Majority, ...], split: Split
) -> None:
    before = reached(asked, split)
    for change in turning(asked, split):
        for to in product(*(move.to for move in change.moves)):
            moves = [(move.of, there, move.number) for move, there in zip(change.moves, to, strict=True)]
            assert reached(asked, after(split, moves)) is not before
            of, there, count = moves[-1]
            assert reached(asked, after(split, [*moves[:-1], (of, there, count - 1)])) is before


@given(askings, houses)
def test_no_smaller_change_of_one_kind_has_been_overlooked(asked: tuple[Majority, ...], split: Split) -> None:
    found = {change.moves[0].of: change.moves[0] for change in turning(asked, split) if len(change.moves) == 1}
    for of in HERE:
        tried = {
            to: next((count for count in range(1, split[of] + 1) if turns(asked, split, of, to, count)), None)
            for to in HERE
            if to is not of
        }
        least = min((count for count in tried.values() if count is not None), default=None)
        assert (found[of].number if of in found else None) == least
        if of in found:
            assert set(found[of].to) == {to for to, count in tried.items() if count == least}
            assert found[of].out_of == split[of]


@given(askings, houses)
def test_a_vote_that_fails_with_everybody_in_favour_cannot_be_turned(asked: tuple[Majority, ...], split: Split) -> None:
    everybody = {Position.IN_FAVOUR: sum(split[each] for each in HERE), Position.VACANT: split[Position.VACANT]}
    if not reached(asked, everybody):
        assert not reached(asked, split)
        assert turning(asked, split) == ()


@given(askings, houses)
def test_a_vote_that_passes_with_everybody_in_favour_can_be_turned_from_failing(
    asked: tuple[Majority, ...], split: Split
) -> None:
    everybody = {Position.IN_FAVOUR: sum(split[each] for each in HERE), Position.VACANT: split[Position.VACANT]}
    if reached(asked, everybody) and not reached(asked, split):
        assert turning(asked, split)


@given(majorities, houses)
def test_more_votes_in_favour_never_hurt(majority: Majority, split: Split) -> None:
    for of in HERE[1:]:
        if split[of] and majority.reached(split):
            assert majority.reached(moved(split, of, Position.IN_FAVOUR))


@given(majorities, houses)
def test_the_least_number_that_is_enough_is_the_least(majority: Majority, split: Split) -> None:
    base = majority.base.of(split) if majority.base else 0
    needed = majority.least(base)
    assert majority.slack(needed, base) >= 0 > majority.slack(needed - 1, base)
    assert majority.reached(split) is (split[Position.IN_FAVOUR] >= needed)


def test_no_more_can_move_than_there_are() -> None:
    with pytest.raises(ValueError, match="3 of 2 cannot move"):
        moved({Position.AGAINST: 2}, Position.AGAINST, Position.IN_FAVOUR, 3)


def asked(**figures: int) -> majlis.WouldPass:
    return majlis.would_pass("az-1995/law", matter="94.I.3", engine="meaning", **figures)


def test_four_of_the_ten_who_abstain_would_be_enough() -> None:
    found = asked(in_favour=79, against=30, abstained=10, sitting=119)
    first = found.changes[0].moves[0]
    assert (first.of, first.number, first.out_of, first.to) == (Position.ABSTAINING, 4, 10, FOR_ALONE)


FOR_ALONE = (Position.IN_FAVOUR,)


def test_where_too_few_sit_nothing_that_they_do_would_turn_it() -> None:
    found = asked(in_favour=70, against=5, sitting=80)
    assert found.impossible
    assert found.changes == ()


def test_where_no_group_is_large_enough_several_are_named_together() -> None:
    found = asked(in_favour=79, against=2, abstained=1, not_voting=1, absent=40)
    moves = {move.of: move.number for change in found.changes for move in change.moves}
    assert moves == {Position.ABSENT: 4}
    found = asked(in_favour=79, against=2, abstained=1, not_voting=1, absent=1)
    together = [(move.of, move.number) for move in found.changes[0].moves]
    assert together == [(Position.ABSTAINING, 1), (Position.NOT_VOTING, 1), (Position.ABSENT, 1), (Position.AGAINST, 1)]
