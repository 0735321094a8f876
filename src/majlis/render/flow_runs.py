"""Lines that bend: the lanes in which they run, and where those that lead to one box join."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.questions.flow import Edge
    from majlis.render.lettering import Line

Point = tuple[float, float]
ENTRY = 15.0  # how far below the top of a step a line enters it, and how far from it the first lane is
NEAR = 5.0  # lines that are nearer to each other look like one
_LANE = 8.0  # the distance between two lanes, where there is room


@dataclass(frozen=True, slots=True)
class Route:
    """The corners of the line of an edge from box to box, and its label if it stands beside the line."""

    edge: Edge
    points: tuple[Point, ...]
    label: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A line before its lane is known: where it comes from and at which height it arrives."""

    edge: Edge
    start: Point
    end: Point


def lanes(runs: Iterable[Run], column: float, room: float) -> dict[str, float]:
    """A lane for each box that lines bend to, to the left of a column: short ones next to it, none over another."""
    spans: dict[str, tuple[float, float]] = {}
    for run in runs:
        heights = (run.start[1], run.end[1], *spans.get(run.edge.target, ()))
        spans[run.edge.target] = min(heights), max(heights)
    spans = {name: span for name, span in spans.items() if span[0] != span[1]}
    taken: list[list[tuple[float, float]]] = []
    place: dict[str, int] = {}
    for name, (top, bottom) in sorted(spans.items(), key=lambda each: (each[1][1] - each[1][0], each[1])):
        free = (n for n, lane in enumerate(taken) if all(bottom + NEAR < t or b + NEAR < top for t, b in lane))
        place[name] = next(free, len(taken))
        taken += [[]] * (place[name] == len(taken))
        taken[place[name]] = [*taken[place[name]], (top, bottom)]
    step = min(_LANE, (room - ENTRY) / (len(taken) + 1))
    return {name: column - ENTRY - step * number for name, number in place.items()}


def bent(run: Run, taken: Mapping[str, float]) -> Route:
    """The line by its lane; straight where it need not bend."""
    (x, y), (end_x, end_y) = run.start, run.end
    lane = taken.get(run.edge.target)
    if y == end_y or lane is None:
        return Route(run.edge, ((x, y), (end_x, end_y)))
    return Route(run.edge, ((x, y), (lane, y), (lane, end_y), (end_x, end_y)))


def joints(routes: Iterable[Route]) -> list[Point]:
    """Where lines that lead to one box from one side run into each other; other lines only cross."""
    groups: dict[Point, list[Route]] = {}
    for route in routes:
        groups.setdefault(route.points[-1], []).append(route)
    found: dict[Point, None] = {}
    for group in groups.values():
        bending = [route.points[-3:-1] for route in group if len(route.points) > 3]
        if len(group) > 1 and bending:
            heights = [y for corners in bending for _, y in corners]
            found |= {(x, y): None for corners in bending for x, y in corners if min(heights) < y < max(heights)}
            found |= {bending[0][1]: None} if len(bending) < len(group) else {}
    return list(found)
