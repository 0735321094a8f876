"""Figures that are made up of others: what follows from them, and what does not come out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import majlis
from majlis.law.library import law
from majlis.scenario.acts import completed

VOTE = law("az-1995").vocabulary.act("vote")
ROUND = law("az-1995").vocabulary.act("round")
ATOMS = VOTE.atoms("sitting")


def test_those_who_sit_are_those_present_and_those_absent() -> None:
    assert ATOMS == ("in_favour", "against", "abstained", "not_voting", "absent")


def test_valid_votes_follow_from_those_who_took_part_and_the_votes_that_were_not_valid() -> None:
    assert completed(ROUND, {"participants": 100, "invalid": 3})["valid_votes"] == 97
    assert completed(ROUND, {"valid_votes": 97, "invalid": 3})["participants"] == 100
    assert "valid_votes" not in completed(ROUND, {"participants": 100})


@given(st.lists(st.integers(0, 25), min_size=5, max_size=5), st.sampled_from([*ATOMS, "present"]))
def test_what_is_left_out_is_found_from_the_rest(numbers: list[int], left_out: str) -> None:
    every = completed(VOTE, dict(zip(ATOMS, numbers, strict=True)))
    assert every["sitting"] == sum(numbers)
    assert completed(VOTE, {name: value for name, value in every.items() if name != left_out}) == every


def case(**figures: int) -> majlis.Scenario:
    vote = {"act": "vote", "date": "2010-03-02", **figures}
    return majlis.Scenario.model_validate({"procedure": "az-1995/law", "given": {"matter": "94.I.15"}, "acts": [vote]})


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ({"in_favour": 70, "against": 20, "abstained": 5, "not_voting": 1, "present": 97}, "in_favour .* = 96, and present is 97"),
        ({"in_favour": 70, "against": 20, "abstained": 5, "not_voting": 0, "absent": 10, "sitting": 106}, "present \\+ absent = 105, and sitting is 106"),
        ({"in_favour": 70, "present": 60}, "in_favour = 70 exceeds 60, present"),
        ({"in_favour": 70, "absent": 60}, "in_favour \\+ absent = 130 exceeds 125, the seats of milli_majlis"),
        ({"present": 100, "absent": 20, "sitting": 119}, "present \\+ absent = 120 exceeds 119, sitting"),
    ],
)  # fmt: skip
def test_figures_that_do_not_come_out_are_refused(figures: dict[str, int], message: str) -> None:
    with pytest.raises(majlis.InputError, match=message):
        majlis.decide(case(**figures))
