"""What those do who are neither for nor against, under each kind of majority; and all majorities side by side."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import majlis
from majlis.questions.votes.vote import Like
from majlis.voting.majority import Position

ABSTAINING, ABSENT, VACANT = Position.ABSTAINING, Position.ABSENT, Position.VACANT
NOT_VOTING, INVALID = Position.NOT_VOTING, Position.INVALID


def asked(procedure: str, **what: Any) -> majlis.WouldPass:
    return majlis.would_pass(procedure, engine="meaning", **what)


def effects(found: majlis.WouldPass) -> dict[Position, Like]:
    return {each.position: each.like for each in found.effects}


def test_under_a_fixed_number_everybody_else_has_the_effect_of_a_vote_against() -> None:
    found = asked("az-1995/law", matter="94.I.3", in_favour=80)
    assert effects(found) == dict.fromkeys((ABSTAINING, NOT_VOTING, ABSENT, VACANT), Like.AGAINST)


def test_under_a_share_of_those_who_vote_an_absence_is_left_out_and_an_abstention_counts_against() -> None:
    found = asked("az-1995/municipal_decision", in_favour=6, voting=11, given={"local_taxes": False})
    assert effects(found) == {ABSTAINING: Like.AGAINST, NOT_VOTING: Like.LEFT_OUT, ABSENT: Like.LEFT_OUT}


def test_under_a_share_of_all_members_an_absence_has_the_effect_of_a_vote_against() -> None:
    found = asked("az-1995/municipal_decision", in_favour=6, members=15, given={"local_taxes": True})
    assert set(effects(found).values()) == {Like.AGAINST}


def test_an_invalid_vote_counts_against_every_candidate_where_the_base_is_those_who_took_part() -> None:
    votes = {"A": 990_000, "B": 700_000}
    found = asked("az-1995/presidential_election", votes=votes, participants=2_000_000, invalid=30_000)
    assert effects(found) == {INVALID: Like.AGAINST}
    other = asked(
        "az-1995/presidential_election", votes=votes, participants=2_000_000, invalid=30_000, readings=["valid_votes"]
    )
    assert effects(other) == {INVALID: Like.LEFT_OUT}


def test_where_more_for_than_against_are_enough_abstentions_do_nothing() -> None:
    found = asked("az-1995/decree", matter="95.III", in_favour=40, against=39, readings=["more_for_than_against"])
    assert found.passes
    assert effects(found)[ABSTAINING] is Like.LEFT_OUT
    tie = asked("az-1995/decree", matter="95.III", in_favour=40, against=40, readings=["more_for_than_against"])
    assert (tie.passes, tie.required) == (False, 41)


BY = ("in_favour", "against", "abstained", "not_voting", "absent")


@given(numbers=st.lists(st.integers(0, 25), min_size=5, max_size=5), taxes=st.booleans())
def test_what_is_said_of_an_effect_is_what_it_does(*, numbers: list[int], taxes: bool) -> None:
    """One member who goes from against into a position that is like it changes no slack."""
    figures = dict(zip(BY, numbers, strict=True))
    found = asked("az-1995/municipal_decision", given={"local_taxes": taxes}, **figures)
    fields = {ABSTAINING: "abstained", NOT_VOTING: "not_voting", ABSENT: "absent"}
    for position, like in effects(found).items():
        if figures["against"]:
            moved = figures | {"against": figures["against"] - 1, fields[position]: figures[fields[position]] + 1}
            other = asked("az-1995/municipal_decision", given={"local_taxes": taxes}, **moved)
            if like is Like.AGAINST:
                assert (other.passes, other.required) == (found.passes, found.required)
            else:
                assert found.passes is not True or other.passes


def by_required(found: majlis.WouldPass) -> dict[int | None, set[str]]:
    return {each.required: {use.provision.partition("/")[2] for use in each.uses} for each in found.majorities}


def test_85_votes_are_enough_for_a_law_on_elections_and_not_for_a_constitutional_one() -> None:
    found = asked("az-1995/law", matter="94.I.15", in_favour=85)
    held = {each.required: (each.reached, each.margin) for each in found.majorities}
    assert held == {63: (True, 22), 83: (True, 2), 95: (False, -10)}
    uses = by_required(found)
    assert "94.II" in uses[63] & uses[83]
    assert {"107.II", "156.I"} <= uses[95]


@pytest.mark.parametrize("edition", ["1995", "2002", "2009", "2016"])
def test_every_majority_says_in_words_what_it_is_asked_for(edition: str) -> None:
    for procedure in ("az-1995/law", "az-1995/municipal_decision", "az-1995/presidential_vacancy"):
        for each in asked(procedure, edition=edition, in_favour=5).majorities:
            assert all(use.about and not use.about.endswith(".") for use in each.uses)


def test_the_majorities_of_one_body_are_not_those_of_another() -> None:
    court = asked("az-1995/presidential_vacancy", step="incapacity", in_favour=5)
    assert all("94.II" not in uses for uses in by_required(court).values())
    town = asked("az-1995/municipal_decision", in_favour=6, voting=11, members=15)
    assert by_required(town) == {6: {"145.II"}, 10: {"145.III"}}


def test_what_follows_is_said_for_either_answer() -> None:
    found = asked("az-1995/presidential_election", votes={"A": 60, "B": 40}, participants=100)
    assert found.leaders == ("A",)
    assert found.follows["failed"] == ("second_round",)
    assert asked("az-1995/law", matter="94.I.3", in_favour=80).follows == {
        "passed": ("presentation",),
        "failed": ("rejected",),
    }


def test_a_candidate_with_half_of_those_who_took_part_is_not_elected_and_would_be_by_the_valid_votes() -> None:
    found = asked(
        "az-1995/presidential_election", votes={"A": 990_000, "B": 700_000}, participants=2_000_000, invalid=30_000
    )
    assert (found.passes, found.required, found.margin) == (False, 1_000_001, -10_001)
    turning = {each.reading: (each.passes, each.required) for each in found.readings if each.turns}
    assert turning["valid_votes"] == (True, 985_001)
    assert found.under is not None
    assert found.under.answer == "some"


def test_who_is_absent_has_to_come_before_he_votes() -> None:
    found = asked("az-1995/law", matter="94.I.3", in_favour=80, absent=41, sitting=121)
    assert not found.impossible
    assert "3 of the 41 absent come and vote in favour." in " ".join(found.to_text().split())


def test_seats_of_which_nothing_is_told_may_be_vacant_and_it_is_said() -> None:
    text = " ".join(asked("az-1995/law", matter="94.I.3", in_favour=80).to_text().split())
    assert "3 of the 45 others vote in favour (of these seats some may be vacant)." in text
    known = " ".join(asked("az-1995/law", matter="94.I.3", in_favour=80, sitting=121).to_text().split())
    assert "3 of the 41 others vote in favour." in known


def test_of_judges_of_whom_nothing_is_told_none_is_said_to_be_away() -> None:
    text = asked("az-1995/presidential_vacancy", step="incapacity", in_favour=5).to_text()
    assert "1 of the 4 others votes in favour" in text


@pytest.mark.parametrize(
    ("figures", "passes", "turned"),
    [
        ({"in_favour": 50, "against": 60, "abstained": 15}, False, True),  # too few to keep it, too few to refuse it
        ({"in_favour": 63, "against": 62}, True, True),
        ({"in_favour": 40, "against": 63, "abstained": 22}, False, False),
    ],
)
def test_confidence_is_kept_or_not_whichever_side_needs_the_votes(
    figures: dict[str, int], *, passes: bool, turned: bool
) -> None:
    """Under the other reading the vote is one on refusing it: what is compared is where it leads."""
    found = asked("az-1995/confidence_vote", step="vote", **figures)
    other = next(each for each in found.readings if each.reading == "to_refuse")
    assert (found.passes, other.passes, other.turns) == (passes, turned, passes is not turned)


def test_a_reading_is_told_with_what_it_comes_to_whatever_is_not_known() -> None:
    found = asked("az-1995/judge_dismissal", in_favour=30, sitting=65)
    assert {each.passes for each in found.readings} == {False}
    taxes = asked("az-1995/municipal_decision", in_favour=7, absent=4, members=11, given={"local_taxes": True})
    assert {each.reading: each.passes for each in taxes.readings}["voting"] is True


def test_a_duty_that_the_figures_show_to_be_broken_is_named() -> None:
    found = asked("az-1995/law", matter="94.I.15", in_favour=70, in_person=False)
    assert [each.provision for each in found.broken] == ["az-1995/93.III"]
    assert asked("az-1995/law", matter="94.I.15", in_favour=70, in_person=True).broken == ()


def test_what_is_doubtful_about_a_wording_stands_under_the_rule() -> None:
    text = " ".join(asked("az-1921/adoption", members=8).to_text().split())
    assert "In doubt: That so many are due is said nowhere." in text


def test_a_rule_is_told_as_the_reading_has_it() -> None:
    found = asked("az-1995/law", matter="94.I.15", step="repeat_vote", first=85, in_favour=90, readings=["obtained"])
    assert "had 83 votes or more" in found.says


def test_where_too_few_are_present_others_may_come() -> None:
    found = asked("az-1995/law", matter="94.I.3", in_favour=70, against=10, present=82)
    assert not found.impossible


def test_the_date_of_a_chamber_decides_the_edition() -> None:
    house = {
        "constitution": "az-1995",
        "body": "milli_majlis",
        "date": "1999-05-01",
        "vacancies": 125 - 70,
        "blocs": [],
    }
    house["blocs"] = [{"bloc": "All", "seats": 70, "position": "in_favour"}]
    assert asked("az-1995/law", matter="94.I.15", chamber=house).edition == "1995"


@pytest.mark.parametrize("asking", [{"coalitions": True}, {"choices": {"decision.return": "1/2"}}])
def test_what_is_asked_of_a_chamber_needs_one(asking: dict[str, Any]) -> None:
    with pytest.raises(majlis.InputError):
        asked("az-1995/law", matter="94.I.15", in_favour=70, **asking)
