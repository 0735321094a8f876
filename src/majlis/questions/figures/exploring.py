"""All that a vote may come to where not everything is known: the parts into which that falls.

The comparisons on which the step hangs cut the choices of figures into parts, in each of which the answer is one. An
engine judges one choice of each part, for each choice of the facts that are not given.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from majlis.questions.asking import field_of, without_round
from majlis.questions.either_way import MOST_COMPLETIONS
from majlis.questions.figures.cuts import compared, cut_by, deciding_at, parts
from majlis.questions.figures.not_known import NOT_SETTLED, NOTHING_DUE, WORDS
from majlis.questions.figures.open_figures import open_figures
from majlis.questions.figures.settling import values_of
from majlis.questions.figures.span import Span
from majlis.questions.figures.sums import COUNT
from majlis.questions.figures.tallies import leading, standings
from majlis.questions.votes.deciding import decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.logic.truth import Value
    from majlis.questions.figures.asked import Asked
    from majlis.questions.figures.open_figures import OpenFigures
    from majlis.questions.figures.region import Region

NOT_LINEAR = "It hangs on more than sums and shares of figures"


@dataclass(frozen=True)
class Open:
    """What is not known: figures with their bounds, and facts with their values."""

    spans: dict[str, Span]
    facts: dict[str, tuple[Value, ...]]

    @property
    def choices(self) -> int:
        """How many combinations of facts there are."""
        return prod(len(each) for each in self.facts.values())


@dataclass(frozen=True)
class Part:
    """Choices of figures with one answer, whatever the facts or with these; `point` is one of the choices.

    `leaders` are the candidates with the most votes; none where nobody stands for election.
    """

    region: Region
    point: Mapping[str, int]
    facts: Mapping[str, Value]
    answer: str
    lacking: tuple[str, ...]
    leaders: tuple[str, ...] = ()


def explored(asked: Asked, spans: Mapping[str, Span]) -> tuple[list[Part], Open]:
    """The parts of a vote of whose figures some have only bounds, and all that is not known.

    Facts and figures that are not given are tried as all that they can be, where the step hangs on them and as far
    as there are not too many choices of facts. Raises NotSettledError where the step hangs on more than sums.
    """
    here = Open(dict(spans), {})
    found = _parts(asked, here)
    while (further := _further(asked, found, here)) != here:
        here, found = further, _parts(asked, further)
    return found, here


def _further(asked: Asked, found: Iterable[Part], here: Open) -> Open:
    """What is not known, with all for want of which some part has no answer."""
    further = Open(dict(here.spans), dict(here.facts))
    for name in dict.fromkeys(name for each in found if each.answer == NOT_SETTLED for name in each.lacking):
        step, _, field = without_round(name)
        kind = field_of(asked.law.procedure, step, field)
        values = values_of(asked.law, name)
        if kind is not None and kind.type == COUNT:
            further.spans.setdefault(f"{step}.{field}", Span())
        elif values and further.choices * len(values) <= MOST_COMPLETIONS:
            further.facts.setdefault(name, values)
    return further


def _parts(asked: Asked, here: Open) -> list[Part]:
    """The parts into which all that is not known falls; for each choice of facts where these matter."""
    figures = open_figures(asked, here.spans)
    chosen = [dict(zip(here.facts, each, strict=True)) for each in product(*here.facts.values())]
    found = []
    for region in _regions(asked, figures):
        whatever = _part(asked, figures, region, {})
        hangs = here.facts and whatever.answer == NOT_SETTLED
        found += [_part(asked, figures, region, choice) for choice in chosen] if hangs else [whatever]
    return found


def _regions(asked: Asked, figures: OpenFigures) -> Iterator[Region]:
    program = asked.law.program
    record = figures.vote.judged(asked.law, asked.engine).record.values
    variables = figures.variables(record)
    read = compared(program, deciding_at(program, asked.step))
    for region, tallied in standings(figures, record, read):
        yield from parts(region, (cut_by(each, variables | tallied, record) for each in read))


def _part(asked: Asked, figures: OpenFigures, region: Region, facts: Mapping[str, Value]) -> Part:
    point = region.point() or {}
    vote = figures.at(point)
    then = decided(vote.judged(asked.law, asked.engine, facts), asked.step)
    answer = WORDS[then.passes] if then.findings else NOTHING_DUE
    return Part(region, point, facts, answer, then.lacking, leading(vote.candidates))
