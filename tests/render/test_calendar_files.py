"""A calendar file has every day once, in words that come back whole, and updates what was imported before."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from unicodedata import category

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from made_timelines import TEXT, TIMELINES, done_step, made_limit, made_step, made_timeline

from majlis.errors import InputError
from majlis.questions.timed import OtherDate, Standing, State, Timeline
from majlis.questions.timeline import timeline
from majlis.render.calendar_events import Status, What, events
from majlis.render.calendar_file import calendar_file
from majlis.render.clean_text import clean
from majlis.render.words import sentence

STAMP = datetime(2009, 4, 12, 9, 30, tzinfo=UTC)
OTHER = OtherDate(
    "counting", "Is the day of the vote counted?", "same_day", "the other text", "2009-04-10", "2009-04-19"
)


def exported(found: Timeline, stamp: datetime = STAMP, **options: str) -> list[Any]:
    """The events of a file, read by another library than the one that wrote it."""
    data = calendar_file(found, stamp, **options)
    return list(vobject.readOne(data.decode()).contents.get("vevent", []))


def only(found: Timeline, **options: str) -> Any:
    (event,) = exported(found, **options)
    return event


def status_of(found: Timeline) -> str:
    return str(only(found).status.value)


def with_moments(found: Timeline) -> Timeline:
    """The same with the last minutes in UTC where there are times of day."""
    steps = [
        replace(step, limits=tuple(
            replace(each, ends=f"{each.latest}T{each.time}Z" if each.latest and each.time else None)
            for each in step.limits
        ))
        for step in found.steps
    ]  # fmt: skip
    return replace(found, steps=tuple(steps))


LATER = st.integers(-(10**9), 4 * 10**9).map(lambda seconds: STAMP + timedelta(seconds=seconds))


class Store:
    """A calendar that keeps one event for each UID, and takes the revision that is not older (RFC 5546, 2.1.5)."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def take(self, found: Timeline, stamp: datetime, **options: str) -> None:
        for event in exported(found, stamp, **options):
            before = self.kept.get(event.uid.value)
            if before is None or self.revision(event) >= self.revision(before):
                self.kept[event.uid.value] = event

    @staticmethod
    def revision(event: Any) -> tuple[int, datetime]:
        return int(event.sequence.value), event.dtstamp.value

    def shown(self) -> set[tuple[date, str]]:
        """The day and the first words of every event that is not cancelled."""
        live = [event for event in self.kept.values() if event.status.value != "CANCELLED"]
        return {(event.dtstart.value, event.summary.value.partition(":")[0]) for event in live}


def test_a_last_day_is_an_event_of_that_whole_day_and_keeps_nobody_busy() -> None:
    event = only(made_timeline(made_step(made_limit())))
    assert (event.dtstart.value, event.dtend.value) == (date(2009, 4, 20), date(2009, 4, 21))
    assert event.summary.value == "Last day: presentation, by the speaker (isle/1.II)"
    assert event.transp.value == "TRANSPARENT"
    assert event.categories.value == ["last day"]


def test_the_text_of_an_event_has_the_provision_its_count_and_who_acts() -> None:
    told = only(made_timeline(made_step(made_limit()))).description.value.split("\n")
    assert told == [
        "Ten days are enough.",
        "isle/1.II, edition first.",
        "Within 10 days of the vote.",
        "Count: 10 April not counted; 10 days; 20 April 2009",
        "Who may act: the speaker (1.I).",
        "A motion: isle/motion, as of 12 April 2009.",
    ]


def test_a_waiting_period_gives_its_first_day() -> None:
    event = only(made_timeline(made_step(made_limit(kind="interval", earliest="2009-04-20", latest=None))))
    assert event.dtstart.value == date(2009, 4, 20)
    assert event.summary.value.startswith("First day: presentation")


def test_a_day_that_is_fixed_is_one_event() -> None:
    event = only(made_timeline(made_step(made_limit(earliest="2009-04-20"))))
    assert event.summary.value.startswith("Only day: presentation")


def test_a_window_that_opens_after_its_start_has_its_first_day_and_its_last() -> None:
    found = events(made_timeline(made_step(made_limit(earliest="2009-04-15"))))
    assert [(each.what, each.day.day) for each in found] == [(What.FIRST, 15), (What.LAST, 20)]


def test_only_the_end_of_a_period_in_hours_is_a_moment_and_its_first_day_a_whole_one() -> None:
    hours = made_limit(earliest="2009-04-15", latest="2009-04-16", time="14:30", ends="2009-04-16T09:30Z")
    moments = [(each.what, each.at) for each in events(made_timeline(made_step(hours)))]
    assert moments == [(What.FIRST, None), (What.LAST, datetime(2009, 4, 16, 9, 30, tzinfo=UTC))]


