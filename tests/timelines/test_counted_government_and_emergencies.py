"""Dates counted on paper from the text, with a wall calendar, before anything here could count them."""

from __future__ import annotations

import pytest
from counted import SAME_DAY, Counted, found

MARTIAL_LAW = "az-1995/martial_law"
EMERGENCY = "az-1995/state_of_emergency"
RESIGNATION = "az-1995/cabinet_resignation"
PRIME_MINISTER = "az-1995/prime_minister_appointment"
JUDGE = "az-1995/judge_dismissal"
NAKHCHIVAN = "az-1995/nakhchivan_assembly"

# Three or four lines a case, laid out as on paper; the formatter would give every word a line of its own.
# fmt: off
EMERGENCIES = [
    # 111 and 112: 24 hours from the announcement.
    Counted("twenty-four hours for the decree of 27 September 2020",
            MARTIAL_LAW, "111:submission", "submission", {"announcement": "2020-09-27T15:00"}, "2020-09-27", "2020-09-28",
            "no summer time in 2020: 15:00 on the next day (the hour is made up)", time="15:00"),
    Counted("twenty-four hours may be read to run from the signature",
            MARTIAL_LAW, "111:submission", "submission", {"signature": "2020-09-27T10:30", "announcement": "2020-09-27T15:00"},
            "2020-09-27", "2020-09-28", "signed at 10:30 (made up): 10:30 on the next day", readings=("hours_from=signature",), time="10:30"),
    Counted("twenty-four hours may be read to run from the taking effect",
            MARTIAL_LAW, "111:submission", "submission", {"announcement": "2020-09-27T15:00", "entry_into_force": "2020-09-28T00:00"},
            "2020-09-28", "2020-09-29", "in force from the beginning of 28 September: its end, which is the beginning of the 29th",
            readings=("hours_from=effect",), time="00:00"),
    Counted("twenty-four hours of martial law over the end of summer time",
            MARTIAL_LAW, "111:submission", "submission", {"announcement": "2012-10-27T18:00"}, "2012-10-27", "2012-10-28",
            "28 October 2012 is the last Sunday of October and has 25 hours: 17:00", time="17:00"),
    Counted("twenty-four hours of martial law may end on the day on which they began",
            MARTIAL_LAW, "111:submission", "submission", {"announcement": "2012-10-28T00:00"}, "2012-10-28", "2012-10-28",
            "28 October 2012 has 25 hours; one of them is left when 24 are over", time="23:00"),
    Counted("twenty-four hours of an emergency over the change to summer time",
            EMERGENCY, "112:submission", "submission", {"announcement": "2008-03-29T21:15"}, "2008-03-29", "2008-03-30",
            "30 March 2008 is the last Sunday of March and has 23 hours: 22:15", time="22:15"),
    Counted("twenty-four hours of an emergency on ordinary days",
            EMERGENCY, "112:submission", "submission", {"announcement": "2008-02-29T08:05"}, "2008-02-29", "2008-03-01",
            "the day after 29 February is 1 March: 08:05", time="08:05"),
]

