"""The steps of a timeline: those that were taken and those that may still come, each with its limits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.procedure.program import EndKind
from majlis.questions.asking import without_round
from majlis.questions.editions_in_flight import changes_within
from majlis.questions.leads import Leads
from majlis.questions.limits import iso, limit, timed_at
from majlis.questions.prospects import Prospects
from majlis.questions.reach_in_time import ReachInTime, Span
from majlis.questions.step_states import bounds, is_open, last_day, late_by, state_of
from majlis.questions.timed import BROKEN, Further, Limit, Standing, State, TimedStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.course import Occurrence
    from majlis.procedure.model import Alongside, Step
    from majlis.questions.judgement import Judgement
    from majlis.questions.limits import Timed
    from majlis.questions.other_dates import OtherDates
    from majlis.scenario.case import Acted

_WORST_FIRST = (*BROKEN, State.IMPOSSIBLE, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Row:
    """A step with what was found of it; `place` is its name on the record."""

    step: Step | Alongside
    name: str
    place: str
    act: Acted | None
    limits: tuple[Limit, ...]
    standing: Standing
    after: tuple[str, ...] = ()
    if_missed: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    alongside: bool = False
    lapsed: bool = False
    """Did its period run out, and the procedure end with that?"""
    gone: tuple[Limit, ...] = ()
    further: tuple[Further, ...] = ()


@dataclass(frozen=True, eq=False)
class TimedSteps:
    """Finds the steps of one judgement; `others` is None where other readings are not to be tried."""

    found: Judgement
    others: OtherDates | None = None

    @cached_property
    def prospects(self) -> Prospects:
        """What may still come."""
        return Prospects(self.found)

    @cached_property
    def spans(self) -> dict[str, Span]:
        """The days between which each occurrence can come."""
        return ReachInTime(self.prospects).spans()

    def all(self) -> Iterator[TimedStep]:
        """The steps in the order of the course, then those alongside it."""
        return map(self.timed, self.rows())

    def rows(self) -> Iterator[Row]:
        """The same before days and states are put together."""
        shown, times = self._shown(), Counter[str]()
        for here in self.found.program.course.occurrences:
            if here in shown:
                times[here.step] += 1
                yield self._row(here, times[here.step])
        for side in self.found.case.procedure.file.alongside:
            yield from self._alongside(side)

    def _shown(self) -> set[Occurrence]:
        """Those taken, those reached or else the next that may come; one that no longer can if none was taken."""
        rounds: dict[str, list[Occurrence]] = {}
        course, taken = self.found.program.course, self.found.placed.at
        for here in course.occurrences:
            if course.steps[here.step].awaited and (here in taken or self.prospects.belongs(here.name)):
                rounds.setdefault(here.step, []).append(here)
        shown = {here for here in taken if here.step in rounds}
        for step, several in rounds.items():
            waiting = [here for here in several if here not in taken]
            coming = [here for here in waiting if self._may_come(here)]
            reached = [here for here in coming if self.prospects.reached(here.name)]
            none_taken = not any(here.step == step for here in taken)
            shown |= set(reached or coming[:1] or (waiting[:1] if none_taken else ()))
        return shown

    def _may_come(self, here: Occurrence) -> bool:
        """May a step that was not taken be taken yet? Not where nothing leads to it, and not after the end."""
        reached = self.prospects.reached(here.name)
        return reached if reached is not None else here.step in self.found.awaited or self._beyond(here)

    def _beyond(self, here: Occurrence) -> bool:
        """Does a step lie beyond what was done: beyond all of it, once the procedure has come to an end?"""
        onward, taken = self.found.program.course.onward, self.found.placed.at
        which = all if self.found.status == "concluded" else any
        return not taken or which(here in onward[each] for each in taken)

    def _silent_before(self, here: Occurrence) -> bool:
        """Is the text silent on what follows from something that was done, and does a step lie beyond that?"""
        onward = self.found.program.course.onward
        silent = {each.step for each in self.found.ends if each.kind is EndKind.SILENCE and not _lapse(each.name)}
        return any(source.step in silent and here in onward[source] for source in onward)

    def _row(self, here: Occurrence, times: int) -> Row:
        step, act = self.found.program.course.steps[here.step], self.found.placed.at.get(here)
        name = here.step if times == 1 else f"{here.step} {times}"
        if act is None and not self._may_come(here):
            # Days that were running are kept: who wrote them into a calendar wants to hear that they are off.
            gone = tuple(each for each in self._limits(here.name) if each.begun)
            standing = Standing.UNSAID if self._silent_before(here) else Standing.NO_LONGER
            return Row(step, name, here.name, None, (), standing, gone=gone)
        limits, further = tuple(self._limits(here.name)), self._further(here.name)
        if act is not None:
            return Row(step, name, here.name, act, limits, Standing.DONE, further=further)
        lapsed, barred = self.prospects.lapsed(here), self.prospects.barred(here.name)
        standing = Standing.NO_LONGER if lapsed else self._standing(here.name, limits, barred=bool(barred))
        leads = Leads(self.found, self.prospects)
        return Row(
            step, name, here.name, None, limits, standing, leads.by_doing(here), leads.by_missing(here), barred,
            lapsed=lapsed, further=further,
        )  # fmt: skip

    def _alongside(self, side: Alongside) -> Iterator[Row]:
        """The acts alongside that were done; one that was not, unless it is about somebody in particular."""
        done = self.found.placed.alongside.get(side.step, [])
        for number, act in enumerate(done, 1):
            limits = tuple(self._limits(side.step)) if number == 1 else ()
            name = side.step if number == 1 else f"{side.step} {number}"
            yield Row(side, name, side.step, act, limits, Standing.DONE, alongside=True)
        if not done and not side.keyed_by and self.found.status != "concluded" and self._known_to_the_edition(side):
            yield Row(side, side.step, side.step, None, (), Standing.NOW, alongside=True)

    def _known_to_the_edition(self, side: Alongside) -> bool:
        """Does the edition of the day have a norm about an act alongside, if any edition has?"""
        law, edition = self.found.case.procedure.law, self.found.editions[""]
        cites = [*(norm.cite for norm in side.governed_by), *([side.by] if side.by else [])]
        return not cites or any(law.norm(cite).at(edition, dict(self.found.choices)) for cite in cites)

    def timed(self, row: Row) -> TimedStep:
        """The step of a row, with its days and states put together from its limits."""
        act, limits, standing = row.act, row.limits, row.standing
        earliest, latest = bounds(limits)
        state = state_of(limits, earliest, latest, done=act is not None)
        if (standing is Standing.NO_LONGER and not row.lapsed) or (state is State.IMPOSSIBLE and act is None):
            state, standing = State.IMPOSSIBLE, Standing.NO_LONGER
        coming = act is None and standing is not Standing.NO_LONGER
        span = self.spans.get(row.place, Span()) if coming else Span()
        edition = self.found.editions.get(row.place, self.found.editions[""])
        by, actors = self._by(row.step.by, edition)
        return TimedStep(
            step=row.step.step,
            name=row.name,
            acts=row.step.awaited,
            act=act.act if act else None,
            done=iso(act.day) if act else None,
            actors=actors,
            by=by,
            edition=edition,
            state=state,
            standing=standing,
            earliest=earliest,
            latest=latest,
            not_before=iso(span.first),
            not_after=iso(span.last),
            late_by=late_by(limits, state),
            tentative=self._tentative(row) if coming or act else False,
            alongside=row.alongside,
            after=row.after,
            limits=limits,
            gone=row.gone,
            further=row.further,
            if_missed=row.if_missed,
            barred=row.barred,
            notes=self._notes(row, last_day(span, limits)) if coming else self._out_of_place(row),
        )

    def _notes(self, row: Row, last: int | None) -> tuple[str, ...]:
        """What is to be said of a step that may still come."""
        return changes_within(self.found, self.spans.get(row.place, Span()).first, last)

    def _out_of_place(self, row: Row) -> tuple[str, ...]:
        """What is to be said of an act that did not follow the order of the steps."""
        faults = {"stray": "it was done though nothing had led to it", "early": "it was done before its time had come"}
        return tuple(says for fault, says in faults.items() if f"{fault}.{row.place}" in self.found.held)

    def _limits(self, place: str) -> Iterator[Limit]:
        for each, applies in self.live(place):
            yield limit(each, applies, self.others.of(each) if self.others else ())

    def _further(self, place: str) -> tuple[Further, ...]:
        """What would hold besides under other readings."""
        return self.others.further(place, {each.finding.name for each, _ in self.live(place)}) if self.others else ()

    def live(self, place: str) -> Iterator[tuple[Timed, str]]:
        """The periods of an occurrence that hold or may hold, each with the condition that is still open."""
        for each in timed_at(self.found, place):
            holds = self.prospects.holds(each.finding)
            if holds is not False and not self._came_to_nothing(each):
                yield each, "" if holds else each.finding.provision.applies or ""

    def _came_to_nothing(self, timed: Timed) -> bool:
        """Is a period over that does not hold as the record stands, though a later act might make it hold?"""
        over = timed.latest is not None and timed.latest < self.found.case.as_of
        return over and f"{timed.finding.name}.na" in self.found.held

    def _standing(self, place: str, limits: tuple[Limit, ...], *, barred: bool) -> Standing:
        """May a step that was not taken be taken now, or not yet?"""
        ready = self.ready(place) and not barred
        if ready and is_open(limits, iso(self.found.case.as_of) or ""):
            return Standing.NOW
        return Standing.UNSAID if self._unsaid(place) else Standing.NOT_YET

    def _unsaid(self, place: str) -> bool:
        """Has the case come to a silence, so that the text does not say whether the step may follow?"""
        silent = any(end.kind is EndKind.SILENCE for end in self.found.ends)
        return silent and f"reach.{place}" not in self.found.held

    def ready(self, place: str) -> bool:
        """Is an occurrence awaited, or has what leads to it happened, as far as is known?"""
        awaited = without_round(place)[0] in self.found.awaited
        return awaited or self.found.known.get(f"reach.{place}") is not False

    def _tentative(self, row: Row) -> bool:
        """Does a reading, an open step or an open fact decide the dates or, for an act, whether it was in time?"""
        if row.act is not None:
            return any(other.state is not each.state for each in row.limits for other in each.others)
        unsettled = any(each.others or each.applies or each.begun is None for each in row.limits) or bool(row.further)
        return unsettled or (not row.alongside and f"reach.{row.place}" not in self.found.held)

    def _by(self, cite: str, edition: str) -> tuple[str, tuple[str, ...]]:
        """The provision that says who acts, with their titles; nothing where the edition has it not."""
        law = self.found.case.procedure.law
        provision = law.norm(cite).at(edition, dict(self.found.choices)) if cite else None
        titles = law.constitution.actors()
        return (cite, tuple(titles[each] for each in provision.actors or ())) if provision else ("", ())


def _lapse(name: str) -> bool:
    """Is an end that of a step which came too late, or never?"""
    return name.partition("@")[0].endswith((".late", ".missed"))
