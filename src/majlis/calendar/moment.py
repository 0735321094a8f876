"""Periods in hours: when an act happened, as far as known, and whether the hours had run out.

Times are whole minutes since the epoch in UTC. Hours are elapsed time: an hour that clocks skip or
repeat is not, or is, an hour. (Offsets with odd seconds, before standard time, are cut to the minute.)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from majlis.calendar.dates import checked, to_date, written
from majlis.errors import InputError

_EPOCH = date(1970, 1, 1).toordinal()
_EPOCH_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = 24 * 60
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Moment:
    """When an act happened: in one of the minutes from ``earliest`` to ``latest`` (UTC), on a civil day."""

    earliest: int
    latest: int
    day: int


@dataclass(frozen=True, slots=True)
class LocalTime:
    """What calendar and clocks show at one minute: the day, the minute of the day, the minutes ahead of UTC."""

    day: int
    minute: int
    ahead: int

    @property
    def time(self) -> str:
        """The time of day, such as ``14:30``."""
        return f"{self.minute // 60:02}:{self.minute % 60:02}"

    @property
    def offset(self) -> str:
        """The offset, such as ``UTC+5``, ``UTC-3:30`` or ``UTC``."""
        hours, minutes = divmod(abs(self.ahead), 60)
        sign = "-" if self.ahead < 0 else "+"
        return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "") if self.ahead else "UTC"


def in_utc(at: int) -> datetime:
    """Return a minute (UTC, since the epoch) as a time in UTC."""
    return _EPOCH_TIME + timedelta(minutes=at)


def local_time(at: int, zone: str) -> LocalTime:
    """Return what is shown in a zone at a minute (UTC).

    InputError for an unknown zone, and outside the years 1 to 9999.
    """
    return _local_time(at, _zone(zone))


@lru_cache(maxsize=4096)
def moment(day: int, time: str | None, zone: str) -> Moment:
    """Return the moment of an act on a day, at a local time such as ``14:30`` where it is known.

    Without a time it is any minute of the civil day; a time that the clocks showed twice is between
    the two. InputError for a bad time, a time or day that the clocks skipped, or an unknown zone.
    """
    clock = _zone(zone)
    return _whole_day(checked(day), clock) if time is None else _at_time(checked(day), time, clock)


def hours_left(trigger: Moment, act: Moment, hours: int) -> int | None:
    """Return the minutes left of so many hours when the act was done; negative when they had run out.

    The least slack, or the least delay, that the moments allow. None where times would decide and are
    not known. An act before its trigger has more than the whole period left.
    """
    period = hours * 60
    longest, shortest = act.latest - trigger.earliest, act.earliest - trigger.latest
    if longest <= period:
        return period - longest
    return period - shortest if shortest > period else None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; not a relative path; a directory such as "Asia"
        remedy = "Write it as in the IANA list, such as 'Asia/Baku'"
        raise InputError(f"{name[:40]!r} is not a known time zone", remedy=remedy) from None


def _at_time(day: int, time: str, zone: ZoneInfo) -> Moment:
    found = _TIME.fullmatch(time)
    if not found:
        remedy = "Write hours and minutes from 00:00 to 23:59, such as '14:30'"
        raise InputError(f"{time[:40]!r} is not a time of day", remedy=remedy)
    first, second = _both(day, int(found[1]) * 60 + int(found[2]), zone)
    if first > second:  # only a skipped time has its later reading first
        what = f"the clocks of {zone.key} skipped {time} on {written(day)}"
        raise InputError(what, remedy="Give the time that the clocks showed")
    return Moment(first, second, day)


def _whole_day(day: int, zone: ZoneInfo) -> Moment:
    """Return the first to the last minute of a civil day, which need not have 24 hours nor begin at 00:00."""
    low, high = sorted(_both(day, 0, zone))
    first = next((at for at in range(low, high) if _local_time(at, zone).day >= day), high)
    low, high = sorted(_both(day + 1, 0, zone))
    last = next((at for at in range(high - 1, low - 1, -1) if _local_time(at, zone).day <= day), low - 1)
    if first > last:
        raise InputError(f"the calendar of {zone.key} skipped {written(day)}", remedy="Give the day that it showed")
    return Moment(first, last, day)


def _both(day: int, minute: int, zone: ZoneInfo) -> tuple[int, int]:
    """Return a local time in UTC, read by the clock before a change and by the clock after it."""
    that = to_date(day)
    before = datetime(that.year, that.month, that.day, minute // 60, minute % 60, tzinfo=zone)
    local = (day - _EPOCH) * _DAY + minute
    return local - _offset(before), local - _offset(before.replace(fold=1))


def _local_time(at: int, zone: ZoneInfo) -> LocalTime:
    try:
        ahead = _offset((_EPOCH_TIME + timedelta(minutes=at)).astimezone(zone))
    except OverflowError:
        what = "the count of hours leaves the calendar, which has the years 1 to 9999"
        raise InputError(what, remedy="Check the dates") from None
    days, minute = divmod(at + ahead, _DAY)
    return LocalTime(days + _EPOCH, minute, ahead)


def _offset(local: datetime) -> int:
    """Return the minutes by which local time is ahead of UTC."""
    return (local.utcoffset() or timedelta()) // timedelta(minutes=1)
