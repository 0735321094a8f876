"""Is the content sound: does it load, is the text covered, is every provision used and tried?"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from majlis.law.coverage import SECTIONS, survey
from majlis.law.library import constitutions, law
from majlis.procedure.library import procedures
from majlis.questions.citations import citation_faults
from majlis.questions.coverage import coverage_faults
from majlis.questions.exercise import exercised
from majlis.questions.faults import Fault, fault
from majlis.questions.loading import loading_faults
from majlis.questions.uses import uses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from majlis.law.coverage import Clause, Entry, Survey
    from majlis.law.library import Law

SCHEMA = "majlis/check/1"
ENCODED, LEFT_OUT, MISSING = "encoded", "left out", "missing"


_UNEXPECTED = "Work it out from the text again, then mend the rule or what the scenario expects"


@dataclass(frozen=True, slots=True)
class Covered:
    """One find of the survey and what became of it: `encoded`, `left out` or `missing`."""

    constitution: str
    section: str
    name: str
    article: str
    kind: str
    editions: tuple[str, ...]
    fate: str
    provisions: tuple[str, ...]
    readings: tuple[str, ...]
    silences: tuple[str, ...]
    reason: str
    says: str
    because: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is, what became of each find, and every fault."""

    covered: tuple[Covered, ...]
    faults: tuple[Fault, ...]
    constitutions: tuple[str, ...]
    procedures: int
    provisions: int
    scenarios: int

    @property
    def clauses(self) -> tuple[Covered, ...]:
        """The clauses of the texts, without changes, corrections, gaps and doubts."""
        return tuple(each for each in self.covered if each.section == "clauses")

    def count(self, fate: str) -> int:
        """How many clauses have a fate."""
        return Counter(each.fate for each in self.clauses)[fate]

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, "sound": not self.faults, **asdict(self)}


def check(progress: Callable[[list[Path]], Iterable[Path]] = list) -> Checked:
    """Check all content that there is. Raises InputError for a file that cannot be read at all."""
    surveys = {name: survey(law(name).folder) for name in constitutions()}
    cases = exercised(progress)
    tried = {cite for case in cases for cite in case.provisions}
    faults = [each for name, found in surveys.items() for each in _faults(law(name), found, tried)]
    faults += [Fault(each, case.file, _UNEXPECTED) for case in cases for each in case.unexpected]
    return Checked(
        tuple(each for found in surveys.values() if found for each in _covered(found)),
        tuple(faults),
        constitutions(),
        len(procedures()),
        sum(len(law(name).norms()) for name in constitutions()),
        len(cases),
    )


def _faults(its: Law, found: Survey | None, tried: set[str]) -> Iterator[Fault]:
    if found:
        yield from coverage_faults(its, found)
    yield from citation_faults(its, found)
    yield from loading_faults(its)
    for norm in its.norms():
        if not uses(its, norm.cite):
            yield fault(f"no procedure uses {norm.cite}", norm.where, "Let a step be governed by it, or leave it out")
        elif f"{its.folder.name}/{norm.cite}" not in tried:
            yield fault(f"no scenario exercises {norm.cite}", norm.where, "Add a scenario that keeps or breaks it")


def _covered(found: Survey) -> Iterator[Covered]:
    for section in SECTIONS:
        for name in found.catalogue.names(section):
            clause = found.catalogue.clauses.get(name) if section == "clauses" else None
            entry = found.coverage.entries(section).get(name)
            yield _row(found, section, name, clause, entry)


def _row(found: Survey, section: str, name: str, clause: Clause | None, entry: Entry | None) -> Covered:
    fate = MISSING if entry is None else LEFT_OUT if entry.left_out else ENCODED
    severity = str(found.catalogue.gaps.get(name, "")) if section == "gaps" else ""
    return Covered(
        found.constitution, section, name,
        clause.article if clause else "", clause.kind if clause else severity, clause.editions if clause else (),
        fate, *((entry.encoded, entry.readings, entry.silences) if entry else ((), (), ())),
        (entry.left_out or "") if entry else "", entry.says if entry else "", entry.because if entry else "",
    )  # fmt: skip
