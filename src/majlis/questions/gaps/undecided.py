"""Steps that may pass or fail, but of which nothing says how they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Condition, every, negate, some
from majlis.questions.asking import in_words
from majlis.questions.gaps.gap import Hole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import Finding
    from majlis.questions.gaps.ground import Ground


def undecided_steps(ground: Ground) -> Iterator[Hole]:
    """An act was done that may pass or fail, no norm that decides it applies, and nothing follows."""
    for step in ground.steps():
        its = ground.course.steps[step]
        if its.passed and its.awaited:
            says = f"Nothing says what the {in_words(step)} takes to pass, and nothing follows."
            yield Hole(
                "nothing decides", step, says, some(_open(ground, here) for here in ground.rounds(step)), lawful=True
            )


def majorities_not_due(ground: Ground) -> Iterator[Hole]:
    """A vote was taken, and of the majorities that a norm states, each for a case of its own, none is due."""
    for step in ground.steps():
        found: dict[str, list[Condition]] = {}
        for here in ground.rounds(step):
            for finding in ground.findings(here):
                if finding.majorities:
                    found.setdefault(finding.provision.cite, []).append(_none_due(ground, here, finding))
        for cite, several in found.items():
            says = f"No majority is due at the {in_words(step)}: {cite} states some, and none of them for such a case."
            yield Hole("nothing decides", step, says, some(several), cite, lawful=True, provisions=(cite,))


def _none_due(ground: Ground, here: Occurrence, finding: Finding) -> Condition:
    others = [negate(each.when) for each in finding.majorities]
    return every((ground.reached(here), ground.done(here), negate(ground.told(f"{finding.name}.na")), *others))


def _open(ground: Ground, here: Occurrence) -> Condition:
    none = [ground.told(f"{each.name}.na") for each in ground.findings(here) if each.provision.deciding]
    return every((ground.reached(here), ground.done(here), *none, ground.stops_at(here)))
