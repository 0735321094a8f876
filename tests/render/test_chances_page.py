"""How chances read: never certain where they are not, and with all that was taken for granted."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.questions.course_chances import course_chances
from majlis.render.page import Page
from majlis.render.printer import show
from majlis.render.votes.chances import between, chances_page, percent, vote_chances
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.chances import votes_in_favour
from majlis.voting.distribution import Distribution
from majlis.voting.majority import Position

P = Position
HALF = Fraction(1, 2)


def house(sure: int, unsure: int) -> Chamber:
    blocs = (
        Bloc("sure", sure, P.IN_FAVOUR),
        Bloc("unsure", unsure, chances={P.IN_FAVOUR: HALF, P.AGAINST: HALF}),
        Bloc("against", 125 - sure - unsure, P.AGAINST),
    )
    return Chamber(blocs, title="Invented chamber")


def printed(page: Page) -> str:
    out = io.StringIO()
    show(page, out, width=200)
    return out.getvalue()


def course(procedure: str, chamber: Chamber, **what: Any) -> str:
    page = Page()
    chances_page(page, course_chances(f"az-1995/{procedure}", chamber, engine="meaning", **what))
    return printed(page)


@given(st.floats(0, 1))
def test_a_hundred_and_nothing_are_said_only_of_what_is_certain(chance: float) -> None:
    said = percent(chance)
    assert (said == "100%") == (chance == 1)
    assert (said == "0%") == (chance == 0)
    assert said not in ("100.0%", "0.0%")


@given(st.floats(0.001, 0.999))
def test_a_chance_is_said_to_a_tenth_of_a_hundredth(chance: float) -> None:
    assert abs(float(percent(chance).removesuffix("%")) / 100 - chance) <= 0.0005 + 1e-9


@pytest.mark.parametrize(
    ("lowest", "highest", "said"),
    [
        (0.25, 0.25, "25.0%"), (0.25, 0.25 + 1e-9, "25.0%"), (0, 1, "anything from 0% to 100%"), (0, 0.5, "at most 50.0%"),
        (0.5, 1, "at least 50.0%"), (0.25, 0.5, "25.0% to 50.0%"), (1, 1, "100%"), (0, 0, "0%"),
        (1e-9, 1e-9, "under 0.1%"), (0, 1e-9, "under 0.1%"), (1 - 1e-9, 1 - 1e-9, "over 99.9%"),
    ],
)  # fmt: skip
def test_bounds_read_as_bounds(lowest: float, highest: float, said: str) -> None:
    assert between(lowest, highest) == said


def test_a_course_tells_its_ends_its_ways_and_what_can_be_given() -> None:
    page = course("prime_minister_appointment", house(61, 3))  # 63 are needed: 1/2
    assert "The Prime Minister is appointed." in page
    assert "at least 96.9%" in page  # all but five refusals
    assert "Consent, rounds 1 to 5  50.0%" in page
    assert "50.0%: consent: 63 to 64 in favour, passes. The Prime Minister is appointed." in page
    assert "consent.appointment=P" in page
    assert "do not depend on each other" in page
    assert "Invented chamber, 125 seats" in page


def test_what_is_missing_is_asked_for_as_it_is_typed_and_nothing_else_is_told() -> None:
    page = course("constitutional_law", house(93, 4))
    assert "--field introduction.by=..." in page
    assert "--given kind=..." in page
    assert "100%" not in page
    assert "Taken for granted" not in page
    assert "--matter=..." in course("decree", house(93, 4))


def test_where_a_part_is_missing_the_rest_is_told() -> None:
    page = course("referendum", house(50, 30))
    assert "A part of this is not known without more: --given proposed_by=..., --given subject=..." in page
    assert "The Milli Majlis does not call the referendum." in page
    assert "Taken for granted" in page


def test_ways_by_choice_stand_apart_and_one_that_is_certain_by_choice_has_no_percentage() -> None:
    given = {"matter": "94.I.15", "introduction.by": "deputy"}
    page = course("law", house(63, 20), given=given)  # the first vote is sure to pass
    _, _, by_choice = page.partition("By choice, so that these do not add up:")
    assert "if so chosen: vote: 63 to 83 in favour, passes; decision: signature." in by_choice
    assert "if so chosen, under 0.1%: vote: 63 to 83 in favour, passes; decision: return; repeat vote: 83" in by_choice
    assert "100%" not in page.partition("How it comes about")[2]
    assert "each less likely" not in page
    drawn = course("law", house(63, 20), given=given, choices={"decision.return": "1/2"})
    assert "By choice" not in drawn
    assert "50.0%: vote: 63 to 83 in favour, passes; decision: signature." in drawn


def test_ways_that_are_not_shown_are_none_of_them_likelier() -> None:
    chances = {"consent.1.appointment": "1/4", "consent.2.appointment": "1/4", "consent.appointment": "1/4"}
    page = course("prime_minister_appointment", house(0, 125), choices=chances)
    told = [float(line.split("%")[0]) for line in page.splitlines() if "%: consent" in line and "under" not in line]
    assert told == sorted(told, reverse=True)
    assert "And 2 more, none of them likelier." in page


def test_a_step_that_follows_another_is_told_as_coming_after_it() -> None:
    page = course("prime_minister_appointment", house(61, 3), choices={"consent.3.appointment": 1})
    assert "after consent 3: appointment. The Prime Minister is appointed." in page
    assert "; consent 3: appointment" not in page


def test_numbers_that_are_equally_likely_are_all_named() -> None:
    one = Bloc("one", 125, chances={P.IN_FAVOUR: HALF, P.AGAINST: HALF}, discipline=Fraction(1))
    page = Page()
    vote_chances(page, [("63 votes", 0.5, 0.5)], votes_in_favour(Chamber((one,))))
    assert "most likely 0 or 125; at least 90% of the chance lies from 0 to 125." in printed(page)


def test_many_numbers_that_are_equally_likely_are_counted() -> None:
    page = Page()
    vote_chances(page, [("3 votes", 0.5, 0.5)], Distribution(2, (0.2,) * 5))
    assert "most likely one of 5 numbers from 2 to 6, equally likely" in printed(page)


def test_a_silence_and_a_step_that_nobody_takes_are_ends_as_well() -> None:
    page = course(
        "constitutional_law", house(93, 3), given={"introduction.by": "president", "kind": "addition"},
        choices={"first_decision.return": "0.5", "second_vote.missed": "0.5"},
    )  # fmt: skip
    assert "Open at first decision: The text does not say whether a return" in page
    assert "Nobody takes the step that is awaited: second vote." in page
    assert "first decision: return" in page
    assert "second vote: missed" in page
    assert "first_decision.return 50.0%" in page


def test_one_vote_tells_each_majority_and_the_votes_to_expect() -> None:
    page = Page()
    vote_chances(page, [("95 votes", 0.5, 0.5), ("63 votes", 1.0, 1.0)], votes_in_favour(house(93, 4)))
    text = printed(page)
    assert "95 votes  50.0%" in text
    assert "63 votes  100%" in text
    assert "95.0 votes in favour on average, most likely 95; at least 90% of the chance lies from 93 to 96." in text


def test_a_vote_that_is_settled_is_not_told_as_a_chance() -> None:
    page = Page()
    vote_chances(page, [("63 votes", 1.0, 1.0)], votes_in_favour(Chamber((Bloc("sure", 70, P.IN_FAVOUR),))))
    assert "70 votes in favour in any case." in printed(page)
