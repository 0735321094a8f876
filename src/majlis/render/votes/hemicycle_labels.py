"""The numbers at the ticks of a hemicycle: moved apart along the arc where they would run over each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, hypot, pi, sin
from typing import TYPE_CHECKING

from majlis.render.ink import INK, shown
from majlis.render.lettering import Line, width
from majlis.render.votes.hemicycle_gauge import TICK, share_of
from majlis.render.votes.hemicycle_seats import at
from majlis.render.votes.vote_sheet import WIDE
from majlis.render.words import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from majlis.render.votes.hemicycle import Count

SIZE, DUE_SIZE = 13.0, 15.0
_FOOT = TICK + 9.0  # no label comes nearer to the middle
_AIR = 2.0
_ROOM = WIDE / 2 - _FOOT - 1.0  # beside the ends of the arc
_ASCENT, _DESCENT = 0.8, 0.2  # of a line of text, in sizes


@dataclass(frozen=True, slots=True)
class Label:
    """A number at a tick: the votes, its words, whether it is due, and the size of its letters."""

    votes: int
    text: str
    due: bool
    size: float

    @property
    def wide(self) -> float:
        """How wide it is."""
        return width(self.text, self.size, bold=self.due)

    @property
    def high(self) -> float:
        """How high it is."""
        return self.size * (_ASCENT + _DESCENT)


def labels(count: Count) -> tuple[list[Line], list[str]]:
    """The numbers around 0,0, none over another, and the lines that lead to those that stand apart from their ticks.

    Where there are more than have room, the greatest that is due and the least of the others have a number.
    """
    kept = _that_fit([_label(votes, count) for votes in sorted({mark.votes for mark in count.marks})], count)
    wanted = [share_of(each.votes, count) for each in kept]
    places = spread(wanted, [_apart(*pair) for pair in pairwise(kept)])
    lines = [_line(label, share) for label, share in zip(kept, places, strict=True)]
    leads = [_lead(tick, share) for tick, share in zip(wanted, places, strict=True)]
    return lines, leads


def _label(votes: int, count: Count) -> Label:
    due = any(mark.due and mark.votes == votes for mark in count.marks)
    beyond = (f"{number(votes)} →", "→") if votes > count.whole else (number(votes),)
    sizes = (DUE_SIZE, SIZE) if due else (SIZE,)
    tried = [Label(votes, text, due, size) for text in beyond for size in sizes]
    return next((label for label in tried if label.wide <= _ROOM), tried[-1])


def _apart(one: Label, other: Label) -> float:
    """By what share of the half turn two labels have to be apart, whichever way they lie to each other."""
    reach = hypot((one.wide + other.wide) / 2, (one.high + other.high) / 2) + _AIR
    return 2 * asin(min(1.0, reach / (2 * _FOOT))) / pi


def _that_fit(several: list[Label], count: Count) -> list[Label]:
    """As many labels as have room, that of the majority that is due before all others."""
    main = count.due.votes if count.due else None
    kept: list[Label] = []
    for label in sorted(several, key=lambda each: (each.votes != main, not each.due, each.votes)):
        trial = sorted((*kept, label), key=lambda each: each.votes)
        if sum(_apart(*pair) for pair in pairwise(trial)) <= 1.0:
            kept = trial
    return kept


def spread(wanted: Sequence[float], apart: Sequence[float]) -> list[float]:
    """Places from 0 to 1 in the same order, as far apart as they have to be, and as near as can be to those wanted.

    What would run into each other is moved as one, by the least squares; all of it must have room (1 in all).
    """
    offsets = [0.0]
    for gap in apart:
        offsets.append(offsets[-1] + gap)
    runs: list[list[float]] = []
    for place, offset in zip(wanted, offsets, strict=False):
        runs.append([place - offset])
        while len(runs) > 1 and _mean(runs[-2]) >= _mean(runs[-1]):
            last = runs.pop()
            runs[-1] += last
    room = 1.0 - offsets[-1]
    moved = [min(max(_mean(run), 0.0), room) for run in runs for _ in run]
    return [place + offset for place, offset in zip(moved, offsets, strict=False)]


def _mean(values: Iterable[float]) -> float:
    several = list(values)
    return sum(several) / len(several)


def _line(label: Label, share: float) -> Line:
    """The number at its place: wholly beyond the tangent of the arc there."""
    angle = pi * (1 - share)
    x, y = at(_FOOT + abs(cos(angle)) * label.wide / 2 + sin(angle) * label.high / 2, share)
    return Line(label.text, x, y + label.size * (_ASCENT - _DESCENT) / 2, label.size, label.due, "middle")


def _lead(tick: float, share: float) -> str:
    (x, y), (right, top) = at(TICK, tick), at(_FOOT - 1.0, share)
    return f'<path d="M{shown(x)},{shown(y)}L{shown(right)},{shown(top)}" stroke="{INK}" stroke-width="0.8"/>'
