"""Chances by simulation, with a seed and a standard error, for what cannot be added up exactly.

`majlis.voting.chances` is exact for members and blocs that do not depend on each other, and a common cause with few
values (a bad day for the government, one time in ten) is exact as well: the sum over its values of their chance
times the chance in the chamber as it then is. Simulation is for the rest: a cause that moves many members together
and is drawn from a continuum (`shifted` by a normal number, a turnout), and a rule that is no majority at all, in a
chamber with too many splits to go through.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.voting.chamber import Chamber
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from majlis.voting.chamber import Bloc
    from majlis.voting.majority import Split

DRAWS, SEED = 10_000, 1


@dataclass(frozen=True, slots=True)
class Simulated:
    """How many of some random draws passed, and what chance that speaks for. Equal seeds give equal answers."""

    passed: int
    draws: int
    seed: int

    @property
    def estimate(self) -> float:
        """The share of the draws that passed."""
        return self.passed / self.draws

    @property
    def standard_error(self) -> float:
        """The standard error of the estimate: its square is p(1 - p) over the draws.

        One draw more of each kind is put in for p, so that it is not 0 where all draws agree.
        """
        share = (self.passed + 1) / (self.draws + 2)
        return math.sqrt(share * (1 - share) / self.draws)


def simulate(
    chamber: Chamber | Callable[[Random], Chamber],
    passes: Callable[[Split], bool],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Simulated:
    """Draw votes, and count those that pass.

    `chamber` may be a function that makes the chamber of each draw, for what is common to all members. Raises
    InputError for no draws, and where a bloc is undecided.
    """
    if draws < 1:
        raise InputError(f"{draws} draws say nothing", remedy="Ask for 1 or more")
    random = Random(seed)  # noqa: S311 - chances, no secrets
    prepared = _Draws(chamber) if isinstance(chamber, Chamber) else None
    passed = 0
    for _ in range(draws):
        drawn = prepared or _Draws(chamber(random) if not isinstance(chamber, Chamber) else chamber)
        passed += passes(drawn.split(random))
    return Simulated(passed, draws, seed)


def shifted(chamber: Chamber, by: Fraction) -> Chamber:
    """The chamber with every chance in favour higher by so much (lower where it is negative), but within 0 and 1.

    What is added to it is taken from the other positions, from each in proportion to its chance.
    """
    return replace(chamber, blocs=tuple(_shifted(bloc, by) if bloc.chances else bloc for bloc in chamber.blocs))


def _shifted(bloc: Bloc, by: Fraction) -> Bloc:
    before = bloc.chances.get(Position.IN_FAVOUR, Fraction(0))
    others: Mapping[Position, Fraction] = {p: c for p, c in bloc.chances.items() if p is not Position.IN_FAVOUR}
    after = min(max(before + by, Fraction(0)), Fraction(1))
    if before == 1:  # nothing says which way those turn who are lost
        others = {Position.AGAINST: Fraction(1)}
    rest = sum(others.values())
    shared = {position: chance * (1 - after) / rest for position, chance in others.items()}
    return replace(bloc, chances={Position.IN_FAVOUR: after, **shared})


class _Draws:
    """A chamber that is ready to be drawn from."""

    def __init__(self, chamber: Chamber) -> None:
        undecided = [bloc.name for bloc in chamber.blocs if bloc.undecided]
        if undecided:
            what = f"{', '.join(undecided)} cannot be drawn without a position or chances"
            raise InputError(what, remedy="Give them")
        self.settled = replace(chamber, blocs=tuple(bloc for bloc in chamber.blocs if not bloc.chances)).split()
        self.blocs = [
            (bloc.seats, float(bloc.discipline), tuple(bloc.chances), _limits(bloc))
            for bloc in chamber.blocs
            if bloc.chances
        ]

    def split(self, random: Random) -> Split:
        """One split by chance."""
        found = dict(self.settled)
        for seats, discipline, positions, limits in self.blocs:
            as_one = random.random() < discipline
            for _ in range(1 if as_one else seats):
                position = positions[bisect_right(limits, random.random())]
                found[position] = found.get(position, 0) + (seats if as_one else 1)
        return found


def _limits(bloc: Bloc) -> list[float]:
    """Where, between 0 and 1, one position ends and the next begins."""
    return [float(each) for each in accumulate(bloc.chances.values())][:-1]
