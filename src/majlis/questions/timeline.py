"""The timeline of a judgement: each deadline with its count, and whether it was kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from majlis.calendar.count import in_words
from majlis.calendar.dates import written
from majlis.calendar.length import Unit
from majlis.procedure.program import ClockKind
from majlis.questions.findings import result_of
from majlis.questions.verdict import TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.program import Clock, Finding
    from majlis.questions.judgement import Judgement
    from majlis.scenario.record import Timing


def timeline(found: Judgement) -> tuple[TimelineEntry, ...]:
    """The deadlines of the steps that the case reached, and the steps for which the text sets none."""
    return (*_deadlines(found), *_undated(found))


def _deadlines(found: Judgement) -> Iterator[TimelineEntry]:
    clocks = {clock.name: clock for clock in found.program.clocks}
    for finding in found.program.findings:
        timing = found.record.timings.get(finding.name)
        reached = f"reach.{finding.occurrence}" in found.held
        if timing is None or not reached or f"{finding.name}.na" in found.held:
            continue
        clock = clocks[finding.name]
        act = found.record.values.get(f"{finding.occurrence}.act", finding.step)
        opens = _opens(clock, timing)
        due = None if clock.kind is ClockKind.WAIT else _iso(timing.due)
        yield TimelineEntry(
            finding.step, str(act), _state(found, finding, timing, opens), _iso(opens), due,
            _iso(timing.done), f"{finding.norm.constitution}/{finding.provision.cite}", counted(clock, timing),
        )  # fmt: skip


def _opens(clock: Clock, timing: Timing) -> int | None:
    """The first day on which the act is in place; None where only the last one is fixed."""
    if clock.kind is ClockKind.BEFORE:
        return None
    return timing.trigger if clock.kind is ClockKind.WITHIN else timing.due


def _state(found: Judgement, finding: Finding, timing: Timing, opens: int | None) -> str:
    result = result_of(found, finding)
    if timing.done is None and found.record.values.get(f"{finding.occurrence}.done"):
        return "unknown"
    if timing.done is None:
        return "overdue" if result == "breached" else "open"
    if result == "met":
        return "in_time"
    if result == "unknown":
        return "unknown"
    return "premature" if opens is not None and timing.done < opens else "late"


def _undated(found: Judgement) -> Iterator[TimelineEntry]:
    timed = {clock.occurrence for clock in found.program.clocks}
    for step in found.awaited:
        occurrences = [o.name for o in found.program.course.occurrences if o.step == step]
        if not any(name in timed for name in occurrences):
            by = found.program.course.steps[step].by
            cite = f"{found.case.procedure.law.folder.name}/{by}" if by else ""
            yield TimelineEntry(step, step, "undated", None, None, None, cite, "The text sets no period.")


def counted(clock: Clock, timing: Timing) -> str:
    """The count behind a due date, as one would defend it before others."""
    if clock.fixed is not None or clock.length is None:
        return f"the day fixed after {written(timing.trigger)}: {written(timing.due)}"
    if clock.kind is ClockKind.BEFORE:
        return f"{clock.length} back from {written(timing.trigger)}: {written(timing.due)} at the latest"
    if clock.length.unit is Unit.HOUR:
        return f"{clock.length} of elapsed time from {written(timing.trigger)}"
    return in_words(timing.trigger, clock.length, clock.convention)


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()
