"""A vote of the chamber as a few cases: splits between which no condition of a program can tell fall together."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from majlis.law.vocabulary import SeatsOf
from majlis.logic.tree import comparisons, names
from majlis.logic.truth import truth
from majlis.questions.asking import without_round
from majlis.voting.chances import counts, distribution
from majlis.voting.distribution import within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.law.library import Law
    from majlis.logic.tree import Compare
    from majlis.logic.truth import Value
    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import Program
    from majlis.questions.judgement import Judgement
    from majlis.voting.chamber import Chamber
    from majlis.voting.majority import Position

Figures = dict[str, frozenset["Position"]]


@dataclass(frozen=True, slots=True)
class Cell:
    """Splits that come to the same: their chance together, and the figures of the likeliest of them.

    `least` and `most` bound the figure where the vote is told by one; each number between has the same effect.
    """

    chance: float
    figures: dict[str, int]
    counted: str = ""
    least: int | None = None
    most: int | None = None

    def follows(self, other: Cell) -> bool:
        """Do its numbers follow on those of another, so that both can be told as one?"""
        return self.least is None or other.most is None or self.least == other.most + 1

    def joined(self, other: Cell) -> Cell:
        """Both as one; the figures are those of the first."""
        return replace(self, chance=self.chance + other.chance, most=other.most)


def figures_of(law: Law, act: str, body: str) -> Figures:
    """The figures of an act that count members of a body, each with the positions that it counts."""
    kind = law.vocabulary.act(act)
    return {
        name: kind.positions(name)
        for name, field in kind.fields.items()
        if kind.positions(name) and isinstance(field.at_most, SeatsOf) and field.at_most.seats_of == body
    }


class VoteCells:
    """Divides the votes of one chamber, as far as the conditions of one program compare their figures."""

    def __init__(self, program: Program, chamber: Chamber) -> None:
        self.chamber = chamber
        self._compared: dict[str, list[Compare]] = {}
        for named in program.conditions:
            for each in comparisons(named.when):
                for step in {without_round(name)[0] for name in names(each)}:
                    self._compared.setdefault(step, []).append(each)
        self._states: dict[tuple[frozenset[Position], ...], dict[tuple[int, ...], float]] = {}

    def cells(self, found: Judgement, here: Occurrence, figures: Figures) -> Iterator[Cell]:
        """The cells of a vote at an occurrence, with what has happened before it on the record.

        None where no condition compares a figure of it.
        """
        own = {f"{at}.{name}": name for name in figures for at in (here.name, f"{here.step}.last")}
        live = list(dict.fromkeys(each for each in self._compared.get(here.step, ()) if names(each) & own.keys()))
        used = sorted({own[name] for each in live for name in names(each) if name in own})
        if not used:
            return
        settled = [each for each in live if _settled(each, own, found)]
        apart = len(settled) < len(live)  # held against what still comes: each number is a case of its own
        states = self._likely(tuple(figures[name] for name in used))
        before = found.record.values
        seen = {
            state: (
                tuple(_held(each, own, dict(zip(used, state, strict=True)), before) for each in settled),
                apart and state,
            )
            for state in states
        }
        yield from self._grouped(used, states, seen)

    def _grouped(
        self, used: list[str], states: dict[tuple[int, ...], float], seen: Mapping[tuple[int, ...], object]
    ) -> Iterator[Cell]:
        """Runs of one figure; all splits of a kind where several figures are compared."""
        order = sorted(states, key=lambda state: (state if len(used) == 1 else repr(seen[state]), state))
        for _, run in groupby(order, key=seen.__getitem__):
            several = list(run)
            chance = math.fsum(states[state] for state in several)
            likeliest = max(several, key=states.__getitem__)
            one = len(used) == 1
            yield Cell(
                1.0 if len(several) == len(states) else within(chance), dict(zip(used, likeliest, strict=True)),
                used[0] if one else "", several[0][0] if one else None, several[-1][0] if one else None,
            )  # fmt: skip

    def _likely(self, several: tuple[frozenset[Position], ...]) -> dict[tuple[int, ...], float]:
        """The chance of each combination of numbers; computed once for equal votes."""
        if several not in self._states:
            if len(several) == 1:
                (one,) = several
                found = distribution(self.chamber, lambda position: int(position in one))
                made: dict[tuple[int, ...], float] = {
                    (number,): chance for number, chance in enumerate(found.chances, found.first)
                }
            else:
                made = counts(self.chamber, lambda position: tuple(int(position in each) for each in several))
            self._states[several] = made
        return self._states[several]


def _settled(each: Compare, own: Mapping[str, str], found: Judgement) -> bool:
    """Is all known that a figure is compared with, or else a fact, which will not become known?"""
    others = names(each) - own.keys()
    return all(name in found.record.values or "." not in name for name in others)


def _held(each: Compare, own: Mapping[str, str], state: Mapping[str, int], before: Mapping[str, Value]) -> bool | None:
    mine: dict[str, Value] = {name: state[figure] for name, figure in own.items() if figure in state}
    return truth(each, {**before, **mine})
