"""What is due when: every step of a case, or of a procedure that begins on a day, with its dates and their count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from majlis.calendar.dates import written
from majlis.engines import engine as engine_named
from majlis.errors import InputError
from majlis.questions.asking import in_words
from majlis.questions.editions_in_flight import in_flight
from majlis.questions.judgement import judge
from majlis.questions.limits import iso
from majlis.questions.other_dates import OtherDates
from majlis.questions.plan import UNKNOWN, one_day, planned
from majlis.questions.readings import choose
from majlis.questions.step_states import depending, next_of
from majlis.questions.timed import BROKEN, Standing, State, TimedStep, Timeline
from majlis.questions.timed_steps import TimedSteps
from majlis.scenario.case import Case, bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from majlis.questions.judgement import Judgement
    from majlis.questions.plan import Day, Done


def timeline(  # noqa: PLR0913 - one parameter for each thing that can be known beforehand
    subject: str | Case | Scenario,
    *,
    begins: date | str | None = None,
    done: Mapping[str, Done] | None = None,
    given: Mapping[str, Any] | None = None,
    matter: str | None = None,
    edition: str | None = None,
    readings: Iterable[str] = (),
    as_of: date | str | None = None,
    engine: str | None = None,
) -> Timeline:
    """The timeline of a case or, under its name (`constitution/procedure`), of a procedure that begins on a day.

    For a procedure, `begins` is the day on which it begins and `done` the days of steps that are done, by step or
    act, or of facts that start a period; in place of a day it may be a mapping of `date` and fields of the act.
    Days are dates or written as `2009-05-20`, `unknown` or, where hours count, `2009-05-20T14:30`. Raises
    InputError for input that cannot be used.
    """
    asked = _several(readings)
    if isinstance(subject, str):
        plan = planned(subject, begins=begins, done=done, given=given, matter=matter, edition=edition, as_of=as_of)
        found = timeline_of(judged(plan.case, asked, engine), plan=True, notes=plan.notes)
        return found if plan.dated else _undated(found)
    if any((begins, done, given, matter)):
        what = "begins, done, given and matter are for procedures, and a case has them itself"
        raise InputError(what, remedy="Put them into the scenario, or name a procedure")
    bound = _dated(subject, edition, as_of)
    return timeline_of(judged(bound, (*bound.scenario.readings, *asked), engine))


def _several(readings: Iterable[str]) -> tuple[str, ...]:
    """Readings that are asked for; one may stand alone. Raises InputError for what are no names."""
    found = (readings,) if isinstance(readings, str) else tuple(readings) if isinstance(readings, Iterable) else ()
    if (readings is not None and not isinstance(readings, Iterable)) or not all(isinstance(e, str) for e in found):
        raise InputError("a reading is no name", remedy="Write such as 'counting=same_day'")
    return found


def _dated(subject: Case | Scenario, edition: str | None, as_of: Day | None) -> Case:
    """A case, in an edition and on a day of judgement if they are asked for. Raises InputError."""
    if not isinstance(subject, Case | Scenario):
        what = f"{type(subject).__name__} is neither a procedure's name nor a case"
        raise InputError(what, remedy="Give such as 'constitution/procedure', a Scenario or a Case")
    scenario = subject if isinstance(subject, Scenario) else subject.scenario
    changed: dict[str, Any] = {"edition": str(edition)} if edition is not None else {}
    changed |= {"as_of": date.fromisoformat(one_day("as_of", as_of))} if as_of is not None else {}
    if not changed and isinstance(subject, Case):
        return subject
    its = subject.procedure if isinstance(subject, Case) else None
    return bind_case(scenario.model_copy(update=changed), its=its)


def _undated(found: Timeline) -> Timeline:
    """A plan of which no day is known: what was counted from the day of judgement says nothing."""
    return replace(found, as_of="", steps=tuple(replace(e, not_before=None, not_after=None) for e in found.steps))


def judged(case: Case, readings: tuple[str, ...], engine: str | None) -> Judgement:
    """A case judged under its readings. Raises InputError for readings and engines that there are not."""
    return judge(case, engine_named(engine), choose(case.procedure, readings) if readings else ())


def timeline_of(
    found: Judgement, *, plan: bool = False, notes: tuple[str, ...] = (), other_readings: bool = True
) -> Timeline:
    """The timeline of what was judged; without other readings it is quicker, and nothing is said of them."""
    steps = tuple(TimedSteps(found, OtherDates(found) if other_readings else None).all())
    end, file = found.outcome, found.case.procedure.file
    used = {each.edition for each in steps} | {limit.edition for each in steps for limit in each.limits}
    used = used or {found.editions[""]}
    return Timeline(
        procedure=found.case.procedure.name,
        title=found.case.scenario.title or file.title,
        plan=plan,
        as_of=iso(found.case.as_of) or "",
        editions=tuple(name for name in found.case.procedure.law.editions if name in used),
        status=found.status,
        outcome=end.what if end else None,
        says=file.outcomes.get(end.what, "") if end else "",
        steps=steps,
        next=next_of(steps),
        depends_on=depending(steps),
        missing=found.missing,
        notes=(*notes, *in_flight(found), *_without_place(found)),
        given={name: str(value) for name, value in found.case.scenario.given.items() if value != UNKNOWN},
        chosen=dict(found.choices),
        exit=_exit(steps),
    )


def _without_place(found: Judgement) -> tuple[str, ...]:
    """The acts that no step awaits."""
    acts = found.placed.nowhere
    days = (f" on {written(act.day)}" if act.day is not None else "" for act in acts)
    return tuple(
        f'The act "{in_words(act.act)}"{day} has no place: no step awaits it'
        for act, day in zip(acts, days, strict=True)
    )


def _exit(steps: Iterable[TimedStep]) -> int:
    """0 all in time, 1 a period was not kept, 3 a missing day or fact leaves that open."""
    come = (Standing.DONE, Standing.NOW)  # the case has come to them, or ended with them
    ended = (Standing.NO_LONGER, State.OVERDUE)
    live = [e for e in steps if e.standing in come or e.barred or (e.standing, e.state) == ended]
    limits = [limit for each in live for limit in each.limits]
    if any(limit.duty and limit.state in BROKEN and not limit.applies for limit in limits):
        return 1
    return 3 if any(limit.state is State.UNKNOWN for limit in limits) else 0
