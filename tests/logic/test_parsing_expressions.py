"""From text to tree: every form of the grammar, and everything else refused quickly with the reason."""

from __future__ import annotations

import time

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from made_trees import SIGNS

from majlis.errors import InputError
from majlis.logic.explain import written
from majlis.logic.parse import DEEPEST_NESTING, LARGEST_NUMBER, LONGEST_TEXT, MOST_NODES, parse
from majlis.logic.tree import (
    And,
    Arithmetic,
    Compare,
    Condition,
    Holds,
    Known,
    Met,
    Name,
    Not,
    Number,
    OneOf,
    Or,
    Term,
    Word,
)

A, B, C = Holds("a"), Holds("b"), Holds("c")

FORMS: list[tuple[str, Condition]] = [
    ("urgent", Holds("urgent")),
    ("vote.done", Holds("vote.done")),
    ("consent.last.done", Holds("consent.last.done")),
    ("not a", Not(A)),
    ("not not a", Not(Not(A))),
    ("a and b", And((A, B))),
    ("a and b and c", And((A, B, C))),
    ("a or b or c", Or((A, B, C))),
    ("a and b or c", Or((And((A, B)), C))),
    ("a and (b or c)", And((A, Or((B, C))))),
    ("not a and b", And((Not(A), B))),
    ("not (a and b)", Not(And((A, B)))),
    ("  a\t", A),
    ("votes >= 83", Compare(">=", Name("votes"), Number(83))),
    ("votes == -3", Compare("==", Name("votes"), Number(-3))),
    ("83 <= votes", Compare("<=", Number(83), Name("votes"))),
    ('matter == "94.I.3"', Compare("==", Name("matter"), Word("94.I.3"))),
    ("matter != '95.I'", Compare("!=", Name("matter"), Word("95.I"))),
    ('matter == ""', Compare("==", Name("matter"), Word(""))),
    ("2 * votes > cast", Compare(">", Arithmetic("*", Number(2), Name("votes")), Name("cast"))),
    ("a + b - c < 1", Compare("<", Arithmetic("-", Arithmetic("+", Name("a"), Name("b")), Name("c")), Number(1))),
    ("a - (b - c) < 1", Compare("<", Arithmetic("-", Name("a"), Arithmetic("-", Name("b"), Name("c"))), Number(1))),
    ("a + b * c == 1", Compare("==", Arithmetic("+", Name("a"), Arithmetic("*", Name("b"), Name("c"))), Number(1))),
    ('by in ["x", "y"]', OneOf("by", frozenset(["x", "y"]))),
    ('by in ("x", "y")', OneOf("by", frozenset(["x", "y"]))),
    ('by not in ["x"]', Not(OneOf("by", frozenset(["x"])))),
    ("count in [0, 2]", Or((Compare("==", Name("count"), Number(0)), Compare("==", Name("count"), Number(2))))),
    ("count not in [0]", Not(Or((Compare("==", Name("count"), Number(0)),)))),
    ("known(court)", Known("court")),
    ("not known(vote.sitting)", Not(Known("vote.sitting"))),
    ('met("96.V:who")', Met("96.V:who")),
]


@pytest.mark.parametrize(("text", "tree"), FORMS, ids=[text for text, _ in FORMS])
def test_each_form_of_the_grammar_has_its_tree(text: str, tree: Condition) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_of_comparison_is_read(sign: str) -> None:
    assert parse(f"a {sign} 1") == Compare(sign, Name("a"), Number(1))


