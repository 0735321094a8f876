"""Random courses: acts along the edges of a procedure, in time or about so, now and then one left out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from majlis.errors import InputError
from majlis.questions.judgement import program_of
from majlis.scenario.clocks import due_day
from majlis.testing.choices import number, once_in, one_of_these
from majlis.testing.days import within
from majlis.testing.turning_points import clocks, near, turning_points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.procedure.course import Course, Occurrence
    from majlis.procedure.library import Procedure
    from majlis.testing.choices import Draw

Dated: TypeAlias = dict[str, Any]
"""An act with its day as a number, and nothing else yet."""
_MOST_STEPS = 9
_MOST_BESIDES = 3
_LEAST_GAPS = (0, 0, 1, 2, 7)


class Days:
    """When things happened in a case so far, and so when its periods end."""

    def __init__(self, its: Procedure, edition: str, span: tuple[int, int], facts: dict[str, int]) -> None:
        self.its = its
        self.span = span
        self.program = program_of(its, edition, ())
        self.done = dict(facts)
        self.gaps = gaps_of(its)

    def note(self, step: str, occurrence: str, day: int) -> None:
        """An act was done."""
        self.done[occurrence] = self.done[f"{step}.last"] = day

    def due(self, occurrence: str) -> Iterator[int]:
        """The days at which the periods end that an act at an occurrence has to keep."""
        zone = self.its.law.constitution.zone
        for clock in clocks(self.program).get(occurrence, ()):
            started = next((self.done[name] for name in clock.triggers if name in self.done), None)
            if started is not None:
                try:
                    yield due_day(clock, started, zone)
                except InputError:  # beyond the end of the calendar
                    continue

    def draw(self, draw: Draw, occurrence: str, since: int) -> int:
        """A day for an act, not before another day: at the end of a period, a day beside it, or any later day."""
        ends = [day + by for day in self.due(occurrence) for by in (0, 1, -1) if day + by >= since]
        gap = one_of_these(draw, self.gaps)
        return within(self.span, one_of_these(draw, [since + gap, since, *ends, *ends]) if ends else since + gap)


@lru_cache(maxsize=512)
def gaps_of(its: Procedure) -> tuple[int, ...]:
    """How many days may pass between two acts: few, or about as many as a period has."""
    return (*_LEAST_GAPS, *near(turning_points(its).lengths))


def course_of_acts(draw: Draw, days: Days, begun: int) -> list[Dated]:
    """Acts along the edges of a procedure from a day on; the last entry has no act, only the day of judgement."""
    plan, day, acts = days.program.course, begun, list[Dated]()
    here = plan.entry
    for _ in range(draw(number(0, _MOST_STEPS))):
        awaited = plan.steps[here.step].awaited
        act = one_of_these(draw, awaited) if awaited and not once_in(draw, 10) else None
        if act:
            day = days.draw(draw, here.name, day)
            acts.append({"act": act, "date": day})
            days.note(here.step, here.name, day)
        following = _following(plan, here, act)
        if not following:
            break
        here = one_of_these(draw, following)
    return [*acts, {"act": None, "date": days.draw(draw, here.name, day)}]


def _following(plan: Course, here: Occurrence, act: str | None) -> tuple[Occurrence, ...]:
    """What an act leads to where the act decides it; else all that can follow."""
    decided = plan.steps[here.step].acts.get(act or "")
    return (tuple(plan.ahead(here, decided)) if decided else ()) or plan.after(here)


def acts_besides(draw: Draw, days: Days, near_days: list[int]) -> list[Dated]:
    """Acts alongside, and now and then one that belongs elsewhere."""
    pools, found = _pools(days.its), []
    for _ in range(draw(number(0, _MOST_BESIDES))):
        act = one_of_these(draw, one_of_these(draw, pools))
        moved = one_of_these(draw, (0, 0, -1, 1)) or one_of_these(draw, days.gaps) * one_of_these(draw, (1, -1))
        found.append({"act": act, "date": within(days.span, one_of_these(draw, near_days) + moved)})
    return found


@lru_cache(maxsize=512)
def _pools(its: Procedure) -> tuple[Sequence[str], ...]:
    """Where an act besides comes from: mostly from those alongside, else from the steps, or from anywhere."""
    sides = [act for side in its.file.alongside for act in side.awaited]
    own = [act for step in its.file.steps for act in (*step.acts, *step.awaited)]
    return tuple(pool for pool in (sides, sides, sides, own, sorted(its.law.vocabulary.acts)) if pool)
