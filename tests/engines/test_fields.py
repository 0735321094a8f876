"""The flat fact that durable-rules sees."""

from __future__ import annotations

import pytest

from majlis.engines.fields import MOST_FIELDS, Fields
from majlis.logic.tree import Arithmetic, Compare, Holds, Known, Name, Number, OneOf, Word


def test_a_field_and_a_constant_are_compared_as_they_are() -> None:
    fields = Fields()
    field, sign, constant = fields.comparison(Compare(">=", Name("vote.in_favour"), Number(83)))
    assert (sign, constant) == (">=", 83)
    assert fields.of({"vote.in_favour": 85, "vote.against": 3}) == {field: 85}


def test_two_fields_are_compared_by_their_difference() -> None:
    fields = Fields()
    field, sign, constant = fields.comparison(Compare("<", Name("a"), Name("b")))
    assert (sign, constant) == ("<", 0)
    assert fields.of({"a": 3, "b": 5}) == {field: -2}


@pytest.mark.parametrize("record", [{"a": 3}, {"b": 3}, {}])
def test_a_difference_of_which_a_part_is_missing_is_missing(record: dict[str, int]) -> None:
    fields = Fields()
    fields.comparison(Compare("<", Name("a"), Name("b")))
    fields.comparison(Compare(">", Arithmetic("*", Number(2), Name("a")), Name("b")))
    assert fields.of(record) == {}


def test_two_words_are_the_same_or_not_and_never_subtracted() -> None:
    fields = Fields()
    same, sign, constant = fields.comparison(Compare("==", Name("a"), Name("b")))
    other, _, negated = fields.comparison(Compare("!=", Name("a"), Name("b")))
    assert (same, sign, constant, negated) == (other, "==", True, False)
    assert fields.of({"a": "x", "b": "x"}) == {same: True}
    assert fields.of({"a": "x", "b": "y"}) == {same: False}
    assert fields.of({"a": "x"}) == {}


def test_a_word_among_some_and_whether_a_name_is_given_are_worked_out() -> None:
    fields = Fields()
    among, given = fields.boolean(OneOf("by", frozenset(["deputy"]))), fields.boolean(Known("by"))
    assert fields.of({"by": "deputy"}) == {among: True, given: True}
    assert fields.of({"by": "president"}) == {among: False, given: True}
    assert fields.of({}) == {given: False}


def test_one_name_has_one_field_however_often_it_is_read() -> None:
    fields = Fields()
    assert fields.boolean(Holds("b")) == fields.boolean(Holds("b"))
    assert (
        fields.comparison(Compare(">", Name("i"), Number(1)))[0]
        == fields.comparison(Compare("<", Name("i"), Number(9)))[0]
    )
    assert (
        len(
            {
                fields.boolean(Holds("c")),
                fields.boolean(Holds("b")),
                fields.comparison(Compare("==", Name("w"), Word("x")))[0],
            }
        )
        == 3
    )


def test_no_name_of_a_record_goes_over_as_it_is() -> None:
    fields = Fields()
    for name in ("id", "sid", "none", "$or", "a.b"):
        assert fields.boolean(Holds(name)) not in {"id", "sid", "none", "$or", "a.b"}


def test_the_absent_field_is_in_no_fact() -> None:
    fields = Fields()
    fields.boolean(Holds("none"))
    assert fields.absent() not in fields.of({"none": True})


def test_more_fields_than_durable_rules_takes_are_refused() -> None:
    fields = Fields()
    for number in range(MOST_FIELDS):
        fields.boolean(Holds(f"b{number}"))
    with pytest.raises(OverflowError, match=r"do not fit"):
        fields.check()


def test_the_fields_in_use_have_different_hashes() -> None:
    fields = Fields()
    for number in range(110):
        fields.boolean(Holds(f"b{number}"))
        fields.boolean(Known(f"b{number}"))
    fields.check()
