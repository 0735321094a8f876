from __future__ import annotations

from datetime import date

import pytest

from majlis.calendar.fixed_day import parse_fixed_day
from majlis.calendar.fixed_day_words import in_words


@pytest.mark.parametrize(
    ("rule", "trigger", "words"),
    [
        ("same day", date(2013, 10, 9), "the same day: 9 October 2013"),
        (
            "second Sunday",
            date(2013, 10, 9),
            "9 October 2013 is a Wednesday; the second Sunday after it: 20 October 2013",
        ),
        (
            "second Sunday",
            date(1998, 10, 11),
            "11 October 1998 is a Sunday, which is not counted; the second Sunday after it: 25 October 1998",
        ),
        (
            "first Sunday of November, 5 years on",
            date(2010, 11, 7),
            "2010 plus 5 years: 2015; its first Sunday of November: 1 November 2015",
        ),
        (
            "first Sunday of November, after 4 years",
            date(2010, 11, 9),
            "9 November 2010 plus 4 years: 9 November 2014; from then on the first Sunday of November: 1 November 2015",
        ),
        (
            "first Sunday of November, after 1 year",
            date(2010, 2, 28),
            "28 February 2010 plus 1 year: 28 February 2011; from then on the first Sunday of November: 6 November 2011",
        ),
        ("10 March", date(2015, 11, 1), "the first 10 March after 1 November 2015: 10 March 2016"),
        (
            "10 March or 10 October",
            date(2015, 9, 1),
            "the first 10 March or 10 October after 1 September 2015: 10 October 2015",
        ),
        (
            "the day before 1 February",
            date(1995, 11, 12),
            "the day before the first 1 February after 12 November 1995: 31 January 1996",
        ),
    ],
)
def test_a_fixed_day_is_told_as_one_finds_it_on_a_wall_calendar(rule: str, trigger: date, words: str) -> None:
    assert in_words(parse_fixed_day(rule), trigger.toordinal()) == words
