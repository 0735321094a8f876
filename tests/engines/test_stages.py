"""A program in stages says what the program says, and each stage can be seen by a rule engine at one look."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from how_many import examples
from hypothesis import given
from made_programs import EVERY, IDS, lowered, variants
from made_records import parts
from made_trees import program_of, programs, records

from majlis.engines.meaning import Meaning
from majlis.engines.stages import stages
from majlis.logic.tree import And, AtLeast, Compare, Condition, Holds, Name, Not, Number, Or, names
from majlis.logic.truth import truth

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

MOST_GROUPS_OF_DURABLE_RULES = 15  # with one more it refuses a ruleset with error 113


def groups(part: Condition) -> int:
    return sum(isinstance(node, And | Or) for node in parts(part))


def holding_by_stages(program: Program, record: Mapping[str, Value]) -> frozenset[str]:
    """What holds, when each stage sees only the record and what earlier stages found."""
    known = dict(record)
    held: set[str] = set()
    for stage in stages(program):
        found = [each for each in stage if truth(each.when, known) is True]
        known |= {each.name: each.holds for each in found}
        held |= {each.name for each in found if each.holds}
    return frozenset(named.name for named in program.conditions if named.told) & held


def lowerings() -> list[Program]:
    return [lowered(name, edition, variant) for name, edition in EVERY[::2] for variant in variants(name, edition)[:3]]


@examples(150)
@given(program=programs(), record=records)
def test_stages_find_what_the_program_means(program: Program, record: dict[str, Value]) -> None:
    assert holding_by_stages(program, record) == Meaning().holding(program, record)


@pytest.mark.parametrize(("name", "edition"), EVERY, ids=IDS)
def test_a_stage_reads_only_the_record_and_earlier_stages(name: str, edition: str) -> None:
    program = lowered(name, edition)
    found = stages(program)
    stage_of = {each.name: number for number, stage in enumerate(found) for each in stage}
    for number, stage in enumerate(found):
        for each in stage:
            read = {stage_of[read] for read in names(each.when) if read in stage_of}
            assert all(earlier < number for earlier in read), f"{each.name} reads its own stage or a later one"
    own = {named.name for named in program.conditions}
    assert not {read for stage in found for each in stage for read in names(each.when)} & (own - set(stage_of))


def test_every_told_condition_is_in_a_stage_exactly_once() -> None:
    for program in lowerings():
        held = [each.name for stage in stages(program) for each in stage if each.holds]
        told = [named.name for named in program.conditions if named.told]
        assert len(held) == len(set(held))
        assert set(told) <= set(held)


def test_no_condition_of_a_stage_has_more_groups_than_durable_rules_takes() -> None:
    for program in lowerings():
        for each in (each for stage in stages(program) for each in stage):
            assert groups(each.when) <= MOST_GROUPS_OF_DURABLE_RULES, each.name


@examples(100)
@given(program=programs())
def test_no_condition_of_any_program_has_too_many_groups_or_a_negated_one(program: Program) -> None:
    for each in (each for stage in stages(program) for each in stage):
        assert groups(each.when) <= MOST_GROUPS_OF_DURABLE_RULES
        assert not any(isinstance(node, AtLeast) for node in parts(each.when))
        assert not any(
            isinstance(node, Not) and isinstance(node.part, And | Or | Not | Compare) for node in parts(each.when)
        )


def wide(count: int) -> Condition:
    """Alternating groups, each within the one before."""
    found: Condition = Holds("b")
    for number in range(count):
        found = (And if number % 2 else Or)((found, Compare(">", Name(f"i{number}"), Number(number))))
    return found


@pytest.mark.needs_durable_rules
@pytest.mark.parametrize("count", [1, 12, 13, 14, 15, 16, 30, 60])
def test_deeply_grouped_conditions_are_split_until_durable_rules_takes_them(count: int) -> None:
    from majlis.engines.durable import Durable

    program = program_of([(wide(count), True, False), (Not(Holds("c0")), True, True)])
    record: dict[str, Value] = {"b": True, **{f"i{number}": number + number % 2 for number in range(count)}}
    assert Durable().holding(program, record) == Meaning().holding(program, record)


@pytest.mark.needs_durable_rules
@pytest.mark.parametrize("needed", range(1, 7))
def test_a_count_of_several_conditions_is_found_at_every_number(needed: int) -> None:
    from majlis.engines.durable import Durable

    flags = tuple(Holds(f"b{number}") for number in range(6))
    program = program_of([(AtLeast(needed, flags), True, False), (Not(AtLeast(needed, flags)), True, False)])
    engine = Durable()
    for size in range(7):
        for chosen in list(combinations(range(6), size))[:4]:
            record: dict[str, Value] = {f"b{number}": number in chosen for number in range(6)}
            assert engine.holding(program, record) == {"c0" if size >= needed else "c1"}
