"""All gaps of all procedures: every analysis in every edition, one case for each gap, and what the files declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.engines.proof import solver
from majlis.procedure.library import procedure, procedures
from majlis.questions.gaps.catalogued import catalogued, only_declared
from majlis.questions.gaps.gap import Gap, Gaps
from majlis.questions.gaps.looking import Looking
from majlis.questions.gaps.merging import drawn_together, merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from majlis.procedure.library import Procedure


def found_gaps(names: Iterable[str] | None = None, progress: Callable[[list[str]], Iterable[str]] = list) -> Gaps:
    """The gaps of some procedures (CONSTITUTION/PROCEDURE), by default of all, the gravest first.

    Gaps that a survey of the text alone declares are among them when all procedures of a constitution are asked
    for. Raises InputError where the solver is not installed, and for an unknown procedure.
    """
    solver()
    asked = list(procedures() if names is None else names)
    found = drawn_together(gap for name in progress(asked) for gap in gaps_of(procedure(name)))
    return Gaps(only_declared(catalogued(found), asked), len(asked))


def gaps_of(its: Procedure) -> list[Gap]:
    """The gaps of one procedure, without what a survey of the text knows of them. Raises InputError."""
    return list(merged(Looking(its)))
