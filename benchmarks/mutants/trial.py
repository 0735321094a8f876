"""One mutant on trial: is it refused, noticed by a case, or not different at all?"""

from __future__ import annotations

import signal
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.mutants.cases import KnownCase, concerned, noticing, noticing_readings
from benchmarks.mutants.catalogue import touched
from benchmarks.mutants.in_place import mutated
from benchmarks.mutants.lowered import fingerprint, same_meaning

from majlis.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchmarks.mutants.mutant import Mutant

REFUSED, SCENARIO, TEST, PROPERTY, PROOF = "refused", "scenario", "test", "property", "proof"
SAME, SURVIVED, TOO_LONG = "same", "survived", "too long"
CAUGHT = (REFUSED, SCENARIO, TEST, PROPERTY, PROOF)
_FRAME = "/constitution.yaml"
PATIENCE = 120
"""Seconds after which a trial is given up."""


@dataclass(frozen=True)
class Tried:
    """What became of a mutant: its fate, who caught it, and how long that took (seconds)."""

    id: str
    file: str
    line: int
    kind: str
    change: str
    fate: str
    by: str
    seconds: float

    def as_dict(self) -> dict[str, Any]:
        """The result as plain data."""
        return asdict(self)


def result(mutant: Mutant, fate: str, by: str, began: float) -> Tried:
    """A result, timed."""
    spent = round(time.perf_counter() - began, 3)
    return Tried(mutant.id, mutant.file, mutant.line, mutant.kind, mutant.change, fate, by, spent)


class TookTooLongError(Exception):
    """A trial ran out of time."""


@contextmanager
def patience(seconds: int) -> Iterator[None]:
    """Raise TookTooLongError in the main thread when the time is up."""

    def give_up(*_: object) -> None:
        raise TookTooLongError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


class Trial:
    """Tries mutants against the cases."""

    def __init__(self, cases: Mapping[str, list[KnownCase]]) -> None:
        self._cases = cases
        self._before: dict[str, str] = {}

    def tried(self, mutant: Mutant) -> Tried:
        """What becomes of a mutant before any test is run."""
        began = time.perf_counter()
        names = touched(mutant)
        for name in names:
            if name not in self._before:
                self._before[name] = fingerprint(name)
        try:
            with patience(PATIENCE), mutated(mutant):
                fate, by = self._fate(mutant, names)
        except InputError as error:
            fate, by = REFUSED, str(error.what)
        except TookTooLongError:
            fate, by = TOO_LONG, ""
        return result(mutant, fate, by, began)

    def _fate(self, mutant: Mutant, names: tuple[str, ...]) -> tuple[str, str]:
        cases = concerned(mutant, [case for name in names for case in self._cases.get(name, ())])
        try:
            noticed = noticing(mutant, cases)
            # The days of an edition stand in no program: of these it does not tell whether all is the same.
            if noticed is None and not mutant.file.endswith(_FRAME) and same_meaning(names, self._before):
                return SAME, ""
            noticed = noticed or noticing_readings(mutant, cases)
        except InputError as error:
            same_meaning(names, self._before)  # raises where it is the rules that are at fault
            return SCENARIO, f"a case is refused: {error.what}"
        except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, AssertionError) as error:
            return SCENARIO, f"a case breaks down: {error!r}"
        return (SCENARIO, noticed.file) if noticed else (SURVIVED, "")
