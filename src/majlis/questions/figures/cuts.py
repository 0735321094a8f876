"""Comparisons of figures as linear inequalities: how they cut the choices of figures into parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Arithmetic, Compare, Name, Number, comparisons, names
from majlis.questions.figures.region import Linear, NotSettledError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from majlis.logic.tree import Condition, Term
    from majlis.logic.truth import Value
    from majlis.procedure.program import Finding, Program
    from majlis.questions.figures.region import Region

Cut = tuple[tuple[Linear, ...], ...]
"""The parts into which a comparison cuts: in each, every sum is at least 0; together they are everything."""

_ONE = Linear((), 1)


def deciding_at(program: Program, step: str) -> tuple[Finding, ...]:
    """The findings that decide whether a step passes, in its first round."""
    return tuple(each for each in program.findings if each.occurrence == f"{step}.1" and each.provision.deciding)


def compared(program: Program, findings: Collection[Finding]) -> tuple[Compare, ...]:
    """Every comparison on which the results and the majorities of some findings hang, those behind names too."""
    todo: list[Condition] = [majority.when for each in findings for majority in each.majorities]
    asked = [f"{each.name}.{word}" for each in findings for word in ("na", "met", "bad")]
    seen: set[str] = set()
    found: dict[Compare, None] = {}
    while todo or asked:
        if not todo:
            name = asked.pop()
            if name in seen or name not in program.by_name:
                continue
            seen.add(name)
            todo.append(program.by_name[name])
        part = todo.pop()
        found |= dict.fromkeys(comparisons(part))
        asked += names(part)
    return tuple(found)


def cut_by(each: Compare, variables: Mapping[str, Linear], values: Mapping[str, Value]) -> Cut:
    """How a comparison cuts; not at all where it compares no variable, or something that is not known.

    `variables` are the sums of them that stand under names of the record. Raises NotSettledError where it is not
    linear.
    """
    read = names(each)
    if not read & variables.keys() or not read <= variables.keys() | values.keys():
        return ((),)
    above = _linear(each.left, variables, values) - _linear(each.right, variables, values)
    below = above * -1
    match each.sign:
        case ">=" | "<":
            return (above,), (below - _ONE,)
        case ">" | "<=":
            return (above - _ONE,), (below,)
        case _:
            return differing(above, Linear())


def differing(one: Linear, other: Linear) -> Cut:
    """More, less or the same."""
    above, below = one - other, other - one
    return (above - _ONE,), (below - _ONE,), (above, below)


def parts(region: Region, cuts: Iterable[Cut]) -> Iterator[Region]:
    """The parts of a region that have any numbers in them. Raises NotSettledError."""
    found = [region]
    for cut in dict.fromkeys(cuts):
        if len(cut) > 1:
            finer = (each.also(sums) for each in found for sums in cut)
            found = [each for each in finer if each.point() is not None]
    yield from found


def _linear(term: Term, variables: Mapping[str, Linear], values: Mapping[str, Value]) -> Linear:
    match term:
        case Number(number):
            return Linear((), number)
        case Name(path) if path in variables:
            return variables[path]
        case Name(path):
            return Linear((), int(values[path]))
        case Arithmetic("*", left, right):
            return _product(_linear(left, variables, values), _linear(right, variables, values))
        case Arithmetic(sign, left, right):
            first, second = _linear(left, variables, values), _linear(right, variables, values)
            return first + second if sign == "+" else first - second
        case _:
            raise NotSettledError


def _product(left: Linear, right: Linear) -> Linear:
    if left.terms and right.terms:
        raise NotSettledError
    return left * right.constant if not right.terms else right * left.constant
