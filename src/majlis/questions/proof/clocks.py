"""What the clocks of a program show: a day within the shortest and the longest that their period can be.

Months and years differ in length, and which one it is hangs on the trigger. Here a period has bounds; `pinned`
states the very day for one trigger, so that what is found can be made exact step by step.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from majlis.calendar.length import Unit
from majlis.procedure.program import ClockKind

if TYPE_CHECKING:
    from majlis.calendar.period import Period
    from majlis.engines.proof import Formula
    from majlis.procedure.program import Clock
    from majlis.questions.proof.space import Space

# Triggers over every kind of month and year: the years about 2000, which is a leap year, and about 2100, which is none.
EVERY = [
    day
    for first, last in ((1984, 2012), (2088, 2108))
    for day in range(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())
]
DAY, HOUR = 1_440, 60  # minutes


def clock_facts(space: Space) -> list[Formula]:
    """What holds of the readings of every clock; notes as well when each of them is given."""
    found: list[Formula] = []
    for clock in space.program.clocks:
        found += _hours(space, clock) if in_hours(clock) else _days(space, clock)
    return found


def started(space: Space, clock: Clock) -> Formula:
    """The formula that something has started a clock."""
    return space.any_of([_came(space, each) for each in clock.triggers])


def trigger(space: Space, clock: Clock) -> Formula:
    """The day on which a clock started: of the first of its triggers that there is."""
    found = _day_of(space, clock.triggers[-1])
    for each in reversed(clock.triggers[:-1]):
        found = space.z3.If(_came(space, each), _day_of(space, each), found)
    return found


def due(space: Space, clock: Clock) -> Formula:
    """The day to which a clock leads."""
    return space.number(clock.day) if clock.day else space.number(f"due.{clock.name}")


def pinned(space: Space, clock: Clock, day: int) -> Formula:
    """Where a clock starts on this very day, the day to which it leads."""
    exact = clock.period.due_day(day)
    return space.z3.Implies(trigger(space, clock) == day, space.number(f"due.{clock.name}") == exact)


def at_noon(space: Space) -> list[Formula]:
    """What holds of clocks in hours when every act that they look at is done at noon."""
    found = []
    for clock in filter(in_hours, space.program.clocks):
        assert clock.length is not None  # noqa: S101 - a clock in hours has a length
        slack, over = space.number(f"slack.{clock.name}"), space.number(f"over.{clock.name}")
        start, length = trigger(space, clock), clock.length.number * HOUR
        found.append(slack == length - DAY * (space.date(clock.occurrence) - start))
        sure = DAY * (space.as_of - start) - DAY // 2 > length
        found.append(over == space.z3.If(sure, 1, 0))
    return found


def sitting_daily(space: Space) -> list[Formula]:
    """What holds of clocks in sitting days when the bodies sit on every day."""
    z3, found = space.z3, []
    for clock in space.program.clocks:
        if not clock.sitting:
            continue
        assert clock.length is not None  # noqa: S101 - a clock in sitting days has a length
        apart = clock.length.number - clock.convention.days_earlier
        day = trigger(space, clock) + (-apart if clock.kind is ClockKind.BEFORE else apart)
        acted, waits = _readings(space, clock)
        found.append(due(space, clock) == day)
        found.append(z3.Implies(acted, space.number(f"slack.{clock.name}") == day - space.date(clock.occurrence)))
        found.append(z3.Implies(waits, space.number(f"over.{clock.name}") == space.as_of - day))
    return found


def stretches(space: Space, clock: Clock) -> list[Formula]:
    """How far the day of a clock is from the one that starts it: between the shortest and the longest of its period."""
    least, most = bounds(clock.period)
    apart = due(space, clock) - trigger(space, clock)
    return [apart >= least, apart <= most]


def counted(clock: Clock) -> bool:
    """Is a clock counted by the calendar alone, so that its day can be pinned?"""
    return not (clock.day or clock.sitting or in_hours(clock))


@lru_cache(maxsize=512)
def bounds(period: Period) -> tuple[int, int]:
    """The least and the greatest number of days between a trigger and the day to which a period leads."""
    apart = [period.due_day(day) - day for day in EVERY]
    return min(apart), max(apart)


def in_hours(clock: Clock) -> bool:
    """Is a clock counted in hours?"""
    return clock.length is not None and clock.length.unit is Unit.HOUR


def _came(space: Space, name: str) -> Formula:
    if name in space.procedure.file.facts:
        return space.z3.BoolVal(True)
    return space.done(name)


def _day_of(space: Space, name: str) -> Formula:
    return space.number(name) if name in space.procedure.file.facts else space.date(name)


def _readings(space: Space, clock: Clock) -> tuple[Formula, Formula]:
    """That the act of a clock that has started was done, and that it was not; notes when readings are given."""
    z3, began, done = space.z3, started(space, clock), _act_done(space, clock)
    acted, waits = z3.And(began, done), z3.And(began, z3.Not(done))
    space.presence[f"due.{clock.name}"] = began
    space.presence[f"slack.{clock.name}"] = space.presence[f"since.{clock.name}"] = acted
    space.presence[f"over.{clock.name}"] = waits
    return acted, waits


def _act_done(space: Space, clock: Clock) -> Formula:
    step = clock.occurrence.rpartition(".")[0]
    if step in space.course.steps and not space.course.steps[step].awaited:
        return space.z3.BoolVal(False)
    return space.done(clock.occurrence)


def _days(space: Space, clock: Clock) -> list[Formula]:
    z3 = space.z3
    acted, waits = _readings(space, clock)
    start, day = trigger(space, clock), due(space, clock)
    slack, since, over = (space.number(f"{each}.{clock.name}") for each in ("slack", "since", "over"))
    date = space.date(clock.occurrence)
    found = [z3.Implies(acted, since == date - start)]
    if clock.sitting:  # which days they are hangs on the record of sittings
        return found
    if not clock.day:
        found += stretches(space, clock)
    return [*found, z3.Implies(acted, slack == day - date), z3.Implies(waits, over == space.as_of - day)]


def _hours(space: Space, clock: Clock) -> list[Formula]:
    """A clock in hours: elapsed time (minutes), whatever the times of the two days are."""
    z3 = space.z3
    assert clock.length is not None  # noqa: S101 - only clocks with a length in hours come here
    acted, waits = _readings(space, clock)
    slack, since, over = (space.number(f"{each}.{clock.name}") for each in ("slack", "since", "over"))
    start, length = trigger(space, clock), clock.length.number * HOUR
    apart, spare = DAY * (space.date(clock.occurrence) - start), DAY + HOUR
    passed = DAY * (space.as_of - start)
    return [
        z3.Implies(acted, z3.And(slack <= length - apart + spare, slack >= length - apart - spare)),
        z3.Implies(acted, z3.And(since <= 0, since >= -1)),
        z3.Implies(z3.And(acted, apart < 0), since == -1),
        z3.Implies(z3.And(acted, apart > 0), since == 0),
        z3.Implies(waits, z3.And(over >= 0, over <= 1)),
        z3.Implies(z3.And(waits, over == 1), passed > length - spare),
        z3.Implies(z3.And(waits, over == 0), passed <= length + 2 * DAY + spare),
    ]
