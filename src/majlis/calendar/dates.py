"""Days as ordinal numbers (``date.toordinal()``): their range, their months and their names."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from majlis.errors import InputError

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LAST_DAY = date.max.toordinal()


def checked(day: int) -> int:
    """Return the same day. InputError if it is outside the years 1 to 9999."""
    if not 1 <= day <= _LAST_DAY:
        raise _outside()
    return day


def to_date(day: int) -> date:
    """Return the date of an ordinal day. InputError if it is outside the years 1 to 9999."""
    return date.fromordinal(checked(day))


def written(day: int) -> str:
    """Return a day in full, such as ``5 June 2009``."""
    that = to_date(day)
    return f"{that.day} {MONTHS[that.month - 1]} {that.year}"


def written_without_year(day: int) -> str:
    """Return a day of the year, such as ``5 June``."""
    that = to_date(day)
    return f"{that.day} {MONTHS[that.month - 1]}"


def plus_months(day: int, months: int) -> int:
    """Return the same day number so many months on, or the last day of a month that has no such day."""
    that = to_date(day)
    year, month = _month(that, months)
    return date(year, month, min(that.day, monthrange(year, month)[1])).toordinal()


def latest_before_months(day: int, months: int) -> int:
    """Return the latest day from which ``plus_months`` does not go beyond this day."""
    that = to_date(day)
    year, month = _month(that, -months)
    last = monthrange(year, month)[1]
    # On a month's last day, all the day numbers that this month lacks arrive too.
    return date(year, month, last if day == month_end(day) else min(that.day, last)).toordinal()


def month_start(year: int, month: int) -> int:
    """Return the first day of a month (1 to 12). InputError outside the years 1 to 9999."""
    if not date.min.year <= year <= date.max.year:
        raise _outside()
    return date(year, month, 1).toordinal()


def month_end(day: int) -> int:
    """Return the last day of the same month."""
    that = to_date(day)
    return day - that.day + monthrange(that.year, that.month)[1]


def _month(that: date, months: int) -> tuple[int, int]:
    """Year and month (1 to 12), so many months on. InputError outside the years 1 to 9999."""
    year, month = divmod(that.year * 12 + that.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise _outside()
    return year, month + 1


def _outside() -> InputError:
    return InputError("the count leaves the calendar, which has the years 1 to 9999", remedy="Check the dates")
