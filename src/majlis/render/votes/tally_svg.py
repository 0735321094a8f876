"""A vote with many ballots as bars in SVG: one for each candidate or answer, and a line for each majority."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from majlis.errors import printable
from majlis.render.ink import INK, PAPER, SHADE, plain, shown, text
from majlis.render.lettering import LEADING, Line, width, wrapped
from majlis.render.votes.hemicycle_labels import spread
from majlis.render.votes.hemicycle_legend import majorities
from majlis.render.votes.hemicycle_marks import drawn, look
from majlis.render.votes.hemicycle_said import due_words, in_order
from majlis.render.votes.tally_said import description, row_words
from majlis.render.votes.vote_sheet import MARGIN, TEXT, WIDE, heading, sheet
from majlis.render.words import number
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.render.votes.hemicycle import Count
    from majlis.render.votes.tally import Row, Tally

_BAR = 16.0  # the height of a bar
_REACH = 5.0  # of the signs in it
_STAMP = 15.0  # from one sign to the next
_ICON = 20.0
_SPACE = 9.0  # between rows
_HATCH = 6.0
_LABEL, _DUE = 13.0, 15.0
_LEAD = 12.0  # the height of the lines that lead from a number to its upright line
_AIR = 6.0
_SAID = TEXT + 1.0


def tally_svg(found: Tally) -> str:
    """The picture of an election or of another vote with many ballots, as an SVG document.

    It can be read when it is shown 360 px wide. Equal votes give equal text.
    """
    head, y = heading(found.title, found.answer, found.subtitle)
    count = found.count
    top = y + (_DUE + _LEAD if found.marks else 0.0)
    rows, bottom = _rows(found, top)
    lines = [*_lines(count, top, bottom)]
    said, y = _due(count, bottom + MARGIN / 2)
    key, end = majorities(count, y) if found.marks else ([], bottom)
    parts = [*head, *lines, *rows, *_ticks(count, rows_at(found, top)), *said, *key]
    return sheet(found.title, description(found), parts, end + MARGIN)


def at(votes: int, count: Count) -> float:
    """Where a number of votes stands across the sheet."""
    return MARGIN + (WIDE - 2 * MARGIN) * votes / count.whole


def rows_at(found: Tally, top: float) -> list[tuple[float, float]]:
    """For each row the height at which its words begin, and that at which its bar does."""
    places = []
    y = top + _AIR
    for row in found.rows:
        words = len(_words(row)) * TEXT * LEADING
        places.append((y, y + words + 2.0))
        y += words + 2.0 + _BAR + _SPACE
    return places


def _words(row: Row) -> list[str]:
    return wrapped(row_words(row), TEXT, WIDE - 2 * MARGIN - _ICON, bold=True) or [""]


def _rows(found: Tally, top: float) -> tuple[list[str], float]:
    places = rows_at(found, top)
    parts = [_row(row, found.count, *place) for row, place in zip(found.rows, places, strict=True)]
    return parts, places[-1][1] + _BAR + _SPACE / 2


def _row(row: Row, count: Count, y: float, bar: float) -> str:
    """The words of a row on a ground of their own, so that no line runs through them, and its bar."""
    lines = _words(row)
    wide = max(width(line, TEXT, bold=True) for line in lines) + _ICON
    high = len(lines) * TEXT * LEADING
    ground = f'<rect x="{MARGIN:g}" y="{shown(y)}" width="{shown(wide)}" height="{shown(high)}" fill="{PAPER}"/>'
    words = "".join(
        text(Line(said, MARGIN + _ICON, y + TEXT + place * TEXT * LEADING, TEXT)) for place, said in enumerate(lines)
    )
    icon = drawn(row.position, [(MARGIN + _REACH + 2.0, y + TEXT * LEADING / 2)], _REACH + 1.0)
    name = quoteattr(printable(row.label))
    drawing = "".join(_bar(row, count, bar))
    return f'<g class="row" data-name={name}><title>{plain(row_words(row))}</title>{ground}{icon}{words}{drawing}</g>'


def _bar(row: Row, count: Count, y: float) -> Iterator[str]:
    its = look(row.position)
    left, low, high = MARGIN, at(row.lowest, count), at(row.highest, count)
    dashes = ' stroke-dasharray="5 3"' if its.dashed else ""
    pen = f'stroke="{its.ink}" stroke-width="1.2"{dashes}'
    yield f'<rect class="bar" {_box(left, low, y)} fill="{its.fill}" {pen}/>'
    if row.position is not Position.IN_FAVOUR:
        stamps = int((low - left - 2.0) / _STAMP)
        yield drawn(row.position, [(left + _STAMP * (n + 0.5), y + _BAR / 2) for n in range(stamps)], _REACH)
    if low < high:
        yield f'<rect class="open" {_box(low, high, y)} fill="{PAPER}" {pen}/>'
        path = "".join(_strokes(low, high, y))
        yield f'<path d="{path}" fill="none" stroke="{its.ink}" stroke-width="1.4"/>' if path else ""


def _box(left: float, right: float, y: float) -> str:
    return f'x="{shown(left)}" y="{shown(y)}" width="{shown(right - left)}" height="{_BAR:g}"'


def _strokes(left: float, right: float, y: float) -> Iterator[str]:
    """Slanting lines, cut off at both ends."""
    start = left - _BAR + _HATCH / 2
    while start < right:
        low, high = max(start, left), min(start + _BAR, right)
        if low < high:
            yield f"M{shown(low)},{shown(y + _BAR - (low - start))}L{shown(high)},{shown(y + _BAR - (high - start))}"
        start += _HATCH


def _lines(count: Count, top: float, bottom: float) -> Iterator[str]:
    """The upright line of each majority, with its number above it."""
    yield f'<path d="M{MARGIN:g},{shown(top)}V{shown(bottom)}" stroke="{SHADE}" stroke-width="1"/>'
    for votes in sorted({mark.votes for mark in count.marks}):
        x = at(votes, count)
        path = f"M{shown(x)},{shown(top)}V{shown(bottom)}"
        yield f'<path class="line" data-votes="{votes}" d="{path}" {_pen(votes, count)}/>'
    for votes, x in _numbers(count):
        due = _is_due(votes, count)
        path = f"M{shown(x)},{shown(top - _LEAD + 2.0)}L{shown(at(votes, count))},{shown(top)}"
        yield f'<path d="{path}" stroke="{INK}" stroke-width="0.8"/>'
        yield text(Line(number(votes), x, top - _LEAD, _DUE if due else _LABEL, due, "middle"))


def _is_due(votes: int, count: Count) -> bool:
    return any(mark.due and mark.votes == votes for mark in count.marks)


def _pen(votes: int, count: Count) -> str:
    wide, dashes = (2.4, "") if _is_due(votes, count) else (1.2, ' stroke-dasharray="5 3"')
    return f'stroke="{INK}" stroke-width="{wide:g}"{dashes}'


def _numbers(count: Count) -> list[tuple[int, float]]:
    """Where the number of each majority is written (its middle); those that have no room are left out."""
    kept: list[int] = []
    main = count.due.votes if count.due else None
    for votes in sorted({mark.votes for mark in count.marks}, key=lambda each: (each != main, each)):
        trial = sorted((*kept, votes))
        if sum(_wide(each, count) for each in trial) <= WIDE - 2 * MARGIN:
            kept = trial
    if not kept:
        return []
    first, last = (_wide(kept[place], count) / 2 for place in (0, -1))
    room = WIDE - 2 * MARGIN - first - last
    if room <= 0:
        return [(votes, WIDE / 2) for votes in kept]
    wanted = [(at(votes, count) - MARGIN - first) / room for votes in kept]
    apart = [(_wide(one, count) + _wide(other, count)) / 2 / room for one, other in pairwise(kept)]
    return [(votes, MARGIN + first + place * room) for votes, place in zip(kept, spread(wanted, apart), strict=True)]


def _wide(votes: int, count: Count) -> float:
    due = _is_due(votes, count)
    return width(number(votes), _DUE if due else _LABEL, bold=due) + _AIR


def _ticks(count: Count, places: list[tuple[float, float]]) -> Iterator[str]:
    """Where a line of a majority meets a bar: light, so that it is seen on a dark one."""
    for votes in sorted({mark.votes for mark in in_order(count.marks)}):
        x = at(votes, count)
        path = "".join(f"M{shown(x)},{shown(y)}v{_BAR:g}" for _, y in places)
        yield f'<path d="{path}" stroke="{PAPER}" stroke-width="3.6"/><path d="{path}" {_pen(votes, count)}/>'


def _due(count: Count, y: float) -> tuple[list[str], float]:
    """How the count stands to the majority that is due, and the height at which that ends."""
    lines = []
    for row in wrapped(due_words(count), _SAID, WIDE - 2 * MARGIN, bold=True):
        lines.append(text(Line(row, MARGIN, y + _SAID, _SAID, bold=True)))
        y += _SAID * LEADING
    return lines, y + MARGIN / 2
