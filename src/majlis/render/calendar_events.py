"""What of a timeline stands in a calendar: last days, first days and acts, each on its day, in plain words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from majlis.calendar.moment import moment
from majlis.procedure.library import procedure, procedures
from majlis.questions.asking import in_words, questions_of
from majlis.questions.timed import Standing, State
from majlis.render.conditions import condition_words
from majlis.render.words import day, listed, reading_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.timed import Limit, OtherDate, TimedStep, Timeline

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FEW = 2  # actors that a headline names
_NOT_KEPT = {State.LATE: "done too late", State.PREMATURE: "done too early", State.OVERDUE: "overdue"}


class What(StrEnum):
    """What an event marks; the words are the categories that calendar programs show."""

    LAST = "last day"
    FIRST = "first day"
    DONE = "done"


class Status(StrEnum):
    """How sure an event is, as the format for calendars says it."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar, on a day or, for a period in hours whose end is known, at a moment (UTC).

    `identity` tells it from all others of the same timeline, and is the same when the timeline is made anew: what
    it marks, the step with its round, the provision, and a count where these do not tell two apart.
    """

    identity: tuple[str, ...]
    what: What
    day: date
    at: datetime | None
    summary: str
    description: str
    status: Status


def events(found: Timeline, zone: str | None = None) -> tuple[Event, ...]:
    """The entries of a timeline, step by step; dates that are not known yet have none.

    `zone` is that of its times of day, such as `Asia/Tbilisi`; without it, that of the procedure's constitution.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    told: list[Event] = []
    for step in found.steps:
        for each in _of_step(found, step, zone):
            seen[each.identity] += 1
            again = (str(seen[each.identity]),) if seen[each.identity] > 1 else ()
            told.append(replace(each, identity=(*each.identity, *again)))
    return tuple(told)


def _of_step(found: Timeline, step: TimedStep, zone: str | None) -> Iterator[Event]:
    if step.done:
        yield _done(found, step)
    for limit in (*step.limits, *step.gone):
        if limit.earliest and limit.earliest != limit.latest and (not limit.latest or limit.earliest != limit.begun):
            yield _limit(found, step, limit, What.FIRST, zone)
        if limit.latest:
            yield _limit(found, step, limit, What.LAST, zone)
    if not any(limit.latest for limit in step.limits):
        yield from _by_way_of_others(found, step)


def _by_way_of_others(found: Timeline, step: TimedStep) -> Iterator[Event]:
    """The last day of a step whose period has not begun, if all before it takes as long as it may.

    It has the identity of the last day itself, which takes its place once what starts the period is done.
    """
    limit = next((each for each in step.limits if each.begun is None and each.kind == "deadline"), None)
    if limit is None or not step.not_after or step.standing in (Standing.DONE, Standing.NO_LONGER):
        return
    yield Event(
        _identity(What.LAST, step, limit), What.LAST, date.fromisoformat(step.not_after), None,
        f"Last day, if all before it takes as long as it may: {_headline(step)} ({limit.provision})",
        _told(found, step, limit), Status.TENTATIVE,
    )  # fmt: skip


def _done(found: Timeline, step: TimedStep) -> Event:
    act = f" ({in_words(step.act)})" if step.act and step.act not in (step.step, step.name) else ""
    slip = ""
    if step.late_by:
        slip = f", {_days(abs(step.late_by))} {'late' if step.late_by > 0 else 'early'}"
    return Event(
        (What.DONE.value, step.name), What.DONE, date.fromisoformat(step.done or ""), None,
        f"Done: {in_words(step.name)}{act}{slip}", _told(found, step, None), Status.CONFIRMED,
    )  # fmt: skip


def _limit(found: Timeline, step: TimedStep, limit: Limit, what: What, zone: str | None) -> Event:
    iso = (limit.latest if what is What.LAST else limit.earliest) or ""
    status = _status(step, limit)
    at = _moment(found, iso, limit.time, zone) if what is What.LAST and limit.time else None
    only = "Only day" if limit.earliest == limit.latest else sentence(what.value).rstrip(".")
    head = "Last moment" if at else only
    return Event(
        _identity(what, step, limit), what, date.fromisoformat(iso), at,
        f"{head}{_how(step, limit, status)}: {_headline(step)} ({limit.provision})",
        _told(found, step, limit), status,
    )  # fmt: skip