def test_an_act_is_an_event_of_its_day() -> None:
    event = only(made_timeline(done_step("2009-04-10", act="show_of_hands", late_by=1)))
    assert event.dtstart.value == date(2009, 4, 10)
    assert event.summary.value == "Done: vote (show of hands), 1 day late"
    assert event.status.value == "CONFIRMED"


def test_an_act_is_told_with_how_it_stands_to_its_periods() -> None:
    late = made_step(made_limit(state=State.LATE), standing=Standing.DONE, done="2009-04-22", late_by=2)
    told = events(made_timeline(late))[0].description.split("\n")
    assert told[:2] == [
        "Ten days are enough. (isle/1.II, edition first): late.",
        "10 April not counted; 10 days; 20 April 2009.",
    ]


def test_what_has_no_day_has_no_event() -> None:
    assert exported(made_timeline(made_step(made_limit(begun=None, earliest=None, latest=None)))) == []


def test_the_end_of_a_period_in_hours_is_a_moment_in_utc() -> None:
    found = made_timeline(made_step(made_limit(latest="2009-07-01", time="14:30", ends="2009-07-01T09:30Z")))
    assert only(found).dtstart.value == datetime(2009, 7, 1, 9, 30, tzinfo=UTC)
    assert only(found).summary.value.startswith("Last moment: presentation")


@pytest.mark.parametrize(("vote", "minute"), [("05:30", "00:30"), ("04:30", "23:30")])
def test_an_hour_that_the_clocks_showed_twice_is_the_one_that_the_count_came_to(vote: str, minute: str) -> None:
    """On 25 October 2009 the clocks of Baku went back from five (UTC+5) to four (UTC+4).

    24 hours after half past five (00:30 UTC) it is half past four for the second time, and 24 hours after half past
    four (23:30 UTC) for the first time.
    """
    done = {"urgency": {"date": "2009-10-02", "by": "president"}, "vote": f"2009-10-24T{vote}"}
    found = timeline("az-1995/law", matter="94.I.15", begins="2009-10-01", done=done)
    (moment,) = [each for each in events(found) if each.at]
    assert (moment.day, f"{moment.at:%H:%M}") == (date(2009, 10, 25), minute)
    assert "(az-1995/97.II)" in moment.summary
    assert moment.at in [each.dtstart.value for each in exported(found)]


def test_a_day_that_may_still_move_is_tentative() -> None:
    assert status_of(made_timeline(made_step(made_limit()))) == "CONFIRMED"
    assert status_of(made_timeline(made_step(made_limit(), tentative=True))) == "TENTATIVE"
    unknown = made_limit(begun=None, earliest=None, latest=None)
    assert status_of(made_timeline(made_step(unknown, not_after="2009-05-05"))) == "TENTATIVE"


@pytest.mark.parametrize("changes", [{"others": (OTHER,)}, {"applies": "urgent"}, {"doubt": "The text is torn."}])
def test_a_day_that_a_reading_or_an_open_fact_decides_is_tentative(changes: dict[str, Any]) -> None:
    assert status_of(made_timeline(made_step(made_limit(**changes)))) == "TENTATIVE"


def test_a_reading_that_gives_the_same_days_leaves_them_sure() -> None:
    same = replace(OTHER, latest="2009-04-20")
    assert status_of(made_timeline(made_step(made_limit(others=(same,))))) == "CONFIRMED"


def test_the_other_day_under_a_reading_is_told_with_its_source() -> None:
    told = only(made_timeline(made_step(made_limit(others=(OTHER,))))).description.value
    assert "Is the day of the vote counted? With the answer same day:" in told
    assert "from 10 April 2009 by 19 April 2009 (the other text)" in told


def test_an_open_condition_is_told_in_words() -> None:
    limit = made_limit(applies='introduction.by == "president"', provision="az-1995/96.IV")
    told = only(made_timeline(made_step(limit), procedure="az-1995/law")).description.value.split("\n")
    assert [each for each in told if each.startswith("Only if ")] == ["Only if the introduction is by the President."]
    elsewhere = only(made_timeline(made_step(limit))).description.value
    assert "It is not known yet whether this applies." in elsewhere


