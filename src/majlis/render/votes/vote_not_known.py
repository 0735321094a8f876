"""What an answer hangs on where not everything is known, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.questions.figures.not_known import DEPENDS, FAILS, PASSES
from majlis.questions.figures.under_readings import ALL, NONE, SOME
from majlis.render.page import BAD, FAINT, GOOD, OPEN, Page, Part
from majlis.render.words import number, sentence

if TYPE_CHECKING:
    from majlis.questions.figures.not_known import Row
    from majlis.questions.votes.vote import WouldPass

_INDENT = 2
_TONES = {PASSES: GOOD, FAILS: BAD}
_READINGS = {
    ALL: "It passes under every reading.",
    NONE: "It fails under every reading.",
    SOME: "It passes under some readings and not under others.",
}


def not_known(page: Page, vote: WouldPass) -> None:
    """Add the numbers from which on the answer is another one, and what to find out next."""
    found = vote.not_known
    if found is None:
        return
    if found.rows and found.spans:
        page.heading(f"By the number {in_words(found.figure)}")
    for row in found.rows if found.spans else ():
        page.line(f"{_numbers(row)}: ", Part(row.answer, _TONES.get(row.answer, OPEN)), indent=_INDENT, hang=_INDENT)
    if found.next and found.answer == DEPENDS and not vote.alternatives:
        page.heading("To find out next")
        settles = {"always": "the answer settles it", "sometimes": "some answers settle it"}.get(found.next.settles)
        aside = f" ({found.next.name}{f'; {settles}' if settles else ''})"
        page.line(found.next.asks, Part(aside, FAINT), indent=_INDENT, hang=_INDENT)
    if found.reason and not vote.ungoverned:
        page.line(sentence(found.reason))


def _numbers(row: Row) -> str:
    if row.last is None:
        return f"from {number(row.first)} on"
    return number(row.first) if row.first == row.last else f"{number(row.first)} to {number(row.last)}"


def bounds(vote: WouldPass) -> str:
    """The figures of which only bounds are given: 80..90 in favour; of a chamber's the one that is counted."""
    spans = vote.not_known.spans if vote.not_known else {}
    told = {name: span for name, span in spans.items() if not vote.chamber or name == vote.counted}
    return ", ".join(f"{span} {in_words(name)}" for name, span in told.items())


def under_readings(vote: WouldPass) -> str:
    """Whether it passes under all readings, some or none; empty where there is one only, or an answer is open."""
    if vote.under is None or len(vote.under.combinations) < 2:
        return ""
    return _READINGS.get(vote.under.answer, "")
