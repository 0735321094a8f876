"""What the library returns for a timeline: the plain answer, which notebooks show and data frames take."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from majlis.notebook.frames import frame
from majlis.questions import planner, timed
from majlis.questions.timeline import timeline as _timeline
from majlis.render.timeline_table import COLUMNS, csv_text, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from majlis.questions.plan import Done
    from majlis.scenario.case import Case
    from majlis.scenario.model import Scenario

_FIELDS = tuple(each.name for each in fields(timed.Timeline))


class ShownTimeline(timed.Timeline):
    """A timeline that shows itself in notebooks and turns into tables, files and pictures.

    It has all that the plain one has, and is equal to it where all its fields are.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, timed.Timeline):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _FIELDS)

    __hash__ = None  # type: ignore[assignment] # the plain one has no hash either: what was given is a mapping

    def _repr_html_(self) -> str:
        """The picture and the table, for a notebook."""
        from majlis.render.timeline_html import timeline_html  # noqa: PLC0415 - loaded when it is shown

        return timeline_html(self)

    def to_frame(self, library: str | None = None) -> Any:
        """The rows as a data frame of pandas or of polars: the one that is installed, pandas where both are.

        There is a row for each period, and one for each step without any. Dates are dates, numbers are whole
        numbers, and what is not known is missing. Raises InputError where the library is not installed or another.
        """
        return frame(rows(self), COLUMNS, library)

    def to_csv(self) -> str:
        r"""The rows as CSV with a header; lines end with \n, text in formulas is made harmless."""
        return csv_text(self)

    def to_ics(self, name: str = "", *, stamp: datetime | None = None) -> bytes:
        """A calendar file (RFC 5545), to be written as it is.

        Give every case a `name` of its own: with the same name, a later export updates the events of an earlier
        one. `stamp` is the time of the export, by default now. Raises InputError where icalendar is missing.
        """
        from majlis.render.calendar_file import calendar_file  # noqa: PLC0415 - loaded when it is made

        return calendar_file(self, stamp or datetime.now(UTC), name=name)

    def to_svg(self) -> str:
        """The picture as an SVG document."""
        from majlis.render.timeline_svg import timeline_svg  # noqa: PLC0415 - loaded when it is drawn

        return timeline_svg(self)


def timeline(  # noqa: PLR0913 - those of the question, each by its name
    subject: str | Case | Scenario,
    *,
    begins: date | str | None = None,
    done: Mapping[str, Done] | None = None,
    given: Mapping[str, Any] | None = None,
    matter: str | None = None,
    edition: str | None = None,
    readings: Iterable[str] = (),
    as_of: date | str | None = None,
    engine: str | None = None,
) -> ShownTimeline:
    """The timeline of a case, or of a procedure that begins on a day, which shows itself in notebooks.

    For a procedure (`constitution/name`), `begins` is the day on which it begins, and `done` has the days of steps
    that are done, by step or act; days are dates, ISO dates, `unknown`, or for periods in hours `2009-05-20T14:30`.
    `given` are facts, `readings` those that are chosen, `as_of` is the day of judgement. Raises InputError for input
    that cannot be used.
    """
    return shown(
        _timeline(
            subject, begins=begins, done=done, given=given, matter=matter, edition=edition, readings=readings,
            as_of=as_of, engine=engine,
        )
    )  # fmt: skip


class Planner(planner.Planner):
    """Draws the plans of one procedure, quickly for many days; each shows itself."""

    def timeline(self, begins: date) -> ShownTimeline:
        """The plan that begins on a day: the same as `timeline(name, begins=...)`. Raises InputError."""
        return shown(super().timeline(begins))


def shown(found: timed.Timeline) -> ShownTimeline:
    """The same timeline, which shows itself."""
    return ShownTimeline(*(getattr(found, name) for name in _FIELDS))
