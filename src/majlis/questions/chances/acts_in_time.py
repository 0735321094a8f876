"""Days for acts that are only imagined: each on a day on which it keeps its periods, or when it has been missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.limits import timed_at
from majlis.questions.prospects import Prospects
from majlis.questions.reach_in_time import ReachInTime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.course import Occurrence
    from majlis.questions.judgement import Judgement


def days_for(found: Judgement, here: Occurrence) -> Iterator[int]:
    """Days (day numbers) on which a step may be taken that keeps all periods, the likeliest to do so first."""
    last = found.case.as_of
    if not found.case.acts:
        yield last
    yield last + 1
    first = ReachInTime(Prospects(found)).spans().get(here.name)
    bounds = [first.first] if first else []
    bounds += [day for each in timed_at(found, here.name) for day in (each.earliest, each.latest)]
    yield from sorted({day for day in bounds if day is not None and day > last + 1})
    yield last


def kept(found: Judgement, here: Occurrence) -> bool:
    """Did an act keep all periods and the order of the steps?"""
    clocks = {clock.name for clock in found.program.clocks}
    if {f"early.{here.name}", f"stray.{here.name}"} & found.held:
        return False
    at = (each.name for each in found.program.findings if each.occurrence == here.name)
    return not any(name in clocks and f"{name}.bad" in found.held for name in at)


def overdue_from(found: Judgement, here: Occurrence) -> int | None:
    """The day (day number) from which an act that has not come has been missed; None where no period runs."""
    last = [each.latest for each in timed_at(found, here.name) if f"{each.finding.name}.na" not in found.held]
    known = [day for day in last if day is not None]
    return max(max(known) + 1, found.case.as_of) if known else None
