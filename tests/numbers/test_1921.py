"""The numbers of the Constitution of 1921, at, below and above: two months, nine and three, and its days.

Every case is worked out by hand from the account of the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide

Acts = list[dict[str, Any]]


def verdict(procedure: str, acts: Acts, **more: Any) -> Verdict:
    return decide(Scenario(procedure=f"az-1921/{procedure}", acts=acts, **more), engine="meaning")


def act(name: str, date: str, **fields: Any) -> dict[str, Any]:
    return {"act": name, "date": date, **fields}


# The Committee meets at least once in two months.

MEETINGS = [
    ("1921-06-01", "1921-06-02", "met"),
    ("1921-06-01", "1921-07-31", "met"),
    ("1921-06-01", "1921-08-01", "met"),
    ("1921-06-01", "1921-08-02", "breached"),
    ("1921-12-30", "1922-02-28", "met"),
    ("1921-12-30", "1922-03-01", "breached"),
    ("1921-12-31", "1922-02-28", "met"),
    ("1921-12-31", "1922-03-01", "breached"),
    ("1923-12-31", "1924-02-29", "met"),  # a leap year
    ("1923-12-31", "1924-03-01", "breached"),
    ("1922-06-30", "1922-08-30", "met"),
    ("1922-06-30", "1922-08-31", "breached"),
    ("1925-02-01", "1925-04-01", "met"),  # across the amendment
    ("1925-02-01", "1925-04-02", "breached"),
]


@pytest.mark.parametrize(("last", "day", "result"), MEETINGS)
def test_the_committee_meets_again_within_two_months(last: str, day: str, result: str) -> None:
    acts = [act("committee_session", last), act("committee_session", day)]
    assert verdict("committee_meeting", acts).result("committee.meeting") == result


@pytest.mark.parametrize(("day", "result"), [("1921-07-31", "met"), ("1921-08-01", "breached")])
def test_if_the_first_day_counts_the_two_months_end_a_day_earlier(day: str, result: str) -> None:
    acts = [act("committee_session", "1921-06-01"), act("committee_session", day)]
    found = verdict("committee_meeting", acts, readings=["counting=same_day"])
    assert found.result("committee.meeting") == result


@pytest.mark.parametrize(
    ("as_of", "status", "exit_"), [("1921-08-01", "pending", 0), ("1921-08-02", "undetermined", 3)]
)
def test_no_meeting_is_missed_before_the_two_months_are_over(as_of: str, status: str, exit_: int) -> None:
    found = verdict("committee_meeting", [act("committee_session", "1921-06-01")], as_of=as_of)
    assert (found.status, found.exit) == (status, exit_)


# Nobody votes against, nobody abstains; nine members and three candidates sign.

ADOPTIONS = [
    (0, 0, 9, 3, "adopted"),
    (0, 0, 10, 3, "adopted"),
    (0, 0, 9, 4, "adopted"),
    (0, 0, 8, 3, None),
    (0, 0, 9, 2, None),
    (0, 0, 12, 0, None),
    (1, 0, 9, 3, None),
    (0, 1, 9, 3, None),
]


@pytest.mark.parametrize(("against", "abstained", "members", "candidates", "outcome"), ADOPTIONS)
def test_what_was_enough_in_1921_is_enough_and_less_is_not_settled(
    against: int, abstained: int, members: int, candidates: int, outcome: str | None
) -> None:
    acts = [
        act("constitution_vote", "1921-05-19", by="congress", against=against, abstained=abstained),
        act("constitution_signature", "1921-05-19", members=members, candidates=candidates),
    ]
    found = verdict("adoption", acts, given={"convened": "1921-05-06"})
    assert (found.outcome, found.exit) == (outcome, 0 if outcome else 3)


@pytest.mark.parametrize(("day", "result"), [("1921-05-05", "breached"), ("1921-05-06", "met"), ("1921-05-07", "met")])
def test_the_congress_adopts_nothing_before_it_convenes(day: str, result: str) -> None:
    acts = [act("constitution_vote", day, by="congress", against=0, abstained=0)]
    found = verdict("adoption", acts, given={"convened": "1921-05-06"}, edition="1921")
    assert found.result("adoption.sitting") == result


# In force from 19 May 1921 to 26 March 1927; the Democratic Republic fell on 28 April 1920.

DAYS = [
    ("1920-04-27", "republic_stands"),
    ("1920-04-28", "not_yet"),
    ("1921-05-06", "not_yet"),
    ("1921-05-18", "not_yet"),
    ("1921-05-19", "in_force"),
    ("1925-03-14", "in_force"),
    ("1927-03-25", "in_force"),
    ("1927-03-26", "in_force"),
    ("1927-03-27", "replaced"),
]


@pytest.mark.parametrize(("day", "outcome"), DAYS)
def test_the_constitution_is_in_force_from_its_adoption_to_the_next_one(day: str, outcome: str) -> None:
    acts = [act("constitution_adopted", "1921-05-19"), act("new_constitution", "1927-03-26")]
    found = verdict("in_force", acts, given={"day": day, "fall_of_the_republic": "1920-04-28"})
    assert (found.outcome, found.exit) == (outcome, 0)


# Three bodies, one after the other.

BODIES = [
    (True, True, "congress_holds"),
    (True, False, "congress_holds"),
    (False, True, "committee_holds"),
    (False, False, "presidium_holds"),
]
WORDED = [(True, True, None), (True, False, "committee_holds"), (False, True, "presidium_holds"), (False, False, None)]


@pytest.mark.parametrize(("congress", "committee", "outcome"), BODIES)
def test_the_highest_body_that_sits_holds_supreme_power(*, congress: bool, committee: bool, outcome: str) -> None:
    given = {"congress_sits": congress, "committee_sits": committee}
    assert verdict("supreme_power", [], as_of="1924-01-01", given=given).outcome == outcome


@pytest.mark.parametrize(("congress", "committee", "outcome"), WORDED)
def test_as_the_account_is_worded_a_body_holds_power_while_the_one_above_it_sits(
    *, congress: bool, committee: bool, outcome: str | None
) -> None:
    given = {"congress_sits": congress, "committee_sits": committee}
    found = verdict("supreme_power", [], as_of="1924-01-01", given=given, readings=["as_worded"])
    assert found.outcome == outcome


# The Presidium before and after the amendment, the subjects before and after the entry.

FURTHER = ("nakhchivan_council", "nakhchivan_committee", "baku_soviet", "emergency_committee")
FIRST = ("chairman", "secretary", "chosen_member")


@pytest.mark.parametrize("day", ["1925-03-13", "1925-03-14"])
@pytest.mark.parametrize("post", [*FIRST, *FURTHER, "another"])
def test_the_presidium_has_further_members_since_the_amendment(post: str, day: str) -> None:
    belongs = post in FIRST or (post in FURTHER and day == "1925-03-14")
    found = verdict("presidium_membership", [], as_of=day, given={"post": post})
    assert found.outcome == ("member" if belongs else "no_member")


@pytest.mark.parametrize("joined", [True, False])
@pytest.mark.parametrize("subject", ["foreign_affairs", "defence", "foreign_trade"])
def test_three_subjects_went_to_the_union(subject: str, *, joined: bool) -> None:
    given = {"subject": subject, "joined": joined}
    found = verdict("subject_of_the_republic", [], as_of="1923-06-01", given=given)
    assert found.outcome == ("union" if joined else "republic")


# The account speaks of commissars: two are enough, one is not settled.


@pytest.mark.parametrize(("commissars", "result"), [(0, "failed"), (1, "failed"), (2, "met"), (3, "met")])
def test_a_council_has_commissars(commissars: int, result: str) -> None:
    acts = [act("commissars_election", "1922-04-03", by="committee", chairman=True, deputy=True, commissars=commissars)]
    found = verdict("election_of_commissars", acts, given={"committee_sits": True})
    assert found.result("commissars") == result
    assert (found.outcome, found.exit) == (("formed", 0) if result == "met" else (None, 3))


# Whoever stands over the Committee or holds power while it does not sit may act for it by a reading.

IN_ITS_PLACE = {
    "committee_alone": {"committee"},
    "presidium_too": {"committee", "presidium"},
    "congress_too": {"committee", "congress"},
    "both_too": {"committee", "congress", "presidium"},
}


@pytest.mark.parametrize("body", ["committee", "congress", "presidium", "commissars"])
@pytest.mark.parametrize("option", IN_ITS_PLACE)
def test_who_may_elect_and_annul_between_the_sessions_of_the_committee(option: str, body: str) -> None:
    readings, given = [f"in_its_place={option}"], {"committee_sits": body == "committee"}
    result = "met" if body in IN_ITS_PLACE[option] else "breached"
    acts = [act("commissars_election", "1922-04-03", by=body, chairman=True, deputy=True, commissars=12)]
    assert (
        verdict("election_of_commissars", acts, given=given, readings=readings).result("commissars.election") == result
    )
    acts = [act("commissars_act", "1923-02-01"), act("annulment", "1923-02-20", by=body)]
    found = verdict("annulment_of_commissars_act", acts, given=given, readings=readings)
    assert found.result("commissars.annulment") == result


GROUNDS = {
    **dict.fromkeys(("nationality", "race", "religion"), ("keeps_the_vote", "keeps_the_vote")),
    **dict.fromkeys(
        (
            "employing_others",
            "income_without_work",
            "private_trade",
            "clergy",
            "former_police",
            "incapacity",
            "conviction",
        ),
        (None, "shut_out"),
    ),
    "another": (None, "keeps_the_vote"),
}


@pytest.mark.parametrize("ground", GROUNDS)
def test_who_is_shut_out_from_the_vote_is_known_by_the_example_of_russia_alone(ground: str) -> None:
    acts = [act("exclusion", "1924-01-15", ground=ground)]
    by_default, as_in_russia = (verdict("franchise", acts, readings=chosen).outcome for chosen in ([], ["russia_1918"]))
    assert (by_default, as_in_russia) == GROUNDS[ground]
    equal = ground in ("nationality", "race", "religion")
    assert verdict("franchise", acts).result("elections.exclusion") == ("breached" if equal else "met")
