"""What there is: procedures, editions, example cases and provisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.documents.reader import read
from majlis.documents.validated import validated
from majlis.errors import InputError, Where
from majlis.law.library import constitutions, law, shown
from majlis.law.places import case_files, chamber_files, content
from majlis.nearest import remedy
from majlis.procedure.library import procedure, procedures
from majlis.questions.mattering import mattering
from majlis.questions.stated import numbers, runs
from majlis.scenario.chamber import read_chamber
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from majlis.law.constitution import Constitution
    from majlis.law.edition import Edition
    from majlis.law.library import Law
    from majlis.law.norm import Norm
    from majlis.procedure.library import Procedure
    from majlis.scenario.model import Expect


@dataclass(frozen=True, slots=True)
class ProcedureListed:
    """A procedure with its steps and how it can end."""

    procedure: str
    title: str
    steps: tuple[str, ...]
    outcomes: tuple[str, ...]
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class EditionListed:
    """An edition with the window of its first day (ISO dates) and where that is known from.

    `last` is the last day of a constitution that has been replaced, and `ended` where that is known from; both
    stand at its last edition.
    """

    constitution: str
    edition: str
    title: str
    earliest: str
    latest: str
    source: str
    last: str = ""
    ended: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioListed:
    """An example case and what its author expects; or a chamber, which is of no procedure and expects nothing."""

    file: str
    procedure: str
    title: str
    expected: str


@dataclass(frozen=True, slots=True)
class ProvisionListed:
    """A provision as it stands in a run of editions with equal numbers."""

    provision: str
    editions: tuple[str, ...]
    kind: str
    numbers: str
    says: str


def list_procedures() -> tuple[ProcedureListed, ...]:
    """All procedures, each with what can matter in it."""
    return tuple(_procedure(procedure(name)) for name in procedures())


def _procedure(its: Procedure) -> ProcedureListed:
    found = mattering(its)
    facts = {fact: its.file.facts[fact].asks for fact in found.facts}
    return ProcedureListed(its.name, its.file.title, found.steps, found.outcomes, facts)


def list_editions() -> tuple[EditionListed, ...]:
    """All editions of all constitutions."""
    return tuple(
        EditionListed(
            name,
            each.edition,
            each.title,
            each.first_day.earliest.isoformat(),
            each.first_day.latest.isoformat(),
            each.first_day.source,
            *_end(law(name).constitution, each),
        )
        for name in constitutions()
        for each in law(name).constitution.editions
    )


def _end(frame: Constitution, edition: Edition) -> tuple[str, ...]:
    last = frame.last_day if edition is frame.editions[-1] else None
    return (last.latest.isoformat(), last.source) if last else ()


def list_scenarios(name: str | None = None) -> tuple[ScenarioListed, ...]:
    """The example cases: all, those about a procedure, or those in a folder. Raises InputError for neither.

    Chambers are listed only where their folder is named.
    """
    cases, chambers = ({path: _folder(path) for path in files} for files in (case_files(), chamber_files()))
    known = sorted({*procedures(), *cases.values(), *chambers.values()})
    if name is not None and name not in known:
        raise InputError(f"unknown procedure or folder {name!r}", remedy=remedy(name, known))
    if name in chambers.values():
        return tuple(_chamber(path) for path, folder in chambers.items() if folder == name)
    found = ((folder, _scenario(path)) for path, folder in cases.items())
    return tuple(each for folder, each in found if name in (None, each.procedure, folder))


def _folder(path: Path) -> str:
    return path.relative_to(content() / "scenarios").parent.as_posix()


def _chamber(path: Path) -> ScenarioListed:
    return ScenarioListed(shown(path), "", read_chamber(read(path)).title, "")


def _scenario(path: Path) -> ScenarioListed:
    scenario = validated(Scenario, read(path))
    return ScenarioListed(shown(path), scenario.procedure, scenario.title, _expected(scenario.expect))


def _expected(expect: Expect | None) -> str:
    if expect is None:
        return ""
    awaits = f"awaits {expect.awaits}" if expect.awaits else ""
    silent = f"silent at {expect.silence}" if expect.silence else ""
    broken = "procedure broken" if expect.exit == 1 else ""
    return ", ".join(filter(None, (expect.outcome or "", awaits, silent, broken))) or (expect.status or "")


def list_provisions(
    *, constitution: str | None = None, kind: str | None = None, edition: str | None = None
) -> tuple[ProvisionListed, ...]:
    """The provisions, a row for each run of editions with equal law. Raises InputError for unknown names."""
    rows: list[ProvisionListed] = []
    for its in _laws(constitution, edition):
        editions = its.editions if edition is None else (edition,)
        for norm in its.norms():
            rows += [row for row in _rows(norm, editions) if kind in (None, row.kind)]
    if kind is not None and not rows:
        known = {norm.entry.kind for name in constitutions() for norm in law(name).norms()}
        if kind not in known:
            raise InputError(f"unknown kind {kind!r}", where=Where("--kind"), remedy=remedy(kind, known))
    return tuple(rows)


def _laws(constitution: str | None, edition: str | None) -> tuple[Law, ...]:
    """The constitution of that name, or all; of these the ones that have the edition. Raises InputError for none."""
    laws = tuple(law(name) for name in (constitutions() if constitution is None else (constitution,)))
    having = tuple(its for its in laws if edition is None or edition in its.editions)
    if not having:
        known = [each for its in laws for each in its.editions]
        raise InputError(f"unknown edition {edition!r}", where=Where("--edition"), remedy=remedy(str(edition), known))
    return having


def _rows(norm: Norm, editions: tuple[str, ...]) -> Iterator[ProvisionListed]:
    for names, provision in runs(norm, editions):
        figures = "; ".join(map(str, numbers(provision)))
        cite = f"{norm.constitution}/{norm.cite}"
        yield ProvisionListed(cite, names, provision.kind, figures, provision.says)
