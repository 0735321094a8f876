"""A figure swept over all its numbers, as a page with a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words
from majlis.questions.figures.not_known import NOT_SETTLED, NOTHING_DUE
from majlis.render.page import BAD, FAINT, GOOD, OPEN, STRONG, Page, Part
from majlis.render.votes.sweep_bars import WIDTH, sweep_bars
from majlis.render.votes.sweep_said import ANSWERS, TAKEN, Stretch, elects, stretches_in_words, under_readings
from majlis.render.words import cited, listed, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.figures.swept import Run, Sweep

_INDENT = 2
_NONE = "-"
_BOUND = re.compile(r"[0-9]+")
_BOUNDS = re.compile(r"[0-9]*(\.\.[0-9]*)?")
_STYLES = {True: GOOD, False: BAD, None: OPEN}
HEADER = ("From", "To", "Answer", "Needed", "By how many", "Then", "By")


def sweep_page(swept: Sweep, width: int = WIDTH) -> Page:
    """Where the answer turns, as a chart no wider than so many columns and as a table; and the rules that decide."""
    page = Page()
    page.line(Part(sentence(turns_in_words(swept)), STRONG))
    for line in under_readings(swept.readings_that_turn):
        page.line(line)
    page.line(Part(_range(swept), FAINT))
    page.gap()
    sweep_bars(page, swept, width)
    page.gap()
    page.table(HEADER, [_row(swept, each) for each in swept.runs])
    rules = {each.provision: each.says for each in swept.runs if each.provision}
    if rules:
        page.heading("The rules" if len(rules) > 1 else "The rule")
    for provision, says in rules.items():
        page.line(Part(cited(provision), STRONG), f": {says}", indent=_INDENT, hang=_INDENT)
    page.gap()
    page.line(Part(_colophon(swept), FAINT))
    return page


def turns_in_words(swept: Sweep) -> str:
    """Where the answer turns, in one sentence: "fails up to 5, passes from 6 on"."""
    stretches = list(_stretches(swept))
    taken = f", {TAKEN}" if len(stretches) == 1 and swept.readings_that_turn else ""
    return f"{stretches_in_words(stretches)}{taken}"


def _word(run: Run) -> str:
    """The answer of a run in a word; where no majority is due, that; in an election, who is elected."""
    return elects(run) or (run.answer if run.answer in (NOTHING_DUE, NOT_SETTLED) else ANSWERS[run.passes])


def _stretches(swept: Sweep) -> Iterator[Stretch]:
    """The runs, those with one answer drawn together."""
    found: list[Stretch] = []
    for each in swept.runs:
        word = _word(each)
        if found and found[-1][0] == word and found[-1][2] == each.first - 1:
            found[-1] = (word, found[-1][1], each.last)
        else:
            found.append((word, each.first, each.last))
    yield from found


def _range(swept: Sweep) -> str:
    """The question, and how far its answers go."""
    end = "without end" if swept.endless else f"to {number(swept.last)}"
    bound = f" (by {in_words(swept.bounded_by)})" if swept.bounded_by else ""
    return f"{swept.asks} From {number(swept.first)} {end}{bound}."


def _row(swept: Sweep, run: Run) -> tuple[Part | str, ...]:
    answer = Part(_word(run), _STYLES[run.passes])
    goes_on = swept.endless and run.last == swept.last
    return (
        number(run.first), "and on" if goes_on else number(run.last), answer,
        _ends(run.needed, goes_on=goes_on), _by(run, goes_on=goes_on),
        listed(map(in_words, run.follows), "or") or _NONE, cited(run.provision) or _NONE,
    )  # fmt: skip


def _by(run: Run, *, goes_on: bool) -> str:
    """By how many it passes or fails, at the first and at the last number of a run."""
    first, last = run.margin
    if first is None or last is None or (first < 0) is not (last < 0):
        return _NONE
    return f"{_ends((abs(first), abs(last)), goes_on=goes_on)} {'too few' if first < 0 else 'to spare'}"


def _ends(ends: tuple[int | None, int | None], *, goes_on: bool) -> str:
    first, last = ends
    if first is None or last is None:
        return _NONE
    if first == last:
        return number(first)
    return (
        f"{number(first)} and {'more' if last > first else 'fewer'}"
        if goes_on
        else f"{number(first)} to {number(last)}"
    )


def _colophon(swept: Sweep) -> str:
    matters = procedure(swept.procedure).law.constitution.matters
    titles = {name: f" ({matters[name].title})" for name in map(str, swept.given.values()) if name in matters}
    given = [f"{in_words(name)} {value}{titles.get(str(value), '')}" for name, value in swept.given.items()]
    figures = [f"{in_words(name)} {_figure(value)}" for name, value in swept.figures.items()]
    asked = ", ".join([swept.procedure, *given, *figures, f"step {in_words(swept.step)}"])
    readings = f"; readings {', '.join(swept.readings)}" if swept.readings else ""
    return f"{asked}; {in_words(swept.figure)} swept; edition {swept.edition}{readings}; engine {swept.engine}."


def _figure(value: object) -> str:
    """A figure as it was given; votes by candidate one by one."""
    if isinstance(value, dict):
        return ", ".join(f"{who} {_figure(votes)}" for who, votes in value.items())
    written = str(value)
    return _BOUND.sub(lambda each: number(int(each[0])), written) if _BOUNDS.fullmatch(written) else written
