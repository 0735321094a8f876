"""How a chamber is written: its body, its blocs, their seats, and how each stands or is likely to."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from majlis.documents.validated import YesOrNo  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.scenario.acts import Count, Text  # noqa: TC001 - as above
from majlis.scenario.position_words import plain
from majlis.scenario.values import Chance, Day  # noqa: TC001 - as above
from majlis.voting.majority import MEMBERS, Position

UNDECIDED = "undecided"
TAKEN = tuple(each for each in Position if each in MEMBERS)
"""The positions that a member can take."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _with_underscores(word: Any) -> Any:
    """A position as it is called here, where it is written with a blank or in capitals."""
    return plain(word).replace(" ", "_") if isinstance(word, str) else word


def _among(*known: str) -> BeforeValidator:
    """One of some words; the error lists them all."""

    def check(written: Any) -> Any:
        raw = _with_underscores(written)
        if raw not in known:
            vacant = "Seats that nobody holds are `vacancies:`"
            advice = vacant if raw == Position.VACANT else f"Known: {', '.join(known)}"
            parts = {"shown": repr(written), "advice": advice}
            raise PydanticCustomError("value_error", "{shown} is no position of a bloc. {advice}", parts)
        return raw

    return BeforeValidator(check)


Taken = Annotated[Position, _among(*TAKEN), WithJsonSchema({"enum": list(TAKEN)})]
Stance = Annotated[
    Position | Literal["undecided"], _among(*TAKEN, UNDECIDED), WithJsonSchema({"enum": [*TAKEN, UNDECIDED]})
]


class Chances(_Strict):
    """How likely each position is for a member; together 1."""

    in_favour: Chance | None = None
    against: Chance | None = None
    abstaining: Chance | None = None
    not_voting: Chance | None = None
    absent: Chance | None = None

    @model_validator(mode="before")
    @classmethod
    def _named(cls, raw: Any) -> Any:
        """The positions by the names of the fields; those that are written twice stay as they are, and are refused."""
        if not isinstance(raw, dict):
            return raw
        names = {key: _with_underscores(key) for key in raw}
        taken = Counter(names.values())
        return {name if taken[name] == 1 and name in TAKEN else key: raw[key] for key, name in names.items()}


class BlocEntry(_Strict):
    """A bloc: a party, a group, or with one seat a member."""

    bloc: Text
    seats: Count
    position: Stance | None = Field(default=None, description="How all of its members vote, where that is known")
    chance: Chance | None = Field(default=None, description="How likely a member is to vote in favour")
    otherwise: Taken | None = Field(
        default=None, description="What who does not vote in favour does; by default against"
    )
    chances: Chances | None = Field(default=None, description="How likely each position is, where there are several")
    discipline: Chance | None = Field(default=None, description="The chance that the bloc moves as one; by default 0")
    separate: YesOrNo = Field(
        default=False, description="Its members are only told of together: in coalitions and power each stands alone"
    )
    note: str = ""


class ChamberPart(_Strict):
    """The seats of a body on a day; those of its blocs and the vacant ones are all that it has."""

    body: str
    title: str = ""
    date: Day | None = Field(default=None, description="The day of the composition; it decides the edition")
    source: str = ""
    note: str = ""
    seats: Count | None = Field(default=None, description="All seats, for a body of which the text states no number")
    vacancies: Count = 0
    blocs: tuple[BlocEntry, ...]


class ChamberFile(ChamberPart):
    """A chamber in a file of its own."""

    constitution: str
