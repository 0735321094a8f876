"""A figure of which only bounds are known, as it is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis import InputError
from majlis.questions.figures.span import Span, is_span, parse_span

NUMBERS = st.integers(0, 10**12)


@given(NUMBERS, NUMBERS)
def test_two_numbers_are_read_however_they_are_given(one: int, other: int) -> None:
    first, last = sorted((one, other))
    ways = (f"{first}..{last}", f" {first} .. {last} ", (first, last), (str(first), str(last)), range(first, last + 1))
    assert {parse_span(each, "in_favour") for each in ways} == {Span(first, last)}


@given(st.one_of(st.builds(Span, NUMBERS), st.builds(lambda each: Span(0, each), NUMBERS)))
def test_a_span_is_written_as_it_is_read(span: Span) -> None:
    assert parse_span(str(span), "in_favour") == span


@pytest.mark.parametrize(
    ("raw", "span"), [("80..", Span(80)), ("..90", Span(0, 90)), (7, Span(7, 7)), ("7", Span(7, 7))]
)
def test_a_span_may_be_open_or_one_number(raw: Any, span: Span) -> None:
    assert parse_span(raw, "in_favour") == span


@pytest.mark.parametrize(
    ("raw", "what", "remedy"),
    [
        ("90..80", "in_favour: 90..80 runs backwards", "Write 80..90"),
        ((90, 80), "in_favour: 90..80 runs backwards", "Write 80..90"),
        ("-5..80", "in_favour: -5 is negative", "A count is 0 or more"),
        ("80..-5", "in_favour: -5 is negative", "A count is 0 or more"),
        ("many..90", "in_favour: 'many..90' is neither a number nor two", "Write for instance 80 or 80..90"),
        ("80...90", "in_favour: '80...90' is neither a number nor two", "Write for instance 80 or 80..90"),
        ("..", "in_favour: '..' is neither a number nor two", "Write for instance 80 or 80..90"),
        ((1, 2, 3), "in_favour: (1, 2, 3) is neither a number nor two", "Write for instance 80 or 80..90"),
        ((True, 3), "in_favour: (True, 3) is neither a number nor two", "Write for instance 80 or 80..90"),
        (1.5, "in_favour: 1.5 is neither a number nor two", "Write for instance 80 or 80..90"),
        (range(0, 9, 3), "in_favour: range(0, 9, 3) is no row of numbers", "Count up by ones, as range(80, 91) does"),
        (range(9, 9), "in_favour: range(9, 9) is no row of numbers", "Count up by ones, as range(80, 91) does"),
    ],
)
def test_what_is_no_span_is_refused_with_its_name(raw: Any, what: str, remedy: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_span(raw, "in_favour")
    assert (caught.value.what, caught.value.remedy) == (what, remedy)


def test_a_plain_number_is_no_span() -> None:
    assert not is_span(80)
    assert not is_span("80")
    assert all(map(is_span, ("80..90", (80, 90), range(80, 91), Span(80))))
