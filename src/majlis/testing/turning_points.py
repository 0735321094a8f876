"""The numbers, words and periods on which a procedure turns, read off its own provisions in every edition."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from majlis.logic.tree import And, AtLeast, Compare, Name, Not, Number, OneOf, Or, Word
from majlis.questions.asking import without_round
from majlis.questions.judgement import program_of
from majlis.questions.uses import places
from majlis.scenario.clocks import due_day
from majlis.testing.days import span
from majlis.voting.majority import least

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.law.provision import Provision
    from majlis.logic.tree import Condition, Term
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Clock, Finding, Program

Field = tuple[str, str]
"""A field of an act, or (with no act) a fact."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of one figure of an act that another figure of it must reach, or exceed."""

    counted: str
    of: str
    share: tuple[int, int]
    more_than: bool

    def least(self, base: int) -> int:
        """The least number that reaches it, with so many in the base."""
        return least(self.share, base, more_than=self.more_than)


@dataclass(frozen=True)
class TurningPoints:
    """What a procedure compares: numbers and words by field, shares by act, and how long its periods are (days)."""

    numbers: Mapping[Field, tuple[int, ...]]
    words: Mapping[Field, tuple[str, ...]]
    shares: Mapping[str, tuple[Share, ...]]
    anywhere: tuple[int, ...]
    lengths: tuple[int, ...]
    days: tuple[int, ...]
    """The days that the law names, and the first days of its editions (day numbers)."""
    holders: tuple[str, ...]
    """Those who stand in a line of succession."""
    by_the_calendar: bool
    """Does anything hang on a day that the law names, so that the same acts at another time are another case?"""


@lru_cache(maxsize=512)
def turning_points(its: Procedure) -> TurningPoints:
    """All turning points of a procedure. Raises InputError where its content is faulty."""
    found = _Found(its)
    for edition in its.law.editions:
        found.read(program_of(its, edition, ()), edition)
    for provision in _other_wordings(its):
        found.numbers["", ""] |= {each.votes for each in provision.majority if each.votes is not None}
    return found.all()


def near(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers with those beside them, none below 0."""
    return tuple(sorted({max(0, number + by) for number in numbers for by in (-1, 0, 1)}))


@lru_cache(maxsize=1024)
def clocks(program: Program) -> Mapping[str, tuple[Clock, ...]]:
    """The periods of a program that end on a day by themselves, by the occurrence whose act they await."""
    found: dict[str, tuple[Clock, ...]] = defaultdict(tuple)
    for clock in program.clocks:
        if not clock.sitting and not clock.day:
            found[clock.occurrence] += (clock,)
    return dict(found)


class _Found:
    """The turning points that were found so far."""

    def __init__(self, its: Procedure) -> None:
        self.its = its
        self.numbers: defaultdict[Field, set[int]] = defaultdict(set)
        self.words: defaultdict[Field, set[str]] = defaultdict(set)
        self.shares: defaultdict[str, dict[Share, None]] = defaultdict(dict)
        self.lengths: set[int] = set()
        self.days: set[int] = set()
        self.holders: dict[str, None] = {}
        self.acts = {step.step: step.awaited for step in places(its)}

    def read(self, program: Program, edition: str) -> None:
        """Add what a program compares and counts."""
        for named in program.conditions:
            for part in _leaves(named.when):
                self._leaf(part)
        for finding in program.findings:
            self._majorities(finding)
        for clock in (each for several in clocks(program).values() for each in several):
            begun = span(self.its.law, edition)[0]
            zone = self.its.law.constitution.zone
            self.lengths.add(abs(due_day(clock, begun, zone) - begun))
        self.holders |= dict.fromkeys(who for line in program.course.lines.values() for who in line)

    def all(self) -> TurningPoints:
        """Everything that was found, in order."""
        firsts = {each.first_day.latest.toordinal() for each in self.its.law.constitution.editions}
        return TurningPoints(
            {field: tuple(sorted(several)) for field, several in self.numbers.items()},
            {field: tuple(sorted(several)) for field, several in self.words.items()},
            {act: tuple(several) for act, several in self.shares.items()},
            tuple(sorted(set().union(*self.numbers.values()))),
            tuple(sorted(self.lengths)),
            tuple(sorted(self.days | firsts)),
            tuple(self.holders),
            bool(self.days),
        )

    def _leaf(self, part: Compare | OneOf) -> None:
        if isinstance(part, OneOf):
            for field in self._fields(part.path):
                self.words[field] |= part.words
            return
        match part.left, part.right:
            case _, Number(value, day) if day:
                self.days.add(value)
            case Name(path), Number(value):
                self._count(self._fields(path), value)
            case Name(path), Word(text):
                for field in self._fields(path):
                    self.words[field].add(text)

    def _fields(self, path: str) -> list[Field]:
        step, _, field = without_round(path)
        if not field or step in self.its.file.facts:
            return [("", step)]
        return [(act, field) for act in self.acts.get(step, ())]

    def _majorities(self, finding: Finding) -> None:
        if not isinstance(finding.counted, Name):
            return
        counted = self._fields(finding.counted.path)
        for majority in finding.majorities:
            if majority.votes is not None:
                self._count(counted, majority.votes)
            elif majority.share and isinstance(majority.base, Number):
                self._count(counted, least(majority.share, majority.base.value, more_than=finding.more_than))
            elif majority.share and isinstance(majority.base, Name):
                base = without_round(majority.base.path)[2]
                for act, field in counted:
                    self.shares[act][Share(field, base, majority.share, finding.more_than)] = None

    def _count(self, fields: list[Field], number: int) -> None:
        for field in fields:
            self.numbers[field].add(number)


def _leaves(part: Condition | Term) -> Iterator[Compare | OneOf]:
    match part:
        case Compare() | OneOf():
            yield part
        case Not(inner):
            yield from _leaves(inner)
        case And(parts) | Or(parts) | AtLeast(_, parts):
            for each in parts:
                yield from _leaves(each)


def _other_wordings(its: Procedure) -> Iterator[Provision]:
    """The provisions of a procedure as other readings than the default ones would have them."""
    cites = {norm.cite for step in its.file.steps for norm in step.norms}
    cites |= {norm.cite for side in its.file.alongside for norm in side.governed_by}
    for norm in map(its.law.norm, sorted(cites)):
        for edition in its.law.editions:
            for question, options in norm.questions(edition).items():
                for reading in options:
                    found = norm.at(edition, {question: reading})
                    if found is not None:
                        yield found
