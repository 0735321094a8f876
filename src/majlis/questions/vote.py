"""The answer to "would this pass?"."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from majlis.questions.verdict import FindingResult  # noqa: TC001 - the published schema is made from the annotations

SCHEMA = "majlis/pass/1"


@dataclass(frozen=True, slots=True)
class OtherReading:
    """What the answer would be under another reading of a question."""

    question: str
    asks: str
    taken: str
    reading: str
    source: str
    passes: bool | None
    required: int | None
    turns: bool


@dataclass(frozen=True, slots=True)
class OtherFacts:
    """What the answer would be if facts that are not given were these."""

    given: dict[str, Any]
    passes: bool | None
    required: int | None
    provision: str


@dataclass(frozen=True, slots=True)
class WouldPass:
    """Would a vote pass? `required`, `actual`, `margin`, `seats` and `most` are votes.

    `share` says of what the required number is a share; it is empty for a fixed number. `most` is the number
    that can vote in favour at best, given what `bounded_by` says. `ungoverned` is what the text says, or does
    not say, where it asks for no majority.
    """

    procedure: str
    step: str
    edition: str
    chosen_by: str
    doubtful: str
    engine: str
    given: dict[str, Any]
    passes: bool | None
    provision: str
    says: str
    required: int | None
    actual: int | None
    margin: int | None
    counted: str
    share: str
    seats: int | None
    body: str
    most: int | None
    bounded_by: str
    ungoverned: str
    norms: tuple[FindingResult, ...]
    readings: tuple[OtherReading, ...]
    alternatives: tuple[OtherFacts, ...]
    missing: tuple[str, ...]
    first_fails: bool = False

    @property
    def impossible(self) -> bool:
        """Are more votes required than can be cast?"""
        return self.most is not None and self.required is not None and self.most < self.required

    @property
    def settled(self) -> bool | None:
        """Does it pass, whatever the facts that are not given? None where that matters or is open."""
        if self.passes is not None or not self.alternatives:
            return self.passes
        answers = {each.passes for each in self.alternatives}
        return answers.pop() if len(answers) == 1 else None

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data, in the shape of the published schema."""
        return {"schema": SCHEMA, **asdict(self), "impossible": self.impossible}
