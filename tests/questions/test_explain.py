"""A provision across its editions."""

from __future__ import annotations

import pytest

from majlis.errors import InputError
from majlis.law.library import constitutions, law
from majlis.questions.explain import explain
from majlis.questions.listing import list_provisions


def test_editions_with_equal_law_stand_together() -> None:
    (found,) = explain("94.II")
    assert [state.editions for state in found.states] == [("1995", "2002", "2009", "2016")]


def test_a_change_says_what_was_before() -> None:
    (found,) = explain("101.I")
    assert [state.editions for state in found.states] == [("1995", "2002", "2009"), ("2016",)]
    assert found.states[1].changes == ("length was 5 years",)


def test_added_actors_are_named() -> None:
    found = explain("96.I")[0]
    assert [state.changes for state in found.states] == [
        (),
        ("added: procurators office",),
        ("added: citizens",),
    ]


def test_a_provision_that_an_edition_has_not_leaves_it_out() -> None:
    (found,) = explain("96.I:signatures")
    assert [state.editions for state in found.states] == [("2009", "2016")]


def test_readings_come_with_their_sources_and_the_default_is_marked() -> None:
    found = explain("110.II")[0]
    assert [(each.reading, each.default) for each in found.readings] == [
        ("required", True),
        ("obtained", False),
    ]
    assert all(each.source for each in found.readings)


def test_the_default_of_a_shared_question_is_shown_where_the_provision_does_not_state_it() -> None:
    found = explain("110.I")[0]
    assert [(each.reading, each.default) for each in found.readings if each.question == "counting"] == [
        ("day_after", True),
        ("same_day", False),
    ]


def test_uses_say_how_and_bring_the_silences_of_the_step() -> None:
    found = explain("110.I")[0]
    use = next(each for each in found.uses if (each.procedure, each.step) == ("az-1995/law", "decision"))
    assert use.how == "governs"
    assert len(use.silences) == 2
    assert {each.how for each in explain("93.I")[0].uses} == {"says who acts in"}
    assert {each.how for each in explain("105")[0].uses} >= {"names the line of"}
    assert {each.how for each in explain("107.I")[0].uses} == {"decides"}


@pytest.mark.parametrize("name", [f"{name}/{article}" for name in constitutions() for article in law(name).articles()])
def test_every_article_can_be_explained(name: str) -> None:
    assert all(each.states and each.where.endswith(tuple("0123456789")) for each in explain(name))


def test_every_provision_is_listed_in_each_edition_that_has_it() -> None:
    listed = {(row.provision, edition) for row in list_provisions() for edition in row.editions}
    stated = {
        (f"{name}/{norm.cite}", edition)
        for name in constitutions()
        for norm in law(name).norms()
        for edition in law(name).editions
        if norm.at(edition, {})
    }
    assert listed == stated


def test_an_unknown_citation_names_the_nearest() -> None:
    with pytest.raises(InputError, match=r"Did you mean"):
        explain("110.IX")
