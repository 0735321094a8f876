"""The courses that a procedure may take: cases built act by act, each judged as any case is.

Nothing here knows how steps follow each other: what is awaited next is read off each judgement.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError, Where
from majlis.procedure.program import EndKind
from majlis.questions.asking import in_words
from majlis.questions.chances.acts_in_time import days_for, kept, overdue_from
from majlis.questions.chances.choices import MISSED, Choices
from majlis.questions.chances.course_ends import end_of, places_of, round_of
from majlis.questions.chances.likely_course import AWAITS, Ahead, EndOf, Turn, by_chance, ended
from majlis.questions.chances.vote_cells import Cell, VoteCells, figures_of
from majlis.questions.either_way import either_way
from majlis.questions.judgement import judge
from majlis.scenario.case import bind_case
from majlis.scenario.model import Act, Scenario

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.engines import Engine
    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import End
    from majlis.questions.judgement import Judgement
    from majlis.questions.standing import Standing

MOST_CASES = 20_000


@dataclass(eq=False)
class Branches:
    """Follows a procedure in every direction; `notes` are what came to light on the way.

    `facts` are those of the case, `fields` what is known of acts by step. `body` is the one whose members vote.
    """

    law: Standing
    engine: Engine
    cells: VoteCells
    body: str
    choices: Choices
    facts: Mapping[str, Any]
    fields: Mapping[str, Mapping[str, Any]]
    notes: dict[str, None] = field(default_factory=dict)
    _cases: int = 0

    def from_the_beginning(self, day: int) -> Ahead:
        """All that may come, from a day (day number) on which nothing has been done. Raises InputError."""
        return self._next(self._judged((), day))

    def _judged(self, acts: tuple[Act, ...], day: int) -> Judgement:
        self._cases += 1
        if self._cases > MOST_CASES:
            what = f"{self.law.procedure.name} may take more ways than can be followed"
            raise InputError(what, remedy="Give chances for choices, or positions for blocs")
        scenario = Scenario(
            procedure=self.law.procedure.name,
            as_of=date.fromordinal(day),
            edition=self.law.edition,
            given=dict(self.facts),
            acts=acts,
        )
        return judge(bind_case(scenario), self.engine, self.law.choices)

    def _next(self, found: Judgement) -> Ahead:
        """What lies ahead of a case; of several tracks the one whose period is over first is followed first."""
        same = either_way(found)
        shown = same.judgement if same else found
        waiting = [end for end in shown.ends if end.kind is EndKind.AWAITS]
        if shown.missing or not waiting:
            return ended(end_of(shown))
        places = {end.name: places_of(found, end) for end in waiting}
        end = min(
            waiting,
            key=lambda each: min(overdue_from(found, here) or date.max.toordinal() for here in places[each.name]),
        )
        here, *others = places[end.name]
        return self._either(found, end, [here, *others]) if others else self._step(found, here)

    def _either(self, found: Judgement, end: End, several: list[Occurrence]) -> Ahead:
        """One or another of several steps comes."""
        names = {f"{end.step}.{here.step}": here for here in several}
        lawful = {
            name for name, here in names.items() if any(self._lawful(found, here, act) for act in self._acts(here))
        }
        turn = round_of(end)
        shares = self.choices.shares(names, lawful, turn)
        parts: dict[str, Ahead] = {}
        for name, here in names.items():
            if name in shares.live:
                ahead = self._step(found, here, comes=True)
                told = name in shares.spoken_of
                parts[name] = ahead.after(Turn(end.step, turn, here.step, follows=True)) if told else ahead
        return self.choices.together(shares, parts)

    def _step(self, found: Judgement, here: Occurrence, *, comes: bool = False) -> Ahead:
        """A step is taken in one way or another, or is missed, if it is not said that it comes."""
        names = {f"{here.step}.{act}": act for act in self._acts(here)}
        missed = f"{here.step}.{MISSED}"
        lawful = {name for name, act in names.items() if len(names) == 1 or self._lawful(found, here, act)}
        may_be_missed = not comes and self.choices.given(missed, here.round)
        shares = self.choices.shares([*names, *([missed] if may_be_missed else [])], lawful, here.round)
        parts: dict[str, Ahead] = {}
        for name, act in names.items():
            if name in shares.live:
                ahead = self._acted(found, here, act)
                told = len(names) > 1 and name in shares.spoken_of
                parts[name] = ahead.after(Turn(here.step, here.round, act)) if told else ahead
        if missed in shares.live:
            parts[missed] = self._missed(found, here)
        return self.choices.together(shares, parts)

    def _acts(self, here: Occurrence) -> tuple[str, ...]:
        return self.law.program.course.steps[here.step].awaited

    def _acted(self, found: Judgement, here: Occurrence, act: str) -> Ahead:
        """A step is taken by an act; a vote of the chamber by as many as may be in favour."""
        known = self.fields.get(here.step, {})
        figures = figures_of(self.law.procedure.law, act, self.body)
        fixed = {name: known[name] for name in figures if name in known}
        if fixed:
            return self._as_it_was(found, here, act, fixed)
        cells = list(self.cells.cells(found, here, figures))
        if not cells:
            return self._next(self._taken(found, here, act, {}))
        told: list[tuple[Cell, bool | None, Ahead]] = []
        for cell in cells:
            then = self._taken(found, here, act, cell.figures)
            passes, ahead = _passes(then, here), self._next(then)
            alike = next(
                (n for n, each in enumerate(told) if each[1:] == (passes, ahead) and cell.follows(each[0])), None
            )
            if alike is None:
                told.append((cell, passes, ahead))
            else:
                told[alike] = (told[alike][0].joined(cell), passes, ahead)
        return _voted(here, told)

    def _as_it_was(self, found: Judgement, here: Occurrence, act: str, fixed: Mapping[str, Any]) -> Ahead:
        """A vote whose figures are known: nothing is drawn."""
        then = self._taken(found, here, act, {})
        words = ", ".join(f"{value} {in_words(name)}" for name, value in fixed.items())
        each = " each time" if self.law.program.course.looped(here.step) else ""
        self.notes[f"How {in_words(here.step)} came out is taken as given{each}: {words}."] = None
        (name, value), *others = fixed.items()
        counted = "" if others else name
        number = None if others else int(value)
        turn = Turn(here.step, here.round, "", counted, number, number, _passes(then, here))
        return self._next(then).after(turn)

    def _done(self, found: Judgement, here: Occurrence, act: str, figures: Mapping[str, int]) -> Judgement:
        """The case after an act, on the first of some days on which it keeps its periods."""
        data = {**self.fields.get(here.step, {}), **figures, "act": act, "step": here.step}
        first: Judgement | None = None
        for day in days_for(found, here):
            made = Act.model_validate({**data, "date": date.fromordinal(day)})
            try:
                then = self._judged((*found.case.scenario.acts, made), day)
            except InputError as error:
                raise self._as_given(error, here) from None
            if kept(then, here):
                return then
            first = first or then
        assert first is not None  # noqa: S101 - there is always a day to be tried
        return first

    def _as_given(self, error: InputError, here: Occurrence) -> InputError:
        """An error of an act, where it is about what is known of it, with the name under which that was given."""
        key = ((error.where and error.where.key) or "").rpartition(".")[2]
        if key not in self.fields.get(here.step, {}):
            return error
        return InputError(error.what, where=Where(key=f"{here.step}.{key}"), remedy=error.remedy)

    def _taken(self, found: Judgement, here: Occurrence, act: str, figures: Mapping[str, int]) -> Judgement:
        """The same, and noted if it cannot be in time."""
        then = self._done(found, here, act, figures)
        if not kept(then, here):
            self.notes[f"No day was found on which {in_words(here.step)} keeps every period."] = None
        return then

    def _lawful(self, found: Judgement, here: Occurrence, act: str) -> bool:
        """Would nobody do wrong by an act?"""
        return self._done(found, here, act, {}).breaches <= found.breaches

    def _missed(self, found: Judgement, here: Occurrence) -> Ahead:
        """A step is not taken in time; where no period runs it is awaited for good."""
        day = overdue_from(found, here)
        if day is not None:
            then = self._judged(found.case.scenario.acts, day)
            if not any(end.kind is EndKind.AWAITS and places_of(then, end) == [here] for end in then.ends):
                return self._next(then).after(Turn(here.step, here.round, MISSED))
        return ended(EndOf(AWAITS, here.step, here.step)).after(Turn(here.step, here.round, MISSED))


def _voted(here: Occurrence, told: list[tuple[Cell, bool | None, Ahead]]) -> Ahead:
    """A vote with the cells of which it has come to different things."""
    parts = []
    for cell, passes, ahead in told:
        turn = Turn(here.step, here.round, "", cell.counted, cell.least, cell.most, passes)
        parts.append((cell.chance, ahead.after(turn)))
    found = by_chance(parts)
    if all(passes is None for _, passes, _ in told):
        return found
    passing = [cell.chance for cell, passes, _ in told if passes]
    chance = 1.0 if len(passing) == len(told) else sum(passing)
    return replace(found, votes={**found.votes, (here.step, here.round): frozenset((chance,))})


def _passes(found: Judgement, here: Occurrence) -> bool | None:
    """Did a vote pass? None where no norm decides it, and where a fact is missing."""
    deciding = [
        each.name for each in found.program.findings if each.occurrence == here.name and each.provision.deciding
    ]
    if any(f"{name}.bad" in found.held for name in deciding):
        return False
    live = [name for name in deciding if f"{name}.na" not in found.held]
    return True if live and all(f"{name}.met" in found.held for name in live) else None
