"""Elections of which not all is known, and what the text leaves open about who stands or wins."""

from __future__ import annotations

from typing import Any

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st

import majlis
from majlis.engines import engine
from majlis.questions.figures.not_knowing import not_knowing
from majlis.questions.figures.not_known import FAILS, PASSES, NotKnown
from majlis.questions.figures.open_figures import exact
from majlis.questions.leading import left_open
from majlis.questions.standing import standing
from majlis.questions.sweep import sweep
from majlis.questions.votes.ballot import ballot
from majlis.render.page import Line
from majlis.render.vote import vote_page
from majlis.render.votes.sweep_said import description
from majlis.render.votes.sweep_table import sweep_page

ELECTION = "az-1995/presidential_election"
MEANING = engine("meaning")


def open_election(step: str, votes: dict[str, Any], *, other_readings: bool = False, **figures: Any) -> NotKnown:
    known = {"candidates": votes, **figures}
    return not_knowing(standing(ELECTION), MEANING, step, known, facts={}, other_readings=other_readings)


def silences(step: str, votes: dict[str, int], event: str = "failed") -> list[str]:
    found = ballot(standing(ELECTION), step, {}, {"candidates": votes}, None).judged(standing(ELECTION), MEANING)
    return [each.says for each in left_open(found, step, event)]


def test_a_tally_that_lacks_a_candidate_is_left_out_as_a_whole() -> None:
    known = {"candidates": {"A": "100..120", "B": 110}, "participants": 300}
    assert exact("round", known) == {"round.participants": 300}
    assert exact("round", {"candidates": {"A": 1, "B": 110}}) == {"round.candidates": {"A": 1, "B": 110}}


@pytest.mark.parametrize(
    ("step", "votes", "participants"),
    [
        ("second_round", {"A": "100..120", "B": 110}, None),
        ("first_round", {"A": "990000..1100000", "B": 700_000}, 2_000_000),
    ],
)
def test_nobody_is_elected_or_beaten_while_a_candidate_has_only_bounds(
    step: str, votes: dict[str, Any], participants: int | None
) -> None:
    more: dict[str, Any] = {} if participants is None else {"participants": participants}
    found = majlis.would_pass(ELECTION, step=step, votes=votes, engine="meaning", **more)
    assert found.passes is None
    assert found.not_known is not None
    assert found.not_known.answer == "depends"


def test_who_is_elected_is_told_for_every_number() -> None:
    found = open_election("second_round", {"A": "100..120", "B": 110})
    assert [(each.first, each.last, each.answer, each.elected) for each in found.rows] == [
        (100, 109, PASSES, ("B",)),
        (110, 110, FAILS, ()),
        (111, 120, PASSES, ("A",)),
    ]
    assert set(found.elected) == set(found.candidates) == {"A", "B"}


@given(st.integers(0, 12), st.integers(0, 5), st.integers(0, 12), st.integers(0, 5))
@examples(30)
def test_whoever_may_be_elected_is_named(a: int, wide: int, b: int, wider: int) -> None:
    found = open_election("second_round", {"A": (a, a + wide), "B": (b, b + wider)})
    every = [(one, other) for one in range(a, a + wide + 1) for other in range(b, b + wider + 1)]
    wins = {who for one, other in every for who, more in (("A", one > other), ("B", other > one)) if more}
    assert set(found.elected) == wins
    ties = any(one == other for one, other in every)
    assert found.answer == ("depends" if wins and ties else PASSES if wins else FAILS)


def test_the_page_says_who_is_elected_from_which_number_on() -> None:
    found = majlis.would_pass(ELECTION, step="second_round", votes={"A": "100..120", "B": 110}, engine="meaning")
    lines = ["".join(part.text for part in each.parts) for each in vote_page(found).blocks if isinstance(each, Line)]
    assert "100 to 109: B is elected" in lines
    assert "111 to 120: A is elected" in lines
    assert "100..120 for A" in lines[0]


def test_bounds_that_other_readings_judge_otherwise_are_told_with_them() -> None:
    votes = {"A": "990000..1100000", "B": 700_000}
    found = open_election("first_round", votes, participants=2_000_000, other_readings=True)
    assert [each.answer for each in found.rows] == [FAILS, PASSES]
    other = {each.reading: each for each in found.readings}["valid_votes"]
    assert [(each.first, each.answer) for each in other.rows] == [(990_000, "depends"), (1_000_001, PASSES)]
    assert open_election("first_round", votes, participants=2_000_000).readings == ()


def test_a_tie_for_the_second_place_leaves_open_who_stands() -> None:
    (says,) = silences("first_round", {"A": 350, "B": 200, "C": 200})
    assert "tie for the second place" in says
    assert silences("first_round", {"A": 350, "B": 300, "C": 200}) == []


def test_fewer_than_two_candidates_leave_open_who_stands() -> None:
    (says,) = silences("first_round", {"A": 400})
    assert "fewer than two are left" in says


def test_a_tie_in_the_second_round_is_left_open_and_to_a_law() -> None:
    law = standing(ELECTION)
    found = ballot(law, "second_round", {}, {"candidates": {"A": 100, "B": 100}}, None).judged(law, MEANING)
    (each,) = left_open(found, "second_round", "failed")
    assert "same number of votes" in each.says
    assert each.left_to == "Election Code"


def test_a_test_on_the_way_that_hangs_on_other_facts_is_no_silence() -> None:
    assert silences("first_round", {"A": 800, "B": 100}, "passed") == []


def test_a_test_on_the_way_that_wants_the_figures_may_end_in_silence() -> None:
    law = standing(ELECTION)
    found = ballot(law, "first_round", {}, {"participants": 1_000}, None).judged(law, MEANING)
    assert left_open(found, "first_round", "failed")


def test_a_sweep_of_an_election_says_who_is_elected() -> None:
    found = sweep(ELECTION, "A", votes={"A": 0, "B": 700_000}, step="second_round", engine="meaning")
    assert [each.elected for each in found.runs] == [("B",), (), ("A",)]


def test_a_sweep_tells_the_readings_under_which_it_turns_elsewhere() -> None:
    found = sweep(
        ELECTION, "invalid", votes={"A": 990_000, "B": 980_000}, participants=2_000_000, engine="meaning"
    )  # fmt: skip
    assert found.turning == ()
    other = {each.reading: each for each in found.readings_that_turn}["valid_votes"]
    assert (other.question, other.taken, other.turning) == ("first_round_base", "participants", (20_001,))
    assert [each.elected for each in other.rows] == [(), ("A",)]
    first = next(each for each in sweep_page(found).blocks if isinstance(each, Line))
    assert "".join(part.text for part in first.parts) == "Fails whatever the number, under the readings taken here."
    line = "Under the reading valid votes (first_round_base): fails up to 20,000, elects A from 20,001 on."
    assert line in description(found)
