"""`majlis compare`: what differs between two editions, or between the law in force and a draft?"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from majlis.cli import options
from majlis.cli.output import show, show_json
from majlis.cli.reading import open_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.questions.compare.side import Side
    from majlis.questions.compare.smallest import Seeking


@dataclass(frozen=True)
class _Asked:
    """How a case is to be decided, and in which form the answer is to be printed."""

    readings: tuple[str, ...]
    engine: str | None
    as_json: bool


@click.command("compare")
@click.argument("names", metavar="A B [FILE] | CONSTITUTION [FILE]", nargs=-1, required=True)
@click.option("--draft", metavar="FOLDER", help="Compare with the edited rule and procedure files in this folder.")
@options.readings
@options.engine
@options.as_json
def compare_command(
    *, names: tuple[str, ...], draft: str | None, readings: tuple[str, ...], engine: str | None, as_json: bool
) -> None:
    """Compare the editions A and B: what does the later one have otherwise? With FILE, decide one case under both.

    An edition is named by its year, alone or behind the name of its constitution and a slash. With --draft, the newest
    edition of CONSTITUTION is compared with what it would be: first the road that the draft must take, and what bars
    it, then what it changes. Exit status: 0 when the question is answered, 2 input error.
    """
    wanted, form = (1, "CONSTITUTION") if draft is not None else (2, "A B")
    if not wanted <= len(names) <= wanted + 1:
        raise click.UsageError(f"{'with' if draft is not None else 'without'} --draft, write: compare {form} [FILE]")
    file = names[wanted] if len(names) > wanted else None
    asked = _Asked(readings, engine, as_json)
    if file is None and (readings or engine):
        raise click.UsageError("--readings and --engine go with a FILE that is to be decided")
    if draft is not None:
        _with_draft(names[0], draft, file, asked)
    elif file is not None:
        from majlis.questions.compare.editions import both

        _case(file, both(names[0], names[1]), asked)
    else:
        _editions(names[0], names[1], as_json=as_json)


def _editions(before: str, after: str, *, as_json: bool) -> None:
    """Print what an edition has otherwise than another."""
    from majlis.questions.compare.editions import compare_editions
    from majlis.render.editions_compared import editions_page

    found = compare_editions(before, after, _progress)
    show_json(found.as_dict()) if as_json else show(editions_page(found))


def _with_draft(constitution: str, folder: str, file: str | None, asked: _Asked) -> None:
    """Print the road of a draft and what it changes, or a case under the law in force and under the draft."""
    from majlis.questions.compare.drafts import compare_draft, draft_sides
    from majlis.render.drafted import draft_page

    if file is not None:
        with draft_sides(Path(folder), constitution) as sides:
            _case(file, (sides.before, sides.after), asked)
        return
    found = compare_draft(folder, constitution, _progress)
    show_json(found.as_dict()) if asked.as_json else show(draft_page(found))


def _case(file: str, sides: tuple[Side, Side], asked: _Asked) -> None:
    """Print how one case ends under each of two sides."""
    from majlis.questions.compare.one_case import compare_case
    from majlis.questions.decide import Decider
    from majlis.render.compared import case_page

    found = open_file(file).answer(
        lambda case: compare_case(case, *sides, readings=asked.readings, decider=Decider(asked.engine)),
        None, asked.readings,
    )  # fmt: skip
    show_json(found.as_dict()) if asked.as_json else show(case_page(found))


def _progress(compared: list[Seeking]) -> Iterable[Seeking]:
    """The procedures, with a bar on a terminal's error stream while they are compared."""
    return _with_bar(compared) if sys.stderr.isatty() else compared


def _with_bar(compared: list[Seeking]) -> Iterator[Seeking]:
    with click.progressbar(compared, label="Comparing the procedures", file=sys.stderr) as bar:
        yield from bar
