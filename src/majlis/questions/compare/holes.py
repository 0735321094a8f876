"""Silences that cases meet under one state of the law only, and procedures that go another way without a norm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.procedure.program import EndKind
from majlis.questions.compare.differences import CourseEffect, Hole
from majlis.questions.compare.shown import shown_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.procedure.program import Crossing, End, Program
    from majlis.questions.compare.differences import Shown
    from majlis.questions.compare.shown import Labels
    from majlis.questions.compare.smallest import Seeking
    from majlis.questions.compare.view import View
    from majlis.questions.judgement import Judgement


@dataclass(frozen=True, slots=True)
class _Silence:
    """What a step leaves open, wherever it comes to that: in any round, whether or not the record goes on."""

    step: str
    says: str


def holes(seeking: Seeking, labels: Labels) -> Iterator[Hole]:
    """The silences that are reached on one side and not on the other, acts in order.

    Where a wording is not known, one counts only with a case that both sides settle.
    """
    one, other = _silences(seeking.joint.one), _silences(seeking.joint.other)
    for silence in {**other, **one}:
        names = [*one.get(silence, {}), *other.get(silence, {})]
        if all(map(seeking.joint.alike.named, names)) and (silence in one) == (silence in other):
            continue
        reached = [_reached(seeking, its.get(silence), later=its is other) for its in (one, other)]
        if reached[0] is not reached[1]:
            found = _hole(seeking, silence, {**one, **other}[silence], labels, opened=reached[1])
            if found.shown or not seeking.joint.unknown:
                yield found


def _silences(program: Program) -> dict[_Silence, dict[str, End | Crossing]]:
    """The conditions under which each silence is met or passed."""
    found: dict[_Silence, dict[str, End | Crossing]] = {}
    for end in program.ends:
        if end.kind is EndKind.SILENCE:
            found.setdefault(_Silence(end.step, end.what), {})[end.name] = end
    for crossing in program.crossings:
        found.setdefault(_Silence(crossing.step, crossing.says), {})[crossing.name] = crossing
    return found


def _reached(seeking: Seeking, names: Iterable[str] | None, *, later: bool) -> bool:
    """Can a silence be met on a side, as far as a solver can tell?"""
    if not names:
        return False
    view = seeking.view(later=later)
    return view.search.none(*view.space.in_order, _any(view, names)) is not True


def _any(view: View, names: Iterable[str]) -> object:
    return view.space.any_of([view.space.formulas.named(name) for name in names])


def _hole(
    seeking: Seeking, silence: _Silence, named: dict[str, End | Crossing], labels: Labels, *, opened: bool
) -> Hole:
    its = seeking.joint.sides[opened][0]
    shown = _case(seeking, silence, named, labels, opened=opened)
    why = "" if shown else "No case was found that can be put under both sides."
    left_to = next(iter(named.values())).left_to
    return Hole(
        its.name, its.file.title, silence.step, silence.says, "opened" if opened else "closed", left_to, shown, why
    )


def settled(found: Judgement) -> bool:
    """Is it known on every track how a case stands?"""
    return {*found.tracks} <= {end.track for end in found.ends}


def _case(
    seeking: Seeking, silence: _Silence, named: dict[str, End | Crossing], labels: Labels, *, opened: bool
) -> Shown | None:
    view = seeking.view(later=opened)

    def differ(before: Judgement, after: Judgement) -> bool:
        there, not_there = (after, before) if opened else (before, after)
        return (
            not named.keys().isdisjoint(there.held) and named.keys().isdisjoint(not_there.held) and settled(not_there)
        )

    stands = view.space.any_of([view.space.other(end.name) for end in view.joint.other.ends])
    goal = [_any(view, named), stands]
    pair = view.smallest(goal, lambda pair: differ(*pair.judgements))
    return shown_ends(pair, silence.step, labels, differ) if pair else None


def course_effect(seeking: Seeking, labels: Labels) -> CourseEffect | None:
    """How cases end otherwise because the steps, or the lines of succession, are others; None where they are not."""
    joint = seeking.joint
    one, other = joint.one.course, joint.other.course
    if (one.steps, one.lines) == (other.steps, other.lines):
        return None
    name, title = joint.sides[1][0].name, joint.sides[1][0].file.title
    ends = dict.fromkeys(end.name for program in (joint.one, joint.other) for end in program.ends)
    views = [seeking.view(later=later) for later in (False, True)]
    goals = (
        (
            view,
            [
                *view.space.in_order,
                view.z3.Or([view.space.formulas.named(end) != view.space.other(end) for end in ends]),
            ],
        )
        for view in views
    )
    sought = seeking.shows(_other_ends, goals)
    if sought.pair:
        shown = shown_ends(sought.pair, "", labels, _other_ends)
        return CourseEffect(name, title, "other", shown)
    if sought.proved and joint.same_course:
        return CourseEffect(name, title, "same")
    return CourseEffect(name, title, "not decided", why=sought.why or "acts may stand at other steps on either side")


def _other_ends(before: Judgement, after: Judgement) -> bool:
    return {end.name for end in before.ends} != {end.name for end in after.ends}
