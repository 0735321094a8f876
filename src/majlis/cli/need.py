"""`majlis need`: what a procedure needs, as a page or as a flowchart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from majlis.cli import options
from majlis.cli.output import STDOUT, show, show_json, write
from majlis.questions.need import need
from majlis.render.needs import needs_page

if TYPE_CHECKING:
    from majlis.questions.needs import Needs


@click.command("need")
@click.argument("procedure", metavar="PROCEDURE")
@click.option("--matter", metavar="MATTER", help="Only what holds for this matter.")
@click.option("--matters", is_flag=True, help="List the matters that there are, each with its title.")
@click.option(
    "--given", metavar="NAME=VALUE", multiple=True, callback=options.pairs, help="Only what holds with this fact."
)
@options.edition()
@options.readings
@click.option("--flow", metavar="FILE.svg", help="Draw the flowchart into this file, which is replaced; - prints it.")
@options.as_json
def need_command(  # noqa: PLR0913 - one parameter for each option
    *, procedure: str, matter: str | None, matters: bool, given: dict[str, str], edition: str | None,
    readings: tuple[str, ...], flow: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Say what PROCEDURE needs before anything happens.

    Step by step: who acts, the majority that is due, the period, and what follows when the step is done,
    fails, comes too late or never comes, or that the text does not say. Steps that cannot be reached, and
    provisions that cannot apply, are left out. With --flow the same is drawn as a flowchart instead.
    """
    found = need(procedure, matter=matter, edition=edition, readings=readings, given=given)
    if flow == STDOUT and as_json:
        raise click.UsageError("--flow - and --json both print: leave one of them out")
    if flow is not None:
        _draw(found, flow)
    if as_json:
        show_json(found.as_dict())
    elif flow is None:
        show(needs_page(found, matters=matters))
    elif flow != STDOUT:
        click.echo(f"{flow} shows {found.procedure} in the edition of {found.edition}.")


def _draw(needs: Needs, file: str) -> None:
    """Write or print the flowchart. Raises InputError where the file cannot be written."""
    from majlis.render.flow_svg import flow_svg

    write(file, flow_svg(needs), "--flow")
