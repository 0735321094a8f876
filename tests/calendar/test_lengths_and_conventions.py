"""Lengths as they are written, and the stated conventions."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.calendar.convention import CONVENTIONS
from majlis.calendar.length import Length, Unit, parse_length
from majlis.errors import InputError


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("56 days", Length(56, Unit.DAY)),
        ("1 week", Length(1, Unit.WEEK)),
        (" 24 hours ", Length(24, Unit.HOUR)),
        ("6 months", Length(6, Unit.MONTH)),
        ("1 years", Length(1, Unit.YEAR)),
    ],
)
def test_a_length_is_a_number_and_a_unit(text: str, length: Length):
    assert parse_length(text) == length


@pytest.mark.parametrize(
    "text",
    ["", "56", "days", "56days", "-1 day", "1.5 days", "two days", "56 fortnights", "٣ days", "9999999 days"],
)
def test_what_is_no_length_is_refused_with_an_example(text: str):
    with pytest.raises(InputError, match=r"is not a length of time.*10 days"):
        parse_length(text)


@pytest.mark.parametrize("text", ["0 days", "000 months"])
def test_a_period_of_nothing_is_refused(text: str):
    with pytest.raises(InputError, match="is no period"):
        parse_length(text)


@given(st.integers(1, 999_999), st.sampled_from(Unit))
def test_a_length_is_read_as_it_is_written(number: int, unit: Unit):
    assert parse_length(str(Length(number, unit))) == Length(number, unit)


def test_one_is_written_in_the_singular():
    assert [str(Length(1, Unit.WEEK)), str(Length(56, Unit.DAY))] == ["1 week", "56 days"]


def test_every_convention_has_its_own_name_and_a_sentence():
    assert set(CONVENTIONS) == {"day_after", "same_day"}
    for name, convention in CONVENTIONS.items():
        assert convention.name == name
        assert convention.says.endswith(".")


def test_a_convention_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        CONVENTIONS["same_day"].days_earlier = 0  # type: ignore[misc]
