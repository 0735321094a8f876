"""What a run reports: shares by kind, survivors, explanations that are stale, and results that are kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.mutants.explained import Explanation
    from benchmarks.mutants.mutant import Mutant
    from benchmarks.mutants.trial import Tried

EXPLAINED = """
survivors:
  - because: Fishing and hunting are one to the law of the isle.
    equivalent: yes
    those: {file: rules/isle/*, change: "1.I applies: * [fishing]*"}
  - {because: Nobody has come to it yet., ids: [0123456789]}
"""


def made(change: str, *, kind: str = "number", file: str = "rules/isle/1.yaml") -> Mutant:
    from benchmarks.mutants.mutant import Mutant

    subject, _, rest = change.partition(" ")
    place, _, after = rest.partition(": ")
    return Mutant(file, 7, kind, subject, place, "", after, ())


def tried(mutant: Mutant, fate: str) -> Tried:
    from benchmarks.mutants.trial import result

    return result(mutant, fate, "", 0.0)


@pytest.fixture
def entries(tmp_path: Path) -> list[Explanation]:
    from benchmarks.mutants.explained import explanations

    file = tmp_path / "explained.yaml"
    file.write_text(EXPLAINED, encoding="utf-8")
    return explanations(file)


def test_a_pattern_explains_what_it_fits_and_brackets_stand_for_themselves(entries: list[Explanation]) -> None:
    from benchmarks.mutants.explained import explained

    assert explained(made("1.I applies: in [fishing]"), entries) == entries[0]
    assert explained(made("1.I applies: in f"), entries) is None
    assert explained(made("1.I applies: in [fishing]", file="rules/other/1.yaml"), entries) is None


def test_an_explanation_that_explains_no_survivor_is_stale(entries: list[Explanation]) -> None:
    from benchmarks.mutants.explained import stale

    assert stale(entries, [made("1.I applies: in [fishing]")]) == entries[1:]


def test_the_share_leaves_out_what_makes_no_difference(entries: list[Explanation]) -> None:
    from benchmarks.mutants.report import Report, share

    fates = {
        "1.I a: 1": "scenario", "1.I a: 2": "refused", "1.I a: 3": "test", "1.I a: 4": "same",
        "1.I applies: in [fishing]": "survived", "1.I a: 5": "survived",
    }  # fmt: skip
    mutants = {each.id: each for each in map(made, fates)}
    report = Report(mutants, [tried(made(change), fate) for change, fate in fates.items()], entries)
    assert share(report.counts()) == "75.0 %"
    assert [each.mutant.change for each in report.left] == [made("1.I a: 5").change]
    assert any(made("1.I a: 5").id in line for line in report.lines())


def test_results_are_kept_and_survivors_tried_again_if_one_asks_for_it(tmp_path: Path) -> None:
    from benchmarks.mutants.run import Results

    file = tmp_path / "results.jsonl"
    caught, survivor, new = made("1.I a: 1"), made("1.I a: 2"), made("1.I a: 3")
    first = Results(file)
    first.add(tried(caught, "scenario"), "cases")
    first.add(tried(survivor, "survived"), "cases")
    every = [caught, survivor, new]
    assert [json.loads(line)["fate"] for line in file.read_text(encoding="utf-8").splitlines()] == [
        "scenario",
        "survived",
    ]
    again = Results(file)
    assert again.waiting(every, "cases") == [new]
    assert again.waiting([caught, survivor], "tests") == [survivor]
    assert Results(file, retry=True).waiting(every, "cases") == [survivor, new]


def test_what_is_explained_still_is_a_mutant_of_the_content_and_has_a_reason() -> None:
    from benchmarks.mutants.catalogue import all_mutants
    from benchmarks.mutants.explained import explanations, stale

    entries = explanations()
    assert stale(entries, all_mutants()) == []
    assert all(each.because.endswith(".") for each in entries)
