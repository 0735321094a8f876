"""What the names of a rule's expressions stand for at one occurrence of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.law.constitution import matter_list
from majlis.logic.check import Choice, Count, Kind, Meaning, Type, Typed
from majlis.logic.tree import some
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.logic.tree import Condition
    from majlis.logic.truth import Value
    from majlis.procedure.course import Course, Occurrence
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Alongside, Step

_HISTORY = ("passed", "failures", "missed", "late", "required")
TALLY = {
    "leading": Kind.INTEGER,
    "runner_up": Kind.INTEGER,
    "total": Kind.INTEGER,
    "number": Kind.INTEGER,
    "tied": Kind.BOOLEAN,
    "second_tied": Kind.BOOLEAN,
}
RANKS = ("best_rank", "worst_rank")


class Names:
    """The names and types of one procedure's record, and what history says of earlier steps."""

    def __init__(self, procedure: Procedure, course: Course) -> None:
        self.procedure = procedure
        self.course = course
        self.alongside = {step.step: step for step in procedure.file.alongside}
        self._fields: dict[str, dict[str, Type]] = {}
        self.facts = {name: self.field_type(fact.type) for name, fact in procedure.file.facts.items()}
        for name, value in procedure.file.fixed.items():
            plain = Type(Kind.BOOLEAN if isinstance(value, bool) else Kind.WORD)
            self.facts.setdefault(name, self.field_type("matter") if name == "matter" else plain)
        if "matter" in self.facts:
            lists = {matter_list(each) for each in procedure.law.constitution.matters}
            self.facts["matter.list"] = Type(Kind.WORD, frozenset(lists))
        self.types: dict[str, Type] = dict(self.facts)
        self.choices: dict[str, tuple[tuple[int, Condition], ...]] = {}
        self.uncounted: set[str] = set()
        """The occurrences at which a majority may be due that hangs on a figure of the vote."""
        self.tested: dict[str, Condition] = {}
        self.views: dict[str, tuple[str, Occurrence]] = {}
        self.history: dict[tuple[str, Occurrence], Condition] = {}
        self.lowered: list[Occurrence] = []

    def field_type(self, kind: str | tuple[str, ...]) -> Type:
        """The type of a fact or act field."""
        frame = self.procedure.law.constitution
        if isinstance(kind, tuple):
            return Type(Kind.WORD, frozenset(kind))
        words: dict[str, Iterable[str]] = {"actor": frame.actors(), "office": frame.offices, "matter": frame.matters}
        if kind in words:
            return Type(Kind.WORD, frozenset(words[kind]))
        return Type({"boolean": Kind.BOOLEAN, "count": Kind.INTEGER, "date": Kind.DAY}.get(kind, Kind.WORD))

    def fields(self, step: Step | Alongside) -> dict[str, Type]:
        """The fields that a step's occurrence has on the record."""
        if step.step not in self._fields:
            self._fields[step.step] = self._fields_of(step)
        return dict(self._fields[step.step])

    def _fields_of(self, step: Step | Alongside) -> dict[str, Type]:
        found: dict[str, Type] = {"done": Type(Kind.BOOLEAN), "date": Type(Kind.DAY)}
        vocabulary = self.procedure.law.vocabulary
        for act in step.awaited:
            for name, field in vocabulary.act(act).fields.items():
                if field.type == "tally":
                    found |= {each: Type(kind) for each, kind in TALLY.items()}
                    found |= {each: Type(Kind.INTEGER) for each in RANKS}
                else:
                    found[name] = self.field_type(field.type)
        if len(step.awaited) > 1:
            found["act"] = Type(Kind.WORD, frozenset(step.awaited))
        return found

    def domains(self) -> dict[str, tuple[Value, ...]]:
        """Every value of the facts and fields that have a finite number of them."""
        found: dict[str, tuple[Value, ...]] = {}
        for name, kind in self.types.items():
            if kind.kind is Kind.BOOLEAN:
                found[name] = (True, False)
            elif kind.words and name != "matter.list":
                found[name] = tuple(sorted(kind.words))
        if "matter" in found:
            found["matter"] = self.procedure.matters
        return found


