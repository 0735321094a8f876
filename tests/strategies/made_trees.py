"""Random conditions over a few names, records for them, and programs of such conditions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from majlis.logic.tree import (
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Condition,
    Constant,
    Holds,
    Known,
    Name,
    Not,
    Number,
    OneOf,
    Or,
    Term,
    Word,
)
from majlis.procedure.program import Named, Program

if TYPE_CHECKING:
    from majlis.logic.truth import Value

BOOLEANS = ("urgent", "vote.done", "changed", "vote.2.passed")
COUNTS = ("vote.in_favour", "seats", "slack.97.I@vote", "vote.against")
WORDS = ("matter", "introduction.by")
TEXTS = ("deputy", "94.I.2", "a b")
SIGNS = ("==", "!=", "<", "<=", ">", ">=")

numbers = st.integers(-3, 3) | st.sampled_from([83, -(10**12), 10**12])
_values: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(BOOLEANS, st.booleans()),
    **dict.fromkeys(COUNTS, numbers),
    **dict.fromkeys(WORDS, st.sampled_from((*TEXTS, "another"))),
}
records = st.fixed_dictionaries({}, optional=_values)
complete_records = st.fixed_dictionaries(_values)


@cache
def terms() -> st.SearchStrategy[Term]:
    """Terms with an integer value."""
    leaves: st.SearchStrategy[Term] = st.sampled_from(COUNTS).map(Name) | numbers.map(Number)
    return st.recursive(leaves, lambda inner: st.builds(Arithmetic, st.sampled_from("+-*"), inner, inner), max_leaves=3)


@cache
def leaves(*, asking: bool = True) -> st.SearchStrategy[Condition]:
    """Conditions without parts; `asking`: also whether a name is given at all."""
    word = st.builds(
        Compare,
        st.sampled_from(["==", "!="]),
        st.sampled_from(WORDS).map(Name),
        st.sampled_from(TEXTS).map(Word) | st.sampled_from(WORDS).map(Name),
    )
    found = [
        st.sampled_from(BOOLEANS).map(Holds),
        st.builds(Compare, st.sampled_from(SIGNS), terms(), terms()),
        word,
        st.builds(OneOf, st.sampled_from(WORDS), st.frozensets(st.sampled_from(TEXTS), min_size=1)),
        st.sampled_from([True, False, None]).map(Constant),
    ]
    return st.one_of(*found, st.sampled_from((*BOOLEANS, *COUNTS)).map(Known)) if asking else st.one_of(*found)


@cache
def conditions(*, asking: bool = True, most_leaves: int = 12) -> st.SearchStrategy[Condition]:
    """Conditions of every shape."""

    def grown(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        some = st.lists(inner, min_size=1, max_size=4).map(tuple)
        counts = some.flatmap(lambda parts: st.integers(1, len(parts)).map(lambda count: AtLeast(count, parts)))
        return st.one_of(inner.map(Not), some.map(And), some.map(Or), counts)

    return st.recursive(leaves(asking=asking), grown, max_leaves=most_leaves)


def program_of(named: list[tuple[Condition, bool, bool]]) -> Program:
    """A program of conditions `c0`, `c1` ...; each with whether it is told, and whether it belongs to the walk."""
    listed = tuple(Named(f"c{number}", when, told, walk) for number, (when, told, walk) in enumerate(named))
    return Program("invented", listed, (), (), (), (), {}, None, (), {})  # type: ignore[arg-type] # engines need no course


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """Programs of up to a dozen conditions, of which later ones read earlier ones; judged first, walked last."""
    found: list[tuple[Condition, bool, bool]] = []
    walked_from = draw(st.integers(0, 12))
    for number in range(draw(st.integers(1, 12))):
        own = draw(conditions(most_leaves=6))
        earlier = draw(st.lists(st.integers(0, number - 1), max_size=4)) if number else []
        read: list[Condition] = [Holds(f"c{each}") for each in earlier]
        read = [Not(each) if draw(st.booleans()) else each for each in read]
        together = draw(st.sampled_from([And, Or, lambda parts: AtLeast(max(1, len(parts) // 2), parts)]))
        found.append((together((own, *read)), draw(st.booleans()), number >= walked_from))
    return program_of(found)


def without(record: dict[str, Value], gone: set[str]) -> dict[str, Value]:
    """A record that knows less."""
    return {name: value for name, value in record.items() if name not in gone}
