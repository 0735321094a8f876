"""The file `vocabulary.yaml`: what each act records, and what its figures must satisfy."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from majlis.voting.majority import Position  # noqa: TC001 - pydantic reads the annotations at run time

FieldType = Literal["boolean", "count", "date", "actor", "office", "matter", "tally", "text"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SeatsOf(_Strict):
    """The seats of a body, as the text states them."""

    seats_of: str


def _several(raw: Any) -> Any:
    return (raw,) if isinstance(raw, str) else raw


class FieldKind(_Strict):
    """A field of an act: its type (a list stands for the words it may be), bound and question.

    A figure of a vote says what it counts: those in some `position`, or all that other figures count together.
    """

    type: FieldType | tuple[str, ...]
    asks: str
    at_most: SeatsOf | None = None
    position: Annotated[tuple[Position, ...], BeforeValidator(_several)] = ()
    made_of: tuple[str, ...] = Field(default=(), description="The figures that together make up this one")


class Sum(_Strict):
    """Figures that together do not exceed another one."""

    parts: tuple[str, ...]
    at_most: str | SeatsOf


class ActKind(_Strict):
    """A kind of act: its meaning, its fields and the sums that must come out."""

    says: str
    fields: dict[str, FieldKind] = Field(default_factory=dict)
    sums: tuple[Sum, ...] = ()
    like: str | None = None

    def atoms(self, name: str) -> tuple[str, ...]:
        """The figures that make up a figure and are not made up of others; itself where it is one of these."""
        parts = self.fields[name].made_of
        return tuple(atom for part in parts for atom in self.atoms(part)) if parts else (name,)

    def positions(self, name: str) -> frozenset[Position]:
        """The positions of those whom a figure counts; none where it counts no votes."""
        return frozenset(position for atom in self.atoms(name) for position in self.fields[atom].position)

    @property
    def wholes(self) -> dict[str, tuple[str, ...]]:
        """The figures that are made up of others, each with its parts."""
        return {name: kind.made_of for name, kind in self.fields.items() if kind.made_of}

    @property
    def bounds(self) -> tuple[Sum, ...]:
        """The sums that must come out: those that are stated, and that no parts exceed their whole or its bound."""
        found = dict.fromkeys(
            Sum(parts=parts, at_most=bound)
            for whole, direct in self.wholes.items()
            for parts in (self.atoms(whole), direct)
            for bound in filter(None, (whole, self.fields[whole].at_most))
        )
        return (*self.sums, *found)


class Vocabulary(_Strict):
    """The acts of a constitution."""

    acts: dict[str, ActKind]

    def act(self, name: str) -> ActKind:
        """A kind of act, with the fields of the kind that it is like."""
        kind = self.acts[name]
        if kind.like is None:
            return kind
        model = self.act(kind.like)
        return kind.model_copy(update={"fields": {**model.fields, **kind.fields}, "sums": model.sums + kind.sums})
