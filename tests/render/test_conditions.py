"""Conditions in words, as they stand in charts and pages."""

from __future__ import annotations

import pytest

from majlis.law.library import constitutions, law
from majlis.render.conditions import condition_words

ASKS = {"foreign": "Is it foreign?"}


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("known(foreign) and foreign", 'the answer to "Is it foreign?" is yes'),
        (
            'matter == "5.I.1" or known(foreign) and foreign',
            'the matter is 5.I.1 or the answer to "Is it foreign?" is yes',
        ),
        ('matter == "5.I.1" or known(term_end) and foreign', ""),
        ("known(foreign)", ""),
    ],
)
def test_that_a_fact_is_known_goes_without_saying_where_the_fact_itself_is_asked_for(
    condition: str, words: str
) -> None:
    assert condition_words(condition, {}, ASKS) == words


def test_when_a_majority_is_due_can_always_be_said_in_words() -> None:
    norms = [norm for name in constitutions() for norm in law(name).norms()]
    due = [(norm.cite, each.when) for norm in norms for each in norm.entry.majority if each.when]
    assert due
    assert [(cite, when) for cite, when in due if not condition_words(when, {})] == []
