"""What of a procedure can matter at all, in some edition: not all that it takes over from the one it is like."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from majlis.law.constitution import add_list
from majlis.logic.tree import names
from majlis.questions.beforehand import known_beforehand
from majlis.questions.standing import GIVEN, Standing

if TYPE_CHECKING:
    from majlis.logic.truth import Value
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import StepEntry


@dataclass(frozen=True, slots=True)
class Mattering:
    """The steps that can be reached, the outcomes that can come, and the facts that some provision reads."""

    steps: tuple[str, ...]
    outcomes: tuple[str, ...]
    facts: tuple[str, ...]


@cache
def mattering(its: Procedure) -> Mattering:
    """What can matter by default; all that the file has where it states its steps itself."""
    file = its.file
    whole = Mattering(tuple(step.step for step in file.steps), tuple(file.outcomes), tuple(file.facts))
    if not file.like:
        return whole
    found: set[str] = set()
    for edition in its.law.editions:
        found |= _names(Standing(its, edition, (), GIVEN))
    return Mattering(
        *(tuple(name for name in part if name in found) for part in (whole.steps, whole.outcomes, whole.facts))
    )


def live_steps(its: Procedure) -> list[StepEntry]:
    """The steps that can be reached, as the file has them."""
    reached = mattering(its).steps
    return [step for step in its.file.steps if step.step in reached]


def _names(law: Standing) -> set[str]:
    """The names of steps, outcomes and facts that can matter in one edition."""
    program = law.program
    fixed: dict[str, Value] = dict(law.procedure.file.fixed)
    add_list(fixed)
    known = known_beforehand(program, fixed)
    told = {here.step for here in program.course.occurrences if known.get(f"reach.{here.name}") is not False}
    told |= {end.what for end in program.ends if known.get(end.name) is not False}
    live = [
        each for each in program.findings
        if known.get(f"reach.{each.occurrence}") is not False and known.get(f"{each.name}.na") is not True
    ]  # fmt: skip
    clocks = {clock.name: clock for clock in program.clocks}
    for each in live:
        told |= names(each.applies) | names(each.test)
        told |= {*clocks[each.name].triggers, clocks[each.name].day} if each.name in clocks else set()
    return told
