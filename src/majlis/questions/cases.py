"""The example cases, judged: how each ends under its own readings, and what it exercises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.law.places import KeptByFolder
from majlis.procedure.program import EndKind
from majlis.questions.either_way import either_way
from majlis.questions.exercise import judged_files, provisions_of
from majlis.questions.findings import findings

if TYPE_CHECKING:
    from majlis.questions.judgement import Judgement
    from majlis.questions.verdict import FindingResult
    from majlis.scenario.model import Scenario

SHOWN = frozenset(("met", "breached", "failed", "unknown", "pending"))
USED = "used"  # a norm that is not tested by itself: it says who acts, or how many seats there are


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """A case with its end: the outcome in its own sentence, what is awaited, or where the text is silent."""

    file: str
    scenario: Scenario
    status: str
    outcome: str
    awaited: tuple[str, ...]
    silences: tuple[str, ...]
    findings: tuple[FindingResult, ...]
    broken: bool
    provisions: frozenset[str]
    """Everything that it exercises, by full name."""

    def results(self) -> dict[str, set[str]]:
        """What was found of each provision (`isle/1.II`), at whatever step it was exercised."""
        found: dict[str, set[str]] = {}
        for each in self.findings:
            if each.result in SHOWN:
                found.setdefault(each.provision, set()).add(each.result)
        return {**{name: {USED} for name in self.provisions}, **found}


Exercising = dict[str, dict[str, list[JudgedCase]]]


@KeptByFolder
def exercising() -> Exercising:
    """The cases that exercise each provision, by what was found of it."""
    every: Exercising = {}
    for case in judged_cases():
        for name, results in case.results().items():
            for result in results:
                every.setdefault(name, {}).setdefault(result, []).append(case)
    return every


@KeptByFolder
def judged_cases() -> tuple[JudgedCase, ...]:
    """All example cases, in order of their files. Raises InputError where one cannot be used."""
    return tuple(_judged(file, found) for file, found in judged_files())


def _judged(file: str, found: Judgement) -> JudgedCase:
    case = found.case
    same = either_way(found)
    end: Judgement = same.judgement if same else found
    outcome = end.outcome
    silences = tuple(each.what for each in end.ends if each.kind is EndKind.SILENCE)
    return JudgedCase(
        file, case.scenario, end.status,
        case.procedure.file.outcomes.get(outcome.what, "") if outcome else "",
        end.awaited, silences, same.findings() if same else findings(found), bool(end.breaches),
        frozenset(provisions_of(found)),
    )  # fmt: skip
