"""Does a step pass? The findings that decide it, taken together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from majlis.law.constitution import MATTER
from majlis.law.provision import QUORUM
from majlis.logic.truth import truth
from majlis.questions.findings import findings_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.procedure.program import Finding
    from majlis.questions.judgement import Judgement
    from majlis.questions.verdict import FindingResult

NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class Decided:
    """The findings of a step on which it turns whether the step passes, without those that do not apply."""

    findings: tuple[FindingResult, ...]

    @property
    def passes(self) -> bool | None:
        """Does the step pass? None where a fact is missing, and where nothing decides it."""
        results = {each.result for each in self.findings}
        if "failed" in results:
            return False
        return True if results == {"met"} else None

    @property
    def decisive(self) -> FindingResult | None:
        """The finding to speak of: one that failed, or the majority due; None where facts decide which."""
        failed = [each for each in self.findings if each.result == "failed"]
        if not failed and len(self.findings) > 1 and not self.passes:
            return None
        counted = [each for each in failed or self.findings if each.required is not None]
        return telling(counted) or next(iter(failed or self.findings), None)

    @property
    def required(self) -> int | None:
        """The number that is needed, where one finding says it (votes)."""
        return self.decisive.required if self.decisive else None

    @property
    def lacking(self) -> tuple[str, ...]:
        """The facts and figures for want of which a finding is unknown."""
        names = {name for each in self.findings for name in each.wanting}
        return tuple(sorted({MATTER if name.startswith(f"{MATTER}.") else name for name in names}))


def telling(counted: Iterable[FindingResult]) -> FindingResult | None:
    """Of the counts of one step the one to speak of: one that failed; else a majority, no quorum; the narrowest."""
    return min(counted, key=lambda each: (each.result != "failed", each.kind == QUORUM, each.margin or 0), default=None)


def decided(found: Judgement, step: str) -> Decided:
    """What decides a step, as an engine judged it by itself."""
    results = [each for each in findings_at(found, f"{step}.1") if finding_of(found, each).provision.deciding]
    live = (_or_none_due(found, each) for each in results)
    return Decided(tuple(each for each in live if each.result != NOT_APPLICABLE))


def finding_of(found: Judgement, result: FindingResult) -> Finding:
    """The finding that a result belongs to."""
    name = f"{result.provision.partition('/')[2]}@{result.occurrence}"
    return next(each for each in found.program.findings if each.name == name)


def _or_none_due(found: Judgement, each: FindingResult) -> FindingResult:
    """A threshold that asks for no majority in the case decides nothing about it."""
    majorities = finding_of(found, each).majorities
    none_due = bool(majorities) and all(truth(majority.when, found.known) is False for majority in majorities)
    return replace(each, result=NOT_APPLICABLE) if none_due else each