REFUSED = {
    "a call": ("open('x')", "is a call"),
    "a call of a word of law with two arguments": ("known(a, b)", "is a call"),
    "known without a name": ("known()", "is a call"),
    "known of a keyword": ("known(a=b)", "is a call"),
    "known of a number": ("known(3)", "is no name"),
    "met of a name": ("met(a)", "is a call"),
    "met of a number": ("met(3)", "is a call"),
    "a call of a field": ("vote.done()", "is a call"),
    "a call within a comparison": ("len(a) > 3", "is no value"),
    "an attribute of a call": ("known(a).b", "is no name"),
    "an attribute of a text": ("'a'.join", "is no name"),
    "a dunder name": ("__class__", "the name '__class__'"),
    "a dunder attribute": ("vote.__class__", "the name '__class__'"),
    "a private attribute": ("vote._x > 1", "the name '_x'"),
    "an item": ("a[0]", "is no condition"),
    "an item compared": ("a[0] == 1", "is no value"),
    "a lambda": ("lambda: a", "is no condition"),
    "a comprehension": ("[a for a in b]", "is no condition"),
    "a generator": ("(a for a in b)", "is no condition"),
    "an f-string": ("f'{a}'", "is no condition"),
    "an f-string compared": ("a == f'{b}'", "is no value"),
    "a walrus": ("(a := b)", "is no condition"),
    "a chain": ("1 < a < 3", "a chain of comparisons"),
    "a conditional": ("a if b else c", "is no condition"),
    "await": ("await a", "is no"),
    "yield": ("(yield a)", "is no condition"),
    "a star": ("*a", "is no"),
    "a float": ("a > 0.5", "is no value"),
    "a complex number": ("a > 1j", "is no value"),
    "bytes": ("a == b'x'", "is no value"),
    "an ellipsis": ("...", "is no condition"),
    "None": ("a == None", "is no value"),
    "identity": ("a is b", "is no condition"),
    "true in a comparison": ("a == True", "True or False in a comparison"),
    "true alone": ("True", "is no condition"),
    "a number alone": ("83", "is no condition"),
    "a word alone": ("'x'", "is no condition"),
    "arithmetic alone": ("a + b", "is no condition"),
    "division": ("a / 2 > 1", "divides or raises"),
    "whole division": ("a // 2 > 1", "divides or raises"),
    "remainder": ("a % 2 == 1", "divides or raises"),
    "a power": ("a ** 9 > 1", "divides or raises"),
    "a shift": ("1 << 9 > a", "divides or raises"),
    "bits": ("a & b", "is no condition"),
    "matrix product": ("a @ b > 1", "divides or raises"),
    "a negated name": ("-a > 1", "is no value"),
    "a sign before a word": ("a == -'x'", "is no value"),
    "an inverted number": ("a == ~1", "is no value"),
    "minus true": ("a == -True", "is no value"),
    "a number that is huge": (f"a > {LARGEST_NUMBER + 1}", "is no value"),
    "a number of five thousand digits": ("a > " + "9" * 3_900, "is no"),
    "in a word": ("a in 'xyz'", "needs a list"),
    "in a name": ("a in b", "needs a list"),
    "in an empty list": ("a in []", "needs a list"),
    "in a set": ("a in {1}", "needs a list"),
    "in a list with a call": ("a in [f()]", "is no value"),
    "a non-ASCII name": ("səs > 1", "the name"),
    "a non-ASCII look-alike": ("ａ > 1", None),
    "a non-ASCII field": ("vote.səs > 1", "the name"),
    "nothing": ("", "is not an expression"),
    "a line break": ("a\nand b", "is not an expression"),
    "two expressions": ("a; b", "is not an expression"),
    "an assignment": ("a = 1", "is not an expression"),
    "an import": ("import os", "is not an expression"),
    "an open bracket": ("(a", "is not an expression"),
    "an open quote": ("a == 'x", "is not an expression"),
    "a null character": ("a\0b", "is not an expression"),
    "a keyword": ("vote.in > 1", "is not an expression"),
}


@pytest.mark.parametrize("text", [text for text, _ in REFUSED.values()], ids=list(REFUSED))
def test_whatever_is_outside_the_grammar_is_refused_with_the_reason(text: str) -> None:
    reason = next(why for refused, why in REFUSED.values() if refused == text)
    if reason is None:  # Python itself reads a look-alike as the plain letter
        assert parse(text) == Compare(">", Name("a"), Number(1))
        return
    started = time.perf_counter()
    with pytest.raises(InputError) as caught:
        parse(text)
    assert reason in caught.value.what
    assert caught.value.remedy
    assert len(str(caught.value)) < 300
    assert time.perf_counter() - started < 0.5


