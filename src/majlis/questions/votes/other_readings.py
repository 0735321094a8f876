"""What a vote would come to under each reading that was not taken, whatever is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.figures.not_known import FAILS, PASSES
from majlis.questions.interpretation import about, reading_taken
from majlis.questions.judgement import FIRST_DAY
from majlis.questions.votes.deciding import decided, finding_of
from majlis.questions.votes.vote import OtherReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.standing import Standing
    from majlis.questions.votes.posed import Posed

_PASSES = {PASSES: True, FAILS: False}


def other_readings(posed: Posed) -> Iterator[OtherReading]:
    """The other readings of the questions that the step raises, and an edition that may have been in force already."""
    live = {finding_of(posed.found, each).name for each in posed.base.findings}
    here = f"{posed.vote.step}.1"
    for question, places in posed.law.program.raised.items():
        near = [each for each in places if each.finding in live or (each.occurrence == here and not each.finding)]
        taken = reading_taken(posed.found, question)
        for reading in dict.fromkeys(name for place in near for name in (*place.readings, place.default)):
            if reading and reading != taken:
                yield _under(posed, posed.law.under(question, reading), question, taken, reading)
    if posed.law.doubtful:
        later = posed.law.in_edition(posed.law.doubtful)
        yield _under(posed, later, f"{FIRST_DAY}{posed.law.doubtful}", "latest", "earliest")


def _under(posed: Posed, law: Standing, question: str, taken: str, reading: str) -> OtherReading:
    found = posed.vote.judged(law, posed.engine)
    required = None if posed.turned_round(law) else decided(found, posed.vote.step).required
    asks, source = about(found, question, reading, f"{posed.vote.step}.1")
    answer = posed.word_under(law)
    passes = _PASSES.get(answer)
    return OtherReading(question, asks, taken, reading, source, passes, required, answer != posed.word, answer)
