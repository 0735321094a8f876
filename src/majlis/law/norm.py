"""A norm as its file states it, and its state in an edition under chosen readings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from majlis.documents.validated import located
from majlis.errors import LawError
from majlis.law.provision import Option, Provision, ProvisionEntry, Question
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from majlis.documents.document import Document
    from majlis.errors import Where

Choices = "Mapping[str, str]"
_ONLY_IN_FILES = ("from", "until", "editions", "readings", "not_amended")


def exists(item: Any, edition: str, editions: Sequence[str]) -> bool:
    """Is an entry with `from` and `until` there in an edition?"""
    place = editions.index(edition)
    return (item.from_ is None or place >= editions.index(item.from_)) and (
        item.until is None or place < editions.index(item.until)
    )


def options_in(question: Question, edition: str, editions: Sequence[str]) -> dict[str, Option]:
    """The readings of a question that there are in an edition."""
    options = question.options.items()
    return {name: each for name, each in options if exists(each, edition, editions) and edition not in each.but_not}


def overrides(
    readings: Mapping[str, Question], choices: Mapping[str, str], edition: str, editions: Sequence[str]
) -> dict[str, Any]:
    """The keys that the chosen readings override; a default reading is the one that nobody chose against."""
    changed: dict[str, Any] = {}
    for name, question in readings.items():
        options = options_in(question, edition, editions)
        chosen = choices.get(name)
        for reading, option in options.items():
            if reading == chosen or (option.default and chosen not in options):
                changed.update(option.set)
    return changed


@dataclass(eq=False)
class Norm:
    """One entry of a rule file, with its place and the order of the editions."""

    entry: ProvisionEntry
    raw: dict[str, Any]
    document: Document
    path: tuple[str | int, ...]
    constitution: str
    editions: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse editions that there are not."""
        entry = self.entry
        dated: list[ProvisionEntry | Option] = [
            entry,
            *(option for question in entry.readings.values() for option in question.options.values()),
        ]
        named = [name for item in dated for name in (item.from_, item.until) if name is not None]
        named += [name for item in dated if isinstance(item, Option) for name in item.but_not]
        for name in (*named, *entry.editions, *entry.not_amended):
            if name not in self.editions:
                what = f"{entry.cite}: there is no edition {name!r}"
                raise LawError(what, where=self.where, remedy=remedy(name, self.editions))

    _states: dict[tuple[str, tuple[tuple[str, str], ...]], Provision | None] = field(default_factory=dict)

    @property
    def cite(self) -> str:
        """Its name: the citation, plus `:word` for a further norm of the same paragraph."""
        return self.entry.cite

    @property
    def where(self) -> Where:
        """File and line of the norm."""
        return self.document.where(self.path)

    def not_amended(self, before: str, after: str) -> tuple[str, ...]:
        """Why it is otherwise in an edition than in an earlier one though nobody amended the text.

        Empty where some edition in between changes it and is not among those that it names.
        """
        since = self.editions[self.editions.index(before) + 1 : self.editions.index(after) + 1]
        entry = self.entry
        changed = [each for each in since if each in entry.editions or each in (entry.from_, entry.until)]
        named = entry.not_amended
        if any(each not in named for each in changed):
            return ()
        return tuple(dict.fromkeys(named[each] for each in since if each in named))

    def check_texts(self, known: Collection[str]) -> None:
        """Refuse texts that the constitution does not declare. Raises LawError with their line."""
        for path, changes in self._wordings():
            texts = changes.get("texts", ())
            for text in texts if isinstance(texts, list) else ():
                if text not in known:
                    what = f"{self.cite}: the constitution declares no text {text!r}"
                    raise LawError(what, where=self.document.where((*path, "texts")), remedy=remedy(text, known))

    def _wordings(self) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Any]]]:
        """Its keys, those that an edition changes and those that a reading sets, each with their place."""
        yield self.path, self.raw
        for edition, changes in self.entry.editions.items():
            yield (*self.path, "editions", edition), changes
        for name, question in self.entry.readings.items():
            for reading, option in question.options.items():
                yield (*self.path, "readings", name, reading, "set"), option.set

    def questions(self, edition: str) -> dict[str, dict[str, Option]]:
        """The questions of interpretation that it raises in an edition, each with its readings."""
        if not exists(self.entry, edition, self.editions):
            return {}
        found = {name: options_in(q, edition, self.editions) for name, q in self.entry.readings.items()}
        return {name: options for name, options in found.items() if any(not o.default for o in options.values())}

    def at(self, edition: str, choices: Mapping[str, str]) -> Provision | None:
        """The norm as it stands in an edition under chosen readings; None where the edition has it not.

        Raises InputError, with file and line, where an override does not fit.
        """
        own = tuple((name, choices[name]) for name in self.entry.readings if name in choices)
        key = (edition, own)
        if key not in self._states:
            self._states[key] = self._state(edition, dict(own))
        return self._states[key]

    def _state(self, edition: str, choices: Mapping[str, str]) -> Provision | None:
        if not exists(self.entry, edition, self.editions):
            return None
        data = {key: value for key, value in self.raw.items() if key not in _ONLY_IN_FILES}
        for dated, changes in self.entry.editions.items():
            if self.editions.index(dated) <= self.editions.index(edition):
                data.update(changes)
        data.update(overrides(self.entry.readings, choices, edition, self.editions))
        try:
            return Provision.model_validate(data)
        except ValidationError as error:
            raise located(error, Provision, self.document, self.path) from None
