"""Days that a rule fixes: the second Sunday, the first Sunday of November, the 10th of March."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.calendar.dates import WEEKDAYS
from majlis.calendar.fixed_day import NthWeekday, nth_weekday_after, parse_fixed_day
from majlis.errors import InputError

days = st.integers(date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal())


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("start", "rule", "found"),
    [
        ("2009-04-10", "first Sunday", "2009-04-12"),
        ("2009-04-10", "second Sunday", "2009-04-19"),
        ("2009-04-12", "first Sunday", "2009-04-19"),
        ("2009-04-12", "second Sunday", "2009-04-26"),
        ("2009-04-11", "first Sunday", "2009-04-12"),
        ("2008-12-31", "third Wednesday", "2009-01-21"),
    ],
)
def test_the_nth_weekday_is_counted_strictly_after_the_day(start: str, rule: str, found: str):
    assert parse_fixed_day(rule).after(day(start)) == day(found)


@given(days, st.integers(1, 5), st.integers(0, 6))
def test_the_nth_weekday_has_that_many_of_its_kind_up_to_itself(start: int, nth: int, weekday: int):
    found = nth_weekday_after(start, nth, weekday)
    between = [each for each in range(start + 1, found + 1) if date.fromordinal(each).weekday() == weekday]
    assert len(between) == nth
    assert between[-1] == found


@pytest.mark.parametrize(
    ("start", "rule", "found"),
    [
        ("1995-11-12", "first Sunday of November, 5 years on", "2000-11-05"),
        ("2010-11-07", "first Sunday of November, 5 years on", "2015-11-01"),
        ("2015-11-01", "first Sunday of November, 5 years on", "2020-11-01"),
        ("2020-03-10", "first Sunday of November, after 4 years", "2024-11-03"),
        ("2024-09-23", "first Sunday of November, after 4 years", "2028-11-05"),
        ("2020-11-01", "first Sunday of November, after 4 years", "2024-11-03"),
        ("2020-11-04", "first Sunday of November, after 4 years", "2025-11-02"),
        ("2020-02-29", "second Monday of March, after 1 year", "2021-03-08"),
    ],
)
def test_a_weekday_of_a_month_is_found_in_the_year_or_once_the_years_have_passed(start: str, rule: str, found: str):
    assert parse_fixed_day(rule).after(day(start)) == day(found)


@pytest.mark.parametrize(
    ("start", "rule", "found"),
    [
        ("2015-11-01", "10 March", "2016-03-10"),
        ("2016-03-09", "10 March", "2016-03-10"),
        ("2016-03-10", "10 March", "2017-03-10"),
        ("2024-09-01", "10 March or 10 October", "2024-10-10"),
        ("2024-10-10", "10 October or 10 March", "2025-03-10"),
        ("2000-11-05", "the day before 10 March", "2001-03-09"),
        ("2001-03-09", "the day before 10 March", "2001-03-09"),
        ("2001-12-01", "29 February", "2002-02-28"),
        ("2003-12-01", "29 February", "2004-02-29"),
        ("9999-01-01", "10 March", "9999-03-10"),
    ],
)
def test_a_day_of_the_year_is_the_first_one_to_come(start: str, rule: str, found: str):
    assert parse_fixed_day(rule).after(day(start)) == day(found)


@given(days)
def test_a_day_of_the_year_lies_within_the_year_that_follows(start: int):
    assert start < parse_fixed_day("10 October").after(start) <= start + 366


@pytest.mark.parametrize(
    "text",
    [
        "", "Sunday", "second", "2nd Sunday", "second sunday", "last Sunday", "first Sun day", "10 march", "0 March",
        "32 March", "31 April", "30 February", "fifth Sunday of November, 5 years on", "first Sunday of November", "first Sunday of November, 5 years", "10 March or", "or 10 March",
    ],
)  # fmt: skip
def test_what_is_no_rule_for_a_day_is_refused_with_an_example(text: str):
    with pytest.raises(InputError, match=r"is no rule for a day.*second Sunday"):
        parse_fixed_day(text)


def test_the_weekday_names_are_counted_from_monday():
    assert [parse_fixed_day(f"fifth {name}") for name in WEEKDAYS] == [NthWeekday(5, number) for number in range(7)]


@pytest.mark.parametrize(("nth", "weekday"), [(0, 6), (-1, 0), (1, 7), (1, -1)])
def test_a_weekday_that_does_not_exist_is_refused(nth: int, weekday: int):
    with pytest.raises(InputError, match="there is no weekday"):
        nth_weekday_after(day("2009-04-10"), nth, weekday)


@given(days)
def test_the_same_day_is_that_of_the_event(start: int):
    assert parse_fixed_day("same day").after(start) == start


@pytest.mark.parametrize("rule", ["first Monday", "first Sunday of November, 5 years on", "10 March"])
def test_a_day_beyond_the_calendar_is_refused(rule: str):
    with pytest.raises(InputError, match="9999"):
        parse_fixed_day(rule).after(date.max.toordinal())
