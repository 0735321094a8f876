"""The picture of a vote: a hemicycle where its seats can be drawn one by one, bars else; and as HTML with a table."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from majlis.render.clean_text import clean
from majlis.render.votes.hemicycle import Hemicycle
from majlis.render.votes.hemicycle_said import DUE, in_order, margin_words, reached, standing_words
from majlis.render.votes.hemicycle_svg import MOST_SEATS, hemicycle_svg
from majlis.render.votes.tally import rows_of
from majlis.render.votes.tally_said import votes_words
from majlis.render.votes.tally_svg import tally_svg
from majlis.render.words import number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.render.votes.hemicycle import Count
    from majlis.render.votes.tally import Tally

_LEFT = 'style="text-align:left;vertical-align:top"'
_REACHED = {True: "yes", False: "no", None: "depends"}


def vote_svg(found: Hemicycle | Tally) -> str:
    """The picture of a vote as an SVG document: a hemicycle, or bars for a tally and for more than a thousand seats."""
    if not isinstance(found, Hemicycle):
        return tally_svg(found)
    return hemicycle_svg(found) if found.seats <= MOST_SEATS else tally_svg(rows_of(found))


def vote_html(found: Hemicycle | Tally) -> str:
    """The picture of a vote and tables that say the same; it needs nothing from elsewhere, and no script.

    The picture is an image with its data in it and on its own white ground.
    """
    data = b64encode(vote_svg(found).encode()).decode()
    alt = _safe(f"{found.title}; the tables below say the same.")
    style = "max-width:100%;background:#fff"
    return "\n".join((
        '<div style="overflow-x:auto">',
        f'<img alt="{alt}" style="{style}" src="data:image/svg+xml;base64,{data}"/>',
        _held(found),
        *((_majorities(found.count),) if found.marks else ()),
        "</div>",
    ))  # fmt: skip


def _held(found: Hemicycle | Tally) -> str:
    caption = " ".join(filter(None, (sentence(found.title), found.answer)))
    if isinstance(found, Hemicycle):
        groups = ((each.label, standing_words(each.position), number(each.seats)) for each in found.groups)
        return _table(caption, ("Group", "Position", "Seats"), groups)
    rows = ((each.label, standing_words(each.position), votes_words(each)) for each in found.rows)
    return _table(caption, ("Candidate or answer", "Position", "Votes"), rows)


def _majorities(count: Count) -> str:
    rows = (
        (
            number(mark.votes),
            mark.label,
            DUE if mark.due else "",
            _REACHED[reached(count, mark)],
            margin_words(count, mark),
        )
        for mark in in_order(count.marks)
    )
    return _table("Majorities", ("Votes", "Majority", "Needed", "Reached", "By how many"), rows)


def _table(caption: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col" {_LEFT}>{name}</th>' for name in header)
    body = "\n".join(_row(row) for row in rows)
    told = f'<caption style="text-align:left">{_safe(caption)}</caption>'
    return f"<table>\n{told}\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _row(row: tuple[str, ...]) -> str:
    first, *others = row
    cells = "".join(f"<td {_LEFT}>{_safe(cell)}</td>" for cell in others)
    return f'<tr><th scope="row" {_LEFT}>{_safe(first)}</th>{cells}</tr>'


def _safe(text: str) -> str:
    return escape(clean(text))
