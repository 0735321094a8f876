"""`majlis pass`: would a vote pass?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from majlis.cli import options
from majlis.cli.group import OPEN
from majlis.cli.output import show, show_json
from majlis.questions.would_pass import would_pass
from majlis.render.vote import vote_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from majlis.cli.options import F


def figure(name: str, text: str) -> Callable[[F], F]:
    """An option for a figure that many votes have; any other is given by --field."""
    return click.option(f"--{name}", metavar="N", help=text)


@click.command("pass")
@click.argument("procedure", metavar="PROCEDURE")
@click.option("--matter", metavar="MATTER", help="The matter that the vote is about.")
@click.option("--step", metavar="STEP", help="The step; by default the first that counts such figures.")
@click.option("--first", metavar="N", help="The votes in favour at the earlier vote that this one repeats.")
@figure("in-favour", "Votes in favour.")
@figure("against", "Votes against.")
@figure("abstained", "Abstentions.")
@figure("not-voting", "Members who are present and do not vote.")
@figure("absent", "Members who are absent.")
@figure("sitting", "Members who hold a mandate on that day.")
@click.option("--votes", metavar="A=N,B=N", callback=options.tally, help="Votes by candidate.")
@figure("participants", "Voters who took part.")
@figure("valid-votes", "Valid votes.")
@figure("invalid", "Votes that are not valid.")
@click.option(
    "--field",
    "fields",
    metavar="NAME=VALUE",
    multiple=True,
    callback=options.pairs,
    help="Another field of the act, or STEP.NAME of another step's.",
)
@click.option("--given", metavar="NAME=VALUE", multiple=True, callback=options.pairs, help="A fact of the case.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day of the vote, which decides the edition.",
)
@options.edition()
@options.readings
@options.engine
@options.as_json
@click.pass_context
def pass_command(  # noqa: PLR0913 - one parameter for each option
    ctx: click.Context, /, *, procedure: str, matter: str | None, step: str | None, first: str | None,
    votes: dict[str, str], fields: dict[str, str], given: dict[str, str], date: datetime | None,
    edition: str | None, readings: tuple[str, ...], engine: str | None, as_json: bool, **figures: str | None,
) -> None:  # fmt: skip
    """Would a vote in PROCEDURE pass, by how much, and what would change the answer?

    One step is judged by itself. What is not given is tried both ways where it has few values. Exit status:
    0 when the answer is known (pass or fail), 2 input error, 3 when it is not determined.
    """
    known: dict[str, Any] = {name: value for name, value in figures.items() if value is not None}
    found = would_pass(
        procedure, matter=matter, step=step, first=first, date=date.date() if date else None, edition=edition,
        readings=readings, given=given, engine=engine, votes=votes, **known, **fields,
    )  # fmt: skip
    if as_json:
        show_json(found.as_dict())
    else:
        show(vote_page(found))
    ctx.exit(OPEN if found.settled is None and not found.impossible else 0)
