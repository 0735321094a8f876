"""The numbers of Articles 84 to 89 and 98-1 and of transitional clauses 4 and 11, at, below and above.

Every case is worked out by hand from the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide

Acts = list[dict[str, Any]]


def verdict(procedure: str, acts: Acts, **more: Any) -> Verdict:
    return decide(Scenario(procedure=f"az-1995/{procedure}", acts=acts, **more), engine="meaning")


def act(name: str, date: str, **fields: Any) -> dict[str, Any]:
    return {"act": name, "date": date, **fields}


# 84.II: the first Sunday of November, five calendar years on.

SUNDAYS = [
    ("1995-11-12", "2000-11-04", "breached"),
    ("1995-11-12", "2000-11-05", "met"),
    ("1995-11-12", "2000-11-06", "breached"),
    ("2000-11-05", "2005-11-05", "breached"),
    ("2000-11-05", "2005-11-06", "met"),
    ("2000-11-05", "2005-11-07", "breached"),
    ("2005-11-06", "2010-11-06", "breached"),
    ("2005-11-06", "2010-11-07", "met"),
    ("2005-11-06", "2010-11-08", "breached"),
    ("2010-11-07", "2015-10-31", "breached"),
    ("2010-11-07", "2015-11-01", "met"),
    ("2010-11-07", "2015-11-02", "breached"),
    ("2000-11-05", "2004-11-07", "breached"),
    ("2000-11-05", "2006-11-05", "breached"),
]


@pytest.mark.parametrize(("last", "day", "result"), SUNDAYS)
def test_the_milli_majlis_is_elected_on_the_first_sunday_of_november_five_years_on(
    last: str, day: str, result: str
) -> None:
    acts = [act("election_call", "2000-01-03", by="president"), act("parliamentary_voting", day)]
    assert verdict("parliamentary_election", acts, given={"last_election": last}).result("84.II") == result


# 98-1.II: the first Sunday of November of the fifth year of the house.

FIFTH_YEARS = [
    ("2020-03-10", "2023-11-05", "breached"),
    ("2020-03-10", "2024-11-02", "breached"),
    ("2020-03-10", "2024-11-03", "met"),
    ("2020-03-10", "2024-11-04", "breached"),
    ("2020-03-10", "2025-11-02", "breached"),
    ("2024-09-23", "2028-11-05", "met"),
    ("2024-09-23", "2029-11-04", "breached"),
    ("2020-11-10", "2024-11-03", "breached"),  # its fifth year begins on 10 November 2024
    ("2020-11-10", "2025-11-02", "met"),
    ("2020-11-03", "2024-11-03", "met"),
    ("2020-11-04", "2025-11-02", "met"),
]


@pytest.mark.parametrize(("met", "day", "result"), FIFTH_YEARS)
def test_after_an_extraordinary_election_the_next_is_in_november_of_the_fifth_year(
    met: str, day: str, result: str
) -> None:
    given = {"last_election": met, "last_extraordinary": True, "house_met": met}
    found = verdict("parliamentary_election", [act("parliamentary_voting", day)], given=given)
    assert (found.result("98-1.II"), found.result("84.II")) == (result, "not_applicable")


# 87.III: 83 mandates. 88.II: 42 deputies. 88.IV: 83 deputies. 98-1.I: two submissions.

MANDATES = [(0, "incomplete"), (82, "incomplete"), (83, "complete"), (84, "complete"), (125, "complete")]


@pytest.mark.parametrize(("mandates", "outcome"), MANDATES)
@pytest.mark.parametrize("edition", ["1995", "2002", "2009", "2016"])
def test_a_new_house_has_powers_with_83_approved_mandates(mandates: int, outcome: str, edition: str) -> None:
    given = {"last_election": "2000-11-05", "last_extraordinary": False, "court_set_up": True}
    acts = [
        act("election_call", "2005-07-01", by="president"),
        act("parliamentary_voting", "2005-11-06"),
        act("results_approval", "2005-12-01", mandates=mandates),
    ]
    found = verdict("parliamentary_election", acts, given=given, edition=edition)
    assert (found.outcome, found.exit) == (outcome, 0)


@pytest.mark.parametrize(("deputies", "awaits"), [(41, None), (42, "summons"), (43, "summons"), (125, "summons")])
@pytest.mark.parametrize("edition", ["1995", "2002", "2009", "2016"])
def test_42_deputies_request_an_extraordinary_session(deputies: int, awaits: str | None, edition: str) -> None:
    acts = [act("session_request", "2010-07-01", by="deputy", supporters=deputies)]
    found = verdict("extraordinary_session", acts, edition=edition)
    assert (found.awaits, found.outcome) == (awaits, None if awaits else "not_summoned")


@pytest.mark.parametrize(("deputies", "awaits"), [(82, None), (83, "closing"), (84, "closing")])
@pytest.mark.parametrize("edition", ["2009", "2016"])
def test_83_deputies_have_a_sitting_closed(deputies: int, awaits: str | None, edition: str) -> None:
    acts = [act("closing_motion", "2012-05-04", by="deputy", supporters=deputies)]
    found = verdict("closed_sitting", acts, edition=edition)
    assert (found.awaits, found.outcome) == (awaits, None if awaits else "stays_open")


@pytest.mark.parametrize("deputies", [82, 83, 125])
@pytest.mark.parametrize("edition", ["1995", "2002"])
def test_before_2009_no_number_of_deputies_says_who_closes_a_sitting(deputies: int, edition: str) -> None:
    acts = [act("closing_motion", "2005-05-04", by="deputy", supporters=deputies)]
    assert verdict("closed_sitting", acts, edition=edition).status == "undetermined"


@pytest.mark.parametrize(("submissions", "awaits"), [(0, None), (1, None), (2, "dissolution"), (3, "dissolution")])
def test_two_submissions_of_candidates_are_a_ground(submissions: int, awaits: str | None) -> None:
    found = verdict("dissolution", [act("appointments_lapsed", "2021-04-01", submissions=submissions, enough=True)])
    assert (found.awaits, found.outcome) == (awaits, None if awaits else "no_ground")


# 88.I: one week from the approval; that day counts until 2009 and not from then on.

WEEK = [
    ("1995", "2000-11-22", "2000-11-28", "met"),
    ("1995", "2000-11-22", "2000-11-29", "breached"),
    ("2002", "2005-12-01", "2005-12-06", "met"),
    ("2002", "2005-12-01", "2005-12-07", "met"),
    ("2002", "2005-12-01", "2005-12-08", "breached"),
    ("2009", "2010-11-22", "2010-11-28", "met"),
    ("2009", "2010-11-22", "2010-11-29", "met"),
    ("2009", "2010-11-22", "2010-11-30", "breached"),
    ("2016", "2020-03-05", "2020-03-12", "met"),
    ("2016", "2020-03-05", "2020-03-13", "breached"),
]


@pytest.mark.parametrize(("edition", "approved", "met", "result"), WEEK)
def test_the_first_meeting_is_within_a_week_of_the_approval(edition: str, approved: str, met: str, result: str) -> None:
    given = {"election": f"{int(approved[:4])}-02-09" if edition == "2016" else f"{approved[:4]}-11-05"}
    acts = [act("mandates_approved", approved), act("new_house", met)]
    found = verdict("first_sitting", acts, given=given, edition=edition)
    cite = "88.I" if edition in ("2009", "2016") else "88.I:from-the-day"
    assert (found.result(cite), found.outcome) == (result, "in_session")


# 88.I: before 1 February (1995), before 10 March (2002), by 10 October or 10 March (2009).

OPENS, FIXED = "first_meeting", "court_day or first_meeting"
FIXED_DAYS = [
    ("1995", "2000-11-05", "2001-01-31", OPENS),
    ("1995", "2000-11-05", "2001-02-01", FIXED),
    ("1995", "2000-11-05", "2001-02-02", FIXED),
    ("2002", "2005-11-06", "2006-03-09", OPENS),
    ("2002", "2005-11-06", "2006-03-10", FIXED),
    ("2002", "2005-11-06", "2006-03-11", FIXED),
    ("2009", "2010-11-07", "2011-03-09", OPENS),
    ("2009", "2010-11-07", "2011-03-10", OPENS),
    ("2009", "2010-11-07", "2011-03-11", FIXED),
    ("2016", "2024-09-01", "2024-10-10", OPENS),
    ("2016", "2024-09-01", "2024-10-11", FIXED),
]


@pytest.mark.parametrize(("edition", "elected", "approved", "awaits"), FIXED_DAYS)
def test_mandates_that_come_after_the_fixed_day_let_the_court_fix_the_meeting(
    edition: str, elected: str, approved: str, awaits: str
) -> None:
    given = {"election": elected, "court_set_up": True}
    found = verdict("first_sitting", [act("mandates_approved", approved)], given=given, edition=edition)
    assert (found.awaits, found.exit) == (awaits, 0), "nobody does wrong"


# 87.II: 25 days back from the end of the term, or 120. 2 December 2005 is 25 days after 7 November.

DAYS_LEFT = [
    ("2005-11-06", "met", "breached"),
    ("2005-11-07", "met", "breached"),
    ("2005-11-08", "breached", "breached"),
    ("2005-08-03", "met", "met"),
    ("2005-08-04", "met", "met"),
    ("2005-08-05", "met", "breached"),
]


@pytest.mark.parametrize(("day", "by_25", "by_120"), DAYS_LEFT)
def test_a_by_election_leaves_enough_days_of_the_term(day: str, by_25: str, by_120: str) -> None:
    acts = [act("seat_vacated", "2005-01-10"), act("by_election", day)]
    case: dict[str, Any] = {"given": {"term_end": "2005-12-02"}}
    assert verdict("by_election", acts, **case).result("87.II") == by_25
    assert verdict("by_election", acts, **case, readings=["hundred_twenty"]).result("87.II") == by_120


# 98-1.I: one year between two refusals of confidence, also over 29 February.

YEARS = [
    ("2021-03-15", "2021-03-16", "met"),
    ("2021-03-15", "2022-03-14", "met"),
    ("2021-03-15", "2022-03-15", "met"),
    ("2021-03-15", "2022-03-16", "failed"),
    ("2020-02-29", "2021-02-28", "met"),
    ("2020-02-29", "2021-03-01", "failed"),
]


@pytest.mark.parametrize(("first", "second", "result"), YEARS)
def test_two_refusals_of_confidence_lie_within_a_year(first: str, second: str, result: str) -> None:
    acts = [act("no_confidence", first), act("no_confidence", second, same_convocation=True)]
    found = verdict("dissolution", acts)
    assert found.result("98-1.I:year") == result
    assert found.outcome == (None if result == "met" else "no_ground")


# Transitional clauses 4 (one week after) and 11 (within one year).

FIRST_HOUSE = [
    ("1995-12-10", {"trans.4:not-before"}, set()),
    ("1995-12-11", set(), set()),
    ("1995-12-12", {"trans.4:meeting"}, {"trans.4:meeting"}),
]


@pytest.mark.parametrize(("day", "on_the_day", "within"), FIRST_HOUSE)
def test_the_first_house_meets_a_week_after_its_election(day: str, on_the_day: set[str], within: set[str]) -> None:
    case: dict[str, Any] = {"given": {"elected": "1995-12-04"}}
    for readings, broken in (([], on_the_day), (["within"], within)):
        found = verdict("transitional_first_sitting", [act("new_house", day)], **case, readings=readings)
        assert {each.provision.partition("/")[2] for each in found.findings if each.result == "breached"} == broken


@pytest.mark.parametrize(("day", "result"), [("1996-11-26", "met"), ("1996-11-27", "met"), ("1996-11-28", "breached")])
def test_the_constitutional_court_is_set_up_within_a_year(day: str, result: str) -> None:
    acts = [act("court_law", "1996-06-03"), act("court_set_up", day)]
    found = verdict("court_establishment", acts, given={"in_force_since": "1995-11-27"})
    assert found.result("trans.11", "establishment") == result


# 89.I: the cases that cost the mandate, by edition.

ALWAYS = ["false_count", "citizenship", "public_post", "religious_post", "free_will"]
CAUSES = {
    **{cause: {"1995", "2002", "2009", "2016"} for cause in ALWAYS},
    "party_dissolved": {"1995"},
    "vote_not_in_person": {"2016"},
    "conduct": {"2016"},
}


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("edition", ["1995", "2002", "2009", "2016"])
def test_the_cases_that_cost_the_mandate_differ_by_edition(cause: str, edition: str) -> None:
    event = act("mandate_event", "2006-02-01", cause=cause, gross=True, named_by_law=False)
    found = verdict("deputy_mandate", [event], edition=edition)
    lost = edition in CAUSES[cause]
    assert (found.result("89.I"), found.outcome) == ("met" if lost else "failed", None if lost else "kept")
