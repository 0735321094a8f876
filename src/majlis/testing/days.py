"""The days on which random cases happen: those on which a constitution, or one edition of it, is in force."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from majlis.law.library import Law

_AFTER_THE_LAST = 10 * 366  # how long after its last amendment the cases of a constitution in force go on
_MARGIN = 4 * 7  # days before the end of a constitution in which no case happens: the cases may be judged later


@lru_cache(maxsize=64)
def span(law: Law, edition: str | None = None) -> tuple[int, int]:
    """The first and the last day of the cases of a constitution, or of one edition (day numbers).

    A constitution that nothing has replaced has cases until some years after its last amendment.
    """
    frame = law.constitution
    order = frame.names
    place = order.index(edition) if edition else 0
    first = frame.editions[place].first_day.latest.toordinal()
    if edition and place + 1 < len(order):
        return first, max(first, frame.editions[place + 1].first_day.earliest.toordinal() - 1)
    if frame.last_day:
        return first, max(first, frame.last_day.latest.toordinal() - _MARGIN)
    return first, frame.editions[-1].first_day.latest.toordinal() + _AFTER_THE_LAST


def editions_from(law: Law, edition: str | None, day: int) -> tuple[str, ...]:
    """The editions that may govern a case that begins on a day: the one that is pinned, or all from then on."""
    if edition:
        return (edition,)
    order = law.editions
    return order[order.index(law.constitution.edition_on(day) or order[0]) :]


def within(days: tuple[int, int], day: int) -> int:
    """The day itself, or the nearest of a span."""
    return max(days[0], min(day, days[1]))


def as_text(day: int) -> str:
    """A day number as it is written in a scenario."""
    return date.fromordinal(day).isoformat()


def as_number(text: str) -> int:
    """The day number of a day that is written in a scenario."""
    return date.fromisoformat(text).toordinal()
