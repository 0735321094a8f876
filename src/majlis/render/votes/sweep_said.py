"""The words of a sweep: what each run of numbers comes to, and from which number on the answer is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.questions.counting import FIRST
from majlis.questions.figures.not_known import NOT_SETTLED, NOTHING_DUE, PASSES
from majlis.render.words import cited, listed, number, reading_words, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from majlis.questions.figures.not_known import ReadingThatTurns, Row
    from majlis.questions.figures.swept import Run, Sweep

LEVELS: tuple[bool | None, ...] = (True, None, False)
"""The answers from the highest level of a step chart to the lowest."""

ANSWERS = {True: "passes", None: "depends", False: "fails"}

TAKEN = "under the readings taken here"

Stretch = tuple[str, int, int | None]
"""An answer with the first and the last number that has it; there is no last where it goes on for ever."""

_SEVERAL = "open"
_FIRST = "in favour at first"
_CLAUSES = {NOT_SETTLED: "it is not settled", NOTHING_DUE: "no majority is due"}
_MOST_TURNS = 4  # told one by one
_MOST_RUNS = 24  # likewise; a chart shows more


def stretches_in_words(stretches: Sequence[Stretch]) -> str:
    """From which number to which there is which answer: "fails up to 5, passes from 6 on"."""
    if len(stretches) == 1:
        return f"{stretches[0][0]} whatever the number"
    return ", ".join(_stretch(stretches, *each) for each in stretches)


def _stretch(every: Sequence[Stretch], word: str, first: int, last: int | None) -> str:
    if first == last:
        return f"{word} at {number(first)}"
    if last is None or last == every[-1][2]:
        return f"{word} from {number(first)} on"
    return f"{word} up to {number(last)}" if first == every[0][1] else f"{word} from {number(first)} to {number(last)}"


def under_readings(those: Sequence[ReadingThatTurns]) -> list[str]:
    """Where the answer turns under the readings that turn it elsewhere, a sentence for each."""
    return [
        f"Under the reading {reading_words(each.question, each.reading)} ({each.question}): "
        f"{stretches_in_words([(elects(row) or row.answer, row.first, row.last) for row in each.rows])}."
        for each in those
    ]


def elects(each: Run | Row) -> str:
    """Who is elected with some numbers; empty where nobody stands for election, or it does not pass with all."""
    return f"elects {listed(each.elected, 'or')}" if each.elected and each.answer == PASSES else ""


def span_words(found: Sweep, run: Run) -> str:
    """The numbers of a run: `0 to 4`, `5`, and `from 5` where it goes on for ever."""
    if found.endless and run is found.runs[-1]:
        return f"from {number(run.first)}"
    return number(run.first) if run.first == run.last else f"{number(run.first)} to {number(run.last)}"


def answer_words(run: Run) -> str:
    """What a run comes to, in the word that it brings along where it is neither passed nor failed.

    In an election it says who is elected.
    """
    if elected := elects(run):
        return elected
    return run.answer or ANSWERS[None] if run.passes is None else ANSWERS[run.passes]


def level_words(found: Sweep, answer: bool | None) -> str:  # noqa: FBT001 - an answer, not a switch
    """The name of a level of a step chart; where runs of several kinds are on the middle one, `open`."""
    if answer is not None:
        return ANSWERS[answer]
    words = {answer_words(run) for run in found.runs if run.passes is answer} or {ANSWERS[answer]}
    return words.pop() if len(words) == 1 else _SEVERAL


def run_words(found: Sweep, run: Run) -> str:
    """A run in words: `5 to 9: passes, 5 needed (1.II)`."""
    needed = f", {number(run.required)} needed" if run.required is not None else ""
    rule = f" ({cited(run.provision)})" if run.provision else ""
    return f"{span_words(found, run)}: {answer_words(run)}{needed}{rule}"


def told(found: Sweep) -> list[str]:
    """The runs in words, then what other readings change; of very many the first, and how many more there are."""
    more = len(found.runs) - _MOST_RUNS
    said = [run_words(found, run) for run in found.runs[:_MOST_RUNS]]
    rest = [f"and {number(more)} more runs"] if more > 0 else []
    return [*said, *rest, *under_readings(found.readings_that_turn)]


def figure_words(found: Sweep) -> str:
    """The figure that is swept, as a reader reads it."""
    return _FIRST if found.figure == FIRST else in_words(found.figure.rpartition(".")[2])


def title(found: Sweep) -> str:
    """What is swept, as a title."""
    return f"{found.title or in_words(found.procedure)}, {in_words(found.step)}: by the number {figure_words(found)}"


def _clause(run: Run) -> str:
    """What a run comes to, as a clause: `it passes`."""
    word = answer_words(run)
    return _CLAUSES.get(word, f"it {word}")


def turning_words(found: Sweep) -> str:
    """Where the answer changes: `From 5 in favour on it passes.`; one sentence for each place."""
    if not found.turning:
        taken = f", {TAKEN}" if found.readings_that_turn else ""
        return f"{sentence(_clause(found.runs[0])).rstrip('.')} with any number{taken}." if found.runs else ""
    if len(found.turning) > _MOST_TURNS:
        first, last = number(found.turning[0]), number(found.turning[-1])
        return f"The answer changes {len(found.turning)} times, first at {first} and last at {last}."
    said = (f"From {number(each)} {figure_words(found)} on, {_clause(found.at(each))}." for each in found.turning)
    return " ".join(said)


def description(found: Sweep) -> str:
    """All that the chart shows, in sentences."""
    runs = "; ".join(run_words(found, run) for run in found.runs)
    said = (turning_words(found), sentence(f"{figure_words(found)}: {runs}"), *under_readings(found.readings_that_turn))
    return " ".join(filter(None, said))
