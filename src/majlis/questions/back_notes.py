"""What is to be said of days that were counted back: of editions, and of days that cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.calendar.dates import written
from majlis.questions.asking import in_words
from majlis.questions.judgement import FIRST_DAY
from majlis.questions.standing import DATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.counting_back import CountingBack
    from majlis.questions.standing import Standing


def notes(law: Standing, counted: CountingBack) -> tuple[str, ...]:
    """The notes on what was counted back under a law."""
    days = {counted.by, *counted.whole.values(), *counted.at_once.values()}
    return (*_out_of_reach(counted), *_before(law, min(days)), *_doubtful(law, days))


def _out_of_reach(counted: CountingBack) -> Iterator[str]:
    """The days that the case gives and that leave the end out of reach."""
    for leg in counted.way:
        day = counted.at_once[leg.name]
        for bound in counted.periods[leg.name].bounds:
            due = counted.bound_day(bound, counted.at_once)
            if due is None or not (bound.waits or leg.missed) or bound.back or due <= day:
                continue
            what = "may not come" if bound.waits else "does not lapse"
            condition = "" if bound.sure else ", if that provision applies"
            yield (
                f"The {in_words(leg.name)} {what} before {written(due)} ({bound.finding.provision.cite}){condition}: "
                "the end is not reached in time"
            )


def _before(law: Standing, begins: int) -> Iterator[str]:
    """That a period begins before the edition was in force by which it is counted, or before any was."""
    frame = law.procedure.law.constitution
    coming = frame.editions[0].first_day.earliest.toordinal()
    first = next(each.first_day for each in frame.editions if each.edition == law.edition).earliest.toordinal()
    if begins < coming:
        yield (
            f"{frame.title} was not in force before {written(coming)}: some of these days lie before that, and "
            "nothing can have begun under it then"
        )
    if begins < first and first != coming:
        yield (
            f"Some of these days lie before the edition of {law.edition}, which came into force on {written(first)} "
            "at the earliest: a period takes the edition of the day that starts it, so ask for the edition before, too"
        )


def _doubtful(law: Standing, days: set[int]) -> Iterator[str]:
    """The editions of which it is not certain whether they were in force on one of the days."""
    if law.chosen_by != DATE:
        return
    for edition in law.procedure.law.constitution.doubtful(days):
        first = edition.first_day
        earliest, latest = written(first.earliest.toordinal()), written(first.latest.toordinal())
        if dict(law.choices).get(f"{FIRST_DAY}{edition.edition}") == "earliest":
            yield f"The edition of {edition.edition} is taken to be in force from {earliest} on"
            continue
        when = " and ".join(written(day) for day in sorted(days) if day in edition.window)
        yield (
            f"On {when} it is not certain whether the edition of {edition.edition} was already in force: its first "
            f"day lies between {earliest} and {latest}; all is counted by the edition of {law.edition}"
        )
