"""Where the content lies: beside the package in a wheel, at the top of a checkout otherwise."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from majlis.errors import InputError

VARIABLE = "MAJLIS_CONTENT"
CHAMBERS = "chambers"
"""The folder, beside those of the cases, that has the compositions of a constitution's bodies."""


@cache
def content() -> Path:
    """The folder that has `rules`, `procedures` and `scenarios`. Raises InputError if there is none."""
    package = Path(__file__).resolve().parent.parent
    chosen = os.environ.get(VARIABLE)
    for folder in [Path(chosen)] if chosen else [package, package.parent.parent]:
        if (folder / "rules").is_dir() and (folder / "procedures").is_dir():
            return folder
    raise InputError(
        f"no folder with rules and procedures at {chosen or package}",
        remedy=f"Reinstall majlis, or set {VARIABLE} to a folder that has both",
    )


def case_files() -> list[Path]:
    """The files of all example cases, in order; chambers lie beside them and are none."""
    return [path for path in _scenarios() if path.parent.name != CHAMBERS]


def chamber_files() -> list[Path]:
    """The files of all chambers, in order."""
    return [path for path in _scenarios() if path.parent.name == CHAMBERS]


def _scenarios() -> list[Path]:
    return sorted((content() / "scenarios").rglob("*.yaml"))
