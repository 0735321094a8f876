"""Programs to try engines on: every procedure in every edition, under many choices of readings."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from majlis.procedure.library import procedure, procedures
from majlis.procedure.lower import Editions, course, lower
from majlis.questions.readings import known_readings

if TYPE_CHECKING:
    from majlis.procedure.program import Program

EVERY = [(name, edition) for name in procedures() for edition in procedure(name).law.editions]
IDS = [f"{name}-{edition}" for name, edition in EVERY]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to lower a procedure: readings, and the place from which on the next edition governs."""

    choices: tuple[tuple[str, str], ...] = ()
    turns_at: int | None = None


@cache
def variants(name: str, edition: str, combinations: int = 4) -> tuple[Variant, ...]:
    """The default readings, each other reading alone, some together, and some changes of edition midway."""
    readings = {q: sorted(r) for q, r in known_readings(procedure(name)).items() if not q.startswith("first_day.")}
    found = [Variant()]
    found += [
        Variant(((question, reading),)) for question, known in readings.items() if len(known) > 1 for reading in known
    ]
    picks = random.Random(f"{name} {edition}")  # noqa: S311 - the same on every run
    for _ in range(combinations):
        chosen = {question: picks.choice(known) for question, known in readings.items() if len(known) > 1}
        found.append(Variant(tuple(sorted(chosen.items())), picks.choice([None, *range(1, 6)])))
    if edition != procedure(name).law.editions[-1]:
        found += [Variant(turns_at=place) for place in (1, 2, 4)]
    return tuple(dict.fromkeys(found))


@cache
def lowered(name: str, edition: str, variant: Variant = Variant()) -> Program:
    """A procedure lowered for one edition, or for that and the next one."""
    its = procedure(name)
    editions = its.law.editions
    plan = course(its, edition, dict(variant.choices))
    later: set[str] = set()
    if variant.turns_at is not None:
        later = {here.name for here in plan.occurrences[variant.turns_at :]}
    following = editions[min(editions.index(edition) + 1, len(editions) - 1)]
    return lower(its, plan, Editions(edition, dict.fromkeys(later, following)), dict(variant.choices))
