"""A scenario: the facts and acts of one case, and what its author expects of it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from majlis.documents.validated import Whole  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.scenario.blocs import ChamberPart  # noqa: TC001 - as above
from majlis.scenario.sittings import Sittings  # noqa: TC001 - as above
from majlis.scenario.values import Day, DayOrUnknown, Time  # noqa: TC001 - as above


class Act(BaseModel):
    """Something that somebody did. Its own fields follow from the vocabulary of the constitution."""

    model_config = ConfigDict(extra="allow", frozen=True)

    act: str
    date: DayOrUnknown = Field(description="The day of the act, or `unknown`")
    time: Time | None = Field(default=None, description="Local time of the act, where it matters")
    step: str | None = Field(default=None, description="The step it belongs to, where that is not plain")
    note: str = ""
    source: str = ""


class Expect(BaseModel):
    """What the verdict on a scenario must say; only what is given is compared."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outcome: str | None = None
    holder: str | None = None
    status: Literal["concluded", "pending", "undetermined"] | None = None
    awaits: str | None = None
    silence: str | None = Field(default=None, description="The step at which the text is silent")
    crossed: tuple[str, ...] | None = Field(default=None, description="Steps whose silence the record went past")
    breached: tuple[str, ...] | None = Field(default=None, description="All findings that are breached")
    findings: dict[str, str] = {}
    depends_on: tuple[str, ...] | None = Field(default=None, description="All questions that turn the verdict")
    missing: tuple[str, ...] | None = Field(default=None, description="Facts that would have to be known")
    exit: Whole | None = None


class Scenario(BaseModel):
    """A case. Acts are closed (what is not listed by `as_of` did not happen), facts are open."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    procedure: str = Field(description="The procedure, as CONSTITUTION/PROCEDURE")
    title: str = ""
    as_of: Day | None = Field(default=None, description="The day of judgement; by default that of the last act")
    edition: str | None = Field(default=None, description="Pins one edition, for what-if")
    given: dict[str, Any] = {}
    sittings: dict[str, Sittings] = Field(default={}, description="The days on which each body sat")
    chamber: ChamberPart | None = Field(default=None, description="Blocs and seats; they decide nothing")
    readings: tuple[str, ...] = ()
    source: str = ""
    note: str = ""
    acts: tuple[Act, ...] = ()
    expect: Expect | None = None
