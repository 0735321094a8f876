"""How likely is it that a whole procedure comes through, if its votes do not depend on each other?

At a vote of the chamber the course divides by the number in favour, with the exact chance of each part
(`vote_cells`); where somebody chooses between acts it divides by the chances that are given (`branches`), and where
none is given, the answer has bounds (`likely_course`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from majlis.engines import engine as engine_named
from majlis.errors import InputError, Where
from majlis.law.constitution import MATTER
from majlis.law.vocabulary import SeatsOf
from majlis.nearest import remedy
from majlis.questions.asking import in_words
from majlis.questions.beginning import beginning
from majlis.questions.chances.branches import Branches
from majlis.questions.chances.choices import Choices
from majlis.questions.chances.given_chances import given_chances
from majlis.questions.chances.likely_course import (
    END_KINDS,
    OUTCOME,
    UNKNOWN,
    CourseChances,
    EndOf,
    LikelyEnd,
    VoteChance,
)
from majlis.questions.chances.vote_cells import VoteCells
from majlis.questions.standing import standing, with_matter
from majlis.scenario.chamber import any_chamber

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from fractions import Fraction
    from pathlib import Path

    from majlis.questions.standing import Standing
    from majlis.voting.chamber import Chamber

INDEPENDENT = (
    "Votes do not depend on each other: how one comes out does not change the chances at the next.",
    "The chamber is the same at every vote.",
    "Every act that is awaited comes, and keeps its periods, unless a chance is given that it is missed.",
)


def course_chances(  # noqa: PLR0913 - each is one thing that a user may know beforehand
    procedure: str,
    chamber: Chamber | Mapping[str, Any] | str | Path,
    *,
    edition: str | None = None,
    readings: Iterable[str] = (),
    given: Mapping[str, Any] | None = None,
    matter: str | None = None,
    date: date | None = None,
    choices: Mapping[str, Fraction | float | str] | None = None,
    engine: str | None = None,
) -> CourseChances:
    """How likely each end of a procedure is, from its beginning on `date`, with the chamber's votes as they may fall.

    `chamber` is one, or its file, or data of the same shape. `given` has facts of the case and, as `STEP.FIELD`, what
    is known of an act; a vote whose figures are known is not drawn. `choices` has the chances of what is no vote:
    `STEP.ACT` that a step is taken by this act, `STEP.missed` that it is not taken in time, `STEP.NEXT` that of several
    steps which the text awaits after STEP the step NEXT comes; each may name the round (`STEP.2.ACT`). Where all are
    given, they add up to 1; where one is left, it has the rest; where several are, the answer has bounds. Nobody breaks
    the text while there is another way, unless a chance is given for it in a round. One edition governs throughout.

    Raises InputError for unknown names, for impossible chances, for what is no chamber, for a chamber that does not
    vote in the procedure, and for one with an undecided bloc.
    """
    law = standing(procedure, edition=edition, day=date, readings=readings)
    house = any_chamber(chamber, law.procedure.law.folder.name)
    asked = _Asked(law, house, with_matter(given, matter), date, dict(choices or {}))
    asked.check()
    branches = Branches(
        law,
        engine_named(engine),
        VoteCells(law.program, house),
        asked.body,
        Choices(asked.chances),
        asked.facts,
        asked.fields,
    )
    ahead = branches.from_the_beginning(asked.begins.toordinal())
    order = sorted(ahead.ends, key=lambda end: (END_KINDS.index(end.kind), -ahead.ends[end][1], end))
    outcomes = law.procedure.file.outcomes
    return CourseChances(
        procedure=law.procedure.name,
        title=law.procedure.file.title,
        edition=law.edition,
        chosen_by=law.chosen_by,
        doubtful=law.doubtful,
        engine=branches.engine.name,
        begins=asked.begins.isoformat(),
        given=asked.given,
        chosen=dict(law.choices),
        chances={name: float(chance) for name, chance in asked.chances.items()},
        chamber=house.title,
        seats=house.seats,
        ends=tuple(
            LikelyEnd(end, outcomes.get(end.what, "") if end.kind == OUTCOME else "", *ahead.ends[end]) for end in order
        ),
        votes=tuple(
            VoteChance(*vote, min(found), max(found))
            for vote, found in sorted(ahead.votes.items(), key=lambda each: asked.place(each[0]))
        ),
        ways=tuple(sorted(ahead.ways, key=lambda way: (order.index(way.end), -way.chance))),
        open=branches.choices.asked_for,
        missing=_missing(order),
        assumes=(*INDEPENDENT, *asked.notes, *branches.choices.notes, *branches.choices.idle, *branches.notes),
    )


@dataclass(frozen=True)
class _Asked:
    """The question, made sense of."""

    law: Standing
    chamber: Chamber
    given: dict[str, Any]
    day: date | None
    named: dict[str, Fraction | float | str]

    @cached_property
    def begins(self) -> date:
        """The day of the first act: that which was asked for, else the first day of the edition."""
        editions = self.law.procedure.law.constitution.editions
        return self.day or next(each.first_day.latest for each in editions if each.edition == self.law.edition)

    @cached_property
    def chances(self) -> dict[str, Fraction]:
        """The chances of choices. Raises InputError for what are none."""
        return given_chances(self.law, self.named)

    @cached_property
    def first_fact(self) -> str:
        """The fact with whose day the procedure begins, where that is not given."""
        first = beginning(self.law.procedure, self.law.edition).name
        return first if first in self.law.procedure.file.facts and first not in self.given else ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What is taken for granted besides."""
        return (f"It begins on the day of this: {in_words(self.first_fact)}.",) if self.first_fact else ()

    @cached_property
    def facts(self) -> dict[str, Any]:
        """The facts of the case; where it begins with a day that is a fact, that is the first day."""
        facts = {name: value for name, value in self.given.items() if "." not in name}
        return facts | ({self.first_fact: self.begins} if self.first_fact else {})

    @cached_property
    def fields(self) -> dict[str, dict[str, Any]]:
        """What is known of acts, by step."""
        found: dict[str, dict[str, Any]] = {}
        for name, value in self.given.items():
            step, dot, plain = name.rpartition(".")
            if dot:
                found.setdefault(step, {})[plain] = value
        return found

    @cached_property
    def body(self) -> str:
        """The body whose votes these are. Raises InputError where none of the procedure fits the chamber."""
        seats = dict(self._voting())
        named = self.chamber.body
        fitting = [name for name, number in seats.items() if number == self.chamber.seats and named in ("", name)]
        if fitting:
            return fitting[0]
        has = (
            ", ".join(f"{in_words(name)} with {number} seats" for name, number in seats.items())
            or "no body with a stated number of seats"
        )
        here = f"a chamber{' of ' + in_words(named) if named else ''} with {self.chamber.seats} seats"
        what = f"{here} has no vote in {self.law.procedure.name}, where {has} votes"
        raise InputError(what, remedy="Give all seats of the body, those that are vacant as well")

    def _voting(self) -> Iterator[tuple[str, int]]:
        """The bodies whose members' positions are counted at some step, with their seats."""
        law = self.law.procedure.law
        for act in dict.fromkeys(act for step in self.law.program.course.steps.values() for act in step.awaited):
            kind = law.vocabulary.act(act)
            for name, each in kind.fields.items():
                if isinstance(each.at_most, SeatsOf) and kind.positions(name):
                    yield each.at_most.seats_of, law.seats(each.at_most.seats_of, self.law.edition)

    def place(self, vote: tuple[str, int]) -> tuple[int, int]:
        """Where a vote stands among the others."""
        return vote[1], self.law.program.course.place[vote[0]]

    def check(self) -> None:
        """Refuse names that there are not, and a chamber that does not vote here or of which too little is known."""
        its, steps = self.law.procedure, self.law.program.course.steps
        assert self.body  # noqa: S101 - raises where there is none
        _check_decided(self.chamber)
        assert self.chances is not None  # noqa: S101 - raises where one cannot be
        acts = [(step, its.law.vocabulary.act(act)) for step, model in steps.items() for act in model.awaited]
        fields = {f"{step}.{each}" for step, kind in acts for each in kind.fields}
        for name in (name for name in self.given if "." in name and name not in fields):
            raise InputError(f"{its.name} has no field {name!r}", remedy=remedy(name, fields))
        matter = self.facts.get(MATTER)
        if matter is not None and matter not in self.law.matters():
            what = f"{its.name} is not about {matter} in the edition of {self.law.edition}"
            raise InputError(what, remedy=remedy(str(matter), self.law.matters()))


def _missing(ends: Iterable[EndOf]) -> tuple[str, ...]:
    """The facts and figures for want of which a course cannot be followed to its end."""
    return tuple(sorted({name for end in ends if end.kind == UNKNOWN for name in end.what.split(", ") if name}))


def _check_decided(chamber: Chamber) -> None:
    """Refuse a chamber of which a bloc may do anything."""
    names = [bloc.name for bloc in chamber.blocs if bloc.undecided]
    if names:
        what = f"{', '.join(names)} {'is' if len(names) == 1 else 'are'} undecided"
        advice = "Give a position or chances: how likely the whole procedure comes to its ends hangs on them"
        raise InputError(what, where=Where(key="chamber"), remedy=advice)
