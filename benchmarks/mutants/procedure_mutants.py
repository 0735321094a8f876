"""The mutants of a procedure file: of its edges, of the norms that govern its steps and of its readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.mutants.making import GONE, Place
from benchmarks.mutants.mutant import Edit
from benchmarks.mutants.reading_mutants import reading_mutants
from benchmarks.mutants.rule_mutants import flipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.mutants.mutant import Mutant

    from majlis.documents.document import Document, Key

_TARGETS = ("done", "passed", "failed", "ungoverned", "late", "missed", "exhausted")
_PAIRS = (("passed", "failed"), ("late", "missed"))
_GOES_ON = "goes on"


def procedure_mutants(
    document: Document, file: str, editions: Sequence[str], steps: Sequence[str], outcomes: Sequence[str]
) -> Iterator[Mutant]:
    """Every mutant of one procedure file; steps and outcomes are all those that the procedure has."""
    data: Any = document.data
    edges = _Edges(list(steps), list(outcomes))
    for name, value in data.get("with", {}).items():
        if value.lower() in ("yes", "no", "true", "false"):
            yield Place(document, file, name, ("with",)).make("flag", ("with", name), value, flipped(value))
    for number, raw in enumerate(data.get("alongside", ())):
        place = Place(document, file, raw["step"], ("alongside", number))
        yield from _norms(place, place.root, raw)
    for number, raw in enumerate(data.get("steps", ())):
        place = Place(document, file, raw["step"], ("steps", number))
        yield from _step(place, place.root, raw, edges)
        for path, found in reading_mutants(place, raw.get("readings", {}), None, editions):
            yield from _step(place, path, found, edges) if isinstance(found, dict) else (found,)


def _step(place: Place, path: Key, raw: Mapping[str, Any], edges: _Edges) -> Iterator[Mutant]:
    for one, other in _PAIRS:
        if one in raw and other in raw and raw[one] != raw[other]:
            edits = [Edit((*path, one), raw[other]), Edit((*path, other), raw[one])]
            yield place.make("swap", (*path, one), one, other, edits)
    for key in _TARGETS:
        if key in raw:
            yield from edges.changed(place, (*path, key), raw[key])
    for key in ("acts", "left"):
        for name, target in raw.get(key, {}).items():
            yield from edges.changed(place, (*path, key, name), target)
    yield from place.one_less("branch", (*path, "until"), raw.get("until", ()))
    yield from _norms(place, path, raw)


def _norms(place: Place, path: Key, raw: Mapping[str, Any]) -> Iterator[Mutant]:
    for key in ("governed_by", "tests"):
        for number, norm in enumerate(raw.get(key, ())):
            yield place.left_out("norm", (*path, key, number), norm)


class _Edges:
    """The changes of what follows a step."""

    def __init__(self, steps: list[str], outcomes: list[str]) -> None:
        self._steps = steps
        self._outcomes = outcomes

    def changed(self, place: Place, path: Key, target: Any) -> Iterator[Mutant]:
        """Every change of one target."""
        if isinstance(target, str):
            yield from (place.make("target", path, target, other) for other in self._instead(target))
            return
        for key in ("either", "both"):
            if key in target:
                yield from self._branches(place, path, key, target)
        if "to" in target:
            yield from self.changed(place, (*path, "to"), target["to"])
        if "silent" in target:
            yield from self._silence(place, path, target)
        elif "then" in target:
            yield place.left_out("silence", (*path, "then"), target["then"])
        if "then" in target and target["then"] != _GOES_ON:
            yield from self.changed(place, (*path, "then"), target["then"])

    def _instead(self, name: str) -> Iterator[str]:
        """An outcome for an outcome; for a step both an outcome and another step."""
        yield from _next(self._outcomes, name)
        if name not in self._outcomes:
            yield from _next(self._steps, name)

    def _branches(self, place: Place, path: Key, key: str, target: Mapping[str, Any]) -> Iterator[Mutant]:
        for number, name in enumerate(target[key]):
            rest = [*target[key][:number], *target[key][number + 1 :]]
            after = {**target, key: rest} if len(rest) > 1 else rest[0]
            yield place.make("branch", path, target[key], f"without {name}", [Edit(path, after)])

    def _silence(self, place: Place, path: Key, target: Mapping[str, Any]) -> Iterator[Mutant]:
        then = target.get("then")
        if then is None:
            outcome = self._outcomes[0]
            yield place.make("silence", path, "a silence", outcome, [Edit(path, outcome)])
            return
        yield place.make("silence", (*path, "then"), then, GONE, [Edit((*path, "then"), None)])
        if then != _GOES_ON:
            yield place.make("silence", path, "a silence", then, [Edit(path, then)])


def _next(names: Sequence[str], name: str) -> Iterator[str]:
    """The name after one in a list, the first after the last or after one that is not there; never itself."""
    at = names.index(name) + 1 if name in names else 0
    other = names[at % len(names)]
    if other != name:
        yield other
