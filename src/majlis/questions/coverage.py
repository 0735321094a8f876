"""Does the coverage of a constitution hold: is every find of the survey there, and does all that it names exist?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.law.coverage import SECTIONS
from majlis.nearest import remedy
from majlis.procedure.library import procedure
from majlis.questions.faults import Fault, fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.coverage import Entry, Survey
    from majlis.law.library import Law
    from majlis.procedure.library import Procedure

_GRAVE = ("high", "medium")


def coverage_faults(its: Law, survey: Survey) -> Iterator[Fault]:
    """Every fault of a coverage file, in the order of the file."""
    yield from _names(its, survey)
    yield from _editions(its, survey)
    for section in SECTIONS:
        for name, entry in survey.coverage.entries(section).items():
            yield from _references(its, survey, section, name, entry)
    for number, cite in enumerate(survey.coverage.further):
        yield from _provision(its, survey, ("further", number), cite)
    yield from _gaps(survey)
    yield from _unlisted(its, survey)


def _names(its: Law, survey: Survey) -> Iterator[Fault]:
    """Each find has an entry, and each entry is a find."""
    for file, document, named in (
        ("catalogue", survey.found, survey.catalogue.catalogue),
        ("coverage", survey.covered, survey.coverage.coverage),
    ):
        if named != its.folder.name:
            yield fault(f"this file is about {named}", document.where((file,)), f"Name {its.folder.name}")
    for section in SECTIONS:
        found, entries = survey.catalogue.names(section), survey.coverage.entries(section)
        for name in found:
            if name not in entries:
                what = f"{name} is in the catalogue and not in the coverage"
                yield fault(what, survey.found.where((section, name)), f"Add it to `{section}:` of the coverage")
        for name in entries:
            if name not in found:
                what = f"{name} is not in the catalogue"
                yield fault(what, survey.covered.where((section, name)), remedy(name, found))


def _editions(its: Law, survey: Survey) -> Iterator[Fault]:
    """Each clause is one of editions that there are."""
    for name, clause in survey.catalogue.clauses.items():
        for number, edition in enumerate(clause.editions):
            if edition not in its.editions:
                where = survey.found.where(("clauses", name, "editions", number))
                yield fault(f"unknown edition {edition!r}", where, remedy(edition, its.editions))


def _references(its: Law, survey: Survey, section: str, name: str, entry: Entry) -> Iterator[Fault]:
    for number, cite in enumerate((*entry.encoded, *entry.notes)):
        key = "encoded" if number < len(entry.encoded) else "notes"
        yield from _provision(its, survey, (section, name, key), cite)
    for cite in entry.notes:
        if its.has(cite) and not _noted(its, cite):
            where = survey.covered.where((section, name, "notes"))
            yield fault(f"{cite} has no note", where, "Name a provision whose `note:` says what it leaves open")
    for each in entry.readings:
        yield from _question(its, survey, (section, name, "readings"), each)
    for each in entry.silences:
        yield from _silence(its, survey, (section, name, "silences"), each)


def _provision(its: Law, survey: Survey, path: tuple[str | int, ...], cite: str) -> Iterator[Fault]:
    try:
        its.norm(cite)
    except InputError as error:
        yield fault(error.what, survey.covered.where(path), error.remedy)


def _noted(its: Law, cite: str) -> bool:
    entry = its.norm(cite).entry
    return bool(entry.note) or any(changes.get("note") for changes in entry.editions.values())


def _question(its: Law, survey: Survey, path: tuple[str | int, ...], named: str) -> Iterator[Fault]:
    """A reading is named as `110.II override_majority`, or as `PROCEDURE.STEP question`."""
    place, _, question = named.partition(" ")
    known: dict[str, object] = {}
    if its.has(place):
        known = dict(its.norm(place).entry.readings)
    elif found := _step(its, place):
        its_procedure, step = found
        known = dict(its_procedure.file.steps[its_procedure.order[step]].readings)
    if question not in known:
        what = f"{place} has no reading of a question {question!r}" if known else f"{place} has no readings"
        yield fault(what, survey.covered.where(path), remedy(question, known))


def _silence(its: Law, survey: Survey, path: tuple[str | int, ...], named: str) -> Iterator[Fault]:
    found = _step(its, named)
    if found is None:
        what = f"{named} is no step of a procedure"
        yield fault(what, survey.covered.where(path), "Name it as PROCEDURE.STEP")
    elif not _silent(*found):
        what = f"nothing is silent at {named}"
        yield fault(what, survey.covered.where(path), "Name a step one of whose targets is `silent:`")


def _step(its: Law, named: str) -> tuple[Procedure, str] | None:
    name, _, step = named.partition(".")
    try:
        found = procedure(f"{its.folder.name}/{name}")
    except InputError:
        return None
    return (found, step) if step in found.order else None


def _silent(its: Procedure, name: str) -> bool:
    entry = its.file.steps[its.order[name]]
    options = [option.set for question in entry.readings.values() for option in question.options.values()]
    targets = [target for changes in ({}, *options) for target in its.step_with(name, changes).targets()]
    return any(target.silent or (target.then and target.then.silent) for target in targets)


def _gaps(survey: Survey) -> Iterator[Fault]:
    """A grave gap is open in what is decided, and not only noted."""
    for name, severity in survey.catalogue.gaps.items():
        entry = survey.coverage.gaps.get(name)
        if entry and severity in _GRAVE and not (entry.readings or entry.silences or entry.left_out):
            what = f"{name} is a gap of {severity} severity without a silence and without a reading"
            where = survey.covered.where(("gaps", name))
            yield fault(what, where, "State it as a silence of a step or as a reading")


def _unlisted(its: Law, survey: Survey) -> Iterator[Fault]:
    """Every provision stands for a find, or is one that the survey had missed."""
    coverage = survey.coverage
    entries = [entry for section in SECTIONS for entry in coverage.entries(section).values()]
    listed = {*coverage.further, *(cite for entry in entries for cite in entry.encoded)}
    for norm in its.norms():
        if norm.cite not in listed:
            what = f"no entry of the coverage names {norm.cite}"
            yield fault(what, norm.where, "Name it in the entry that it stands for, or under `further:`")
