"""How long a period is: a number and a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from majlis.errors import InputError


class Unit(StrEnum):
    """What a period is counted in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SITTING_DAY = "sitting day"


CALENDAR_UNITS = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
"""What the calendar alone can count."""
_WRITTEN = re.compile(rf"([0-9]{{1,6}}) ({'|'.join(Unit)})s?")


@dataclass(frozen=True, slots=True)
class Length:
    """The length of a period, such as 10 days. InputError for less than one unit."""

    number: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.number < 1:
            raise InputError(f"a period of {self} is no period", remedy="Give a number of at least 1")

    def __str__(self) -> str:
        return f"{self.number} {self.unit}" if self.number == 1 else f"{self.number} {self.unit}s"


def parse_length(text: str) -> Length:
    """Return the length written as ``10 days`` or ``1 week``. InputError for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        remedy = "Write a number and hours, days, weeks, months, years or sitting days, such as '10 days'"
        raise InputError(f"{text[:40]!r} is not a length of time", remedy=remedy)
    return Length(int(found[1]), Unit(found[2]))
