"""The mutants of readings, at norms and at steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from benchmarks.mutants.making import moved
from benchmarks.mutants.mutant import Edit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from benchmarks.mutants.making import Place
    from benchmarks.mutants.mutant import Mutant

    from majlis.documents.document import Key

Found: TypeAlias = "Iterator[tuple[Key, dict[str, Any] | Mutant]]"


def reading_mutants(
    place: Place, readings: Mapping[str, Any], deciding: Collection[str] | None, editions: Sequence[str]
) -> Found:
    """Each mutant of the readings of a place, and the wording of each reading, still to be changed, with its path.

    `deciding` names the keys that decide; None where all do.
    """
    for name, question in readings.items():
        root: Key = (*place.root, "readings", name)
        options = {key: each for key, each in question.items() if isinstance(each, dict)}
        yield from ((path, each) for path, each in _default(place, root, options))
        for reading, option in options.items():
            path: Key = (*root, reading)
            if option.get("set"):
                yield (*path, "set"), option["set"]
                if deciding is None or set(deciding) & option["set"].keys():
                    yield path, place.left_out("reading", (*path, "set"), option["set"])
            yield from ((path, each) for each in _dated(place, path, option, editions))


def _default(place: Place, root: Key, options: Mapping[str, Any]) -> Iterator[tuple[Key, Mutant]]:
    """Another reading as the default: in place of the one that is marked so, or of the norm's own wording."""
    chosen = [name for name, option in options.items() if option.get("default", "no").lower() in ("true", "yes")]
    others = [name for name in options if name not in chosen]
    if not others:
        return
    edits = [Edit((*root, name, "default"), "no") for name in chosen]
    edits.append(Edit((*root, others[0], "default"), "yes"))
    before = chosen[0] if chosen else "its own wording"
    yield root, place.make("reading", root, f"default {before}", f"default {others[0]}", edits)


def _dated(place: Place, path: Key, option: Mapping[str, Any], editions: Sequence[str]) -> Iterator[Mutant]:
    for key in ("from", "until"):
        if (edition := option.get(key)) and (other := moved(edition, editions)):
            yield place.make("edition", (*path, key), edition, other)
    if option.get("but_not"):
        yield place.left_out("edition", (*path, "but_not"), option["but_not"])
