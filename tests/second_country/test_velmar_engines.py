"""The engines agree on an invented country, and a longer record of sittings never contradicts a shorter one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from made_programs import lowered, variants
from made_records import records
from made_scenarios import case_of, day_text, raw_scenarios

from majlis.engines import engine
from majlis.questions.decide import Decider
from majlis.questions.findings import findings

if TYPE_CHECKING:
    from majlis.questions.judgement import Judgement

PROCEDURES = ["velmar/bill", "velmar/money_bill", "velmar/amendment"]
BODIES = ["burgher_hall", "elder_bench"]
OTHERS = [pytest.param("durable", marks=pytest.mark.needs_durable_rules), "generated"]
each_procedure = pytest.mark.parametrize("name", PROCEDURES)


@st.composite
def sittings(draw: st.DrawFn, first: int) -> dict[str, Any]:
    """A record of sittings from a day on, or from about then: mostly every other day or so, with a recess."""
    start = first + draw(st.sampled_from((-40, -1, 0, 1, 5)))
    length = draw(st.sampled_from((3, 20, 60, 200)))
    step = draw(st.sampled_from((1, 2, 5)))
    recess = draw(st.integers(0, length))
    days = [each for each in range(start, start + length, step) if not recess <= each - start < recess + 9]
    return {"from": day_text(start), "to": day_text(start + length - 1), "days": [day_text(each) for each in days]}


@st.composite
def cases(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A random case with the sittings of some of the bodies."""
    raw = draw(raw_scenarios(name))
    days = [dt.date.fromisoformat(act["date"]).toordinal() for act in raw["acts"] if act["date"] != "unknown"]
    first = min(days, default=dt.date.fromisoformat(raw["as_of"]).toordinal())
    sat = draw(st.dictionaries(st.sampled_from(BODIES), sittings(first)))
    return {**raw, "sittings": sat}


def cut(raw: dict[str, Any], body: str, first: int, last: int) -> dict[str, Any]:
    """The same case with less of a record of sittings: so many days fewer at each end."""
    sat = raw["sittings"][body]
    start, end = (dt.date.fromisoformat(sat[key]).toordinal() for key in ("from", "to"))
    start, end = min(start + first, end), max(end - last, min(start + first, end))
    kept = [day for day in sat["days"] if day_text(start) <= day <= day_text(end)]
    shorter = {"from": day_text(start), "to": day_text(end), "days": kept}
    return {**raw, "sittings": {**raw["sittings"], body: shorter}}


def judged(raw: dict[str, Any], by: str = "meaning") -> Judgement:
    return Decider(by).judge(case_of(raw))


@pytest.mark.parametrize("other", OTHERS)
@each_procedure
@examples(60)
@given(data=st.data())
def test_an_engine_finds_of_any_record_what_the_definition_finds(name: str, other: str, data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(["1970", "2004"]))
    program = lowered(name, edition, data.draw(st.sampled_from(variants(name, edition))))
    record = data.draw(records(program))
    assert engine(other).holding(program, record) == engine("meaning").holding(program, record)


@pytest.mark.parametrize("other", OTHERS)
@each_procedure
@examples(40)
@given(data=st.data())
def test_an_engine_judges_any_case_as_the_definition_does(name: str, other: str, data: st.DataObject) -> None:
    raw = data.draw(cases(name))
    assert judged(raw, other).held == judged(raw).held


@each_procedure
@examples(60)
@given(data=st.data())
def test_what_is_found_with_less_of_a_record_is_found_with_all_of_it(name: str, data: st.DataObject) -> None:
    raw = data.draw(cases(name).filter(lambda raw: raw["sittings"]))
    body = data.draw(st.sampled_from(sorted(raw["sittings"])))
    less = cut(raw, body, data.draw(st.integers(0, 30)), data.draw(st.integers(0, 60)))
    short, whole = judged(less), judged(raw)
    assert short.held <= whole.held
    told = {(each.provision, each.occurrence): each.result for each in findings(whole)}
    for each in findings(short):
        if each.result in ("met", "failed", "breached"):
            assert told[each.provision, each.occurrence] == each.result


@each_procedure
@examples(40)
@given(data=st.data())
def test_a_due_day_is_known_or_it_is_absent(name: str, data: st.DataObject) -> None:
    found = judged(data.draw(cases(name)))
    for clock in found.program.clocks:
        timing = found.record.timings.get(clock.name)
        if timing is not None:
            shown = {f"due.{clock.name}": timing.due} if timing.due is not None else {}
            assert {name: day for name, day in found.record.values.items() if name == f"due.{clock.name}"} == shown
            assert shown or clock.sitting
