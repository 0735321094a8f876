"""Contests of candidates that end in nothing when the votes are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Condition, Holds, every, some
from majlis.questions.asking import in_words
from majlis.questions.gaps.gap import Hole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.course import Occurrence
    from majlis.questions.gaps.ground import Ground


def ties(ground: Ground) -> Iterator[Hole]:
    """The best two have as many votes as each other, a norm is not met at that, and nothing follows."""
    for step in ground.steps():
        if _tallied(ground, step):
            found = [_tied(ground, here) for here in ground.rounds(step)]
            says = f"The votes of the {in_words(step)} can be equal, and nothing follows."
            yield Hole("tie", step, says, some(found), lawful=True)


def _tallied(ground: Ground, step: str) -> bool:
    acts = ground.procedure.law.vocabulary
    kinds = [acts.act(act) for act in ground.course.steps[step].awaited]
    return any(field.type == "tally" for kind in kinds for field in kind.fields.values())


def _tied(ground: Ground, here: Occurrence) -> Condition:
    unmet = some(ground.told(f"{each.name}.bad") for each in ground.findings(here) if each.provision.deciding)
    tied = Holds(f"{here.name}.tied")
    return every((ground.reached(here), ground.done(here), tied, unmet, ground.nothing_follows(here)))
