"""The content of a process with one file changed, without writing to any file."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from benchmarks.mutants.mutant import edited

from majlis.documents import reader
from majlis.law import library as laws
from majlis.law.places import content
from majlis.procedure import library as procedures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.mutants.mutant import Mutant

    from majlis.documents.document import Document

# What hangs on no file that is ever changed: the parsing of expressions, days, and which files there are.
_LASTING = frozenset(("content", "law", "constitutions", "procedures", "parse"))
_ACTS = "act_model"  # dear to make, and changed by the seats and the frame alone
_SEATS = "seats"


@cache
def original(path: Path) -> Document:
    """A content file as it is."""
    return reader.read(path)


class _Overlay:
    """Reads each file once, and one file as it was changed."""

    def __init__(self) -> None:
        self.changed: dict[Path, Document] = {}

    def __call__(self, path: Path) -> Document:
        return self.changed.get(path) or original(path)


_overlay = _Overlay()


@contextmanager
def readable_in_place() -> Iterator[None]:
    """Let the libraries of laws and procedures read through the overlay, in this process and those it forks."""
    for module in (laws, procedures):
        vars(module)["read"] = _overlay
    try:
        yield
    finally:
        for module in (laws, procedures):
            vars(module)["read"] = reader.read


@contextmanager
def mutated(mutant: Mutant) -> Iterator[None]:
    """The content with a mutant in it, once it is readable in place. Raises InputError where it cannot be read."""
    path = content() / mutant.file
    seats = mutant.subject == _SEATS or mutant.place.endswith(_SEATS) or path.stem == "constitution"
    _overlay.changed[path] = edited(original(path), mutant.edits)
    try:
        _forget(path, with_acts=seats)
        if path.parent.parent.name == "rules" and path.stem != "constitution":
            laws.law(path.parent.name).article(path.stem)
        yield
    finally:
        _overlay.changed.clear()
        _forget(path, with_acts=seats)


def _forget(path: Path, *, with_acts: bool) -> None:
    """Forget what was made of a file."""
    for name, function in _caches():
        if name not in _LASTING and (with_acts or name != _ACTS):
            function.cache_clear()
    its: Any = laws.law(path.parent.name)
    if path.stem == "constitution":
        vars(its).pop("constitution", None)
        vars(its)["_articles"].clear()
    else:
        vars(its)["_articles"].pop(path.stem, None)


@cache
def _found(_modules: int) -> tuple[tuple[str, Any], ...]:
    found = {}
    for name, module in list(sys.modules.items()):
        if name.startswith("majlis."):
            for key, value in vars(module).items():
                if hasattr(value, "cache_clear") and not isinstance(value, type):
                    found[id(value)] = (key, value)
    return tuple(found.values())


def _caches() -> tuple[tuple[str, Any], ...]:
    """Every function of the package that remembers its answers."""
    return _found(len(sys.modules))
