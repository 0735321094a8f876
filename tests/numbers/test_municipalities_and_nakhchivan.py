"""The numbers of Articles 134 to 146 and of transitional clause 7: at, below and above; and who may do what.

Every case is worked out by hand from the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide
from majlis.errors import InputError

IN_FORCE = "1995-11-27"


def verdict(procedure: str, acts: list[dict[str, Any]], **more: Any) -> Verdict:
    return decide(Scenario(procedure=f"az-1995/{procedure}", acts=acts, **more), engine="meaning")


def breached(found: Verdict) -> list[str]:
    return [each.provision.partition("/")[2] for each in found.findings if each.result == "breached"]


# 145.II: more than half of those who vote. 145.III: two thirds of all members.


def voted(in_favour: int, voting: int, members: int, day: str = "2012-03-05") -> list[dict[str, Any]]:
    return [{"act": "municipal_vote", "date": day, "in_favour": in_favour, "voting": voting, "members": members}]


@pytest.mark.parametrize("day", ["2000-03-06", "2005-03-07", "2012-03-05", "2018-03-05"])
@pytest.mark.parametrize(
    ("in_favour", "voting", "enough"),
    [(4, 10, False), (5, 10, False), (6, 10, True), (5, 11, False), (6, 11, True), (0, 1, False), (1, 1, True)],
)
def test_an_ordinary_decision_needs_more_than_half_of_those_who_vote(
    in_favour: int, voting: int, day: str, *, enough: bool
) -> None:
    found = verdict("municipal_decision", voted(in_favour, voting, 15, day), given={"local_taxes": False})
    assert found.outcome == ("adopted" if enough else "rejected")
    assert found.result("145.II") == ("met" if enough else "failed")


@pytest.mark.parametrize("day", ["2000-03-06", "2012-03-05"])
@pytest.mark.parametrize(
    ("in_favour", "members", "enough"),
    [
        (9, 15, False), (10, 15, True), (11, 15, True),
        (5, 9, False), (6, 9, True), (7, 9, True),
        (7, 11, False), (8, 11, True),  # two thirds of 11 are seven and a third
        (12, 19, False), (13, 19, True),
    ],
)  # fmt: skip
def test_local_taxes_need_two_thirds_of_all_members(in_favour: int, members: int, day: str, *, enough: bool) -> None:
    found = verdict("municipal_decision", voted(in_favour, members, members, day), given={"local_taxes": True})
    assert found.outcome == ("adopted" if enough else "rejected")
    assert found.result("145.III") == ("met" if enough else "failed")


@pytest.mark.parametrize(("in_favour", "enough"), [(7, False), (8, True), (9, True)])
def test_by_the_other_reading_two_thirds_of_twelve_votes_are_enough(in_favour: int, *, enough: bool) -> None:
    acts, taxes = voted(in_favour, 12, 15), {"local_taxes": True}
    assert verdict("municipal_decision", acts, given=taxes).outcome == "rejected"
    found = verdict("municipal_decision", acts, given=taxes, readings=("two_thirds_of=voting",))
    assert found.outcome == ("adopted" if enough else "rejected")


# 137.I: 45 members. 137.II: five years.


def assembly(members: int = 45, again: str | None = None, *, cut_short: bool = False, **more: Any) -> Verdict:
    acts: list[dict[str, Any]] = [
        {"act": "nakhchivan_election", "date": "2020-02-09", "members": members, "step": "election"},
        {"act": "nakhchivan_first_meeting", "date": "2020-02-24"},
        {"act": "nakhchivan_chairman", "date": "2020-02-24", "by": "ali_majlis"},
    ]
    if again:
        acts.append({"act": "nakhchivan_election", "date": again, "members": 45, "step": "next_election"})
    return verdict("nakhchivan_assembly", acts, given={"cut_short": cut_short}, **more)


@pytest.mark.parametrize(("members", "all_of_them"), [(44, False), (45, True)])
def test_the_ali_majlis_has_45_members(members: int, *, all_of_them: bool) -> None:
    found = assembly(members, as_of="2020-03-01")
    assert found.result("137.I:full") == ("met" if all_of_them else "failed")
    assert bool(found.silences) != all_of_them


def test_46_members_cannot_be_elected() -> None:
    with pytest.raises(InputError, match="45"):
        assembly(46, as_of="2020-03-01")


@pytest.mark.parametrize(
    ("again", "by_default", "same_day", "first_meeting"),
    [
        ("2025-02-08", "met", "met", "met"),
        ("2025-02-09", "met", "failed", "met"),
        ("2025-02-10", "failed", "failed", "met"),
        ("2025-02-24", "failed", "failed", "met"),
        ("2025-02-25", "failed", "failed", "failed"),
    ],
)
def test_the_ali_majlis_has_a_term_of_five_years(
    again: str, by_default: str, same_day: str, first_meeting: str
) -> None:
    assert assembly(again=again).result("137.II") == by_default
    assert assembly(again=again, readings=("counting=same_day",)).result("137.II") == same_day
    assert assembly(again=again, readings=("nakhchivan_term_from=first_meeting",)).result("137.II") == first_meeting


@pytest.mark.parametrize(("cut_short", "outcome"), [(True, None), (False, "renewed")])
def test_an_end_of_the_term_before_the_five_years_is_not_known_to_the_text(
    *, cut_short: bool, outcome: str | None
) -> None:
    found = assembly(again="2022-02-06", cut_short=cut_short)
    assert (found.outcome, found.exit) == (outcome, 0 if outcome else 3)
    assert breached(found) == []


@pytest.mark.parametrize(
    ("as_of", "status"), [("2025-02-08", "pending"), ("2025-02-09", "pending"), ("2025-02-10", "undetermined")]
)
def test_who_acts_after_the_five_years_is_not_said(as_of: str, status: str) -> None:
    found = assembly(as_of=as_of)
    assert found.status == status
    assert breached(found) == []


# trans.7: two years for the law and for the elections.

LAW = {"act": "local_government_law", "date": "1996-10-01"}


@pytest.mark.parametrize(
    ("day", "by_default", "same_day"),
    [
        ("1997-11-26", "met", "met"),
        ("1997-11-27", "met", "breached"),
        ("1997-11-28", "breached", "breached"),
        ("1999-12-12", "breached", "breached"),
    ],
)
@pytest.mark.parametrize("which", ["law", "elections"])
def test_the_law_on_self_government_and_the_elections_have_two_years(
    which: str, day: str, by_default: str, same_day: str
) -> None:
    law = {**LAW, "date": day} if which == "law" else LAW
    acts = [law, {"act": "municipal_election", "date": day}]
    given = {"in_force_since": IN_FORCE}
    assert verdict("local_self_government", acts, given=given).result(f"trans.7:{which}") == by_default
    found = verdict("local_self_government", acts, given=given, readings=("counting=same_day",))
    assert found.result(f"trans.7:{which}") == same_day


@pytest.mark.parametrize(("as_of", "status"), [("1997-11-27", "pending"), ("1997-11-28", "undetermined")])
def test_nothing_is_said_when_the_two_years_are_over(as_of: str, status: str) -> None:
    found = verdict("local_self_government", [LAW], given={"in_force_since": IN_FORCE}, as_of=as_of)
    assert found.status == status
    assert (breached(found) == ["trans.7:elections"]) == (status == "undetermined")


# 144.I: nine questions for a meeting. 138: seven subjects of laws. 139.I: six questions for decrees.

NINE = ["mandates", "rules", "chairman", "local_taxes", "budget", "property"]
NINE += ["social_programme", "economic_programme", "ecological_programme"]
MUNICIPAL = {"harms_sovereignty": False, "in_nakhchivan": False, "against": "nothing"}
MUNICIPAL |= {"concerned": "citizen_living_there", "financed": True}


@pytest.mark.parametrize("organ", ["meeting", "chairman", "commission"])
@pytest.mark.parametrize("subject", [*NINE, "delegated", "other"])
def test_nine_questions_are_for_a_meeting_of_the_municipality(subject: str, organ: str) -> None:
    acts = [{"act": "municipal_adoption", "date": "2012-03-05", "organ": organ}]
    found = verdict("municipal_act", acts, given={**MUNICIPAL, "subject": subject})
    assert breached(found) == (["144.I"] if subject in NINE and organ != "meeting" else [])


LAWS = ["elections", "taxes", "economic_development", "social_maintenance", "environment", "tourism"]
LAWS += ["health_science_culture"]
DECREES = ["work_of_the_ali_majlis", "budget", "programmes", "prime_minister", "cabinet_composition", "confidence"]


@pytest.mark.parametrize("subject", [*LAWS, *DECREES, "other"])
def test_seven_subjects_are_for_laws_of_nakhchivan_and_six_for_decrees(subject: str) -> None:
    for kind, cite, own in (("law", "138", LAWS), ("decree", "139.I", DECREES)):
        acts = [{"act": "nakhchivan_adoption", "date": "2012-06-01", "by": "ali_majlis"}]
        given = {"kind": kind, "subject": subject, "against": "nothing", "given_by_law": False}
        found = verdict("nakhchivan_act", acts, given=given)
        assert found.result(cite) == ("met" if subject in own else "breached")


AGAINST = ["nothing", "constitution", "referendum_act", "law", "decree", "cabinet_decree", "central_act"]
NAMED = {
    "constitution": {"constitution"},
    "law": {"constitution", "law"},
    "cabinet_decree": {"constitution", "law", "decree", "cabinet_decree"},
}


@pytest.mark.parametrize("against", AGAINST)
@pytest.mark.parametrize("kind", list(NAMED))
def test_what_an_act_of_nakhchivan_may_not_contradict(kind: str, against: str) -> None:
    by = "nakhchivan_cabinet" if kind == "cabinet_decree" else "ali_majlis"
    given = {"kind": kind, "subject": "tourism", "against": against, "highest_official": "chairman", "approved": True}
    found = verdict("nakhchivan_act", [{"act": "nakhchivan_adoption", "date": "2012-06-01", "by": by}], given=given)
    cite = {"cabinet_decree": "134.V:cabinet"}.get(kind, f"134.V:{kind}")
    assert found.result(cite) == ("breached" if against in NAMED[kind] else "met")
    assert found.outcome == ("in_force" if against == "nothing" else None)
