"""The answer where not everything is known: passes, fails or depends, on what, and what to find out next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

PASSES, FAILS, DEPENDS, NOT_SETTLED = "passes", "fails", "depends", "not settled"
NOTHING_DUE = "nothing due"
ALWAYS, SOMETIMES, NEVER = "always", "sometimes", "never"
WORDS = {True: PASSES, False: FAILS, None: NOT_SETTLED}


@dataclass(frozen=True, slots=True)
class Example:
    """One choice of what is not known, and what the vote comes to with it."""

    answer: str
    figures: dict[str, int]
    given: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of one figure from `first` to `last` (None: without end), and the answer that they leave.

    The answer `depends` where it also takes something else that is not known. `elected` is who is elected where it
    passes; of several, one or the other.
    """

    first: int
    last: int | None
    answer: str
    elected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingThatTurns:
    """A reading that was not taken and under which the answer turns elsewhere, every other reading being kept.

    `asks` is what the question asks, `taken` the reading that was taken, `source` what this one rests on. `rows` has
    the answer for all numbers, `turning` those from which on it is another one than just below.
    """

    question: str
    asks: str
    taken: str
    reading: str
    source: str
    rows: tuple[Row, ...]
    turning: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FindOut:
    """What to find out next: a figure or a fact, its question, and whether to know it alone settles the vote.

    `settles` is `always`, `sometimes` (with some answers) or `never`.
    """

    name: str
    asks: str
    settles: str


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Does a vote pass whatever is not known?

    `answer` is `passes`, `fails`, `nothing due` (no majority is), `depends`, or `not settled` with the `reason`.
    `spans` are the figures of which only bounds are given, `unknown` the figures and facts that are not given and on
    which the answer might hang; each was taken as all that it can be. `examples` has one choice for each answer there
    is. `rows` runs through the numbers of `figure` in order: of the only one with bounds, else of the only one missing.
    `candidates` are all who stand for election, `elected` those of them who may be elected. `readings` are those that
    were not taken and under which the numbers of `rows` have other answers, where that was asked.
    """

    answer: str
    spans: dict[str, str]
    unknown: tuple[str, ...]
    examples: tuple[Example, ...]
    figure: str = ""
    rows: tuple[Row, ...] = ()
    next: FindOut | None = None
    reason: str = ""
    candidates: tuple[str, ...] = ()
    elected: tuple[str, ...] = ()
    readings: tuple[ReadingThatTurns, ...] = ()

    @property
    def passes(self) -> bool | None:
        """Does it pass in any case? None where that depends or is not settled."""
        return {PASSES: True, FAILS: False}.get(self.answer)

    @property
    def turning(self) -> tuple[int, ...]:
        """The numbers of `figure` from which on the answer is another one than for the number before."""
        return tuple(each.first for each in self.rows[1:])
