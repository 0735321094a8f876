"""What to say of a case that begins under one edition and ends under another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.calendar.dates import written
from majlis.questions.judgement import FIRST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.edition import Edition
    from majlis.questions.judgement import Judgement


def in_flight(found: Judgement) -> tuple[str, ...]:
    """What is to be known of the editions of a case: that several govern it, and which first days are doubtful."""
    return (*_several(found), *_doubtful(found))


def changes_within(found: Judgement, first: int | None, last: int | None) -> tuple[str, ...]:
    """The editions that come into force while a step is still to be taken (day numbers; None where it is open)."""
    if found.case.scenario.edition:
        return ()
    frame = found.case.procedure.law.constitution
    start = max(first or found.case.as_of, found.case.as_of)
    until = frame.last_day.latest.toordinal() if frame.last_day else last
    coming = [each for each in frame.editions if start < each.first_day.latest.toordinal() and _by(each, last)]
    notes = [f"If it comes {_from(each)}, the edition of {each.edition} governs it" for each in coming]
    if frame.last_day and until is not None and last is not None and last > until:
        notes.append(f"{frame.title} was in force until {written(until)} at the latest")
    return tuple(notes)


def _by(edition: Edition, last: int | None) -> bool:
    return last is not None and edition.first_day.earliest.toordinal() <= last


def _from(edition: Edition) -> str:
    """From when an edition is in force, in words."""
    first = edition.first_day
    earliest, latest = written(first.earliest.toordinal()), written(first.latest.toordinal())
    return f"from {earliest} on" if earliest == latest else f"after its first day (from {earliest} to {latest})"


def _several(found: Judgement) -> Iterator[str]:
    """That the steps of a case are governed by more than one edition, where they are."""
    order = found.case.procedure.law.editions
    named = {edition for name, edition in found.editions.items() if name}
    used = [edition for edition in order if edition in named]
    if len(used) > 1:
        listed = f"{', '.join(used[:-1])} and {used[-1]}"
        yield (
            f"The case stands under the editions of {listed}: each step is judged by the edition of its day, "
            "and a period by that of the day that starts it"
        )


def _doubtful(found: Judgement) -> Iterator[str]:
    """The editions of which it is not certain whether they were in force on a day of the case."""
    if found.case.scenario.edition:
        return
    days = found.case.dated
    for edition in found.case.procedure.law.constitution.doubtful(days):
        earliest, latest = (
            written(each.toordinal()) for each in (edition.first_day.earliest, edition.first_day.latest)
        )
        if dict(found.choices).get(f"{FIRST_DAY}{edition.edition}") == "earliest":
            yield f"The edition of {edition.edition} is taken to be in force from {earliest} on"
        else:
            when = " and ".join(written(day) for day in sorted(days) if day in edition.window)
            doubt = f"On {when} it is not certain whether the edition of {edition.edition} was already in force"
            yield f"{doubt}: its first day lies between {earliest} and {latest}; the edition before it is taken"
