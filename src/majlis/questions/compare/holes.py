"""Silences that cases meet under one state of the law only, and procedures that go another way without a norm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from majlis.procedure.program import EndKind
from majlis.questions.compare.differences import CourseEffect, Hole
from majlis.questions.compare.shown import shown_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.engines.proof import Formula
    from majlis.procedure.program import Crossing, End, Program
    from majlis.questions.compare.differences import Shown
    from majlis.questions.compare.joint import Joint
    from majlis.questions.compare.shown import Labels
    from majlis.questions.compare.smallest import Seeking
    from majlis.questions.compare.view import View
    from majlis.questions.judgement import Judgement


@dataclass(frozen=True, slots=True)
class _Silence:
    """What a step leaves open, wherever it comes to that: in any round, whether or not the record goes on."""

    step: str
    says: str


def holes(seeking: Seeking, labels: Labels, not_amended: frozenset[str] = frozenset()) -> Iterator[Hole]:
    """The silences that are reached on one side and not on the other, acts in order.

    `not_amended` are the provisions that differ though nobody amended the text. Where a wording is not known, one
    counts only with a case that both sides settle.
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
                yield replace(found, not_amended=_only_through(seeking.joint, silence, names, not_amended))


def _only_through(
    joint: Joint, silence: _Silence, conditions: list[str], not_amended: frozenset[str]
) -> tuple[str, ...]:
    """The provisions through which a silence is met on one side only, if nobody amended the text of any of them.

    What a step tests decides by itself whether it comes to a silence that the other side has not at all.
    """
    steps = [program.course.steps.get(silence.step) for program in (joint.one, joint.other)]
    tested = dict.fromkeys(norm.cite for each in steps for norm in getattr(each, "tests", ()))
    otherwise = {name.partition("@")[0] for name in joint.otherwise}
    hangs = tuple(each for each in tested if each in otherwise) or joint.behind(conditions)
    return hangs if not_amended.issuperset(hangs) else ()


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
    sought = seeking.shows(_other_outcomes, _goals(seeking, _outcomes(joint, ends)))
    if not sought.pair:
        sought = seeking.shows(_other_ends, _goals(seeking, ends, plainly=False))
    if sought.pair:
        shown = shown_ends(sought.pair, "", labels, _other_ends)
        return CourseEffect(name, title, "other", shown)
    if sought.proved and joint.same_course:
        return CourseEffect(name, title, "same")
    return CourseEffect(name, title, "not decided", why=sought.why or "acts may stand at other steps on either side")


def _goals(seeking: Seeking, ends: Iterable[str], *, plainly: bool = True) -> Iterator[tuple[View, list[Formula]]]:
    """Acts in order and one of some ends on one side only; `plainly`: and another of them on the other side."""
    names = tuple(ends)
    for later in (False, True):
        view = seeking.view(later=later)
        both = [(view.space.formulas.named(end), view.space.other(end)) for end in names]
        goal = [*view.space.in_order, view.z3.Or([one != other for one, other in both])]
        if plainly:
            goal += [view.space.any_of([each[side] for each in both]) for side in (0, 1)]
        yield view, goal


def _outcomes(joint: Joint, ends: Iterable[str]) -> list[str]:
    found = {end.name for program in (joint.one, joint.other) for end in program.ends if end.kind is EndKind.OUTCOME}
    return [name for name in ends if name in found]


def _other_outcomes(before: Judgement, after: Judgement) -> bool:
    """Does a case come to an outcome on both sides, and not to the same?"""
    one, other = ({end.name for end in each.ends if end.kind is EndKind.OUTCOME} for each in (before, after))
    return bool(one and other) and one != other


def _other_ends(before: Judgement, after: Judgement) -> bool:
    return {end.name for end in before.ends} != {end.name for end in after.ends}
