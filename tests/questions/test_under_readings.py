"""Under which readings a vote passes: all, some or none of them, alone and together."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import majlis
from majlis.questions.figures.not_known import DEPENDS, FAILS, NOT_SETTLED, NOTHING_DUE, PASSES
from majlis.questions.figures.under_readings import UnderReadings, under_readings
from majlis.questions.standing import Standing, standing
from majlis.questions.votes.vote import OtherReading
from majlis.render.page import Line, Page
from majlis.render.votes.vote_drawn import drawn
from majlis.render.votes.vote_not_known import bounds, under_each_reading
from majlis.render.votes.vote_not_known import under_readings as said

LAW = standing("az-1995/law")
VOTE = majlis.would_pass("az-1995/law", matter="94.I.3", in_favour=90, engine="meaning")
ANSWERS = st.sampled_from([PASSES, FAILS, DEPENDS, NOT_SETTLED])


def other(question: str, reading: str) -> OtherReading:
    return OtherReading(question, "", "plain", reading, "", passes=None, required=None, turns=False)


def under(answers: dict[tuple[str, str], str], most: int = 64) -> UnderReadings:
    """Two questions, each with the reading that is taken and another one, and the answer under each pair."""

    def answer(law: Standing) -> str:
        chosen = dict(law.choices)
        return answers[chosen.get("one", "plain"), chosen.get("two", "plain")]

    return under_readings(LAW, [other("one", "other"), other("two", "other")], answer, most)


PAIRS = tuple(product(("plain", "other"), repeat=2))


@given(st.fixed_dictionaries(dict.fromkeys(PAIRS, ANSWERS)))
def test_every_combination_is_tried_and_told_in_one_word(answers: dict[tuple[str, str], str]) -> None:
    found = under(answers)
    assert found.complete
    assert {(each.readings["one"], each.readings["two"]): each.answer for each in found.combinations} == answers
    several = set(answers.values())
    if found.answer in ("all", "none"):
        assert several == {PASSES if found.answer == "all" else FAILS}
    assert (found.answer == "some") == ({PASSES, FAILS} <= several)
    assert (found.answer == "none fails") == (PASSES in several and FAILS not in several and len(several) > 1)
    assert (found.answer == "none passes") == (FAILS in several and PASSES not in several and len(several) > 1)
    assert ("one" in found.turning) == any(answers["plain", two] != answers["other", two] for two in ("plain", "other"))


def test_a_combination_names_the_readings_that_were_not_taken() -> None:
    found = under({pair: PASSES if pair == ("other", "plain") else FAILS for pair in PAIRS})
    assert (found.answer, [each.others for each in found.having(PASSES)]) == ("some", [{"one": "other"}])
    assert found.having(FAILS)[0].others == {}


def test_readings_may_turn_a_vote_only_together() -> None:
    found = under({pair: PASSES if pair == ("other", "other") else FAILS for pair in PAIRS})
    assert (found.answer, set(found.turning)) == ("some", {"one", "two"})


def test_where_there_are_too_many_each_is_tried_by_itself() -> None:
    found = under(dict.fromkeys(PAIRS, PASSES), most=3)
    assert not found.complete
    assert [each.others for each in found.combinations] == [{}, {"one": "other"}, {"two": "other"}]


def test_a_law_that_has_no_such_step_settles_nothing() -> None:
    def answer(law: Standing) -> str:
        if law.choices:
            raise majlis.InputError("no such step")
        return PASSES

    found = under_readings(LAW, [other("one", "other")], answer)
    assert [each.answer for each in found.combinations] == [PASSES, NOT_SETTLED]


def test_another_edition_is_tried_where_its_first_day_is_doubtful() -> None:
    found = under_readings(
        LAW, [other("first_day.2009", "earliest")], lambda law: PASSES if law.edition == "2009" else FAILS
    )
    assert [each.answer for each in found.combinations] == [FAILS, PASSES]


def test_a_vote_without_readings_passes_under_all_if_it_passes() -> None:
    assert under_readings(LAW, [], lambda _: PASSES).answer == "all"
    assert under_readings(LAW, [], lambda _: FAILS).answer == "none"
    assert under_readings(LAW, [], lambda _: DEPENDS).answer == DEPENDS


def pairs(*answers: str) -> UnderReadings:
    return under(dict(zip(PAIRS, answers, strict=True)))


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ((PASSES, PASSES, PASSES, PASSES), "It passes under every reading."),
        ((FAILS, FAILS, FAILS, FAILS), "It fails under every reading."),
        ((FAILS, FAILS, FAILS, NOT_SETTLED), "It fails under some readings and is open under others."),
        ((PASSES, PASSES, NOT_SETTLED, PASSES), "It passes under some readings and is open under others."),
        ((FAILS, PASSES, FAILS, FAILS), "It passes under some readings and fails under others."),
        ((FAILS, PASSES, FAILS, NOT_SETTLED),
         "It passes under some readings, fails under others and is open under others."),
        ((FAILS, NOTHING_DUE, FAILS, FAILS), "It fails under some readings and needs no majority under others."),
        ((DEPENDS, DEPENDS, DEPENDS, DEPENDS), ""),
    ],
)  # fmt: skip
def test_failing_under_other_readings_is_told_from_being_open(answers: tuple[str, ...], sentence: str) -> None:
    assert said(replace(VOTE, under=pairs(*answers))) == sentence


def test_where_not_all_were_combined_every_reading_that_was_tried_is_spoken_of() -> None:
    vote = replace(VOTE, under=under(dict.fromkeys(PAIRS, FAILS), most=3))
    assert said(vote) == "It fails under every reading that was tried."


def lines(found: UnderReadings, *told: str) -> list[str]:
    readings = tuple(replace(other(each, "other"), turns=each in told, asks=f"{each}?") for each in ("one", "two"))
    page = Page()
    under_each_reading(page, replace(VOTE, under=found, readings=readings))
    return ["".join(part.text for part in each.parts).strip() for each in page.blocks if isinstance(each, Line)]


def test_a_question_that_turns_the_vote_is_told_with_each_of_its_readings() -> None:
    found = pairs(PASSES, PASSES, DEPENDS, DEPENDS)
    assert lines(found)[-3:] == ["one? (one)", "plain: it passes.", "other: it depends on what is not known."]


def test_a_question_that_is_told_already_is_not_told_again() -> None:
    assert lines(pairs(PASSES, PASSES, FAILS, FAILS), "one") == []


def test_readings_that_turn_it_only_together_are_named_together() -> None:
    assert lines(pairs(FAILS, FAILS, FAILS, PASSES))[-1] == "other (one) and other (two), together: it passes."


def test_bounds_have_their_thousands_apart() -> None:
    found = majlis.would_pass(
        "az-1995/presidential_election", votes={"A": 990_000, "B": 980_000}, participants="2000000..2100000",
        engine="meaning",
    )  # fmt: skip
    assert bounds(found) == "2,000,000..2,100,000 participants"


def test_a_bar_of_votes_against_alone_has_all_seats() -> None:
    picture = drawn(majlis.would_pass("az-1995/confidence_vote", against=63, engine="meaning"), "")
    assert picture is not None
    assert (picture.count.whole, picture.counted) == (125, (0, 62))


def test_votes_against_that_are_counted_are_called_so() -> None:
    for figure in (60, "50..70"):
        found = majlis.would_pass(
            "az-1995/confidence_vote", against=figure, readings=["confidence_side=to_refuse"], engine="meaning"
        )  # fmt: skip
        picture = drawn(found, "")
        assert picture is not None
        assert (picture.counted_as, picture.count.whole) == ("against", 125)
