"""A vote as a hemicycle in SVG: a seat for each member, and outside of them an arc with every majority."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from majlis.errors import InputError, printable
from majlis.render.ink import INK, plain, shown, text
from majlis.render.lettering import LEADING, Line, width, wrapped
from majlis.render.votes.hemicycle_gauge import INSIDE, OUTSIDE, gauge
from majlis.render.votes.hemicycle_labels import labels
from majlis.render.votes.hemicycle_legend import MANY, legend, named, seen, shades
from majlis.render.votes.hemicycle_marks import drawn
from majlis.render.votes.hemicycle_middle import middle, numbers
from majlis.render.votes.hemicycle_said import description, due_words, group_words, standing_words
from majlis.render.votes.hemicycle_seats import border, seated
from majlis.render.votes.vote_sheet import MARGIN, TEXT, WIDE, heading, sheet
from majlis.render.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.render.votes.hemicycle import Group, Hemicycle
    from majlis.render.votes.hemicycle_seats import Seating

MOST_SEATS = 1000  # what is drawn seat by seat; more could not be told apart
_ABOVE = 176.0  # the room of the arc with its labels, above the ends of the rows
_ENDS = 24.0  # how far below the ends of the rows the ends of the scale are named
_SAID = TEXT + 1.0


def hemicycle_svg(found: Hemicycle) -> str:
    """The picture of a vote as an SVG document; it can be read when it is shown 360 px wide. Equal votes, equal text.

    Raises InputError where there are more than a thousand seats.
    """
    if found.seats > MOST_SEATS:
        what = f"{number(found.seats)} seats cannot be drawn one by one"
        raise InputError(what, remedy=f"A hemicycle has {number(MOST_SEATS)} seats at most; draw the votes as bars")
    head, y = heading(found.title, found.answer, found.subtitle)
    base = y + _ABOVE
    below, y = _below(found, base)
    key, end = legend(found, y)
    around = f'<g transform="translate({WIDE / 2:g},{shown(base)})">'
    parts = [*head, around, *_arc(found), "</g>", *below, *key]
    return sheet(found.title, description(found), parts, end + MARGIN)


def _arc(found: Hemicycle) -> Iterator[str]:
    """What stands around the middle of the rows: the gauge, the seats with their borders, and words."""
    seating = seated(found.seats)
    lines, leads = labels(found.count)
    groups = seen(found)
    yield from (*gauge(found.count), *leads)
    first = 0
    for group, other in zip(groups, shades(found), strict=True):
        yield _group(group, seating, first, other=other)
        first += group.seats
    yield from _borders(groups, seating)
    keys = numbers([(each.key, each.group.seats) for each in named(found)], seating.inner)
    within = middle(found.count, found.counted_as, keys, seating.inner)
    yield from (text(line) for line in (*within, *lines))


def _group(group: Group, seating: Seating, first: int, *, other: bool) -> str:
    """The seats of a group, with its story for screen readers."""
    places = [(seat.x, seat.y) for seat in seating.seats[first : first + group.seats]]
    name = quoteattr(printable(group.label))
    how = standing_words(group.position).replace(" ", "-")
    seats = drawn(group.position, places, seating.reach, other=other)
    return f'<g class="group {how}" data-name={name}><title>{plain(group_words(group))}</title>{seats}</g>'


def _borders(groups: list[Group], seating: Seating) -> Iterator[str]:
    """Lines between neighbours that stand in the same way."""
    before = 0
    for group, after in pairwise(groups):
        before += group.seats
        if group.position is after.position and len(groups) <= MANY:
            path = "L".join(f"{shown(x)},{shown(y)}" for x, y in border(seating, before))
            wide = shown(max(0.7, seating.reach / 5))
            yield f'<path class="border" d="M{path}" fill="none" stroke="{INK}" stroke-width="{wide}"/>'


def _below(found: Hemicycle, base: float) -> tuple[list[str], float]:
    """The ends of the scale, and between them how the count stands to the majority that is due."""
    y = base + _ENDS
    far = (INSIDE + OUTSIDE) / 2
    end = number(found.seats)
    lines = [
        Line("0", WIDE / 2 - far, y, TEXT, anchor="middle"),
        Line(end, WIDE / 2 + far, y, TEXT, anchor="middle"),
    ]
    room = 2 * far - 2 * width(end, TEXT)
    for row in wrapped(due_words(found.count), _SAID, room, bold=True):
        lines.append(Line(row, WIDE / 2, y, _SAID, True, "middle"))
        y += _SAID * LEADING
    return [text(line) for line in lines], max(y, base + _ENDS + _SAID) + MARGIN / 2
