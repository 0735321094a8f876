"""In which column and row each box of a flowchart stands, and to which side each edge leaves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.questions.flow import How, Kind

if TYPE_CHECKING:
    from majlis.questions.flow import Edge, Flow

_ONWARD = ("done", "passed", "ungoverned")  # the events in which a procedure goes well


class Side(Enum):
    """To which side of its box an edge leaves; an edge to the box itself is told in words."""

    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


@dataclass(frozen=True, eq=False)
class Plan:
    """Steps run down the middle, silences stand to their right, outcomes to their left.

    The outcome that the last step leads to when all goes well is the end of the middle column.
    """

    flow: Flow

    @cached_property
    def middle(self) -> tuple[str, ...]:
        """The boxes of the middle column, from above."""
        steps = [each.name for each in self.flow.nodes if each.step and each.kind is not Kind.ALONGSIDE]
        edges = self.flow.out(steps[-1])
        last = [edge.target for edge in edges if not {*edge.events}.isdisjoint(_ONWARD)] or [e.target for e in edges]
        ends = [name for name in last if self.flow.node(name).kind is Kind.OUTCOME]
        return (*steps, *ends[:1])

    @cached_property
    def alongside(self) -> tuple[str, ...]:
        """The steps that may be taken at any time."""
        return tuple(each.name for each in self.flow.nodes if each.kind is Kind.ALONGSIDE)

    @cached_property
    def row(self) -> dict[str, int]:
        """The row of every box that stands in one: an outcome stands beside the last step that leads to it."""
        rows = {name: place for place, name in enumerate(self.middle)}
        for edge in self.flow.edges:
            if self.flow.node(edge.target).kind is Kind.SILENCE:
                rows[edge.target] = rows[edge.source]
        fixed = set(rows)
        for edge in self.flow.edges:
            if edge.target not in fixed:
                rows[edge.target] = rows[edge.source]
        return rows

    def beside(self, place: int, kind: Kind) -> tuple[str, ...]:
        """The silences or the outcomes in a row, from above."""
        found = [edge.target for edge in self.flow.out(self.middle[place])]
        found += [name for name, row in self.row.items() if row == place]
        wanted = (n for n in found if self.row[n] == place and n not in self.middle and self.flow.node(n).kind is kind)
        return tuple(dict.fromkeys(wanted))

    def side(self, edge: Edge) -> Side:
        """The side to which an edge of a step leaves."""
        if edge.how is How.NEXT:
            return Side.NONE
        if self.flow.node(edge.target).kind is Kind.SILENCE:
            return Side.RIGHT
        below = self.middle[self.row[edge.source] + 1 :][:1]
        return Side.DOWN if (edge.target,) == below else Side.LEFT

    def leaving(self, name: str, side: Side) -> list[Edge]:
        """The edges that leave a step to one side, from above."""
        order = {each: place for place, each in enumerate(self.beside(self.row[name], Kind.OUTCOME))}
        found = [edge for edge in self.flow.out(name) if self.side(edge) is side]
        return sorted(found, key=lambda edge: order.get(edge.target, -1)) if side is Side.LEFT else found
