"""Between which days a step can come: when all before it are done on their first day, and on their last.

The bounds are valid and may be wide: one step may lead to another in several ways, and not all of them are open
at once. Days are day numbers; None where nothing bounds them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.law.constitution import add_list
from majlis.logic.cover import covers
from majlis.procedure.program import ClockKind
from majlis.procedure.scope import Names
from majlis.questions.limits import Timed, timed_at
from majlis.scenario.clocks import due_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import Clock
    from majlis.questions.prospects import Prospects

_OPENS = (ClockKind.WAIT, ClockKind.ON, ClockKind.EXACTLY)


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day on which a step can come."""

    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, eq=False)
class ReachInTime:
    """The spans of all occurrences of a case that have come or may still come."""

    prospects: Prospects

    @cached_property
    def spans(self) -> dict[str, Span]:
        """The span of each occurrence, by name: that of an act done is its day."""
        found: dict[str, Span] = {}
        placed = self.prospects.found.placed
        for here in self.prospects.found.program.course.occurrences:
            if here in placed.at:
                day = placed.at[here].day
                found[here.name] = Span(day, day)
            elif self.prospects.reached(here.name) is not False:
                found[here.name] = self._span(here, found)
        return found

    def _span(self, here: Occurrence, known: dict[str, Span]) -> Span:
        judged = self.prospects.found
        before = [known[each.name].first for each in judged.program.course.before[here] if each.name in known]
        clocks = [each for each in timed_at(judged, here.name) if self.prospects.holds(each.finding) is not False]
        sure = [each for each in clocks if self.prospects.holds(each.finding)]
        firsts = [_least(before), *(self._end(each, known, last=False) for each in sure if each.clock.kind in _OPENS)]
        lasts = [self._end(each, known, last=True) for each in sure if _closes(each.clock)]
        if len(sure) < len(clocks):
            lasts.append(self._one_of(clocks, known))
        if judged.program.course.steps[here.step].awaited:
            firsts.append(judged.case.as_of)  # what is not on the record by then has not happened
        return Span(max((day for day in firsts if day is not None), default=None), _least(lasts))

    def _one_of(self, clocks: list[Timed], known: dict[str, Span]) -> int | None:
        """The last day where some period applies in every case: the latest of their ends."""
        ending = [each for each in clocks if _closes(each.clock)]
        ends = [self._end(each, known, last=True) for each in ending]
        if not ends or None in ends or not self._covered(ending):
            return None
        return max(day for day in ends if day is not None)

    def _covered(self, clocks: Iterable[Timed]) -> bool:
        found = self.prospects.found
        names = Names(found.case.procedure, found.program.course)
        names.types |= found.program.types
        domains = names.domains()
        settled = {name: (self.prospects.known[name],) for name in domains if name in self.prospects.known}
        return covers([each.finding.applies for each in clocks], domains | settled, add_list)

    def _end(self, timed: Timed, known: dict[str, Span], *, last: bool) -> int | None:
        """The day to which a period leads, from the first or the last day on which it can start."""
        if timed.clock.day:
            return timed.timing.due if timed.timing else None
        starts = [self._start(name, timed, known, last=last) for name in self._open_starts(timed)]
        if not starts or (last and None in starts):
            return None
        days = [day for day in starts if day is not None]
        zone = self.prospects.found.case.procedure.law.constitution.zone
        return due_day(timed.clock, (max if last else min)(days), zone) if days and not timed.clock.sitting else None

    def _open_starts(self, timed: Timed) -> list[str]:
        """The triggers that may still start a period, and the one that has."""
        if timed.timing is None:
            return list(timed.clock.triggers)
        place = timed.clock.triggers.index(timed.timing.start)
        later = timed.clock.triggers[:place]  # they come first where there is one
        return [*(name for name in later if self.prospects.reached(name) is None), timed.timing.start]

    def _start(self, name: str, timed: Timed, known: dict[str, Span], *, last: bool) -> int | None:
        if timed.timing is not None and name == timed.timing.start:
            return timed.timing.trigger
        if name in known:
            return known[name].last if last else known[name].first
        fact = self.prospects.found.record.values.get(name)
        return fact if isinstance(fact, int) else None


def _closes(clock: Clock) -> bool:
    return clock.kind is not ClockKind.WAIT


def _least(days: Iterable[int | None]) -> int | None:
    return min((day for day in days if day is not None), default=None)
