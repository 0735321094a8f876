"""What a vote would come to under each reading that was not taken, whatever is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.figures.not_known import FAILS, PASSES
from majlis.questions.figures.other_readings import NotTaken, not_taken, turned_round
from majlis.questions.interpretation import about
from majlis.questions.votes.deciding import decided, finding_of
from majlis.questions.votes.vote import OtherReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.votes.posed import Posed

_PASSES = {PASSES: True, FAILS: False}


def other_readings(posed: Posed) -> Iterator[OtherReading]:
    """The other readings of the questions that the step raises, and an edition that may have been in force already."""
    live = {finding_of(posed.found, each).name for each in posed.base.findings}
    for each in not_taken(posed.law, posed.found, posed.vote.step, live):
        yield _under(posed, each)


def _under(posed: Posed, other: NotTaken) -> OtherReading:
    found, step = posed.vote.judged(other.law, posed.engine), posed.vote.step
    turned = turned_round(posed.law, other.law, step)
    required = None if turned else decided(found, step).required
    asks, source = about(found, other.question, other.reading, f"{step}.1")
    answer = posed.word_under(other.law)
    return OtherReading(
        other.question, asks, other.taken, other.reading, source, _PASSES.get(answer), required,
        answer != posed.word, answer, turned,
    )  # fmt: skip
