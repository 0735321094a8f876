"""The step that a vote is one of, where figures may be spans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.law.constitution import MATTER, add_list
from majlis.questions.beforehand import known_beforehand
from majlis.questions.counting import counted_field, counting_steps, find_steps, looks_back
from majlis.questions.figures.asked import Asked
from majlis.questions.figures.open_figures import open_figures, split
from majlis.questions.votes.deciding import decided

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.questions.judgement import Judgement
    from majlis.questions.standing import Standing


def chosen_step(  # noqa: PLR0913 - what a ballot takes, who judges it, and the earlier vote
    law: Standing,
    engine: Engine,
    figures: Mapping[str, Any],
    *,
    facts: Mapping[str, Any],
    step: str | None = None,
    day: date | None = None,
    first: Any = None,
) -> tuple[str, dict[str, Any]]:
    """The step that a vote with such figures is one of, and the figures with those of the earlier vote.

    `step` is the one that was asked for; else it is the first to which the procedure may come and at which a majority
    is due, as far as the facts say. `first` is what was counted at the earlier vote that the step looks back at.
    Raises InputError where no step fits, and for impossible figures.
    """
    fitting = [(name, {**figures, **earlier(law, name, first)}) for name in find_steps(law, step, figures)]
    if len(fitting) == 1:
        return fitting[0]
    judged = []
    for name, known in fitting:
        fixed, spans = split(counting_steps(law)[name], known)
        vote = open_figures(Asked(law, engine, name, facts, fixed, day), spans).vote
        judged.append((name, known, vote.judged(law, engine)))
    leading = [each for each in judged if _may_be_reached(law, each[0], each[2])] or judged
    name, known, _ = next((each for each in leading if decided(each[2], each[0]).findings), leading[0])
    return name, known


def check_matter(law: Standing, facts: Mapping[str, Any]) -> None:
    """Raise InputError for a matter that the edition does not have."""
    frame = law.procedure.law.constitution
    matter = frame.matters.get(str(facts.get(MATTER)))
    if matter is not None and not frame.has(matter, law.edition):
        what = f"the edition of {law.edition} has no matter {facts[MATTER]}"
        raise InputError(what, remedy="Choose another edition or matter")


def earlier(law: Standing, step: str, first: Any) -> dict[str, Any]:
    """The figure of the earlier vote that a step looks back at, by step and field; none where it is not given."""
    if first is None:
        return {}
    before = looks_back(law, step)
    return {f"{before}.{counted_field(law, before)}": first}


def _may_be_reached(law: Standing, step: str, found: Judgement) -> bool:
    """Can the procedure come to a step, as far as the facts say?"""
    facts = {name: value for name, value in found.record.values.items() if name in found.case.facts}
    add_list(facts)
    return known_beforehand(law.program, facts).get(f"reach.{step}.1") is not False
