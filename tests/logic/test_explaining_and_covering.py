"""Which part decided, what is missing, and whether alternatives leave a case out."""

from __future__ import annotations

import pytest
from how_many import examples
from hypothesis import assume, given
from hypothesis import strategies as st
from made_trees import BOOLEANS, conditions, records

from majlis.logic.cover import MOST_CASES, covers
from majlis.logic.explain import because, deciding, missing, written
from majlis.logic.parse import parse
from majlis.logic.tree import And, AtLeast, Compare, Condition, Constant, Holds, Name, Not, Number, OneOf, Or, names
from majlis.logic.truth import Value, truth


@examples(300)
@given(part=conditions(), record=records)
def test_the_deciding_parts_alone_give_a_known_truth(part: Condition, record: dict[str, Value]) -> None:
    held = truth(part, record)
    assume(held is not None)
    read = {name for leaf in deciding(part, record) for name in names(leaf)}
    alone = {name: value for name, value in record.items() if name in read}
    assert truth(_without_asking(part, record), alone) is held


def _without_asking(part: Condition, record: dict[str, Value]) -> Condition:
    """The condition with `known(...)` answered, since a smaller record would answer it differently."""
    from majlis.logic.tree import Known

    match part:
        case Known(path):
            return Constant(value=path in record)
        case Not(inner):
            return Not(_without_asking(inner, record))
        case And(parts):
            return And(tuple(_without_asking(each, record) for each in parts))
        case Or(parts):
            return Or(tuple(_without_asking(each, record) for each in parts))
        case AtLeast(count, parts):
            return AtLeast(count, tuple(_without_asking(each, record) for each in parts))
        case _:
            return part


@examples(200)
@given(part=conditions(), record=records)
def test_each_deciding_part_of_an_unknown_condition_is_unknown_itself(
    part: Condition, record: dict[str, Value]
) -> None:
    assume(truth(part, record) is None)
    assert all(truth(leaf, record) is None for leaf in deciding(part, record))


@examples(300)
@given(part=conditions(asking=False), record=records)
def test_what_is_missing_is_absent_and_read_and_named_only_for_the_unknown(
    part: Condition, record: dict[str, Value]
) -> None:
    found = missing(part, record)
    assert found <= names(part) - set(record)
    if truth(part, record) is not None:
        assert not found


@examples(200)
@given(part=conditions(asking=False), record=records, more=records)
def test_a_condition_stays_unknown_until_something_that_was_said_to_be_missing_is_given(
    part: Condition, record: dict[str, Value], more: dict[str, Value]
) -> None:
    assume(truth(part, record) is None)
    others = {name: value for name, value in more.items() if name not in missing(part, record)}
    assert truth(part, {**others, **record}) is None


def said(text: str, **record: Value) -> list[str]:
    return because(parse(text), record)


def test_of_an_and_that_fails_the_failing_parts_are_told() -> None:
    assert said("a and votes >= 83", a=True, votes=80) == ["votes = 80, not >= 83"]


def test_of_an_and_that_holds_every_part_is_told() -> None:
    assert said("a and votes >= 83", a=True, votes=85) == ["a: yes", "votes = 85, and >= 83"]


def test_of_an_or_that_holds_one_part_is_told() -> None:
    assert said("a or b or c", a=False, b=True, c=True) == ["b: yes"]


def test_of_an_or_that_fails_every_part_is_told() -> None:
    assert said("a or b", a=False, b=False) == ["a: no", "b: no"]


def test_of_an_unknown_condition_the_unknown_parts_are_told() -> None:
    assert said("a and votes >= 83 and by == 'x'", a=True) == ["votes >= 83 is not known", 'by == "x" is not known']


def test_a_comparison_of_two_figures_tells_both() -> None:
    assert said("2 * votes > cast", votes=40, cast=90) == ["2 * votes = 80, not > cast (90)"]


@pytest.mark.parametrize(("by", "text"), [("x", "by = x, one of x, y"), ("z", "by = z, none of x, y")])
def test_a_word_is_told_with_those_that_it_is_held_against(by: str, text: str) -> None:
    assert said("by in ['x', 'y']", by=by) == [text]
    assert said("by not in ['x', 'y']", by=by) == [text]


