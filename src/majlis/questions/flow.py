"""The course of a procedure as a plain graph: boxes for steps, outcomes and silences, and what leads where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.needs import Follows, Needs, StepNeeds

NEXT = "next"  # the next holder in a line of succession: no box of its own


class Kind(StrEnum):
    """What a box stands for."""

    STEP = "step"
    TEST = "test"
    LINE = "line"
    ALONGSIDE = "alongside"
    OUTCOME = "outcome"
    SILENCE = "silence"


class How(StrEnum):
    """How an edge leads on: surely, to one of several, to several side by side, or only if the record goes on."""

    TO = "to"
    EITHER = "either"
    BOTH = "both"
    THEN = "then"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Node:
    """One box: a step with what it needs, or the sentence of an outcome or a silence."""

    name: str
    kind: Kind
    step: StepNeeds | None = None
    says: str = ""
    left_to: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """What leads from one box to another, and in which events."""

    source: str
    target: str
    events: tuple[str, ...] = ()
    how: How = How.TO


@dataclass(frozen=True, slots=True)
class Flow:
    """The boxes and the edges between them; the first box is where a case begins."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node(self, name: str) -> Node:
        """The box of that name."""
        return next(each for each in self.nodes if each.name == name)

    def out(self, name: str) -> tuple[Edge, ...]:
        """The edges that leave a box."""
        return tuple(each for each in self.edges if each.source == name)


def flow(needs: Needs) -> Flow:
    """Draw the graph of what a procedure needs: steps in order, then outcomes, then silences."""
    silences: dict[tuple[str, str, str], Node] = {}
    edges: dict[tuple[str, str, How], list[str]] = {}
    for step in needs.steps:
        for follows in step.follows:
            if follows.silent:
                key = (step.step, follows.silent, follows.left_to)
                silences.setdefault(key, _silence(f"{step.step}?{len(silences) + 1}", follows))
            for source, target, how in _edges(step, follows, silences):
                events = edges.setdefault((source, target, how), [])
                events += [follows.event] if how is not How.THEN else []
    outcomes = [Node(name, Kind.OUTCOME, says=says) for name, says in needs.outcomes.items()]
    steps = [Node(step.step, _kind(step), step) for step in needs.steps]
    drawn = [Edge(source, target, tuple(events), how) for (source, target, how), events in edges.items()]
    return Flow((*steps, *outcomes, *silences.values()), tuple(drawn))


def _kind(step: StepNeeds) -> Kind:
    if step.alongside:
        return Kind.ALONGSIDE
    return Kind.TEST if step.test else Kind.LINE if step.line else Kind.STEP


def _silence(name: str, follows: Follows) -> Node:
    return Node(name, Kind.SILENCE, None, follows.silent, follows.left_to, follows.how == "goes on")


def _edges(
    step: StepNeeds, follows: Follows, silences: dict[tuple[str, str, str], Node]
) -> Iterator[tuple[str, str, How]]:
    """The edges of one consequence: to a silence and from there on, or to where it leads."""
    if follows.silent:
        silence = silences[step.step, follows.silent, follows.left_to].name
        yield step.step, silence, How.TO
        yield from ((silence, target, How.THEN) for target in follows.then)
        return
    for target in follows.to:
        yield (step.step, step.step, How.NEXT) if target == NEXT else (step.step, target, How(follows.how))
        yield from ((target, onward, How.THEN) for onward in follows.then)
