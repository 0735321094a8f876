"""The readings under which a figure that is swept turns the answer elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.questions.figures.cuts import deciding_at
from majlis.questions.figures.exploring import explored
from majlis.questions.figures.not_known import NOT_SETTLED, ReadingThatTurns, Row
from majlis.questions.figures.open_figures import open_figures
from majlis.questions.figures.other_readings import not_taken, seen_from
from majlis.questions.figures.region import NotSettledError
from majlis.questions.figures.settling import reaches_of, rows_of, with_elected
from majlis.questions.interpretation import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.questions.figures.asked import Asked
    from majlis.questions.figures.span import Span
    from majlis.questions.standing import Standing


def readings_that_turn(asked: Asked, name: str, spans: Mapping[str, Span]) -> Iterator[ReadingThatTurns]:
    """The readings that were not taken and under which some number of a figure has another answer.

    `name` is the full name of the figure, `spans` has it with whatever else has only bounds. Each reading is tried by
    itself.
    """
    law, step = asked.law, asked.step
    here = _rows(asked, name, spans, law)
    found = open_figures(asked, spans).vote.judged(law, asked.engine)
    live = {each.name for each in deciding_at(law.program, step)}
    for each in not_taken(law, found, step, live):
        rows = _rows(replace(asked, law=each.law), name, spans, law)
        if rows != here:
            asks, source = about(found, each.question, each.reading, f"{step}.1")
            turning = tuple(row.first for row in rows[1:])
            yield ReadingThatTurns(each.question, asks, each.taken, each.reading, source, rows, turning)


def _rows(asked: Asked, name: str, spans: Mapping[str, Span], here: Standing) -> tuple[Row, ...]:
    """What every number comes to, in the words of the law that was asked about."""
    try:
        found, _ = explored(asked, spans)
        reaches = reaches_of(found, name)
        rows = rows_of([(seen_from(here, asked.law, asked.step, answer), reach) for answer, reach in reaches])
        return with_elected(found, name, rows)
    except (InputError, NotSettledError):  # under that reading there is no such step or figure, or no line to draw
        return (Row(spans[name].first, spans[name].last, NOT_SETTLED),)
