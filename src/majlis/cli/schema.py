"""`majlis schema`: JSON Schemas."""

from __future__ import annotations

import click

from majlis.cli.output import show_json
from majlis.questions.schema import KINDS, schema


@click.command("schema")
@click.argument("kind", metavar="[KIND]", default="scenario", type=click.Choice(KINDS))
@click.option(
    "--constitution",
    metavar="NAME",
    help="The constitution whose acts and facts a scenario has; by default the one in force last.",
)
def schema_command(*, kind: str, constitution: str | None) -> None:
    """Print the JSON Schema of a KIND of file or answer, for editors and other programs.

    KIND is scenario (the default), chamber, rules, procedure, constitution, vocabulary, catalogue, coverage or claims,
    or an answer: verdict, pass, sweep, course_chances, need, who_acts, timeline, backwards, check, proofs, gaps,
    compare, compare_case, compare_draft, or explain (each part of what it prints).
    """
    show_json(schema(kind, constitution=constitution))
