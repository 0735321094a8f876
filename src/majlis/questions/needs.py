"""What a procedure needs, step by step: the answer of `need`."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from majlis.questions.periods import Period  # noqa: TC001 - pydantic reads the annotations at run time

SCHEMA = "majlis/need/1"


@dataclass(frozen=True, slots=True)
class MajorityDue:
    """One majority: votes of the seats, or a share of a base; and when it is due (empty: in cases left)."""

    votes: int | None
    share: str
    seats: int | None
    counted: str
    when: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One provision at a step, as it stands; `applies` is its condition, empty where it always applies."""

    provision: str
    kind: str
    says: str
    applies: str
    majorities: tuple[MajorityDue, ...] = ()
    period: Period | None = None
    actors: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows from a step in one event: names of steps or outcomes, or a silence."""

    event: str
    to: tuple[str, ...]
    how: str
    silent: str = ""
    left_to: str = ""
    then: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepNeeds:
    """A step: what it awaits (nothing for a test), who acts, what governs it, and what follows."""

    step: str
    acts: tuple[str, ...]
    by: Rule | None
    rules: tuple[Rule, ...]
    follows: tuple[Follows, ...]
    line: tuple[str, ...] = ()
    alongside: bool = False
    test: bool = False
    """Does the step only test facts, so that nobody acts?"""
    line_by: str = ""
    """The provision that names the line of succession."""
    open: tuple[str, ...] = ()
    """The questions of interpretation that matter at the step."""


@dataclass(frozen=True, slots=True)
class Needs:
    """The steps of a procedure that can be reached in one edition, for one matter or for any."""

    procedure: str
    title: str
    edition: str
    chosen_by: str
    matter: str | None
    matters: dict[str, str]
    steps: tuple[StepNeeds, ...]
    outcomes: dict[str, str]
    readings: dict[str, str] = field(default_factory=dict)
    """The readings that were chosen, by question."""
    given: dict[str, str] = field(default_factory=dict)
    """The facts that were given, besides the matter."""

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}
