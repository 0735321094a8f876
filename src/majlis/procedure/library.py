"""Loading of procedures, and the checks that need no edition."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from majlis.documents.reader import read
from majlis.documents.validated import located, validated
from majlis.errors import LawError
from majlis.law.library import constitutions, law
from majlis.law.norm import options_in, overrides
from majlis.law.places import content
from majlis.nearest import remedy
from majlis.procedure.model import ProcedureFile, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.documents.document import Document
    from majlis.law.library import Law
    from majlis.law.provision import Option


class Procedure:
    """A procedure with the law that it stands under."""

    def __init__(self, law: Law, document: Document) -> None:
        self.law = law
        self.document = document
        self.file = validated(ProcedureFile, document)
        self.name = f"{law.folder.name}/{self.file.procedure}"
        self.order = {step.step: number for number, step in enumerate(self.file.steps)}
        _check_names(self)

    @cached_property
    def step_questions(self) -> frozenset[str]:
        """The questions whose readings change the steps themselves, or a line of succession."""
        readings = [step.readings for step in self.file.steps]
        lines = [self.law.norm(step.each).entry.readings for step in self.file.steps if step.each]
        return frozenset(question for each in (*readings, *lines) for question in each)

    def steps(self, edition: str, choices: Mapping[str, str]) -> dict[str, Step]:
        """The steps by name, with the chosen readings put in. Raises InputError where one does not fit."""
        return {entry.step: self._step(number, edition, choices) for number, entry in enumerate(self.file.steps)}

    def questions(self, step: str, edition: str) -> dict[str, dict[str, Option]]:
        """The questions of interpretation that a step raises in an edition, each with its readings."""
        readings = self.file.steps[self.order[step]].readings
        return {name: options_in(question, edition, self.law.editions) for name, question in readings.items()}

    def _step(self, number: int, edition: str, choices: Mapping[str, str]) -> Step:
        path = ("steps", number)
        entry = self.file.steps[number]
        raw: dict[str, Any] = self.document.data["steps"][number]  # type: ignore[assignment, index, call-overload] # checked by the model
        data = {key: value for key, value in raw.items() if key != "readings"}
        data.update(overrides(entry.readings, choices, edition, self.law.editions))
        try:
            return Step.model_validate(data)
        except ValidationError as error:
            raise located(error, Step, self.document, path) from None


def _check_names(procedure: Procedure) -> None:
    """Every target leads to a step or an outcome, and no name stands for two things."""
    file, document = procedure.file, procedure.document
    named = [step.step for step in file.steps] + [step.step for step in file.alongside] + list(file.outcomes)
    for name in {name for name in named if named.count(name) > 1} | (set(named) & set(file.facts)):
        raise LawError(f"{name!r} is named twice", where=document.where(()), remedy="Steps, outcomes and facts share one namespace")
    known = {step.step for step in file.steps} | set(file.outcomes)
    for number, step in enumerate(file.steps):
        allowed = known | ({"next"} if step.each else set())
        for target in [name for aim in step.targets() for name in aim.steps()]:
            if target not in allowed:
                where = document.where(("steps", number))
                raise LawError(f"step {step.step} leads to {target!r}, which is neither step nor outcome", where=where, remedy=remedy(target, allowed))


@cache
def procedure(name: str) -> Procedure:
    """The procedure of that name, `az-1995/law` for instance. Raises InputError for an unknown one."""
    known = procedures()
    if name not in known:
        raise LawError(f"unknown procedure {name!r}", remedy=remedy(name, known))
    constitution, _, stem = name.partition("/")
    return Procedure(law(constitution), read(content() / "procedures" / constitution / f"{stem}.yaml"))


@cache
def procedures() -> tuple[str, ...]:
    """The names of all procedures, in order."""
    folder = content() / "procedures"
    return tuple(
        f"{constitution}/{path.stem}"
        for constitution in constitutions()
        for path in sorted((folder / constitution).glob("*.yaml"))
    )
