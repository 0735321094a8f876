"""One case decided under two states of the law, and what is found otherwise."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError, Where
from majlis.law.places import content_at
from majlis.questions.decide import Decider
from majlis.questions.verdict import Verdict  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.scenario.case import bind_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.questions.compare.side import Side
    from majlis.questions.verdict import FindingResult
    from majlis.scenario.case import Case

SCHEMA = "majlis/compare_case/1"
_NOTHING = ("", "not_applicable")  # to have no such provision, and that it does not apply, is the same to a case


@dataclass(frozen=True, slots=True)
class FoundOtherwise:
    """A provision at an occurrence of a step with what each side finds; empty where a side has no such finding."""

    provision: str
    occurrence: str
    before: str
    after: str
    required: tuple[int | None, int | None]
    due: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class CaseCompared:
    """A case with both verdicts, each with one edition for all its dates."""

    procedure: str
    title: str
    labels: tuple[str, str]
    before: Verdict
    after: Verdict
    otherwise: tuple[FoundOtherwise, ...]

    @property
    def same(self) -> bool:
        """Is the verdict the same: outcome, what is awaited, status, and whether somebody did wrong?"""
        return _end(self.before) == _end(self.after)

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        own = {"procedure": self.procedure, "title": self.title, "labels": list(self.labels), "same": self.same}
        verdicts = {"before": self.before.as_dict(), "after": self.after.as_dict()}
        return {"schema": SCHEMA, **own, **verdicts, "otherwise": [asdict(each) for each in self.otherwise]}


def compare_case(
    case: Case, before: Side, after: Side, *, readings: Iterable[str] = (), decider: Decider | None = None
) -> CaseCompared:
    """A case under two states of the law of its constitution. Raises InputError where one of them cannot judge it."""
    of = case.procedure.law.folder.name
    for each in (before, after):
        if each.constitution != of:
            what = f"the case is about {case.procedure.name}, and {each.label} is an edition of {each.constitution}"
            raise InputError(what, remedy=f"Name editions of {of}: {', '.join(case.procedure.law.editions)}")
    asked, judge = tuple(readings), decider or Decider()
    one, other = (decided(case, each, asked, judge) for each in (before, after))
    title = case.scenario.title
    return CaseCompared(
        case.procedure.name, title, (before.label, after.label), one, other, tuple(_otherwise(one, other))
    )


def decided(case: Case, side: Side, readings: tuple[str, ...], decider: Decider) -> Verdict:
    """The verdict on a case by one side's law, whatever the dates of the case. Raises InputError."""
    try:
        with content_at(side.law.root):
            bound = bind_case(case.scenario.model_copy(update={"edition": side.edition}))
            return decider.decide(bound, readings)
    except InputError as error:
        raise error.at(Where(side.label)) from None


def _end(verdict: Verdict) -> tuple[object, ...]:
    return verdict.outcome, verdict.awaits, verdict.status, verdict.exit, verdict.holder


def _otherwise(before: Verdict, after: Verdict) -> Iterator[FoundOtherwise]:
    """What is found otherwise, or needs another number or day, in the order of the findings."""
    one, other = _found(before), _found(after)
    for key in dict.fromkeys((*one, *other)):
        pair = (one.get(key), other.get(key))
        results = tuple(each[0].result if each else "" for each in pair)
        needs = tuple(each[0].required if each else None for each in pair)
        dues = tuple(each[1] if each else None for each in pair)
        if all(result in _NOTHING for result in results):
            continue
        if len({*results}) > 1 or len({*needs}) > 1 or len({*dues}) > 1:
            yield FoundOtherwise(*key, results[0], results[1], (needs[0], needs[1]), (dues[0], dues[1]))


def _found(verdict: Verdict) -> dict[tuple[str, str], tuple[FindingResult, str | None]]:
    dues = {(each.provision, each.step): each.due for each in verdict.timeline}
    return {
        (each.provision, each.occurrence): (each, dues.get((each.provision, each.step))) for each in verdict.findings
    }
