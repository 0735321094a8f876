"""Does memory stay flat? RSS over many verdicts, engine by engine: `python benchmarks/memory.py [VERDICTS]`."""

from __future__ import annotations

import gc
import sys
import time
from importlib.util import find_spec
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path

PROCEDURE = "az-1995/law"
VERDICTS = 100_000
STEPS = 10
MIB = 2**20


def resident() -> float:
    """The memory of this process now (MiB)."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / MIB


def run(engine: str, verdicts: int) -> None:
    """Decide every case of the procedure over and over in one process, and print the memory on the way."""
    from majlis.documents.reader import read
    from majlis.law.places import content
    from majlis.questions.decide import Decider
    from majlis.scenario.case import read_case

    cases = [read_case(read(path)) for path in sorted((content() / "scenarios" / PROCEDURE).glob("*.yaml"))]
    decider = Decider(engine)
    for case in cases:
        decider.decide(case)
    start, turn, began = resident(), cycle(cases), time.perf_counter()
    row = [f"{start:.1f}"]
    for _ in range(STEPS):
        for case in islice(turn, verdicts // STEPS):
            decider.decide(case)
        row.append(f"{resident():.1f}")
    rate = verdicts / (time.perf_counter() - began)
    print(f"{engine:10} {' '.join(row)}  grew {resident() - start:+.1f} MiB, {rate:,.0f} verdicts/s", flush=True)


def main() -> None:
    """One fresh process for each engine."""
    verdicts = int(sys.argv[1]) if len(sys.argv) > 1 else VERDICTS
    print(f"RSS in MiB, at the start and after each tenth of {verdicts:,} verdicts on {PROCEDURE}")
    for engine in ("meaning", "generated", "durable"):
        if engine == "durable" and not find_spec("durable_rules_engine"):
            print("durable    durable-rules is not installed")
            continue
        process = get_context("spawn").Process(target=run, args=(engine, verdicts))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
