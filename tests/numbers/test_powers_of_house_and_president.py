"""The numbers of Articles 82 to 95 that decide over a house itself, its questions one by one, and the powers of 109.

Every case is worked out by hand from the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide


def verdict(procedure: str, acts: list[dict[str, Any]], **more: Any) -> Verdict:
    return decide(Scenario(procedure=f"az-1995/{procedure}", acts=acts, **more), engine="meaning")


def breached(found: Verdict) -> list[str]:
    return [each.provision.partition("/")[2] for each in found.findings if each.result == "breached"]


def crossed(found: Verdict) -> list[str]:
    return [each.step for each in found.silences if each.crossed]


# 82, 87.III and 84.I: the deputies of a house and its five years.


@pytest.mark.parametrize(("deputies", "beyond_doubt"), [(82, False), (83, True), (84, True), (125, True)])
def test_a_house_of_83_deputies_has_its_powers_beyond_doubt(deputies: int, *, beyond_doubt: bool) -> None:
    decision = {"act": "house_decision", "date": "2003-05-01"}
    found = verdict("outgoing_house", [decision], given={"house_met": "2000-11-24", "deputies": deputies})
    assert found.outcome == "decided"
    assert (crossed(found) == []) == beyond_doubt


@pytest.mark.parametrize("needed", [63, 83, 95])
@pytest.mark.parametrize(("more", "enough"), [(-1, False), (0, True), (1, True)])
def test_a_house_needs_as_many_deputies_as_votes_are_needed(needed: int, more: int, *, enough: bool) -> None:
    decision = {"act": "house_decision", "date": "2003-05-01"}
    found = verdict("outgoing_house", [decision], given={"deputies": needed + more, "votes_needed": needed})
    assert found.result("82:majority") == ("met" if enough else "failed")


FIVE_YEARS = [
    ("2000-11-24", "2005-11-23", True),
    ("2000-11-24", "2005-11-24", True),
    ("2000-11-24", "2005-11-25", False),
    ("2020-03-10", "2025-03-10", True),
    ("2020-03-10", "2025-03-11", False),
]


@pytest.mark.parametrize(("met", "day", "within"), FIVE_YEARS)
def test_a_house_decides_while_its_five_years_last(met: str, day: str, *, within: bool) -> None:
    found = verdict("outgoing_house", [{"act": "house_decision", "date": day}], given={"house_met": met})
    assert found.result("84.I:old-house") == ("met" if within else "failed")
    assert crossed(found) == ([] if within else ["decision"])


@pytest.mark.parametrize(("day", "kept"), [("2010-11-28", True), ("2010-11-29", True), ("2010-11-30", False)])
def test_an_old_house_decides_nothing_after_the_new_one_has_met(day: str, *, kept: bool) -> None:
    acts = [{"act": "new_house", "date": "2010-11-29"}, {"act": "house_decision", "date": day}]
    assert breached(verdict("outgoing_house", acts)) == ([] if kept else ["87.I:old-house"])


# 92: the chairman, by the majority of a decree.


@pytest.mark.parametrize(("votes", "chosen"), [(62, False), (63, True), (64, True)])
@pytest.mark.parametrize("year", [1998, 2005, 2011, 2018])
def test_a_chairman_is_chosen_with_63_votes(year: int, votes: int, *, chosen: bool) -> None:
    found = verdict("speaker", [{"act": "speaker_election", "date": f"{year}-05-20", "in_favour": votes, "against": 9}])
    assert found.outcome == ("chosen" if chosen else "not_chosen")
    assert ("decree_majority" in found.depends_on) != chosen


# 87.II: a deputy who leaves with so many days of the term left (the term ends on 2 December 2005).


@pytest.mark.parametrize(("day", "in_time"), [("2005-11-06", True), ("2005-11-07", True), ("2005-11-08", False)])
def test_there_is_a_by_election_while_25_days_are_left(day: str, *, in_time: bool) -> None:
    seat = {"act": "seat_vacated", "date": day}
    found = verdict("by_election", [seat], given={"term_end": "2005-12-02"}, as_of="2005-11-20")
    assert (found.outcome == "stays_empty") != in_time
    assert (found.status == "undetermined") == in_time


@pytest.mark.parametrize(("day", "in_time"), [("2005-08-03", True), ("2005-08-04", True), ("2005-08-05", False)])
def test_or_while_120_days_are_left(day: str, *, in_time: bool) -> None:
    seat = {"act": "seat_vacated", "date": day}
    more = {"given": {"term_end": "2005-12-02"}, "as_of": "2005-11-20"}
    found = verdict("by_election", [seat], readings=("by_election_days=hundred_twenty",), **more)
    assert (found.outcome == "stays_empty") != in_time


# 94 and 95: each subject and each question by its number.

MAJORITY = {f"94.I.{item}": 83 if item in (2, 3, 4) else 63 for item in range(1, 28)}
MAJORITY |= {f"95.I.{item}": 63 for item in range(1, 6)}


def law(matter: str, votes: int, **given: Any) -> Verdict:
    acts = [
        {"act": "introduction", "date": "2011-05-02", "by": "president", "substantiated": True},
        {"act": "vote", "date": "2011-05-20", "in_favour": votes},
    ]
    facts = {"between": "states", "contrary": True, "denounced": False} if matter == "95.I.4" else {}
    procedure = {"95.I.4": "treaty", "95.I.5": "state_budget"}.get(matter, "law")
    whole = {"matter": matter, "changed": False, **given} if procedure == "law" else {"changed": False, **facts}
    return verdict(procedure, acts, given=whole)


@pytest.mark.parametrize(("matter", "needed"), MAJORITY.items())
@pytest.mark.parametrize(("more", "adopted"), [(-1, False), (0, True), (1, True)])
def test_each_subject_has_its_majority(matter: str, needed: int, more: int, *, adopted: bool) -> None:
    assert (law(matter, needed + more).awaits == "presentation") == adopted


@pytest.mark.parametrize(("votes", "adopted"), [(82, False), (83, True), (84, True)])
def test_a_law_on_subjects_of_both_kinds_needs_the_greater_majority(votes: int, *, adopted: bool) -> None:
    found = law("94.I.15", votes, on_elections_too=True)
    assert (found.awaits == "presentation") == adopted
    assert ("law_on_both" in found.depends_on) != adopted


def decree(item: int, votes: int) -> Verdict:
    acts = [
        {"act": "introduction", "date": "2011-05-02", "by": "president", "substantiated": True},
        {"act": "vote", "date": "2011-05-20", "in_favour": votes},
    ]
    return verdict("decree", acts, given={"matter": f"95.I.{item}", "changed": False})


@pytest.mark.parametrize("item", [6, 7, 8, 11, 15, 16, 17, 18, 19, 20])
@pytest.mark.parametrize(("votes", "adopted"), [(62, False), (63, True), (64, True)])
def test_each_question_after_the_fifth_is_decided_by_a_decree(item: int, votes: int, *, adopted: bool) -> None:
    found = decree(item, votes)
    assert (found.awaits, found.outcome) == (("publication", None) if adopted else (None, "rejected"))


@pytest.mark.parametrize("item", range(1, 6))
def test_none_of_the_first_five_is_decided_by_a_decree(item: int) -> None:
    assert decree(item, 125).status == "undetermined"


# 109: what belongs to the President alone.

POWERS = {
    "109:appoints": ["minister", "high_command", "head_of_office", "envoy"],
    "109:bodies": ["executive_body", "own_office", "security_council", "security_body"],
    "109:persons": ["citizenship", "asylum", "pardon", "award", "rank"],
    "109:programmes": ["programme", "credentials", "call_up"],
    "109.8": ["cancellation"],
    "109.32": ["other"],
}
EACH = [(cite, power) for cite, powers in POWERS.items() for power in powers]


@pytest.mark.parametrize(("cite", "power"), EACH)
@pytest.mark.parametrize("by", ["president", "prime_minister", "cabinet", "milli_majlis"])
@pytest.mark.parametrize("year", [1998, 2005, 2011, 2018])
def test_a_power_of_109_is_exercised_by_the_president(cite: str, power: str, by: str, year: int) -> None:
    given = {"power": power, "within_budget": True, "cancelled": "cabinet", "given_to_others": False}
    found = verdict("presidential_power", [{"act": "exercise", "date": f"{year}-05-20", "by": by}], given=given)
    assert found.result(cite) == ("met" if by == "president" else "breached")
    assert breached(found) == ([] if by == "president" else [cite])


@pytest.mark.parametrize("power", ["executive_body", "security_body", "own_office", "security_council"])
@pytest.mark.parametrize("within", [True, False])
def test_the_budget_binds_the_bodies_of_two_items(power: str, *, within: bool) -> None:
    given = {"power": power, "within_budget": within}
    found = verdict("presidential_power", [{"act": "exercise", "date": "2018-05-20", "by": "president"}], given=given)
    bound = power in ("executive_body", "security_body")
    assert breached(found) == (["109:budget"] if bound and not within else [])
