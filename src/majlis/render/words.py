"""How names, numbers, days and conditions read."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from majlis.calendar.dates import written
from majlis.questions.asking import in_words
from majlis.questions.judgement import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.questions.verdict import FindingResult, TimelineEntry

_NAME = re.compile(r"\b([a-z][a-z_]*)(?:\.(\d+|last))?(?:\.([a-z_]+))?(?=[ :)]|$)")
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_COMPARED = (
    (re.compile(r", (?:and == |and != |not != )\"?([^\",]+)\"?$"), ""),
    (re.compile(r", not == \"?([^\",]+)\"?$"), r", and not \1"),
    (re.compile(r", and >= (.*)$"), r", which is at least \1"),
    (re.compile(r", not >= (.*)$"), r", which is less than \1"),
    (re.compile(r", and > (.*)$"), r", which is more than \1"),
    (re.compile(r", not > (.*)$"), r", which is not more than \1"),
    (re.compile(r", and <= (.*)$"), r", which is at most \1"),
    (re.compile(r", not <= (.*)$"), r", which is more than \1"),
    (re.compile(r", and < (.*)$"), r", which is less than \1"),
    (re.compile(r", not < (.*)$"), r", which is not less than \1"),
)


def cited(provision: str) -> str:
    """A citation without its constitution: `isle/1.II` is 1.II for the reader of a page on one case."""
    return provision.partition("/")[2] or provision


def day(iso: str) -> str:
    """A day in full, from its ISO form."""
    return written(date.fromisoformat(iso).toordinal())


def step_words(found: FindingResult) -> str:
    """The step of a finding, with the round where it is not the first: consent 2."""
    turn = found.occurrence.rpartition(".")[2]
    return in_words(found.step) + (f" {turn}" if turn.isdigit() and turn != "1" else "")


def reading_words(question: str, reading: str) -> str:
    """A reading by its name; for the first day of an edition, what it answers."""
    if question.startswith(FIRST_DAY):
        return {"earliest": "yes, from the earliest day", "latest": "no, only from the latest day"}[reading]
    return in_words(reading)


def number(value: int) -> str:
    """A number with its thousands apart."""
    return f"{value:,}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words as a list in a sentence."""
    several = list(words)
    return f" {joint} ".join(filter(None, (", ".join(several[:-1]), *several[-1:])))


def limits(each: TimelineEntry) -> str:
    """The dates of a period in words: not before a day, on it or by it."""
    if each.due is None:
        return f"not before {day(each.earliest)}" if each.earliest else "the day is not known"
    return f"{'on' if each.due == each.earliest else 'by'} {day(each.due)}"


def left_to(law: str) -> str:
    """That a silence is left to an ordinary law, as a sentence; empty where it is left to none."""
    return f"It is left to the {law}." if law else ""


def numbered(items: Iterable[str]) -> list[str]:
    """Numbered items of lists, drawn together: A.1, A.2, A.3 and A.7 become `A.1 to 3` and `7`."""
    runs: list[list[str]] = []
    for item in items:
        if runs and _counts_on(runs[-1][-1], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    found: list[str] = []
    before = ""
    for run in runs:
        several = [f"{run[0]} to {_last(run[-1])}"] if len(run) > 2 else run
        for each in several:
            found.append(each.removeprefix(f"{before}.") if before else each)
            before = _head(each)
    return found


def _head(item: str) -> str:
    """The list in which an item or a run of items stands; empty for what is no numbered item."""
    head, _, last = item.partition(" to ")[0].rpartition(".")
    return head if last.isdigit() else ""


def _last(item: str) -> str:
    return item.rpartition(".")[2]


def _counts_on(before: str, item: str) -> bool:
    """Is an item of a list the next one after another?"""
    one, other = _last(before), _last(item)
    same = _head(before) == _head(item) != ""
    return same and one.isdigit() and other.isdigit() and int(other) == int(one) + 1


def counted_votes(count: int, one: str = "vote") -> str:
    """A number of votes in words: 1 vote, 2 votes."""
    return f"{number(count)} {one if count == 1 else f'{one}s'}"


def sentence(text: str) -> str:
    """Text that begins with a capital and ends with a full stop."""
    text = text[:1].upper() + text[1:]
    return text if not text or text.endswith((".", "?", "!", ":")) else f"{text}."


def reason(text: str) -> str:
    """A part of a condition, with the values that it met, in plainer words."""
    for pattern, words in _COMPARED:
        text = pattern.sub(words, text, count=1)
    text = _ISO.sub(lambda found: day(found[0]), _NAME.sub(_named, text))
    return in_words(re.sub(r"^([^:=]+?) = ", r"\1: ", text))


def _named(found: re.Match[str]) -> str:
    head, turn, field = found.groups()
    if turn is None and field is None:
        return in_words(head)
    which = f" {turn}" if turn and turn.isdigit() and turn != "1" else ""
    return f"{in_words(head)}{which}, {in_words(field)}" if field else f"{in_words(head)}{which}"
