"""How long coalitions, power indices and chances take, and how many times that other ways to them take.

`pytest benchmarks` prints one table for each question, the others' times in brackets as multiples of ours. powerindex,
power_bdd and numpy are measured where they are installed; majlis needs none of them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.chances import chance_of
from majlis.voting.coalitions import coalitions
from majlis.voting.game import Game
from majlis.voting.majority import FOR, Base, Majority, Position
from majlis.voting.power import power
from majlis.voting.turning import turning_sets

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

NEEDED = Majority(Base("in_favour", FOR), votes=83)
SEATS = {
    "12 blocs": (69, 8, 6, 6, 6, 5, 5, 4, 4, 4, 4, 4),
    "15 blocs, no two alike": (*range(1, 15), 20),
    "125 members": (1,) * 125,
}
DIFFERENT = (10, 11, 12, 13, 9, 8, 7, 10, 11, 12, 13, 9)  # 125 seats in 12 blocs none of which is needed
DRAWS, AT_ONCE = 1_000_000, 10_000

each_size = pytest.mark.parametrize("size", SEATS)
others_as_they_are = pytest.mark.filterwarnings("ignore")


def chamber(seats: tuple[int, ...]) -> Chamber:
    return Chamber(tuple(Bloc(f"bloc {at}", number) for at, number in enumerate(seats)))


def likely() -> Chamber:
    """125 members, each of whom votes in favour with a chance of her own, from 0.5 to 0.81."""
    chances = [Fraction(1, 2) + Fraction(at, 400) for at in range(125)]
    return Chamber(
        tuple(
            Bloc(f"member {at}", 1, chances={Position.IN_FAVOUR: chance, Position.AGAINST: 1 - chance})
            for at, chance in enumerate(chances)
        )
    )


def same(ours: list[Fraction], theirs: list[float]) -> bool:
    return list(map(float, ours)) == pytest.approx(list(map(float, theirs)))


@each_size
def test_both_indices_in_majlis(benchmark: BenchmarkFixture, size: str) -> None:
    benchmark.group = f"both power indices of {size}"
    game = Game.of(chamber(SEATS[size]), NEEDED)
    benchmark(lambda: power(game))


@others_as_they_are
@each_size
def test_both_indices_in_powerindex(benchmark: BenchmarkFixture, size: str) -> None:
    benchmark.group = f"both power indices of {size}"
    powerindex = pytest.importorskip("powerindex")

    def both() -> tuple[list[float], list[float]]:
        game = powerindex.Game(83, list(SEATS[size]))
        game.calc_banzhaf()
        game.calc_shapley_shubik()
        return game.banzhaf, game.shapley_shubik

    banzhaf, shapley_shubik = benchmark.pedantic(both, rounds=3)
    ours = power(Game.of(chamber(SEATS[size]), NEEDED))
    assert same([each.banzhaf for each in ours], banzhaf)
    assert same([each.shapley_shubik for each in ours], shapley_shubik)


@others_as_they_are
@each_size
def test_both_indices_in_power_bdd(benchmark: BenchmarkFixture, size: str) -> None:
    benchmark.group = f"both power indices of {size}"
    bdd = pytest.importorskip("power_bdd.bdd")

    def both() -> tuple[list[float], list[float]]:
        tree = bdd.BDD(bdd.WeightedGame(83, list(SEATS[size])))
        return tree.calc_banzhaf(), tree.calc_shapley()

    penrose, shapley_shubik = benchmark.pedantic(both, rounds=3)
    ours = power(Game.of(chamber(SEATS[size]), NEEDED))
    assert same([each.penrose for each in ours], penrose)
    assert same([each.shapley_shubik for each in ours], shapley_shubik)


@pytest.mark.benchmark(group="all coalitions (number, each minimal one, vetoes, dummies)")
@pytest.mark.parametrize(
    ("seats", "needed"),
    [(SEATS["12 blocs"], 83), (DIFFERENT, 63), (SEATS["125 members"], 83)],
    ids=["12 blocs with a large one", "12 blocs much alike", "125 members"],
)
def test_all_coalitions(benchmark: BenchmarkFixture, seats: tuple[int, ...], needed: int) -> None:
    game = Game.of(chamber(seats), Majority(NEEDED.counted, votes=needed))
    found = benchmark(lambda: coalitions(game))
    assert found.all_listed or len(seats) > 12


@pytest.mark.benchmark(group="the blocs that would turn a vote, fewest seats first")
@each_size
def test_sets_that_turn_a_vote(benchmark: BenchmarkFixture, size: str) -> None:
    sides = (Position.IN_FAVOUR, Position.AGAINST, Position.ABSTAINING, Position.ABSENT)
    blocs = (Bloc(f"bloc {at}", number, sides[at % 4]) for at, number in enumerate(SEATS[size]))
    standing = Chamber(tuple(blocs))
    assert benchmark(lambda: turning_sets(standing, [NEEDED])).shown


@pytest.mark.benchmark(group="the chance that 83 of 125 members vote in favour")
def test_the_chance_of_a_majority_exactly(benchmark: BenchmarkFixture) -> None:
    members = likely()
    assert 0 < benchmark(lambda: chance_of(members, NEEDED)) < 1


@others_as_they_are
@pytest.mark.benchmark(group="the chance that 83 of 125 members vote in favour")
def test_the_chance_of_a_majority_by_a_million_draws(benchmark: BenchmarkFixture) -> None:
    numpy = pytest.importorskip("numpy")
    members = likely()
    chances = numpy.array([float(bloc.chances[Position.IN_FAVOUR]) for bloc in members.blocs], dtype=numpy.float32)

    def draw() -> float:
        lots = numpy.random.default_rng(1)
        reached = 0
        for _ in range(DRAWS // AT_ONCE):
            votes = lots.random((AT_ONCE, 125), dtype=numpy.float32) < chances
            reached += int((votes.sum(axis=1) >= 83).sum())
        return reached / DRAWS

    assert benchmark.pedantic(draw, rounds=3) == pytest.approx(chance_of(members, NEEDED), abs=0.003)
