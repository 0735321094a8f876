"""How steps and their limits stand, in words and in styles: the same in terminals, pictures, tables and calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.timed import State
from majlis.render.page import BAD, GOOD, OPEN, PLAIN
from majlis.render.words import day, number, sentence

if TYPE_CHECKING:
    from majlis.questions.timed import Limit

WORDS = {
    State.IN_TIME: "in time",
    State.LATE: "late",
    State.PREMATURE: "too early",
    State.OPEN: "open",
    State.OVERDUE: "overdue",
    State.IMPOSSIBLE: "impossible",
    State.UNDATED: "no limit set",
    State.UNKNOWN: "not known",
}
"""A state in a word or two."""

NOT_KEPT = {State.LATE: "done too late", State.PREMATURE: "done too early", State.OVERDUE: "overdue"}
"""What became of a day that was not kept, where the word stands beside the day and not beside the act."""

RUN_OUT = "run out"
"""The same, where nobody does wrong by letting the day pass."""

STYLE = {
    State.IN_TIME: GOOD,
    State.LATE: BAD,
    State.PREMATURE: BAD,
    State.OPEN: OPEN,
    State.OVERDUE: BAD,
    State.IMPOSSIBLE: OPEN,
    State.UNDATED: PLAIN,
    State.UNKNOWN: OPEN,
}
"""The style of a part of a page that says a state."""


def days(count: int) -> str:
    """A number of days: 1 day, 1,234 days."""
    return f"{number(count)} day{'' if count == 1 else 's'}"


def days_left(count: int) -> str:
    """How many days there still are."""
    return f"{days(count)} left" if count else "this is the last day"


def state_in_days(state: State, count: int | None, *, duty: bool = True) -> str:
    """A state with the days by which a day was missed (0 and None say none).

    `duty` is whether somebody does wrong by it; else what is overdue has only run out.
    """
    if state is State.OVERDUE and not duty:
        return f"it ran out {days(count)} ago" if count else "it has run out"
    if not count or state not in NOT_KEPT:
        return WORDS[state]
    return f"{WORDS[state]} by {days(count)}" if state is State.OVERDUE else f"{days(count)} {WORDS[state]}"


def limit_state(limit: Limit) -> str:
    """How an act, or its absence, stands to a limit, with the days; of a running one, those that are left."""
    match limit.state:
        case State.OPEN if limit.begun is None:
            return "not yet running"
        case State.OPEN if limit.days is not None:
            return days_left(limit.days)
        case State.IMPOSSIBLE:
            return "its day is over"
        case State.UNKNOWN:
            return "a day or a fact is not known"
    return state_in_days(limit.state, limit.days, duty=limit.duty)


def doubted(doubt: str) -> str:
    """That the wording of a provision is doubted, as a sentence; empty where it is not."""
    return f"The wording is doubted: {sentence(doubt)}" if doubt else ""


def judged_on(as_of: str) -> str:
    """The day of judgement (ISO, or empty) in words."""
    return f"as of {day(as_of)}" if as_of else "without any day"
