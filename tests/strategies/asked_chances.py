"""Chambers of which some members are sure and others have chances, and questions about whole procedures."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

from majlis.questions.course_chances import course_chances
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from majlis.questions.chances.likely_course import CourseChances

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
