"""With what a procedure begins: the act of its first step, or the day that starts the first period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.procedure.program import ClockKind
from majlis.questions.asking import in_words
from majlis.questions.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.course import Occurrence
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Program

_RUNS = (ClockKind.WITHIN, ClockKind.ON)


@dataclass(frozen=True, slots=True)
class Beginning:
    """The act or the date fact with which a procedure begins, and those with which it may begin as well.

    `name` is empty where nobody acts in the procedure, and no day starts anything.
    """

    name: str
    others: tuple[str, ...]

    def notes(self) -> tuple[str, ...]:
        """What is to be said where there are several."""
        if not self.name:
            return ("Nobody acts in this procedure: it has no steps in time",)
        if not self.others:
            return ()
        listed = " or ".join(f'"{in_words(each)}"' for each in self.others)
        return (f'It is taken to begin with "{in_words(self.name)}"; it may also begin with {listed}',)


def beginning(its: Procedure, edition: str | None) -> Beginning:
    """With what a procedure begins in an edition, by default in the latest."""
    program = standing(its.name, edition=edition).program
    names = tuple(dict.fromkeys(_ways_in(its, program)))
    return Beginning(names[0], names[1:]) if names else Beginning("", ())


def _ways_in(its: Procedure, program: Program) -> Iterator[str]:
    """The days that start a period of a first step; where there are none, the acts of the first steps."""
    first = _first(program)
    places = {here.name for here in first}
    clocks = [clock for clock in program.clocks if clock.occurrence in places and clock.kind in _RUNS]
    days = [name for clock in clocks for name in clock.triggers if name in its.file.facts]
    yield from days or (act for here in first for act in program.course.steps[here.step].awaited)


def _first(program: Program) -> list[Occurrence]:
    """The steps with which a case may begin; those that lead to another of them may be left out, and are."""
    opening = program.course.opening
    inner = [
        here for here in opening if any(here in program.course.onward[other] for other in opening if other != here)
    ]
    return inner or list(opening)
