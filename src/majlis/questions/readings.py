"""Which readings a verdict turns on.

Each reading that the case touches is tried by itself, then all combinations of those that can matter in company;
where there are more than a limit, only the single ones are tried, and the verdict says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.questions.inert import inert, local
from majlis.questions.judgement import FIRST_DAY, Choices, Judgement, judge, under

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.engines import Engine
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Raised
    from majlis.scenario.case import Case

MOST_COMBINATIONS = 64


@dataclass(frozen=True)
class Tried:
    """One reading put in place of the one that was chosen, and what it led to."""

    question: str
    reading: str
    judgement: Judgement
    turns: bool


@dataclass(frozen=True)
class Explored:
    """What came of trying: each single reading, the questions that turn the verdict, and how much was tried."""

    tried: tuple[Tried, ...]
    turning: tuple[str, ...]
    complete: bool


def choose(procedure: Procedure, asked: Iterable[str]) -> Choices:
    """Chosen readings from `question=reading`, or `reading` alone. Raises InputError for unknown ones."""
    known = known_readings(procedure)
    found: dict[str, str] = {}
    for item in asked:
        question, given, reading = item.rpartition("=")
        matching = [name for name, readings in known.items() if (reading in readings) and question in ("", name)]
        if given and question not in known:
            raise InputError(f"unknown question {question!r}", remedy=remedy(question, known))
        if len(matching) != 1:
            choices = known[question] if given else {r for readings in known.values() for r in readings}
            what = (
                f"reading {reading!r} answers {len(matching)} questions" if matching else f"unknown reading {reading!r}"
            )
            raise InputError(
                what,
                remedy=f"Write question=reading with one of {', '.join(matching)}"
                if matching
                else remedy(reading, choices),
            )
        if found.get(matching[0], reading) != reading:
            raise InputError(f"two readings of {matching[0]}", remedy="Choose one")
        found[matching[0]] = reading
    return tuple(sorted(found.items()))


def known_readings(procedure: Procedure) -> dict[str, set[str]]:
    """Every question that a procedure can raise in any edition, with its readings."""
    frame = procedure.law.constitution
    found = {name: {question.default, *question.readings} for name, question in frame.questions.items()}
    steps = procedure.file.steps
    cites = {norm.cite for step in steps for norm in step.norms}
    cites |= {norm.cite for side in procedure.file.alongside for norm in side.governed_by}
    cites |= {step.each for step in steps if step.each}
    entries = [*(procedure.law.norm(cite).entry.readings for cite in cites), *(step.readings for step in steps)]
    for readings in entries:
        for name, question in readings.items():
            found.setdefault(name, set()).update(question.options)
    found |= {f"{FIRST_DAY}{edition}": {"earliest", "latest"} for edition in frame.names}
    return found


def explore(case: Case, engine: Engine, base: Judgement) -> Explored:
    """Try the readings that the case touches, one by one and then, up to a limit, together."""
    windows = first_days(base)
    questions = {**touched(base), **windows}
    singles: dict[tuple[str, str], Judgement] = {}
    moving: dict[str, None] = {}
    todo = list(questions)
    while todo:  # a reading may lead to steps that raise further questions
        question = todo.pop(0)
        for reading in questions[question]:
            prepared = under(base, ((question, reading),))
            if inert(base, prepared):
                singles[question, reading] = base
                if not local(base, prepared):
                    moving[question] = None
                continue
            moving[question] = None
            found = singles[question, reading] = prepared.judged_by(engine)
            fresh = {q: r for q, r in touched(found).items() if q not in questions}
            questions |= fresh
            todo += fresh
    tried = [
        Tried(q, r, found, found is not base and found.signature != base.signature) for (q, r), found in singles.items()
    ]
    complete, together = _combinations(case, engine, base, {q: questions[q] for q in questions if q in moving})
    turning = {each.question for each in tried if each.turns} | together
    return Explored(tuple(tried), tuple(q for q in questions if q in turning), complete)


def _try(engine: Engine, base: Judgement, changed: Choices) -> Judgement:
    """The judgement under other readings; the same one where they change nothing in this case."""
    prepared = under(base, changed)
    return base if inert(base, prepared) else prepared.judged_by(engine)


def _combinations(
    case: Case, engine: Engine, base: Judgement, questions: dict[str, tuple[str, ...]]
) -> tuple[bool, set[str]]:
    """Were all combinations tried, and which questions turn the verdict only in company?"""
    choices = [[None, *((question, reading) for reading in readings)] for question, readings in questions.items()]
    count = 1
    for options in choices:
        count *= len(options)
    if count > MOST_COMBINATIONS:
        return False, set()
    turning: set[str] = set()
    for combination in product(*choices):
        picked = tuple(pick for pick in combination if pick)
        if len(picked) > 1:
            found = _try(engine, base, picked)
            if found is not base and found.signature != base.signature:
                turning |= _needed(case, engine, base, picked)
    return True, turning


def _needed(case: Case, engine: Engine, base: Judgement, picked: Choices) -> set[str]:
    """Of readings that turn the verdict together, those without which they would not."""
    target = judge(case, engine, _with(base.choices, picked)).signature
    without = {one: tuple(pick for pick in picked if pick != one) for one in picked}
    return {
        one[0] for one, rest in without.items() if judge(case, engine, _with(base.choices, rest)).signature != target
    }


def touched(found: Judgement) -> dict[str, tuple[str, ...]]:
    """The questions that a case touches, each with the readings other than the one in force."""
    chosen = dict(found.choices)
    questions: dict[str, tuple[str, ...]] = {}
    for question, places in found.program.raised.items():
        live = [place for place in places if _live(found, place)]
        if live:
            current = chosen.get(question, live[0].default)
            readings = dict.fromkeys(reading for place in live for reading in (*place.readings, place.default))
            questions[question] = tuple(reading for reading in readings if reading and reading != current)
    return questions


def _live(found: Judgement, place: Raised) -> bool:
    """Is the step reached, and does what the readings change come into play there?"""
    if f"reach.{place.occurrence}" not in found.held or f"{place.finding}.na" in found.held:
        return False
    return not (place.only_missed and found.record.values.get(f"{place.occurrence}.done"))


def first_days(found: Judgement) -> dict[str, tuple[str, ...]]:
    """The editions of which it is doubtful whether they were in force on a day of the case."""
    if found.case.scenario.edition:
        return {}
    doubtful = found.case.procedure.law.constitution.doubtful(found.case.dated)
    chosen = dict(found.choices)
    names = [f"{FIRST_DAY}{edition.edition}" for edition in doubtful]
    return {name: ("latest",) if chosen.get(name) == "earliest" else ("earliest",) for name in names}


def _with(base: Choices, changed: Choices) -> Choices:
    return tuple(sorted({**dict(base), **dict(changed)}.items()))
