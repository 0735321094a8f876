"""What a proof looks at leaves no case out: the record of every complete case is one of those in the space."""

from __future__ import annotations

from functools import cache

import pytest
from how_many import of_each
from hypothesis import assume, given
from hypothesis import strategies as st
from made_scenarios import case_of, raw_scenarios

from majlis.engines.meaning import Meaning
from majlis.errors import InputError
from majlis.law.constitution import MATTER
from majlis.procedure.library import procedure, procedures
from majlis.questions.decide import Decider
from majlis.questions.judgement import Judgement
from majlis.questions.proof.space import Space

DECIDER = Decider("meaning")


@cache
def space(name: str, edition: str) -> Space:
    return Space(procedure(name), edition)


def judged(data: st.DataObject, name: str, edition: str) -> Judgement:
    """A case of one edition in which all is known that its steps ask for."""
    raw = data.draw(raw_scenarios(name, unknown_days=False))
    try:
        return DECIDER.judge(case_of({**raw, "edition": edition}))
    except InputError:
        assume(False)
        raise


def complete(found: Judgement, its: Space) -> bool:
    """Is every fact and every field given that should be, by the formulas of the space?"""
    known = found.record.values
    facts = [name for name in its.procedure.file.facts if name != MATTER or MATTER in its.read]
    fields = [name for name in its.read if name.rpartition(".")[0].removesuffix(".done")]
    given = all(name in known for name in facts)
    # A period in hours is known to the minute only where the times of day are given.
    timed = all(f"slack.{c.name}" in known for c in its.program.clocks if f"since.{c.name}" in known)
    return given and timed and all(name in known or not known.get(f"{name.rpartition('.')[0]}.done") for name in fields)


@pytest.mark.parametrize("name", procedures())
@of_each(40, rare=True)
@given(data=st.data())
def test_the_record_of_a_complete_case_is_one_of_those_that_are_proved_about(name: str, data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(procedure(name).law.editions))
    its, found = space(name, edition), judged(data, name, edition)
    assume(complete(found, its))
    asked = its.z3.Solver()
    asked.add(its.facts)
    asked.add([_stands(its, path, value) for path, value in found.record.values.items()])
    assert asked.check() == its.z3.sat, f"this case lies outside: {found.case.scenario.model_dump(mode='json')}"
    held = Meaning().holding(its.program, found.record.values)
    model = asked.model()
    told = {
        each for each in its.program.told if its.z3.is_true(model.eval(its.formulas.named(each), model_completion=True))
    }
    assert told == held, "and what holds of it is what the formulas say"


def _stands(its: Space, path: str, value: int | str | bool) -> object:  # noqa: FBT001 - a value of the record
    if isinstance(value, bool):
        return its.formulas.truth(path) == value
    return its.number(path) == (its.formulas.word(value) if isinstance(value, str) else value)
