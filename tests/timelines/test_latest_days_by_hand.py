"""Latest days worked out by hand: bounds, fixed days, steps that nobody takes, readings, and what is said of them."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from timeline_command import refused, words

from majlis.questions.backwards import backwards
from majlis.render.backwards import backwards_page
from majlis.render.printer import show

if TYPE_CHECKING:
    from majlis.questions.latest_days import Backwards

LAW, CONSTITUTIONAL, IMPEACHMENT = "az-1995/law", "az-1995/constitutional_law", "az-1995/impeachment"
BY_ELECTION, PRESIDENT = "az-1995/by_election", "az-1995/presidential_election"


def page(found: Backwards) -> str:
    """What is printed, with every gap as one space."""
    printed = StringIO()
    show(backwards_page(found), printed, width=100)
    return " ".join(printed.getvalue().split())


# A period that counts back from a day to come


def test_a_day_to_come_bounds_a_step_by_the_days_that_must_be_left() -> None:
    # 25 days back from 24 November: 24 of November, and 1 of October, which leaves 30 October.
    found = backwards(BY_ELECTION, "2015-11-01", to="voting", given={"term_end": "2015-11-24"})
    for name in ("seat", "voting"):
        assert (found.step(name).whole, found.step(name).at_once) == ("2015-10-30", "2015-10-30")
        assert [bound.day for bound in found.step(name).bounds] == ["2015-10-30"]
    assert "25 days back from 24 November 2015: 30 October 2015" in found.step("voting").bounds[0].counting
    earlier = backwards(BY_ELECTION, "2015-10-20", to="voting", given={"term_end": "2015-11-24"})
    assert earlier.step("voting").whole == "2015-10-20", "the end asks for more than the term does"


def test_a_day_to_come_that_is_not_given_remains_a_condition() -> None:
    found = backwards(BY_ELECTION, "2015-11-01", to="voting")
    (bound,) = found.step("voting").bounds
    assert (found.step("voting").whole, bound.day, bound.counting) == ("2015-11-01", None, "")
    assert bound.period == 'at least 25 days before the day "term end"'
    assert "that day is not given, so this remains a condition" in page(found)


def test_a_day_that_the_case_gives_bounds_what_is_counted_from_it() -> None:
    # The oath within 7 years of 18 April 2018; the announcement 3 days before, the round 14 days before that.
    found = backwards(PRESIDENT, "2025-06-01", given={"term_began": "2018-04-18"})
    wanted = {"first_round": "2025-04-01", "announcement": "2025-04-15", "oath": "2025-04-18"}
    assert {name: found.step(name).whole for name in wanted} == wanted
    assert {found.step(name).at_once for name in wanted} == {"2025-04-18"}


def test_a_wait_that_the_given_day_leaves_no_room_for_is_said() -> None:
    # A week from 29 January 1996 is over on 5 February.
    found = backwards("az-1995/transitional_first_sitting", "1996-01-31", given={"elected": "1996-01-29"})
    assert any("may not come before 5 February 1996" in note for note in found.notes)
    later = backwards("az-1995/transitional_first_sitting", "1996-02-05", given={"elected": "1996-01-29"})
    assert not later.notes


# Days that a rule fixes


def test_a_second_round_stands_on_its_sunday_in_both_columns() -> None:
    # 3 days back from 2 May is 29 April, 14 more is Tuesday 15 April; the Sunday before it is the 13th, and it is the
    # second one after Saturday the 5th. At once: Sunday 27 April, the second one after Saturday the 19th.
    found = backwards(PRESIDENT, "2025-05-02", via=("second_round",))
    assert (found.step("second_round").whole, found.step("first_round").whole) == ("2025-04-13", "2025-04-05")
    assert (found.step("second_round").at_once, found.step("first_round").at_once) == ("2025-04-27", "2025-04-19")
    # Forwards from the 13th: 14 days lead to 27 April, 3 more to 30 April.
    assert (found.step("announcement").whole, found.step("oath").whole) == ("2025-04-27", "2025-04-30")


def test_a_fixed_day_counts_where_only_a_condition_is_open() -> None:
    # The first Sunday of November 2015 is the 1st, five years on from any day of 2010.
    found = backwards("az-1995/parliamentary_election", "2015-12-01")
    election, voting = found.step("last_election"), found.step("voting")
    assert (voting.whole, voting.at_once) == ("2015-11-01", "2015-11-01")
    assert (election.whole, election.at_once) == ("2010-12-31", "2010-12-31")
    missed = backwards("az-1995/parliamentary_election", "2015-10-31")
    assert missed.step("voting").whole == "2014-11-02", "the Sunday of 2015 is a day too late"


# A schedule that can be kept


def test_no_step_comes_after_the_period_that_the_day_of_its_start_gives() -> None:
    found = backwards(CONSTITUTIONAL, "2012-12-01")
    # Whole: 56 and 14 days back from 1 December, then six months; forwards 14 days from 22 March, 56 from 5 April.
    wanted = ("2012-03-22", "2012-03-22", "2012-04-05", "2012-05-31", "2012-09-22", "2012-10-06", "2012-12-01")
    assert tuple(step.whole for step in found.steps) == wanted
    # At once: six months back from 1 December; forwards 14 days from 1 June, 56 from 15 June.
    wanted = ("2012-06-01", "2012-06-01", "2012-06-15", "2012-08-10", "2012-12-01", "2012-12-01", "2012-12-01")
    assert tuple(step.at_once for step in found.steps) == wanted


# Ways over a step that nobody takes


def test_the_period_of_a_missed_step_has_run_out_the_day_before() -> None:
    # Two months from 31 March end on 31 May, so that the accusation is rejected on 1 June; 30 days back is 1 March.
    found = backwards(IMPEACHMENT, "2010-06-01", to="accusation_rejected")
    vote, begin = found.step("dismissal_vote"), found.step("introduction")
    assert (vote.lapse, vote.whole, vote.at_once) == ("missed", "2010-05-31", "2010-05-31")
    assert (begin.whole, begin.at_once) == ("2010-03-31", "2010-03-31")
    assert found.step("start_of_the_period").whole == "2010-03-01"
    assert "Nobody does the dismissal vote on this way" in page(found)


def test_a_week_that_runs_out_is_counted_before_what_comes_earlier() -> None:
    # The week ends on 31 May, so it begins on the 24th; two months back 24 March, 30 days back 22 February.
    found = backwards(IMPEACHMENT, "2010-06-01", to="void")
    days = {each.step: (each.whole, each.at_once) for each in found.steps}
    assert days["countersignature"] == ("2010-05-31", "2010-05-31")
    assert days["dismissal_vote"] == ("2010-05-24", "2010-05-24")
    assert days["introduction"] == ("2010-03-24", "2010-05-24")
    assert days["start_of_the_period"] == ("2010-02-22", "2010-05-24")


def test_a_late_act_comes_when_its_period_is_over() -> None:
    # The further refusal within a year of the late one; the year before that has run out on 31 May 2019.
    over = ("second_refusal", "further_refusal")
    found = backwards("az-1995/dissolution", "2020-06-01", to="dissolution", via=over)
    assert (found.step("second_refusal").lapse, found.step("second_refusal").whole) == ("late", "2019-06-01")
    assert (found.step("occasion").whole, found.step("occasion").at_once) == ("2018-05-31", "2019-05-31")


def test_what_is_missed_starts_no_period() -> None:
    found = backwards("az-1995/first_sitting", "2010-12-01", via=("fallback",))
    assert found.step("approval").lapse == "missed"
    assert found.step("approval").whole == "2010-10-10", "10 October or 10 March"
    assert (found.step("first_meeting").whole, found.step("first_meeting").no_period) == ("2010-12-01", True)


def test_a_step_that_comes_twice_has_a_day_for_each_round() -> None:
    # A week back from 1 July, and another; the proposals within a month of taking office: 17 May.
    found = backwards("az-1995/prime_minister_appointment", "2010-07-01", via=("consent", "proposal"))
    assert [each.step for each in found.steps if not each.fact] == [
        "proposal", "consent", "proposal 2", "consent 2", "appointment",
    ]  # fmt: skip
    assert found.step("took_office").whole == "2010-05-17"
    days = {each.step: each.whole for each in found.steps}
    assert (days["proposal"], days["proposal 2"], days["consent 2"]) == ("2010-06-17", "2010-06-17", "2010-06-24")
    assert days["consent"] == "2010-06-17", "it comes before the second proposal"


# Readings that were not taken


def test_the_beginning_is_counted_under_each_reading_that_is_not_taken() -> None:
    # 55 days back from 1 December: 7 October; 13 more: 24 September; six months are waited for in full.
    found = backwards(CONSTITUTIONAL, "2012-12-01")
    other = next(each for each in found.others if (each.question, each.reading) == ("counting", "same_day"))
    assert (other.step, other.whole, other.at_once) == ("introduction", "2012-03-24", "2012-06-01")
    assert other.source
    assert other.asks
    assert "Under the reading 'same day' of counting: 24 March 2012 / 1 June 2012." in page(found)


def test_a_reading_that_is_taken_is_not_told_again_and_days_of_rest_only_if_asked_for() -> None:
    found = backwards(CONSTITUTIONAL, "2012-12-01", readings=("counting=same_day",))
    assert all(each.reading != "same_day" for each in found.others)
    assert any((each.reading, each.whole) == ("day_after", "2012-03-22") for each in found.others)
    assert all(each.question != "rest_days" for each in found.others)


def test_readings_that_change_nothing_are_not_told() -> None:
    found = backwards(CONSTITUTIONAL, "2012-12-01")
    first = found.steps[0]
    assert all((each.whole, each.at_once) != (first.whole, first.at_once) for each in found.others)
    assert not backwards(CONSTITUTIONAL, "2012-12-01", other_readings=False).others


def test_a_reading_may_let_another_day_start_the_period() -> None:
    others = backwards(IMPEACHMENT, "2010-06-01", to="void").others
    receipt = {each.step: each.whole for each in others if each.reading == "receipt"}
    assert receipt["decree_received"] == "2010-05-24", "a week back from 31 May"


def test_last_days_that_move_are_counted_from_the_working_day_before() -> None:
    # 4 July 2010 is a Sunday, Friday is the 2nd; 56 days back: 30 of June, 24 of May, to 7 May.
    found = backwards(LAW, "2010-07-04", to="decision", matter="94.I.3", readings=("rest_days=next_working_day",))
    assert (found.step("decision").whole, found.step("presentation").whole) == ("2010-07-02", "2010-05-07")
    (back,) = found.step("presentation").backs
    assert "2 July 2010 (the last working day before Sunday 4 July 2010)" in back.counting


# What is said beside the days


def test_a_period_that_holds_only_under_a_condition_makes_no_beginning_safe() -> None:
    found = backwards(LAW, "2010-07-01", matter="94.I.3")
    assert found.step("vote").conditional
    assert not found.step("presentation").conditional, "14 days or 24 hours: one of them always applies"
    assert not found.step("decision").conditional
    assert "For the vote the text sets a period only under conditions" in page(found)
    assert "no beginning is safe" in page(found)
    assert "no beginning is safe" not in page(backwards("az-1995/cabinet_resignation", "2010-07-01"))


def test_of_several_days_only_one_starts_the_period() -> None:
    found = backwards("az-1995/prime_minister_appointment", "2010-07-01")
    assert all(each.alternative for each in found.beginnings())
    assert 'the day "took office", if it starts the period, must come by 24 May 2010' in page(found)
    assert not backwards("az-1995/parliamentary_election", "2015-12-01").steps[0].alternative


def test_days_before_the_first_edition_are_said_to_lie_before_the_constitution() -> None:
    (note,) = backwards(LAW, "1996-01-15", matter="94.I.3").notes
    assert "was not in force before 27 November 1995" in note
    assert "edition before" not in note


def test_a_day_in_the_window_of_a_first_day_is_doubtful() -> None:
    # The first day of the edition of 2009 lies between 18 March and 1 April.
    (note,) = backwards(LAW, "2009-03-25", matter="94.I.3").notes
    assert "On 25 March 2009 it is not certain whether the edition of 2009 was already in force" in note
    assert not any("certain" in each for each in backwards(LAW, "2009-03-25", edition="2009").notes)
    early = backwards(LAW, "2009-03-25", readings=("first_day.2009=earliest",))
    assert early.edition == "2009"
    assert any("taken to be in force from 18 March 2009 on" in each for each in early.notes)


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("az-1995/treaty", "ratified"),
        ("az-1995/consent", "carried_out"),
        ("az-1995/prosecutor_general", "appointed"),
        ("az-1995/extraordinary_session", "held"),
        (LAW, "in_force"),
        ("az-1995/presidential_vacancy", "nobody_acts"),  # each other end lies beyond a silence, or needs no act
    ],
)
def test_the_end_is_by_default_one_that_an_act_leads_to(name: str, end: str) -> None:
    found = backwards(name, "2012-07-01")
    assert (found.target, found.by_default) == (end, True)
    assert f'The end, as none was named: "{end.replace("_", " ")}".' in page(found)
    assert not backwards(name, "2012-07-01", to=end).by_default


def test_a_way_on_which_nobody_acts_is_refused() -> None:
    said = refused("az-1995/voting_right", "--backwards", "--by", "2010-07-01")
    assert "nobody acts on the way to has_right" in said


def test_options_that_do_not_go_with_counting_back_are_named() -> None:
    asked = (LAW, "--backwards", "--by", "2010-07-01")
    said = refused(*asked, "--from", "2010-01-01")
    assert "does not go with --from, --done, --as-of, --ics, --csv or --svg" in said
    assert "by 25 February 2010" in words(*asked, "--edition", "2009", "--readings", "counting=same_day")
