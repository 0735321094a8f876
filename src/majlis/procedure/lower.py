"""Lowering: from a procedure, editions and readings to the ordered list of named conditions.

This is the only walk over a procedure's steps. Per occurrence of a step the list has: its findings, whether
it is passed, late or overdue, and then, for what follows, `reach.OCCURRENCE` and `end.NAME`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import LawError
from majlis.logic.check import Kind, Type
from majlis.logic.cover import covers
from majlis.logic.tree import FALSE, TRUE, Compare, Condition, Holds, Name, Number, every, negate, some
from majlis.procedure.course import Course, Occurrence
from majlis.procedure.follow import Follow
from majlis.procedure.judge import judge
from majlis.procedure.program import Clock, ClockKind, Finding, Named, Program
from majlis.procedure.scope import Here, Names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from majlis.law.library import Law
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Alongside, Governing, Step

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
        raise LawError(f"{step.each} names no line of succession in {edition}", where=norm.where, remedy="Give it `line:`")
    return provision.line


def lower(
    procedure: Procedure,
    the_course: Course,
    edition_of: Callable[[str], str],
    choices: Mapping[str, str],
) -> Program:
    """The program of a procedure. `edition_of` says which edition governs an occurrence or a date fact.

    Raises InputError, with file and line, for whatever in the content does not fit together.
    """
    return _Lowering(procedure, the_course, edition_of, choices).program()


class _Lowering:
    def __init__(
        self, procedure: Procedure, the_course: Course, edition_of: Callable[[str], str], choices: Mapping[str, str]
    ) -> None:
        self.procedure = procedure
        self.course = the_course
        self.edition_of = edition_of
        self.choices = choices
        self.names = Names(procedure, the_course)
        self.conditions: list[Named] = []
        self.findings: list[Finding] = []
        self.clocks: list[Clock] = []
        self.raised: dict[str, set[str]] = {}
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
            self.procedure.name, tuple(self.conditions), tuple(self.findings), tuple(self.clocks),
            tuple(self.follow.ends.values()), tuple(self.follow.crossings), self.names.types, self.course,
            self.follow.tracks(), {question: frozenset(places) for question, places in self.raised.items()},
        )  # fmt: skip

    def _add(self, name: str, when: Condition, *, told: bool = False) -> Condition:
        """Put a condition on the list; a constant one need not be read from there."""
        self.conditions.append(Named(name, when, told))
        return when if when in (TRUE, FALSE) and not told else Holds(name)

    def _alongside(self, side: Alongside) -> None:
        occurrence = side.step
        self._add(f"reach.{occurrence}", Holds(f"{occurrence}.done"), told=True)
        self._findings(side, side.governed_by, None, occurrence)
        self.names.types[f"{occurrence}.done"] = self.names.fields(side)["done"]

    def _occurrence(self, here: Occurrence) -> None:
        step = self.course.steps[here.step]
        reach = self.follow.reach(here)
        self._raise(self.procedure.questions(here.step, self.edition_of(here.name)), here.name)
        if step.each:
            self.names.types[f"{here.name}.left"] = Type(Kind.WORD, frozenset(step.left))
            self.follow.line(here, reach)
            return
        done: Condition = TRUE if step.tests else Holds(f"{here.name}.done")
        self.names.types |= {f"{here.name}.{field}": kind for field, kind in self.names.fields(step).items()}
        found = self._findings(step, step.norms, here, here.name)
        self._needs(step, found, here)
        judged = self._judged(here, found, reach, done)
        self.follow.step(here, reach, done, **judged)
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
            self._raise(norm.questions(edition), occurrence)
            judged = judge(norm, provision, edition, scope, occurrence) if provision else None
            if judged is None:
                continue
            finding, clock = judged
            found.append(finding)
            if clock:
                self.clocks.append(clock)
            self._tell(finding, clock, step, occurrence)
        self.findings += found
        return found

    def _edition(self, cite: str, scope: Here, occurrence: str) -> str:
        """A deadline takes the edition of its trigger, all else that of the act."""
        entry = self.procedure.law.norm(cite).entry
        if entry.kind != "deadline" or not entry.after:
            return self.edition_of(occurrence)
        return self.edition_of(scope.triggers(entry.after)[0])

    def _tell(self, finding: Finding, clock: Clock | None, step: Step | Alongside, occurrence: str) -> None:
        done: Condition = TRUE if getattr(step, "tests", ()) else Holds(f"{occurrence}.done")
        applies, test = finding.applies, finding.test
        over = every((applies, negate(done), _overdue(clock))) if clock else FALSE
        if applies != TRUE:
            self._add(f"{finding.name}.na", negate(applies), told=True)
        self._add(f"{finding.name}.met", every((applies, done, test)), told=True)
        self._add(f"{finding.name}.bad", some((every((applies, done, negate(test))), over)), told=True)
        self.names.tested[finding.provision.cite] = every((applies, test))
        if finding.majorities and all(majority.votes is not None for majority in finding.majorities):
            options = tuple((m.votes or 0, every((applies, m.when))) for m in finding.majorities)
            self.names.choices[occurrence] = self.names.choices.get(occurrence, ()) + options

    def _judged(self, here: Occurrence, found: list[Finding], reach: Condition, done: Condition) -> dict[str, Condition]:
        """Passed, ungoverned, late and overdue at an occurrence, each a named condition."""
        clocks = {clock.name: clock for clock in self.clocks if clock.occurrence == here.name}
        deciding = [finding for finding in found if finding.provision.deciding]
        ok = every(some((negate(finding.applies), finding.test)) for finding in deciding)
        none = FALSE if self._covered(deciding) else every(negate(finding.applies) for finding in deciding)
        timed = [(finding, clocks[finding.name]) for finding in found if finding.name in clocks]
        late = some(every((finding.applies, _late(clock))) for finding, clock in timed)
        over = some(every((finding.applies, _overdue(clock))) for finding, clock in timed)
        step = self.course.steps[here.step]
        passes = self._add(f"ok.{here.name}", ok) if step.passed else TRUE
        ungoverned = self._add(f"ungoverned.{here.name}", none) if step.passed else FALSE
        was_late = self._add(f"late.{here.name}", every((reach, done, late)))
        missed = self._add(f"missed.{here.name}", every((reach, negate(done), over)))
        if step.passed:
            self._add(f"passed.{here.name}", every((reach, done, passes, negate(ungoverned))))
            self._add(f"failed.{here.name}", every((reach, done, negate(passes))))
        else:
            self._add(f"passed.{here.name}", every((reach, done)))
            self._add(f"failed.{here.name}", FALSE)
        return {"passes": passes, "ungoverned": ungoverned, "late": was_late, "missed": missed}

    def _covered(self, deciding: list[Finding]) -> bool:
        applies = [finding.applies for finding in deciding]
        return covers(applies, self.names.domains(), self.names.derive)

    def _needs(self, step: Step, found: list[Finding], here: Occurrence) -> None:
        """What follows must be said: for late and missed where there is a deadline, and where no norm decides."""
        where = self.procedure.document.where(("steps", self.procedure.order[step.step]))
        due = [f for f in found if f.provision.kind == "deadline" and not f.provision.not_known]
        if due and not (step.late and step.missed):
            what = f"step {step.step} has a deadline ({due[0].provision.cite}) but does not say what follows when it is late or missed"
            raise LawError(what, where=where, remedy="Add `late:` and `missed:`; `silent:` is an answer")
        if step.passed and not step.ungoverned and not self._covered([f for f in found if f.provision.deciding]):
            what = f"step {step.step} may pass or fail, but in some case nothing decides it (edition {self.edition_of(here.name)})"
            raise LawError(what, where=where, remedy="Add `ungoverned:` to say what follows then")

    def _order(self, here: Occurrence, reach: Condition, done: Condition) -> None:
        """An act out of place: dated before the step it follows, or taken where nothing leads to it."""
        early = [
            every((Holds(f"reach.{source.name}"), Compare("<", Name(f"{here.name}.date"), Name(f"{source.name}.date"))))
            for source in self.course.before[here]
            if self.course.steps[source.step].awaited
        ]
        self._add(f"early.{here.name}", every((reach, done, some(early))), told=True)
        self._add(f"stray.{here.name}", every((done, negate(reach))), told=True)

    def _raise(self, questions: Mapping[str, object], occurrence: str) -> None:
        for question in questions:
            self.raised.setdefault(question, set()).add(occurrence)


def _late(clock: Clock) -> Condition:
    if clock.kind in (ClockKind.WAIT, ClockKind.EXACTLY):
        return FALSE
    return Compare("<", Name(f"slack.{clock.name}"), Number(0))


def _overdue(clock: Clock | None) -> Condition:
    if clock is None or clock.kind in (ClockKind.WAIT, ClockKind.EXACTLY):
        return FALSE
    return Compare(">", Name(f"over.{clock.name}"), Number(0))

