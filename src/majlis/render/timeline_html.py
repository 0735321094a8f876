"""A timeline as a piece of HTML for a notebook: its picture, and a table that says all of it without."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.questions.timed import State
from majlis.render.clean_text import clean
from majlis.render.state_words import WORDS, doubted, judged_on
from majlis.render.timeline_svg import timeline_svg
from majlis.render.timeline_table import FURTHER, rows
from majlis.render.words import cited, day, sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from majlis.questions.timed import Timeline
    from majlis.render.timeline_table import Cell

# A column, and the cell of a row that it shows.
_SHOWN = {
    "Step": "name",
    "Who acts": "actors",
    "Provision": "provision",
    "First day": "earliest",
    "Last day": "latest",
    "Done": "done",
    "State": "state",
    "Count": "counting",
}
_DAYS = frozenset({"earliest", "latest", "done"})
_LEFT = 'style="text-align:left;vertical-align:top"'
_WHOLE = 'style="text-align:left;vertical-align:top;white-space:nowrap"'


def timeline_html(found: Timeline) -> str:
    """The picture and the table of a timeline; it needs nothing from elsewhere, and takes the page's own colours.

    The picture is an image with its data in it and on its own white ground, so that no name in it can meet one of
    the page. For screen readers it points to the table, whose headers are marked as such.
    """
    head = "".join(f'<th scope="col" {_LEFT}>{column}</th>' for column in _SHOWN)
    body = "\n".join(_row(row) for row in rows(found))
    return "\n".join((
        '<div style="overflow-x:auto">',
        _picture(found),
        "<table>",
        f'<caption style="text-align:left">{_safe(_caption(found))}</caption>',
        f"<thead><tr>{head}</tr></thead>",
        f"<tbody>\n{body}\n</tbody>",
        "</table>",
        "</div>",
    ))  # fmt: skip


def _picture(found: Timeline) -> str:
    data = b64encode(timeline_svg(found).encode()).decode()
    alt = _safe(f"Timeline of {found.title or found.procedure}; the table below says the same.")
    return f'<img alt="{alt}" style="max-width:100%;background:#fff" src="data:image/svg+xml;base64,{data}"/>'


def _safe(text: str) -> str:
    return escape(clean(text))


def _caption(found: Timeline) -> str:
    about = f"{found.title} ({found.procedure})" if found.title else found.procedure
    return " ".join(filter(None, (f"{about}, {judged_on(found.as_of)}.", found.says)))


def _row(row: dict[str, Cell]) -> str:
    name, *others = _SHOWN.values()
    cells = "".join(f"<td {_WHOLE if each in _DAYS else _LEFT}>{_words(each, row)}</td>" for each in others)
    return f'<tr><th scope="row" {_LEFT}>{_words(name, row)}</th>{cells}</tr>'


def _words(cell: str, row: dict[str, Cell]) -> str:
    """A cell as a reader reads it, escaped."""
    text = str(row[cell] or "")
    if cell in _DAYS and text:
        time = f", {row['time']}" if cell == "latest" and row["time"] else ""
        return f'<time datetime="{_safe(text)}">{day(text)}</time>{_safe(time)}'
    return _safe(_TOLD[cell](row) if cell in _TOLD else text)


def _state(row: dict[str, Cell]) -> str:
    """How a step stands to a period, and what that hangs on."""
    if row["state"] is None:
        return str(row["kind"])
    asides = [word for word, said in (("if it applies", row["applies"]), ("tentative", row["tentative"])) if said]
    return WORDS[State(str(row["state"]))] + (f" ({', '.join(asides)})" if asides else "")


def _count(row: dict[str, Cell]) -> str:
    """The count behind the dates, and whether the wording is doubted; the dates themselves under another reading."""
    counting = str((row["other_dates"] if row["kind"] == FURTHER else row["counting"]) or "")
    return f"{sentence(counting)} {doubted(str(row['doubt']))}".strip() if row["doubt"] else counting


# The cells that are told in other words than those of the table.
_TOLD: dict[str, Callable[[dict[str, Cell]], str]] = {
    "name": lambda row: in_words(str(row["name"])),
    "provision": lambda row: cited(str(row["provision"] or "")),
    "state": _state,
    "counting": _count,
}
