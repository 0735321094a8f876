"""All records that a case of a procedure can have, when everything that is asked about it is known.

A space has the formulas of a program and what must hold of its record: figures that come out, acts that have
days, clocks that run from their triggers. It may admit more than a case can be, never less, so that what is
proved of it holds of every case. What is found in it is tried as a scenario before it is believed.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.engines.proof import Formulas
from majlis.logic.check import Kind
from majlis.logic.tree import names
from majlis.procedure.lower import UNPLACED
from majlis.procedure.scope import Names
from majlis.questions.judgement import program_of
from majlis.questions.proof.clocks import at_noon, clock_facts
from majlis.questions.proof.figures import figure_facts
from majlis.questions.proof.sides import line_facts, side_facts
from majlis.questions.proof.values import fact_facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from majlis.engines.proof import Formula
    from majlis.logic.tree import Condition
    from majlis.procedure.course import Occurrence
    from majlis.procedure.library import Procedure
    from majlis.questions.judgement import Choices

AS_OF = "as_of"
SPAN = 36_524  # days, a century, after the first one of an edition, within which the days of shown cases lie
LAST = date.max.toordinal()
MOST = 10_000_000  # the greatest count in cases that are shown


class Space:
    """A procedure in one edition, under chosen readings, with everything known about its cases.

    `beside` is the same procedure in the same edition under other readings, to ask both about one case.
    """

    def __init__(self, procedure: Procedure, edition: str, choices: Choices = (), beside: Space | None = None) -> None:
        """Raises InputError where the solver is not installed, and for content that does not fit together."""
        self.procedure, self.edition, self.choices = procedure, edition, choices
        self.program = program_of(procedure, edition, choices)
        self.course = self.program.course
        self.kinds = Names(procedure, self.course)
        self.presence: dict[str, Formula] = {}
        self._reads: dict[str, frozenset[str]] = {}
        self.plain: list[Formula] = []
        """What is asked of cases that are shown, and of no others: days and figures that a reader calls plain."""
        self.of_act: dict[str, list[Formula]] = {}
        self.formulas: Formulas = Formulas(self.program, self._given, beside.formulas if beside else None)
        self.z3 = self.formulas.z3
        self.awaited = tuple(each for each in self.course.occurrences if self.course.steps[each.step].awaited)
        self.sides = {side.step: side for side in procedure.file.alongside}
        window = procedure.law.constitution.editions[procedure.law.editions.index(edition)].first_day
        self.first = window.latest.toordinal()
        self.facts = self._stated()

    @cached_property
    def read(self) -> frozenset[str]:
        """The names of the record that the program reads."""
        conditions = self.program.conditions
        found = {name for named in conditions for name in names(named.when)} - self.program.by_name.keys()
        return frozenset(
            found | {trigger for clock in self.program.clocks for trigger in clock.triggers if "." not in trigger}
        )

    def reads(self, part: Condition) -> frozenset[str]:
        """The names of the record on which the truth of a condition hangs, by way of named conditions as well."""
        found: set[str] = set()
        for name in names(part):
            if name not in self.program.by_name:
                found.add(name)
            else:
                if name not in self._reads:
                    self._reads[name] = self.reads(self.program.by_name[name])
                found |= self._reads[name]
        return frozenset(found)

    def done(self, occurrence: str) -> Formula:
        """The formula that the act of an occurrence (or of a step alongside) was done."""
        return self.formulas.truth(f"{occurrence}.done")

    def date(self, occurrence: str) -> Formula:
        """The day of an act, a day number."""
        return self.formulas.number(f"{occurrence}.date")

    def number(self, name: str) -> Formula:
        """The number under a name."""
        return self.formulas.number(name)

    def reached(self, occurrence: str) -> Formula:
        """The formula that the case comes to an occurrence of a step."""
        return self.formulas.named(f"reach.{occurrence}")

    @cached_property
    def as_of(self) -> Formula:
        """The day of judgement, a day number."""
        return self.number(AS_OF)

    def any_of(self, formulas: list[Formula]) -> Formula:
        """At least one of some formulas."""
        return self.z3.Or(formulas) if formulas else self.z3.BoolVal(False)

    def is_day(self, number: Formula) -> Formula:
        """The formula that a number is a day of the calendar; one that is shown lies in the century of the edition."""
        self.plain.append(self.z3.And(number >= self.first, number <= self.first + SPAN))
        return self.z3.And(number >= 1, number <= LAST)

    def is_count(self, number: Formula) -> Formula:
        """The formula that a number is a count; one that is shown is not beyond all counts of a rule."""
        self.plain.append(number <= MOST)
        return number >= 0

    @cached_property
    def in_order(self) -> list[Formula]:
        """What holds of a record whose acts stand where the steps lead them, each on a later day than those before."""
        return self._ordered(lambda earlier, later: earlier < later)

    @cached_property
    def loosely_in_order(self) -> list[Formula]:
        """As `in_order`, while acts may share a day."""
        return self._ordered(lambda earlier, later: earlier <= later)

    def _ordered(self, before: Callable[[Formula, Formula], Formula]) -> list[Formula]:
        z3, found = self.z3, [self.number(UNPLACED) == 0, *at_noon(self), *self.plain]
        for here in self.awaited:
            found.append(z3.Implies(self.done(here.name), self.reached(here.name)))
            for later in self.course.onward[here]:
                if self.course.steps[later.step].awaited:
                    both = z3.And(self.done(here.name), self.done(later.name))
                    found.append(z3.Implies(both, before(self.date(here.name), self.date(later.name))))
        return found

    @cached_property
    def blameless(self) -> list[Formula]:
        """What holds of a record in which nobody broke a duty at a step that was reached."""
        z3 = self.z3
        wrongs = [z3.And(self.formulas.named(name), self.reached(where)) for name, where in self.program.duties.items()]
        early = [self.formulas.named(f"early.{here.name}") for here in self.awaited]
        return [z3.Not(each) for each in (*wrongs, *early)]

    def awaited_before(self, here: Occurrence) -> list[Occurrence]:
        """The nearest occurrences before one that await an act."""
        seen: dict[Occurrence, None] = {}
        todo = list(self.course.before[here])
        while todo:
            source = todo.pop()
            if source not in seen:
                seen[source] = None
                if not self.course.steps[source.step].awaited:
                    todo += self.course.before[source]
        return [source for source in seen if self.course.steps[source.step].awaited]

    def _given(self, name: str) -> Formula:
        """Everything that could be known is: what an act that was not done would show is not there."""
        return self.presence.get(name, self.z3.BoolVal(True))

    def _stated(self) -> list[Formula]:
        found = [self.is_day(self.as_of), self.number(UNPLACED) >= 0, *self._before_the_first()]
        found += fact_facts(self)
        for here in self.awaited:
            found += self._act(here)
        found += [each for step in self.course.steps if self.course.looped(step) for each in self._last(step)]
        found += side_facts(self)
        found += line_facts(self)
        found += self._tests()
        return found + clock_facts(self)

    def _before_the_first(self) -> list[Formula]:
        """Rounds before the first, of which expressions within a loop ask, there are none."""
        asked = {name.rpartition(".")[0] for name in self.read}
        asked |= {each for clock in self.program.clocks for each in clock.triggers}
        missing = {name for name in asked if name.endswith(".0")}
        for name in self.read:
            if name.rpartition(".")[0] in missing:
                self.presence[name] = self.z3.BoolVal(False)
        return [self.z3.Not(self.done(name)) for name in sorted(missing)]

    def _act(self, here: Occurrence) -> list[Formula]:
        done, date = self.done(here.name), self.date(here.name)
        self.presence[f"{here.name}.date"] = done
        fields = figure_facts(self, here.name, self.course.steps[here.step].awaited, done)
        self.of_act[here.name] = fields
        return [
            self.z3.Implies(done, self.z3.And(self.is_day(date), date <= self.as_of)),
            *fields,
        ]

    def _last(self, step: str) -> list[Formula]:
        """The last round of a step in a loop, as it is seen from outside."""
        rounds = [here.name for here in self.awaited if here.step == step]
        if not rounds:
            return []
        last, found = f"{step}.last", []
        found.append(self.done(last) == self.any_of([self.done(each) for each in rounds]))
        fields = {name.rpartition(".")[2] for name in self.read if name.rpartition(".")[0] == last} | {"date"}
        for field in sorted(fields - {"done"}):
            self.presence[f"{last}.{field}"] = self.done(last)
            for place, each in enumerate(rounds):
                latest = self.z3.And(
                    [self.done(each), *(self.z3.Not(self.done(later)) for later in rounds[place + 1 :])]
                )
                found.append(self.z3.Implies(latest, self.same(f"{last}.{field}", f"{each}.{field}")))
        return found

    def same(self, one: str, other: str) -> Formula:
        """The formula that the same stands under two names."""
        kind = self.program.types.get(one)
        if kind is not None and kind.kind is Kind.BOOLEAN:
            return self.formulas.truth(one) == self.formulas.truth(other)
        return self.number(one) == self.number(other)

    def _tests(self) -> list[Formula]:
        """The day of a step that only tests facts: of the last act before it, or of the first after it."""
        found: list[Formula] = []
        for here in self.course.occurrences:
            step = self.course.steps[here.step]
            if not step.tests:
                continue
            name = f"{here.name}.date"
            found += self._tested_on(self.number(name), here)
        return found

    def _tested_on(self, day: Formula, here: Occurrence) -> list[Formula]:
        z3 = self.z3
        before = [each.name for each in self.awaited_before(here)]
        after = [each.name for each in self.course.onward[here] if self.course.steps[each.step].awaited]
        came = self.any_of([self.done(each) for each in before])
        comes = self.any_of([self.done(each) for each in after])
        anything = self.any_of([self.done(each.name) for each in self.awaited])
        self.presence[f"{here.name}.date"] = z3.Or(came, comes, z3.Not(anything))
        found = [self.is_day(day), z3.Implies(z3.Not(anything), day == self.as_of)]
        found += [z3.Implies(came, z3.And(self._is_one(day, before), self._bounds(day, before, first=False)))]
        then = z3.And(z3.Not(came), comes)
        return [*found, z3.Implies(then, z3.And(self._is_one(day, after), self._bounds(day, after, first=True)))]

    def _is_one(self, day: Formula, acts: list[str]) -> Formula:
        return self.any_of([self.z3.And(self.done(each), day == self.date(each)) for each in acts])

    def _bounds(self, day: Formula, acts: list[str], *, first: bool) -> Formula:
        beyond = [(day <= self.date(each)) if first else (day >= self.date(each)) for each in acts]
        return self.z3.And([self.z3.Implies(self.done(each), held) for each, held in zip(acts, beyond, strict=True)])
