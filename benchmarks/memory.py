"""Does memory stay flat? RSS over many verdicts, engine by engine, each in a process of its own.

`python benchmarks/memory.py [VERDICTS] [--varied]`. Without `--varied` the scenarios of one procedure come round
and round; with it each is moved by a random number of days and put under random readings, so that new programs
are lowered and compiled all the time and old ones have to go.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import sys
import time
from importlib.util import find_spec
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.scenario.case import Case

PROCEDURE = "az-1995/law"
VERDICTS = 100_000
STEPS = 10
MIB = 2**20
FARTHEST = 3_000  # days by which a case is moved at most, either way


def resident() -> float:
    """The memory of this process now (MiB)."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / MIB


def the_cases() -> list[Case]:
    """Every scenario of the procedure, read and bound."""
    from majlis.documents.reader import read
    from majlis.law.places import content
    from majlis.scenario.case import read_case

    return [read_case(read(path)) for path in sorted((content() / "scenarios" / PROCEDURE).glob("*.yaml"))]


def varied(cases: list[Case]) -> Iterator[Case]:
    """The cases moved by random days and under random readings, without end."""
    from majlis.errors import InputError
    from majlis.questions.readings import known_readings
    from majlis.scenario.case import bind_case

    picks = random.Random(1995)  # noqa: S311 - no secret
    known = known_readings(cases[0].procedure)
    while True:
        scenario = picks.choice(cases).scenario
        gap = dt.timedelta(days=picks.randint(-FARTHEST, FARTHEST))
        acts = tuple(act.model_copy(update={"date": act.date + gap if act.date else None}) for act in scenario.acts)
        readings = tuple(
            f"{name}={picks.choice(sorted(choices))}" for name, choices in known.items() if picks.random() < 0.2
        )
        moved = {"acts": acts, "as_of": scenario.as_of + gap if scenario.as_of else None, "readings": readings}
        first = min((act.date for act in acts if act.date), default=None)
        if first and first > dt.date(1996, 1, 1):
            try:
                yield bind_case(scenario.model_copy(update=moved))
            except InputError:
                continue


def run(engine: str, verdicts: int, *, vary: bool) -> None:
    """Decide case after case in one process, and print the memory on the way."""
    from majlis.questions.decide import Decider

    cases = the_cases()
    decider = Decider(engine)
    for case in cases:
        decider.decide(case)
    start, began = resident(), time.perf_counter()
    turn = varied(cases) if vary else cycle(cases)
    row = [f"{start:.0f}"]
    for _ in range(STEPS):
        for case in islice(turn, verdicts // STEPS):
            decider.decide(case)
        row.append(f"{resident():.0f}")
    rate = verdicts / (time.perf_counter() - began)
    print(f"{engine:10} {' '.join(row)}  grew {resident() - start:+.1f} MiB, {rate:,.0f} verdicts/s", flush=True)


def main() -> None:
    """One fresh process for each engine."""
    vary = "--varied" in sys.argv
    counts = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    verdicts = counts[0] if counts else VERDICTS
    kind = "varied cases" if vary else "cases round and round"
    print(f"RSS in MiB, at the start and after each tenth of {verdicts:,} verdicts on {PROCEDURE}, {kind}", flush=True)
    for engine in ("meaning", "generated", "durable"):
        if engine == "durable" and not find_spec("durable_rules_engine"):
            print("durable    durable-rules is not installed")
            continue
        process = get_context("spawn").Process(target=run, args=(engine, verdicts), kwargs={"vary": vary})
        process.start()
        process.join()


if __name__ == "__main__":
    main()
