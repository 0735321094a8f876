"""Majorities in votes that no vote can reach, because the body has fewer members than that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from majlis.logic.tree import Compare, Condition, Name, Number, every, negate, some
from majlis.questions.gaps.gap import Hole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.vocabulary import ActKind
    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import Finding
    from majlis.questions.gaps.ground import Ground


class _Asked(NamedTuple):
    """A number of votes that a body must give, and when a house of too few gave all that it has."""

    body: str
    votes: int
    cite: str
    when: Condition


def majorities_out_of_reach(ground: Ground) -> Iterator[Hole]:
    """All who hold a seat are in favour, one is missing to the number that is asked for, and nobody does wrong."""
    for step in ground.steps():
        asked: dict[tuple[str, int], list[_Asked]] = {}
        for here in ground.rounds(step):
            for each in _asked(ground, here):
                asked.setdefault((each.body, each.votes), []).append(each)
        for (body, votes), several in asked.items():
            yield _hole(ground, step, body, votes, several)


def _hole(ground: Ground, step: str, body: str, votes: int, several: list[_Asked]) -> Hole:
    frame = ground.procedure.law.constitution
    says = (
        f"{votes} votes are asked for; {frame.bodies[body].title} may have fewer members and still be in office, "
        "and what it does then is not said."
    )
    cites, seats = tuple(dict.fromkeys(each.cite for each in several)), frame.bodies[body].seats
    return Hole(
        "too few members", step, says, some(each.when for each in several),
        f"{body} {votes}", lawful=True, provisions=cites, rests_on=(seats,) if seats else (),
    )  # fmt: skip


def _asked(ground: Ground, here: Occurrence) -> Iterator[_Asked]:
    for finding in ground.findings(here):
        counted = finding.counted
        if not isinstance(counted, Name) or counted.path.rpartition(".")[0] != here.name:
            continue
        for act in ground.course.steps[here.step].awaited:
            kind = ground.procedure.law.vocabulary.act(act)
            whole = _whole(kind, counted.path.rpartition(".")[2])
            if whole:
                yield from _by(ground, here, finding, whole)


def _by(ground: Ground, here: Occurrence, finding: Finding, whole: tuple[str, str]) -> Iterator[_Asked]:
    members, body = whole
    assert isinstance(finding.counted, Name)  # noqa: S101 - only such findings are asked
    held = Name(f"{here.name}.{members}")
    for place, majority in enumerate(finding.majorities):
        if majority.votes:
            first = [Compare("==", held, Number(majority.votes - 1)), Compare("==", finding.counted, held)]
            others = [negate(each.when) for each in finding.majorities[:place]]
            due = [ground.reached(here), ground.done(here), ground.told(f"{finding.name}.bad"), majority.when, *others]
            yield _Asked(body, majority.votes, finding.provision.cite, every((*due, *first)))


def _whole(kind: ActKind, field: str) -> tuple[str, str] | None:
    """The figure that counts all members of the body among whom a figure is counted, and the body."""
    parts = {part for its in kind.fields.values() for part in its.made_of}
    for name, its in kind.fields.items():
        if its.made_of and name not in parts and field in kind.atoms(name) and its.at_most:
            return name, its.at_most.seats_of
    return None
