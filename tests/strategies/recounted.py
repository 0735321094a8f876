"""Periods counted a second time: the keys straight from the rule files, the calendar by dateutil.

Nothing of majlis is used here, so that a mistake there cannot hide here.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from dateutil.relativedelta import SU, relativedelta

_RULES = Path(__file__).parents[2] / "rules"
_MONTHS = dict(zip(("October", "March", "February"), (10, 3, 2), strict=True))
_DAY = timedelta(days=1)
ENDS, OPENS, BOTH = ("within", "by", "by_day"), ("wait",), ("on", "exactly")


@cache
def editions(constitution: str) -> tuple[str, ...]:
    frame = yaml.safe_load((_RULES / constitution / "constitution.yaml").read_text("utf-8"))
    return tuple(each["edition"] for each in frame["editions"])


@cache
def _zone(constitution: str) -> ZoneInfo:
    return ZoneInfo(yaml.safe_load((_RULES / constitution / "constitution.yaml").read_text("utf-8"))["zone"])


@cache
def _entries(constitution: str) -> dict[str, dict[str, Any]]:
    files = [yaml.safe_load(path.read_text("utf-8")) for path in (_RULES / constitution).glob("*.yaml")]
    return {str(entry["cite"]): entry for file in files for entry in file.get("provisions", ()) if "article" in file}


@cache
def provision(constitution: str, cite: str, edition: str) -> dict[str, Any] | None:
    """The keys of a provision in an edition under the readings that stand by default; None where it is not there."""
    order, entry = editions(constitution), _entries(constitution)[cite]
    place = order.index(edition)
    if place < order.index(entry.get("from", order[0])) or entry.get("until") in order[: place + 1]:
        return None
    changes = [each for name, each in entry.get("editions", {}).items() if order.index(name) <= place]
    return {key: value for part in (entry, *changes) for key, value in part.items()}


def window(constitution: str, cite: str, edition: str, begun: date) -> tuple[date | None, date | None]:
    """The first and the last day of a period that began on a day, by the keys of its provision."""
    keys = provision(constitution, cite, edition)
    assert keys is not None, f"{cite} is not in the edition of {edition}"
    (key,) = [each for each in (*ENDS, *OPENS, *BOTH) if keys.get(each)]
    if keys.get("before"):
        return None, _before(begun, keys["wait"])
    due = _due(keys[key], begun, _zone(constitution), counted=keys.get("counting") == "same_day")
    if key in ENDS:
        return begun, due
    return due, (due if key in BOTH else None)


def _due(text: str, begun: date, zone: ZoneInfo, *, counted: bool) -> date:
    found = re.fullmatch(r"(\d+) (hour|day|week|month|year)s?", text)
    if not found:
        return _fixed(text, begun)
    if found[2] == "hour":  # at an unknown time of the day: the last that it can be
        last = datetime.combine(begun, time(23, 59), zone).timestamp() + int(found[1]) * 3600
        return datetime.fromtimestamp(last, zone).date()
    end = begun + relativedelta(**{f"{found[2]}s": int(found[1])})
    return end - _DAY if counted else end


def _before(day: date, text: str) -> date:
    """The last day from which a period in days, not counting its first, still ends by a day."""
    days = re.fullmatch(r"(\d+) days", text)
    assert days, text
    return day - int(days[1]) * _DAY


def _fixed(text: str, begun: date) -> date:
    if text == "same day":
        return begun
    if text == "second Sunday":
        return begun + _DAY + relativedelta(weekday=SU(2))
    if found := re.fullmatch(r"first Sunday of November, (\d) years on", text):
        return date(begun.year + int(found[1]), 11, 1) + relativedelta(weekday=SU(1))
    if found := re.fullmatch(r"first Sunday of November, after (\d) years", text):
        passed = begun + relativedelta(years=int(found[1]))
        sundays = [date(year, 11, 1) + relativedelta(weekday=SU(1)) for year in (passed.year, passed.year + 1)]
        return next(day for day in sundays if day >= passed)
    named = text.removeprefix("the day before ")
    days = [(int(day), _MONTHS[month]) for day, month in (each.split() for each in named.split(" or "))]
    coming = min(
        found
        for year in (begun.year, begun.year + 1)
        for day, month in days
        if (found := date(year, month, day)) > begun
    )
    return coming - _DAY if named != text else coming
