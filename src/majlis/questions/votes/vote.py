"""The answer to "would this pass?"."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from majlis.questions.figures.not_known import NotKnown  # noqa: TC001
from majlis.questions.figures.span import parse_span
from majlis.questions.figures.under_readings import UnderReadings  # noqa: TC001
from majlis.questions.leading import LeftOpen  # noqa: TC001
from majlis.questions.verdict import FindingResult  # noqa: TC001

# The published schema is made from the annotations.
from majlis.questions.votes.chamber_vote import ChamberVote  # noqa: TC001
from majlis.questions.votes.other_majorities import OtherMajority  # noqa: TC001
from majlis.voting.frontier import Change  # noqa: TC001
from majlis.voting.majority import Position  # noqa: TC001

SCHEMA = "majlis/pass/1"


@dataclass(frozen=True, slots=True)
class OtherReading:
    """What the answer would be under another reading of a question: whether it passes, and the `answer` in a word.

    With `turned_round` the vote is one on the opposite there: to pass is then to lead where passing leads here.
    """

    question: str
    asks: str
    taken: str
    reading: str
    source: str
    passes: bool | None
    required: int | None
    turns: bool
    answer: str = ""
    turned_round: bool = False


@dataclass(frozen=True, slots=True)
class OtherFacts:
    """What the answer would be if facts that are not given were these."""

    given: dict[str, Any]
    passes: bool | None
    required: int | None
    provision: str


class Like(StrEnum):
    """What somebody in a position does to a majority: the same as a vote against, or nothing."""

    AGAINST = "against"
    LEFT_OUT = "left_out"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Effect:
    """What an abstention, an absence or a vacancy does under the majority that is due; it follows from its base."""

    position: Position
    like: Like


@dataclass(frozen=True, slots=True)
class WouldPass:
    """Would a vote pass? `required`, `actual`, `margin`, `seats` and `most` are votes.

    `share` says of what the required number is a share; it is empty for a fixed number. `most` is the number
    that can vote in favour at best, given what `bounded_by` says. `ungoverned` is what the text says, or does
    not say, where it asks for no majority. `split` has the members or ballots in each position; those in the
    positions of `untold` are all of whom no more is told; `sitting_known` says whether it is known how many seats
    are vacant. `changes` are the smallest ones that would turn the answer, `majorities` all those of the body side
    by side. `follows` are the steps or outcomes that come next if it passes and if it fails, `silences` what the
    text leaves open there, `other_steps` those at which another majority decides. `candidates` has the votes of
    each, `broken` the duties that the figures themselves show to be broken, `doubts` what is doubtful about the
    wording of the norms. `not_known` has the answer where figures or facts are missing or known by their bounds
    only, `under` the one under all readings together, and `chamber` what a chamber makes of the vote.
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
    split: dict[Position, int] = field(default_factory=dict)
    untold: tuple[Position, ...] = ()
    effects: tuple[Effect, ...] = ()
    changes: tuple[Change, ...] = ()
    majorities: tuple[OtherMajority, ...] = ()
    follows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    silences: tuple[LeftOpen, ...] = ()
    candidates: dict[str, int] = field(default_factory=dict)
    sitting_known: bool = True
    other_steps: tuple[str, ...] = ()
    broken: tuple[FindingResult, ...] = ()
    doubts: dict[str, str] = field(default_factory=dict)
    not_known: NotKnown | None = None
    under: UnderReadings | None = None
    chamber: ChamberVote | None = None

    @property
    def between(self) -> tuple[int, int | None] | None:
        """The least and the greatest number that may be counted for it, None where nothing bounds that; or None."""
        spans = self.not_known.spans if self.not_known else {}
        if self.counted in spans:
            span = parse_span(spans[self.counted], self.counted)
            return span.first, span.last
        return None if self.actual is None else (self.actual, self.actual)

    @property
    def leaders(self) -> tuple[str, ...]:
        """The candidates with the most votes; none where nobody stands for election."""
        return tuple(who for who, votes in self.candidates.items() if votes == max(self.candidates.values()))

    @property
    def impossible(self) -> bool:
        """Are more votes required than can be cast?"""
        return self.most is not None and self.required is not None and self.most < self.required

    @property
    def settled(self) -> bool | None:
        """Does it pass, whatever the facts that are not given? None where that matters or is open."""
        if self.passes is not None or self.not_known is None:
            return self.passes
        return self.not_known.passes

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data, in the shape of the published schema."""
        return {"schema": SCHEMA, **plain(asdict(self)), "impossible": self.impossible}


def plain(value: Any) -> Any:
    """Data as JSON has it: a fraction is written as one, 1/3."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Fraction) else value
