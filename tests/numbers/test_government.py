"""The numbers of Articles 109 to 118 and of the decrees and laws that the President asks for: at, below and above.

Every case is worked out by hand from the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide

PROPOSED = "2011-05-02"
VOTES = [(62, False), (63, True), (64, True), (125, True)]
EDITION_YEARS = [1998, 2005, 2011, 2018]


def verdict(procedure: str, acts: list[dict[str, Any]], **more: Any) -> Verdict:
    return decide(Scenario(procedure=f"az-1995/{procedure}", acts=acts, **more), engine="meaning")


def introduced(year: int = 2011, by: str = "president") -> dict[str, Any]:
    grounds = {"substantiated": True} if year >= 2009 else {}
    return {"act": "introduction", "date": f"{year}-05-02", "by": by, **grounds}


def voted(in_favour: int, against: int = 0, day: str = "2011-05-20") -> dict[str, Any]:
    return {"act": "vote", "date": day, "in_favour": in_favour, "against": against}


def breached(found: Verdict) -> list[str]:
    return [each.provision.partition("/")[2] for each in found.findings if each.result == "breached"]


# 95.II: 63 votes for a decree or a law on what the President asks for.

DECREES = ["prosecutor_general", "use_of_armed_forces", "war_and_peace", "military_doctrine", "ombudsman"]
DECREES += ["central_bank_board", "amnesty"]
GIVEN = {"prosecutor_general": {"question": "appointment"}, "war_and_peace": {"question": "war", "attacked": False}}


@pytest.mark.parametrize(("votes", "enough"), VOTES)
@pytest.mark.parametrize("year", EDITION_YEARS)
@pytest.mark.parametrize("procedure", DECREES)
def test_a_decree_of_the_milli_majlis_needs_63_votes(procedure: str, year: int, votes: int, *, enough: bool) -> None:
    given = {"changed": False, **GIVEN.get(procedure, {})}
    found = verdict(procedure, [introduced(year), voted(votes, day=f"{year}-05-20")], given=given)
    assert found.result("95.II:decree") == ("met" if enough else "failed")
    assert (found.awaits in ("decision", "publication")) == enough
    assert (found.outcome in ("refused", "rejected")) != enough


LAWS = {"state_budget": {}, "treaty": {"between": "states", "contrary": True, "denounced": False}}


@pytest.mark.parametrize(("votes", "enough"), VOTES)
@pytest.mark.parametrize("year", EDITION_YEARS)
@pytest.mark.parametrize("procedure", LAWS)
def test_the_budget_and_a_treaty_need_a_law_with_63_votes(
    procedure: str, year: int, votes: int, *, enough: bool
) -> None:
    given = {"changed": False, **LAWS[procedure]}
    found = verdict(procedure, [introduced(year), voted(votes, day=f"{year}-05-20")], given=given)
    assert found.result("95.II:law") == ("met" if enough else "failed")
    assert (found.awaits == "presentation") == enough


# 96.IV: two months for what the President puts before the house, unless they are not meant for it.


@pytest.mark.parametrize(("day", "in_time"), [("2011-07-01", True), ("2011-07-02", True), ("2011-07-03", False)])
@pytest.mark.parametrize("procedure", ["state_budget", "military_doctrine", "ombudsman", "central_bank_board"])
def test_the_two_months_end_on_the_same_day_of_the_second_month(procedure: str, day: str, *, in_time: bool) -> None:
    found = verdict(procedure, [introduced(), voted(70, day=day)], given={"changed": False})
    assert found.result("96.IV") == ("met" if in_time else "breached")
    assert ("presidents_business" in found.depends_on) != in_time


# 110.II: a returned budget or treaty needs 83 votes.


@pytest.mark.parametrize(("votes", "enough"), [(82, False), (83, True), (84, True)])
@pytest.mark.parametrize("procedure", LAWS)
def test_a_returned_budget_or_treaty_is_adopted_again_with_83_votes(
    procedure: str, votes: int, *, enough: bool
) -> None:
    again = {"act": "vote", "step": "repeat_vote", "date": "2011-06-20", "in_favour": votes}
    acts = [introduced(), voted(70), {"act": "presentation", "date": "2011-05-25"}]
    acts += [{"act": "return", "date": "2011-06-10"}, again]
    found = verdict(procedure, acts, given={"changed": False, **LAWS[procedure]})
    assert found.result("110.II") == ("met" if enough else "failed")
    assert (found.outcome == "lapsed") != enough


# 118.II: a month from taking office, two weeks from the Cabinet's resignation.

MONTHS = [
    ("2013-10-19", "2013-11-18", True),
    ("2013-10-19", "2013-11-19", True),
    ("2013-10-19", "2013-11-20", False),
    ("2013-01-31", "2013-02-28", True),
    ("2013-01-31", "2013-03-01", False),
]


@pytest.mark.parametrize(("office", "day", "in_time"), MONTHS)
def test_a_new_president_proposes_within_a_month(office: str, day: str, *, in_time: bool) -> None:
    proposal = {"act": "proposal", "date": day}
    found = verdict("prime_minister_appointment", [proposal], given={"took_office": office})
    assert found.result("118.II:office") == ("met" if in_time else "breached")


@pytest.mark.parametrize(("day", "in_time"), [("2011-05-15", True), ("2011-05-16", True), ("2011-05-17", False)])
def test_after_a_resignation_he_proposes_within_two_weeks(day: str, *, in_time: bool) -> None:
    proposal = {"act": "proposal", "date": day}
    found = verdict("prime_minister_appointment", [proposal], given={"cabinet_resigned": PROPOSED})
    assert found.result("118.II:resignation") == ("met" if in_time else "breached")


@pytest.mark.parametrize(("day", "overdue"), [("2013-11-19", False), ("2013-11-20", True)])
def test_a_proposal_that_does_not_come_is_overdue_from_the_day_after(day: str, *, overdue: bool) -> None:
    found = verdict("prime_minister_appointment", [], given={"took_office": "2013-10-19"}, as_of=day)
    assert breached(found) == (["118.II:office"] if overdue else [])


# 118.III: a week for the Milli Majlis; three refusals.


@pytest.mark.parametrize(("day", "in_time"), [("2011-05-08", True), ("2011-05-09", True), ("2011-05-10", False)])
def test_the_milli_majlis_decides_within_a_week(day: str, *, in_time: bool) -> None:
    acts = [{"act": "proposal", "date": PROPOSED}, voted(63, day=day)]
    found = verdict("prime_minister_appointment", acts, given={"cabinet_resigned": PROPOSED})
    assert found.result("118.III") == ("met" if in_time else "breached")


@pytest.mark.parametrize(("votes", "enough"), VOTES)
def test_consent_to_a_prime_minister_needs_63_votes(votes: int, *, enough: bool) -> None:
    acts = [{"act": "proposal", "date": PROPOSED}, voted(votes, day="2011-05-05")]
    found = verdict("prime_minister_appointment", acts, given={"cabinet_resigned": PROPOSED})
    assert found.result("95.II:decree") == ("met" if enough else "failed")
    assert (found.awaits == "appointment") == enough


def refusals(number: int) -> list[dict[str, Any]]:
    acts: list[dict[str, Any]] = []
    for turn in range(number):
        acts += [{"act": "proposal", "date": f"2011-05-{2 + 3 * turn:02}"}]
        acts += [voted(40, 60, day=f"2011-05-{4 + 3 * turn:02}")]
    return [*acts, {"act": "appointment", "date": "2011-05-20"}]


@pytest.mark.parametrize(("number", "lawful"), [(1, False), (2, False), (3, True), (4, True)])
def test_three_refusals_let_the_president_appoint_without_consent(number: int, *, lawful: bool) -> None:
    given = {"cabinet_resigned": PROPOSED, "same_candidate": False}
    found = verdict("prime_minister_appointment", refusals(number), given=given)
    assert found.outcome == "appointed"
    assert found.result("118.III:without-consent") == ("met" if lawful else "breached")


@pytest.mark.parametrize("same", [True, False])
def test_whose_name_was_refused_matters_under_the_english_wording_only(*, same: bool) -> None:
    given = {"cabinet_resigned": PROPOSED, "same_candidate": same}
    found = verdict("prime_minister_appointment", refusals(3), given=given)
    assert (found.exit, found.depends_on) == (0, ("english",) if same else ())


# 116: on the day itself.


@pytest.mark.parametrize(("day", "in_time"), [("2011-06-10", True), ("2011-06-11", False)])
@pytest.mark.parametrize("way", ["elected", "re_elected"])
def test_the_cabinet_resigns_on_the_day_itself(way: str, day: str, *, in_time: bool) -> None:
    office = {"act": "taking_office", "date": "2011-06-10", "way": way}
    found = verdict("cabinet_resignation", [office, {"act": "cabinet_resignation", "date": day}])
    assert found.outcome == "resigned"
    assert found.result("116") == ("met" if in_time else "breached")


# 95.I.14: which side needs 63.

CONFIDENCE = [(62, 61, True, False), (63, 62, False, False), (62, 63, True, True), (10, 62, True, False)]


@pytest.mark.parametrize(("in_favour", "against", "short", "carried"), CONFIDENCE)
def test_63_votes_keep_the_confidence_or_refuse_it(in_favour: int, against: int, *, short: bool, carried: bool) -> None:
    acts = [introduced(by="deputy"), voted(in_favour, against)]
    kept = verdict("confidence_vote", acts)
    refused = verdict("confidence_vote", acts, readings=["confidence_side=to_refuse"])
    assert (kept.outcome != "confidence") == short
    assert (refused.outcome != "confidence") == carried
    assert ("confidence_side" in kept.depends_on) == (short != carried)
