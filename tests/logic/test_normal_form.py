"""Negation normal form: the same truth, on both sides, with `not` only before a name."""

from __future__ import annotations

from how_many import examples
from hypothesis import given
from made_records import parts
from made_trees import conditions, records

from majlis.logic.normal import normal
from majlis.logic.tree import And, AtLeast, Compare, Condition, Constant, Holds, Name, Not, Number, Or
from majlis.logic.truth import Value, truth


@examples(400)
@given(part=conditions(), record=records)
def test_the_normal_form_has_the_truth_of_the_tree_on_every_record(part: Condition, record: dict[str, Value]) -> None:
    assert truth(normal(part), record) is truth(part, record)


@examples(400)
@given(part=conditions(), record=records)
def test_the_failing_side_has_the_truth_of_the_negation(part: Condition, record: dict[str, Value]) -> None:
    assert truth(normal(part, holds=False), record) is truth(Not(part), record)


@examples(300)
@given(part=conditions())
def test_what_remains_has_no_count_and_no_negated_group(part: Condition) -> None:
    for side in (True, False):
        for node in parts(normal(part, holds=side)):
            assert not isinstance(node, AtLeast)
            assert not (isinstance(node, Not) and isinstance(node.part, And | Or | Not | Compare | Constant))


@examples(200)
@given(part=conditions(), record=records)
def test_neither_side_holds_exactly_where_the_truth_is_unknown(part: Condition, record: dict[str, Value]) -> None:
    fired = [side for side in (True, False) if truth(normal(part, holds=side), record) is True]
    assert fired == [side for side in (True, False) if truth(part, record) is side]


def test_a_comparison_is_negated_by_its_sign() -> None:
    pairs = {"==": "!=", "<": ">=", "<=": ">"}
    for sign, opposite in (*pairs.items(), *((b, a) for a, b in pairs.items())):
        part = Compare(sign, Name("a"), Number(3))
        assert normal(part, holds=False) == Compare(opposite, Name("a"), Number(3))


def test_fewer_than_two_of_three_is_two_of_three_not() -> None:
    flags = tuple(Holds(name) for name in "abc")
    assert normal(AtLeast(2, flags), holds=False) == normal(AtLeast(2, tuple(Not(each) for each in flags)))
