"""What a procedure needs, step by step: the answer of `need`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

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
    period: str = ""
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


@dataclass(frozen=True, slots=True)
class Needs:
    """All steps of a procedure in one edition, for one matter or for any."""

    procedure: str
    title: str
    edition: str
    chosen_by: str
    matter: str | None
    matters: dict[str, str]
    steps: tuple[StepNeeds, ...]
    outcomes: dict[str, str]

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}
