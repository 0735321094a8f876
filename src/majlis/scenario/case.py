"""A scenario bound to its procedure: typed facts and acts, every fault located."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from majlis.calendar.sitting_days import NOT_GIVEN, together
from majlis.documents.validated import validated
from majlis.errors import InputError, Where
from majlis.nearest import remedy
from majlis.procedure.library import Procedure, procedure
from majlis.scenario.acts import ActBase, act_model, completed, value_type
from majlis.scenario.chamber import chamber_in
from majlis.scenario.model import Scenario
from majlis.scenario.sittings import sitting_days

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from majlis.calendar.sitting_days import SittingDays
    from majlis.documents.document import Document
    from majlis.law.vocabulary import ActKind
    from majlis.logic.truth import Value
    from majlis.procedure.course import Course
    from majlis.scenario.model import Act
    from majlis.scenario.placement import Placed
    from majlis.voting.chamber import Chamber

_FRAME = frozenset(ActBase.model_fields)


@dataclass(frozen=True, slots=True)
class Acted:
    """One act of a case: what, when (a day number, None if not known), and its figures."""

    act: str
    day: int | None
    time: str | None
    step: str | None
    values: dict[str, Value]
    tally: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """Facts and acts that are ready to be put on a record."""

    scenario: Scenario
    procedure: Procedure
    facts: dict[str, Value]
    acts: tuple[Acted, ...]
    as_of: int
    sittings: Mapping[str, SittingDays] = field(default_factory=dict)
    """The record of sittings of each body of which there is one."""
    chamber: Chamber | None = None
    """The seats of a body by bloc, if they are given; nothing is decided by them."""
    kept: dict[object, tuple[Course, Placed, dict[str, str]]] = field(default_factory=dict, compare=False)
    """Where the acts were placed and what governs them: readings that touch neither steps nor editions share it."""

    @cached_property
    def dated(self) -> set[int]:
        """The days (day numbers) that decide which edition governs: of the acts, of the facts, and of judgement."""
        kinds = self.procedure.file.facts
        facts = {int(value) for name, value in self.facts.items() if name in kinds and kinds[name].type == "date"}
        return facts | {act.day for act in self.acts if act.day is not None} | {self.as_of}

    def sat(self, bodies: tuple[str, ...]) -> SittingDays:
        """The days on which all of these bodies sat, as far as that is known."""
        return together(self.sittings.get(body, NOT_GIVEN) for body in bodies)


def read_case(document: Document) -> Case:
    """The case in a scenario file. Raises InputError with file, line, key and remedy."""
    return bind_case(validated(Scenario, document), document.where)


def bind_case(
    scenario: Scenario,
    where: Callable[[tuple[str | int, ...]], Where] | None = None,
    *,
    its: Procedure | None = None,
) -> Case:
    """A scenario with its facts and acts typed by procedure and vocabulary. Raises InputError.

    The procedure is looked up by the scenario's name for it in the content in use, unless it is given.
    """
    locate = where or (lambda path: Where(None, None, ".".join(map(str, path))))
    try:
        its_procedure = its or procedure(scenario.procedure)
    except InputError as error:
        raise error.at(locate(("procedure",))) from None
    editions = its_procedure.law.editions
    if scenario.edition is not None and scenario.edition not in editions:
        what = f"unknown edition {scenario.edition!r}"
        raise InputError(what, where=locate(("edition",)), remedy=remedy(scenario.edition, editions))
    facts = _facts(scenario, its_procedure, locate)
    acts = [_acted(its_procedure, act, ("acts", number), locate) for number, act in enumerate(scenario.acts)]
    as_of = (
        scenario.as_of.toordinal() if scenario.as_of else max((a.day for a in acts if a.day is not None), default=None)
    )
    if as_of is None:
        raise InputError(
            "no act has a date, so there is no day to judge", where=locate(("as_of",)), remedy="Give `as_of:`"
        )
    listed = tuple(act for act in acts if act.day is None or act.day <= as_of)
    sittings = sitting_days(scenario.sittings, its_procedure.law.constitution.bodies, locate)
    chamber = chamber_in(scenario, its_procedure.law, dt.date.fromordinal(as_of), locate)
    return Case(scenario, its_procedure, facts, listed, as_of, sittings, chamber)


def _facts(scenario: Scenario, its: Procedure, locate: Any) -> dict[str, Value]:
    found: dict[str, Value] = dict(its.file.fixed)
    for name, raw in scenario.given.items():
        path = ("given", name)
        if name not in its.file.facts:
            what = f"{its.name} knows no fact {name!r}"
            raise InputError(what, where=locate(path), remedy=remedy(name, its.file.facts))
        if raw == "unknown":
            continue
        found[name] = _fact(its, name, raw, locate(path))
    return found


def _fact(its: Procedure, name: str, raw: Any, where: Where) -> Value:
    try:
        value = _adapter(its, name).validate_python(raw)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        raise InputError(
            f"{name}: {fault['msg'].removeprefix('Value error, ')}",
            where=where,
            remedy="Mend the value, or leave the fact out if it is not known",
        ) from None
    lists = its.file.facts[name].lists
    if lists and not any(value == each or value.rpartition(".")[0] == each for each in lists):
        raise InputError(
            f"{its.name} is not about {value}", where=where, remedy=f"Its matters are those of {', '.join(lists)}"
        )
    return value.toordinal() if isinstance(value, dt.date) else value


@lru_cache(maxsize=512)
def _adapter(its: Procedure, name: str) -> TypeAdapter[Any]:
    return TypeAdapter(value_type(its.law, its.file.facts[name].type))


def _acted(its: Procedure, act: Act, path: tuple[str | int, ...], locate: Any) -> Acted:
    vocabulary = its.law.vocabulary
    if act.act not in vocabulary.acts:
        what = f"unknown act {act.act!r}"
        raise InputError(what, where=locate((*path, "act")), remedy=remedy(act.act, vocabulary.acts))
    steps = {step.step for step in its.file.steps} | {side.step for side in its.file.alongside}
    if act.step is not None and act.step not in steps:
        what = f"{its.name} has no step {act.step!r}"
        raise InputError(what, where=locate((*path, "step")), remedy=remedy(act.step, steps))
    model = act_model(its.law, act.act)
    data = {"act": act.act, "date": act.date, "time": act.time, "step": act.step, **(act.model_extra or {})}
    try:
        made = model.model_validate(data)
    except ValidationError as error:
        raise _located(error, act.act, model, path, locate) from None
    return _typed(made, act, vocabulary.act(act.act))


def _located(
    error: ValidationError, act: str, model: type[ActBase], path: tuple[str | int, ...], locate: Any
) -> InputError:
    fault = error.errors(include_url=False)[0]
    loc = tuple(fault["loc"])
    where = locate((*path, *loc))
    if fault["type"] == "extra_forbidden":
        return InputError(
            f"act {act} has no field {loc[-1]!r}", where=where, remedy=remedy(str(loc[-1]), model.model_fields)
        )
    message = fault["msg"].removeprefix("Value error, ")
    return InputError(
        f"{loc[0]}: {message}" if loc else message,
        where=where,
        remedy="Mend the figures, or leave out what is not known",
    )


def _typed(made: ActBase, act: Act, kind: ActKind) -> Acted:
    values: dict[str, Any] = {}
    tally: dict[str, int] = {}
    for name in type(made).model_fields:
        value = getattr(made, name)
        if name in _FRAME or value is None:
            continue
        if isinstance(value, dict):
            tally = value
        else:
            values[name] = value.toordinal() if isinstance(value, dt.date) else value
    day = made.date.toordinal() if made.date else None
    return Acted(act.act, day, act.time, act.step, completed(kind, values), tally)
