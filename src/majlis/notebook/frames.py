"""Rows as data frames of pandas or of polars, whichever is installed."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Cell = str | int | bool | None

LIBRARIES = ("pandas", "polars")
"""The libraries for data frames, the one that is taken first before the other."""


def frame(rows: Sequence[Mapping[str, Cell]], columns: Mapping[str, type], library: str | None = None) -> Any:
    """Rows as a data frame whose columns have these types: of the library named, or of the one that is installed.

    What is missing stays missing, dates (ISO in the rows) are dates. Raises InputError where the library is not
    installed or is another.
    """
    chosen = _library(library)
    cells = {name: [_typed(row[name], kind) for row in rows] for name, kind in columns.items()}
    return _FRAMES[chosen](import_module(chosen), cells, columns)


def _library(asked: str | None) -> str:
    """The library for a data frame. Raises InputError where it is not there."""
    if asked is not None and asked not in LIBRARIES:
        raise InputError(f"{asked[:40]!r} is no library for data frames here", remedy=remedy(asked, LIBRARIES))
    there = [each for each in ([asked] if asked else LIBRARIES) if find_spec(each)]
    if not there:
        several = f"{asked}, which is" if asked else f"{' or '.join(LIBRARIES)}, and neither is"
        wanted = asked or f"{LIBRARIES[0]}, or: pip install {LIBRARIES[1]}"
        raise InputError(f"a data frame needs {several} not installed", remedy=f"Install it with: pip install {wanted}")
    return there[0]


def _typed(value: Cell, kind: type) -> Any:
    return date.fromisoformat(value) if kind is date and isinstance(value, str) else value


def _pandas(pandas: Any, cells: dict[str, list[Any]], columns: Mapping[str, type]) -> Any:
    """Days are kept to the second, which reaches over all years of the calendar; missing values stay missing."""
    kinds = {str: "string", int: "Int64", bool: "boolean", date: "datetime64[s]"}
    return pandas.DataFrame({name: pandas.array(each, dtype=kinds[columns[name]]) for name, each in cells.items()})


def _polars(polars: Any, cells: dict[str, list[Any]], columns: Mapping[str, type]) -> Any:
    kinds = {str: polars.String, int: polars.Int64, bool: polars.Boolean, date: polars.Date}
    return polars.DataFrame(cells, schema={name: kinds[kind] for name, kind in columns.items()})


_FRAMES = {"pandas": _pandas, "polars": _polars}
