"""A period of any kind that ends on a day, counted from its trigger and back: the one statement of both.

Hours and sitting days are counted elsewhere (``hours``, ``sitting_days``): they need more than a day.
Days are ordinal numbers (``date.toordinal()``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.calendar.convention import (
    COUNTED_BACK,
    DAY_GIVEN,
    ELAPSED_HOURS,
    NEXT_WORKING_DAY,
    SAME_DAY_NUMBER,
    SITTING_DAYS,
    WHOLE_WAIT,
    together,
)
from majlis.calendar.count import backwards, earliest, forwards
from majlis.calendar.dates import checked
from majlis.calendar.length import Unit
from majlis.errors import InputError

if TYPE_CHECKING:
    from majlis.calendar.convention import Convention, CountingRule
    from majlis.calendar.fixed_day import FixedDay
    from majlis.calendar.length import Length
    from majlis.calendar.rest_days import RestDays


@dataclass(frozen=True, slots=True)
class Period:
    """What a period is made of: a length or a rule for a day (neither: a case gives the day), and how it is counted.

    `back` counts back from a day to come, `waits` is a period that must have passed. With `rest` a last day that is a
    day of rest gives way to the next working day.
    """

    length: Length | None
    fixed: FixedDay | None
    convention: Convention
    back: bool = False
    waits: bool = False
    rest: RestDays | None = None

    def due_day(self, trigger: int) -> int:
        """Return the day on which the period ends: the last in time, or the first on which a wait is over.

        For a period that is counted back, the last day that is far enough from the trigger. InputError for hours,
        sitting days and days that a case gives, and outside the years 1 to 9999.
        """
        if self.fixed is not None:
            return self.fixed.after(trigger)
        length = self._length()
        if self.back:
            return backwards(trigger, length, self.convention)
        if self.waits:
            return earliest(trigger, length, self.convention)
        due = forwards(trigger, length, self.convention)
        return self.rest.working_day_from(due) if self.rest else due

    def latest_trigger(self, due: int) -> int:
        """Return the latest trigger whose day is not after ``due``. InputError as in ``due_day``.

        For every period ``due_day(start) <= due`` exactly when ``start <= latest_trigger(due)``.
        """
        if self.fixed is not None:
            return self.fixed.before(due)
        length = self._length()
        if self.back:  # every trigger before the first one that reaches the next day
            return checked(forwards(due + 1, length, self.convention) - 1)
        end = self.rest.working_day_until(due) if self.rest else due
        return backwards(end, length, self.convention)

    def earliest_trigger(self, due: int) -> int:
        """Return the earliest trigger whose day is not before ``due``. InputError as in ``due_day``.

        For every period ``due <= due_day(start)`` exactly when ``earliest_trigger(due) <= start``. So an act on the
        day ``due`` is in time for a trigger from that one on; counted back, it is far enough from it.
        """
        return checked(self.latest_trigger(due - 1) + 1)

    @property
    def rule(self) -> CountingRule:
        """The rules by which it is counted, as one, with a short name and the sentences that state them."""
        if self.fixed is not None or self.length is None:
            return self.fixed.rule if self.fixed else DAY_GIVEN
        if self.length.unit is Unit.HOUR:
            return ELAPSED_HOURS
        rules: list[Convention | CountingRule] = [self.convention]
        rules += [SITTING_DAYS] if self.length.unit is Unit.SITTING_DAY else []
        rules += [SAME_DAY_NUMBER] if self.length.unit in (Unit.MONTH, Unit.YEAR) else []
        rules += [WHOLE_WAIT] if self.waits else []
        rules += [COUNTED_BACK] if self.back else []
        rules += [NEXT_WORKING_DAY] if self.rest else []
        return together(*rules)

    def _length(self) -> Length:
        if self.length is None:
            raise InputError("the case gives the day, nothing is counted", remedy="Take the day from the case")
        return self.length
