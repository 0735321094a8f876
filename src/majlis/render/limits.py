"""One limit of a step in sentences: its dates, how the act stands to them, the count, and other readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words, questions_of
from majlis.questions.timed import BROKEN, Standing
from majlis.render.conditions import condition_words
from majlis.render.page import FAINT, OPEN, Part
from majlis.render.state_words import STYLE, WORDS, doubted, limit_state
from majlis.render.words import cited, day, reading_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.library import Procedure
    from majlis.questions.timed import Further, Limit, OtherDate, TimedStep


def limit_lines(limit: Limit, step: TimedStep, its: Procedure) -> Iterator[list[Part]]:
    """The limit, the count behind it, whether its wording is doubted, and what other readings come to; a line each."""
    held = condition_words(limit.applies, its.law.constitution.actors(), questions_of(its)) if limit.applies else ""
    condition = f"if {held}: " if held else "if it applies: " if limit.applies else ""
    edition = f", edition {limit.edition}" if limit.edition != step.edition else ""
    dates = sentence_start(f"{condition}{limit_words(limit)} ({cited(limit.provision)}{edition})")
    aside = "" if limit.duty or limit.state not in BROKEN else ", by which nobody does wrong"
    yield [Part(dates), Part("; "), Part(f"{limit_state(limit)}{aside}.", STYLE[limit.state])]
    if limit.applies and not held:
        yield [Part(sentence(limit.says), FAINT)]
    yield [Part(sentence(limit.counting), FAINT)]
    if limit.doubt:
        yield [Part(doubted(limit.doubt), FAINT)]
    for other in limit.others:
        yield [Part(other_words(other, done=step.standing is Standing.DONE), OPEN)]


def limit_words(limit: Limit) -> str:
    """The dates of a limit; where they are not known, the period relative to its start."""
    at = f", {limit.time}" if limit.time else ""
    if limit.latest and limit.earliest == limit.latest:
        return f"on {day(limit.latest)}{at}"
    if limit.latest:
        return f"by {day(limit.latest)}{at}"
    if limit.earliest:
        return f"not before {day(limit.earliest)}"
    return limit.period


def other_words(other: OtherDate, *, done: bool) -> str:
    """What a limit comes to under another reading."""
    name = f"under the reading {reading_words(other.question, other.reading)!r} of {in_words(other.question)}"
    if other.state is None:
        return sentence(f"it does not apply {name}")
    if other.earliest is None and other.latest is None:
        return sentence(f"{other.period} {name}")
    word = f": {WORDS[other.state]}" if done else ""
    if other.latest is None:
        return sentence(f"not before {day(other.earliest or '')} {name}{word}")
    return sentence(f"{'on' if other.earliest == other.latest else 'by'} {day(other.latest)} {name}{word}")


def further_words(further: Further, *, done: bool) -> str:
    """A period that would hold under another reading."""
    return other_words(further.other, done=done).removesuffix(".") + f" ({cited(further.provision)})."


def sentence_start(text: str) -> str:
    """Text with a capital at its start."""
    return text[:1].upper() + text[1:]
