"""Exact chances, held against going through every way to vote, and against fractions for many members."""

from __future__ import annotations

import math
from collections import Counter
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import pytest
from how_many import examples
from hypothesis import assume, given
from hypothesis import strategies as st

from majlis.errors import InputError
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.chances import (
    bounds,
    chance_of,
    counts,
    distribution,
    votes_in_favour,
)
from majlis.voting.distribution import Distribution
from majlis.voting.majority import EVERY_SEAT, FOR, SEATS, Base, Majority, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

P = Position
NEAR = 1e-12
MOST_WAYS = 5_000
IN_FAVOUR = Base("in_favour", FOR)
VOTING = Base("voting", frozenset({P.IN_FAVOUR, P.AGAINST, P.ABSTAINING}))
CAST = Base("cast", frozenset({P.IN_FAVOUR, P.AGAINST}))
PRESENT = Base("present", frozenset({P.IN_FAVOUR, P.AGAINST, P.ABSTAINING, P.NOT_VOTING}))
SITTING = Base("sitting", EVERY_SEAT - {P.VACANT})
ALL_SEATS = Base(SEATS, EVERY_SEAT)
MEMBERS = sorted(EVERY_SEAT - {P.VACANT})


def ways(bloc: Bloc) -> Iterator[tuple[Counter[Position], Fraction]]:
    """Every way in which a bloc may vote, each member told apart, with its chance."""
    if bloc.position is not None:
        yield Counter({bloc.position: bloc.seats}), Fraction(1)
        return
    for position, chance in bloc.chances.items():
        yield Counter({position: bloc.seats}), bloc.discipline * chance
    for votes in product(bloc.chances, repeat=bloc.seats):
        yield Counter(votes), (1 - bloc.discipline) * math.prod(bloc.chances[each] for each in votes)


def splits(chamber: Chamber) -> Iterator[tuple[Counter[Position], Fraction]]:
    """Every way in which a chamber may vote, with its chance."""
    for several in product(*(list(ways(bloc)) for bloc in chamber.blocs)):
        split = Counter({P.VACANT: chamber.vacancies})
        for votes, _ in several:
            split.update(votes)
        yield split, math.prod((chance for _, chance in several), start=Fraction(1))


def enumerated(chamber: Chamber, *majorities: Majority) -> Fraction:
    return sum(
        (chance for split, chance in splits(chamber) if all(each.reached(split) for each in majorities)), Fraction(0)
    )


@st.composite
def chances_of(draw: st.DrawFn, positions: list[Position]) -> dict[Position, Fraction]:
    parts = draw(st.lists(st.integers(0, 20), min_size=len(positions), max_size=len(positions)))
    assume(sum(parts))
    return {each: Fraction(part, sum(parts)) for each, part in zip(positions, parts, strict=True)}


@st.composite
def chambers(draw: st.DrawFn, *, undecided: bool = False) -> Chamber:
    """A chamber of up to 12 members, small enough to go through every way to vote."""
    blocs: list[Bloc] = []
    number, seats = 1, draw(st.integers(1, 12))
    while seats:
        held = draw(st.integers(1, seats))
        positions = sorted(draw(st.sets(st.sampled_from(MEMBERS), min_size=1, max_size=3)))
        if number * len(positions) ** held > MOST_WAYS:
            held, positions = 1, positions[:1]
        name = f"bloc {len(blocs)}"
        if draw(st.integers(0, 3)) == 0:
            blocs.append(Bloc(name, held, positions[0]))
        elif undecided and draw(st.booleans()):
            blocs.append(Bloc(name, held))
        else:
            discipline = draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 3), Fraction(9, 10)]))
            blocs.append(Bloc(name, held, chances=draw(chances_of(positions)), discipline=discipline))
            number *= len(positions) ** held + len(positions)
        seats -= held
    return Chamber(tuple(blocs), vacancies=draw(st.integers(0, 3)))


@st.composite
def majorities(draw: st.DrawFn) -> Majority:
    counted = draw(st.sampled_from([IN_FAVOUR, IN_FAVOUR, PRESENT, VOTING]))
    more = draw(st.booleans())
    if draw(st.booleans()):
        return Majority(counted, votes=draw(st.integers(0, 13)), more_than=more)
    bottom = draw(st.integers(1, 5))
    base = draw(st.sampled_from([VOTING, CAST, PRESENT, SITTING, ALL_SEATS]))
    return Majority(counted, share=(draw(st.integers(0, bottom)), bottom), base=base, more_than=more)


