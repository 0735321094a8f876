"""The state and the bounds of a step, put together from its limits; and what is said of all steps taken together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from majlis.questions.timed import BROKEN, Limit, Standing, State, TimedStep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.questions.reach_in_time import Span

_WORST_FIRST = (*BROKEN, State.IMPOSSIBLE, State.UNKNOWN)


def last_day(span: Span, limits: Iterable[Limit]) -> int | None:
    """The last day on which a step can come, even by a limit of which it is open whether it holds (day number)."""
    if span.last is not None:
        return span.last
    return max((date.fromisoformat(each.latest).toordinal() for each in limits if each.latest), default=None)


def late_by(limits: Iterable[Limit], state: State) -> int | None:
    """By how many days a step is late or overdue or, below 0, too early."""
    days = max((each.days or 0 for each in limits if each.state is state and state in BROKEN), default=None)
    return -days if days and state is State.PREMATURE else days


def bounds(limits: Iterable[Limit]) -> tuple[str | None, str | None]:
    """The first and the last day that all limits allow which hold (ISO dates).

    Nobody need wait for a first day that it is no wrong not to keep.
    """
    sure = [each for each in limits if not each.applies]
    earliest = max((each.earliest for each in sure if each.earliest and each.duty), default=None)
    return earliest, min((each.latest for each in sure if each.latest), default=None)


def is_open(limits: Iterable[Limit], day: str) -> bool:
    """Has the first day come on a day (ISO date)? Where it is open which limit holds, the first day of any of them."""
    binding = [each for each in limits if each.duty]
    sure = [each.earliest for each in binding if each.earliest and not each.applies]
    if sure:
        return max(sure) <= day
    open_ones = [each.earliest for each in binding if each.applies and each.begun]
    return not open_ones or None in open_ones or min(each for each in open_ones if each) <= day


def state_of(limits: tuple[Limit, ...], earliest: str | None, latest: str | None, *, done: bool) -> State:
    """How a step stands to all its limits taken together."""
    states = {each.state for each in limits if not each.applies and (each.duty or each.state is not State.PREMATURE)}
    worst = next((state for state in _WORST_FIRST if state in states), None)
    if worst:
        return worst
    if not done and earliest and latest and latest < earliest:
        return State.IMPOSSIBLE
    if done:
        return State.IN_TIME if states else State.UNKNOWN if limits else State.UNDATED
    return State.OPEN if limits else State.UNDATED


def next_of(steps: Iterable[TimedStep]) -> tuple[str, ...]:
    """The steps with a last day that may still be taken, the earliest first; those of which it is unknown last."""
    due = [each for each in steps if each.latest and each.standing in (Standing.NOW, Standing.NOT_YET)]
    return tuple(each.name for each in sorted(due, key=lambda each: (each.state is State.UNKNOWN, each.latest or "")))


def depending(steps: Iterable[TimedStep]) -> tuple[str, ...]:
    """The questions of interpretation on which dates depend, each once."""
    others = (other for each in steps for limit in each.limits for other in limit.others)
    further = (each.other for step in steps for each in step.further)
    return tuple(dict.fromkeys(other.question for other in (*others, *further)))
