"""`majlis check`: the counts, the faults and the exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from majlis.cli import majlis

if TYPE_CHECKING:
    from invented_law import Isle

CATALOGUE = """
    catalogue: isle
    clauses: {C1: {article: 1.I, kind: threshold, editions: ["1900"]}, C2: {article: "9", kind: effect, editions: ["1900"]}}
    gaps: {G1: low}
"""
COVERAGE = """
    coverage: isle
    clauses:
      C1: {encoded: ["1", 1.I, 1.II]}
      C2: {left_out: declaratory, says: Fish is good., because: Nobody decides it.}
    gaps: {G1: {says: Late ballots stay open., silences: [moving.ballot]}}
"""
KEPT = """
    title: Six votes carry it
    procedure: isle/moving
    as_of: 1960-01-10
    acts: [{act: motion, date: 1960-01-01}, {act: ballot, date: 1960-01-02, in_favour: 6}]
"""


def check(isle: Isle, *args: str, catalogue: str = CATALOGUE) -> Result:
    isle.write("rules/isle/catalogue.yaml", catalogue)
    isle.write("rules/isle/coverage.yaml", COVERAGE)
    isle.write("scenarios/isle/moving/kept.yaml", KEPT)
    return CliRunner().invoke(majlis, ["check", *args])


def test_a_sound_content_ends_with_status_0_and_says_how_many_of_how_many(isle: Isle) -> None:
    found = check(isle)
    assert found.exit_code == 0
    assert "2 of 2 clauses are accounted for: 1 encoded, 1 left out." in found.stdout
    assert "No fault found." in found.stdout


def test_a_fault_ends_with_status_1_and_names_file_line_and_remedy(isle: Isle) -> None:
    found = check(isle, catalogue=CATALOGUE.replace("C2:", "C9: {article: 9.I, kind: effect, editions: []}, C2:"))
    assert found.exit_code == 1
    text = " ".join(found.stdout.split())
    assert "2 of 3 clauses are accounted for" in text
    assert "rules/isle/catalogue.yaml:2, clauses.C9: C9 is in the catalogue and not in the coverage. Add it" in text


def test_the_clauses_are_counted_by_kind_article_and_edition(isle: Isle) -> None:
    text = check(isle, "--by", "article", "--by", "edition", "--by", "kind").stdout
    assert "isle/1 " in text
    assert "isle 1900" in text
    assert "threshold" in text
    assert "declaratory: it states a principle" in text


def test_what_is_left_out_is_listed_with_its_reason(isle: Isle) -> None:
    text = " ".join(check(isle, "--left-out").stdout.split())
    assert "C2 (9) Fish is good. Left out, declaratory: it states a principle. Nobody decides it." in text


def test_the_gaps_are_listed_with_the_places_where_they_lie_open(isle: Isle) -> None:
    text = " ".join(check(isle, "--gaps", "--declared").stdout.split())
    assert "G1, low Late ballots stay open. Silent at moving.ballot." in text


def test_the_answer_as_json_has_every_find_and_whether_the_content_is_sound(isle: Isle) -> None:
    answer = json.loads(check(isle, "--json").stdout)
    assert (answer["schema"], answer["sound"]) == ("majlis/check/1", True)
    assert [each["name"] for each in answer["covered"]] == ["C1", "C2", "G1"]


def test_one_fault_is_one_fault(isle: Isle) -> None:
    found = check(isle, catalogue=CATALOGUE.replace("G1: low", "G1: high, G2: low"))
    assert "\n1 fault\n" in found.stdout


def test_without_a_survey_nothing_is_counted_and_the_answer_says_so(isle: Isle) -> None:
    isle.write("scenarios/isle/moving/kept.yaml", KEPT)
    text = " ".join(CliRunner().invoke(majlis, ["check"]).stdout.split())
    assert "No survey of the text (catalogue.yaml, coverage.yaml), so that its coverage is not checked." in text
    assert "clauses" not in text
