"""A timeline as SVG: steps as rows, windows as bars, acts as marks; form and words tell all, colour nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from majlis.errors import printable
from majlis.render import timeline_axis as axis
from majlis.render.ink import FAINT, FONT, INK, PAPER, plain, shown, text
from majlis.render.lettering import LEADING, SMALL, Line, wrapped
from majlis.render.timeline_legend import legend
from majlis.render.timeline_rows import CHART, MARGIN, WIDE, Row, rows
from majlis.render.timeline_said import description, heading
from majlis.render.timeline_scale import Scale, ordinal
from majlis.render.timeline_windows import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.timed import Timeline

_TITLE = 15.0
_EDGE = 16.0  # the room at both ends of the scale
_NO_DAYS = (1, 1)
_MANY = 6  # rows from which on the axis is drawn below them, too


def timeline_svg(found: Timeline) -> str:
    """The picture of a timeline, as an SVG document 800 px wide. The same timeline gives the same text."""
    parts, height = _parts(found)
    size = f'viewBox="0 0 {WIDE:g} {shown(height)}" width="{WIDE:g}" height="{shown(height)}"'
    return "\n".join((
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="time-title time-desc">',
        f'<title id="time-title">{plain(found.title or found.procedure)}</title>',
        f'<desc id="time-desc">{plain(description(found))}</desc>',
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        f'<g font-family="{FONT}" fill="{INK}" stroke-linejoin="round">',
        *parts,
        "</g>",
        "</svg>\n",
    ))  # fmt: skip


def _parts(found: Timeline) -> tuple[list[str], float]:
    """What is on the sheet, and its height (px): the heading, the axis, the rows, and the legend."""
    days = days_of(found)
    scale = Scale(*(days or _NO_DAYS), CHART + _EDGE, WIDE - MARGIN - _EDGE, _EDGE)
    head, y = _heading(found)
    top = y + (axis.FLAG if found.as_of else 0.0) + (axis.HIGH if days else 0.0)
    made = rows(found, scale, top)
    bottom = made[-1].bottom if made else top
    meant = {shape for row in made for shape in row.meant}
    key, end = legend(meant, bottom + (_below(made) if days else 0.0), judged=bool(found.as_of))
    parts = [
        *(text(line) for line in head),
        *(_axes(scale, made, top, bottom) if days else ()),
        *(_row(row) for row in made),
        *(_judgement(scale, found.as_of, made, y, bottom) if found.as_of else ()),
        *key,
    ]
    return [part for part in parts if part], end


def _judgement(scale: Scale, as_of: str, made: list[Row], top: float, bottom: float) -> Iterator[str]:
    """The day of judgement (ISO): its label and its line."""
    yield text(axis.flag(scale, as_of, ordinal(as_of), top))
    yield axis.judgement(scale, ordinal(as_of), made, top + axis.FLAG - axis.FOOT, bottom)


def _heading(found: Timeline) -> tuple[list[Line], float]:
    """The title, and what the timeline is about; the height at which they end."""
    lines: list[Line] = []
    y = MARGIN
    said = [(found.title or found.procedure, _TITLE, True), *((each, SMALL, False) for each in heading(found))]
    for paragraph, size, bold in said:
        for row in wrapped(paragraph, size, WIDE - 2 * MARGIN, bold=bold):
            lines.append(Line(row, MARGIN, y + size, size, bold))
            y += size * LEADING
    return lines, y + MARGIN


def _below(made: list[Row]) -> float:
    """The room for the axis below the rows."""
    return axis.HIGH if len(made) >= _MANY else 0.0


def _axes(scale: Scale, made: list[Row], top: float, bottom: float) -> Iterator[str]:
    yield axis.grid(scale, made, top, bottom)
    yield axis.base(scale, top)
    yield axis.base(scale, bottom)
    yield from (text(line) for line in axis.labels(scale, top - axis.HIGH, below=False))
    if _below(made):
        yield from (text(line) for line in axis.labels(scale, bottom, below=True))


def _row(row: Row) -> str:
    """A row as a group of its own, with its story for screen readers, and a line below it."""
    rule = f'<path d="M{MARGIN:g},{shown(row.bottom)}H{WIDE - MARGIN:g}" stroke="{FAINT}" stroke-width="0.8"/>'
    words = "".join(text(line) for line in (*row.words, *row.labels))
    name = quoteattr(printable(row.name))
    return f'<g class="row" data-name={name}><title>{plain(row.says)}</title>{rule}{"".join(row.shapes)}{words}</g>'
