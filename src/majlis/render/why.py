"""Why a verdict is what it is, article by article, and its deadlines with their count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.render.headline import margin
from majlis.render.page import BAD, FAINT, GOOD, OPEN, STRONG, Page, Part
from majlis.render.words import cited, day, limits, reason, sentence, step_words

if TYPE_CHECKING:
    from majlis.questions.verdict import FindingResult, TimelineEntry, Verdict

_ORDER = ("breached", "failed", "met", "pending")
_STYLE = {"breached": BAD, "failed": OPEN, "met": GOOD, "pending": OPEN}
_WORD = {
    "breached": "broken",
    "failed": "not reached",
    "met": "met",
    "pending": "not yet due",
    "unknown": "not checked",
    "not_applicable": "does not apply",
}
_STATE = {"in_time": "in time", "undated": "no period"}
INDENT = 2
# Reasons that name conditions of the course: the provision's own sentence says what they mean.
_OF_THE_COURSE = re.compile(r"(not )?(applies|holds|reach|passed|failed|late|missed|behind|overdue|ok)\.")


def why(page: Page, verdict: Verdict, *, verbose: bool) -> None:
    """The findings: what was broken and not reached first, then what was met; the rest on one line."""
    shown = [each for result in _ORDER for each in verdict.findings if each.result == result]
    shown += [each for each in verdict.findings if verbose and each.result not in _ORDER]
    if shown:
        page.heading("Why")
    for each in shown:
        _finding(page, each, every_reason=verbose or each.result in ("breached", "failed"))
    aside = [each for each in verdict.findings if each.result == "not_applicable"]
    if aside and not verbose:
        cites = dict.fromkeys(cited(each.provision) for each in aside)
        page.line(Part(f"Not applicable here: {', '.join(cites)}.", FAINT), indent=INDENT, hang=INDENT)


def _finding(page: Page, each: FindingResult, *, every_reason: bool) -> None:
    style = _STYLE.get(each.result, FAINT)
    word = "not in its place" if each.kind == "sequence" else _WORD[each.result]
    page.line(
        Part(cited(each.provision), STRONG),
        ", ",
        step_words(each),
        ": ",
        Part(word, style),
        ". ",
        each.says,
        indent=INDENT,
        hang=INDENT,
    )
    reasons = _reasons(each, every=every_reason)
    if reasons:
        page.line(Part(reasons, FAINT), indent=INDENT + INDENT, hang=INDENT)


def _reasons(each: FindingResult, *, every: bool) -> str:
    """The figures of a majority and, if asked for, what else decided."""
    figures = [margin(each).removeprefix(", ").rpartition(", by ")[0]] if each.margin is not None else []
    counted = f".{each.counted} = " if figures else "\n"
    hidden = (counted, "matter.list = ")
    said = (text for text in each.because if not _OF_THE_COURSE.match(text))
    others = [reason(text) for text in said if not any(mark in text for mark in hidden)]
    return sentence("; ".join([*figures, *(others if every else ())]))


def deadlines(page: Page, verdict: Verdict) -> None:
    """The timeline: each deadline, whether it was kept, and its count."""
    if verdict.timeline:
        page.heading("Deadlines")
    for each in verdict.timeline:
        good = GOOD if each.state == "in_time" else BAD if each.state in ("late", "overdue", "premature") else OPEN
        page.line(
            Part(in_words(each.act).capitalize(), STRONG),
            ": ",
            *_when(each, good),
            indent=INDENT,
            hang=INDENT,
        )
        if each.state != "undated":
            page.line(Part(sentence(each.counting), FAINT), indent=INDENT + INDENT, hang=INDENT)


def _when(each: TimelineEntry, style: str) -> list[Part]:
    if each.state == "undated":
        return [Part(each.counting)]
    done = f", done {day(each.done)}" if each.done else ""
    word = _STATE.get(each.state, each.state)
    return [Part(word, style), Part(f"; {limits(each)}{done} ({cited(each.provision)}).")]
