"""Cases that begin under one edition and end under the next: each step by its own, each period by that of its start."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import majlis
from majlis.questions.timed import Limit, OtherDate, State, Timeline

ELECTION, VACANCY, SITTING = "az-1995/presidential_election", "az-1995/presidential_vacancy", "az-1995/first_sitting"
DAY = timedelta(days=1)


def planned(name: str, done: dict[str, Any], **asked: Any) -> Timeline:
    return majlis.timeline(name, done=done, engine="meaning", **asked)


def limit(found: Timeline, cite: str, step: str = "") -> Limit:
    known = found.limit(cite, step)
    assert known is not None, f"{cite} sets no limit"
    return known


def by_first_day(found: Limit, edition: str) -> OtherDate | None:
    """What a limit comes to if the other end of the doubt about an edition's first day is taken."""
    return next((each for each in found.others if each.question == f"first_day.{edition}"), None)


def doubts(found: Timeline) -> list[str]:
    return [note for note in found.notes if "not certain" in note]


# 102: results within 7 days until 2002, within 14 from then on. The edition of 2002 came into force between 24 August
# and 19 September 2002.


@pytest.mark.parametrize(
    ("voted", "edition", "due"),
    [
        ("2002-08-20", "1995", "2002-08-27"),
        ("2002-08-23", "1995", "2002-08-30"),  # ends inside the window, and began before it
        ("2002-09-01", "1995", "2002-09-08"),
        ("2002-09-18", "1995", "2002-09-25"),  # in doubt, so the edition before; ends under that of 2002
        ("2002-09-19", "2002", "2002-10-03"),
        ("2002-10-01", "2002", "2002-10-15"),
    ],
)
def test_the_results_of_2002_are_due_by_the_edition_of_the_voting(voted: str, edition: str, due: str) -> None:
    found = limit(planned(ELECTION, {"first_round": voted}), "102")
    assert (found.edition, found.begun, found.latest) == (edition, voted, due)


def test_the_doubt_about_2002_is_named_on_each_day_of_its_window_and_on_no_other() -> None:
    first, last = date(2002, 8, 24), date(2002, 9, 18)  # on 19 September the edition of 2002 was in force for certain
    for days in range(34):
        voted = date(2002, 8, 20) + days * DAY
        inside = first <= voted <= last
        found = planned(ELECTION, {"first_round": voted})
        assert len(doubts(found)) == inside
        other = by_first_day(limit(found, "102"), "2002")
        assert (other is not None) == inside, voted
        if other:
            assert limit(found, "102").latest == (voted + 7 * DAY).isoformat()
            assert other.latest == (voted + 14 * DAY).isoformat()
            assert "2002" in doubts(found)[0]
            assert "24 August 2002" in doubts(found)[0]
            assert "19 September 2002" in doubts(found)[0]


def test_the_other_end_of_the_doubt_can_be_taken() -> None:
    found = planned(ELECTION, {"first_round": "2002-09-01"}, readings=("first_day.2002=earliest",))
    assert limit(found, "102").latest == "2002-09-15"
    assert not doubts(found)
    assert any("taken to be in force from 24 August 2002" in note for note in found.notes)
    other = by_first_day(limit(found, "102"), "2002")
    assert other is not None
    assert other.latest == "2002-09-08"


@pytest.mark.parametrize(("edition", "due"), [("1995", "2002-09-08"), ("2002", "2002-09-15"), ("2016", "2002-09-15")])
def test_an_edition_that_is_named_ends_the_doubt_and_its_notes(edition: str, due: str) -> None:
    found = planned(ELECTION, {"first_round": "2002-09-01"}, edition=edition)
    assert limit(found, "102").latest == due
    assert found.editions == (edition,)
    assert found.notes == ()
    assert not any(step.notes for step in found.steps)
    assert by_first_day(limit(found, "102"), "2002") is None


def test_results_of_the_old_period_are_late_even_where_the_new_one_would_take_them_in() -> None:
    # Voted on 20 August 2002, announced on 1 September: 7 days end on 27 August; 14 days would end on 3 September.
    done = {"first_round": "2002-08-20", "announcement": "2002-09-20"}
    assert planned(ELECTION, done).step("announcement").late_by == 24
    soon = planned(ELECTION, {**done, "announcement": "2002-09-01"})
    assert soon.step("announcement").state is State.LATE
    pinned = planned(ELECTION, {**done, "announcement": "2002-09-01"}, edition="2002")
    assert pinned.step("announcement").state is State.IN_TIME


def test_a_case_under_two_editions_says_so_and_each_step_has_its_own() -> None:
    found = planned(ELECTION, {"first_round": "2002-08-20", "announcement": "2002-09-25"})
    assert (found.step("first_round").edition, found.step("announcement").edition) == ("1995", "2002")
    assert found.editions == ("1995", "2002")
    assert any("editions of 1995 and 2002" in note for note in found.notes)
    assert limit(found, "102").edition == "1995", "a period takes the edition of the day that starts it"


def test_a_case_under_one_edition_says_nothing_of_editions() -> None:
    assert planned(ELECTION, {"first_round": "2013-10-09", "announcement": "2013-10-20"}).notes == ()


# 105.I: three months until 2016, 60 days from then on; in force between 26 September and 10 October 2016.


