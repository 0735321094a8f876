"""Timelines made by hand and by chance, as a question might answer them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from majlis.questions.timed import Limit, OtherDate, Standing, State, TimedStep, Timeline

# Text as people write it, with letters of several alphabets and all that files give a meaning of their own.
LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
TEXT = st.text(st.one_of(st.sampled_from(" ,;:\\\"'=+-@əğıİöşüçƏ\n"), LETTERS), max_size=60)
NAMES = st.sampled_from(["vote", "vote 2", "presentation", "return_of_the_bill", "şəhadət"])
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat)
MAYBE = st.none() | DAYS
OTHERS = st.builds(
    OtherDate, question=st.sampled_from(["counting", "english"]), asks=TEXT, reading=TEXT, source=TEXT,
    earliest=MAYBE, latest=MAYBE, state=st.none() | st.sampled_from(State),
)  # fmt: skip
LIMITS = st.builds(
    Limit, provision=st.sampled_from(["isle/1.II", "isle/1.III", "isle/2:word"]), edition=st.just("first"),
    kind=st.sampled_from(["deadline", "interval"]), says=TEXT, period=TEXT, start=TEXT, begun=MAYBE, earliest=MAYBE,
    latest=MAYBE, time=st.none() | st.sampled_from(["00:00", "14:30", "23:59"]), counting=TEXT,
    convention=st.just("day_after"), applies=TEXT, state=st.sampled_from(State), days=st.none() | st.integers(0, 9999),
    doubt=TEXT, others=st.lists(OTHERS, max_size=2).map(tuple),
)  # fmt: skip
STEPS = st.builds(
    TimedStep, step=NAMES, name=NAMES, acts=st.just(("vote",)), act=st.none() | NAMES, done=MAYBE,
    actors=st.lists(TEXT, max_size=3).map(tuple), by=TEXT, edition=st.just("first"), state=st.sampled_from(State),
    standing=st.sampled_from(Standing), earliest=MAYBE, latest=MAYBE, not_before=MAYBE, not_after=MAYBE,
    late_by=st.none() | st.integers(-99, 9999), tentative=st.booleans(), limits=st.lists(LIMITS, max_size=3).map(tuple),
    notes=st.lists(TEXT, max_size=2).map(tuple),
)  # fmt: skip
TIMELINES = st.builds(
    Timeline, procedure=st.just("isle/motion"), title=TEXT, plan=st.booleans(), as_of=DAYS,
    editions=st.just(("first",)), status=st.just("open"), outcome=st.none(), says=TEXT,
    steps=st.lists(STEPS, max_size=4).map(tuple),
)  # fmt: skip


def made_limit(**changes: Any) -> Limit:
    """A period of ten days from a vote on 10 April, which is open."""
    usual: dict[str, Any] = {
        "provision": "isle/1.II", "edition": "first", "kind": "deadline", "says": "Ten days are enough.",
        "period": "within 10 days of the vote", "start": "vote", "begun": "2009-04-10", "earliest": "2009-04-10",
        "latest": "2009-04-20", "time": None, "counting": "10 April not counted; 10 days; 20 April 2009",
        "convention": "day_after", "applies": "", "state": State.OPEN,
    }  # fmt: skip
    return Limit(**usual | changes)


def made_step(*limits: Limit, **changes: Any) -> TimedStep:
    """A presentation to the head of the isle that may come now, with these limits."""
    latest = min((each.latest for each in limits if each.latest), default=None)
    usual: dict[str, Any] = {
        "step": "presentation", "name": changes.get("step", "presentation"), "acts": ("presentation",), "act": None,
        "done": None, "actors": ("the speaker",), "by": "1.I", "edition": "first", "state": State.OPEN,
        "standing": Standing.NOW, "earliest": None, "latest": latest, "limits": limits,
    }  # fmt: skip
    return TimedStep(**usual | changes)


def made_timeline(*steps: TimedStep, **changes: Any) -> Timeline:
    """A motion on the isle with these steps, on 12 April."""
    usual: dict[str, Any] = {
        "procedure": "isle/motion", "title": "A motion", "plan": False, "as_of": "2009-04-12", "editions": ("first",),
        "status": "open", "outcome": None, "says": "", "steps": steps,
    }  # fmt: skip
    return Timeline(**usual | changes)


def done_step(day: str, **changes: Any) -> TimedStep:
    """A vote that was held on a day (ISO date)."""
    state = {"state": State.UNDATED, "standing": Standing.DONE, "latest": None}
    return made_step(**{"step": "vote", "acts": ("vote",), "act": "vote", "done": day} | state | changes)
