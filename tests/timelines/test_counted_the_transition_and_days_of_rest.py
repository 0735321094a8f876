"""Dates counted on paper from the text, with a wall calendar, before anything here could count them."""

from __future__ import annotations

import pytest
from counted import SAME_DAY, WORKING_DAY, Counted, found

LAW = "az-1995/law"
IMPEACHMENT = "az-1995/impeachment"
PRIME_MINISTER = "az-1995/prime_minister_appointment"
JUDGE = "az-1995/judge_dismissal"
FIRST_HOUSE = "az-1995/transitional_first_sitting"
COURTS = "az-1995/judicial_reform"
COURT = "az-1995/court_establishment"
LOCAL = "az-1995/local_self_government"
COMMITTEE = "az-1921/committee_meeting"

# Three or four lines a case, laid out as on paper; the formatter would give every word a line of its own.
# fmt: off
TRANSITION = [
    # trans.4: the first meeting a week after 83 deputies are elected.
    Counted("a week after 12 November 1995 is the last day for the first meeting",
            FIRST_HOUSE, "trans.4:meeting", "first_meeting", {}, "1995-11-12", "1995-11-19", "12 + 7 = 19", given={"elected": "1995-11-12"}),
    Counted("the first house does not meet before that week is over",
            FIRST_HOUSE, "trans.4:not-before", "first_meeting", {}, "1995-11-19", None, "12 + 7 = 19", given={"elected": "1995-11-12"}),
    Counted("a week after 28 November 1995",
            FIRST_HOUSE, "trans.4:meeting", "first_meeting", {}, "1995-11-28", "1995-12-05", "29 and 30 November are 2 days; 5 more in December",
            given={"elected": "1995-11-28"}),
    Counted("a week that counts 28 November 1995",
            FIRST_HOUSE, "trans.4:meeting", "first_meeting", {}, "1995-11-28", "1995-12-04", "28, 29, 30 November are 3 days; 4 more in December",
            given={"elected": "1995-11-28"}, readings=SAME_DAY),
    Counted("a week that counts 28 November 1995 is over on 4 December",
            FIRST_HOUSE, "trans.4:not-before", "first_meeting", {}, "1995-12-04", None, "28, 29, 30 November are 3 days; 4 more in December",
            given={"elected": "1995-11-28"}, readings=SAME_DAY),
    # trans.7: two years. trans.10, trans.11: one year. From 27 November 1995.
    Counted("two years for the law on local self-government",
            LOCAL, "trans.7:law", "local_government_law", {}, "1995-11-27", "1997-11-27", "27 November of 1996, of 1997",
            given={"in_force_since": "1995-11-27"}),
    Counted("two years for the law on local self-government that count the first day",
            LOCAL, "trans.7:law", "local_government_law", {}, "1995-11-27", "1997-11-26", "27 November 1995 is the first day, 26 November 1997 the last",
            given={"in_force_since": "1995-11-27"}, readings=SAME_DAY),
    Counted("two years for the municipal elections, whenever the law comes",
            LOCAL, "trans.7:elections", "municipal_election", {"local_government_law": "1997-06-02"}, "1995-11-27", "1997-11-27",
            "27 November of 1996, of 1997; not counted from the law", given={"in_force_since": "1995-11-27"}),
    Counted("two years for the municipal elections that count the first day",
            LOCAL, "trans.7:elections", "municipal_election", {"local_government_law": "1997-06-02"}, "1995-11-27", "1997-11-26",
            "27 November 1995 is the first day, 26 November 1997 the last", given={"in_force_since": "1995-11-27"}, readings=SAME_DAY),
    Counted("one year for the laws on judges and courts",
            COURTS, "trans.10", "reform_laws", {}, "1995-11-27", "1996-11-27", "27 November 1995 not counted; 27 November 1996",
            given={"in_force_since": "1995-11-27"}),
    Counted("one year for the new appointment of the judges, whenever the laws come",
            COURTS, "trans.10", "appointments", {"reform_laws": "1996-09-10"}, "1995-11-27", "1996-11-27", "27 November 1996; not counted from the laws",
            given={"in_force_since": "1995-11-27"}),
    Counted("one year from 29 February 1996, had the Constitution been published then",
            COURTS, "trans.10", "reform_laws", {}, "1996-02-29", "1997-02-28", "1997 has no 29 February", given={"in_force_since": "1996-02-29"}),
    Counted("one year for the law on the Constitutional Court",
            COURT, "trans.11", "court_law", {}, "1995-11-27", "1996-11-27", "27 November 1996; the law came in October 1997",
            given={"in_force_since": "1995-11-27"}),
    Counted("one year for the Constitutional Court that counts the first day",
            COURT, "trans.11", "establishment", {"court_law": "1997-10-21"}, "1995-11-27", "1996-11-26",
            "27 November 1995 is the first day, 26 November 1996 the last", given={"in_force_since": "1995-11-27"}, readings=SAME_DAY),
    # 1921: the Central Executive Committee at least once in two months.
    Counted("two months from 15 June 1921",
            COMMITTEE, "committee.meeting", "session", {"opening": "1921-06-15"}, "1921-06-15", "1921-08-15", "15 July, 15 August"),
    Counted("two months from 31 December 1921 end on 28 February",
            COMMITTEE, "committee.meeting", "session", {"opening": "1921-12-31"}, "1921-12-31", "1922-02-28", "February 1922 has 28 days"),
    Counted("two months that begin with New Year's Day 1922",
            COMMITTEE, "committee.meeting", "session", {"opening": "1922-01-01"}, "1922-01-01", "1922-02-28", "January and February as a whole",
            readings=SAME_DAY),
    Counted("two months from 31 December 1923 end on 29 February",
            COMMITTEE, "committee.meeting", "session", {"opening": "1923-12-31"}, "1923-12-31", "1924-02-29", "1924 is a leap year"),
    Counted("two months run from the last meeting, and on into the edition of 1925",
            COMMITTEE, "committee.meeting", "next_session", {"opening": "1924-12-20", "committee_session": "1925-01-30"},
            "1925-01-30", "1925-03-30", "28 February does not matter; the same day number in March"),
]

