"""The clocks of a program on a record: when each period ends, and whether the act came in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.calendar.count import backwards, earliest, forwards
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
    settle them.
    """

    trigger: int
    due: int | None
    done: int | None


def run(record: Record, clock: Clock, case: Case) -> None:
    """Put what a clock shows on a record: `due.NAME` and `slack.NAME`, `since.NAME` or `over.NAME`, and its timing."""
    act = record.acts.get(clock.occurrence)
    started = _trigger(clock, record.values, record.acts)
    if started is None:
        return
    trigger, time = started
    if clock.length is not None and clock.length.unit is Unit.HOUR:
        _hours(record, clock, case, moment(trigger, time, case.procedure.law.constitution.zone))
        return
    if clock.sitting:
        _sittings(record, clock, case, trigger)
        return
    due = record.values.get(clock.day) if clock.day else _due(clock, trigger)
    if not isinstance(due, int):  # the case does not give the day
        return
    record.timings[clock.name] = Timing(trigger, due, act.day if act else None)
    record.values[f"due.{clock.name}"] = due
    if act is None:
        record.values[f"over.{clock.name}"] = case.as_of - due
    elif act.day is not None:
        record.values[f"slack.{clock.name}"] = due - act.day
        record.values[f"since.{clock.name}"] = act.day - trigger


def _trigger(clock: Clock, values: dict[str, Value], acts: dict[str, Acted]) -> tuple[int, str | None] | None:
    for name in clock.triggers:
        act = acts.get(name)
        if act is not None:  # done on an unknown day, it still is what started the clock
            return None if act.day is None else (act.day, act.time)
        fact = values.get(name)
        if isinstance(fact, int):
            return fact, None
    return None


def _due(clock: Clock, trigger: int) -> int:
    if clock.fixed is not None:
        return clock.fixed.after(trigger)
    assert clock.length is not None  # noqa: S101 - a clock has a length or a fixed day
    count = {ClockKind.WAIT: earliest, ClockKind.BEFORE: backwards}.get(clock.kind, forwards)
    return count(trigger, clock.length, clock.convention)


def _hours(record: Record, clock: Clock, case: Case, started: Moment) -> None:
    """A clock in hours: elapsed time, as far as the times are known (minutes)."""
    assert clock.length is not None  # noqa: S101 - only clocks with a length in hours come here
    act, hours = record.acts.get(clock.occurrence), clock.length.number
    zone = case.procedure.law.constitution.zone
    due = started.day + -(-hours // 24)
    record.timings[clock.name] = Timing(started.day, due, act.day if act else None)
    if act is None:
        left = hours_left(started, moment(case.as_of, None, zone), hours)
        record.values[f"over.{clock.name}"] = 1 if left is not None and left < 0 else 0
    elif act.day is not None:
        taken = moment(act.day, act.time, zone)
        record.values[f"since.{clock.name}"] = -1 if taken.latest < started.earliest else 0
        left = hours_left(started, taken, hours)
        if left is not None:
            record.values[f"slack.{clock.name}"] = left


def _sittings(record: Record, clock: Clock, case: Case, trigger: int) -> None:
    """A clock in sitting days: as far as the record of sittings settles it (days of the calendar)."""
    act = record.acts.get(clock.occurrence)
    due = _due_sitting(clock, case, trigger)
    record.timings[clock.name] = Timing(trigger, due.day, act.day if act else None)
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
