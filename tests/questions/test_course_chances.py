"""The chance of a whole procedure: by formula, by deciding every pair of counts, and within its bounds."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from invented_law import forget

from majlis.errors import InputError
from majlis.law.places import VARIABLE
from majlis.questions.chances import branches
from majlis.questions.chances.choices import Choices
from majlis.questions.course_chances import course_chances
from majlis.questions.decide import Decider
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.chances.likely_course import CourseChances
    from majlis.questions.judgement import Judgement

P = Position
SEATS = 125
NEAR = 1e-12
THIRDS = [Fraction(1, 3), Fraction(2, 3), Fraction(1, 2), Fraction(3, 4)]
A_LAW = {"introduction.by": "deputy"}
ADDITION = {"introduction.by": "president", "kind": "addition"}
CONSTITUTIONAL, LAW, PRIME_MINISTER = (
    f"az-1995/{name}" for name in ("constitutional_law", "law", "prime_minister_appointment")
)


def chamber(sure: int, chances: list[Fraction], seats: int = SEATS) -> Chamber:
    """So many who are surely in favour, members with a chance each, and the rest against."""
    members = [
        Bloc(f"member {number}", 1, chances={P.IN_FAVOUR: chance, P.AGAINST: 1 - chance})
        for number, chance in enumerate(chances)
    ]
    against = Bloc("against", seats - sure - len(chances), P.AGAINST)
    return Chamber((Bloc("sure", sure, P.IN_FAVOUR), *members, against))


def in_favour(sure: int, chances: list[Fraction]) -> dict[int, Fraction]:
    """The chance of each number in favour, by going through every way to vote."""
    found: Counter[int] = Counter()
    for votes in product((0, 1), repeat=len(chances)):
        weight = Fraction(1)
        for vote, chance in zip(votes, chances, strict=True):
            weight *= chance if vote else 1 - chance
        found[sure + sum(votes)] += weight  # type: ignore[assignment] # fractions add up as whole numbers do
    return dict(found)  # type: ignore[arg-type] # as above


def at_least(needed: int, sure: int, chances: list[Fraction]) -> Fraction:
    return sum((chance for number, chance in in_favour(sure, chances).items() if number >= needed), Fraction(0))


def asked(procedure: str, house: Chamber, **what: Any) -> CourseChances:
    return course_chances(procedure, house, engine="meaning", **what)


def chance(found: CourseChances, what: str) -> float | None:
    end = found.end(what)
    return end.chance if end else 0.0


def total(found: CourseChances) -> float:
    return sum(each.lowest for each in found.ends)


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


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ({"choices": {"decision.retrn": 0.5}}, "no choice 'decision.retrn'.*decision.return"),
        ({"choices": {"decision.return": 1.2}}, "decision.return: 1.2 is no chance"),
        ({"choices": {"decision.return": "often"}}, "often is no chance"),
        ({"choices": {"decision.return": 0.7, "decision.signature": 0.4}}, "add up to 11/10"),
        ({"choices": {"decision.return": 0.3, "decision.signature": 0.4}}, "add up to 7/10.*decision.missed=3/10"),
        ({"choices": {"vote.vote": 0.3}}, "vote.vote add up to 3/10.*vote.missed=7/10 if it may be missed"),
        ({"choices": {"vote.vote": 0.3, "vote.missed": 0.3}}, "vote.vote, vote.missed add up to 3/5"),
        ({"choices": {"decision.9.return": 0.3}}, "no choice 'decision.9.return'; decision.return comes once"),
        ({"choices": {"decision.01.return": 0.3}}, "no choice 'decision.01.return'"),
        ({"choices": {"decision.return": "1e-99999999999"}}, "1e-99999999999 is no chance"),
        ({"given": {**A_LAW, "vote.in_favour": 126}}, "vote.in_favour: .*126 exceeds the 125 seats"),
        ({"given": {"introduction.bye": "deputy"}}, "no field 'introduction.bye'.*introduction.by"),
        ({"matter": "1.I.1"}, "not about 1.I.1"),
    ],
)
def test_what_cannot_be_used_is_named(what: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=says):
        asked(LAW, chamber(93, THIRDS), **{"matter": "94.I.15", "given": A_LAW, **what})


def test_a_chamber_of_another_size_has_no_vote() -> None:
    with pytest.raises(InputError, match=r"124 seats has no vote in .*milli majlis with 125 seats"):
        asked(LAW, chamber(60, THIRDS, seats=124), matter="94.I.15", given=A_LAW)


def test_an_undecided_bloc_is_named() -> None:
    house = Chamber((Bloc("sure", 60, P.IN_FAVOUR), Bloc("waverers", 65)))
    with pytest.raises(InputError, match=r"chamber: waverers is undecided.*position or chances"):
        asked(LAW, house, matter="94.I.15", given=A_LAW)


def test_a_chamber_may_be_plain_data_or_a_file(tmp_path: Path) -> None:
    blocs = [{"bloc": "A", "seats": 60, "position": "in_favour"}, {"bloc": "B", "seats": 65, "chance": "1/2"}]
    data = {"constitution": "az-1995", "body": "milli_majlis", "blocs": blocs}
    file = tmp_path / "chamber.yaml"
    file.write_text(json.dumps(data), encoding="utf-8")
    by_name, by_path, by_data = (
        course_chances(PRIME_MINISTER, each, engine="meaning") for each in (str(file), file, data)
    )
    half = {P.IN_FAVOUR: Fraction(1, 2), P.AGAINST: Fraction(1, 2)}
    house = Chamber((Bloc("A", 60, P.IN_FAVOUR), Bloc("B", 65, chances=half)))
    assert by_name.ends == by_path.ends == by_data.ends == asked(PRIME_MINISTER, house).ends


@pytest.mark.parametrize("what", [125, None, ["A", "B"]])
def test_what_is_no_chamber_is_refused(what: Any) -> None:
    with pytest.raises(InputError, match="chamber"):
        asked(PRIME_MINISTER, what)


@pytest.fixture
def velmar(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The invented country, whose chambers need a quorum beside a majority of those who say aye or no."""
    monkeypatch.setenv(VARIABLE, str(Path(__file__).parents[1] / "second_country"))
    forget()
    yield
    monkeypatch.undo()
    forget()


