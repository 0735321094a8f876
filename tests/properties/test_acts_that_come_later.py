"""What was lawful when it was done is not undone by what somebody does afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from made_scenarios import case_of

from majlis.questions.decide import Decider

BILL = [
    {"act": "introduction", "date": "2010-01-10", "by": "president", "substantiated": True},
    {"act": "vote", "date": "2010-03-01", "in_favour": 80},
    {"act": "presentation", "date": "2010-03-08"},
]


def results(acts: list[dict[str, Any]], **given: Any) -> dict[str, str]:
    facts = {"matter": "94.I.17", "changed": False, "consented": False, **given}
    raw = {"procedure": "az-1995/law", "as_of": "2010-04-01", "given": facts, "acts": acts}
    found = Decider("meaning").decide(case_of(raw))
    return {f"{each.provision.partition('/')[2]}@{each.step}": each.result for each in found.findings}


@pytest.mark.parametrize("cite", ["96.IV@vote", "96.V@vote"])
def test_urgency_declared_after_the_vote_does_not_make_the_vote_late(cite: str) -> None:
    urgency = {"act": "urgency", "date": "2010-03-20", "by": "president"}
    assert results([*BILL, urgency])[cite] == results(BILL)[cite]


@pytest.mark.parametrize("cite", ["97.I@presentation", "97.II@presentation"])
def test_urgency_declared_after_the_presentation_does_not_make_the_presentation_late(cite: str) -> None:
    urgency = {"act": "urgency", "date": "2010-03-20", "by": "president"}
    assert results([*BILL, urgency])[cite] == results(BILL)[cite]


def test_a_candidate_who_withdraws_after_the_second_round_does_not_undo_it() -> None:
    acts = [
        {"act": "round", "date": "2008-10-05", "candidates": {"A": 40, "B": 35, "C": 20}, "participants": 100},
        {"act": "round", "date": "2008-10-19", "candidates": {"A": 55, "B": 40}, "participants": 100},
        {"act": "announcement", "date": "2008-10-25"},
    ]
    withdrawal = {"act": "withdrawal", "date": "2008-10-24", "candidate": "B"}
    raw = {"procedure": "az-1995/presidential_election", "as_of": "2008-11-01"}
    before, after = (
        Decider("meaning").decide(case_of({**raw, "acts": several})) for several in (acts, [*acts, withdrawal])
    )
    assert after.silences == before.silences
    assert after.outcome == before.outcome


def test_a_consent_after_the_appointment_does_not_make_the_appointment_lawful() -> None:
    acts = [
        {"act": "proposal", "date": "2003-11-01"},
        {"act": "vote", "date": "2003-11-05", "in_favour": 10},
        {"act": "appointment", "date": "2003-11-06"},
    ]
    later = [{"act": "proposal", "date": "2003-11-07"}, {"act": "vote", "date": "2003-11-08", "in_favour": 70}]
    raw = {
        "procedure": "az-1995/prime_minister_appointment",
        "as_of": "2003-11-20",
        "given": {"took_office": "2003-10-31"},
    }
    before, after = (
        Decider("meaning").decide(case_of({**raw, "acts": several})) for several in (acts, [*acts, *later])
    )
    assert before.exit == after.exit == 1
