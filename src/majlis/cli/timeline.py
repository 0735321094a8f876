"""`majlis timeline`: what is due when, for a procedure that begins on a day or for a case."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from majlis.cli import options
from majlis.cli.output import STDOUT, exists, refuse_replacing, show, show_json, write
from majlis.cli.reading import open_file
from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.procedure.library import procedures
from majlis.questions.timeline import timeline
from majlis.render.timeline import timeline_page

if TYPE_CHECKING:
    from majlis.questions.timed import Timeline

_FOR_PROCEDURES = ("begins", "done", "given", "matter")


def _days(_: click.Context, option: click.Parameter, items: tuple[str, ...]) -> dict[str, Any]:
    """Steps with their days, given as STEP=DATE or STEP=DATE,FIELD=VALUE,..."""
    found: dict[str, Any] = {}
    for item in items:
        head, *fields = item.split(",")
        ((name, day),) = options.pairs(_, option, (head,)).items()
        if name in found:
            raise click.BadParameter(f"{name} is given twice; write '{name} 2=DATE' for a second time", param=option)
        given = options.pairs(_, option, tuple(fields))
        if twice := sorted({"act", "date"} & given.keys()):
            raise click.BadParameter(f"{name} is given its {twice[0]} twice", param=option)
        found[name] = {"date": day, **given} if fields else day
    return found


@click.command("timeline")
@click.argument("subject", metavar="PROCEDURE|FILE")
@click.option("--from", "begins", metavar="DATE", help="The day on which the procedure begins, or `unknown`.")
@click.option(
    "--done",
    metavar="STEP=DATE[,FIELD=VALUE...]",
    multiple=True,
    callback=_days,
    help="The day of a step or act that is done, or of a fact that starts a period; with figures where they matter.",
)
@click.option("--given", metavar="NAME=VALUE", multiple=True, callback=options.pairs, help="A fact that is known.")
@click.option("--matter", metavar="MATTER", help="What the procedure is about.")
@click.option("--as-of", metavar="DATE", help="The day of judgement; by default that of the last act that is given.")
@click.option("--backwards", is_flag=True, help="Count back: when must it begin, to be at its end by a day?")
@click.option("--by", metavar="DATE", help="With --backwards: the day by which the end must be reached.")
@click.option(
    "--to",
    metavar="NAME",
    help="With --backwards: the outcome or step to be reached; the answer says which.",
)
@click.option("--via", metavar="STEP", multiple=True, help="With --backwards: a step that must lie on the way.")
@options.edition("Count by this edition whatever the dates.")
@options.readings
@options.engine
@click.option("--ics", metavar="FILE", help="Write a calendar file, which is replaced; - prints it.")
@click.option(
    "--name", metavar="NAME", default="", help="With --ics: what the case is called, so that two of one day differ."
)
@click.option("--csv", metavar="FILE", help="Write a table, a row for each period; the file is replaced; - prints it.")
@click.option("--svg", metavar="FILE", help="Draw the timeline into this file, which is replaced; - prints it.")
@options.as_json
@click.pass_context
def timeline_command(  # noqa: PLR0913 - one parameter for each option
    ctx: click.Context, /, *, subject: str, backwards: bool, by: str | None, to: str | None, via: tuple[str, ...],
    edition: str | None, readings: tuple[str, ...], engine: str | None, as_of: str | None,
    ics: str | None, name: str, csv: str | None, svg: str | None, as_json: bool, **plan: Any,
) -> None:  # fmt: skip
    """Say what is due when, and by which count: for PROCEDURE begun on a day, or for the case in FILE.

    Every step has its first and last day, who must act, the provision and the count. What depends on a step that
    is still open is relative until --done gives its day. For a case, each step is in time, late, premature, open,
    overdue, impossible or undated; what may come next is said first. With --backwards, the latest days are counted
    back from an end. Exit status: 0 every period was kept, 1 one was not, 2 input error, 3 a missing day or fact
    leaves it open.
    """
    if [ics, csv, svg].count(STDOUT) + as_json > 1:
        raise click.UsageError("only one of --json, --ics -, --csv - and --svg - can be printed at a time")
    if backwards:
        if any((plan["begins"], plan["done"], as_of, ics, csv, svg)):
            raise click.UsageError("--backwards does not go with --from, --done, --as-of, --ics, --csv or --svg")
        facts = {"matter": plan["matter"], "given": plan["given"]}
        _backwards(subject, by, as_json=as_json, to=to, via=via, edition=edition, readings=readings, **facts)
        return
    if by or to or via:
        raise click.UsageError("--by, --to and --via go only with --backwards")
    if name and ics is None:
        raise click.UsageError("--name goes with --ics")
    files = {"--ics": ics, "--csv": csv, "--svg": svg}
    refuse_replacing([subject], files)
    found = _timeline(subject, plan, edition=edition, readings=readings, engine=engine, as_of=as_of)
    named = [(option, file) for option, file in files.items() if file is not None]
    made = [(file, _made(option, found, name), option) for option, file in named]
    for file, content, option in made:
        write(file, content, option)
    if as_json:
        show_json(found.as_dict())
    elif STDOUT not in files.values():
        written = ", ".join(file for _, file in named)
        click.echo(f"{written}: {found.title}.") if written else show(timeline_page(found))
    ctx.exit(found.exit)


def _timeline(subject: str, plan: dict[str, Any], *, as_of: str | None, **asked: Any) -> Timeline:
    """The timeline of a procedure, or of the case in a file. Raises InputError."""
    if subject in procedures():
        return timeline(subject, **plan, **asked, as_of=as_of)
    if given := [f"--{'from' if name == 'begins' else name}" for name in _FOR_PROCEDURES if plan[name]]:
        raise _no_procedure(subject, given[0])
    if not Path(subject).suffix and subject != "-" and not exists(subject):
        raise _no_procedure(subject, "")
    edition, day = asked.pop("edition"), _as_of(as_of)
    return open_file(subject).answer(lambda case: timeline(case, as_of=day, **asked), edition, asked["readings"])


def _as_of(text: str | None) -> date | None:
    from majlis.questions.backwards import day_in

    return None if text is None else day_in(text, "--as-of")


def _no_procedure(subject: str, option: str) -> InputError:
    if option:
        what = f"{option} is for procedures, and {subject[:60]!r} is none"
        case = subject == "-" or exists(subject)
        return InputError(what, remedy="A case has it in its file" if case else remedy(subject, procedures()))
    return InputError(f"{subject[:60]!r} is neither a procedure nor a file", remedy=remedy(subject, procedures()))


def _backwards(subject: str, by: str | None, *, as_json: bool, **asked: Any) -> None:
    """Print the latest days of a procedure that must be at an end by a day."""
    from majlis.questions.backwards import backwards
    from majlis.render.backwards import backwards_page

    if by is None:
        raise click.UsageError("--backwards needs --by DATE, the day by which the end must be reached")
    found = backwards(subject, by, **asked)
    show_json(found.as_dict()) if as_json else show(backwards_page(found))


def _made(option: str, found: Timeline, name: str) -> str | bytes:
    """What an option writes."""
    if option == "--csv":
        from majlis.render.timeline_table import csv_text

        return csv_text(found)
    if option == "--svg":
        from majlis.render.timeline_svg import timeline_svg

        return timeline_svg(found)
    from majlis.render.calendar_file import calendar_file

    return calendar_file(found, datetime.now(UTC), name=name)
