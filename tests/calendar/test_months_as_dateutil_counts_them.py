"""Months, years and weekdays beside relativedelta: the same where both count alike, and each difference by its reason."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil.relativedelta import MO, SU, WE, relativedelta
from periods_in_use import days, in_use

from majlis.calendar.convention import DAY_AFTER, SAME_DAY
from majlis.calendar.dates import month_end
from majlis.calendar.fixed_day import parse_fixed_day
from majlis.calendar.length import Length, Unit
from majlis.calendar.period import Period

STEP = {Unit.DAY: "days", Unit.WEEK: "weeks", Unit.MONTH: "months", Unit.YEAR: "years"}
lengths = pytest.mark.parametrize("length", sorted({each.length for each in in_use() if each.length}, key=str), ids=str)
DATES = [date.fromordinal(each) for each in days()]
SOME = DATES[::3]


def theirs(length: Length) -> relativedelta:
    return relativedelta(**{STEP[length.unit]: length.number})


@lengths
def test_without_the_first_day_periods_end_where_relativedelta_ends_them(length: Length):
    period, step = Period(length, None, DAY_AFTER), theirs(length)
    assert all(period.due_day(start.toordinal()) == (start + step).toordinal() for start in DATES)


@lengths
def test_with_the_first_day_a_day_is_taken_off_at_the_end_and_not_at_the_start(length: Length):
    period, step = Period(length, None, SAME_DAY), theirs(length)
    moved_start = 0
    for start in SOME:
        due = period.due_day(start.toordinal())
        assert due == (start + step - relativedelta(days=1)).toordinal()
        other = (start - relativedelta(days=1) + step).toordinal()
        if due != other:  # from the day before, months end by its number: on the first of a month, on its last days
            moved_start += 1
            assert length.unit in (Unit.MONTH, Unit.YEAR)
            assert start.day == 1 or start.day > 28
    assert bool(moved_start) == (length.unit in (Unit.MONTH, Unit.YEAR))


@lengths
def test_backwards_the_last_day_of_a_month_takes_in_the_days_that_the_month_lacks(length: Length):
    period, step = Period(length, None, DAY_AFTER), theirs(length)
    differ = 0
    for due in SOME:
        latest, subtracted = period.latest_trigger(due.toordinal()), (due - step).toordinal()
        if latest != subtracted:  # relativedelta keeps the day number; later ones arrive on the same last day
            differ += 1
            assert due.toordinal() == month_end(due.toordinal())
            assert subtracted < latest == month_end(subtracted)
            assert date.fromordinal(latest) + step == due
    assert bool(differ) == (length.unit in (Unit.MONTH, Unit.YEAR))


@pytest.mark.parametrize(
    ("rule", "weekday", "nth"), [("first Sunday", SU, 1), ("second Sunday", SU, 2), ("third Wednesday", WE, 3)]
)
def test_the_nth_weekday_after_a_day_leaves_out_that_day_which_relativedelta_takes_in(rule: str, weekday, nth: int):
    fixed = parse_fixed_day(rule)
    for start in DATES:
        found = date.fromordinal(fixed.after(start.toordinal()))
        assert found == start + relativedelta(days=1, weekday=weekday(nth))
        same = found == start + relativedelta(weekday=weekday(nth))
        assert same == (start.weekday() != weekday.weekday)


@pytest.mark.parametrize(
    ("rule", "years", "month", "weekday"),
    [("first Sunday of November, 5 years on", 5, 11, SU(1)), ("second Monday of March, 1 year on", 1, 3, MO(2))],
)
def test_a_weekday_of_a_month_some_years_on_is_that_of_relativedelta(rule: str, years: int, month: int, weekday):
    step = relativedelta(years=years, month=month, day=1, weekday=weekday)
    fixed = parse_fixed_day(rule)
    assert all(fixed.after(start.toordinal()) == (start + step).toordinal() for start in DATES)


def test_once_the_years_have_passed_the_weekday_of_the_month_is_in_that_year_or_the_next():
    fixed = parse_fixed_day("first Sunday of November, after 4 years")
    first = relativedelta(month=11, day=1, weekday=SU(1))
    years = set()
    for start in DATES:
        passed = start + relativedelta(years=4)
        this_year = passed + first
        expected = this_year if this_year >= passed else passed + relativedelta(years=1) + first
        assert fixed.after(start.toordinal()) == expected.toordinal()
        years.add(expected.year - passed.year)
    assert years == {0, 1}


@pytest.mark.parametrize(
    ("rule", "month", "number"), [("10 March", 3, 10), ("29 February", 2, 29), ("1 January", 1, 1)]
)
def test_a_day_of_the_year_is_that_of_relativedelta_or_the_one_a_year_on(rule: str, month: int, number: int):
    fixed = parse_fixed_day(rule)
    for start in DATES:
        this_year = start + relativedelta(month=month, day=number)
        expected = this_year if this_year > start else start + relativedelta(years=1, month=month, day=number)
        assert fixed.after(start.toordinal()) == expected.toordinal()
