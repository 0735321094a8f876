"""Loading of procedures."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from majlis.documents.reader import read
from majlis.documents.validated import located, validated
from majlis.errors import LawError
from majlis.law.constitution import MATTER, matter_list
from majlis.law.library import constitutions, law
from majlis.law.norm import options_in, overrides
from majlis.law.places import KeptByFolder, content, content_at
from majlis.nearest import remedy
from majlis.procedure.checks import check
from majlis.procedure.likeness import joined
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
        check(self)

    @cached_property
    def matters(self) -> tuple[str, ...]:
        """The matters that the procedure is about."""
        fixed, fact = self.file.with_.get(MATTER), self.file.facts.get(MATTER)
        if fixed:
            return (fixed,)
        lists = fact.lists if fact else ()
        every = self.law.constitution.matters
        return tuple(each for each in every if not lists or matter_list(each) in lists or each in lists)

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
        entry = self.file.steps[number]
        return self.step_with(entry.step, overrides(entry.readings, choices, edition, self.law.editions))

    def step_with(self, name: str, changes: Mapping[str, Any]) -> Step:
        """A step with some keys overridden. Raises InputError where they do not fit."""
        path = ("steps", self.order[name])
        raw: Any = self.document.data
        for key in path:
            raw = raw[key]
        data = {**{key: value for key, value in raw.items() if key != "readings"}, **changes}
        try:
            return Step.model_validate(data)
        except ValidationError as error:
            raise located(error, Step, self.document, path) from None


@KeptByFolder
def procedure(name: str) -> Procedure:
    """The procedure of that name (CONSTITUTION/PROCEDURE). Raises InputError for an unknown one."""
    known = procedures()
    if name not in known:
        called_so = [each for each in known if each.partition("/")[2] == name]  # the constitution was left out
        advice = f"Did you mean {' or '.join(called_so)}?" if called_so else remedy(name, known)
        raise LawError(f"unknown procedure {name!r}", remedy=advice)
    constitution, _, stem = name.partition("/")
    return Procedure(law(constitution), _document(constitution, stem))


def _document(constitution: str, stem: str) -> Document:
    """The file of a procedure, with what it takes over from the one that it is like."""
    own = read(content() / "procedures" / constitution / f"{stem}.yaml")
    like = own.data.get("like")
    if not isinstance(like, str):
        return own
    known = [each.partition("/")[2] for each in procedures() if each.startswith(f"{constitution}/")]
    where = own.where(("like",))
    if like not in known or like == stem:
        raise LawError(f"{stem} is like {like!r}, which is no other procedure", where=where, remedy=remedy(like, known))
    other = read(content() / "procedures" / constitution / f"{like}.yaml")
    if "like" in other.data:
        what = f"{stem} is like {like}, which is like another procedure itself"
        raise LawError(what, where=where, remedy="Name the procedure that has the steps")
    return joined(own, other)


@KeptByFolder
def procedures() -> tuple[str, ...]:
    """The names of all procedures, in order."""
    folder = content() / "procedures"
    return tuple(
        f"{constitution}/{path.stem}"
        for constitution in constitutions()
        for path in sorted((folder / constitution).glob("*.yaml"))
    )


def procedures_of(its: Law) -> list[Procedure]:
    """All procedures of a constitution, in order, out of the content that it was read from."""
    with content_at(its.root):
        return [procedure(name) for name in procedures() if name.partition("/")[0] == its.folder.name]
