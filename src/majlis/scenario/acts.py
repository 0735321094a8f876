"""Pydantic models of the acts, made from the vocabulary of a constitution."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, create_model, model_validator
from pydantic_core import PydanticCustomError

from majlis.documents.validated import Whole, YesOrNo
from majlis.law.vocabulary import SeatsOf
from majlis.nearest import remedy
from majlis.scenario.values import Day, DayOrUnknown, Time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from majlis.law.library import Law
    from majlis.law.vocabulary import ActKind, FieldKind, Sum

LONGEST_NAME = 100


class ActBase(BaseModel):
    """What every act has."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    act: str
    date: DayOrUnknown
    time: Time | None = None
    step: str | None = None
    note: str = ""
    source: str = ""


@lru_cache(maxsize=512)
def act_model(law: Law, name: str) -> type[ActBase]:
    """The model of an act: its fields with their ranges, and the sums that must come out."""
    kind = law.vocabulary.act(name)
    fields: dict[str, Any] = {"act": (Literal[name], ...)}
    for field, its_kind in kind.fields.items():
        fields[field] = (_type(law, its_kind) | None, None)
    checks: dict[str, Any] = {"sums_come_out": model_validator(mode="after")(_sums(law, kind))}
    made: type[ActBase] = create_model(name, __base__=ActBase, __doc__=kind.says, __validators__=checks, **fields)
    return made


def words(choices: Iterable[str]) -> Any:
    """A word out of a list; the error names the nearest one."""
    known = frozenset(choices)

    def among(raw: Any) -> Any:
        if not isinstance(raw, str) or raw not in known:
            advice = {"shown": repr(raw), "remedy": remedy(str(raw), known)}
            raise PydanticCustomError("value_error", "{shown} is not known here. {remedy}", advice)
        return raw

    return Annotated[Literal[tuple(sorted(known))], BeforeValidator(among)]


def value_type(law: Law, kind: str | tuple[str, ...]) -> Any:
    """The type of a fact or act field, from the name that the vocabulary gives it."""
    frame = law.constitution
    if isinstance(kind, tuple):
        return words(kind)
    named: dict[str, Iterable[str]] = {"actor": frame.actors(), "office": frame.offices, "matter": frame.matters}
    if kind in named:
        return words(named[kind])
    plain = {"boolean": YesOrNo, "date": Day, "count": Count, "tally": Tally}
    return plain.get(kind, Text)


def _type(law: Law, kind: FieldKind) -> Any:
    limit = law.bound(kind.at_most)
    made = value_type(law, kind.type)
    return made if limit is None else Annotated[made, AfterValidator(_within(limit, kind.at_most))]


def _not_negative(number: int) -> int:
    if number < 0:
        raise PydanticCustomError("value_error", "{number} is negative; a count is 0 or more", {"number": number})
    return number


def _short(text: str) -> str:
    if not text or len(text) > LONGEST_NAME:
        raise PydanticCustomError("value_error", "a name has 1 to {most} characters", {"most": LONGEST_NAME})
    return text


Count = Annotated[Whole, AfterValidator(_not_negative)]
Text = Annotated[str, AfterValidator(_short)]


def _some(tally: dict[str, int]) -> dict[str, int]:
    if not tally:
        raise PydanticCustomError("value_error", "no candidate is named", {})
    return tally


Tally = Annotated[dict[Text, Count], AfterValidator(_some)]


def _within(limit: int, bound: SeatsOf | str | None) -> Callable[[int], int]:
    what = f"seats of {bound.seats_of}" if isinstance(bound, SeatsOf) else "at most"

    def check(number: int) -> int:
        if number > limit:
            parts = {"number": number, "limit": limit, "what": what}
            raise PydanticCustomError("value_error", "{number} exceeds the {limit} {what}", parts)
        return number

    return check


def _sums(law: Law, kind: ActKind) -> Callable[[Any], Any]:
    def check(made: Any) -> Any:
        given = {name: _amount(getattr(made, name)) for name in kind.fields}
        figures = completed(kind, {name: value for name, value in given.items() if isinstance(value, int)})
        for total in kind.bounds:
            _check_sum(law, total, figures)
        for whole, parts in kind.wholes.items():
            _check_whole(whole, parts, figures)
        return made

    return check


def _check_sum(law: Law, total: Sum, figures: Mapping[str, int]) -> None:
    most = law.bound(total.at_most) if isinstance(total.at_most, SeatsOf) else figures.get(total.at_most)
    given = [part for part in total.parts if part in figures]
    found = sum(figures[part] for part in given)
    if most is not None and found > most:
        bound = f"the seats of {total.at_most.seats_of}" if isinstance(total.at_most, SeatsOf) else total.at_most
        text = f"{' + '.join(given)} = {found} exceeds {most}, {bound}"
        raise PydanticCustomError("value_error", "{text}", {"text": text})


def _check_whole(whole: str, parts: tuple[str, ...], figures: Mapping[str, int]) -> None:
    """Where a figure and all that it is made of are known, they must agree."""
    if whole not in figures or not all(part in figures for part in parts):
        return
    found = sum(figures[part] for part in parts)
    if found != figures[whole]:
        text = f"{' + '.join(parts)} = {found}, and {whole} is {figures[whole]}"
        raise PydanticCustomError("value_error", "{text}", {"text": text})


def completed(kind: ActKind, given: dict[str, Any]) -> dict[str, Any]:
    """The figures of an act with those that follow from them: a whole from its parts, the last part from the whole.

    A figure that would come out below 0 is left out: `kind.bounds` say what is wrong with the others.
    """
    found = dict(given)
    while True:
        known = len(found)
        for whole, parts in kind.wholes.items():
            missing = [part for part in parts if part not in found]
            reached = sum(found[part] for part in parts if part in found)
            if not missing:
                found.setdefault(whole, reached)
            elif len(missing) == 1 and whole in found and found[whole] >= reached:
                found[missing[0]] = found[whole] - reached
        if len(found) == known:
            return found


def _amount(raw: Any) -> int | None:
    return sum(raw.values()) if isinstance(raw, dict) else raw
