"""The other readings of the questions that one step raises, and whether passing leads elsewhere under one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.questions.figures.not_known import FAILS, PASSES
from majlis.questions.interpretation import reading_taken
from majlis.questions.judgement import FIRST_DAY
from majlis.questions.leading import next_steps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from majlis.questions.judgement import Judgement
    from majlis.questions.standing import Standing

EVENTS = ("passed", "failed")
_TURNED = {PASSES: FAILS, FAILS: PASSES}


@dataclass(frozen=True)
class NotTaken:
    """A reading of a question that was not taken, the one that was, and the law under it."""

    law: Standing
    question: str
    taken: str
    reading: str


def not_taken(law: Standing, found: Judgement, step: str, live: Collection[str]) -> Iterator[NotTaken]:
    """The readings of the questions that a step raises, in order, each by itself.

    `live` are the names of the findings that decide it. An edition of which it is doubtful whether it was in force
    already is a question, too.
    """
    here = f"{step}.1"
    for question, places in law.program.raised.items():
        near = [each for each in places if each.finding in live or (each.occurrence == here and not each.finding)]
        taken = reading_taken(found, question)
        for reading in dict.fromkeys(name for place in near for name in (*place.readings, place.default)):
            if reading and reading != taken:
                yield NotTaken(law.under(question, reading), question, taken, reading)
    if law.doubtful:
        yield NotTaken(law.in_edition(law.doubtful), f"{FIRST_DAY}{law.doubtful}", "latest", "earliest")


def turned_round(here: Standing, there: Standing, step: str) -> bool:
    """Does passing lead under one law where failing leads under another? Then not to fail is to pass."""
    steps = here.program.course.steps
    passed, failed = (next_steps(steps, step, event) for event in EVENTS)
    return passed != failed == next_steps(there.program.course.steps, step, EVENTS[0])


def seen_from(here: Standing, there: Standing, step: str, answer: str) -> str:
    """An answer under another law, in the words of this one: whether it leads where passing leads here."""
    return _TURNED.get(answer, answer) if turned_round(here, there, step) else answer
