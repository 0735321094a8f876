"""The numbers and lists of Articles 125 to 133 and of transitional clauses 9 to 12, worked by hand from the text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from majlis import Scenario, Verdict, decide

EDITION_YEARS = [1999, 2005, 2012, 2018]


def verdict(procedure: str, acts: list[dict[str, Any]], **more: Any) -> Verdict:
    return decide(Scenario(procedure=f"az-1995/{procedure}", acts=acts, **more), engine="meaning")


def broken(found: Verdict) -> set[str]:
    return {each.provision.partition("/")[2] for each in found.findings if each.result == "breached"}


def introduced(year: int, by: str = "president") -> dict[str, Any]:
    grounds = {"substantiated": True} if year >= 2009 else {}
    return {"act": "introduction", "date": f"{year}-05-02", "by": by, **grounds}


def voted(year: int, in_favour: int) -> dict[str, Any]:
    return {"act": "vote", "date": f"{year}-05-20", "in_favour": in_favour, "against": 10}


# 126.I: a citizen of 30 (until 2016) with the vote, a degree in law and five years of work in it.

FIT = {"citizen": True, "age": 30, "may_vote": True, "law_degree": True, "law_years": 5, "in_office": False}


def eligible(year: int, **facts: Any) -> Verdict:
    return verdict("judge_eligibility", [], as_of=f"{year}-05-02", given={**FIT, **facts})


@pytest.mark.parametrize(("age", "old_enough"), [(29, False), (30, True), (31, True)])
@pytest.mark.parametrize("year", EDITION_YEARS)
def test_a_judge_is_30_until_2016_and_of_any_age_since(year: int, age: int, *, old_enough: bool) -> None:
    found = eligible(year, age=age)
    assert (found.outcome == "eligible") == (old_enough or year > 2016)
    assert found.result("126.I:age") == (None if year > 2016 else "met" if old_enough else "failed")


@pytest.mark.parametrize(("years", "enough"), [(4, False), (5, True), (6, True)])
@pytest.mark.parametrize("year", EDITION_YEARS)
def test_a_judge_has_worked_in_the_law_for_five_years(year: int, years: int, *, enough: bool) -> None:
    found = eligible(year, law_years=years)
    assert found.result("126.I:experience") == ("met" if enough else "failed")
    assert (found.outcome == "eligible") == enough


@pytest.mark.parametrize("fact", ["citizen", "may_vote", "law_degree"])
@pytest.mark.parametrize("year", EDITION_YEARS)
def test_each_other_condition_alone_keeps_somebody_from_being_a_judge(year: int, fact: str) -> None:
    assert eligible(year).outcome == "eligible"
    assert eligible(year, **{fact: False}).outcome == "not_eligible"


@pytest.mark.parametrize("fact", ["citizen", "age", "may_vote", "law_degree", "law_years"])
def test_each_fact_that_is_missing_is_asked_for(fact: str) -> None:
    given = {key: value for key, value in FIT.items() if key != fact}
    found = verdict("judge_eligibility", [], as_of="2012-05-02", given=given)
    assert (found.status, found.missing) == ("undetermined", (fact,))


# 95.I.10, 109.9, 130.II to 132.II: who appoints in which court. In 1995 the Economic Court, since 2002 the courts of appeal.

BY_THE_HOUSE = {1999: {"constitutional", "supreme", "economic"}}
SINCE_2002 = {"constitutional", "supreme", "appeal"}
COURTS = ["constitutional", "supreme", "appeal", "economic", "other"]


@pytest.mark.parametrize("court", COURTS)
@pytest.mark.parametrize("year", EDITION_YEARS)
def test_the_president_appoints_alone_just_where_the_milli_majlis_does_not(year: int, court: str) -> None:
    appointed = {"act": "judge_appointed", "date": f"{year}-05-10", "by": "president"}
    found = verdict("judge_appointment", [appointed], given={"court": court, "eligible": True})
    assert bool(broken(found)) == (court in BY_THE_HOUSE.get(year, SINCE_2002))


@pytest.mark.parametrize("court", COURTS)
@pytest.mark.parametrize("year", EDITION_YEARS)
def test_the_milli_majlis_appoints_just_where_the_list_says_so(year: int, court: str) -> None:
    acts = [introduced(year), voted(year, 63), {"act": "publication", "date": f"{year}-05-25"}]
    found = verdict("judge_appointment", acts, given={"court": court, "eligible": True, "changed": False})
    assert found.outcome == "in_force"
    assert broken(found) == (set() if court in BY_THE_HOUSE.get(year, SINCE_2002) else {"109.9:alone"})


@pytest.mark.parametrize(("votes", "enough"), [(62, False), (63, True), (64, True)])
@pytest.mark.parametrize("year", EDITION_YEARS)
def test_a_judge_is_appointed_with_63_votes_and_a_refusal_leads_nowhere(year: int, votes: int, *, enough: bool) -> None:
    given = {"court": "supreme", "eligible": True, "changed": False}
    found = verdict("judge_appointment", [introduced(year), voted(year, votes)], given=given)
    assert found.result("95.II:decree") == ("met" if enough else "failed")
    assert (found.awaits, found.status) == (("publication", "pending") if enough else (None, "undetermined"))


# 128.IV: 30 days for the Supreme Court. 3 March + 28 days is 31 March; + 30 days 2 April.


@pytest.mark.parametrize(("day", "late"), [("04-01", False), ("04-02", False), ("04-03", True)])
@pytest.mark.parametrize("year", [1999, 2005, 2014, 2018])
def test_the_conclusions_on_a_judge_are_due_on_the_thirtieth_day(year: int, day: str, *, late: bool) -> None:
    acts = [
        {"act": "conclusions_request", "date": f"{year}-03-03"},
        {"act": "conclusions", "date": f"{year}-{day}", "affirmative": True},
    ]
    found = verdict("judge_dismissal", acts, given={"court": "appeal", "crime_of_judge": True})
    assert broken(found) == ({"128.IV"} if late else set())
    assert found.awaits == "introduction"


# 128.V: 83 votes in the higher courts, 63 elsewhere; by the other reading 63 everywhere without a crime.


@pytest.mark.parametrize(("court", "needed"), [("constitutional", 83), ("supreme", 83), ("appeal", 83), ("other", 63)])
@pytest.mark.parametrize("beside", [-1, 0, 1])
@pytest.mark.parametrize("year", [2005, 2012, 2018])
def test_a_judge_is_dismissed_with_83_or_63_votes_on_any_ground(
    year: int, court: str, needed: int, beside: int
) -> None:
    given = {"court": court, "crime_of_judge": False, "changed": False}
    found = verdict("judge_dismissal", [introduced(year), voted(year, needed + beside)], given=given)
    assert found.result("128.V") == ("met" if beside >= 0 else "failed")
    assert (found.outcome == "rejected") == (beside < 0)


@pytest.mark.parametrize("court", COURTS)
@pytest.mark.parametrize(("votes", "enough"), [(62, False), (63, True), (64, True)])
def test_63_votes_do_without_a_crime_if_the_numbers_are_for_crimes_only(
    court: str, votes: int, *, enough: bool
) -> None:
    given = {"court": court, "crime_of_judge": False, "changed": False}
    acts = [introduced(2012), voted(2012, votes)]
    found = verdict("judge_dismissal", acts, given=given, readings=("dismissal_majority=crime_only",))
    assert (found.awaits == "publication") == enough
    assert found.result("128.V") == "not_applicable"


# 130.I: nine judges.


@pytest.mark.parametrize(("judges", "said"), [(7, False), (8, False), (9, True)])
@pytest.mark.parametrize("year", EDITION_YEARS)
def test_only_of_nine_judges_does_the_text_say_that_they_decide(year: int, judges: int, *, said: bool) -> None:
    given = {"question": "state_act", "judges": judges, "court_set_up": True}
    found = verdict("constitutional_review", [inquired(year, "president")], given=given)
    assert (found.awaits == "judgment") == said
    assert (found.status == "undetermined") != said


# 130.III to VII: who may ask what. The numbers are those of the items since 2002.

ITEMS = {
    "state_act": 1,
    "act_and_laws": 2,
    "act_and_decrees": 3,
    "supreme_court_decision": 4,
    "municipal_act": 5,
    "interstate_treaty": 6,
    "governments_treaty": 6,
    "nakhchivan_act": 7,
    "division_of_powers": 8,
}
SIX = {"president", "milli_majlis", "cabinet", "supreme_court", "procurators_office", "ali_majlis"}
OTHERS = {"person", "ombudsman", "court", "deputy", "prime_minister"}


def inquired(year: int, by: str) -> dict[str, Any]:
    return {"act": "inquiry", "date": f"{year}-05-02", "by": by}


def heard(year: int, by: str, question: str, *readings: str, **facts: Any) -> bool:
    given = {"question": question, "author": "executive", "violates_rights": True, "concerns_rights": True}
    given |= {"case_named_by_law": True, "treaty_in_force": False, "court_set_up": True, **facts}
    found = verdict("constitutional_review", [inquired(year, by)], given=given, readings=readings)
    assert found.outcome in (None, "not_heard")
    assert broken(found) == set()
    return found.awaits == "judgment"


@pytest.mark.parametrize("year", EDITION_YEARS)
@pytest.mark.parametrize("by", sorted(SIX | OTHERS))
def test_who_may_put_which_item_to_the_constitutional_court(year: int, by: str) -> None:
    if by == "ombudsman" and year < 2002:
        return  # there was no commissioner yet
    for question, item in ITEMS.items():
        complains = by in ("person", "ombudsman") and year > 2002 and item <= 7
        assert heard(year, by, question) == (by in SIX or complains), question


@pytest.mark.parametrize("year", EDITION_YEARS)
@pytest.mark.parametrize("by", sorted(SIX | OTHERS))
def test_who_may_ask_for_an_interpretation(year: int, by: str) -> None:
    if by == "ombudsman" and year < 2002:
        return
    assert heard(year, by, "interpretation") == (by in SIX or (by == "court" and year > 2002))
    assert heard(year, by, "interpretation", concerns_rights=False) == (by in SIX)


@pytest.mark.parametrize("by", ["person", "ombudsman"])
@pytest.mark.parametrize(("question", "item"), ITEMS.items())
def test_the_english_text_of_2009_names_items_1_and_7_alone(by: str, question: str, item: int) -> None:
    assert heard(2012, by, question, "english") == (item in (1, 7))
    assert heard(2005, by, question, "english") == (item <= 7)


@pytest.mark.parametrize("author", ["legislature", "executive", "municipality", "court", "other"])
@pytest.mark.parametrize("by", ["person", "ombudsman"])
def test_whose_acts_may_be_complained_of(by: str, author: str) -> None:
    assert heard(2012, by, "state_act", author=author) == (author != "other")
    assert heard(2012, by, "state_act", "english", author=author) == (author not in ("legislature", "other"))
    assert not heard(2012, by, "state_act", author=author, violates_rights=False)


# trans.10: one year from 27 November 1995.


@pytest.mark.parametrize(("day", "late"), [(364, False), (365, False), (366, False), (367, True)])
def test_the_laws_on_judges_are_due_within_a_year(day: int, *, late: bool) -> None:
    """1996 has a 29 February: 27 November 1996 is the 366th day after 27 November 1995."""
    adopted = (date(1995, 11, 27) + timedelta(days=day)).isoformat()
    given = {"in_force_since": "1995-11-27"}
    found = verdict("judicial_reform", [{"act": "reform_laws", "date": adopted}], given=given, as_of=adopted)
    assert broken(found) == ({"trans.10"} if late else set())
