"""The cases of an invented country end, under every engine, as they were worked out by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from majlis.documents.reader import read
from majlis.law.library import law
from majlis.procedure.library import procedures
from majlis.questions.decide import Decider
from majlis.questions.expected import differences
from majlis.scenario.case import read_case

HERE = Path(__file__).parent
FILES = sorted((HERE / "scenarios").rglob("*.yaml"))
ENGINES = ["meaning", pytest.param("durable", marks=pytest.mark.needs_durable_rules), "generated"]


@cache
def decider(engine: str) -> Decider:
    return Decider(engine)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_case_ends_as_it_was_worked_out(path: Path, engine: str) -> None:
    case = read_case(read(path))
    assert case.scenario.expect
    assert differences(case.scenario.expect, decider(engine).decide(case)) == []


def test_every_procedure_has_cases_and_they_are_many() -> None:
    assert {f"velmar/{path.parent.name}" for path in FILES} == set(procedures())
    assert len(FILES) >= 60


def test_every_provision_that_can_be_kept_or_broken_is_found_both_ways() -> None:
    found: dict[str, set[str]] = {}
    for path in FILES:
        for each in decider("meaning").decide(read_case(read(path))).findings:
            found.setdefault(each.provision, set()).add(each.result)
    good = {name for name, results in found.items() if "met" in results}
    bad = {name for name, results in found.items() if results & {"failed", "breached"}}
    judged = {f"velmar/{norm.cite}" for norm in law("velmar").norms()} - {"velmar/3.I", "velmar/3.II", "velmar/15.I"}
    assert good == judged
    assert bad - {"velmar/sequence"} == judged


def test_each_way_in_which_a_case_can_end_is_reached() -> None:
    ends = set()
    for path in FILES:
        verdict = decider("meaning").decide(read_case(read(path)))
        silent = [each.step for each in verdict.silences if not each.crossed]
        ends.add((path.parent.name, verdict.outcome or verdict.awaits or "".join(silent)))
    assert {
        ("bill", "enacted"), ("bill", "rejected"), ("bill", "lapsed"), ("bill", "seal"), ("bill", "report"),
        ("money_bill", "enacted"), ("money_bill", "rejected"), ("amendment", "adopted"), ("amendment", "rejected"),
    } <= ends  # fmt: skip
