"""A plan as a template: its dates as functions of the day on which it begins, all else as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.questions.limits import iso
from majlis.questions.moving_limits import MovingLimit, moving_limit
from majlis.questions.other_dates import OtherDates
from majlis.questions.reach_in_time import ReachInTime, Span
from majlis.questions.step_states import bounds, depending, is_open, next_of, state_of
from majlis.questions.timed import Limit, Standing, TimedStep, Timeline
from majlis.questions.timed_steps import TimedSteps

if TYPE_CHECKING:
    from majlis.questions.judgement import Judgement
    from majlis.questions.timed_steps import Row

_NOWHERE = Span()


@dataclass(frozen=True, slots=True)
class _StepForm:
    """A step with its limits; `base` is what it is on one day.

    `place` is its name on the record; `ready` and `reached` say whether what leads to it has, or may have, happened.
    """

    base: TimedStep
    place: str
    limits: tuple[MovingLimit, ...]
    ready: bool
    reached: bool
    moving: bool


class Template:
    """The plan of one edition, to be filled in for a day (day numbers).

    `base` is the timeline of `found`, a plan that knows but one day. It holds for days of the same edition on which
    nothing else differs: ``planner`` says which those are.
    """

    def __init__(self, found: Judgement, base: Timeline) -> None:
        drawn = TimedSteps(found, OtherDates(found))
        self.base = base
        self._reach = ReachInTime(drawn.prospects)
        self._begun = found.case.as_of
        self._steps = tuple(self._step(drawn, row, step) for row, step in zip(drawn.rows(), base.steps, strict=True))

    def moves(self) -> bool:
        """Does the plan know but the day of its beginning, and do its periods run on from there?"""
        days = [day for day in self._reach.days.values() if day is not None]
        runs = all(limit.runs for form in self._steps for limit in form.limits)
        further = (each.other for form in self._steps for each in form.base.further)
        undated = all(other.earliest is None and other.latest is None for other in further)
        return set(days) <= {self._begun} and runs and undated

    def at(self, day: int) -> Timeline:
        """The plan that begins on a day. Raises InputError outside the calendar."""
        begins = iso(day) or ""
        days = {name: day if known == self._begun else known for name, known in self._reach.days.items()}
        spans = self._reach.spans(days, day)
        steps = tuple(self._filled(form, day, begins, spans.get(form.place, _NOWHERE)) for form in self._steps)
        return self._timeline(steps, begins)

    def _timeline(self, steps: tuple[TimedStep, ...], begins: str) -> Timeline:
        base = self.base
        given = {name: begins if name in self._reach.days else value for name, value in base.given.items()}
        return Timeline(
            base.procedure, base.title, base.plan, begins, base.editions, base.status, base.outcome, base.says, steps,
            next_of(steps), depending(steps), base.missing, base.notes, given, base.chosen, base.exit,
        )  # fmt: skip

    def _step(self, drawn: TimedSteps, row: Row, step: TimedStep) -> _StepForm:
        if row.act is None and step.standing is not Standing.NO_LONGER:
            live = [timed for timed, _ in drawn.live(row.place)]
            limits = tuple(moving_limit(drawn, *pair) for pair in zip(live, step.limits, strict=True))
        else:
            limits = tuple(MovingLimit(limit, drawn.found.case) for limit in step.limits)
        reached = row.alongside or f"reach.{row.place}" in drawn.found.held
        moving = any(limit.moving for limit in limits)
        return _StepForm(step, row.place, limits, drawn.ready(row.place), reached, moving)

    def _filled(self, form: _StepForm, day: int, begins: str, span: Span) -> TimedStep:
        """A step as it is when the plan begins on a day."""
        base = form.base
        if base.standing is Standing.NO_LONGER:
            return base
        first = begins if span.first == day else iso(span.first)
        last = iso(span.last)
        if base.done is not None:
            return _changed(base, begins, base.limits, base.earliest, base.latest, None, None)
        if not form.moving:
            return _changed(base, None, base.limits, base.earliest, base.latest, first, last)
        limits = tuple([each.on(day, begins) if each.moving else each.base for each in form.limits])
        earliest, latest = bounds(limits)
        state = state_of(limits, earliest, latest, done=False)
        ready = form.ready and not base.barred and is_open(limits, begins)
        standing = Standing.NOW if ready else Standing.UNSAID if base.standing is Standing.UNSAID else Standing.NOT_YET
        unsettled = any(e.others or e.applies or e.begun is None for e in limits)
        tentative = unsettled or bool(base.further) or not form.reached
        return TimedStep(
            base.step, base.name, base.acts, None, None, base.actors, base.by, base.edition, state, standing,
            earliest, latest, first, last, None, tentative, base.alongside, base.after, limits, base.notes,
            base.if_missed, base.barred, base.gone, base.further,
        )  # fmt: skip


def _changed(  # noqa: PLR0913, PLR0917 - the fields that change, in the order of a step's
    base: TimedStep, done: str | None, limits: tuple[Limit, ...], earliest: str | None, latest: str | None,
    not_before: str | None, not_after: str | None,
) -> TimedStep:  # fmt: skip
    """A step that keeps its state, on other days. (`replace` takes three times as long.)"""
    return TimedStep(
        base.step, base.name, base.acts, base.act, done, base.actors, base.by, base.edition, base.state,
        base.standing, earliest, latest, not_before, not_after, base.late_by, base.tentative, base.alongside,
        base.after, limits, base.notes, base.if_missed, base.barred, base.gone, base.further,
    )  # fmt: skip
