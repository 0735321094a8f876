"""A procedure that begins on a day, as a case: the days that are given are acts and facts, all else is open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from majlis.errors import InputError, Where
from majlis.nearest import remedy
from majlis.procedure.library import procedure
from majlis.questions.beginning import beginning
from majlis.questions.standing import checked_edition, with_matter
from majlis.scenario.case import Case, bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Alongside, Step

UNKNOWN = "unknown"
Day = date | str
Done = Day | Mapping[str, Any]
_WRITTEN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d))?")
_ROUND = re.compile(r"[ .](\d+)$")


@dataclass(frozen=True, slots=True)
class Plan:
    """The case of a procedure that begins on a day, and what is to be said of its beginning."""

    case: Case
    notes: tuple[str, ...] = ()
    dated: bool = True
    """Is any day known?"""


def planned(  # noqa: PLR0913 - one parameter for each thing that can be known beforehand
    name: str,
    *,
    begins: Day | None = None,
    done: Mapping[str, Done] | None = None,
    given: Mapping[str, Any] | None = None,
    matter: str | None = None,
    edition: str | None = None,
    as_of: Day | None = None,
) -> Plan:
    """The plan of a procedure that begins on a day. Raises InputError for names and days that there are not."""
    its = procedure(name)
    pinned = checked_edition(its.law, str(edition)) if edition is not None else None
    facts, days = with_matter(_mapping("given", given), matter), _mapping("done", done)
    notes: tuple[str, ...] = ()
    if begins is not None:
        first = beginning(its, pinned)
        notes = first.notes()
        days = _begun(its, first.name, begins, days)
        if as_of is None and not first.name:
            as_of = _day("the beginning", begins)[0].replace(UNKNOWN, "") or None
    dates = {name for name, fact in its.file.facts.items() if fact.type == "date"}
    facts |= {key: _day_of_fact(key, days[key], facts) for key in days if key in dates}
    acts = [_act(its, key, day) for key, day in days.items() if key not in dates]
    acted = [act["date"] for act in acts if act["date"] != UNKNOWN]
    known = acted or [str(facts[key]) for key in dates & facts.keys() if facts[key] != UNKNOWN]
    dated = bool(known) or as_of is not None
    _not_before_what_is_done(acted, as_of)
    if not dated:  # what is asked for are the formulas
        pinned = pinned or its.law.editions[-1]
        as_of = next(each for each in its.law.constitution.editions if each.edition == pinned).first_day.latest
    data = {
        "procedure": name,
        "edition": pinned,
        "given": facts,
        "acts": acts,
        "as_of": _as_of(its, known, acted) if as_of is None else as_of,
    }
    return Plan(bind_case(_scenario(data)), notes, dated=dated)


def _not_before_what_is_done(acted: list[str], as_of: Day | None) -> None:
    """Refuse a day of judgement on which an act that is given had not been done."""
    last = max(acted, default="")
    if as_of is not None and str(as_of) < last and _read(last) and _read(str(as_of)):
        what = f"on {as_of} the act of {last} had not been done"
        raise InputError(what, where=Where("--as-of"), remedy="Leave the act out, or give a later day")


def _scenario(data: dict[str, Any]) -> Scenario:
    """The scenario of a plan. Raises InputError for a day or a time that there is not."""
    try:
        return Scenario.model_validate(data)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        key = next((each for each in reversed(fault["loc"]) if isinstance(each, str)), "")
        what = fault["msg"].removeprefix("Value error, ")
        where = Where("--as-of" if key == "as_of" else "--done")
        raise InputError(what, where=where, remedy="Mend the day or the time") from None


def _as_of(its: Procedure, known: list[str], acted: list[str]) -> date | None:
    """The last of the days that are known; the nearest on which the constitution is in force, where none is an act."""
    days = [_read(day) for day in known]
    if None in days:  # the case will say what is wrong with it
        return None
    last = max(day for day in days if day is not None)
    return last if acted else date.fromordinal(its.law.constitution.meeting(last.toordinal()))


def _begun(its: Procedure, first: str, begins: Day, days: dict[str, Done]) -> dict[str, Done]:
    """The days with that of the beginning, unless it is among them. Raises InputError where it is there otherwise."""
    several: list[Step | Alongside] = [*its.file.steps, *its.file.alongside]
    steps = {each.step for each in several if first in each.awaited}
    if not first:
        return days
    start, time = _day("the beginning", begins)
    for name in (each for each in days if each in (first, *steps)):
        fields = _fields(name, days[name])
        if fields["date"] != start or (time and fields["time"] not in (None, time)):
            what = f"it begins on {begins}, and {name} is on {fields['date']} {fields['time'] or ''}".rstrip()
            raise InputError(
                what, where=Where("--done"), remedy=f"Give the day once; a later {name} is '{name} 2=DATE'"
            )
        return {**days, name: {**fields, "time": fields["time"] or time}} if time else days
    return {first: begins, **days}


def _act(its: Procedure, key: str, done: Done) -> dict[str, Any]:
    """An act from the name of a step or an act (with its round, which only tells several apart), its day and fields."""
    name = _ROUND.sub("", key)
    several: list[Step | Alongside] = [*its.file.steps, *its.file.alongside]
    steps = {each.step: each for each in several}
    dated = _fields(key, done)
    if (at := dated.get("step", name)) != name and name in steps:
        if at not in steps or name in steps[at].awaited:  # an act of that name, at another step
            return {"act": name, **dated}
        what = f"{key} is a step, and {at} another"
        raise InputError(what, where=Where("--done"), remedy="Leave out `step`")
    if name in steps and len(steps[name].awaited) == 1:
        return {"act": steps[name].awaited[0], "step": name, **dated}
    if name in steps and name not in steps[name].awaited:
        acts = steps[name].awaited
        what = f"nobody acts at {name}" if not acts else f"{name} can be done in {len(acts)} ways"
        raise InputError(
            what, where=Where("--done"), remedy=f"Name the act: {', '.join(acts)}" if acts else "Leave it out"
        )
    known = {act for each in steps.values() for act in each.awaited}
    if name not in known:
        what = f"{its.name} has no step, act or day {name!r}"
        raise InputError(what, where=Where("--done"), remedy=remedy(name, {*known, *steps}))
    return {"act": name, **dated}


def _mapping(what: str, given: Any) -> dict[str, Any]:
    """A mapping with names as its keys. Raises InputError for anything else."""
    if given is not None and not (isinstance(given, Mapping) and all(isinstance(name, str) for name in given)):
        raise InputError(f"{what} is no mapping of names", remedy="Write such as {'vote': '2009-05-20'}")
    return dict(given or {})


def _day_of_fact(key: str, done: Done, facts: Mapping[str, Any]) -> str:
    """The day of a fact that starts a period. Raises InputError where it is given otherwise as well."""
    fields = _fields(key, done)
    if fields.keys() - {"date", "time"}:
        raise InputError(f"{key} is a day, and has no fields", where=Where("--done"), remedy="Give its day alone")
    if key in facts and str(facts[key]) != fields["date"]:
        what = f"{key} is given twice, as {facts[key]} and as {fields['date']}"
        raise InputError(what, where=Where("--given"), remedy="Give it once")
    return str(fields["date"])


def _fields(key: str, done: Done) -> dict[str, Any]:
    """The fields of an act that was given as its day, or as a map of its fields."""
    fields = dict(done) if isinstance(done, Mapping) else {"date": done}
    if "act" in fields:
        what = f"{key} is the name of the step or act, and `act` another"
        raise InputError(what, where=Where("--done"), remedy="Leave out `act`")
    on, time = _day(key, fields.pop("date", UNKNOWN))
    if time is not None and fields.get("time") not in (None, time):
        raise InputError(f"{key} has two times of day", where=Where("--done"), remedy="Give one")
    return {**fields, "date": on, "time": time or fields.get("time")}


def one_day(key: str, day: Day) -> str:
    """The ISO date of a day that has to be known. Raises InputError for anything else."""
    on, _ = _day(key, day)
    if on == UNKNOWN:
        raise InputError(f"{key} has to be a day", remedy="Write such as 2009-05-20")
    return on


def _day(key: str, day: Day) -> tuple[str, str | None]:
    """The ISO date and the time of day, if there is one, of a day as it was given."""
    if isinstance(day, datetime) and day.tzinfo is not None:
        what = f"{key} has a time zone"
        raise InputError(what, remedy="Give the local time of the constitution's zone, without a zone")
    if isinstance(day, datetime):
        return day.date().isoformat(), f"{day:%H:%M}"
    if isinstance(day, date):
        return day.isoformat(), None
    plain = day.strip() if isinstance(day, str) else ""
    found = _WRITTEN.fullmatch(plain)
    if plain == UNKNOWN:
        return UNKNOWN, None
    if not found or _read(found[1]) is None:
        what = f"{key}: {str(day)[:40]!r} is no day"
        raise InputError(what, remedy="Write such as 2009-05-20, 2009-05-20T14:30 or unknown")
    return found[1], found[2]


def _read(iso: str) -> date | None:
    """The date behind its ISO form; None where there is no such day."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
