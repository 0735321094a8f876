"""What can still come of a case: acts that have not been done may follow, facts that are not known may become so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.logic.truth import truth
from majlis.questions.beforehand import beforehand, known_beforehand
from majlis.questions.later_days import later_days
from majlis.scenario.record import IN_OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.logic.tree import Condition
    from majlis.logic.truth import Value
    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import Finding
    from majlis.questions.judgement import Judgement

_OVER = "over."


@dataclass(frozen=True, eq=False)
class Prospects:
    """A judgement, with what is settled of its future on the day of judgement and what was at the outset."""

    found: Judgement

    @cached_property
    def known(self) -> dict[str, Value]:
        """What is settled whatever happens from now on: the record without all that may yet change."""
        return known_beforehand(self.found.program, self._settled)

    @cached_property
    def at_the_outset(self) -> dict[str, Value]:
        """What was settled by the facts of the case alone, before anything had happened."""
        return known_beforehand(self.found.program, self.found.case.facts)

    def truth(self, part: Condition) -> bool | None:
        """The truth of a condition whatever happens from now on; None where it is open."""
        return truth(beforehand(part), self.known)

    def holds(self, finding: Finding) -> bool | None:
        """Does a norm apply as the record stands? None where it does not and yet may, or where that is not known."""
        if truth(finding.applies, self.found.known) and not self.lies_ahead(finding.occurrence):
            return True
        if not self.found.record.values.get(f"{finding.occurrence}.done"):
            return self.truth(finding.applies)
        return False if f"{finding.name}.na" in self.found.held else None

    def lies_ahead(self, occurrence: str) -> bool:
        """Has a case surely not come to an occurrence? The record will be another by the time that it does."""
        name = f"reach.{occurrence}"
        return name in self.found.program.by_name and self.found.known.get(name) is False

    def barred(self, occurrence: str) -> tuple[str, ...]:
        """The duties, apart from periods, that somebody would break who took a step now, as the record stands."""
        clocks = {clock.name for clock in self.found.program.clocks}
        known = self.found.known
        return tuple(
            each.provision.cite
            for each in self.found.program.findings
            if each.occurrence == occurrence and each.provision.duty and each.name not in clocks
            and truth(each.applies, known) and truth(each.test, known) is False
        )  # fmt: skip

    def reached(self, occurrence: str) -> bool | None:
        """Is an occurrence reached: is it already, or (None) may it be later, or can nothing lead to it?"""
        name = f"reach.{occurrence}"
        if name in self.found.held:
            return True
        if name not in self.found.program.by_name or self.known.get(name) is False:
            return False
        return None

    def belongs(self, occurrence: str) -> bool:
        """Could an occurrence be reached at all, as far as the facts of the case settle it?"""
        name = f"reach.{occurrence}"
        return name in self.found.program.by_name and self.at_the_outset.get(name) is not False

    def lapsed(self, here: Occurrence) -> bool:
        """Has the procedure come to its end because a step was missed, or gone on past it to an end?"""
        found = self.found
        if found.status != "concluded" or here in found.placed.at or f"reach.{here.name}" not in found.held:
            return False
        missed, end = found.program.course.steps[here.step].missed, found.outcome
        over = any(f"{clock.name}.bad" in found.held for clock in found.program.clocks if clock.occurrence == here.name)
        ends = over and missed is not None and end is not None and missed.to == end.what
        return ends or self._replaced(here)

    def _replaced(self, here: Occurrence) -> bool:
        """Has the record taken the way that follows if a step is missed (not one past a silence)?"""
        course = self.found.program.course
        missed = course.steps[here.step].missed
        heads = course.ahead(here, missed) if missed is not None and not missed.silent else []
        return any(each == head or each in course.onward[head] for head in heads for each in self.found.placed.at)

    @cached_property
    def _settled(self) -> dict[str, Value]:
        open_names, record = set(self._open()), self.found.record.values
        settled = {
            name: value
            for name, value in record.items()
            if name not in open_names and not (name.endswith(".done") and value is False)
        }
        reached = (f"reach.{here.name}" for here in self.found.placed.at)
        settled |= {name: True for name in reached if name in self.found.held}  # that is history
        course = self.found.program.course
        settled |= {f"{here.name}.done": False for here in course.occurrences if self.lapsed(here)}
        return settled | later_days(self.found.program, record, self.found.case.as_of)

    def _open(self) -> Iterator[str]:
        """The names on the record whose values time or a later act may change."""
        program, record = self.found.program, self.found.record
        yield "as_of"
        for name, value in record.values.items():
            if (name.startswith(_OVER) and isinstance(value, int) and value <= 0) or (
                name.endswith(".left") and value == IN_OFFICE
            ):
                yield name
        for here in program.course.occurrences:
            if program.course.steps[here.step].tests and not any(
                before in self.found.placed.at for before in program.course.before[here]
            ):
                yield f"{here.name}.date"
        for side in self.found.case.procedure.file.alongside:
            yield from (f"{side.step}.{counted}" for counted in ("count", "of_leaders"))
        for view, (_, here) in program.views.items():
            if here not in self.found.placed.at:
                yield from (f"{view}.{counted}" for counted in ("count", "of_leaders"))
