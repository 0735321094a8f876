"""The figures of one vote, put on a record as if the vote had been taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.law.constitution import add_list
from majlis.nearest import remedy
from majlis.procedure.course import Occurrence
from majlis.questions.counting import acts_of, counting_steps, fields_of
from majlis.questions.judgement import Judgement
from majlis.scenario.case import Acted, bind_case
from majlis.scenario.model import Act, Scenario
from majlis.scenario.placement import Placed
from majlis.scenario.record import make_record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.logic.truth import Value
    from majlis.questions.standing import Standing
    from majlis.scenario.case import Case


@dataclass(frozen=True)
class Ballot:
    """One step to be judged by itself: its facts and figures, and those of steps that it looks back at."""

    step: str
    case: Case
    placed: Placed

    @property
    def candidates(self) -> dict[str, int]:
        """The votes of each candidate; none where nobody stands for election."""
        return self.placed.at[Occurrence(self.step, 1)].tally

    def judged(self, law: Standing, engine: Engine, facts: Mapping[str, Value] | None = None) -> Judgement:
        """Let an engine judge the step, with further facts put in."""
        record = make_record(self.case, self.placed, law.program)
        record.values.update(facts or {})
        add_list(record.values)
        held = engine.holding(law.program, record.values)
        return Judgement(self.case, law.choices, {"": law.edition}, self.placed, law.program, record, held)


def ballot(law: Standing, step: str, facts: Mapping[str, Any], figures: Mapping[str, Any], day: date | None) -> Ballot:
    """Make a ballot with typed facts and figures. Raises InputError for impossible ones."""
    placed = Placed()
    case = _case(law, facts, _by_step(law, step, figures), day)
    for act in case.acts:
        placed.at[Occurrence(act.step or step, 1)] = act
    bare = Acted(next(iter(acts_of(law, step)), step), day.toordinal() if day else None, None, step, {})
    placed.at.setdefault(Occurrence(step, 1), bare)
    return Ballot(step, case, placed)


def _case(law: Standing, facts: Mapping[str, Any], figures: Mapping[str, Mapping[str, Any]], day: date | None) -> Case:
    acts = [
        Act.model_validate({**its, "act": _act(law, step, its), "date": day, "step": step})
        for step, its in figures.items()
    ]
    last = law.procedure.law.constitution.editions[-1].first_day.latest
    scenario = Scenario(
        procedure=law.procedure.name,
        as_of=day or last,
        edition=law.edition,
        given=dict(facts),
        acts=tuple(acts),
    )
    try:
        return bind_case(scenario)
    except InputError as error:  # the places of a made-up scenario would mislead
        raise InputError(error.what, remedy=error.remedy) from None


def _by_step(law: Standing, step: str, figures: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Figures by the step that they belong to: `vote.in_favour` is one of the step `vote`."""
    found: dict[str, dict[str, Any]] = {}
    for name, value in figures.items():
        of, dot, plain = name.rpartition(".")
        found.setdefault(of if dot else counting_steps(law)[step], {})[plain] = value
    for of in found:
        if not acts_of(law, of):
            what = f"{law.procedure.name} has no step {of!r} with figures"
            raise InputError(what, remedy=remedy(of, [name for name in law.program.course.steps if acts_of(law, name)]))
    return found


def _act(law: Standing, step: str, figures: Mapping[str, Any]) -> str:
    """Choose the act of a step that has most of the figures, the first of several."""
    return max(acts_of(law, step), key=lambda act: len(set(figures) & fields_of(law, act)))
