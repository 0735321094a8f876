"""A scenario that shows something: what the solver found, written as a case and decided like any other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from majlis.procedure.model import ENDED
from majlis.questions.proof.clocks import in_hours
from majlis.questions.proof.tallies import candidates
from majlis.scenario.record import IN_OFFICE, VACANT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.vocabulary import ActKind
    from majlis.procedure.course import Occurrence
    from majlis.procedure.model import Alongside
    from majlis.questions.judgement import Judgement
    from majlis.questions.proof.space import Space

Model = Any
Raw = dict[str, Any]
NOON = "12:00"
YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Witness:
    """A scenario as plain data, and how it was judged."""

    scenario: Raw
    judgement: Judgement = field(repr=False)


class Written:
    """Writes a model of a space as the scenario that it stands for, with what a space `beside` it reads as well."""

    def __init__(self, space: Space, model: Model, beside: Space | None = None) -> None:
        self.space = space
        self.model = model
        self.tallies: list[dict[str, int]] = []
        self.read: dict[str, set[str]] = {}
        self.paths = space.read | (beside.read if beside else frozenset())
        for path in self.paths:
            owner, _, last = path.rpartition(".")
            self.read.setdefault(_step(owner), set()).add(last)
        self.timed = {
            name
            for clock in space.program.clocks
            if in_hours(clock)
            for name in (*clock.triggers, clock.occurrence)
        }  # fmt: skip

    def scenario(self) -> Raw:
        """The scenario, with its edition and its readings."""
        space = self.space
        acts = [self._act(here.name, here.step, space.course.steps[here.step].awaited) for here in self._done()]
        acts += [act for name, side in space.sides.items() for act in self._side(name, side)]
        found: Raw = {
            "procedure": space.procedure.name,
            "as_of": self._day("as_of"),
            "edition": space.edition,
            "given": {name: self._fact(name) for name in space.procedure.file.facts if self._asked(name)},
            "acts": sorted(acts, key=lambda act: str(act["date"])),
        }
        if bodies := {body: None for clock in space.program.clocks for body in clock.sitting}:
            found["sittings"] = {body: self._every_day(acts) for body in bodies}
        if space.choices:
            found["readings"] = [f"{question}={reading}" for question, reading in space.choices]
        return found

    def _every_day(self, acts: list[Raw]) -> Raw:
        """A record of sittings in which a body sat on every day of the case, and for a year before and after."""
        first = min(
            [date.fromisoformat(str(act["date"])) for act in acts], default=date.fromisoformat(self._day("as_of"))
        )
        last = date.fromisoformat(self._day("as_of"))
        span = {"from": (first - YEAR).isoformat(), "to": (last + YEAR).isoformat()}
        return {**span, "days": [span]}

    def true(self, name: str) -> bool:
        """The yes or no that the model has under a name."""
        return bool(self.space.z3.is_true(self._of(self.space.formulas.truth(name))))

    def number(self, name: str) -> int:
        """The number that the model has under a name."""
        return int(self._of(self.space.number(name)).as_long())

    def _of(self, formula: Any) -> Any:
        return self.model.eval(formula, model_completion=True)

    def _day(self, name: str) -> str:
        return date.fromordinal(self.number(name)).isoformat()

    def _done(self) -> list[Occurrence]:
        return sorted(
            (here for here in self.space.awaited if self.true(f"{here.name}.done")),
            key=lambda here: self.number(f"{here.name}.date"),
        )

    def _asked(self, name: str) -> bool:
        read = self.paths | {clock.day for clock in self.space.program.clocks}
        return name in read or f"{name}.list" in read

    def _fact(self, name: str) -> Any:
        kind = self.space.procedure.file.facts[name]
        return self._value(name, kind.type)

    def _value(self, path: str, kind: Any) -> Any:
        if kind == "boolean":
            return self.true(path)
        if kind == "date":
            return self._day(path)
        return self.number(path) if kind == "count" else self.space.formulas.text(self.number(path))

    def _act(self, name: str, step: str, awaited: tuple[str, ...]) -> Raw:
        act = awaited[0]
        if len(awaited) > 1:
            act = self.space.formulas.text(self.number(f"{name}.act"))
        made: Raw = {"act": act, "date": self._day(f"{name}.date")}
        if self._stands_elsewhere(act, step):
            made["step"] = step
        if self.timed & {name, f"{step}.last"}:
            made["time"] = NOON
        return made | self._fields(name, self.space.procedure.law.vocabulary.act(act))

    def _stands_elsewhere(self, act: str, step: str) -> bool:
        """Do several steps await an act, so that it has to say which it belongs to?"""
        return any(other != step and act in its.awaited for other, its in self.space.course.steps.items())

    def _fields(self, name: str, kind: ActKind) -> Raw:
        """The fields of an act that are read anywhere, and all figures of a vote of which some are."""
        read = self.read.get(_step(name), set())
        figures = {each for each, its in kind.fields.items() if its.position or its.made_of}
        wanted = read | (figures if read & figures else set())
        made: Raw = {}
        for each, its in kind.fields.items():
            if its.type == "tally":
                self.tallies.append(candidates(self, name, self.tallies[-1] if self.tallies else {}))
                made[each] = self.tallies[-1]
            elif each in wanted and its.type != "text":
                made[each] = self._value(f"{name}.{each}", its.type)
        return made

    def _side(self, name: str, side: Alongside) -> Iterator[Raw]:
        lines = [here for here in self.space.course.occurrences if self.space.course.steps[here.step].each]
        line = [here for here in lines if self.space.course.steps[here.step].act in side.awaited]
        if line:
            yield from self._vacancies(side, [(here.name, self._holder(here)) for here in line])
        elif self.true(f"{name}.done"):
            first = self._act(name, name, side.awaited)
            count = self.number(f"{name}.count")
            for turn in range(count):
                yield {**first, **self._named(side, turn, self.number(f"{name}.of_leaders"))}

    def _holder(self, here: Occurrence) -> str:
        return self.space.course.lines[here.step][here.round - 1]

    def _named(self, side: Alongside, turn: int, leaders: int) -> Raw:
        """Whom an act alongside names: first those who lead, then others."""
        if not side.keyed_by:
            return {}
        ranked = sorted(self.tallies[0], key=lambda who: -self.tallies[0][who]) if self.tallies else []
        named = [*ranked[:leaders], *ranked[2:], *(f"Other {number}" for number in range(1, 4))]
        return {side.keyed_by: named[turn]}

    def _vacancies(self, side: Alongside, line: list[tuple[str, str]]) -> Iterator[Raw]:
        """The acts by which those who stand in a line fell out of it, before their turn or on its first day."""
        opened = self._opened()
        for name, holder in line:
            left = self.space.formulas.text(self.number(f"{name}.left"))
            if left in (IN_OFFICE, ENDED):
                return
            fields = self.space.procedure.law.vocabulary.act(side.awaited[0]).fields
            cause = next(field for field, kind in fields.items() if isinstance(kind.type, tuple))
            words = fields[cause].type
            early = left == VACANT
            yield {
                "act": side.awaited[0],
                "date": date.fromordinal(opened - early).isoformat(),
                side.keyed_by: holder,
                cause: words[0] if early else left,
            }

    def _opened(self) -> int:
        """The day on which the first in line has his turn."""
        course = self.space.course
        first = next(here for here in course.occurrences if course.steps[here.step].each)
        days = [
            self.number(f"{each.name}.date")
            for each in self.space.awaited_before(first)
            if self.true(f"{each.name}.done")
        ]
        return max(days, default=self.number("as_of"))


def _step(name: str) -> str:
    """The step of which an occurrence, its latest round or what it saw alongside is told."""
    return name.partition("@")[0].partition(".")[0]
