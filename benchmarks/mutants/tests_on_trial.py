"""The tests that reckon by hand and the properties, run in one pytest session: which of them notice a mutant.

The tests are collected once. For each mutant a process is forked in which nothing has been decided yet, so that
what tests remember belongs to the mutant.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import time
from collections import defaultdict
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from _pytest.runner import runtestprotocol
from benchmarks.mutants.catalogue import touched
from benchmarks.mutants.in_place import mutated
from benchmarks.mutants.trial import PATIENCE, PROPERTY, SURVIVED, TEST, TOO_LONG, TookTooLongError, patience, result
from benchmarks.mutants.workers import in_parallel

from majlis.errors import InputError
from majlis.questions import judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.mutants.mutant import Mutant
    from benchmarks.mutants.trial import Tried

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[2]
PROPERTIES = "tests/properties"
FILES = ("tests/numbers", "tests/timelines/test_counted_*.py", "tests/timelines/test_latest_*.py", PROPERTIES)
"""The tests whose expectations come from the text, or hold of any law; the others compare the engine with itself."""
OF_THE_ENGINE = ("order_of_the_acts", "same_digest", "another_digest", "json_and_in_yaml", "both_engines")
"""The properties that hold of an engine, whatever the law."""
LONGEST = 4.0
"""Seconds that a test may take to be tried on each mutant."""


class Covered:
    """Which procedures each test decides by, and how long it takes."""

    def __init__(self) -> None:
        self.procedures: dict[str, set[str]] = defaultdict(set)
        self.seconds: dict[str, float] = {}

    def near(self, items: Sequence[pytest.Item], names: Sequence[str]) -> list[pytest.Item]:
        """The tests that decide by some of the procedures: those that reckon first, the narrowest before others."""
        wanted = set(names)
        found = [each for each in items if self.procedures.get(each.nodeid, set()) & wanted]
        return sorted(found, key=self._order)

    def _order(self, item: pytest.Item) -> tuple[bool, int, float]:
        name = item.nodeid
        return name.startswith(PROPERTIES), len(self.procedures[name]), self.seconds[name]


class Session:
    """A pytest session that tries mutants instead of running each test once."""

    def __init__(self, mutants: Sequence[Mutant], processes: int, told: Callable[[Tried], None]) -> None:
        self._mutants = mutants
        self._processes = processes
        self._told = told

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant."""
        items = [each for each in session.items if not any(name in each.name for name in OF_THE_ENGINE)]
        covered = _in_a_fork(lambda: _covered(items))
        kept = [each for each in items if covered.seconds.get(each.nodeid, LONGEST) < LONGEST]
        print(f"{len(kept):,} of {len(session.items):,} tests are tried", file=sys.stderr, flush=True)

        def tried(mutant: Mutant) -> Tried:
            near = covered.near(kept, touched(mutant))
            return _in_a_fork(lambda: _tried(mutant, near))

        for each in in_parallel(tried, self._mutants, self._processes):
            self._told(each)
        return True


def try_tests(mutants: Sequence[Mutant], processes: int, told: Callable[[Tried], None]) -> None:
    """Run the tests on each mutant, and tell of each result as it comes."""
    files = [str(path) for each in FILES for path in sorted(ROOT.glob(each))]
    options = ["-p", "no:cacheprovider", "-p", "no:xdist", f"--rootdir={ROOT}"]
    with redirect_stdout(io.StringIO()):  # pytest has nothing to say: the results are told as they come
        pytest.main([*options, *files], plugins=[Session(mutants, processes, told)])


def _tried(mutant: Mutant, items: Sequence[pytest.Item]) -> Tried:
    began = time.perf_counter()
    try:
        with patience(PATIENCE), mutated(mutant):
            failed = next((each for each in items if _fails(each)), None)
    except InputError as error:
        return result(mutant, TEST, str(error.what), began)
    except TookTooLongError:
        return result(mutant, TOO_LONG, "", began)
    if failed is None:
        return result(mutant, SURVIVED, "", began)
    return result(mutant, PROPERTY if failed.nodeid.startswith(PROPERTIES) else TEST, failed.nodeid, began)


def _fails(item: pytest.Item) -> bool:
    reports = runtestprotocol(item, nextitem=None, log=False)
    return any(each.failed for each in reports)


def _covered(items: Sequence[pytest.Item]) -> Covered:
    found = Covered()
    for item in items:
        began = time.perf_counter()
        with _noting(found.procedures[item.nodeid]):
            failed = _fails(item)
        if not failed:  # a test that fails without a mutant tells nothing
            found.seconds[item.nodeid] = time.perf_counter() - began
    return found


@contextmanager
def _noting(names: set[str]) -> Iterator[None]:
    """Note the procedure of every program that is asked for."""
    plain = vars(judgement)["_program"]

    def noted(procedure: Any, *others: Any) -> Any:
        names.add(procedure.name)
        return plain(procedure, *others)

    vars(judgement)["_program"] = noted
    try:
        yield
    finally:
        vars(judgement)["_program"] = plain


def _in_a_fork(made: Callable[[], T]) -> T:
    """What a function returns that runs in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        with os.fdopen(writing, "wb") as out:
            pickle.dump(made(), out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as back:
        told = back.read()
    os.waitpid(child, 0)
    found: T = pickle.loads(told)  # noqa: S301 - written by this very program a moment ago
    return found