GOVERNMENT_AND_JUDGES = [
    # 116: the Cabinet resigns on the very day.
    Counted("the Cabinet resigns on the day of the oath of 2018",
            RESIGNATION, "116", "resignation", {"taking_office": "2018-04-18"}, "2018-04-18", "2018-04-18", "that day, and no other"),
    Counted("the Cabinet resigns on 29 February if that is the day",
            RESIGNATION, "116", "resignation", {"taking_office": "2024-02-29"}, "2024-02-29", "2024-02-29", "that day, and no other"),
    # 118.II: one month from the day when the President takes office.
    Counted("one month from 31 October 2003 ends on 30 November",
            PRIME_MINISTER, "118.II:office", "proposal", {}, "2003-10-31", "2003-11-30",
            "November has 30 days; the proposal of 4 November was in time", given={"took_office": "2003-10-31"}),
    Counted("one month from 18 April 2018",
            PRIME_MINISTER, "118.II:office", "proposal", {}, "2018-04-18", "2018-05-18", "the same day number in May",
            given={"took_office": "2018-04-18"}),
    Counted("one month that counts its first day",
            PRIME_MINISTER, "118.II:office", "proposal", {}, "2018-04-18", "2018-05-17", "18 April is the first day, 17 May the last",
            given={"took_office": "2018-04-18"}, readings=SAME_DAY),
    Counted("one month from 31 January ends on 28 February",
            PRIME_MINISTER, "118.II:office", "proposal", {}, "2007-01-31", "2007-02-28", "February 2007 has 28 days",
            given={"took_office": "2007-01-31"}),
    Counted("one month from 31 January of a leap year ends on 29 February",
            PRIME_MINISTER, "118.II:office", "proposal", {}, "2008-01-31", "2008-02-29", "February 2008 has 29 days",
            given={"took_office": "2008-01-31"}),
    Counted("one month from 31 January 2100 ends on 28 February",
            PRIME_MINISTER, "118.II:office", "proposal", {}, "2100-01-31", "2100-02-28", "2100 is no leap year",
            given={"took_office": "2100-01-31"}),
    Counted("a month that begins with 1 February is February",
            PRIME_MINISTER, "118.II:office", "proposal", {}, "2008-02-01", "2008-02-29", "1 to 29 February",
            given={"took_office": "2008-02-01"}, readings=SAME_DAY),
    Counted("a month that counts 31 January as its first day ends on the eve of the last day of February",
            PRIME_MINISTER, "118.II:office", "proposal", {}, "2007-01-31", "2007-02-27",
            "without its first day it would end on 28 February; the project states that it ends a day earlier with it",
            given={"took_office": "2007-01-31"}, readings=SAME_DAY),
    # 118.II: two weeks from the resignation of the Cabinet.
    Counted("two weeks from the resignation of the Cabinet",
            PRIME_MINISTER, "118.II:resignation", "proposal", {}, "2018-04-18", "2018-05-02", "12 days in April, 2 in May",
            given={"cabinet_resigned": "2018-04-18"}),
    Counted("two weeks that count their first day",
            PRIME_MINISTER, "118.II:resignation", "proposal", {}, "2018-04-18", "2018-05-01", "18 to 30 April are 13 days; 1 May",
            given={"cabinet_resigned": "2018-04-18"}, readings=SAME_DAY),
    Counted("two weeks over the end of a year",
            PRIME_MINISTER, "118.II:resignation", "proposal", {}, "2012-12-20", "2013-01-03", "21 to 31 December are 11 days; 3 more in January",
            given={"cabinet_resigned": "2012-12-20"}),
    Counted("the two weeks may be read to hold when a new President takes office, too",
            PRIME_MINISTER, "118.II:resignation", "proposal", {}, "2018-04-18", "2018-05-02", "12 days in April, 2 in May",
            given={"took_office": "2018-04-18", "cabinet_resigned": "2018-04-18"}, readings=("proposal_period=two_weeks",)),
    # 118.III: one week from the proposal.
    Counted("a week for the consent of 2018",
            PRIME_MINISTER, "118.III", "consent", {"proposal": "2018-04-20"}, "2018-04-20", "2018-04-27", "20 + 7 = 27",
            given={"took_office": "2018-04-18"}),
    Counted("a week for the consent that counts its first day",
            PRIME_MINISTER, "118.III", "consent", {"proposal": "2018-04-20"}, "2018-04-20", "2018-04-26", "20 April is the first day, 26 April the seventh",
            given={"took_office": "2018-04-18"}, readings=SAME_DAY),
    Counted("a week over 29 February",
            PRIME_MINISTER, "118.III", "consent", {"proposal": "2012-02-24"}, "2012-02-24", "2012-03-02",
            "25 to 29 February are 5 days; 2 more in March", given={"cabinet_resigned": "2012-02-20"}),
    Counted("a week into the new year",
            PRIME_MINISTER, "118.III", "consent", {"proposal": "2013-12-27"}, "2013-12-27", "2014-01-03",
            "28 to 31 December are 4 days; 3 more in January", given={"cabinet_resigned": "2013-12-20"}),
    # 128.IV: 30 days after the request.
    Counted("thirty days from 31 January of a common year",
            JUDGE, "128.IV", "conclusions", {"request": "2006-01-31"}, "2006-01-31", "2006-03-02", "February has 28 days; 2 more in March",
            given={"court": "constitutional", "crime_of_judge": True}),
    Counted("thirty days from 31 January of a leap year",
            JUDGE, "128.IV", "conclusions", {"request": "2008-01-31"}, "2008-01-31", "2008-03-01", "February has 29 days; 1 March is the thirtieth",
            given={"court": "constitutional", "crime_of_judge": True}),
    Counted("thirty days from 31 January, that day counted",
            JUDGE, "128.IV", "conclusions", {"request": "2006-01-31"}, "2006-01-31", "2006-03-01",
            "31 January is the first, February has 28, together 29; 1 March is the thirtieth",
            given={"court": "constitutional", "crime_of_judge": True}, readings=SAME_DAY),
    Counted("thirty days from 1 November under the text of 1995",
            JUDGE, "128.IV", "conclusions", {"request": "2001-11-01"}, "2001-11-01", "2001-12-01", "2 to 30 November are 29 days; 1 December",
            given={"court": "constitutional", "crime_of_judge": True}),
    # 137.II: five years of the Ali Majlis.
    Counted("five years of the Ali Majlis elected in 2015",
            NAKHCHIVAN, "137.II", "next_election", {"election": "2015-11-01"}, "2015-11-01", "2020-11-01", "1 November 2015 and five years"),
    Counted("five years of the Ali Majlis that count the day of its election",
            NAKHCHIVAN, "137.II", "next_election", {"election": "2015-11-01"}, "2015-11-01", "2020-10-31",
            "1 November 2015 is the first day, 31 October 2020 the last", readings=SAME_DAY),
    Counted("five years of an Ali Majlis elected on 29 February",
            NAKHCHIVAN, "137.II", "next_election", {"election": "2004-02-29"}, "2004-02-29", "2009-02-28", "2009 has no 29 February"),
    Counted("five years of the Ali Majlis may be read to run from its first meeting",
            NAKHCHIVAN, "137.II", "next_election", {"election": "2015-11-01", "first_meeting": "2015-11-19"}, "2015-11-19", "2020-11-19",
            "19 November 2015 and five years", readings=("nakhchivan_term_from=first_meeting",)),
]
# fmt: on


@pytest.mark.parametrize("case", [*EMERGENCIES, *GOVERNMENT_AND_JUDGES], ids=lambda case: case.claim)
def test_government_and_emergencies_are_counted_as_on_paper(case: Counted) -> None:
    assert found(case) == (case.earliest, case.latest, case.time), case.count
