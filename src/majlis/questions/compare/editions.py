"""What changed between two editions of a constitution, as texts and in what they make of cases."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from majlis.errors import InputError
from majlis.questions.compare.changed import Changed, changed
from majlis.questions.compare.differences import Effects  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.questions.compare.effect import Progress, effects_or_why_not, quietly
from majlis.questions.compare.side import Side, side

SCHEMA = "majlis/compare/1"


@dataclass(frozen=True, slots=True)
class EditionsCompared:
    """What the second of two editions of a constitution has otherwise than the first."""

    constitution: str
    before: str
    after: str
    changed: Changed
    effects: Effects | None
    unproved: str
    """Why nothing is said of effects, where that is so."""

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}


def compare_editions(before: str, after: str, progress: Progress = quietly) -> EditionsCompared:
    """What an edition has otherwise than another, and what that does to cases. Raises InputError for unknown ones."""
    one, other = both(before, after)
    found = changed(one, other)
    made, why = effects_or_why_not(one, other, found, progress)
    return EditionsCompared(one.constitution, one.edition, other.edition, found, made, why)


def both(before: str, after: str) -> tuple[Side, Side]:
    """Two editions of one constitution. Raises InputError where they are not of one, or are the same."""
    one, other = side(before), side(after)
    if one.constitution != other.constitution:
        what = f"{before} is an edition of {one.constitution}, {after} of {other.constitution}"
        raise InputError(what, remedy="Name two editions of one constitution")
    if one.edition == other.edition:
        raise InputError(f"{before} and {after} are one edition", remedy="Name two editions")
    return one, other
