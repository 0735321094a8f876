"""What of a timeline stands in a calendar: last days, first days and acts, each on its day, in plain words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from majlis.procedure.library import procedure, procedures
from majlis.questions.asking import in_words, questions_of
from majlis.questions.timed import Standing, State
from majlis.render.conditions import condition_words
from majlis.render.state_words import NOT_KEPT, RUN_OUT, WORDS, doubted, judged_on, limit_state, state_in_days
from majlis.render.words import day, listed, reading_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.timed import Further, Limit, OtherDate, TimedStep, Timeline

_FEW = 2  # actors that a headline names


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


def events(found: Timeline) -> tuple[Event, ...]:
    """The entries of a timeline, step by step; dates that are not known yet have none."""
    seen: Counter[tuple[str, ...]] = Counter()
    told: list[Event] = []
    for step in found.steps:
        for each in _of_step(found, step):
            seen[each.identity] += 1
            again = (str(seen[each.identity]),) if seen[each.identity] > 1 else ()
            told.append(replace(each, identity=(*each.identity, *again)))
    return tuple(told)


def _of_step(found: Timeline, step: TimedStep) -> Iterator[Event]:
    if step.done:
        yield _done(found, step)
    for limit in (*step.limits, *step.gone):
        if limit.earliest and limit.earliest != limit.latest and (not limit.latest or limit.earliest != limit.begun):
            yield _limit(found, step, limit, What.FIRST)
        if limit.latest:
            yield _limit(found, step, limit, What.LAST)
    if not any(limit.latest for limit in step.limits):
        yield from _by_way_of_others(found, step)
    yield from (_further(found, step, each) for each in step.further if each.other.latest or each.other.earliest)


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
        state = State.LATE if step.late_by > 0 else State.PREMATURE
        slip = f", {state_in_days(state, abs(step.late_by))}"
    return Event(
        (What.DONE.value, step.name), What.DONE, date.fromisoformat(step.done or ""), None,
        f"Done: {in_words(step.name)}{act}{slip}", _told(found, step, None), Status.CONFIRMED,
    )  # fmt: skip


def _limit(found: Timeline, step: TimedStep, limit: Limit, what: What) -> Event:
    iso = (limit.latest if what is What.LAST else limit.earliest) or ""
    status = _status(step, limit)
    at = datetime.fromisoformat(limit.ends) if what is What.LAST and limit.ends else None
    only = "Only day" if limit.earliest == limit.latest else sentence(what.value).rstrip(".")
    head = "Last moment" if at else only
    return Event(
        _identity(what, step, limit), what, date.fromisoformat(iso), at,
        f"{head}{_how(step, limit, status)}: {_headline(step)} ({limit.provision})",
        _told(found, step, limit), status,
    )  # fmt: skip


def _further(found: Timeline, step: TimedStep, further: Further) -> Event:
    """The day of a period that would hold under another reading.

    It has the identity of the day itself, which takes its place once the reading is chosen.
    """
    what = What.LAST if further.other.latest else What.FIRST
    over = step.standing in (Standing.DONE, Standing.NO_LONGER)
    told = [sentence(further.says), f"{further.provision}.", _other(step, further.other), *_about(found, step)]
    return Event(
        _identity(what, step, further), what,
        date.fromisoformat(further.other.latest or further.other.earliest or ""), None,
        f"{sentence(what.value).rstrip('.')} under another reading: {_headline(step)} ({further.provision})",
        "\n".join(filter(None, told)), Status.CANCELLED if over else Status.TENTATIVE,
    )  # fmt: skip


def _identity(what: What, step: TimedStep, limit: Limit | Further) -> tuple[str, ...]:
    return (what.value, step.name, limit.provision)


def _status(step: TimedStep, limit: Limit) -> Status:
    """CANCELLED where nobody waits for the day any more; a day that was not kept stays."""
    over = step.standing in (Standing.DONE, Standing.NO_LONGER) and limit.state not in NOT_KEPT
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
        return f", {RUN_OUT}"
    return f", {NOT_KEPT[limit.state]}" if limit.state in NOT_KEPT else ""


def _headline(step: TimedStep) -> str:
    who = f", by {listed(step.actors, 'or')}" if 0 < len(step.actors) <= _FEW else ""
    return f"{in_words(step.name)}{who}"


def _told(found: Timeline, step: TimedStep, limit: Limit | None) -> str:
    """The text of an event: the provision, its period and count, and what the day depends on."""
    lines = [*(_told_limit(found, step, limit) if limit else map(_kept, step.limits)), *_about(found, step)]
    return "\n".join(filter(None, lines))


def _about(found: Timeline, step: TimedStep) -> Iterator[str]:
    """Who takes a step, what there is to say of it, and what the timeline is about."""
    if step.actors:
        yield f"Who may act: {listed(step.actors, 'or')}{f' ({step.by})' if step.by else ''}."
    yield from map(sentence, step.notes)
    about = f"{found.title}: " if found.title else ""
    yield f"{about}{found.procedure}, {judged_on(found.as_of)}."


def _kept(limit: Limit) -> str:
    """How an act stands to a period, with its count."""
    counting = f"\n{sentence(limit.counting)}" if limit.counting else ""
    return f"{sentence(limit.says)} ({limit.provision}, edition {limit.edition}): {limit_state(limit)}.{counting}"


def _told_limit(found: Timeline, step: TimedStep, limit: Limit) -> Iterator[str]:
    yield sentence(limit.says)
    yield f"{limit.provision}, edition {limit.edition}."
    yield sentence(limit.period)
    yield f"{'Count' if limit.begun else 'Formula'}: {limit.counting}" if limit.counting else ""
    if limit.applies:
        held = _condition(found, limit)
        yield f"Only if {held}." if held else "It is not known yet whether this applies."
    yield doubted(limit.doubt)
    yield from (_other(step, each) for each in limit.others)


def _condition(found: Timeline, limit: Limit) -> str:
    """The condition of a period in words; empty where they would say too little, or the procedure is not at hand."""
    if found.procedure not in procedures():
        return ""
    its = procedure(found.procedure)
    return condition_words(limit.applies, its.law.constitution.actors(), questions_of(its))


def _other(step: TimedStep, other: OtherDate) -> str:
    reading = reading_words(other.question, other.reading)
    then = f"; then it is {WORDS[other.state]}" if step.done and other.state else ""
    days = _other_days(other)
    return f"Depends on a reading: {other.asks} With the answer {reading}: {days}{then} ({other.source})."


def _other_days(other: OtherDate) -> str:
    """The days under another reading, in words."""
    if other.earliest == other.latest:
        without = "it does not apply" if other.state is None else "the day is not known"
        return f"on {day(other.latest)}" if other.latest else without
    begin = f"from {day(other.earliest)}" if other.earliest else ""
    return " ".join(filter(None, (begin, f"by {day(other.latest)}" if other.latest else "")))
