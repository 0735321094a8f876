"""Every outcome is reached and every silence fallen into, every norm kept and not kept, every change between editions felt by some scenario."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from majlis.documents.reader import read
from majlis.errors import InputError
from majlis.law.library import constitutions, law
from majlis.law.places import case_files
from majlis.procedure.library import procedure, procedures
from majlis.procedure.program import EndKind
from majlis.questions.decide import Decider
from majlis.questions.findings import findings
from majlis.questions.mattering import mattering
from majlis.questions.stated import runs
from majlis.scenario.case import bind_case, read_case

if TYPE_CHECKING:
    from majlis.law.norm import Norm
    from majlis.procedure.library import Procedure
    from majlis.questions.judgement import Judgement
    from majlis.scenario.case import Case

KEPT, NOT_KEPT = {"met"}, {"breached", "failed"}


@dataclass
class Seen:
    """What the scenarios have shown: silences, outcomes, results by provision, results that an edition changes."""

    silences: set[str] = field(default_factory=set)
    outcomes: set[tuple[str, str]] = field(default_factory=set)
    followed: set[str] = field(default_factory=set)
    results: dict[str, set[str]] = field(default_factory=dict)
    by_edition: dict[str, set[tuple[str, str]]] = field(default_factory=dict)


@cache
def seen() -> Seen:
    found = Seen()
    decider = Decider("meaning")
    for path in case_files():
        case = read_case(read(path))
        judged = decider.judge(case)
        name = case.procedure.name
        found.silences |= _silences(judged)
        found.outcomes |= {(name, end.what) for end in judged.ends if end.kind is EndKind.OUTCOME}
        found.followed |= {name} if (judged.status, judged.exit) == ("concluded", 0) else set()
        for cite, result in _results(judged):
            found.results.setdefault(cite, set()).add(result)
        _by_edition(found, decider, case)
    return found


def _silences(judged: Judgement) -> set[str]:
    crossed = {each.says for each in judged.program.crossings if each.name in judged.held}
    return crossed | {end.what for end in judged.ends if end.kind is EndKind.SILENCE}


def _results(judged: Judgement) -> set[tuple[str, str]]:
    return {(each.provision, each.result) for each in findings(judged)}


def _by_edition(found: Seen, decider: Decider, case: Case) -> None:
    """Decide the same case in every edition, and keep which findings differ between neighbours."""
    its = case.procedure.law
    before: tuple[str, dict[str, str]] | None = None
    for edition in its.editions:
        scenario = case.scenario.model_copy(update={"edition": edition})
        try:
            judged = decider.judge(bind_case(scenario))
        except InputError:  # the edition does not list the matter
            before = None
            continue
        results = {f"{each.provision}@{each.occurrence}": f"{each.result} {each.required}" for each in findings(judged)}
        if before is not None:
            changed = {key for key in before[1].keys() | results if before[1].get(key) != results.get(key)}
            for key in changed:
                found.by_edition.setdefault(key.partition("@")[0], set()).add((before[0], edition))
        before = (edition, results)


@pytest.mark.parametrize("name", procedures())
def test_every_silence_of_a_procedure_is_met_by_some_scenario_of_it_or_of_one_that_shares_it(name: str) -> None:
    stated = {silent for target in _targets(procedure(name)) if (silent := target.silent)}
    assert sorted(stated - seen().silences) == []


@pytest.mark.parametrize("name", procedures())
def test_every_procedure_is_followed_to_its_end_by_some_scenario(name: str) -> None:
    assert name in seen().followed


@pytest.mark.parametrize("name", procedures())
def test_every_outcome_that_a_procedure_can_have_is_reached_by_some_scenario(name: str) -> None:
    reached = {outcome for whose, outcome in seen().outcomes if whose == name}
    assert set(mattering(procedure(name)).outcomes) - reached == set()


def _targets(its: Procedure) -> list:
    found = []
    for entry in its.file.steps:
        options = [option.set for question in entry.readings.values() for option in question.options.values()]
        for changes in ({}, *options):
            found += its.step_with(entry.step, changes).targets()
    return [each for target in found for each in (target, target.then) if each is not None]


def _tested() -> list[Norm]:
    """The norms that are held against cases: those that govern a step and have something to test."""
    cites: dict[str, set[str]] = {}
    for name in procedures():
        its = procedure(name)
        for step in (*its.file.steps, *its.file.alongside):
            norms = step.norms if hasattr(step, "norms") else step.governed_by
            cites.setdefault(its.law.folder.name, set()).update(norm.cite for norm in norms)
    norms = [law(each).norm(cite) for each in constitutions() for cite in sorted(cites.get(each, ()))]
    return [norm for norm in norms if _testable(norm)]


def _testable(norm: Norm) -> bool:
    states = [provision for _, provision in runs(norm, norm.editions)]
    return any(each.majority or each.timed or each.actors or each.requires for each in states)


@pytest.mark.parametrize("norm", _tested(), ids=lambda norm: norm.cite)
def test_every_norm_is_kept_in_one_scenario_and_not_kept_in_another(norm: Norm) -> None:
    results = seen().results.get(f"{norm.constitution}/{norm.cite}", set())
    assert results & KEPT, f"no scenario keeps {norm.cite}"
    assert results & NOT_KEPT, f"no scenario fails or breaches {norm.cite}"


_NOT_THE_RULE = {"says", "source", "note", "texts", "paragraph", "doubt"}


def _rule(norm: Norm, edition: str) -> dict[str, object] | None:
    provision = norm.at(edition, {})
    return provision and provision.model_dump(exclude=_NOT_THE_RULE)


CHANGES = [
    pytest.param(norm, earlier, later, id=f"{norm.cite} {earlier} {later}")
    for norm in _tested()
    for earlier, later in pairwise(norm.editions)
    if _rule(norm, earlier) != _rule(norm, later)
]


@pytest.mark.parametrize(("norm", "earlier", "later"), CHANGES)
def test_what_an_edition_changed_changes_some_scenario(norm: Norm, earlier: str, later: str) -> None:
    felt = seen().by_edition.get(f"{norm.constitution}/{norm.cite}", set())
    assert (earlier, later) in felt
