"""How a due date was found, as one would defend it before others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.calendar.count import forwards, in_words
from majlis.calendar.dates import written
from majlis.calendar.fixed_day_words import in_words as fixed_day_in_words
from majlis.calendar.hours import in_words as hours_in_words
from majlis.calendar.rest_days import in_words as moved_in_words
from majlis.calendar.sitting_days import in_words as sitting_days_in_words
from majlis.procedure.program import ClockKind
from majlis.questions.periods import of_bodies

if TYPE_CHECKING:
    from majlis.procedure.program import Clock
    from majlis.scenario.case import Case
    from majlis.scenario.clocks import Timing


def counted(case: Case, clock: Clock, timing: Timing) -> str:
    """The count behind a due date; where there is none, what would settle it."""
    if clock.day:
        return f"the day that the case gives: {written(timing.due or timing.trigger)}"
    if clock.fixed is not None:
        return fixed_day_in_words(clock.fixed, timing.trigger)
    assert clock.length is not None  # noqa: S101 - a clock has a length, a fixed day or a day that the case gives
    if timing.due is None or clock.sitting or clock.kind is ClockKind.BEFORE:
        return _length_in_words(case, clock, timing)
    if timing.started is not None:
        return hours_in_words(timing.started, clock.length.number, case.procedure.law.constitution.zone)
    how = in_words(timing.trigger, clock.length, clock.convention)
    moved = moved_in_words(clock.rest, forwards(timing.trigger, clock.length, clock.convention)) if clock.rest else ""
    return f"{how}; {moved}" if moved else how


def _length_in_words(case: Case, clock: Clock, timing: Timing) -> str:
    """The count of a period in sitting days, of one that is counted back, or of one whose end is not settled."""
    length = f"{clock.length}{of_bodies(clock.sitting, case.procedure.law.constitution.actors())}"
    start = f"{'back from' if clock.kind is ClockKind.BEFORE else 'after'} {written(timing.trigger)}"
    if timing.due is None:
        return f"{length} {start}; the record of sittings does not settle the day"
    if clock.kind is ClockKind.BEFORE:
        return f"{length} {start}: {written(timing.due)} at the latest"
    sat = case.sat(clock.sitting)
    return f"{length}: {sitting_days_in_words(sat, timing.trigger, timing.due, clock.convention)}"
