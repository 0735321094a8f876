"""Periods in sitting days: the last of so many days on which a body sat, and never more than the record tells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.calendar.convention import DAY_AFTER, SAME_DAY
from majlis.calendar.count import forwards
from majlis.calendar.length import Unit, parse_length
from majlis.calendar.sitting_days import NOT_GIVEN, Bounds, SittingDays, in_words, together
from majlis.errors import InputError

START = date(2010, 3, 1).toordinal()  # a Monday
FIRST, LAST = START, START + 40
conventions = st.sampled_from([DAY_AFTER, SAME_DAY])
numbers = st.integers(1, 12)
near = st.integers(FIRST - 15, LAST + 15)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def sat(*days: str, first: str = "2010-03-01", last: str = "2010-04-30") -> SittingDays:
    return SittingDays(day(first), day(last), tuple(map(day, days)))


@st.composite
def records(draw: st.DrawFn) -> SittingDays:
    """A record over some span, in which the body sat on some days."""
    first = draw(st.integers(FIRST, LAST))
    last = draw(st.integers(first, LAST))
    days = draw(st.sets(st.integers(first, last)))
    return SittingDays(first, last, tuple(sorted(days)))


WEDNESDAYS = sat("2010-03-03", "2010-03-10", "2010-03-17", "2010-03-24")


@pytest.mark.parametrize(
    ("trigger", "number", "convention", "due"),
    [
        ("2010-03-02", 1, DAY_AFTER, "2010-03-03"),
        ("2010-03-03", 1, DAY_AFTER, "2010-03-10"),
        ("2010-03-03", 1, SAME_DAY, "2010-03-03"),
        ("2010-03-04", 1, SAME_DAY, "2010-03-10"),
        ("2010-03-03", 3, DAY_AFTER, "2010-03-24"),
        ("2010-03-03", 3, SAME_DAY, "2010-03-17"),
        ("2010-03-01", 4, DAY_AFTER, "2010-03-24"),
    ],
)
def test_the_due_day_is_the_last_of_so_many_sitting_days(trigger: str, number: int, convention, due: str):
    assert WEDNESDAYS.forwards(day(trigger), number, convention).day == day(due)


@pytest.mark.parametrize(
    ("due", "number", "convention", "latest"),
    [
        ("2010-03-24", 1, DAY_AFTER, "2010-03-23"),
        ("2010-03-23", 1, DAY_AFTER, "2010-03-16"),
        ("2010-03-24", 1, SAME_DAY, "2010-03-24"),
        ("2010-03-24", 3, DAY_AFTER, "2010-03-09"),
        ("2010-03-31", 4, SAME_DAY, "2010-03-03"),
    ],
)
def test_counted_back_it_is_the_latest_day_from_which_the_period_ends_in_time(due, number, convention, latest):
    assert WEDNESDAYS.backwards(day(due), number, convention).day == day(latest)


@given(records(), near, near, numbers, conventions)
def test_both_directions_agree_wherever_they_are_known(record, start, target, number, convention):
    due, back = record.forwards(start, number, convention).day, record.backwards(target, number, convention).day
    if due is not None and back is not None:
        assert (due <= target) == (start <= back)


@given(records(), near, near, numbers, conventions)
def test_both_directions_agree_in_what_is_sure_where_they_are_not(record, start, target, number, convention):
    due, back = record.forwards(start, number, convention), record.backwards(target, number, convention)
    assert (due.earliest <= target) == (start <= back.latest)  # if every day of which nothing is known is one
    surely = due.latest is not None and due.latest <= target
    if back.earliest > 1:
        assert surely == (start <= back.earliest)
    else:
        assert not surely


@given(records(), near, numbers, conventions, st.data())
def test_whatever_comes_to_light_the_due_day_lies_within_its_bounds(record, start, number, convention, data):
    more = [*range(start, record.first), *range(record.last + 1, LAST + 40)]
    found = data.draw(st.sets(st.sampled_from(more)) if more else st.just(set()))
    whole = SittingDays(start - 1, LAST + 40, tuple(sorted({*record.days, *found})))
    due, bounds = whole.forwards(start, number, convention), record.forwards(start, number, convention)
    assert bounds.earliest <= due.earliest
    if bounds.latest is not None:
        assert due.day is not None
        assert due.day <= bounds.latest


@given(near, numbers, conventions)
def test_without_a_record_sitting_days_are_no_fewer_than_days(start, number, convention):
    bounds = NOT_GIVEN.forwards(start, number, convention)
    assert bounds == Bounds(forwards(start, parse_length(f"{number} days"), convention), None)


@given(near, numbers, conventions)
def test_of_a_body_that_sits_every_day_they_are_days(start, number, convention):
    every = SittingDays(FIRST - 40, LAST + 40, tuple(range(FIRST - 40, LAST + 41)))
    assert every.forwards(start, number, convention).day == forwards(start, parse_length(f"{number} days"), convention)


def test_a_record_that_does_not_reach_far_enough_has_no_due_day():
    short = sat("2010-03-03", "2010-03-10", last="2010-03-12")
    assert short.forwards(day("2010-03-01"), 3, DAY_AFTER) == Bounds(day("2010-03-13"), None)
    assert short.forwards(day("2010-03-01"), 2, DAY_AFTER).day == day("2010-03-10")


def test_a_record_that_begins_too_late_leaves_the_due_day_between_two():
    bounds = sat("2010-03-10", "2010-03-17", first="2010-03-08").forwards(day("2010-03-05"), 2, DAY_AFTER)
    assert bounds == Bounds(day("2010-03-07"), day("2010-03-17"))
    assert bounds.day is None


def test_what_is_sure_of_a_day_is_said_and_nothing_else():
    bounds = Bounds(10, 20)
    assert [bounds.slack(each) for each in (9, 10, 11, 20, 21)] == [1, 0, None, None, -1]
    assert [bounds.wait(each) for each in (9, 10, 19, 20, 21)] == [1, None, None, 0, -1]
    assert [bounds.distance(each) for each in (9, 10, 20, 21)] == [1, None, None, -1]
    assert [Bounds(10, 10).distance(each) for each in (9, 10, 11)] == [1, 0, -1]
    assert Bounds(10, None).slack(10_000) is None


def test_two_bodies_sit_together_where_both_records_say_so():
    both = together([WEDNESDAYS, sat("2010-03-10", "2010-03-11", "2010-03-24", first="2010-03-08")])
    assert both == sat("2010-03-10", "2010-03-24", first="2010-03-08")
    assert together([WEDNESDAYS, NOT_GIVEN]) == NOT_GIVEN
    assert together([WEDNESDAYS, sat(first="2011-01-01", last="2011-02-01")]) == NOT_GIVEN


def test_the_count_is_shown_month_by_month():
    record = sat("2010-03-10", "2010-03-17", "2010-04-07")
    assert in_words(record, day("2010-03-09"), day("2010-04-07"), DAY_AFTER) == (
        "9 March not counted; 2 + 1 sitting days; due 7 April 2010"
    )
    assert in_words(record, day("2010-03-10"), day("2010-03-10"), SAME_DAY) == (
        "10 March counted, if it is one; 1 sitting day; due 10 March 2010"
    )


def test_over_many_months_only_their_sum_is_shown():
    days = tuple(day("2010-01-15") + 31 * each for each in range(14))
    record = SittingDays(days[0], days[-1], days)
    text = in_words(record, days[0] - 30, days[-1], DAY_AFTER)
    assert text == "16 December 2009 not counted; 14 sitting days; due 22 February 2011"


def test_a_length_in_sitting_days_is_read_and_not_counted_as_days():
    length = parse_length("20 sitting days")
    assert (length.unit, str(length), str(parse_length("1 sitting day"))) == (
        Unit.SITTING_DAY,
        "20 sitting days",
        "1 sitting day",
    )
    with pytest.raises(InputError, match=r"20 sitting days cannot be counted in days\. .* by a record of sittings"):
        forwards(START, length, DAY_AFTER)


def test_a_count_that_leaves_the_calendar_is_refused():
    with pytest.raises(InputError, match="leaves the calendar"):
        NOT_GIVEN.backwards(3, 5, DAY_AFTER)
