"""What `majlis check --gaps` does: looks for gaps with a bar, and writes their cases as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from majlis.cli.output import show, show_json
from majlis.cli.saving import save_scenarios
from majlis.questions.gaps.finding import found_gaps
from majlis.render.gaps import gaps_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.law.coverage import Severity
    from majlis.questions.gaps.gap import Gaps


def gaps_shown(
    procedures: tuple[str, ...], severity: tuple[Severity, ...] = (), *, save: str | None, as_json: bool
) -> None:
    """Look for gaps, print those of some severities (all by default), and write the case of each.

    Raises InputError for an unknown procedure, where the solver is not installed, and where a file cannot be written.
    """
    found = found_gaps(procedures or None, _with_bar if sys.stderr.isatty() else list)
    if severity:
        found = found.of(severity)
    saved = save_scenarios(Path(save), _cases(found)) if save else {}
    if as_json:
        show_json(found.as_dict())
    else:
        show(gaps_page(found, saved))


def _cases(found: Gaps) -> Iterator[tuple[int, str, str, dict[str, Any]]]:
    """The place, the file name, the title and the scenario of each gap that a case falls into."""
    for place, gap in enumerate(found.gaps):
        if gap.scenario:
            name = "_".join((gap.kind, gap.places[0].partition("/")[2], *gap.readings))
            yield place, name, gap.says, gap.scenario


def _with_bar(names: list[str]) -> Iterable[str]:
    with click.progressbar(names, label="Looking for gaps", file=sys.stderr) as bar:
        yield from bar
