"""Due days counted by hand, and what must hold for all of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.calendar.convention import CONVENTIONS, DAY_AFTER, SAME_DAY, Convention
from majlis.calendar.count import (
    backwards,
    earliest,
    forwards,
    in_words,
)
from majlis.calendar.dates import written
from majlis.calendar.length import Length, Unit, parse_length
from majlis.errors import InputError


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


days = st.integers(day("1900-01-01"), day("2100-12-31"))
conventions = st.sampled_from(list(CONVENTIONS.values()))
lengths = st.one_of(
    st.builds(Length, st.integers(1, 800), st.just(Unit.DAY)),
    st.builds(Length, st.integers(1, 120), st.just(Unit.WEEK)),
    st.builds(Length, st.integers(1, 60), st.just(Unit.MONTH)),
    st.builds(Length, st.integers(1, 10), st.just(Unit.YEAR)),
)


@pytest.mark.parametrize(
    ("trigger", "length", "due"),
    [
        ("2009-04-10", "56 days", "2009-06-05"),
        ("2009-04-10", "1 day", "2009-04-11"),
        ("2008-02-28", "1 day", "2008-02-29"),
        ("2009-02-28", "1 day", "2009-03-01"),
        ("2008-12-31", "1 day", "2009-01-01"),
        ("2007-12-31", "366 days", "2008-12-31"),
        ("2009-04-10", "8 weeks", "2009-06-05"),
        ("2008-12-25", "1 week", "2009-01-01"),
        ("2009-03-01", "2 months", "2009-05-01"),
        ("2009-01-31", "1 month", "2009-02-28"),
        ("2008-01-31", "1 month", "2008-02-29"),
        ("2009-01-30", "1 month", "2009-02-28"),
        ("2009-02-28", "1 month", "2009-03-28"),
        ("2009-12-31", "2 months", "2010-02-28"),
        ("2009-11-30", "3 months", "2010-02-28"),
        ("2009-03-31", "1 month", "2009-04-30"),
        ("2009-12-15", "1 month", "2010-01-15"),
        ("2009-10-18", "12 months", "2010-10-18"),
        ("2008-02-29", "1 year", "2009-02-28"),
        ("2008-02-29", "4 years", "2012-02-29"),
        ("1896-02-29", "4 years", "1900-02-28"),
        ("1996-02-29", "4 years", "2000-02-29"),
        ("2008-10-15", "5 years", "2013-10-15"),
    ],
)
def test_the_due_day_is_the_one_counted_by_hand(trigger: str, length: str, due: str):
    assert date.fromordinal(forwards(day(trigger), parse_length(length), DAY_AFTER)) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("trigger", "length", "due"),
    [
        ("2009-04-10", "56 days", "2009-06-04"),
        ("2009-04-10", "1 day", "2009-04-10"),
        ("2009-03-01", "2 months", "2009-04-30"),
        ("2009-12-31", "2 months", "2010-02-27"),
        ("2008-10-15", "5 years", "2013-10-14"),
        ("2009-01-01", "1 year", "2009-12-31"),
    ],
)
def test_counted_from_the_day_itself_the_due_day_is_one_earlier(trigger: str, length: str, due: str):
    assert date.fromordinal(forwards(day(trigger), parse_length(length), SAME_DAY)) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("due", "length", "trigger"),
    [
        ("2009-06-05", "56 days", "2009-04-10"),
        ("2010-02-28", "2 months", "2009-12-31"),
        ("2008-02-28", "2 months", "2007-12-28"),
        ("2008-02-29", "2 months", "2007-12-31"),
        ("2009-04-30", "1 month", "2009-03-31"),
        ("2009-03-30", "1 month", "2009-02-28"),
        ("2009-02-28", "1 year", "2008-02-29"),
        ("2013-10-15", "5 years", "2008-10-15"),
    ],
)
def test_the_latest_trigger_is_the_one_counted_by_hand(due: str, length: str, trigger: str):
    assert date.fromordinal(backwards(day(due), parse_length(length), DAY_AFTER)) == date.fromisoformat(trigger)


@given(days, days, lengths, conventions)
def test_a_trigger_is_in_time_exactly_up_to_the_latest_trigger(
    start: int, due: int, length: Length, convention: Convention
):
    assert (forwards(start, length, convention) <= due) == (start <= backwards(due, length, convention))


@given(days, lengths, conventions)
def test_the_day_after_the_latest_trigger_is_too_late(due: int, length: Length, convention: Convention):
    latest = backwards(due, length, convention)
    assert forwards(latest, length, convention) <= due < forwards(latest + 1, length, convention)


@given(days, days, lengths, conventions)
def test_a_later_trigger_never_has_an_earlier_due_day(one: int, other: int, length: Length, convention: Convention):
    first, second = sorted((one, other))
    assert forwards(first, length, convention) <= forwards(second, length, convention)


@given(days, lengths)
def test_counting_from_the_day_itself_is_always_one_day_earlier(trigger: int, length: Length):
    assert forwards(trigger, length, SAME_DAY) == forwards(trigger, length, DAY_AFTER) - 1


@pytest.mark.parametrize(
    ("trigger", "opens"),
    [("2009-01-10", "2009-07-10"), ("2009-08-31", "2010-02-28"), ("2007-08-31", "2008-02-29")],
)
def test_a_waiting_period_opens_on_the_same_day_number(trigger: str, opens: str):
    assert earliest(day(trigger), parse_length("6 months"), DAY_AFTER) == day(opens)


@pytest.mark.parametrize("length", ["1 day", "1 week", "1 month", "1 year", "999999 years", "999999 days"])
def test_a_count_that_leaves_the_calendar_is_refused(length: str):
    period = parse_length(length)
    with pytest.raises(InputError, match="years 1 to 9999"):
        forwards(day("9999-12-31"), period, DAY_AFTER)
    with pytest.raises(InputError, match="years 1 to 9999"):
        backwards(day("0001-01-01"), period, DAY_AFTER)


@pytest.mark.parametrize("outside", [0, -1, date.max.toordinal() + 1])
def test_a_day_outside_the_calendar_is_refused(outside: int):
    for count in (forwards, backwards, earliest, in_words):
        for length in (Length(1, Unit.DAY), Length(1, Unit.MONTH)):
            with pytest.raises(InputError, match="years 1 to 9999"):
                count(outside, length, DAY_AFTER)


def test_hours_are_not_counted_in_days():
    for count in (forwards, backwards, earliest, in_words):
        with pytest.raises(InputError, match="24 hours cannot be counted in days"):
            count(day("2009-04-10"), Length(24, Unit.HOUR), DAY_AFTER)


# Words

NOT_COUNTED = [
    ("2009-04-10", "56 days", "10 April not counted; 20 + 31 + 5 days; due 5 June 2009"),
    ("2009-04-10", "5 days", "10 April not counted; 5 days; due 15 April 2009"),
    ("2009-04-10", "1 day", "10 April not counted; 1 day; due 11 April 2009"),
    ("2009-04-30", "2 days", "30 April not counted; 2 days; due 2 May 2009"),
    ("2009-04-10", "8 weeks", "10 April not counted; 8 weeks, that is 20 + 31 + 5 days; due 5 June 2009"),
    ("2008-12-10", "30 days", "10 December 2008 not counted; 21 + 9 days; due 9 January 2009"),
    ("2008-12-10", "800 days", "10 December 2008 not counted; 800 days; due 18 February 2011"),
]
SAME_NUMBER = [
    ("2009-03-01", "2 months", "1 March 2009 plus 2 months, the same day number; due 1 May 2009"),
    ("2008-10-15", "5 years", "15 October 2008 plus 5 years, the same day number; due 15 October 2013"),
]
END_OF_MONTH = [
    ("2009-12-31", "2 months", "31 December 2009 plus 2 months: February has no day 31", "28 February 2010"),
    ("2009-08-31", "1 month", "31 August 2009 plus 1 month: September has no day 31", "30 September 2009"),
    ("2008-02-29", "1 year", "29 February 2008 plus 1 year: February 2009 has no day 29", "28 February 2009"),
]
COUNTED = [
    ("2009-04-10", "56 days", "10 April counted; 21 + 31 + 4 days", "4 June 2009"),
    ("2009-03-01", "2 months", "1 March 2009 plus 2 months, the same day number", "30 April 2009"),
]


@pytest.mark.parametrize(("trigger", "length", "words"), [*NOT_COUNTED, *SAME_NUMBER])
def test_the_count_is_told_as_a_lawyer_would_defend_it(trigger: str, length: str, words: str):
    assert in_words(day(trigger), parse_length(length), DAY_AFTER) == words


@pytest.mark.parametrize(("trigger", "length", "words", "due"), END_OF_MONTH)
def test_the_end_of_month_rule_is_said_where_it_is_used(trigger: str, length: str, words: str, due: str):
    said = in_words(day(trigger), parse_length(length), DAY_AFTER)
    assert said == f"{words}, its last day counts; due {due}"


@pytest.mark.parametrize(("trigger", "length", "words", "due"), COUNTED)
def test_counting_from_the_day_itself_is_said(trigger: str, length: str, words: str, due: str):
    said = in_words(day(trigger), parse_length(length), SAME_DAY)
    assert said == f"{words}, counted from the day itself: one day earlier; due {due}"


@given(days, lengths, conventions)
def test_the_words_end_in_the_due_day(trigger: int, length: Length, convention: Convention):
    due = forwards(trigger, length, convention)
    assert in_words(trigger, length, convention).endswith(f"; due {written(due)}")


@given(days, st.integers(1, 300), conventions)
def test_the_summands_add_up_to_the_length(trigger: int, number: int, convention: Convention):
    said = in_words(trigger, Length(number, Unit.DAY), convention).split("; ")[1].split(" day")[0]
    assert sum(map(int, said.split(" + "))) == number


def test_the_words_reach_the_last_day_of_the_calendar():
    assert in_words(day("9999-12-01"), Length(30, Unit.DAY), DAY_AFTER).endswith("due 31 December 9999")
