"""How a fixed day was found, in words that can be followed on a wall calendar."""

from __future__ import annotations

from majlis.calendar.dates import MONTHS, WEEKDAYS, plus_months, to_date, written
from majlis.calendar.fixed_day import DayOfYear, FixedDay, NthWeekday, SameDay, WeekdayOfMonth

_NTH = ("first", "second", "third", "fourth", "fifth")


def in_words(rule: FixedDay, trigger: int) -> str:
    """How the day was found from its trigger (day number). InputError outside the years 1 to 9999.

    Such as ``9 October 2013 is a Wednesday; the second Sunday after it: 20 October 2013``.
    """
    day, start = written(rule.after(trigger)), written(trigger)
    match rule:
        case SameDay():
            return f"the same day: {day}"
        case NthWeekday(nth, weekday):
            named = WEEKDAYS[to_date(trigger).weekday()]
            own = ", which is not counted" if named == WEEKDAYS[weekday] else ""
            return f"{start} is a {named}{own}; the {_NTH[nth - 1]} {WEEKDAYS[weekday]} after it: {day}"
        case WeekdayOfMonth(nth, weekday, month, years, passed):
            name = f"{_NTH[nth - 1]} {WEEKDAYS[weekday]} of {MONTHS[month - 1]}"
            if passed:
                passes = written(plus_months(trigger, 12 * years))
                return f"{_years(start, years)}: {passes}; from then on the {name}: {day}"
            return f"{_years(str(to_date(trigger).year), years)}: {to_date(trigger).year + years}; its {name}: {day}"
        case DayOfYear(days, eve):
            named = " or ".join(f"{number} {MONTHS[month - 1]}" for month, number in days)
            first = f"the first {named} after {start}"
            return f"{f'the day before {first}' if eve else first}: {day}"


def _years(start: str, years: int) -> str:
    return f"{start} plus {years} {'year' if years == 1 else 'years'}"
