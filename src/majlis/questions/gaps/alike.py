"""What is the same gap wherever it is met: a step that was taken over, a sentence that is repeated, a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.law.library import Law
    from majlis.procedure.model import StepEntry


def names_of(place: str) -> tuple[str, ...]:
    """A step (CONSTITUTION/PROCEDURE.STEP) as PROCEDURE.STEP, and as that of the procedure that has it first.

    A step that was taken over is the same gap if it is silent in the same words. Raises InputError.
    """
    constitution, _, short = place.partition("/")
    name, _, step = short.partition(".")
    like = procedure(f"{constitution}/{name}").file.like
    if not like:
        return (short,)
    own, other = step_at(constitution, short), step_at(constitution, f"{like}.{step}")
    shared = own and other and (own == other or (_silent(own) and _silent(own) == _silent(other)))
    return (short, f"{like}.{step}") if shared else (short,)


def sentences_at(its: Law, places: Iterable[str]) -> frozenset[str]:
    """What the procedure files declare as silent at some steps (PROCEDURE.STEP)."""
    found = [step_at(its.folder.name, place) for place in places]
    return frozenset(says for step in found if step for says in _silent(step))


def asked_at(its: Law, place: str, question: str) -> str:
    """What a question of interpretation asks at a provision or a step (PROCEDURE.STEP); where it says so at all."""
    shared = its.constitution.questions.get(question)
    return shared.asks if shared else next(filter(None, _asked(its, place, question)), "")


def step_at(constitution: str, place: str) -> StepEntry | None:
    """The entry of a step (PROCEDURE.STEP); None where there is none."""
    name, _, step = place.partition(".")
    found = procedure(f"{constitution}/{name}")
    return found.file.steps[found.order[step]] if step in found.order else None


def _asked(its: Law, place: str, question: str) -> Iterator[str]:
    step = None if its.has(place) else step_at(its.folder.name, place)
    entries = [step.readings] if step else [its.norm(place).entry.readings] if its.has(place) else []
    entries += [norm.entry.readings for norm in its.norms()]
    yield from (each[question].asks for each in entries if question in each)


def _silent(step: StepEntry) -> frozenset[str]:
    return frozenset(aim.silent for aim in step.targets() if aim.silent)
