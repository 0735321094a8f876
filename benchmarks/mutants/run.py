"""A run over many mutants: cases first, then tests and proofs for what survived; results are kept as they come."""

from __future__ import annotations

import json
import random
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.mutants.cases import known_cases
from benchmarks.mutants.catalogue import touched
from benchmarks.mutants.in_place import readable_in_place
from benchmarks.mutants.proofs import ProofTrial, solver_installed
from benchmarks.mutants.tests_on_trial import try_tests
from benchmarks.mutants.trial import SURVIVED, TOO_LONG, Trial, Tried
from benchmarks.mutants.workers import in_parallel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks.mutants.mutant import Mutant

STAGES = ("cases", "tests", "proofs")


class Results:
    """The results so far, each by the mutant's id; with a file they are kept there, a line each."""

    def __init__(self, file: Path | None, *, retry: bool = False) -> None:
        self.by_id: dict[str, Tried] = {}
        self.stage: dict[str, str] = {}
        self._file = file
        lines = file.read_text(encoding="utf-8").splitlines() if file and file.exists() else []
        for line in lines:
            raw = json.loads(line)
            self.stage[raw["id"]] = raw.pop("stage")
            self.by_id[raw["id"]] = Tried(**raw)
        for name in [each for each, tried in self.by_id.items() if retry and tried.fate in (SURVIVED, TOO_LONG)]:
            del self.by_id[name], self.stage[name]

    def add(self, tried: Tried, stage: str) -> None:
        """Keep a result; it replaces an earlier one."""
        self.by_id[tried.id] = tried
        self.stage[tried.id] = stage
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as out:
                out.write(json.dumps({**tried.as_dict(), "stage": stage}, ensure_ascii=False) + "\n")

    def waiting(self, mutants: Sequence[Mutant], stage: str) -> list[Mutant]:
        """The mutants that a stage has still to try."""
        if stage == STAGES[0]:
            return [each for each in mutants if each.id not in self.by_id]
        later = STAGES[STAGES.index(stage) :]
        left = [each for each in mutants if self.by_id[each.id].fate == SURVIVED]
        return [each for each in left if self.stage[each.id] not in later]


class Progress:
    """How far a stage is, at what rate, and how long it will take still; written over one line of a terminal."""

    def __init__(self, stage: str, total: int) -> None:
        self._stage, self._total, self._done, self._survived = stage, total, 0, 0
        self._began = self._shown = time.monotonic()

    def step(self, tried: Tried) -> None:
        """One more is done."""
        self._done += 1
        self._survived += tried.fate in (SURVIVED, TOO_LONG)
        now = time.monotonic()
        if now - self._shown >= (1 if sys.stderr.isatty() else 30) or self._done == self._total:
            self._shown = now
            rate = self._done / max(now - self._began, 0.001)
            minutes, seconds = divmod(round((self._total - self._done) / rate), 60)
            end = "\n" if self._done == self._total or not sys.stderr.isatty() else ""
            told = f"{self._stage}: {self._done:,} of {self._total:,}, {self._survived:,} survive, {rate:.1f} a second"
            print(f"\r{told}, {minutes}:{seconds:02} left ", end=end, file=sys.stderr, flush=True)


def run(mutants: Sequence[Mutant], results: Results, processes: int, stages: Sequence[str] = STAGES) -> None:
    """Try every mutant that has no result yet; the tests see only what the cases left."""
    with readable_in_place():
        _cases(results.waiting(mutants, "cases"), results, processes)
        if "tests" in stages:
            _tests(results.waiting(mutants, "tests"), results, processes)
        if "proofs" in stages and solver_installed():
            _proofs(results.waiting(mutants, "proofs"), results, processes)


def _cases(waiting: Sequence[Mutant], results: Results, processes: int) -> None:
    if waiting:
        trial = Trial(known_cases({name for each in waiting for name in touched(each)}))
        _spread(trial.tried, "cases", waiting, results, processes)


def _proofs(waiting: Sequence[Mutant], results: Results, processes: int) -> None:
    if waiting:
        _spread(ProofTrial().tried, "proofs", waiting, results, processes)


def _spread(
    tried: Callable[[Mutant], Tried], stage: str, waiting: Sequence[Mutant], results: Results, processes: int
) -> None:
    """Try mutants in a mixed order, so that the time that is left can be told early on."""
    progress = Progress(stage, len(waiting))
    mixed = random.Random(0).sample(waiting, len(waiting))  # noqa: S311 - no secret
    for each in in_parallel(tried, mixed, processes):
        results.add(each, stage)
        progress.step(each)


def _tests(waiting: Sequence[Mutant], results: Results, processes: int) -> None:
    progress = Progress("tests", len(waiting))

    def keep(each: Tried) -> None:
        results.add(each, "tests")
        progress.step(each)

    if waiting:
        try_tests(waiting, processes, keep)
