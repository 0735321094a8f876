"""The findings of a judgement, each with what was required, what there was, and which part decided it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from majlis.logic.explain import because
from majlis.logic.tree import Condition, Name, every, names
from majlis.logic.truth import truth, value
from majlis.procedure.program import EndKind
from majlis.questions.verdict import FindingResult
from majlis.voting.majority import least

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.program import Clock, Finding, Majority, Program
    from majlis.questions.judgement import Judgement

SEQUENCE = "sequence"
MOST_KEPT = 5_000  # explanations of one program


def findings(found: Judgement) -> tuple[FindingResult, ...]:
    """Every finding of the steps that the case reached, then every act out of place."""
    reached = [f for f in found.program.findings if f"reach.{f.occurrence}" in found.held or _waits(found, f)]
    return (*(_result(found, each) for each in reached), *_out_of_place(found))


def findings_at(found: Judgement, occurrence: str) -> tuple[FindingResult, ...]:
    """The findings of one occurrence of a step, whether or not the case reached it."""
    return tuple(_result(found, each) for each in found.program.findings if each.occurrence == occurrence)


def result_of(found: Judgement, finding: Finding) -> str:
    """met, breached, failed, not_applicable, pending or unknown."""
    if f"{finding.name}.na" in found.held:
        return "not_applicable"
    if f"{finding.name}.met" in found.held:
        return "met"
    if f"{finding.name}.bad" in found.held:
        return "breached" if finding.provision.duty else "failed"
    done = found.record.values.get(f"{finding.occurrence}.done", True)
    return "unknown" if done or finding.provision.not_known or _may_be_over(found, finding) else "pending"


def _may_be_over(found: Judgement, finding: Finding) -> bool:
    """Has a period begun of which it is not known whether it is over?"""
    begun = finding.provision.kind == "deadline" and finding.name in found.record.timings
    return begun and f"over.{finding.name}" not in found.record.values


def _waits(found: Judgement, finding: Finding) -> bool:
    """Is the step of a finding one of several that are awaited?"""
    return any(
        end.kind is EndKind.AWAITS
        and finding.step in end.awaited
        and finding.occurrence in _coming(found, finding.step)
        for end in found.ends
    )


def _coming(found: Judgement, step: str) -> tuple[str, ...]:
    """The next occurrence of an awaited step: the first whose act has not been done."""
    names = [
        o.name
        for o in found.program.course.occurrences
        if o.step == step and not found.record.values.get(f"{o.name}.done")
    ]
    return tuple(names[:1])


def _result(found: Judgement, finding: Finding) -> FindingResult:
    result = result_of(found, finding)
    required, actual = _majority(found, finding) if finding.majorities and result != "not_applicable" else (None, None)
    margin = actual - required if actual is not None and required is not None else None
    provision = finding.provision
    return FindingResult(
        f"{finding.norm.constitution}/{provision.cite}", finding.edition, provision.kind, finding.step,
        finding.occurrence, result, provision.says, _because(found, finding, result),
        required, actual, margin, provision.not_known or provision.note,
        finding.counted.path.rpartition(".")[2] if isinstance(finding.counted, Name) else "",
        _wanting(found, finding) if result == "unknown" else (),
    )  # fmt: skip


def _wanting(found: Judgement, finding: Finding) -> tuple[str, ...]:
    """The names on the record for want of which a finding is unknown."""
    names = found.lacking(finding.applies) | found.lacking(finding.test)
    clock = next((each for each in found.program.clocks if each.name == finding.name), None)
    if clock is not None and clock.day and clock.day not in found.record.values:
        return (clock.day,)
    if clock is not None and clock.sitting and names <= {f"{word}.{clock.name}" for word in ("slack", "since")}:
        return (_wanting_of_clock(found, clock),)
    return tuple(sorted(names))


def _wanting_of_clock(found: Judgement, clock: Clock) -> str:
    """What a period in sitting days wants first: the day that starts it, that of the act, or the sittings."""
    if clock.name not in found.record.timings:
        start = clock.triggers[0]
        return start if start in found.case.procedure.file.facts else f"{start}.date"
    done = found.record.values.get(f"{clock.occurrence}.done")
    undated = done and f"since.{clock.name}" not in found.record.values
    return f"{'since' if undated else 'slack' if done else 'over'}.{clock.name}"


def _majority(found: Judgement, finding: Finding) -> tuple[int | None, int | None]:
    """The votes that were required and those that were reached (votes)."""
    actual = value(finding.counted, found.known) if finding.counted else None
    due = {_votes(found, finding, m) for m in finding.majorities if truth(m.when, found.known) is not False}
    return (due.pop() if len(due) == 1 else None), actual


def _votes(found: Judgement, finding: Finding, majority: Majority) -> int | None:
    """The least number of votes that reaches a majority; a share is rounded only to be shown."""
    if majority.votes is not None:
        return majority.votes + finding.more_than
    base = value(majority.base, found.known) if majority.base else None
    if base is None or majority.share is None:
        return None
    return least(majority.share, int(base), more_than=finding.more_than)


def _because(found: Judgement, finding: Finding, result: str) -> tuple[str, ...]:
    """What decided a finding, in words. The same figures lead to the same words, which are kept."""
    if result == "pending":
        return ()
    if finding.name in found.record.timings and result != "not_applicable":
        return (_timed(found, finding),)
    kept: dict[object, tuple[str, ...]] = found.program.cache.setdefault("because", {})
    part, read = _reasons(found.program, finding, result)
    key = (finding.name, result, *(found.known.get(name) for name in read))
    if key not in kept:
        if len(kept) > MOST_KEPT:
            kept.clear()
        kept[key] = tuple(because(part, found.known))
    return kept[key]


def _reasons(program: Program, finding: Finding, result: str) -> tuple[Condition, tuple[str, ...]]:
    """The condition that is to be explained, and the names that it reads."""
    kept: dict[object, tuple[Condition, tuple[str, ...]]] = program.cache.setdefault("reasons", {})
    key = (finding.name, result == "not_applicable")
    if key not in kept:
        part = finding.applies if key[1] else every((finding.applies, finding.test))
        kept[key] = part, tuple(sorted(names(part)))
    return kept[key]


def _timed(found: Judgement, finding: Finding) -> str:
    timing = found.record.timings[finding.name]
    began = date.fromordinal(timing.trigger).isoformat()
    due = "on a day that is not known" if timing.due is None else date.fromordinal(timing.due).isoformat()
    undated = found.record.values.get(f"{finding.occurrence}.done")
    done = "done on an unknown day" if undated else "not done"
    if timing.done is not None:
        done = f"done {date.fromordinal(timing.done).isoformat()}"
    word = "from" if finding.provision.wait and finding.provision.after else "due"
    return f"begun {began}, {word} {due}, {done}"


def _out_of_place(found: Judgement) -> Iterator[FindingResult]:
    for occurrence in (*found.program.course.occurrences,):
        for fault, says in (("stray", _STRAY), ("early", _EARLY)):
            if f"{fault}.{occurrence.name}" in found.held:
                yield _sequence(found, occurrence.step, occurrence.name, f"{says}{_ruled(found, occurrence.step)}")
    if "stray.unplaced" in found.held:
        for act in found.placed.nowhere:
            yield _sequence(
                found, act.act, act.act, f"The act {act.act} stands where no step awaits it: it is without basis."
            )


def _ruled(found: Judgement, name: str) -> str:
    """Which norms say how a step is taken, for an act that did not follow them."""
    step = found.program.course.steps[name]
    cites = dict.fromkeys([norm.cite for norm in step.norms] + ([step.by] if step.by else []))
    return f" What governs it: {', '.join(cites)}." if cites else ""


_STRAY = "This act was done though nothing had led to it: it is without basis."
_EARLY = "This act is dated before the step that it follows, or while the period of that step was still running."


def _sequence(found: Judgement, step: str, occurrence: str, says: str) -> FindingResult:
    constitution = found.case.procedure.law.folder.name
    edition = found.editions.get(occurrence, found.editions[""])
    return FindingResult(f"{constitution}/{SEQUENCE}", edition, SEQUENCE, step, occurrence, "breached", says)
