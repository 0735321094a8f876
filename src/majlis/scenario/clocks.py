"""The clocks of a program on a record: when each period ends, and whether the act came in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.calendar.hours import end_of_hours, start_of_hours
from majlis.calendar.length import Unit
from majlis.calendar.moment import hours_left, moment
from majlis.calendar.sitting_days import Bounds
from majlis.procedure.program import ClockKind

if TYPE_CHECKING:
    from majlis.calendar.moment import Moment
    from majlis.logic.truth import Value
    from majlis.procedure.program import Clock
    from majlis.scenario.case import Acted, Case
    from majlis.scenario.record import Record

# How far an act is from a due day, for periods in sitting days.
_LEFT = {
    ClockKind.WITHIN: Bounds.slack,
    ClockKind.BEFORE: Bounds.slack,
    ClockKind.WAIT: Bounds.wait,
    ClockKind.EXACTLY: Bounds.distance,
}


@dataclass(frozen=True, slots=True)
class Timing:
    """What a clock found: the days (day numbers) of its trigger, of its due date and of the act.

    `due` is None where the due date is not known: sitting days are counted, and the record of sittings does not
    settle them. `start` is the name of the trigger on the record; `started` its moment, for clocks in hours.
    """

    trigger: int
    due: int | None
    done: int | None
    start: str
    started: Moment | None = None


def run(record: Record, clock: Clock, case: Case) -> None:
    """Put what a clock shows on a record: `due.NAME` and `slack.NAME`, `since.NAME` or `over.NAME`, and its timing."""
    act = record.acts.get(clock.occurrence)
    started = _trigger(clock, record.values, record.acts)
    if started is None:
        return
    start, trigger, time = started
    if clock.length is not None and clock.length.unit is Unit.HOUR:
        _hours(record, clock, case, start, moment(trigger, time, case.procedure.law.constitution.zone))
        return
    if clock.sitting:
        _sittings(record, clock, case, start, trigger)
        return
    due = record.values.get(clock.day) if clock.day else clock.period.due_day(trigger)
    if not isinstance(due, int):  # the case does not give the day
        return
    record.timings[clock.name] = Timing(trigger, due, act.day if act else None, start)
    record.values[f"due.{clock.name}"] = due
    if act is None:
        record.values[f"over.{clock.name}"] = case.as_of - due
    elif act.day is not None:
        record.values[f"slack.{clock.name}"] = due - act.day
        record.values[f"since.{clock.name}"] = act.day - trigger


def _trigger(clock: Clock, values: dict[str, Value], acts: dict[str, Acted]) -> tuple[str, int, str | None] | None:
    """The name of what started a clock, its day and its time of day; None where it has not started."""
    for name in clock.triggers:
        act = acts.get(name)
        if act is not None:  # done on an unknown day, it still is what started the clock
            return None if act.day is None else (name, act.day, act.time)
        fact = values.get(name)
        if isinstance(fact, int):
            return name, fact, None
    return None


def due_day(clock: Clock, trigger: int, zone: str) -> int:
    """The day to which a clock leads from the day of its trigger (day numbers); for hours the last that it can be.

    Not for clocks that count sitting days, nor for those that end on a day that the case gives. Raises InputError
    outside the calendar.
    """
    if clock.length is not None and clock.length.unit is Unit.HOUR:
        return end_of_hours(moment(trigger, None, zone), clock.length.number, zone).last.day
    return clock.period.due_day(trigger)


def latest_trigger(clock: Clock, due: int, zone: str) -> int:
    """The latest day from which a clock leads to a day or before it, at whatever time (day numbers).

    So ``due_day(clock, start) <= due`` exactly when ``start <= latest_trigger(clock, due)``. InputError as there.
    """
    if clock.length is None or clock.length.unit is not Unit.HOUR:
        return clock.period.latest_trigger(due)
    last = start_of_hours(moment(due, None, zone), clock.length.number, zone).last.day
    return last if due_day(clock, last, zone) <= due else last - 1


def _hours(record: Record, clock: Clock, case: Case, start: str, started: Moment) -> None:
    """A clock in hours: elapsed time, as far as the times are known (minutes)."""
    assert clock.length is not None  # noqa: S101 - only clocks with a length in hours come here
    act, hours = record.acts.get(clock.occurrence), clock.length.number
    zone = case.procedure.law.constitution.zone
    due = end_of_hours(started, hours, zone).last.day
    record.timings[clock.name] = Timing(started.day, due, act.day if act else None, start, started)
    if act is None:
        left = hours_left(started, moment(case.as_of, None, zone), hours)
        record.values[f"over.{clock.name}"] = 1 if left is not None and left < 0 else 0
    elif act.day is not None:
        taken = moment(act.day, act.time, zone)
        record.values[f"since.{clock.name}"] = -1 if taken.latest < started.earliest else 0
        left = hours_left(started, taken, hours)
        if left is not None:
            record.values[f"slack.{clock.name}"] = left


def _sittings(record: Record, clock: Clock, case: Case, start: str, trigger: int) -> None:
    """A clock in sitting days: as far as the record of sittings settles it (days of the calendar)."""
    act = record.acts.get(clock.occurrence)
    due = _due_sitting(clock, case, trigger)
    record.timings[clock.name] = Timing(trigger, due.day, act.day if act else None, start)
    if due.day is not None:
        record.values[f"due.{clock.name}"] = due.day
    if act is None:
        left = due.slack(case.as_of)
        record.values |= {} if left is None else {f"over.{clock.name}": -left}
    elif act.day is not None:
        left = _LEFT[clock.kind](due, act.day)
        record.values |= {} if left is None else {f"slack.{clock.name}": left}
        record.values[f"since.{clock.name}"] = act.day - trigger


def _due_sitting(clock: Clock, case: Case, trigger: int) -> Bounds:
    assert clock.length is not None  # noqa: S101 - only clocks with a length in sitting days come here
    sat = case.sat(clock.sitting)
    count = sat.backwards if clock.kind is ClockKind.BEFORE else sat.forwards
    return count(trigger, clock.length.number, clock.convention)
