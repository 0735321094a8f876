"""The deadlines of a judgement: each period that runs, with its count, and whether it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.counted import counted
from majlis.questions.limits import Timed, iso, timed_at
from majlis.questions.verdict import TimelineEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.judgement import Judgement


def deadlines(found: Judgement) -> tuple[TimelineEntry, ...]:
    """The deadlines of the steps that the case reached, and the steps for which the text sets none."""
    return (*_running(found), *_undated(found))


def _running(found: Judgement) -> Iterator[TimelineEntry]:
    for place in dict.fromkeys(clock.occurrence for clock in found.program.clocks):
        for timed in timed_at(found, place) if f"reach.{place}" in found.held else ():
            if timed.timing is not None and f"{timed.finding.name}.na" not in found.held:
                yield _entry(timed)


def _entry(timed: Timed) -> TimelineEntry:
    found, finding, timing = timed.found, timed.finding, timed.timing
    assert timing is not None  # noqa: S101 - only clocks that run become entries
    return TimelineEntry(
        step=finding.step,
        act=str(found.record.values.get(f"{finding.occurrence}.act", finding.step)),
        state=timed.state.value,
        earliest=iso(timed.earliest) if timing.due is not None else None,
        due=iso(timed.latest),
        done=iso(timing.done),
        provision=f"{finding.norm.constitution}/{finding.provision.cite}",
        counting=counted(found.case, timed.clock, timing),
    )


def _undated(found: Judgement) -> Iterator[TimelineEntry]:
    timed = {clock.occurrence for clock in found.program.clocks}
    for step in found.awaited:
        occurrences = [o.name for o in found.program.course.occurrences if o.step == step]
        if not any(name in timed for name in occurrences):
            by = found.program.course.steps[step].by
            cite = f"{found.case.procedure.law.folder.name}/{by}" if by else ""
            yield TimelineEntry(step, step, "undated", None, None, None, cite, "The text sets no period.")
