"""A sweep as a step chart of plain characters, for a terminal or a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import printable
from majlis.render.page import BAD, FAINT, GOOD, OPEN, Part
from majlis.render.votes.sweep_said import LEVELS, figure_words, level_words
from majlis.render.words import number

if TYPE_CHECKING:
    from majlis.questions.figures.swept import Sweep
    from majlis.render.page import Page

WIDTH = 78
_LEAST = 40  # columns; what is narrower cannot be read
_GAP = 2
_TONES = {True: GOOD, False: BAD, None: OPEN}
_SIGNS = {True: "+", None: "~", False: "x"}
_END = ">"


def sweep_bars(page: Page, found: Sweep, width: int = WIDTH) -> None:
    """Add the step chart of a sweep: a row for each answer that occurs, and the numbers where it changes.

    No line is longer than `width` (columns; below 40 they are taken as 40).
    """
    answers = [answer for answer in LEVELS if any(run.passes is answer for run in found.runs)]
    words = [level_words(found, answer) for answer in answers]
    names = max(map(len, words), default=0)
    wide = max(width, _LEAST) - names - _GAP
    for answer, word in zip(answers, words, strict=True):
        page.line(f"{word:{names}}{'':{_GAP}}", Part(_row(found, answer, wide).rstrip(), _TONES[answer]))
    for line in _numbers(found, wide):
        page.line(Part(f"{'':{names + _GAP}}{line}", FAINT))
    page.line(Part(f"{'':{names + _GAP}}{printable(figure_words(found))[:wide]}", FAINT))


def column(found: Sweep, value: int, wide: int) -> int:
    """The column of a number, from 0."""
    return (value - found.first) * wide // (found.last + 1 - found.first)


def _row(found: Sweep, answer: bool | None, wide: int) -> str:  # noqa: FBT001 - an answer, not a switch
    """The runs of one answer; each has a column at least."""
    signs = [" "] * wide
    for run in found.runs:
        if run.passes is answer:
            start = column(found, run.first, wide)
            end = max(column(found, run.last + 1, wide), start + 1)
            signs[start:end] = _SIGNS[answer] * (end - start)
            if found.endless and run is found.runs[-1]:
                signs[-1] = _END
    return "".join(signs)


def _numbers(found: Sweep, wide: int) -> list[str]:
    """The ends of the sweep and the numbers where the answer changes, below their columns, as far as they have room."""
    ticks, line = [" "] * wide, [" "] * wide
    for value in dict.fromkeys((*found.turning, found.first, found.last)):
        said = number(value)
        at = min(column(found, value, wide), wide - 1)
        start = max(min(at, wide - len(said)), 0)
        if all(sign == " " for sign in line[max(start - 1, 0) : start + len(said) + 1]):
            line[start : start + len(said)] = said[:wide]
            ticks[at] = "|"
    return ["".join(ticks).rstrip(), "".join(line).rstrip()]
