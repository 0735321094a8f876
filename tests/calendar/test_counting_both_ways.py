"""Every period that the rules use, counted from its trigger and back from its last day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from periods_in_use import FIRST, LAST, days, in_use, named, picking, stated

from majlis.calendar.convention import CONVENTIONS, DAY_AFTER, SAME_DAY
from majlis.calendar.dates import MONTHS
from majlis.calendar.fixed_day import DayOfYear, FixedDay, NthWeekday, SameDay, WeekdayOfMonth, parse_fixed_day
from majlis.calendar.length import Length, Unit, parse_length
from majlis.calendar.period import Period
from majlis.errors import InputError

every_period = pytest.mark.parametrize("period", in_use(), ids=named)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def within(length: str, **kinds: bool) -> Period:
    return Period(parse_length(length), None, DAY_AFTER, **kinds)


def test_the_rules_use_every_kind_of_period():
    found = stated()
    assert {type(each.fixed) for each in found} == {type(None), SameDay, NthWeekday, WeekdayOfMonth, DayOfYear}
    assert {each.length.unit for each in found if each.length} == {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR}
    assert {each.convention for each in found} == set(CONVENTIONS.values())
    assert any(each.waits for each in found)
    assert any(each.back for each in found)


@every_period
def test_a_trigger_leads_to_a_day_or_earlier_exactly_when_it_is_not_after_the_latest_one(period: Period):
    picks = picking(named(period))
    for start in days():
        due = period.due_day(start)
        assert period.latest_trigger(due) >= start > period.latest_trigger(due - 1), date.fromordinal(start)
        near = due + picks.randint(-40, 40)
        assert (due <= near) == (start <= period.latest_trigger(near)), date.fromordinal(start)


@every_period
def test_a_day_is_reached_exactly_from_the_earliest_trigger_on(period: Period):
    picks = picking(named(period))
    for start in days()[::5]:
        due = period.due_day(start)
        near = picks.choice((due, due + 1, due + picks.randint(-40, 40)))
        assert (near <= due) == (period.earliest_trigger(near) <= start), date.fromordinal(start)


@every_period
def test_a_later_trigger_never_gives_an_earlier_due_day(period: Period):
    found = [period.due_day(start) for start in sorted(days())]
    assert all(one <= other for one, other in pairwise(found))
    assert all(period.due_day(start) <= period.due_day(start + 1) for start in days()[::5])


@pytest.mark.parametrize("period", [each for each in in_use() if each.length and not each.back], ids=named)
def test_counting_the_first_day_ends_every_period_exactly_one_day_earlier(period: Period):
    assert period.length
    one, other = (Period(period.length, None, each, waits=period.waits) for each in (DAY_AFTER, SAME_DAY))
    assert all(one.due_day(start) == other.due_day(start) + 1 for start in days()[::5])


@pytest.mark.parametrize("length", sorted({str(each.length) for each in in_use() if each.length}))
def test_a_wait_is_over_on_the_day_on_which_a_deadline_of_its_length_ends(length: str):
    assert all(within(length).due_day(start) == within(length, waits=True).due_day(start) for start in days()[::5])


@pytest.mark.parametrize("length", sorted({str(each.length) for each in in_use() if each.length}))
def test_the_last_day_counted_back_is_the_last_from_which_the_period_still_ends_in_time(length: str):
    for end in days()[::5]:
        last = within(length, back=True).due_day(end)
        assert within(length).due_day(last) <= end < within(length).due_day(last + 1)


# Rules for a day, of any kind

weekdays, months = st.integers(0, 6), st.integers(1, 12)
days_of_years = st.sampled_from([(1, 1), (1, 31), (2, 1), (2, 28), (2, 29), (3, 1), (6, 30), (12, 30), (12, 31)])
rules = st.one_of(
    st.just(SameDay()),
    st.builds(NthWeekday, st.integers(1, 5), weekdays),
    st.builds(WeekdayOfMonth, st.integers(1, 4), weekdays, months, st.integers(0, 30), st.booleans()),
    st.builds(DayOfYear, st.lists(days_of_years, min_size=1, max_size=3).map(tuple), st.booleans()),
)


@given(rules, st.integers(FIRST, LAST), st.integers(-800, 800))
def test_any_rule_for_a_day_is_turned_round_exactly(rule: FixedDay, start: int, off: int):
    due = rule.after(start)
    assert rule.before(due) >= start > rule.before(due - 1)
    assert (due <= due + off) == (start <= rule.before(due + off))


@pytest.mark.parametrize(
    ("rule", "due", "latest"),
    [
        ("same day", "2009-04-26", "2009-04-26"),
        ("second Sunday", "2009-04-26", "2009-04-18"),  # from the 19th, a Sunday, it would be 3 May
        ("second Sunday", "2009-04-25", "2009-04-11"),
        ("first Sunday of November, 5 years on", "2000-11-05", "1995-12-31"),
        ("first Sunday of November, 5 years on", "2000-11-04", "1994-12-31"),
        ("first Sunday of November, after 4 years", "2024-11-03", "2020-11-03"),
        ("first Sunday of November, after 4 years", "2024-11-02", "2019-11-05"),
        ("10 March", "2016-03-10", "2016-03-09"),
        ("10 March", "2016-03-09", "2015-03-09"),
        ("10 March or 10 October", "2016-10-09", "2016-03-09"),
        ("the day before 10 March", "2001-03-09", "2001-03-09"),
        ("the day before 10 March", "2001-03-08", "2000-03-09"),
        ("the day before 1 January", "2008-12-31", "2008-12-31"),
        ("29 February", "2004-02-29", "2004-02-28"),
        ("29 February", "2004-02-28", "2003-02-27"),  # the 28th stands for it in 2003
        ("29 February", "2003-02-28", "2003-02-27"),
        ("29 February", "2003-02-27", "2002-02-27"),
    ],
)
def test_the_latest_trigger_of_a_rule_for_a_day(rule: str, due: str, latest: str):
    assert parse_fixed_day(rule).before(day(due)) == day(latest)


# Leap years, the 29th of February, the ends of years


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        ("2008-02-29", "1 year", "2009-02-28"),
        ("2008-02-29", "4 years", "2012-02-29"),
        ("2004-02-29", "5 years", "2009-02-28"),
        ("2007-02-28", "1 year", "2008-02-28"),  # the same day number, though February 2008 has one day more
        ("2096-02-29", "4 years", "2100-02-28"),  # no leap year, as a full century that 400 does not divide
        ("1996-02-29", "4 years", "2000-02-29"),
        ("1900-01-31", "1 month", "1900-02-28"),
        ("2000-01-31", "1 month", "2000-02-29"),
        ("2011-12-31", "2 months", "2012-02-29"),
        ("2009-12-31", "2 months", "2010-02-28"),
        ("2009-08-31", "6 months", "2010-02-28"),
        ("2008-02-20", "14 days", "2008-03-05"),
        ("2009-02-20", "14 days", "2009-03-06"),
        ("2008-01-01", "56 days", "2008-02-26"),
        ("2008-12-25", "2 weeks", "2009-01-08"),
        ("2009-12-31", "1 week", "2010-01-07"),
    ],
)
def test_a_leap_year_a_29_february_and_the_end_of_a_year_when_counting_on(start: str, length: str, due: str):
    assert within(length).due_day(day(start)) == day(due)


@pytest.mark.parametrize(
    ("due", "length", "latest"),
    [
        ("2009-02-28", "1 month", "2009-01-31"),  # the 29th, 30th and 31st all arrive on the 28th
        ("2008-02-28", "1 month", "2008-01-28"),
        ("2008-02-29", "1 month", "2008-01-31"),
        ("2009-02-28", "1 year", "2008-02-29"),
        ("2008-02-29", "1 year", "2007-02-28"),
        ("2008-02-28", "1 year", "2007-02-28"),
        ("2009-01-08", "14 days", "2008-12-25"),
        ("2010-03-31", "1 month", "2010-02-28"),
    ],
)
def test_a_leap_year_a_29_february_and_the_end_of_a_year_when_counting_back(due: str, length: str, latest: str):
    assert within(length).latest_trigger(day(due)) == day(latest)


def test_of_two_days_that_arrive_together_the_later_is_the_latest_trigger():
    month = within("1 month")
    assert {month.due_day(day(f"2009-01-{start}")) for start in (28, 29, 30, 31)} == {day("2009-02-28")}
    assert month.latest_trigger(day("2009-02-28")) == day("2009-01-31")
    assert month.earliest_trigger(day("2009-02-28")) == day("2009-01-28")


def test_far_enough_before_a_day_is_found_from_both_sides():
    """An election on 7 November, an act at least 25 days before it: the 13 October is the last day."""
    before = within("25 days", back=True)
    assert before.due_day(day("2010-11-07")) == day("2010-10-13")
    assert before.latest_trigger(day("2010-10-13")) == day("2010-11-07")
    assert before.earliest_trigger(day("2010-10-13")) == day("2010-11-07")


# What cannot be counted, and how things are counted


def test_what_ends_on_no_day_of_its_own_is_not_counted():
    with pytest.raises(InputError, match="24 hours cannot be counted in days"):
        within("24 hours").due_day(day("2009-04-10"))
    with pytest.raises(InputError, match="20 sitting days cannot be counted in days"):
        within("20 sitting days").latest_trigger(day("2009-04-10"))
    for turn in (Period(None, None, DAY_AFTER).due_day, Period(None, None, DAY_AFTER).latest_trigger):
        with pytest.raises(InputError, match="the case gives the day"):
            turn(day("2009-04-10"))


def test_every_rule_for_a_period_has_a_name_and_a_sentence_of_its_own():
    hours, sitting = Length(24, Unit.HOUR), Length(20, Unit.SITTING_DAY)
    others = [Period(each, None, DAY_AFTER) for each in (hours, sitting, None)]
    rules = {each.rule for each in (*in_use(), *others)}
    assert len({each.name for each in rules}) == len({each.says for each in rules}) == len(rules)
    assert all(each.says.endswith(".") for each in rules)


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (within("10 days"), "day_after"),
        (within("2 months"), "day_after, same_day_number"),
        (Period(parse_length("1 week"), None, SAME_DAY), "same_day"),
        (within("6 months", waits=True), "day_after, same_day_number, whole_wait"),
        (within("25 days", back=True), "day_after, counted_back"),
        (within("24 hours"), "elapsed_hours"),
        (within("20 sitting days"), "day_after, sitting_days"),
        (Period(None, parse_fixed_day("second Sunday"), DAY_AFTER), "nth_weekday"),
        (Period(None, None, DAY_AFTER), "day_given"),
    ],
)
def test_a_period_names_the_rules_by_which_it_is_counted(period: Period, name: str):
    assert period.rule.name == name


def test_the_months_of_a_rule_are_those_of_the_calendar():
    assert [parse_fixed_day(f"1 {month}").before(day("2009-12-31")) for month in MONTHS] == [
        day(f"2009-{number:02}-01") - 1 for number in range(1, 13)
    ]
