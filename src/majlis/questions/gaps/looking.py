"""Looking for the holes of one procedure in all its editions and readings, each hole as seldom as can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.procedure.program import EndKind
from majlis.questions.gaps.ambiguities import (
    Doubt,
    apart,
    blame_differs,
    blamed_apart,
    doubts,
    ends_differ,
    told_apart,
    touched,
)
from majlis.questions.gaps.endless import endless_courses
from majlis.questions.gaps.few_members import majorities_out_of_reach
from majlis.questions.gaps.ground import Ground
from majlis.questions.gaps.lines import exhausted_lines, nobody_between
from majlis.questions.gaps.periods import acts_too_late, periods_that_run_out, steps_without_period, touched_periods
from majlis.questions.gaps.shorter import judged, shortened
from majlis.questions.gaps.silences import declared_keys, place_of, silences
from majlis.questions.gaps.ties import ties
from majlis.questions.gaps.undecided import majorities_not_due, undecided_steps
from majlis.questions.judgement import program_of
from majlis.questions.proof.alike import editions_alike
from majlis.questions.proof.search import holds

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from majlis.procedure.library import Procedure
    from majlis.questions.gaps.gap import Hole, Raw
    from majlis.questions.judgement import Choices, Judgement
    from majlis.questions.proof.witness import Witness

    Shows = Callable[[Judgement], bool]

ANALYSES: tuple[Callable[[Ground], Iterator[Hole]], ...] = (
    periods_that_run_out, acts_too_late, steps_without_period, majorities_out_of_reach, ties,
    exhausted_lines, nobody_between, endless_courses, undecided_steps, majorities_not_due,
)  # fmt: skip
Key = tuple[str, ...]


@dataclass
class Found:
    """What was looked for, the editions in which there is such a case, those in which none was found, and a case.

    `halt` is the silence in which the case ends, as step and edge.
    """

    what: Hole | Doubt
    choices: Choices = ()
    editions: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    scenario: Raw | None = None
    halt: tuple[str, str] | None = None


class Looking:
    """Everything that was found in one procedure: holes, and doubts that change how a case ends."""

    def __init__(self, procedure: Procedure) -> None:
        """Looks at once. Raises InputError where the solver is not installed."""
        self.procedure = procedure
        self.holes: dict[Key, tuple[Hole, Found]] = {}
        self.doubts: dict[Key, tuple[Doubt, Found]] = {}
        self._tried: set[Hashable] = set()
        for editions in reversed(editions_alike(procedure)):
            self._look_in(Ground(procedure, editions[-1]), editions)

    def _look_in(self, ground: Ground, editions: tuple[str, ...]) -> None:
        for hole in [*silences(ground), *(hole for analysis in ANALYSES for hole in analysis(ground))]:
            self._hole(ground, hole, editions)
        for doubt in doubts(ground):
            difference = apart(ground, doubt)
            fresh = difference not in self._tried
            self._tried.add(difference)
            self._doubt(ground, doubt, editions, fresh=fresh)
            self._under(ground, doubt, editions, fresh=fresh)

    def _hole(self, ground: Ground, hole: Hole, editions: tuple[str, ...], *, fresh: bool = True) -> None:
        key = (*hole.key, *(part for choice in ground.choices for part in choice))
        _, found = self.holes.setdefault(key, (hole, Found(hole, ground.choices)))
        held = holds(hole.when)
        shows = _blameless(held) if hole.lawful else held
        self._case(found, ground, editions, shows, lambda: ground.witness(hole), fresh=fresh)

    def _doubt(self, ground: Ground, doubt: Doubt, editions: tuple[str, ...], *, fresh: bool) -> None:
        _, found = self.doubts.setdefault(doubt.key, (doubt, Found(doubt)))
        self._case(found, ground, editions, ends_differ(doubt), lambda: told_apart(ground, doubt), fresh=fresh)
        if not set(editions) <= set(found.editions):
            self._case(found, ground, editions, blame_differs(doubt), lambda: blamed_apart(ground, doubt), fresh=fresh)

    def _under(self, ground: Ground, doubt: Doubt, editions: tuple[str, ...], *, fresh: bool) -> None:
        """Look for holes that are there under another reading and not under the default ones."""
        choices = ((doubt.question, doubt.reading),)
        program = program_of(self.procedure, ground.edition, choices)
        periods = touched_periods(ground, touched(ground.program, program))
        silent = declared_keys(ground.program)
        if not periods and declared_keys(program) <= silent:
            return
        other = Ground(self.procedure, ground.edition, choices)
        holes = [hole for hole in silences(other) if hole.key[1:] not in silent]
        holes += steps_without_period(other, periods) if periods else []
        before = {hole.key: hole for hole in steps_without_period(ground, periods)}  # also of steps that open a case
        for hole in holes:
            if hole.key in before and ground.witness(before[hole.key]):
                continue  # the period is missing in some case either way, and not by this reading
            if hole.key not in self.holes or not set(editions) <= set(self.holes[hole.key][1].editions):
                self._hole(other, hole, editions, fresh=fresh)

    def _case(  # noqa: PLR0913 - what is looked for, where, by what it is known, and how it is found
        self,
        found: Found,
        ground: Ground,
        editions: tuple[str, ...],
        shows: Shows,
        search: Callable[[], Witness | None],
        *,
        fresh: bool,
    ) -> None:
        """A case that shows something in some editions: one that is known from others, or else a new one.

        Where nothing was found in another edition that differs in nothing here, it is not looked for again.
        """
        again = judged({**found.scenario, "edition": ground.edition}, ground.choices) if found.scenario else None
        if again and shows(again):
            found.editions += editions
            return
        witness = search() if fresh or found.scenario else None
        (found.editions if witness else found.without).extend(editions)
        if witness and found.scenario is None:
            found.scenario = shortened(witness.scenario, ground.choices, shows)
            found.halt = _halt(judged(found.scenario, ground.choices))


def _blameless(shows: Shows) -> Shows:
    return lambda judgement: not judgement.breaches and shows(judgement)


def _halt(judgement: Judgement | None) -> tuple[str, str] | None:
    """The silence in which a case ends: its step and edge."""
    ends = judgement.ends if judgement else ()
    return next((place_of(end.name) for end in ends if end.kind is EndKind.SILENCE), None)
