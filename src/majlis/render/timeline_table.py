"""A timeline as flat rows, for tables and data frames, and as CSV."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

from majlis.questions.timed import BROKEN, State
from majlis.render.clean_text import clean
from majlis.render.words import listed

if TYPE_CHECKING:
    from majlis.questions.timed import Further, Limit, OtherDate, TimedStep, Timeline

Cell = str | int | bool | None

COLUMNS: dict[str, type] = {
    "procedure": str,
    "title": str,
    "step": str,
    "name": str,
    "act": str,
    "actors": str,
    "provision": str,
    "edition": str,
    "kind": str,
    "state": str,
    "standing": str,
    "period": str,
    "start": str,
    "begun": date,
    "earliest": date,
    "latest": date,
    "time": str,
    "ends": str,
    "done": date,
    "late_by": int,
    "days": int,
    "not_before": date,
    "not_after": date,
    "applies": str,
    "counting": str,
    "convention": str,
    "doubt": str,
    "tentative": bool,
    "other_dates": str,
}
"""The columns of a row with what they hold; dates are written in ISO form.

`time` is local, and `ends` the same minute in UTC (`2009-10-25T00:30Z`), where a period in hours ends at a known time.
`doubt` is what is doubted of the wording.
"""

FURTHER = "under another reading"
"""The kind of a row for a period that does not hold now, and would under a reading that was not taken."""

# What spreadsheets take for the beginning of a formula, in wide letters, too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001 - these are meant


def rows(found: Timeline) -> list[dict[str, Cell]]:
    """A row for each period, and one for each step without any: all have the same keys, those of COLUMNS.

    A period that would hold only under another reading has a row of the kind FURTHER, after those of its step. It has
    no state and no days of its own, so that nobody takes them for days that bind: they are in `other_dates` alone.

    `state`, `earliest`, `latest` and `late_by` are those of the period, or of the step where it has none. What stands
    from `not_before` on but for the counts belongs to the step. None is what is not known or not there.
    """
    told = []
    for step in found.steps:
        periods = [_limit(step, limit) | {"late_by": _late_by(step, limit)} for limit in step.limits or (None,)]
        for cells in (*periods, *map(_further, step.further)):
            row = {"procedure": found.procedure, "title": found.title, **_step(step), **cells}
            told.append({column: row.get(column) for column in COLUMNS})
    return told


def _late_by(step: TimedStep, limit: Limit | None) -> int | None:
    """By how many days a period was not kept (below 0 where the act came too early), or the step that has none."""
    if limit is None:
        return step.late_by
    if limit.state not in BROKEN or limit.days is None:
        return None
    return -limit.days if limit.state is State.PREMATURE else limit.days


def csv_text(found: Timeline) -> str:
    r"""The rows as CSV (RFC 4180) with a header; lines end with \n alone, so that text files on any system fit.

    Text that a spreadsheet would take for a formula has an apostrophe before it. `tentative` is yes or no; what is
    not known is empty.
    """
    told = StringIO()
    writer = csv.writer(told, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in row.values()] for row in rows(found))
    return told.getvalue()


def _step(step: TimedStep) -> dict[str, Cell]:
    return {
        "step": step.step,
        "name": step.name,
        "act": step.act or listed(step.acts, "or"),
        "actors": "; ".join(step.actors),
        "standing": step.standing.value,
        "done": step.done,
        "not_before": step.not_before,
        "not_after": step.not_after,
        "tentative": step.tentative,
    }


def _limit(step: TimedStep, limit: Limit | None) -> dict[str, Cell]:
    if limit is None:
        return {
            "edition": step.edition,
            "state": step.state.value,
            "earliest": step.earliest,
            "latest": step.latest,
        }
    return {
        "provision": limit.provision,
        "edition": limit.edition,
        "kind": limit.kind,
        "state": limit.state.value,
        "period": limit.period,
        "start": limit.start,
        "begun": limit.begun,
        "earliest": limit.earliest,
        "latest": limit.latest,
        "time": limit.time,
        "ends": limit.ends,
        "days": limit.days,
        "applies": limit.applies or None,
        "counting": limit.counting,
        "convention": limit.convention,
        "doubt": limit.doubt or None,
        "other_dates": "; ".join(map(_other, limit.others)) or None,
    }


def _further(further: Further) -> dict[str, Cell]:
    return {
        "provision": further.provision,
        "kind": FURTHER,
        "period": further.other.period or None,
        "other_dates": _other(further.other),
        "tentative": True,
    }


def _other(other: OtherDate) -> str:
    """What a period comes to under another reading: the question and its reading, with the days."""
    return f"{other.question}={other.reading}: {_days(other)}"


def _days(other: OtherDate) -> str:
    if other.earliest and other.latest and other.earliest != other.latest:
        return f"{other.earliest} to {other.latest}"
    if other.latest:
        return other.latest
    if other.state is None:
        return "does not apply"
    return f"from {other.earliest}" if other.earliest else other.period or "not known"


def _cell(value: Cell) -> str | int:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return "" if value is None else value
    text = clean(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
