"""What several answers come to together, and what one question would settle."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.questions.figures.not_known import DEPENDS, FAILS, NOT_SETTLED, NOTHING_DUE, PASSES, Row
from majlis.questions.figures.settling import Reaches, one_answer, rows_of, settles, values_of
from majlis.questions.standing import standing

ANSWERS = st.sampled_from([PASSES, FAILS, NOTHING_DUE, NOT_SETTLED])
SPANS = st.tuples(st.integers(0, 12), st.one_of(st.none(), st.integers(0, 5))).map(
    lambda each: (each[0], None if each[1] is None else each[0] + each[1])
)


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        ([], ""),
        ([PASSES, PASSES], PASSES),
        ([PASSES, FAILS, NOT_SETTLED], DEPENDS),
        ([PASSES, NOTHING_DUE], DEPENDS),
        ([PASSES, NOT_SETTLED], NOT_SETTLED),
        ([NOT_SETTLED], NOT_SETTLED),
    ],
)
def test_what_is_not_settled_may_be_as_the_rest_is(answers: list[str], word: str) -> None:
    assert one_answer(answers) == word


@given(st.lists(st.tuples(ANSWERS, st.lists(SPANS, max_size=2)), max_size=4))
def test_every_number_has_the_answer_of_the_parts_that_it_lies_in(reaches: Reaches) -> None:
    found = rows_of(reaches)
    for number in range(20):
        within = [each for each in found if each.first <= number and (each.last is None or number <= each.last)]
        answers = [
            a for a, rows in reaches if any(f <= number and (last is None or number <= last) for f, last in rows)
        ]
        assert [each.answer for each in within] == ([one_answer(answers)] if answers else [])


def test_rows_that_follow_one_another_with_one_answer_are_one() -> None:
    assert rows_of([(PASSES, [(3, 5)]), (PASSES, [(6, None)]), (FAILS, [(0, 1)])]) == (
        Row(0, 1, FAILS),
        Row(3, None, PASSES),
    )


@pytest.mark.parametrize(
    ("words", "settled"),
    [([PASSES, FAILS], "always"), ([PASSES, DEPENDS], "sometimes"), ([NOTHING_DUE, DEPENDS], "never"), ([], "never")],
)
def test_a_question_settles_what_each_answer_to_it_settles(words: list[str], settled: str) -> None:
    assert settles(words) == settled


def test_the_values_of_a_fact_are_told_one_by_one_where_that_can_be() -> None:
    law = standing("az-1995/law")
    assert "94.I.3" in values_of(law, "matter")
    assert values_of(law, "on_elections_too") == (True, False)
    assert values_of(law, "nobody.asks") == ()
