"""The lists show what can matter, and find cases by procedure and by folder."""

from __future__ import annotations

import pytest

from majlis.errors import InputError
from majlis.questions.listing import list_procedures, list_scenarios

LISTED = {each.procedure: each for each in list_procedures()}


def test_a_procedure_that_fixes_a_fact_lists_no_step_outcome_or_fact_that_then_cannot_matter() -> None:
    amnesty = LISTED["az-1995/amnesty"]
    assert amnesty.steps == ("introduction", "citizens_draft", "vote", "publication")
    assert amnesty.outcomes == ("in_force", "rejected")
    assert tuple(amnesty.facts) == ("changed", "consented", "specific_order")


def test_a_procedure_that_fixes_none_lists_all_that_its_file_has() -> None:
    assert {"form", "dismissal_vote"} <= set(LISTED["az-1995/decree"].steps)
    assert {"court_set_up", "matter"} <= set(LISTED["az-1995/decree"].facts)


@pytest.mark.parametrize("name", LISTED)
def test_every_procedure_has_steps_and_ends(name: str) -> None:
    assert LISTED[name].steps
    assert LISTED[name].outcomes


def test_the_cases_of_a_folder_are_those_that_stand_in_it() -> None:
    found = list_scenarios("az-1995/history")
    assert found
    assert all(each.file.startswith("scenarios/az-1995/history/") for each in found)


def test_the_cases_of_a_procedure_are_found_in_every_folder() -> None:
    folders = {each.file.split("/")[2] for each in list_scenarios("az-1995/referendum")}
    assert folders == {"history", "referendum"}


def test_a_name_that_is_neither_procedure_nor_folder_names_the_nearest() -> None:
    with pytest.raises(
        InputError, match=r"unknown procedure or folder 'az-1995/histori'\. Did you mean az-1995/history\?"
    ):
        list_scenarios("az-1995/histori")
