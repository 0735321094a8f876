"""What an answer hangs on where not everything is known, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.questions.figures.not_known import DEPENDS, FAILS, NOT_SETTLED, NOTHING_DUE, PASSES
from majlis.questions.figures.span import parse_span
from majlis.questions.figures.under_readings import ALL, NONE
from majlis.render.page import BAD, FAINT, GOOD, OPEN, STRONG, Page, Part
from majlis.render.votes.sweep_said import under_readings as under_reading_lines
from majlis.render.words import listed, number, reading_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.figures.not_known import NotKnown, Row
    from majlis.questions.figures.under_readings import UnderReadings
    from majlis.questions.votes.vote import WouldPass

_INDENT = 2
_TONES = {PASSES: GOOD, FAILS: BAD}
_CLAUSES = {
    PASSES: "passes",
    FAILS: "fails",
    NOTHING_DUE: "needs no majority",
    DEPENDS: "depends on what is not known",
    NOT_SETTLED: "is open",
}


def not_known(page: Page, vote: WouldPass) -> None:
    """Add the numbers from which on the answer is another one, and what to find out next."""
    found = vote.not_known
    if found is None:
        under_each_reading(page, vote)
        return
    if found.rows and found.spans:
        by = f"votes for {found.figure}" if found.figure in found.candidates else f"number {_figure(found.figure)}"
        page.heading(f"By the {by}")
    for row in found.rows if found.spans else ():
        word = Part(_row_answer(found, row), _TONES.get(row.answer, OPEN))
        page.line(f"{_numbers(row)}: ", word, indent=_INDENT, hang=_INDENT)
    for line in under_reading_lines(found.readings):
        page.line(line, indent=_INDENT, hang=_INDENT)
    if found.next and found.answer == DEPENDS and not vote.alternatives:
        page.heading("To find out next")
        settles = {"always": "the answer settles it", "sometimes": "some answers settle it"}.get(found.next.settles)
        aside = f" ({found.next.name}{f'; {settles}' if settles else ''})"
        page.line(found.next.asks, Part(aside, FAINT), indent=_INDENT, hang=_INDENT)
    if found.reason and not vote.ungoverned:
        page.line(sentence(found.reason))
    under_each_reading(page, vote)


def _row_answer(found: NotKnown, row: Row) -> str:
    """What a row of numbers comes to; in an election, who is elected."""
    if not found.candidates:
        return row.answer
    if row.answer == PASSES:
        return f"{listed(row.elected, 'or')} is elected"
    return "nobody is elected" if row.answer == FAILS else row.answer


def _numbers(row: Row) -> str:
    if row.last is None:
        return f"from {number(row.first)} on"
    return number(row.first) if row.first == row.last else f"{number(row.first)} to {number(row.last)}"


def bounds(vote: WouldPass) -> str:
    """The figures of which only bounds are given: 80..90 in favour; of a chamber's the one that is counted."""
    found = vote.not_known
    if found is None:
        return ""
    told = [name for name in found.spans if not vote.chamber or name == vote.counted]
    return ", ".join(_bound(found, name) for name in told)


def _bound(found: NotKnown, name: str) -> str:
    span = _span(found.spans[name])
    return f"{span} for {name}" if name in found.candidates else f"{span} {_figure(name)}"


def _span(written: str) -> str:
    """Bounds as a reader reads them: 2,000,000..2,100,000."""
    span = parse_span(written, "")
    if span.exact:
        return number(span.first)
    return f"{number(span.first)}..{'' if span.last is None else number(span.last)}"


def _figure(name: str) -> str:
    """A figure as a reader reads it; one of an earlier vote has the step in its name."""
    _, dot, plain = name.rpartition(".")
    return f"{in_words(plain)} at first" if dot else in_words(plain)


def under_readings(vote: WouldPass) -> str:
    """Whether it passes under all readings, some or none; empty where there is one only, or the answer is open."""
    if vote.under is None or len(vote.under.combinations) < 2:
        return ""
    every = "every reading" if vote.under.complete else "every reading that was tried"
    if any(each.turned_round for each in vote.readings):  # a vote on the opposite is compared by where it leads
        alike = vote.under.answer in (ALL, NONE)
        return f"It leads to the same under {every}." if alike else "It leads elsewhere under some readings."
    if vote.under.answer in (ALL, NONE):
        return f"It {_CLAUSES[PASSES if vote.under.answer == ALL else FAILS]} under {every}."
    answers = sorted(vote.under.answers, key=list(_CLAUSES).index)
    if len(answers) == 1:
        return ""
    others = (f"{_CLAUSES[each]} under others" for each in answers[1:])
    return f"It {listed([f'{_CLAUSES[answers[0]]} under some readings', *others])}."


def under_each_reading(page: Page, vote: WouldPass) -> None:
    """Name the readings that turn a vote, as far as the answers beside them do not say so already.

    A question is told with the answer under each of its readings, the other readings being those that are taken; where
    it turns the vote only together with another, the readings that do so together are named.
    """
    turning = _not_told(vote)
    if not turning or vote.under is None:
        return
    page.heading("By the readings")
    asks = {each.question: each.asks for each in vote.readings}
    for question in turning:
        page.line(asks.get(question, ""), Part(f" ({question})", FAINT), indent=_INDENT, hang=_INDENT)
        for reading, answer in vote.under.alone(question).items():
            words = Part(reading_words(question, reading), STRONG)
            page.line(words, f": it {_CLAUSES[answer]}.", indent=2 * _INDENT, hang=_INDENT)
    for others, answer in _only_together(vote.under):
        together = listed([f"{reading_words(question, reading)} ({question})" for question, reading in others.items()])
        page.line(Part(together, STRONG), f", together: it {_CLAUSES[answer]}.", indent=_INDENT, hang=_INDENT)


def _not_told(vote: WouldPass) -> list[str]:
    """The questions that turn the vote and of which no single reading is told to do so."""
    told = {each.question for each in vote.readings if each.turns}
    return [each for each in vote.under.turning if each not in told] if vote.under else []


def _only_together(under: UnderReadings) -> Iterator[tuple[dict[str, str], str]]:
    """The smallest sets of several readings with an answer that fewer of them do not have."""
    by_others = {tuple(each.others.items()): each.answer for each in under.combinations}
    for each in sorted(under.combinations, key=lambda each: len(each.others)):
        fewer = [
            by_others[rest]
            for question in each.others
            if (rest := tuple(item for item in each.others.items() if item[0] != question)) in by_others
        ]
        if len(each.others) > 1 and each.answer not in fewer:
            yield each.others, each.answer
