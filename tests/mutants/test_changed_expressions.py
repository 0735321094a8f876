"""Expressions are changed as trees, and written so that they say what the tree says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from majlis.documents.reader import read
from majlis.law.places import content
from majlis.logic.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator


def expressions(node: Any) -> Iterator[str]:
    """Every expression below a node of a rule file."""
    if isinstance(node, dict):
        for key, each in node.items():
            yield from [each] if key in ("applies", "requires", "when") and each else expressions(each)
    elif isinstance(node, list):
        for each in node:
            yield from expressions(each)


EVERY = sorted({text for path in content().glob("rules/*/*.yaml") for text in expressions(read(path).data)})


def changes(text: str) -> list[tuple[str, str]]:
    from benchmarks.mutants.expressions import changed, written

    return [(kind, written(each)) for kind, each in changed(parse(text))]


def test_every_expression_of_the_rules_written_out_again_is_the_same_tree() -> None:
    from benchmarks.mutants.expressions import written

    assert EVERY
    assert [text for text in EVERY if parse(written(parse(text))) != parse(text)] == []


def test_every_change_of_an_expression_of_the_rules_is_another_expression() -> None:
    assert [text for text in EVERY if any(parse(after) == parse(text) for _, after in changes(text))] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.n >= 3", {("comparison", "a.n > 3"), ("comparison", "a.n < 3"), ("number", "a.n >= 4"), ("number", "a.n >= 2")}),
        ("a.n == b.n", {("comparison", "a.n != b.n")}),
        ("day < '2004-03-01'", {
            ("comparison", "day <= \"2004-03-01\""), ("comparison", "day >= \"2004-03-01\""),
            ("number", "day < \"2004-03-02\""), ("number", "day < \"2004-02-29\""),
        }),
        ("a and not b", {
            ("connective", "a or not (b)"), ("operand", "a"), ("operand", "not (b)"), ("negation", "a and b"),
            ("negation", "not (a) and not (b)"), ("negation", "a and not (not (b))"),
        }),
        ("w in ['one', 'two']", {
            ("comparison", 'not (w in ["one", "two"])'), ("word", 'w in ["one"]'), ("word", 'w in ["two"]'),
        }),
        ("2 * a < b", {
            ("comparison", "(2 * a) <= b"), ("comparison", "(2 * a) >= b"), ("comparison", "(2 + a) < b"),
            ("number", "(3 * a) < b"), ("number", "(1 * a) < b"),
        }),
        ("known(a)", {("negation", "not (known(a))")}),
        ('met("1.I")', {("negation", 'not (met("1.I"))')}),
    ],
)  # fmt: skip
def test_each_part_of_an_expression_is_changed_once_in_each_way(text: str, expected: set[tuple[str, str]]) -> None:
    found = changes(text)
    assert set(found) == expected
    assert len(found) == len(expected)
