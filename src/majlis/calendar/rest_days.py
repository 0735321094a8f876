"""Days of rest, as the package ``holidays`` has them for a country: weekends, feasts, and days put in their place.

The package is an extra and is loaded when a day is asked for. Days are ordinal numbers (``date.toordinal()``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from majlis.calendar.dates import WEEKDAYS, to_date, written, written_without_year
from majlis.errors import InputError

if TYPE_CHECKING:
    from holidays import HolidayBase


@dataclass(frozen=True, slots=True)
class RestDays:
    """The days of rest of a calendar, with the first and the last year (both included) of which they can be certain."""

    calendar: str
    certain_from: int
    certain_until: int

    def rests(self, day: int) -> bool:
        """Is it a day of rest?

        InputError where the package is not installed, where it has no such calendar, and outside the years 1 to 9999.
        """
        return day in _year(self.calendar, to_date(day).year).rest

    def working_day_from(self, day: int) -> int:
        """Return the day itself, or the first working day after it. InputError as in ``rests``."""
        while self.rests(day):
            day += 1
        return day

    def working_day_until(self, day: int) -> int:
        """Return the day itself, or the last working day before it.

        So ``working_day_from(day) <= due`` exactly when ``day <= working_day_until(due)``. InputError as in ``rests``.
        """
        while self.rests(day):
            day -= 1
        return day

    def certain(self, year: int) -> bool:
        """Are all days of rest of a year known, none of them by an estimate? InputError as in ``rests``."""
        return self.certain_from <= year <= self.certain_until and not _year(self.calendar, year).estimated


@dataclass(frozen=True, slots=True)
class _Year:
    rest: frozenset[int]
    estimated: bool


def in_words(rest: RestDays, due: int) -> str:
    """What becomes of a due day: ``moved from Saturday 6 June to Monday 8 June``, and whether that is certain.

    Empty where the day is a working day for certain. InputError as in ``RestDays.rests``.
    """
    moved = rest.working_day_from(due)
    years = range(to_date(due).year, to_date(moved).year + 1)
    doubtful = [str(year) for year in years if not rest.certain(year)]
    said = [f"moved from {_named(due, moved)} to {_named(moved, due)}"] if moved != due else []
    if doubtful:
        said += [] if said else ["a working day"]
        said.append(f"whether the days of rest of {' and '.join(doubtful)} are so is not certain")
    return "; ".join(said)


def _named(day: int, beside: int) -> str:
    """A day with its weekday, and with its year where that is not the year of the other day."""
    same_year = to_date(day).year == to_date(beside).year
    return f"{WEEKDAYS[to_date(day).weekday()]} {(written_without_year if same_year else written)(day)}"


@lru_cache(maxsize=1024)
def _year(calendar: str, year: int) -> _Year:
    first = date(year, 1, 1).toordinal()
    last = date(year, 12, 31).toordinal()
    known = _known(calendar, year)
    rest = frozenset(day for day in range(first, last + 1) if not known.is_working_day(date.fromordinal(day)))
    marks = _marks_of_an_estimate(known)
    named = [name for day, name in known.items() if day.year == year]
    return _Year(rest, any(mark in name for name in named for mark in marks))


def _known(calendar: str, year: int) -> HolidayBase:
    """The package's own calendar. Its years are read with their neighbours: days are exchanged across the new year."""
    try:
        from holidays import country_holidays  # noqa: PLC0415 - an extra, needed by one reading only
    except ModuleNotFoundError:
        raise InputError(
            "days of rest are told by the package holidays, which is not installed",
            remedy='Install it with: pip install "majlis[holidays]"',
        ) from None
    years = [each for each in (year - 1, year, year + 1) if date.min.year <= each <= date.max.year]
    try:
        return country_holidays(calendar, years=years)
    except NotImplementedError:
        what = f"the package holidays has no calendar {calendar[:40]!r}"
        raise InputError(what, remedy="Name a country as that package does, by two letters") from None


def _marks_of_an_estimate(known: HolidayBase) -> list[str]:
    """What the package adds to the name of a day whose date it has only estimated."""
    labels = [getattr(known, name, None) for name in ("estimated_label", "observed_estimated_label")]
    return [known.tr(label).replace("%s", "").strip() for label in labels if label]
