"""The two ways to count from a day: without it or with it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Convention:
    """A way to count, with the sentence that states it."""

    name: str
    days_earlier: int
    """By how many days every due day falls before the one counted from the day after."""
    says: str


DAY_AFTER = Convention(
    "day_after",
    0,
    "The day of the trigger is not counted; months and years end on the same day number, "
    "or on the last day of a month that has no such day.",
)
SAME_DAY = Convention(
    "same_day",
    1,
    "The day of the trigger is counted as the first; every period ends one day earlier "
    "than if counting began on the day after.",
)
CONVENTIONS: Mapping[str, Convention] = MappingProxyType({each.name: each for each in (DAY_AFTER, SAME_DAY)})