class Here:
    """The scope of one norm at one occurrence: roles, facts, fields and history."""

    def __init__(
        self, names: Names, here: Occurrence | None, roles: Mapping[str, tuple[str, ...]], step: Step | Alongside
    ) -> None:
        self.names = names
        self.here = here
        self.step = step
        self.roles = dict(roles)
        for act in step.awaited:
            self.roles.setdefault(act, (step.step,))
        self.roles.setdefault(step.step, (step.step,))

    def triggers(self, role: str) -> tuple[str, ...]:
        """The names on the record that may start a clock: occurrences or a date fact, latest first."""
        if role in self.names.facts:
            if self.names.facts[role].kind is not Kind.DAY:
                raise InputError(f"{role} is no date", remedy="A period begins with a step or a date")
            return (role,)
        return tuple(self._occurrence(step) for step in self.roles.get(role, (role,)))

    def lookup(self, path: str) -> Meaning:
        """What a dotted name stands for. Raises InputError for an unknown one, naming the nearest."""
        if path in self.names.facts:
            return Typed(path, self.names.facts[path])
        role, _, attribute = path.partition(".")
        if not attribute or (role not in self.roles and role not in self._steps()):
            raise InputError(f"unknown name {path!r}", remedy=remedy(path, self._known(role)))
        step = self.roles.get(role, (role,))[0]
        if attribute in _HISTORY and step not in self.names.alongside:
            return self._history(step, attribute)
        return self._field(step, attribute, path)

    def met(self, cite: str) -> Condition:
        """The condition that a provision's test holds, at the occurrence nearest before this one."""
        if cite not in self.names.tested:
            raise InputError(
                f'met("{cite}"): nothing before this step tests {cite}', remedy=remedy(cite, self.names.tested)
            )
        return self.names.tested[cite]

    def _steps(self) -> set[str]:
        return set(self.names.course.steps) | set(self.names.alongside)

    def _known(self, role: str) -> set[str]:
        if role in self.roles or role in self._steps():
            step = self.roles.get(role, (role,))[0]
            return {f"{role}.{field}" for field in (*self.names.fields(self._model(step)), *_HISTORY)}
        return set(self.names.facts) | {f"{each}.done" for each in self._steps() | set(self.roles)}

    def _model(self, step: str) -> Step | Alongside:
        return self.names.alongside.get(step) or self.names.course.steps[step]

    def _occurrence(self, step: str) -> str:
        if step in self.names.alongside:
            return self._view(step)
        if step not in self.names.course.steps:
            raise InputError(f"unknown step or role {step!r}", remedy=remedy(step, self._steps() | set(self.roles)))
        return self.names.course.seen_from(self.here, step)

    def _view(self, side: str) -> str:
        """A step alongside as it stood when the act here was done: what came later does not reach back."""
        if self.here is None:
            return side
        name = f"{side}@{self.here.name}"
        self.names.views[name] = (side, self.here)
        return name

    def _field(self, step: str, attribute: str, path: str) -> Meaning:
        fields = self.names.fields(self._model(step))
        if step in self.names.alongside:
            fields |= {"count": Type(Kind.INTEGER), "of_leaders": Type(Kind.INTEGER)}
        if attribute not in fields:
            raise InputError(
                f"unknown name {path!r}", remedy=remedy(path, {f"{path.partition('.')[0]}.{f}" for f in fields})
            )
        name = f"{self._occurrence(step)}.{attribute}"
        self.names.types[name] = fields[attribute]
        return Typed(name, fields[attribute])

    def _history(self, step: str, attribute: str) -> Meaning:
        before = [each for each in self.names.lowered if each.step == step and each != self.here]
        if attribute == "required":
            return self._required(step, before)
        word = "failed" if attribute == "failures" else attribute
        parts = tuple(self.names.history[word, each] for each in before)
        return Count(parts) if attribute == "failures" else some(parts)

    def _required(self, step: str, before: list[Occurrence]) -> Choice:
        due = before[0].name if len(before) == 1 else ""
        if not self.names.choices.get(due) or due in self.names.uncounted:
            raise InputError(
                f"{step}.required: no single majority in votes is due before",
                remedy="Name a step outside loops that a threshold in votes governs",
            )
        return Choice(self.names.choices[before[0].name])
