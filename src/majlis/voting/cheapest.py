"""The cheapest choices that lift each of several numbers to 0 or above, one after another.

What turns a vote has this form: the numbers are the slacks of majorities, each item is a bloc that costs its seats,
and its options are the positions that it might take, each with what it adds to the slacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Choice = TypeVar("Choice")
Numbers = tuple[int, ...]
Cost = tuple[int, int]
"""Seats, and how many items; compared in this order."""
Node = tuple[Cost, int, int, Numbers, Cost, tuple[Choice, ...]]
"""What is still to be searched: the least cost of its ends, minus its level, a serial number, numbers, cost, chosen."""

FREE: Cost = (0, 0)
MOST_STEPS = 50_000


class TooManySteps(Exception):  # noqa: N818 (it is no fault: who asked has to say that there may be more)
    """The search has gone on for long; what it found before is right, and there may be more."""


@dataclass(frozen=True, slots=True)
class Item(Generic[Choice]):
    """Something that may be chosen at a cost, in one of its ways: what each adds to the numbers, and what it is."""

    cost: int
    options: Sequence[tuple[Numbers, Choice]]


def cheapest(start: Numbers, items: Sequence[Item[Choice]]) -> Iterator[tuple[Choice, ...]]:
    """The choices that lift all numbers to 0 or above, cheapest first; at equal cost, those of fewer items first.

    Every such choice comes that loses this without any one of its parts; where there are several numbers, others may
    come too, always after the smaller choice that is in them. Of options of an item that add the same the first is
    taken, and none that adds less than another. TooManySteps after a long search.

    It is a search along the items. What the rest costs at least is known beforehand, by `_costs`, so that the search
    goes straight to the cheapest end and then to the next. Among equals it goes on with what is furthest, and chooses
    an item before it passes it over, so that of equal items the first come first.
    """
    useful = sorted((item for item in map(_worth, items) if item.options), key=_most, reverse=True)
    highest = _highest(len(start), useful)
    first = tuple(map(min, start, highest))
    costs = _costs(first, useful, highest)
    serial = count()
    waiting: list[Node[Choice]] = [(costs[0][first], 0, next(serial), first, FREE, ())] if first in costs[0] else []
    while waiting:
        _, level, _, numbers, spent, chosen = heappop(waiting)
        if _reached(numbers):
            yield chosen
            continue
        rest = costs[1 - level]
        for after, cost, more in _steps(numbers, useful[-level], highest):
            if after in rest:
                paid = _sum(spent, cost)
                heappush(waiting, (_sum(paid, rest[after]), level - 1, next(serial), after, paid, chosen + more))
        if next(serial) > MOST_STEPS:
            raise TooManySteps


def _worth(item: Item[Choice]) -> Item[Choice]:
    """An item with those options only that add something, and not less than another one does."""
    kept: list[tuple[Numbers, Choice]] = []
    for place, (gains, choice) in enumerate(item.options):
        others = [other for at, (other, _) in enumerate(item.options) if other != gains or at < place]
        if max(gains, default=0) > 0 and not any(all(map(int.__le__, gains, other)) for other in others):
            kept.append((gains, choice))
    return Item(item.cost, kept)


def _most(item: Item[Choice]) -> Numbers:
    """What an item adds at most. In this order the last part that is chosen adds least, and was still needed.

    So where there is one number only, no choice is found that can spare a part.
    """
    return max(gains for gains, _ in item.options)


def _highest(numbers: int, items: Sequence[Item[Choice]]) -> Numbers:
    """From where on a number cannot be brought below 0 again, whatever is chosen; numbers are not kept above it."""
    return tuple(sum(max(0, *(-gains[at] for gains, _ in item.options)) for item in items) for at in range(numbers))


def _steps(
    numbers: Numbers, item: Item[Choice], highest: Numbers
) -> Iterator[tuple[Numbers, Cost, tuple[Choice, ...]]]:
    """The numbers after an item was chosen in each way, or passed over, with what that costs."""
    for gains, choice in item.options:
        yield tuple(map(min, map(int.__add__, numbers, gains), highest)), (item.cost, 1), (choice,)
    yield numbers, FREE, ()


def _costs(first: Numbers, items: Sequence[Item[Choice]], highest: Numbers) -> list[dict[Numbers, Cost]]:
    """For each level (so many items behind) and the numbers that may be had there, the least cost to the end.

    Numbers from which no end can be reached are not in it.
    """
    levels = [{first}]
    for item in items:
        levels.append({after for at in levels[-1] if not _reached(at) for after, _, _ in _steps(at, item, highest)})
    costs = [{at: FREE for at in levels[-1] if _reached(at)}]
    for level, item in zip(reversed(levels[:-1]), reversed(items), strict=True):
        here: dict[Numbers, Cost] = {}
        for at in level:
            ways = [_sum(cost, costs[-1][to]) for to, cost, _ in _steps(at, item, highest) if to in costs[-1]]
            if _reached(at) or ways:
                here[at] = FREE if _reached(at) else min(ways)
        costs.append(here)
    return costs[::-1]


def _reached(numbers: Numbers) -> bool:
    return min(numbers, default=0) >= 0


def _sum(one: Cost, other: Cost) -> Cost:
    return one[0] + other[0], one[1] + other[1]
