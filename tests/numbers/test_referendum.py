"""Referendums and constitutional laws, worked by hand from 3, 11, 95, 109 and 152 to 158: every number at its margin."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import majlis

Acts = list[dict[str, Any]]
YEARS = [1999, 2005, 2010, 2020]  # one in each edition
CHANGE = {"subject": "change", "proposed_by": "president", "touches_entrenched": False, "restricts_rights": False}
ADDITION = {"kind": "addition", "touches_chapter_one": False}
SIX_MONTHS_ON = date(2012, 8, 10)  # from 10 February 2012


def decided(procedure: str, given: dict[str, Any], acts: Acts, **more: Any) -> majlis.Verdict:
    case = {"procedure": f"az-1995/{procedure}", "given": given, "acts": acts, **more}
    return majlis.decide(majlis.Scenario.model_validate(case), engine="meaning")


def broken(verdict: majlis.Verdict) -> set[str]:
    return {each.provision.partition("/")[2] for each in verdict.findings if each.result == "breached"}


def silent_at(verdict: majlis.Verdict) -> list[str]:
    return [silence.step for silence in verdict.silences if not silence.crossed]


def voted(year: int, votes: int) -> Acts:
    return [{"act": "vote", "date": f"{year}-06-02", "in_favour": votes}]


def ordered(year: int, by: str = "president") -> Acts:
    return [{"act": "referendum_order", "date": f"{year}-06-02", "by": by}]


def opinion(day: date) -> Acts:
    return [{"act": "court_opinion", "date": day.isoformat(), "favourable": True}]


@pytest.mark.parametrize(("votes", "ends"), [(62, "not_called"), (63, None), (64, None)])
@pytest.mark.parametrize("year", YEARS)
def test_the_milli_majlis_calls_a_referendum_with_63_votes(year: int, votes: int, ends: str | None) -> None:
    verdict = decided("referendum", {"subject": "other"}, voted(year, votes))
    assert (verdict.outcome, verdict.awaits) == (ends, None if ends else "popular_vote")
    assert verdict.exit == 0, "nobody does wrong by losing a vote"


@pytest.mark.parametrize(
    ("actor", "wrong"), [("president", set()), ("prime_minister", {"109.18"}), ("speaker", {"109.18"})]
)
@pytest.mark.parametrize("year", YEARS)
def test_of_the_offices_only_the_president_calls_a_referendum(year: int, actor: str, wrong: set[str]) -> None:
    assert broken(decided("referendum", {"subject": "other"}, ordered(year, actor))) == wrong


@pytest.mark.parametrize("year", YEARS)
def test_a_referendum_on_the_borders_is_for_the_milli_majlis_to_call(year: int) -> None:
    borders = {"subject": "borders", "gives_territory_away": False}
    assert broken(decided("referendum", borders, voted(year, 63))) == set()
    assert broken(decided("referendum", borders, ordered(year))) == {"11.III:call"}


@pytest.mark.parametrize(
    ("subject", "item"),
    [("taxes_or_budget", "3.III.1"), ("amnesty_or_pardon", "3.III.2"), ("officials", "3.III.3")],
)
@pytest.mark.parametrize("year", YEARS)
def test_three_questions_are_kept_from_the_people_since_2002(subject: str, item: str, year: int) -> None:
    found = broken(decided("referendum", {"subject": subject}, ordered(year)))
    assert found == ({item} if year > 2002 else set())


@pytest.mark.parametrize(
    ("subject", "item"), [("new_constitution", "3.II.1"), ("change", "3.II.1"), ("borders", "3.II.2")]
)
@pytest.mark.parametrize("year", YEARS)
def test_what_is_kept_for_the_people_is_not_decided_otherwise(subject: str, item: str, year: int) -> None:
    acts = [{"act": "other_decision", "date": f"{year}-06-02"}]
    verdict = decided("decision_without_referendum", {"subject": subject}, acts)
    assert broken(verdict) == {item}
    assert silent_at(verdict) == ["reserved"], "what it is worth is not said"


@pytest.mark.parametrize("subject", ["taxes_or_budget", "amnesty_or_pardon", "officials", "other"])
def test_what_is_not_kept_for_the_people_may_be_decided_otherwise(subject: str) -> None:
    acts = [{"act": "other_decision", "date": "2010-06-02"}]
    verdict = decided("decision_without_referendum", {"subject": subject}, acts)
    assert (verdict.outcome, verdict.exit) == ("decided", 0)


@pytest.mark.parametrize(("days", "kept"), [(-1, True), (0, True), (1, False)])
def test_the_courts_opinion_comes_no_later_than_the_call(days: int, kept: bool) -> None:  # noqa: FBT001 - a case
    acts = [*ordered(2010), *opinion(date(2010, 6, 2) + timedelta(days))]
    assert broken(decided("referendum", CHANGE, acts)) == (set() if kept else {"153"})


@pytest.mark.parametrize(("fact", "cite"), [("touches_entrenched", "155:articles"), ("restricts_rights", "155:rights")])
@pytest.mark.parametrize("year", YEARS)
def test_what_no_change_may_touch_is_known_since_2002(fact: str, cite: str, year: int) -> None:
    acts = [*ordered(year), *opinion(date(year, 6, 1))]
    found = decided("referendum", {**CHANGE, fact: True}, acts)
    assert found.result(cite) == ("unknown" if year < 2002 else "breached")


def course(first: int, second: int, *, deputies: int | None = None, on: date = SIX_MONTHS_ON) -> Acts:
    """A constitutional law introduced on 10 January and first voted on on 10 February 2012."""
    by = {"by": "president"} if deputies is None else {"by": "deputy", "supporters": deputies}
    return [
        {"act": "introduction", "date": "2012-01-10", **by},
        {"act": "vote", "date": "2012-02-10", "step": "first_vote", "in_favour": first},
        {"act": "presentation", "date": "2012-02-17", "step": "first_presentation"},
        {"act": "signature", "date": "2012-02-20", "step": "first_decision"},
        {"act": "vote", "date": on.isoformat(), "step": "second_vote", "in_favour": second},
    ]


@pytest.mark.parametrize(("deputies", "found"), [(62, "failed"), (63, "met"), (64, "met")])
@pytest.mark.parametrize("edition", ["1995", "2002", "2009", "2016"])
def test_sixty_three_deputies_propose_an_addition(edition: str, deputies: int, found: str) -> None:
    verdict = decided("constitutional_law", ADDITION, course(95, 95, deputies=deputies)[:1], edition=edition)
    assert verdict.result("157:deputies") == found
    assert verdict.awaits == ("first_vote" if found == "met" else None)
    assert silent_at(verdict) == ([] if found == "met" else ["introduction"]), "of fewer nothing is said"


@pytest.mark.parametrize(("votes", "found"), [(94, "failed"), (95, "met"), (96, "met")])
@pytest.mark.parametrize("kind", ["addition", "nakhchivan", "symbols"])
def test_each_of_the_two_votes_needs_95(kind: str, votes: int, found: str) -> None:
    for which, acts in (("first_vote", course(votes, 0)[:2]), ("second_vote", course(125, votes))):
        verdict = decided("constitutional_law", {**ADDITION, "kind": kind}, acts)
        assert verdict.result("156.I", which) == found
        assert (verdict.outcome, verdict.exit) == ("rejected" if found == "failed" else None, 0)


@pytest.mark.parametrize(
    ("days", "at_least", "exactly"), [(-1, "breached", "breached"), (0, "met", "met"), (1, "met", "breached")]
)
def test_six_months_lie_between_the_votes(days: int, at_least: str, exactly: str) -> None:
    acts = course(95, 95, on=SIX_MONTHS_ON + timedelta(days))
    for reading, found in (("at_least", at_least), ("exactly", exactly)):
        verdict = decided("constitutional_law", ADDITION, acts, readings=[f"six_months={reading}"])
        assert verdict.result("156.II:interval") == found


@pytest.mark.parametrize(("days", "found"), [(-1, "breached"), (0, "met"), (1, "met")])
def test_counted_from_the_signature_of_20_february_the_six_months_end_on_20_august(days: int, found: str) -> None:
    acts = course(95, 95, on=date(2012, 8, 20) + timedelta(days))
    verdict = decided("constitutional_law", ADDITION, acts, readings=["six_months_from=decision"])
    assert verdict.result("156.II:interval") == found
    assert decided("constitutional_law", ADDITION, acts).result("156.II:interval") == "met", "counted from the vote"


@pytest.mark.parametrize(("votes", "default"), [(62, "failed"), (63, "failed"), (94, "failed"), (95, "met")])
def test_if_95_votes_are_for_additions_alone_no_number_is_stated_for_the_rest(votes: int, default: str) -> None:
    flag = {"kind": "symbols", "touches_chapter_one": False}
    acts = course(votes, votes)[:2]
    assert decided("constitutional_law", flag, acts).result("156.I") == default
    verdict = decided("constitutional_law", flag, acts, readings=["constitutional_laws=not_said"])
    assert (verdict.result("156.I"), verdict.status, silent_at(verdict)) == (
        "not_applicable",
        "undetermined",
        ["first_vote"],
    )


@pytest.mark.parametrize(("actor", "wrong"), [("president", set()), ("deputy", {"134.VI"}), ("ali_majlis", {"134.VI"})])
def test_the_constitution_of_nakhchivan_comes_from_the_president(actor: str, wrong: set[str]) -> None:
    acts = [{"act": "introduction", "date": "2012-01-10", "by": actor, "supporters": 125}]
    assert broken(decided("constitutional_law", {"kind": "nakhchivan"}, acts)) == wrong
