"""`majlis procedures`, `editions`, `scenarios` and `provisions`: what there is."""

from __future__ import annotations

from dataclasses import asdict

import click

from majlis.cli import options
from majlis.cli.output import show, show_json
from majlis.questions.listing import list_editions, list_procedures, list_provisions, list_scenarios
from majlis.render.lists import (
    editions_page,
    procedures_page,
    provisions_csv,
    provisions_page,
    scenarios_page,
)


@click.command("procedures")
@options.as_json
def procedures_command(*, as_json: bool) -> None:
    """List the procedures, with their steps, their ends and the facts that a case may give."""
    found = list_procedures()
    if as_json:
        show_json([asdict(each) for each in found])
    else:
        show(procedures_page(found))


@click.command("editions")
@options.as_json
def editions_command(*, as_json: bool) -> None:
    """List the editions of the constitutions, with their first days.

    Where the sources leave the first day open, the window is shown in which it falls.
    """
    found = list_editions()
    if as_json:
        show_json([asdict(each) for each in found])
    else:
        show(editions_page(found))


@click.command("scenarios")
@click.argument("procedure", metavar="[PROCEDURE|FOLDER]", required=False)
@options.as_json
def scenarios_command(*, procedure: str | None, as_json: bool) -> None:
    """List the example cases, with what is expected of them: of one procedure or folder, or all.

    A folder named history has what really happened, one named chambers who holds the seats of a body.
    """
    found = list_scenarios(procedure)
    if as_json:
        show_json([asdict(each) for each in found])
    else:
        show(scenarios_page(found))


@click.command("provisions")
@click.option("--constitution", metavar="NAME", help="The constitution; by default all.")
@click.option("--kind", metavar="KIND", help="Only this kind: threshold, deadline, interval, competence ...")
@options.edition("Only as they stand in this edition; by default in all.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@options.as_json
def provisions_command(
    *, constitution: str | None, kind: str | None, edition: str | None, as_csv: bool, as_json: bool
) -> None:
    """List the provisions over all editions, with their numbers.

    One row stands for a provision in all editions in which it is the same.
    """
    if as_csv and as_json:
        raise click.UsageError("--csv and --json exclude each other")
    found = list_provisions(constitution=constitution, kind=kind, edition=edition)
    if as_json:
        show_json([asdict(each) for each in found])
    elif as_csv:
        click.echo(provisions_csv(found), nl=False)
    else:
        show(provisions_page(found))
