"""Was the procedure followed, what is the outcome, and what does the text leave open?"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from majlis.engines import engine as engine_named
from majlis.errors import InputError
from majlis.procedure.program import EndKind
from majlis.questions.findings import findings
from majlis.questions.judgement import FIRST_DAY, Judgement, judge
from majlis.questions.readings import Explored, choose, explore
from majlis.questions.timeline import timeline
from majlis.questions.verdict import ReadingTried, SilenceMet, Track, Verdict
from majlis.scenario.case import Case, bind_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.engines import Engine
    from majlis.law.provision import Question
    from majlis.logic.truth import Value
    from majlis.procedure.program import Finding
    from majlis.scenario.model import Scenario

MOST_COMPLETIONS = 200


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
        return _verdict(found, self.engine, explore(bound, self.engine, found))


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
    case, outcome = found.case, found.outcome
    file = case.procedure.file
    either_way, settled = _either_way(found, engine)
    status, end = (settled.status, settled.outcome) if settled else (found.status, outcome)
    shown = settled or found
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
        findings=findings(found),
        timeline=timeline(found),
        silences=tuple(_silences(found)),
        readings=tuple(_readings(found, explored)),
        depends_on=explored.turning,
        missing=() if settled else found.missing,
        exit=settled.exit if settled else found.exit,
        digest=_digest(found),
        holder=end.holder or None if end else None,
        tracks=tuple(_tracks(found)),
        chosen=dict(found.choices),
        either_way=either_way,
        all_combinations_tried=explored.complete,
    )


def _either_way(found: Judgement, engine: Engine) -> tuple[tuple[str, ...], Judgement | None]:
    """The missing facts that make no difference, when every value of theirs leads to the same verdict."""
    if not found.missing or found.status != "undetermined":
        return (), None
    domains = {name: found.program.types[name] for name in found.missing if name in found.program.types}
    values: dict[str, tuple[Value, ...]] = {
        name: tuple(sorted(kind.words)) if kind.words else (True, False) if kind.kind == "boolean" else ()
        for name, kind in domains.items()
    }
    if "matter" in values:
        values["matter"] = found.case.procedure.matters
    count = 1
    for each in values.values():
        count *= len(each)
    if len(values) < len(found.missing) or not 0 < count <= MOST_COMPLETIONS:
        return (), None
    seen = [_completed(found, engine, dict(zip(values, chosen, strict=True))) for chosen in product(*values.values())]
    same = len({each.signature for each in seen}) == 1 and not seen[0].missing
    return (found.missing, seen[0]) if same else ((), None)


def _completed(found: Judgement, engine: Engine, facts: dict[str, Value]) -> Judgement:
    from majlis.law.constitution import matter_list  # noqa: PLC0415 - rarely needed
    from majlis.scenario.record import Record  # noqa: PLC0415 - as above

    values = {**found.record.values, **facts}
    if "matter" in facts:
        values["matter.list"] = matter_list(str(facts["matter"]))
    held = engine.holding(found.program, values)
    record = Record(values, found.record.timings)
    return Judgement(found.case, found.choices, found.editions, found.placed, found.program, record, held)


def _editions(found: Judgement) -> tuple[str, ...]:
    order = found.case.procedure.law.editions
    used = {edition for name, edition in found.editions.items() if name or found.awaited or len(found.editions) == 1}
    return tuple(edition for edition in order if edition in used)


def _silences(found: Judgement) -> Iterator[SilenceMet]:
    steps = found.program.course.steps
    frame = found.case.procedure.law.folder.name

    def cite(step: str) -> str:
        model = steps[step]
        return f"{frame}/{model.norms[0].cite if model.norms else model.each or model.by}"

    for crossing in found.program.crossings:
        if crossing.name in found.held:
            yield SilenceMet(cite(crossing.step), crossing.step, crossing.says, crossed=True, left_to=crossing.left_to)
    for end in found.ends:
        if end.kind is EndKind.SILENCE:
            yield SilenceMet(cite(end.step), end.step, end.what, crossed=False, left_to=end.left_to)
        elif end.kind is EndKind.CAP:
            says = f"The loop at {end.what} is followed no further: the text sets it no end."
            yield SilenceMet(cite(end.step), end.step, says, crossed=False)


def _readings(base: Judgement, explored: Explored) -> Iterator[ReadingTried]:
    for each in explored.tried:
        found = each.judgement
        outcome = found.outcome.what if found.outcome else " or ".join(found.awaited)
        asks, source = about(found, each.question, each.reading)
        taken = dict(base.choices).get(each.question) or reading_by_default(found, each.question)
        yield ReadingTried(
            each.question, asks, each.reading, source, outcome, found.status, each.turns,
            found.exit, taken, about(found, each.question, taken)[1],
        )  # fmt: skip


def reading_by_default(found: Judgement, question: str) -> str:
    """The reading of a question that holds where nobody chose one."""
    if question.startswith(FIRST_DAY):
        return "latest"
    return next((place.default for place in found.program.raised.get(question, ())), "")


def about(found: Judgement, question: str, reading: str, at: str = "") -> tuple[str, str]:
    """What a question asks, and where a reading comes from: at an occurrence, or where the case meets it."""
    frame = found.case.procedure.law.constitution
    if question.startswith(FIRST_DAY):
        name = question.removeprefix(FIRST_DAY)
        edition = next(each for each in frame.editions if each.edition == name)
        return f"Was the edition of {name} already in force?", edition.first_day.source
    stated = _stated(found, question)
    asks = (
        frame.questions[question].asks
        if question in frame.questions
        else next((q.asks for _, q in stated if q.asks), "")
    )
    sources = [
        (_distance(found, finding, at), q.options[reading].source) for finding, q in stated if reading in q.options
    ]
    return asks, min(sources, key=lambda source: source[0])[1] if sources else ""


def _stated(found: Judgement, question: str) -> list[tuple[Finding | None, Question]]:
    """Every place at which the content states a question: a norm that is tested, or (None) a step."""
    cache = found.program.cache
    if (key := f"stated.{question}") not in cache:
        norms = [(each, each.norm.entry.readings) for each in found.program.findings]
        steps = [(None, step.readings) for step in found.case.procedure.file.steps]
        cache[key] = [(each, readings[question]) for each, readings in (*norms, *steps) if question in readings]
    stated: list[tuple[Finding | None, Question]] = cache[key]
    return stated


def _distance(found: Judgement, finding: Finding | None, at: str) -> tuple[bool, bool, bool]:
    """How far a norm is from the matter: at another step, not reached, or not applicable."""
    if finding is None:
        return bool(at), False, False
    return finding.occurrence != at, f"reach.{finding.occurrence}" not in found.held, f"{finding.name}.na" in found.held


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
    whole = [cache["law"], found.choices, case.procedure.name, case.as_of, case.scenario.edition, facts, acts]
    return hashlib.sha256(json.dumps(whole).encode()).hexdigest()
