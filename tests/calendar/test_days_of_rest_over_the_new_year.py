"""Last days at the end of December that move over the new year: each year is read with its neighbours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import holidays
import pytest
from periods_in_use import REST

import majlis
from majlis.calendar.rest_days import RestDays

if TYPE_CHECKING:
    from collections.abc import Iterable


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


# 31 December, 1 and 2 January are feasts. By the order for January 2013 people worked on Saturday 29 and Sunday 30
# December 2012 for Thursday 3 and Friday 4 January; by that for 2014 on 28 and 29 December 2013 for Friday 3 and
# Monday 6 January; by that for 2020 on 28 and 29 December 2019 for the same days of that January.


@pytest.mark.parametrize(
    ("due", "moved"),
    [
        ("2012-12-29", "2012-12-29"),  # a Saturday on which people worked
        ("2012-12-30", "2012-12-30"),
        ("2012-12-31", "2013-01-07"),  # two feasts, two days exchanged, a Saturday and a Sunday
        ("2013-12-28", "2013-12-28"),
        ("2013-12-31", "2014-01-07"),  # two feasts, Friday exchanged, the weekend, Monday exchanged
        ("2014-01-03", "2014-01-07"),
        ("2019-12-29", "2019-12-29"),
        ("2019-12-31", "2020-01-07"),
        ("2009-12-26", "2009-12-28"),  # no order touches that weekend
    ],
)
def test_a_last_day_moves_over_the_new_year_by_the_orders_of_both_years(due: str, moved: str) -> None:
    assert REST.working_day_from(day(due)) == day(moved)


@pytest.mark.parametrize(("presented", "signed"), [("2013-11-05", "2014-01-07"), ("2012-11-05", "2013-01-07")])
def test_a_signature_that_is_due_on_the_last_of_december_is_due_in_january(presented: str, signed: str) -> None:
    """56 days: 25 of November from the sixth on, 31 of December."""
    done = {"presentation": presented}
    found = majlis.timeline("az-1995/law", done=done, readings=("rest_days=next_working_day",), engine="meaning")
    limit = found.limit("110.I")
    assert limit is not None
    assert limit.latest == signed
    assert limit.counting.count("moved from") == 1


class Exchanged:
    """A calendar that keeps an exchange with the one of its two years alone, and has no other days of rest."""

    estimated_label = observed_estimated_label = None

    def __init__(self, years: Iterable[int]) -> None:
        self.years = set(years)

    def is_working_day(self, day: date) -> bool:
        rest = {date(2001, 1, 3)} if 2000 in self.years else set()
        rest |= {date(2000, 12, 29)} if 2001 in self.years else set()
        return day not in rest

    def items(self) -> tuple[()]:
        return ()


def test_an_exchange_that_a_calendar_keeps_with_the_year_beside_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holidays, "country_holidays", lambda _, years: Exchanged(years))
    rest = RestDays("a calendar of exchanges", 1990, 2010)
    assert rest.rests(day("2000-12-29")), "the order of the year after gives it"
    assert rest.rests(day("2001-01-03")), "the order of the year before gives it"
    assert not rest.rests(day("2000-01-03"))
    assert rest.working_day_from(day("2000-12-29")) == day("2000-12-30")
