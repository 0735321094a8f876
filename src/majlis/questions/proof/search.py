"""Searching a space: for a case in which something holds, or the proof that there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.engines.proof import PATIENCE
from majlis.engines.trial import Trial
from majlis.errors import InputError
from majlis.logic.truth import truth
from majlis.questions.judgement import judge
from majlis.questions.proof.clocks import counted, pinned, started, trigger
from majlis.questions.proof.sides import vacancies
from majlis.questions.proof.witness import Witness, Written
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from majlis.engines.proof import Formula
    from majlis.logic.tree import Condition
    from majlis.procedure.program import Clock
    from majlis.questions.judgement import Judgement
    from majlis.questions.proof.space import Space
    from majlis.questions.proof.witness import Model, Raw

TRIES = 29  # models that are written as scenarios before it is left undecided
MOST_TURNS = 5 * TRIES  # models, those included whose days do not come out yet
FEWEST = 12  # acts, up to which the fewest are looked for


@dataclass(frozen=True)
class Found:
    """What a search came to: a witness, a proof that there is none (`proved`), or neither."""

    witness: Witness | None
    proved: bool
    why: str = ""


class Search:
    """Asks a solver about the cases of a space. `within` narrows them down, for instance to those in order.

    With `beside`, a space made beside the first one, a case is one of both, and the clocks of both come out.
    """

    def __init__(self, space: Space, within: Iterable[Formula] = (), beside: Space | None = None) -> None:
        self.space = space
        self.beside = beside
        self.z3 = space.z3
        self.solver = self.z3.Solver()
        self.solver.set("timeout", PATIENCE)
        self.solver.add(space.facts)
        self.solver.add(list(within))
        if beside:
            self.solver.add(beside.facts)
        self._clocks = [(space, clock) for clock in space.program.clocks if counted(clock)]
        known = set(space.program.clocks)
        further = beside.program.clocks if beside else ()
        self._clocks += [(beside, clock) for clock in further if beside and counted(clock) and clock not in known]
        happened = [*(space.done(name) for name in self._steps()), *vacancies(space)]
        self.acts = self.z3.Sum([self.z3.If(each, 1, 0) for each in happened] or [self.z3.IntVal(0)])

    def none(self, *goal: Formula) -> bool | None:
        """Is there no case at all in which all of this holds? None where the solver cannot tell."""
        self.solver.push()
        self.solver.add(*goal)
        found = self.solver.check()
        self.solver.pop()
        return None if found == self.z3.unknown else bool(found == self.z3.unsat)

    def case(self, *goal: Formula, shows: Callable[[Judgement], bool], fewest: bool = False) -> Found:
        """A case in which all of this holds and which, decided, shows it; with as few acts as it takes."""
        for most in (*(range(FEWEST) if fewest else ()), None):
            limit = [] if most is None else [self.acts <= most]
            found = self._case((*goal, *limit), shows)
            if found.witness or (most is None):
                return found
        raise AssertionError("the last search has no limit")

    def _case(self, goal: tuple[Formula, ...], shows: Callable[[Judgement], bool]) -> Found:
        self.solver.push()
        self.solver.add(*goal)
        try:
            return self._tried(shows)
        finally:
            self.solver.pop()

    def _tried(self, shows: Callable[[Judgement], bool]) -> Found:
        why, tries, turns = "", 0, 0
        while tries < TRIES and turns < MOST_TURNS:
            turns += 1
            found = self.solver.check()
            if found == self.z3.unsat:
                return Found(None, proved=not why, why=why)
            if found == self.z3.unknown:
                return Found(None, proved=False, why=f"the solver cannot tell ({self.solver.reason_unknown()})")
            model = self._exact(self.solver.model())
            if model is None:  # more is known of the days now
                continue
            tries += 1
            witness, fault = replayed(self.space, Written(self.space, model, self.beside).scenario())
            if witness is not None and shows(witness.judgement):
                return Found(witness, proved=False)
            why = fault or "what the solver found does not come out so when it is decided"
            self.solver.add(self._another(model))
        return Found(None, proved=False, why=why or "the days of what the solver found do not come out")

    def _exact(self, model: Model) -> Model | None:
        """The same days with every clock exact; None where they do not come out then, which is remembered."""
        begun = [(space, clock) for space, clock in self._clocks if self._true(model, started(space, clock))]
        starts = [(each, self._day(model, *each)) for each in begun]
        pins = [pinned(space, clock, day) for (space, clock), day in starts]
        if all(self._true(model, pin) for pin in pins):
            return model
        self.solver.add(pins)
        self.solver.push()
        self.solver.add([trigger(space, clock) == day for (space, clock), day in starts])
        found = self.solver.model() if self.solver.check() == self.z3.sat else None
        self.solver.pop()
        return found if found and all(self._holds_exactly(found, *each) for each in self._clocks) else None

    def _holds_exactly(self, model: Model, space: Space, clock: Clock) -> bool:
        if not self._true(model, started(space, clock)):
            return True
        return self._true(model, pinned(space, clock, self._day(model, space, clock)))

    def _day(self, model: Model, space: Space, clock: Clock) -> int:
        """The day on which a clock starts."""
        return int(model.eval(trigger(space, clock), model_completion=True).as_long())

    def _true(self, model: Model, formula: Formula) -> bool:
        return bool(self.z3.is_true(model.eval(formula, model_completion=True)))

    def _another(self, model: Model) -> Formula:
        """Leaves out what a model says of its acts: which there were, and how they stand on the calendar."""
        held = [self.space.done(name) for name in self._steps()]
        held += [self.space.date(name) for name in self._steps()] + [self.space.as_of]
        held += [
            self.space.number(name) for name in sorted(self.space.read) if name.endswith((".left", ".count", "_rank"))
        ]
        return self.z3.Or([each != model.eval(each, model_completion=True) for each in held])

    def _steps(self) -> list[str]:
        return [*(here.name for here in self.space.awaited), *self.space.sides]


def holds(*conditions: Condition) -> Callable[[Judgement], bool]:
    """Shows that all of some conditions hold."""
    return lambda judgement: all(truth(each, judgement.known) is True for each in conditions)


def replayed(space: Space, scenario: Raw) -> tuple[Witness | None, str]:
    """A scenario decided as anybody would decide it; None and the reason where it is refused."""
    try:
        case = bind_case(Scenario.model_validate(scenario))
        return Witness(scenario, judge(case, Trial(), space.choices)), ""
    except InputError as error:
        return None, error.what
