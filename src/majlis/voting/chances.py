"""Exact chances: how likely a majority is in a chamber whose members or blocs vote with given chances.

Nothing is simulated. Members who vote each for themselves make a Poisson-binomial distribution, a bloc that moves
as one makes a single draw, and a bloc that does so with some chance (its discipline) makes a mixture of both. Blocs
do not depend on each other. What a majority asks for is a sum over the members (`Majority.weight`), also where its
base moves with abstentions and absences: so the distribution of that sum, its slack, says how likely it is reached.
"""

from __future__ import annotations

from dataclasses import replace
from operator import ge, mul
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.distribution import Distribution
from majlis.voting.joint import all_reached, likely, spread
from majlis.voting.majority import FOR, MEMBERS, Majority, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from majlis.voting.joint import Vector


def votes_in_favour(chamber: Chamber) -> Distribution:
    """How likely each number of votes in favour is. Raises InputError where a bloc is undecided."""
    return distribution(chamber, lambda position: int(position in FOR))


def distribution(chamber: Chamber, weigh: Callable[[Position], int]) -> Distribution:
    """How likely each value of a sum is, to which every seat adds what its position weighs.

    Raises InputError where a bloc is undecided.
    """
    weights = {position: weigh(position) for position in Position}
    first, found = chamber.vacancies * weights[Position.VACANT], [1.0]
    for bloc in _decided(chamber).blocs:
        if bloc.position is not None:
            first += bloc.seats * weights[bloc.position]
            continue
        steps = sorted(likely(bloc, weights).items())
        least = steps[0][0]
        first += bloc.seats * least
        found = _with_bloc(found, bloc, [(weight - least, chance) for weight, chance in steps])
    return Distribution(first, tuple(found))


def chance_of(chamber: Chamber, *majorities: Majority) -> float:
    """The chance that all of these majorities are reached by one vote; 1.0 and 0.0 only where that is certain.

    It is the joint chance, not a product: a quorum and a majority depend on the same members. Raises InputError
    where a bloc is undecided, ValueError where a majority does not count members.
    """
    for each in majorities:
        _counts_members(each)
    if len(majorities) == 1:
        (majority,) = majorities
        return distribution(chamber, majority.weight).at_least(-majority.slack_of({}))
    return all_reached(_decided(chamber), majorities)


def bounds(chamber: Chamber, *majorities: Majority) -> tuple[float, float]:
    """The lowest and the highest chance that all are reached, over everything that undecided members may do.

    They may do so together or each for themselves. Quick for one majority; for several, each way is tried to share
    the undecided out among the positions of which none is better (or worse) for all.
    """
    undecided = sum(bloc.seats for bloc in chamber.blocs if bloc.undecided)
    if not undecided:
        chance = chance_of(chamber, *majorities)
        return chance, chance
    found = []
    for sign in (1, -1):
        fronts = _front({p: tuple(sign * each.weight(p) for each in majorities) for p in sorted(MEMBERS)})
        found.append([chance_of(_taking(chamber, ways), *majorities) for ways in _shared(undecided, fronts)])
    return min(found[1]), max(found[0])


def counts(chamber: Chamber, weigh: Callable[[Position], Vector]) -> dict[Vector, float]:
    """How likely each combination of several sums is: of those in favour and those present, for instance.

    Raises InputError where a bloc is undecided.
    """
    return spread(_decided(chamber), weigh)


def _decided(chamber: Chamber) -> Chamber:
    """The chamber itself. Raises InputError where nothing is known of how a bloc will vote."""
    names = [bloc.name for bloc in chamber.blocs if bloc.undecided]
    if names:
        what = f"without a position or chances for {', '.join(names)} there is no chance"
        raise InputError(what, remedy="Give them, or ask between what bounds it lies")
    return chamber


def _counts_members(majority: Majority) -> None:
    for base in (majority.counted, majority.base):
        if base is not None and not base.holds:
            raise ValueError(f"{base.name} is no number of members")


def _with_bloc(before: list[float], bloc: Bloc, steps: Sequence[tuple[int, float]]) -> list[float]:
    """The chances of a sum after one more bloc; `steps` are what a member adds, from 0 on, with its chance."""
    share = float(bloc.discipline) if bloc.seats > 1 else 0.0
    together, alone = before, before
    if share:
        together = _drawn(before, [(bloc.seats * step, chance) for step, chance in steps])
    if share < 1:
        for _ in range(bloc.seats):
            alone = _drawn(alone, steps)
    if 0 < share < 1:
        return [share * one + (1 - share) * other for one, other in zip(together, alone, strict=True)]
    return together if share else alone


def _drawn(before: list[float], steps: Sequence[tuple[int, float]]) -> list[float]:
    """The chances after one more draw. All terms are positive, so that nothing is lost by cancelling."""
    span = steps[-1][0]
    if not span:
        return before
    if len(steps) == 2:  # the usual case, and the inner loop of all
        (_, low), (_, high) = steps
        still = [0.0] * span
        return [low * one + high * other for one, other in zip(before + still, still + before, strict=True)]
    moved = [[0.0] * step + before + [0.0] * (span - step) for step, _ in steps]
    if len(steps) == 3:
        (_, low), (_, middle), (_, high) = steps
        return [low * one + middle * two + high * three for one, two, three in zip(*moved, strict=True)]
    shares = [chance for _, chance in steps]
    return [sum(map(mul, shares, column)) for column in zip(*moved, strict=True)]


def _front(ways: Mapping[Position, Vector]) -> list[Position]:
    """The positions that no other beats for all majorities; one of those that weigh the same."""
    distinct = {weights: position for position, weights in ways.items()}
    return [
        position
        for weights, position in distinct.items()
        if not any(other != weights and all(map(ge, other, weights)) for other in distinct)
    ]


def _shared(number: int, positions: Sequence[Position]) -> Iterator[dict[Position, int]]:
    """Every way to share a number of members out among positions."""
    first, *others = positions
    if not others:
        yield {first: number}
        return
    for taken in range(number + 1):
        yield from ({first: taken, **rest} for rest in _shared(number - taken, others))


def _taking(chamber: Chamber, ways: Mapping[Position, int]) -> Chamber:
    """The chamber with its undecided members in these positions."""
    settled = tuple(Bloc(position, seats, position) for position, seats in ways.items())
    return replace(chamber, blocs=(*(bloc for bloc in chamber.blocs if not bloc.undecided), *settled))
