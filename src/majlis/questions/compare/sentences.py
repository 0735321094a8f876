"""A difference in one sentence: what the case is, and what each side makes of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from majlis.calendar.dates import written
from majlis.procedure.program import EndKind
from majlis.procedure.scope import TALLY
from majlis.questions.asking import in_words, without_round

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.procedure.program import End, Finding
    from majlis.questions.compare.differences import Matter, Under
    from majlis.questions.compare.pair import Pair
    from majlis.questions.judgement import Judgement

# What it is called when a norm of a kind is kept, and when it is not.
_SAID = {
    "competence": ("allowed", "not allowed"),
    "threshold": ("enough", "not enough"),
    "quorum": ("enough", "not enough"),
    "deadline": ("in time", "too late"),
    "interval": ("in time", "at the wrong time"),
    "prohibition": ("not barred", "barred"),
    "eligibility": ("fulfilled", "not fulfilled"),
}
_KEPT = ("kept", "broken")
_DONE = ".done"
_OTHER = {"not_applicable": "does not apply", "pending": "not yet due", "unknown": "not known"}


def finding_sentence(
    pair: Pair, findings: tuple[Finding | None, Finding | None], known: Iterable[Matter], sides: tuple[Under, Under]
) -> str:
    """What a finding comes to on each side, in a case of which this much matters."""
    finding = next(each for each in findings if each)
    known = tuple(known)
    telling = [each for each in known if not each.name.endswith(_DONE) or each.answer == "no"]
    case = [_fact(each) for each in telling]
    if time := _time(pair, finding):
        case.append(time)
    case = case or [_fact(each) for each in known] or [f"the {in_words(finding.step)}"]
    stands = [
        _stands(under, each, found) if each else _absent(found, finding)
        for under, each, found in zip(sides, findings, pair.judgements, strict=True)
    ]
    said = f"{_listed(case)}: {stands[0]} under {sides[0].label}, {stands[1]} under {sides[1].label}"
    return f"{said[:1].upper()}{said[1:]}{_ending(sides)}."


def ends_sentence(pair: Pair, sides: tuple[Under, Under]) -> str:
    """How a case stands on each side, after what was done."""
    one, other = sides
    acts = list(dict.fromkeys(in_words(act.act) for act in pair.before.case.acts))
    start = f"After {_listed(acts)}" if acts else "Before any act"
    return f"{start}, a case {_ends(one)} under {one.label}, and {_ends(other)} under {other.label}."


def end_words(found: Judgement, end: End) -> str:
    """How a track of a case stands, in words."""
    file = found.case.procedure.file
    if end.kind is EndKind.OUTCOME:
        title = found.case.procedure.law.constitution.actors().get(end.holder, "")
        return f"ends with “{file.outcomes.get(end.what, in_words(end.what)).rstrip('.')}”" + (title and f" ({title})")
    if end.kind is EndKind.SILENCE:
        return f"meets a silence (“{end.what.rstrip('.')}”)"
    if end.kind is EndKind.CAP:
        return f"comes to {in_words(end.what)} once more than is followed here"
    return f"awaits {in_words(end.what)}"


def _absent(found: Judgement, finding: Finding) -> str:
    """That a side has no such norm, or does not judge the step by it."""
    law, cite = found.case.procedure.law, finding.provision.cite
    stands = law.norm(cite).at(found.editions[""], dict(found.choices)) if law.has(cite) else None
    return "not asked at this step" if stands else "no such provision"


def _stands(under: Under, finding: Finding, found: Judgement) -> str:
    kept, broken = _SAID.get(finding.provision.kind, _KEPT)
    waits = finding.provision.timed and finding.provision.wait and finding.provision.after
    timing = found.record.timings.get(finding.name)
    if waits or (timing and timing.done is not None and timing.due is not None and timing.done < timing.due):
        broken = "too early"
    word = {"met": kept, "breached": broken, "failed": broken, "": "not come to"}.get(under.result)
    more = f"{under.required} needed" if under.required is not None else ""
    if under.due and under.result not in ("", "not_applicable"):
        more = f"{'not before' if waits else 'due'} {written(date.fromisoformat(under.due).toordinal())}"
    return f"{word or _OTHER.get(under.result, under.result)}{f' ({more})' if more else ''}"


def _ending(sides: tuple[Under, Under]) -> str:
    """How the case ends, where it ends otherwise."""
    one, other = sides
    if one.ends == other.ends:
        return ""
    return f"; the case {_ends(one)} under {one.label} and {_ends(other)} under {other.label}"


def _ends(under: Under) -> str:
    return _listed(list(under.ends)) if under.ends else "stands at no end that is known"


def _fact(each: Matter) -> str:
    """Something given of a case, as a clause."""
    step, turn, field = without_round(each.name)
    at = in_words(step) + (f" {turn}" if turn > 1 else "")
    if field in ("by", "act"):
        return f"{at} by {each.answer}" if field == "by" else f"{at}: {each.answer}"
    if field == "done":
        return f"{at} {'done' if each.answer == 'yes' else 'not done'}"
    if field in TALLY:
        return f"{at}, {in_words(field)}: {each.answer}"
    if not each.question:
        return f"{in_words(each.name)}: {each.answer}"
    return f"“{each.question}” {each.answer}"


def _time(pair: Pair, finding: Finding) -> str:
    """How long after its trigger an act was done, or has not been done by then."""
    found = next((each for each in pair.judgements if finding.name in each.record.timings), None)
    if found is None or not finding.provision.timed:
        return ""
    timing = found.record.timings[finding.name]
    start = in_words(finding.provision.after or finding.provision.before or "")
    last = timing.done if timing.done is not None else found.case.as_of
    days = abs(last - timing.trigger)
    apart = f"{days} day{'' if days == 1 else 's'} {'after' if last >= timing.trigger else 'before'} {start}"
    done = in_words(finding.step) if timing.done is not None else f"no {in_words(finding.step)}"
    return f"{done} {apart}, on {written(last)}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
