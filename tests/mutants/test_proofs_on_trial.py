"""A claim that is refuted with a mutant, and holds without it, catches the mutant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.law.library import law

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.mutants.mutant import Mutant

SHARE = ("provisions", 1, "at_least", "share")


def mutant(after: str) -> Mutant:
    from benchmarks.mutants.mutant import Edit, Mutant

    return Mutant("rules/velmar/18.yaml", 14, "number", "18.II", "share", "2/3", after, (Edit(SHARE, after),))


def examined(name: str) -> list[str]:
    """Two claims that are refuted: one always, one where more than everybody is asked for."""
    (majority,) = law("velmar").norm("18.II").at("2004", {}).majority
    top, bottom = majority.share
    return [name, *(["nobody can reach it"] if top > bottom else [])]


def refuted(found: Sequence[list[str]]) -> frozenset[str]:
    return frozenset(claim for each in found for claim in each)


def test_a_claim_that_only_the_mutant_refutes_catches_it(velmar: Path) -> None:
    from benchmarks.mutants.proofs import ProofTrial

    found = ProofTrial(examined, refuted).tried(mutant("4/3"))
    assert (found.fate, found.by) == ("proof", "nobody can reach it")


def test_a_claim_that_was_refuted_before_catches_nothing(velmar: Path) -> None:
    from benchmarks.mutants.proofs import ProofTrial

    assert ProofTrial(examined, refuted).tried(mutant("1/3")).fate == "survived"


def test_a_majority_that_nobody_can_reach_is_refuted_by_the_solver(velmar: Path) -> None:
    from benchmarks.mutants.proofs import ProofTrial

    assert ProofTrial().tried(mutant("4/3")).fate == "proof"
