"""Under which readings a vote passes: all, some or none of them, alone and together."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

import majlis
from majlis.questions.figures.not_known import DEPENDS, FAILS, NOT_SETTLED, PASSES
from majlis.questions.figures.under_readings import UnderReadings, under_readings
from majlis.questions.standing import Standing, standing
from majlis.questions.votes.vote import OtherReading

LAW = standing("az-1995/law")
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
    assert (found.answer == "some") == (PASSES in several and len(several) > 1)
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
