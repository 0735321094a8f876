"""Rights and duties, worked by hand from Articles 4 to 79: every number and day at its margin, every list, every edition."""

from __future__ import annotations

from typing import Any

import pytest

import majlis

EDITIONS = ("1995", "2002", "2009", "2016")
DAYS = {"1995": "1999-05-10", "2002": "2005-05-10", "2009": "2012-05-10", "2016": "2020-05-10"}
DAY = DAYS["2009"]
EVE, MORROW = "2012-05-09", "2012-05-11"
around = pytest.mark.parametrize(("day", "in_time"), [(EVE, True), (DAY, True), (MORROW, False)])


def decided(procedure: str, *acts: dict[str, Any], **more: Any) -> majlis.Verdict:
    case = {"procedure": f"az-1995/{procedure}", "acts": list(acts), **more}
    return majlis.decide(majlis.Scenario.model_validate(case), engine="meaning")


def broken(verdict: majlis.Verdict) -> set[str]:
    return {each.provision.partition("/")[2] for each in verdict.findings if each.result == "breached"}


def by_edition(procedure: str, act: dict[str, Any]) -> list[set[str]]:
    """What an act breaks in each of the four editions, on a day of its time."""
    return [broken(decided(procedure, {"date": DAYS[edition], **act})) for edition in EDITIONS]


# 17.V, 35.VI, 37.II: 15 years, the minimum wage, eight hours, 21 days.

JOB = {
    "act": "employment", "date": DAY, "age": 30, "contract": True, "willing": True, "hours": 8, "leave_days": 21,
    "holidays_free": True, "wage": 130, "minimum_wage": 130,
}  # fmt: skip
JOBS = [
    ("age", [(14, False), (15, True), (16, True)], "17.V"),
    ("hours", [(7, True), (8, True), (9, False)], "37.II:day"),
    ("leave_days", [(20, False), (21, True), (22, True)], "37.II:leave"),
    ("wage", [(129, False), (130, True), (131, True)], "35.VI"),
    ("holidays_free", [(True, True), (False, False)], "37.II:holidays"),
    ("willing", [(True, True), (False, False)], "35.IV"),
]
AT_WORK = [(field, value, fine, cite) for field, values, cite in JOBS for value, fine in values]


@pytest.mark.parametrize(("field", "value", "fine", "cite"), AT_WORK)
def test_a_job_keeps_to_the_age_the_hours_the_leave_and_the_wage(
    field: str, value: int, cite: str, *, fine: bool
) -> None:
    verdict = decided("working_conditions", JOB | {field: value})
    assert broken(verdict) == (set() if fine else {cite})
    assert verdict.result(cite) == ("met" if fine else "breached")


def test_a_child_of_14_could_be_employed_before_2009() -> None:
    child = {key: value for key, value in JOB.items() if key != "date"} | {"age": 14}
    assert by_edition("working_conditions", child) == [set(), set(), {"17.V"}, {"17.V"}]


def test_hours_and_leave_are_for_those_with_a_contract() -> None:
    free = decided(
        "working_conditions", JOB | {"contract": False, "hours": 14, "leave_days": 0, "holidays_free": False}
    )
    assert broken(free) == set()


# 73: the amount in the law, and the day on which it is due.


def demanded(amount: int) -> dict[str, Any]:
    return {"act": "tax_demand", "date": "2012-04-01", "in_law": True, "amount": amount, "amount_in_law": 250}


@pytest.mark.parametrize(("amount", "fine"), [(249, True), (250, True), (251, False)])
def test_no_more_is_demanded_than_the_law_states(amount: int, *, fine: bool) -> None:
    verdict = decided("tax", demanded(amount), given={"due_day": DAY})
    assert broken(verdict) == (set() if fine else {"73.I:amount"})


@pytest.mark.parametrize(("amount", "full"), [(249, False), (250, True), (251, True)])
@around
def test_a_tax_is_paid_in_full_and_by_the_day_on_which_it_is_due(
    amount: int, day: str, *, full: bool, in_time: bool
) -> None:
    payment = {"act": "tax_payment", "date": day, "amount": amount}
    verdict = decided("tax", demanded(250), payment, given={"due_day": DAY})
    assert broken(verdict) == {cite for cite, kept in (("73.I:payment", full), ("73.I:due", in_time)) if not kept}


