"""Proofs on trial: a mutant is caught if a claim about its procedures is refuted that holds without it."""

from __future__ import annotations

import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from benchmarks.mutants.catalogue import touched
from benchmarks.mutants.in_place import mutated
from benchmarks.mutants.trial import PATIENCE, PROOF, SURVIVED, TOO_LONG, TookTooLongError, patience, result

from majlis.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.mutants.mutant import Mutant
    from benchmarks.mutants.trial import Tried

    Examine = Callable[[str], Any]
    Refuted = Callable[[Sequence[Any]], frozenset[str]]


def solver_installed() -> bool:
    """Is the solver there that proves?"""
    return find_spec("z3") is not None


def examine(name: str) -> Any:
    """What is proved and refuted of a procedure."""
    from majlis.questions.proof.examine import examine as examined

    return examined(name)


def refuted(found: Sequence[Any]) -> frozenset[str]:
    """The claims about procedures that were examined, and about their norms, that are refuted."""
    from majlis.questions.proof.about_all import claims_about_all
    from majlis.questions.proof.claim import Fate

    claims = [claim for each in found for claim in each.claims]
    claims += claims_about_all(found, whole=True)
    told = (each for each in claims if each.fate is Fate.REFUTED)
    return frozenset(f"{each.procedure} {each.editions} {each.readings}: {each.says}" for each in told)


class ProofTrial:
    """Tries mutants against what is proved of each procedure."""

    def __init__(self, examine: Examine = examine, refuted: Refuted = refuted) -> None:
        self._examine = examine
        self._refuted = refuted
        self._before: dict[str, Any] = {}

    def tried(self, mutant: Mutant) -> Tried:
        """What becomes of a mutant that cases and tests let pass."""
        began = time.perf_counter()
        names = touched(mutant)
        for name in names:
            if name not in self._before:
                self._before[name] = self._examine(name)
        known = self._refuted([self._before[name] for name in names])
        try:
            with patience(PATIENCE), mutated(mutant):
                new = sorted(self._refuted([self._examine(name) for name in names]) - known)
        except InputError as error:
            return result(mutant, PROOF, str(error.what), began)
        except TookTooLongError:
            return result(mutant, TOO_LONG, "", began)
        return result(mutant, PROOF, new[0], began) if new else result(mutant, SURVIVED, "", began)
