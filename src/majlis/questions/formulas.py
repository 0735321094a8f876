"""How a day will be found whose start has no day yet: the period in words, and its formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.program import ClockKind
from majlis.questions.asking import in_words, without_round
from majlis.questions.periods import period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Clock, Finding


def starts(its: Procedure, triggers: Iterable[str]) -> tuple[str, ...]:
    """The steps and facts behind the names on the record that may start a clock, each once."""
    names = (name if name in its.file.facts else without_round(name)[0] for name in triggers)
    return tuple(dict.fromkeys(names))


def relative(its: Procedure, finding: Finding, start: Iterable[str]) -> str:
    """The period of a finding's norm with what starts it, such as `within 14 days of the vote`."""
    provision = finding.provision
    dates = {name: each.asks for name, each in its.file.facts.items() if each.type == "date"}
    role = provision.after or provision.before or ""
    return str(period(provision, {role: tuple(start)}, dates, its.law.constitution.actors()))


def formula(its: Procedure, clock: Clock, start: Iterable[str]) -> str:
    """How the day follows from its start, such as `the day of the vote, not counted, + 14 days`."""
    named = " or ".join(_day_of(its, each) for each in start)
    if clock.day:
        return f'the day "{in_words(clock.day)}"'
    if clock.fixed is not None or clock.length is None:
        return f"the calendar gives it once {named} is known"
    sign = "-" if clock.kind is ClockKind.BEFORE else "+"
    counted = "" if clock.kind is ClockKind.BEFORE else f", {_first_day(clock)}"
    return f"{named}{counted}, {sign} {clock.length}"


def _first_day(clock: Clock) -> str:
    return "which is counted" if clock.convention.days_earlier else "which is not counted"


def _day_of(its: Procedure, start: str) -> str:
    return f'the day "{in_words(start)}"' if start in its.file.facts else f"the day of the {in_words(start)}"
