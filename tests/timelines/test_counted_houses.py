"""Dates counted on paper from the text, with a wall calendar, before anything here could count them."""

from __future__ import annotations

import pytest
from counted import SAME_DAY, Counted, found

HOUSE_ELECTION = "az-1995/parliamentary_election"
BY_ELECTION = "az-1995/by_election"
FIRST_SITTING = "az-1995/first_sitting"
OLD_HOUSE = "az-1995/outgoing_house"
DISSOLUTION = "az-1995/dissolution"

# Three or four lines a case, laid out as on paper; the formatter would give every word a line of its own.
# fmt: off
HOUSES = [
    # 84.I with 87.I: five years from the first meeting.
    Counted("the house that first met on 24 November 2015 decides until 24 November 2020",
            OLD_HOUSE, "84.I:old-house", "decision", {}, "2015-11-24", "2020-11-24", "24 November 2015 and five years",
            given={"house_met": "2015-11-24", "term_extended": False}),
    Counted("five years that count the day of the first meeting",
            OLD_HOUSE, "84.I:old-house", "decision", {}, "2015-11-24", "2020-11-23", "24 November 2015 is the first day, 23 November 2020 the last",
            given={"house_met": "2015-11-24", "term_extended": False}, readings=SAME_DAY),
    Counted("five years of a house that first met on 29 February 2000",
            OLD_HOUSE, "84.I:old-house", "decision", {}, "2000-02-29", "2005-02-28", "2000 has a 29 February, 2005 has none",
            given={"house_met": "2000-02-29"}),
    # 84.II: every five years on the first Sunday of November.
    Counted("the house elected in 1995 is followed by one elected on 5 November 2000",
            HOUSE_ELECTION, "84.II", "voting", {}, "2000-11-05", "2000-11-05", "1 November 2000 is a Wednesday; the first Sunday is the 5th",
            given={"last_election": "1995-11-12"}),
    Counted("the house elected in 2000 is followed by one elected on 6 November 2005",
            HOUSE_ELECTION, "84.II", "voting", {}, "2005-11-06", "2005-11-06", "1 November 2005 is a Tuesday; the first Sunday is the 6th",
            given={"last_election": "2000-11-05"}),
    Counted("the first Sunday of November may be its first day",
            HOUSE_ELECTION, "84.II", "voting", {}, "2015-11-01", "2015-11-01", "1 November 2015 is a Sunday",
            given={"last_election": "2010-11-07"}),
    Counted("the house elected in 2015 would have been followed on 1 November 2020",
            HOUSE_ELECTION, "84.II", "voting", {}, "2020-11-01", "2020-11-01", "1 November 2020 is a Sunday, too",
            given={"last_election": "2015-11-01", "last_extraordinary": False}),
    Counted("the election day of 2104",
            HOUSE_ELECTION, "84.II", "voting", {}, "2104-11-02", "2104-11-02", "1 November 2104 is a Saturday; the first Sunday is the 2nd",
            given={"last_election": "2099-11-01", "last_extraordinary": False}),
    # 98-1.II: after an extraordinary election in the fifth year of the term of that house.
    Counted("the house that first met on 10 March 2020 is followed on 3 November 2024",
            HOUSE_ELECTION, "98-1.II", "voting", {}, "2024-11-03", "2024-11-03",
            "its fifth year runs from 10 March 2024 to 9 March 2025; 1 November 2024 is a Friday, the first Sunday is the 3rd",
            given={"last_election": "2020-02-09", "last_extraordinary": True, "house_met": "2020-03-10"}),
    Counted("the house that first met on 23 September 2024 is followed on 5 November 2028",
            HOUSE_ELECTION, "98-1.II", "voting", {}, "2028-11-05", "2028-11-05",
            "its fifth year runs from 23 September 2028 to 22 September 2029; 1 November 2028 is a Wednesday, the first Sunday is the 5th",
            given={"last_election": "2024-09-01", "last_extraordinary": True, "house_met": "2024-09-23"}),
    Counted("a house that first meets after the first Sunday of November has its fifth year later",
            HOUSE_ELECTION, "98-1.II", "voting", {}, "2023-11-05", "2023-11-05",
            "its fifth year runs from 20 November 2022 to 19 November 2023; the first Sunday of November in it is 5 November 2023",
            given={"last_election": "2018-10-14", "last_extraordinary": True, "house_met": "2018-11-20"}),
    Counted("the fifth year may be read to run from the election",
            HOUSE_ELECTION, "98-1.II", "voting", {}, "2022-11-06", "2022-11-06",
            "counted from the election its fifth year runs from 14 October 2022; 1 November 2022 is a Tuesday, the first Sunday is the 6th",
            given={"last_election": "2018-10-14", "last_extraordinary": True, "house_met": "2018-11-20"},
            readings=("fifth_year=election",)),
    # 87.II: no by-election with less than 25 days of the term left, counted back from its end.
    Counted("twenty-five days back from 24 November 2015",
            BY_ELECTION, "87.II", "voting", {"seat_vacated": "2015-09-01"}, None, "2015-10-30",
            "24 days in November and 31 October are the 25 days that are left on 30 October", given={"term_end": "2015-11-24"}),
    Counted("twenty-five days back, the day of the election counted among them",
            BY_ELECTION, "87.II", "voting", {"seat_vacated": "2015-09-01"}, None, "2015-10-31",
            "24 days in November and 31 October itself", given={"term_end": "2015-11-24"}, readings=SAME_DAY),
    Counted("twenty-five days back over 29 February",
            BY_ELECTION, "87.II", "voting", {"seat_vacated": "2020-01-15"}, None, "2020-02-14",
            "10 days in March and 15 to 29 February, which are 15", given={"term_end": "2020-03-10"}),
    Counted("a hundred and twenty days back from 24 November 2015",
            BY_ELECTION, "87.II", "voting", {"seat_vacated": "2015-06-01"}, None, "2015-07-27",
            "24 in November, 31 in October, 30 in September, 31 in August, together 116; 28 to 31 July are 4",
            given={"term_end": "2015-11-24"}, readings=("by_election_days=hundred_twenty",)),
    Counted("a deputy leaves while twenty-five days are left",
            BY_ELECTION, "87.II:left", "seat", {}, None, "2005-11-07", "2 days in December and 8 to 30 November, which are 23",
            given={"term_end": "2005-12-02"}),
    Counted("a deputy leaves, that day counted among the twenty-five",
            BY_ELECTION, "87.II:left", "seat", {}, None, "2005-11-08", "2 days in December and 8 to 30 November, which are 23",
            given={"term_end": "2005-12-02"}, readings=SAME_DAY),
    Counted("twenty-five days back from 1 March 2000",
            BY_ELECTION, "87.II:left", "seat", {}, None, "2000-02-05", "1 March and 6 to 29 February, which are 24", given={"term_end": "2000-03-01"}),
    # 88.I: one week; by the text of 2002 it begins with the day of the approval, by that of 2009 it runs from it.
    Counted("the week of 2000 begins with the day of the approval",
            FIRST_SITTING, "88.I:from-the-day", "first_meeting", {"approval": "2000-11-22"}, "2000-11-22", "2000-11-28",
            "22 November is the first day, 28 November the seventh; the meeting of 24 November was in time",
            given={"election": "2000-11-05", "court_set_up": True}),
    Counted("the week of 2000 may be read to begin on the next day",
            FIRST_SITTING, "88.I:from-the-day", "first_meeting", {"approval": "2000-11-22"}, "2000-11-22", "2000-11-29", "22 + 7 = 29",
            given={"election": "2000-11-05", "court_set_up": True}, readings=("counting=day_after",)),
    Counted("the week under the text of 2002 begins with the day of the approval",
            FIRST_SITTING, "88.I:from-the-day", "first_meeting", {"approval": "2005-11-29"}, "2005-11-29", "2005-12-05",
            "29 and 30 November are 2 days; 5 more in December", given={"election": "2005-11-06"}),
    Counted("inside the window of 2009 the week still begins with the day of the approval by default",
            FIRST_SITTING, "88.I:from-the-day", "first_meeting", {"approval": "2009-03-31"}, "2009-03-31", "2009-04-06",
            "31 March is the first day; 6 more in April", given={"election": "2009-03-15"}),
    Counted("inside the window of 2009 the week runs from the day after if the text is taken to have been in force from its first day on",
            FIRST_SITTING, "88.I", "first_meeting", {"approval": "2009-03-31"}, "2009-03-31", "2009-04-07", "31 March not counted; 7 days in April",
            given={"election": "2009-03-15"}, readings=("first_day.2009=earliest",)),
    Counted("from the outer bound of 2009 the week runs from the day after",
            FIRST_SITTING, "88.I", "first_meeting", {"approval": "2009-04-01"}, "2009-04-01", "2009-04-08", "1 + 7 = 8",
            given={"election": "2009-03-15"}),
    Counted("a week from 5 March 2020 was counted to 12 March",
            FIRST_SITTING, "88.I", "first_meeting", {"approval": "2020-03-05"}, "2020-03-05", "2020-03-12", "5 + 7 = 12, as the press had it",
            given={"election": "2020-02-09"}),
    Counted("a week from 24 November 2015 was counted to 30 November, that day included",
            FIRST_SITTING, "88.I", "first_meeting", {"approval": "2015-11-24"}, "2015-11-24", "2015-11-30",
            "24 November is the first day, 30 November the seventh, as the press had it", given={"election": "2015-11-01"}, readings=SAME_DAY),
    Counted("a week from 24 November 2015 ends on 1 December by the default",
            FIRST_SITTING, "88.I", "first_meeting", {"approval": "2015-11-24"}, "2015-11-24", "2015-12-01",
            "25 to 30 November are 6 days; 1 December is the seventh", given={"election": "2015-11-01"}),
    # 88.I: the day of the year: before 1 February (1995), before 10 March (2002), by 10 October or 10 March (2009).
    Counted("before 1 February means by 31 January",
            FIRST_SITTING, "88.I:dates", "approval", {}, "2000-11-05", "2001-01-31", "the eve of 1 February 2001",
            given={"election": "2000-11-05", "court_set_up": True}),
    Counted("before 10 March means by the 9th",
            FIRST_SITTING, "88.I:dates", "approval", {}, "2005-11-06", "2006-03-09", "the eve of 10 March 2006", given={"election": "2005-11-06"}),
    Counted("by 10 March takes that day in",
            FIRST_SITTING, "88.I:dates", "approval", {}, "2010-11-07", "2011-03-10", "10 March 2011 comes before 10 October 2011",
            given={"election": "2010-11-07"}),
    Counted("after an election in September 10 October comes first",
            FIRST_SITTING, "88.I:dates", "approval", {}, "2024-09-01", "2024-10-10", "10 October 2024 comes before 10 March 2025",
            given={"election": "2024-09-01"}),
    Counted("10 March may be read to be the only day",
            FIRST_SITTING, "88.I:dates", "approval", {}, "2024-09-01", "2025-03-10", "the 10 March after 1 September 2024",
            given={"election": "2024-09-01"}, readings=("fallback_dates=march_only",)),
    Counted("the text of 2002 may be read to have both days already",
            FIRST_SITTING, "88.I:dates", "approval", {}, "2003-06-15", "2003-10-09", "the eve of 10 October 2003",
            given={"election": "2003-06-15"}, readings=("fallback_dates=both_dates",)),
    Counted("an election inside the window of 2009 still has the 10 March of 2002 alone",
            FIRST_SITTING, "88.I:dates", "approval", {}, "2009-03-22", "2010-03-09", "the eve of 10 March 2010; 10 October 2009 is no day of that text",
            given={"election": "2009-03-22"}),
    # 98-1.I: two refusals of confidence within a year.
    Counted("a year from 15 March 2019",
            DISSOLUTION, "98-1.I:year", "second_refusal", {"no_confidence": "2019-03-15"}, "2019-03-15", "2020-03-15", "15 March of the next year"),
    Counted("a year from 29 February 2020 ends on 28 February 2021",
            DISSOLUTION, "98-1.I:year", "second_refusal", {"no_confidence": "2020-02-29"}, "2020-02-29", "2021-02-28", "2021 has no 29 February"),
    Counted("a year that begins with 1 March 2019 ends with 29 February 2020",
            DISSOLUTION, "98-1.I:year", "second_refusal", {"no_confidence": "2019-03-01"}, "2019-03-01", "2020-02-29",
            "the eve of 1 March 2020, and 2020 is a leap year", readings=SAME_DAY),
    Counted("a second refusal that came too late begins a year of its own",
            DISSOLUTION, "98-1.I:year", "further_refusal", {"no_confidence": "2017-02-01", "second_refusal": "2018-03-01"},
            "2018-03-01", "2019-03-01", "1 March 2018 and one year; the second refusal came a month after 1 February 2018"),
]
# fmt: on


@pytest.mark.parametrize("case", HOUSES, ids=lambda case: case.claim)
def test_houses_are_counted_as_on_paper(case: Counted) -> None:
    assert found(case) == (case.earliest, case.latest, case.time), case.count
