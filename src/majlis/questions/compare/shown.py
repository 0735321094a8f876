"""A case that shows a difference, told: how it stands on both sides, what matters of it, which readings undo it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from majlis.engines.trial import Trial
from majlis.questions.compare.differences import OtherReading, Shown, Under
from majlis.questions.compare.pair import NOTHING, at_fault, result
from majlis.questions.compare.sentences import end_words, ends_sentence, finding_sentence
from majlis.questions.compare.what_matters import facts_that_matter
from majlis.questions.findings import findings_at
from majlis.questions.judgement import FIRST_DAY, under

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from majlis.procedure.program import Finding
    from majlis.questions.compare.pair import Pair
    from majlis.questions.judgement import Judgement

Labels = tuple[str, str]


def shown_finding(pair: Pair, findings: tuple[Finding | None, Finding | None], labels: Labels) -> Shown:
    """A case in which a finding comes out otherwise."""
    finding = next(each for each in findings if each)
    names = tuple((each or finding).name for each in findings)
    one, other = (
        _under(found, label, each or finding)
        for found, label, each in zip(pair.judgements, labels, findings, strict=True)
    )
    known = facts_that_matter(pair, findings)
    said = finding_sentence(pair, findings, known, (one, other))

    strict = at_fault(pair.before, names[0]) is not at_fault(pair.after, names[1])
    reached = _reached(pair.judgements, names)

    def differ(*both: Judgement) -> bool:
        if _reached(both, names) != reached:
            return True  # nothing is undone where the case does not come so far: that is the doing of something else
        if strict:
            return len({at_fault(each, name) for each, name in zip(both, names, strict=True)}) > 1
        results = [result(each, name) for each, name in zip(both, names, strict=True)]
        return len({"" if each in NOTHING else each for each in results}) > 1

    its, undone = pair.after.case.procedure, tuple(undoing(pair, differ))
    return Shown(
        its.name, its.file.title, finding.step, said, one, other, known, undone, _scenario(pair, said)
    )  # fmt: skip


def _reached(both: Iterable[Judgement], names: tuple[str, ...]) -> list[bool]:
    """Does a case come, on each side, to the step of a finding?"""
    return [f"reach.{name.partition('@')[2]}" in each.held for each, name in zip(both, names, strict=True)]


def shown_ends(pair: Pair, step: str, labels: Labels, differ: Callable[[Judgement, Judgement], bool]) -> Shown:
    """A case that stands otherwise at its end."""
    one, other = (_under(found, label) for found, label in zip(pair.judgements, labels, strict=True))
    its, said = pair.after.case.procedure, ends_sentence(pair, (one, other))
    undone = tuple(undoing(pair, differ))
    return Shown(its.name, its.file.title, step, said, one, other, (), undone, _scenario(pair, said))


def undoing(pair: Pair, differ: Callable[[Judgement, Judgement], bool]) -> Iterator[OtherReading]:
    """The readings that, each alone, undo a difference in a case."""
    for question, readings in _questions(pair).items():
        for reading in readings:
            changed = ((question, reading),)
            if not differ(*(under(found, changed).judged_by(Trial()) for found in pair.judgements)):
                yield OtherReading(question, reading)


def _questions(pair: Pair) -> dict[str, tuple[str, ...]]:
    """The questions that a case raises on either side, with the readings that are not the default."""
    found: dict[str, dict[str, None]] = {}
    for each in pair.judgements:
        for question, places in each.program.raised.items():
            for place in places:
                others = [reading for reading in place.readings if reading != place.default]
                found.setdefault(question, {}).update(dict.fromkeys(others))
    return {name: tuple(readings) for name, readings in found.items() if not name.startswith(FIRST_DAY)}


def _under(found: Judgement, label: str, finding: Finding | None = None) -> Under:
    ends = tuple(end_words(found, end) for end in found.ends)
    if finding is None:
        return Under(label, ends=ends, wrong=found.exit == 1)
    told = next(
        (x for x in findings_at(found, finding.occurrence) if x.provision.endswith(f"/{finding.provision.cite}")), None
    )
    timing = found.record.timings.get(finding.name)
    due = date.fromordinal(timing.due).isoformat() if timing and timing.due is not None else None
    comes = result(found, finding.name)
    return Under(label, comes, told.required if told and comes else None, due, ends, found.exit == 1)


def _scenario(pair: Pair, sentence: str) -> dict[str, Any]:
    return {"procedure": pair.after.case.procedure.name, "title": sentence, **pair.scenario}
