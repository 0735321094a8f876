"""The law on a procedure before anything has happened: which edition, which readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.errors import InputError, Where
from majlis.law.constitution import MATTER
from majlis.nearest import remedy
from majlis.procedure.library import procedure
from majlis.questions.judgement import Choices, program_of
from majlis.questions.readings import choose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from typing import Any

    from majlis.law.library import Law
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Program

GIVEN, DATE, LATEST = "given", "date", "latest"


@dataclass(frozen=True)
class Standing:
    """A procedure in one edition under chosen readings.

    `chosen_by` says how the edition was found: it was given, it follows from a date, or it is the latest.
    `doubtful` names an edition of which it is not certain whether it was in force on the date already.
    """

    procedure: Procedure
    edition: str
    choices: Choices
    chosen_by: str
    doubtful: str = ""

    @property
    def program(self) -> Program:
        """The conditions that stand for the procedure."""
        return program_of(self.procedure, self.edition, self.choices)

    def matters(self) -> dict[str, str]:
        """The matters that the procedure is about in the edition, with their titles; often none."""
        if MATTER not in self.procedure.file.facts:
            return {}
        frame = self.procedure.law.constitution
        known = self.procedure.matters
        return {each: frame.matters[each].title for each in known if frame.has(frame.matters[each], self.edition)}

    def under(self, question: str, reading: str) -> Standing:
        """The same with another reading of one question."""
        choices = tuple(sorted({**dict(self.choices), question: reading}.items()))
        return Standing(self.procedure, self.edition, choices, self.chosen_by, self.doubtful)

    def in_edition(self, edition: str) -> Standing:
        """The same in another edition."""
        return Standing(self.procedure, edition, self.choices, GIVEN)


def standing(
    name: str, *, edition: str | None = None, day: date | None = None, readings: Iterable[str] = ()
) -> Standing:
    """The law on a procedure, by edition or by date; the latest edition where neither is given.

    Raises InputError for an unknown procedure, edition or reading, and for a day on which it was not in force.
    """
    its = procedure(name)
    choices = checked_readings(its, tuple(readings))
    if edition is not None:
        return Standing(its, checked_edition(its.law, edition), choices, GIVEN)
    if day is None:
        return Standing(its, its.law.editions[-1], choices, LATEST)
    frame = its.law.constitution
    found = frame.edition_on(day.toordinal())
    if found is None:
        first, last = frame.editions[0].first_day.earliest, frame.last_day
        until = f", its last day {last.latest}" if last else ""
        raise InputError(
            f"{frame.title} was not in force on {day}; its first day is {first}{until}",
            remedy="Give another date, or an edition",
        )
    doubtful = frame.doubtful({day.toordinal()})
    return Standing(its, found, choices, DATE, doubtful[0].edition if doubtful else "")


def with_matter(given: Mapping[str, Any] | None, matter: str | None) -> dict[str, Any]:
    """The facts that are given, with the matter among them. Raises InputError where two matters are named."""
    facts = dict(given or {})
    if matter is not None and facts.setdefault(MATTER, matter) != matter:
        raise InputError(f"two matters are named, {matter} and {facts[MATTER]}", remedy="Name the matter once")
    return facts


def checked_readings(its: Procedure, readings: tuple[str, ...]) -> Choices:
    """The readings that are asked for, each with its question. Raises InputError for what is none."""
    try:
        return choose(its, readings) if readings else ()
    except InputError as error:
        raise error.at(Where("--readings")) from None


def checked_edition(law: Law, edition: str) -> str:
    """The edition itself. Raises InputError where the constitution has none of that name."""
    if edition not in law.editions:
        raise InputError(f"unknown edition {edition!r}", where=Where("--edition"), remedy=remedy(edition, law.editions))
    return edition