def one_by_one(chances: list[Fraction]) -> Chamber:
    """Members who each have a chance of their own to vote in favour."""
    return Chamber(
        tuple(
            Bloc(f"member {number}", 1, chances={P.IN_FAVOUR: chance, P.AGAINST: 1 - chance})
            for number, chance in enumerate(chances)
        )
    )


def in_thousandths(chances: list[int]) -> list[Fraction]:
    """The same distribution by the plain recurrence, for chances in thousandths, without any rounding."""
    found = [1]
    for chance in chances:
        found = [low * (1000 - chance) + high * chance for low, high in zip([*found, 0], [0, *found], strict=True)]
    return [Fraction(each, 1000 ** len(chances)) for each in found]


@given(chambers(), majorities())
def test_the_chance_of_a_majority_is_that_of_all_ways_to_vote_that_reach_it(
    chamber: Chamber, majority: Majority
) -> None:
    assert chance_of(chamber, majority) == pytest.approx(float(enumerated(chamber, majority)), abs=NEAR)


@examples(60)
@given(chambers(), majorities(), majorities())
def test_several_majorities_are_reached_by_the_same_votes(chamber: Chamber, one: Majority, other: Majority) -> None:
    assert chance_of(chamber, one, other) == pytest.approx(float(enumerated(chamber, one, other)), abs=NEAR)


@examples(60)
@given(chambers(), majorities(), majorities())
def test_a_chance_is_one_or_nothing_only_where_that_is_certain(
    chamber: Chamber, one: Majority, other: Majority
) -> None:
    for asked in ((one,), (one, other)):
        exact = enumerated(chamber, *asked)
        found = chance_of(chamber, *asked)
        assert ((found == 0), (found == 1)) == ((exact == 0), (exact == 1))


@given(chambers(), st.sampled_from([IN_FAVOUR, PRESENT, VOTING]))
def test_a_number_is_as_likely_as_all_splits_that_have_it(chamber: Chamber, counted: Base) -> None:
    found = distribution(chamber, lambda position: int(position in counted.holds))
    expected: Counter[int] = Counter()
    for split, chance in splits(chamber):
        expected[counted.of(split)] += chance  # type: ignore[assignment] # fractions add up as whole numbers do
    assert (found.first, found.last) == tuple(f([n for n, c in expected.items() if c]) for f in (min, max))
    for number in range(14):
        assert found.exactly(number) == pytest.approx(float(expected[number]), abs=NEAR)
    average = sum((number * chance for number, chance in expected.items()), Fraction(0))
    square = sum((number**2 * chance for number, chance in expected.items()), Fraction(0)) - average**2
    assert found.expected == pytest.approx(float(average), abs=1e-10)
    assert found.deviation**2 == pytest.approx(float(square), abs=1e-10)


@given(chambers())
def test_two_counts_come_together_as_often_as_their_splits_do(chamber: Chamber) -> None:
    found = counts(chamber, lambda position: (int(position in FOR), int(position in PRESENT.holds)))
    expected: dict[tuple[int, ...], Fraction] = {}
    for split, chance in splits(chamber):
        key = (IN_FAVOUR.of(split), PRESENT.of(split))
        expected[key] = expected.get(key, Fraction(0)) + chance
    assert found.keys() == {key for key, chance in expected.items() if chance}
    assert all(chance == pytest.approx(float(expected[key]), abs=NEAR) for key, chance in found.items())


@examples(20)
@given(st.lists(st.integers(0, 1000), min_size=125, max_size=125))
def test_with_125_members_it_is_right_to_twelve_digits(chances: list[int]) -> None:
    found = votes_in_favour(one_by_one([Fraction(each, 1000) for each in chances]))
    exact = in_thousandths(chances)
    below = Fraction(0)
    for k in range(126):
        assert abs(Fraction(found.exactly(k)) - exact[k]) < Fraction(NEAR)
        assert abs(Fraction(found.at_least(k)) - (1 - below)) < Fraction(NEAR)
        below += exact[k]


def test_a_coin_for_each_of_125_members_gives_the_binomial_numbers() -> None:
    found = votes_in_favour(one_by_one([Fraction(1, 2)] * 125))
    assert all(found.exactly(k) == pytest.approx(math.comb(125, k) / 2**125, rel=1e-12) for k in range(126))
    assert found.at_least(63) == pytest.approx(0.5, abs=NEAR)
    assert (found.expected, found.deviation) == (pytest.approx(62.5), pytest.approx(math.sqrt(125) / 2))


