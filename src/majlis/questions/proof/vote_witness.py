"""Two scenarios that differ in the votes of one act alone: with more in favour, a later vote fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.truth import truth
from majlis.questions.proof.search import Search, replayed
from majlis.questions.proof.votes import passing
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from majlis.engines.proof import Formula
    from majlis.procedure.course import Occurrence
    from majlis.questions.judgement import Judgement
    from majlis.questions.proof.space import Space
    from majlis.questions.proof.witness import Raw


def fewer_and_more(space: Space, here: Occurrence, there: Occurrence, worse: Formula) -> tuple[Raw | None, Raw | None]:
    """A scenario in which the step `there` passes, and the same with more votes in favour `here`, in which it fails.

    None for what is not found among cases in order.
    """
    reached = [space.reached(each.name) for each in (here, there)]
    orders = ([*space.in_order, *space.blameless], space.in_order)  # rather a case in which nobody does wrong
    searches = (Search(space, order) for order in orders)
    found = (
        each.case(worse, *reached, shows=lambda it: _passes(space, it, there) is True, fewest=True) for each in searches
    )
    fewer = next((each.witness.scenario for each in found if each.witness), None)
    if fewer is None:
        return None, None
    more = next((each for each in _with_more(space, here, fewer) if _fails(space, each, there)), None)
    return fewer, more


def _passes(space: Space, judged: Judgement, there: Occurrence) -> bool | None:
    part = passing(space, there)
    return truth(part, judged.known) if part else None


def _fails(space: Space, scenario: Raw, there: Occurrence) -> bool:
    witness, _ = replayed(space, scenario)
    return witness is not None and _passes(space, witness.judgement, there) is False


def _with_more(space: Space, here: Occurrence, scenario: Raw) -> list[Raw]:
    """The scenario with one more vote in favour, with two more, and so on; then with members who come over.

    Figures that others make up are left out: they follow.
    """
    (act,) = space.course.steps[here.step].awaited
    kind = space.procedure.law.vocabulary.act(act)
    counted = next(each for each, its in kind.fields.items() if its.position == (Position.IN_FAVOUR,))
    number = _number(space, here, scenario)
    votes = scenario["acts"][number]
    most = space.procedure.law.bound(kind.fields[counted].at_most) or votes[counted] + 1
    parts = {name: value for name, value in votes.items() if name not in kind.wholes}
    acts = scenario["acts"]
    made = [{**parts, counted: each} for each in range(votes[counted] + 1, most + 1)]
    for other, its in kind.fields.items():
        came_over = range(1, parts.get(other, 0) + 1) if its.position and other != counted else ()
        made += [{**parts, counted: votes[counted] + each, other: parts[other] - each} for each in came_over]
    return [{**scenario, "acts": [*acts[:number], each, *acts[number + 1 :]]} for each in made]


def _number(space: Space, here: Occurrence, scenario: Raw) -> int:
    """Which act of a scenario belongs to an occurrence: the one of its step and its round."""
    its = [
        place
        for place, act in enumerate(scenario["acts"])
        if act["act"] in space.course.steps[here.step].awaited and act.get("step", here.step) == here.step
    ]
    return its[min(here.round, len(its)) - 1]
