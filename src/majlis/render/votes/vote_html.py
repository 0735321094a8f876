"""The answer to "would it pass?" and a sweep as pieces of HTML for a notebook; and the majorities as flat rows."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from majlis.render.clean_text import clean
from majlis.render.printer import as_text
from majlis.render.vote import answer_text, vote_page
from majlis.render.votes.sweep_said import title
from majlis.render.votes.sweep_svg import sweep_svg
from majlis.render.votes.sweep_table import sweep_page
from majlis.render.votes.vote_drawn import drawn
from majlis.render.votes.vote_picture import vote_html

if TYPE_CHECKING:
    from majlis.questions.figures.swept import Sweep
    from majlis.questions.votes.vote import WouldPass

Cell = str | int | bool | None
USES: dict[str, type] = {
    "required": int,
    "share": str,
    "reached": bool,
    "margin": int,
    "provision": str,
    "about": str,
}
"""The columns of the majorities of a body, with their types; numbers are votes."""


def answer_html(vote: WouldPass) -> str:
    """The answer, its picture with tables that say the same, and the whole page to be opened; no script, no file."""
    answer = answer_text(vote)
    picture = drawn(vote, answer)
    shown = vote_html(picture) if picture else ""
    return f"<p><strong>{_safe(answer)}</strong></p>\n{shown}\n{_more(as_text(vote_page(vote)))}"


def sweep_html(found: Sweep) -> str:
    """The step chart, and below it the page with the table that says the same."""
    data = b64encode(sweep_svg(found).encode()).decode()
    alt = _safe(f"{title(found)}; the table below says the same.")
    image = f'<img alt="{alt}" style="max-width:100%;background:#fff" src="data:image/svg+xml;base64,{data}"/>'
    return f'<div style="overflow-x:auto">\n{image}\n<pre>{_lines(as_text(sweep_page(found)))}</pre>\n</div>'


def use_rows(vote: WouldPass) -> list[dict[str, Cell]]:
    """A row for each use of each majority of the body."""
    return [
        {
            "required": each.required,
            "share": each.share,
            "reached": each.reached,
            "margin": each.margin,
            "provision": use.provision,
            "about": use.about,
        }
        for each in vote.majorities
        for use in each.uses
    ]


def _more(text: str) -> str:
    return f"<details><summary>The whole answer</summary><pre>{_lines(text)}</pre></details>"


def _lines(text: str) -> str:
    return "\n".join(_safe(line) for line in text.splitlines())


def _safe(text: str) -> str:
    return escape(clean(text))
