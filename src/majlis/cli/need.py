"""`majlis need`: what a procedure needs, as a page or as a flowchart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from majlis.cli import options
from majlis.cli.output import show, show_json
from majlis.errors import InputError, Where
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
@click.option("--flow", metavar="FILE.svg", help="Draw the flowchart into this file; one that is there is replaced.")
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
    if flow is not None:
        _draw(found, Path(flow))
    if as_json:
        show_json(found.as_dict())
    elif flow is None:
        show(needs_page(found, matters=matters))
    else:
        click.echo(f"{flow} shows {found.procedure} in the edition of {found.edition}.")


def _draw(needs: Needs, file: Path) -> None:
    """Write the flowchart. Raises InputError where the file cannot be written."""
    from majlis.render.flow_svg import flow_svg

    try:
        file.write_text(flow_svg(needs), encoding="utf-8")
    except OSError as error:
        what = f"{file} cannot be written: {(error.strerror or 'it is no file').lower()}"
        raise InputError(what, where=Where("--flow"), remedy="Name a file in a folder that is there") from None
