"""The verdict: the outcome, the findings behind it, the timeline, the silences and the readings that matter."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

SCHEMA = "majlis/verdict/1"


@dataclass(frozen=True, slots=True)
class FindingResult:
    """One provision held against one step: met, breached, failed, not_applicable, pending or unknown.

    `required`, `actual` and `margin` are votes, for thresholds; `counted` is the field of the act that they
    count. `wanting` names the facts and figures for want of which a finding is unknown.
    """

    provision: str
    edition: str
    kind: str
    step: str
    occurrence: str
    result: str
    says: str
    because: tuple[str, ...] = ()
    required: int | None = None
    actual: int | None = None
    margin: int | None = None
    doubt: str = ""
    counted: str = ""
    wanting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One deadline of the case: in_time, late, premature, open, overdue, unknown or undated (ISO dates)."""

    step: str
    act: str
    state: str
    earliest: str | None
    due: str | None
    done: str | None
    provision: str
    counting: str


@dataclass(frozen=True, slots=True)
class SilenceMet:
    """A place where the text says nothing of what follows, that the case ended in or went past."""

    provision: str
    step: str
    says: str
    crossed: bool
    left_to: str = ""


@dataclass(frozen=True, slots=True)
class ReadingTried:
    """Another reading than the one that is `taken`, and the outcome and exit status under it."""

    question: str
    asks: str
    reading: str
    source: str
    outcome: str
    status: str
    turns: bool
    exit: int = 0
    taken: str = ""
    taken_source: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """How one of several tracks stands."""

    track: str
    status: str
    outcome: str | None
    holder: str | None
    awaits: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What majlis finds about a case."""

    procedure: str
    title: str
    outcome: str | None
    says: str
    status: str
    awaits: str | None
    engine: str
    editions: tuple[str, ...]
    as_of: str
    findings: tuple[FindingResult, ...]
    timeline: tuple[TimelineEntry, ...]
    silences: tuple[SilenceMet, ...]
    readings: tuple[ReadingTried, ...]
    depends_on: tuple[str, ...]
    missing: tuple[str, ...]
    exit: int
    digest: str
    holder: str | None = None
    tracks: tuple[Track, ...] = ()
    chosen: dict[str, str] = field(default_factory=dict)
    either_way: tuple[str, ...] = ()
    all_combinations_tried: bool = True

    def as_dict(self) -> dict[str, Any]:
        """The verdict as plain data, in the shape of the published schema."""
        return {"schema": SCHEMA, **asdict(self)}

    def result(self, provision: str, step: str = "") -> str | None:
        """The result of a provision (`1.II`), at a step where it is found at several; None if it is not found."""
        for found in self.findings:
            if found.provision.partition("/")[2] == provision and step in ("", found.step, found.occurrence):
                return found.result
        return None
