"""Every scenario file is a test: its verdict says what its author worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from majlis.documents.reader import read
from majlis.engines import default
from majlis.law.places import case_files, content
from majlis.questions.decide import Decider
from majlis.questions.expected import differences
from majlis.scenario.case import read_case

FILES = case_files()
ENGINES = sorted({"meaning", default()})


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(content() / "scenarios").as_posix())
def test_a_scenario_ends_as_its_author_worked_out(path: Path, engine: str) -> None:
    case = read_case(read(path))
    assert case.scenario.title, "a scenario states its claim"
    assert case.scenario.expect, "a scenario says what is expected"
    assert differences(case.scenario.expect, Decider(engine).decide(case)) == []


def test_there_are_scenarios_for_every_procedure() -> None:
    from majlis.procedure.library import procedures

    told = {path.parent.relative_to(content() / "scenarios").as_posix() for path in FILES}
    assert set(procedures()) <= told
