"""How those who vote stood, as far as the figures of a vote say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from majlis.law.vocabulary import SeatsOf
from majlis.questions.counting import counted_at
from majlis.questions.votes.majorities import kind_tallied, kind_with
from majlis.voting.majority import EVERY_SEAT, Position

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from majlis.law.vocabulary import ActKind
    from majlis.procedure.program import Finding
    from majlis.questions.judgement import Judgement
    from majlis.questions.standing import Standing
    from majlis.voting.chamber import Chamber
    from majlis.voting.majority import Majority, Split

# Where those of whom nothing is told are put: any of these that a figure counts and that is not known itself.
_OTHERS = (Position.AGAINST, Position.ABSTAINING, Position.INVALID, Position.NOT_VOTING, Position.ABSENT)


@dataclass
class Stood:
    """How many stood in each way. Those in the positions of `others` are members of whom no more is told.

    `figures` are the figures of the act, with those that follow from them; `shown` are the positions that its figures
    tell of besides those in favour.
    """

    split: Split = field(default_factory=dict)
    others: set[Position] = field(default_factory=set)
    figures: dict[str, int] = field(default_factory=dict)
    shown: tuple[Position, ...] = ()
    sitting_known: bool = True
    """Is it known how many seats are vacant?"""

    def of_chamber(self, chamber: Chamber) -> Stood:
        """The same of a chamber in which every bloc has a position: nothing is left to be told."""
        split = dict.fromkeys((*self.split, *self.shown, Position.ABSENT, Position.VACANT), 0) | chamber.split()
        return replace(self, split=split, others=set(), sitting_known=True)

    def covers(self, majorities: Collection[Majority]) -> bool:
        """Is it known how many stand in each position that some majorities count?"""
        counted = {
            position for each in majorities for base in (each.counted, each.base) if base for position in base.holds
        }
        needed = counted & {Position.IN_FAVOUR, *self.shown, Position.ABSENT, Position.VACANT}
        return needed <= self.split.keys() and all(base.holds for each in majorities if (base := each.base))


def stood(law: Standing, found: Judgement, finding: Finding) -> Stood:
    """How those stood whom a threshold counts in a judgement."""
    step, name = counted_at(finding)
    kind = kind_with(law, step, name)
    counts_votes = bool(kind and kind.fields[name].position)
    if kind is None:
        kind, counts_votes = kind_tallied(law, step), True
    if kind is None or not counts_votes:  # signatures, mandates: nobody votes
        return Stood()
    values = found.record.values
    figures = {each: values.get(f"{step}.1.{each}") for each in (*kind.fields, name)}
    made = Stood(figures={each: value for each, value in figures.items() if isinstance(value, int)})
    _told(made, kind, name)
    for positions, number in _wholes(law, kind, made.figures):
        _rest(made, positions, number)
    return made


def _told(made: Stood, kind: ActKind, counted: str) -> None:
    """The positions that have a figure of their own; the one who leads has the votes in favour."""
    own = {name: each.position[0] for name, each in kind.fields.items() if len(each.position) == 1}
    own.setdefault(counted, Position.IN_FAVOUR)
    made.split = {position: made.figures[name] for name, position in own.items() if name in made.figures}
    made.shown = tuple(position for position in _OTHERS if position in _positions(kind))


def _positions(kind: ActKind) -> frozenset[Position]:
    return frozenset(position for each in kind.fields.values() for position in each.position)


def _wholes(law: Standing, kind: ActKind, figures: Mapping[str, int]) -> Iterator[tuple[frozenset[Position], int]]:
    """The figures that count several positions, and the seats of the body: those that count fewest first."""
    found = [(kind.positions(name), figures[name]) for name in kind.fields if name in figures]
    yield from sorted(((its, number) for its, number in found if len(its) > 1), key=lambda pair: len(pair[0]))
    bodies = {
        each.at_most.seats_of for each in kind.fields.values() if isinstance(each.at_most, SeatsOf) and each.position
    }
    if len(bodies) == 1:
        yield EVERY_SEAT, law.procedure.law.seats(bodies.pop(), law.edition)


def _rest(made: Stood, positions: frozenset[Position], number: int) -> None:
    """Put those of whom nothing is told where the figure that counts them allows it; the vacant seats are the last."""
    there = (*made.shown, Position.ABSENT, Position.VACANT)  # who does not vote is absent where no figure says more
    unknown = [each for each in there if each in positions and each not in made.split]
    if not unknown or Position.IN_FAVOUR not in made.split:
        return
    left = number - sum(made.split.get(each, 0) for each in positions)
    first = unknown[0]
    made.split |= {each: left if each is first else 0 for each in unknown}
    if Position.VACANT in unknown and len(unknown) > 1:
        made.sitting_known = False
    if left and first is not Position.VACANT and (len(unknown) > 1 or first not in made.shown):
        made.others.add(first)
