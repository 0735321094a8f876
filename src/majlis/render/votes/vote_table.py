"""What a picture of a vote shows, as flat rows: the groups or candidates first, then the majorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.votes.hemicycle import Hemicycle
from majlis.render.votes.hemicycle_said import in_order, margin, reached, standing_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.render.votes.hemicycle import Count
    from majlis.render.votes.tally import Tally

Cell = str | int | bool | None

SEATS, VOTES, MAJORITY = "seats", "votes", "majority"
"""The kinds of rows."""

COLUMNS = ("kind", "label", "position", "lowest", "highest", "due", "reached", "margin_lowest", "margin_highest")
"""The keys of a row; all rows have the same.

`lowest` and `highest` are seats of a group, votes of a candidate, or the votes that a majority needs. `reached` is None
where that depends on the exact number, `margin_...` is by how many votes a majority is reached (below 0: missed).
"""


def hemicycle_table(found: Hemicycle | Tally) -> list[dict[str, Cell]]:
    """The rows of the table that says the same as the picture."""
    rows = (*_held(found), *_majorities(found.count))
    return [dict.fromkeys(COLUMNS) | row for row in rows]


def _held(found: Hemicycle | Tally) -> Iterator[dict[str, Cell]]:
    if isinstance(found, Hemicycle):
        for group in found.groups:
            how = standing_words(group.position)
            yield {"kind": SEATS, "label": group.label, "position": how, "lowest": group.seats, "highest": group.seats}
    else:
        for row in found.rows:
            how = standing_words(row.position)
            yield {"kind": VOTES, "label": row.label, "position": how, "lowest": row.lowest, "highest": row.highest}


def _majorities(count: Count) -> Iterator[dict[str, Cell]]:
    for mark in in_order(count.marks):
        least, most = margin(count, mark)
        yield {
            "kind": MAJORITY,
            "label": mark.label,
            "lowest": mark.votes,
            "highest": mark.votes,
            "due": mark.due,
            "reached": reached(count, mark),
            "margin_lowest": least,
            "margin_highest": most,
        }
