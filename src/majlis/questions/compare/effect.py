"""What two states of a constitution make otherwise of cases: provision by provision, proved over all cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.engines.proof import solver
from majlis.errors import InputError
from majlis.law.library import article_of
from majlis.procedure.library import procedures_of
from majlis.questions.compare.changed import MATTER, paragraph
from majlis.questions.compare.differences import Effects, ProvisionEffect, Shown
from majlis.questions.compare.doubts import Norms, doubts, known_amendments, other_readings
from majlis.questions.compare.holes import course_effect, holes
from majlis.questions.compare.joint import Joint
from majlis.questions.compare.replaced import with_replaced
from majlis.questions.compare.shown import shown_finding
from majlis.questions.compare.smallest import Seeking

if TYPE_CHECKING:
    from majlis.law.provision import Provision
    from majlis.procedure.program import Finding
    from majlis.questions.compare.changed import Changed, ProvisionChange
    from majlis.questions.compare.differences import CourseEffect, Hole, How, InEffect
    from majlis.questions.compare.pair import Pair
    from majlis.questions.compare.side import Side

Progress = Callable[[list[Seeking]], Iterable[Seeking]]
"""Hands on the procedures that are compared, one by one, and may show how far it is."""
UNUSED = "No step is judged by it: it is only said, or names who acts."


@dataclass
class _Found:
    """What was found of a provision so far, over the procedures in which it is judged otherwise."""

    procedures: list[str] = field(default_factory=list)
    shown: Shown | None = None
    witness: tuple[Pair, tuple[Finding | None, Finding | None]] | None = None
    by: tuple[str, ...] = ()
    open: str = ""


def quietly(seeking: list[Seeking]) -> Iterable[Seeking]:
    """Show nothing of the progress."""
    return seeking


def effects(before: Side, after: Side, found: Changed, progress: Progress = quietly) -> Effects:
    """What the second side makes otherwise of cases than the first, where `found` is otherwise in their texts.

    Raises InputError where the solver is not installed.
    """
    solver()
    return Comparing(before, after, found).effects(progress)


def effects_or_why_not(
    before: Side, after: Side, found: Changed, progress: Progress = quietly
) -> tuple[Effects | None, str]:
    """The same; without the solver nothing, and the reason."""
    try:
        solver()
    except InputError as error:
        return None, f"What that does to cases is not looked at: {error.what}. {error.remedy}"
    return effects(before, after, found, progress), ""


class Comparing:
    """Two sides, with all procedures that both have."""

    def __init__(self, before: Side, after: Side, found: Changed) -> None:
        self.before, self.after = before, after
        self.labels = before.label, after.label
        self.norms = Norms.of(before), Norms.of(after)
        self.changed = {each.provision.partition("/")[2]: each for each in found.provisions if each.kind != MATTER}
        old, new = ({each.name: each for each in procedures_of(one.law)} for one in (before, after))
        self.joints = [Joint(old[name], before.edition, its, after.edition) for name, its in new.items() if name in old]
        self.alone = tuple(name for name in {**old, **new} if name not in old or name not in new)
        self.found: dict[str, _Found] = {}
        self._amended = known_amendments(before, after)
        self._not_amended = frozenset(cite for cite, each in self.changed.items() if each.not_amended)

    def effects(self, progress: Progress) -> Effects:
        """All differences in effect. Raises InputError where the solver is not installed."""
        otherwise = sorted((each for each in self.joints if not each.same), key=lambda each: len(each.one.conditions))
        courses: list[CourseEffect] = []
        open_or_closed: list[Hole] = []
        for seeking in progress([Seeking(each) for each in otherwise]):
            self._findings(seeking)
            if effect := course_effect(seeking, self.labels):
                courses.append(effect)
                self._lines(seeking, effect)
            open_or_closed += holes(seeking, self.labels, self._not_amended)
        provisions = self._provisions()
        listed = {each.provision.partition("/")[2] for each in provisions}
        unchanged = sum(cite not in listed and self.norms[1].at(cite) is not None for cite in self._cites())
        return Effects(
            provisions, tuple(courses), tuple(open_or_closed), unchanged, len(self.joints), self.alone
        )  # fmt: skip

    def _findings(self, seeking: Seeking) -> None:
        """Every finding of a procedure that is not the same word for word: a case, or the proof that it is."""
        for name in seeking.joint.otherwise:
            cite = name.partition("@")[0]
            found = self.found.setdefault(cite, _Found())
            findings = seeking.joint.findings[name]
            procedure = seeking.joint.sides[1][0].name
            if self._unknown(cite) or (found.shown and procedure in found.procedures):
                continue
            if found.shown:
                found.procedures.append(procedure)
                continue
            sought = seeking.finding(name)
            if sought.pair:
                found.shown = shown_finding(sought.pair, findings, self.labels)
                found.witness = sought.pair, findings
                found.by = tuple(each for each in seeking.joint.through(name) if self._is_other(each))
            if not sought.proved:
                found.procedures.append(procedure)
                found.open = found.open or sought.why

    def _lines(self, seeking: Seeking, effect: CourseEffect) -> None:
        """A line of succession that is another shows in who acts."""
        joint = seeking.joint
        for step in joint.other.course.lines:
            cite = joint.other.course.steps[step].each
            if cite in self.changed and joint.one.course.lines.get(step) != joint.other.course.lines[step]:
                found = self.found.setdefault(cite, _Found())
                found.shown, found.open = effect.shown, effect.why
                found.procedures.append(effect.procedure)

    def _cites(self) -> list[str]:
        return list(dict.fromkeys((*self.norms[1].by_cite, *self.norms[0].by_cite)))

    def _provisions(self) -> tuple[ProvisionEffect, ...]:
        of = f"{self.after.constitution}/"
        witnesses = {f"{of}{cite}": each.witness for cite, each in self.found.items() if each.witness}
        places = {f"{of}{cite}": paragraph(its) for cite in self._cites() if (its := self._standing(cite))}
        effects = (each for each in map(self._provision, self._cites()) if each)
        made = with_replaced(effects, places, witnesses, self.labels)
        order = {name: place for place, name in enumerate(self.after.law.articles())}
        return tuple(
            sorted(
                made,
                key=lambda each: order.get(article_of(each.provision.partition("/")[2]), len(order)),
            )
        )

    def _standing(self, cite: str) -> Provision | None:
        """A provision as the second side has it, or else the first."""
        return self.norms[1].at(cite) or self.norms[0].at(cite)

    def _provision(self, cite: str) -> ProvisionEffect | None:
        """How a provision stands; None where its text and its effect are the same, and no doubt hangs on that."""
        its = self._standing(cite)
        if its is None:
            return None
        change, found = self.changed.get(cite), self.found.get(cite, _Found())
        text = _text(change)
        effect, why = self._effect(cite, found, text)
        readings = other_readings(cite, self.norms) if effect == "same" else ()
        if text == "same" and effect == "same" and not readings:
            return None
        doubted = (
            doubts(cite, self.norms, found.shown, settled=cite in self._amended | self._not_amended)
            if effect == "other" or text != "same"
            else ()
        )
        of = f"{self.after.constitution}/"
        return ProvisionEffect(
            f"{of}{cite}", its.kind, its.says, text, effect, why, found.shown,
            tuple(dict.fromkeys(found.procedures)), tuple(f"{of}{each}" for each in found.by if each != cite),
            doubted, readings, not_amended=change.not_amended if change else (),
        )  # fmt: skip

    def _effect(self, cite: str, found: _Found, text: How) -> tuple[InEffect, str]:
        if unknown := self._unknown(cite):
            return "not decided", unknown
        if found.shown:
            return "other", ""
        if found.open:
            return "not decided", found.open
        judged = any(each.startswith(f"{cite}@") for joint in self.joints for each in joint.findings)
        return ("same", "") if judged or text == "same" else ("unused", UNUSED)

    def _unknown(self, cite: str) -> str:
        """Why a wording is not known on one of the sides, where the two may differ."""
        if cite not in self.changed and cite not in self.found:
            return ""
        for each in self.norms:
            its = each.at(cite)
            if its and its.not_known:
                return f"{each.side.label}: {its.not_known}"
        return ""

    def _is_other(self, cite: str) -> bool:
        return cite in self.changed and self.changed[cite].restated


def _text(change: ProvisionChange | None) -> How:
    return change.how if change and change.restated else "same"
