"""Kleene's three truth values: the tables, and that knowledge only ever adds."""

from __future__ import annotations

from itertools import product

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from made_trees import BOOLEANS, COUNTS, WORDS, complete_records, conditions, records, without

from majlis.logic.normal import normal
from majlis.logic.tree import (
    FALSE,
    TRUE,
    UNKNOWN,
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Condition,
    Constant,
    Holds,
    Known,
    Met,
    Name,
    Not,
    Number,
    OneOf,
    Or,
    Word,
    at_least,
    every,
    names,
    negate,
    some,
)
from majlis.logic.truth import Value, truth, value

T, F, U = True, False, None
A, B = Holds("a"), Holds("b")

AND = {(T, T): T, (T, F): F, (T, U): U, (F, T): F, (F, F): F, (F, U): F, (U, T): U, (U, F): F, (U, U): U}
OR = {(T, T): T, (T, F): T, (T, U): T, (F, T): T, (F, F): F, (F, U): U, (U, T): T, (U, F): U, (U, U): U}


def record(**values: bool | None) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


@pytest.mark.parametrize(("a", "b"), AND)
def test_and_has_kleenes_table(a: bool | None, b: bool | None) -> None:  # noqa: FBT001 - a row of the table
    assert truth(And((A, B)), record(a=a, b=b)) is AND[a, b]


@pytest.mark.parametrize(("a", "b"), OR)
def test_or_has_kleenes_table(a: bool | None, b: bool | None) -> None:  # noqa: FBT001 - as above
    assert truth(Or((A, B)), record(a=a, b=b)) is OR[a, b]


@pytest.mark.parametrize(("a", "found"), [(T, F), (F, T), (U, U)])
def test_not_has_kleenes_table(a: bool | None, found: bool | None) -> None:  # noqa: FBT001 - as above
    assert truth(Not(A), record(a=a)) is found


@pytest.mark.parametrize("count", range(1, 5))
@pytest.mark.parametrize("flags", list(product((T, F, U), repeat=4)))
def test_a_count_is_decided_once_enough_hold_or_too_many_fail(count: int, flags: tuple[bool | None, ...]) -> None:
    parts = tuple(Holds(name) for name in "abcd")
    found = truth(AtLeast(count, parts), record(**dict(zip("abcd", flags, strict=True))))
    at_best = sum(flag is not False for flag in flags)
    assert found is (True if flags.count(True) >= count else False if at_best < count else None)


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("given_", [{}, {"a": 1}, {"b": 1}])
def test_a_comparison_with_a_missing_value_is_unknown_and_so_is_its_negation(
    sign: str, given_: dict[str, Value]
) -> None:
    part = Compare(sign, Name("a"), Name("b"))
    assert truth(part, given_) is truth(Not(part), given_) is None


@pytest.mark.parametrize(
    "part", [Holds("a"), OneOf("a", frozenset(["x"])), Compare(">", Arithmetic("+", Name("a"), Number(1)), Number(0))]
)
def test_what_reads_a_missing_name_is_unknown(part: Condition) -> None:
    assert truth(part, {"b": 1}) is None


def test_whether_a_name_is_given_is_always_known() -> None:
    assert truth(Known("a"), {}) is False
    assert truth(Known("a"), {"a": False}) is True


def test_a_word_is_among_some_or_not() -> None:
    among = OneOf("by", frozenset(["deputy", "president"]))
    assert truth(among, {"by": "deputy"}) is True
    assert truth(among, {"by": "citizens"}) is False


@pytest.mark.parametrize(("sign", "found"), [("+", 8), ("-", 2), ("*", 15)])
def test_terms_are_worked_out_in_whole_numbers(sign: str, found: int) -> None:
    assert value(Arithmetic(sign, Name("a"), Number(3)), {"a": 5}) == found
    assert value(Arithmetic(sign, Name("a"), Number(3)), {}) is None