def test_a_reading_under_which_a_period_is_not_there_or_was_not_kept_says_so() -> None:
    gone = replace(OTHER, earliest=None, latest=None)
    step = made_step(made_limit(state=State.IN_TIME, others=(gone,)), standing=Standing.DONE, done="2009-04-20")
    assert "same day: it does not apply (the other text)" in events(made_timeline(step))[1].description
    late = replace(step, limits=(made_limit(state=State.IN_TIME, others=(replace(OTHER, state=State.LATE),)),))
    assert "by 19 April 2009; then it is late (the other text)" in events(made_timeline(late))[1].description


def test_a_doubt_of_the_wording_is_told_as_such() -> None:
    told = only(made_timeline(made_step(made_limit(doubt="the text is torn")))).description.value.split("\n")
    assert "The wording is doubted: The text is torn." in told


def test_a_day_that_was_kept_is_cancelled_and_one_that_was_not_stays() -> None:
    kept = made_step(made_limit(state=State.IN_TIME), standing=Standing.DONE, done="2009-04-19")
    late = made_step(made_limit(state=State.LATE), standing=Standing.DONE, done="2009-04-22", late_by=2)
    overdue = made_step(made_limit(state=State.OVERDUE), standing=Standing.NO_LONGER)
    assert [each.status for each in events(made_timeline(kept))] == [Status.CONFIRMED, Status.CANCELLED]
    assert [each.status for each in events(made_timeline(late))] == [Status.CONFIRMED, Status.CONFIRMED]
    assert [each.summary.partition(":")[0] for each in events(made_timeline(late, overdue))] == [
        "Done",
        "Last day, done too late",
        "Last day, overdue",
    ]


def test_a_day_for_what_cannot_come_any_more_is_cancelled() -> None:
    (event,) = events(made_timeline(made_step(made_limit(), standing=Standing.NO_LONGER)))
    assert event.status is Status.CANCELLED
    assert event.summary.startswith("Last day, no longer awaited: ")


def test_an_export_that_is_imported_twice_is_there_once() -> None:
    found = made_timeline(done_step("2009-04-10"), made_step(made_limit()))
    store = Store()
    store.take(found, STAMP)
    store.take(found, STAMP)
    assert len(store.kept) == 2


def test_a_later_export_moves_the_events_of_an_earlier_one() -> None:
    """First the last day rests on an open vote; then the vote is held; then its presentation is done in time."""
    unknown = made_limit(begun=None, earliest=None, latest=None)
    begun = done_step("2009-03-01", step="introduction")
    store = Store()
    store.take(made_timeline(begun, made_step(unknown, not_after="2009-05-05")), STAMP)
    assert (date(2009, 5, 5), "Last day, if all before it takes as long as it may") in store.shown()
    vote, later = done_step("2009-04-10"), STAMP + timedelta(days=2)
    store.take(made_timeline(begun, vote, made_step(made_limit()), as_of="2009-04-14"), later)
    acts = {(date(2009, 3, 1), "Done"), (date(2009, 4, 10), "Done")}
    assert store.shown() == {*acts, (date(2009, 4, 20), "Last day")}
    kept = made_step(made_limit(state=State.IN_TIME), standing=Standing.DONE, done="2009-04-19")
    store.take(made_timeline(begun, vote, kept, as_of="2009-04-19"), later + timedelta(days=5))
    assert store.shown() == {*acts, (date(2009, 4, 19), "Done")}


def test_a_case_keeps_its_events_when_the_day_moves_from_which_is_counted_back() -> None:
    """Nothing has begun yet; the day of an election is known, and is put off by a week."""
    store = Store()
    for week, (ahead, last) in enumerate([("2009-10-15", "2009-08-16"), ("2009-10-22", "2009-08-23")]):
        back = made_limit(begun=ahead, earliest=None, latest=last)
        store.take(made_timeline(made_step(back)), STAMP + timedelta(weeks=week))
    assert store.shown() == {(date(2009, 8, 23), "Last day")}


def test_a_case_is_another_where_its_first_period_begins_on_another_day() -> None:
    store = Store()
    for begun in ("2009-04-10", "2009-04-11"):
        store.take(made_timeline(made_step(made_limit(begun=begun, earliest=begun))), STAMP)
    assert len(store.kept) == 2


def test_an_older_export_does_not_undo_a_newer_one() -> None:
    store = Store()
    store.take(made_timeline(made_step(made_limit(latest="2009-04-22")), title="T"), STAMP, name="case")
    store.take(made_timeline(made_step(made_limit()), title="T"), STAMP - timedelta(seconds=1), name="case")
    assert {day for day, _ in store.shown()} == {date(2009, 4, 22)}


