"""Is a reading inert in a case: does everything that it changes come out the same?

Two programs of one procedure share most of their conditions. If each condition that differs, or that reads a
clock that differs, has the same truth on the record as before, so have all others: the engine need not run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from majlis.logic.tree import names
from majlis.logic.truth import truth
from majlis.scenario.clocks import run
from majlis.scenario.record import Record

if TYPE_CHECKING:
    from majlis.logic.truth import Value
    from majlis.procedure.program import Clock, Named, Program
    from majlis.questions.judgement import Judgement, Prepared

_SHOWN_BY_CLOCKS = ("due", "slack", "since", "over")


@dataclass(frozen=True)
class Difference:
    """What a program has otherwise than another one."""

    conditions: tuple[Named, ...]
    clocks: tuple[Clock, ...]
    gone: frozenset[str]
    """The told conditions that it has no more, that end a case with other words, or that blame otherwise."""
    walks: bool
    """Does it lead elsewhere, or judge by where the case has been?"""


def inert(base: Judgement, other: Prepared) -> bool:
    """Does the case come out the same under the other readings, condition by condition?"""
    if other.editions != base.editions or not _same_places(base, other):
        return False
    if other.program is base.program:
        return True
    difference = _difference(base.program, other.program)
    if difference.gone & base.held or not _same_tracks(base, other.program) or _sees_more(base, difference):
        return False
    shown = Record(dict(base.known), {}, base.record.acts)
    for clock in difference.clocks:
        if f"{clock.name}.na" in base.held:  # what a clock shows does not matter where its norm does not apply
            continue
        for word in _SHOWN_BY_CLOCKS:
            shown.values.pop(f"{word}.{clock.name}", None)
        run(shown, clock, base.case)
    return all(_same(base, named, shown.values) for named in difference.conditions)


def _same_tracks(base: Judgement, other: Program) -> bool:
    """Would the same ends say the same?"""
    return other.tracks == base.program.tracks or any(end.track == base.program.tracks[0] for end in base.ends)


def _sees_more(base: Judgement, difference: Difference) -> bool:
    """Would a clock start with a step alongside as the record does not show it yet?"""
    started = {name for clock in difference.clocks for name in clock.triggers if "@" in name}
    return not started <= base.program.views.keys()


def local(base: Judgement, other: Prepared) -> bool:
    """Do the readings only change how norms are judged, whatever steps are reached?

    If they are inert as well, they stay so in company with any other reading.
    """
    difference = _difference(base.program, other.program)
    return not difference.walks


def _same(base: Judgement, named: Named, known: dict[str, Value]) -> bool:
    held = truth(named.when, known)
    if named.name in base.program.by_name:
        return held is base.known.get(named.name)
    if held is not None:  # new here: what reads it differs as well and is looked at later
        known[named.name] = held
    return not (named.told and held)


def _same_places(base: Judgement, other: Prepared) -> bool:
    return other.placed is base.placed or (
        other.placed.at == base.placed.at and other.placed.nowhere == base.placed.nowhere
    )


def _difference(one: Program, other: Program) -> Difference:
    kept: WeakKeyDictionary[Program, Difference] = one.cache.setdefault("differs", WeakKeyDictionary())
    if other not in kept:
        kept[other] = _compare(one, other)
    return kept[other]


def _compare(one: Program, other: Program) -> Difference:
    clocks = tuple(clock for clock in other.clocks if clock not in set(one.clocks))
    moved = {f"{word}.{clock.name}" for clock in clocks for word in _SHOWN_BY_CLOCKS}
    before = {named.name: named.when for named in one.conditions}
    conditions = tuple(n for n in other.conditions if before.get(n.name) != n.when or names(n.when) & moved)
    after = {named.name for named in other.conditions}
    ends = {end.name: end for end in other.ends}
    changed = {end.name for end in one.ends if ends.get(end.name) != end}
    changed |= one.duties.keys() ^ other.duties.keys()
    gone = frozenset(n.name for n in one.conditions if n.told and (n.name not in after or n.name in changed))
    walking = {named.name for named in (*one.conditions, *other.conditions) if named.walk}
    walks = any(named.walk or names(named.when) & walking for named in conditions)
    return Difference(conditions, clocks, gone, walks)
