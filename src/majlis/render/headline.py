"""The first lines of a verdict: the outcome with its margin, and whether the procedure was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.law.provision import QUORUM
from majlis.questions.asking import in_words, question_for
from majlis.questions.votes.deciding import telling
from majlis.render.page import BAD, GOOD, OPEN, STRONG, Page, Part
from majlis.render.words import cited, counted_votes, day, left_to, listed, number, sentence, step_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.library import Procedure
    from majlis.questions.verdict import FindingResult, ReadingTried, Verdict

ENGLISH = "english"  # the question under which a constitution gathers its English wordings


def headline(page: Page, verdict: Verdict, its: Procedure) -> None:
    """The verdict in words, what the English wording would make of it, and who broke the procedure."""
    page.line(Part(_outcome(verdict, its), STRONG), Part(_margin(verdict, its)))
    for each in english(verdict):
        page.line(Part(f"Under the English wording this would be {under(each, its)}", OPEN))
    for line in _sayings(verdict, its):
        page.line(line)
    page.line(_conduct(verdict))


def english(verdict: Verdict) -> list[ReadingTried]:
    """The English wording, where the verdict would be another under it."""
    return [each for each in verdict.readings if each.reading == ENGLISH == each.question and each.turns]


def under(each: ReadingTried, its: Procedure) -> str:
    """What another reading would lead to."""
    conduct = "with the procedure broken" if each.exit == 1 else "with the procedure kept"
    if each.status == "undetermined":
        return "undetermined."
    if each.status == "pending" and each.outcome not in its.file.outcomes:
        return f"pending: next comes the {listed(map(in_words, each.outcome.split(' or ')), 'or')}, {conduct}."
    says = its.file.outcomes.get(each.outcome, "")
    return f"{in_words(each.outcome)}, {conduct}. {says}".strip()


def _outcome(verdict: Verdict, its: Procedure) -> str:
    outcome = in_words(verdict.outcome or "").capitalize()
    if verdict.holder:
        outcome += f": {its.law.constitution.actors().get(verdict.holder, verdict.holder)}"
    if verdict.status == "undetermined":
        return f"{outcome}; what else follows is undetermined" if outcome else f"Undetermined: {_want(verdict)}"
    if not verdict.awaits:
        return outcome
    awaited = listed(map(in_words, verdict.awaits.split(" or ")), "or")
    return f"{outcome}; still to come is the {awaited}" if outcome else f"Pending: next comes the {awaited}"


def _want(verdict: Verdict) -> str:
    """What an undetermined verdict stands for."""
    if any(not each.crossed for each in verdict.silences):
        return "the text is silent"
    return "facts are missing" if verdict.missing else "the text does not let us know"


def _margin(verdict: Verdict, its: Procedure) -> str:
    """By how much the last vote succeeded or failed, where a vote decided."""
    due = _due(verdict) if verdict.status == "pending" else ""
    vote = _vote(verdict, its)
    if vote is None or (verdict.status == "undetermined" and vote.result == "met"):
        return f"{due}."
    lost = verdict.status == "concluded" and vote.result == "failed" and _last(verdict, vote)
    return margin(vote) if lost else f"{due}.{margin(vote, after=True)}"


def _vote(verdict: Verdict, its: Procedure) -> FindingResult | None:
    """What was counted at the last vote; a test that asks after a quorum of an earlier one is none."""
    tests = {step.step for step in its.file.steps if step.tests}
    counted = [
        each
        for each in verdict.findings
        if each.margin is not None
        and each.result in ("met", "failed")
        and not (each.kind == QUORUM and each.step in tests)
    ]
    return telling(each for each in counted if each.occurrence == counted[-1].occurrence)


def _last(verdict: Verdict, vote: FindingResult) -> bool:
    """Did nothing happen after a vote?"""
    held = [each for each in verdict.findings if each.result in ("met", "failed", "breached")]
    after = [each for each in held[held.index(vote) :] if each.occurrence != vote.occurrence]
    return all(each.kind == QUORUM for each in after)


def margin(each: FindingResult, *, after: bool = False) -> str:
    """A majority in figures: 4 in favour where 5 are needed, 1 vote short, by the article."""
    missed = each.margin is not None and each.margin < 0
    by = number(abs(each.margin or 0)) if each.kind == QUORUM else counted_votes(abs(each.margin or 0))
    how = f"{by} short" if missed else "exactly enough" if not each.margin else f"{by} to spare"
    figures = f"{number(each.actual or 0)} {in_words(each.counted)}, {number(each.required or 0)} needed"
    if not after:
        return f", {how}: {figures}, by {cited(each.provision)}."
    word = "failed" if missed else "passed"
    return f" The {step_words(each)} {word}: {figures}, {how}, by {cited(each.provision)}."


def _due(verdict: Verdict) -> str:
    steps = (verdict.awaits or "").split(" or ")
    dates = [each for each in verdict.timeline if each.state == "open" and each.step in steps]
    if not dates:
        return ""
    first = dates[0]
    return (
        f", due by {day(first.due)}" if first.due else f", not before {day(first.earliest)}" if first.earliest else ""
    )


def _sayings(verdict: Verdict, its: Procedure) -> Iterator[str]:
    if verdict.says:
        yield verdict.says
    for silence in verdict.silences:
        if not silence.crossed:
            yield f"{sentence(silence.says)} {left_to(silence.left_to)}".rstrip()
    if verdict.missing:
        yield f"It depends on: {' '.join(question_for(its, name) for name in verdict.missing)}"
    if verdict.either_way:
        asked = " ".join(question_for(its, name) for name in verdict.either_way)
        yield f"It is the same whatever the answer to: {asked}"
    for track in verdict.tracks:
        whom = its.law.constitution.actors().get(track.holder or "", "")
        state = in_words(track.outcome or track.status) + (f" ({whom})" if whom else "")
        rest = f"; next comes the {in_words(track.awaits)}" if track.awaits else ""
        yield f"{in_words(track.track).capitalize()}: {state}{rest}."


def _conduct(verdict: Verdict) -> Part:
    broken = dict.fromkeys(
        f"{cited(each.provision)} ({step_words(each)})" for each in verdict.findings if each.result == "breached"
    )
    if broken:
        return Part(f"The procedure was broken: {listed(broken)}.", BAD)
    unchecked = bool(verdict.missing) or any(each.result == "unknown" for each in verdict.findings)
    return Part(
        "No breach is found, but not everything could be checked." if unchecked else "Nobody broke the procedure.",
        OPEN if unchecked else GOOD,
    )
