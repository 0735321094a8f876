"""The last days of the steps of a way, counted from its end to its beginning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.questions.way_periods import StepPeriods, WayPeriod, periods_of

if TYPE_CHECKING:
    from majlis.questions.way import Leg
    from majlis.questions.ways import Ways


@dataclass(frozen=True, slots=True)
class Carried:
    """A period that carries the last day of a step back to what starts it; `at_once` where no haste shortens it."""

    period: WayPeriod
    step: str
    at_once: bool


@dataclass
class CountingBack:
    """Counts back along a way, from the day by which its end must be reached (day numbers)."""

    ways: Ways
    way: tuple[Leg, ...]
    by: int
    whole: dict[str, int] = field(default_factory=dict)
    """The last day of each step if every later one takes the whole of its period."""
    at_once: dict[str, int] = field(default_factory=dict)
    """The last day of each step if every later one is done on the first day that the text allows."""
    wanted: dict[str, int] = field(default_factory=dict)
    """As `whole`, before the steps were brought within the periods that earlier steps start."""
    carried: list[Carried] = field(default_factory=list)
    periods: dict[str, StepPeriods] = field(default_factory=dict)
    legs: dict[str, Leg] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the periods of every step."""
        for place, leg in enumerate(self.way):
            self.legs[leg.name] = leg
            self.periods[leg.name] = periods_of(self.ways, leg, self.way[:place], self.way[place + 1 :])

    def run(self) -> None:
        """Count back, the last step first; then see that whoever keeps the days keeps every period."""
        whole = at_once = self.by
        for leg in reversed(self.way):
            name = leg.name
            self.whole[name] = whole = self._last(leg, min(whole, self.whole.get(name, whole)), self.whole)
            self.at_once[name] = at_once = self._last(leg, min(at_once, self.at_once.get(name, at_once)), self.at_once)
            self._carry_all(leg)
        self.wanted = {**self.whole}
        for _ in self.way:  # each round settles at least one step more
            before = {**self.whole}, {**self.at_once}
            for days in (self.whole, self.at_once):
                self._within_their_periods(days)
                self._in_order(days)
            if before == (self.whole, self.at_once):
                break

    def beginnings(self) -> tuple[str, ...]:
        """The days that are sought and start a period; else the first step at which somebody acts."""
        return self.facts() or self.acting()[:1]

    def facts(self) -> tuple[str, ...]:
        """The days, no steps of the way, that start a period, those of its beginning first."""
        names = dict.fromkeys(each.period.start for each in self.carried)
        return tuple(name for name in names if name not in self.legs)

    def acting(self) -> tuple[str, ...]:
        """The steps of the way at which somebody acts."""
        steps = self.ways.law.program.course.steps
        return tuple(leg.name for leg in self.way if steps[leg.step].awaited)

    def order(self) -> tuple[str, ...]:
        """The days that start a period first, then the steps of the way at which somebody acts."""
        return (*self.facts(), *self.acting())

    def step_of(self, name: str) -> str:
        """The step of a leg; for a day that starts a period its own name."""
        return self.legs[name].step if name in self.legs else name

    def _last(self, leg: Leg, day: int, days: dict[str, int]) -> int:
        """The last day of a step that must come by a day, as its own periods leave it.

        A step that is missed has its period run out on that day: the one before what follows.
        """
        if leg.late:
            return day
        its = self.periods[leg.name]
        day -= leg.missed
        for bound in its.bounds:
            due = self.bound_day(bound, days)
            if due is not None and not bound.waits and not (leg.missed and bound.back):
                day = min(day, due)
        ending = its.ending
        if ending and all(each.fixed for each in ending):
            choose = min if its.sure else max
            day = choose(each.due(each.latest_start(day)) for each in ending)
        return day

    @staticmethod
    def bound_day(bound: WayPeriod, days: dict[str, int]) -> int | None:
        """The day to which a period leads that does not start on the way; None where the case does not give it."""
        anchor = bound.given if bound.given is not None else days.get(bound.start)
        return None if anchor is None or bound.clock.sitting else bound.due(anchor)

    def _carry_all(self, leg: Leg) -> None:
        """Carry the last day of a step to what starts its periods."""
        its, lapses = self.periods[leg.name], leg.missed or leg.late
        fixed = its.sure or all(each.fixed for each in its.ending)
        # Of several that hold the shortest binds; of several of which only one will hold, the longest may.
        choose = max if its.sure else min
        for same in its.by_start().values():
            picked = choose(same, key=lambda each: each.latest_start(self.whole[leg.name]))
            self._carry(Carried(picked, leg.name, lapses or (fixed and picked.fixed)))
        for each in its.carried:
            if each.sure and each.opens:
                self._carry(Carried(each, leg.name, at_once=True))

    def _carry(self, each: Carried) -> None:
        if each in self.carried:
            return
        self.carried.append(each)
        start = each.period.start
        self._lower(self.whole, start, self.start_of(each, self.whole))
        if each.at_once:
            self._lower(self.at_once, start, self.start_of(each, self.at_once))
        elif start not in self.legs:
            self._lower(self.at_once, start, self.at_once[each.step])

    def start_of(self, each: Carried, days: dict[str, int]) -> int:
        """The last day on which a period may start, by the day of its step; a late act comes when it is over."""
        return each.period.latest_start(days[each.step] - self.legs[each.step].late)

    @staticmethod
    def _lower(days: dict[str, int], name: str, day: int) -> None:
        days[name] = min(day, days.get(name, day))

    def _within_their_periods(self, days: dict[str, int]) -> None:
        """Let no step come after the period that the day of its start gives, the first step first."""
        for leg in self.way:
            its = self.periods[leg.name]
            choose = min if its.sure else max
            for start, same in its.by_start().items() if not leg.late else ():
                self._lower(days, leg.name, choose(each.due(days[start]) for each in same))

    def _in_order(self, days: dict[str, int]) -> None:
        """Let no step come after the next, nor later than what it starts allows; the beginning stays as it is."""
        first, after = self.way[0].name, self.by
        for leg in reversed(self.way):
            if leg.name != first:
                self._lower(days, leg.name, after - leg.missed)
            after = days[leg.name]
            for each in self.carried:
                begun = each.period.start
                if each.step == leg.name and each.at_once and begun in self.legs and begun != first:
                    self._lower(days, begun, self.start_of(each, days))
