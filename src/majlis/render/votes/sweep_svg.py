"""A sweep as a step chart in SVG: for each number whether it fails, depends or passes, and where that changes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from majlis.render.ink import FAINT, INK, PAPER, plain, shown, text
from majlis.render.lettering import LEADING, Line, width, wrapped
from majlis.render.votes.hemicycle_labels import spread
from majlis.render.votes.hemicycle_marks import COUNTED
from majlis.render.votes.sweep_said import (
    LEVELS,
    description,
    figure_words,
    level_words,
    run_words,
    title,
    told,
    turning_words,
)
from majlis.render.votes.vote_sheet import MARGIN, TEXT, WIDE, heading, sheet
from majlis.render.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.figures.swept import Run, Sweep

_LEFT, _RIGHT = 102.0, WIDE - MARGIN - 10.0  # of the chart; levels are named before it
_LEVEL = 34.0  # from one level to the next
_THICK = 10.0  # of a step
_HATCH = 6.0
_LEAD = 14.0
_AIR = 8.0
_ABOVE = 10.0
_HEAD = 8.0  # of the arrow of a sweep without an end
_MOST_NUMBERS = 9  # at the axis


def sweep_svg(found: Sweep) -> str:
    """The step chart of a sweep as an SVG document; it can be read when it is shown 360 px wide.

    Equal sweeps give equal text.
    """
    head, y = heading(title(found), turning_words(found), ())
    levels = {answer: y + _ABOVE + place * _LEVEL for place, answer in enumerate(_levels(found))}
    base = max(levels.values(), default=y) + _LEVEL / 2
    axis, y = _axis(found, base)
    runs, end = _told(found, y)
    parts = [*head, *_ground(found, levels, base), *_steps(found, levels), *axis, *runs]
    return sheet(title(found), description(found), parts, end + MARGIN)


def _levels(found: Sweep) -> list[bool | None]:
    """The levels of the chart: passing and failing in any case, what is open only where it occurs."""
    answers = {run.passes for run in found.runs}
    return [answer for answer in LEVELS if answer is not None or None in answers]


def at(found: Sweep, value: int) -> float:
    """Where a number begins across the sheet; each number has a width of its own."""
    return _LEFT + (_RIGHT - _LEFT) * (value - found.first) / max(found.last + 1 - found.first, 1)


def _ground(found: Sweep, levels: dict[bool | None, float], base: float) -> Iterator[str]:
    """The names of the levels with their lines, and the upright lines where the answer changes."""
    for answer, y in levels.items():
        yield f'<path d="M{_LEFT:g},{shown(y)}H{_RIGHT:g}" stroke="{FAINT}" stroke-width="0.8"/>'
        yield text(Line(level_words(found, answer), _LEFT - _AIR, y + TEXT * 0.35, TEXT, anchor="end"))
    top = min(levels.values())
    for value in found.turning:
        x = shown(at(found, value))
        yield f'<path class="turn" d="M{x},{shown(top)}V{shown(base)}" stroke="{INK}" stroke-width="1"/>'
    yield f'<path d="M{_LEFT:g},{shown(base)}H{_RIGHT:g}" stroke="{INK}" stroke-width="1"/>'


def _steps(found: Sweep, levels: dict[bool | None, float]) -> Iterator[str]:
    for run in found.runs:
        said = f"<title>{plain(run_words(found, run))}</title>"
        endless = found.endless and run is found.runs[-1]
        step = _step(run, at(found, run.first), at(found, run.last + 1), levels[run.passes])
        arrow = _arrow(levels[run.passes]) if endless else ""
        yield f'<g class="run" data-first="{run.first}" data-last="{run.last}">{said}{step}{arrow}</g>'


def _step(run: Run, left: float, right: float, y: float) -> str:
    """A run at its level: filled where it passes, hatched where that depends, empty where it fails."""
    fill = COUNTED if run.passes else PAPER
    place = f'x="{shown(left)}" y="{shown(y - _THICK / 2)}" width="{shown(right - left)}" height="{_THICK:g}"'
    box = f'<rect {place} fill="{fill}" stroke="{INK}" stroke-width="1.2"/>'
    path = "".join(_strokes(left, right, y)) if run.passes is None else ""
    return box + (f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="1.4"/>' if path else "")


def _strokes(left: float, right: float, y: float) -> Iterator[str]:
    """Slanting lines, cut off at both ends."""
    start = left - _THICK + _HATCH / 2
    low_edge = y + _THICK / 2
    while start < right:
        low, high = max(start, left), min(start + _THICK, right)
        if low < high:
            yield f"M{shown(low)},{shown(low_edge - low + start)}L{shown(high)},{shown(low_edge - high + start)}"
        start += _HATCH


def _arrow(y: float) -> str:
    """The end of a run that goes on."""
    corners = ((_RIGHT + _HEAD, y), (_RIGHT, y - _THICK / 2 - 2.0), (_RIGHT, y + _THICK / 2 + 2.0))
    return f'<polygon points="{" ".join(f"{shown(a)},{shown(b)}" for a, b in corners)}"/>'


def _axis(found: Sweep, base: float) -> tuple[list[str], float]:
    """The numbers at the axis (those where the answer changes before all others), what is counted, and its end."""
    parts: list[str] = []
    numbers = _numbers(found)
    for value, x in numbers:
        turn = value in found.turning
        line = f"M{shown(_mark(found, value))},{shown(base)}L{shown(x)},{shown(base + _LEAD - 3.0)}"
        parts.append(f'<path d="{line}" stroke="{INK}" stroke-width="0.8"/>')
        parts.append(text(Line(number(value), x, base + _LEAD + TEXT * 0.75, TEXT, turn, "middle")))
    y = base + _LEAD + TEXT * (0.75 + LEADING)
    for row in wrapped(figure_words(found), TEXT, _RIGHT - _LEFT):
        parts.append(text(Line(row, (_LEFT + _RIGHT) / 2, y, TEXT, anchor="middle")))
        y += TEXT * LEADING
    return parts, y


def _mark(found: Sweep, value: int) -> float:
    """Where a number is marked: where it begins, and the last one where the scale ends."""
    last = value == found.last and value not in found.turning and value != found.first
    return at(found, value + 1) if last else at(found, value)


def _numbers(found: Sweep) -> list[tuple[int, float]]:
    """The numbers that have room at the axis, each with its middle."""
    wanted = [*found.turning, found.first, found.last]
    kept: list[int] = []
    for value in list(dict.fromkeys(wanted)):
        trial = sorted({*kept, value})
        left, right = _middles(found, trial)
        between = sum((_wide(found, one) + _wide(found, other)) / 2 for one, other in pairwise(trial))
        if len(trial) <= _MOST_NUMBERS and between <= right - left:
            kept = trial
    left, right = _middles(found, kept)
    room = right - left
    places = [(_mark(found, value) - left) / room for value in kept]
    apart = [(_wide(found, one) + _wide(found, other)) / 2 / room for one, other in pairwise(kept)]
    return [(value, left + place * room) for value, place in zip(kept, spread(places, apart), strict=True)]


def _middles(found: Sweep, values: list[int]) -> tuple[float, float]:
    """Between which places the middles of numbers have to be, so that all of each is on the sheet."""
    first, last = (_wide(found, values[place]) / 2 for place in (0, -1))
    return max(_LEFT, MARGIN + first), WIDE - MARGIN / 2 - last


def _wide(found: Sweep, value: int) -> float:
    return width(number(value), TEXT, bold=value in found.turning) + _AIR


def _told(found: Sweep, y: float) -> tuple[list[str], float]:
    """The runs in words."""
    lines: list[str] = []
    for said in told(found):
        for row in wrapped(said, TEXT, WIDE - 2 * MARGIN):
            lines.append(text(Line(row, MARGIN, y + TEXT, TEXT)))
            y += TEXT * LEADING
    return lines, y
