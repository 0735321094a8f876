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
    from collections.abc import Iterable, Mapping

    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import Clock
    from majlis.questions.prospects import Prospects

_OPENS = (ClockKind.WAIT, ClockKind.ON, ClockKind.EXACTLY)


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day on which a step can come."""

    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class _End:
    """A period at whose end a step opens or closes, and the names of what may start it.

    `due` is the day to which the last of them leads by its time of day, where hours count and it is known.
    """

    clock: Clock
    starts: tuple[str, ...]
    due: int | None = None


@dataclass(frozen=True, slots=True)
class _Coming:
    """What bounds an occurrence: those that lead to it, and its periods; of `either` one or another will hold."""

    name: str
    before: tuple[str, ...]
    opens: tuple[_End, ...]
    closes: tuple[_End, ...]
    either: tuple[_End, ...]
    awaited: bool


@dataclass(frozen=True, eq=False)
class ReachInTime:
    """The spans of all occurrences of a case that have come or may still come."""

    prospects: Prospects

    @cached_property
    def days(self) -> dict[str, int | None]:
        """The days of the acts and of the date facts, by their names on the record."""
        record = self.prospects.found.record
        kinds = self.prospects.found.case.procedure.file.facts
        given = self.prospects.found.case.facts
        facts = {name: int(value) for name, value in given.items() if name in kinds and kinds[name].type == "date"}
        return {**facts, **{name: act.day for name, act in record.acts.items()}}

    def spans(self, days: Mapping[str, int | None] | None = None, as_of: int | None = None) -> dict[str, Span]:
        """The span of each occurrence, by name: that of an act done is its day.

        With `days` and `as_of` the same acts and facts are taken to fall on other days.
        """
        known = self.days if days is None else days
        today = self.prospects.found.case.as_of if as_of is None else as_of
        found: dict[str, Span] = {}
        for coming in self.comings:
            if coming.name in known:
                found[coming.name] = Span(known[coming.name], known[coming.name])
            else:
                found[coming.name] = self._span(coming, found, known, today)
        return found

    @cached_property
    def comings(self) -> tuple[_Coming, ...]:
        """The occurrences that have come or may still come, each after all that can lead to it."""
        judged = self.prospects.found
        course, placed = judged.program.course, judged.placed.at
        live = [h for h in course.occurrences if h in placed or self.prospects.reached(h.name) is not False]
        return tuple(self._coming(here, {each.name for each in live}) for here in live)

    def _coming(self, here: Occurrence, live: set[str]) -> _Coming:
        course = self.prospects.found.program.course
        before = tuple(each.name for each in course.before[here] if each.name in live)
        awaited = bool(course.steps[here.step].awaited)
        if here in self.prospects.found.placed.at:
            return _Coming(here.name, before, (), (), (), awaited)
        clocks = [each for each in timed_at(self.prospects.found, here.name) if self._holds(each) is not False]
        sure = [each for each in clocks if self._holds(each)]
        ending = [each for each in clocks if each.clock.kind is not ClockKind.WAIT]
        either = ending if len(sure) < len(clocks) and self._covered(ending) else []
        return _Coming(
            here.name, before, self._ends(each for each in sure if each.clock.kind in _OPENS),
            self._ends(each for each in sure if each in ending), self._ends(either), awaited,
        )  # fmt: skip

    def _holds(self, timed: Timed) -> bool | None:
        return self.prospects.holds(timed.finding)

    def _ends(self, several: Iterable[Timed]) -> tuple[_End, ...]:
        return tuple(_End(each.clock, self._starts(each), _by_the_hour(each)) for each in several)

    def _starts(self, timed: Timed) -> tuple[str, ...]:
        """The names of what has started a period, and of what comes first where it still comes."""
        if timed.timing is None:
            return timed.clock.triggers
        place = timed.clock.triggers.index(timed.timing.start)
        later = (name for name in timed.clock.triggers[:place] if self._still_comes(name))
        return (*later, timed.timing.start)

    def _still_comes(self, name: str) -> bool:
        """May an act that has not been done come yet, and so start a period?"""
        return name not in self.prospects.found.record.acts and self.prospects.reached(name) is not False

    def _covered(self, clocks: list[Timed]) -> bool:
        """Will one of some periods hold in every case?"""
        found = self.prospects.found
        names = Names(found.case.procedure, found.program.course)
        names.types |= found.program.types
        domains = names.domains()
        settled = {name: (self.prospects.known[name],) for name in domains if name in self.prospects.known}
        return bool(clocks) and covers([each.finding.applies for each in clocks], domains | settled, add_list)

    def _span(
        self, coming: _Coming, spans: Mapping[str, Span], days: Mapping[str, int | None], today: int
    ) -> Span:  # fmt: skip
        if not (coming.opens or coming.closes or coming.either):
            firsts_before = [spans[name].first for name in coming.before]
            day = firsts_before[0] if len(firsts_before) == 1 else _least(firsts_before)
            return Span(max(day or today, today) if coming.awaited else day)
        firsts = [_least([spans[name].first for name in coming.before])]
        firsts += [self._day(end, spans, days, last=False) for end in coming.opens]
        firsts += [today] if coming.awaited else []  # what is not on the record by then has not happened
        lasts = [self._day(end, spans, days, last=True) for end in coming.closes]
        either = [self._day(end, spans, days, last=True) for end in coming.either]
        lasts += [] if None in either or not either else [max(day for day in either if day is not None)]
        last = _least(lasts)
        if coming.awaited and last is not None and last < today:
            last = None  # it is late already, and nothing bounds it any more
        return Span(max((day for day in firsts if day is not None), default=None), last)

    def _day(
        self, end: _End, spans: Mapping[str, Span], days: Mapping[str, int | None], *, last: bool
    ) -> int | None:  # fmt: skip
        """The day to which a period leads, from the first or the last day on which it can start."""
        if end.clock.day:
            return days.get(end.clock.day)
        if end.due is not None and len(end.starts) == 1:
            return end.due
        starts = [_start(spans[name], last=last) if name in spans else days.get(name) for name in end.starts]
        known = [day for day in starts if day is not None]
        if not known or end.clock.sitting or (last and len(known) < len(starts)):
            return None
        return due_day(
            end.clock, (max if last else min)(known), self.prospects.found.case.procedure.law.constitution.zone
        )


def _by_the_hour(timed: Timed) -> int | None:
    """The day on which a period in hours ends that began at a known time."""
    timing = timed.timing
    known = timing is not None and timing.started is not None and timing.started.earliest == timing.started.latest
    return timing.due if timing is not None and known else None


def _start(span: Span, *, last: bool) -> int | None:
    return span.last if last else span.first


def _least(days: Iterable[int | None]) -> int | None:
    return min((day for day in days if day is not None), default=None)
