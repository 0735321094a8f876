"""Changes of a scenario that must not change its verdict, or only in a way that is known beforehand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.procedure.library import procedure
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_SPANS = ("from", "to")


def shifted(scenario: Scenario, days: int) -> Scenario:
    """The same case so many days later, or earlier where the number is negative: every day of it is moved.

    With its edition pinned, a case that is moved by whole cycles of the calendar (400 years, 146,097 days) has the
    same weekdays and months, and so the same verdict, moved; unless the law names a day of its own. Raises
    InputError outside the years 1 to 9999 and for an unknown procedure.
    """
    its = procedure(scenario.procedure)
    kinds = its.law.vocabulary.acts

    def moved(text: Any) -> Any:
        return _moved(text, days)

    raw = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    dates = [name for name, kind in its.file.facts.items() if kind.type == "date"]
    raw = _changed(raw, ["as_of"], moved)
    raw["given"] = _changed(raw.get("given", {}), dates, moved)
    raw["acts"] = [
        _changed(
            act,
            ["date", *(_fields(its.law.vocabulary.act(act["act"]).fields, "date") if act["act"] in kinds else ())],
            moved,
        )
        for act in raw.get("acts", ())
    ]
    raw["sittings"] = {
        body: {**_changed(sat, _SPANS, moved), "days": [_changed(each, _SPANS, moved) for each in sat["days"]]}
        for body, sat in raw.get("sittings", {}).items()
    }
    if "chamber" in raw:
        raw["chamber"] = _changed(raw["chamber"], ["date"], moved)
    return Scenario.model_validate(raw)


def renamed(scenario: Scenario, names: Mapping[str, str]) -> Scenario:
    """The same case with other names for blocs and candidates; who is not among the names keeps theirs.

    Raises InputError where two would have one name.
    """
    its = procedure(scenario.procedure)
    raw = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for act in raw.get("acts", ()):
        fields = its.law.vocabulary.act(act["act"]).fields
        for field in set(_fields(fields, "tally")) & act.keys():
            act[field] = dict(
                zip(_apart([names.get(who, who) for who in act[field]]), act[field].values(), strict=True)
            )
        for field in set(_fields(fields, "text")) & act.keys():
            act[field] = names.get(act[field], act[field])
    blocs = raw.get("chamber", {}).get("blocs", ())
    for bloc, name in zip(blocs, _apart([names.get(each["bloc"], each["bloc"]) for each in blocs]), strict=True):
        bloc["bloc"] = name
    return Scenario.model_validate(raw)


def reordered(scenario: Scenario) -> Scenario:
    """The same case with its acts, its facts, the candidates of each tally and the blocs listed the other way round."""
    raw = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    raw["acts"] = [
        {key: _backwards(value) if isinstance(value, dict) else value for key, value in act.items()}
        for act in reversed(raw.get("acts", ()))
    ]
    raw["given"] = _backwards(raw.get("given", {}))
    if "chamber" in raw:
        raw["chamber"]["blocs"] = raw["chamber"]["blocs"][::-1]
    return Scenario.model_validate(raw)


def followed_by(scenario: Scenario, act: str, *, days: int = 1, **figures: Any) -> Scenario:
    """The same case with one more act, so many days after all that it knows of, and judged on that day.

    Where a case has come to its end, an act that comes after it is without basis, and changes nothing that was
    found. Raises InputError where the case has no day at all, or that day lies outside the calendar.
    """
    raw = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    known = [raw.get("as_of"), *(each["date"] for each in raw.get("acts", ()) if each["date"] != "unknown")]
    if not any(known):
        raise InputError("no day of the case is known", remedy="Give `as_of:`")
    day = _moved(max(filter(None, known)), days)
    made = {"act": act, "date": day, **figures}
    return Scenario.model_validate({**raw, "as_of": day, "acts": [*raw.get("acts", ()), made]})


def _moved(text: Any, days: int) -> Any:
    if text is None or text == "unknown":
        return text
    try:
        return (date.fromisoformat(text) + timedelta(days=days)).isoformat()
    except OverflowError:
        what = f"{text}, moved by {days} days, lies outside the calendar"
        raise InputError(what, remedy="Stay within the years 1 to 9999") from None


def _changed(raw: Mapping[str, Any], keys: Iterable[str], change: Callable[[Any], Any]) -> dict[str, Any]:
    return {key: change(value) if key in keys else value for key, value in raw.items()}


def _fields(fields: Mapping[str, Any], kind: str) -> list[str]:
    return [name for name, its in fields.items() if its.type == kind]


def _backwards(several: Mapping[str, Any]) -> dict[str, Any]:
    return dict(reversed(list(several.items())))


def _apart(names: list[str]) -> list[str]:
    if len(set(names)) < len(names):
        raise InputError(
            f"two of {', '.join(names)} would have one name", remedy="Give each bloc and candidate another name"
        )
    return names
