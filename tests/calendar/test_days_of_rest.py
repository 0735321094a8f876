"""Days of rest as the package holidays has them: Saturdays, Sundays, feasts, and days exchanged by an order."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from periods_in_use import FIRST, LAST, REST, days, in_use, named, picking

from majlis.calendar.period import Period
from majlis.calendar.rest_days import RestDays, in_words
from majlis.errors import InputError

periods = [replace(each, rest=REST) for each in in_use() if each.length and not (each.waits or each.back)]
every_period = pytest.mark.parametrize("period", periods, ids=named)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("text", "rests"),
    [
        ("2009-06-05", False),  # a Friday
        ("2009-06-06", True),  # a Saturday
        ("2009-06-07", True),
        ("2009-05-28", True),  # a Thursday, and a feast
        ("2024-12-28", False),  # a Saturday on which people worked for the Monday
        ("2024-12-30", True),
    ],
)
def test_rest_is_a_weekend_or_a_feast_or_a_day_put_in_the_place_of_one(text, rests):
    assert REST.rests(day(text)) is rests


def test_an_exchange_over_the_new_year_is_seen_from_the_year_before():
    """The order for January 2014 made a Saturday and a Sunday of December 2013 working days."""
    assert not REST.rests(day("2013-12-28"))
    assert not REST.rests(day("2013-12-29"))
    assert REST.rests(day("2014-01-03"))


def test_the_next_working_day_is_the_day_itself_or_the_first_one_after_days_of_rest_only():
    for start in days():
        found = REST.working_day_from(start)
        assert not REST.rests(found)
        assert all(REST.rests(each) for each in range(start, found))


def test_a_day_leads_to_a_working_day_or_earlier_exactly_when_it_is_not_after_the_last_one_before():
    picks = picking("days of rest")
    for start in days():
        near = start + picks.randint(-12, 12)
        assert (REST.working_day_from(start) <= near) == (start <= REST.working_day_until(near))


@every_period
def test_with_days_of_rest_a_trigger_and_its_last_day_still_answer_to_each_other(period: Period):
    picks = picking(named(period))
    for start in days()[::4]:
        due = period.due_day(start)
        assert period.latest_trigger(due) >= start > period.latest_trigger(due - 1)
        near = due + picks.randint(-12, 12)
        assert (due <= near) == (start <= period.latest_trigger(near))


@every_period
def test_with_days_of_rest_a_last_day_moves_to_a_working_day_and_never_back(period: Period):
    plain = replace(period, rest=None)
    for start in days()[::4]:
        due, unmoved = period.due_day(start), plain.due_day(start)
        assert not REST.rests(due)
        assert due == unmoved if not REST.rests(unmoved) else due > unmoved


@every_period
def test_with_days_of_rest_a_later_trigger_never_gives_an_earlier_due_day(period: Period):
    found = [period.due_day(start) for start in sorted(days())[::4]]
    assert all(one <= other for one, other in pairwise(found))


def test_the_rules_for_the_end_of_a_period_name_the_next_working_day():
    assert all(each.rule.name.endswith("next_working_day") for each in periods)
    assert all("next working day" in each.rule.says for each in periods)


# How far the calendar is certain


def test_a_year_is_certain_within_the_years_that_are_stated_and_without_an_estimate():
    generous = RestDays("AZ", 1990, 2100)
    assert generous.certain(2009)
    assert not generous.certain(2060)  # feasts by the moon are worked out beforehand
    assert not generous.certain(1989)
    assert not generous.certain(2101)


def test_every_year_that_is_stated_to_be_certain_is_free_of_estimates():
    assert all(REST.certain(year) for year in range(REST.certain_from, REST.certain_until + 1))


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2009-06-05", ""),
        ("2009-06-06", "moved from Saturday 6 June to Monday 8 June"),
        ("2009-05-28", "moved from Thursday 28 May to Friday 29 May"),
        ("2016-12-31", "moved from Saturday 31 December 2016 to Thursday 5 January 2017"),
        (
            "2031-06-07",
            "moved from Saturday 7 June to Monday 9 June; whether the days of rest of 2031 are so is not certain",
        ),
        ("2031-06-05", "a working day; whether the days of rest of 2031 are so is not certain"),
    ],
)
def test_a_due_day_that_moves_is_said_with_both_weekdays_and_with_what_is_not_certain(due: str, said: str):
    assert in_words(REST, day(due)) == said


def test_a_move_into_a_year_that_is_not_certain_names_that_year_alone():
    assert in_words(REST, day("2024-12-31")).endswith("; whether the days of rest of 2025 are so is not certain")


# The package


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "holidays", None)
    never_asked_for = date(FIRST // 366, 1, 1).toordinal()
    with pytest.raises(InputError, match=r'pip install "majlis\[holidays\]"'):
        REST.rests(never_asked_for)


def test_a_calendar_that_the_package_does_not_have_is_refused():
    with pytest.raises(InputError, match="no calendar 'Isle'"):
        RestDays("Isle", 1900, 2000).rests(day("1950-03-01"))


def test_the_first_and_the_last_year_of_the_calendar_are_read_without_their_neighbours():
    assert REST.working_day_from(day("0001-01-06")) == day("0001-01-08")
    assert REST.working_day_until(day("9999-12-26")) == day("9999-12-24")
    assert FIRST < LAST < day("9999-12-31")
