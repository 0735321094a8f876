"""Lists of the text, word by word: what stands in one counts, what is left out of it does not.

Every expectation is read off the list in the text, not off the rules.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide


def verdict(procedure: str, acts: list[dict[str, Any]], **more: Any) -> Verdict:
    return decide(Scenario(procedure=procedure, acts=acts, **more), engine="meaning")


def result(found: Verdict, cite: str, step: str = "") -> str | None:
    return found.result(cite, step)


# 27.IV: when arms may be used.

GROUNDS = ["defence", "urgency", "capture", "escape", "revolt_or_coup", "enemy_soldiers"]


@pytest.mark.parametrize("year", [1999, 2005, 2012])
@pytest.mark.parametrize("ground", [*GROUNDS, "order"])
def test_arms_are_used_on_the_grounds_of_the_list_and_on_an_order_until_2002(ground: str, year: int) -> None:
    found = verdict("az-1995/use_of_arms", [{"act": "use_of_arms", "date": f"{year}-05-10", "ground": ground}])
    lawful = ground in GROUNDS or year < 2002
    assert result(found, "27.IV") == ("met" if lawful else "breached")


# 28.II: how freedom may be taken.


@pytest.mark.parametrize("form", ["detention", "arrest", "imprisonment"])
@pytest.mark.parametrize("by_law", [True, False])
def test_freedom_is_taken_in_three_ways_and_only_as_a_law_provides(form: str, *, by_law: bool) -> None:
    detention = {"act": "detention", "date": "2012-03-01", "form": form, "by_law": by_law, "citizen": True}
    assert result(verdict("az-1995/detention", [detention]), "28.II") == ("met" if by_law else "breached")


# 89.I: what costs a deputy the mandate.

ALWAYS = ["false_count", "citizenship", "crime", "public_post", "religious_post", "paid_work", "free_will"]
AT_TIMES = {"party_dissolved": {1999}, "vote_not_in_person": {2017}, "conduct": {2017}}


@pytest.mark.parametrize("year", [1999, 2005, 2012, 2017])
@pytest.mark.parametrize("cause", [*ALWAYS, *AT_TIMES])
def test_a_mandate_is_lost_for_the_causes_that_the_list_has_in_that_year(cause: str, year: int) -> None:
    found = verdict("az-1995/deputy_mandate", [{"act": "mandate_event", "date": f"{year}-02-01", "cause": cause}])
    listed = cause in ALWAYS or year in AT_TIMES[cause]
    assert result(found, "89.I") == ("met" if listed else "failed")


# 95.I: which questions are taken up on the President's recommendation.

RECOMMENDED = ["2", "5", "7", "9", "10", "11", "15", "17"]
TAKEN_UP_FREELY = ["1", "3", "4", "8", "18", "19"]


@pytest.mark.parametrize("item", [*RECOMMENDED, *TAKEN_UP_FREELY])
def test_a_deputy_does_not_introduce_what_the_president_recommends(item: str) -> None:
    introduction = {"act": "introduction", "date": "2011-05-02", "by": "deputy", "substantiated": True}
    found = verdict("az-1995/decree", [introduction], given={"matter": f"95.I.{item}"})
    assert result(found, "95.I:recommendation") == ("breached" if item in RECOMMENDED else "not_applicable")


# 96.IV and 96.V, if their periods are meant for drafts alone: the business that comes from the President has none.

BUSINESS = ["2", "5", "6", "7", "8", "9", "10", "11", "15", "16", "17"]


@pytest.mark.parametrize("urgent", [False, True])
@pytest.mark.parametrize("item", [*BUSINESS, "1", "3"])
def test_business_of_the_president_has_no_period_if_the_periods_are_meant_for_drafts(
    item: str, *, urgent: bool
) -> None:
    acts = [{"act": "introduction", "date": "2011-05-02", "by": "president", "substantiated": True}]
    acts += [{"act": "urgency", "date": "2011-05-03", "by": "president"}] if urgent else []
    acts += [{"act": "vote", "date": "2011-09-01", "in_favour": 100}]
    given = {"matter": f"95.I.{item}", "changed": False}
    found = verdict("az-1995/decree", acts, given=given, readings=["presidents_business=no_period"])
    cite, other = ("96.V", "96.IV") if urgent else ("96.IV", "96.V")
    assert result(found, cite) == ("not_applicable" if item in BUSINESS else "breached")
    assert result(found, other) == "not_applicable"


# 130.III: what the Constitutional Court holds against the Constitution, and what against the laws.

ACTS = [
    "law", "decree", "order", "milli_majlis_decree", "cabinet_decree", "cabinet_order", "central_act", "referendum_act",
]  # fmt: skip
REVIEWED = {
    "state_act": ("130.III.1", set(ACTS) - {"referendum_act"}),
    "act_and_laws": ("130.III.2", {"decree", "cabinet_decree", "central_act"}),
}


@pytest.mark.parametrize("question", REVIEWED)
@pytest.mark.parametrize("reviewed", ACTS)
def test_the_court_reviews_the_acts_that_its_list_names(question: str, reviewed: str) -> None:
    given = {"question": question, "reviewed": reviewed, "judges": 9}
    found = verdict(
        "az-1995/constitutional_review", [{"act": "inquiry", "date": "2012-05-02", "by": "president"}], given=given
    )
    cite, listed = REVIEWED[question]
    assert result(found, cite) == ("met" if reviewed in listed else "failed")
    others = {each for each, _ in REVIEWED.values()} - {cite}
    assert {result(found, each) for each in others} == {"not_applicable"}


@pytest.mark.parametrize("question", REVIEWED)
def test_where_it_is_not_told_what_is_reviewed_no_list_is_asked(question: str) -> None:
    inquiry = {"act": "inquiry", "date": "2012-05-02", "by": "president"}
    found = verdict("az-1995/constitutional_review", [inquiry], given={"question": question, "judges": 9})
    assert result(found, REVIEWED[question][0]) == "not_applicable"


@pytest.mark.parametrize("year", [1999, 2005, 2012])
@pytest.mark.parametrize(
    "body", ["president", "milli_majlis", "cabinet", "supreme_court", "procurators_office", "ali_majlis"]
)
def test_six_bodies_ask_the_court_for_an_interpretation_and_for_a_review(body: str, year: int) -> None:
    for question, cite in (("interpretation", "130.IV"), ("state_act", "130.III")):
        given = {"question": question, "reviewed": "law", "judges": 9, "court_set_up": True}
        inquiry = {"act": "inquiry", "date": f"{year}-05-03", "by": body}
        assert result(verdict("az-1995/constitutional_review", [inquiry], given=given), cite) == "met"


# 148.I: the acts of the list; by the English texts orders stand where the Azerbaijani one has decrees.

COMMON = ["constitution", "referendum_act", "law", "cabinet_decree", "central_act"]


@pytest.mark.parametrize(("readings", "fourth"), [([], "decree"), (["english=english"], "order")])
@pytest.mark.parametrize("act", [*COMMON, "decree", "order", "milli_majlis_decree"])
def test_an_act_that_the_list_does_not_name_has_no_place(act: str, readings: list[str], fourth: str) -> None:
    """Either of the two acts may be the one that is not named; the Constitution is compared in another way."""
    other = "law" if act != "law" else "cabinet_decree"
    for one, two in ((act, other), (other, act)):
        given = {"act_to_apply": one, "other_act": two}
        found = verdict("az-1995/conflict_of_norms", [], given=given, readings=readings, as_of="2012-05-01")
        if act == "constitution":
            assert found.outcome == ("goes_before" if one == act else "gives_way")
        else:
            assert result(found, "148.I") == ("met" if act in (*COMMON, fourth) else "failed")


# 150.I: what an act of a municipality may not contradict.

BINDING = ["constitution", "law", "decree", "cabinet_decree"]


@pytest.mark.parametrize("against", [*BINDING, "nothing", "referendum_act", "treaty", "central_act"])
def test_an_act_of_a_municipality_contradicts_none_of_the_four_acts(against: str) -> None:
    given = {
        "subject": "budget", "harms_sovereignty": False, "in_nakhchivan": False, "against": against,
        "concerned": "citizen_living_there",
    }  # fmt: skip
    found = verdict(
        "az-1995/municipal_act", [{"act": "municipal_adoption", "date": "2012-03-05", "organ": "meeting"}], given=given
    )
    assert result(found, "150.I") == ("breached" if against in BINDING else "met")


# 1921: the Presidium if its further members came on an unknown day, and the subjects that went to the Union.

FURTHER = ["nakhchivan_council", "nakhchivan_committee", "baku_soviet", "emergency_committee"]


@pytest.mark.parametrize("admitted", [True, False, None])
@pytest.mark.parametrize("post", ["chairman", "secretary", "chosen_member", *FURTHER])
@pytest.mark.parametrize("day", ["1924-06-01", "1925-03-20"])
@pytest.mark.parametrize("unknown_day", [True, False])
def test_further_members_belong_to_the_presidium_once_they_are_admitted(
    post: str, day: str, *, admitted: bool | None, unknown_day: bool
) -> None:
    given = {"post": post, **({} if admitted is None else {"admitted": admitted})}
    readings = ["further_members=unknown_day"] if unknown_day else []
    found = verdict("az-1921/presidium_membership", [], given=given, as_of=day, readings=readings)
    if post not in FURTHER or admitted:
        expected = "met"
    elif admitted is None and unknown_day:
        expected = "unknown"
    else:  # by default those who are not known to be admitted came with the amendment
        expected = "met" if admitted is None and day.startswith("1925") else "failed"
    assert result(found, "presidium.members") == expected


@pytest.mark.parametrize("subject", ["foreign_affairs", "defence", "foreign_trade"])
def test_if_the_text_had_to_be_amended_first_the_three_subjects_stay_with_the_republic(subject: str) -> None:
    given = {"subject": subject, "joined": True}
    found = verdict(
        "az-1921/subject_of_the_republic", [], given=given, as_of="1925-03-13", readings=["subjects_since=amendment"]
    )
    assert found.outcome == "republic"
