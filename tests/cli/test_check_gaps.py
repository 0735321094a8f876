"""`majlis check --gaps`: the page, the files and the JSON, and what is said without a solver."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from majlis.cli import majlis
from majlis.engines import proof

if TYPE_CHECKING:
    from pathlib import Path

    from invented_law import Isle

CATALOGUE = "catalogue: isle\nclauses: {}\ngaps: {G1: medium, G2: low}\n"
COVERAGE = """
    coverage: isle
    clauses: {}
    gaps:
      G1: {says: Late ballots stay open., silences: [moving.ballot]}
      G2: {says: Nothing is said of seats., notes: ["1"]}
"""


@pytest.fixture
def surveyed(isle: Isle) -> Isle:
    """The isle with a survey of its text."""
    isle.write("rules/isle/catalogue.yaml", CATALOGUE)
    isle.write("rules/isle/coverage.yaml", COVERAGE)
    return isle


def gaps(*args: str) -> Result:
    return CliRunner().invoke(majlis, ["check", "--gaps", *args])


def test_each_gap_has_its_severity_its_provisions_and_a_case(surveyed: Isle) -> None:
    pytest.importorskip("z3")
    found = gaps()
    text = " ".join(found.stdout.split())
    assert found.exit_code == 0
    assert "Gaps of medium severity" in text
    assert (
        "G1, silence Nothing is said of a ballot that never comes. Touches 1.I and 1.II; at isle/moving.ballot" in text
    )
    assert "Shortest case: motion on" in text
    assert "Found by analysis (period runs out), and declared." in text


def test_a_gap_that_only_the_survey_knows_is_said_to_be_only_declared(surveyed: Isle) -> None:
    pytest.importorskip("z3")
    text = " ".join(gaps().stdout.split())
    assert "G2, note Nothing is said of seats." in text
    assert "Only declared; no case was found that falls into it." in text


def test_the_page_begins_with_a_table_and_can_be_kept_to_one_severity(surveyed: Isle) -> None:
    pytest.importorskip("z3")
    whole, low = gaps(), gaps("--severity", "low")
    lines = [line.split() for line in whole.stdout.splitlines()]
    assert ["kind", "medium", "low", "not", "rated"] in lines or ["kind", "medium", "low"] in lines
    assert lines.index(["note", "0", "1", *["0"] * (["kind", "medium", "low", "not", "rated"] in lines)]) < 12
    assert "Gaps of low severity (1)" in low.stdout
    assert "medium severity" not in low.stdout


def test_saved_cases_can_be_decided_and_replace_no_other_file(surveyed: Isle, tmp_path: Path) -> None:
    pytest.importorskip("z3")
    folder = tmp_path / "saved"
    assert gaps("--save", str(folder)).exit_code == 0
    files = sorted(folder.glob("*.yaml"))
    assert files
    for file in files:
        decided = CliRunner().invoke(majlis, ["decide", str(file)])
        assert decided.exit_code != 2, decided.output
    files[0].write_text("title: mine\n", encoding="utf-8")
    again = gaps("--save", str(folder))
    assert again.exit_code == 2
    assert "is there already and says something else" in " ".join(again.stderr.split())
    assert files[0].read_text(encoding="utf-8") == "title: mine\n"


def test_the_answer_as_json_tells_analysis_from_declaration(surveyed: Isle) -> None:
    pytest.importorskip("z3")
    answer = json.loads(gaps("--json", "--procedure", "isle/moving").stdout)
    assert answer["schema"] == "majlis/gaps/1"
    found = {each["says"]: each for each in answer["gaps"]}
    missed = found["Nothing is said of a ballot that never comes."]
    assert (missed["declared"], missed["analyses"], missed["severity"]) == (True, ["period runs out"], "medium")
    late = found["Nothing is said of a late ballot."]
    assert (late["declared"], late["analyses"]) == (True, [])


def test_without_the_solver_one_error_says_what_to_install(surveyed: Isle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "find_spec", lambda _: None)
    found = gaps()
    assert found.exit_code == 2
    assert "majlis[proof]" in found.stderr
    assert "Traceback" not in found.output
    declared = gaps("--declared")
    assert "G1, medium Late ballots stay open." in " ".join(declared.stdout.split())
