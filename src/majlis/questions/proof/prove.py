"""Is the encoded law whole and free of contradiction? Every claim about every procedure, on all processors."""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from majlis.engines.proof import solver
from majlis.errors import InputError
from majlis.law.library import constitutions, law
from majlis.law.places import content, content_at
from majlis.nearest import remedy
from majlis.procedure.library import procedures
from majlis.questions.faults import Fault  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.questions.proof.about_all import claims_about_all
from majlis.questions.proof.claim import Claim, Fate
from majlis.questions.proof.examine import Examined, examine
from majlis.questions.proof.known import marked, stale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path


SCHEMA = "majlis/proofs/1"


@dataclass(frozen=True)
class Proofs:
    """Every claim with its fate; faults are entries of the list of known claims that meet nothing."""

    claims: tuple[Claim, ...]
    faults: tuple[Fault, ...]
    procedures: tuple[str, ...]

    def of(self, fate: Fate) -> tuple[Claim, ...]:
        """The claims of one fate."""
        return tuple(claim for claim in self.claims if claim.fate is fate)

    @property
    def holds(self) -> bool:
        """Is no claim refuted?"""
        return not self.of(Fate.REFUTED) and not self.faults

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        counts = {fate.value: len(self.of(fate)) for fate in Fate}
        return {"schema": SCHEMA, "holds": self.holds, "counts": counts, **asdict(self)}


def prove(
    names: Iterable[str] = (), *, progress: Callable[[Iterator[Examined], int], Iterable[Examined]] | None = None
) -> Proofs:
    """Prove or refute every claim about some procedures, all by default. `progress` sees each as it is done.

    Claims about a norm look at every procedure in which it governs a step, so that a choice of procedures leaves
    them out. Raises InputError for an unknown procedure, and where the solver is not installed.
    """
    solver()
    chosen = _chosen(names)
    looked = _each(chosen)
    found = sorted(progress(looked, len(chosen)) if progress else looked, key=lambda each: each.procedure)
    claims = [claim for each in found for claim in each.claims]
    claims += claims_about_all(found, whole=len(chosen) == len(procedures()))
    known = [marked(law(name), claims) for name in constitutions()]
    named = [entry for _, entries in known for entry in entries]
    for told, _ in known:
        claims = [told.get(id(claim), claim) for claim in claims]
    faults = [] if len(chosen) < len(procedures()) else list(stale(named))
    return Proofs(tuple(claims), tuple(faults), chosen)


def _chosen(names: Iterable[str]) -> tuple[str, ...]:
    known = procedures()
    chosen = tuple(dict.fromkeys(names))
    for name in chosen:
        if name not in known:
            raise InputError(f"unknown procedure {name!r}", remedy=remedy(name, known))
    return chosen or known


def _each(names: tuple[str, ...]) -> Iterator[Examined]:
    """What was found of each procedure, in the order in which they are done."""
    workers = min(os.cpu_count() or 1, len(names))
    if workers < 2:
        yield from map(examine, names)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_stops_at_once)
    try:
        for done in as_completed([pool.submit(_examined, content(), name) for name in names]):
            yield done.result()
    finally:  # an interruption or an error ends what is still to be done
        pool.shutdown(wait=False, cancel_futures=True)


def _stops_at_once() -> None:
    """Let an interruption end a process without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _examined(folder: Path, name: str) -> Examined:
    """What a process of its own finds of a procedure: it reads the content that is in use here."""
    with content_at(folder):
        return examine(name)