def _identity(what: What, step: TimedStep, limit: Limit) -> tuple[str, ...]:
    return (what.value, step.name, limit.provision)


def _status(step: TimedStep, limit: Limit) -> Status:
    """CANCELLED where nobody waits for the day any more; a day that was not kept stays."""
    over = step.standing in (Standing.DONE, Standing.NO_LONGER) and limit.state not in _NOT_KEPT
    if over or limit in step.gone:
        return Status.CANCELLED
    moved = any((other.earliest, other.latest) != (limit.earliest, limit.latest) for other in limit.others)
    open_ = step.tentative or moved or limit.applies or limit.doubt
    return Status.TENTATIVE if open_ else Status.CONFIRMED


def _how(step: TimedStep, limit: Limit, status: Status) -> str:
    """What became of a day, for the headline."""
    if status is Status.CANCELLED:
        return ", done" if step.standing is Standing.DONE else ", no longer awaited"
    if limit.applies:
        return ", if it applies"
    if limit.state is State.OVERDUE and not limit.duty:
        return ", run out"
    return f", {_NOT_KEPT[limit.state]}" if limit.state in _NOT_KEPT else ""


def _headline(step: TimedStep) -> str:
    who = f", by {listed(step.actors, 'or')}" if 0 < len(step.actors) <= _FEW else ""
    return f"{in_words(step.name)}{who}"


def _moment(found: Timeline, iso: str, time: str, zone: str | None) -> datetime:
    """The end of a period in hours, in UTC; of a time that the clocks showed twice, the first."""
    where = zone or procedure(found.procedure).law.constitution.zone
    return _EPOCH + timedelta(minutes=moment(date.fromisoformat(iso).toordinal(), time, where).earliest)


def _told(found: Timeline, step: TimedStep, limit: Limit | None) -> str:
    """The text of an event: the provision, its period and count, and what the day depends on."""
    lines = [*(_told_limit(found, step, limit) if limit else map(_kept, step.limits))]
    if step.actors:
        lines.append(f"Who may act: {listed(step.actors, 'or')}{f' ({step.by})' if step.by else ''}.")
    lines += [sentence(note) for note in step.notes]
    about = f"{found.title}: " if found.title else ""
    lines.append(f"{about}{found.procedure}, as of {day(found.as_of)}.")
    return "\n".join(filter(None, lines))


def _kept(limit: Limit) -> str:
    """How an act stands to a period, with its count."""
    counting = f"\n{sentence(limit.counting)}" if limit.counting else ""
    return f"{sentence(limit.says)} ({limit.provision}, edition {limit.edition}): {in_words(limit.state)}.{counting}"


def _told_limit(found: Timeline, step: TimedStep, limit: Limit) -> Iterator[str]:
    yield sentence(limit.says)
    yield f"{limit.provision}, edition {limit.edition}."
    yield sentence(limit.period)
    yield f"{'Count' if limit.begun else 'Formula'}: {limit.counting}" if limit.counting else ""
    if limit.applies:
        held = _condition(found, limit)
        yield f"Only if {held}." if held else "It is not known yet whether this applies."
    yield sentence(limit.doubt)
    yield from (_other(step, each) for each in limit.others)


def _condition(found: Timeline, limit: Limit) -> str:
    """The condition of a period in words; empty where they would say too little, or the procedure is not at hand."""
    if found.procedure not in procedures():
        return ""
    its = procedure(found.procedure)
    return condition_words(limit.applies, its.law.constitution.actors(), questions_of(its))


def _other(step: TimedStep, other: OtherDate) -> str:
    reading = reading_words(other.question, other.reading)
    then = f"; then it is {in_words(other.state)}" if step.done and other.state else ""
    days = _other_days(other)
    return f"Depends on a reading: {other.asks} With the answer {reading}: {days}{then} ({other.source})."


def _other_days(other: OtherDate) -> str:
    """The days under another reading, in words."""
    if other.earliest == other.latest:
        without = "it does not apply" if other.state is None else "the day is not known"
        return f"on {day(other.latest)}" if other.latest else without
    begin = f"from {day(other.earliest)}" if other.earliest else ""
    return " ".join(filter(None, (begin, f"by {day(other.latest)}" if other.latest else "")))


def _days(count: int) -> str:
    return f"{count} {'day' if count == 1 else 'days'}"
