"""The boxes of a flowchart: their text in lines, their sizes, and where edges leave them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from majlis.questions.flow import Edge, Kind, Node
from majlis.render.flow_words import Paragraph, edge_words
from majlis.render.lettering import LEADING, SIZE, SMALL, Line, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLE = 13.0
PAD = 10.0
_GAP = 4.0
_MARK = 8.0  # the room for a question mark


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its text; `ports` are the heights at which its edges leave, `ruled` where its labels begin."""

    name: str
    kind: Kind
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    ports: tuple[tuple[Edge, float], ...] = ()
    ruled: float | None = None

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half of its width."""
        return self.x + self.width / 2

    def moved(self, x: float, y: float) -> Box:
        """The same box elsewhere, with all that is in it."""
        lines = tuple(line.moved(x, y) for line in self.lines)
        ports = tuple((edge, port + y) for edge, port in self.ports)
        ruled = None if self.ruled is None else self.ruled + y
        return replace(self, x=self.x + x, y=self.y + y, lines=lines, ports=ports, ruled=ruled)

    def port(self, edge: Edge) -> float:
        """The height at which an edge leaves the box."""
        return next(height for each, height in self.ports if each == edge)


def box(node: Node, said: Iterable[Paragraph], width: float, lefts: list[Edge], rights: list[Edge]) -> Box:
    """A box at the origin, with a row of labels for the edges that leave it to the left and to the right."""
    lines, y = _text(said, width, SMALL if node.step is None else SIZE, _MARK if node.kind is Kind.SILENCE else 0.0)
    if node.kind is Kind.SILENCE:
        lines.append(Line("?", PAD - _GAP, lines[0].y, TITLE, bold=True))
    if not lefts and not rights:
        return Box(node.name, node.kind, 0.0, 0.0, width, y + PAD, tuple(lines))
    ports: list[tuple[Edge, float]] = []
    ruled = y + _GAP
    y = ruled + _GAP
    for left, right in zip_longest(lefts, rights):
        rows = [(edge, _label(edge, node.kind, width)) for edge in (left, right) if edge is not None]
        height = max(len(words) for _, words in rows) * SMALL * LEADING + _GAP
        for edge, words in rows:
            lines += _written(words, y, width, end=edge is right)
            ports.append((edge, y + height / 2))
        y += height
    return Box(node.name, node.kind, 0.0, 0.0, width, y + PAD / 2, tuple(lines), tuple(ports), ruled)


def label_lines(edge: Edge, kind: Kind, room: float) -> list[str]:
    """The label of an edge, in lines."""
    return wrapped(edge_words(edge, kind), SMALL, room)


def _label(edge: Edge, kind: Kind, width: float) -> list[str]:
    return label_lines(edge, kind, width / 2 - PAD - _GAP)


def _text(said: Iterable[Paragraph], width: float, size: float, indent: float) -> tuple[list[Line], float]:
    """Paragraphs in lines, and the height at which they end."""
    lines: list[Line] = []
    y = PAD - _GAP / 2
    for text, bold in said:
        big = TITLE if bold else size
        for row in wrapped(text, big, width - 2 * PAD - indent, bold=bold):
            lines.append(Line(row, PAD + indent, y + big, big, bold))
            y += big * LEADING
        y += _GAP / 2
    return lines, y


def _written(words: list[str], y: float, width: float, *, end: bool) -> list[Line]:
    """A label at one side of a box."""
    x, anchor = (width - PAD, "end") if end else (PAD, "start")
    return [Line(row, x, y + SMALL + place * SMALL * LEADING, SMALL, False, anchor) for place, row in enumerate(words)]
