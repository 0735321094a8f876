"""What a verdict turns on, and what it leaves open: readings, silences, missing facts, duties not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words, question_for
from majlis.render.headline import under
from majlis.render.page import FAINT, OPEN, STRONG, Page, Part
from majlis.render.why import INDENT
from majlis.render.words import cited, listed, reading_words, sentence

if TYPE_CHECKING:
    from majlis.procedure.library import Procedure
    from majlis.questions.verdict import ReadingTried, Verdict


def turning(page: Page, verdict: Verdict, its: Procedure) -> None:
    """The questions of interpretation on which the verdict depends, with their readings."""
    if verdict.depends_on:
        page.heading("Depends on")
    for question in verdict.depends_on:
        tried = [each for each in verdict.readings if each.question == question]
        if tried:
            _question(page, tried, its)
    if not verdict.all_combinations_tried:
        page.line("Readings were tried one by one; there are too many to try them all together.", indent=INDENT)


def _question(page: Page, tried: list[ReadingTried], its: Procedure) -> None:
    """A question, the reading that is taken, and what the others lead to."""
    first = tried[0]
    asks, name = first.asks or in_words(first.question), Part(f" ({first.question})", FAINT)
    page.line(asks, name, indent=INDENT, hang=INDENT)
    sources = {each.source for each in tried}
    taken = "" if first.taken_source in sources else first.taken_source
    _reading(page, first.question, first.taken, "taken here.", taken)
    for each in tried:
        alone = under(each, its) if each.turns else "the same, unless another reading is taken with it."
        _reading(page, each.question, each.reading, alone, each.source)


def _reading(page: Page, question: str, reading: str, outcome: str, source: str) -> None:
    words = Part(reading_words(question, reading), STRONG)
    page.line(words, f": {outcome}", _source(source), indent=INDENT + INDENT, hang=INDENT)


def _source(text: str) -> Part:
    return Part(f" Source: {sentence(text)}" if text else "", FAINT)


def left_open(page: Page, verdict: Verdict, its: Procedure) -> None:
    """Silences, facts that would have to be known, and duties that could not be checked."""
    crossed = [each for each in verdict.silences if each.crossed]
    unknown = [each for each in verdict.findings if each.result == "unknown"]
    ended = [each for each in verdict.silences if not each.crossed]
    if crossed or ended or unknown or verdict.missing:
        page.heading("What is open")
    for each in (*ended, *crossed):
        past = " The record goes on all the same." if each.crossed else ""
        page.line(
            Part("Silent", OPEN),
            f", {in_words(each.step)}: {sentence(each.says)}{past}",
            indent=INDENT,
            hang=INDENT,
        )
    for name in verdict.missing:
        page.line(
            Part("Not known", OPEN),
            f": {question_for(its, name)}",
            Part(f" ({name})", FAINT),
            indent=INDENT,
            hang=INDENT,
        )
    if unknown:
        _unchecked(page, verdict, its)


def _unchecked(page: Page, verdict: Verdict, its: Procedure) -> None:
    """The duties that could not be checked, gathered by what is wanting."""
    gathered: dict[str, list[str]] = {}
    for each in verdict.findings:
        if each.result == "unknown":
            asked = " ".join(dict.fromkeys(question_for(its, name) for name in each.wanting)) or each.doubt
            gathered.setdefault(asked, []).append(f"{cited(each.provision)} ({in_words(each.step)})")
    page.line(Part("Not checked", OPEN), ", for want of an answer:", indent=INDENT)
    for asked, cites in gathered.items():
        page.line(f"{listed(cites)}: {asked}", indent=INDENT + INDENT, hang=INDENT)
