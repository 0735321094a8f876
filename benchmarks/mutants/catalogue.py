"""All mutants of the content, and the procedures that each can touch."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from benchmarks.mutants.frame_mutants import frame_mutants
from benchmarks.mutants.in_place import original
from benchmarks.mutants.procedure_mutants import procedure_mutants
from benchmarks.mutants.rule_mutants import rule_mutants

from majlis.law.library import constitutions, law
from majlis.law.places import content
from majlis.procedure.library import procedure, procedures
from majlis.questions.uses import every_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutants.mutant import Mutant


def all_mutants() -> list[Mutant]:
    """Every mutant of every rule and procedure file, in order of the files; no two are the same."""
    found = [each for name in constitutions() for each in _of(name)]
    return list({each.id: each for each in found if each.before != each.after}.values())


def _of(constitution: str) -> Iterator[Mutant]:
    its = law(constitution)
    frame = its.constitution
    file = f"rules/{constitution}/constitution.yaml"
    yield from frame_mutants(original(content() / file), file)
    for article in its.articles():
        file = f"rules/{constitution}/{article}.yaml"
        yield from rule_mutants(original(content() / file), file, its.editions, list(frame.actors()))
    for name in procedures():
        if name.startswith(f"{constitution}/"):
            file = f"procedures/{name}.yaml"
            whole = procedure(name).file
            steps, outcomes = [each.step for each in whole.steps], list(whole.outcomes)
            yield from procedure_mutants(original(content() / file), file, its.editions, steps, outcomes)


def touched(mutant: Mutant) -> tuple[str, ...]:
    """The procedures whose cases a mutant can change."""
    kind, constitution, file = mutant.file.removesuffix(".yaml").split("/")
    every = tuple(each for each in procedures() if each.startswith(f"{constitution}/"))
    if kind == "procedures":
        own = f"{constitution}/{file}"
        return (own, *_likenesses(own))
    if file == "constitution" or _states_seats(constitution, mutant.subject):
        return every
    return tuple(sorted(_using(constitution).get(mutant.subject, ())))


@cache
def _likenesses(name: str) -> tuple[str, ...]:
    """The procedures that are like one."""
    constitution, _, stem = name.partition("/")
    files = {each: original(content() / f"procedures/{each}.yaml") for each in procedures()}
    return tuple(
        each for each, document in files.items()
        if each.startswith(f"{constitution}/") and document.data.get("like") == stem
    )  # fmt: skip


@cache
def _states_seats(constitution: str, cite: str) -> bool:
    return cite in {body.seats for body in law(constitution).constitution.bodies.values()}


@cache
def _using(constitution: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for cite, use in every_use(law(constitution)):
        found.setdefault(cite, set()).add(use.procedure)
    return found
