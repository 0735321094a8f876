"""The common scale of the rows of a timeline: where a day stands, and at which days there are ticks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from majlis.calendar.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MONTH, _YEAR = 30.4, 365.2  # days, on average
_MONTHS = 12  # of a year
_WEEK = 7


class Unit(StrEnum):
    """What the ticks count."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Grain:
    """Ticks at every day, at every seventh, at every third month or at every tenth year, for instance."""

    unit: Unit
    step: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at the beginning of a day (day number): its label, and that of the longer period that begins there."""

    day: int
    label: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days (day numbers) along a line from `left` to `right` (px): from the start of the first to the end of the last.

    `edge` is the room beyond either end (px), for what is open to that side.
    """

    first: int
    last: int
    left: float
    right: float
    edge: float

    def start(self, day: int) -> float:
        """Where a day begins."""
        return self.left + (day - self.first) * self.day

    def end(self, day: int) -> float:
        """Where a day ends."""
        return self.start(day + 1)

    def noon(self, day: int) -> float:
        """The middle of a day."""
        return self.start(day) + self.day / 2

    @property
    def day(self) -> float:
        """How long a day is (px)."""
        return (self.right - self.left) / (self.last + 1 - self.first)


def ordinal(iso: str) -> int:
    """The day number of an ISO date."""
    return date.fromisoformat(iso).toordinal()


def grain(first: int, last: int, room: float, least: Mapping[Unit, float]) -> Grain:
    """The closest ticks that leave each label its room; `least` is that by unit, in the unit of `room`."""
    day = room / (last + 1 - first)
    for step in (1, _WEEK):
        if day * step >= least[Unit.DAY]:
            return Grain(Unit.DAY, step)
    for step in (1, 3, 6):
        if day * _MONTH * step >= least[Unit.MONTH]:
            return Grain(Unit.MONTH, step)
    return next(Grain(Unit.YEAR, step) for step in _round_numbers() if day * _YEAR * step >= least[Unit.YEAR])


def _round_numbers() -> Iterator[int]:
    """1, 2, 5, 10 and so on."""
    for power in count():
        yield from (leading * 10**power for leading in (1, 2, 5))


def tick_days(first: int, last: int, of: Grain) -> list[int]:
    """The days from the first to the last at which there is a tick (day numbers)."""
    if of.unit is Unit.DAY:
        monday = first + (1 - first) % of.step
        return list(range(monday, last + 1, of.step))
    days = (each.toordinal() for each in _starts(date.fromordinal(first).year, date.fromordinal(last).year, of))
    return [day for day in days if first <= day <= last]


def _starts(first: int, last: int, of: Grain) -> Iterator[date]:
    """The first days of months or years, from one year to another."""
    if of.unit is Unit.MONTH:
        for year in range(first, last + 1):
            yield from (date(year, month, 1) for month in range(1, _MONTHS + 1, of.step))
        return
    for year in range(first - first % of.step, min(last, MAXYEAR) + 1, of.step):
        if year >= MINYEAR:
            yield date(year, 1, 1)


def ticks(first: int, last: int, of: Grain) -> list[Tick]:
    """The ticks of a scale; where months or years begin between them, these stand above, and at the left end."""
    days = tick_days(first, last, of)
    found = {day: Tick(day, _label(day, of)) for day in days}
    if of.unit is Unit.YEAR:
        return list(found.values())
    longer = Grain(Unit.MONTH if of.unit is Unit.DAY else Unit.YEAR, 1)
    for day in (first, *tick_days(first, last, longer)):
        found[day] = Tick(day, found[day].label if day in found else "", _above(day, of))
    return sorted(found.values(), key=lambda tick: tick.day)


def _label(day: int, of: Grain) -> str:
    that = date.fromordinal(day)
    match of.unit:
        case Unit.DAY:
            return str(that.day)
        case Unit.MONTH:
            return MONTHS[that.month - 1][:3]
        case _:
            return str(that.year)


def _above(day: int, of: Grain) -> str:
    that = date.fromordinal(day)
    return f"{MONTHS[that.month - 1]} {that.year}" if of.unit is Unit.DAY else str(that.year)
