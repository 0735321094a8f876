"""The last days of the steps of a way, counted from its end to its beginning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.calendar.dates import written
from majlis.procedure.program import ClockKind
from majlis.questions.formulas import relative, starts
from majlis.questions.latest_days import Back, LatestDay
from majlis.questions.limits import iso
from majlis.scenario.clocks import latest_trigger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.program import Clock, Finding
    from majlis.questions.needs import StepNeeds
    from majlis.questions.ways import Ways

_OPENS = (ClockKind.WAIT, ClockKind.ON, ClockKind.EXACTLY)
_CLOSES = (ClockKind.WITHIN, ClockKind.ON, ClockKind.EXACTLY)


@dataclass(frozen=True, slots=True)
class _Period:
    """A period of a step, what starts it on the way, and whether it is known to hold."""

    finding: Finding
    clock: Clock
    start: str
    sure: bool


@dataclass
class CountingBack:
    """Counts back along a way, from the day by which its last step must be done (day numbers)."""

    ways: Ways
    way: tuple[str, ...]
    by: int
    whole: dict[str, int] = field(default_factory=dict)
    """The last day of each step if every later one takes the whole of its period."""
    at_once: dict[str, int] = field(default_factory=dict)
    """The last day of each step if every later one is done on the first day that the text allows."""
    backs: dict[str, list[Back]] = field(default_factory=dict)
    """The periods that each step, or each day that the case gives, starts."""
    no_period: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Count back, the last step first: it must be done by the day, and each before the one that follows."""
        whole = at_once = self.by
        for place in range(len(self.way) - 1, -1, -1):
            step = self.way[place]
            self.whole[step] = whole = min(whole, self.whole.get(step, whole))
            self.at_once[step] = at_once = min(at_once, self.at_once.get(step, at_once))
            self._periods(step, self.way[:place])

    def order(self) -> tuple[str, ...]:
        """The days that start a period first, then the steps of the way at which somebody acts."""
        facts = [name for name in self.backs if name not in self.way]
        steps = self.ways.law.program.course.steps
        return (*facts, *(name for name in self.way if steps[name].awaited))

    def latest(self, name: str, step: StepNeeds | None) -> LatestDay:
        """What was found of a step or of a day that starts a period."""
        by = step.by if step else None
        return LatestDay(
            name, step.acts if step else (), by.actors if by else (), by.provision if by else "",
            iso(self.whole.get(name)), iso(self.at_once.get(name)), tuple(self.backs.get(name, ())),
            name in self.no_period, fact=name not in self.way,
        )  # fmt: skip

    def _periods(self, step: str, before: tuple[str, ...]) -> None:
        """Carry the last day of a step to what starts its periods."""
        live = list(self._live(step, before))
        ending = [each for each in live if each.clock.kind in _CLOSES]
        sure = [each for each in ending if each.sure]
        if before and not ending:
            self.no_period.add(step)
        for start in dict.fromkeys(each.start for each in sure or ending):
            same = [each for each in sure or ending if each.start == start]
            # Of several that hold the shortest binds; of several of which only one will hold, the longest may.
            choose = max if sure else min
            self._carry(step, choose(same, key=lambda each: self._back(each.clock, self.whole[step])))
        for each in live:
            if each.sure and each.clock.kind in _OPENS:
                self._carry(step, each)
                self._lower(self.at_once, each.start, self._back(each.clock, self.at_once[step]))

    def _carry(self, step: str, period: _Period) -> None:
        day = self._back(period.clock, self.whole[step])
        self._lower(self.whole, period.start, day)
        if period.start not in self.way:
            self.at_once.setdefault(period.start, self.at_once[step])
        provision = period.finding.provision
        length = period.clock.length or "the fixed day"
        back = Back(
            step, f"{period.finding.norm.constitution}/{provision.cite}", provision.says,
            relative(self.ways.law.procedure, period.finding, [period.start]),
            f"{length} back from {written(self.whole[step])}: {written(day)}",
            "" if period.sure else provision.applies or "",
        )  # fmt: skip
        if back not in self.backs.setdefault(period.start, []):
            self.backs[period.start].append(back)

    @staticmethod
    def _lower(days: dict[str, int], name: str, day: int) -> None:
        days[name] = min(day, days.get(name, day))

    def _live(self, step: str, before: tuple[str, ...]) -> Iterator[_Period]:
        """The periods of a step that may hold, are counted by the calendar, and start with something on the way."""
        clocks = {clock.name: clock for clock in self.ways.law.program.clocks if clock.occurrence == f"{step}.1"}
        for finding in self.ways.findings(step):
            clock, holds = clocks.get(finding.name), self.ways.truth(finding.applies)
            if clock is None or holds is False or clock.sitting or clock.day or clock.kind is ClockKind.BEFORE:
                continue
            if start := self._start(clock, before):
                yield _Period(finding, clock, start, sure=holds is True)

    def _start(self, clock: Clock, before: tuple[str, ...]) -> str:
        """What starts a period: the latest step on the way so far, or a day that the case gives."""
        names = starts(self.ways.law.procedure, clock.triggers)
        facts = self.ways.law.procedure.file.facts
        return next((name for name in names if name in before or name in facts), "")

    def _back(self, clock: Clock, day: int) -> int:
        return latest_trigger(clock, day, self.ways.law.procedure.law.constitution.zone)
