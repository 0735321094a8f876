"""The course of a procedure: its steps, with loops unrolled to a cap, as a graph without cycles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.procedure.model import Step, Target

ROUNDS = 5  # how often a loop is followed; the sixth round is a reported end


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A step in one round of its loop; a step outside loops has one round."""

    step: str
    round: int

    @property
    def name(self) -> str:
        """Its name on the record, `consent.2` for instance."""
        return f"{self.step}.{self.round}"


class Course:
    """The unrolled graph of the steps of a procedure."""

    def __init__(self, steps: Mapping[str, Step], lines: Mapping[str, tuple[str, ...]]) -> None:
        self.steps = steps
        self.lines = lines  # the holders, in order, of each step that is a line of succession
        self.place = {name: number for number, name in enumerate(steps)}
        self._after: dict[Occurrence, tuple[Occurrence, ...]] = {}
        self._heads: dict[tuple[Occurrence, str], tuple[Occurrence, ...]] = {}

    @cached_property
    def entry(self) -> Occurrence:
        """Where every case begins: the first step of the file."""
        return Occurrence(next(iter(self.steps)), 1)

    @cached_property
    def _reached(self) -> dict[str, frozenset[str]]:
        """For each step, every step that can come after it."""
        direct = {n: {t for aim in s.targets() for t in aim.steps() if t in self.steps} for n, s in self.steps.items()}
        reached: dict[str, frozenset[str]] = {}
        for name in self.steps:
            found: set[str] = set()
            todo = list(direct[name])
            while todo:
                step = todo.pop()
                if step not in found:
                    found.add(step)
                    todo.extend(direct[step])
            reached[name] = frozenset(found)
        return reached

    def looped(self, step: str) -> bool:
        """Can a step come again?"""
        return step in self._reached[step]

    def together(self, one: str, other: str) -> bool:
        """Do two steps stand in one loop?"""
        return other in self._reached[one] and one in self._reached[other]

    def aim(self, here: Occurrence, step: str) -> Occurrence | None:
        """The occurrence of a step that follows from here; None beyond the last round.

        Within a loop, a step that stands no later in the file begins a new round.
        """
        if not self.together(here.step, step):
            return Occurrence(step, 1)
        turn = here.round + (self.place[step] <= self.place[here.step])
        return Occurrence(step, turn) if turn <= ROUNDS else None

    def next_holder(self, here: Occurrence) -> Occurrence | None:
        """The next in a line of succession; None when the line is exhausted."""
        return Occurrence(here.step, here.round + 1) if here.round < len(self.lines[here.step]) else None

    def ahead(self, here: Occurrence, target: Target) -> list[Occurrence]:
        """The occurrences that a target leads to from here."""
        steps = [step for step in target.steps() if step in self.steps]
        found = [self.aim(here, step) for step in steps]
        if "next" in target.steps() and here.step in self.lines:
            follows = self.next_holder(here)
            exhausted = self.steps[here.step].exhausted
            found += [follows] if follows else self.ahead(here, exhausted) if exhausted else []
        return [each for each in found if each is not None]

    def after(self, here: Occurrence) -> tuple[Occurrence, ...]:
        """The occurrences that can directly follow."""
        if here not in self._after:
            step = self.steps[here.step]
            targets = [target for target in step.targets() if target is not step.exhausted]
            self._after[here] = tuple(dict.fromkeys(each for target in targets for each in self.ahead(here, target)))
        return self._after[here]

    def awaited_after(self, here: Occurrence, act: str) -> tuple[Occurrence, ...]:
        """The occurrences that await an act once an act was done here; through those that await none."""
        key = (here, act)
        if key not in self._heads:
            step = self.steps[here.step]
            targets = [step.acts[act]] if act in step.acts else [t for t in step.targets() if t is not step.missed]
            self._heads[key] = self._awaiting([there for target in targets for there in self.ahead(here, target)])
        return self._heads[key]

    def awaited_if_missed(self, here: Occurrence) -> tuple[Occurrence, ...]:
        """The occurrences that await an act if none is done here in time."""
        key = (here, "")
        if key not in self._heads:
            missed = self.steps[here.step].missed
            self._heads[key] = self._awaiting(self.ahead(here, missed)) if missed else ()
        return self._heads[key]

    @cached_property
    def opening(self) -> tuple[Occurrence, ...]:
        """The occurrences that await the first act of a case."""
        return self._awaiting([self.entry])

    def _awaiting(self, heads: list[Occurrence]) -> tuple[Occurrence, ...]:
        found: dict[Occurrence, None] = {}
        for here in heads:
            passing = () if self.steps[here.step].awaited else self._awaiting(list(self.after(here)))
            found |= dict.fromkeys(passing or (here,))
        return tuple(found)

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every occurrence, each after all that can lead to it."""
        following: dict[Occurrence, tuple[Occurrence, ...]] = {}
        todo = [self.entry]
        while todo:
            here = todo.pop()
            if here not in following:
                following[here] = self.after(here)
                todo.extend(following[here])
        sorter = TopologicalSorter({here: [] for here in sorted(following, key=self._key)})
        for here in sorted(following, key=self._key):
            for there in following[here]:
                sorter.add(there, here)
        return tuple(sorter.static_order())

    @cached_property
    def before(self) -> dict[Occurrence, tuple[Occurrence, ...]]:
        """For each occurrence, those that directly lead to it."""
        found: dict[Occurrence, list[Occurrence]] = {here: [] for here in self.occurrences}
        for here in self.occurrences:
            for there in self.after(here):
                found[there].append(here)
        return {here: tuple(sources) for here, sources in found.items()}

    @cached_property
    def onward(self) -> dict[Occurrence, tuple[Occurrence, ...]]:
        """For each occurrence, all that can come after it."""
        found: dict[Occurrence, dict[Occurrence, None]] = {}
        for here in reversed(self.occurrences):
            later: dict[Occurrence, None] = {}
            for there in self.after(here):
                later |= {there: None} | found[there]
            found[here] = later
        return {here: tuple(following) for here, following in found.items()}

    def seen_from(self, here: Occurrence | None, step: str) -> str:
        """The name on the record under which an expression at `here` finds a step.

        Within a loop the latest round up to here; a loop seen from outside is `STEP.last`.
        """
        if here is not None and step == here.step:
            return here.name
        if here is not None and self.together(here.step, step):
            return f"{step}.{here.round - (self.place[step] > self.place[here.step])}"
        return f"{step}.last" if self.looped(step) else f"{step}.1"

    def _key(self, here: Occurrence) -> tuple[int, int]:
        return here.round, self.place[here.step]
