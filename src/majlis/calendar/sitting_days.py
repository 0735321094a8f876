"""Periods counted in the days on which a body sits.

A record of sittings is complete over a span: within it, a day that is not listed is no sitting day; outside,
nothing is known. So a due day is known, or known to lie between two days. Days are ordinal numbers
(``date.toordinal()``).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.calendar.dates import checked, month_end, to_date, written, written_without_year

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.calendar.convention import Convention

_MOST_SUMMANDS = 12


@dataclass(frozen=True, slots=True)
class Bounds:
    """The earliest and the latest day that a day can be; `latest` is None where nothing bounds it."""

    earliest: int
    latest: int | None

    @property
    def day(self) -> int | None:
        """The day, where it can be only one."""
        return self.earliest if self.earliest == self.latest else None

    def slack(self, day: int) -> int | None:
        """Days left at least for what is due by then; negative when it is late. None where that is not known."""
        if day <= self.earliest:
            return self.earliest - day
        return self.latest - day if self.latest is not None and day > self.latest else None

    def wait(self, day: int) -> int | None:
        """Days left at least of a waiting period that ends then; 0 or less when it is over. None as in ``slack``."""
        if day < self.earliest:
            return self.earliest - day
        return self.latest - day if self.latest is not None and day >= self.latest else None

    def distance(self, day: int) -> int | None:
        """Days left for what is to be done on the very day, 0 only on it. None as in ``slack``."""
        return None if self.wait(day) is None else self.slack(day)


@dataclass(frozen=True, slots=True)
class SittingDays:
    """The days on which a body sat, in order; they are all that there were from `first` to `last`."""

    first: int
    last: int
    days: tuple[int, ...]

    def forwards(self, trigger: int, number: int, convention: Convention) -> Bounds:
        """The due day of a period of so many sitting days (at least 1): the last of them.

        Counted are those after the trigger's day or, by the convention, from that day on: it is the first if the
        body sat on it.
        """
        return self._nth_after(trigger - convention.days_earlier, number)

    def backwards(self, due: int, number: int, convention: Convention) -> Bounds:
        """The latest trigger whose due day is not after ``due``.

        So ``forwards(start) <= due`` exactly when ``start <= backwards(due)``, where both are known. `latest`
        is never None; `earliest` is the day 1 where nothing bounds it. InputError for a day before the year 1.
        """
        mirrored = SittingDays(-self.last, -self.first, tuple(-day for day in reversed(self.days)))
        found = mirrored._nth_after(-(due + 1), number)
        before = 1 - convention.days_earlier
        return Bounds(1 if found.latest is None else -found.latest - before, checked(-found.earliest - before))

    def between(self, after: int, until: int) -> tuple[int, ...]:
        """The listed days after one day, up to another and with it."""
        return self.days[bisect_right(self.days, after) : bisect_right(self.days, until)]

    def _nth_after(self, start: int, number: int) -> Bounds:
        """The nth sitting day after a day: at best every day of which nothing is known is one, at worst none."""
        place = bisect_right(self.days, start)
        sure = self.days[place + number - 1] if place + number <= len(self.days) else None
        unknown_before = max(0, self.first - 1 - start)
        if number <= unknown_before:
            return Bounds(start + number, sure)
        left, listed = number - unknown_before, len(self.days) - place
        if left <= listed:
            return Bounds(self.days[place + left - 1], sure)
        return Bounds(max(self.last, start) + left - listed, sure)


NOT_GIVEN = SittingDays(first=1, last=0, days=())
"""No record of sittings: nothing is known of any day."""


def together(records: Iterable[SittingDays]) -> SittingDays:
    """The days on which all of several bodies sat, as far as that is known of each."""
    several = list(records)
    if len(several) == 1:
        return several[0]
    first, last = max(each.first for each in several), min(each.last for each in several)
    if first > last:
        return NOT_GIVEN
    common = set.intersection(*(set(each.days) for each in several))
    return SittingDays(first, last, tuple(sorted(common)))


def in_words(sat: SittingDays, trigger: int, due: int, convention: Convention) -> str:
    """How a due day was found, such as ``10 April not counted; 9 + 11 sitting days; due 22 May 1931``.

    The summands are the sitting days of each month. InputError outside the years 1 to 9999.
    """
    same_year = to_date(trigger).year == to_date(due).year
    named = written_without_year(trigger) if same_year else written(trigger)
    counted = sat.between(trigger - convention.days_earlier, due)
    how = "counted, if it is one" if convention.days_earlier else "not counted"
    return f"{named} {how}; {_by_month(counted)}; due {written(due)}"


def _by_month(days: tuple[int, ...]) -> str:
    """Return the number of days in each month, such as ``9 + 11 sitting days``."""
    summands: list[int] = []
    place = 0
    while place < len(days):
        beyond = bisect_right(days, month_end(days[place]))
        summands.append(beyond - place)
        place = beyond
    said = " + ".join(map(str, summands)) if len(summands) <= _MOST_SUMMANDS else str(len(days))
    return f"{said} sitting day" if len(days) == 1 else f"{said} sitting days"
