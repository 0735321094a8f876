"""The shapes of one row of a timeline: its window, its act, and what runs over."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from majlis.questions.timed import State
from majlis.render import timeline_marks as marks
from majlis.render.timeline_windows import day_number, ends_if, window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from majlis.questions.timed import TimedStep
    from majlis.render.timeline_scale import Scale
    from majlis.render.timeline_windows import Window


class Shape(StrEnum):
    """What a shape means, in the words of the legend."""

    WAITED = "empty bar: the days of a step that has not come"
    KEPT = "shaded bar: the days of a step that was done"
    DASHED = "dashed: not settled yet, or foreseen only"
    BROKEN = "broken end: no bound on that side"
    NARROW = "a bar is never narrower than this"
    FROM = "bracket: not before, with no last day"
    IF = "closing bracket: the last day if a provision applies"
    REVERSED = "closing bracket, then opening one: its last day comes before its first"
    IN_TIME = "full diamond: done in time"
    LATE = "diamond with a bar, hatched: done too late"
    PREMATURE = "half a diamond, dotted: done too early"
    UNTIMED = "empty diamond: done, no limit held against it"
    OVERDUE = "hatched, with an arrow: overdue"
    IMPOSSIBLE = "cross: impossible, or no longer possible"
    UNKNOWN = "question mark: not known"


# A shape as SVG, what it means, and the leftmost place of it (px).
Drawn = tuple[str, Shape, float]

_ACTS: dict[State, tuple[Callable[[float, float], str], Shape]] = {
    State.IN_TIME: (marks.in_time, Shape.IN_TIME),
    State.LATE: (marks.late, Shape.LATE),
    State.PREMATURE: (marks.premature, Shape.PREMATURE),
}
_SIGNS: dict[State, tuple[Callable[[float, float], str], Shape]] = {
    State.UNKNOWN: (marks.asked, Shape.UNKNOWN),
    State.IMPOSSIBLE: (marks.crossed, Shape.IMPOSSIBLE),
}
SIGNS = (Shape.UNKNOWN, Shape.IMPOSSIBLE)
"""The shapes that may stand where no day is known."""

_RUN_OVER = {State.OVERDUE: Shape.OVERDUE, State.LATE: Shape.LATE}


def drawn(step: TimedStep, scale: Scale, as_of: int | None, y: float) -> list[Drawn]:
    """The shapes of a row, around the height `y`, as they are painted; none where no day is known."""
    found = window(step)
    sides = _sides(found, step, scale) if found else None
    return [
        *_runs_over(step, scale, sides, as_of, y),
        *(_bar(step, found, scale, sides, y) if found and sides else ()),
        *_brackets(step, scale, y),
        *_marks(step, scale, sides, y),
    ]


def _sides(found: Window, step: TimedStep, scale: Scale) -> tuple[float, float]:
    """Where a window begins and where it ends, which may be before it begins; one that is too narrow is widened."""
    left = scale.left - scale.edge if found.first is None else scale.start(found.first)
    right = scale.right + scale.edge if found.last is None else scale.end(found.last)
    if found.reversed or right - left >= marks.LEAST:
        return left, right
    return (right - marks.LEAST, right) if step.state in (State.LATE, State.OVERDUE) else (left, left + marks.LEAST)


def _bar(step: TimedStep, found: Window, scale: Scale, sides: tuple[float, float], y: float) -> Iterator[Drawn]:
    left, right = sides
    if found.reversed:
        yield marks.none_left(left, right, y), Shape.REVERSED, right - marks.REACH
        return
    style = marks.Style(step.done is not None, not found.settled, found.first is None, found.last is None)
    yield marks.bar(left, right, y, style), Shape.KEPT if style.filled else Shape.WAITED, left
    if style.dashed:
        yield "", Shape.DASHED, left
    if found.first is None or found.last is None:
        yield "", Shape.BROKEN, left
    elif scale.day * (abs(found.last - found.first) + 1) < marks.LEAST:
        yield "", Shape.NARROW, left


def _runs_over(
    step: TimedStep, scale: Scale, sides: tuple[float, float] | None, as_of: int | None, y: float
) -> list[Drawn]:
    """The days by which an act came too late or too early, or for which it is overdue up to the day of judgement."""
    left, right = sides or (scale.right, scale.left)
    found: list[Drawn] = []
    day = as_of if step.state is State.OVERDUE else day_number(step.done)
    if day is None:
        return found
    at = scale.noon(day)
    if step.state is State.PREMATURE and sides and at < left:
        found.append((marks.dotted(at, left, y), Shape.PREMATURE, at))
    elif step.state in _RUN_OVER and sides and at > right:
        found.append((marks.hatched(right, at, y), _RUN_OVER[step.state], right))
    if step.state is State.OVERDUE:
        found.append((marks.running(at, y), Shape.OVERDUE, at))
    return found


def _brackets(step: TimedStep, scale: Scale, y: float) -> Iterator[Drawn]:
    """The first day of a step to which the text sets no last one, and last days that may hold."""
    first = day_number(step.earliest or step.not_before)
    if step.state is State.UNDATED and first is not None and not step.done:
        yield marks.beginning(scale.start(first), y), Shape.FROM, scale.start(first)
    for last in ends_if(step):
        yield marks.ending(scale.end(last), y), Shape.IF, scale.end(last) - marks.REACH


def _marks(step: TimedStep, scale: Scale, sides: tuple[float, float] | None, y: float) -> Iterator[Drawn]:
    done = day_number(step.done)
    end = scale.right + scale.edge - marks.REACH
    middle = sum(sides) / 2 if sides else scale.left - scale.edge + marks.REACH
    if done is not None:
        draw, shape = _ACTS.get(step.state, (marks.untimed, Shape.UNTIMED))
        yield draw(scale.noon(done), y), shape, scale.noon(done) - marks.REACH
        middle = scale.noon(done) + (3 if scale.noon(done) + 3 * marks.REACH < end else -3) * marks.REACH
    if step.state in _SIGNS:
        draw, shape = _SIGNS[step.state]
        yield draw(middle, y), shape, middle - marks.REACH
