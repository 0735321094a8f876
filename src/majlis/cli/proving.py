"""What `majlis check --prove` does: proofs with a bar, and their witnesses as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from majlis.cli.output import show, show_json
from majlis.cli.saving import ready, save_scenarios
from majlis.questions.proof.claim import Fate
from majlis.questions.proof.prove import prove
from majlis.render.proofs import proofs_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.questions.proof.examine import Examined
    from majlis.questions.proof.prove import Proofs


def proved(procedures: tuple[str, ...], *, claims: bool, save: str | None, as_json: bool) -> bool:
    """Prove what can be proved, print it, and save the witnesses; does every claim hold?

    Raises InputError for an unknown procedure, where the solver is not installed, and where a file cannot be written.
    """
    if save:
        ready(Path(save))
    found = prove(procedures, progress=_with_bar if sys.stderr.isatty() else None)
    saved = save_scenarios(Path(save), _witnesses(found)) if save else {}
    if as_json:
        show_json(found.as_dict())
    else:
        show(proofs_page(found, claims=claims, saved=saved))
    return found.holds


def _witnesses(found: Proofs) -> Iterator[tuple[int, str, str, dict[str, object]]]:
    """The place, the file name, the title and the scenario of each claim that does not hold."""
    for place, claim in enumerate(found.claims):
        if claim.witness and claim.fate in (Fate.REFUTED, Fate.KNOWN):
            name = "_".join((claim.kind, claim.procedure, claim.editions[-1], claim.about, *claim.readings))
            if claim.beside:
                yield -1 - place, f"{name}_beside", f"To be held against the other: {claim.says}", claim.beside
            yield place, name, f"Shows that this does not hold: {claim.says}", claim.witness


def _with_bar(examined: Iterator[Examined], count: int) -> Iterable[Examined]:
    with click.progressbar(examined, length=count, label="Proving", file=sys.stderr) as bar:
        yield from bar
