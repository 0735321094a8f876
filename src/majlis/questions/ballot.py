"""The figures of one vote, bound to the step that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.law.constitution import matter_list
from majlis.logic.tree import Name
from majlis.nearest import remedy
from majlis.procedure.course import Occurrence
from majlis.questions.asking import without_round
from majlis.questions.judgement import Judgement
from majlis.scenario.case import Acted, bind_case
from majlis.scenario.model import Act, Scenario
from majlis.scenario.placement import Placed
from majlis.scenario.record import make_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.logic.truth import Value
    from majlis.questions.standing import Standing
    from majlis.scenario.case import Case

MATTER = "matter"
FIRST = "first"  # the role under which a norm looks back at an earlier vote


@dataclass(frozen=True)
class Ballot:
    """One step to be judged by itself: its facts and figures, and those of the steps that it looks back at."""

    step: str
    case: Case
    placed: Placed

    def judged(self, law: Standing, engine: Engine, facts: Mapping[str, Value] | None = None) -> Judgement:
        """What an engine finds about the step, with further facts put in."""
        record = make_record(self.case, self.placed, law.program)
        record.values.update(facts or {})
        if facts and MATTER in facts:
            record.values[f"{MATTER}.list"] = matter_list(str(facts[MATTER]))
        held = engine.holding(law.program, record.values)
        return Judgement(self.case, law.choices, {"": law.edition}, self.placed, law.program, record, held)


def ballot(
    law: Standing, step: str, facts: Mapping[str, Any], figures: Mapping[str, Any], day: date | None
) -> Ballot:
    """A ballot with typed facts and figures. Raises InputError for impossible ones."""
    sorted_figures = sorted_by_step(law, step, figures)
    acts = [
        Act.model_validate({**its, "act": _act(law, name, its), "date": day, "step": name})
        for name, its in sorted_figures.items()
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
        case = bind_case(scenario)
    except InputError as error:  # the places of a made-up scenario would mislead
        raise InputError(error.what, remedy=error.remedy) from None
    placed = Placed({Occurrence(act.step or step, 1): act for act in case.acts})
    bare = Acted(next(_acts(law, step), step), day.toordinal() if day else None, None, step, {})
    placed.at.setdefault(Occurrence(step, 1), bare)
    return Ballot(step, case, placed)


def find_step(law: Standing, step: str | None, figures: Mapping[str, Any]) -> list[str]:
    """The steps that a vote with such figures may belong to, in order. Raises InputError where there is none."""
    counting = counting_steps(law)
    if step is not None:
        if step not in counting:
            raise InputError(
                f"{law.procedure.name} has no step {step!r} that a majority decides",
                remedy=remedy(step, counting),
            )
        return [step]
    wanted = {name for name in figures if "." not in name}
    fitting = [
        name
        for name, holder in counting.items()
        if any(wanted <= set(law.procedure.law.vocabulary.act(act).fields) for act in _acts(law, holder))
    ]
    if not fitting:
        known = {
            each
            for holder in counting.values()
            for act in _acts(law, holder)
            for each in law.procedure.law.vocabulary.act(act).fields
        }
        unknown = sorted(wanted - known)
        what = f"{law.procedure.name} counts no {', '.join(unknown or sorted(wanted))}"
        raise InputError(what, remedy=remedy(unknown[0] if unknown else "", known))
    return _not_after_another(law, fitting)


def _not_after_another(law: Standing, fitting: list[str]) -> list[str]:
    """Of several steps, the first and those that are no later stage of one before them."""
    course = law.program.course
    later = {
        each.step for name in fitting for each in course.onward[Occurrence(name, 1)] if each.step != name
    }
    return [name for name in fitting if name not in later] or fitting[:1]


def counting_steps(law: Standing) -> dict[str, str]:
    """The steps that a majority decides, each with the step whose act has the figures (mostly itself)."""
    found: dict[str, str] = {}
    for finding in law.program.findings:
        if finding.majorities and isinstance(finding.counted, Name):
            found.setdefault(finding.step, without_round(finding.counted.path)[0])
    return {step: found[step] for step in law.program.course.steps if step in found}


def looks_back(law: Standing, step: str) -> str:
    """The earlier vote that a step looks back at. Raises InputError where it looks back at none."""
    for norm in law.program.course.steps[step].norms:
        if FIRST in norm.roles:
            return norm.roles[FIRST][0]
    known = [
        name
        for name in counting_steps(law)
        if any(FIRST in norm.roles for norm in law.program.course.steps[name].norms)
    ]
    advice = f"Use it with --step {' or '.join(known)}" if known else "Leave it out"
    raise InputError(f"--first: the step {step} looks back at no first vote", remedy=advice)


def sorted_by_step(law: Standing, step: str, figures: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Figures by the step that they belong to: `vote.in_favour` is one of the step `vote`."""
    found: dict[str, dict[str, Any]] = {}
    for name, value in figures.items():
        of, dot, plain = name.rpartition(".")
        found.setdefault(of if dot else counting_steps(law)[step], {})[plain] = value
    for of in found:
        if of not in law.program.course.steps:
            raise InputError(
                f"{law.procedure.name} has no step {of!r}", remedy=remedy(of, law.program.course.steps)
            )
    return found


def _acts(law: Standing, step: str) -> Iterator[str]:
    model = law.program.course.steps.get(step)
    yield from model.awaited if model else ()


def _act(law: Standing, step: str, figures: Mapping[str, Any]) -> str:
    """The act of a step that has all of the figures, or else its first."""
    acts = list(_acts(law, step))
    if not acts:
        raise InputError(f"the step {step} awaits no act", remedy=remedy("", counting_steps(law)))
    known = law.procedure.law.vocabulary
    return next((act for act in acts if set(figures) <= set(known.act(act).fields)), acts[0])
