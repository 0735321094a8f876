"""What of the texts is encoded: every clause that was found is accounted for, and nothing hangs in the air."""

from __future__ import annotations

from functools import cache

from majlis.questions.check import ENCODED, LEFT_OUT, Checked, check

# At least half of what was found is decided by a rule: all of what sets majorities, days, terms, eligibility and order.
ALWAYS_ENCODED = {"threshold", "deadline", "interval", "term", "eligibility", "succession", "sequence"}


@cache
def checked() -> Checked:
    return check()


def test_the_content_is_sound() -> None:
    assert [str(each) for each in checked().faults] == []


def test_every_clause_that_the_survey_found_is_accounted_for() -> None:
    found = checked()
    assert found.count(ENCODED) + found.count(LEFT_OUT) == len(found.clauses) == 326


def test_at_most_forty_five_in_a_hundred_clauses_are_left_out() -> None:
    found = checked()
    assert 100 * found.count(LEFT_OUT) <= 45 * len(found.clauses)


def test_what_sets_a_majority_a_day_a_term_or_an_order_is_left_out_only_for_want_of_a_text_or_of_a_decision() -> None:
    left_out = [each for each in checked().clauses if each.fate == LEFT_OUT and each.kind in ALWAYS_ENCODED]
    assert [each.name for each in left_out if each.reason not in ("no_text", "statute")] == []
