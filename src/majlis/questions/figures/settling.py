"""What one figure or fact alone would settle, were it known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from majlis.law.constitution import MATTER
from majlis.questions.figures.not_known import ALWAYS, DEPENDS, FAILS, NEVER, NOT_SETTLED, PASSES, SOMETIMES, Row

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from majlis.logic.truth import Value
    from majlis.questions.figures.exploring import Part
    from majlis.questions.standing import Standing

Reaches = list[tuple[str, list[tuple[int, int | None]]]]
"""What a vote comes to in each of its parts, and the rows of numbers that a figure may have there."""


def rows_of(reaches: Reaches) -> tuple[Row, ...]:
    """For every number of a figure, in order, what the vote comes to with it."""
    found: list[Row] = []
    for each in pieces(reaches):
        before = found[-1] if found else None
        if before and before.answer == each.answer and before.last == each.first - 1:
            found[-1] = Row(before.first, each.last, each.answer)
        else:
            found.append(each)
    return tuple(found)


def pieces(reaches: Reaches) -> Iterator[Row]:
    """The numbers of a figure in order, parted wherever they come into or fall out of some part."""
    edges = {edge for _, rows in reaches for first, last in rows for edge in (first, *_after(last))}
    starts = sorted(edges)
    ends = [start - 1 for start in starts[1:]]
    for first, last in zip(starts, [*ends, None], strict=False):
        word = one_answer(answer for answer, rows in reaches if any(_holds(row, first) for row in rows))
        if word:
            yield Row(first, last, word)


def with_elected(parts: Collection[Part], name: str, rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows of a figure with who is elected with their numbers. Raises NotSettledError."""
    led = [each for each in parts if each.leaders and each.answer == PASSES]
    reaches = [(each, list(each.region.reach(name))) for each in led]
    return tuple(replace(row, elected=elected(each for each, reach in reaches if _meet(reach, row))) for row in rows)


def elected(parts: Iterable[Part]) -> tuple[str, ...]:
    """Who is elected in the parts in which it passes; none where nobody stands for election."""
    return tuple(dict.fromkeys(who for each in parts if each.answer == PASSES for who in each.leaders))


def _meet(reach: Iterable[tuple[int, int | None]], row: Row) -> bool:
    """Is any number in a row and within reach?"""
    near = (last for first, last in reach if row.last is None or first <= row.last)
    return any(last is None or row.first <= last for last in near)


def reaches_of(parts: Iterable[Part], name: str) -> Reaches:
    """What a vote comes to in each of its parts, and how far a figure goes there. Raises NotSettledError."""
    kept: dict[int, list[tuple[int, int | None]]] = {}
    found: Reaches = []
    for each in parts:
        key = id(each.region)  # the same region is judged with many facts
        kept[key] = kept.get(key) or list(each.region.reach(name))
        found.append((each.answer, kept[key]))
    return found


def _after(last: int | None) -> tuple[int, ...]:
    return () if last is None else (last + 1,)


def one_answer(answers: Iterable[str]) -> str:
    """The word for several answers: the one that they share, or that it depends; empty for none.

    Where some are not settled, they may be as the others are: that is not settled either, unless others differ.
    """
    several = set(answers)
    settled = several - {NOT_SETTLED}
    if len(settled) > 1:
        return DEPENDS
    return NOT_SETTLED if NOT_SETTLED in several else next(iter(settled), "")


def settles(words: Iterable[str]) -> str:
    """Does every answer to a question settle the vote, does some, or does none? Answers that are not told do not."""
    settled = [word in (PASSES, FAILS) for word in words]
    return ALWAYS if settled and all(settled) else SOMETIMES if any(settled) else NEVER


def values_of(law: Standing, name: str) -> tuple[Value, ...]:
    """The values that a fact may have; none where they cannot be told one by one."""
    if name == MATTER:
        return tuple(law.matters())
    kind = law.program.types.get(name)
    if kind is None or kind.kind == "boolean":
        return (True, False) if kind else ()
    return tuple(sorted(kind.words))


def _holds(row: tuple[int, int | None], number: int) -> bool:
    first, last = row
    return first <= number and (last is None or number <= last)
