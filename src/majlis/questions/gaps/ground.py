"""The cases of one procedure in which holes are looked for: a space, searched in order, and without any blame."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from majlis.logic.tree import FALSE, Compare, Condition, Holds, Name, Word, every, negate, some
from majlis.procedure.follow import MAIN
from majlis.procedure.program import EndKind
from majlis.questions.proof.clocks import sitting_daily
from majlis.questions.proof.search import Search, holds
from majlis.questions.proof.space import Space

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.engines.proof import Formula
    from majlis.procedure.course import Occurrence
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Finding
    from majlis.questions.gaps.gap import Hole
    from majlis.questions.judgement import Choices
    from majlis.questions.proof.witness import Witness


class Ground:
    """A procedure in one edition under chosen readings, to be searched for holes."""

    def __init__(self, procedure: Procedure, edition: str, choices: Choices = ()) -> None:
        """Raises InputError where the solver is not installed."""
        self.procedure, self.edition, self.choices = procedure, edition, choices
        self.space = Space(procedure, edition, choices)
        self.program = self.space.program
        self.course = self.space.course

    @cached_property
    def within(self) -> list[Formula]:
        """What holds of the cases that are looked at: their acts are in order, and bodies sit on every day."""
        return [*self.space.in_order, *sitting_daily(self.space)]

    @cached_property
    def _ordered(self) -> Search:
        return Search(self.space, self.within)

    @cached_property
    def _lawful(self) -> Search:
        return Search(self.space, [*self.within, *self.space.blameless])

    def witness(self, hole: Hole) -> Witness | None:
        """A case with as few acts as it takes that falls into a hole; None where none is found."""
        search = self._lawful if hole.lawful else self._ordered
        goal = self.space.formulas.holds(hole.when)
        if hole.when == FALSE or search.none(goal):  # to ask once is quicker than to ask for each number of acts
            return None
        return search.case(goal, shows=holds(hole.when), fewest=True).witness

    def rounds(self, step: str) -> list[Occurrence]:
        """The occurrences of a step, in order."""
        return [here for here in self.course.occurrences if here.step == step]

    def steps(self) -> list[str]:
        """The steps that any course comes to, in the order of the file."""
        found = {here.step for here in self.course.occurrences}
        return [name for name in self.course.steps if name in found]

    def told(self, name: str) -> Condition:
        """A told condition; one that is not on the list never holds."""
        return Holds(name) if name in self.program.by_name else some(())

    def reached(self, here: Occurrence) -> Condition:
        """The case comes to an occurrence."""
        return self.told(f"reach.{here.name}")

    def done(self, here: Occurrence) -> Condition:
        """The act of an occurrence was done."""
        return Holds(f"{here.name}.done")

    def took(self, here: Occurrence, act: str) -> Condition:
        """This act was done at an occurrence, which may await several."""
        if len(self.course.steps[here.step].awaited) == 1:
            return self.done(here)
        return every((self.done(here), Compare("==", Name(f"{here.name}.act"), Word(act))))

    def nothing_follows(self, here: Occurrence) -> Condition:
        """Nothing has come out on the track of an occurrence, and nothing is awaited there."""
        return negate(some(self._following(self.program.track_of.get(here.name, MAIN))))

    def stops_at(self, here: Occurrence) -> Condition:
        """Nothing follows, and no further step was reached from an occurrence: the course stops here and no later."""
        further = [negate(self.reached(later)) for later in self.course.after(here)]
        return every((self.nothing_follows(here), *further))

    def _following(self, track: str) -> Iterable[Condition]:
        for end in self.program.ends:
            if end.kind is not EndKind.SILENCE and track in (MAIN, end.track):
                yield self.told(end.name)

    def awaits(self, here: Occurrence) -> Condition:
        """The act of an occurrence is awaited."""
        track = self.program.track_of.get(here.name, MAIN)
        return self.told(f"end.awaits.{here.name}" + ("" if track == MAIN else f"@{track}"))

    def findings(self, here: Occurrence) -> list[Finding]:
        """The provisions that are held against an occurrence."""
        return [finding for finding in self.program.findings if finding.occurrence == here.name]
