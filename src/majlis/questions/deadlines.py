"""The deadlines of a judgement: each period with its count, and whether it was kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from majlis.procedure.program import ClockKind
from majlis.questions.counted import counted
from majlis.questions.findings import result_of
from majlis.questions.verdict import TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.program import Clock, Finding
    from majlis.questions.judgement import Judgement
    from majlis.scenario.clocks import Timing


def deadlines(found: Judgement) -> tuple[TimelineEntry, ...]:
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
            finding.step, str(act), _state(found, finding, clock, timing), _iso(timing.due and opens), due,
            _iso(timing.done), f"{finding.norm.constitution}/{finding.provision.cite}",
            counted(found.case, clock, timing),
        )  # fmt: skip


def _opens(clock: Clock, timing: Timing) -> int | None:
    """The first day on which the act is in place; None where only the last one is fixed, or it is not known."""
    if clock.kind is ClockKind.BEFORE:
        return None
    return timing.trigger if clock.kind is ClockKind.WITHIN else timing.due


def _state(found: Judgement, finding: Finding, clock: Clock, timing: Timing) -> str:
    result = result_of(found, finding)
    if timing.done is None and found.record.values.get(f"{finding.occurrence}.done"):
        return "unknown"
    if timing.done is None:
        return {"breached": "overdue", "failed": "overdue", "unknown": "unknown"}.get(result, "open")
    if result == "met":
        return "in_time"
    if result == "unknown":
        return "unknown"
    return "premature" if _early(found, clock, timing) else "late"


def _early(found: Judgement, clock: Clock, timing: Timing) -> bool:
    """Was an act out of time done too early, as against too late?"""
    if clock.kind in (ClockKind.WITHIN, ClockKind.BEFORE):
        return clock.kind is ClockKind.WITHIN and timing.done is not None and timing.done < timing.trigger
    slack = found.record.values.get(f"slack.{clock.name}")
    return isinstance(slack, int) and slack > 0


def _undated(found: Judgement) -> Iterator[TimelineEntry]:
    timed = {clock.occurrence for clock in found.program.clocks}
    for step in found.awaited:
        occurrences = [o.name for o in found.program.course.occurrences if o.step == step]
        if not any(name in timed for name in occurrences):
            by = found.program.course.steps[step].by
            cite = f"{found.case.procedure.law.folder.name}/{by}" if by else ""
            yield TimelineEntry(step, step, "undated", None, None, None, cite, "The text sets no period.")


def _iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()