# What has to come first: on the day before, on the day, on the day after.

SENTENCE = {
    "act": "criminal_sentence", "date": DAY, "by": "court", "court": "named_by_law", "consent": False, "unlawful_evidence": False,
    "criminal_then": True, "later_law": "none", "law_applied": "earlier", "sentenced_before": False, "penalty": "other",
    "gravest": False,
}  # fmt: skip
TAKING = {"act": "taking", "date": DAY, "by_court": True, "everything": False, "purpose": "state_needs"}
MEETING = {"act": "assembly", "date": DAY, "peaceful": True, "armed": False}
RESTRICTION = {
    "act": "restriction", "date": DAY, "ground": "announcement", "partial": True, "temporary": True, "notified": True,
    "notified_at_once": True, "obligations": "kept", "proportionate": True, "belief": False,
}  # fmt: skip
FIRST = [
    ("criminal_judgment", {"act": "accused_heard", "earlier": True}, SENTENCE, "67.II"),
    ("expropriation", {"act": "compensation", "fair": True, "earlier": True}, TAKING, "29.IV:payment"),
    ("assembly", {"act": "assembly_notice", "earlier": True}, MEETING, "49.II:notice"),
    ("restriction_of_rights", {"act": "state_announced"}, RESTRICTION, "71.II"),
]


@pytest.mark.parametrize(("procedure", "first", "then", "cite"), FIRST, ids=[each[0] for each in FIRST])
@around
def test_what_has_to_come_first_comes_no_later_than_on_the_day(
    procedure: str, first: dict[str, Any], then: dict[str, Any], cite: str, day: str, *, in_time: bool
) -> None:
    verdict = decided(procedure, first | {"date": day}, then)
    assert broken(verdict) == (set() if in_time else {cite})
    assert broken(decided(procedure, then)) == {cite}


@around
def test_an_application_is_answered_by_the_last_day_of_the_period(day: str, *, in_time: bool) -> None:
    application = {"act": "application", "date": "2012-04-10", "applicant": "other", "how": "individual"}
    answer = {"act": "application_answer", "date": day}
    verdict = decided("application_to_a_state_body", application, answer, given={"last_day": DAY})
    assert broken(verdict) == (set() if in_time else {"57.I"})


@pytest.mark.parametrize(("day", "held_by_then"), [(EVE, False), (DAY, True), (MORROW, True)])
def test_the_right_to_a_lawyer_begins_on_the_day_of_the_arrest(day: str, *, held_by_then: bool) -> None:
    arrest = {"act": "detention", "date": DAY, "form": "arrest", "by_law": True, "citizen": True}
    request = {"act": "lawyer_request", "date": day, "granted": False}
    assert broken(decided("detention", request, arrest)) == ({"61.III"} if held_by_then else set())


# Lists: each word of a fact, and whether the text allows it.

LISTS = [
    ("use_of_arms", {"act": "use_of_arms"}, "ground", "27.IV", {"defence", "urgency", "capture", "escape", "revolt_or_coup", "enemy_soldiers"},
     {"order", "other"}),
    ("forced_work", {"act": "forced_work"}, "ground", "35.V", {"court", "army_service", "martial_law", "emergency"}, {"other"}),
    ("detention", {"act": "detention", "by_law": True, "citizen": True}, "form", "28.II",
     {"detention", "arrest", "imprisonment"}, {"other"}),
    ("strike", {"act": "strike"}, "by_whom", "36.II:army", {"employee", "other"}, {"soldier", "army_civilian"}),
    ("entry_into_a_home", {"act": "home_entry", "willing": False}, "ground", "33.II", {"law", "court"}, {"none"}),
    ("secrecy_of_correspondence", {"act": "interception", "by_law": True}, "purpose", "32.IV",
     {"prevent_crime", "criminal_case"}, {"other"}),
    ("duty", {"act": "duty_imposed", "contrary": False, "by_state_body": True, "in_bounds": True}, "basis", "72.I",
     {"constitution", "law"}, {"other"}),
    ("restriction_of_rights", RESTRICTION, "ground", "71.II", {"article", "law", "others"}, {"none"}),
]  # fmt: skip
WORDS = [
    (procedure, act | {field: word}, cite, word in fine)
    for procedure, act, field, cite, fine, wrong in LISTS
    for word in sorted(fine | wrong)
]


