"""The chance of a whole procedure: by formula, by deciding every pair of counts, and within its bounds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from asked_chances import (
    A_LAW,
    ADDITION,
    CONSTITUTIONAL,
    LAW,
    NEAR,
    PRIME_MINISTER,
    THIRDS,
    P,
    asked,
    at_least,
    chamber,
    chance,
    in_favour,
    total,
)
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st

from majlis.errors import InputError
from majlis.questions.chances import branches
from majlis.questions.chances.choices import Choices
from majlis.questions.course_chances import course_chances
from majlis.questions.decide import Decider
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario
from majlis.voting.chamber import Bloc, Chamber

if TYPE_CHECKING:
    from majlis.questions.judgement import Judgement


def test_a_constitutional_law_needs_95_votes_twice_and_the_signature() -> None:
    p = at_least(95, 93, THIRDS)
    found = asked(
        CONSTITUTIONAL,
        chamber(93, THIRDS),
        given=ADDITION,
        choices={"first_decision.signature": 1, "second_decision.return": "20%"},
    )
    assert chance(found, "in_force") == pytest.approx(float(p * p * Fraction(4, 5)), abs=NEAR)
    assert chance(found, "not_in_force") == pytest.approx(float(p * p / 5), abs=NEAR)
    assert chance(found, "rejected") == pytest.approx(float((1 - p) + p * (1 - p)), abs=NEAR)
    assert [each.step for each in found.votes] == ["first_vote", "second_vote"]
    assert all((each.lowest, each.highest) == pytest.approx((float(p), float(p)), abs=NEAR) for each in found.votes)
    assert not found.open


def test_the_override_follows_what_was_due_or_what_was_reached() -> None:
    """An ordinary law: 83 votes to override; where the votes count that were cast, 95 if 83 were cast at first."""
    sure, returned = 81, Fraction(3, 10)
    members = [*THIRDS, *[Fraction(1, 2)] * 8, Fraction(9, 10), Fraction(9, 10)]
    house, (p83, p95) = chamber(sure, members), (at_least(needed, sure, members) for needed in (83, 95))
    what: dict[str, Any] = {"matter": "94.I.15", "given": A_LAW, "choices": {"decision.return": returned}}
    required = asked(LAW, house, **what)
    assert chance(required, "lapsed") == pytest.approx(float(returned * (1 - p83)), abs=NEAR)
    assert chance(required, "in_force") == pytest.approx(float(1 - returned * (1 - p83)), abs=NEAR)
    obtained = asked(LAW, house, readings=["override_majority=obtained"], **what)
    lapsed = returned * (p83 * (1 - p95) + (1 - p83) * (1 - p83))
    assert chance(obtained, "lapsed") == pytest.approx(float(lapsed), abs=NEAR)
    (repeated,) = (each for each in obtained.votes if each.step == "repeat_vote")
    assert (repeated.lowest, repeated.highest) == pytest.approx((float(p95), float(p83)), abs=NEAR)


@pytest.mark.parametrize("reading", ["required", "obtained"])
@pytest.mark.parametrize(("matter", "sure"), [("94.I.15", 79), ("94.I.15", 61), ("94.I.3", 81), ("94.I.3", 91)])
def test_deciding_every_pair_of_counts_gives_the_same_chance(reading: str, matter: str, sure: int) -> None:
    chances = [*THIRDS, Fraction(1, 5)]
    decider = Decider("meaning")
    ends: Counter[str] = Counter()
    for (first, p), (second, q) in product(in_favour(sure, chances).items(), repeat=2):
        acts = [
            {"act": "introduction", "date": "2017-03-01", "by": "deputy"},
            {"act": "vote", "date": "2017-04-03", "in_favour": first},
            {"act": "presentation", "date": "2017-04-10"},
            {"act": "return", "date": "2017-05-02"},
            {"act": "vote", "date": "2017-05-20", "in_favour": second, "step": "repeat_vote"},
            {"act": "publication", "date": "2017-05-22"},
        ]
        for number in range(1, len(acts) + 1):  # as far as the case goes on
            scenario = {"procedure": LAW, "edition": "2016", "given": {"matter": matter}, "acts": acts[:number]}
            case = bind_case(Scenario.model_validate(scenario))
            judged = decider.judge(case, [f"override_majority={reading}"])
            if judged.outcome:
                ends[judged.outcome.what] += p * q  # type: ignore[assignment] # as above
                break
    found = asked(
        LAW, chamber(sure, chances), matter=matter, given=A_LAW, readings=[f"override_majority={reading}"],
        edition="2016", choices={"decision.return": 1},
    )  # fmt: skip
    assert sum(ends.values()) == 1
    assert {each.end.what: each.chance for each in found.ends} == pytest.approx(
        {what: float(weight) for what, weight in ends.items()}, abs=NEAR
    )


def test_after_three_refusals_a_prime_minister_is_appointed_without_consent() -> None:
    p = at_least(63, 61, THIRDS)
    found = asked(PRIME_MINISTER, chamber(61, THIRDS), choices={"consent.appointment": 1})
    assert chance(found, "appointed") == 1
    without = [way for way in found.ways if way.turns[-1].what == "appointment"]
    assert [(way.chance, way.turns[-1].round) for way in without] == [(pytest.approx(float((1 - p) ** 3), abs=NEAR), 3)]
    never = asked(PRIME_MINISTER, chamber(61, THIRDS), choices={"consent.appointment": "0"})
    assert chance(never, "proposal") == pytest.approx(float((1 - p) ** 5), abs=NEAR)
    assert [each.end.kind for each in never.ends] == ["outcome", "goes_on"]


def test_somebody_breaks_the_text_only_where_a_chance_is_given_for_it_in_a_round() -> None:
    p = at_least(63, 61, THIRDS)
    house = chamber(61, THIRDS)
    kept = asked(PRIME_MINISTER, house, choices={"consent.appointment": "1/4"})
    assert not any((turn.what, turn.round) == ("appointment", 1) for way in kept.ways for turn in way.turns)
    assert chance(kept, "proposal") == pytest.approx(float((1 - p) ** 5 * Fraction(3, 4) ** 2), abs=NEAR)
    broken = asked(PRIME_MINISTER, house, choices={"consent.1.appointment": "1/4", "consent.appointment": 0})
    (way,) = (way for way in broken.ways if ("appointment", 1) in {(turn.what, turn.round) for turn in way.turns})
    assert way.chance == pytest.approx(float((1 - p) / 4), abs=NEAR)
    assert any("consent.1.appointment" in each for each in broken.assumes)


def test_choices_without_a_chance_give_bounds_and_are_named() -> None:
    p = at_least(95, 93, THIRDS)
    found = asked(CONSTITUTIONAL, chamber(93, THIRDS), given=ADDITION)
    in_force, rejected = found.end("in_force"), found.end("rejected")
    assert in_force
    assert rejected
    assert (in_force.lowest, in_force.highest) == (0, pytest.approx(float(p * p), abs=NEAR))
    assert (rejected.lowest, rejected.highest) == pytest.approx((float(1 - p), float(1 - p * p)), abs=NEAR)
    assert in_force.chance is None
    assert {
        f"{step}.{act}" for step in ("first_decision", "second_decision") for act in ("signature", "return")
    } == set(found.open)


@pytest.mark.parametrize("share", ["0", "1/4", "0.4", "1"])
def test_the_share_of_a_choice_that_breaks_the_text_goes_to_the_others(share: str) -> None:
    """Nobody appoints before the third refusal, whatever the chance of an appointment is in general."""
    house, p = chamber(61, THIRDS), at_least(63, 61, THIRDS)
    both = {"consent.appointment": share, "consent.proposal": 1 - Fraction(share)}
    found = asked(PRIME_MINISTER, house, choices=both)
    assert {each.end.kind for each in found.ends} <= {"outcome", "goes_on"}
    assert chance(found, "proposal") == pytest.approx(float((1 - p) ** 5 * (1 - Fraction(share)) ** 2), abs=NEAR)
    assert found.ends == asked(PRIME_MINISTER, house, choices={"consent.appointment": share}).ends
    assert any("the chance of consent.appointment goes to what else can be chosen" in each for each in found.assumes)


def test_where_a_choice_is_left_out_the_others_keep_their_proportions() -> None:
    names = ["step.wrong", "step.one", "step.other"]
    given_chances = dict(zip(names, (Fraction(1, 2), Fraction(1, 8), Fraction(3, 8)), strict=True))
    found = Choices(given_chances).shares(names, {"step.one", "step.other"}, 1)
    assert found.weights == {"step.one": Fraction(1, 4), "step.other": Fraction(3, 4)}
    one_open = Choices({"step.wrong": Fraction(1, 2), "step.one": Fraction(1, 8)})
    assert one_open.shares(names, {"step.one", "step.other"}, 1).weights == found.weights


def test_nothing_is_known_of_choices_where_all_was_given_for_one_that_is_left_out() -> None:
    names = ["step.wrong", "step.one", "step.other"]
    only_wrong = Choices(dict(zip(names, map(Fraction, (1, 0, 0)), strict=True)))
    found = only_wrong.shares(names, {"step.one", "step.other"}, 1)
    assert (found.weights, found.free) == ({}, ("step.one", "step.other"))


def test_shares_that_were_computed_in_floats_are_taken_as_a_whole() -> None:
    returned = 1 - 0.9
    assert returned + 0.9 == 1
    assert str(returned) != "0.1"
    decided = {"decision.return": returned, "decision.signature": 0.9}
    found = asked(LAW, chamber(93, THIRDS), matter="94.I.15", given=A_LAW, choices=decided)
    assert total(found) == pytest.approx(1, abs=NEAR)
    assert {each.end.kind for each in found.ends} == {"outcome"}


def test_where_a_chance_is_given_for_one_round_the_open_choices_are_named_with_theirs() -> None:
    found = asked(PRIME_MINISTER, chamber(61, THIRDS), choices={"consent.3.appointment": "0.4"})
    assert set(found.open) == {"consent.4.proposal", "consent.4.appointment"}
    both = {"consent.3.appointment": "0.4", "consent.4.appointment": "0.5"}
    assert not asked(PRIME_MINISTER, chamber(61, THIRDS), choices=both).open


@pytest.mark.parametrize("name", ["consent.5.appointment", "consent.9.appointment", "consent.6.vote", "consent.0.vote"])
def test_a_round_that_is_not_followed_has_no_choice(name: str) -> None:
    with pytest.raises(InputError, match=rf"no choice '{name}'.*comes in rounds 1 to [45]"):
        asked(PRIME_MINISTER, chamber(61, THIRDS), choices={name: "0.4"})


def test_a_chance_on_which_nothing_hangs_is_said_to_change_nothing() -> None:
    what: dict[str, Any] = {"matter": "94.I.15", "given": A_LAW}
    decided = {"decision.return": 0, "repeat_vote.missed": 0.2}
    found = asked(LAW, chamber(81, THIRDS), choices=decided, **what)
    assert [each for each in found.assumes if "changes nothing" in each] == [
        "The chance of repeat_vote.missed changes nothing: it does not come to that choice."
    ]


def test_an_earlier_vote_that_has_been_taken_is_taken_as_it_was() -> None:
    house, p = chamber(81, THIRDS), at_least(83, 81, THIRDS)
    what: dict[str, Any] = {"matter": "94.I.15", "choices": {"decision.return": 1}}
    found = asked(LAW, house, given={**A_LAW, "vote.in_favour": 90}, **what)
    assert chance(found, "in_force") == pytest.approx(float(p), abs=NEAR)
    assert chance(found, "rejected") == 0
    assert [each.step for each in found.votes] == ["repeat_vote"]
    first = {(turn.least, turn.most, turn.passes) for way in found.ways for turn in way.turns if turn.step == "vote"}
    assert first == {(90, 90, True)}
    assert "How vote came out is taken as given: 90 in favour." in found.assumes
    failed = asked(LAW, house, given={**A_LAW, "vote.in_favour": 62}, **what)
    assert chance(failed, "rejected") == 1


shares = st.fractions(0, 1, max_denominator=12)


@examples(15)
@given(st.lists(shares, min_size=1, max_size=5), st.integers(89, 95), shares, shares, shares)
def test_whatever_is_chosen_the_chance_stays_within_the_bounds_and_all_add_up_to_one(
    members: list[Fraction], sure: int, first: Fraction, second: Fraction, late: Fraction
) -> None:
    house = chamber(sure, members)
    bounded = {each.end: each for each in asked(CONSTITUTIONAL, house, given=ADDITION).ends}
    chances = {"first_decision.return": first, "second_decision.signature": second, "second_decision.missed": late / 13}
    if second + late / 13 > 1:
        del chances["second_decision.missed"]
    found = asked(CONSTITUTIONAL, house, given=ADDITION, choices=chances)
    assert total(found) == pytest.approx(1, abs=NEAR)
    assert sum(way.chance for way in found.ways) == pytest.approx(1, abs=NEAR)
    for each in found.ends:
        assert bounded[each.end].lowest - NEAR <= each.lowest == each.highest <= bounded[each.end].highest + NEAR


def test_a_step_that_may_be_missed_ends_where_the_text_says_or_is_awaited_for_good() -> None:
    p = at_least(95, 93, THIRDS)
    found = asked(
        CONSTITUTIONAL,
        chamber(93, THIRDS),
        given=ADDITION,
        choices={
            "first_decision.return": 0,
            "second_decision.missed": 0.25,
            "second_decision.signature": 0.75,
            "second_vote.missed": 0.5,
        },
    )
    assert chance(found, "second_vote") == pytest.approx(float(p / 2), abs=NEAR)
    assert chance(found, "not_in_force") == pytest.approx(float(p / 2 * p / 4), abs=NEAR)
    assert found.end("second_vote").end.kind == "awaits"  # type: ignore[union-attr] # it was found above


def test_what_is_certain_has_a_chance_of_just_one() -> None:
    sure = Chamber((Bloc("sure", 125, P.IN_FAVOUR),))
    found = asked(
        CONSTITUTIONAL, sure, given=ADDITION, choices={f"{n}_decision.return": 0 for n in ("first", "second")}
    )
    assert [(each.end.what, each.lowest, each.highest) for each in found.ends] == [("in_force", 1.0, 1.0)]
    unsure = asked(PRIME_MINISTER, chamber(60, [Fraction(1, 10**6)] * 5))
    assert all(0 < each.lowest < 1 for each in unsure.votes)


def test_figures_of_a_vote_that_are_given_are_not_drawn() -> None:
    house = chamber(93, THIRDS)
    given_ = {**ADDITION, "first_vote.in_favour": 96}
    found = asked(
        CONSTITUTIONAL, house, given=given_, choices={"first_decision.return": 0, "second_decision.return": 0}
    )
    assert chance(found, "in_force") == pytest.approx(float(at_least(95, 93, THIRDS)), abs=NEAR)


def test_a_fact_that_is_missing_is_named_as_it_can_be_given() -> None:
    found = asked(CONSTITUTIONAL, chamber(93, THIRDS))
    assert set(found.missing) >= {"kind", "introduction.by"}
    assert [each.end.kind for each in found.ends] == ["unknown"]
    assert not asked(CONSTITUTIONAL, chamber(93, THIRDS), given=ADDITION).missing


@pytest.mark.parametrize(
    ("procedure", "what"),
    [
        (CONSTITUTIONAL, {"given": ADDITION}),
        (CONSTITUTIONAL, {"given": ADDITION, "readings": ["six_months=exactly"]}),
        (CONSTITUTIONAL, {"given": ADDITION, "date": date(2003, 2, 27)}),
        (LAW, {"given": A_LAW, "matter": "94.I.15"}),
        (LAW, {"given": A_LAW, "matter": "94.I.3", "readings": ["override_majority=obtained"]}),
        (PRIME_MINISTER, {}),
        ("az-1995/martial_law", {}),
        ("az-1995/state_budget", {}),
        ("az-1995/use_of_armed_forces", {}),
    ],
)
def test_no_act_is_late_or_early_by_our_making(
    procedure: str, what: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Judgement] = []
    follow = branches.Branches._next

    def followed(self: branches.Branches, found: Judgement) -> Any:
        seen.append(found)
        return follow(self, found)

    monkeypatch.setattr(branches.Branches, "_next", followed)
    found = asked(procedure, chamber(61, [Fraction(1, 2)] * 40), **what)
    assert max(len(each.case.acts) for each in seen) > 1
    assert not any(each.breaches for each in seen)
    assert not any("No day was found" in each for each in found.assumes)


@pytest.mark.needs_durable_rules
def test_the_inference_engine_comes_to_the_same() -> None:
    what: dict[str, Any] = {"given": A_LAW, "matter": "94.I.15", "readings": ["override_majority=obtained"]}
    plain, inferred = (
        course_chances(LAW, chamber(79, THIRDS), engine=engine, **what).as_dict() for engine in ("meaning", "durable")
    )
    assert {**plain, "engine": ""} == {**inferred, "engine": ""}


def test_the_answer_says_what_it_takes_for_granted() -> None:
    found = asked(PRIME_MINISTER, chamber(61, THIRDS))
    assert any("do not depend on each other" in each for each in found.assumes)
    assert any("took office" in each for each in found.assumes)
