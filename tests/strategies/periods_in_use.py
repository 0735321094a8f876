"""Every period that ends on a day and that some procedure counts, in any edition and by either first day."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from majlis.calendar.convention import CONVENTIONS
from majlis.calendar.length import CALENDAR_UNITS
from majlis.calendar.rest_days import RestDays
from majlis.procedure.library import procedure, procedures
from majlis.questions.judgement import program_of
from majlis.questions.readings import known_readings

if TYPE_CHECKING:
    from majlis.calendar.period import Period

FIRST, LAST = date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal()
HOW_MANY = 10_000
REST = RestDays("AZ", 2007, 2024)


@cache
def stated() -> frozenset[Period]:
    """The periods of all lowered programs; without hours, sitting days and days that a case gives."""
    found = set()
    for name in procedures():
        its = procedure(name)
        counted = known_readings(its).get("counting", set())
        for edition in its.law.editions:
            for choices in ((), *((("counting", each),) for each in sorted(counted))):
                found |= {clock.period for clock in program_of(its, edition, choices).clocks}
    return frozenset(each for each in found if each.fixed or (each.length and each.length.unit in CALENDAR_UNITS))


@cache
def in_use() -> tuple[Period, ...]:
    """The same, each length by every convention."""
    every = {
        each if each.fixed else replace(each, convention=convention)
        for each in stated()
        for convention in CONVENTIONS.values()
    }
    return tuple(sorted(every, key=named))


def named(period: Period) -> str:
    """A period as a test is named after it."""
    if period.fixed:
        return str(period.fixed)
    kind = "back " if period.back else "wait " if period.waits else "within "
    return f"{kind}{period.length} {period.convention.name}"


def picking(what: str) -> random.Random:
    """Random numbers, the same on every run."""
    return random.Random(what)  # noqa: S311 - nothing is to be kept secret


@cache
def days() -> tuple[int, ...]:
    """Random days over two centuries, and those at the ends of Februaries and of years."""
    picks = picking("days over two centuries")
    found = [picks.randint(FIRST, LAST) for _ in range(HOW_MANY)]
    for year in (1900, 1904, 1999, 2000, 2004, 2008, 2009, 2096, 2100):
        found += [date(year, month, day).toordinal() for month, day in ((1, 1), (1, 31), (2, 28), (3, 1), (12, 31))]
        found += [date(year, 3, 1).toordinal() - 1]
    return tuple(found)