def test_a_day_is_told_as_a_day() -> None:
    part = Compare("<", Name("vote.date"), Number(731428, "2003-08-01"))
    assert because(part, {"vote.date": 731427}) == ["vote.date = 2003-07-31, and < 2003-08-01"]
    assert because(part, {"vote.date": 731428}) == ["vote.date = 2003-08-01, not < 2003-08-01"]
    assert because(part, {}) == ["vote.date < 2003-08-01 is not known"]


def test_a_word_that_is_missing_is_told_as_not_known() -> None:
    assert said("by in ['x', 'y']") == ["by in [x, y]: not known"]
    assert said("known(a)") == ["known(a): no"]
    assert said("not a", a=True) == ["not a: no"]


def test_the_same_reason_is_told_once() -> None:
    assert because(And((Holds("a"), Or((Holds("a"), Holds("b"))))), {"a": True}) == ["a: yes"]


def test_an_and_that_fails_is_explained_by_failing_parts_and_not_by_unknown_ones() -> None:
    assert deciding(And((Holds("a"), Holds("b"))), {"b": False}) == [Holds("b")]


def test_counts_and_constants_are_written_too() -> None:
    assert written(AtLeast(2, (Holds("a"), Holds("b"), Holds("c")))) == "at least 2 of (a, b, c)"
    assert [written(Constant(each)) for each in (True, False, None)] == ["true", "false", "unknown"]
    assert written(OneOf("by", frozenset(["y", "x"]))) == "by in [x, y]"
    assert written(Not(Or((Holds("a"), Holds("b"))))) == "not (a or b)"
    assert written(parse('met("96.I") and a - (b - c) > 0')) == 'met("96.I") and (a - (b - c)) > 0'


DOMAINS: dict[str, tuple[Value, ...]] = {"matter": ("94.I.1", "95.I.1", "95.III"), "taxes": (True, False)}


def derive(case: dict[str, Value]) -> None:
    if "matter" in case:
        case["matter.list"] = str(case["matter"]).rpartition(".")[0] if case["matter"] != "95.III" else "95.III"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["taxes", "not taxes"], True),
        (["taxes"], False),
        ([], False),
        (['matter.list == "94.I"', 'matter.list == "95.I"', 'matter == "95.III"'], True),
        (['matter.list == "94.I"', 'matter.list == "95.I"'], False),
        (['matter == "94.I.1"', 'matter not in ["94.I.1"]'], True),
        (["taxes", 'matter == "95.III"'], False),
        (["taxes or votes > 3", "not taxes"], True),
        (["votes > 3", "votes <= 3"], False),
        (["taxes and votes > 3", "not taxes"], False),
        (["known(taxes)"], False),
        (["known(taxes)", "not known(taxes)"], True),
        (["known(taxes) and taxes", "known(taxes) and not taxes"], False),
        (['known(taxes) and matter == "95.III"', 'matter != "95.III"'], False),
        (["taxes", "not taxes", "known(taxes)"], True),
    ],
)
def test_alternatives_cover_every_case_or_leave_one_out(texts: list[str], found: bool) -> None:  # noqa: FBT001 - the answer
    assert covers(map(parse, texts), DOMAINS, derive) is found


def test_with_too_many_cases_to_try_nothing_is_said_to_be_covered() -> None:
    flags = [f"b{number}" for number in range(13)]
    assert MOST_CASES < 2**13
    parts = [Or(tuple(Holds(flag) for flag in flags)), And(tuple(Not(Holds(flag)) for flag in flags))]
    assert covers(parts, dict.fromkeys(flags[:13], (True, False)), lambda _: None) is False
    assert covers([Holds("b0"), Not(Holds("b0"))], dict.fromkeys(flags, (True, False)), lambda _: None) is True


@examples(150)
@given(parts=st.lists(conditions(asking=False, most_leaves=5), max_size=3), record=records)
def test_where_all_is_covered_no_case_fails_every_part(parts: list[Condition], record: dict[str, Value]) -> None:
    domains: dict[str, tuple[Value, ...]] = dict.fromkeys(BOOLEANS, (True, False))
    if covers(parts, domains, lambda _: None):
        full = {**dict.fromkeys(BOOLEANS, True), **record}
        assert any(truth(part, full) is True for part in parts) or truth(Or(tuple(parts)), full) is True


def test_a_figure_compared_only_with_itself_is_no_case() -> None:
    assert covers([Compare("==", Number(1), Number(1))], {}, lambda _: None) is True
    assert covers([Compare("==", Name("votes"), Name("votes"))], {}, lambda _: None) is False
