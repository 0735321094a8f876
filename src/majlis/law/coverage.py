"""The files `catalogue.yaml` and `coverage.yaml`: what a survey of the text found, and what became of each find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, model_validator

from majlis.documents.reader import read
from majlis.documents.validated import validated

if TYPE_CHECKING:
    from pathlib import Path

    from majlis.documents.document import Document

Reason = Literal["declaratory", "statute", "not_procedural", "no_text"]
Severity = Literal["high", "medium", "low"]
SECTIONS = ("clauses", "changes", "corrections", "gaps", "doubts")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Clause(_Strict):
    """A clause that bears on how things get decided: where it stands, its kind, the editions that were at hand."""

    article: str
    kind: str
    editions: tuple[str, ...]


class Catalogue(_Strict):
    """Everything that the survey found; `changes`, `corrections` and `doubts` are known by name alone.

    `mentioned` are paragraphs of the text that decide nothing themselves, but that sentences of the rules cite.
    """

    catalogue: str
    clauses: dict[str, Clause]
    changes: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    gaps: dict[str, Severity] = {}
    doubts: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()

    def names(self, section: str) -> tuple[str, ...]:
        """The names in one section, in the order of the file."""
        return tuple(getattr(self, section))


class Entry(_Strict):
    """What became of a find: the provisions that state it, where it lies open, or why it is left out."""

    encoded: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    silences: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: Reason | None = None
    says: str = ""
    because: str = ""

    @model_validator(mode="after")
    def _one_fate(self) -> Entry:
        taken_up = bool(self.encoded or self.readings or self.silences or self.notes)
        if taken_up == bool(self.left_out):
            raise ValueError("an entry says where it is taken up (encoded, readings, silences, notes), or left_out")
        if self.left_out and not (self.says and self.because):
            raise ValueError("what is left out says what it is (says:) and why (because:)")
        return self


class Coverage(_Strict):
    """What became of everything in the catalogue; `further` are provisions that stand for no find of it."""

    coverage: str
    clauses: dict[str, Entry] = {}
    changes: dict[str, Entry] = {}
    corrections: dict[str, Entry] = {}
    gaps: dict[str, Entry] = {}
    doubts: dict[str, Entry] = {}
    further: tuple[str, ...] = ()

    def entries(self, section: str) -> dict[str, Entry]:
        """The entries of one section by name."""
        found: dict[str, Entry] = getattr(self, section)
        return found


class Survey:
    """The catalogue and the coverage of one constitution, with their files for errors to point into."""

    def __init__(self, folder: Path) -> None:
        """Raises InputError where one of the two files cannot be used."""
        self.constitution = folder.name
        self.found: Document = read(folder / "catalogue.yaml")
        self.covered: Document = read(folder / "coverage.yaml")
        self.catalogue = validated(Catalogue, self.found)
        self.coverage = validated(Coverage, self.covered)


def survey(folder: Path) -> Survey | None:
    """The survey of a constitution; None where it has neither of the two files. Raises InputError."""
    files: list[Any] = [folder / "catalogue.yaml", folder / "coverage.yaml"]
    return Survey(folder) if any(file.exists() for file in files) else None