def test_two_cases_of_one_procedure_have_their_own_events() -> None:
    found = made_timeline(made_step(made_limit()))
    store = Store()
    store.take(found, STAMP)
    store.take(replace(found, title="Another motion"), STAMP)
    store.take(found, STAMP, name="first.yaml")
    store.take(found, STAMP, name="second.yaml")
    assert len(store.kept) == 4


def test_a_case_that_has_a_name_keeps_its_events_whatever_else_changes() -> None:
    found = made_timeline(made_step(made_limit()))
    other = replace(
        made_timeline(made_step(made_limit(begun="2008-01-01", earliest="2008-01-01", latest="2008-01-11"))),
        title="Renamed",
    )
    assert only(found, name="case").uid.value == only(other, name="case").uid.value


def test_the_file_follows_the_format_line_by_line() -> None:
    long = made_limit(says="Qanun, dərc olunduğu gündən; qüvvəyə minir: " * 9)
    data = calendar_file(made_timeline(made_step(long), title="Bir\nqanun"), STAMP)
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(line.decode() for line in lines[:-1])  # no letter is cut in two
    assert {b"BEGIN:VCALENDAR", b"VERSION:2.0", b"CALSCALE:GREGORIAN", b"METHOD:PUBLISH"} <= set(lines)
    assert b"X-WR-CALNAME:Bir qanun" in lines
    assert lines[-2:] == [b"END:VCALENDAR", b""]


def test_the_stamp_is_the_callers_and_the_same_export_gives_the_same_bytes() -> None:
    found = made_timeline(done_step("2009-04-10"), made_step(made_limit()))
    elsewhere = STAMP.astimezone(timezone(timedelta(hours=5)))
    assert calendar_file(found, STAMP) == calendar_file(found, elsewhere)
    event = exported(found, elsewhere)[0]
    assert event.dtstamp.value == event.last_modified.value == STAMP


def test_a_stamp_without_a_zone_is_refused() -> None:
    with pytest.raises(InputError, match="no time zone"):
        calendar_file(made_timeline(), datetime(2009, 4, 12))  # noqa: DTZ001 - that is the fault


def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(InputError, match=r'pip install "majlis\[calendar\]"'):
        calendar_file(made_timeline(), STAMP)


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    event = only(made_timeline(made_step(made_limit(latest="9999-12-31"))))
    assert event.dtstart.value == date(9999, 12, 31)
    assert "dtend" not in event.contents


@pytest.mark.parametrize("text", [r"\N", r"\n", r"a\\Nb", "a;b,c", r"\;"])
def test_a_backslash_before_a_letter_is_no_line_break(text: str) -> None:
    event = only(made_timeline(made_step(made_limit(doubt=text))))
    assert f"The wording is doubted: {sentence(text)}" in event.description.value


@given(TIMELINES.map(with_moments))
def test_all_that_is_told_comes_back(found: Timeline) -> None:
    made = [(each.at or each.day, each.summary.replace("\n", " "), each.description) for each in events(found)]
    read = [(each.dtstart.value, each.summary.value, each.description.value) for each in exported(found)]
    assert read == made


@given(TIMELINES)
def test_every_limit_with_a_last_day_has_its_event_with_its_words(found: Timeline) -> None:
    told = [each for each in events(found) if each.what is What.LAST]
    for step in found.steps:
        for limit in step.limits:
            if limit.latest:
                mine = [each for each in told if each.day == date.fromisoformat(limit.latest)]
                assert any(
                    limit.counting in each.description and sentence(limit.doubt) in each.description for each in mine
                )


@given(TIMELINES, LATER)
def test_events_have_identities_of_their_own_which_stay_and_revisions_that_rise(
    found: Timeline, later: datetime
) -> None:
    first, second = exported(found), exported(found, later)
    uids = [each.uid.value for each in first]
    assert len(set(uids)) == len(uids)
    assert [each.uid.value for each in second] == uids
    low, high = sorted((STAMP, later))
    revisions = dict(zip((STAMP, later), (first, second), strict=True)) if later != STAMP else {STAMP: first}
    for one, other in zip(revisions[low], revisions[high], strict=True):
        assert 0 <= int(one.sequence.value) <= int(other.sequence.value) < 2**31


@given(st.text(st.characters()))
def test_any_text_at_all_gives_a_file_that_can_be_read(text: str) -> None:
    found = made_timeline(made_step(made_limit(says=text), actors=(text,)), title=text)
    assert sentence(clean(text)) in only(found, name=text).description.value
    assert not {"Cc", "Cs", "Zl", "Zp"} & {category(each) for each in clean(text) if each != "\n"}


@given(TEXT)
def test_text_as_people_write_it_is_left_as_it_is(text: str) -> None:
    assert clean(text) == text
