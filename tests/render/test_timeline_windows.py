"""The window of a step is settled only where its own limits set both ends, or leave one open."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_timelines import step

from majlis.questions.timed import State
from majlis.render.timeline_windows import Window, window

FIRST, LAST = date(1910, 5, 1).toordinal(), date(1910, 5, 31).toordinal()


def test_a_window_between_two_days_of_its_limits_is_settled() -> None:
    assert window(step(earliest="1910-05-01", latest="1910-05-31")) == Window(FIRST, LAST, settled=True)


def test_a_first_day_without_anything_behind_it_is_settled_and_open_on_that_side() -> None:
    assert window(step(earliest="1910-05-01")) == Window(FIRST, None, settled=True)


def test_a_last_day_that_is_only_foreseen_settles_nothing() -> None:
    assert window(step(earliest="1910-05-01", not_after="1910-05-31")) == Window(FIRST, LAST, settled=False)


def test_a_foreseen_day_before_the_first_one_is_left_out_and_unsettles_nothing() -> None:
    its = window(step(earliest="1910-05-31", not_after="1910-05-01"))
    assert its == Window(LAST, None, settled=True)


def test_a_last_day_that_is_set_stays_settled_where_the_first_is_only_foreseen() -> None:
    assert window(step(latest="1910-05-31", not_before="1910-05-01")) == Window(FIRST, LAST, settled=True)


@pytest.mark.parametrize("sides", [{"not_before": "1910-05-01"}, {"not_after": "1910-05-31"}])
def test_a_window_that_is_all_foreseen_is_not_settled(sides: dict[str, str]) -> None:
    its = window(step(**sides))
    assert its is not None and not its.settled


def test_what_hangs_on_a_reading_is_not_settled() -> None:
    assert window(step(earliest="1910-05-01", tentative=True)) == Window(FIRST, None, settled=False)


def test_a_step_without_a_limit_or_without_days_has_no_window() -> None:
    assert window(step(earliest="1910-05-01", state=State.UNDATED)) is None
    assert window(step()) is None


def test_days_foreseen_for_a_step_that_was_done_count_no_more() -> None:
    assert window(step(done="1910-05-02", not_before="1910-05-01")) is None
