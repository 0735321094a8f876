"""Counting periods in days, weeks, months and years, from a day or back from one.

Days are ordinal numbers (``date.toordinal()``). A due day is the last day on which the act is in time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.calendar.dates import (
    MONTHS,
    checked,
    latest_before_months,
    month_end,
    plus_months,
    to_date,
    written,
    written_without_year,
)
from majlis.calendar.length import Unit
from majlis.errors import InputError

if TYPE_CHECKING:
    from majlis.calendar.convention import Convention
    from majlis.calendar.length import Length

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_MOST_SUMMANDS = 12


def forwards(trigger: int, length: Length, convention: Convention) -> int:
    """Return the due day of a period that runs from the trigger.

    InputError for a length in hours or sitting days and for days outside the years 1 to 9999.
    """
    return checked(_from_day_after(trigger, length) - convention.days_earlier)


def backwards(due: int, length: Length, convention: Convention) -> int:
    """Return the latest trigger whose due day is not after ``due``.

    So ``forwards(start) <= due`` exactly when ``start <= backwards(due)``. InputError as in ``forwards``.
    """
    end = checked(due) + convention.days_earlier
    if length.unit in _DAYS:
        return checked(end - length.number * _DAYS[length.unit])
    return latest_before_months(end, _months(length))


def earliest(trigger: int, length: Length, convention: Convention) -> int:
    """Return the first day on which a waiting period has passed: the same day number, as for a due day.

    "Not before six months have passed since 10 January" opens on 10 July, the very day on which
    "within six months of 10 January" closes. InputError as in ``forwards``.
    """
    return forwards(trigger, length, convention)


def in_words(trigger: int, length: Length, convention: Convention) -> str:
    """How the due day was found, such as ``10 April not counted; 20 + 31 + 5 days; due 5 June 2009``.

    InputError as in ``forwards``.
    """
    due = forwards(trigger, length, convention)
    if length.unit in _DAYS:
        how = _days_in_words(trigger, due, length, convention)
    else:
        how = _months_in_words(trigger, due + convention.days_earlier, length)
    if convention.days_earlier:
        how += ", counted from the day itself: one day earlier"
    return f"{how}; due {written(due)}"


def _from_day_after(trigger: int, length: Length) -> int:
    checked(trigger)
    if length.unit in _DAYS:
        return trigger + length.number * _DAYS[length.unit]
    return plus_months(trigger, _months(length))


def _months(length: Length) -> int:
    if length.unit not in _MONTHS:
        raise InputError(
            f"{length} cannot be counted in days",
            remedy="Count hours from a time of day, and sitting days by a record of sittings",
        )
    return length.number * _MONTHS[length.unit]


def _days_in_words(trigger: int, due: int, length: Length, convention: Convention) -> str:
    same_year = to_date(trigger).year == to_date(due).year
    named = written_without_year(trigger) if same_year else written(trigger)
    counted = "counted" if convention.days_earlier else "not counted"
    weeks = f"{length}, that is " if length.unit is Unit.WEEK else ""
    return f"{named} {counted}; {weeks}{_sum_of_days(trigger + 1 - convention.days_earlier, due)}"


def _sum_of_days(first: int, last: int) -> str:
    """Return the days of each month from the first day to the last, such as ``20 + 31 + 5 days``."""
    total = last - first + 1
    summands: list[int] = []
    while first <= last and len(summands) <= _MOST_SUMMANDS:
        end = min(month_end(first), last)
        summands.append(end - first + 1)
        first = end + 1
    said = " + ".join(map(str, summands)) if len(summands) <= _MOST_SUMMANDS else str(total)
    return f"{said} day" if total == 1 else f"{said} days"


def _months_in_words(trigger: int, last: int, length: Length) -> str:
    start, end = to_date(trigger), to_date(last)
    said = f"{written(trigger)} plus {length}"
    if start.day == end.day:
        return f"{said}, the same day number"
    year = f" {end.year}" if start.day == 29 else ""  # other Februaries do have a day 29
    return f"{said}: {MONTHS[end.month - 1]}{year} has no day {start.day}, its last day counts"
