"""What was counted back, in words: the count of every period, and the days of every step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.calendar.count import forwards, in_words
from majlis.calendar.dates import WEEKDAYS, to_date, written
from majlis.calendar.fixed_day_words import in_words as fixed_day_in_words
from majlis.calendar.length import Unit
from majlis.calendar.rest_days import in_words as moved_in_words
from majlis.questions.asking import in_words as name_in_words
from majlis.questions.formulas import relative
from majlis.questions.latest_days import Back, Bound, LatestDay
from majlis.questions.limits import iso
from majlis.questions.way import LATE, MISSED

if TYPE_CHECKING:
    from majlis.questions.counting_back import Carried, CountingBack
    from majlis.questions.needs import StepNeeds
    from majlis.questions.way_periods import WayPeriod


def latest_day(counted: CountingBack, name: str, step: StepNeeds | None) -> LatestDay:
    """What was found of a step, or of a day that starts a period."""
    by, its, leg = step.by if step else None, counted.periods.get(name), counted.legs.get(name)
    backs = tuple(_back(counted, each) for each in counted.carried if each.period.start == name)
    return LatestDay(
        name, step.acts if step else (), by.actors if by else (), by.provision if by else "",
        iso(counted.whole.get(name)), iso(counted.at_once.get(name)), tuple(dict.fromkeys(backs)),
        its is not None and its.unbound and name != counted.way[0].name,
        fact=leg is None,
        bounds=tuple(_bound(counted, each) for each in its.bounds) if its else (),
        conditional=its is not None and its.conditional,
        alternative=leg is None and _alternative(counted, name),
        lapse=leg.event if leg and leg.event in (LATE, MISSED) else "",
    )  # fmt: skip


def _alternative(counted: CountingBack, name: str) -> bool:
    """Does a day start a period in whose place another day may start one, and is it not known which does?"""
    steps = {each.step for each in counted.carried if each.period.start == name and not each.period.sure}
    return any(each.step in steps and each.period.start not in (name, *counted.legs) for each in counted.carried)


def _back(counted: CountingBack, each: Carried) -> Back:
    cite, says, period, applies = _named(counted, each.period)
    return Back(each.step, cite, says, period, _count(counted, each), applies)


def _named(counted: CountingBack, period: WayPeriod) -> tuple[str, str, str, str]:
    """Citation and sentence of a period's provision, the period in words, and its condition if that is open."""
    finding, provision = period.finding, period.finding.provision
    said = relative(counted.ways.law.procedure, finding, [period.start or name_in_words(period.clock.day)])
    applies = "" if period.sure else provision.applies or ""
    return f"{finding.norm.constitution}/{provision.cite}", provision.says, said, applies


def _count(counted: CountingBack, each: Carried) -> str:
    """The count between a step and what starts its period: back to the start if that binds it, else forwards."""
    period = each.period
    start, day = counted.whole[period.start], counted.whole[each.step] - counted.legs[each.step].late
    if period.clock.fixed is not None:
        return fixed_day_in_words(period.clock.fixed, start)
    found = period.latest_start(day)
    if found == start or period.waits:
        until = day if counted.legs[each.step].late else counted.wanted[each.step]
        return f"{period.clock.length} back from {written(day)}{_moved_back(period, day, until)}: {written(found)}"
    return _forwards(period, start)


def _moved_back(period: WayPeriod, day: int, until: int) -> str:
    """That the period must end by a working day where the day `until` is none, and whether that is certain."""
    rest, length = period.clock.rest, period.clock.length
    if rest is None or period.waits or length is None or length.unit is Unit.HOUR:
        return ""
    last = rest.working_day_until(until)
    if last != until and day in (last, until):
        weekday = WEEKDAYS[to_date(until).weekday()]
        moved = f" (the last working day before {weekday} {written(until)})" if day == last else ""
        moved = moved or f" (a {weekday} and no working day, so from {written(last)})"
    else:
        moved, last = "", rest.working_day_until(day)
    doubt = moved_in_words(rest, last)
    return f"{moved} ({doubt})" if doubt else moved


def _forwards(period: WayPeriod, start: int) -> str:
    """How the day was found that a period leads to from its start."""
    clock, due = period.clock, period.due(start)
    if clock.day:
        return f"the day that the case gives: {written(due)}"
    if clock.fixed is not None or clock.length is None:
        return fixed_day_in_words(clock.fixed, start) if clock.fixed else written(due)
    if period.back:
        return f"{clock.length} back from {written(start)}: {written(due)} at the latest"
    if clock.length.unit is Unit.HOUR:
        return f"{clock.length} after {written(start)}: {written(due)} at the latest"
    how = in_words(start, clock.length, clock.convention)
    moved = moved_in_words(clock.rest, forwards(start, clock.length, clock.convention)) if clock.rest else ""
    return f"{how}; {moved}" if moved else how


def _bound(counted: CountingBack, period: WayPeriod) -> Bound:
    """A period that does not start on the way: its day where the case gives what it is counted from."""
    cite, says, said, applies = _named(counted, period)
    due = counted.bound_day(period, counted.whole)
    day = period.given if period.given is not None else counted.whole.get(period.start)
    how = _forwards(period, day) if due is not None and day is not None else ""
    return Bound(cite, says, said, iso(due), how, applies, period.waits)
