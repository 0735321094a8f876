"""`majlis check`: is the content sound, and what of the text does it cover?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from majlis.cli import options
from majlis.cli.group import BREACHED
from majlis.cli.output import show, show_json
from majlis.questions.check import check
from majlis.render.checked import BY, checked_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from majlis.law.coverage import Severity

SEVERITIES = ("high", "medium", "low")


@click.command("check")
@click.option("--by", type=click.Choice(tuple(BY)), multiple=True, help="Count the clauses by this; by default kind.")
@click.option("--left-out", is_flag=True, help="List what is left out, each with the reason.")
@click.option("--gaps", is_flag=True, help="Find where the text leaves a gap, each with a case; needs the extra proof.")
@click.option("--declared", is_flag=True, help="With --gaps: only list those of the survey, and where they lie open.")
@click.option("--severity", type=click.Choice(SEVERITIES), multiple=True, help="With --gaps: only those as grave.")
@click.option("--prove", is_flag=True, help="Prove or refute what should hold of every case; needs the extra proof.")
@click.option("--procedure", "procedures", multiple=True, metavar="PROCEDURE", help="With --prove or --gaps: it alone.")
@click.option("--claims", is_flag=True, help="With --prove: list the claims that are proved, too.")
@click.option("--save", metavar="FOLDER", help="Write the cases that show something as scenario files.")
@options.as_json
@click.pass_context
def check_command(  # noqa: PLR0913 - one parameter for each option
    context: click.Context, *, by: tuple[str, ...], left_out: bool, gaps: bool, declared: bool, prove: bool,
    severity: tuple[Severity, ...], procedures: tuple[str, ...], claims: bool, save: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Check all rules, procedures and scenarios, and count what of the texts they cover.

    Every clause that a survey of the texts found is encoded, or left out for a stated reason. It is a fault
    when one is in neither list, when something that is named does not exist, when no procedure uses a
    provision, when no scenario tries it, when a scenario does not end as its author expects, or when a
    citation leads to nothing.

    With --prove a solver looks at all cases at once: can each norm be kept and broken, do two duties conflict, does
    every case end in exactly one way, do more votes ever hurt, can every step be reached? A claim that does not hold
    comes with a case that shows it.

    With --gaps a solver looks for places where a case comes to a halt, where no period or majority is set that can be
    kept, or where two readings decide one case in two ways: by severity, with the shortest case; --severity high shows
    the gravest alone. Gaps are no faults.

    Exit status: 0 without faults, 1 with some, 2 when a file cannot be used.
    """
    _fit_together(context)
    if prove:
        from majlis.cli.proving import proved

        context.exit(0 if proved(procedures, claims=claims, save=save, as_json=as_json) else BREACHED)
    if gaps and not declared:
        from majlis.cli.gaps import gaps_shown

        gaps_shown(procedures, severity, save=save, as_json=as_json)
        context.exit(0)
    found = check(_progress)
    if as_json:
        show_json(found.as_dict())
    else:
        show(checked_page(found, by or ("kind",), left_out=left_out, gaps=gaps))
    context.exit(BREACHED if found.faults else 0)


# With which options each of these goes; without either, with the rest.
_WITH = {"prove": {"procedures", "claims", "save"}, "gaps": {"procedures", "declared", "severity", "save"}}


def _fit_together(context: click.Context) -> None:
    """Refuse options that say nothing beside others, rather than pass over them."""
    given = {name for name, value in context.params.items() if value and name != "as_json"}
    named = {each.name: each.opts[0] for each in context.command.params}
    chosen = [name for name in _WITH if name in given]
    if len(chosen) > 1:
        raise click.UsageError("--prove and --gaps each have an answer of their own: ask one after the other")
    wanted = _WITH[chosen[0]] | set(chosen) if chosen else set(named) - {each for few in _WITH.values() for each in few}
    wanted |= {"by", "left_out"} if "declared" in given else set()  # what is declared stands in the plain report
    odd = sorted(str(named[name]) for name in given - wanted)
    if odd:
        beside = f"--{chosen[0]}" if chosen else "neither --prove nor --gaps"
        raise click.UsageError(f"{', '.join(odd)} says nothing with {beside}: leave it out, or see --help")


def _progress(files: list[Path]) -> Iterable[Path]:
    """The files, with a bar on a terminal's error stream while they are decided."""
    return _with_bar(files) if sys.stderr.isatty() else files


def _with_bar(files: list[Path]) -> Iterator[Path]:
    with click.progressbar(files, label="Deciding the scenarios", file=sys.stderr) as bar:
        yield from bar
