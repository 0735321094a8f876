"""Where the content lies: beside the package in a wheel, at the top of a checkout otherwise, or where one says.

Content of several folders can be in use at once: what a function of this package reads is kept for each folder by
itself, and laws and procedures that were read go on to belong together wherever they are used.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

from majlis.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VARIABLE = "MAJLIS_CONTENT"
CHAMBERS = "chambers"
"""The folder, beside those of the cases, that has the compositions of a constitution's bodies."""

P = ParamSpec("P")
T = TypeVar("T")
_CHOSEN: ContextVar[Path | None] = ContextVar("content", default=None)


def content() -> Path:
    """The folder that has `rules`, `procedures` and `scenarios`. Raises InputError if there is none."""
    return _CHOSEN.get() or own_content()


@contextmanager
def content_at(folder: Path) -> Iterator[Path]:
    """Read the content of another folder for a while. Raises InputError where it has no rules and procedures."""
    if not _complete(folder):
        what = f"no folder with rules and procedures at {folder}"
        raise InputError(what, remedy="Name a folder that has both, `rules` and `procedures`")
    before = _CHOSEN.set(folder)
    try:
        yield folder
    finally:
        _CHOSEN.reset(before)


@cache
def own_content() -> Path:
    """The folder that is meant where no other one is chosen. Raises InputError if there is none."""
    package = Path(__file__).resolve().parent.parent
    chosen = os.environ.get(VARIABLE)
    for folder in [Path(chosen)] if chosen else [package, package.parent.parent]:
        if _complete(folder):
            return folder
    raise InputError(
        f"no folder with rules and procedures at {chosen or package}",
        remedy=f"Reinstall majlis, or set {VARIABLE} to a folder that has both",
    )


def _complete(folder: Path) -> bool:
    return (folder / "rules").is_dir() and (folder / "procedures").is_dir()


class KeptByFolder(Generic[P, T]):
    """A function of the content whose answers are kept, those about one folder apart from those about another."""

    def __init__(self, made: Callable[P, T]) -> None:
        self._made = made
        self._kept: dict[Path, dict[Any, T]] = {}
        update_wrapper(self, made)
        _EVERY.append(self)

    def __call__(self, *args: P.args, **named: P.kwargs) -> T:
        """What the function answers about the content in use."""
        kept = self._kept.setdefault(content(), {})
        key = (args, tuple(named.items())) if named else args
        if key not in kept:
            kept[key] = self._made(*args, **named)
        return kept[key]

    def cache_clear(self, folder: Path | None = None) -> None:
        """Forget the answers about one folder, or about all."""
        if folder is None:
            self._kept.clear()
        else:
            self._kept.pop(folder, None)


_EVERY: list[KeptByFolder[Any, Any]] = []


def forget(folder: Path | None = None) -> None:
    """Forget what was read from a folder, or all that was read: it may have changed."""
    if folder is None:
        own_content.cache_clear()
    for each in _EVERY:
        each.cache_clear(folder)


def case_files() -> list[Path]:
    """The files of all example cases, in order; chambers lie beside them and are none."""
    return [path for path in _scenarios() if path.parent.name != CHAMBERS]


def chamber_files() -> list[Path]:
    """The files of all chambers, in order."""
    return [path for path in _scenarios() if path.parent.name == CHAMBERS]


def _scenarios() -> list[Path]:
    return sorted((content() / "scenarios").rglob("*.yaml"))
