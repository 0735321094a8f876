"""The dismissal of the President and the lifting of an immunity, worked by hand from 90, 107, 123 and 128."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import majlis

Acts = list[dict[str, Any]]
YEARS = [1999, 2005, 2011, 2019]  # one in each edition
ACCUSED = {"grave_crime": True, "convicted": False, "court_set_up": True}


def decided(procedure: str, given: dict[str, Any], acts: Acts, **more: Any) -> majlis.Verdict:
    case = {"procedure": f"az-1995/{procedure}", "given": given, "acts": acts, **more}
    return majlis.decide(majlis.Scenario.model_validate(case), engine="meaning")


def broken(verdict: majlis.Verdict) -> set[str]:
    return {each.provision.partition("/")[2] for each in verdict.findings if each.result == "breached"}


def applied(year: int) -> Acts:
    """The conclusions of 10 January, and the Constitutional Court's application of 4 February."""
    return [
        {"act": "conclusions", "date": f"{year}-01-10", "affirmative": True},
        {"act": "introduction", "date": f"{year}-02-04", "by": "constitutional_court"},
    ]


def voted(year: int, votes: int, day: str = "03-01", **more: int) -> Acts:
    return [*applied(year), {"act": "dismissal_vote", "date": f"{year}-{day}", "in_favour": votes, **more}]


def impeached(year: int, acts: Acts, **more: Any) -> majlis.Verdict:
    given = {**ACCUSED, "start_of_the_period": f"{year}-01-03", **more.pop("given", {})}
    return decided("impeachment", given, acts, **more)


@pytest.mark.parametrize(
    ("votes", "follows"),
    [(94, "dismissal_vote"), (95, "countersignature"), (96, "countersignature"), (125, "countersignature")],
)
@pytest.mark.parametrize("year", YEARS)
def test_95_votes_dismiss_the_president(votes: int, follows: str, year: int) -> None:
    verdict = impeached(year, voted(year, votes))
    assert (verdict.outcome, verdict.awaits) == (None, follows)
    assert broken(verdict) == set()


@pytest.mark.parametrize(("sitting", "follows"), [(94, "dismissal_vote"), (95, "countersignature")])
def test_a_house_of_94_cannot_dismiss_the_president_by_all_its_votes(sitting: int, follows: str) -> None:
    assert impeached(2011, voted(2011, sitting, sitting=sitting)).awaits == follows


# 107.III: two months from 4 February end on 4 April.
@pytest.mark.parametrize(("day", "outcome"), [("04-03", None), ("04-04", None), ("04-05", "accusation_rejected")])
@pytest.mark.parametrize("year", YEARS)
def test_the_decree_is_adopted_within_two_months(day: str, outcome: str | None, year: int) -> None:
    verdict = impeached(year, voted(year, 125, day))
    assert (verdict.outcome, broken(verdict)) == (outcome, set())


@pytest.mark.parametrize(("as_of", "outcome"), [("2011-04-04", None), ("2011-04-05", "accusation_rejected")])
@pytest.mark.parametrize("votes", [0, 94])
def test_after_two_months_the_accusation_counts_as_rejected(as_of: str, outcome: str | None, votes: int) -> None:
    acts = voted(2011, votes) if votes else applied(2011)
    assert impeached(2011, acts, as_of=as_of).outcome == outcome


# 107.II: one week from the vote of 1 March ends on 8 March.
@pytest.mark.parametrize(("day", "outcome"), [("03-07", "in_force"), ("03-08", "in_force"), ("03-09", "void")])
@pytest.mark.parametrize("year", YEARS)
def test_the_court_supports_the_decree_within_a_week(day: str, outcome: str, year: int) -> None:
    acts = [*voted(year, 95), {"act": "countersignature", "date": f"{year}-{day}"}]
    acts += [{"act": "publication", "date": f"{year}-03-20"}] if outcome == "in_force" else []
    verdict = impeached(year, acts)
    assert (verdict.outcome, broken(verdict)) == (outcome, set())


