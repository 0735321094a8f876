"""Lowering: from a procedure, editions and readings to the ordered list of named conditions.

This is the only walk over a procedure's steps. Per occurrence of a step the list has: its findings, whether
it is passed, late or overdue, and then, for what follows, `reach.OCCURRENCE` and `end.NAME`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from majlis.calendar.convention import NEXT_WORKING_DAY
from majlis.calendar.length import CALENDAR_UNITS, Unit
from majlis.errors import InputError, LawError
from majlis.law.constitution import REST_DAYS, add_list
from majlis.logic.check import Kind, Type
from majlis.logic.cover import covers
from majlis.logic.tree import FALSE, TRUE, Compare, Condition, Constant, Holds, Name, Number, every, names, negate, some
from majlis.procedure.course import Course, Occurrence
from majlis.procedure.follow import Follow, Judged
from majlis.procedure.judge import judge
from majlis.procedure.program import Clock, ClockKind, Finding, Named, Program, Raised
from majlis.procedure.scope import Here, Names
from majlis.voting.majority import least

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.law.library import Law
    from majlis.law.provision import Option
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Alongside, Governing, Step
    from majlis.procedure.program import Majority

UNPLACED = "unplaced"


def course(procedure: Procedure, edition: str, choices: Mapping[str, str]) -> Course:
    """The unrolled steps of a procedure in an edition, under chosen readings."""
    steps = procedure.steps(edition, choices)
    lines = {name: _line(procedure.law, step, edition, choices) for name, step in steps.items() if step.each}
    return Course(steps, lines)


def _line(law: Law, step: Step, edition: str, choices: Mapping[str, str]) -> tuple[str, ...]:
    norm = law.norm(step.each)
    provision = norm.at(edition, choices)
    if provision is None or not provision.line:
        raise LawError(
            f"{step.each} names no line of succession in {edition}", where=norm.where, remedy="Give it `line:`"
        )
    return provision.line


class Editions:
    """Which edition governs an occurrence or a date fact: that of its day where it has one, else the default."""

    def __init__(self, default: str, known: Mapping[str, str]) -> None:
        self.default = default
        self.known = known

    def __call__(self, name: str) -> str:
        """The edition."""
        return self.known.get(name, self.default)


def lower(
    procedure: Procedure,
    the_course: Course,
    edition_of: Editions,
    choices: Mapping[str, str],
) -> Program:
    """The program of a procedure. `edition_of` says which edition governs an occurrence or a date fact.

    Raises InputError, with file and line, for whatever in the content does not fit together.
    """
    return _Lowering(procedure, the_course, edition_of, choices).program()


class _Lowering:
    def __init__(
        self, procedure: Procedure, the_course: Course, edition_of: Editions, choices: Mapping[str, str]
    ) -> None:
        self.procedure = procedure
        self.course = the_course
        self.edition_of = edition_of
        self.choices = choices
        self.names = Names(procedure, the_course)
        self.conditions: list[Named] = []
        self.taken: set[str] = set()
        self.findings: list[Finding] = []
        self.clocks: list[Clock] = []
        self.raised: dict[str, list[Raised]] = {}
        self.named: dict[str, tuple[Condition, Condition]] = {}  # applies and holds, by finding
        self.follow = Follow(procedure, the_course, self._add)

    def program(self) -> Program:
        for side in self.procedure.file.alongside:
            self._alongside(side)
        for here in self.course.occurrences:
            self._occurrence(here)
            self.names.lowered.append(here)
        self.follow.finish()
        self._add("stray.unplaced", Compare(">=", Name(UNPLACED), Number(1)), told=True)
        return Program(
            procedure=self.procedure.name,
            conditions=_needed(self.conditions),
            findings=tuple(self.findings),
            clocks=tuple(self.clocks),
            ends=tuple(self.follow.ends.values()),
            crossings=tuple(self.follow.crossings),
            types=self.names.types,
            course=self.course,
            tracks=self.follow.tracks(),
            track_of=self.follow.track_of(),
            raised={question: tuple(places) for question, places in self.raised.items()},
            views=self.names.views,
        )

    def _add(self, name: str, when: Condition, *, told: bool = False, walk: bool = True) -> Condition:
        """Put a condition on the list; one that is plain or never holds need not be read from there."""
        if when == FALSE or (not told and isinstance(when, Constant | Holds)):
            return when
        if name in self.taken:
            raise AssertionError(f"{name} stands twice on the list of {self.procedure.name}")
        self.taken.add(name)
        self.conditions.append(Named(name, when, told, walk))
        return Holds(name)

    def _judge(self, name: str, when: Condition, *, told: bool = False) -> Condition:
        return self._add(name, when, told=told, walk=False)

    def _alongside(self, side: Alongside) -> None:
        occurrence = side.step
        self._add(f"reach.{occurrence}", Holds(f"{occurrence}.done"), told=True)
        self._findings(side, side.governed_by, None, occurrence)
        self.names.types[f"{occurrence}.done"] = self.names.fields(side)["done"]

    def _occurrence(self, here: Occurrence) -> None:
        step = self.course.steps[here.step]
        reach = self.follow.reach(here)
        self._raise(self.procedure.questions(here.step, self.edition_of(here.name)), here.name, "")
        if step.each:
            self.names.types[f"{here.name}.left"] = Type(Kind.WORD, frozenset(step.left))
            self.follow.line(here, reach)
            return
        done: Condition = TRUE if step.tests else Holds(f"{here.name}.done")
        self.names.types |= {f"{here.name}.{field}": kind for field, kind in self.names.fields(step).items()}
        found = self._findings(step, step.norms, here, here.name)
        self._needs(step, found, here)
        judged = self._judged(here, found, reach, done)
        self.follow.step(here, reach, done, judged)
        if not step.tests:
            self._order(here, reach, done)

    def _findings(
        self, step: Step | Alongside, norms: tuple[Governing, ...], here: Occurrence | None, occurrence: str
    ) -> list[Finding]:
        found: list[Finding] = []
        for governing in norms:
            norm = self.procedure.law.norm(governing.cite)
            scope = Here(self.names, here, governing.roles, step)
            edition = self._edition(governing.cite, scope, occurrence)
            provision = norm.at(edition, self.choices)
            self._raise(norm.questions(edition), occurrence, f"{governing.cite}@{occurrence}")
            judged = judge(norm, provision, edition, scope, occurrence) if provision else None
            if judged is None:
                continue
            finding, clock = judged[0], self._rested(*judged)
            found.append(finding)
            if clock:
                self.clocks.append(clock)
            self._tell(finding, clock, step, occurrence)
        self.findings += found
        return found

    def _rested(self, finding: Finding, clock: Clock | None) -> Clock | None:
        """The clock; where it is asked for, a deadline that is counted in days does not end on a day of rest."""
        if clock is None or self.choices.get(REST_DAYS) != NEXT_WORKING_DAY.name:
            return clock
        counted = clock.kind is ClockKind.WITHIN and clock.length is not None and clock.length.unit in CALENDAR_UNITS
        # A term that runs out is nobody's act: it ends on its day.
        term = clock.length is not None and clock.length.unit is Unit.YEAR and not finding.provision.duty
        if finding.provision.kind != "deadline" or not counted or term:
            return clock
        return replace(clock, rest=self.procedure.law.constitution.rest)

    def _edition(self, cite: str, scope: Here, occurrence: str) -> str:
        """A deadline takes the edition of its trigger, all else that of the act."""
        norm = self.procedure.law.norm(cite)
        provision = norm.at(self.edition_of(occurrence), self.choices)
        if provision is None or provision.kind != "deadline" or not provision.after:
            return self.edition_of(occurrence)
        try:
            triggers = scope.triggers(provision.after)
        except InputError as error:
            raise LawError(f"{cite}: {error.what}", where=norm.where, remedy=error.remedy) from None
        steps = [self.names.views[name][0] if name in self.names.views else name for name in triggers]
        return self.edition_of(next((name for name in steps if name in self.edition_of.known), steps[0]))

    def _tell(self, finding: Finding, clock: Clock | None, step: Step | Alongside, occurrence: str) -> None:
        """The conditions of a finding: does the norm apply, is it met, is it broken or not reached?"""
        done: Condition = TRUE if getattr(step, "tests", ()) else Holds(f"{occurrence}.done")
        applies = self._judge(f"applies.{finding.name}", finding.applies)
        holds = self._judge(f"holds.{finding.name}", finding.test)
        over = every((negate(done), _overdue(clock)))
        self._judge(f"{finding.name}.na", negate(applies), told=True)
        self._judge(f"{finding.name}.met", every((done, applies, holds)), told=True)
        self._judge(
            f"{finding.name}.bad", some((every((done, applies, negate(holds))), every((over, applies)))), told=True
        )
        self.named[finding.name] = (applies, holds)
        self.names.tested[finding.provision.cite] = every((applies, holds))
        for majority in finding.majorities:
            due = _number_due(majority, more_than=finding.more_than)
            if due is None:
                self.names.uncounted.add(occurrence)
            else:
                option = (due, every((applies, majority.when)))
                self.names.choices[occurrence] = (*self.names.choices.get(occurrence, ()), option)

    def _judged(self, here: Occurrence, found: list[Finding], reach: Condition, done: Condition) -> Judged:
        """Passed, ungoverned, late and overdue at an occurrence, each a named condition."""
        step, name = self.course.steps[here.step], here.name
        deciding = [self.named[finding.name] for finding in found if finding.provision.deciding]
        covered = self._covered([finding for finding in found if finding.provision.deciding])
        none = FALSE if covered else every(negate(applies) for applies, _ in deciding)
        ok = every(some((negate(applies), holds)) for applies, holds in deciding)
        passes = self._judge(f"ok.{name}", ok) if step.passed else TRUE
        ungoverned = self._judge(f"ungoverned.{name}", none) if step.passed else FALSE
        clocks = {clock.name: clock for clock in self.clocks if clock.occurrence == name}
        timed = [(self.named[each][0], clock) for each, clock in clocks.items() if each in self.named]
        behind = self._judge(f"behind.{name}", some(every((a, _late(c))) for a, c in timed))
        overdue = self._judge(f"overdue.{name}", some(every((a, _overdue(c))) for a, c in timed))
        judged = Judged(passes, ungoverned, behind, overdue)
        history = {"late": self._add(f"late.{name}", every((reach, done, behind)))}
        history["missed"] = self._add(f"missed.{name}", every((reach, negate(done), overdue)))
        history["passed"] = self._add(f"passed.{name}", every((reach, done, passes, negate(ungoverned))))
        history["failed"] = self._add(f"failed.{name}", every((reach, done, negate(passes))))
        self.names.history |= {(word, here): condition for word, condition in history.items()}
        return judged

    def _covered(self, deciding: list[Finding]) -> bool:
        applies = [finding.applies for finding in deciding]
        return covers(applies, self.names.domains(), add_list)

    def _needs(self, step: Step, found: list[Finding], here: Occurrence) -> None:
        """What follows must be said: for late and missed where there is a deadline, and where no norm decides."""
        where = self.procedure.document.where(("steps", self.procedure.order[step.step]))
        due = [f for f in found if f.provision.kind == "deadline" and not f.provision.not_known]
        if due and not (step.late and step.missed):
            deadline = due[0].provision.cite
            what = (
                f"step {step.step} has a deadline ({deadline}) but does not say what follows when it is late or missed"
            )
            raise LawError(what, where=where, remedy="Add `late:` and `missed:`; `silent:` is an answer")
        if step.passed and not step.ungoverned and not self._covered([f for f in found if f.provision.deciding]):
            edition = self.edition_of(here.name)
            what = f"step {step.step} may pass or fail, but in some case nothing decides it (edition {edition})"
            raise LawError(what, where=where, remedy="Add `ungoverned:` to say what follows then")

    def _order(self, here: Occurrence, reach: Condition, done: Condition) -> None:
        """An act out of place: dated before the step it follows, or taken where nothing leads to it."""
        early = [
            every((Holds(f"reach.{source.name}"), Compare("<", Name(f"{here.name}.date"), Name(f"{source.name}.date"))))
            for source in self.course.before[here]
            if self.course.steps[source.step].awaited and f"reach.{source.name}" in self.taken
        ]
        early += [soon for source in self.course.before[here] if (soon := self._too_soon(source, here)) != FALSE]
        self._add(f"early.{here.name}", every((reach, done, some(early))), told=True)
        self._add(f"stray.{here.name}", every((done, negate(reach))), told=True)

    def _too_soon(self, source: Occurrence, here: Occurrence) -> Condition:
        """Does an act that may follow once a step is missed come while that step's period is still running?

        Where the text is silent on a missed step, nothing makes the act wait for the end of the period.
        """
        step = self.course.steps[source.step]
        if not step.missed or step.missed.silent or here not in self.course.ahead(source, step.missed):
            return FALSE
        clocks = [clock for clock in self.clocks if clock.occurrence == source.name and clock.name in self.named]
        if not clocks or any(clock.kind in _NEVER_LATE or _in_hours(clock) for clock in clocks):
            return FALSE
        day = Name(f"{here.name}.date")
        lapsed = [every((self.named[c.name][0], Compare(">", day, Name(f"due.{c.name}")))) for c in clocks]
        waited = every((Holds(f"reach.{source.name}"), negate(Holds(f"{source.name}.done"))))
        return every((waited, negate(some(lapsed))))

    def _raise(self, questions: Mapping[str, Mapping[str, Option]], occurrence: str, finding: str) -> None:
        shared = self.procedure.law.constitution.questions
        for question, options in questions.items():
            fallback = shared[question].default if question in shared else ""
            default = next((name for name, option in options.items() if option.default), fallback)
            widens = any("applies" in option.set for option in options.values())
            keys = {key for option in options.values() for key in option.set}
            place = Raised(occurrence, "" if widens else finding, tuple(options), default, keys == {"missed"})
            self.raised.setdefault(question, []).append(place)


def _needed(conditions: list[Named]) -> tuple[Named, ...]:
    """The told conditions and those that lead to them."""
    needed: set[str] = set()
    kept: list[Named] = []
    for named in reversed(conditions):
        if named.told or named.name in needed:
            needed |= names(named.when)
            kept.append(named)
    return tuple(reversed(kept))


def _number_due(majority: Majority, *, more_than: bool) -> int | None:
    """The least number of votes that reaches a majority; None where it hangs on a figure of the vote."""
    if majority.votes is not None:
        return majority.votes + more_than
    if majority.share is None or not isinstance(majority.base, Number):
        return None
    return least(majority.share, majority.base.value, more_than=more_than)


# An act outside such a span is out of place; no step waits for its end.
_NEVER_LATE = (ClockKind.WAIT, ClockKind.EXACTLY, ClockKind.BEFORE)


def _in_hours(clock: Clock) -> bool:
    return clock.length is not None and clock.length.unit is Unit.HOUR


def _late(clock: Clock) -> Condition:
    if clock.kind in _NEVER_LATE:
        return FALSE
    return Compare("<", Name(f"slack.{clock.name}"), Number(0))


def _overdue(clock: Clock | None) -> Condition:
    if clock is None or clock.kind in _NEVER_LATE:
        return FALSE
    return Compare(">", Name(f"over.{clock.name}"), Number(0))
