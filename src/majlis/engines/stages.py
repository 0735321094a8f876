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
    if _size(when) > MOST_GROUPS:
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
    """A condition with too many groups as several: its largest parts get names of their own."""
    if _size(named.when) <= MOST_GROUPS:
        return [named]
    when = normal(named.when)
    assert isinstance(when, And | Or)  # noqa: S101 - nothing else has groups
    found: list[Named] = []
    parts = list(when.parts)
    for number in sorted(range(len(parts)), key=lambda number: -_size(parts[number])):
        if _size(type(when)(tuple(parts))) <= MOST_GROUPS:
            break
        inner = Named(f"{named.name}#{number}", parts[number], told=False, walk=named.walk)
        found += _split(inner)
        parts[number] = Holds(inner.name)
    return [*found, replace(named, when=type(when)(tuple(parts)))]


def _size(part: Condition) -> int:
    """The groups of a condition in normal form, on its larger side."""
    return max(_groups(normal(part)), _groups(normal(part, holds=False)))


def _groups(part: Condition) -> int:
    return 1 + sum(map(_groups, part.parts)) if isinstance(part, And | Or) else 0


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
