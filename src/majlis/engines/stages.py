"""Stages: a program cut so that each condition of a stage reads only the record and earlier stages.

A rule engine that looks at one flat fact at a time needs this: what one stage finds is put on the fact
for the next. Within a part of the program (judging, walking) conditions are put into each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from majlis.logic.normal import normal
from majlis.logic.tree import And, AtLeast, Compare, Condition, Constant, Holds, Not, Or, every, names, negate, some

from majlis.procedure.program import Named

if TYPE_CHECKING:
    from majlis.procedure.program import Program

MOST_GROUPS = 13  # `and` and `or` groups in one condition; durable-rules takes up to 15


@dataclass(frozen=True, slots=True)
class Staged:
    """A condition in negation normal form, and whether it is the one named or its negation."""

    name: str
    holds: bool
    when: Condition


@dataclass(frozen=True, slots=True)
class _Expanded:
    named: Named
    when: Condition
    stage: int


def stages(program: Program) -> list[list[Staged]]:
    """The conditions of each stage: those told, and of the others the sides that later stages read."""
    expanded: dict[str, _Expanded] = {}
    for named in (part for whole in program.conditions for part in _split(whole)):
        expanded[named.name] = _expand(named, expanded)
    wanted: dict[tuple[str, bool], None] = {(named.name, True): None for named in program.conditions if named.told}
    made: dict[tuple[str, bool], Staged] = {}
    todo = list(wanted)
    while todo:
        name, holds = todo.pop()
        if (name, holds) not in made:
            staged = Staged(name, holds, normal(expanded[name].when, holds=holds))
            made[name, holds] = staged
            todo.extend(side for side in _read(staged.when) if side[0] in expanded)
    count = 1 + max((each.stage for each in expanded.values()), default=0)
    found: list[list[Staged]] = [[] for _ in range(count)]
    for name, each in expanded.items():
        found[each.stage] += [made[name, holds] for holds in (True, False) if (name, holds) in made]
    return [stage for stage in found if stage]


def _expand(named: Named, expanded: dict[str, _Expanded]) -> _Expanded:
    near = {n: expanded[n] for n in names(named.when) if n in expanded and expanded[n].named.walk == named.walk}
    when = _put_in(named.when, {name: each.when for name, each in near.items()})
    if _groups(when) > MOST_GROUPS:
        when = named.when
    before = [expanded[name].stage for name in names(when) if name in expanded]
    return _Expanded(named, when, 1 + max(before, default=-1))


def _put_in(part: Condition, meanings: dict[str, Condition]) -> Condition:
    match part:
        case Holds(path):
            return meanings.get(path, part)
        case Not(inner):
            return negate(_put_in(inner, meanings))
        case And(parts):
            return every(_put_in(each, meanings) for each in parts)
        case Or(parts):
            return some(_put_in(each, meanings) for each in parts)
        case AtLeast():
            return replace(part, parts=tuple(_put_in(each, meanings) for each in part.parts))
        case _:
            return part


def _split(named: Named) -> list[Named]:
    """A condition with too many groups as several: its larger parts get names of their own."""
    found: list[Named] = []
    when = _spelt(named.when)
    if _groups(when) > MOST_GROUPS and isinstance(when, And | Or):
        parts: list[Condition] = []
        for number, part in enumerate(when.parts):
            if _groups(part) > 1:
                inner = Named(f"{named.name}#{number}", part, told=False, walk=named.walk)
                found += _split(inner)
                parts.append(Holds(inner.name))
            else:
                parts.append(part)
        when = type(when)(tuple(parts))
    return [*found, replace(named, when=when)]


def _spelt(part: Condition) -> Condition:
    """Counts spelt out, so that their size can be seen; all else as it is."""
    match part:
        case AtLeast():
            return normal(part)
        case Not(AtLeast() as inner):
            return normal(inner, holds=False)
        case And(parts):
            return every(map(_spelt, parts))
        case Or(parts):
            return some(map(_spelt, parts))
        case _:
            return part


def _groups(part: Condition) -> int:
    match part:
        case Not(inner):
            return _groups(inner)
        case And(parts) | Or(parts):
            return 1 + sum(map(_groups, parts))
        case AtLeast():
            return _groups(normal(part))
        case _:
            return 0


def _read(part: Condition) -> list[tuple[str, bool]]:
    """The names that a normal form reads, each with the side that it reads."""
    match part:
        case Holds(path):
            return [(path, True)]
        case Not(Holds(path)):
            return [(path, False)]
        case And(parts) | Or(parts):
            return [side for each in parts for side in _read(each)]
        case Compare() | Constant() | _:
            return []
