"""A flowchart as SVG: shapes, dashes and words tell all, so that no colour is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from majlis.questions.flow import How, Kind
from majlis.render.flow_layout import Drawing, drawing
from majlis.render.ink import DASH, FONT, INK, PAPER, plain, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.needs import Needs
    from majlis.render.flow_boxes import Box
    from majlis.render.flow_runs import Point, Route

_SHADE = "#eee"
_CUT = 12.0  # the cut corners of a test
_ROUND = 14.0
_HEAD = 4.0  # half the width of an arrowhead
_DOT = 2.5  # where lines join


def flow_svg(needs: Needs) -> str:
    """The flowchart of what a procedure needs, as an SVG document. The same answer gives the same text."""
    drawn = drawing(needs)
    size = f'viewBox="0 0 {drawn.width:g} {drawn.height:g}" width="{drawn.width:g}" height="{drawn.height:g}"'
    return "\n".join((
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="flow-title flow-desc">',
        f'<title id="flow-title">{plain(drawn.title)}</title>',
        f'<desc id="flow-desc">{plain(drawn.about)}</desc>',
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        f'<g font-family="{FONT}" fill="{INK}" stroke-linejoin="round">',
        *_parts(drawn),
        "</g>",
        "</svg>\n",
    ))  # fmt: skip


def _parts(drawn: Drawing) -> Iterator[str]:
    yield from (_line(route, drawn.joints) for route in drawn.routes)
    yield from (f'<circle cx="{x:g}" cy="{y:g}" r="{_DOT:g}"/>' for x, y in drawn.joints)
    yield from (_box(each) for each in drawn.boxes.values())
    yield from (text(line) for route in drawn.routes for line in route.label)
    yield from (text(line) for line in drawn.words)


def _line(route: Route, joints: list[Point]) -> str:
    """An edge with its arrowhead; one that runs into another is drawn as far as that, for dashes would blur."""
    dashes = f' stroke-dasharray="{DASH}"' if route.edge.how is How.THEN else ""
    joins = len(route.points) > 3 and route.points[-3] in joints
    path = " ".join(f"{x:g},{y:g}" for x, y in (route.points[:-2] if joins else route.points))
    head = "" if joins else f'<polygon points="{_arrow(route.points)}"/>'
    return (
        f'<g class="edge" data-from={quoteattr(route.edge.source)} data-to={quoteattr(route.edge.target)}>'
        f'<polyline points="{path}" fill="none" stroke="{INK}" stroke-width="1.2"{dashes}/>{head}</g>'
    )


def _arrow(points: tuple[Point, ...]) -> str:
    """The head of an arrow, with its tip at the box."""
    (x, y), (before_x, before_y) = points[-1], points[-2]
    along_x, along_y = _sign(x - before_x), _sign(y - before_y)
    back_x, back_y = x - 2 * _HEAD * along_x, y - 2 * _HEAD * along_y
    corners = (
        (x, y),
        (back_x + _HEAD * along_y, back_y + _HEAD * along_x),
        (back_x - _HEAD * along_y, back_y - _HEAD * along_x),
    )
    return " ".join(f"{one:g},{other:g}" for one, other in corners)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _box(box: Box) -> str:
    """A box in the shape of its kind, with its words."""
    rule = ""
    if box.ruled is not None:
        rule = f'<path d="M{box.x:g},{box.ruled:g}h{box.width:g}" stroke="{INK}" stroke-width="0.5"/>'
    words = "".join(text(line) for line in box.lines)
    return f'<g class="{box.kind}" data-name={quoteattr(box.name)}>{_shape(box)}{rule}{words}</g>'


def _shape(box: Box) -> str:
    place = f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"'
    pen = f'stroke="{INK}" stroke-width="1.2"'
    match box.kind:
        case Kind.TEST:
            return f'<path d="{_cut(box)}" fill="{PAPER}" {pen}/>'
        case Kind.OUTCOME:
            return f'<rect {place} rx="{_ROUND:g}" fill="{_SHADE}" {pen}/>'
        case Kind.SILENCE:
            return f'<rect {place} fill="{PAPER}" {pen} stroke-dasharray="{DASH}"/>'
        case _:
            return f'<rect {place} fill="{PAPER}" {pen}/>'


def _cut(box: Box) -> str:
    """A box with its corners cut off."""
    wide, high = box.width - 2 * _CUT, box.height - 2 * _CUT
    turns = f"h{wide:g}l{_CUT:g},{_CUT:g}v{high:g}l-{_CUT:g},{_CUT:g}h-{wide:g}l-{_CUT:g},-{_CUT:g}v-{high:g}z"
    return f"M{box.x + _CUT:g},{box.y:g}{turns}"
