"""A timeline as bars of plain characters, for a terminal or a log: a row for each step, on a common scale."""

from __future__ import annotations

from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING

from majlis.errors import printable
from majlis.questions.timed import State
from majlis.render.page import FAINT, Part
from majlis.render.state_words import STYLE
from majlis.render.timeline_said import named, state_word
from majlis.render.timeline_scale import Unit, grain, ordinal, tick_days
from majlis.render.timeline_windows import day_number, days_of, ends_if, window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.timed import TimedStep, Timeline
    from majlis.render.page import Page

WIDTH = 78
_LEAST = 40  # columns; what is narrower cannot be read
_GAP = 2
# Columns that a label takes: a day, a month or a year, as in an ISO date, with a blank.
_LABELS = {Unit.DAY: 11.0, Unit.MONTH: 8.0, Unit.YEAR: 5.0}
_CUT = {Unit.DAY: 10, Unit.MONTH: 7, Unit.YEAR: 4}
# What the characters of a row mean, in the order of the legend.
_MEANINGS = {
    "=": "window",
    "-": "not settled, or foreseen",
    "~": "no bound on that side",
    "[": "a first day",
    "]": "a last day",
    "*": "done",
    "#": "too late or too early",
    ">": "overdue",
    "x": "no longer possible",
    "?": "not known",
    "|": "as of",
}
_LINE = "|"


def bars(page: Page, found: Timeline, width: int = WIDTH) -> None:
    """Add a row for each step: its name, its bar, and how it stands. No line is longer than `width` (columns).

    A width below 40 columns is taken as 40.
    """
    width = max(width, _LEAST)
    words = [printable(state_word(step)) for step in found.steps]
    room = min(max(map(len, words), default=1), width // 4)
    names = min(max((len(printable(named(step))) for step in found.steps), default=1) or 1, width // 3)
    row = _Columns(found, width - names - room - 2 * _GAP)
    for axis in row.axis():
        page.line(Part(f"{'':{names + _GAP}}{axis}".rstrip(), FAINT))
    used: set[str] = set()
    for step, word in zip(found.steps, words, strict=True):
        bar = row.bar(step)
        used |= set(bar)
        _lines(page, step, (wrap(printable(named(step)), names), bar, wrap(word, room)), names)
    _legend(page, used, width)


def _lines(page: Page, step: TimedStep, cells: tuple[list[str], str, list[str]], names: int) -> None:
    """A row: its first line with the bar, further lines for a long name or state."""
    name, bar, word = cells
    style = STYLE[step.state]
    for place in range(max(len(name), len(word), 1)):
        left = name[place] if place < len(name) else ""
        right = word[place] if place < len(word) else ""
        between = bar if place == 0 else ""
        start = f"{left:{names}}{'':{_GAP}}{between:{len(bar)}}{'':{_GAP}}"
        page.line(*((start, Part(right, style)) if right else (start.rstrip(),)))


def _legend(page: Page, used: set[str], width: int) -> None:
    """The characters that occur, each with what it means."""
    entries = [f"{sign} {said}" for sign, said in _MEANINGS.items() if sign in used]
    lines = [""]
    for entry in entries:
        longer = f"{lines[-1]}{'; ' if lines[-1] else ''}{entry}"
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(entry)
    for line in lines:
        page.line(Part(line, FAINT))


class _Columns:
    """The scale of a timeline in columns: the first is left free for what is open to the left, the last likewise."""

    def __init__(self, found: Timeline, width: int) -> None:
        self._days = days_of(found)
        self._first, self._last = self._days or (1, 1)
        self._wide = width
        self._as_of = day_number(found.as_of)

    def _at(self, day: int) -> int:
        """The column of a day."""
        return 1 + (day - self._first) * (self._wide - 2) // (self._last + 1 - self._first)

    def axis(self) -> Iterator[str]:
        """The line of the day of judgement, and that of the ticks with their labels."""
        if self._as_of is not None:
            said, place = f"as of {date.fromordinal(self._as_of).isoformat()}", self._at(self._as_of)
            yield f"{said} {_LINE}".rjust(place + 1) if place > len(said) else f"{'':{place}}{_LINE} {said}"
        if self._days is None:
            return
        of = grain(self._first, self._last, self._wide - 2, _LABELS)
        ticks = ""
        for day in tick_days(self._first, self._last, of):
            label, column = date.fromordinal(day).isoformat()[: _CUT[of.unit]], self._at(day)
            if column >= len(ticks) + bool(ticks) and column + len(label) <= self._wide:
                ticks = f"{ticks:{column}}{label}"
        yield ticks

    def bar(self, step: TimedStep) -> str:
        """The row of a step: its window, what runs over it, its marks, and the line of the day of judgement."""
        signs = [" "] * self._wide
        sides = self._window(step, signs)
        if self._as_of is not None and signs[self._at(self._as_of)] in " =-":
            signs[self._at(self._as_of)] = _LINE
        self._runs_over(step, sides, signs)
        self._marks(step, sides, signs)
        return "".join(signs)

    def _window(self, step: TimedStep, signs: list[str]) -> tuple[int, int] | None:
        """Draw the window; its first and its last column."""
        its = window(step)
        if its is None:
            return None
        if its.reversed and its.first is not None and its.last is not None:
            start, end = self._at(its.first), self._at(its.last)
            signs[end] = "]"
            signs[max(start, end + 1)] = "["
            return start, end
        left, right = (None if day is None else self._at(day) for day in (its.first, its.last))
        start, end = 0 if left is None else left, self._wide - 1 if right is None else right
        signs[start : end + 1] = ("=" if its.settled else "-") * (end + 1 - start)
        if left is None:
            signs[0] = "~"
        if right is None:
            signs[-1] = "~"
        return start, end

    def _runs_over(self, step: TimedStep, sides: tuple[int, int] | None, signs: list[str]) -> None:
        """The days by which an act came too late or too early, or for which it is overdue."""
        done = self._as_of if step.state is State.OVERDUE else day_number(step.done)
        if sides is None or done is None or step.state not in (State.LATE, State.PREMATURE, State.OVERDUE):
            return
        at = self._at(done)
        over = range(at, sides[0]) if step.state is State.PREMATURE else range(sides[1] + 1, at + 1)
        for column in over:
            signs[column] = "#"

    def _marks(self, step: TimedStep, sides: tuple[int, int] | None, signs: list[str]) -> None:
        for last in ends_if(step):
            signs[self._at(last)] = "]"
        if step.done:
            signs[self._at(ordinal(step.done))] = "*"
        elif step.state is State.OVERDUE and self._as_of is not None:
            signs[self._at(self._as_of)] = ">"
        elif step.state is State.UNDATED and (first := step.earliest or step.not_before):
            signs[self._at(ordinal(first))] = "["
        if step.state in (State.IMPOSSIBLE, State.UNKNOWN):
            place = self._at(ordinal(step.done)) + 1 if step.done else sum(sides) // 2 if sides else 0
            signs[place] = "x" if step.state is State.IMPOSSIBLE else "?"
