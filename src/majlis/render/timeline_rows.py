"""The rows of a timeline on their sheet: the words at the left, the shapes at the right with their days below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from majlis.render.lettering import LEADING, SMALL, Line, width, wrapped
from majlis.render.timeline_marks import HALF, REACH
from majlis.render.timeline_said import about, dates, named, row_words, state_words
from majlis.render.timeline_scale import ordinal
from majlis.render.timeline_shapes import SIGNS, drawn
from majlis.render.timeline_windows import day_number
from majlis.render.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.questions.timed import TimedStep, Timeline
    from majlis.render.timeline_scale import Scale
    from majlis.render.timeline_shapes import Drawn, Shape

WIDE, MARGIN = 800.0, 8.0
NAMES = 284.0  # the room for names and limits
CHART = 304.0  # where the chart begins
NAME = 12.0  # the size of a name
PAD = 7.0  # above and below what a row holds
RIGHT = WIDE - MARGIN  # where it ends
_SIGN = 2 * REACH + 5.0  # the room for a sign before words
_LANE = 2 * HALF + 4.0  # the height of a bar with the room around it


@dataclass(frozen=True, slots=True)
class Row:
    """A row from `top` to `bottom` (px): its words, its shapes as SVG, what they mean, and its story in sentences.

    `act` is where the mark of its act stands (x and y).
    """

    name: str
    says: str
    top: float
    bottom: float
    words: tuple[Line, ...]
    labels: tuple[Line, ...]
    shapes: tuple[str, ...]
    meant: frozenset[Shape]
    act: tuple[float, float] | None

    def gaps(self, x: float) -> list[tuple[float, float]]:
        """The heights between which an upright line at `x` would run through the mark of the act or through words."""
        act = [(self.act[1] - REACH, self.act[1] + REACH)] if self.act and abs(self.act[0] - x) < REACH else []
        return [*act, *gaps(x, self.labels)]


def gaps(x: float, lines: Iterable[Line]) -> list[tuple[float, float]]:
    """The heights between which an upright line at `x` would run through lines of text, from the top down."""
    found = []
    for line in lines:
        wide = width(line.text, line.size, bold=line.bold)
        left = line.x - wide if line.anchor == "end" else line.x
        if left - 2 < x < left + wide + 2:
            found.append((line.y - line.size, line.y + line.size / 4))
    return sorted(found)


def rows(found: Timeline, scale: Scale, top: float) -> list[Row]:
    """A row for each step, one below the other from the height `top` on."""
    made: list[Row] = []
    for step in found.steps:
        made.append(_row(step, found.as_of, scale, made[-1].bottom if made else top))
    return made


def _row(step: TimedStep, as_of: str, scale: Scale, top: float) -> Row:
    words, low = written(((named(step), True), *((each, False) for each in about(step))), MARGIN, NAMES, top + PAD)
    lane = drawn(step, scale, day_number(as_of), top + PAD + _LANE / 2)
    labels, lowest = _labels(step, as_of, lane, top + PAD)
    return Row(
        step.name,
        row_words(step, as_of),
        top,
        max(low, lowest, top + PAD + _LANE) + PAD,
        tuple(words),
        tuple(labels),
        tuple(svg for svg, _, _ in lane if svg),
        frozenset(shape for _, shape, _ in lane),
        (scale.noon(ordinal(step.done)), top + PAD + _LANE / 2) if step.done else None,
    )


def _labels(step: TimedStep, as_of: str, lane: list[Drawn], top: float) -> tuple[list[Line], float]:
    """How a step stands, and its days: below its shapes, from where they begin or as far left as the words need.

    Where no day is known they are in the place of the shapes, behind the sign that may stand there.
    """
    dated = any(shape not in SIGNS for _, shape, _ in lane)
    first = CHART if dated or not lane else CHART + _SIGN
    left = min(x for _, _, x in lane) if dated else first
    said = ((sentence(state_words(step, as_of)), True), (sentence("; ".join(dates(step))), False))
    lines, low = written(said, 0.0, RIGHT - first, top + (_LANE if dated else 0.0))
    return [_placed(line, first, left) for line in lines], low


def _placed(line: Line, first: float, left: float) -> Line:
    """A line that begins at `left`, or farther left where it would run out of the sheet, but not before `first`."""
    wide = width(line.text, line.size, bold=line.bold)
    if left + wide > RIGHT and left > (CHART + RIGHT) / 2:
        return replace(line, x=RIGHT, anchor="end")
    return line.moved(max(first, min(left, RIGHT - wide)), 0.0)


def written(said: Iterable[tuple[str, bool]], x: float, room: float, y: float) -> tuple[list[Line], float]:
    """Paragraphs (in bold or not) in lines that fit, and the height at which they end."""
    lines: list[Line] = []
    for paragraph, bold in said:
        size = NAME if bold else SMALL
        for each in wrapped(paragraph, size, room, bold=bold):
            lines.append(Line(each, x, y + size, size, bold))
            y += size * LEADING
    return lines, y
