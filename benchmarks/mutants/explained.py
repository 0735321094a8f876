"""Survivors that are explained: `explained.yaml` says why, and every entry must still explain something."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from majlis.documents.reader import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.mutants.mutant import Mutant

FILE = Path(__file__).with_name("explained.yaml")


@dataclass(frozen=True)
class Explanation:
    """Why some mutants survive; `equivalent` where no case at all could tell them from the law."""

    because: str
    equivalent: bool
    patterns: tuple[tuple[str, str], ...]
    ids: frozenset[str]
    line: int

    def covers(self, mutant: Mutant) -> bool:
        """Is the mutant one of those that are explained?"""
        if mutant.id in self.ids:
            return True
        told = {"file": mutant.file, "kind": mutant.kind, "subject": mutant.subject, "change": mutant.change}
        return bool(self.patterns) and all(fnmatchcase(told[key], shape) for key, shape in self.patterns)


def explanations(path: Path = FILE) -> list[Explanation]:
    """All explanations of a file."""
    document = read(path)
    entries: Any = document.data["survivors"]
    return [
        _explanation(entry, document.where(("survivors", number)).line or 0) for number, entry in enumerate(entries)
    ]


def _explanation(entry: Mapping[str, Any], line: int) -> Explanation:
    patterns = tuple((key, _glob(shape)) for key, shape in entry.get("those", {}).items())
    return Explanation(
        entry["because"], entry.get("equivalent", "no") == "yes", patterns, frozenset(entry.get("ids", ())), line
    )


def _glob(shape: str) -> str:
    """A pattern in which `*` stands for anything and brackets for themselves."""
    return shape.replace("[", "[[]")


def explained(mutant: Mutant, entries: Iterable[Explanation]) -> Explanation | None:
    """The first explanation of a mutant, if there is one."""
    return next((each for each in entries if each.covers(mutant)), None)


def stale(entries: Iterable[Explanation], survivors: Iterable[Mutant]) -> list[Explanation]:
    """The explanations that explain no survivor any more."""
    left = list(survivors)
    return [each for each in entries if not any(each.covers(mutant) for mutant in left)]
