"""Whole numbers that satisfy inequalities: the same as trying every one."""

from __future__ import annotations

from itertools import product
from unittest.mock import patch

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st

from majlis.questions.figures import region
from majlis.questions.figures.region import Linear, NotSettledError, Region, rows

NAMES = ("x", "y", "z")
MOST = 7
TIMES = st.integers(-5, 5)
SUMS = st.lists(
    st.builds(Linear.of, st.fixed_dictionaries(dict.fromkeys(NAMES, TIMES)), st.integers(-30, 30)), max_size=4
)
BOX = [each for name in NAMES for each in (Linear(((name, 1),)), Linear(((name, -1),), MOST))]


def tried(sums: list[Linear]) -> list[dict[str, int]]:
    points = (dict(zip(NAMES, each, strict=True)) for each in product(range(MOST + 1), repeat=len(NAMES)))
    return [point for point in points if all(each.at(point) >= 0 for each in sums)]


@examples(200)
@given(SUMS)
def test_a_point_is_found_exactly_where_there_is_one(sums: list[Linear]) -> None:
    found = Region.where([*BOX, *sums]).point()
    every = tried(sums)
    assert found in every if every else found is None


@examples(200)
@given(SUMS, st.sampled_from(NAMES))
def test_a_variable_reaches_exactly_the_numbers_that_leave_room_for_the_others(sums: list[Linear], name: str) -> None:
    reached = Region.where([*BOX, *sums]).reach(name)
    assert list(reached) == list(rows(sorted({point[name] for point in tried(sums)})))


@given(SUMS, st.sampled_from(NAMES), st.integers(0, MOST))
def test_a_number_put_in_for_a_variable_leaves_what_fits_it(sums: list[Linear], name: str, value: int) -> None:
    left = Region.where([*BOX, *sums]).given({name: value}).point()
    assert (left is not None) == any(point[name] == value for point in tried(sums))


def test_even_and_odd_never_meet_however_far_one_looks() -> None:
    twice = Linear.of({"x": 2, "y": -4}, -1)
    assert Region.where([Linear((("x", 1),)), Linear((("y", 1),)), twice, twice * -1]).point() is None


def test_a_variable_without_an_upper_bound_reaches_without_end() -> None:
    assert list(Region.where([Linear((("x", 1),), -5)]).reach("x")) == [(5, None)]


def test_numbers_that_two_shares_leave_between_them_are_found_however_far_one_looks() -> None:
    share, other = Linear.of({"y": 5, "x": -3}, -1), Linear.of({"x": 5, "y": -7})
    bounds = (Linear((("x", 1),)), Linear((("y", 1),)), Linear((("x", -1),), 10**9))
    found = Region.where([*bounds, share, other]).point()
    assert found is not None
    assert min(share.at(found), other.at(found)) >= 0


@examples(200)
@given(SUMS)
def test_where_nothing_may_be_tried_one_by_one_it_says_so_and_never_guesses(sums: list[Linear]) -> None:
    every = tried(sums)
    with patch.object(region, "MOST_TRIED", 0):
        try:
            found = Region.where([*BOX, *sums]).point()
        except NotSettledError:
            return
    assert found in every if every else found is None


def test_a_system_that_shadows_do_not_settle_takes_trying() -> None:
    x, y, z = (Linear(((name, 1),)) for name in NAMES)
    sums = [*BOX, x * 2 - z * 5 + Linear((), 1), z * 5 - x * 5 - y * 4 + Linear((), 10), x + y * 4 - Linear((), 9)]
    with patch.object(region, "MOST_TRIED", 0), pytest.raises(NotSettledError):
        Region.where(sums).point()
    assert Region.where(sums).point() is None
    assert not tried(sums)
