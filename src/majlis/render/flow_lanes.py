"""The lines of a flowchart: they leave and enter boxes at their sides and run in lanes between the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.flow import How, Kind
from majlis.render.flow_boxes import PAD, label_lines
from majlis.render.flow_plan import Side
from majlis.render.flow_runs import ENTRY, NEAR, Point, Route, Run, bent, lanes
from majlis.render.lettering import LEADING, SMALL, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.questions.flow import Edge
    from majlis.render.flow_boxes import Box
    from majlis.render.flow_plan import Plan

_EDGE = 8.0  # how far a line keeps from the corners of a box beside a step


def routes(plan: Plan, boxes: Mapping[str, Box]) -> list[Route]:
    """The lines of all edges."""
    return _Lines(plan, boxes).all()


class _Lines:
    def __init__(self, plan: Plan, boxes: Mapping[str, Box]) -> None:
        self.plan = plan
        self.boxes = boxes
        first = boxes[plan.middle[0]]
        self.left, self.right = first.x, first.right
        self.ends = max((b.right for b in boxes.values() if b.right < self.left), default=0.0)
        self.silences = min((b.x for b in boxes.values() if b.x > self.right), default=self.right)

    def all(self) -> list[Route]:
        """Downward, then to the silences, onward from them, and to the left."""
        edges = [edge for edge in self.plan.flow.edges if edge.source in self.boxes]
        side = {edge: Side.NONE if edge.how is How.THEN else self.plan.side(edge) for edge in edges}
        down = [self._down(edge) for edge in edges if side[edge] is Side.DOWN]
        then = [edge for edge in edges if edge.how is How.THEN and self._silent(edge.source)]
        back = [edge for edge in edges if edge.how is How.THEN and not self._silent(edge.source)]
        rights = self._rights([edge for edge in edges if side[edge] is Side.RIGHT])
        lefts = self._lefts([*(edge for edge in edges if side[edge] is Side.LEFT), *back])
        return [*down, *rights, *self._onward(then), *lefts]

    def _down(self, edge: Edge) -> Route:
        """Straight down to the next box, with the label beside the line."""
        upper, lower = self.boxes[edge.source], self.boxes[edge.target]
        x, y = upper.middle, upper.bottom
        kind = self.plan.flow.node(edge.source).kind
        same = self.plan.leaving(edge.source, Side.DOWN)
        above = [row for each in same[: same.index(edge)] for row in label_lines(each, kind, upper.width / 2 - PAD)]
        rows = enumerate(label_lines(edge, kind, upper.width / 2 - PAD), len(above))
        label = [Line(row, x + _EDGE, y + _EDGE / 2 + SMALL + n * SMALL * LEADING, SMALL) for n, row in rows]
        return Route(edge, ((x, y), (x, lower.y)), tuple(label))

    def _rights(self, edges: list[Edge]) -> list[Route]:
        """To the silences of the same row. Lines that bend do so one within the other."""
        found = []
        bent: dict[tuple[str, bool], int] = {}
        for edge, up in [*((e, True) for e in edges), *((e, False) for e in reversed(edges))]:
            source, target = self.boxes[edge.source], self.boxes[edge.target]
            port = source.port(edge)
            entry = min(max(port, target.y + _EDGE), target.bottom - (2 if self._goes_on(edge) else 1) * _EDGE)
            if entry == port and up:
                found.append(Route(edge, ((source.right, port), (target.x, port))))
            if entry == port or (entry < port) is not up:
                continue
            place = bent[edge.source, up] = bent.get((edge.source, up), 0) + 1
            x = source.right + place * min(_EDGE, (self.silences - self.right) / 2 / (len(source.ports) + 1))
            found.append(Route(edge, ((source.right, port), (x, port), (x, entry), (target.x, entry))))
        return found

    def _silent(self, name: str) -> bool:
        return self.plan.flow.node(name).kind is Kind.SILENCE

    def _goes_on(self, edge: Edge) -> bool:
        """Does a line leave the silence below the one that enters it?"""
        return bool(self.plan.flow.out(edge.target))

    def _onward(self, edges: list[Edge]) -> list[Route]:
        """From silences on, to the right side of steps."""
        runs = []
        for edge in edges:
            source, target = self.boxes[edge.source], self.boxes[edge.target]
            runs.append(Run(edge, (source.x, source.bottom - _EDGE), (target.right, target.y + ENTRY)))
        taken = lanes(runs, self.silences, (self.silences - self.right) / 2)
        return [bent(run, taken) for run in runs]

    def _lefts(self, edges: list[Edge]) -> list[Route]:
        """To outcomes, back to earlier steps and past the next one; lines to one box share their lane."""
        runs = [Run(edge, self._exit(edge), self._entry(edge)) for edge in edges]
        taken = lanes(runs, self.left, self.left - self.ends)
        return [bent(run, taken) for run in runs]

    def _exit(self, edge: Edge) -> Point:
        """Where a line leaves for the left lanes: a step by its port, an outcome that is not the end below."""
        source = self.boxes[edge.source]
        if edge.how is not How.THEN:
            return source.x, source.port(edge)
        level = source.bottom - _EDGE
        if edge.source in self.plan.middle:
            return source.x, level
        return source.right, _clear(level, self._ports(edge.source).values())

    def _entry(self, edge: Edge) -> Point:
        """Where a line from the left lanes enters a box."""
        target = self.boxes[edge.target]
        if edge.target in self.plan.middle:
            return target.x, target.y + ENTRY
        ports = self._ports(edge.target)
        lowest = target.bottom - (2 if self._goes_on(edge) else 1) * _EDGE
        level = min(max(ports.get(edge.target, target.y), target.y + _EDGE), lowest)
        return target.right, _clear(level, (port for name, port in ports.items() if name != edge.target))

    def _ports(self, outcome: str) -> dict[str, float]:
        """The heights at which lines leave the step beside an outcome to the left, by what they lead to."""
        beside = self.boxes[self.plan.middle[self.plan.row[outcome]]]
        return {edge.target: port for edge, port in beside.ports if self.plan.side(edge) is Side.LEFT}


def _clear(level: float, others: Iterable[float]) -> float:
    """A height, moved where a line at it would look like another one."""
    return level + (NEAR if any(abs(other - level) < NEAR for other in others) else 0.0)
