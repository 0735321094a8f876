"""A lowered procedure: the ordered list of named conditions that every engine reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from majlis.calendar.period import Period

if TYPE_CHECKING:
    from majlis.calendar.convention import Convention
    from majlis.calendar.fixed_day import FixedDay
    from majlis.calendar.length import Length
    from majlis.calendar.rest_days import RestDays
    from majlis.law.norm import Norm
    from majlis.law.provision import Provision
    from majlis.logic.check import Type
    from majlis.logic.tree import Condition, Term
    from majlis.procedure.course import Course, Occurrence


@dataclass(frozen=True, slots=True)
class Named:
    """One line of the list. `told` conditions are what an engine reports; the others lead to them.

    A condition belongs to the judging of norms or to the walk over the steps.
    """

    name: str
    when: Condition
    told: bool
    walk: bool


@dataclass(frozen=True, slots=True)
class Majority:
    """One majority of a threshold: when it is the one that is due, and what it asks for."""

    when: Condition
    votes: int | None
    share: tuple[int, int] | None
    base: Term | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A provision held against one occurrence of a step. `name` is `CITE@OCCURRENCE`."""

    name: str
    norm: Norm
    provision: Provision
    edition: str
    step: str
    occurrence: str
    applies: Condition
    test: Condition
    counted: Term | None = None
    majorities: tuple[Majority, ...] = ()
    more_than: bool = False


class ClockKind(StrEnum):
    """How a clock judges the day of an act: from its trigger on, or (BEFORE) back from a day to come."""

    WITHIN = "within"
    ON = "on"
    WAIT = "wait"
    EXACTLY = "exactly"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Clock:
    """A period to be counted for one finding: what starts it, how long it is, how it is counted.

    It puts `slack.NAME`, `since.NAME` and `over.NAME` on the record (days; minutes for hours). `sitting` are
    the bodies whose sitting days are counted, if such days are; `day` is the date fact on which it ends, if a
    case gives that day. With `rest` it does not end on a day of rest.
    """

    name: str
    kind: ClockKind
    triggers: tuple[str, ...]
    occurrence: str
    length: Length | None
    fixed: FixedDay | None
    convention: Convention
    sitting: tuple[str, ...] = ()
    day: str = ""
    rest: RestDays | None = None

    @property
    def period(self) -> Period:
        """What is counted, apart from what starts it: forwards, backwards and by which rules."""
        back, waits = self.kind is ClockKind.BEFORE, self.kind is ClockKind.WAIT
        return Period(self.length, self.fixed, self.convention, back, waits, self.rest)


class EndKind(StrEnum):
    """How a track of a case can stand."""

    OUTCOME = "outcome"
    SILENCE = "silence"
    AWAITS = "awaits"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class End:
    """One way in which a track stands: its condition is the named condition of the same name."""

    name: str
    kind: EndKind
    track: str
    what: str
    step: str = ""
    holder: str = ""
    left_to: str = ""
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Crossing:
    """A silence that the record went past; listed when the condition of that name holds."""

    name: str
    says: str
    step: str
    left_to: str


@dataclass(frozen=True, slots=True)
class Raised:
    """Where a question of interpretation arises: at an occurrence, in a finding that applies, or (no finding)
    in what follows or in whether a norm applies.
    """

    occurrence: str
    finding: str
    readings: tuple[str, ...]
    default: str
    only_missed: bool
    """Do its readings differ only in what follows when the act never comes?"""


@dataclass(frozen=True, eq=False)
class Program:
    """A procedure lowered for its editions and readings."""

    procedure: str
    conditions: tuple[Named, ...]
    findings: tuple[Finding, ...]
    clocks: tuple[Clock, ...]
    ends: tuple[End, ...]
    crossings: tuple[Crossing, ...]
    types: dict[str, Type]
    course: Course
    tracks: tuple[str, ...]
    raised: dict[str, tuple[Raised, ...]]
    """Each question of interpretation, with the places at which it arises."""
    track_of: dict[str, str] = field(default_factory=dict)
    """The track on which each occurrence lies."""
    views: dict[str, tuple[str, Occurrence]] = field(default_factory=dict)
    """Names for a step alongside as it stood at an occurrence."""
    cache: dict[Any, Any] = field(default_factory=dict)
    """What an engine has made of this program, by engine: it lives and dies with the program."""

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The names of the conditions that an engine reports."""
        return tuple(named.name for named in self.conditions if named.told)

    @cached_property
    def telling(self) -> tuple[bool, ...]:
        """For each condition, whether an engine reports it."""
        return tuple(named.told for named in self.conditions)

    @cached_property
    def by_name(self) -> dict[str, Condition]:
        """The conditions by name."""
        return {named.name: named.when for named in self.conditions}

    @cached_property
    def duties(self) -> dict[str, str]:
        """The conditions that a duty was broken, each with its occurrence."""
        return {f"{f.name}.bad": f.occurrence for f in self.findings if f.provision.duty}
