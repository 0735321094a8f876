"""Limits of a plan as functions of the day on which it begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from majlis.calendar.length import Unit
from majlis.calendar.moment import moment
from majlis.procedure.program import ClockKind
from majlis.questions.counted import counted
from majlis.questions.limits import iso
from majlis.questions.timed import Limit, OtherDate, State
from majlis.scenario.clocks import Timing, due_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from majlis.procedure.program import Clock
    from majlis.questions.limits import Timed
    from majlis.questions.timed_steps import TimedSteps
    from majlis.scenario.case import Case

_RUNS = (ClockKind.WITHIN, ClockKind.ON, ClockKind.WAIT, ClockKind.EXACTLY)


@dataclass(frozen=True, slots=True)
class _Counts:
    """A clock that the beginning starts, and how it leads from a day to another."""

    clock: Clock
    start: str
    due: Callable[[int], int]

    def dates(self, day: int, begins: str) -> tuple[int, str | None, str | None]:
        """The day to which it leads, and the first and the last day (ISO dates) of a period that begins on a day."""
        due = self.due(day)
        kind, last = self.clock.kind, iso(due)
        if kind is ClockKind.WITHIN:
            return due, begins, last
        return due, last, None if kind is ClockKind.WAIT else last


_Other = tuple[OtherDate, _Counts | None]


@dataclass(frozen=True, slots=True)
class MovingLimit:
    """A limit as it is on one day, and how its dates, or those under other readings, follow from another."""

    base: Limit
    case: Case
    counts: _Counts | None = None
    others: tuple[_Other, ...] = ()

    @property
    def moving(self) -> bool:
        """Does the limit, or what it is under another reading, hang on the day?"""
        return self.counts is not None or any(theirs is not None for _, theirs in self.others)

    @property
    def runs(self) -> bool:
        """Is it open, and does every period run from the beginning on, so that it is open for any day?"""
        counts = [each for each in (self.counts, *(theirs for _, theirs in self.others)) if each]
        still = self.counts is not None or self.base.begun is None
        return still and (not counts or self.base.state is State.OPEN) and all(e.clock.kind in _RUNS for e in counts)

    def on(self, day: int, begins: str) -> Limit:
        """The limit if the plan begins on a day (day number and ISO date)."""
        base, counts = self.base, self.counts
        due, earliest, latest = counts.dates(day, begins) if counts else (None, None, None)
        others = [_moved(other, theirs, day, begins) for other, theirs in self.others]
        differing = tuple([o for o in others if (o.earliest, o.latest, o.state) != (earliest, latest, base.state)])
        if counts is None or due is None:
            return replace(base, others=differing)
        return Limit(
            base.provision, base.edition, base.kind, base.says, base.period, base.start, begins, earliest, latest,
            None, self._counted(counts, day, due), base.convention, base.applies, base.state,
            due - day if latest else None, base.doubt, differing, base.duty, base.ends,
        )  # fmt: skip

    def _counted(self, counts: _Counts, day: int, due: int) -> str:
        hours = counts.clock.length is not None and counts.clock.length.unit is Unit.HOUR
        started = moment(day, None, self.case.procedure.law.constitution.zone) if hours else None
        return counted(self.case, counts.clock, Timing(day, due, None, counts.start, started))


def moving_limit(drawn: TimedSteps, timed: Timed, limit: Limit) -> MovingLimit:
    """A limit that was drawn for one day, to be moved to others."""
    case, mine = drawn.found.case, _counts(timed)
    under = drawn.others.under(timed) if drawn.others else ()
    others = [(each.date(), _counts(each.timed)) for each in under]
    return MovingLimit(limit, case, mine, tuple(each for each in others if _may_differ(*each, limit, mine)))


def _counts(timed: Timed | None) -> _Counts | None:
    """How the days of a limit are counted; None for one that has not begun."""
    if timed is None or timed.timing is None:
        return None
    clock, zone = timed.clock, timed.found.case.procedure.law.constitution.zone
    if clock.length is not None and clock.length.unit is Unit.HOUR:
        return _Counts(clock, timed.timing.start, lambda day: due_day(clock, day, zone))
    return _Counts(clock, timed.timing.start, clock.period.due_day)


def _moved(other: OtherDate, counts: _Counts | None, day: int, begins: str) -> OtherDate:
    """What a limit that begins on a day comes to under another reading."""
    if counts is None:
        return other
    _, earliest, latest = counts.dates(day, begins)
    return OtherDate(
        other.question, other.asks, other.reading, other.source, earliest, latest, other.state, other.period
    )  # fmt: skip


def _may_differ(other: OtherDate, theirs: _Counts | None, limit: Limit, mine: _Counts | None) -> bool:
    """Can a reading come to other dates than the one that is taken, from whatever day they are counted?"""
    if theirs is None or mine is None or other.state is not limit.state:
        return theirs is not None or mine is not None or other.state is not limit.state
    return (theirs.clock.kind, theirs.clock.period) != (mine.clock.kind, mine.clock.period)
