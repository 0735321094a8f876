"""Does a vote pass under all readings, under some, or under none; and which of them turn it?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.questions.figures.not_known import DEPENDS, FAILS, NOT_SETTLED, PASSES
from majlis.questions.judgement import FIRST_DAY
from majlis.questions.readings import MOST_COMBINATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from majlis.questions.standing import Standing
    from majlis.questions.votes.vote import OtherReading

ALL, SOME, NONE = "all", "some", "none"
NOT_FAILING, NOT_PASSING = "none fails", "none passes"


@dataclass(frozen=True, slots=True)
class Combination:
    """One reading for each question, those that are not the ones taken, and what the vote comes to.

    `answer` is `passes`, `fails`, `nothing due`, `depends` (on what is not known) or `not settled`.
    """

    readings: dict[str, str]
    others: dict[str, str]
    answer: str


@dataclass(frozen=True, slots=True)
class UnderReadings:
    """Under which readings a vote passes: `all`, `some` (it fails under others) or `none` (it fails under all).

    `none fails` says that it passes under some, and under the others it is open or no majority is due; `none passes`
    says the same where it fails under some. Where it neither passes nor fails under any, the answer is `depends`,
    `not settled` or `nothing due`. Where there are too many readings to be combined, `complete` is false, and each was
    tried by itself.
    """

    answer: str
    combinations: tuple[Combination, ...]
    complete: bool

    def having(self, answer: str) -> tuple[Combination, ...]:
        """The combinations with an answer, those that change least first."""
        found = (each for each in self.combinations if each.answer == answer)
        return tuple(sorted(found, key=lambda each: len(each.others)))

    @property
    def answers(self) -> tuple[str, ...]:
        """All answers that there are, the one under the readings taken first."""
        return tuple(dict.fromkeys(each.answer for each in self.combinations))

    def alone(self, question: str) -> dict[str, str]:
        """The answer under each reading of a question, those taken of all others being kept."""
        kept = (each for each in self.combinations if not each.others.keys() - {question})
        return {each.readings[question]: each.answer for each in kept if question in each.readings}

    @property
    def turning(self) -> tuple[str, ...]:
        """The questions on which the answer turns: one reading of theirs changes it, the others being kept."""
        questions = dict.fromkeys(name for each in self.combinations for name in each.readings)
        return tuple(name for name in questions if self._turns(name))

    def _turns(self, question: str) -> bool:
        found: dict[object, set[str]] = {}
        for each in self.combinations:
            rest = tuple(item for item in each.readings.items() if item[0] != question)
            found.setdefault(rest, set()).add(each.answer)
        return any(len(answers) > 1 for answers in found.values())


def under_readings(
    law: Standing, tried: Iterable[OtherReading], answer: Callable[[Standing], str], most: int = MOST_COMBINATIONS
) -> UnderReadings:
    """Try every combination of readings, up to so many; where there are `most` or fewer, all of them together.

    `tried` are the readings that were not taken, as `would_pass` finds them; `answer` says what the vote comes to
    under the law that it is given (`passes`, `fails`, `depends` or `not settled`).
    """
    taken: dict[str, str] = {}
    options: dict[str, list[str]] = {}
    for each in tried:
        taken[each.question] = each.taken
        options.setdefault(each.question, [each.taken]).append(each.reading)
    complete = prod(map(len, options.values())) <= most
    chosen = product(*options.values()) if complete else _one_by_one(options)
    combinations = []
    for readings in chosen:
        picked = dict(zip(options, readings, strict=True))
        others = {question: reading for question, reading in picked.items() if reading != taken[question]}
        combinations.append(Combination(picked, others, _answer(law, others, answer)))
    return UnderReadings(_word(each.answer for each in combinations), tuple(combinations), complete)


def _one_by_one(options: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """The readings that are taken, then each other one in their company."""
    first = {question: readings[0] for question, readings in options.items()}
    yield tuple(first.values())
    for question, readings in options.items():
        for reading in readings[1:]:
            yield tuple({**first, question: reading}.values())


def _answer(law: Standing, others: Mapping[str, str], answer: Callable[[Standing], str]) -> str:
    for question in others:
        if question.startswith(FIRST_DAY):
            law = law.in_edition(question.removeprefix(FIRST_DAY))
    for question, reading in others.items():
        if not question.startswith(FIRST_DAY):
            law = law.under(question, reading)
    try:
        return answer(law)
    except InputError:  # under that reading there is no such step or figure
        return NOT_SETTLED


def _word(answers: Iterable[str]) -> str:
    several = set(answers)
    if len(several) == 1:
        return {PASSES: ALL, FAILS: NONE}.get(*several, *several)
    if PASSES in several:
        return SOME if FAILS in several else NOT_FAILING
    if FAILS in several:
        return NOT_PASSING
    return DEPENDS if DEPENDS in several else NOT_SETTLED
