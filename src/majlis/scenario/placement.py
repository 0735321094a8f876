"""Which act belongs to which step.

Placement looks only at the order of the acts and at where steps lead, never at whether a vote passed:
judging is the engine's part. An act goes to
  1. a step that directly follows where the record stands; else
  2. the earliest step that the record passed over without its act; else
  3. a step that follows if what directly follows is missed; else
  4. the nearest step further on; else
  5. it has no place, which is a finding.
Acts fall in the order of their days; on one day an act that directly follows comes first, then step order.
Acts without a day come last and first fill what was passed over.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from majlis.procedure.course import Course, Occurrence
    from majlis.procedure.model import Alongside
    from majlis.scenario.case import Acted


@dataclass
class Placed:
    """Acts by occurrence, in the order in which they were placed; acts alongside by step; acts without a place."""

    at: dict[Occurrence, Acted] = field(default_factory=dict)
    alongside: dict[str, list[Acted]] = field(default_factory=dict)
    nowhere: list[Acted] = field(default_factory=list)


def place(course: Course, sides: Sequence[Alongside], acts: Iterable[Acted]) -> Placed:
    """Every act of a case at its step. Raises InputError for two of a kind on one day that nothing tells apart."""
    return _Placement(course, sides).place(list(acts))


def tested_on(here: Occurrence, course: Course, placed: Placed) -> int | None:
    """The day of a test of facts (day number): that of the act before it, or else of the first one after.

    Other tests in between are passed over. None without an act on either side, and where one that decides the
    day has no day itself.
    """
    before = [act.day for act in _acts_before(here, course, placed)]
    after = [placed.at[later].day for later in course.onward[here] if later in placed.at]
    known = [day for day in before or after if day is not None]
    return None if len(known) < len(before or after) else (max if before else min)(known, default=None)


def _acts_before(here: Occurrence, course: Course, placed: Placed) -> list[Acted]:
    """The acts that lead to a step, directly or by way of tests."""
    seen: set[Occurrence] = set()
    todo = list(course.before[here])
    while todo:
        source = todo.pop()
        if source not in seen and source not in placed.at and not course.steps[source.step].awaited:
            todo += course.before[source]
        seen.add(source)
    return [placed.at[source] for source in seen if source in placed.at]


class _Placement:
    def __init__(self, course: Course, sides: Sequence[Alongside]) -> None:
        self.course = course
        self.sides = {act: side for side in sides for act in side.awaited}
        self.placed = Placed()
        self.passed_over: set[Occurrence] = set()

    def place(self, acts: list[Acted]) -> Placed:
        days: dict[int, list[Acted]] = {}
        for act in acts:
            if act.act in self.sides:
                self.placed.alongside.setdefault(self.sides[act.act].step, []).append(act)
            elif act.day is not None:
                days.setdefault(act.day, []).append(act)
        for day in sorted(days):
            self._day(day, days[day])
        undated = [act for act in acts if act.day is None and act.act not in self.sides]
        _tell_apart(None, undated)
        for act in sorted(undated, key=self._rank):
            self._put(act, self._skipped(act) or self._directly(act) or self._after_missed(act) or self._further(act))
        for side in self.placed.alongside.values():
            side.sort(key=lambda act: (act.day is None, act.day or 0, act.time or "", repr(sorted(act.values.items()))))
        return self.placed

    def _day(self, day: int, acts: list[Acted]) -> None:
        _tell_apart(day, acts)
        waiting = sorted(acts, key=lambda act: (act.time or "", self._rank(act)))
        while waiting:
            first = min(range(len(waiting)), key=lambda n: (self._directly(waiting[n]) is None, n))
            act = waiting.pop(0 if waiting[first].time else first)
            self._put(act, self._directly(act) or self._skipped(act) or self._after_missed(act) or self._further(act))

    def _rank(self, act: Acted) -> tuple[int, str]:
        places = [self.course.place[name] for name, step in self.course.steps.items() if act.act in step.awaited]
        return min(places, default=len(self.course.place)), act.act

    def _put(self, act: Acted, here: Occurrence | None) -> None:
        if here is None:
            self.placed.nowhere.append(act)
            return
        self.passed_over.discard(here)
        self.placed.at[here] = act

    def _fits(self, act: Acted, here: Occurrence) -> bool:
        step = self.course.steps[here.step]
        return here not in self.placed.at and act.act in step.awaited and act.step in (None, here.step)

    def _following(self) -> list[Occurrence]:
        """The steps that directly follow where the record stands, the latest first."""
        found: dict[Occurrence, None] = dict.fromkeys(self.course.opening)
        for here, act in reversed(self.placed.at.items()):
            found |= dict.fromkeys(self.course.awaited_after(here, act.act))
        return [here for here in found if here not in self.placed.at]

    def _behind_missed(self) -> list[Occurrence]:
        """The steps that follow if those that directly follow are missed."""
        behind = [there for here in self._following() for there in self.course.awaited_if_missed(here)]
        return [here for here in dict.fromkeys(behind) if here not in self.placed.at]

    def _directly(self, act: Acted) -> Occurrence | None:
        return self._first(act, self._following())

    def _after_missed(self, act: Acted) -> Occurrence | None:
        return self._first(act, self._behind_missed())

    def _first(self, act: Acted, choices: Iterable[Occurrence]) -> Occurrence | None:
        skipped = {here.step for here in self.passed_over}
        return next((here for here in choices if self._fits(act, here) and here.step not in skipped), None)

    def _skipped(self, act: Acted) -> Occurrence | None:
        return next(
            (here for here in self.course.occurrences if here in self.passed_over and self._fits(act, here)), None
        )

    def _further(self, act: Acted) -> Occurrence | None:
        """The nearest step further on; the steps on the way count as passed over."""
        way: dict[Occurrence, Occurrence | None] = dict.fromkeys([*self._following(), *self._behind_missed()])
        todo = list(way)
        while todo:
            here = todo.pop(0)
            if self._fits(act, here):
                self._pass_over(here, way)
                return here
            for there in self.course.after(here):
                if there not in way:
                    way[there] = here
                    todo.append(there)
        return None

    def _pass_over(self, here: Occurrence, way: dict[Occurrence, Occurrence | None]) -> None:
        before = way[here]
        while before is not None:
            if self.course.steps[before.step].awaited and before not in self.placed.at:
                self.passed_over.add(before)
            before = way[before]


def _tell_apart(day: int | None, acts: list[Acted]) -> None:
    """Refuse two acts of a kind on one day, or on unknown days, that nothing puts in order."""
    for act in acts:
        twins = [other for other in acts if other.act == act.act]
        marks = {twin.step if day is None else (twin.time, twin.step) for twin in twins}
        if len(twins) > 1 and len(marks) < len(twins):
            when = "unknown days" if day is None else dt.date.fromordinal(day).isoformat()
            what = f"{len(twins)} acts {act.act!r} on {when} cannot be told apart"
            raise InputError(
                what, remedy="Give each its `step:`" if day is None else "Give each its `time:` or `step:`"
            )
