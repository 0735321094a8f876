"""Who acts for whom on the day of a case, down its line of succession, and who must act next?"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from majlis.procedure.program import EndKind
from majlis.questions.decide import Decider
from majlis.questions.verdict import SilenceMet, TimelineEntry, Track  # noqa: TC001 - pydantic reads the annotations
from majlis.questions.votes.deciding import NOT_APPLICABLE
from majlis.scenario.case import Case, bind_case
from majlis.scenario.record import IN_OFFICE, vacated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.procedure.course import Occurrence
    from majlis.procedure.model import Step
    from majlis.questions.judgement import Judgement
    from majlis.questions.verdict import Verdict
    from majlis.scenario.model import Scenario

SCHEMA = "majlis/who_acts/1"
WAITS, UNKNOWN = "waits", "unknown"


@dataclass(frozen=True, slots=True)
class Holder:
    """An office of a line of succession: whether its turn has come, and what is known of it.

    `state` is in_office, vacant (before its turn), ended (the line is over), how it was left, waits (its turn has
    not come) or unknown; `left` and `cause` say when and how it fell vacant, if it did; `follows` is what comes then.
    """

    office: str
    title: str
    state: str
    left: str | None = None
    cause: str | None = None
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of succession, in the order of the edition that governs it, and who acts by it."""

    step: str
    provision: str
    edition: str
    open: bool
    holders: tuple[Holder, ...]
    acts: str | None = None
    says: str = ""
    silence: str = ""


@dataclass(frozen=True, slots=True)
class Next:
    """A step that is awaited: which acts take it, who may, by which provision, and the dates that are set."""

    step: str
    acts: tuple[str, ...]
    actors: tuple[str, ...]
    provision: str
    edition: str
    dates: tuple[TimelineEntry, ...]
    instead: bool = False
    """Is it awaited in place of the one before, whichever comes?"""


@dataclass(frozen=True, slots=True)
class WhoActs:
    """Who acts on the day of a case, and who must act next; `exit` is the exit status of its verdict."""

    procedure: str
    title: str
    as_of: str
    status: str
    outcome: str | None
    says: str
    lines: tuple[Line, ...]
    next: tuple[Next, ...]
    tracks: tuple[Track, ...]
    silences: tuple[SilenceMet, ...]
    missing: tuple[str, ...]
    depends_on: tuple[str, ...]
    exit: int

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}


def who_acts(
    case: Case | Scenario, *, engine: str | None = None, readings: Iterable[str] = (), decider: Decider | None = None
) -> WhoActs:
    """Say who acts for whom in a scenario on its day of judgement, and who must act next. Raises InputError."""
    judge = decider or Decider(engine)
    bound = case if isinstance(case, Case) else bind_case(case)
    asked = tuple(readings)
    verdict, found = judge.decide(bound, asked), judge.judge(bound, asked)
    tracks = [end.awaited for end in found.ends] or [tuple((verdict.awaits or "").split(" or "))]
    awaited = {step: bool(place) for steps in tracks for place, step in enumerate(steps) if step}
    lines = tuple(_line(found, step) for step in found.program.course.lines)
    return WhoActs(
        verdict.procedure, verdict.title, verdict.as_of, verdict.status, verdict.outcome, verdict.says,
        lines, tuple(_next(found, verdict, *each) for each in awaited.items()),
        verdict.tracks, tuple(each for each in verdict.silences if not each.crossed), verdict.missing,
        verdict.depends_on, verdict.exit,
    )  # fmt: skip


def _line(found: Judgement, step: str) -> Line:
    """A line of succession as it stands."""
    course = found.program.course
    places = [here for here in course.occurrences if here.step == step]
    ends = [end for end in found.ends if end.step == step and end.holder]
    acting = next((end for end in ends if end.kind is EndKind.OUTCOME), None)
    silent = next((end for end in ends if end.kind is EndKind.SILENCE), None)
    return Line(
        step, course.steps[step].each, found.editions.get(f"{step}.1", _opened(found)),
        any(f"reach.{here.name}" in found.held for here in places), tuple(_holders(found, places)),
        acting.holder if acting else None,
        found.case.procedure.file.outcomes.get(acting.what, "") if acting else "", silent.what if silent else "",
    )  # fmt: skip


def _opened(found: Judgement) -> str:
    """The edition in which the steps of the case were taken up: its line is the one that counts."""
    days = [(act.day, here.name) for here, act in found.placed.at.items() if act.day is not None]
    return found.editions.get(min(days)[1], found.editions[""]) if days else found.editions[""]


def _holders(found: Judgement, places: list[Occurrence]) -> Iterator[Holder]:
    titles = found.case.procedure.law.constitution.actors()
    for here in sorted(places):
        step, office = found.program.course.steps[here.step], found.program.course.lines[here.step][here.round - 1]
        side = next(each for each in found.case.procedure.file.alongside if step.act in each.awaited)
        act, cause = vacated(side, found.placed, office)
        state = found.record.values.get(f"{here.name}.left", UNKNOWN)
        turn = f"reach.{here.name}" in found.held
        left = date.fromordinal(act.day).isoformat() if act and act.day is not None else None
        yield Holder(
            office, titles.get(office, office), str(state) if turn else WAITS, left, cause,
            _follows(step, str(state), last=found.program.course.next_holder(here) is None) if turn else "",
        )  # fmt: skip


def _follows(step: Step, state: str, *, last: bool) -> str:
    """What follows when an office of the line is in a state: `next`, a silence in words, or nothing."""
    target = step.left.get(state)
    if target is None or state == IN_OFFICE or (target.to and last):
        return ""
    return target.silent or target.to or ""


def _next(found: Judgement, verdict: Verdict, name: str, instead: bool) -> Next:  # noqa: FBT001 - one of a pair
    """An awaited step with those who may take it, in the edition of the day, and its dates."""
    step, law = found.program.course.steps[name], found.case.procedure.law
    edition = found.editions[""]
    provision = law.norm(step.by).at(edition, dict(found.choices)) if step.by else None
    titles = law.constitution.actors()
    actors = tuple(titles[each] for each in provision.actors or ()) if provision else ()
    idle = {each.provision for each in verdict.findings if each.step == name and each.result == NOT_APPLICABLE}
    dates = (each for each in verdict.timeline if each.step == name and each.done is None)
    return Next(
        name, step.awaited, actors, step.by if provision else "", edition,
        tuple(each for each in dates if each.state != "undated" and each.provision not in idle), instead,
    )  # fmt: skip
