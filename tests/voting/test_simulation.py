"""Simulated chances: near the exact ones, the same for the same seed, and honest about their error."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from majlis.errors import InputError
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.chances import chance_of
from majlis.voting.majority import FOR, Base, Majority, Position
from majlis.voting.simulation import shifted, simulate

P = Position
HALF = Fraction(1, 2)
NINE = Chamber(
    (
        Bloc("sure", 2, P.IN_FAVOUR),
        Bloc("whipped", 3, chances={P.IN_FAVOUR: Fraction(2, 3), P.ABSENT: Fraction(1, 3)}, discipline=Fraction(3, 4)),
        Bloc("free", 4, chances={P.IN_FAVOUR: Fraction(2, 5), P.AGAINST: HALF, P.ABSTAINING: Fraction(1, 10)}),
    ),
    vacancies=1,
)
FIVE = Majority(Base("in_favour", FOR), votes=5)


@settings(max_examples=10)
@given(st.integers(0, 10**6), st.integers(2, 9))
def test_a_simulation_comes_near_the_exact_chance(seed: int, votes: int) -> None:
    majority = Majority(Base("in_favour", FOR), votes=votes)
    found = simulate(NINE, majority.reached, draws=2_000, seed=seed)
    assert abs(found.estimate - chance_of(NINE, majority)) < 5 * found.standard_error


def test_a_share_of_a_moving_base_is_simulated_as_well() -> None:
    majority = Majority(Base("in_favour", FOR), share=(1, 2), base=Base("cast", frozenset({P.IN_FAVOUR, P.AGAINST})))
    found = simulate(NINE, majority.reached, draws=4_000, seed=7)
    assert abs(found.estimate - chance_of(NINE, majority)) < 5 * found.standard_error


def test_equal_seeds_give_equal_answers_and_others_do_not() -> None:
    first, again, other = (simulate(NINE, FIVE.reached, draws=500, seed=seed) for seed in (3, 3, 4))
    assert first == again
    assert first.passed != other.passed


def test_every_seat_stands_somewhere_in_every_draw() -> None:
    seen: list[dict[Position, int]] = []
    simulate(NINE, lambda split: bool(seen.append(split)), draws=50, seed=1)  # type: ignore[func-returns-value] # it collects
    assert len(seen) == 50
    assert all(sum(split.values()) == NINE.seats and split[P.VACANT] == 1 for split in seen)


def test_a_common_cause_makes_members_vote_alike() -> None:
    """A hundred members who all take the same good or bad day: exact as a mixture, and so drawn."""
    members = Chamber((Bloc("house", 100, chances={P.IN_FAVOUR: HALF, P.AGAINST: HALF}),))
    good, bad = (shifted(members, by) for by in (Fraction(1, 10), Fraction(-1, 10)))
    majority = Majority(Base("in_favour", FOR), votes=58)
    exact = (chance_of(good, majority) + chance_of(bad, majority)) / 2

    def of_the_day(random: Random) -> Chamber:
        return good if random.random() < 0.5 else bad

    found = simulate(of_the_day, majority.reached, draws=1_000, seed=5)
    assert abs(found.estimate - exact) < 5 * found.standard_error
    assert abs(found.estimate - chance_of(members, majority)) > 5 * found.standard_error


def test_the_error_is_that_of_a_share_and_never_nothing() -> None:
    found = simulate(Chamber((Bloc("sure", 5, P.IN_FAVOUR),)), FIVE.reached, draws=100, seed=1)
    assert found.estimate == 1
    assert 0 < found.standard_error < 0.02
    open_vote = simulate(NINE, FIVE.reached, draws=10_000, seed=1)
    share = open_vote.estimate
    assert open_vote.standard_error == pytest.approx((share * (1 - share) / 10_000) ** 0.5, rel=1e-3)


@given(st.fractions(-1, 1, max_denominator=20))
def test_a_shift_moves_the_chance_in_favour_and_leaves_the_rest_in_proportion(by: Fraction) -> None:
    for before, after in zip(NINE.blocs, shifted(NINE, by).blocs, strict=True):
        if before.position is not None:
            assert after == before
            continue
        assert sum(after.chances.values()) == 1
        assert after.chances[P.IN_FAVOUR] == min(max(before.chances[P.IN_FAVOUR] + by, 0), 1)
    free, then = NINE.blocs[2], shifted(NINE, by).blocs[2]
    assert then.chances[P.AGAINST] * free.chances[P.ABSTAINING] == then.chances[P.ABSTAINING] * free.chances[P.AGAINST]


def test_who_was_certain_and_is_shifted_down_turns_against() -> None:
    sure = Chamber((Bloc("sure", 2, chances={P.IN_FAVOUR: Fraction(1)}),))
    assert shifted(sure, Fraction(-1, 4)).blocs[0].chances == {P.IN_FAVOUR: Fraction(3, 4), P.AGAINST: Fraction(1, 4)}


def test_what_cannot_be_drawn_is_an_error() -> None:
    with pytest.raises(InputError, match="0 draws"):
        simulate(NINE, FIVE.reached, draws=0)
    with pytest.raises(InputError, match="waverers cannot be drawn"):
        simulate(Chamber((Bloc("waverers", 2),)), FIVE.reached)
