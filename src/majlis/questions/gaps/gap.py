"""A gap of the text, and what `majlis check --gaps` answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from majlis.law.coverage import Severity  # noqa: TC001 - the schema is made from the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Collection

    from majlis.logic.tree import Condition

SCHEMA = "majlis/gaps/1"
Kind = Literal[
    "silence", "ambiguity", "note",
    "period runs out", "too late", "no period", "too few members", "tie", "line exhausted",
    "nobody between", "endless course", "nothing decides",
]  # fmt: skip
Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hole:
    """What one analysis looks for at a step: a condition under which the text has no answer.

    `edge` tells several holes of one kind at one step apart; a `lawful` one is looked for where nobody breaks a
    duty; `rests_on` are provisions that a gap of the survey may be about, beside those of the step. `silent`
    says that a procedure file declares it.
    """

    kind: Kind
    step: str
    says: str
    when: Condition
    edge: str = ""
    lawful: bool = False
    silent: bool = False
    left_to: str = ""
    provisions: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What it has in common with the same hole in another edition or round."""
        return self.kind, self.step, self.edge


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where the text of a constitution says nothing, or may be read in several ways.

    `places` are the steps (PROCEDURE.STEP) that can stall there; `provisions` govern them or stand in the
    sentence. `declared` says that a rule or procedure file says so itself, `analyses` which analyses found it
    without reading that. `scenario` is the shortest case that was found to fall into it, as plain data that can be
    decided; there is none where only a file says so. `readings` (QUESTION=READING) are those under which it is
    there; for an ambiguity, the ones that lead elsewhere than the reading that is taken by default. `catalogued`
    are the gaps of the survey that it is one of, `severity` the gravest of theirs, empty where it is in none.
    """

    constitution: str
    kind: Kind
    says: str
    places: tuple[str, ...]
    provisions: tuple[str, ...]
    editions: tuple[str, ...]
    readings: tuple[str, ...]
    declared: bool
    analyses: tuple[Kind, ...]
    left_to: str
    scenario: Raw | None
    severity: Severity | Literal[""] = ""
    catalogued: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of all constitutions, the gravest first."""

    gaps: tuple[Gap, ...]
    procedures: int

    def of(self, severity: Collection[Severity]) -> Gaps:
        """Those of some severities alone."""
        return Gaps(tuple(gap for gap in self.gaps if gap.severity in severity), self.procedures)

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}
