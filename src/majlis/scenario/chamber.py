"""Chambers from files, from the `chamber:` part of a scenario, and from plain data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from majlis.documents.document import Document, one_line
from majlis.documents.reader import read
from majlis.documents.validated import validated
from majlis.errors import InputError
from majlis.law.library import law
from majlis.nearest import remedy
from majlis.scenario.blocs import ChamberFile
from majlis.scenario.bound_chamber import bound, edition_on
from majlis.scenario.model import Scenario
from majlis.voting.chamber import Chamber

if TYPE_CHECKING:
    from datetime import date

    from majlis.documents.document import Key
    from majlis.errors import Where
    from majlis.law.library import Law
    from majlis.scenario.bound_chamber import Locate

PART = "chamber"  # the key of a scenario that has one


def any_chamber(given: object, constitution: str | None = None) -> Chamber:
    """A chamber as it is, in plain data, or in a file that is named: a chamber file, or a scenario that has one.

    Raises InputError for anything else, as for a chamber that cannot be right or is of another constitution.
    """
    if isinstance(given, Chamber):
        return given
    if isinstance(given, Mapping):
        return open_chamber(Document(dict(given), "", {}), constitution)
    if isinstance(given, str | Path):
        return open_chamber(read(Path(given)), constitution)
    what = f"a chamber is asked for, and {one_line(repr(given))} is none"
    raise InputError(what, remedy="Give the path of a chamber file, its content as a mapping, or a Chamber")


def open_chamber(document: Document, constitution: str | None = None) -> Chamber:
    """The chamber in a chamber file, or in the part `chamber:` of a scenario file.

    Raises InputError with file, line and remedy for every fault, and for a chamber of another constitution than
    the one that is meant.
    """
    of_case = "procedure" in document.data
    found = _chamber_of_case(document) if of_case else read_chamber(document)
    key = "procedure" if of_case else "constitution"
    name = str(document.data[key]).partition("/")[0]
    if constitution not in (None, name):
        what = f"is a chamber of {name}, and {constitution} is asked about"
        raise InputError(what, where=document.where((key,)), remedy="Give a chamber of the same constitution")
    return found


def read_chamber(document: Document) -> Chamber:
    """The chamber in a chamber file. Raises InputError with file, line, key and remedy."""
    file = validated(ChamberFile, document)
    its = _law(file.constitution, document.where(("constitution",)))
    return bound(file, its, edition_on(its, file.date, document.where), document.where)


def chamber_of(raw: Mapping[str, Any]) -> Chamber:
    """The chamber in plain data of the shape of a chamber file. Raises InputError that names the key."""
    return read_chamber(Document(dict(raw), "", {}))


def chamber_in(scenario: Scenario, its: Law, day: date | None, locate: Locate) -> Chamber | None:
    """The chamber of a scenario, if it has one. Raises InputError with the place of what cannot be right.

    The edition that the scenario pins decides the number of seats, else the date of the chamber, else the `day`
    of judgement.
    """
    part = scenario.chamber
    if part is None:
        return None

    def within(path: Key) -> Where:
        return locate((PART, *path))

    return bound(part, its, scenario.edition or edition_on(its, part.date or day, within), within)


def _chamber_of_case(document: Document) -> Chamber:
    """The chamber alone: a scenario whose acts are not finished yet may have one already."""
    scenario = validated(Scenario, document)
    its = _law(scenario.procedure.partition("/")[0], document.where(("procedure",)))
    if scenario.edition is not None and scenario.edition not in its.editions:
        advice = remedy(scenario.edition, its.editions)
        raise InputError(f"unknown edition {scenario.edition!r}", where=document.where(("edition",)), remedy=advice)
    last = max((act.date for act in scenario.acts if act.date is not None), default=None)
    found = chamber_in(scenario, its, scenario.as_of or last, document.where)
    if found is None:
        advice = f"Add the part `{PART}:`, or name a chamber file"
        raise InputError("this scenario has no chamber", where=document.where(()), remedy=advice)
    return found


def _law(name: str, where: Where) -> Law:
    try:
        return law(name)
    except InputError as error:
        raise error.at(where) from None
