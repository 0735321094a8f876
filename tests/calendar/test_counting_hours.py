"""Hours of elapsed time, with and without times of day, over the changes of the clocks.

Baku had summer time until 2016: in 2015 the clocks went from 04:00 to 05:00 on 29 March and from
05:00 to 04:00 on 25 October.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from majlis.calendar.moment import Moment, hours_left, moment
from majlis.errors import InputError

BAKU = "Asia/Baku"
HOUR = 60


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def at(text: str, time: str | None = None, zone: str = BAKU) -> Moment:
    return moment(day(text), time, zone)


def utc(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) // 60


# Moments


def test_a_time_of_day_is_one_minute():
    assert at("2009-04-10", "14:30") == Moment(utc("2009-04-10T09:30"), utc("2009-04-10T09:30"), day("2009-04-10"))


def test_a_date_alone_is_any_minute_of_the_civil_day():
    assert at("2020-04-10") == Moment(utc("2020-04-09T20:00"), utc("2020-04-10T19:59"), day("2020-04-10"))


@pytest.mark.parametrize(("text", "hours"), [("2015-03-29", 23), ("2015-10-25", 25), ("2015-06-01", 24)])
def test_a_day_on_which_the_clocks_change_is_shorter_or_longer(text: str, hours: int):
    whole = at(text)
    assert whole.latest - whole.earliest + 1 == hours * HOUR


def test_a_time_that_the_clocks_skipped_is_refused():
    assert at("2015-03-29", "03:59")
    for skipped in ("04:00", "04:30", "04:59"):
        with pytest.raises(InputError, match=f"the clocks of Asia/Baku skipped {skipped} on 29 March 2015"):
            at("2015-03-29", skipped)
    assert at("2015-03-29", "05:00").latest == at("2015-03-29", "03:59").latest + 1


def test_a_time_that_the_clocks_showed_twice_is_between_the_two():
    twice = at("2015-10-25", "04:30")
    assert twice == Moment(utc("2015-10-24T23:30"), utc("2015-10-25T00:30"), day("2015-10-25"))


@pytest.mark.parametrize(
    "time", ["", "14", "1430", "14:3", "9:30", "24:00", "12:60", "14:30:00", "2pm", "١٤:٣٠", "-1:00"]
)
def test_what_is_no_time_of_day_is_refused(time: str):
    with pytest.raises(InputError, match="is not a time of day"):
        at("2009-04-10", time)


@pytest.mark.parametrize("zone", ["", "Baku", "Asia", "Asia/Nowhere", "../etc/passwd", "/etc/passwd", "a\0b", "\ud83d"])
def test_an_unknown_time_zone_is_refused(zone: str):
    with pytest.raises(InputError, match="is not a known time zone"):
        at("2009-04-10", "14:30", zone)


@pytest.mark.parametrize("outside", [0, date.max.toordinal() + 1])
def test_a_day_outside_the_calendar_is_refused(outside: int):
    for time in (None, "14:30"):
        with pytest.raises(InputError, match="years 1 to 9999"):
            moment(outside, time, BAKU)


def test_the_last_days_of_the_calendar_are_refused_or_read_but_never_crash():
    assert at("9999-12-31", "14:30")
    with pytest.raises(InputError, match="years 1 to 9999"):
        at("9999-12-31")
    for zone in ("Asia/Tokyo", "America/New_York"):
        for edge in ("0001-01-01", "9999-12-30"):
            assert at(edge, None, zone).latest >= at(edge, "12:00", zone).latest


def brute_day(text: str, zone: str) -> Moment:
    """Every minute that the clocks of the zone showed with that date."""
    noon = utc(f"{text}T12:00")
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    minutes = [
        minute
        for minute in range(noon - 40 * HOUR, noon + 40 * HOUR)
        if (epoch + timedelta(minutes=minute)).astimezone(ZoneInfo(zone)).date().isoformat() == text
    ]
    return Moment(minutes[0], minutes[-1], day(text))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2015-03-29", BAKU),
        ("2015-10-25", BAKU),
        ("2018-11-03", "America/Sao_Paulo"),
        ("2018-11-04", "America/Sao_Paulo"),  # 00:00 was skipped
        ("2019-02-16", "America/Sao_Paulo"),  # 23:00 to 24:00 came twice
        ("2019-02-17", "America/Sao_Paulo"),
        ("1919-03-30", "America/Toronto"),  # 23:30 to 00:30 was skipped
        ("1919-03-31", "America/Toronto"),
        ("2010-11-06", "America/St_Johns"),  # at 00:01 the clocks went back into the day before
        ("2010-11-07", "America/St_Johns"),
        ("2011-12-29", "Pacific/Apia"),
        ("2011-12-31", "Pacific/Apia"),  # 30 December was skipped
    ],
)
def test_a_civil_day_is_every_minute_that_the_clocks_showed_with_its_date(text: str, zone: str):
    assert at(text, None, zone) == brute_day(text, zone)


def test_a_day_that_the_calendar_skipped_is_refused():
    with pytest.raises(InputError, match="the calendar of Pacific/Apia skipped 30 December 2011"):
        at("2011-12-30", None, "Pacific/Apia")


def test_a_day_before_standard_time_still_has_its_minutes():
    whole = at("1900-01-01")
    assert whole.latest - whole.earliest + 1 == 24 * HOUR
    assert whole.earliest <= at("1900-01-01", "00:00").earliest


# Hours left


@pytest.mark.parametrize(
    ("act_day", "act_time", "left"),
    [
        ("2020-04-10", "14:30", 24 * HOUR),
        ("2020-04-11", "14:29", 1),
        ("2020-04-11", "14:30", 0),
        ("2020-04-11", "14:31", -1),
        ("2020-04-12", "14:30", -24 * HOUR),
    ],
)
def test_hours_run_from_minute_to_minute(act_day: str, act_time: str, left: int):
    assert hours_left(at("2020-04-10", "14:30"), at(act_day, act_time), 24) == left


def test_with_dates_alone_the_same_day_is_in_time():
    left = hours_left(at("2020-04-10"), at("2020-04-10"), 24)
    assert left is not None
    assert left >= 0


def test_with_dates_alone_the_next_day_is_open():
    assert hours_left(at("2020-04-10"), at("2020-04-11"), 24) is None


def test_with_dates_alone_two_days_later_is_late():
    left = hours_left(at("2020-04-10"), at("2020-04-12"), 24)
    assert left is not None
    assert left < 0


@pytest.mark.parametrize(
    ("trigger_time", "act_time", "act_day", "in_time"),
    [
        ("00:00", None, "2020-04-10", True),
        ("23:59", None, "2020-04-11", True),
        ("23:58", None, "2020-04-11", None),
        ("00:00", None, "2020-04-11", None),
        ("23:59", None, "2020-04-12", False),
        (None, "00:00", "2020-04-11", True),
        (None, "00:01", "2020-04-11", None),
        (None, "23:59", "2020-04-11", None),
        (None, "00:00", "2020-04-12", False),
    ],
)
def test_one_known_time_decides_where_it_can(
    trigger_time: str | None, act_time: str | None, act_day: str, *, in_time: bool | None
):
    left = hours_left(at("2020-04-10", trigger_time), at(act_day, act_time), 24)
    assert (left is None) == (in_time is None)
    if left is not None:
        assert (left >= 0) == in_time


def test_an_hour_that_the_clocks_skip_does_not_count():
    trigger = at("2015-03-28", "12:00")
    assert hours_left(trigger, at("2015-03-29", "12:00"), 24) == HOUR
    assert hours_left(trigger, at("2015-03-29", "13:00"), 24) == 0
    assert hours_left(trigger, at("2015-03-29", "13:01"), 24) == -1


def test_an_hour_that_the_clocks_repeat_counts_twice():
    trigger = at("2015-10-24", "12:00")
    assert hours_left(trigger, at("2015-10-25", "11:00"), 24) == 0
    assert hours_left(trigger, at("2015-10-25", "12:00"), 24) == -HOUR


def test_on_a_day_of_25_hours_even_the_same_day_can_be_too_late():
    assert hours_left(at("2015-10-25"), at("2015-10-25"), 24) is None


def test_over_a_day_of_23_hours_two_days_later_can_be_in_time():
    assert hours_left(at("2015-03-28"), at("2015-03-30"), 24) is None


def test_a_time_shown_twice_decides_only_where_both_readings_agree():
    trigger = at("2015-10-24", "05:00")
    assert hours_left(trigger, at("2015-10-25", "04:00"), 24) == 0
    assert hours_left(trigger, at("2015-10-25", "04:30"), 24) is None
    assert hours_left(trigger, at("2015-10-25", "05:00"), 24) == -HOUR


def test_an_act_before_its_trigger_is_not_late():
    assert hours_left(at("2020-04-10", "14:30"), at("2020-04-09", "14:30"), 24) == 48 * HOUR


def moments(first: int, last: int) -> st.SearchStrategy[Moment]:
    ends = st.tuples(st.integers(first, last), st.integers(0, 60))
    return ends.map(lambda pair: Moment(pair[0], pair[0] + pair[1], 0))


@given(moments(0, 100), moments(0, 400), st.integers(1, 4))
@example(Moment(0, 60, 0), Moment(60, 120, 0), 1)
@example(Moment(50, 60, 0), Moment(0, 10, 0), 1)
def test_the_answer_is_that_of_all_minutes_one_by_one(trigger: Moment, act: Moment, hours: int):
    pairs = [
        (start, done)
        for start in range(trigger.earliest, trigger.latest + 1)
        for done in range(act.earliest, act.latest + 1)
    ]
    possible = [pair for pair in pairs if pair[1] >= pair[0]] or pairs  # before its trigger only if certainly so
    slacks = [hours * HOUR - (done - start) for start, done in possible]
    left = hours_left(trigger, act, hours)
    if min(slacks) >= 0:
        assert left == min(slacks)
    elif max(slacks) < 0:
        assert left == max(slacks)
    else:
        assert left is None


@given(
    st.integers(day("2014-01-01"), day("2017-12-31")),
    st.integers(0, 3),
    st.one_of(st.none(), st.integers(6, 23)),
    st.one_of(st.none(), st.integers(6, 23)),
)
@example(day("2015-03-28"), 1, 12, 13)
@example(day("2015-10-24"), 1, 12, 11)
def test_moments_and_hours_agree_with_aware_datetimes(start: int, later: int, hour: int | None, act_hour: int | None):
    trigger = moment(start, hour if hour is None else f"{hour:02}:00", BAKU)
    act = moment(start + later, act_hour if act_hour is None else f"{act_hour:02}:00", BAKU)
    if hour is not None and act_hour is not None:
        zone = ZoneInfo(BAKU)
        one = datetime.combine(date.fromordinal(start), datetime.min.time(), zone).replace(hour=hour)
        two = datetime.combine(date.fromordinal(start + later), datetime.min.time(), zone).replace(hour=act_hour)
        elapsed = (two.astimezone(UTC) - one.astimezone(UTC)) // timedelta(minutes=1)
        assert hours_left(trigger, act, 24) == 24 * HOUR - elapsed
    assert trigger.day == start
    assert act.earliest <= act.latest
