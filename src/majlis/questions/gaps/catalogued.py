"""Gaps of the survey: which of them was found, how grave they are, and which are only declared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from majlis.law.coverage import survey
from majlis.law.library import law
from majlis.procedure.library import procedure, procedures
from majlis.questions.gaps.alike import asked_at, names_of, sentences_at
from majlis.questions.gaps.gap import Gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.law.coverage import Entry, Survey
    from majlis.law.library import Law
    from majlis.questions.gaps.gap import Kind

GRAVITY = ("high", "medium", "low", "")


def catalogued(gaps: list[Gap]) -> list[Gap]:
    """The gaps with the severity of the gaps of the survey that they are."""
    surveys = {name: survey(law(name).folder) for name in {gap.constitution for gap in gaps}}
    return [_rated(gap, surveys[gap.constitution]) for gap in gaps]


def only_declared(gaps: list[Gap], asked: list[str]) -> tuple[Gap, ...]:
    """The gaps with those of the survey that nothing found, the gravest first."""
    every = defaultdict(list)
    for name in procedures():
        every[name.partition("/")[0]].append(name)
    whole = [name for name, its in every.items() if set(its) <= set(asked)]
    known = {(gap.constitution, name) for gap in gaps for name in gap.catalogued}
    further = [gap for name in whole for gap in _declared(name, known)]
    return tuple(sorted([*gaps, *further], key=lambda gap: GRAVITY.index(gap.severity)))


def _rated(gap: Gap, found: Survey | None) -> Gap:
    if found is None:
        return gap
    names = tuple(name for name, entry in found.coverage.gaps.items() if _is(gap, entry))
    names = names or tuple(name for name, entry in found.coverage.gaps.items() if _says(gap, entry))
    names = names or tuple(name for name, entry in found.coverage.gaps.items() if _rests(gap, entry))
    grave = {found.catalogue.gaps[name] for name in names}
    return replace(gap, catalogued=names, severity=next((each for each in GRAVITY if each in grave), ""))


def _is(gap: Gap, entry: Entry) -> bool:
    """Does an entry name the step, or the very question?"""
    its = law(gap.constitution)
    if gap.kind == "ambiguity":
        question = gap.readings[0].partition("=")[0]
        named = [each.rpartition(" ")[::2] for each in entry.readings]
        return any(asked == question and asked_at(its, place, question) == gap.says for place, asked in named)
    return gap.kind != "too few members" and bool(_places(gap) & {*entry.silences})


def _says(gap: Gap, entry: Entry) -> bool:
    """Does an entry name another step that is silent in the same words?"""
    return gap.kind == "silence" and gap.says in sentences_at(law(gap.constitution), entry.silences)


def _rests(gap: Gap, entry: Entry) -> bool:
    """Is an entry about the step by a reading, or do the steps it names rest on what the gap rests on?"""
    if gap.kind not in ("ambiguity", "too few members") and _places(gap) & {
        each.rpartition(" ")[0] for each in entry.readings
    }:
        return True
    its = law(gap.constitution)
    about = {cite.partition(":")[0] for cite in gap.rests_on}
    return bool(about & set(_paragraphs(its, entry)))


def _places(gap: Gap) -> set[str]:
    """The steps of a gap, each as it may be named: also as that of the procedure from which it was taken over."""
    return {each for place in gap.places for each in names_of(place)}


def _paragraphs(its: Law, entry: Entry) -> Iterator[str]:
    for place in entry.silences:
        name, _, step = place.partition(".")
        found = procedure(f"{its.folder.name}/{name}")
        if step in found.order:
            yield from (norm.cite.partition(":")[0] for norm in found.file.steps[found.order[step]].norms)


def _declared(constitution: str, known: Iterable[tuple[str, str]]) -> Iterator[Gap]:
    """The gaps of a survey that none of the gaps found is."""
    its = law(constitution)
    found = survey(its.folder)
    for name, entry in found.coverage.gaps.items() if found else ():
        if (constitution, name) in known or entry.left_out:
            continue
        kind: Kind = "ambiguity" if entry.readings else "silence" if entry.silences else "note"
        cites = [each.rpartition(" ")[0] for each in entry.readings]
        assert found is not None  # noqa: S101 - there is an entry
        yield Gap(
            constitution=constitution,
            kind=kind,
            says=entry.says,
            places=tuple(f"{constitution}/{each}" for each in entry.silences),
            provisions=tuple(dict.fromkeys((*(cite for cite in cites if its.has(cite)), *entry.notes))),
            editions=its.editions,
            readings=(),
            declared=True,
            analyses=(),
            left_to="",
            scenario=None,
            severity=found.catalogue.gaps[name],
            catalogued=(name,),
        )
