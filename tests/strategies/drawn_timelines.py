"""Timelines of every size and in every state, to see whether they can be drawn."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from majlis.questions.timed import Limit, Standing, State, TimedStep, Timeline

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
SPANS = (0, 1, 9, 40, 500, 22_000, LAST)  # days
NAMES = (
    "vote", "vote 2", "presentation_to_the_head_of_the_isle", "w" * 90, "a_step_of_many_words " * 9, "şəhadət", "<a&b>\x00",
)  # fmt: skip
SENTENCES = (
    "within 14 days of the vote",
    "on the second Sunday after the first round of an election & <more>",
    "",
    "\x07",
)


def limit(**changes: Any) -> Limit:
    usual: dict[str, Any] = {
        "provision": "isle/1.II", "edition": "1900", "kind": "deadline", "says": "It votes in time.",
        "period": "within 14 days of the motion", "start": "the motion", "begun": None, "earliest": None,
        "latest": None, "time": None, "counting": "", "convention": "day_after", "applies": "", "state": State.OPEN,
    }  # fmt: skip
    return Limit(**usual | changes)


def step(**changes: Any) -> TimedStep:
    usual: dict[str, Any] = {
        "step": "vote", "name": "vote", "acts": ("ballot",), "act": None, "done": None, "actors": ("the Council",),
        "by": "1", "edition": "1900", "state": State.OPEN, "standing": Standing.NOW, "earliest": None, "latest": None,
    }  # fmt: skip
    return TimedStep(**usual | changes)


def timeline(*steps: TimedStep, as_of: str = "1910-06-15", **changes: Any) -> Timeline:
    usual: dict[str, Any] = {
        "procedure": "isle/moving", "title": "Moving something", "plan": False, "as_of": as_of, "editions": ("1900",),
        "status": "open", "outcome": None, "says": "", "steps": steps,
    }  # fmt: skip
    return Timeline(**usual | changes)


@st.composite
def timelines(draw: st.DrawFn, most: int = 6) -> Timeline:
    """Timelines of up to forty steps, of days that lie close together or far apart, in any state whatever."""
    first = draw(st.integers(FIRST, LAST))
    last = min(LAST, first + draw(st.sampled_from(SPANS)))
    days = st.integers(first, last).map(lambda day: date.fromordinal(day).isoformat())
    maybe = st.none() | days
    limits = st.builds(
        limit, period=st.sampled_from(SENTENCES), latest=maybe, time=st.sampled_from((None, "14:30")),
        applies=st.sampled_from(("", "vote.passed")),
    )  # fmt: skip
    steps = st.builds(
        step, name=st.sampled_from(NAMES), act=st.sampled_from((None, "ballot")), done=maybe, state=st.sampled_from(State),
        standing=st.sampled_from(Standing), earliest=maybe, latest=maybe, not_before=maybe, not_after=maybe,
        late_by=st.none() | st.integers(-99_999, 99_999), tentative=st.booleans(), alongside=st.booleans(),
        limits=st.lists(limits, max_size=2).map(tuple), notes=st.sampled_from(((), SENTENCES)),
    )  # fmt: skip
    many = draw(st.lists(steps, max_size=most))
    return timeline(
        *many, as_of=draw(st.one_of(days, days, st.just(""))), title=draw(st.sampled_from(NAMES)), says=draw(st.sampled_from(SENTENCES)),
        plan=draw(st.booleans()), next=tuple(each.name for each in many[:2]),
    )  # fmt: skip


WINDOW = {"earliest": "1910-05-01", "latest": "1910-05-31"}
STATES: dict[State, dict[str, Any]] = {
    State.IN_TIME: {"done": "1910-05-20", "standing": Standing.DONE, **WINDOW},
    State.LATE: {"done": "1910-06-03", "standing": Standing.DONE, "late_by": 3, **WINDOW},
    State.PREMATURE: {"done": "1910-04-10", "standing": Standing.DONE, "late_by": -21, **WINDOW},
    State.OPEN: WINDOW,
    State.OVERDUE: {"late_by": 15, **WINDOW},
    State.IMPOSSIBLE: {"standing": Standing.NO_LONGER, **WINDOW},
    State.UNDATED: {},
    State.UNKNOWN: WINDOW,
}


def every_state() -> Timeline:
    return timeline(*(step(name=state.value, state=state, **changes) for state, changes in STATES.items()))
