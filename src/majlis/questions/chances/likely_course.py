"""The answer to "how likely is it to come through?": chances of all ends of a procedure, and how they add up."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from majlis.voting.distribution import within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SCHEMA = "majlis/course-chances/1"
OUTCOME, SILENCE, AWAITS, GOES_ON, UNKNOWN = "outcome", "silence", "awaits", "goes_on", "unknown"
END_KINDS = (OUTCOME, SILENCE, GOES_ON, AWAITS, UNKNOWN)  # in the order in which they are told


@dataclass(frozen=True, slots=True, order=True)
class EndOf:
    """How a course may stand at last.

    `kind` is `outcome`, `silence` (`what` is what the text leaves open), `awaits` (`what` are steps that nobody
    takes), `goes_on` (further rounds may follow that are not followed here) or `unknown` (`what` are facts that
    are not given).
    """

    kind: str
    what: str
    step: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class LikelyEnd:
    """One end with its chance: between `lowest` and `highest` where it hangs on choices without a chance."""

    end: EndOf
    says: str
    lowest: float
    highest: float

    @property
    def chance(self) -> float | None:
        """The chance; None where choices without a chance decide it."""
        return self.lowest if self.lowest == self.highest else None


@dataclass(frozen=True, slots=True)
class Turn:
    """One branch of a course: a vote with so many in favour (`least` to `most`), or an act that was chosen.

    `what` is the act, `missed`, or, where `follows` is set, the step that came next where the text awaits one or
    another. `passes` says of a vote whether it passed; None where no majority decides.
    """

    step: str
    round: int
    what: str
    counted: str = ""
    least: int | None = None
    most: int | None = None
    passes: bool | None = None
    follows: bool = False


@dataclass(frozen=True, slots=True)
class WayThere:
    """One way to an end. `chance` takes the choices on it as made, which is said by `chosen`."""

    turns: tuple[Turn, ...]
    end: EndOf
    chance: float
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteChance:
    """The chance that a vote passes if it comes to it; it differs where earlier votes decide what is needed."""

    step: str
    round: int
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class CourseChances:
    """How likely each end of a procedure is. The lowest and highest chances are chances between 0 and 1.

    `open` are the choices for which no chance was given, by the names under which they can be; `assumes` is what
    was taken for granted. `begins` is the ISO date of the first act.
    """

    procedure: str
    title: str
    edition: str
    chosen_by: str
    doubtful: str
    engine: str
    begins: str
    given: dict[str, Any]
    chosen: dict[str, str]
    chances: dict[str, float]
    chamber: str
    seats: int
    ends: tuple[LikelyEnd, ...]
    votes: tuple[VoteChance, ...]
    ways: tuple[WayThere, ...]
    open: tuple[str, ...]
    missing: tuple[str, ...]
    assumes: tuple[str, ...]

    def end(self, what: str) -> LikelyEnd | None:
        """The end of that name; None where nothing can lead to it."""
        return next((each for each in self.ends if each.end.what == what), None)

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}


@dataclass(frozen=True)
class Ahead:
    """What may come from one point of a course on."""

    ends: dict[EndOf, tuple[float, float]]
    ways: tuple[WayThere, ...]
    votes: dict[tuple[str, int], frozenset[float]]

    def after(self, turn: Turn) -> Ahead:
        """The same, seen from before a turn."""
        return replace(self, ways=tuple(replace(way, turns=(turn, *way.turns)) for way in self.ways))


def ended(end: EndOf) -> Ahead:
    """Nothing more comes."""
    return Ahead({end: (1.0, 1.0)}, (WayThere((), end, 1.0),), {})


def by_chance(parts: Sequence[tuple[float, Ahead]]) -> Ahead:
    """What lies ahead of several branches with their chances, which add up to 1."""
    if len(parts) == 1:
        return parts[0][1]
    keys = dict.fromkeys(end for _, ahead in parts for end in ahead.ends)
    ends = {
        end: (
            _added((w, a.ends.get(end, (0.0, 0.0))[0]) for w, a in parts),
            _added((w, a.ends.get(end, (0.0, 0.0))[1]) for w, a in parts),
        )
        for end in keys
    }
    ways = tuple(replace(way, chance=weight * way.chance) for weight, ahead in parts for way in ahead.ways)
    return Ahead(ends, ways, _votes(ahead for _, ahead in parts))


def by_choice(parts: Sequence[tuple[str, Ahead]]) -> Ahead:
    """What lies ahead where somebody chooses, and nothing is known of how; each part has the name of its choice."""
    keys = dict.fromkeys(end for _, ahead in parts for end in ahead.ends)
    ends: dict[EndOf, tuple[float, float]] = {}
    for end in keys:
        several = [ahead.ends.get(end, (0.0, 0.0)) for _, ahead in parts]
        ends[end] = min(low for low, _ in several), max(high for _, high in several)
    ways = tuple(replace(way, chosen=(name, *way.chosen)) for name, ahead in parts for way in ahead.ways)
    return Ahead(ends, ways, _votes(ahead for _, ahead in parts))


def _added(parts: Iterable[tuple[float, float]]) -> float:
    """The chance over several branches; 1.0 and 0.0 stay exact, and stand for nothing else."""
    several = list(parts)
    chances = {chance for _, chance in several}
    if chances in ({0.0}, {1.0}):
        return chances.pop()
    return within(math.fsum(weight * chance for weight, chance in several))


def _votes(several: Iterable[Ahead]) -> dict[tuple[str, int], frozenset[float]]:
    found: dict[tuple[str, int], frozenset[float]] = {}
    for ahead in several:
        for vote, chances in ahead.votes.items():
            found[vote] = found.get(vote, frozenset()) | chances
    return found
