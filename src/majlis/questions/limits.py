"""The limits of a step: each period that governs it, with its dates, its count and how the act stands to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from majlis.calendar.hours import Minutes, end_of_hours
from majlis.calendar.moment import in_utc
from majlis.logic.truth import truth
from majlis.procedure.program import ClockKind
from majlis.questions.asking import without_round
from majlis.questions.counted import counted
from majlis.questions.findings import result_of
from majlis.questions.formulas import formula, relative, starts
from majlis.questions.timed import Limit, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.program import Clock, Finding
    from majlis.questions.judgement import Judgement
    from majlis.questions.timed import OtherDate
    from majlis.scenario.clocks import Timing

# What can no longer be kept once its day is over, as against a duty that is overdue.
_LAPSES = (ClockKind.EXACTLY, ClockKind.BEFORE)


@dataclass(frozen=True, slots=True)
class Timed:
    """A clock of a judgement with its finding, and what it showed; `timing` is None where it has not started."""

    found: Judgement
    finding: Finding
    clock: Clock
    timing: Timing | None

    @property
    def earliest(self) -> int | None:
        """The first day on which the act is in place (day number); None where nothing bounds it, or it is not known."""
        if self.timing is None or self.clock.kind is ClockKind.BEFORE:
            return None
        return self.timing.trigger if self.clock.kind is ClockKind.WITHIN else self.timing.due

    @property
    def latest(self) -> int | None:
        """The last day on which the act is in time (day number); None as for `earliest`."""
        return None if self.timing is None or self.clock.kind is ClockKind.WAIT else self.timing.due

    @property
    def state(self) -> State:
        """How the act, or its absence, stands to the period."""
        done = self.found.record.values.get(f"{self.finding.occurrence}.done")
        return self._state_of_act() if done else self._state_of_waiting()

    @property
    def days(self) -> int | None:
        """Days by which the act came too late or too early; those left or overdue where it has not come."""
        if self.timing is None or (self.latest is None and self.earliest is None):
            return None
        state, day = self.state, self.timing.done
        if day is None:
            return None if self.latest is None else abs(self.latest - self.found.case.as_of)
        if state is State.LATE and self.latest is not None:
            return day - self.latest
        return self.earliest - day if state is State.PREMATURE and self.earliest is not None else None

    def _state_of_act(self) -> State:
        result = result_of(self.found, self.finding)
        if result == "met" or (result == "unknown" and self._kept_if_it_applies()):
            return State.IN_TIME
        if self.timing is None or self.timing.done is None or result in ("unknown", "pending"):
            return State.UNKNOWN
        return State.PREMATURE if self._early() else State.LATE

    def _kept_if_it_applies(self) -> bool:
        """Was the act in time, whether or not the norm applies?"""
        return not self.finding.provision.not_known and truth(self.finding.test, self.found.known) is True

    def _early(self) -> bool:
        """Was an act out of time done too early, as against too late?"""
        kind, timing = self.clock.kind, self.timing
        if timing is None or timing.done is None or kind is ClockKind.BEFORE:
            return False
        if kind is ClockKind.WITHIN:
            return timing.done < timing.trigger
        slack = self.found.record.values.get(f"slack.{self.clock.name}")
        return isinstance(slack, int) and slack > 0

    def _state_of_waiting(self) -> State:
        if self.timing is None:
            return State.UNKNOWN if self._started_on_an_unknown_day() else State.OPEN
        over = self.found.record.values.get(f"over.{self.clock.name}")
        if over is None:
            return State.UNKNOWN
        if self.clock.kind is ClockKind.WAIT or not isinstance(over, int) or over <= 0:
            return State.OPEN
        if self.clock.kind in _LAPSES:
            return State.IMPOSSIBLE
        missed = result_of(self.found, self.finding) in ("breached", "failed") and not self._perhaps_passed_by()
        return State.OVERDUE if missed else State.UNKNOWN

    def _perhaps_passed_by(self) -> bool:
        """Has the case not come to the step, as far as is known?"""
        reach = f"reach.{self.finding.occurrence}"
        return reach in self.found.program.by_name and reach not in self.found.held

    def _started_on_an_unknown_day(self) -> bool:
        acts = self.found.record.acts
        return any(name in acts and acts[name].day is None for name in self.clock.triggers)


def timed_at(found: Judgement, occurrence: str) -> Iterator[Timed]:
    """The clocks of an occurrence."""
    clocks = {clock.name: clock for clock in found.program.clocks if clock.occurrence == occurrence}
    for finding in found.program.findings:
        if finding.name in clocks:
            clock = clocks[finding.name]
            started = None if _starts_anew(found, clock) else found.record.timings.get(finding.name)
            yield Timed(found, finding, clock, started)


def _starts_anew(found: Judgement, clock: Clock) -> bool:
    """Will a step that the case has not reached have another start by then than the one that its period has?

    So it is where a start that counts before is still to come, and where what has started it is to be done once more.
    """
    timing, reach = found.record.timings.get(clock.name), f"reach.{clock.occurrence}"
    if timing is None or clock.occurrence in found.record.acts or reach in found.held:
        return False
    earlier = clock.triggers[: clock.triggers.index(timing.start)]
    if any(f"reach.{name}" in found.held and name not in found.record.acts for name in earlier):
        return True
    return found.known.get(reach) is False and _comes_again(found, without_round(timing.start)[0])


def _comes_again(found: Judgement, step: str) -> bool:
    """Is a step that was done awaited once more?"""
    rounds = [here for here in found.program.course.occurrences if here.step == step and here not in found.placed.at]
    return any(f"reach.{here.name}" in found.held for here in rounds)


def limit(timed: Timed, applies: str, others: tuple[OtherDate, ...]) -> Limit:
    """The limit that a clock sets; `applies` is the condition that is still open, or empty."""
    found, finding, clock, timing = timed.found, timed.finding, timed.clock, timed.timing
    its, start, ends = found.case.procedure, _start(timed), _last_minute(timed)
    return Limit(
        provision=f"{finding.norm.constitution}/{finding.provision.cite}",
        edition=finding.edition,
        kind=finding.provision.kind,
        says=finding.provision.says,
        period=period_of(timed),
        start=" or ".join(start),
        begun=iso(timing.trigger) if timing else None,
        earliest=iso(timed.earliest),
        latest=iso(timed.latest),
        time=ends.first.time if ends else None,
        counting=counted(found.case, clock, timing) if timing else formula(its, clock, start),
        convention=clock.period.rule.name,
        applies=applies,
        state=timed.state,
        days=timed.days,
        doubt=finding.provision.doubt,
        others=others,
        duty=finding.provision.duty,
        ends=f"{in_utc(ends.earliest).replace(tzinfo=None).isoformat(timespec='minutes')}Z" if ends else None,
    )


def period_of(timed: Timed) -> str:
    """The period relative to what starts it, such as `within 14 days of the vote`."""
    return relative(timed.found.case.procedure, timed.finding, _start(timed))


def _start(timed: Timed) -> tuple[str, ...]:
    """The step or fact that has started a period; those that may, where none has."""
    triggers = [timed.timing.start] if timed.timing else timed.clock.triggers
    return starts(timed.found.case.procedure, triggers)


def _last_minute(timed: Timed) -> Minutes | None:
    """The last minute in time of a period in hours; None for other periods, and where it is not known."""
    if timed.timing is None or timed.timing.started is None or timed.clock.length is None:
        return None
    zone = timed.found.case.procedure.law.constitution.zone
    end = end_of_hours(timed.timing.started, timed.clock.length.number, zone)
    return end if end.exact else None


def iso(day: int | None) -> str | None:
    """A day number as an ISO date."""
    return None if day is None else date.fromordinal(day).isoformat()
