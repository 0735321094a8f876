"""Periods that would hold only under another reading stand in a calendar as tentative, each on its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from made_timelines import done_step, made_limit, made_step, made_timeline

from majlis.questions.timed import Further, OtherDate
from majlis.render.calendar_events import Event, Status, What, events

OTHER = OtherDate("counting", "Is the vote counted?", "same_day", "the other text", "2009-04-10", "2009-04-19")
FURTHER = Further("isle/1.IV", "Nine days are enough.", OTHER)


def event(**other: str | None) -> Event:
    """The one event of a step that has a period under another reading, with these days."""
    (found,) = events(made_timeline(made_step(further=(replace(FURTHER, other=replace(OTHER, **other)),))))
    return found


def test_a_period_that_would_hold_under_another_reading_is_tentative_on_its_day() -> None:
    found = event()
    assert (found.what, found.day, found.at, found.status) == (What.LAST, date(2009, 4, 19), None, Status.TENTATIVE)
    assert found.summary == "Last day under another reading: presentation, by the speaker (isle/1.IV)"
    assert found.description.split("\n") == [
        "Nine days are enough.",
        "isle/1.IV.",
        "Depends on a reading: Is the vote counted? With the answer same day: from 10 April 2009 by 19 April 2009"
        " (the other text).",
        "Who may act: the speaker (1.I).",
        "A motion: isle/motion, as of 12 April 2009.",
    ]


def test_a_waiting_period_under_another_reading_has_its_first_day() -> None:
    found = event(latest=None)
    assert (found.what, found.day) == (What.FIRST, date(2009, 4, 10))
    assert found.summary.startswith("First day under another reading: ")


def test_a_period_under_another_reading_that_has_no_day_yet_has_no_event() -> None:
    undated = replace(FURTHER, other=replace(OTHER, earliest=None, latest=None, period="within 9 days of the vote"))
    assert events(made_timeline(made_step(further=(undated,)))) == ()


def test_a_day_keeps_its_identity_when_its_reading_is_chosen() -> None:
    (chosen,) = events(made_timeline(made_step(made_limit(provision="isle/1.IV", latest="2009-04-19"))))
    assert chosen.identity == event().identity
    assert chosen.status is Status.CONFIRMED


def test_two_readings_of_one_provision_have_events_of_their_own() -> None:
    later = replace(FURTHER, other=replace(OTHER, reading="next_day", latest="2009-04-21"))
    found = events(made_timeline(made_step(further=(FURTHER, later))))
    assert len({each.identity for each in found}) == 2
    assert [each.day.day for each in found] == [19, 21]


def test_once_the_step_is_done_its_days_under_other_readings_are_cancelled() -> None:
    found = events(made_timeline(done_step("2009-04-15", further=(FURTHER,))))
    assert [(each.what, each.status) for each in found] == [
        (What.DONE, Status.CONFIRMED),
        (What.LAST, Status.CANCELLED),
    ]
