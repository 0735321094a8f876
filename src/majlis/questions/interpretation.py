"""What a question of interpretation asks, which reading is taken, and where a reading comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.judgement import FIRST_DAY

if TYPE_CHECKING:
    from majlis.law.provision import Question
    from majlis.procedure.program import Finding, Program
    from majlis.questions.judgement import Judgement

Stated = list[tuple["Finding | None", "Question"]]


def reading_taken(found: Judgement, question: str) -> str:
    """The reading of a question that is in force: the one that was chosen, or the default."""
    chosen = dict(found.choices).get(question)
    if chosen or question.startswith(FIRST_DAY):
        return chosen or "latest"
    return next((place.default for place in found.program.raised.get(question, ())), "")


def about(found: Judgement, question: str, reading: str, at: str = "") -> tuple[str, str]:
    """What a question asks, and the source of a reading: at an occurrence, or nearest to the case."""
    frame = found.case.procedure.law.constitution
    if question.startswith(FIRST_DAY):
        name = question.removeprefix(FIRST_DAY)
        edition = next(each for each in frame.editions if each.edition == name)
        return f"Was the edition of {name} already in force?", edition.first_day.source
    stated = _stated(found, question)
    asks = frame.questions[question].asks if question in frame.questions else _asks(stated)
    having = [(finding, each) for finding, each in stated if reading in each.options]
    if len(having) > 1:
        having.sort(key=lambda pair: _distance(found, pair[0], at))
    return asks, having[0][1].options[reading].source if having else ""


def _asks(stated: Stated) -> str:
    return next((question.asks for _, question in stated if question.asks), "")


def _stated(found: Judgement, question: str) -> Stated:
    """Every place at which the content states a question; looked up once for a program."""
    kept: dict[str, Stated] = found.program.cache.setdefault("stated", {})
    if question not in kept:
        kept[question] = _looked_up(found.program, found, question)
    return kept[question]


def _looked_up(program: Program, found: Judgement, question: str) -> Stated:
    """The norms that are tested and state a question, then the steps that do."""
    norms: Stated = [
        (each, each.norm.entry.readings[question]) for each in program.findings if question in each.norm.entry.readings
    ]
    steps = found.case.procedure.file.steps
    return [*norms, *((None, step.readings[question]) for step in steps if question in step.readings)]


def _distance(found: Judgement, finding: Finding | None, at: str) -> tuple[bool, bool, bool]:
    """How far a norm is from the case: at another step, not reached, not applicable."""
    if finding is None:
        return bool(at), False, False
    reached = f"reach.{finding.occurrence}" in found.held
    return finding.occurrence != at, not reached, f"{finding.name}.na" in found.held
