"""Where the procedures use a provision: what it governs or decides, whose line or seats it names, who acts by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from majlis.law.places import content_at
from majlis.law.vocabulary import SeatsOf
from majlis.procedure.library import procedure, procedures_of
from majlis.procedure.model import Step
from majlis.questions.mattering import mattering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.library import Law
    from majlis.law.vocabulary import ActKind, FieldKind, Sum
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Alongside, StepEntry


@dataclass(frozen=True, slots=True)
class Use:
    """A step that a provision governs, decides or gives to somebody, and the silences of the step."""

    procedure: str
    step: str
    how: str
    silences: tuple[str, ...]


def uses(its: Law, cite: str) -> tuple[Use, ...]:
    """Every step of every procedure that uses a provision, under whatever reading."""
    with content_at(its.root):
        return tuple(use for name, use in every_use(its) if name == cite and _live(use))


def _live(use: Use) -> bool:
    """Can the step be reached, or was it only taken over from the procedure that its own is like?"""
    its = procedure(use.procedure)
    return use.step in {*mattering(its).steps, *(side.step for side in its.file.alongside)}


@cache
def every_use(its: Law) -> tuple[tuple[str, Use], ...]:
    """All uses of all provisions of a constitution, each with its citation, at steps that nothing leads to as well."""
    return tuple(pair for each in procedures_of(its) for step in places(each) for pair in _of(each, step))


def places(its: Procedure) -> list[StepEntry | Alongside]:
    """The steps of a procedure, then those alongside."""
    return [*its.file.steps, *its.file.alongside]


def _of(its: Procedure, step: StepEntry | Alongside) -> Iterator[tuple[str, Use]]:
    found = {pair: None for variant in _variants(its, step) for pair in _ways(variant)}
    found |= {(cite, "bounds the votes in"): None for cite in seats_behind(its.law, step)}
    silences = tuple(_silences(step))
    for cite, how in found:
        yield cite, Use(its.name, step.step, how, silences)


def _variants(its: Procedure, step: StepEntry | Alongside) -> Iterator[Step | Alongside]:
    """The step as the file has it, and as each reading makes it."""
    yield step
    for question in getattr(step, "readings", {}).values():
        for option in question.options.values():
            if option.set:
                yield its.step_with(step.step, option.set)


def _ways(step: Step | Alongside) -> Iterator[tuple[str, str]]:
    """Each citation in a step with what the provision does there; one that does two things is named for the first."""
    named = {norm.cite: "governs" for norm in step.governed_by}
    named |= {norm.cite: "decides" for norm in getattr(step, "tests", ()) if norm.cite not in named}
    if isinstance(step, Step) and step.each:
        named.setdefault(step.each, "names the line of")
    if step.by:
        named.setdefault(step.by, "says who acts in")
    yield from named.items()


def seats_behind(its: Law, step: Step | Alongside) -> set[str]:
    """The provisions that state the seats by which the votes of a step are bounded."""
    kinds = [its.vocabulary.act(act) for act in step.awaited if act in its.vocabulary.acts]
    bounds = [each.at_most for kind in kinds for each in _bounded(kind)]
    bodies = [its.constitution.bodies.get(bound.seats_of) for bound in bounds if isinstance(bound, SeatsOf)]
    return {body.seats for body in bodies if body and body.seats}


def _bounded(kind: ActKind) -> list[FieldKind | Sum]:
    return [*kind.fields.values(), *kind.bounds]


def _silences(step: Step | Alongside) -> Iterator[str]:
    targets = step.targets() if isinstance(step, Step) else []
    yield from dict.fromkeys(target.silent for target in targets if target.silent)
