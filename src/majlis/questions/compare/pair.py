"""A case as two states of its procedure judge it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from majlis.engines.trial import Trial
from majlis.questions.findings import result_of
from majlis.questions.judgement import judge
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from majlis.procedure.library import Procedure
    from majlis.questions.judgement import Choices, Judgement

Raw = dict[str, Any]
NOTHING = ("", "not_applicable")  # to have no such provision, and that it does not apply, is the same to a case


@dataclass(frozen=True)
class Pair:
    """A case as two states of its procedure judge it, in the order in which they are compared."""

    scenario: Raw
    before: Judgement = field(repr=False)
    after: Judgement = field(repr=False)

    @property
    def judgements(self) -> tuple[Judgement, Judgement]:
        """Both judgements."""
        return self.before, self.after


def result(found: Judgement, name: str) -> str:
    """What a finding comes to in a judgement; empty where there is none, or where the case does not come to it."""
    its = next((each for each in found.program.findings if each.name == name), None)
    return result_of(found, its) if its and f"reach.{its.occurrence}" in found.held else ""


def at_fault(found: Judgement, name: str) -> bool:
    """Is a norm broken, or its threshold not reached, at a step to which the case comes?"""
    return result(found, name) in ("breached", "failed")


def judged(its: Procedure, edition: str, scenario: Raw, choices: Choices = ()) -> Judgement:
    """A case under a state of its procedure, without the facts that this does not know. Raises InputError."""
    given = {name: value for name, value in scenario["given"].items() if name in its.file.facts}
    made = Scenario.model_validate({**scenario, "given": given, "edition": edition})
    return judge(bind_case(made, its=its), Trial(), choices)
