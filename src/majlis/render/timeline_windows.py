"""The window of a step, from its first to its last day, and the days that a picture of a timeline has to hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from majlis.questions.timed import State
from majlis.render.timeline_scale import ordinal

if TYPE_CHECKING:
    from majlis.questions.timed import TimedStep, Timeline

_MORE = 8  # the part of the scale that is added where a bar is open


@dataclass(frozen=True, slots=True)
class Window:
    """The days of a step (day numbers); None on a side that is open. `settled` if they come from its own limits."""

    first: int | None
    last: int | None
    settled: bool

    @property
    def reversed(self) -> bool:
        """Does the last day come before the first, so that no day is left?"""
        return self.first is not None and self.last is not None and self.last < self.first


def window(step: TimedStep) -> Window | None:
    """The window of a step: that of its limits or, as far as they bound nothing, what is foreseen; None without days.

    A step that the text does not limit has none.
    """
    if step.state is State.UNDATED:
        return None
    first, last = day_number(step.earliest), day_number(step.latest)
    ahead = (None, None) if step.done else (day_number(step.not_before), day_number(step.not_after))
    settled = not step.tentative and (first is not None or last is not None)
    if first is None and (last is None or ahead[0] is None or ahead[0] <= last):
        first = ahead[0]
    if last is None and (first is None or ahead[1] is None or ahead[1] >= first):
        last = ahead[1]
        settled = settled and last is None
    return None if first is None and last is None else Window(first, last, settled)


def ends_if(step: TimedStep) -> list[int]:
    """The last days (day numbers) of limits of which it is open whether they hold; none for a step that was done."""
    return [ordinal(each.latest) for each in step.limits if each.applies and each.latest and not step.done]


def days_of(found: Timeline) -> tuple[int, int] | None:
    """The first and the last day of the scale (day numbers), which is longer where a bar is open; None without any."""
    named = [
        iso for each in found.steps for iso in (each.earliest, each.latest, each.done, each.not_before, each.not_after)
    ]
    days = [ordinal(iso) for iso in (*named, found.as_of) if iso]
    days += [day for each in found.steps for day in ends_if(each)]
    if not days:
        return None
    first, last = min(days), max(days)
    more = (last - first) // _MORE + 1
    windows = [each for each in map(window, found.steps) if each]
    if any(each.first is None for each in windows):
        first = max(date.min.toordinal(), first - more)
    if any(each.last is None for each in windows):
        last = min(date.max.toordinal(), last + more)
    return first, last


def day_number(iso: str | None) -> int | None:
    """The day number of an ISO date; None for none."""
    return ordinal(iso) if iso else None
