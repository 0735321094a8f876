"""A step of a timeline in words: how it stands, between which days, and what sets its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.calendar.dates import written_without_year
from majlis.questions.asking import in_words
from majlis.questions.timed import BROKEN, Standing, State
from majlis.render.state_words import WORDS, days_left, judged_on, state_in_days
from majlis.render.timeline_scale import ordinal
from majlis.render.words import cited, day, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.timed import Limit, TimedStep, Timeline

_STANDINGS = {
    Standing.DONE: "done",
    Standing.NOW: "may come now",
    Standing.NOT_YET: "not yet",
    Standing.UNSAID: "the text does not say whether it may follow",
    Standing.NO_LONGER: "no longer possible",
}


def named(step: TimedStep) -> str:
    """The name of a step, with a capital: Vote 2."""
    name = in_words(step.name)
    return name[:1].upper() + name[1:]


def state_word(step: TimedStep) -> str:
    """How a step stands, in short: 3 days late. What can no longer come is said to be so."""
    if step.standing is Standing.NO_LONGER and step.state is not State.OVERDUE:
        return _STANDINGS[Standing.NO_LONGER]
    broken = [limit for limit in step.limits if limit.state in BROKEN and not limit.applies]
    aside = "" if any(limit.duty for limit in broken) or not broken else ", no breach"
    said = state_in_days(step.state, abs(step.late_by or 0), duty=not aside)
    return said if aside and step.state is State.OVERDUE else f"{said}{aside}"


def state_words(step: TimedStep, as_of: str) -> str:
    """How a step stands, with the days left on the day of judgement (ISO, or empty), and whether it may come now."""
    words = [state_word(step)]
    running = step.state is State.OPEN and step.standing is not Standing.NO_LONGER
    if running and as_of and step.latest and step.latest >= as_of:
        words.append(days_left(ordinal(step.latest) - ordinal(as_of)))
    if step.standing in (Standing.NOW, Standing.NOT_YET, Standing.UNSAID):
        words.append("beside the course" if step.alongside and not step.limits else _STANDINGS[step.standing])
    return "; ".join(words)


def between(first: str | None, last: str | None) -> str:
    """Two days (ISO) as the bounds of a third; empty where neither is known."""
    if first and last and last < first:
        return f"by {day(last)}, but not before {day(first)}"
    if first and last:
        start = written_without_year(ordinal(first)) if first[:4] == last[:4] else day(first)
        return f"on {day(first)}" if first == last else f"{start} to {day(last)}"
    if last:
        return f"by {day(last)}"
    return f"not before {day(first)}" if first else ""


def dates(step: TimedStep) -> Iterator[str]:
    """The days of a step: those of its limits, what can be foreseen of it, and the day of the act."""
    window = between(step.earliest, step.latest)
    if window:
        yield window
    ahead = between(step.not_before, step.not_after)
    if ahead != window and foreseen(step):
        yield f"foreseen: {ahead}"
    if step.done:
        act = step.act if step.act and step.act not in step.step else _STANDINGS[Standing.DONE]
        yield f"{in_words(act)} on {day(step.done)}"
    elif step.standing is Standing.DONE:
        yield "done on a day that is not known"
    if step.tentative and step.done:
        yield "another reading judges it otherwise"
    elif step.tentative and window:
        yield "not settled yet"


def foreseen(step: TimedStep) -> bool:
    """Is there anything to be said of when a step that was not done may come?"""
    if step.done or step.state in (State.OVERDUE, State.IMPOSSIBLE) or not (step.not_before or step.not_after):
        return False
    return not (step.not_before and step.not_after) or step.not_before <= step.not_after


def limit_words(limit: Limit, *, alone: bool) -> str:
    """A limit with its provision; with its own days where those of the step do not tell them."""
    when = "" if alone and not limit.time and not limit.applies else between(limit.earliest, limit.latest)
    when += f", {limit.time}" if when and limit.time else ""
    text = f"{'if it applies, ' if limit.applies else ''}{limit.period or limit.says.rstrip('.')}"
    return sentence(f"{text} ({cited(limit.provision)}){f': {when}' if when else ''}")


def about(step: TimedStep) -> Iterator[str]:
    """Who takes a step, and what limits it: one sentence each."""
    if step.actors:
        yield sentence(f"by {listed(map(in_words, step.actors), 'or')}{f' ({cited(step.by)})' if step.by else ''}")
    yield from (limit_words(limit, alone=len(step.limits) == 1) for limit in step.limits)


def row_words(step: TimedStep, as_of: str) -> str:
    """All of a row in sentences."""
    stands = sentence(f"{named(step)}: {'; '.join([state_words(step, as_of), *dates(step)])}")
    return " ".join([stands, *about(step), *map(sentence, step.notes)])


def heading(found: Timeline) -> Iterator[str]:
    """What a timeline is about: one sentence each."""
    editions = f"; edition{'s' if len(found.editions) > 1 else ''} {listed(found.editions)}" if found.editions else ""
    yield f"{found.procedure}{editions}; {'a plan' if found.plan else 'a case'} {judged_on(found.as_of)}."
    if found.says:
        yield sentence(found.says)
    if found.depends_on:
        yield f"Days depend on how the text is read: {listed(map(in_words, found.depends_on))}."
    if found.next:
        yield f"Next: {'; '.join(_due(found, name) for name in found.next)}."


def _due(found: Timeline, name: str) -> str:
    step = next((each for each in found.steps if each.name == name), None)
    last = step.latest or step.not_after if step else None
    over = f" ({WORDS[State.OVERDUE]})" if step and step.state is State.OVERDUE else ""
    return f"{in_words(name)}{f' by {day(last)}' if last else ''}{over}"


def description(found: Timeline) -> str:
    """The whole timeline in sentences, for those who do not see it."""
    rows = [row_words(step, found.as_of) for step in found.steps] or ["It has no steps."]
    return " ".join([sentence(found.title), *heading(found), *rows, *map(sentence, found.notes)])
