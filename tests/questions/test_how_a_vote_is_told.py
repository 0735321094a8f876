"""The words and the picture of an answer: who is told of, from which bounds on, and what is left out."""

from __future__ import annotations

from typing import Any

import pytest

import majlis
from majlis.render.vote import answer_text
from majlis.render.votes.hemicycle import Hemicycle
from majlis.render.votes.tally import Tally
from majlis.render.votes.vote_drawn import drawn
from majlis.voting.majority import Position

ELECTIONS = {"procedure": "az-1995/law", "matter": "94.I.3"}


def asked(**what: Any) -> Any:
    return majlis.would_pass(engine="meaning", **what)


def text(**what: Any) -> str:
    return " ".join(asked(**what).to_text().split())


def picture(**what: Any) -> Hemicycle | Tally:
    found = asked(**what)
    made = drawn(found, answer_text(found))
    assert made is not None
    return made


def groups(**what: Any) -> list[tuple[str, Position | None, int]]:
    made = picture(**what)
    assert isinstance(made, Hemicycle)
    return [(each.label, each.position, each.seats) for each in made.groups]


def test_a_picture_has_a_group_for_each_position_and_all_seats() -> None:
    made = groups(**ELECTIONS, in_favour=79, against=30, abstained=10, sitting=121)
    assert made == [
        ("in favour", Position.IN_FAVOUR, 79),
        ("not known", None, 2),
        ("abstaining", Position.ABSTAINING, 10),
        ("against", Position.AGAINST, 30),
        ("vacant", Position.VACANT, 4),
    ]


def test_of_bounds_a_picture_shows_what_is_certain_and_what_may_be() -> None:
    made = groups(**ELECTIONS, in_favour="80..90")
    assert [(position, seats) for _, position, seats in made][:2] == [(Position.IN_FAVOUR, 80), (None, 10)]
    assert sum(seats for _, _, seats in made) == 125
    assert picture(**ELECTIONS, in_favour="80..90").counted == (80, 90)
    assert picture(**ELECTIONS, in_favour="80..").counted == (80, 125)


def test_only_the_majority_that_is_due_is_marked_as_such() -> None:
    marks = {mark.votes: mark.due for mark in picture(**ELECTIONS, in_favour=80).marks}
    assert marks == {63: False, 83: True, 95: False}


def test_candidates_stand_by_their_votes_and_the_others_below() -> None:
    made = picture(procedure="az-1995/presidential_election", votes={"B": 70, "A": 99}, participants=200, invalid=5)
    assert isinstance(made, Tally)
    assert [(row.label, row.highest) for row in made.rows] == [("A", 99), ("B", 70), ("others", 26), ("invalid", 5)]


HOUSE = {
    "constitution": "az-1995", "body": "milli_majlis", "date": "2024-09-21", "title": "A house", "vacancies": 5,
    "blocs": [
        {"bloc": "South", "seats": 50, "position": "against"},
        {"bloc": "North", "seats": 70, "position": "in_favour"},
    ],
}  # fmt: skip


def test_the_blocs_of_a_chamber_stand_in_favour_first_and_vacant_seats_last() -> None:
    made = groups(**ELECTIONS, chamber=HOUSE)
    assert [(label, seats) for label, _, seats in made] == [("North", 70), ("South", 50), ("vacant", 5)]
    assert "A house" in " ".join(picture(**ELECTIONS, chamber=HOUSE).subtitle)


def test_nothing_is_drawn_of_a_vote_of_which_nothing_is_known() -> None:
    found = asked(procedure="az-1995/presidential_election")
    assert drawn(found, "") is None
    with pytest.raises(majlis.InputError, match="nothing to draw"):
        found.to_svg()


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ("63..82", ["63: reached in any case", "83: out of reach", "95: out of reach"]),
        ("62..83", ["63: it depends", "83: it depends", "95: out of reach"]),
        ("0..0", ["63: out of reach"]),
        ("95..", ["95: reached in any case"]),
    ],
)
def test_bounds_are_held_against_every_majority_at_below_and_above_it(bounds: str, words: list[str]) -> None:
    told = text(**ELECTIONS, in_favour=bounds)
    assert all(each in told for each in words)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"in_favour": 62}, "1 short"), ({"in_favour": 63}, "63: reached, exactly enough"),
        ({"in_favour": 64}, "63: reached, 1 to spare"),
    ],
)  # fmt: skip
def test_a_majority_is_reached_from_its_number_on(figures: dict[str, int], words: str) -> None:
    found = asked(procedure="az-1995/law", matter="94.I.15", **figures)
    assert found.majorities[0].reached is (figures["in_favour"] >= 63)
    assert words in " ".join(found.to_text().split())


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"in_favour": 82, "against": 20, "absent": 1, "sitting": 125}, "the only one absent comes and votes in favour."),
        ({"in_favour": 80, "against": 3, "abstained": 0, "not_voting": 0, "absent": 0}, "all 3 against vote in favour."),
        ({"in_favour": 82, "against": 43}, "1 of the 43 against votes in favour."),
        ({"in_favour": 83, "against": 42}, "1 of the 83 in favour does not vote in favour."),
        ({"in_favour": 80, "against": 20, "abstained": 5, "not_voting": 2, "sitting": 121}, "3 of the 14 absent come and vote in favour."),
        ({"in_favour": 80, "against": 20, "abstained": 5, "sitting": 121}, "3 of the 16 others not voting vote in favour."),
        ({"in_favour": 79, "against": 2, "abstained": 1, "not_voting": 1, "absent": 1}, "the only one abstaining votes in favour, the only one not voting votes in favour, the only one absent comes and votes in favour and 1 of the 2 against votes in favour."),
    ],
)  # fmt: skip
def test_what_would_turn_it_is_told_in_good_english(figures: dict[str, int], words: str) -> None:
    assert words in text(**ELECTIONS, **figures)