@given(chambers(), st.integers(-1, 15))
def test_either_so_many_come_or_fewer(chamber: Chamber, number: int) -> None:
    found = votes_in_favour(chamber)
    assert found.at_least(number) + found.less_than(number) == pytest.approx(1, abs=NEAR)


@given(st.integers(1, 60), chances_of([P.IN_FAVOUR, P.ABSTAINING]))
def test_a_bloc_of_full_discipline_is_one_draw(seats: int, chances: dict[Position, Fraction]) -> None:
    found = votes_in_favour(Chamber((Bloc("one", seats, chances=chances, discipline=Fraction(1)),)))
    assert found.exactly(seats) == float(chances[P.IN_FAVOUR])
    assert all(found.exactly(number) == 0 for number in range(1, seats))


@given(chambers(), st.data())
def test_a_higher_chance_in_favour_never_hurts_a_fixed_number(chamber: Chamber, data: st.DataObject) -> None:
    open_blocs = [number for number, bloc in enumerate(chamber.blocs) if bloc.chances]
    assume(open_blocs)
    which = data.draw(st.sampled_from(open_blocs))
    bloc = chamber.blocs[which]
    more = data.draw(st.fractions(0, 1, max_denominator=50))
    raised = {each: chance * (1 - more) for each, chance in bloc.chances.items()}
    raised[P.IN_FAVOUR] = raised.get(P.IN_FAVOUR, Fraction(0)) + more
    lifted = Bloc(bloc.name, bloc.seats, chances=raised, discipline=bloc.discipline)
    after = Chamber((*chamber.blocs[:which], lifted, *chamber.blocs[which + 1 :]), chamber.vacancies)
    for needed in range(14):
        majority = Majority(IN_FAVOUR, votes=needed)
        assert chance_of(after, majority) >= chance_of(chamber, majority) - NEAR


@given(chambers(undecided=True), st.lists(majorities(), min_size=1, max_size=2))
def test_whatever_the_undecided_do_the_chance_stays_within_its_bounds(chamber: Chamber, asked: list[Majority]) -> None:
    undecided = [bloc for bloc in chamber.blocs if bloc.undecided]
    settled = tuple(bloc for bloc in chamber.blocs if not bloc.undecided)
    seats = sum(bloc.seats for bloc in undecided)
    assume(seats <= 4)
    lowest, highest = bounds(chamber, *asked)
    reached = []
    for votes in product(MEMBERS, repeat=seats):
        then = tuple(Bloc(f"undecided {number}", 1, vote) for number, vote in enumerate(votes))
        reached.append(chance_of(Chamber((*settled, *then), chamber.vacancies), *asked))
    assert (lowest, highest) == (pytest.approx(min(reached), abs=NEAR), pytest.approx(max(reached), abs=NEAR))


def test_an_undecided_bloc_has_no_chance_and_is_named() -> None:
    chamber = Chamber((Bloc("sure", 3, P.IN_FAVOUR), Bloc("waverers", 2), Bloc("others", 1)))
    with pytest.raises(InputError, match="waverers, others"):
        votes_in_favour(chamber)
    with pytest.raises(InputError, match="waverers, others"):
        chance_of(chamber, Majority(IN_FAVOUR, votes=4), Majority(PRESENT, votes=4))


def test_a_base_that_counts_no_members_has_no_chance() -> None:
    with pytest.raises(ValueError, match="runner_up is no number of members"):
        chance_of(one_by_one([Fraction(1, 2)]), Majority(IN_FAVOUR, share=(1, 1), base=Base("runner_up")))


@given(chambers(), st.floats(0.01, 1))
def test_no_shorter_run_of_numbers_holds_as_much(chamber: Chamber, share: float) -> None:
    found = votes_in_favour(chamber)
    first, last = found.interval(share)
    held = sum(found.exactly(k) for k in range(first, last + 1))
    assert held >= share - NEAR
    for start in range(14):
        assert sum(found.exactly(k) for k in range(start, start + last - first)) < share + NEAR
        assert sum(found.exactly(k) for k in range(start, start + last - first + 1)) <= held + NEAR


def test_the_likeliest_number_is_the_least_of_the_most_likely() -> None:
    assert Distribution(3, (0.2, 0.4, 0.4)).likeliest == 4
    with pytest.raises(ValueError, match="no share"):
        Distribution(0, (1.0,)).interval(0)
