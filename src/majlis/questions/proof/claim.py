"""A claim about all cases of a procedure, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from majlis.questions.proof.witness import Raw  # noqa: TC001 - pydantic reads the annotations at run time


class Kind(StrEnum):
    """What a claim is about."""

    KEPT = "kept"
    BROKEN = "broken"
    CONFLICT = "conflict"
    REDUNDANT = "redundant"
    ONE_END = "one end"
    CAP = "cap"
    VOTES = "votes"
    REACHED = "reached"
    ENDS = "ends"
    WINDOW = "window"


class Fate(StrEnum):
    """What became of a claim."""

    PROVED = "proved"
    REFUTED = "refuted"
    KNOWN = "known"
    """Refuted, and the constitution's own list says that the text is so."""
    OPEN = "not decided"


@dataclass(frozen=True)
class Claim:
    """One claim: what it says, of which provisions, in which procedure, editions and readings, and its fate.

    `about` names what it is told of within its kind: a citation, a pair of them, a step, an outcome. A claim that
    is refuted has a witness: a scenario that shows it.
    """

    kind: Kind
    about: str
    says: str
    procedure: str
    editions: tuple[str, ...]
    fate: Fate
    why: str = ""
    provisions: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    witness: Raw | None = None
    beside: Raw | None = None
    """A second scenario, where a claim compares two: the one that `witness` is held against."""

    @property
    def constitution(self) -> str:
        """The constitution whose procedure it is about."""
        return self.procedure.partition("/")[0]
