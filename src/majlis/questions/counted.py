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
    start = written(timing.trigger)
    if clock.day:
        return f"the day that the case gives: {written(timing.due or timing.trigger)}"
    if clock.fixed is not None:
        return fixed_day_in_words(clock.fixed, timing.trigger)
    assert clock.length is not None  # noqa: S101 - a clock has a length, a fixed day or a day that the case gives
    length = f"{clock.length}{of_bodies(clock.sitting, case.procedure.law.constitution.actors())}"
    way = "back from" if clock.kind is ClockKind.BEFORE else "after"
    if timing.due is None:
        return f"{length} {way} {start}; the record of sittings does not settle the day"
    if clock.kind is ClockKind.BEFORE:
        return f"{length} {way} {start}: {written(timing.due)} at the latest"
    if clock.sitting:
        sat = case.sat(clock.sitting)
        return f"{length}: {sitting_days_in_words(sat, timing.trigger, timing.due, clock.convention)}"
    if timing.started is not None:
        return hours_in_words(timing.started, clock.length.number, case.procedure.law.constitution.zone)
    how = in_words(timing.trigger, clock.length, clock.convention)
    moved = moved_in_words(clock.rest, forwards(timing.trigger, clock.length, clock.convention)) if clock.rest else ""
    return f"{how}; {moved}" if moved else how
