"""What two editions make of the same cases, as data: provisions, what follows, and where each falls silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

How = Literal["added", "dropped", "changed", "same"]
InEffect = Literal["other", "same", "unused", "not decided"]


@dataclass(frozen=True, slots=True)
class Under:
    """How a case stands under one side.

    `result` is what the provision in question comes to (empty where there is none, or where the case does not come
    to it), `required` its votes and `due` its day (ISO); `ends` says for each track how the case stands, in words.
    """

    label: str
    result: str = ""
    required: int | None = None
    due: str | None = None
    ends: tuple[str, ...] = ()
    wrong: bool = False
    """Did somebody break the procedure?"""


@dataclass(frozen=True, slots=True)
class Matter:
    """Something given of a case without which the difference would not be there: its name, question and answer."""

    name: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class OtherReading:
    """A reading that is not the default, by its question."""

    question: str
    reading: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A smallest case that shows a difference, decided under both sides, and the difference in one sentence."""

    procedure: str
    title: str
    step: str
    sentence: str
    before: Under
    after: Under
    matters: tuple[Matter, ...]
    not_under: tuple[OtherReading, ...]
    """The readings under which the case comes out the same on both sides."""
    scenario: dict[str, Any]
    """The case as a scenario file has it, its edition left open."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a difference may be one of the texts at hand and not of the law: of what kind the reason is, and what."""

    why: Literal["doubted wording", "English reading", "other texts"]
    says: str


@dataclass(frozen=True, slots=True)
class ProvisionEffect:
    """A provision: how its text stands in the second edition against the first, and whether cases show a difference.

    `text` is `same` where only its sources differ or nothing does. `effect` is `other` with a case that shows it,
    `same` where it is proved that no case does, `unused` where no step is judged by it, `not decided` with the reason
    in `why`. `procedures` are those in which it has another effect, or could have.
    """

    provision: str
    kind: str
    says: str
    text: How
    effect: InEffect
    why: str = ""
    shown: Shown | None = None
    procedures: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    """Other provisions that have changed and on which it hangs."""
    doubts: tuple[Doubt, ...] = ()
    only_under: tuple[OtherReading, ...] = ()
    """Readings under which it is another norm on either side, though by default it is the same."""
    replaces: str = ""
    """The provision in whose place it stands under another name; `before` is what that says."""
    before: str = ""
    not_amended: tuple[str, ...] = ()
    """Why the rules have it otherwise though nobody amended the text, where that is so."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A place where the text says nothing, and at which cases come to stand under one side only."""

    procedure: str
    title: str
    step: str
    says: str
    how: Literal["opened", "closed"]
    left_to: str
    shown: Shown | None
    why: str = ""
    not_amended: tuple[str, ...] = ()
    """The provisions through which alone it is opened or closed, where nobody amended the text of any of them."""


@dataclass(frozen=True, slots=True)
class CourseEffect:
    """A procedure in which cases end otherwise though every provision is found alike: other steps, another line."""

    procedure: str
    title: str
    effect: InEffect
    shown: Shown | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Effects:
    """All that two editions make otherwise of cases; `proved` counts the provisions that are the same in effect."""

    provisions: tuple[ProvisionEffect, ...]
    courses: tuple[CourseEffect, ...] = ()
    holes: tuple[Hole, ...] = ()
    unchanged: int = 0
    """Provisions whose text and effect are the same: they are not listed."""
    compared: int = 0
    """Procedures that were compared."""
    alone: tuple[str, ...] = ()
    """Procedures that only one side has."""
