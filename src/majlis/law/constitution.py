"""The file `constitution.yaml`: editions, bodies, offices, groups, matters and shared questions."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from majlis.calendar.convention import NEXT_WORKING_DAY
from majlis.calendar.rest_days import RestDays
from majlis.documents.validated import YesOrNo  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.law.amendment import Amendment  # noqa: TC001 - likewise
from majlis.law.edition import Edition, LastDay  # noqa: TC001 - likewise

MATTER = "matter"  # the fact that decides a majority or a form
REST_DAYS = "rest_days"  # the question whether a period may end on a day of rest


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Dated(_Strict):
    """Something that exists from one edition on, or until one (which has it no more)."""

    from_: str | None = Field(default=None, alias="from")
    until: str | None = None


class Body(Dated):
    """A body of several members; `seats` names the provision that says how many."""

    title: str
    seats: str | None = None


class Office(Dated):
    """An office with one holder."""

    title: str


class Matter(Dated):
    """A listed subject that decides a majority or a form."""

    title: str
    note: str = ""


class Text(_Strict):
    """A text or copy of the constitution that provisions rest on."""

    title: str
    wording: YesOrNo = Field(default=True, description="Has it the words themselves, or only reports on them?")


class SharedQuestion(_Strict):
    """A question of interpretation that several provisions share; `default` names its default reading."""

    asks: str
    default: str
    readings: dict[str, str] = Field(
        default={}, description="Readings that no provision states, with their sources; taken only when asked for"
    )


class CertainYears(_Strict):
    """The first and the last year (both included) of which a calendar's days of rest are certain."""

    from_: int = Field(alias="from")
    until: int
    source: str


class RestCalendar(_Strict):
    """Days of rest: a calendar of the package `holidays`, by its letters there, and how far it can be relied on."""

    calendar: str
    certain: CertainYears


class Constitution(_Strict):
    """A constitution as a whole."""

    constitution: str
    title: str
    zone: str
    editions: tuple[Edition, ...] = Field(min_length=1)
    last_day: LastDay | None = Field(default=None, description="Of a constitution that is no longer in force")
    bodies: dict[str, Body] = {}
    offices: dict[str, Office] = {}
    groups: dict[str, Office] = {}
    texts: dict[str, Text] = {}
    questions: dict[str, SharedQuestion] = {}
    rest_days: RestCalendar | None = Field(default=None, description="For the question `rest_days`")
    matters: dict[str, Matter] = {}
    amendment: Amendment | None = Field(default=None, description="How the text is amended, for drafts of amendments")

    @model_validator(mode="after")
    def _in_order(self) -> Constitution:
        windows = [each.first_day for each in self.editions] + ([self.last_day] if self.last_day else [])
        for before, after in pairwise(windows):
            if after.earliest <= before.latest:
                raise ValueError(
                    f"{after.earliest} does not come after {before.latest}; list the editions by their days"
                )
        return self

    @model_validator(mode="after")
    def _rest_days_are_asked_for(self) -> Constitution:
        asked = self.questions.get(REST_DAYS)
        if (self.rest_days is None) != (asked is None or NEXT_WORKING_DAY.name not in asked.readings):
            raise ValueError(
                f"`{REST_DAYS}:` and a question `{REST_DAYS}` with the reading `{NEXT_WORKING_DAY.name}` go together"
            )
        return self

    @property
    def rest(self) -> RestDays | None:
        """The days of rest, where the constitution names a calendar."""
        if self.rest_days is None:
            return None
        certain = self.rest_days.certain
        return RestDays(self.rest_days.calendar, certain.from_, certain.until)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the editions, oldest first."""
        return tuple(edition.edition for edition in self.editions)

    @property
    def first_day(self) -> int:
        """The day number from which the constitution is certainly in force."""
        return self.editions[0].first_day.latest.toordinal()

    def meeting(self, day: int) -> int:
        """The day itself, or the nearest on which it is in force: what is older meets the first edition."""
        in_force = max(day, self.first_day)
        return min(in_force, self.last_day.latest.toordinal()) if self.last_day else in_force

    def not_in_force(self, day: int) -> str:
        """What to say of a day on which no edition is in force."""
        first = self.editions[0].first_day.earliest
        if day < first.toordinal() or self.last_day is None:
            return f"{self.title} was not in force before {first.isoformat()}"
        return f"{self.title} was not in force after {self.last_day.latest.isoformat()}"

    def actors(self) -> dict[str, str]:
        """Everyone who may act, with a title to print."""
        return self._actors

    @cached_property
    def _actors(self) -> dict[str, str]:
        everyone: list[tuple[str, Body | Office]] = [*self.bodies.items(), *self.offices.items(), *self.groups.items()]
        return {name: actor.title for name, actor in everyone}

    def has(self, item: Dated, edition: str) -> bool:
        """Does an edition know a body, an office or a matter?"""
        order = self.names.index
        return (item.from_ is None or order(edition) >= order(item.from_)) and (
            item.until is None or order(edition) < order(item.until)
        )

    def edition_on(self, day: int, *, doubtful_already: frozenset[str] = frozenset()) -> str | None:
        """The edition in force on a day number; None before the first, and after the last day of the constitution.

        A day inside the window of a first day counts to the earlier edition, unless the later one is
        among `doubtful_already` (the reading that it was in force from its earliest day).
        """
        found = None
        if self.last_day is not None and day > self.last_day.latest.toordinal():
            return None
        for edition in self.editions:
            first = edition.first_day.latest
            if edition.edition in doubtful_already:
                first = edition.first_day.earliest
            if day >= first.toordinal():
                found = edition.edition
        return found

    def doubtful(self, days: set[int]) -> list[Edition]:
        """The editions of which it is doubtful whether they were in force on one of the days."""
        windows = [(edition, edition.window) for edition in self.editions]
        return [edition for edition, window in windows if any(day in window for day in days)]


def matter_list(matter: str) -> str:
    """The list that a matter stands in: `1.I` for `1.I.3`, `1.III` for itself."""
    head, _, last = matter.rpartition(".")
    return head if last.isdigit() else matter


def add_list(facts: dict[str, Any]) -> None:
    """Put the list of a matter beside it, if there is a matter among the facts."""
    if MATTER in facts:
        facts[f"{MATTER}.list"] = matter_list(str(facts[MATTER]))
