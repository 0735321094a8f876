"""The answer to "from which number on does it pass?": one figure swept, run by run."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from majlis.questions.figures.not_known import ReadingThatTurns  # noqa: TC001 - the published schema is made from the annotations

SCHEMA = "majlis/sweep/1"


@dataclass(frozen=True, slots=True)
class Run:
    """Whole numbers from `first` to `last`, both counted in, that lead to one answer by one provision.

    `required` is the number needed for all of them; None where it moves with the figure or is open. `needed` and
    `margin` are what is needed and by how much it is exceeded (below 0: missed) at the first and at the last number.
    `follows` are the steps and outcomes that come next, and `answer` is the answer in a word: `passes`, `fails`,
    `depends` (on what is not given), `nothing due` (no majority is) or `not settled`. `elected` is who is elected where
    it passes; of several, one or the other. All numbers are votes, members or ballots.
    """

    first: int
    last: int
    passes: bool | None
    required: int | None
    provision: str
    says: str
    needed: tuple[int | None, int | None] = (None, None)
    margin: tuple[int | None, int | None] = (None, None)
    follows: tuple[str, ...] = ()
    answer: str = ""
    elected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a vote comes to for every number that one figure may have, the other figures and facts being fixed.

    `figure` is swept from `first` to `last` and `asks` is the question that it answers; `bounded_by` says in which
    figure or body the last number lies, and is empty where it was asked for. With `endless` nothing bounds the
    figure: the last run goes on for ever, and `last` only shows it. `counted` is the figure that must reach what is
    needed. `readings` are those that were asked for, `title` is that of the procedure. `readings_that_turn` are those
    that were not taken and under which some number has another answer.
    """

    procedure: str
    step: str
    edition: str
    engine: str
    given: dict[str, Any]
    figures: dict[str, Any]
    readings: tuple[str, ...]
    figure: str
    asks: str
    first: int
    last: int
    bounded_by: str
    endless: bool
    counted: str
    runs: tuple[Run, ...]
    title: str = ""
    readings_that_turn: tuple[ReadingThatTurns, ...] = ()

    @property
    def turning(self) -> tuple[int, ...]:
        """The numbers from which on the answer is another one than just below."""
        return tuple(each.first for before, each in pairwise(self.runs) if before.passes is not each.passes)

    def at(self, number: int) -> Run:
        """The run that a number lies in. Raises ValueError for a number outside the sweep."""
        found = next((each for each in self.runs if each.first <= number <= each.last), None)
        if found is None:
            raise ValueError(f"{number} lies outside {self.first} to {self.last}")
        return found

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data, in the shape of the published schema."""
        return {"schema": SCHEMA, **asdict(self), "turning": self.turning}
