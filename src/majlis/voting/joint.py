"""How likely several sums over the members of a chamber come together, and several majorities with one vote."""

from __future__ import annotations

import math
from operator import add
from typing import TYPE_CHECKING, TypeVar

from majlis.voting.distribution import within
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from majlis.voting.chamber import Bloc, Chamber
    from majlis.voting.majority import Majority

Vector = tuple[int, ...]
States = dict[Vector, float]
Weight = TypeVar("Weight", int, Vector)


def likely(bloc: Bloc, weights: Mapping[Position, Weight]) -> dict[Weight, float]:
    """What a member of a bloc may add to a sum, with its chance; what cannot be is left out."""
    found: dict[Weight, float] = {}
    for position, chance in bloc.chances.items():
        if chance:
            weight = weights[position]
            found[weight] = found.get(weight, 0.0) + chance.numerator / chance.denominator
    return found


def spread(chamber: Chamber, weigh: Callable[[Position], Vector]) -> States:
    """How likely each combination of several sums is, to which every seat adds what its position weighs."""
    return _Joint(chamber, weigh).states()


def all_reached(chamber: Chamber, majorities: Sequence[Majority]) -> float:
    """The chance that all majorities are reached; 1.0 and 0.0 only where that is certain."""
    start = tuple(each.slack_of({}) for each in majorities)
    followed = _Followed(chamber, lambda position: tuple(each.weight(position) for each in majorities), start)
    states = followed.states()
    if not states:
        return 0.0
    return within(math.fsum(states.values())) if followed.lost else 1.0


class _Joint:
    """The chances of a vector to which one draw after the other adds."""

    def __init__(self, chamber: Chamber, weigh: Callable[[Position], Vector], start: Vector | None = None) -> None:
        self.weights = {position: weigh(position) for position in Position}
        self.blocs = [bloc for bloc in chamber.blocs if bloc.position is None]
        settled = [(chamber.vacancies, Position.VACANT)]
        settled += [(bloc.seats, bloc.position) for bloc in chamber.blocs if bloc.position is not None]
        zero = tuple(0 for _ in self.weights[Position.VACANT])
        self.first = _sum([start or zero, *(_times(seats, self.weights[position]) for seats, position in settled)])

    def states(self) -> States:
        """Every vector that may come, with its chance."""
        found = self.kept({self.first: 1.0})
        for bloc in self.blocs:
            found = self._with(found, bloc)
        return found

    def kept(self, states: States) -> States:
        """The states that are followed on."""
        return states

    def moved(self, _bloc: Bloc, _seats: int) -> None:
        """So many members of a bloc have drawn."""

    def _with(self, before: States, bloc: Bloc) -> States:
        steps = likely(bloc, self.weights)
        share = float(bloc.discipline) if bloc.seats > 1 else 0.0
        alone = before
        for _ in range(bloc.seats if share < 1 else 0):
            self.moved(bloc, 1)
            alone = self.kept(_drawn(alone, steps))
        if not share:
            return alone
        if share == 1:
            self.moved(bloc, bloc.seats)
        together = self.kept(_drawn(before, {_times(bloc.seats, step): chance for step, chance in steps.items()}))
        return together if share == 1 else _mixed(together, share, alone)


class _Followed(_Joint):
    """The same for slacks: a vector is given up once one of them is lost, whatever the others do.

    What is won in any case is written as being won just so, and so falls together.
    """

    def __init__(self, chamber: Chamber, weigh: Callable[[Position], Vector], start: Vector) -> None:
        super().__init__(chamber, weigh, start)
        self.lost = False
        self._ranges = {bloc.name: _range(likely(bloc, self.weights)) for bloc in self.blocs}
        still = [[_times(bloc.seats, end) for end in self._ranges[bloc.name]] for bloc in self.blocs]
        zero = tuple(0 for _ in start)
        self.least, self.most = (_sum([zero, *(ends[side] for ends in still)]) for side in (0, 1))

    def moved(self, bloc: Bloc, seats: int) -> None:
        """So many members fewer may still change the slacks."""
        least, most = self._ranges[bloc.name]
        self.least, self.most = _sum([self.least, _times(-seats, least)]), _sum([self.most, _times(-seats, most)])

    def kept(self, states: States) -> States:
        """The slacks that can still come out right."""
        found: States = {}
        for state, chance in states.items():
            if min(map(add, state, self.most)) < 0:
                self.lost = True
                continue
            key = tuple([each if each + least < 0 else -least for each, least in zip(state, self.least, strict=True)])
            found[key] = found.get(key, 0.0) + chance
        return found


def _drawn(before: States, steps: Mapping[Vector, float]) -> States:
    found: States = {}
    for state, chance in before.items():
        for step, share in steps.items():
            key = tuple(map(add, state, step))
            found[key] = found.get(key, 0.0) + chance * share
    return found


def _mixed(one: States, share: float, other: States) -> States:
    keys = dict.fromkeys((*one, *other))
    return {key: share * one.get(key, 0.0) + (1 - share) * other.get(key, 0.0) for key in keys}


def _range(steps: Iterable[Vector]) -> tuple[Vector, Vector]:
    """The least and the most that one member may add, each part by itself."""
    parts = list(zip(*steps, strict=True))
    return tuple(map(min, parts)), tuple(map(max, parts))


def _times(number: int, vector: Vector) -> Vector:
    return tuple(number * each for each in vector)


def _sum(vectors: Iterable[Vector]) -> Vector:
    return tuple(map(sum, zip(*vectors, strict=True)))
