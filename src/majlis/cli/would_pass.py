"""`majlis pass`: would a vote pass?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from majlis.cli import options
from majlis.cli.group import OPEN
from majlis.cli.output import STDOUT, chart_width, refuse_replacing, show, show_json, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from majlis.cli.options import F
    from majlis.questions.figures.swept import Sweep
    from majlis.questions.votes.vote import WouldPass


def figure(name: str, text: str) -> Callable[[F], F]:
    """An option for a figure that many votes have; any other is given by --field."""
    return click.option(f"--{name}", metavar="N", help=text)


@click.command("pass")
@click.argument("procedure", metavar="PROCEDURE")
@click.option("--matter", metavar="MATTER", help="What it is about; `majlis need PROCEDURE --matters` lists them.")
@click.option("--step", metavar="STEP", help="The step; by default the first that counts such figures.")
@click.option("--first", metavar="N", help="The votes in favour at the earlier vote that this one repeats.")
@figure("in-favour", "Votes in favour. Like every figure, a number, or bounds: 80..90.")
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
@click.option("--chamber", metavar="FILE", help="The blocs that vote: a chamber file, or a case with `chamber:`.")
@click.option("--roll-call", metavar="FILE", help="How each member voted: CSV, or a Popolo vote event (JSON).")
@click.option("--coalitions", is_flag=True, help="Who of the chamber can win together, for each majority.")
@click.option("--power", is_flag=True, help="How much power each bloc has, for each majority.")
@click.option("--chances", is_flag=True, help="How likely each majority is, and each end of the procedure.")
@click.option(
    "--chance",
    "choices",
    metavar="STEP.ACT=P",
    multiple=True,
    callback=options.pairs,
    help="With --chances: how likely a choice is that is no vote, such as a return.",
)
@click.option("--sweep", metavar="FIGURE", help="Try every number of one figure, or FIGURE=60..90: where does it turn?")
@click.option("--svg", metavar="FILE", help="Draw the answer; the file is replaced, - prints it.")
@options.edition()
@options.readings
@options.engine
@options.as_json
@click.pass_context
def pass_command(  # noqa: PLR0913 - one parameter for each option
    ctx: click.Context, /, *, procedure: str, matter: str | None, step: str | None, first: str | None,
    votes: dict[str, str], fields: dict[str, str], given: dict[str, str], date: datetime | None,
    chamber: str | None, roll_call: str | None, coalitions: bool, power: bool, chances: bool,
    choices: dict[str, str], sweep: str | None, svg: str | None,
    edition: str | None, readings: tuple[str, ...], engine: str | None, as_json: bool, **figures: str | None,
) -> None:  # fmt: skip
    """Would a vote in PROCEDURE pass, by how much, and what would change the answer?

    One step is judged by itself. What is not given is tried as all that it can be. Exit status: 0 when the answer
    is known (pass or fail), 2 input error, 3 when it is not determined; with --sweep 0.
    """
    known: dict[str, Any] = {name: value for name, value in figures.items() if value is not None}
    asked: dict[str, Any] = {
        "matter": matter, "step": step, "first": first, "date": date.date() if date else None, "edition": edition,
        "readings": readings, "given": given, "engine": engine, "votes": votes, **known, **fields,
    }  # fmt: skip
    seated = chamber is not None or roll_call is not None
    if sweep is not None and seated:
        raise click.UsageError(
            "--sweep tries the numbers of one figure, and a chamber gives all: leave one of them out"
        )
    refuse_replacing([chamber, (roll_call or "").partition("#")[0] or None], {"--svg": svg})
    if sweep is not None:
        _show_sweep(_swept(procedure, sweep, asked), svg, as_json=as_json)
        return
    asked |= _seated(procedure, chamber, roll_call)
    asked |= {"coalitions": coalitions, "power": power, "chances": chances, "choices": choices}
    found = _answer(procedure, asked)
    _show_answer(found, svg, as_json=as_json)
    ctx.exit(OPEN if found.settled is None and not found.impossible else 0)


def _answer(procedure: str, asked: dict[str, Any]) -> WouldPass:
    from majlis.questions.would_pass import would_pass

    return would_pass(procedure, **asked)


def _swept(procedure: str, figure: str, asked: dict[str, Any]) -> Sweep:
    from majlis.questions.sweep import sweep

    name, sign, between = figure.partition("=")
    return sweep(procedure, name.strip().replace("-", "_"), between=between if sign else None, **asked)


def _seated(procedure: str, chamber: str | None, roll_call: str | None) -> dict[str, Any]:
    """Who votes how, from a chamber file and from a roll call, as far as they are named."""
    found: dict[str, Any] = {}
    if chamber is not None:
        from majlis.cli.reading import open_document
        from majlis.scenario.chamber import open_chamber

        found["chamber"] = open_chamber(open_document(chamber), procedure.partition("/")[0])
    if roll_call is not None:
        from majlis.cli.reading import open_roll_call

        found["roll_call"] = open_roll_call(roll_call)
    return found


def _show_sweep(found: Sweep, svg: str | None, *, as_json: bool) -> None:
    from majlis.render.votes.sweep_table import sweep_page

    if svg is not None:
        from majlis.render.votes.sweep_svg import sweep_svg

        write(svg, sweep_svg(found), "--svg")
    if svg == STDOUT:
        return
    show_json(found.as_dict()) if as_json else show(sweep_page(found, chart_width()))


def _show_answer(found: WouldPass, svg: str | None, *, as_json: bool) -> None:
    from majlis.render.vote import vote_page

    if svg is not None:
        from majlis.render.vote import vote_picture

        write(svg, vote_picture(found), "--svg")
    if svg == STDOUT:
        return
    show_json(found.as_dict()) if as_json else show(vote_page(found, chart_width()))
