"""Every engine finds what any program means, not only those that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from made_trees import program_of, programs, records

from majlis.engines import engine, generated
from majlis.engines.meaning import Meaning, known
from majlis.logic.tree import (
    And,
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
)

if TYPE_CHECKING:
    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

each_engine = pytest.mark.parametrize(
    "name", [pytest.param("durable", marks=pytest.mark.needs_durable_rules), "generated"]
)


def agrees(name: str, program: Program, record: dict[str, Value]) -> bool:
    return engine(name).holding(program, record) == Meaning().holding(program, record)


@each_engine
@examples(150)
@given(program=programs(), several=st.lists(records, min_size=1, max_size=4))
def test_an_engine_finds_what_any_program_means(name: str, program: Program, several: list[dict[str, Value]]) -> None:
    for record in several:
        assert agrees(name, program, record)


@examples(100)
@given(program=programs(), record=records)
def test_the_generated_code_knows_the_truth_of_every_condition(program: Program, record: dict[str, Value]) -> None:
    assert generated.known(program, record) == known(program, record)


EDGES: list[tuple[Condition, dict[str, Value]]] = [
    (Compare("==", Name("w"), Word("5")), {"w": "5"}),
    (Compare("!=", Name("w"), Word('"quoted" \\ and\nbroken')), {"w": '"quoted" \\ and\nbroken'}),
    (Compare("==", Name("w"), Word("Milli Məclis")), {"w": "Milli Məclis"}),
    (Compare("==", Name("w"), Word("a")), {"w": "b"}),
    (Compare("!=", Name("w"), Word("a")), {"w": "b"}),
    (Compare("==", Name("w"), Name("v")), {"w": "a", "v": "a"}),
    (Compare("!=", Name("w"), Name("v")), {"w": "a", "v": "a"}),
    (Compare("!=", Name("w"), Name("v")), {"w": "a"}),
    (Compare("<", Name("i"), Number(0)), {"i": -(10**15)}),
    (Compare(">=", Name("i"), Number(10**12)), {"i": 10**12}),
    (Compare(">", Name("i"), Number(2**31)), {"i": 2**31}),
    (Compare("==", Number(3), Name("i")), {"i": 3}),
    (Compare("<", Number(3), Name("i")), {"i": 3}),
    (Compare("==", Number(1), Number(1)), {}),
    (Compare("==", Word("a"), Word("a")), {}),
    (Compare("==", Word("a"), Name("w")), {"w": "a"}),
    (OneOf("w", frozenset(["a", "b"])), {"w": "b"}),
    (OneOf("w", frozenset(["a", "b"])), {}),
    (Not(OneOf("w", frozenset(["a", "b"]))), {"w": "c"}),
    (Not(OneOf("w", frozenset(["a", "b"]))), {}),
    (Known("i"), {"i": 0}),
    (Known("i"), {}),
    (Not(Known("i")), {}),
    (Known("b"), {"b": False}),
    (Constant(None), {}),
    (Not(Constant(None)), {}),
    (And((Holds("b"), Constant(None))), {"b": False}),
    (Not(And((Holds("b"), Constant(None)))), {"b": False}),
    (Constant(value=True), {}),
    (Constant(value=False), {}),
    (Not(Holds("b")), {}),
    (Holds("b"), {"b": False}),
    (Not(Holds("b")), {"b": False}),
    (Or((Holds("b"), Not(Holds("b")))), {}),
    (Holds("none"), {"none": True}),
    (Holds("id"), {"id": True}),
    (Holds("sid"), {"sid": True}),
    (Compare("==", Name("x.y"), Name("x")), {"x.y": 1, "x": 1}),
]


@each_engine
@pytest.mark.parametrize(("when", "record"), EDGES)
def test_at_the_edges_an_engine_finds_what_is_meant(name: str, when: Condition, record: dict[str, Value]) -> None:
    assert agrees(name, program_of([(when, True, False), (Not(when), True, True)]), record)


@each_engine
def test_a_program_without_conditions_holds_nothing(name: str) -> None:
    assert engine(name).holding(program_of([]), {"b": True}) == frozenset()


@each_engine
def test_a_condition_that_was_not_lowered_is_refused_and_never_guessed(name: str) -> None:
    with pytest.raises(TypeError, match="96.I"):
        engine(name).holding(program_of([(Met("96.I"), True, False)]), {})


@each_engine
def test_a_name_or_word_that_looks_like_code_is_never_run(name: str) -> None:
    odd = "'] or __import__('os').abort() or ['"
    program = program_of(
        [
            (Holds(odd), True, False),
            (Compare("==", Name("w"), Word(odd)), True, False),
            (OneOf(odd, frozenset([odd])), True, False),
        ]
    )
    assert engine(name).holding(program, {odd: True, "w": odd}) == {"c0", "c1"}


@each_engine
def test_a_very_wide_and_a_very_long_program_are_decided(name: str) -> None:
    flags = [Holds(f"b{number}") for number in range(200)]
    chain: list[tuple[Condition, bool, bool]] = [(flags[0], False, False)]
    chain += [(And((Holds(f"c{number}"), flag)), number > 150, False) for number, flag in enumerate(flags[1:])]
    record: dict[str, Value] = {flag.path: True for flag in flags}
    assert agrees(
        name, program_of([(Or(tuple(flags[:25])), True, False), (AtLeast(2, tuple(flags[:6])), True, False)]), record
    )
    assert agrees(name, program_of(chain), record)
    assert agrees(name, program_of(chain), {**record, "b170": False})
