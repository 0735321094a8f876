"""Missing facts that make no difference: every value of theirs leads to the same verdict."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from majlis.engines.trial import Trial
from majlis.law.constitution import add_list
from majlis.questions.findings import findings
from majlis.questions.judgement import Judgement
from majlis.scenario.record import Record

if TYPE_CHECKING:
    from majlis.logic.truth import Value
    from majlis.questions.verdict import FindingResult

MOST_COMPLETIONS = 200


@dataclass(frozen=True)
class EitherWay:
    """The facts that make no difference, and the case under each of their values."""

    facts: tuple[str, ...]
    seen: tuple[Judgement, ...]

    @property
    def judgement(self) -> Judgement:
        """One of the cases; the others stand as it does."""
        return self.seen[0]

    def findings(self) -> tuple[FindingResult, ...]:
        """What is found under every value; a result that the values would change is unknown."""
        shown, *others = [{(each.provision, each.occurrence): each for each in findings(one)} for one in self.seen]
        same = {name for name, each in shown.items() if all(_result(one, name) == each.result for one in others)}
        return tuple(each if name in same else self._unknown(each) for name, each in shown.items())

    def _unknown(self, each: FindingResult) -> FindingResult:
        return replace(each, result="unknown", because=(), required=None, actual=None, margin=None, wanting=self.facts)


def either_way(found: Judgement) -> EitherWay | None:
    """The missing facts that make no difference; None where they may make one, or where none is missing."""
    if not found.missing or found.status != "undetermined":
        return None
    domains = {name: found.program.types[name] for name in found.missing if name in found.program.types}
    values: dict[str, tuple[Value, ...]] = {
        name: tuple(sorted(kind.words)) if kind.words else (True, False) if kind.kind == "boolean" else ()
        for name, kind in domains.items()
    }
    if "matter" in values:
        values["matter"] = found.case.procedure.matters
    count = 1
    for each in values.values():
        count *= len(each)
    if len(values) < len(found.missing) or not 0 < count <= MOST_COMPLETIONS:
        return None
    seen = tuple(_completed(found, dict(zip(values, chosen, strict=True))) for chosen in product(*values.values()))
    same = len({each.signature for each in seen}) == 1 and not seen[0].missing
    return EitherWay(found.missing, seen) if same else None


def _result(one: dict[tuple[str, str], FindingResult], name: tuple[str, str]) -> str:
    return one[name].result if name in one else ""


def _completed(found: Judgement, facts: dict[str, Value]) -> Judgement:
    values = {**found.record.values, **facts}
    add_list(values)
    held = Trial().holding(found.program, values)
    record = Record(values, found.record.timings)
    return Judgement(found.case, found.choices, found.editions, found.placed, found.program, record, held)