def test_invalid_votes_would_have_had_to_be_valid() -> None:
    told = text(procedure="az-1995/presidential_election", votes={"A": 990, "B": 700}, participants=2_000, invalid=30)
    assert "11 of the 30 invalid votes had been valid, and for A." in told
    assert "11 of the 980 votes for others had been for A." in told


def test_an_election_is_told_by_the_candidate_who_leads() -> None:
    election = {"procedure": "az-1995/presidential_election", "participants": 1_000}
    assert text(**election, votes={"A": 501, "B": 400}).startswith("A is elected, exactly: A has 501 votes, needs 501")
    assert text(**election, votes={"A": 499, "B": 400}).startswith("Nobody is elected, 2 short: A has 499 votes")
    assert text(**election, votes={"A": 500, "B": 500}).startswith("Nobody is elected: A and B have 500 votes each")


def test_in_the_second_round_an_invalid_vote_counts_neither_way() -> None:
    told = text(procedure="az-1995/presidential_election", step="second_round", votes={"A": 110, "B": 100}, invalid=3)
    assert "An invalid vote counts neither way." in told
    assert "needs 101 (more than the votes of the next candidate)" in told


def test_signatures_have_no_positions_and_nothing_turns_them() -> None:
    found = asked(
        procedure="az-1995/law", step="introduction", signatures=39_000, given={}, **{"introduction.by": "citizens"}
    )
    assert (found.passes, found.split, found.changes, found.effects) == (False, {}, (), ())


def test_a_reading_that_needs_another_number_and_leaves_the_answer_turns_nothing() -> None:
    found = asked(procedure="az-1995/law", matter="94.I.15", step="repeat_vote", first=85, in_favour=96)
    other = next(each for each in found.readings if each.reading == "obtained")
    assert (found.required, other.required, other.turns) == (83, 95, False)


def test_the_reading_that_is_taken_is_not_among_the_others() -> None:
    found = asked(procedure="az-1995/law", matter="94.I.15", step="repeat_vote", first=85, in_favour=96)
    assert {each.reading for each in found.readings if each.question == "override_majority"} == {"obtained"}


def test_what_to_find_out_next_is_told_only_where_it_depends() -> None:
    assert "To find out next" in text(**ELECTIONS, in_favour="80..90")
    assert "To find out next" not in text(**ELECTIONS, in_favour="84..90")


def test_the_outcome_that_follows_is_told_in_its_own_sentence() -> None:
    assert "The draft is not adopted." in text(**ELECTIONS, in_favour=80)
    assert "Next: presentation." in text(**ELECTIONS, in_favour=84)


def test_what_comes_together_is_joined_by_and_what_excludes_each_other_by_or() -> None:
    assert "Next: acting and election." in text(
        procedure="az-1995/presidential_vacancy", step="incapacity", in_favour=6
    )
    assert "Next: application or measure." in text(procedure="az-1995/immunity", in_favour=60)


def test_a_vote_on_the_opposite_is_told_by_where_it_leads() -> None:
    told = text(procedure="az-1995/confidence_vote", step="vote", in_favour=50, against=60, abstained=15)
    assert "to refuse: There the vote is one on the opposite. The Cabinet has the confidence" in told
    assert "It leads elsewhere under some readings." in told
    same = text(procedure="az-1995/confidence_vote", step="vote", in_favour=10, against=70)
    assert "It leads to the same under every reading." in same


def test_votes_of_which_it_is_not_said_for_whom_they_are_may_elect_another() -> None:
    election = {"procedure": "az-1995/presidential_election", "participants": 1_000, "invalid": 0}
    warning = "it is not said for whom they are: another candidate may have more"
    assert warning in text(**election, votes={"A": 100, "B": 50})
    assert warning not in text(**election, votes={"A": 500, "B": 400})


def test_of_two_who_lead_together_none_would_be_elected_by_votes_for_both() -> None:
    told = text(procedure="az-1995/presidential_election", votes={"A": 500, "B": 500}, participants=1_000)
    assert "would be elected if" not in told


def test_where_too_few_sit_no_majority_is_open() -> None:
    told = text(procedure="az-1995/law", matter="94.I.15", sitting=60)
    assert told.startswith("Cannot pass: 63 needed, and only 60 are sitting. An abstention")
    assert told.count("out of reach") == 3


def test_a_figure_of_the_earlier_vote_is_called_so() -> None:
    told = text(
        procedure="az-1995/law", matter="94.I.15", step="repeat_vote", in_favour=85, first="60..90",
        readings=["obtained"],
    )  # fmt: skip
    assert "By the number in favour at first" in told
    assert "vote.in_favour;" in told  # the name under which it can be given