@pytest.mark.parametrize(("procedure", "act", "cite", "fine"), WORDS)
def test_in_2012_each_word_of_a_list_is_allowed_or_not(
    procedure: str, act: dict[str, Any], cite: str, *, fine: bool
) -> None:
    verdict = decided(procedure, act | {"date": DAY})
    assert verdict.result(cite) == ("met" if fine else "breached")
    assert broken(verdict) == (set() if fine else {cite})


# What the amendments of 2002, 2009 and 2016 changed: the same act on a day of each edition.

NO: set[str] = set()
ORDER = {"act": "use_of_arms", "ground": "order"}
DOLLARS = {"act": "foreign_money", "as_payment": False}
LOSS = {"act": "citizenship_ended", "how": "deprived", "named_by_law": True}
SOLDIERS = {"act": "application", "applicant": "soldier", "how": "collective"}
GANG = {"act": "union_activity", "aim": "other_crime", "criminal_means": False}
MEANS = {"act": "union_activity", "aim": "lawful", "criminal_means": True}
CUSTOM = {"act": "duty_imposed", "basis": "other", "contrary": False, "by_state_body": True, "in_bounds": False}
BY_LAW = {key: value for key, value in RESTRICTION.items() if key != "date"} | {"ground": "law"}
NO_GROUND = BY_LAW | {"ground": "none"}
TOO_FAR = BY_LAW | {"ground": "article", "proportionate": False}
UNHEARD = {key: value for key, value in SENTENCE.items() if key != "date"}
PUBLIC = {"act": "taking", "by_court": True, "everything": False, "purpose": "public_needs"}
CHANGES = [
    ("use_of_arms", ORDER, [NO, {"27.IV"}, {"27.IV"}, {"27.IV"}]),
    ("currency", DOLLARS, [{"19.III"}, {"19.III"}, NO, NO]),
    ("loss_of_citizenship", LOSS, [{"53.I"}, {"53.I"}, {"53.I"}, NO]),
    ("application_to_a_state_body", SOLDIERS, [NO, NO, NO, {"57.I:soldiers"}]),
    ("ban_of_a_union", GANG, [NO, NO, NO, {"58.IV:aims"}]),
    ("ban_of_a_union", MEANS, [NO, NO, NO, {"58.IV:aims"}]),
    ("duty", CUSTOM, [NO, NO, {"72.I", "71.X"}, {"72.I", "71.X"}]),
    ("restriction_of_rights", BY_LAW, [{"71.II", "71.III:only"}, {"71.II"}, NO, NO]),
    ("restriction_of_rights", NO_GROUND, [{"71.II", "71.III:only"}, {"71.II"}, {"71.II"}, {"71.II"}]),
    ("restriction_of_rights", TOO_FAR, [NO, NO, NO, {"71.II:proportion"}]),
    ("criminal_judgment", UNHEARD, [NO, NO, {"67.II"}, {"67.II"}]),
    ("expropriation", PUBLIC, [{"29.IV:payment"}, {"29.IV:payment"}, {"29.IV:needs"}, {"29.IV:needs"}]),
]


@pytest.mark.parametrize(("procedure", "act", "expected"), CHANGES)
def test_an_amendment_changes_what_an_act_breaks(procedure: str, act: dict[str, Any], expected: list[set[str]]) -> None:
    assert by_edition(procedure, act) == expected


@pytest.mark.parametrize(("edition", "outcome"), [("1995", "refused"), ("2002", "allowed"), ("2016", "allowed")])
def test_another_service_need_not_be_military_since_2002(edition: str, outcome: str) -> None:
    request = {
        "act": "service_request",
        "beliefs": True,
        "named_by_law": True,
        "service": "civil",
        "date": DAYS[edition],
    }
    assert decided("alternative_service", request).outcome == outcome
    assert decided("alternative_service", request | {"service": "military"}).outcome == "allowed"
