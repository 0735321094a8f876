"""Every engine finds what the definition finds on every record, and an unknown never contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from how_many import of_each
from hypothesis import given
from hypothesis import strategies as st
from made_programs import EVERY, IDS, lowered, variants
from made_records import asked_whether_known, complete_records, read, records

from majlis.engines import engine
from majlis.engines.meaning import Meaning, known
from majlis.logic.tree import Holds
from majlis.procedure.program import EndKind
from majlis.questions.judgement import Judgement

if TYPE_CHECKING:
    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

each_procedure = pytest.mark.parametrize(("name", "edition"), EVERY, ids=IDS)
OTHERS = [pytest.param("durable", marks=pytest.mark.needs_durable_rules), "generated"]
MEANING = Meaning()


def programs(name: str, edition: str) -> st.SearchStrategy[Program]:
    """A procedure lowered under some readings."""
    return st.sampled_from(variants(name, edition)).map(lambda variant: lowered(name, edition, variant))


def ends_by_track(program: Program, held: frozenset[str]) -> dict[str, list[EndKind]]:
    """The ways in which each track of a case stands; tracks as a verdict names them."""
    found = Judgement(None, (), {}, None, program, None, held)  # type: ignore[arg-type] # tracks and ends need no case
    return {track: [end.kind for end in found.ends if end.track == track] for track in found.tracks}


@pytest.mark.parametrize("other", OTHERS)
@each_procedure
@of_each(18)
@given(data=st.data())
def test_an_engine_finds_what_the_definition_finds(name: str, edition: str, other: str, data: st.DataObject) -> None:
    program = data.draw(programs(name, edition))
    record = data.draw(records(program))
    assert engine(other).holding(program, record) == MEANING.holding(program, record)


@each_procedure
@of_each(25)
@given(data=st.data())
def test_on_a_complete_record_each_track_has_exactly_one_end(name: str, edition: str, data: st.DataObject) -> None:
    program = data.draw(programs(name, edition))
    held = MEANING.holding(program, data.draw(complete_records(program)))
    kinds = ends_by_track(program, held)
    deciding = (each.provision for each in program.findings if each.provision.deciding)
    least = 0 if any(each.not_known for each in deciding) else 1  # what is not known in an edition decides nothing
    assert all(least <= len(found) <= 1 for found in kinds.values())


@each_procedure
@of_each(15)
@given(data=st.data())
def test_where_facts_are_missing_no_track_has_two_ends(name: str, edition: str, data: st.DataObject) -> None:
    program = data.draw(programs(name, edition))
    whole = data.draw(complete_records(program))
    gone = data.draw(st.sets(st.sampled_from(sorted(whole.keys() - asked_whether_known(program)))))
    held = MEANING.holding(program, {name: value for name, value in whole.items() if name not in gone})
    assert all(len(found) <= 1 for found in ends_by_track(program, held).values())


@each_procedure
@of_each(15)
@given(data=st.data())
def test_what_is_true_or_false_stays_so_whatever_else_becomes_known(
    name: str, edition: str, data: st.DataObject
) -> None:
    program = data.draw(programs(name, edition))
    more: dict[str, Value] = data.draw(records(program))
    names = sorted(more.keys() - asked_whether_known(program))
    gone = data.draw(st.sets(st.sampled_from(names))) if names else set()
    fewer = {name: value for name, value in more.items() if name not in gone}
    before, after = known(program, fewer), known(program, more)
    assert {each: held for each, held in before.items() if after.get(each) is not held} == {}


@each_procedure
def test_of_an_empty_record_only_what_holds_of_every_record_is_true(name: str, edition: str) -> None:
    program = lowered(name, edition)
    held = MEANING.holding(program, {})
    assert f"reach.{program.course.entry.name}" in held
    always = {f"reach.{program.course.entry.name}"}  # and what follows from it alone, where an edition has no norm
    always |= {
        named.name for named in program.conditions if isinstance(named.when, Holds) and named.when.path in always
    }
    told = held - always
    assert not any(each.startswith(("end.", "stray.", "early.")) or each.endswith((".met", ".bad")) for each in told)


@each_procedure
def test_every_name_that_a_program_reads_is_a_fact_a_field_or_a_clock(name: str, edition: str) -> None:
    program = lowered(name, edition)
    clocks = {f"{kind}.{clock.name}" for clock in program.clocks for kind in ("due", "slack", "since", "over")}
    assert set(read(program)) <= set(program.types) | clocks | {"unplaced"}
