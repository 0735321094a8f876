"""`majlis explain`: a provision across its editions."""

from __future__ import annotations

import click

from majlis.cli import options
from majlis.cli.output import show, show_json
from majlis.questions.explain import explain
from majlis.render.explained import explained_page


@click.command("explain")
@click.argument("cite", metavar="CITE")
@click.option("--constitution", metavar="NAME", help="The constitution; by default the one in force last.")
@options.edition("Show this edition only.")
@options.as_json
def explain_command(*, cite: str, constitution: str | None, edition: str | None, as_json: bool) -> None:
    """Explain the provision CITE: an article, a paragraph, or one norm of it (with `:word`).

    Shows what it says in each edition and what changed, its readings with their sources, the procedures that
    use it, and where these are silent. CITE may begin with the name of a constitution and a slash.
    """
    found = explain(cite, constitution=constitution, edition=edition)
    if as_json:
        show_json([each.as_dict() for each in found])
    else:
        show(explained_page(found))
