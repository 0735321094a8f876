"""The record of sittings in a scenario: on which days each body sat, and over which span that is all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator

from majlis.calendar.sitting_days import SittingDays
from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.scenario.values import Day  # noqa: TC001 - pydantic reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from majlis.errors import Where

LONGEST = 50 * 366
"""How many days a record of sittings may span: what is longer is a slip of the pen, and would cost memory."""


class _Span(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    from_: Day = Field(alias="from")
    to: Day

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last day (day numbers)."""
        return self.from_.toordinal(), self.to.toordinal()


class Days(_Span):
    """One day, or every day from one to another."""

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, raw: Any) -> Any:
        return raw if isinstance(raw, dict) else {"from": raw, "to": raw}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> Any:
        """A single day may be written as a plain date."""
        return {"anyOf": [{"type": "string", "format": "date"}, handler(core)]}


class Sittings(_Span):
    """The days on which a body sat; from the first day of the span to its last, it sat on no other."""

    days: tuple[Days, ...]


def sitting_days(
    given: Mapping[str, Sittings], bodies: Collection[str], locate: Callable[[tuple[str | int, ...]], Where]
) -> dict[str, SittingDays]:
    """The records of sittings by body. Raises InputError, with its place, for a list that cannot be right."""
    for body in given:
        if body not in bodies:
            raise InputError(f"unknown body {body!r}", where=locate(("sittings", body)), remedy=remedy(body, bodies))
    return {body: _bound(sat, ("sittings", body), locate) for body, sat in given.items()}


def _bound(sat: Sittings, path: tuple[str, str], locate: Callable[[tuple[str | int, ...]], Where]) -> SittingDays:
    first, last = sat.ends
    if not first <= last <= first + LONGEST:
        what = f"the span from {sat.from_} to {sat.to} is {'backwards' if last < first else 'too long'}"
        raise InputError(what, where=locate((*path, "to")), remedy="Give the days between which the list is complete")
    before, found = first - 1, list[int]()
    for number, each in enumerate(sat.days):
        start, end = each.ends
        if not before < start <= end <= last:
            raise InputError(
                f"{each.from_}{'' if start == end else f' to {each.to}'} {_fault(start, end, before, (first, last))}",
                where=locate((*path, "days", number)),
                remedy="List the days in order, each once, within the span",
            )
        found += range(start, end + 1)
        before = end
    return SittingDays(first, last, tuple(found))


def _fault(start: int, end: int, before: int, span: tuple[int, int]) -> str:
    if end < start:
        return "is backwards"
    inside = span[0] <= start and end <= span[1]
    return "does not come after what is listed before it" if inside and start <= before else "lies outside the span"
