"""The narrow bridge to durable-rules: within its limits, nothing left behind, one handle a thread."""

from __future__ import annotations

import gc
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from made_programs import lowered, variants
from made_records import records as records_of
from made_trees import program_of

from majlis.engines.meaning import Meaning
from majlis.logic.tree import And, Compare, Holds, Name, Number, Or

if TYPE_CHECKING:
    from majlis.engines.durable import Durable
    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

pytestmark = pytest.mark.needs_durable_rules
PAGE = 4096
MEANING = Meaning()


@pytest.fixture(scope="module")
def durable() -> Durable:
    from majlis.engines.durable import Durable

    return Durable()


def agrees(durable: Durable, program: Program, record: dict[str, Value]) -> bool:
    return durable.holding(program, record) == MEANING.holding(program, record)


def test_a_hundred_conditions_true_at_once_are_all_found(durable: Durable) -> None:
    several = [(Compare(">=", Name(f"i{number}"), Number(number)), True, False) for number in range(100)]
    program = program_of(several)
    assert len(durable.holding(program, {f"i{number}": number for number in range(100)})) == 100
    assert durable.holding(program, {"i7": 7, "i8": 7}) == {"c7"}


def test_three_hundred_rules_on_one_condition_are_all_found(durable: Durable) -> None:
    several = [(And((Holds("b"), Compare(">=", Name("i"), Number(number)))), True, False) for number in range(300)]
    assert len(durable.holding(program_of(several), {"b": True, "i": 299})) == 300
    assert len(durable.holding(program_of(several), {"b": True, "i": 9})) == 10


def test_a_hundred_rules_that_share_their_alternatives_are_all_found(durable: Durable) -> None:
    either = Or((Holds("a"), Holds("b")))
    several = [(And((either, Compare(">=", Name("i"), Number(number)))), True, False) for number in range(100)]
    assert len(durable.holding(program_of(several), {"a": True, "b": True, "i": 99})) == 100
    assert len(durable.holding(program_of(several), {"a": False, "b": True, "i": 9})) == 10


def test_a_program_with_five_hundred_names_is_cut_or_refused_but_never_wrong(durable: Durable) -> None:
    several = [(Holds(f"b{number}"), True, False) for number in range(500)]
    record: dict[str, Value] = {f"b{number}": number % 2 == 0 for number in range(500)}
    assert agrees(durable, program_of(several), record)


@examples(20)
@given(data=st.data())
def test_what_one_record_was_leaves_no_trace_on_the_next(durable: Durable, data: st.DataObject) -> None:
    program = lowered("az-1995/law", "2009")
    first, second = data.draw(records_of(program)), data.draw(records_of(program))
    alone = durable.holding(program, second)
    durable.holding(program, first)
    assert durable.holding(program, second) == alone


def test_after_an_error_in_a_record_the_next_one_is_decided_as_ever(durable: Durable) -> None:
    program = program_of([(Holds("b"), True, False)])
    with pytest.raises(TypeError):
        durable.holding(program, {"b": object()})  # type: ignore[dict-item] # what JSON cannot write
    assert durable.holding(program, {"b": True}) == {"c0"}


def resident() -> int:
    """The memory of this process now (bytes)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


needs_proc = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")


@needs_proc
def test_twenty_thousand_evaluations_leave_memory_flat(durable: Durable) -> None:
    program = program_of([(Compare(">", Name("i"), Number(limit)), True, False) for limit in range(40)])
    several: list[dict[str, Value]] = [{"i": value} for value in range(45)]

    def run(times: int) -> None:
        for turn in range(times):
            durable.holding(program, several[turn % len(several)])

    run(2_000)
    gc.collect()
    before = resident()
    run(20_000)
    gc.collect()
    assert resident() - before < 2 * 2**20, "under 105 bytes an evaluation; a fact left behind costs about 8,000"


@needs_proc
def test_programs_that_come_and_go_leave_memory_flat(durable: Durable) -> None:
    """A process that decides cases of many dates and readings lowers the same few programs over and over."""

    def run(times: int) -> None:
        for turn in range(times):
            variant = variants("az-1995/law", "2009")[turn % 4]
            program = lowered.__wrapped__("az-1995/law", "2009", variant)  # anew, past the cache of the tests
            durable.holding(program, {"introduction.1.done": True})

    run(8)
    gc.collect()
    before = resident()
    run(40)
    gc.collect()
    assert resident() - before < 20 * 2**20, "under half a MiB a program; one that is compiled and kept costs four"


@needs_proc
def test_threads_that_come_and_go_leave_memory_flat(durable: Durable) -> None:
    """A web server may answer each request in a thread of its own."""

    def once() -> None:
        program = lowered.__wrapped__("az-1995/law", "2009")
        durable.holding(program, {"introduction.1.done": True})

    def run(times: int) -> None:
        for _ in range(times):
            thread = threading.Thread(target=once)
            thread.start()
            thread.join()

    run(5)
    gc.collect()
    before = resident()
    run(30)
    gc.collect()
    assert resident() - before < 20 * 2**20, "a thread that compiles for itself alone costs four MiB"


def test_two_threads_at_once_find_what_one_finds(durable: Durable) -> None:
    program = lowered("az-1995/law", "2009")
    several = [
        {"introduction.1.done": True, "vote.1.done": True, "matter.list": "94.I", "vote.1.in_favour": votes}
        for votes in range(40, 120)
    ]
    alone = [MEANING.holding(program, record) for record in several]
    found: dict[int, list[frozenset[str]]] = {}
    together = threading.Barrier(2)

    def run(number: int) -> None:
        together.wait()
        found[number] = [durable.holding(program, record) for _ in range(5) for record in several]

    threads = [threading.Thread(target=run, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {0: alone * 5, 1: alone * 5}
