"""All 341,376 ways to split 125 seats, for every majority of every edition, against a statement made apart from it.

The rules are read for every edition. What a majority counts is worked out once more here, by hand, from the
positions; and the condition that the engines read is held against it for every pair of a count and its base.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from majlis.law.constitution import add_list
from majlis.law.library import law
from majlis.logic.tree import Name
from majlis.logic.truth import truth
from majlis.procedure.library import procedures
from majlis.questions.standing import Standing, standing
from majlis.questions.votes.majorities import majorities
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from majlis.procedure.program import Finding
    from majlis.voting.majority import Majority

HOUSE = 125
EDITIONS = law("az-1995").editions
Stand = tuple[
    int, int, int, int
]  # in favour (for the one who leads), against (for others), abstaining (invalid), absent


@cache
def at_least(votes: int) -> Callable[[Stand], bool]:
    return lambda seats: seats[0] >= votes


def over_half_of_those_voting(seats: Stand) -> bool:
    voting = seats[0] + seats[1] + seats[2]
    return voting > 0 and Fraction(seats[0], voting) > Fraction(1, 2)


def two_thirds_of_all_members(seats: Stand) -> bool:
    return sum(seats) == 0 or Fraction(seats[0], sum(seats)) >= Fraction(2, 3)


def two_thirds_of_the_ballots(seats: Stand) -> bool:
    cast = sum(seats[:3])
    return cast == 0 or Fraction(seats[0], cast) >= Fraction(2, 3)


# Each provision that counts votes in favour, with its majorities in the order in which the provision names them.
BY_HAND: dict[str, list[Callable[[Stand], bool]]] = {
    "94.II": [at_least(83), at_least(63)],
    "95.II:law": [at_least(63)],
    "95.II:decree": [at_least(63)],
    "95.III": [at_least(63)],
    "104.III": [at_least(6)],
    "107.II": [at_least(95)],
    "110.II": [at_least(95), at_least(83)],
    "128.V": [at_least(83), at_least(63)],
    "128.V:other": [at_least(63)],
    "156.I": [at_least(95)],
    "145.II": [over_half_of_those_voting],
    "145.III": [two_thirds_of_all_members],
    "101.II": [over_half_of_those_voting],  # of the ballots that were cast, those that are not valid included
    "101.II:two-thirds": [two_thirds_of_the_ballots],
}
# Counts of other things than votes, and the second round, whose base is the votes of a rival.
NO_SPLIT = {"87.III", "88.II:deputies", "88.IV", "96.I:signatures", "98-1.I:submissions", "101.IV", "157:deputies"}


@cache
def splits() -> list[Stand]:
    house = range(HOUSE + 1)
    return [
        (favour, against, other, HOUSE - favour - against - other)
        for favour in house
        for against in range(HOUSE + 1 - favour)
        for other in range(HOUSE + 1 - favour - against)
    ]


@cache
def counted(edition: str) -> dict[tuple[str, int], tuple[Standing, Finding, Majority]]:
    """Every majority of an edition, by its provision and its place in it, with one step at which it is asked for."""
    found: dict[tuple[str, int], tuple[Standing, Finding, Majority]] = {}
    for name in procedures():
        if name.partition("/")[0] != "az-1995":
            continue
        for standing_law in _readings(name, edition):
            for finding in standing_law.program.findings:
                for place, majority in enumerate(majorities(standing_law, finding) if finding.majorities else ()):
                    found.setdefault((finding.provision.cite, place), (standing_law, finding, majority))
    return found


def _readings(name: str, edition: str) -> Iterator[Standing]:
    """A procedure under its default readings, and one whose norm governs under another reading only."""
    yield standing(name, edition=edition)
    if name == "az-1995/judge_dismissal":
        yield standing(name, edition=edition, readings=["crime_only"])


def test_a_house_can_be_split_in_so_many_ways() -> None:
    assert len(splits()) == len(set(splits())) == 341_376


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_majority_of_the_edition_is_held_against_a_second_statement(edition: str) -> None:
    assert {cite for cite, _ in counted(edition)} <= set(BY_HAND) | NO_SPLIT
    for cite, place in counted(edition):
        assert cite in NO_SPLIT or place < len(BY_HAND[cite])


def test_every_second_statement_is_used() -> None:
    assert set(BY_HAND) | NO_SPLIT == {cite for edition in EDITIONS for cite, _ in counted(edition)}


def _distinct() -> set[tuple[Majority, Callable[[Stand], bool]]]:
    """The majorities that differ, each with its second statement: what is the same in two editions is tried once."""
    every = [item for edition in EDITIONS for item in counted(edition).items() if item[0][0] not in NO_SPLIT]
    return {(majority, BY_HAND[cite][place]) for (cite, place), (_, _, majority) in every}


def test_every_split_of_the_house_passes_or_fails_as_the_second_statement_says() -> None:
    for majority, by_hand in _distinct():
        held = majority.base.holds if majority.base else majority.counted.holds
        third = Position.INVALID if Position.INVALID in held else Position.ABSTAINING
        order = (Position.IN_FAVOUR, Position.AGAINST, third, Position.ABSENT)
        wrong = [
            seats for seats in splits() if majority.reached(dict(zip(order, seats, strict=True))) is not by_hand(seats)
        ]
        assert wrong == [], majority


# Facts under which a provision asks for one of its majorities and not for another.
FACTS: dict[tuple[str, int], dict[str, Any]] = {
    ("94.II", 0): {"matter": "94.I.3"},
    ("94.II", 1): {"matter": "94.I.15"},
    ("110.II", 0): {"matter": "94.I.3", "applies.94.II@vote.1": True},
    ("110.II", 1): {"matter": "94.I.15", "applies.94.II@vote.1": True, "applies.95.II:law@vote.1": False},
    ("128.V", 0): {"court": "supreme"},
    ("128.V", 1): {"court": "other"},
}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_condition_that_engines_read_says_the_same_for_every_count_and_base(edition: str) -> None:
    for (cite, place), (_, finding, majority) in counted(edition).items():
        facts = dict(FACTS.get((cite, place), {}))
        add_list(facts)
        base = finding.majorities[place].base
        assert isinstance(finding.counted, Name)
        for count, of in product(range(HOUSE + 1), range(HOUSE + 1) if isinstance(base, Name) else (0,)):
            values = {**facts, finding.counted.path: count} | ({base.path: of} if isinstance(base, Name) else {})
            assert truth(finding.test, values) is (majority.slack(count, of) >= 0), (cite, count, of)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_number_that_is_needed_is_tight(edition: str) -> None:
    """One vote fewer would not do, whatever the base; and with so many it passes."""
    for majority in {majority for _, _, majority in counted(edition).values()}:
        for base in range(HOUSE + 1):
            needed = majority.least(base)
            assert majority.slack(needed, base) >= 0 > majority.slack(needed - 1, base)
