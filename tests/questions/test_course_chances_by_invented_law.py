"""Chances where one vote is held against another, by laws made up for it."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb
from typing import TYPE_CHECKING, Any

import pytest

from majlis.questions.course_chances import course_chances
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.questions.chances.likely_course import CourseChances

P = Position
NEAR = 1e-12
SEATS, OPEN = 11, 6
THIRD = Fraction(1, 3)
# Five are sure, and each of six votes in favour with a chance of one third.
COUNCIL = Chamber(
    (Bloc("sure", SEATS - OPEN, P.IN_FAVOUR), Bloc("open", OPEN, chances={P.IN_FAVOUR: THIRD, P.AGAINST: 1 - THIRD}))
)
BINOMIAL = {
    SEATS - OPEN + k: comb(OPEN, k) * THIRD**k * (1 - THIRD) ** (OPEN - k) for k in range(OPEN + 1)
}  # how likely each number in favour is
VOCABULARY = """
    acts:
      motion: {says: Somebody moves.}
      ballot:
        says: The Council votes.
        fields:
          in_favour: {type: count, position: in_favour, at_most: {seats_of: council}, asks: "How many?"}
          against: {type: count, position: against, at_most: {seats_of: council}, asks: "How many?"}
      seal: {says: The Monarch seals.}
"""


@pytest.fixture
def isle_that_votes(isle: Isle) -> Isle:
    isle.write("rules/isle/vocabulary.yaml", VOCABULARY)
    return isle


def asked(**what: Any) -> CourseChances:
    return course_chances("isle/trial", COUNCIL, edition="1950", engine="meaning", **what)


def chance(found: CourseChances, what: str) -> float:
    end = found.end(what)
    return end.lowest if end else 0.0


def over(needed: int) -> Fraction:
    return sum((weight for number, weight in BINOMIAL.items() if number >= needed), Fraction(0))


def test_a_vote_that_must_exceed_an_earlier_one_is_held_against_each_of_its_numbers(isle_that_votes: Isle) -> None:
    isle = isle_that_votes
    isle.rule(
        "cite: 2.I, kind: threshold, says: More than before., of: ballot.in_favour, "
        "more_than: {share: 1/1, of: first.in_favour}"
    )
    isle.procedure("""
        - {step: first, act: ballot, governed_by: [1.I], passed: second, failed: lost}
        - {step: second, act: ballot, governed_by: [{cite: 2.I, ballot: second}], passed: won, failed: lost}
    """)
    both = product(BINOMIAL.items(), repeat=2)
    won = sum((p * q for (first, p), (second, q) in both if first >= 6 and second > first), Fraction(0))
    found = asked()
    assert chance(found, "won") == pytest.approx(float(won), abs=NEAR)
    assert chance(found, "lost") == pytest.approx(float(1 - won), abs=NEAR)
    second = next(each for each in found.votes if each.step == "second")
    assert (second.lowest, second.highest) == pytest.approx((0, float(over(7))), abs=NEAR)


def test_numbers_apart_are_not_told_as_one_run(isle_that_votes: Isle) -> None:
    isle = isle_that_votes
    isle.rule("cite: 2.I, kind: eligibility, says: Seven and no other., requires: first.in_favour == 7")
    isle.procedure("""
        - {step: first, act: ballot, governed_by: [1.I], passed: second, failed: lost}
        - {step: second, act: seal, governed_by: [2.I], passed: won, failed: lost}
    """)
    found = asked()
    assert chance(found, "won") == pytest.approx(float(BINOMIAL[7]), abs=NEAR)
    runs = {(way.turns[0].least, way.turns[0].most, way.end.what): way.chance for way in found.ways}
    assert runs == {
        (5, 5, "lost"): pytest.approx(float(BINOMIAL[5]), abs=NEAR),
        (6, 6, "lost"): pytest.approx(float(BINOMIAL[6]), abs=NEAR),
        (7, 7, "won"): pytest.approx(float(BINOMIAL[7]), abs=NEAR),
        (8, 11, "lost"): pytest.approx(float(over(8)), abs=NEAR),
    }


def test_the_last_round_of_a_vote_is_looked_back_at(isle_that_votes: Isle) -> None:
    isle = isle_that_votes
    isle.rule("cite: 2.I, kind: eligibility, says: Eight at last., requires: trying.in_favour >= 8")
    isle.procedure("""
        - {step: motion, done: trying}
        - {step: trying, act: ballot, governed_by: [1.I], passed: sealing, failed: motion}
        - {step: sealing, act: seal, governed_by: [2.I], passed: won, failed: lost}
    """)
    again = sum((float(1 - over(6)) ** number for number in range(5)), 0.0)
    found = asked()
    assert chance(found, "won") == pytest.approx(float(over(8)) * again, abs=NEAR)
    assert chance(found, "lost") == pytest.approx(float(over(6) - over(8)) * again, abs=NEAR)
    assert chance(found, "motion") == pytest.approx(float(1 - over(6)) ** 5, abs=NEAR)


def test_a_track_that_hangs_on_a_missing_fact_makes_the_end_unknown(isle_that_votes: Isle) -> None:
    isle = isle_that_votes
    isle.rule("cite: 2.I, kind: eligibility, says: It is fine., requires: fine")
    isle.procedure(
        """
        - {step: motion, done: {both: [check, voting]}}
        - {step: check, tests: [2.I], passed: won, failed: lost}
        - {step: voting, act: ballot, governed_by: [1.I], passed: kept, failed: dropped}
        """,
        facts='{fine: {type: boolean, asks: "Is it fine?"}}',
        outcomes="won, lost, kept, dropped",
    )
    found = asked()
    assert [(each.end.kind, each.end.what) for each in found.ends] == [("unknown", "fine")]
    assert found.missing == ("fine",)
    assert {each.end.what for each in asked(given={"fine": True}).ends} == {"won"}


def test_two_tracks_are_both_followed_and_the_case_ends_at_its_outcome(isle_that_votes: Isle) -> None:
    isle = isle_that_votes
    isle.procedure("""
        - {step: motion, done: {both: [voting, sealing]}}
        - {step: voting, act: ballot, governed_by: [1.I], passed: won, failed: {silent: Nothing is said.}}
        - {step: sealing, act: seal, done: {silent: Nothing is said of it.}}
    """)
    found = asked()
    assert chance(found, "won") == pytest.approx(float(over(6)), abs=NEAR)
    assert sum(each.lowest for each in found.ends) == pytest.approx(1, abs=NEAR)
