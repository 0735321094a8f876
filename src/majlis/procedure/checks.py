"""The checks of a procedure file that need no edition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from majlis.errors import InputError, LawError
from majlis.law.constitution import MATTER
from majlis.nearest import remedy
from majlis.procedure.model import Step

if TYPE_CHECKING:
    from majlis.errors import Where
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Alongside, StepEntry, Target


def check(procedure: Procedure) -> None:
    """Check names, acts, citations and targets. Raises InputError with file and line for the first fault."""
    _names(procedure)
    _matter(procedure)
    for number, side in enumerate(procedure.file.alongside):
        where = procedure.document.where(("alongside", number))
        _acts(procedure, side, where)
        _citations(procedure, side, where)
    for number, entry in enumerate(procedure.file.steps):
        where = procedure.document.where(("steps", number))
        _acts(procedure, entry, where)
        _citations(procedure, entry, where)
        _targets(procedure, entry, where)


def _names(procedure: Procedure) -> None:
    """The file is called as its procedure is, and no name stands for two things."""
    file = procedure.file
    if Path(procedure.document.name).stem != file.procedure:
        where = procedure.document.where(("procedure",))
        raise LawError(
            f"this file states the procedure {file.procedure!r}",
            where=where,
            remedy="Name the file after its procedure",
        )
    steps = [step.step for step in file.steps] + [side.step for side in file.alongside]
    named = [*steps, *file.outcomes, *file.facts]
    for name in named:
        if named.count(name) > 1:
            where = procedure.document.where(())
            raise LawError(
                f"{name!r} is named twice", where=where, remedy="Steps, outcomes and facts share one namespace"
            )


def _matter(procedure: Procedure) -> None:
    """A matter that the procedure fixes is one of the constitution's."""
    matter, known = procedure.file.with_.get(MATTER), procedure.law.constitution.matters
    if matter is not None and matter not in known:
        where = procedure.document.where(("with", MATTER))
        raise LawError(f"unknown matter {matter!r}", where=where, remedy=remedy(matter, known))


def _acts(procedure: Procedure, step: Step | Alongside, where: Where) -> None:
    known = procedure.law.vocabulary.acts
    for act in (*step.awaited, *getattr(step, "until", ())):
        if act not in known:
            what = f"step {step.step} awaits {act!r}, which the vocabulary does not have"
            raise LawError(what, where=where, remedy=remedy(act, known))


def _citations(procedure: Procedure, step: Step | Alongside, where: Where) -> None:
    norms = [norm.cite for norm in (step.norms if isinstance(step, Step) else step.governed_by)]
    for cite in norms:
        if norms.count(cite) > 1:
            raise LawError(
                f"step {step.step} is governed twice by {cite}", where=where, remedy="Name each provision once"
            )
    for cite in filter(None, (*norms, step.by, getattr(step, "each", ""))):
        try:
            procedure.law.norm(cite)
        except InputError as error:
            raise error.at(where) from None


def _targets(procedure: Procedure, entry: StepEntry, where: Where) -> None:
    """Every target leads to a step or an outcome, under every reading."""
    known = set(procedure.order) | set(procedure.file.outcomes) | ({"next"} if entry.each else set())
    changed = [option.set for question in entry.readings.values() for option in question.options.values()]
    for changes in ({}, *changed):
        for aim in procedure.step_with(entry.step, changes).targets():
            for target in aim.steps():
                if target not in known:
                    what = f"step {entry.step} leads to {target!r}, which is neither step nor outcome"
                    raise LawError(what, where=where, remedy=remedy(target, known))
            _onward(procedure, entry, aim, where)
            _choice(procedure, entry, aim, where)


def _choice(procedure: Procedure, entry: StepEntry, aim: Target, where: Where) -> None:
    """Only what awaits an act can come first."""
    for name in (*aim.either, *(aim.then.either if aim.then else ())):
        if name not in procedure.order or not procedure.file.steps[procedure.order[name]].awaited:
            what = f"step {entry.step} waits for {name}, which awaits no act"
            raise LawError(what, where=where, remedy="Let `either:` name steps that somebody takes")


def _onward(procedure: Procedure, entry: StepEntry, aim: Target, where: Where) -> None:
    """Past an outcome or a silence the record goes on to a step, and from there by that step's own targets."""
    if aim.then is None or aim.goes_on:
        return
    if aim.to in procedure.order:
        what = f"step {entry.step} leads to the step {aim.to} and has `then:`"
        raise LawError(what, where=where, remedy="Only an outcome or a silence may be gone past")
    onward = set(aim.then.steps())
    if aim.then.silent or aim.then.then or not onward <= {*procedure.order, "next"}:
        what = f"step {entry.step} has a `then:` that leads to no step"
        raise LawError(what, where=where, remedy="Name the step to which the record goes on")
