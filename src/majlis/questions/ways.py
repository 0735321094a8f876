"""Which steps can be reached, and which ways out of them are open, before anything has happened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.law.constitution import MATTER, add_list
from majlis.logic.cover import covers
from majlis.logic.tree import every, negate, some
from majlis.logic.truth import truth
from majlis.procedure.program import ClockKind
from majlis.procedure.scope import Names
from majlis.questions.beforehand import beforehand, known_beforehand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.logic.tree import Condition
    from majlis.logic.truth import Value
    from majlis.procedure.model import Step
    from majlis.procedure.program import Finding
    from majlis.questions.standing import Standing

_MAY_LAPSE = (ClockKind.WITHIN, ClockKind.ON)  # the spans at whose end something may come too late


@dataclass(frozen=True, eq=False)
class Ways:
    """A procedure as far as it is settled by the facts that are given."""

    law: Standing
    given: Mapping[str, Value]

    @cached_property
    def known(self) -> Mapping[str, Value]:
        """The given facts with the truth of every named condition that follows from them."""
        return known_beforehand(self.law.program, self.given)

    def truth(self, part: Condition) -> bool | None:
        """The truth of a condition beforehand; None where it is still open."""
        return truth(beforehand(part), self.known)

    def rounds(self, step: str) -> tuple[str, ...]:
        """The occurrences of a step that can be reached; none for one that nothing can lead to."""
        here = [each.name for each in self.law.program.course.occurrences if each.step == step]
        walked = self.law.program.by_name
        return tuple(e for e in here if f"reach.{e}" in walked and self.known.get(f"reach.{e}") is not False)

    def findings(self, step: str, cite: str = "") -> tuple[Finding, ...]:
        """The findings at a step, or those of one provision there, wherever the step can be reached."""
        places = self.rounds(step) or (step,)
        found = (each for each in self.law.program.findings if each.step == step and each.occurrence in places)
        return tuple(each for each in found if cite in ("", each.provision.cite))

    def agreed(self, parts: Iterable[Condition]) -> bool | None:
        """The truth that several conditions share; None where they differ or one is open."""
        found = {self.truth(part) for part in parts}
        return found.pop() if len(found) == 1 else None

    def events(self, step: Step) -> tuple[str, ...]:
        """The events in which something can follow from a step, each once; all acts count as possible."""
        named = [*step.acts, *step.left, *(["exhausted"] if step.exhausted else []), *(["done"] if step.done else [])]
        results = dict.fromkeys(event for place in self.rounds(step.step) for event in self._results(step, place))
        lapses = [event for event in ("late", "missed") if getattr(step, event) and self._lapses(step)]
        return (*named, *(event for event in ("passed", "failed", "ungoverned") if event in results), *lapses)

    def _results(self, step: Step, place: str) -> Iterator[str]:
        """How a step that passes or fails can come out in one round."""
        if not step.passed:
            return
        deciding = [f for f in self.findings(step.step) if f.occurrence == place and f.provision.deciding]
        passes = every(some((negate(each.applies), each.test)) for each in deciding)
        none = every(negate(each.applies) for each in deciding)
        covered = self.truth(none) is False or (bool(deciding) and self._covered(deciding))
        if self.truth(passes) is not False and (covered or self.truth(none) is not True):
            yield "passed"
        if self.truth(passes) is not True and any(self.truth(each.applies) is not False for each in deciding):
            yield "failed"
        if step.ungoverned and not covered:
            yield "ungoverned"

    def _covered(self, deciding: Iterable[Finding]) -> bool:
        """Does one provision or another decide in every case that the given facts leave open?"""
        program = self.law.program
        names = Names(self.law.procedure, program.course)
        names.types |= program.types
        left = names.domains() | {name: (value,) for name, value in self.given.items()}
        if matters := self.law.matters():
            left[MATTER] = tuple(matters) if MATTER not in self.given else (self.given[MATTER],)
        return covers([each.applies for each in deciding], left, add_list)

    def _lapses(self, step: Step) -> bool:
        """Can a period of the step run out?"""
        may = {clock.name for clock in self.law.program.clocks if clock.kind in _MAY_LAPSE}
        return any(each.name in may and self.truth(each.applies) is not False for each in self.findings(step.step))
