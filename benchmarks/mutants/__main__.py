"""`python -m benchmarks.mutants`: change the content in one place after another, and see who notices."""

from __future__ import annotations

import argparse
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.mutants.catalogue import all_mutants
from benchmarks.mutants.explained import explanations
from benchmarks.mutants.mutant import KINDS
from benchmarks.mutants.report import Report
from benchmarks.mutants.run import STAGES, Results, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.mutants.mutant import Mutant

SEED = 1995


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, report; 1 if a survivor is not explained or an explanation explains nothing."""
    asked = _parser().parse_args(arguments)
    every = all_mutants()
    chosen = _chosen(every, asked)
    if asked.list:
        for each in chosen:
            print(each.id, each)
        print(f"{len(chosen):,} mutants")
        return 0
    results = Results(asked.resume, retry=asked.retry)
    left_out = {"tests": asked.without_tests, "proofs": asked.without_proofs}
    run(chosen, results, asked.processes, [each for each in STAGES if not left_out.get(each)])
    report = Report({each.id: each for each in chosen}, list(results.by_id.values()), explanations())
    print("\n".join(report.lines()))
    stale = report.stale() if len(chosen) == len(every) else []
    for entry in stale:
        print(f"benchmarks/mutants/explained.yaml:{entry.line}: explains no survivor any more")
    return 1 if report.left or stale else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--list", action="store_true", help="show the mutants and try none")
    parser.add_argument("--only", nargs="+", default=[], metavar="FILE", help="mutants of these files only")
    parser.add_argument("--kind", nargs="+", default=[], choices=KINDS, help="mutants of these kinds only")
    parser.add_argument("--id", nargs="+", default=[], help="these mutants only")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of them, drawn by lot")
    parser.add_argument("--seed", type=int, default=SEED, help="the lot (default: %(default)s)")
    parser.add_argument("--resume", type=Path, metavar="FILE", help="keep results there, and try no mutant twice")
    parser.add_argument("--retry", action="store_true", help="with --resume: try the survivors again")
    parser.add_argument("--without-tests", action="store_true", help="no tests and no properties")
    parser.add_argument("--without-proofs", action="store_true", help="no proofs")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="default: %(default)s")
    return parser


def _chosen(every: Sequence[Mutant], asked: argparse.Namespace) -> list[Mutant]:
    found = [
        each for each in every
        if (not asked.only or each.file in asked.only)
        and (not asked.kind or each.kind in asked.kind)
        and (not asked.id or each.id in asked.id)
    ]  # fmt: skip
    if asked.sample is not None and asked.sample < len(found):
        found = random.Random(asked.seed).sample(found, asked.sample)  # noqa: S311 - no secret
    return found


if __name__ == "__main__":
    sys.exit(main())
