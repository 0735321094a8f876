"""Would this vote pass: each majority below, at and above; what is open; agreement with the verdict."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import majlis

if TYPE_CHECKING:
    from majlis.questions.votes.vote import WouldPass

ORDINARY, ELECTIONS = "94.I.15", "94.I.3"
AT_THE_MARGIN = [
    # procedure, what is asked, the number needed
    ("az-1995/law", {"matter": ORDINARY}, 63),
    ("az-1995/law", {"matter": ELECTIONS}, 83),
    ("az-1995/law", {"matter": "94.I.2"}, 83),
    ("az-1995/law", {"matter": "94.I.4"}, 83),
    ("az-1995/law", {"matter": "95.I.4"}, 63),
    ("az-1995/law", {"matter": ORDINARY, "step": "repeat_vote", "first": 63}, 83),
    ("az-1995/law", {"matter": ELECTIONS, "step": "repeat_vote", "first": 83}, 95),
    ("az-1995/decree", {"matter": "95.I.9"}, 63),
    ("az-1995/decree", {"matter": "95.I.12"}, 95),
    ("az-1995/judge_dismissal", {"given": {"court": "supreme"}}, 83),
    ("az-1995/judge_dismissal", {"given": {"court": "other"}}, 63),
    ("az-1995/judge_dismissal", {"given": {"court": "appeal"}, "edition": "1995"}, 63),
    ("az-1995/decree", {"matter": "95.III"}, 63),
    ("az-1995/constitutional_law", {}, 95),
    ("az-1995/constitutional_law", {"step": "second_vote"}, 95),
    ("az-1995/prime_minister_appointment", {}, 63),
    ("az-1995/presidential_vacancy", {}, 63),
    ("az-1995/presidential_vacancy", {"step": "incapacity"}, 6),
    ("az-1995/municipal_decision", {"voting": 11, "members": 15, "given": {"local_taxes": False}}, 6),
    ("az-1995/municipal_decision", {"voting": 11, "members": 15, "given": {"local_taxes": True}}, 10),
]


def asked(procedure: str, **what: Any) -> WouldPass:
    return majlis.would_pass(procedure, engine="meaning", **what)


@pytest.mark.parametrize(("procedure", "what", "needed"), AT_THE_MARGIN)
@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_a_vote_passes_from_the_number_that_is_needed_on(
    procedure: str, what: dict[str, Any], needed: int, beside: int
) -> None:
    found = asked(procedure, in_favour=needed + beside, **what)
    assert (found.passes, found.required, found.actual, found.margin) == (
        beside >= 0,
        needed,
        needed + beside,
        beside,
    )


@pytest.mark.needs_durable_rules
@pytest.mark.parametrize(("procedure", "what", "needed"), AT_THE_MARGIN)
def test_durable_rules_gives_the_same_answer(procedure: str, what: dict[str, Any], needed: int) -> None:
    plain = asked(procedure, in_favour=needed, **what).as_dict()
    inferred = majlis.would_pass(procedure, engine="durable", in_favour=needed, **what).as_dict()
    assert {**plain, "engine": ""} == {**inferred, "engine": ""}


@given(st.integers(0, 125), st.sampled_from([ORDINARY, ELECTIONS, "95.I.4", "95.I.7"]))
def test_it_agrees_with_the_verdict_on_the_same_vote(votes: int, matter: str) -> None:
    introduced = {"act": "introduction", "date": "2010-03-01", "by": "president", "substantiated": True}
    vote = {"act": "vote", "date": "2010-03-02", "in_favour": votes}
    case = majlis.Scenario.model_validate(
        {"procedure": "az-1995/law", "given": {"matter": matter}, "acts": [introduced, vote]}
    )
    verdict = majlis.decide(case, engine="meaning")
    found = asked("az-1995/law", matter=matter, in_favour=votes, date=date(2010, 3, 2))
    assert found.passes == {"presentation": True}.get(
        verdict.awaits or "", False if verdict.outcome == "rejected" else None
    )


@given(st.integers(0, 124))
def test_one_more_vote_never_turns_passed_into_failed(votes: int) -> None:
    for matter in (ORDINARY, ELECTIONS):
        assert (
            not asked("az-1995/law", matter=matter, in_favour=votes).passes
            or asked("az-1995/law", matter=matter, in_favour=votes + 1).passes
        )


def test_the_answer_names_the_provision_the_seats_and_the_body() -> None:
    found = asked("az-1995/law", matter=ELECTIONS, in_favour=80)
    assert (found.provision, found.seats, found.body) == ("az-1995/94.II", 125, "the Milli Majlis")


def test_a_reading_that_would_change_the_answer_is_told() -> None:
    found = asked("az-1995/law", matter=ORDINARY, step="repeat_vote", first=85, in_favour=90)
    assert found.passes
    turning = [(each.question, each.reading, each.passes, each.required) for each in found.readings if each.turns]
    assert turning == [("override_majority", "obtained", False, 95)]


def test_a_reading_can_be_taken() -> None:
    found = asked("az-1995/law", matter=ORDINARY, step="repeat_vote", first=85, in_favour=90, readings=["obtained"])
    assert (found.passes, found.required) == (False, 95)


def test_the_source_of_a_reading_is_that_of_the_provision_that_decides() -> None:
    found = asked("az-1995/judge_dismissal", given={"court": "appeal"}, in_favour=70)
    english = next(each for each in found.readings if each.question == "english")
    assert english.turns
    assert "Economic Court" in english.source


def test_facts_that_are_not_given_are_tried_one_by_one() -> None:
    found = asked("az-1995/municipal_decision", in_favour=6, voting=11, members=15)
    assert found.passes is None
    assert found.missing == ("local_taxes",)
    answers = {each.given["local_taxes"]: (each.passes, each.required) for each in found.alternatives}
    assert answers == {False: (True, 6), True: (False, 10)}


def test_a_vote_that_passes_whatever_is_missing_passes() -> None:
    found = asked("az-1995/municipal_decision", in_favour=10, voting=11, members=15)
    assert (found.passes, found.settled) == (None, True)


def test_enough_votes_for_every_majority_pass_without_saying_which_is_due() -> None:
    found = asked("az-1995/judge_dismissal", in_favour=83)
    assert (found.passes, found.required) == (True, None)


def test_a_matter_without_a_majority_at_the_step_is_told_as_such() -> None:
    found = asked("az-1995/law", matter="95.I.7", in_favour=125)
    assert found.passes is None
    assert "leave it to a decree" in found.ungoverned


def test_where_no_step_fits_the_matter_the_first_one_answers() -> None:
    assert asked("az-1995/decree", matter="95.I.3", in_favour=70).step == "vote"


def test_more_than_sit_cannot_be_reached() -> None:
    found = asked("az-1995/law", matter=ELECTIONS, step="repeat_vote", first=90, in_favour=94, sitting=94)
    assert found.impossible
    assert (found.most, found.bounded_by) == (94, "sitting")


def test_the_number_of_signatures_is_a_question_of_the_introduction() -> None:
    found = asked("az-1995/law", by="citizens", signatures=39_999)
    assert (found.step, found.passes, found.required) == ("introduction", False, 40_000)


def test_figures_of_an_earlier_step_are_given_with_its_name() -> None:
    found = asked(
        "az-1995/law",
        matter=ORDINARY,
        step="repeat_vote",
        readings=["obtained"],
        in_favour=90,
        **{"vote.in_favour": 85},
    )
    assert found.required == 95


def test_a_first_vote_that_would_have_failed_is_told() -> None:
    assert asked("az-1995/law", matter=ORDINARY, step="repeat_vote", first=60, in_favour=90).first_fails
    assert not asked("az-1995/law", matter=ORDINARY, step="repeat_vote", first=70, in_favour=90).first_fails


def test_a_date_decides_the_edition() -> None:
    round_of_1998 = {"votes": {"A": 60, "B": 40}, "participants": 100, "valid_votes": 100}
    assert asked("az-1995/presidential_election", date=date(1998, 10, 11), **round_of_1998).required == 67
    assert asked("az-1995/presidential_election", date=date(2008, 10, 15), **round_of_1998).required == 51


def test_in_a_doubtful_week_the_later_edition_is_tried_too() -> None:
    found = asked("az-1995/decree", matter="95.I.9", in_favour=63, date=date(2009, 3, 20))
    assert (found.edition, found.doubtful) == ("2002", "2009")
    assert ("first_day.2009", "earliest", True) in [
        (each.question, each.reading, each.passes) for each in found.readings
    ]


def test_impossible_figures_are_refused_without_a_place_in_a_file_that_is_not_there() -> None:
    with pytest.raises(majlis.InputError, match=r"^in_favour: 126 exceeds the 125 seats"):
        asked("az-1995/law", in_favour=126)
