"""Where everything in a flowchart is drawn (in pixels, from the upper left corner)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.questions.flow import Kind, flow
from majlis.render.flow_boxes import PAD, Box, box, label_lines
from majlis.render.flow_lanes import routes
from majlis.render.flow_plan import Plan, Side
from majlis.render.flow_runs import joints
from majlis.render.flow_words import description, paragraphs
from majlis.render.lettering import LEADING, SIZE, SMALL, Line, wrapped
from majlis.render.needed import names_of
from majlis.render.needs import colophon, heading, marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.questions.flow import Edge, Node
    from majlis.questions.needs import Needs
    from majlis.render.flow_runs import Point, Route

WIDTH = 800.0
MARGIN = 8.0
ENDS = 144.0  # the width of the outcomes, at the left
STEPS = 276.0  # the width of the steps, in the middle
STEPS_AT = 232.0
SILENCES = 200.0  # the width of the silences, at the right
SILENCES_AT = WIDTH - MARGIN - SILENCES
STACK = 8.0  # between boxes that stand above each other in a row
ARROW = 26.0  # the least length of an arrow from row to row
_HEAD = 16.0
_LEGEND = (
    "A plain box is a step, a box with cut corners a test of facts, a round box an outcome. A dashed box with a "
    "question mark is a silence of the text; a dashed line shows how the record may go on all the same. "
    "Both: what follows runs side by side. Either: whichever comes."
)


@dataclass
class Drawing:
    """Boxes, lines between them, and words outside boxes."""

    title: str
    about: str
    width: float = WIDTH
    height: float = 0.0
    boxes: dict[str, Box] = field(default_factory=dict)
    routes: list[Route] = field(default_factory=list)
    joints: list[Point] = field(default_factory=list)
    words: list[Line] = field(default_factory=list)


def drawing(needs: Needs) -> Drawing:
    """Place everything that a procedure needs on a sheet."""
    graph = flow(needs)
    sheet = _Sheet(needs, Plan(graph))
    marks = {step.step: mark for mark, step in marked(needs)}
    sheet.drawn.about = description(graph, marks, needs)
    sheet.draw({name: mark if mark[:1].isdigit() else "" for name, mark in marks.items()})
    return sheet.drawn


class _Sheet:
    """A sheet that is filled from above."""

    def __init__(self, needs: Needs, plan: Plan) -> None:
        self.needs = needs
        self.plan = plan
        self.names = names_of(needs)
        self.drawn = Drawing(heading(needs), "")
        self.marks: dict[str, str] = {}
        self.y = MARGIN

    def draw(self, marks: dict[str, str]) -> None:
        self.marks = marks
        self._written([heading(self.needs)], _HEAD, bold=True)
        self._written([colophon(self.needs)], SMALL)
        self.y += ARROW
        for place in range(len(self.plan.middle)):
            self._row(place)
        self.drawn.routes = routes(self.plan, self.drawn.boxes)
        self.drawn.joints = joints(self.drawn.routes)
        self._alongside()
        self.y += PAD
        self._written([_LEGEND], SMALL)
        self.drawn.height = self.y + MARGIN

    def _written(self, texts: Iterable[str], size: float, *, bold: bool = False) -> None:
        """Words across the sheet."""
        for text in texts:
            for row in wrapped(text, size, WIDTH - 2 * MARGIN, bold=bold):
                self.drawn.words.append(Line(row, MARGIN, self.y + size, size, bold))
                self.y += size * LEADING

    def _row(self, place: int) -> None:
        """A box of the middle column with the outcomes and silences beside it."""
        name = self.plan.middle[place]
        lefts, rights = (self.plan.leaving(name, side) for side in (Side.LEFT, Side.RIGHT))
        step = self._box(name, STEPS, lefts, rights).moved(STEPS_AT, self.y)
        self.drawn.boxes[name] = step
        label = sum(self._label(edge) for edge in self.plan.leaving(name, Side.DOWN))
        bottoms = [step.bottom + label]
        bottoms.append(self._stack(self.plan.beside(place, Kind.OUTCOME), MARGIN, ENDS, step))
        bottoms.append(self._stack(self.plan.beside(place, Kind.SILENCE), SILENCES_AT, SILENCES, step))
        self.y = max(bottoms) + STACK
        self.y += ARROW if place + 1 < len(self.plan.middle) else 0.0

    def _box(self, name: str, width: float, lefts: list[Edge], rights: list[Edge]) -> Box:
        node: Node = self.plan.flow.node(name)
        said = paragraphs(node, self.marks.get(name, ""), self.names, self.needs)
        return box(node, said, width, lefts, rights)

    def _label(self, edge: Edge) -> float:
        """The height of the label beside an arrow that leads down."""
        kind = self.plan.flow.node(edge.source).kind
        return len(label_lines(edge, kind, STEPS / 2 - PAD)) * SMALL * LEADING

    def _stack(self, names: Iterable[str], x: float, width: float, beside: Box) -> float:
        """Boxes above each other, as level with the edges that lead to them as the step beside them allows."""
        made = [self._box(name, width, [], []) for name in names]
        if not made:
            return self.y
        height = sum(each.height + STACK for each in made) - STACK
        ports = [port for edge, port in beside.ports if edge.target in names] or [beside.y + height / 2]
        level = min(sum(ports) / len(ports) - height / 2, beside.bottom + STACK - height)
        at = max(level, self.y)
        for each in made:
            self.drawn.boxes[each.name] = each.moved(x, at)
            at += each.height + STACK
        return at - STACK

    def _alongside(self) -> None:
        """The steps alongside, three in a row under a heading of their own."""
        names = self.plan.alongside
        if not names:
            return
        self.y += PAD
        self._written(["At any time:"], SIZE, bold=True)
        self.y += PAD / 2
        width = (WIDTH - 2 * MARGIN - 2 * PAD) / 3
        for first in range(0, len(names), 3):
            row = [self._box(name, width, [], []) for name in names[first : first + 3]]
            for place, made in enumerate(row):
                self.drawn.boxes[made.name] = made.moved(MARGIN + place * (width + PAD), self.y)
            self.y += max(made.height for made in row) + PAD
