"""Scenarios that were found, as files that `majlis decide` takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError, Where
from majlis.scenario.as_file import as_file
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LONGEST = 64  # characters of a file's name


def ready(folder: Path) -> None:
    """Make a folder, before long work whose results go there. Raises InputError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(folder, error) from None


def save_scenarios(folder: Path, found: Iterable[tuple[int, str, str, dict[str, Any]]]) -> dict[int, str]:
    """Write scenarios (place, name, title, plain data) into a folder; the path of each by its place.

    Raises InputError where the folder cannot be written, and rather than replace a file that says something else.
    """
    ready(folder)
    paths: dict[int, str] = {}
    try:
        for place, name, title, scenario in found:
            path = _free(folder, _plain(name), set(paths.values()))
            text = as_file(Scenario.model_validate({"title": title, **scenario}))
            if path.exists() and path.read_text(encoding="utf-8") != text:
                what = f"{path} is there already and says something else"
                raise InputError(what, where=Where("--save"), remedy="Choose an empty folder, or move the file away")
            path.write_text(text, encoding="utf-8")
            paths[place] = str(path)
    except OSError as error:
        raise _cannot(folder, error) from None
    return paths


def _cannot(folder: Path, error: OSError) -> InputError:
    why = "it is no folder" if isinstance(error, FileExistsError | NotADirectoryError) else str(error.strerror).lower()
    return InputError(f"{folder} cannot be written: {why}", where=Where("--save"), remedy="Choose another folder")


def _plain(name: str) -> str:
    """A name that every file system takes."""
    return re.sub(r"[^A-Za-z0-9=-]+", "-", name).strip("-")[:LONGEST]


def _free(folder: Path, name: str, taken: set[str]) -> Path:
    """A file of that name, or with a number behind it if one of this run has it already."""
    number, path = 1, folder / f"{name}.yaml"
    while str(path) in taken:
        number += 1
        path = folder / f"{name}-{number}.yaml"
    return path
