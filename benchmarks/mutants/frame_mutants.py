"""The mutants of the file of a constitution: the days of its editions, and from when to when a matter is listed.

From when to when there is an office is only told; who holds it and who acts follows from norms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.mutants.expressions import days_beside
from benchmarks.mutants.making import Place
from benchmarks.mutants.rule_mutants import dated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.mutants.mutant import Mutant

    from majlis.documents.document import Document, Key


def frame_mutants(document: Document, file: str) -> Iterator[Mutant]:
    """Every mutant of the frame of a constitution."""
    data: Any = document.data
    editions = [each["edition"] for each in data["editions"]]
    for number, edition in enumerate(data["editions"]):
        path: Key = ("editions", number, "first_day")
        yield from _window(Place(document, file, edition["edition"], ("editions", number)), path, edition["first_day"])
    if "last_day" in data:
        yield from _window(Place(document, file, "last_day", ("last_day",)), ("last_day",), data["last_day"])
    for name, item in data.get("matters", {}).items():
        place = Place(document, file, name, ("matters", name))
        yield from dated(place, place.root, item, editions)


def _window(place: Place, path: Key, raw: dict[str, Any]) -> Iterator[Mutant]:
    for key in ("earliest", "latest"):
        for day in days_beside(raw[key]):
            yield place.make("edition", (*path, key), raw[key], day)
