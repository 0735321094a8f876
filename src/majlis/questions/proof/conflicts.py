"""Two duties at one step: is there a situation in which whoever acts must break one of them?

A situation is all that is settled before the act: facts, earlier acts, the day. The act has its own fields. Two
duties conflict in a situation in which each could be kept by some act, and no act keeps both. The search adds one
act after another that would keep both, until no situation is left, or one in which none does.

Source of the method: A. Solar-Lezama et al., Combinatorial Sketching for Finite Programs (ASPLOS 2006).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from majlis.engines.proof import PATIENCE
from majlis.logic.tree import every
from majlis.questions.proof.duties import named

if TYPE_CHECKING:
    from majlis.engines.proof import Formula
    from majlis.procedure.program import Finding
    from majlis.questions.proof.space import Space
    from majlis.questions.proof.witness import Model

MOST_ACTS = 60  # that are tried before it is left undecided
FIRST, SECOND = "first ", "second "


class Conflict:
    """Two duties at one occurrence of a step."""

    def __init__(self, space: Space, one: Finding, other: Finding) -> None:
        self.space, self.z3 = space, space.z3
        self.occurrence = one.occurrence
        self.broken = tuple(space.formulas.holds(named(space.program, each, "bad")) for each in (one, other))
        reads = [space.reads(every((each.applies, each.test))) for each in (one, other)]
        prefix = f"{self.occurrence}."
        settled = {f"{prefix}date", f"{prefix}done"}
        own = [{name for name in each if name.startswith(prefix)} - settled for each in reads]
        self.tied = bool(self._tied(own[0]) & own[1])
        formulas = [*self.broken, *space.of_act.get(self.occurrence, [])]
        every_name = {each.decl().name(): each for formula in formulas for each in variables(self.z3, formula)}
        self.own = [each for name, each in every_name.items() if name.startswith(prefix) and name not in settled]

    def found(self) -> Model | bool | None:
        """A model of a situation in which no act keeps both; False where there is none; None if not decided."""
        if not self.tied:  # what keeps the one and what keeps the other go together in one act
            return False
        near = self._without_an_act(self._asked([]))
        return near if near is False else self._without_an_act(self._asked(self.space.facts))

    def _tied(self, fields: set[str]) -> set[str]:
        """The fields that hang together with some, as sums and bounds have it."""
        groups = [self._fields(formula) for formula in self.space.of_act.get(self.occurrence, [])]
        found, before = set(fields), -1
        while len(found) > before:
            before = len(found)
            found |= {each for group in groups if group & found for each in group}
        return found

    def _fields(self, formula: Formula) -> set[str]:
        """The fields of the act in a formula, whether and when it was done left out."""
        prefix = f"{self.occurrence}."
        names = {each.decl().name() for each in variables(self.z3, formula)}
        return {name for name in names if name.startswith(prefix)} - {f"{prefix}done", f"{prefix}date"}

    def _without_an_act(self, asked: Formula) -> Model | bool | None:
        for _ in range(MOST_ACTS):
            answer = asked.check()
            if answer != self.z3.sat:
                return False if answer == self.z3.unsat else None
            model = asked.model()
            act = self._keeping_both(model)
            if act is False:
                return model
            if act is None:
                return None
            asked.add(self.z3.Not(self._with(act, self._kept(0, 1))))
        return None

    def _asked(self, facts: list[Formula]) -> Formula:
        space, asked = self.space, self.z3.Solver()
        asked.set("timeout", PATIENCE)
        asked.add(facts)
        asked.add(space.reached(self.occurrence), self._done())
        for number, name in enumerate((FIRST, SECOND)):
            copy = [(each, self.z3.Const(f"{name}{each.decl().name()}", each.sort())) for each in self.own]
            asked.add(self.z3.substitute(self._kept(number), *copy))
        return asked

    def _keeping_both(self, model: Model) -> list[tuple[Formula, Formula]] | Literal[False] | None:
        """The fields of an act that keeps both in a situation; False where none does, None where it is not decided."""
        asked = self.z3.Solver()
        asked.set("timeout", PATIENCE)
        mine = {each.decl().name() for each in self.own}
        asked.add([each() == model[each] for each in model.decls() if each.name() not in mine and each.arity() == 0])
        asked.add(self._kept(0, 1))
        answer = asked.check()
        if answer != self.z3.sat:
            return False if answer == self.z3.unsat else None
        found = asked.model()
        return [(each, found.eval(each, model_completion=True)) for each in self.own]

    def _kept(self, *which: int) -> Formula:
        """The formula that the duties are not broken, by an act whose figures come out."""
        kept = [self.z3.Not(self.broken[each]) for each in which]
        return self.z3.And([*kept, *self.space.of_act.get(self.occurrence, []), self._done()])

    def _with(self, act: list[tuple[Formula, Formula]], formula: Formula) -> Formula:
        return self.z3.substitute(formula, *act)

    def _done(self) -> Formula:
        return self.space.done(self.occurrence)


def variables(z3: Any, formula: Formula) -> list[Formula]:
    """The variables in a formula."""
    seen, found, todo = set(), [], [formula]
    while todo:
        part = todo.pop()
        if part.get_id() not in seen:
            seen.add(part.get_id())
            todo += part.children()
            if z3.is_const(part) and part.decl().kind() == z3.Z3_OP_UNINTERPRETED:
                found.append(part)
    return found
