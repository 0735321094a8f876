"""Where a period in hours ends, over the changes of the clocks in Baku, with and without the time of the start.

In 2009 the clocks went from 04:00 to 05:00 on 29 March and from 05:00 to 04:00 on 25 October.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.calendar.hours import Minutes, end_of_hours, in_words, start_of_hours
from majlis.calendar.moment import LocalTime, Moment, hours_left, local_time, moment
from majlis.errors import InputError

BAKU = "Asia/Baku"
DAY = 24 * 60


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def at(text: str, time: str | None = None) -> Moment:
    return moment(day(text), time, BAKU)


def shown(minute: int) -> str:
    """What the standard library shows in Baku at a minute (UTC)."""
    there = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    return there.astimezone(ZoneInfo(BAKU)).strftime("%Y-%m-%d %H:%M %z")


def end(text: str, time: str | None, hours: int = 24) -> Minutes:
    return end_of_hours(at(text, time), hours, BAKU)


def test_baku_put_its_clocks_forward_for_the_last_time_in_2015():
    summer = [year for year in range(1997, 2026) if shown(at(f"{year}-07-01").latest).endswith("+0500")]
    assert summer == list(range(1997, 2016))
    assert {shown(at(f"{year}-01-01").latest)[-5:] for year in range(1997, 2026)} == {"+0400"}


@pytest.mark.parametrize(
    ("start", "time", "ends"),
    [
        ("2009-04-10", "14:30", "2009-04-11 14:30 +0500"),
        ("2009-03-28", "14:30", "2009-03-29 15:30 +0500"),  # an hour was skipped
        ("2009-03-28", "03:59", "2009-03-29 03:59 +0400"),  # the last minute before the change
        ("2009-03-28", "04:00", "2009-03-29 05:00 +0500"),
        ("2009-03-28", "04:30", "2009-03-29 05:30 +0500"),  # the clocks skipped 04:30 on the 29th
        ("2009-03-28", "23:30", "2009-03-30 00:30 +0500"),  # two days of the calendar on
        ("2009-10-24", "14:30", "2009-10-25 13:30 +0400"),  # an hour came twice
        ("2009-10-24", "04:30", "2009-10-25 04:30 +0500"),  # the first of the two
        ("2009-10-24", "05:30", "2009-10-25 04:30 +0400"),  # the second
        ("2009-10-25", "00:10", "2009-10-25 23:10 +0400"),  # on the very same day of the calendar
        ("2015-03-28", "14:30", "2015-03-29 15:30 +0500"),
        ("2015-10-24", "14:30", "2015-10-25 13:30 +0400"),
        ("2016-03-26", "14:30", "2016-03-27 14:30 +0400"),  # the year in which it was given up
        ("2009-12-31", "14:30", "2010-01-01 14:30 +0400"),
        ("2008-02-28", "14:30", "2008-02-29 14:30 +0400"),
    ],
)
def test_24_hours_end_when_so_much_time_has_elapsed_whatever_the_clocks_did(start: str, time: str, ends: str):
    found = end(start, time)
    assert found.exact
    assert shown(found.earliest) == ends
    assert (date.fromordinal(found.first.day).isoformat(), found.first.time) == tuple(ends.split()[:2])


def test_a_start_without_a_time_ends_between_the_ends_of_its_first_and_its_last_minute():
    found = end("2009-03-28", None)
    assert not found.exact
    assert shown(found.earliest) == "2009-03-29 00:00 +0400"
    assert shown(found.latest) == "2009-03-30 00:59 +0500"
    assert (found.first.day, found.last.day) == (day("2009-03-29"), day("2009-03-30"))


def test_a_start_at_a_time_that_came_twice_ends_at_one_of_two_times():
    found = end("2009-10-25", "04:30")
    assert [shown(each) for each in (found.earliest, found.latest)] == [
        "2009-10-26 03:30 +0400",
        "2009-10-26 04:30 +0400",
    ]


minutes = st.integers(-36_816_480, 68_898_239)  # the years 1900 to 2100
hours = st.integers(1, 200)


@given(minutes, st.integers(0, DAY), hours)
def test_a_period_in_hours_is_turned_round_exactly(minute: int, width: int, length: int):
    there = Moment(minute, minute + width, local_time(minute, BAKU).day)
    found = end_of_hours(there, length, BAKU)
    back = start_of_hours(Moment(found.earliest, found.latest, found.first.day), length, BAKU)
    assert (back.earliest, back.latest) == (there.earliest, there.latest)
    assert back.first.day == there.day


@given(minutes, st.integers(0, DAY), minutes, st.integers(-3, 3), hours)
def test_an_act_is_in_time_for_certain_exactly_where_it_is_not_after_the_earliest_end(
    start: int, width: int, anywhere: int, off: int, length: int
):
    started = Moment(start, start + width, 0)
    found = end_of_hours(started, length, BAKU)
    for act in (anywhere, found.earliest + off, found.latest + off):
        left = hours_left(started, Moment(act, act, 0), length)
        assert (left is not None and left >= 0) == (act <= found.earliest)
        assert (left is not None and left < 0) == (act > found.latest)


@given(minutes)
def test_the_local_time_of_a_minute_is_the_one_of_the_standard_library(minute: int):
    found = local_time(minute, BAKU)
    text, offset = shown(minute)[:16], shown(minute)[17:]
    assert found.ahead == int(offset[1:3]) * 60 + int(offset[3:5])
    if len(offset) == len("+0400"):  # before standard time the offset has seconds, which are cut
        assert f"{date.fromordinal(found.day).isoformat()} {found.time}" == text


@given(st.integers(day("1980-01-01"), day("2030-12-31")), st.integers(0, DAY - 1))
def test_a_time_of_day_is_shown_again_as_it_was_given(start: int, minute: int):
    time = f"{minute // 60:02}:{minute % 60:02}"
    try:
        there = moment(start, time, BAKU)
    except InputError:  # skipped
        return
    for each in (there.earliest, there.latest):
        found = local_time(each, BAKU)
        assert (found.day, found.time) == (start, time)


# In words


@pytest.mark.parametrize(
    ("start", "time", "said"),
    [
        (
            "2009-03-28",
            "14:30",
            "14:30 on 28 March 2009 (UTC+4), 24 hours of elapsed time: 15:30 on 29 March (UTC+5)",
        ),
        (
            "2009-10-24",
            "14:30",
            "14:30 on 24 October 2009 (UTC+5), 24 hours of elapsed time: 13:30 on 25 October (UTC+4)",
        ),
        (
            "2009-12-31",
            "14:30",
            "14:30 on 31 December 2009 (UTC+4), 24 hours of elapsed time: 14:30 on 1 January 2010 (UTC+4)",
        ),
        (
            "2009-10-25",
            "04:30",
            "04:30 on 25 October 2009, which the clocks showed twice (UTC+5 or UTC+4), 24 hours of elapsed time: "
            "between 03:30 on 26 October (UTC+4) and 04:30 on 26 October (UTC+4)",
        ),
        (
            "2009-03-28",
            None,
            "28 March 2009, at a time that is not given, 24 hours of elapsed time: "
            "between 00:00 on 29 March (UTC+4) and 00:59 on 30 March (UTC+5)",
        ),
    ],
)
def test_the_end_of_a_period_in_hours_is_said_with_the_offset_on_both_sides(start: str, time: str | None, said: str):
    assert in_words(at(start, time), 24, BAKU) == said


def test_one_hour_is_said_in_the_singular():
    assert ", 1 hour of elapsed time: 15:30 on" in in_words(at("2009-06-01", "14:30"), 1, BAKU)


@pytest.mark.parametrize(
    ("ahead", "said"), [(0, "UTC"), (240, "UTC+4"), (-210, "UTC-3:30"), (345, "UTC+5:45"), (-60, "UTC-1")]
)
def test_an_offset_is_said_in_hours_and_minutes(ahead: int, said: str):
    assert LocalTime(1, 0, ahead).offset == said


def test_an_end_outside_the_calendar_is_refused():
    with pytest.raises(InputError, match="which has the years 1 to 9999"):
        end("9999-12-31", "14:30")
    with pytest.raises(InputError, match="which has the years 1 to 9999"):
        start_of_hours(at("0001-01-01", "14:30"), 24, BAKU)


def test_a_period_of_no_hours_and_an_unknown_zone_are_refused():
    with pytest.raises(InputError, match="is no period"):
        end("2009-04-10", "14:30", 0)
    with pytest.raises(InputError, match="not a known time zone"):
        end_of_hours(at("2009-04-10"), 24, "Asia/Nowhere")
