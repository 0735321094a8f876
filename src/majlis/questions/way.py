"""The shortest way through a procedure to an outcome or a step."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from majlis.errors import InputError, Where
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.questions.needs import Needs

LATE, MISSED = "late", "missed"
_FAILING = 1_000  # steps that a way may be longer rather than lead over what failed, came late or never came
_FAILURES = frozenset(("failed", LATE, MISSED, "exhausted"))


@dataclass(frozen=True, slots=True)
class Leg:
    """A step of a way and the event in which the way goes on from it; none where the way ends with the step.

    `round` counts how often the way has come to the step.
    """

    step: str
    event: str = ""
    round: int = 1

    @property
    def name(self) -> str:
        """The step, with the round where it is not the first, such as `motion 2`."""
        return self.step if self.round == 1 else f"{self.step} {self.round}"

    @property
    def occurrence(self) -> str:
        """The step as the record names it in this round, such as `motion.2`."""
        return f"{self.step}.{self.round}"

    @property
    def late(self) -> bool:
        """Is the step done only when its period is over?"""
        return self.event == LATE

    @property
    def missed(self) -> bool:
        """Is the step never done, so that the way goes on when its period has run out?"""
        return self.event == MISSED


def way_to(needs: Needs, target: str | None, via: Sequence[str]) -> tuple[str, tuple[Leg, ...]]:
    """The target and the legs of the way to it from the first step, through the steps in between.

    The way has the fewest steps, and leads over failures, late and missed acts only where no other does. By default
    the target is the first outcome that is reached without any of these and without a silence, by an act besides the
    first one; where there is none, the first outcome. Raises InputError for a name that there is not, and where
    nothing leads to it.
    """
    steps = [each.step for each in needs.steps if not each.alongside]
    end = target or _usual_end(needs, steps[0])
    if not end:
        what = f"{needs.procedure} has no outcome here"
        raise InputError(what, where=Where("--to"), remedy=f"Name a step: {', '.join(steps)}")
    for name, option, known in ((end, "--to", (*steps, *needs.outcomes)), *((each, "--via", steps) for each in via)):
        if name not in known:
            what = f"{needs.procedure} has no {'step' if option == '--via' else 'outcome or step'} {name!r} here"
            raise InputError(what, where=Where(option), remedy=remedy(name, known))
    legs: list[Leg] = []
    here = steps[0]
    for stop in (*via, end):
        legs += _onto(needs, here, stop)[1]
        here = stop
    return end, _in_rounds([*legs, Leg(end)] if end in steps else legs)


def _in_rounds(legs: list[Leg]) -> tuple[Leg, ...]:
    names = [leg.step for leg in legs]
    return tuple(Leg(leg.step, leg.event, names[: place + 1].count(leg.step)) for place, leg in enumerate(legs))


def _usual_end(needs: Needs, first: str) -> str:
    """The first outcome that an act besides the first one leads to, and nothing amiss; else the first outcome."""
    acting = {each.step for each in needs.steps if each.acts and each.step != first}
    for end in needs.outcomes:
        found = _search(needs, first, end)
        if found and found[0] < _FAILING and any(leg.step in acting for leg in found[1]):
            return end
    return next(iter(needs.outcomes), "")


def _onto(needs: Needs, start: str, stop: str) -> tuple[int, tuple[Leg, ...]]:
    found = _search(needs, start, stop)
    if found is None:
        what = f"nothing leads from {start} to {stop} in {needs.procedure}"
        raise InputError(what, where=Where("--via"), remedy="Name steps in the order in which they come")
    return found


def _search(needs: Needs, start: str, stop: str) -> tuple[int, tuple[Leg, ...]] | None:
    """The price of the cheapest way and its legs up to another name, without that one; None where there is no way."""
    todo: list[tuple[int, int, str, tuple[Leg, ...]]] = [(0, 0, start, ())]
    seen: set[str] = set()
    order = 0
    while todo:
        cost, _, name, legs = heappop(todo)
        if name == stop:
            return cost, legs
        if name in seen:
            continue
        seen.add(name)
        for there, event, price in _onward(needs, name):
            order += 1
            heappush(todo, (cost + price, order, there, (*legs, Leg(name, event))))
    return None


def _onward(needs: Needs, name: str) -> Iterator[tuple[str, str, int]]:
    """Where a step leads, in which event, and the price of going there; that it is missed before that it is late."""
    step = next((each for each in needs.steps if each.step == name), None)
    for follows in sorted(step.follows if step else (), key=lambda each: each.event == LATE):
        price = 1 + _FAILING * (follows.event in _FAILURES or follows.how in ("silent", "goes on"))
        yield from ((there, follows.event, price) for there in follows.to)
        yield from ((there, follows.event, price + _FAILING) for there in follows.then)
