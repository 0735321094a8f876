"""What is a gap and what only looks like one; and the same gap is as grave wherever it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from majlis.engines.trial import Trial
from majlis.procedure.library import procedure
from majlis.questions.gaps.finding import found_gaps
from majlis.questions.judgement import judge
from majlis.questions.proof.ends import endless
from majlis.questions.proof.space import Space
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.questions.gaps.gap import Gap

pytest.importorskip("z3")
AGAIN = """
    - {step: motion, done: ballot}
    - {step: ballot, governed_by: [CITES], passed: won, failed: ballot, late: lost, missed: lost}
"""


def in_az(*names: str) -> tuple[Gap, ...]:
    """The gaps of some procedures of the constitution of 1995."""
    return found_gaps(f"az-1995/{name}" for name in names).gaps


def kinds(gaps: tuple[Gap, ...]) -> set[str]:
    return {gap.kind for gap in gaps}


def test_a_vote_that_may_be_taken_again_until_a_period_is_over_is_long_and_not_endless(isle: Isle) -> None:
    isle.rule("cite: 2.I, kind: deadline, says: In a month., within: 1 month, after: motion")
    isle.procedure(AGAIN.replace("CITES", "1.I, 2.I"))
    assert "endless course" not in kinds(found_gaps(["isle/trial"]).gaps)
    assert endless(Space(procedure("isle/trial"), "1950"), "ballot") is False


def test_without_that_period_the_same_vote_is_endless(isle: Isle) -> None:
    isle.procedure(AGAIN.replace("CITES", "1.I"))
    assert "endless course" in kinds(found_gaps(["isle/trial"]).gaps)


def test_a_period_that_each_round_starts_anew_ends_no_course(isle: Isle) -> None:
    isle.rule("cite: 2.I, kind: deadline, says: In a month., within: 1 month, after: motion")
    isle.procedure(
        """
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: [1.I, 2.I], passed: won, failed: motion, late: lost, missed: lost}
        """
    )
    assert "endless course" in kinds(found_gaps(["isle/trial"]).gaps)


def test_the_accusation_of_a_president_is_rejected_after_two_months_and_so_not_endless() -> None:
    assert "endless course" not in kinds(in_az("impeachment", "decree"))


def test_a_reading_that_changes_who_is_in_breach_is_found_where_the_end_stays() -> None:
    (found,) = [gap for gap in in_az("presidential_election") if gap.readings == ("two_elections=in_a_row",)]
    assert found.editions == ("1995", "2002"), "the limit was repealed in 2009"
    assert found.scenario is not None
    case = bind_case(Scenario.model_validate(found.scenario))
    by_default = judge(case, Trial(), ()).breaches
    assert any("101.V" in each for each in by_default)
    assert judge(case, Trial(), (("two_elections", "in_a_row"),)).breaches < by_default


def test_a_decision_that_nobody_owes_is_no_gap_for_want_of_a_period() -> None:
    assert "no period" not in kinds(in_az("outgoing_house"))


def test_a_silence_reached_by_two_readings_is_listed_once() -> None:
    found = [(gap.places, gap.says) for gap in in_az("confidence_vote") if gap.kind == "silence"]
    assert len(found) == len(set(found))


def graded(gaps: tuple[Gap, ...]) -> dict[tuple[str, tuple[str, ...], str], str]:
    return {(gap.says, gap.readings, gap.kind): gap.severity for gap in gaps}


@pytest.mark.parametrize(
    ("name", "like"), [("treaty", "law"), ("state_of_emergency", "martial_law"), ("impeachment", "decree")]
)
def test_what_a_procedure_takes_over_is_as_grave_as_where_it_comes_from(name: str, like: str) -> None:
    own, other = in_az(name), in_az(like)
    shared = graded(own).keys() & {key for key, severity in graded(other).items() if severity}
    taken = [key for key in shared if key[2] == "silence"]
    assert taken
    assert {key: graded(own)[key] for key in taken} == {key: graded(other)[key] for key in taken}


def test_how_grave_a_gap_is_does_not_hang_on_what_else_is_asked_for() -> None:
    alone = graded(in_az("impeachment"))
    together = graded(in_az("impeachment", "outgoing_house", "decree"))
    assert {key: together[key] for key in alone} == alone
    (counting,) = [gap for gap in in_az("outgoing_house") if gap.readings == ("counting=same_day",)]
    assert counting.severity == "medium"


def test_a_vote_for_which_none_of_several_majorities_is_due_is_found(isle: Isle) -> None:
    rule = "cite: 2.I, kind: threshold, says: By the first vote., of: recount.in_favour, at_least: [{votes: 9, when: 'ballot.in_favour >= 8'}, {votes: 6, when: 'ballot.in_favour < 7'}]"
    steps = """
        - {step: ballot, governed_by: [1.I], passed: recount, failed: lost}
        - {step: recount, governed_by: [2.I], passed: won, failed: lost}
        """
    isle.rule(rule)
    isle.procedure(steps)
    (found,) = [gap for gap in found_gaps(["isle/trial"]).gaps if gap.kind == "nothing decides"]
    assert found.provisions == ("2.I",)
    assert found.scenario is not None
    assert [act["in_favour"] for act in found.scenario["acts"] if act["act"] == "ballot"] == [7]
