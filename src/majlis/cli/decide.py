"""`majlis decide`: the verdict on cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from majlis.cli import options
from majlis.cli.group import BREACHED, OPEN, REFUSED
from majlis.cli.output import show, show_json
from majlis.cli.reading import File, open_file
from majlis.errors import InputError, Where, printable
from majlis.questions.decide import Decider
from majlis.questions.expected import differences
from majlis.render.verdict import Row, table_page, verdict_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from majlis.questions.verdict import Verdict
    from majlis.questions.who_acts import WhoActs

ALL = "all"
T = TypeVar("T")
_WORST_FIRST = (REFUSED, BREACHED, OPEN, 0)


@click.command("decide")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@options.edition("Judge by this edition whatever the dates, or by each one in turn (`all`).")
@options.readings
@options.engine
@click.option("--check", is_flag=True, help="Compare with what the file expects; exit 1 where it differs.")
@click.option("--who-acts", is_flag=True, help="Say who acts for whom on that day, and who must act next.")
@click.option("--verbose", "-v", is_flag=True, help="Show every finding and every reason.")
@options.as_json
@click.pass_context
def decide_command(  # noqa: PLR0913 - one parameter for each option
    ctx: click.Context, files: tuple[str, ...], *, edition: str | None, readings: tuple[str, ...],
    engine: str | None, check: bool, who_acts: bool, verbose: bool, as_json: bool,
) -> None:  # fmt: skip
    """Hold the case in FILE (YAML or JSON; - reads standard input) against the text.

    The verdict comes first, then what it depends on, why, article by article, the deadlines, what is open.
    Several files make a table. Exit status: 0 nobody broke the procedure, 1 somebody did, 2 input error,
    3 undetermined; of several cases the worst, in the order 2, 1, 3, 0. With --check: 0 as expected, 1 not.
    With --who-acts: down the line of succession, who is in office and who acts; then who must act next, by when.
    """
    asked = _Asked(Decider(engine), edition, readings, check)
    single = len(files) == 1 and edition != ALL
    if who_acts and check:
        raise click.UsageError("--check compares verdicts: leave out --who-acts")
    if who_acts:
        ctx.exit(worst(_who_acts(files, asked, as_json=as_json, single=single)))
    answers = _answers(files, asked, lambda label, file, each: _row(label, file, asked, each))
    rows = [row or Row(label, None, REFUSED) for label, row in answers]
    if as_json:
        _json(rows, single=single)
    elif single and rows[0].verdict:
        show(verdict_page(rows[0].verdict, verbose=verbose))
    elif len(files) == 1 and all(row.verdict for row in rows):
        from majlis.render.side_by_side import side_by_side

        show(side_by_side({row.name: row.verdict for row in rows if row.verdict}))
    else:
        show(table_page(rows))
    ctx.exit(worst([row.status for row in rows]))


@dataclass(frozen=True)
class _Asked:
    """What is asked about every file."""

    decider: Decider
    edition: str | None
    readings: tuple[str, ...]
    check: bool


def worst(statuses: list[int]) -> int:
    """The exit status that stands for several: input error, then breach, then undetermined, then none."""
    return next(status for status in _WORST_FIRST if status in statuses)


def _answers(
    files: tuple[str, ...], asked: _Asked, answer: Callable[[str, File, str | None], T]
) -> list[tuple[str, T | None]]:
    """An answer for each file or, for each edition of it, under a label; none where the file cannot be used.

    Such an error ends the run where the file stands alone.
    """
    found: list[tuple[str, T | None]] = []
    for name in files:
        try:
            file = open_file(name)
            labels = _labels(name, file, asked, alone=len(files) == 1)
            found += [(label, answer(label, file, edition)) for label, edition in labels]
        except InputError as error:
            if len(files) == 1:
                raise
            click.echo(f"Error: {printable(error.at(Where(name)).message())}", err=True)
            found.append((name, None))
    return found


def _labels(name: str, file: File, asked: _Asked, *, alone: bool) -> list[tuple[str, str | None]]:
    if asked.edition != ALL:
        return [(name, asked.edition)]
    return [(each if alone else f"{name} ({each})", each) for each in file.case.procedure.law.editions]


def _who_acts(files: tuple[str, ...], asked: _Asked, *, as_json: bool, single: bool) -> list[int]:
    """Print who acts in each case, and return the exit statuses."""
    from majlis.questions.who_acts import who_acts
    from majlis.render.who_acts import who_acts_page

    def ask(_: str, file: File, edition: str | None) -> WhoActs:
        return file.answer(
            lambda case: who_acts(case, readings=asked.readings, decider=asked.decider), edition, asked.readings
        )

    answers = _answers(files, asked, ask)
    if as_json:
        data = [{"file": label, **(answer.as_dict() if answer else {"exit": REFUSED})} for label, answer in answers]
        show_json(answers[0][1].as_dict() if single and answers[0][1] else data)
    for label, answer in () if as_json else answers:
        if answer:
            show(who_acts_page(answer, "" if single else label))
    return [answer.exit if answer else REFUSED for _, answer in answers]


def _row(label: str, file: File, asked: _Asked, edition: str | None) -> Row:
    verdict = file.answer(lambda case: asked.decider.decide(case, asked.readings), edition, asked.readings)
    return Row(label, verdict, _compared(label, file, verdict) if asked.check else verdict.exit)


def _compared(label: str, file: File, verdict: Verdict) -> int:
    """0 where the verdict is as the file expects; what differs goes to standard error."""
    expect = file.case.scenario.expect
    if expect is None:
        remedy = "Add `expect:`, or leave out --check"
        raise InputError("nothing is expected in this file", where=Where(label), remedy=remedy)
    found = differences(expect, verdict)
    for each in found:
        click.echo(f"{label}: {each}", err=True)
    return BREACHED if found else 0


def _json(rows: list[Row], *, single: bool) -> None:
    data = [{"file": row.name, "exit": row.status, "verdict": row.verdict and row.verdict.as_dict()} for row in rows]
    show_json(data[0]["verdict"] if single else data)
