"""The mutants of a rule file: of each norm in every wording, of what editions change and of what readings set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.mutants.making import Place, moved
from benchmarks.mutants.mutant import Edit
from benchmarks.mutants.reading_mutants import reading_mutants

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.mutants.mutant import Mutant

    from majlis.documents.document import Document, Key

DECIDING = frozenset((
    "applies", "not_known", "of", "at_least", "more_than", "after", "before", "within", "on", "by", "by_day", "wait",
    "exactly", "counting", "sitting", "cutoff", "actors", "requires", "line", "seats",
))  # fmt: skip
"""The keys of a norm that decide something; the others tell of it."""
_LENGTHS = ("within", "wait", "exactly")
_DAYS = ("on", "by")
_BOUNDS = {"at_least": "more_than", "more_than": "at_least"}


def rule_mutants(document: Document, file: str, editions: Sequence[str], actors: Sequence[str]) -> Iterator[Mutant]:
    """Every mutant of the norms of one article."""
    provisions: Any = document.data["provisions"]
    for number, raw in enumerate(provisions):
        root: Key = ("provisions", number)
        yield from _norm(Place(document, file, raw["cite"], root), raw, editions, actors)


def _norm(place: Place, raw: Mapping[str, Any], editions: Sequence[str], actors: Sequence[str]) -> Iterator[Mutant]:
    yield from _wording(place, place.root, raw, actors)
    yield from dated(place, place.root, raw, editions)
    overrides = raw.get("editions", {})
    for edition, changes in overrides.items():
        path: Key = (*place.root, "editions", edition)
        yield from _wording(place, path, changes, actors)
        if DECIDING & changes.keys():
            yield place.left_out("edition", path, {key: changes[key] for key in changes if key in DECIDING})
            later = moved(edition, editions)
            if later and later not in overrides and later != editions[0]:
                edits = [Edit(path, None), Edit((*place.root, "editions", later), changes)]
                yield place.make("edition", path, edition, later, edits)
    for path, found in reading_mutants(place, raw.get("readings", {}), DECIDING, editions):
        yield from _wording(place, path, found, actors) if isinstance(found, dict) else (found,)


def dated(place: Place, path: Key, raw: Mapping[str, Any], editions: Sequence[str]) -> Iterator[Mutant]:
    """`from:` and `until:` moved by an edition."""
    for key in ("from", "until"):
        if (edition := raw.get(key)) and (other := moved(edition, editions)):
            yield place.make("edition", (*path, key), edition, other)


def _wording(place: Place, path: Key, raw: Mapping[str, Any], actors: Sequence[str]) -> Iterator[Mutant]:
    """The changes of the keys that decide, in one wording."""
    for key in ("applies", "requires"):
        if text := raw.get(key):
            yield from place.expression((*path, key), text)
    if raw.get("applies"):
        yield place.make("guard", (*path, "applies"), raw["applies"], "")
    yield from _majorities(place, path, raw)
    yield from _periods(place, path, raw)
    yield from _lists(place, path, raw, actors)
    if "seats" in raw:
        yield from place.whole_number((*path, "seats"), raw["seats"])
    if raw.get("not_known"):
        yield place.make("guard", (*path, "not_known"), "a wording that is not known", "")


def _majorities(place: Place, path: Key, raw: Mapping[str, Any]) -> Iterator[Mutant]:
    for bound, other in _BOUNDS.items():
        stated = raw.get(bound)
        if not stated:
            continue
        edits = [Edit((*path, bound), []), Edit((*path, other), stated)]
        yield place.make("bound", (*path, bound), bound, other, edits)
        if isinstance(stated, list):
            yield from place.one_less("majority", (*path, bound), stated)
            for number, each in enumerate(stated):
                yield from _majority(place, (*path, bound, number), each)
        else:
            yield from _majority(place, (*path, bound), stated)


def _majority(place: Place, path: Key, stated: Any) -> Iterator[Mutant]:
    if isinstance(stated, str):
        yield from place.whole_number(path, stated)
        return
    if "votes" in stated:
        yield from place.whole_number((*path, "votes"), stated["votes"])
    if "share" in stated:
        yield from place.share((*path, "share"), stated["share"])
    if "when" in stated:
        yield from place.expression((*path, "when"), stated["when"])
        yield place.left_out("guard", (*path, "when"), stated["when"])


def _periods(place: Place, path: Key, raw: Mapping[str, Any]) -> Iterator[Mutant]:
    for key in _LENGTHS:
        if raw.get(key):
            yield from place.length((*path, key), raw[key])
    for key in _DAYS:
        if raw.get(key):
            yield from place.numbers_within((*path, key), raw[key])
    if "counting" in raw:
        other = {"day_after": "same_day", "same_day": "day_after"}[raw["counting"]]
        yield place.make("counting", (*path, "counting"), raw["counting"], other)
    if isinstance(raw.get("sitting"), list):
        yield from place.one_less("counting", (*path, "sitting"), raw["sitting"])
    if "cutoff" in raw:
        yield place.make("flag", (*path, "cutoff"), raw["cutoff"], flipped(raw["cutoff"]))


def flipped(text: str) -> str:
    """The opposite of a yes or no."""
    return "no" if text.lower() in ("yes", "true") else "yes"


def _lists(place: Place, path: Key, raw: Mapping[str, Any], actors: Sequence[str]) -> Iterator[Mutant]:
    if named := raw.get("actors"):
        yield from place.one_less("actor", (*path, "actors"), named)
        if len(named) == 1:
            yield place.make("actor", (*path, "actors"), named, [next(each for each in actors if each not in named)])
    if line := raw.get("line"):
        yield from place.one_less("line", (*path, "line"), line)
        for at in range(len(line) - 1):
            swapped = [*line[:at], line[at + 1], line[at], *line[at + 2 :]]
            yield place.make("line", (*path, "line"), line, swapped)
