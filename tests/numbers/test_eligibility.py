"""Who may hold an office: the ages, the years of residence, the day of the Court's interpretation, and every condition.

Every case is worked out by hand from the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide

TWENTIES = {1998: "1998-10-11", 2005: "2005-06-01", 2011: "2011-05-02", 2018: "2018-04-11"}
EVERYBODY: dict[str, Any] = {
    "citizenship": "azerbaijani_alone",
    "age": 50,
    "may_vote": True,
    "university_degree": True,
    "foreign_ties": "none",
}
ALSO_OF_A_PRESIDENT: dict[str, Any] = {"residence": 30, "conviction": "none"}
PERSONS: dict[str, dict[str, Any]] = {
    "president_eligibility": EVERYBODY | ALSO_OF_A_PRESIDENT,
    "prime_minister_eligibility": EVERYBODY,
    "minister_eligibility": {**EVERYBODY, "post": "minister"},
    "vice_president_eligibility": {key: EVERYBODY[key] for key in EVERYBODY if key != "age"},
    "deputy_eligibility": {
        **{key: EVERYBODY[key] for key in EVERYBODY if key != "university_degree"},
        "branch": "none",
        "work": "none",
        "religious_office": False,
        "incapable": False,
        "conviction": "none",
        "serving_sentence": False,
    },
}
# Those of whom a reading asks the same as of the President, for whom they may act.
SUBSTITUTES = ("prime_minister_eligibility", "vice_president_eligibility")
# Of everybody but a Vice-President, an office of 2016, an age was asked in the editions before.
AGES = [
    ("president_eligibility", "100:age", 35),
    ("deputy_eligibility", "85.I:age", 25),
    ("prime_minister_eligibility", "121.I:age", 30),
    ("minister_eligibility", "121.II:age", 25),
]


def verdict(procedure: str, day: str, *, readings: tuple[str, ...] = (), **changed: Any) -> Verdict:
    given = {key: value for key, value in {**PERSONS[procedure], **changed}.items() if value is not None}
    raw = {"procedure": f"az-1995/{procedure}", "as_of": day, "given": given}
    return decide(Scenario.model_validate(raw), engine="meaning", readings=readings)


def failed(found: Verdict) -> list[str]:
    return [each.provision.partition("/")[2] for each in found.findings if each.result == "failed"]


@pytest.mark.parametrize("year", TWENTIES)
@pytest.mark.parametrize("procedure", PERSONS)
def test_somebody_whom_nothing_bars_may_hold_every_office_that_there_is(procedure: str, year: int) -> None:
    found = verdict(procedure, TWENTIES[year])
    if procedure == "vice_president_eligibility" and year < 2016:
        assert (found.status, found.exit) == ("undetermined", 3)
        assert found.silences[0].says == "Before 2016 the text knows no Vice-President."
    else:
        assert (found.outcome, found.exit, failed(found)) == ("eligible", 0, [])


@pytest.mark.parametrize("year", [1998, 2005, 2011])
@pytest.mark.parametrize("beside", [-1, 0, 1])
@pytest.mark.parametrize(("procedure", "cite", "least"), AGES)
def test_until_2016_an_age_is_asked_for(procedure: str, cite: str, least: int, beside: int, year: int) -> None:
    found = verdict(procedure, TWENTIES[year], age=least + beside)
    assert found.outcome == ("eligible" if beside >= 0 else "not_eligible")
    assert found.result(cite) == ("met" if beside >= 0 else "failed")


@pytest.mark.parametrize("age", [1, 24, 29, 34])
@pytest.mark.parametrize(("procedure", "cite"), [each[:2] for each in AGES])
def test_since_2016_no_age_is_asked_for(procedure: str, cite: str, age: int) -> None:
    found = verdict(procedure, TWENTIES[2018], age=age)
    assert (found.outcome, found.result(cite)) == ("eligible", None)


@pytest.mark.parametrize(("day", "asked"), [("2016-09-25", True), ("2016-10-11", False)])
@pytest.mark.parametrize(("procedure", "cite", "least"), AGES)
def test_the_age_ends_with_the_amendment_of_2016(
    procedure: str, cite: str, least: int, day: str, *, asked: bool
) -> None:
    found = verdict(procedure, day, age=least - 1)
    assert (found.outcome == "not_eligible") == asked
    assert (found.result(cite) == "failed") == asked


@pytest.mark.parametrize(("years", "enough"), [(0, False), (9, False), (10, False), (11, True), (12, True)])
@pytest.mark.parametrize("year", TWENTIES)
def test_a_president_has_lived_in_the_country_for_more_than_ten_years(year: int, years: int, *, enough: bool) -> None:
    found = verdict("president_eligibility", TWENTIES[year], residence=years, residence_in_all=years)
    assert (found.outcome == "eligible") == enough
    assert found.result("100:residence") == ("met" if enough else "failed")


@pytest.mark.parametrize(("in_all", "enough"), [(10, False), (11, True), (12, True)])
def test_years_with_a_break_count_if_they_count_in_all(in_all: int, *, enough: bool) -> None:
    facts = {"residence": 4, "residence_in_all": in_all}
    assert verdict("president_eligibility", TWENTIES[2011], **facts).outcome == "not_eligible"
    found = verdict("president_eligibility", TWENTIES[2011], readings=("ten_years=in_all",), **facts)
    assert (found.outcome == "eligible") == enough


LASTING = ["long_residence", "registration", "overstay", "other"]
OWED = ["service", "taxes"]
BEFORE = ["1998-10-11", "2002-12-01", "2003-07-31"]
SINCE = ["2003-08-01", "2003-08-02", "2005-06-01", "2013-10-09", "2018-04-11"]


@pytest.mark.parametrize("ties", LASTING)
@pytest.mark.parametrize("day", BEFORE + SINCE)
def test_lasting_ties_bar_a_president_from_the_day_of_the_interpretation(day: str, ties: str) -> None:
    found = verdict("president_eligibility", day, foreign_ties=ties)
    open_to_reading = day in BEFORE
    assert (found.outcome == "eligible") == open_to_reading
    assert found.depends_on == (("lasting_ties",) if open_to_reading else ())


@pytest.mark.parametrize("ties", LASTING)
@pytest.mark.parametrize("year", TWENTIES)
@pytest.mark.parametrize("procedure", [each for each in PERSONS if each != "president_eligibility"])
def test_in_other_articles_the_interpretation_is_an_analogy(procedure: str, year: int, ties: str) -> None:
    if procedure == "vice_president_eligibility" and year < 2016:
        return
    also = ALSO_OF_A_PRESIDENT if procedure in SUBSTITUTES else {}
    found = verdict(procedure, TWENTIES[year], foreign_ties=ties, **also)
    assert (found.outcome, found.depends_on) == ("eligible", ("lasting_ties",))
    read = verdict(procedure, TWENTIES[year], foreign_ties=ties, **also, readings=("lasting_ties=ties",))
    assert read.outcome == "not_eligible"


@pytest.mark.parametrize("ties", OWED)
@pytest.mark.parametrize("day", BEFORE + SINCE)
@pytest.mark.parametrize("procedure", [each for each in PERSONS if each != "vice_president_eligibility"])
def test_what_is_owed_to_another_state_is_an_obligation_at_any_time(procedure: str, day: str, ties: str) -> None:
    found = verdict(procedure, day, foreign_ties=ties)
    assert (found.outcome, found.depends_on) == ("not_eligible", ())


# What bars whom, by the fact that says it: the provision that fails.

BARS: list[tuple[str, str, Any, str]] = [
    ("president_eligibility", "citizenship", "another_as_well", "100:citizenship"),
    ("president_eligibility", "citizenship", "none_of_azerbaijan", "100:citizenship"),
    ("president_eligibility", "may_vote", False, "100:vote"),
    ("president_eligibility", "university_degree", False, "100:degree"),
    ("president_eligibility", "conviction", "grave", "100:conviction"),
    ("president_eligibility", "foreign_ties", "service", "100:obligations"),
    ("deputy_eligibility", "citizenship", "another_as_well", "85.II:citizenship"),
    ("deputy_eligibility", "citizenship", "none_of_azerbaijan", "85.I"),
    ("deputy_eligibility", "foreign_ties", "taxes", "85.II:obligations"),
    ("deputy_eligibility", "branch", "executive", "85.II:branch"),
    ("deputy_eligibility", "branch", "judicial", "85.II:branch"),
    ("deputy_eligibility", "work", "other", "85.II:work"),
    ("deputy_eligibility", "religious_office", True, "85.II:religion"),
    ("deputy_eligibility", "incapable", True, "85.II:capacity"),
    ("deputy_eligibility", "conviction", "grave", "85.II:conviction"),
    ("deputy_eligibility", "serving_sentence", True, "85.II:sentence"),
    ("prime_minister_eligibility", "citizenship", "none_of_azerbaijan", "121.I"),
    ("prime_minister_eligibility", "may_vote", False, "121.I:vote"),
    ("prime_minister_eligibility", "university_degree", False, "121.I:degree"),
    ("prime_minister_eligibility", "foreign_ties", "taxes", "121.I:obligations"),
    ("minister_eligibility", "citizenship", "none_of_azerbaijan", "121.II"),
    ("minister_eligibility", "may_vote", False, "121.II:vote"),
    ("minister_eligibility", "university_degree", False, "121.II:degree"),
    ("minister_eligibility", "foreign_ties", "taxes", "121.II:obligations"),
]


@pytest.mark.parametrize("year", TWENTIES)
@pytest.mark.parametrize(("procedure", "fact", "value", "cite"), BARS)
def test_a_condition_that_fails_is_named_and_alone(procedure: str, fact: str, value: Any, cite: str, year: int) -> None:
    found = verdict(procedure, TWENTIES[year], **{fact: value})
    assert (found.outcome, found.exit, failed(found)) == ("not_eligible", 0, [cite])


@pytest.mark.parametrize(
    ("procedure", "fact", "value"),
    [
        ("deputy_eligibility", "work", "excepted"),
        ("deputy_eligibility", "conviction", "lesser"),
        ("prime_minister_eligibility", "citizenship", "another_as_well"),
        ("prime_minister_eligibility", "conviction", "grave"),
        ("prime_minister_eligibility", "residence", 1),
        ("minister_eligibility", "citizenship", "another_as_well"),
        ("vice_president_eligibility", "citizenship", "another_as_well"),
    ],
)
def test_what_an_article_does_not_name_is_no_bar(procedure: str, fact: str, value: Any) -> None:
    assert verdict(procedure, TWENTIES[2018], **{fact: value}).outcome == "eligible"


@pytest.mark.parametrize(("year", "may_be"), [(1998, True), (2005, True), (2011, True), (2018, False)])
def test_since_2016_a_deputy_must_have_a_part_in_elections(year: int, *, may_be: bool) -> None:
    found = verdict("deputy_eligibility", TWENTIES[year], may_vote=False)
    assert (found.outcome == "eligible") == may_be


OPTIONAL = {("deputy_eligibility", "may_vote", year) for year in (1998, 2005, 2011)}
OPTIONAL |= {(procedure, "age", 2018) for procedure in PERSONS}


@pytest.mark.parametrize("year", TWENTIES)
@pytest.mark.parametrize(("procedure", "fact"), [(name, fact) for name, facts in PERSONS.items() for fact in facts])
def test_each_missing_fact_is_asked_for(procedure: str, fact: str, year: int) -> None:
    if procedure == "vice_president_eligibility" and year < 2016:
        return
    found = verdict(procedure, TWENTIES[year], **{fact: None})
    if (procedure, fact, year) in OPTIONAL:
        assert (found.outcome, found.missing) == ("eligible", ())
    else:
        assert (found.status, found.missing, found.exit) == ("undetermined", (fact,), 3)
