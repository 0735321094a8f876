"""The timeline of a procedure or of a case: what is due when, who must act, and the count behind every date."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

SCHEMA = "majlis/timeline/1"


class State(StrEnum):
    """How a step stands to its limits on the day of judgement."""

    IN_TIME = "in_time"
    LATE = "late"
    PREMATURE = "premature"
    OPEN = "open"
    OVERDUE = "overdue"
    IMPOSSIBLE = "impossible"
    """No day is left that would keep the text: its last day comes before its first."""
    UNDATED = "undated"
    """The text sets no limit."""
    UNKNOWN = "unknown"
    """A day or a fact is missing."""


BROKEN = (State.LATE, State.PREMATURE, State.OVERDUE)


class Standing(StrEnum):
    """What can become of a step from the day of judgement on."""

    DONE = "done"
    NOW = "now"
    """It may be taken now."""
    NOT_YET = "not_yet"
    """Something has to come first, or its first day has not come."""
    UNSAID = "unsaid"
    """The case has come to a silence: the text does not say whether it may follow."""
    NO_LONGER = "no_longer"
    """Nothing can lead to it any more, or no day is left."""


@dataclass(frozen=True, slots=True)
class OtherDate:
    """What a limit comes to under a reading that was not taken (ISO dates); no state where it does not apply then."""

    question: str
    asks: str
    reading: str
    source: str
    earliest: str | None
    latest: str | None
    state: State | None = None
    period: str = ""
    """It relative to its start, where it has no dates yet."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One period at a step (ISO dates; the time of day is local, and only there for periods in hours).

    `period` says it relative to its start ("within 14 days of the vote"); `start` names the step or the fact that
    starts it, `begun` is the day of it, None while that is not known. `earliest` and `latest` are then None, too,
    and `counting` is the formula; else it is the count. `applies` is the condition under which it holds, empty
    where it is known to hold. `days` are those by which the act came too late or too early or, while the period is
    open, those that are left (0 on the last day).
    """

    provision: str
    edition: str
    kind: str
    says: str
    period: str
    start: str
    begun: str | None
    earliest: str | None
    latest: str | None
    time: str | None
    counting: str
    convention: str
    applies: str
    state: State
    days: int | None = None
    doubt: str = ""
    others: tuple[OtherDate, ...] = ()
    duty: bool = True
    """Does somebody do wrong who does not keep it? Else its lapse has a consequence of its own."""
    ends: str | None = None
    """For a period in hours that ends at a known time, the last minute in time, in UTC (`2009-10-25T00:30Z`)."""


@dataclass(frozen=True, slots=True)
class Further:
    """A period that would hold at a step under a reading that was not taken, and does not hold now."""

    provision: str
    says: str
    other: OtherDate


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step of a timeline, once for each time that it was taken, and once if it may still come (ISO dates).

    `name` is the step, with its round from the second on (`vote 2`). `earliest` and `latest` bound its day, as far
    as what starts its limits has a day; `not_before` and `not_after` bound it where that is still to come: the
    first day at which all that leads to it can be over, and the last one if all before it takes as long as it may.
    `late_by` are days: how late (or, where it is negative, how early) it was done, or how long it is overdue.
    `tentative` says that a reading, an open step or an open fact decides the dates. `edition` governs it.
    """

    step: str
    name: str
    acts: tuple[str, ...]
    act: str | None
    done: str | None
    actors: tuple[str, ...]
    by: str
    edition: str
    state: State
    standing: Standing
    earliest: str | None
    latest: str | None
    not_before: str | None = None
    not_after: str | None = None
    late_by: int | None = None
    tentative: bool = False
    alongside: bool = False
    after: tuple[str, ...] = ()
    """The steps of which one has to be taken first."""
    limits: tuple[Limit, ...] = ()
    notes: tuple[str, ...] = ()
    if_missed: tuple[str, ...] = ()
    """The steps that it follows only if they do not come in time."""
    barred: tuple[str, ...] = ()
    """The provisions that somebody would break who took it on the day of judgement."""
    gone: tuple[Limit, ...] = ()
    """Periods that were running towards a step that can no longer come."""
    further: tuple[Further, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps of a procedure in time, in the order in which they come.

    `plan` says that it is no case with a record but a procedure begun on a day. `next` are the names of the steps
    that may be taken or are overdue and have a last day, the next deadline first.
    """

    procedure: str
    title: str
    plan: bool
    as_of: str
    editions: tuple[str, ...]
    status: str
    outcome: str | None
    says: str
    steps: tuple[TimedStep, ...]
    next: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    given: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    exit: int = 0

    def as_dict(self) -> dict[str, Any]:
        """The timeline as plain data, in the shape of the published schema."""
        return {"schema": SCHEMA, **asdict(self)}

    def step(self, name: str) -> TimedStep:
        """The step of that name. Raises KeyError where there is none."""
        found = next((each for each in self.steps if each.name == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def limit(self, provision: str, step: str = "") -> Limit | None:
        """The limit that a provision (`1.II` or `isle/1.II`) sets, at a step where it sets several; None if none."""
        for each in self.steps:
            for limit in each.limits if step in ("", each.name, each.step) else ():
                if provision in (limit.provision, limit.provision.partition("/")[2]):
                    return limit
        return None
