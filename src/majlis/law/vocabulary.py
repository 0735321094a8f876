"""The file `vocabulary.yaml`: what each act records, and what its figures must satisfy."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

FieldType = Literal["boolean", "count", "date", "actor", "office", "matter", "tally", "text"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SeatsOf(_Strict):
    """The seats of a body, as the text states them."""

    seats_of: str


class FieldKind(_Strict):
    """A field of an act: its type (a list stands for the words it may be), bound and question."""

    type: FieldType | tuple[str, ...]
    asks: str
    at_most: SeatsOf | None = None


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
