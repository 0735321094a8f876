"""How the scalars of a case are read: days, times, figures. Strict, so that nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

UNKNOWN = "unknown"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_CHANCE = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?%?|[0-9]{1,15}/[0-9]{1,15}")


def _fault(message: str, raw: Any) -> PydanticCustomError:
    shown = repr(raw) if len(repr(raw)) < 60 else repr(raw)[:57] + "..."
    return PydanticCustomError("value_error", "{shown} {message}", {"shown": shown, "message": message})


def _day(raw: Any) -> Any:
    if isinstance(raw, dt.datetime):
        raise _fault("is a moment; give date and time apart", raw)
    if isinstance(raw, dt.date):
        return raw
    if not isinstance(raw, str) or not _ISO.fullmatch(raw):
        raise _fault("is no date; write it as 2009-05-20", raw)
    try:
        return dt.date.fromisoformat(raw)
    except ValueError:
        raise _fault("is no day of the calendar", raw) from None


def _day_or_unknown(raw: Any) -> Any:
    return None if raw is None or raw == UNKNOWN else _day(raw)


def _time(raw: Any) -> Any:
    if isinstance(raw, dt.time):
        return raw.strftime("%H:%M")
    if not isinstance(raw, str) or not _TIME.fullmatch(raw):
        raise _fault("is no time of day; write it as 14:30", raw)
    return raw


def _exactly(raw: Any) -> Fraction | None:
    """A number as it is written or printed; a float of Python is the number that it prints as."""
    if isinstance(raw, Fraction):
        return raw
    text = str(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal | str) or not _CHANCE.fullmatch(text):
        return None
    try:
        return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ZeroDivisionError:
        return None


def _chance(raw: Any) -> Fraction:
    found = _exactly(raw)
    if found is None and str(raw).startswith("-") and _exactly(str(raw)[1:]):
        raise _fault("lies outside 0 to 1; that is no chance", raw)
    if found is None:
        raise _fault("is no chance; write it as 0.9, 9/10 or 90%", raw)
    if not 0 <= found <= 1:
        raise _fault("lies outside 0 to 1; that is no chance", raw)
    return found


_DAY_SCHEMA: dict[str, Any] = {"type": "string", "format": "date"}
Day = Annotated[dt.date, BeforeValidator(_day), WithJsonSchema(_DAY_SCHEMA)]
DayOrUnknown = Annotated[
    dt.date | None,
    BeforeValidator(_day_or_unknown),
    PlainSerializer(lambda day: UNKNOWN if day is None else day.isoformat()),
    WithJsonSchema({"anyOf": [_DAY_SCHEMA, {"const": UNKNOWN}]}),
]
Time = Annotated[str, BeforeValidator(_time), WithJsonSchema({"type": "string", "pattern": _TIME.pattern})]
Chance = Annotated[
    Fraction,
    PlainValidator(_chance),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": r"^([0-9]+(\.[0-9]+)?%?|[0-9]+/[0-9]+)$"},
            ]
        }
    ),
]
"""A chance, read exactly: `0.9`, `9/10` and `90%` are the same fraction."""
