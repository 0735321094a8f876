"""Random cases of a procedure, made from its vocabulary: lawful courses, wild ones and all between."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from majlis.law.vocabulary import SeatsOf
from majlis.procedure.library import procedure
from majlis.procedure.lower import course
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.law.library import Law
    from majlis.law.vocabulary import FieldKind
    from majlis.scenario.case import Case

Raw = dict[str, Any]
TODAY = dt.date(2025, 6, 30).toordinal()  # until then, a constitution that nothing has replaced
VOTES = (0, 4, 5, 6, 9, 40, 62, 63, 64, 82, 83, 84, 94, 95, 95, 96, 96, 100, 105, 110, 115, 120, 125)
FREE_COUNTS = (0, 1, 2, 3, 9, 1_000, 39_999, 40_000, 2_000_000)
GAPS = (0, 0, 1, 2, 6, 7, 8, 13, 14, 15, 19, 20, 21, 30, 31, 55, 56, 57, 60, 61, 62, 91, 92, 181, 184, 209, 400)
CANDIDATES = ("Aliyev", "Huseynova", "Mammadov", "Quliyev")
_ABSENT = object()


@cache
def span(law: Law) -> tuple[int, int]:
    """The first and the last day of the cases: the new year after the constitution, and a month before its end."""
    frame = law.constitution
    first = dt.date(dt.date.fromordinal(frame.first_day).year + 1, 1, 1).toordinal()
    return first, frame.last_day.latest.toordinal() - 31 if frame.last_day else TODAY


def in_span(law: Law, day: int) -> int:
    """The day itself; the last day of the cases where it would lie behind that of a constitution that ended."""
    return min(day, span(law)[1]) if law.constitution.last_day else day


def day_text(day: int) -> str:
    return dt.date.fromordinal(day).isoformat()


def any_of(words: Iterable[str]) -> st.SearchStrategy[str]:
    """Any of some words; nothing where a constitution has none."""
    known = sorted(words)
    return st.sampled_from(known) if known else st.nothing()


@cache
def _field(law: Law, kind: FieldKind) -> st.SearchStrategy[Any]:
    frame = law.constitution
    if isinstance(kind.type, tuple):
        return st.sampled_from(kind.type)
    most = law.bound(kind.at_most)
    if kind.type == "count":
        return st.sampled_from(
            [count for count in VOTES if count <= most] if most is not None else (*VOTES, *FREE_COUNTS)
        )
    plain: dict[str, st.SearchStrategy[Any]] = {
        "boolean": st.booleans(),
        "actor": any_of(frame.actors()),
        "office": any_of(frame.offices),
        "matter": any_of(frame.matters),
        "date": st.integers(*span(law)).map(day_text),
        "text": st.sampled_from(CANDIDATES),
        "tally": st.dictionaries(st.sampled_from(CANDIDATES), st.sampled_from((*VOTES, 1_000)), min_size=1),
    }
    return plain[kind.type]


def voted_on(name: str) -> bool:
    """Does a procedure have a step at which votes in favour are counted?"""
    its = procedure(name)
    awaited = {act for step in its.file.steps for act in step.awaited}
    return any("in_favour" in its.law.vocabulary.act(act).fields for act in awaited)


def most_in_favour(name: str, act: str) -> int:
    """The most votes in favour that an act can record."""
    law = procedure(name).law
    most = law.bound(law.vocabulary.act(act).fields["in_favour"].at_most)
    return max(FREE_COUNTS) if most is None else most


@cache
def figures(law: Law, act: str, gaps: int = 0) -> st.SearchStrategy[Raw]:
    """The fields of an act, whose sums come out; of each field so many of seven are missing."""
    fields = law.vocabulary.act(act).fields
    chosen = {
        name: st.one_of(*[_field(law, kind)] * (7 - gaps), *[st.just(_ABSENT)] * gaps) for name, kind in fields.items()
    }
    return st.fixed_dictionaries(chosen).map(lambda raw: fitted(law, act, raw))


def fitted(law: Law, act: str, raw: Raw) -> Raw:
    """Figures cut down until their sums come out."""
    found = {name: value for name, value in raw.items() if value is not _ABSENT}
    kind = law.vocabulary.act(act)
    for whole, parts in kind.wholes.items():  # all that make up a whole leave it no choice
        if all(part in found for part in parts) or all(part in found for part in kind.atoms(whole)):
            found.pop(whole, None)
    sums = kind.bounds
    for total in sums * len(sums):  # what one cuts down may be the bound of another
        bound = law.bound(total.at_most) if isinstance(total.at_most, SeatsOf) else found.get(total.at_most)
        if bound is None:
            continue
        left = sum(bound.values()) if isinstance(bound, dict) else bound
        for part in total.parts:
            value = found.get(part)
            if isinstance(value, dict):
                for who in value:
                    value[who] = min(value[who], left)
                    left -= value[who]
            elif value is not None:
                found[part] = min(value, left)
                left -= found[part]
    return found


@st.composite
def _course_of_acts(draw: st.DrawFn, name: str) -> list[Raw]:
    """Acts along the edges of the procedure, now and then one left out."""
    its = procedure(name)
    plan = course(its, draw(st.sampled_from(its.law.editions)), {})
    first, last = span(its.law)
    day = draw(st.integers(first, last - min(2_000, (last - first) // 2)))
    here, acts = plan.entry, []
    for _ in range(draw(st.integers(0, 9))):
        awaited = plan.steps[here.step].awaited
        if awaited and draw(st.integers(0, 9)):
            acts.append({"act": draw(st.sampled_from(awaited)), "date": day})
            day = in_span(its.law, day + draw(st.sampled_from(GAPS)))
        following = plan.after(here)
        if not following:
            break
        here = draw(st.sampled_from(following))
    return acts


@st.composite
def _strays(draw: st.DrawFn, name: str, acts: list[Raw]) -> list[Raw]:
    """Acts alongside, and now and then one that belongs elsewhere."""
    its = procedure(name)
    near = [act["date"] for act in acts] or [draw(st.integers(*span(its.law)))]
    sides = [act for side in its.file.alongside for act in side.awaited]
    own = [act for step in its.file.steps for act in (*step.acts, *step.awaited)]
    pools = [pool for pool in (sides, sides, sides, own, sorted(its.law.vocabulary.acts)) if pool]
    found = []
    for _ in range(draw(st.integers(0, 3))):
        act = draw(st.sampled_from(draw(st.sampled_from(pools))))
        date = draw(st.sampled_from(near)) + draw(st.sampled_from((-30, -1, 0, 0, 1, 5, 300)))
        found.append({"act": act, "date": in_span(its.law, date)})
    return found


@st.composite
def raw_scenarios(
    draw: st.DrawFn, name: str, *, unknown_days: bool = True, twins: bool = False, strays: bool = True
) -> Raw:
    """A case as plain data. `twins`: several acts of one kind on one day, too, which may be refused.
    `strays`: acts alongside and out of place, too.
    """
    its = procedure(name)
    gaps = draw(st.sampled_from((0, 0, 2)))
    acts: list[Raw] = draw(_course_of_acts(name))
    if strays:
        acts += draw(_strays(name, acts))
    if not twins:
        acts = list({(act["act"], act["date"]): act for act in acts}.values())
    for act in acts:
        act |= draw(figures(its.law, act["act"], gaps))
        act["date"] = day_text(act["date"])
        if draw(st.integers(0, 3)) == 0:
            act["time"] = draw(st.sampled_from(("00:00", "09:30", "23:59")))
        undated = {other["act"] for other in acts if other["date"] == "unknown"}
        if unknown_days and draw(st.integers(0, 11)) == 0 and (twins or act["act"] not in undated):
            act["date"] = "unknown"
    days = [act["date"] for act in acts if act["date"] != "unknown"]
    last = max(days) if days else day_text(draw(st.integers(*span(its.law))))
    as_of = dt.date.fromisoformat(last).toordinal() + draw(st.sampled_from((0, 0, 1, 7, 14, 15, 57, 62, 400)))
    given = {fact: value for fact in its.file.facts if (value := draw(_fact(name, fact, gaps > 0))) is not _ABSENT}
    return {
        "procedure": name,
        "as_of": day_text(in_span(its.law, as_of)),
        "given": given,
        "acts": draw(st.permutations(acts)),
    }


def _fact(name: str, fact: str, may_be_open: bool) -> st.SearchStrategy[Any]:  # noqa: FBT001 - a test strategy's own
    its = procedure(name)
    kind = its.file.facts[fact]
    frame = its.law.constitution
    if isinstance(kind.type, tuple):
        known: st.SearchStrategy[Any] = st.sampled_from(kind.type)
    elif kind.type == "matter":
        # a matter that only a later edition lists would be refused where an earlier one governs
        wanted = [each for each in its.matters if frame.matters[each].from_ is None]
        known = st.sampled_from(wanted)
    elif kind.type == "date":
        known = st.integers(*span(its.law)).map(day_text)
    else:
        known = {"boolean": st.booleans(), "count": st.sampled_from((*VOTES, *FREE_COUNTS)), "actor": any_of(frame.actors()),
                 "office": any_of(frame.offices)}[kind.type]  # fmt: skip
    absent = st.sampled_from((_ABSENT, "unknown"))
    return st.one_of(known, known, absent) if may_be_open or kind.type == "date" else known


def case_of(raw: Raw) -> Case:
    """A case from plain data. Raises InputError where it cannot be used."""
    return bind_case(Scenario.model_validate(raw))


def cases(name: str, **how: bool) -> st.SearchStrategy[Case]:
    """Random cases of a procedure."""
    return raw_scenarios(name, **how).map(case_of)


def as_yaml(raw: Raw) -> str:
    """The case as a YAML file, by hand: the form in which people write it."""
    return "\n".join(_lines(raw)) + "\n"


def _lines(raw: Raw) -> Iterator[str]:
    for key in ("procedure", "as_of"):
        yield f"{key}: {raw[key]}"
    yield f"given: {json.dumps(raw['given'])}" if raw["given"] else "given: {}"
    if raw["acts"]:
        yield "acts:"
    for act in raw["acts"]:
        yield f"  - {{{', '.join(f'{key}: {_scalar(value)}' for key, value in act.items())}}}"


def _scalar(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}'" if isinstance(value, str) and ":" in value else str(value)
