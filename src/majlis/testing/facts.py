"""Random facts of a procedure: days from which its periods end about when a case begins, and all else."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from majlis.law.constitution import MATTER
from majlis.questions.judgement import program_of
from majlis.scenario.clocks import latest_trigger
from majlis.testing.choices import number, once_in, one_of_these
from majlis.testing.courses import gaps_of
from majlis.testing.days import as_text, span, within
from majlis.testing.figures import ABSENT, Raw, count, word_or_day
from majlis.testing.turning_points import clocks, turning_points

if TYPE_CHECKING:
    from majlis.procedure.library import Procedure
    from majlis.testing.choices import Draw

_GIVEN = 2  # of three facts, so many are given where some are missing
_ROOM = 2_000  # days after the beginning of a case
_NOT_GIVEN = st.sampled_from((ABSENT, "unknown"))


def first_day(draw: Draw, its: Procedure, whole: tuple[int, int]) -> int:
    """The day on which a case begins (a day number): any of a span, now and then about one that the law names.

    Some time is left before the end of the span, for what follows.
    """
    first, last = whole
    latest = max(first, last - min(_ROOM, (last - first) // 2))
    named = [day + by for day in turning_points(its).days for by in (0, -1, 1) if first <= day + by <= last]
    return one_of_these(draw, named) if named and once_in(draw, 8) else draw(number(first, latest))


def date_facts(draw: Draw, its: Procedure, edition: str, begun: int) -> Raw:
    """The facts of a case that are days; now and then one is not given, or given as unknown."""
    names = [name for name, kind in its.file.facts.items() if kind.type == "date"]
    found: Raw = {name: _day(draw, its, edition, name, begun) for name in names}
    found = {name: draw(_NOT_GIVEN) if once_in(draw, _GIVEN + 1) else day for name, day in found.items()}
    return {name: value for name, value in found.items() if value is not ABSENT}


def other_facts(draw: Draw, its: Procedure, editions: tuple[str, ...], *, may_be_open: bool) -> Raw:
    """The facts of a case that are no days; `may_be_open`: some are not given.

    A matter is one that all of the editions list that may govern the case.
    """
    names = [name for name, kind in its.file.facts.items() if kind.type != "date"]
    found = {name: draw(_plain(its, name, editions, may_be_open)) for name in names}
    return {name: value for name, value in found.items() if value is not ABSENT}


@lru_cache(maxsize=8192)
def _plain(its: Procedure, name: str, editions: tuple[str, ...], may_be_open: bool) -> st.SearchStrategy[Any]:  # noqa: FBT001 - a key of the cache
    known = _known(its, name, editions)
    return st.one_of(*[known] * _GIVEN, _NOT_GIVEN) if may_be_open else known


def _known(its: Procedure, name: str, editions: tuple[str, ...]) -> st.SearchStrategy[Any]:
    kind: Any = its.file.facts[name].type
    turning, frame = turning_points(its), its.law.constitution
    if kind == "count":
        return count(its, turning.numbers.get(("", name), ()), None)
    if kind != MATTER:
        return word_or_day(its, kind, turning.words.get(("", name), ()))
    listed = [each for each in its.matters if all(frame.has(frame.matters[each], edition) for edition in editions)]
    told = [each for each in turning.words.get(("", name), ()) if each in listed]
    return st.one_of(
        [*(st.sampled_from(each) for each in (told, listed) if each), *([] if listed else [st.just(ABSENT)])]
    )


def _day(draw: Draw, its: Procedure, edition: str, name: str, begun: int) -> str:
    """A day about which the procedure turns: its periods end on the first day of the case, or about then."""
    whole = span(its.law)
    away = one_of_these(draw, (-1, 0, 1, 2)) * one_of_these(draw, gaps_of(its))
    turning = [day + by for day in _starts(its, edition, name, begun) for by in (0, 1, -1)]
    anywhere = draw(number(*whole))
    return as_text(within(whole, one_of_these(draw, [begun - away, begun, *turning, *turning, anywhere])))


def _starts(its: Procedure, edition: str, name: str, begun: int) -> list[int]:
    """The days from which the periods that a fact starts end on the first day of the case."""
    zone = its.law.constitution.zone
    several = clocks(program_of(its, edition, ())).values()
    return [latest_trigger(clock, begun, zone) for each in several for clock in each if name in clock.triggers]