@pytest.mark.parametrize(
    ("left", "edition", "due"),
    [
        ("2016-09-20", "2009", "2016-12-20"),
        ("2016-10-01", "2009", "2017-01-01"),
        ("2016-10-09", "2009", "2017-01-09"),
        ("2016-10-10", "2016", "2016-12-09"),  # 21 days of October, 30 of November, 9 of December
        ("2016-10-11", "2016", "2016-12-10"),
    ],
)
def test_a_new_president_is_due_by_the_edition_of_the_departure(left: str, edition: str, due: str) -> None:
    found = limit(planned(VACANCY, {"resignation_accepted": left}), "105.I", "election")
    assert (found.edition, found.latest) == (edition, due)


def test_in_the_window_of_2016_the_sixty_days_stand_beside_the_three_months() -> None:
    found = planned(VACANCY, {"resignation_accepted": "2016-10-01"})
    other = by_first_day(limit(found, "105.I", "election"), "2016")
    assert other is not None
    assert other.latest == "2016-11-30", "30 days of October, 30 of November"
    assert len(doubts(found)) == 1
    assert found.step("election").tentative


def test_an_election_after_sixty_days_is_in_time_where_the_three_months_had_begun() -> None:
    done = {"resignation_accepted": "2016-09-20", "election": {"date": "2016-11-25", "step": "election"}}
    found = planned(VACANCY, done)
    step = found.step("election")
    assert (step.state, step.edition, step.latest) == (State.IN_TIME, "2016", "2016-12-20")
    assert any("editions of 2009 and 2016" in note for note in found.notes)
    pinned = planned(VACANCY, done, edition="2016")
    # 10 days of September, 31 of October, 19 of November.
    assert (pinned.step("election").state, pinned.step("election").latest) == (State.LATE, "2016-11-19")
    assert pinned.step("election").late_by == 6
    assert pinned.notes == ()


def test_a_step_that_may_come_under_the_next_edition_says_so() -> None:
    notes = planned(VACANCY, {"resignation_accepted": "2016-09-20"}).step("election").notes
    assert any("edition of 2016 governs it" in note for note in notes)
    before = planned(VACANCY, {"resignation_accepted": "2016-05-20"})  # three months end on 20 August
    assert before.step("election").notes == ()
    after = planned(VACANCY, {"resignation_accepted": "2017-05-20"})
    assert after.step("election").notes == ()


# 101.I: five years until 2016, seven from then on.


@pytest.mark.parametrize(
    ("began", "edition", "ends"),
    [
        ("2008-10-24", "2002", "2013-10-24"),
        ("2013-10-19", "2009", "2018-10-19"),
        ("2018-04-18", "2016", "2025-04-18"),
    ],
)
def test_a_term_has_the_length_of_the_edition_in_which_it_began(began: str, edition: str, ends: str) -> None:
    for as_of in ("2018-10-01", "2019-01-01"):
        found = limit(planned(ELECTION, {"term_began": began}, as_of=as_of), "101.I:end")
        assert (found.edition, found.latest) == (edition, ends)


def test_the_term_that_ran_in_2016_may_be_read_as_seven_years() -> None:
    found = limit(planned(ELECTION, {"term_began": "2013-10-19"}, as_of="2018-01-01"), "101.I:end")
    seven = [each.latest for each in found.others if (each.question, each.reading) == ("running_term", "seven")]
    assert seven == ["2020-10-19"]
    older = limit(planned(ELECTION, {"term_began": "2008-10-24"}, as_of="2013-01-01"), "101.I:end")
    assert not [each for each in older.others if each.question == "running_term"], "it had ended by then"


# 88.I: a week that begins with the approval until 2009, a week from the approval on from then; in force between
# 18 March and 1 April 2009.


@pytest.mark.parametrize(
    ("election", "approved", "cite", "due"),
    [
        ("2005-11-06", "2005-11-25", "88.I:from-the-day", "2005-12-01"),
        ("2009-03-12", "2009-03-17", "88.I:from-the-day", "2009-03-23"),
        ("2009-03-12", "2009-03-20", "88.I:from-the-day", "2009-03-26"),
        ("2009-03-12", "2009-04-01", "88.I", "2009-04-08"),
        ("2010-11-07", "2010-11-22", "88.I", "2010-11-29"),
    ],
)
def test_the_week_of_the_first_meeting_is_counted_by_the_edition_of_the_approval(
    election: str, approved: str, cite: str, due: str
) -> None:
    found = planned(SITTING, {"election": election, "approval": approved})
    assert limit(found, cite, "first_meeting").latest == due
    other = {"88.I": "88.I:from-the-day", "88.I:from-the-day": "88.I"}[cite]
    assert found.limit(other, "first_meeting") is None, "one of the two weeks holds, not both"


def test_in_the_window_of_2009_the_week_of_the_old_text_may_not_apply() -> None:
    found = planned(SITTING, {"election": "2009-03-12", "approval": "2009-03-20"})
    other = by_first_day(limit(found, "88.I:from-the-day", "first_meeting"), "2009")
    assert other is not None
    assert (other.earliest, other.latest, other.state) == (None, None, None)
    assert any("edition of 2009" in note and "18 March 2009" in note for note in doubts(found))


# The constitutions of 1921 and 1925.


def test_what_the_constitution_of_1921_ends_before_is_said_at_the_step() -> None:
    found = planned("az-1921/committee_meeting", {"opening": "1927-02-15"})
    assert any("in force until" in note for note in found.step("session").notes)
    assert not planned("az-1921/committee_meeting", {"opening": "1923-02-15"}).step("session").notes
