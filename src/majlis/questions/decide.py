"""Was the procedure followed, what is the outcome, and what does the text leave open?"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING

from majlis.engines import engine as engine_named
from majlis.engines.trial import Trial
from majlis.errors import InputError
from majlis.procedure.program import EndKind
from majlis.questions.deadlines import deadlines
from majlis.questions.either_way import either_way
from majlis.questions.findings import findings
from majlis.questions.interpretation import about, reading_taken
from majlis.questions.judgement import Judgement, judge
from majlis.questions.readings import Explored, choose, explore
from majlis.questions.verdict import ReadingTried, SilenceMet, Track, Verdict
from majlis.scenario.case import Case, bind_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.engines import Engine
    from majlis.scenario.model import Scenario


class Decider:
    """Decides cases with one engine; what it compiles is kept for the next case."""

    def __init__(self, engine: str | None = None) -> None:
        """Raises InputError for an engine that is not known or not installed."""
        self.engine: Engine = engine_named(engine)

    def judge(self, case: Case, readings: Iterable[str] = ()) -> Judgement:
        """The bare judgement under the case's own readings, later ones overriding. Raises InputError."""
        asked = (*case.scenario.readings, *readings)
        found = judge(case, self.engine, choose(case.procedure, asked) if asked else ())
        _listed(found)
        return found

    def decide(self, case: Case | Scenario, readings: Iterable[str] = ()) -> Verdict:
        """The full verdict on a case. Raises InputError for input that cannot be used."""
        bound = case if isinstance(case, Case) else bind_case(case)
        found = self.judge(bound, readings)
        return _verdict(found, self.engine, explore(bound, Trial(), found))

    def plain(self, found: Judgement) -> Verdict:
        """The verdict on what was judged already, without trying other readings."""
        return _verdict(found, self.engine, Explored((), (), complete=True))


def decide(case: Case | Scenario, *, engine: str | None = None, readings: Iterable[str] = ()) -> Verdict:
    """The verdict on a scenario: what happened held against the text. Raises InputError."""
    return Decider(engine).decide(case, readings)


def _listed(found: Judgement) -> None:
    """Refuse a matter that the governing edition does not list."""
    frame, matter = found.case.procedure.law.constitution, str(found.case.facts.get("matter", ""))
    edition = found.editions[""]
    if matter in frame.matters and not frame.has(frame.matters[matter], edition):
        known = [name for name in found.case.procedure.matters if frame.has(frame.matters[name], edition)]
        raise InputError(f"the edition of {edition} does not list {matter}", remedy=f"It lists {', '.join(known)}")


def _verdict(found: Judgement, engine: Engine, explored: Explored) -> Verdict:
    case = found.case
    file = case.procedure.file
    same = either_way(found)
    shown = same.judgement if same else found
    status, end = shown.status, shown.outcome
    return Verdict(
        procedure=case.procedure.name,
        title=case.scenario.title,
        outcome=end.what if end else None,
        says=file.outcomes.get(end.what, "") if end else "",
        status=status,
        awaits=" or ".join(shown.awaited) or None,
        engine=engine.name,
        editions=_editions(found),
        as_of=date.fromordinal(case.as_of).isoformat(),
        findings=same.findings() if same else findings(found),
        timeline=deadlines(shown),
        silences=tuple(_silences(shown, same.seen if same else ())),
        readings=tuple(_readings(found, explored)),
        depends_on=explored.turning,
        missing=() if same else found.missing,
        exit=shown.exit,
        digest=_digest(found),
        holder=end.holder or None if end else None,
        tracks=tuple(_tracks(shown)),
        chosen=dict(found.choices),
        either_way=same.facts if same else (),
        all_combinations_tried=explored.complete,
    )


def _editions(found: Judgement) -> tuple[str, ...]:
    order = found.case.procedure.law.editions
    used = {edition for name, edition in found.editions.items() if name or found.awaited or len(found.editions) == 1}
    return tuple(edition for edition in order if edition in used)


def _silences(found: Judgement, seen: tuple[Judgement, ...] = ()) -> Iterator[SilenceMet]:
    """The silences that the case ended in, and those that it went past whatever the facts of `seen` are."""
    steps = found.program.course.steps
    frame = found.case.procedure.law.folder.name

    def cite(step: str, name: str) -> str:
        model = steps[step]
        first = model.norms[0].cite if model.norms else model.each or model.by
        return f"{frame}/{_run_out(found, step, name) or first}"

    for crossing in found.program.crossings:
        if crossing.name in found.held and all(crossing.name in each.held for each in seen):
            yield SilenceMet(
                cite(crossing.step, crossing.name), crossing.step, crossing.says, crossed=True, left_to=crossing.left_to
            )
    for end in found.ends:
        if end.kind is EndKind.SILENCE:
            yield SilenceMet(cite(end.step, end.name), end.step, end.what, crossed=False, left_to=end.left_to)
        elif end.kind is EndKind.CAP:
            says = f"The loop at {end.what} is followed no further: the text sets it no end."
            yield SilenceMet(cite(end.step, end.name), end.step, says, crossed=False)


def _run_out(found: Judgement, step: str, name: str) -> str:
    """The deadline whose lapse a silence is about."""
    if not name.partition("@")[0].endswith((".late", ".missed")):
        return ""
    late = [f for f in found.program.findings if f.step == step and f.provision.timed and f"{f.name}.bad" in found.held]
    return late[0].provision.cite if late else ""


def _readings(base: Judgement, explored: Explored) -> Iterator[ReadingTried]:
    for each in explored.tried:
        found = each.judgement
        outcome = found.outcome.what if found.outcome else " or ".join(found.awaited)
        asks, source = about(found, each.question, each.reading)
        taken = reading_taken(base, each.question)
        yield ReadingTried(
            each.question, asks, each.reading, source, outcome, found.status, each.turns,
            found.exit, taken, about(found, each.question, taken)[1],
        )  # fmt: skip


def _tracks(found: Judgement) -> Iterator[Track]:
    if len(found.tracks) < 2:
        return
    for track in found.tracks:
        end = next((each for each in found.ends if each.track == track), None)
        status = (
            {EndKind.OUTCOME: "concluded", EndKind.AWAITS: "pending"}.get(end.kind, "undetermined")
            if end
            else "undetermined"
        )
        outcome = end if end and end.kind is EndKind.OUTCOME else None
        awaits = " or ".join(end.awaited) if end and end.awaited else None
        yield Track(
            track, status, outcome.what if outcome else None, (outcome.holder or None) if outcome else None, awaits
        )


def _digest(found: Judgement) -> str:
    """A fingerprint of law, readings and case: equal input gives an equal one."""
    cache = found.program.cache
    if "law" not in cache:
        norms = sorted((f.name, f.edition, repr(f.provision)) for f in found.program.findings)
        cache["law"] = hashlib.sha256(repr((norms, sorted(found.program.course.steps.items()))).encode()).hexdigest()
    case = found.case
    acts = sorted(
        repr((a.act, a.day, a.time, a.step, sorted(a.values.items()), sorted(a.tally.items()))) for a in case.acts
    )
    facts = sorted((name, str(fact)) for name, fact in case.facts.items())
    sat = sorted((body, each.first, each.last, each.days) for body, each in case.sittings.items())
    whole = [cache["law"], found.choices, case.procedure.name, case.as_of, case.scenario.edition, facts, acts]
    whole += [sat] if sat else []
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()