@pytest.mark.parametrize(("as_of", "outcome"), [("2011-03-08", None), ("2011-03-09", "void")])
def test_a_decree_that_the_court_does_not_support_is_void_after_the_week(as_of: str, outcome: str | None) -> None:
    assert impeached(2011, voted(2011, 95), as_of=as_of).outcome == outcome


# From receipt on 4 March the week ends on 11 March.
@pytest.mark.parametrize(("day", "outcome"), [("03-10", None), ("03-11", None), ("03-12", "void")])
def test_the_week_may_be_read_to_run_from_receipt(day: str, outcome: str | None) -> None:
    acts = [*voted(2011, 95), {"act": "countersignature", "date": f"2011-{day}"}]
    given = {"decree_received": "2011-03-04"}
    assert impeached(2011, acts, given=given, readings=["support_week=receipt"]).outcome == outcome


@pytest.mark.parametrize(("number", "late"), [(0, False), (29, False), (30, False), (31, True)])
@pytest.mark.parametrize("year", YEARS)
def test_the_supreme_court_has_30_days_for_its_conclusions(number: int, late: bool, year: int) -> None:  # noqa: FBT001
    day = (date(year, 1, 3) + timedelta(days=number)).isoformat()
    verdict = impeached(year, [{"act": "conclusions", "date": day, "affirmative": True}])
    assert verdict.awaits == "introduction"
    assert broken(verdict) == ({"107.I:conclusions"} if late else set())


@pytest.mark.parametrize(("number", "late"), [(29, False), (30, False), (31, True)])
@pytest.mark.parametrize("year", YEARS)
def test_the_supreme_court_has_30_days_for_its_conclusions_on_a_judge(number: int, late: bool, year: int) -> None:  # noqa: FBT001
    asked = date(year, 3, 3)
    acts = [
        {"act": "conclusions_request", "date": asked.isoformat()},
        {"act": "conclusions", "date": (asked + timedelta(days=number)).isoformat(), "affirmative": True},
    ]
    verdict = decided("judge_dismissal", {"crime_of_judge": True, "court": "appeal"}, acts)
    assert verdict.awaits == "introduction"
    assert broken(verdict) == ({"128.IV"} if late else set())


# 90.II with 95.III: 63 votes.
@pytest.mark.parametrize(("votes", "outcome"), [(62, "not_lifted"), (63, None), (64, None)])
@pytest.mark.parametrize("year", YEARS)
def test_63_votes_lift_the_immunity_of_a_deputy(votes: int, outcome: str | None, year: int) -> None:
    acts = [
        {"act": "immunity_application", "date": f"{year}-03-03", "by": "general_procurator"},
        {"act": "immunity_vote", "date": f"{year}-03-10", "in_favour": votes, "against": 20},
    ]
    verdict = decided("immunity", {"holder": "deputy", "caught_in_act": False, "left_office": False}, acts)
    assert (verdict.outcome, verdict.awaits) == (outcome, None if outcome else "measure")
    assert broken(verdict) == set()


# 128.V: 83 votes in the higher courts, 63 elsewhere; the courts of appeal came into the list in 2002.
@pytest.mark.parametrize(
    ("year", "court", "votes", "passes"),
    [
        (1999, "supreme", 82, False),
        (1999, "supreme", 83, True),
        (1999, "appeal", 62, False),
        (1999, "appeal", 63, True),
        (1999, "economic", 82, False),
        (2005, "appeal", 82, False),
        (2005, "appeal", 83, True),
        (2005, "economic", 63, True),
        (2019, "constitutional", 84, True),
        (2019, "other", 62, False),
        (2019, "other", 64, True),
    ],
)
def test_judges_are_dismissed_with_83_or_63_votes(year: int, court: str, votes: int, passes: bool) -> None:  # noqa: FBT001
    acts = [
        {"act": "introduction", "date": f"{year}-03-01", "by": "president", "substantiated": True},
        {"act": "vote", "date": f"{year}-04-01", "in_favour": votes, "against": 10},
    ]
    given = {"court": court, "crime_of_judge": False, "changed": False, "consented": False}
    assert decided("judge_dismissal", given, acts).result("128.V") == ("met" if passes else "failed")