LIMITS = {
    "a thousand terms": " and ".join(["a"] * 790),
    "a thousand numbers added": "+".join(["1"] * 1_000) + " > 1",
    "deep brackets": "(" * (DEEPEST_NESTING + 1) + "a" + ")" * (DEEPEST_NESTING + 1),
    "very deep brackets": "(" * 1_990 + "a" + ")" * 1_990,
    "brackets that never close": "(" * 4_000,
    "deep negations": "not " * (DEEPEST_NESTING + 1) + "a",
    "very deep negations": "not " * 900 + "a",
    "a deep attribute": "a" + ".b" * 1_900,
    "a long list": f"a in [{', '.join(['1'] * MOST_NODES)}]",
    "too many characters": "a" * (LONGEST_TEXT + 1),
    "a million characters": "a and " * 166_667 + "a",
    "many minus signs": "a == " + "-" * 3_000 + "1",
}


@pytest.mark.parametrize("text", LIMITS.values(), ids=LIMITS)
def test_an_expression_over_the_limits_is_refused_at_once(text: str) -> None:
    started = time.perf_counter()
    with pytest.raises(InputError) as caught:
        parse(text)
    assert time.perf_counter() - started < 0.5
    assert caught.value.remedy
    assert len(str(caught.value)) < 300


AT_THE_LIMIT = {
    "brackets": "(" * DEEPEST_NESTING + "a" + ")" * DEEPEST_NESTING,
    "negations": "not " * (DEEPEST_NESTING - 2) + "a",
    "terms": " and ".join(["a"] * 190),
    "characters": "a" * LONGEST_TEXT,
    "a number": f"a > {LARGEST_NUMBER}",
    "a negative number": f"a > -{LARGEST_NUMBER}",
}


@pytest.mark.parametrize("text", AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_an_expression_at_the_limits_is_read(text: str) -> None:
    assert parse(text)


def test_a_negative_number_is_bounded_as_a_positive_one_is() -> None:
    with pytest.raises(InputError):
        parse(f"a > -{LARGEST_NUMBER + 1}")


def test_odd_literals_raise_no_warning() -> None:
    with pytest.raises(InputError):
        parse("1if a else b")
    with pytest.raises(InputError):
        parse("a == 'x\\q' is b")


@examples(300)
@given(text=st.text(max_size=80) | st.text(alphabet="ab.()[]'\"=<>!+-*/% ,0123456789andornotik:\\\n", max_size=60))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    try:
        tree = parse(text)
    except InputError as error:
        assert error.remedy
    else:
        assert parse(written(tree)) == tree or " in " in text


names = st.sampled_from(["a", "vote.done", "first.in_favour", "slack"])
texts = st.sampled_from(["94.I.3", "a b", "x", "Milli Məclis"])
numbers = st.integers(0, 200).map(Number)


@st.composite
def written_terms(draw: st.DrawFn, depth: int = 0) -> Term:
    if depth > 2 or draw(st.booleans()):
        return draw(names.map(Name) | numbers)
    return Arithmetic(draw(st.sampled_from("+-*")), draw(written_terms(depth + 1)), draw(written_terms(depth + 1)))


@st.composite
def written_trees(draw: st.DrawFn, depth: int = 0) -> Condition:
    shape = draw(st.integers(0, 8)) if depth < 3 else draw(st.integers(3, 8))
    parts = lambda: tuple(draw(st.lists(written_trees(depth + 1), min_size=2, max_size=3)))  # noqa: E731 - drawn twice
    match shape:
        case 0:
            return Not(draw(written_trees(depth + 1)))
        case 1:
            return And(tuple(part for each in parts() for part in (each.parts if isinstance(each, And) else (each,))))
        case 2:
            return Or(tuple(part for each in parts() for part in (each.parts if isinstance(each, Or) else (each,))))
        case 3:
            return Compare(draw(st.sampled_from(SIGNS)), draw(written_terms()), draw(written_terms()))
        case 4:
            return Compare(draw(st.sampled_from(["==", "!="])), Name(draw(names)), Word(draw(texts)))
        case 5:
            return Known(draw(names))
        case 6:
            return Met(draw(texts))
        case _:
            return Holds(draw(names))


@examples(200)
@given(tree=written_trees())
def test_what_is_written_out_reads_back_as_the_same_tree(tree: Condition) -> None:
    assert parse(written(tree)) == tree
