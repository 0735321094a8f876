"""The rules of counting, each with a name and the sentence that states it.

Two of them are open to a reading, whether the first day counts and what a day of rest at the end does; the others
say how this project counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Convention:
    """A way to count from a day, without it or with it, with the sentence that states it."""

    name: str
    days_earlier: int
    """By how many days every due day falls before the one counted from the day after."""
    says: str


@dataclass(frozen=True, slots=True)
class CountingRule:
    """One rule of counting, or several that hold together: a name and what it says."""

    name: str
    says: str


DAY_AFTER = Convention("day_after", 0, "The day of the trigger is not counted.")
SAME_DAY = Convention(
    "same_day",
    1,
    "The day of the trigger is counted as the first; every period in days, weeks, months or years "
    "ends one day earlier than if counting began on the day after.",
)
CONVENTIONS: Mapping[str, Convention] = MappingProxyType({each.name: each for each in (DAY_AFTER, SAME_DAY)})

SAME_DAY_NUMBER = CountingRule(
    "same_day_number",
    "Months and years end on the same day number, or on the last day of a month that has no such day.",
)
WHOLE_WAIT = CountingRule(
    "whole_wait",
    "A period that must have passed is over on the very day on which a deadline of that length would end, "
    "and the act is in place from that day on.",
)
COUNTED_BACK = CountingRule(
    "counted_back",
    "Counted back from a day to come: the last day from which a period of that length still ends by then.",
)
DAY_ITSELF = CountingRule("day_itself", "The act is due on the day of the trigger itself.")
NTH_WEEKDAY = CountingRule(
    "nth_weekday",
    "Such weekdays are counted from the day after the trigger: its own weekday comes a week later.",
)
WEEKDAY_OF_MONTH = CountingRule(
    "weekday_of_month",
    "A weekday of a month, in the calendar year so many years on, or the first to come once the years have passed.",
)
DAY_OF_YEAR = CountingRule(
    "day_of_year",
    "A day of the year, or the day before it: the first that comes after the trigger.",
)
DAY_GIVEN = CountingRule("day_given", "The case gives the day.")
ELAPSED_HOURS = CountingRule(
    "elapsed_hours",
    "Hours are elapsed time: an hour that the clocks skip is none, and one that they show twice is two; "
    "the last minute is in time.",
)
SITTING_DAYS = CountingRule(
    "sitting_days",
    "Only days on which the body sat are counted; the last of them is the last day of the period.",
)
NEXT_WORKING_DAY = CountingRule(
    "next_working_day", "A period whose last day is a day of rest ends on the next working day."
)


def together(*rules: Convention | CountingRule) -> CountingRule:
    """Several rules that hold at once, as one: ``day_after, same_day_number`` with both sentences."""
    return CountingRule(", ".join(each.name for each in rules), " ".join(each.says for each in rules))
