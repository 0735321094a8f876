"""The scale of a timeline: days in their order, and ticks that leave each other room."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from drawn_timelines import FIRST, LAST, SPANS
from hypothesis import example, given
from hypothesis import strategies as st

from majlis.render.timeline_scale import Grain, Scale, Unit, grain, tick_days, ticks

DAYS = st.integers(FIRST, LAST)


@given(DAYS, DAYS, DAYS)
@example(FIRST, LAST, FIRST)
def test_a_later_day_never_stands_farther_left(one: int, other: int, another: int) -> None:
    first, between, last = sorted((one, other, another))
    scale = Scale(first, last, 320.0, 776.0, 16.0)
    assert 320.0 == scale.start(first) <= scale.start(between) <= scale.start(last)
    assert scale.end(last) == pytest.approx(776.0)


@given(DAYS, st.sampled_from(SPANS), st.sampled_from((320.0, 456.0)))
def test_ticks_are_periods_that_begin_within_the_scale_and_leave_their_labels_room(
    first: int, span: int, long: float
) -> None:
    last = min(LAST, first + span)
    least = {Unit.DAY: 24.0, Unit.MONTH: 34.0, Unit.YEAR: 44.0}
    of = grain(first, last, long, least)
    days = tick_days(first, last, of)
    assert all(first <= day <= last for day in days)
    apart = [(b - a) * long / (last + 1 - first) for a, b in pairwise(days)]
    assert all(gap >= least[of.unit] * 0.9 for gap in apart)  # February is short
    for tick in ticks(first, last, of):
        that = date.fromordinal(tick.day)
        expected = {Unit.DAY: str(that.day), Unit.MONTH: f"{that:%b}", Unit.YEAR: str(that.year)}[of.unit]
        assert tick.label in ("", expected)
        assert str(that.year) in f"{tick.label} {tick.above}" or not tick.above


def test_ticks_go_by_days_weeks_months_years_and_centuries() -> None:
    least = {Unit.DAY: 24.0, Unit.MONTH: 34.0, Unit.YEAR: 44.0}
    first = date(1910, 1, 1).toordinal()
    spans = {
        0: (Unit.DAY, 1),
        60: (Unit.DAY, 7),
        300: (Unit.MONTH, 1),
        3000: (Unit.YEAR, 1),
        2_000_000: (Unit.YEAR, 1000),
    }
    assert {span: grain(first, first + span, 456.0, least) for span in spans} == {
        span: Grain(*each) for span, each in spans.items()
    }
    mondays = tick_days(first, first + 60, Grain(Unit.DAY, 7))
    assert {date.fromordinal(day).weekday() for day in mondays} == {0}
