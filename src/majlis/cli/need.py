"""`majlis need`: what a procedure needs."""

from __future__ import annotations

import click

from majlis.cli import options
from majlis.cli.output import show, show_json
from majlis.questions.need import need
from majlis.render.needs import needs_page


@click.command("need")
@click.argument("procedure", metavar="PROCEDURE")
@click.option("--matter", metavar="MATTER", help="Only what holds for this matter.")
@options.edition()
@options.readings
@options.as_json
def need_command(
    *, procedure: str, matter: str | None, edition: str | None, readings: tuple[str, ...], as_json: bool
) -> None:
    """Say what PROCEDURE needs before anything happens.

    Step by step: who acts, the majority that is due, the period, and what follows when the step is done,
    fails, comes too late or never comes, or that the text does not say.
    """
    found = need(procedure, matter=matter, edition=edition, readings=readings)
    if as_json:
        show_json(found.as_dict())
    else:
        show(needs_page(found))
