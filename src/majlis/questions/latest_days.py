"""When must a procedure begin at the latest, to be at an end by a day? The answer of counting backwards."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

SCHEMA = "majlis/backwards/1"


@dataclass(frozen=True, slots=True)
class Back:
    """One period on the way, counted back: what it governs, by which provision, and its count.

    `applies` is the condition under which it holds, empty where it is known to hold.
    """

    step: str
    provision: str
    says: str
    period: str
    counting: str
    applies: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A period of a step that does not start on the way: counted from or back from a day that the case gives.

    `day` is the day to which it leads (ISO), and `counting` how; neither is there where the case does not give that
    day. `opens` says that the day is the first one, not the last. `applies` is as for `Back`.
    """

    provision: str
    says: str
    period: str
    day: str | None
    counting: str = ""
    applies: str = ""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class LatestDay:
    """A step on the way, or a day that starts a period, with its last days (ISO dates).

    `whole` is the last day from which the end is still reached if every later act takes the whole of its period:
    whoever is that early need not count on anybody's haste. `at_once` is the last day if every later act is done on
    the first day that the text allows. In both, no step comes later than the period allows that the day of its start
    in the same column gives. `backs` are the periods that this day starts. `no_period` says that the text sets none
    for the step itself: it is counted as done at once.
    """

    step: str
    acts: tuple[str, ...]
    actors: tuple[str, ...]
    by: str
    whole: str | None
    at_once: str | None
    backs: tuple[Back, ...] = ()
    no_period: bool = False
    fact: bool = False
    bounds: tuple[Bound, ...] = ()
    """Periods of the step that do not start on the way."""
    conditional: bool = False
    """Do the step's own periods hold only under conditions, of which it may be that none is met?"""
    alternative: bool = False
    """Is it one of several days of which only one starts the period?"""
    lapse: str = ""
    """`missed` where the way takes it that nobody acts and the period runs out, `late` where the act comes after."""


@dataclass(frozen=True, slots=True)
class OtherBeginning:
    """The latest days of a beginning (`step`) under a reading that was not taken (ISO dates).

    There are none where the end cannot be reached under it.
    """

    question: str
    asks: str
    reading: str
    source: str
    step: str
    whole: str | None
    at_once: str | None


@dataclass(frozen=True, slots=True)
class Backwards:
    """The way to an outcome or a step with the latest day of each step, in the order in which they come."""

    procedure: str
    title: str
    edition: str
    target: str
    says: str
    by: str
    steps: tuple[LatestDay, ...]
    notes: tuple[str, ...] = ()
    other_ends: tuple[str, ...] = ()
    """The other outcomes that could have been asked for."""
    given: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    others: tuple[OtherBeginning, ...] = ()
    """The beginning under the readings that were not taken, where its days differ."""
    by_default: bool = False
    """Was the end taken because none was named?"""

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data, in the shape of the published schema."""
        return {"schema": SCHEMA, **asdict(self)}

    def step(self, name: str) -> LatestDay:
        """The step or day of that name. Raises KeyError where the way has none."""
        found = next((each for each in self.steps if each.step == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def beginnings(self) -> tuple[LatestDay, ...]:
        """The days that the case gives and that start something, each a beginning of its own; else the first step."""
        return tuple(each for each in self.steps if each.fact) or self.steps[:1]
