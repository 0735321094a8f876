"""The periods of the steps of a way: what starts each, and whether it is known to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.law.constitution import MATTER, add_list
from majlis.logic.check import Kind
from majlis.logic.cover import covers
from majlis.procedure.program import ClockKind
from majlis.procedure.scope import Names
from majlis.questions.formulas import starts
from majlis.scenario.clocks import due_day, latest_trigger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.procedure.program import Clock, Finding
    from majlis.questions.way import Leg
    from majlis.questions.ways import Ways

# Enough to put any three days in any order; a condition on days only compares them.
_SOME_DAYS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class WayPeriod:
    """A period of a step, what starts it (or, counted back, what it ends before), and whether it is known to hold.

    `given` is the day on which it ends or from which it is counted, where the case gives that day (day number).
    """

    finding: Finding
    clock: Clock
    start: str
    sure: bool
    zone: str
    given: int | None = None

    @property
    def back(self) -> bool:
        """Is it counted back from a day to come?"""
        return self.clock.kind is ClockKind.BEFORE

    @property
    def fixed(self) -> bool:
        """Does it leave no choice of the day?"""
        return self.clock.kind in (ClockKind.ON, ClockKind.EXACTLY)

    @property
    def closes(self) -> bool:
        """Is there a last day, counted from what starts it?"""
        return self.clock.kind is ClockKind.WITHIN or self.fixed

    @property
    def opens(self) -> bool:
        """Is there a first day, later than the day that starts it?"""
        return self.waits or self.fixed

    @property
    def waits(self) -> bool:
        """Is there a first day alone?"""
        return self.clock.kind is ClockKind.WAIT

    @property
    def carried(self) -> bool:
        """Is it counted by the calendar from a day that is sought?"""
        counted = not (self.back or self.clock.sitting or self.clock.day)
        return counted and self.given is None and bool(self.start)

    def due(self, day: int) -> int:
        """The day to which it leads (day numbers). Raises InputError outside the calendar."""
        return day if self.clock.day else due_day(self.clock, day, self.zone)

    def latest_start(self, day: int) -> int:
        """The last day from which it leads to a day or before it (day numbers). Raises InputError as `due`."""
        return latest_trigger(self.clock, day, self.zone)


@dataclass(frozen=True, slots=True)
class StepPeriods:
    """The periods of a step of a way that may hold: counted from a day that is sought, and bound otherwise.

    `ending` are those that give the last day: the ones that are known to hold, else all that may.
    """

    carried: tuple[WayPeriod, ...]
    bounds: tuple[WayPeriod, ...]
    covered: bool
    """Does one or another of them hold in every case?"""

    @property
    def sure(self) -> bool:
        """Is one that gives the last day known to hold?"""
        return any(each.sure and each.closes for each in self.carried)

    @property
    def ending(self) -> tuple[WayPeriod, ...]:
        """The carried periods that give the last day: those known to hold, or where there are none all that may."""
        lasting = [each for each in self.carried if each.closes]
        return tuple(each for each in lasting if each.sure) or tuple(lasting)

    @property
    def unbound(self) -> bool:
        """Is there nothing that sets a last day?"""
        return not self.ending and all(each.waits for each in self.bounds)

    @property
    def conditional(self) -> bool:
        """Are there only periods of which it may be that none holds?"""
        lasting = [each for each in (*self.carried, *self.bounds) if not each.waits]
        return bool(lasting) and not self.covered and not any(each.sure for each in lasting)

    def by_start(self) -> dict[str, tuple[WayPeriod, ...]]:
        """The ending periods by what starts them."""
        names = dict.fromkeys(each.start for each in self.ending)
        return {name: tuple(each for each in self.ending if each.start == name) for name in names}


def periods_of(ways: Ways, leg: Leg, before: Iterable[Leg], after: Iterable[Leg]) -> StepPeriods:
    """The periods of a step, given the legs of the way before it and after it. What is missed starts nothing."""
    earlier = {each.step: each.name for each in before if not each.missed}
    live = tuple(_live(ways, leg, earlier, {each.step: each.name for each in after}))
    carried = tuple(each for each in live if each.carried)
    bounds = tuple(each for each in live if not each.carried and (each.start or each.clock.day))
    lasting = [each.finding for each in (*carried, *bounds) if not each.waits]
    return StepPeriods(carried, bounds, _covered(ways, lasting))


def _live(ways: Ways, leg: Leg, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[WayPeriod]:
    clocks = {clock.name: clock for clock in ways.law.program.clocks if clock.occurrence == leg.occurrence}
    zone = ways.law.procedure.law.constitution.zone
    for finding in ways.findings(leg.step):
        clock, holds = clocks.get(finding.name), ways.truth(finding.applies)
        if clock is None or holds is False:
            continue
        start = _start(ways, clock, after if clock.kind is ClockKind.BEFORE else before)
        given = ways.known.get(clock.day or start)
        day = given if isinstance(given, int) and not isinstance(given, bool) else None
        yield WayPeriod(finding, clock, start, holds is True, zone, day)


def _start(ways: Ways, clock: Clock, steps: Mapping[str, str]) -> str:
    """What starts a period: a step on the way in its latest round so far, or a day that the case gives."""
    names, facts = starts(ways.law.procedure, clock.triggers), ways.law.procedure.file.facts
    return next((steps.get(name, name) for name in names if name in steps or name in facts), "")


def _covered(ways: Ways, findings: list[Finding]) -> bool:
    """Does one of some provisions apply in every case that the given facts leave open?"""
    if not findings:
        return False
    program = ways.law.program
    names = Names(ways.law.procedure, program.course)
    names.types |= program.types
    days = {name: _SOME_DAYS for name, kind in names.types.items() if kind.kind is Kind.DAY}
    left = days | names.domains() | {name: (value,) for name, value in ways.given.items()}
    if (matters := ways.law.matters()) and MATTER not in ways.given:
        left[MATTER] = tuple(matters)
    return covers([each.applies for each in findings], left, add_list)
