"""Which act belongs to which step: by order and edges alone, never by whether a vote passed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from invented_law import act
from made_scenarios import case_of, raw_scenarios

from majlis.errors import InputError
from majlis.procedure.library import procedure, procedures
from majlis.procedure.lower import course
from majlis.scenario.placement import place

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.scenario.placement import Placed

PM = "az-1995/prime_minister_appointment"


def placed(acts: list[dict[str, Any]], name: str = PM) -> Placed:
    its = procedure(name)
    bound = case_of({"procedure": name, "as_of": "2014-01-01", "acts": acts}).acts
    return place(course(its, "2009", {}), its.file.alongside, bound)


def where(found: Placed) -> dict[str, str]:
    """The date of the act at each step."""
    return {
        here.name: dt.date.fromordinal(act.day).isoformat() if act.day else "unknown" for here, act in found.at.items()
    }


PROPOSED = [act("proposal", "2013-11-01")]
REFUSED = [*PROPOSED, act("vote", "2013-11-05", in_favour=3)]


def test_acts_in_the_order_of_the_procedure_fall_into_its_steps() -> None:
    acts = [
        *REFUSED,
        act("proposal", "2013-11-06"),
        act("vote", "2013-11-09", in_favour=90),
        act("appointment", "2013-11-10"),
    ]
    assert where(placed(acts)) == {
        "proposal.1": "2013-11-01", "consent.1": "2013-11-05", "proposal.2": "2013-11-06", "consent.2": "2013-11-09", "appointment.1": "2013-11-10",
    }  # fmt: skip


def test_whether_a_vote_passed_plays_no_part() -> None:
    for votes in (0, 125):
        acts = [*PROPOSED, act("vote", "2013-11-05", in_favour=votes), act("appointment", "2013-11-06")]
        assert list(where(placed(acts))) == ["proposal.1", "consent.1", "appointment.1"]


def test_after_a_second_proposal_a_vote_belongs_to_the_second_even_if_the_first_had_none() -> None:
    acts = [*PROPOSED, act("proposal", "2013-11-12"), act("vote", "2013-11-13", in_favour=3)]
    assert where(placed(acts)) == {"proposal.1": "2013-11-01", "proposal.2": "2013-11-12", "consent.2": "2013-11-13"}


def test_a_vote_more_than_there_are_proposals_fills_the_step_that_was_passed_over() -> None:
    acts = [
        *PROPOSED,
        act("proposal", "2013-11-12"),
        act("vote", "2013-11-13", in_favour=3),
        act("vote", "2013-11-20", in_favour=4),
    ]
    found = where(placed(acts))
    assert found["consent.2"] == "2013-11-13"
    assert sorted(found.values()) == ["2013-11-01", "2013-11-12", "2013-11-13", "2013-11-20"]


def test_an_act_before_its_trigger_goes_to_the_step_that_was_still_to_come() -> None:
    found = placed([act("vote", "2013-11-01", in_favour=70), act("proposal", "2013-11-05")])
    assert where(found)["consent.1"] == "2013-11-01"
    assert found.nowhere == []


def test_an_act_that_came_too_early_does_not_hide_the_one_that_it_should_have_followed() -> None:
    found = placed([act("vote", "2013-11-01", in_favour=70), act("proposal", "2013-11-05")])
    assert where(found) == {"consent.1": "2013-11-01", "proposal.1": "2013-11-05"}


def test_a_signature_before_any_vote_has_its_place_and_is_for_the_findings() -> None:
    found = placed(
        [act("introduction", "2013-01-01"), act("signature", "2013-02-01"), act("vote", "2013-03-01")], "az-1995/law"
    )
    assert where(found) == {"introduction.1": "2013-01-01", "decision.1": "2013-02-01", "vote.1": "2013-03-01"}


def test_an_act_that_no_step_awaits_has_no_place() -> None:
    found = placed([*PROPOSED, act("oath", "2013-11-02")])
    assert [each.act for each in found.nowhere] == ["oath"]
    assert list(where(found)) == ["proposal.1"]


def test_a_second_act_for_a_single_step_has_no_place() -> None:
    acts = [act("introduction", "2013-01-01"), act("introduction", "2013-01-05")]
    assert [dt.date.fromordinal(each.day or 0).day for each in placed(acts, "az-1995/law").nowhere] == [5]


def test_beyond_the_last_round_of_a_loop_acts_have_no_place() -> None:
    acts = [
        each
        for turn in range(7)
        for each in (
            act("proposal", f"2013-11-{1 + 4 * turn:02}"),
            act("vote", f"2013-11-{3 + 4 * turn:02}", in_favour=1),
        )
    ]
    found = placed(acts)
    assert len(found.at) == 10
    assert len(found.nowhere) == 4


def test_on_one_day_acts_fall_in_the_order_of_the_steps() -> None:
    day = "2013-11-01"
    acts = [act("appointment", day), act("vote", day, in_favour=70), act("proposal", day)]
    assert list(where(placed(acts))) == ["proposal.1", "consent.1", "appointment.1"]


def test_on_one_day_what_directly_follows_comes_first() -> None:
    acts = [*REFUSED, act("vote", "2013-11-08", in_favour=70), act("proposal", "2013-11-08")]
    assert list(where(placed(acts))) == ["proposal.1", "consent.1", "proposal.2", "consent.2"]


def test_on_one_day_times_decide_where_they_are_given() -> None:
    acts = [act("vote", "2013-11-01", in_favour=70, time="09:00"), act("proposal", "2013-11-01", time="10:00")]
    assert [here.partition(".")[0] for here in where(placed(acts))] == ["consent", "proposal"]


@pytest.mark.parametrize("second", [{}, {"time": "10:00"}])
def test_twin_acts_on_one_day_that_nothing_tells_apart_are_refused(second: dict[str, str]) -> None:
    twins = [act("vote", "2013-11-05", in_favour=1, **second), act("vote", "2013-11-05", in_favour=70, **second)]
    with pytest.raises(
        InputError, match=r"2 acts 'vote' on 2013-11-05 cannot be told apart\. Give each its `time:` or `step:`"
    ):
        placed([*PROPOSED, *twins])


def test_twin_acts_on_one_day_are_told_apart_by_their_times() -> None:
    twins = [
        act("vote", "2013-11-05", in_favour=1, time="15:00"),
        act("vote", "2013-11-05", in_favour=70, time="10:00"),
    ]
    found = placed([*PROPOSED, act("proposal", "2013-11-05", time="12:00"), *twins])
    assert {here.name: each.values.get("in_favour") for here, each in found.at.items() if here.step == "consent"} == {
        "consent.1": 70,
        "consent.2": 1,
    }


def test_twin_acts_on_one_day_are_told_apart_by_their_steps() -> None:
    day = "2013-03-01"
    acts = [act("vote", day, step="repeat_vote", in_favour=96), act("vote", day, step="vote", in_favour=70)]
    found = placed([act("introduction", "2013-01-01"), *acts], "az-1995/law")
    assert {here.name: each.values["in_favour"] for here, each in found.at.items() if here.step != "introduction"} == {
        "vote.1": 70,
        "repeat_vote.1": 96,
    }


def test_an_act_that_names_its_step_goes_nowhere_else() -> None:
    found = placed([act("introduction", "2013-01-01"), act("vote", "2013-02-01", step="repeat_vote")], "az-1995/law")
    assert list(where(found)) == ["introduction.1", "repeat_vote.1"]


def test_an_act_on_an_unknown_day_fills_what_was_passed_over() -> None:
    acts = [
        act("introduction", "2013-01-01"),
        act("vote", "2013-02-01"),
        act("signature", "2013-03-01"),
        act("presentation", "unknown"),
    ]
    found = placed(acts, "az-1995/law")
    assert where(found)["presentation.1"] == "unknown"
    assert found.nowhere == []


def test_an_act_on_an_unknown_day_goes_on_where_nothing_was_passed_over() -> None:
    assert where(placed([*PROPOSED, act("vote", "unknown", in_favour=70)]))["consent.1"] == "unknown"


def test_acts_alongside_stand_beside_the_steps_in_the_order_of_their_days() -> None:
    acts = [
        act("introduction", "2013-01-01"),
        act("urgency", "2013-01-09", by="deputy"),
        act("urgency", "2013-01-05", by="president"),
    ]
    found = placed(acts, "az-1995/law")
    assert [each.values["by"] for each in found.alongside["urgency"]] == ["president", "deputy"]
    assert list(where(found)) == ["introduction.1"]


def test_an_act_passes_through_a_step_that_only_tests_facts() -> None:
    found = placed([act("introduction", "2013-01-01"), act("dismissal_vote", "2013-02-01")], "az-1995/decree")
    assert list(where(found)) == ["introduction.1", "dismissal_vote.1"]


def test_an_act_that_follows_a_missed_one_is_taken_there(isle: Isle) -> None:
    isle.procedure("""
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: [1.I, 1.II], passed: won, failed: lost, late: lost, missed: seal}
        - {step: seal, done: protest}
        - {step: protest, done: lost}
    """)
    found = isle.judged(act("motion", "1960-01-01"), act("seal", "1960-02-01"))
    assert [here.name for here in found.placed.at] == ["motion.1", "seal.1"]
    assert found.awaited == ("protest",)


@pytest.mark.parametrize("name", procedures())
@examples(30)
@given(data=st.data())
def test_every_act_has_exactly_one_place_or_none(name: str, data: st.DataObject) -> None:
    case = case_of(data.draw(raw_scenarios(name)))
    its, edition = case.procedure, case.procedure.law.editions[-1]
    found = place(course(its, edition, {}), its.file.alongside, case.acts)
    everywhere = [
        *found.at.values(),
        *found.nowhere,
        *(each for several in found.alongside.values() for each in several),
    ]
    assert sorted(map(id, everywhere)) == sorted(map(id, case.acts))
    for here, each in found.at.items():
        assert each.act in its.steps(edition, {})[here.step].awaited
        assert each.step in (None, here.step)
