"""Faults of the content: each with its place and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.law.library import shown

if TYPE_CHECKING:
    from majlis.errors import Where


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where (file, line and key), and what mends it."""

    what: str
    where: str
    remedy: str

    def __str__(self) -> str:
        """The whole fault on one line."""
        return InputError(f"{self.where}: {self.what}", remedy=self.remedy).message()


def fault(what: str, where: Where, remedy: str) -> Fault:
    """A fault at a place, with the path of the file from the folder that holds the content."""
    here = replace(where, file=shown(Path(where.file))) if where.file else where
    return Fault(what, str(here), remedy)