WORKING_DAYS = [
    # An optional reading moves a last day that is a Saturday or a Sunday to the Monday after it.
    Counted("a last day on a Sunday in June is moved to Monday",
            LAW, "96.V", "vote", {"introduction": "2014-06-02", "urgency": "2014-06-02"}, "2014-06-02", "2014-06-23",
            "2 + 20 = 22 June 2014, a Sunday; Monday is the 23rd", readings=WORKING_DAY),
    Counted("a last day on a Saturday in April is moved to Monday",
            LAW, "96.IV", "vote", {"introduction": "2013-02-13"}, "2013-02-13", "2013-04-15",
            "13 April 2013 is a Saturday; Monday is the 15th", readings=WORKING_DAY),
    Counted("a last day on a Saturday in September is moved into October",
            PRIME_MINISTER, "118.II:resignation", "proposal", {}, "2012-09-15", "2012-10-01",
            "15 + 14 = 29 September 2012, a Saturday; Monday is 1 October", given={"cabinet_resigned": "2012-09-15"}, readings=WORKING_DAY),
    Counted("a last day on a Saturday in October is moved to Monday",
            JUDGE, "128.IV", "conclusions", {"request": "2013-09-05"}, "2013-09-05", "2013-10-07",
            "25 days in September, 5 in October: the 5th, a Saturday; Monday is the 7th",
            given={"court": "constitutional", "crime_of_judge": True}, readings=WORKING_DAY),
    Counted("a last day on a Sunday in October is moved to Monday",
            IMPEACHMENT, "107.I:conclusions", "conclusions", {}, "2017-09-08", "2017-10-09",
            "22 days in September, 8 in October: the 8th, a Sunday; Monday is the 9th",
            given={"start_of_the_period": "2017-09-08", "grave_crime": True}, readings=WORKING_DAY),
    Counted("the fifty-sixth day after a Saturday is a Saturday, and is moved to Monday",
            LAW, "110.I", "decision", {"introduction": "2014-07-01", "vote": "2014-08-29", "presentation": "2014-09-06"},
            "2014-09-06", "2014-11-03", "24 days in September, 31 in October, 1 November 2014, a Saturday; Monday is the 3rd",
            readings=WORKING_DAY),
    Counted("the last day is found first, with its first day counted, and then moved",
            JUDGE, "128.IV", "conclusions", {"request": "2013-09-06"}, "2013-09-06", "2013-10-07",
            "6 to 30 September are 25 days, 5 in October: the 5th, a Saturday; Monday is the 7th",
            given={"court": "constitutional", "crime_of_judge": True}, readings=(*SAME_DAY, *WORKING_DAY)),
    Counted("a last day on a working day stays where it is",
            LAW, "97.I", "presentation", {"introduction": "2018-03-01", "vote": "2018-04-12"}, "2018-04-12", "2018-04-26",
            "12 + 14 = 26 April 2018, a Thursday", readings=WORKING_DAY),
]
# fmt: on


@pytest.mark.parametrize("case", [*TRANSITION, *WORKING_DAYS], ids=lambda case: case.claim)
def test_the_transition_and_days_of_rest_are_counted_as_on_paper(case: Counted) -> None:
    assert found(case) == (case.earliest, case.latest, case.time), case.count
