"""The numbers of Articles 71, 111 and 112: 24 hours, 63 votes, the period for an approval; and their grounds.

Every case is worked out by hand from the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide

EMERGENCIES = {"martial_law": ("111", "occupation"), "state_of_emergency": ("112", "epidemic")}
both = pytest.mark.parametrize("procedure", EMERGENCIES)


def verdict(procedure: str, acts: list[dict[str, Any]], **more: Any) -> Verdict:
    given = {"ground": EMERGENCIES[procedure][1], **more.pop("given", {})}
    return decide(Scenario(procedure=f"az-1995/{procedure}", given=given, acts=acts, **more), engine="meaning")


def announced(day: str = "2022-09-27", time: str | None = "10:00", extent: str = "parts") -> dict[str, Any]:
    return {"act": "emergency_announcement", "date": day, "time": time, "extent": extent}


def submitted(day: str = "2022-09-27", time: str | None = "14:00") -> dict[str, Any]:
    return {"act": "introduction", "date": day, "time": time, "by": "president"}


def voted(in_favour: int, day: str = "2022-09-28") -> dict[str, Any]:
    return {"act": "vote", "date": day, "in_favour": in_favour}


# 24 hours, to the minute.

HOURS = [
    ("2022-09-28", "09:59", "met"),
    ("2022-09-28", "10:00", "met"),
    ("2022-09-28", "10:01", "breached"),
    ("2022-09-27", None, "met"),
    ("2022-09-28", None, "unknown"),
    ("2022-09-29", None, "breached"),
]


@both
@pytest.mark.parametrize(("day", "time", "result"), HOURS)
def test_the_decree_is_submitted_within_24_hours(procedure: str, day: str, time: str | None, result: str) -> None:
    found = verdict(procedure, [announced(), submitted(day, time)])
    assert found.result(f"{EMERGENCIES[procedure][0]}:submission") == result


DAYS_ONLY = [("2022-09-27", "met"), ("2022-09-28", "unknown"), ("2022-09-29", "breached")]


@both
@pytest.mark.parametrize(("day", "result"), DAYS_ONLY)
def test_where_only_days_are_known_the_next_day_is_open(procedure: str, day: str, result: str) -> None:
    found = verdict(procedure, [announced(time=None), submitted(day, None)])
    assert found.result(f"{EMERGENCIES[procedure][0]}:submission") == result


@both
@pytest.mark.parametrize(("as_of", "overdue"), [("2022-09-27", False), ("2022-09-28", False), ("2022-09-29", True)])
def test_a_decree_that_is_not_submitted_is_overdue_when_the_24_hours_are_surely_over(
    procedure: str, as_of: str, *, overdue: bool
) -> None:
    found = verdict(procedure, [announced()], as_of=as_of)
    assert found.result(f"{EMERGENCIES[procedure][0]}:submission") == ("breached" if overdue else "pending")
    assert found.status == ("undetermined" if overdue else "pending")


STARTS = [
    ("announcement", "2022-09-28", "12:00"),
    ("signature", "2022-09-28", "08:00"),
    ("effect", "2022-09-29", "00:00"),
]


@both
@pytest.mark.parametrize(("start", "day", "time"), STARTS)
def test_the_24_hours_run_from_the_announcement_the_signature_or_the_effect(
    procedure: str, start: str, day: str, time: str
) -> None:
    acts = [
        {"act": "signature", "date": "2022-09-27", "time": "08:00"},
        announced(time="12:00"),
        {"act": "entry_into_force", "date": "2022-09-28", "time": "00:00"},
    ]
    cite = f"{EMERGENCIES[procedure][0]}:submission"
    last = verdict(procedure, [*acts, submitted(day, time)], readings=[f"hours_from={start}"])
    late = verdict(procedure, [*acts, submitted(day, f"{time[:4]}1")], readings=[f"hours_from={start}"])
    assert (last.result(cite), late.result(cite)) == ("met", "breached")


# The approval: 63 votes by default, two months or 20 days if the period for drafts is meant for it.


@both
@pytest.mark.parametrize(("votes", "enough"), [(62, False), (63, True), (64, True)])
def test_the_approval_needs_63_votes(procedure: str, votes: int, *, enough: bool) -> None:
    found = verdict(procedure, [announced(), submitted(), voted(votes)])
    assert found.result("95.II:decree") == ("met" if enough else "failed")
    assert (found.outcome == "approved") == enough
    assert (found.exit == 3) != enough


PERIOD = [("2022-11-26", "met"), ("2022-11-27", "met"), ("2022-11-28", "breached")]


@both
@pytest.mark.parametrize(("day", "result"), PERIOD)
def test_the_two_months_for_drafts_are_read_to_hold_for_the_approval(procedure: str, day: str, result: str) -> None:
    acts = [announced(), submitted(), voted(63, day)]
    assert verdict(procedure, acts).result("96.IV") == result
    assert verdict(procedure, acts, readings=["presidents_business=no_period"]).result("96.IV") == "not_applicable"


@both
@pytest.mark.parametrize(("day", "result"), [("2022-10-16", "met"), ("2022-10-17", "met"), ("2022-10-18", "breached")])
def test_an_urgent_approval_is_voted_on_within_20_days(procedure: str, day: str, result: str) -> None:
    urgency = {"act": "urgency", "date": "2022-09-27", "by": "president"}
    assert verdict(procedure, [announced(), submitted(), urgency, voted(63, day)]).result("96.V") == result


# Grounds and territory.

GROUNDS = {
    "martial_law": ["occupation", "war_declared", "danger_of_attack", "blockade", "danger_of_blockade"],
    "state_of_emergency": [
        "natural_disaster", "epidemic", "epizootic", "other_disaster", "territorial_integrity", "revolt_or_coup",
        "mass_disorder", "other_conflict",
    ],
}  # fmt: skip
LISTED = [(procedure, ground) for procedure, grounds in GROUNDS.items() for ground in grounds]


@pytest.mark.parametrize(("procedure", "ground"), LISTED)
def test_each_listed_ground_carries_it(procedure: str, ground: str) -> None:
    found = verdict(procedure, [announced(), submitted()], given={"ground": ground})
    assert found.result(f"{EMERGENCIES[procedure][0]}:grounds") == "met"


@both
def test_no_other_ground_does(procedure: str) -> None:
    found = verdict(procedure, [announced(), submitted()], given={"ground": "other"})
    assert (found.result(f"{EMERGENCIES[procedure][0]}:grounds"), found.exit) == ("breached", 1)


@pytest.mark.parametrize("edition", ["1995", "2002", "2009", "2016"])
@pytest.mark.parametrize("extent", ["whole", "parts"])
def test_martial_law_may_hold_everywhere_and_a_state_of_emergency_may_not(extent: str, edition: str) -> None:
    acts = [announced(extent=extent), submitted()]
    assert verdict("martial_law", acts, edition=edition).exit == 0
    assert verdict("state_of_emergency", acts, edition=edition).exit == (1 if extent == "whole" else 0)


# 71.III: after an announcement, in part, for a time, and told beforehand.

RESTRICTIONS = [
    ({"partial": True, "temporary": True, "notified": True}, []),
    ({"partial": False, "temporary": True, "notified": True}, ["71.III"]),
    ({"partial": True, "temporary": False, "notified": True}, ["71.III"]),
    ({"partial": True, "temporary": True, "notified": False}, ["71.III:notice"]),
]


@both
@pytest.mark.parametrize(("how", "wrong"), RESTRICTIONS)
def test_rights_are_restricted_in_part_for_a_time_and_with_notice(
    procedure: str, how: dict[str, bool], wrong: list[str]
) -> None:
    restriction = {"act": "restriction", "date": "2022-09-28", "ground": "announcement", **how}
    found = verdict(procedure, [announced(), submitted(), restriction])
    assert [each.provision for each in found.findings if each.result == "breached"] == [f"az-1995/{c}" for c in wrong]


@both
@pytest.mark.parametrize(("edition", "forbidden"), [("1995", True), ("2002", False), ("2009", False), ("2016", False)])
@pytest.mark.parametrize(("day", "early"), [("2022-09-26", True), ("2022-09-27", False)])
def test_only_in_1995_a_restriction_on_the_day_before_was_forbidden_by_the_article(
    procedure: str, edition: str, day: str, *, forbidden: bool, early: bool
) -> None:
    restriction = {
        "act": "restriction", "date": day, "ground": "announcement", "partial": True, "temporary": True, "notified": True,
    }  # fmt: skip
    found = verdict(procedure, [announced(), submitted(), restriction], edition=edition)
    assert (found.result("71.III:only") == "breached") == (forbidden and early)
