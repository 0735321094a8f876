"""Mutants of a small country: each kind is made where it should be, and caught by the case that it turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from majlis.documents.reader import read_text
from majlis.law.library import law

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.mutants.mutant import Mutant

EDITIONS = ("1970", "2004")
RULES = """
article: "1"
title: Invented
provisions:
  - cite: 1.I
    kind: competence
    says: One of three acts.
    of: motion.by
    actors: [warden, treasurer, burgher]
    until: "2004"
  - {cite: 1.II, kind: succession, says: They follow one another., line: [warden, treasurer, burgher]}
  - cite: 1.III
    kind: threshold
    says: Two majorities.
    of: ballot.ayes
    applies: grave and not secret
    at_least: [{votes: 6, when: harsh}, {share: 2/3, of: ballot.present}]
    readings:
      strict:
        asks: Is it meant strictly?
        mild: {default: yes, source: its words}
        harsh: {source: its purpose, set: {at_least: 7}, from: "1970", but_not: ["2004"]}
"""
STEPS = """
procedure: trial
title: A trial
with: {secret: yes}
steps:
  - step: motion
    governed_by: [1.I]
    passed: {both: [ballot, seal]}
    failed: {silent: Nothing is said., then: ballot}
    late: {silent: Nothing is said of a late one., then: goes on}
    missed: {silent: Nothing is said of none.}
  - {step: ballot, acts: {motion: won, seal: {to: lost, then: seal}}, until: [motion, seal]}
  - {step: seal, done: won}
