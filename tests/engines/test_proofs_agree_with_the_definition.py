"""The formulas of a solver say of every record what the definition says of it, both ways."""

from __future__ import annotations

import pytest
from how_many import of_each
from hypothesis import given
from hypothesis import strategies as st
from made_programs import EVERY, lowered, variants
from made_records import read, records

from majlis.engines.meaning import Meaning
from majlis.engines.proof import Formulas, Proof
from majlis.logic.check import Kind
from majlis.logic.tree import Compare, Constant, Known, Name, Not, Number, OneOf, Or, Word
from majlis.logic.truth import Value, truth
from majlis.procedure.library import procedure, procedures
from majlis.procedure.program import Program

each_procedure = pytest.mark.parametrize("name", procedures())
MEANING = Meaning()


@each_procedure
@of_each(4)
@given(data=st.data())
def test_the_formulas_find_what_the_definition_finds(name: str, data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(procedure(name).law.editions))
    program = lowered(name, edition, data.draw(st.sampled_from(variants(name, edition))))
    record = data.draw(records(program))
    assert Proof().holding(program, record) == MEANING.holding(program, record)


def of_model(program: Program, made: Formulas, model: object) -> dict[str, Value]:
    """The record that a model stands for."""
    found: dict[str, Value] = {}
    for name in read(program):
        if not made.z3.is_true(model.eval(made.given(name), model_completion=True)):  # type: ignore[attr-defined] # the solver has no types
            continue
        kind = program.types.get(name)
        if name.endswith(".done") or (kind is not None and kind.kind is Kind.BOOLEAN):
            found[name] = made.z3.is_true(model.eval(made.truth(name), model_completion=True))  # type: ignore[attr-defined] # as above
            continue
        number = model.eval(made.number(name), model_completion=True).as_long()  # type: ignore[attr-defined] # as above
        word = kind is not None and kind.kind is Kind.WORD
        found[name] = made.text(number) if word else number
    return found


@each_procedure
@of_each(3)
@given(data=st.data())
def test_what_a_solver_says_can_hold_the_definition_finds_on_its_model(name: str, data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(procedure(name).law.editions))
    program = lowered(name, edition)
    told = data.draw(st.sampled_from(program.told))
    made = Formulas(program)
    asked = made.z3.Solver()
    asked.add(made.named(told))
    if asked.check() == made.z3.sat:
        assert told in MEANING.holding(program, of_model(program, made, asked.model()))


@pytest.mark.parametrize(
    ("part", "record"),
    [
        (Compare("==", Name("a"), Word("x")), {"a": "x"}),
        (Compare("!=", Name("a"), Name("b")), {"a": "x", "b": "y"}),
        (OneOf("a", frozenset(("x", "y"))), {"a": "z"}),
        (Known("a"), {}),
        (Not(Known("a")), {"a": 1}),
        (Or((Constant(None), Compare("<", Name("a"), Number(3)))), {"a": 2}),
        (Or((Constant(None), Compare("<", Name("a"), Number(3)))), {"a": 4}),
        (Compare("<=", Name("a"), Number(3)), {}),
    ],
)
def test_each_kind_of_condition_is_true_false_or_unknown_as_the_definition_has_it(
    part: object, record: dict[str, Value]
) -> None:
    made = Formulas(lowered(*EVERY[0]))
    asked = made.z3.Solver()
    for name in ("a", "b"):
        value = record.get(name)
        if value is None:
            asked.add(made.z3.Not(made.given(name)))
        else:
            number = made.word(value) if isinstance(value, str) else value
            asked.add(made.given(name), made.number(name) == number)
    asked.check()
    model = asked.model()
    found = [made.z3.is_true(model.eval(each)) for each in (made.holds(part), made.fails(part))]  # type: ignore[arg-type] # any condition
    assert found == [truth(part, record) is True, truth(part, record) is False]  # type: ignore[arg-type] # as above
