"""Editions of a constitution: the state of its text between two amendments."""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads the annotation at run time

from pydantic import BaseModel, ConfigDict, model_validator


class FirstDay(BaseModel):
    """The first day of an edition: a window where the sources leave it open (days, both ends included)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    earliest: date
    latest: date
    source: str

    @model_validator(mode="after")
    def _in_order(self) -> FirstDay:
        if self.latest < self.earliest:
            raise ValueError(f"the window from {self.earliest} to {self.latest} is backwards")
        return self


class LastDay(FirstDay):
    """The last day of a constitution that another one has replaced, with the same window."""


class Edition(BaseModel):
    """One edition with its name (the year of the amendment) and its first day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    edition: str
    title: str
    first_day: FirstDay

    @property
    def window(self) -> range:
        """The day numbers on which it is doubtful whether this edition was already in force."""
        return range(self.first_day.earliest.toordinal(), self.first_day.latest.toordinal())
