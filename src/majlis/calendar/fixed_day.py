"""Days that a rule fixes: a weekday, a weekday of a month, a day of the year.

Each rule finds its day from a trigger, and with ``before`` the latest trigger whose day is not after a given one:
``rule.after(start) <= due`` exactly when ``start <= rule.before(due)``. Days are ordinal numbers
(``date.toordinal()``); Monday is 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from majlis.calendar.convention import DAY_ITSELF, DAY_OF_YEAR, NTH_WEEKDAY, WEEKDAY_OF_MONTH, CountingRule
from majlis.calendar.dates import (
    MONTHS,
    WEEKDAYS,
    checked,
    latest_before_months,
    month_end,
    month_start,
    plus_months,
    to_date,
)
from majlis.errors import InputError

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_WEEKDAY = rf"({'|'.join(_NTH)}) ({'|'.join(WEEKDAYS)})"
_MONTH = f"({'|'.join(MONTHS)})"
# Not the fifth: a month may have none.
_OF_MONTH = re.compile(rf"(?!fifth){_WEEKDAY} of {_MONTH}, (?:([0-9]{{1,3}}) years? on|after ([0-9]{{1,3}}) years?)")
_LEAP_YEAR = 4
_DAY_OF_YEAR = re.compile(rf"([1-9]|[12][0-9]|3[01]) {_MONTH}")
_EVE = "the day before "
SAME_DAY = "same day"


@dataclass(frozen=True, slots=True)
class SameDay:
    """The day of the trigger itself."""

    rule: ClassVar[CountingRule] = DAY_ITSELF

    def after(self, trigger: int) -> int:
        """Return the day. InputError outside the years 1 to 9999."""
        return checked(trigger)

    def before(self, due: int) -> int:
        """Return the latest trigger whose day is not after ``due``. InputError outside the years 1 to 9999."""
        return checked(due)


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The nth such weekday after the trigger, such as the second Sunday."""

    rule: ClassVar[CountingRule] = NTH_WEEKDAY
    nth: int
    weekday: int

    def after(self, trigger: int) -> int:
        """Return the day. InputError outside the years 1 to 9999."""
        return nth_weekday_after(trigger, self.nth, self.weekday)

    def before(self, due: int) -> int:
        """Return the latest trigger whose day is not after ``due``. InputError outside the years 1 to 9999."""
        last_of_its_kind = due - (to_date(due).weekday() - self.weekday) % 7
        return checked(last_of_its_kind - 7 * (self.nth - 1) - 1)


@dataclass(frozen=True, slots=True)
class WeekdayOfMonth:
    """The nth such weekday of a month so many calendar years on, or the first to come after so many years."""

    rule: ClassVar[CountingRule] = WEEKDAY_OF_MONTH
    nth: int
    weekday: int
    month: int
    years: int
    passed: bool
    """Must the years have passed, to the day, or is the calendar year the one so many years on?"""

    def after(self, trigger: int) -> int:
        """Return the day. InputError outside the years 1 to 9999."""
        if not self.passed:
            return self._in(to_date(trigger).year + self.years)
        opens = plus_months(trigger, 12 * self.years)
        year = to_date(opens).year
        return self._in(year) if self._in(year) >= opens else self._in(year + 1)

    def before(self, due: int) -> int:
        """Return the latest trigger whose day is not after ``due``. InputError outside the years 1 to 9999."""
        year = to_date(due).year
        found = year if self._in(year) <= due else year - 1
        if self.passed:
            return latest_before_months(self._in(found), 12 * self.years)
        return month_end(month_start(found - self.years, 12))

    def _in(self, year: int) -> int:
        return nth_weekday_after(month_start(year, self.month) - 1, self.nth, self.weekday)


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """The first of some days of the year (month, day) that comes after the trigger, or its eve."""

    rule: ClassVar[CountingRule] = DAY_OF_YEAR
    days: tuple[tuple[int, int], ...]
    eve: bool

    def after(self, trigger: int) -> int:
        """Return the day. 29 February becomes the 28th in other years. InputError outside the years 1 to 9999."""
        year = to_date(trigger).year
        found = (_day_in(each, month, day) for each in (year, year + 1) for month, day in sorted(self.days))
        return next(each for each in found if each > trigger) - self.eve

    def before(self, due: int) -> int:
        """Return the latest trigger whose day is not after ``due``. InputError outside the years 1 to 9999."""
        until = due + self.eve
        year = to_date(until).year
        latest_first = sorted(self.days, reverse=True)
        found = (_day_in(each, month, day) for each in (year, year - 1) for month, day in latest_first)
        return checked(next(each for each in found if each <= until) - 1)


def _day_in(year: int, month: int, day: int) -> int:
    first = month_start(year, month)
    return min(first + day - 1, month_end(first))


FixedDay: TypeAlias = SameDay | NthWeekday | WeekdayOfMonth | DayOfYear


def nth_weekday_after(day: int, nth: int, weekday: int) -> int:
    """Return the nth such weekday (Monday is 0) strictly after the day: its own weekday comes a week later.

    InputError for less than the first, for no weekday, and outside the years 1 to 9999.
    """
    if nth < 1 or weekday not in range(len(WEEKDAYS)):
        raise InputError(f"there is no weekday {weekday} number {nth}", remedy="Count from 1; Monday is 0, Sunday 6")
    to_first = (weekday - to_date(day).weekday() - 1) % 7 + 1
    return checked(day + to_first + 7 * (nth - 1))


def parse_fixed_day(text: str) -> FixedDay:
    """Return the rule written as one of the forms below. InputError for anything else.

    ``same day`` (that of the trigger); ``second Sunday``;
    ``first Sunday of November, 5 years on`` (in that calendar year);
    ``first Sunday of November, after 4 years`` (the first once so many years have passed);
    ``10 March``, ``10 March or 10 October``, ``the day before 10 March`` (the first to come).
    """
    plain = text.strip()
    if plain == SAME_DAY:
        return SameDay()
    if found := re.fullmatch(_WEEKDAY, plain):
        return NthWeekday(_NTH[found[1]], WEEKDAYS.index(found[2]))
    if found := _OF_MONTH.fullmatch(plain):
        month, years = MONTHS.index(found[3]) + 1, int(found[4] or found[5])
        return WeekdayOfMonth(_NTH[found[1]], WEEKDAYS.index(found[2]), month, years, passed=bool(found[5]))
    days = tuple(_day_of_year(part) for part in plain.removeprefix(_EVE).split(" or "))
    if None not in days:
        return DayOfYear(tuple(filter(None, days)), eve=plain.startswith(_EVE))
    raise InputError(
        f"{text[:40]!r} is no rule for a day",
        remedy="Write such as 'second Sunday', 'first Sunday of November, 5 years on' or '10 March or 10 October'",
    )


def _day_of_year(text: str) -> tuple[int, int] | None:
    """Month and day of ``10 March``; None for what is no day of any year."""
    found = _DAY_OF_YEAR.fullmatch(text)
    if not found:
        return None
    month, day = MONTHS.index(found[2]) + 1, int(found[1])
    first = month_start(_LEAP_YEAR, month)
    return (month, day) if first + day - 1 <= month_end(first) else None
