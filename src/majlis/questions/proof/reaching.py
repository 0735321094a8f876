"""Can every step be reached, and every outcome?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Condition, Holds
from majlis.procedure.program import EndKind

if TYPE_CHECKING:
    from majlis.procedure.program import Program
    from majlis.questions.proof.harvest import Goals

REACHED, ENDS = "reached", "ends"


def reach_goals(program: Program) -> Goals:
    """That each step can be reached, in one of its rounds, and that the procedure can end in each outcome."""
    goals: Goals = {}
    for here in program.course.occurrences:
        goals.setdefault((REACHED, here.step), []).extend(_listed(program, f"reach.{here.name}"))
    for end in program.ends:
        if end.kind is EndKind.OUTCOME:
            goals.setdefault((ENDS, end.what), []).extend(_listed(program, end.name))
    return goals


def _listed(program: Program, name: str) -> list[Condition]:
    return [Holds(name)] if name in program.by_name else []
