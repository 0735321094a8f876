"""The shortest way through a procedure to an outcome or a step."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from majlis.errors import InputError, Where
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.questions.needs import Needs

_FAILING = 1_000  # steps that a way may be longer rather than lead over what failed, came late or never came
_FAILURES = frozenset(("failed", "late", "missed", "exhausted"))


def way_to(needs: Needs, target: str | None, via: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The target (by default the first outcome) and the steps to it from the first one, through those in between.

    The way has the fewest steps, and leads over failures, late and missed acts only where no other does. Raises
    InputError for a name that there is not, and where nothing leads to it.
    """
    steps = [each.step for each in needs.steps if not each.alongside]
    end = target or next(iter(needs.outcomes), "")
    if not end:
        what = f"{needs.procedure} has no outcome here"
        raise InputError(what, where=Where("--to"), remedy=f"Name a step: {', '.join(steps)}")
    for name, option, known in ((end, "--to", (*steps, *needs.outcomes)), *((each, "--via", steps) for each in via)):
        if name not in known:
            what = f"{needs.procedure} has no {'step' if option == '--via' else 'outcome or step'} {name!r} here"
            raise InputError(what, where=Where(option), remedy=remedy(name, known))
    found = [steps[0]]
    for stop in (*via, end):
        found += _shortest(needs, found[-1], stop)
    return end, tuple(name for name in found if name in steps)


def _shortest(needs: Needs, start: str, stop: str) -> list[str]:
    """The names after a step up to another name; none where they are the same."""
    todo: list[tuple[int, int, list[str]]] = [(0, 0, [start])]
    seen: set[str] = set()
    order = 0
    while todo:
        cost, _, path = heappop(todo)
        if path[-1] == stop:
            return path[1:]
        if path[-1] in seen:
            continue
        seen.add(path[-1])
        for name, price in _onward(needs, path[-1]):
            order += 1
            heappush(todo, (cost + price, order, [*path, name]))
    what = f"nothing leads from {start} to {stop} in {needs.procedure}"
    raise InputError(what, where=Where("--via"), remedy="Name steps in the order in which they come")


def _onward(needs: Needs, name: str) -> Iterator[tuple[str, int]]:
    """Where a step leads, and the price of going there."""
    step = next((each for each in needs.steps if each.step == name), None)
    for follows in step.follows if step else ():
        price = 1 + _FAILING * (follows.event in _FAILURES or follows.how in ("silent", "goes on"))
        yield from ((there, price) for there in follows.to)
        yield from ((there, price + _FAILING) for there in follows.then)
