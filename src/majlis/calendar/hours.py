"""Where a period in hours ends, from the moment at which it began, and back again.

Minutes are whole ones since the epoch in UTC, hours are elapsed time, as in ``moment``. The last minute is in time:
``hours_left(start, act, hours) >= 0`` where the act lies wholly before or at the first minute of the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.calendar.dates import to_date, written, written_without_year
from majlis.calendar.length import Length, Unit
from majlis.calendar.moment import local_time

if TYPE_CHECKING:
    from majlis.calendar.moment import LocalTime, Moment


@dataclass(frozen=True, slots=True)
class Minutes:
    """A minute of which the first and the last that it can be are known (UTC), and what is shown at both in a zone."""

    earliest: int
    latest: int
    first: LocalTime
    last: LocalTime

    @property
    def exact(self) -> bool:
        """Can it be only one minute?"""
        return self.earliest == self.latest


def end_of_hours(start: Moment, hours: int, zone: str) -> Minutes:
    """Return the last minute in time of so many hours (at least 1) from a moment.

    InputError for an unknown zone, and outside the years 1 to 9999.
    """
    return _shifted(start, Length(hours, Unit.HOUR).number * 60, zone)


def start_of_hours(end: Moment, hours: int, zone: str) -> Minutes:
    """Return the latest minute from which so many hours (at least 1) still end by a moment.

    So ``end_of_hours(start) <= end`` exactly when ``start <= start_of_hours(end)``. InputError as above.
    """
    return _shifted(end, -Length(hours, Unit.HOUR).number * 60, zone)


def in_words(start: Moment, hours: int, zone: str) -> str:
    """How the end was found, with the offset from UTC at both sides, so that a change of the clocks can be seen.

    Such as ``14:30 on 28 March 2009 (UTC+4), 24 hours of elapsed time: 15:30 on 29 March (UTC+5)``; where the time
    of the start is not known, the end is said to lie between two minutes. InputError as above.
    """
    end = end_of_hours(start, hours, zone)
    ends = _shown(end.first, start.day)
    if not end.exact:
        ends = f"between {ends} and {_shown(end.last, start.day)}"
    return f"{_begun(start, zone)}, {Length(hours, Unit.HOUR)} of elapsed time: {ends}"


def _shifted(that: Moment, minutes: int, zone: str) -> Minutes:
    earliest, latest = that.earliest + minutes, that.latest + minutes
    return Minutes(earliest, latest, local_time(earliest, zone), local_time(latest, zone))


def _begun(start: Moment, zone: str) -> str:
    first, last = local_time(start.earliest, zone), local_time(start.latest, zone)
    if start.earliest == start.latest:
        return f"{first.time} on {written(first.day)} ({first.offset})"
    if (first.day, first.minute) == (last.day, last.minute):
        both = f"({first.offset} or {last.offset})"
        return f"{first.time} on {written(first.day)}, which the clocks showed twice {both}"
    return f"{written(start.day)}, at a time that is not given"


def _shown(that: LocalTime, day: int) -> str:
    """A minute in words, with its year where it is not that of the day."""
    same_year = to_date(that.day).year == to_date(day).year
    return f"{that.time} on {(written_without_year if same_year else written)(that.day)} ({that.offset})"
