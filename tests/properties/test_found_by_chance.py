"""Cases that the thorough profile found, kept so that every run tries them."""

from __future__ import annotations

import pytest
from made_scenarios import case_of

from majlis.errors import InputError
from majlis.questions.decide import Decider


def test_two_acts_of_one_kind_on_unknown_days_are_told_apart_or_refused_whatever_their_order() -> None:
    rounds = [
        {"act": "round", "date": "unknown", "candidates": {"A": 0}, "participants": turnout} for turnout in (0, 4)
    ]
    found = []
    for acts in (rounds, rounds[::-1]):
        raw = {"procedure": "az-1995/presidential_election", "as_of": "1996-01-01", "acts": acts}
        try:
            found.append(Decider("meaning").decide(case_of(raw)).as_dict())
        except InputError as error:
            found.append({"refused": str(error)})
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("departed", "vacant"), [("unknown", "2003-05-02"), ("2003-05-01", "unknown"), ("unknown", "unknown")]
)
def test_a_case_whose_tracks_are_open_for_want_of_a_day_says_what_is_missing(departed: str, vacant: str) -> None:
    acts = [
        {"act": "resignation_accepted", "date": departed},
        {"act": "vacancy", "date": vacant, "office": "prime_minister", "cause": "resignation"},
    ]
    raw = {"procedure": "az-1995/presidential_vacancy", "as_of": "2003-05-03", "acts": acts}
    found = Decider("meaning").decide(case_of(raw))
    assert found.status == "undetermined"
    assert found.missing
    assert [track.track for track in found.tracks] == ["acting", "election"]
