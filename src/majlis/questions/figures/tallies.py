"""Votes by candidate that may vary: who leads, who comes second, and what the record has of that."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING

from majlis.logic.tree import names
from majlis.procedure.scope import RANKS
from majlis.questions.figures.cuts import differing, parts
from majlis.questions.figures.region import Linear

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.logic.tree import Compare
    from majlis.logic.truth import Value
    from majlis.questions.figures.cuts import Cut
    from majlis.questions.figures.open_figures import OpenFigures
    from majlis.questions.figures.region import Region

LEADING, RUNNER_UP, TOTAL = "leading", "runner_up", "total"


def leading(votes: Mapping[str, int]) -> tuple[str, ...]:
    """The candidates with the most votes; none where nobody stands for election."""
    return tuple(who for who, number in votes.items() if number == max(votes.values()))


def standings(
    figures: OpenFigures, record: Mapping[str, Value], read: tuple[Compare, ...]
) -> Iterator[tuple[Region, dict[str, Linear]]]:
    """The parts of what figures may be in which the candidates stand in one way, and what the record has of it.

    Where no votes by candidate vary, that is everything, and nothing.
    """
    ranked = any(name.rpartition(".")[2] in RANKS for each in read for name in names(each))
    found: list[tuple[Region, dict[str, Linear]]] = [(figures.region, {})]
    for step, tally in figures.tallies.items():
        paths = [path for path in record if path in (f"{step}.1.{LEADING}", f"{step}.last.{LEADING}")]
        prefixes = [path.removesuffix(LEADING) for path in paths]
        found = [
            (part, known | {f"{prefix}{word}": number for prefix in prefixes for word, number in said.items()})
            for region, known in found
            for part, said in _standings(region, tally, ranked=ranked)
        ]
    yield from found


def _standings(
    region: Region, tally: Mapping[str, Linear], *, ranked: bool
) -> Iterator[tuple[Region, dict[str, Linear]]]:
    total = sum(tally.values(), Linear())
    if len(tally) == 1:
        yield region, {LEADING: total, RUNNER_UP: Linear(), TOTAL: total}
        return
    for leader, second in permutations(tally, 2):
        first, then = tally[leader], tally[second]
        others = [number for who, number in tally.items() if who not in (leader, second)]
        led = region.also((first - then, *(then - each for each in others)))
        if led.point() is None:
            continue
        pairs = combinations(tally.values(), 2) if ranked else [(first, then), *((then, each) for each in others)]
        cuts: list[Cut] = [differing(one, other) for one, other in pairs]
        for part in parts(led, cuts):
            yield part, {LEADING: first, RUNNER_UP: then, TOTAL: total}