outcomes: {won: It is won., lost: It is lost.}
"""


def told(mutants: list[Mutant]) -> set[str]:
    return {f"{each.kind}: {each.change}" for each in mutants}


def invented_rules() -> set[str]:
    from benchmarks.mutants.rule_mutants import rule_mutants

    document = read_text(RULES, "rules/isle/1.yaml")
    return told(list(rule_mutants(document, "rules/isle/1.yaml", EDITIONS, ["warden", "treasurer", "burgher"])))


def invented_steps() -> set[str]:
    from benchmarks.mutants.procedure_mutants import procedure_mutants

    document = read_text(STEPS, "procedures/isle/trial.yaml")
    steps, outcomes = ("motion", "ballot", "seal"), ("won", "lost")
    return told(list(procedure_mutants(document, "procedures/isle/trial.yaml", EDITIONS, steps, outcomes)))


@pytest.mark.parametrize(
    "change",
    [
        "actor: 1.I actors: [warden, treasurer, burgher] -> [warden, burgher]",
        "edition: 1.I until: 2004 -> 1970",
        "line: 1.II line: [warden, treasurer, burgher] -> [treasurer, warden, burgher]",
        "line: 1.II line: [warden, treasurer, burgher] -> [warden, treasurer]",
        "bound: 1.III at_least: at_least -> more_than",
        "majority: 1.III at_least: [{votes: 6, when: harsh}, {share: 2/3, of: ballot.present}] -> [{votes: 6, when: harsh}]",
        "number: 1.III at_least[0].votes: 6 -> 7",
        "number: 1.III at_least[0].votes: 6 -> 5",
        "number: 1.III at_least[1].share: 2/3 -> 3/3",
        "number: 1.III at_least[1].share: 2/3 -> 2/4",
        "number: 1.III readings.strict.harsh.set.at_least: 7 -> 8",
        "guard: 1.III at_least[0].when: harsh -> (left out)",
        "guard: 1.III applies: grave and not secret -> ",
        "connective: 1.III applies: grave and not secret -> grave or not (secret)",
        "operand: 1.III applies: grave and not secret -> grave",
        "reading: 1.III readings.strict: default mild -> default harsh",
        "reading: 1.III readings.strict.harsh.set: {at_least: 7} -> (left out)",
        "edition: 1.III readings.strict.harsh.but_not: [2004] -> (left out)",
    ],
)  # fmt: skip
def test_a_norm_is_changed_in_each_of_its_keys(change: str) -> None:
    assert change in invented_rules()


@pytest.mark.parametrize(
    "change",
    [
        "flag: secret secret: yes -> no",
        "norm: motion governed_by[0]: 1.I -> (left out)",
        "swap: motion passed: passed -> failed",
        "swap: motion late: late -> missed",
        "branch: motion passed: [ballot, seal] -> without ballot",
        "silence: motion failed.then: ballot -> (left out)",
        "silence: motion failed: a silence -> ballot",
        "silence: motion late.then: goes on -> (left out)",
        "silence: motion missed: a silence -> won",
        "target: ballot acts.motion: won -> lost",
        "target: ballot acts.seal.to: lost -> won",
        "silence: ballot acts.seal.then: seal -> (left out)",
        "branch: ballot until: [motion, seal] -> [seal]",
        "target: seal done: won -> lost",
    ],
)  # fmt: skip
def test_a_step_is_changed_in_each_of_its_edges(change: str) -> None:
    assert change in invented_steps()


def test_what_only_tells_of_the_law_is_left_alone() -> None:
    assert not [each for each in invented_rules() | invented_steps() if "says" in each or "title" in each]


def mutant(change: str) -> Mutant:
    from benchmarks.mutants.catalogue import all_mutants

    (found,) = [each for each in all_mutants() if change in each.change]
    return found


def fate(change: str | Mutant, *, with_cases: bool = True) -> tuple[str, str]:
    from benchmarks.mutants.cases import known_cases
    from benchmarks.mutants.trial import Trial

    made = mutant(change) if isinstance(change, str) else change
    tried = Trial(known_cases() if with_cases else {}).tried(made)
    return tried.fate, tried.by


@pytest.mark.parametrize(
    ("change", "folder"),
    [
        ("12.II editions.2004.within: 15 sitting days -> 16 sitting days", "bill"),
        ("12.II editions.2004.within: 15 sitting days -> 14 sitting days", "bill"),
        ("18.II at_least.share: 2/3 -> 1/3", "amendment"),
        ("16.I actors: [treasurer] -> [burgher_hall]", "money_bill"),
        ("7.II readings.who_divides.heads.set: {more_than: {share: 1/2, of: division.attending}} -> (left out)", "bill"),
        ("seal missed: enacted -> rejected", "bill"),
    ],
)  # fmt: skip
def test_a_change_that_turns_a_case_is_caught_by_a_case_of_that_procedure(
    velmar: Path, change: str, folder: str
) -> None:
    how, by = fate(change)
    assert how == "scenario"
    assert by.startswith(f"scenarios/velmar/{folder}/")


def test_a_change_that_does_not_fit_is_refused(velmar: Path) -> None:
    assert fate("12.II within: 20 sitting days -> 20 days")[0] == "refused"


def test_a_change_of_words_alone_makes_no_difference(velmar: Path) -> None:
    from benchmarks.mutants.mutant import Edit, Mutant

    path = ("provisions", 0, "says")
    words = Mutant("rules/velmar/15.yaml", 4, "word", "15.I", "says", "", "", (Edit(path, "The Warden has a seal."),))
    assert fate(words)[0] == "same"


def test_a_change_that_no_case_knows_of_survives(velmar: Path) -> None:
    assert fate("18.II at_least.share: 2/3 -> 1/3", with_cases=False)[0] == "survived"


def test_after_a_trial_the_law_is_what_it_was(velmar: Path) -> None:
    before = law("velmar").norm("18.II").entry.at_least
    fate("18.II at_least.share: 2/3 -> 1/3")
    assert law("velmar").norm("18.II").entry.at_least == before


def test_an_amendment_of_the_frame_touches_every_procedure(velmar: Path) -> None:
    from benchmarks.mutants.catalogue import touched

    assert touched(mutant("2004 first_day.latest: 2004-02-09 -> 2004-02-10")) == (
        "velmar/amendment", "velmar/bill", "velmar/money_bill",
    )  # fmt: skip


def test_no_two_mutants_have_one_name(velmar: Path) -> None:
    from benchmarks.mutants.catalogue import all_mutants

    every = all_mutants()
    assert len({each.id for each in every}) == len(every)
    assert all(each.line for each in every)