@pytest.mark.usefixtures("velmar")
def test_a_majority_beside_a_quorum_is_drawn_with_all_figures_that_count() -> None:
    from majlis.procedure.library import procedure

    seats = procedure("velmar/bill").law.seats("burgher_hall", "2004")
    kinds = (P.IN_FAVOUR, P.AGAINST, P.ABSTAINING, P.ABSENT)
    weights = dict(zip(kinds, (Fraction(2, 5), Fraction(1, 5), Fraction(1, 5), Fraction(1, 5)), strict=True))
    sure, absent = seats // 2 - 3, seats - (seats // 2 - 3) - 4
    ayes = sure // 2
    house = Chamber(
        (
            Bloc("ayes", ayes, P.IN_FAVOUR),
            Bloc("noes", sure - ayes, P.AGAINST),
            *(Bloc(f"member {number}", 1, chances=weights) for number in range(4)),
            Bloc("away", absent, P.ABSENT),
        ),
        body="burgher_hall",
    )
    passes = fails = no_quorum = Fraction(0)
    for votes in product(kinds, repeat=4):
        weight = Fraction(1)
        for vote in votes:
            weight *= weights[vote]
        count = Counter(votes)
        present = sure + 4 - count[P.ABSENT]
        if 2 * present < seats:
            no_quorum += weight
        elif ayes + count[P.IN_FAVOUR] > sure - ayes + count[P.AGAINST]:
            passes += weight
        else:
            fails += weight
    found = asked("velmar/bill", house, given={"tabling.mover": "burgher"})
    (first,) = (each for each in found.votes if (each.step, each.round) == ("reading", 1))
    assert first.lowest == first.highest == pytest.approx(float(passes), abs=NEAR)
    rejected = float(fails) * sum(float(no_quorum) ** number for number in range(5))
    assert chance(found, "rejected") == pytest.approx(rejected, abs=NEAR)
    goes_on = next(each for each in found.ends if each.end.kind == "goes_on")
    assert goes_on.chance == pytest.approx(float(no_quorum) ** 5, abs=NEAR)