def test_a_word_has_its_text_for_a_value() -> None:
    assert value(Word("94.I.3"), {}) == "94.I.3"


def test_a_reference_to_a_provision_has_no_truth_before_lowering() -> None:
    with pytest.raises(TypeError, match="not lowered"):
        truth(Met("96.I"), {})
    with pytest.raises(TypeError, match="not lowered"):
        normal(Met("96.I"))


@examples(300)
@given(
    part=conditions(asking=False), more=complete_records, gone=st.sets(st.sampled_from((*BOOLEANS, *COUNTS, *WORDS)))
)
def test_a_fact_more_never_turns_true_or_false_into_anything_else(
    part: Condition, more: dict[str, Value], gone: set[str]
) -> None:
    before = truth(part, without(more, gone))
    assert before is None or truth(part, more) is before


@examples(200)
@given(part=conditions(), found=records)
def test_a_condition_and_its_negation_are_opposites_or_both_unknown(part: Condition, found: dict[str, Value]) -> None:
    held = truth(part, found)
    assert truth(Not(part), found) is (None if held is None else not held)
    assert truth(negate(part), found) is truth(Not(part), found)


@examples(200)
@given(parts=st.lists(conditions(most_leaves=4), max_size=4), found=records)
def test_conditions_are_joined_in_a_plainer_form_of_the_same_truth(
    parts: list[Condition], found: dict[str, Value]
) -> None:
    assert truth(every(parts), found) is truth(And(tuple(parts)), found)
    assert truth(some(parts), found) is truth(Or(tuple(parts)), found)


@examples(200)
@given(parts=st.lists(conditions(most_leaves=3), max_size=4).map(tuple), count=st.integers(-1, 6), found=records)
def test_a_count_in_its_plainest_form_has_the_same_truth(
    parts: tuple[Condition, ...], count: int, found: dict[str, Value]
) -> None:
    assert truth(at_least(count, parts), found) is truth(AtLeast(count, parts), found)


def test_plain_forms_are_plain() -> None:
    assert every([]) == TRUE
    assert some([]) == FALSE
    assert every([A]) == some([A]) == A
    assert every([A, TRUE, A]) == A
    assert every([A, FALSE]) == FALSE
    assert some([A, TRUE]) == TRUE
    assert some([A, FALSE, A]) == A
    assert every([And((A, B)), A]) == And((A, B))
    assert negate(Not(A)) == A
    assert negate(UNKNOWN) == UNKNOWN
    assert negate(TRUE) == FALSE
    assert at_least(0, (A,)) == TRUE
    assert at_least(2, (A,)) == FALSE
    assert at_least(2, (A, B)) == And((A, B))
    assert at_least(1, (A, B)) == Or((A, B))


def test_what_alternatives_have_in_common_is_taken_out() -> None:
    c = Holds("c")
    assert some([And((A, B)), And((A, c))]) == And((A, Or((B, c))))
    assert some([And((A, B)), A]) == A


@pytest.mark.parametrize(
    ("part", "read"),
    [
        (Not(And((A, Compare("<", Name("x"), Arithmetic("*", Number(2), Name("y")))))), {"a", "x", "y"}),
        (AtLeast(1, (A, Known("k"), OneOf("w", frozenset(["z"])))), {"a", "k", "w"}),
        (Or((Constant(value=None), Met("96.I"), Compare("==", Name("w"), Word("q")))), {"w"}),
    ],
)
def test_the_names_of_a_condition_are_all_that_it_reads(part: Condition, read: set[str]) -> None:
    assert names(part) == read


@examples(200)
@given(part=conditions(), found=records, other=records)
def test_names_that_a_condition_does_not_read_cannot_matter(
    part: Condition, found: dict[str, Value], other: dict[str, Value]
) -> None:
    read = names(part)
    mixed = {name: value for name, value in other.items() if name not in read}
    assert truth(part, {**mixed, **{name: value for name, value in found.items() if name in read}}) is truth(
        part, found
    )
