"""Where a missing fact makes no difference, the verdict still says what was found and why."""

from __future__ import annotations

from typing import Any

from majlis import Decider, Scenario, Verdict

ELECTED: dict[str, Any] = {
    "procedure": "az-1995/presidential_election",
    "acts": [
        {
            "act": "round",
            "date": "2013-10-09",
            "candidates": {"A": 520_000, "B": 300_000},
            "participants": 1_000_000,
            "valid_votes": 820_000,
        },
        {"act": "announcement", "date": "2013-10-23"},
        {"act": "oath", "date": "2013-10-26", "judges": 9},
    ],
}


def decided(raw: dict[str, Any]) -> Verdict:
    return Decider("meaning").decide(Scenario.model_validate(raw))


def test_findings_that_are_the_same_under_every_value_are_told() -> None:
    found = decided(ELECTED)
    assert found.either_way == ("occasion",)
    assert (found.outcome, found.result("101.II"), found.result("102")) == ("in_office", "met", "met")
    assert next(each.margin for each in found.findings if each.provision == "az-1995/101.II") == 19_999


def test_a_finding_that_the_values_would_change_stays_unknown() -> None:
    found = decided(ELECTED)
    unknown = [each for each in found.findings if each.result == "unknown" and "occasion" in each.wanting]
    for occasion in ("end_of_term", "called_early", "office_vacant"):
        given = decided({**ELECTED, "given": {"occasion": occasion}})
        told = {each.provision: each.result for each in given.findings}
        same = {each.provision: each.result for each in found.findings if each not in unknown}
        assert {name: told[name] for name in same if name in told} == {
            name: result for name, result in same.items() if name in told
        }


def test_the_deadlines_are_those_of_the_case() -> None:
    entries = {each.provision: each.state for each in decided(ELECTED).timeline}
    assert entries["az-1995/102"] == "in_time"
