"""Courses without end: the same steps again and again, and nobody breaks a duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import some
from majlis.procedure.program import EndKind
from majlis.questions.asking import in_words
from majlis.questions.gaps.gap import Hole
from majlis.questions.proof.ends import endless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.gaps.ground import Ground


def endless_courses(ground: Ground) -> Iterator[Hole]:
    """All rounds of a loop are gone through, as far as rounds are followed, and the next one begins."""
    heads: dict[str, list[str]] = {}
    for end in ground.program.ends:
        if end.kind is EndKind.CAP:
            heads.setdefault(end.what, []).append(end.name)
    for step, names in heads.items():
        if endless(ground.space, step) is False:
            continue  # a period that started before the loop ends it
        loop = [each for each in ground.steps() if each == step or ground.course.together(each, step)]
        when = some(ground.told(name) for name in names)
        yield Hole("endless course", step, _says(ground, loop), when, lawful=True)


def _says(ground: Ground, loop: list[str]) -> str:
    awaited = [step for step in loop if ground.course.steps[step].awaited]
    steps = ", then the ".join(in_words(step) for step in awaited)
    return f"The {steps} can come again and again for ever, and nobody breaks a duty.{_who(ground, awaited)}"


def _who(ground: Ground, steps: list[str]) -> str:
    """Who takes the steps of a loop, as far as the text says."""
    law = ground.procedure.law
    titles, found = law.constitution.actors(), {}
    for step in steps:
        by = ground.course.steps[step].by
        norm = law.norm(by).at(ground.edition, dict(ground.choices)) if by else None
        if norm and norm.actors:
            found[tuple(norm.actors)] = " or ".join(titles[each] for each in norm.actors)
    if not found:
        return " Nobody is said to take these steps."
    if len(found) == 1:
        return f" It takes no more than {next(iter(found.values()))}."
    return f" It takes both {' and '.join(found.values())}."
