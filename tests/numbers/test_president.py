"""The President's election, term and substitution, worked by hand from 95, 101 to 105: every number at its margin."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import majlis

Acts = list[dict[str, Any]]
COURT = {"court_set_up": True}
DUE = {"occasion": "end_of_term", "earlier_elections": 0, "elections_in_a_row": 0, "older_elections": 0, **COURT}
LINE_GONE = [
    {"act": "resignation_accepted", "date": "2005-05-10", "in_person": True},
    {"act": "vacancy", "date": "2005-05-20", "office": "prime_minister", "cause": "resignation"},
    {"act": "vacancy", "date": "2005-05-27", "office": "speaker", "cause": "illness"},
]


def decided(procedure: str, given: dict[str, Any], acts: Acts, **more: Any) -> majlis.Verdict:
    case = {"procedure": f"az-1995/{procedure}", "given": given, "acts": acts, **more}
    return majlis.decide(majlis.Scenario.model_validate(case), engine="meaning")


def broken(verdict: majlis.Verdict) -> set[str]:
    return {each.provision.partition("/")[2] for each in verdict.findings if each.result == "breached"}


def silent_at(verdict: majlis.Verdict, *, crossed: bool = False) -> list[str]:
    return [silence.step for silence in verdict.silences if silence.crossed is crossed]


def on(day: date, number: int) -> str:
    return (day + timedelta(days=number)).isoformat()


def voting(day: date, first: int, second: int, took_part: int = 1_000_000) -> dict[str, Any]:
    votes = {"A": first, "B": second}
    return {"act": "round", "date": day.isoformat(), "candidates": votes, "participants": took_part}


def announced(voted: date, number: int, given: dict[str, Any] = DUE) -> majlis.Verdict:
    acts = [voting(voted, 700_000, 200_000), {"act": "announcement", "date": on(voted, number)}]
    return decided("presidential_election", given, acts)


def sworn_in(given: dict[str, Any], day: str, *, judges: int = 9) -> majlis.Verdict:
    """An oath on a day, the results announced the day before."""
    before = date.fromisoformat(day) - timedelta(days=1)
    acts = [
        voting(before - timedelta(days=5), 700_000, 200_000),
        {"act": "announcement", "date": before.isoformat()},
        {"act": "oath", "date": day, "judges": judges},
    ]
    return decided("presidential_election", given, acts)


# 101.II in 1995: two thirds. Two thirds of 990,000 are 660,000; of 1,000,000 they are 666,666 and two thirds.
@pytest.mark.parametrize(
    ("votes", "participants", "follows"),
    [
        (659_999, 990_000, "second_round"),
        (660_000, 990_000, "announcement"),
        (660_001, 990_000, "announcement"),
        (666_666, 1_000_000, "second_round"),
        (666_667, 1_000_000, "announcement"),
    ],
)
def test_in_1998_two_thirds_of_those_who_took_part_elect(votes: int, participants: int, follows: str) -> None:
    acts = [voting(date(1998, 10, 11), votes, 300_000, participants)]
    assert decided("presidential_election", DUE, acts).awaits == follows


# 101.II since 2002: more than half. Half of 1,000,001 is 500,000 and a half.
@pytest.mark.parametrize(
    ("votes", "participants", "follows"),
    [
        (499_999, 1_000_000, "second_round"),
        (500_000, 1_000_000, "second_round"),
        (500_001, 1_000_000, "announcement"),
        (500_000, 1_000_001, "second_round"),
        (500_001, 1_000_001, "announcement"),
    ],
)
@pytest.mark.parametrize("voted", [date(2003, 10, 15), date(2013, 10, 9), date(2025, 4, 9)])
def test_since_2002_more_than_half_of_those_who_took_part_elect(
    votes: int, participants: int, follows: str, voted: date
) -> None:
    assert decided("presidential_election", DUE, [voting(voted, votes, 450_000, participants)]).awaits == follows


# 100: at least 35 until 2016, more than ten years in the country; a year that has begun counts in full.
@pytest.mark.parametrize(
    ("voted", "facts", "allowed"),
    [
        (date(1998, 10, 11), {"age": 34}, False),
        (date(1998, 10, 11), {"age": 35}, True),
        (date(2003, 10, 15), {"age": 34}, False),
        (date(2013, 10, 9), {"age": 34}, False),
        (date(2013, 10, 9), {"age": 35}, True),
        (date(2013, 10, 9), {"age": 36}, True),
        (date(2018, 10, 10), {"age": 18}, True),
        (date(2003, 10, 15), {"residence": 10}, False),
        (date(2003, 10, 15), {"residence": 11}, True),
        (date(2018, 10, 10), {"residence": 10}, False),
        (date(2018, 10, 10), {"residence": 11}, True),
    ],
)
def test_a_president_is_35_until_2016_and_has_lived_here_for_more_than_ten_years(
    voted: date,
    facts: dict[str, int],
    allowed: bool,  # noqa: FBT001
) -> None:
    verdict = decided("presidential_election", {**DUE, **facts}, [voting(voted, 700_000, 200_000)])
    assert verdict.awaits == ("announcement" if allowed else None)
    assert silent_at(verdict) == ([] if allowed else ["candidacy"])
    assert broken(verdict) == set()


# 101.III: the first round on Wednesday 9 October 2013; Sundays are the 13th, the 20th and the 27th.
@pytest.mark.parametrize(("day", "wrong"), [(13, True), (19, True), (20, False), (21, True), (27, True)])
def test_the_second_round_is_on_the_second_sunday(day: int, wrong: bool) -> None:  # noqa: FBT001 - a column of the table
    first = voting(date(2013, 10, 9), 450_000, 350_000)
    verdict = decided("presidential_election", DUE, [first, voting(date(2013, 10, day), 450_000, 430_000)])
    assert broken(verdict) == ({"101.III:date"} if wrong else set())


@pytest.mark.parametrize(("first", "second", "follows"), [(430_000, 430_000, None), (430_001, 430_000, "announcement")])
def test_one_vote_more_elects_in_the_second_round(first: int, second: int, follows: str | None) -> None:
    acts = [voting(date(2013, 10, 9), 450_000, 350_000), voting(date(2013, 10, 20), first, second)]
    assert decided("presidential_election", DUE, acts).awaits == follows


# 102: seven days in 1995, fourteen since 2002.
@pytest.mark.parametrize(
    ("voted", "number", "late"),
    [
        (date(1998, 10, 11), 6, False),
        (date(1998, 10, 11), 7, False),
        (date(1998, 10, 11), 8, True),
        (date(2003, 10, 15), 8, False),
        (date(2003, 10, 15), 13, False),
        (date(2003, 10, 15), 14, False),
        (date(2003, 10, 15), 15, True),
        (date(2018, 10, 10), 14, False),
        (date(2018, 10, 10), 15, True),
    ],
)
def test_results_are_due_within_7_days_and_since_2002_within_14(voted: date, number: int, late: bool) -> None:  # noqa: FBT001
    verdict = announced(voted, number)
    assert broken(verdict) == ({"102"} if late else set())
    assert silent_at(verdict, crossed=True) == (["announcement"] if late else [])


# 103.I: three days.
@pytest.mark.parametrize(("number", "late"), [(0, False), (2, False), (3, False), (4, True)])
@pytest.mark.parametrize("year", [1998, 2003, 2013, 2025])
def test_the_oath_is_due_within_3_days_of_the_announcement(number: int, late: bool, year: int) -> None:  # noqa: FBT001
    voted = date(year, 10, 11)
    acts = [
        voting(voted, 700_000, 200_000),
        {"act": "announcement", "date": on(voted, 5)},
        {"act": "oath", "date": on(voted, 5 + number), "judges": 9},
    ]
    assert broken(decided("presidential_election", DUE, acts)) == ({"103.I"} if late else set())


@pytest.mark.parametrize(("judges", "wrong"), [(0, {"103.I:judges"}), (1, set()), (9, set())])
def test_some_judge_takes_part_in_the_oath(judges: int, wrong: set[str]) -> None:
    assert broken(sworn_in(DUE, "2013-10-20", judges=judges)) == wrong


# 101.V until 2009: two elections. The case is the election number `earlier` + 1.
@pytest.mark.parametrize(
    ("voted", "earlier", "allowed"),
    [
        (date(1998, 10, 11), 0, True),
        (date(2003, 10, 15), 1, True),
        (date(2003, 10, 15), 2, False),
        (date(2003, 10, 15), 3, False),
        (date(2013, 10, 9), 2, True),
        (date(2018, 10, 10), 9, True),
    ],
)
def test_until_2009_nobody_is_elected_a_third_time(voted: date, earlier: int, allowed: bool) -> None:  # noqa: FBT001
    verdict = announced(voted, 5, {**DUE, "earlier_elections": earlier, "elections_in_a_row": earlier})
    assert broken(verdict) == (set() if allowed else {"101.V"})


@pytest.mark.parametrize(
    ("given", "reading", "wrong"),
    [
        ({"earlier_elections": 2, "elections_in_a_row": 1}, "two_elections=lifetime", {"101.V"}),
        ({"earlier_elections": 2, "elections_in_a_row": 1}, "two_elections=in_a_row", set()),
        ({"earlier_elections": 2, "elections_in_a_row": 2}, "two_elections=in_a_row", {"101.V"}),
        ({"earlier_elections": 1, "older_elections": 0}, "elections_before_1995=counted", set()),
        ({"earlier_elections": 1, "older_elections": 1}, "elections_before_1995=not_counted", set()),
        ({"earlier_elections": 1, "older_elections": 1}, "elections_before_1995=counted", {"trans.3"}),
        ({"earlier_elections": 0, "older_elections": 1}, "elections_before_1995=counted", set()),
    ],
)
def test_what_counts_for_the_limit_is_a_matter_of_reading(given: dict[str, int], reading: str, wrong: set[str]) -> None:
    voted = date(2003, 10, 15)
    acts = [voting(voted, 700_000, 200_000), {"act": "announcement", "date": on(voted, 5)}]
    assert broken(decided("presidential_election", {**DUE, **given}, acts, readings=[reading])) == wrong


# 101.I: five years, seven for whoever took the oath since the change of 2016.
@pytest.mark.parametrize(
    ("began", "oath", "ends", "full"),
    [
        ("1998-10-18", "2003-10-17", "met", "failed"),
        ("1998-10-18", "2003-10-18", "met", "met"),
        ("1998-10-18", "2003-10-19", "failed", "met"),
        ("2013-10-19", "2018-10-19", "met", "met"),
        ("2018-04-18", "2023-04-18", "met", "failed"),
        ("2018-04-18", "2025-04-17", "met", "failed"),
        ("2018-04-18", "2025-04-18", "met", "met"),
        ("2018-04-18", "2025-04-19", "failed", "met"),
    ],
)
def test_a_term_lasts_five_years_and_since_2016_seven(began: str, oath: str, ends: str, full: str) -> None:
    verdict = sworn_in({**DUE, "term_began": began}, oath)
    assert (verdict.result("101.I:end"), verdict.result("101.I:full")) == (ends, full)
    assert broken(verdict) == set(), "nobody does wrong by an oath before or after the end of a term"


# 104.III: six of the nine judges.
@pytest.mark.parametrize(
    ("judges", "outcome"), [(0, "in_office"), (5, "in_office"), (6, "acts"), (7, "acts"), (9, "acts")]
)
@pytest.mark.parametrize("year", [1999, 2005, 2011, 2019])
def test_six_judges_find_that_the_president_is_unable_to_act(judges: int, outcome: str, year: int) -> None:
    acts = [
        {"act": "incapacity_request", "date": f"{year}-05-03", "by": "milli_majlis"},
        {"act": "incapacity_confirmed", "date": f"{year}-05-10", "in_favour": judges},
    ]
    verdict = decided("presidential_vacancy", COURT, acts)
    assert verdict.outcome == outcome
    assert broken(verdict) == set()


# 105.I: three months from 10 May 2005 end on 10 August; 60 days from 12 June 2017 on 11 August.
@pytest.mark.parametrize(
    ("left", "elected", "late"),
    [
        ("1999-05-10", "1999-08-10", False),
        ("2005-05-10", "2005-08-09", False),
        ("2005-05-10", "2005-08-10", False),
        ("2005-05-10", "2005-08-11", True),
        ("2004-11-30", "2005-02-28", False),
        ("2004-11-30", "2005-03-01", True),
        ("2017-06-12", "2017-08-10", False),
        ("2017-06-12", "2017-08-11", False),
        ("2017-06-12", "2017-08-12", True),
    ],
)
def test_a_new_president_is_due_within_3_months_and_since_2016_within_60_days(
    left: str,
    elected: str,
    late: bool,  # noqa: FBT001
) -> None:
    acts = [
        {"act": "resignation_accepted", "date": left, "in_person": True},
        {"act": "election", "date": elected},
        {"act": "oath", "date": "2017-12-01", "judges": 9},
    ]
    assert broken(decided("presidential_vacancy", COURT, acts)) == ({"105.I"} if late else set())


# 105.III with 95.III: 63 votes for the decree that names another official.
@pytest.mark.parametrize(("votes", "outcome"), [(62, None), (63, "delegated"), (64, "delegated")])
def test_63_votes_give_the_powers_to_another_official(votes: int, outcome: str | None) -> None:
    acts = [*LINE_GONE, {"act": "delegation", "date": "2005-05-31", "in_favour": votes, "against": 20}]
    assert decided("presidential_vacancy", {}, acts).outcome == outcome
