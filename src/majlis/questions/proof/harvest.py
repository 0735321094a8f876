"""Finding a case for each of many things that should be possible: one case often shows several."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.logic.truth import truth
from majlis.questions.proof.search import Search, holds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.logic.tree import Condition
    from majlis.questions.judgement import Judgement
    from majlis.questions.proof.space import Space
    from majlis.questions.proof.witness import Witness

Goal = tuple[str, ...]
"""What should be possible: its kind and its names."""
Goals = dict[Goal, "list[Condition]"]


@dataclass
class Harvest:
    """For each goal a case that shows it, or that there is none, or why that is not decided."""

    shown: dict[Goal, Witness] = field(default_factory=dict)
    impossible: set[Goal] = field(default_factory=set)
    undecided: dict[Goal, str] = field(default_factory=dict)

    def add(self, other: Harvest) -> None:
        """Take in what cases of another space show."""
        self.shown |= other.shown
        self.impossible -= other.shown.keys() | other.undecided.keys()
        self.undecided = {**self.undecided, **other.undecided}
        for goal in other.shown:
            self.undecided.pop(goal, None)

    def fate(self, goal: Goal) -> bool | None:
        """Can it be? None where that is not decided."""
        return True if goal in self.shown else None if goal in self.undecided else False


def harvest(space: Space, goals: Goals) -> Harvest:
    """A case for each goal, of whose conditions one has to hold.

    Cases are looked for among those in which every act has a later day than the one before it; for what cannot be
    there, among those in which acts share a day.
    """
    found = Harvest()
    for order in (space.in_order, space.loosely_in_order):
        search = Search(space, order)
        for goal, ways in goals.items():
            if goal not in found.shown:
                _look(space, search, goal, ways, found)
                if goal in found.shown:
                    _all_shown(found.shown[goal], goals, found)
    _confirmed(space, goals, found)
    return found


def _confirmed(space: Space, goals: Goals, found: Harvest) -> None:
    """What cannot be in any order of the acts is impossible; what could be only out of order is not decided."""
    search = Search(space)
    for goal in sorted(found.impossible):
        if not all(search.none(space.formulas.holds(way)) for way in goals[goal]):
            found.impossible.discard(goal)
            found.undecided[goal] = "no case in order shows it, and it is not proved that no other can"


def _look(space: Space, search: Search, goal: Goal, ways: Iterable[Condition], found: Harvest) -> None:
    open_ways = ""
    for way in ways:
        case = search.case(space.formulas.holds(way), shows=holds(way))
        if case.witness:
            found.shown[goal] = case.witness
            found.undecided.pop(goal, None)
            return
        open_ways = open_ways or case.why
    if open_ways:
        found.undecided[goal] = open_ways
        found.impossible.discard(goal)
    else:
        found.impossible.add(goal)


def _all_shown(witness: Witness, goals: Goals, found: Harvest) -> None:
    for goal, ways in goals.items():
        if goal not in found.shown and _shows(witness.judgement, ways):
            found.shown[goal] = witness
            found.undecided.pop(goal, None)
            found.impossible.discard(goal)


def _shows(judgement: Judgement, ways: list[Condition]) -> bool:
    return any(truth(way, judgement.known) is True for way in ways)
