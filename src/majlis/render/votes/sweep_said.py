"""The words of a sweep: what each run of numbers comes to, and from which number on the answer is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.questions.counting import FIRST
from majlis.questions.figures.not_known import NOT_SETTLED, NOTHING_DUE
from majlis.render.words import cited, number, sentence

if TYPE_CHECKING:
    from majlis.questions.figures.swept import Run, Sweep

LEVELS: tuple[bool | None, ...] = (True, None, False)
"""The answers from the highest level of a step chart to the lowest."""

ANSWERS = {True: "passes", None: "depends", False: "fails"}

_SEVERAL = "open"
_FIRST = "in favour at first"
_CLAUSES = {NOT_SETTLED: "it is not settled", NOTHING_DUE: "no majority is due"}
_MOST_TURNS = 4  # told one by one
_MOST_RUNS = 24  # likewise; a chart shows more


def span_words(found: Sweep, run: Run) -> str:
    """The numbers of a run: `0 to 4`, `5`, and `from 5` where it goes on for ever."""
    if found.endless and run is found.runs[-1]:
        return f"from {number(run.first)}"
    return number(run.first) if run.first == run.last else f"{number(run.first)} to {number(run.last)}"


def answer_words(run: Run) -> str:
    """What a run comes to, in the word that it brings along where it is neither passed nor failed."""
    return run.answer or ANSWERS[None] if run.passes is None else ANSWERS[run.passes]


def level_words(found: Sweep, answer: bool | None) -> str:  # noqa: FBT001 - an answer, not a switch
    """The name of a level of a step chart; where runs of several kinds are on the middle one, `open`."""
    words = {answer_words(run) for run in found.runs if run.passes is answer} or {ANSWERS[answer]}
    return words.pop() if len(words) == 1 else _SEVERAL


def run_words(found: Sweep, run: Run) -> str:
    """A run in words: `5 to 9: passes, 5 needed (1.II)`."""
    needed = f", {number(run.required)} needed" if run.required is not None else ""
    rule = f" ({cited(run.provision)})" if run.provision else ""
    return f"{span_words(found, run)}: {answer_words(run)}{needed}{rule}"


def told(found: Sweep) -> list[str]:
    """The runs in words; of very many the first, and how many more there are."""
    more = len(found.runs) - _MOST_RUNS
    said = [run_words(found, run) for run in found.runs[:_MOST_RUNS]]
    return [*said, f"and {number(more)} more runs"] if more > 0 else said


def figure_words(found: Sweep) -> str:
    """The figure that is swept, as a reader reads it."""
    return _FIRST if found.figure == FIRST else in_words(found.figure.rpartition(".")[2])


def title(found: Sweep) -> str:
    """What is swept, as a title."""
    return f"{found.title or in_words(found.procedure)}, {in_words(found.step)}: {figure_words(found)} swept"


def _clause(run: Run) -> str:
    """What a run comes to, as a clause: `it passes`."""
    word = answer_words(run)
    return _CLAUSES.get(word, f"it {word}")


def turning_words(found: Sweep) -> str:
    """Where the answer changes: `From 5 in favour on it passes.`; one sentence for each place."""
    if not found.turning:
        return f"{sentence(_clause(found.runs[0])).rstrip('.')} with any number." if found.runs else ""
    if len(found.turning) > _MOST_TURNS:
        first, last = number(found.turning[0]), number(found.turning[-1])
        return f"The answer changes {len(found.turning)} times, first at {first} and last at {last}."
    said = (f"From {number(each)} {figure_words(found)} on {_clause(found.at(each))}." for each in found.turning)
    return " ".join(said)


def description(found: Sweep) -> str:
    """All that the chart shows, in sentences."""
    runs = "; ".join(run_words(found, run) for run in found.runs)
    return " ".join(filter(None, (turning_words(found), sentence(f"{figure_words(found)}: {runs}"))))
