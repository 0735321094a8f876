"""What follows from a step: which steps are reached, and how each track of a case stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from majlis.errors import LawError
from majlis.logic.tree import FALSE, TRUE, Compare, Condition, Holds, Name, Word, every, negate, some
from majlis.procedure.model import ENDED
from majlis.procedure.program import Crossing, End, EndKind

if TYPE_CHECKING:
    from majlis.procedure.course import Course, Occurrence
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Step, Target

MAIN = "main"


class Add(Protocol):
    """Puts a condition on the program's list and returns what reads it."""

    def __call__(self, name: str, when: Condition, *, told: bool = False) -> Condition:
        """The condition that stands for the named one."""


class Judged(NamedTuple):
    """What was found at an occurrence, apart from whether it is reached and its act done.

    Does it pass, does no norm decide it, was the act behind its time, is it overdue?
    """

    passes: Condition
    ungoverned: Condition
    behind: Condition
    overdue: Condition


class Follow:
    """Collects, occurrence by occurrence, who leads where under which condition."""

    def __init__(self, procedure: Procedure, course: Course, add: Add) -> None:
        self.procedure = procedure
        self.course = course
        self.add = add
        self.arriving: dict[Occurrence, list[Condition]] = {course.entry: [TRUE]}
        self.track: dict[Occurrence, str] = {course.entry: MAIN}
        self.ends: dict[str, End] = {}
        self.crossings: list[Crossing] = []
        self._ending: dict[str, list[Condition]] = {}

    def reach(self, here: Occurrence) -> Condition:
        """The named condition that an occurrence is reached."""
        return self.add(f"reach.{here.name}", some(self.arriving.get(here, [])), told=True)

    def tracks(self) -> tuple[str, ...]:
        """The tracks of the procedure, the main one first."""
        return tuple(dict.fromkeys([MAIN, *self.track.values(), *(end.track for end in self.ends.values())]))

    def track_of(self) -> dict[str, str]:
        """The track on which each occurrence lies."""
        return {here.name: track for here, track in self.track.items()}

    def finish(self) -> None:
        """Put the ends on the list."""
        for name, conditions in self._ending.items():
            self.add(name, some(conditions), told=True)

    def step(self, here: Occurrence, reach: Condition, done: Condition, judged: Judged) -> None:
        """What follows from a step that awaits an act or tests facts."""
        step = self.course.steps[here.step]
        taken = every((reach, done))
        taken = self._late(here, step, taken, judged.behind)
        for edge, target, when in _ways(here, step, judged):
            self._send(here, target, every((taken, when)), edge)
        self._not_done(here, step, every((reach, negate(done))), judged.overdue)

    def line(self, here: Occurrence, reach: Condition) -> None:
        """What follows when an office in the line of succession is held, or has fallen vacant."""
        step = self.course.steps[here.step]
        holder = self.course.lines[here.step][here.round - 1]
        for cause, target in step.left.items():
            when = every((reach, Compare("==", Name(f"{here.name}.left"), Word(cause))))
            if target.to == "next":
                follows = self.course.next_holder(here)
                if follows:
                    self._arrive(here, follows, when)
                elif step.exhausted:
                    self._send(here, step.exhausted, when, "exhausted")
            else:
                self._send(here, target, when, cause, holder="" if cause == ENDED else holder)

    def _late(self, here: Occurrence, step: Step, taken: Condition, behind: Condition) -> Condition:
        """Deal with an act that came too late; returns when the ordinary course is still taken."""
        target = step.late
        late = every((taken, behind))
        if target is None or late == FALSE:
            return taken
        if target.goes_on:
            self._cross(here, target, "late", late)
            return taken
        if target.silent and target.then is None:
            onward = self._record_goes_on(self.course.onward[here])
            self._cross(here, target, "late", every((late, onward)))
            self._silence(here, target, every((late, negate(onward))), "late")
            return every((taken, some((negate(behind), onward))))
        self._send(here, target, late, "late")
        return every((taken, negate(behind)))

    def _not_done(self, here: Occurrence, step: Step, waiting: Condition, overdue: Condition) -> None:
        if step.tests:
            return
        if step.missed and overdue != FALSE:
            self._send(here, step.missed, every((waiting, overdue)), "missed")
        waits = every((waiting, negate(overdue)))
        self._end(
            End(f"end.awaits.{here.name}", EndKind.AWAITS, self._on(here), here.step, here.step, awaited=(here.step,)),
            waits,
        )

    def _send(self, here: Occurrence, target: Target, when: Condition, edge: str, holder: str = "") -> None:
        if target.silent:
            self._silent(here, target, when, edge, holder)
        elif target.either:
            self._either(here, target, when)
        elif target.both:
            for name in target.both:
                self._to(here, name, when, holder, track=name)
        elif target.to and target.then:
            onward = self._onward(here, target.then)
            self._to(here, target.to, every((when, negate(onward))), holder)
            self._send(here, target.then, every((when, onward)), edge)
        elif target.to:
            self._to(here, target.to, when, holder)

    def _on(self, here: Occurrence) -> str:
        """The track of an occurrence; the main one where nothing leads to it."""
        return self.track.get(here, MAIN)

    def _to(self, here: Occurrence, name: str, when: Condition, holder: str = "", track: str = "") -> None:
        if name not in self.course.steps:
            label = f"{name}.{holder}" if holder else name
            self._end(End(f"end.{label}", EndKind.OUTCOME, track or self._on(here), name, here.step, holder), when)
            return
        there = self.course.aim(here, name)
        if there is None:
            self._cap(here, name, when)
        else:
            self._arrive(here, there, when, track)

    def _arrive(self, here: Occurrence, there: Occurrence, when: Condition, track: str = "") -> None:
        track = track or self._on(here)
        if self.track.setdefault(there, track) != track:
            where = self.procedure.document.where(("steps", self.procedure.order[there.step]))
            raise LawError(
                f"step {there.step} lies on two tracks", where=where, remedy="Give each track of `both:` its own steps"
            )
        self.arriving.setdefault(there, []).append(when)

    def _either(self, here: Occurrence, target: Target, when: Condition) -> None:
        """Whichever of several steps comes; the one that is named first if more than one has."""
        rest = when
        for name in target.either:
            there = self.course.aim(here, name)
            if there is None:
                continue
            came = Holds(f"{there.name}.done")
            self._arrive(here, there, every((rest, came)))
            rest = every((rest, negate(came)))
        label = f"end.awaits.{here.name}.either"
        if any(self.course.aim(here, name) is None for name in target.either):
            self._cap(here, target.either[0], rest)
            return
        self._end(
            End(label, EndKind.AWAITS, self._on(here), " or ".join(target.either), here.step, awaited=target.either),
            rest,
        )

    def _silent(self, here: Occurrence, target: Target, when: Condition, edge: str, holder: str) -> None:
        if target.then is None:
            self._silence(here, target, when, edge, holder)
            return
        if target.goes_on:
            where = self.procedure.document.where(("steps", self.procedure.order[here.step]))
            raise LawError(
                f"step {here.step}: `then: goes on` needs an act that came late",
                where=where,
                remedy="Name the step that follows",
            )
        onward = self._onward(here, target.then)
        self._cross(here, target, edge, every((when, onward)))
        self._silence(here, target, every((when, negate(onward))), edge, holder)
        self._send(here, target.then, every((when, onward)), edge)

    def _onward(self, here: Occurrence, then: Target) -> Condition:
        """Does the record go on to where a target leads, or beyond?"""
        ahead = self.course.ahead(here, then)
        beyond = [later for each in ahead for later in (each, *self.course.onward[each])]
        return self._record_goes_on(tuple(dict.fromkeys(beyond)))

    def _record_goes_on(self, later: tuple[Occurrence, ...]) -> Condition:
        return some(Holds(f"{each.name}.done") for each in later if self.course.steps[each.step].awaited)

    def _cross(self, here: Occurrence, target: Target, edge: str, when: Condition) -> None:
        name = f"cross.{here.name}.{edge}"
        self.crossings.append(Crossing(name, target.silent, here.step, target.left_to))
        self.add(name, when, told=True)

    def _silence(self, here: Occurrence, target: Target, when: Condition, edge: str, holder: str = "") -> None:
        name = f"end.silent.{here.name}.{edge}"
        self._end(End(name, EndKind.SILENCE, self._on(here), target.silent, here.step, holder, target.left_to), when)

    def _cap(self, here: Occurrence, name: str, when: Condition) -> None:
        self._end(End(f"end.cap.{name}", EndKind.CAP, self._on(here), name, here.step), when)

    def _end(self, end: End, when: Condition) -> None:
        name = end.name if end.track == MAIN else f"{end.name}@{end.track}"
        if name not in self.ends:
            self.ends[name] = End(name, end.kind, end.track, end.what, end.step, end.holder, end.left_to, end.awaited)
        self._ending.setdefault(name, []).append(when)


def _ways(here: Occurrence, step: Step, judged: Judged) -> list[tuple[str, Target, Condition]]:
    """The targets of a step that was taken, each with a word for it and its condition."""
    if step.acts:
        if len(step.acts) == 1:
            return [(act, target, TRUE) for act, target in step.acts.items()]
        return [(act, t, Compare("==", Name(f"{here.name}.act"), Word(act))) for act, t in step.acts.items()]
    if step.done:
        return [("done", step.done, TRUE)]
    ways: list[tuple[str, Target, Condition]] = []
    if step.passed and step.failed:
        passed = every((judged.passes, negate(judged.ungoverned)))
        ways = [("passed", step.passed, passed), ("failed", step.failed, negate(judged.passes))]
    if step.ungoverned and judged.ungoverned != FALSE:
        ways.append(("ungoverned", step.ungoverned, judged.ungoverned))
    return ways
