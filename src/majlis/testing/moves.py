"""What may come next in a case, and the days on which it matters when it comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Move:
    """An act that is awaited at an occurrence of a step."""

    act: str
    step: str
    occurrence: str


def awaited(found: Judgement) -> tuple[Move, ...]:
    """The acts that a case awaits, at the steps that it has reached."""
    return tuple(_awaited(found))


def _awaited(found: Judgement) -> Iterator[Move]:
    steps = found.program.course.steps
    for here in found.program.course.occurrences:
        done = found.record.values.get(f"{here.name}.done")
        if here.step in found.awaited and not done and f"reach.{here.name}" in found.held:
            for act in steps[here.step].awaited:
                yield Move(act, here.step, here.name)


def due(found: Judgement, move: Move) -> tuple[int, ...]:
    """The days (day numbers) on which the periods end that a move has to keep, as far as they have begun."""
    timings = (
        found.record.timings.get(clock.name) for clock in found.program.clocks if clock.occurrence == move.occurrence
    )
    return tuple(each.due for each in timings if each and each.due is not None)


def days_for(found: Judgement, move: Move, today: int) -> list[int]:
    """Days for a move, none before today: today, soon, at the end of each period and a day before and after it."""
    ends = [day + by for day in due(found, move) for by in (0, -1, 1)]
    return [today, today + 1, *(day for day in ends if day >= today)]
