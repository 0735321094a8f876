"""Records for a program: figures near the thresholds, and anything may be missing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from majlis.law.constitution import matter_list
from majlis.logic.check import Kind, Type
from majlis.logic.tree import And, Arithmetic, AtLeast, Compare, Known, Name, Not, Number, OneOf, Or, Word, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.logic.truth import Value
    from majlis.procedure.program import Clock, Program

DAY = 733_000  # a day in 2007
FAR = (-(10**15), 10**15, 2**31, 2**53 + 1)
_ABSENT = object()
_CLOCK_NAMES = ("due.", "slack.", "since.", "over.")


def parts(tree: Any) -> Iterator[Any]:
    """Every node of a condition or term."""
    yield tree
    match tree:
        case And(inner) | Or(inner) | AtLeast(_, inner):
            for each in inner:
                yield from parts(each)
        case Not(inner):
            yield from parts(inner)
        case Compare(_, left, right) | Arithmetic(_, left, right):
            yield from parts(left)
            yield from parts(right)


@cache
def nodes(program: Program) -> tuple[Any, ...]:
    """Every node of every condition of a program."""
    return tuple(node for named in program.conditions for node in parts(named.when))


@cache
def read(program: Program) -> tuple[str, ...]:
    """The names of the record that a program reads, its own conditions left out."""
    own = {named.name for named in program.conditions}
    found = {name for named in program.conditions for name in names(named.when)}
    return tuple(sorted(found - own))


@cache
def asked_whether_known(program: Program) -> frozenset[str]:
    """The names of which a program asks whether they are given at all."""
    return frozenset(node.path for node in nodes(program) if isinstance(node, Known))


@cache
def _values(program: Program, name: str) -> tuple[Value, ...]:
    kind = type_of(program, name)
    if kind.kind is Kind.BOOLEAN:
        return (True, True, True, False) if name.endswith(".done") else (True, False)
    if kind.kind is Kind.WORD:
        told = {node.right.text for node in nodes(program) if _compares(node, name) and isinstance(node.right, Word)}
        told |= {
            word for node in nodes(program) if isinstance(node, OneOf) and node.path == name for word in node.words
        }
        others = sorted(kind.words - told) if kind.words else ['"\\ quoted', "Milli Məclis"]
        return tuple(sorted(told)) * 2 + tuple(others[:3])
    if kind.kind is Kind.DAY or name.startswith("due."):
        return tuple(DAY + gap for gap in (-1, 0, 0, 1, 14, 56))
    if name.startswith(_CLOCK_NAMES):
        return (-1, 0, 0, 1, 30, *FAR[:2])
    if name == "unplaced":
        return (0, 0, 1, 2)
    near = {node.right.value for node in nodes(program) if _compares(node, name) and isinstance(node.right, Number)}
    return tuple(sorted({value + by for value in near | {1, 3} for by in (-1, 0, 1)} | {62, 63, 94, 95, 125})) + FAR


def _compares(node: Any, name: str) -> bool:
    return isinstance(node, Compare) and node.left == Name(name)


def type_of(program: Program, name: str) -> Type:
    """The type of a name on the record; what a clock or the placement puts there is a whole number."""
    if name in program.types:
        return program.types[name]
    return Type(Kind.BOOLEAN if name.endswith(".done") else Kind.INTEGER)


@cache
def records(program: Program) -> st.SearchStrategy[dict[str, Value]]:
    """Any records at all, consistent or not: nothing missing, little missing, much missing."""
    return st.one_of(*(_records(program, given) for given in (None, 12, 1)))


@cache
def _records(program: Program, given: int | None) -> st.SearchStrategy[dict[str, Value]]:
    """Records in which so many of a name's values are given for one that is missing; None: all are given."""
    chosen: dict[str, st.SearchStrategy[Any]] = {}
    for name in read(program):
        values = _values(program, name)
        gaps = [] if given is None else [_ABSENT] * len(values)
        chosen[name] = st.sampled_from([*(values * (given or 1)), *gaps])
    return st.fixed_dictionaries(chosen).map(_without_absent)


def _without_absent(record: dict[str, Any]) -> dict[str, Value]:
    return {name: value for name, value in record.items() if value is not _ABSENT}


@st.composite
def complete_records(draw: st.DrawFn, program: Program) -> dict[str, Value]:
    """Records on which nothing is missing and that could be a case's: a step that was not done has no
    figures, a clock that started has its reading, a matter stands in its list.
    """
    record = dict(draw(_records(program, None)))
    for name, value in list(
        record.items()
    ):  # an act alongside, as an occurrence sees it (`urgency@vote.1.done`), was done at all
        side, at, _ = name.partition("@")
        if at and name.endswith(".done"):
            record[name] = bool(value and record.get(f"{side}.done"))
    undone = {name.removesuffix(".done") for name, value in record.items() if name.endswith(".done") and not value}
    for name in list(record):
        owner, _, attribute = name.rpartition(".")
        if (owner in undone and attribute not in ("done", "count")) or name.startswith(_CLOCK_NAMES):
            del record[name]
    for clock in program.clocks:
        record |= draw(_reading(program, clock, record))
    if "matter" in record:
        record["matter.list"] = matter_list(str(record["matter"]))
    return record


def _reading(program: Program, clock: Clock, record: dict[str, Value]) -> st.SearchStrategy[dict[str, Value]]:
    """What a clock puts on a record; nothing where its trigger did not come."""
    started = any(_started(record, name) for name in clock.triggers)
    kinds = ("due.", "slack.", "since.") if record.get(f"{clock.occurrence}.done") else ("due.", "over.")
    wanted = [f"{kind}{clock.name}" for kind in kinds if started]
    return st.fixed_dictionaries({name: st.sampled_from(_values(program, name)) for name in wanted})


def _started(record: dict[str, Value], trigger: str) -> bool:
    """Is the trigger of a clock on a record: an act, any round of a step in a loop, or a date fact?"""
    step, _, turn = trigger.rpartition(".")
    if turn == "last":
        return any(
            value is True and name.startswith(f"{step}.") and name.endswith(".done") for name, value in record.items()
        )
    # A date fact that only starts a clock is read by no condition, so that it is never drawn.
    return bool(record.get(f"{trigger}.done") or "." not in trigger)
