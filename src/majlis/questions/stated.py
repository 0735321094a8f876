"""A provision as it stands: its states over the editions, its numbers, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.questions.asking import in_words
from majlis.questions.counting import share_in_words
from majlis.questions.grounds import Ground, alike, grounds
from majlis.questions.periods import period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.law.library import Law
    from majlis.law.norm import Norm
    from majlis.law.provision import Provision

_SOURCES = ("source", "texts", "paragraph", "doubt", "note")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a provision in words, and the condition under which it is the one that counts."""

    much: str
    when: str = ""

    def __str__(self) -> str:
        return f"{self.much} when {self.when}" if self.when else self.much


@dataclass(frozen=True, slots=True)
class State:
    """A provision as it stands in one edition or several: its sentence, its numbers, and what it changed."""

    editions: tuple[str, ...]
    says: str
    numbers: tuple[Figure, ...]
    applies: str
    actors: tuple[str, ...]
    source: str
    note: str
    not_known: str
    changes: tuple[str, ...]
    grounds: tuple[Ground, ...]


def runs(norm: Norm, editions: tuple[str, ...]) -> list[tuple[tuple[str, ...], Provision]]:
    """The states of a norm, each with the editions that follow one another in which it stands so."""
    return alike(norm, editions, _plain)


def states(its: Law, norm: Norm, editions: tuple[str, ...]) -> Iterator[State]:
    """The states of a norm in words; each says what it changed in the one before."""
    before: Provision | None = None
    for names, provision in runs(norm, editions):
        yield _state(its, norm, names, before)
        before = provision


def _state(its: Law, norm: Norm, editions: tuple[str, ...], before: Provision | None) -> State:
    stands = [provision for _, provision in alike(norm, editions, lambda each: each.note)]
    titles, provision = its.constitution.actors(), stands[0]
    changes = tuple(in_other_words(before, provision)) if before else ()
    return State(
        editions, provision.says, tuple(numbers(provision, titles)), provision.applies or "",
        tuple(titles[actor] for actor in provision.actors or ()),
        provision.source, " ".join(dict.fromkeys(each.note for each in stands if each.note)),
        provision.not_known, changes, grounds(its, norm, editions),
    )  # fmt: skip


def _plain(provision: Provision) -> dict[str, Any]:
    return provision.model_dump(exclude=set(_SOURCES))


def in_other_words(before: Provision, after: Provision) -> Iterator[str]:
    """Say key by key what is other than before; the sentence itself is shown anyway."""
    old, new = _plain(before), _plain(after)
    for key, value in new.items():
        if value == old[key] or key == "says":
            continue
        if key == "actors":
            yield from _actors(old[key] or (), value or ())
        elif key in ("at_least", "more_than"):
            yield f"the majority was {'; '.join(map(str, numbers(before))) or 'not set'}"
        elif key == "not_known":
            yield f"its wording is {'not known any more' if value else 'known from here on'}"
        else:
            yield f"{in_words(key)} was {_value(old[key])}"


def _value(old: Any) -> str:
    if isinstance(old, tuple):
        return ", then ".join(map(in_words, old))
    return "not set" if old in (None, "") else str(old)


def _actors(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    if added := [each for each in new if each not in old]:
        yield f"added: {', '.join(added).replace('_', ' ')}"
    if gone := [each for each in old if each not in new]:
        yield f"no longer: {', '.join(gone).replace('_', ' ')}"


def numbers(provision: Provision, titles: Mapping[str, str] | None = None) -> Iterator[Figure]:
    """The numbers of a provision in words: its majorities, its period, its seats or its length.

    `titles` are those of the bodies; without them, these are called by their names.
    """
    for each in provision.majority:
        counted = in_words((provision.of or "").rpartition(".")[2])
        share = share_in_words(each, more_than=provision.more_than is not None, titles=titles)
        yield Figure(share or f"{each.votes:,} {counted}", each.when or "")
    if found := period(provision, titles=titles):
        counted = f"{found.alone} (counted from: {in_words(provision.after or '')})"
        yield Figure(str(found) if found.back else counted)
    if provision.seats is not None:
        yield Figure(f"{provision.seats} seats")
    if provision.length:
        yield Figure(provision.length)
