"""What follows from each step: passed, failed, late, missed, silent, divided and joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from invented_law import act

if TYPE_CHECKING:
    from invented_law import Isle

GRAVE = '{grave: {type: boolean, asks: "Grave?"}}'
MOVED = {"motion.1.done": True, "motion.1.date": 700_000}


def ends(held: frozenset[str]) -> set[str]:
    return {name for name in held if name.startswith("end.")}


def crossed(held: frozenset[str]) -> set[str]:
    return {name for name in held if name.startswith("cross.")}


def timed(days: int, **fields: Any) -> dict[str, Any]:
    """A ballot so many days after the motion, of five."""
    clock = {"slack.1.II@ballot.1": 5 - days, "since.1.II@ballot.1": days}
    return {**MOVED, "ballot.1.done": True, "ballot.1.date": 700_000 + days, "ballot.1.in_favour": 6, **clock, **fields}


def test_nothing_done_awaits_the_first_step(isle: Isle) -> None:
    assert ends(isle.holding("moving", {"motion.1.done": False})) == {"end.awaits.motion.1"}


@pytest.mark.parametrize(
    ("votes", "end"), [(5, "end.fallen"), (6, "end.carried"), (7, "end.carried"), (11, "end.carried")]
)
def test_a_threshold_decides_at_its_number(isle: Isle, votes: int, end: str) -> None:
    assert ends(isle.holding("moving", timed(3, **{"ballot.1.in_favour": votes}))) == {end}


@pytest.mark.parametrize(("days", "met"), [(0, True), (5, True), (6, False), (-1, False)])
def test_a_deadline_is_kept_from_its_trigger_to_its_last_day(isle: Isle, days: int, met: bool) -> None:  # noqa: FBT001 - the answer
    held = isle.holding("moving", timed(days))
    assert ("1.II@ballot.1.met" in held, "1.II@ballot.1.bad" in held) == (met, not met)


def test_a_late_act_after_which_the_text_goes_on_is_a_silence_crossed(isle: Isle) -> None:
    held = isle.holding("moving", timed(6))
    assert (ends(held), crossed(held)) == ({"end.carried"}, {"cross.ballot.1.late"})


def test_an_act_in_time_crosses_nothing(isle: Isle) -> None:
    assert crossed(isle.holding("moving", timed(5))) == set()


@pytest.mark.parametrize(
    ("over", "end"), [(0, "end.awaits.ballot.1"), (1, "end.silent.ballot.1.missed"), (-3, "end.awaits.ballot.1")]
)
def test_what_is_overdue_is_missed_from_the_day_after(isle: Isle, over: int, end: str) -> None:
    record = {**MOVED, "ballot.1.done": False, "over.1.II@ballot.1": over}
    held = isle.holding("moving", record)
    assert ends(held) == {end}
    assert ("1.II@ballot.1.bad" in held) == (over > 0)


def test_an_act_that_nothing_led_to_is_stray(isle: Isle) -> None:
    held = isle.holding("moving", {"motion.1.done": False, "ballot.1.done": True, "ballot.1.in_favour": 6})
    assert "stray.ballot.1" in held
    assert ends(held) == {"end.awaits.motion.1"}


def test_an_act_dated_before_the_step_that_it_follows_is_early(isle: Isle) -> None:
    assert "early.ballot.1" in isle.holding("moving", timed(-1))
    assert "early.ballot.1" not in isle.holding("moving", timed(0))


LATE = """
    - {step: motion, done: ballot}
    - step: ballot
      governed_by: [1.I, 1.II]
      passed: %(passed)s
      failed: lost
      late: %(late)s
      missed: %(missed)s
    - {step: seal, done: won}
"""


def late(isle: Isle, target: str, missed: str = "lost", passed: str = "seal") -> None:
    isle.procedure(LATE % {"late": target, "missed": missed, "passed": passed})


def test_a_late_act_may_lead_elsewhere(isle: Isle) -> None:
    late(isle, "lost")
    assert ends(isle.holding(record=timed(6))) == {"end.lost"}
    assert ends(isle.holding(record={**timed(5), "seal.1.done": False})) == {"end.awaits.seal.1"}


def test_after_a_late_act_a_silence_ends_the_case_unless_the_record_goes_on(isle: Isle) -> None:
    late(isle, "{silent: Who knows.}")
    stopped, onward = ({**timed(6), "seal.1.done": done} for done in (False, True))
    assert ends(isle.holding(record=stopped)) == {"end.silent.ballot.1.late"}
    held = isle.holding(record=onward)
    assert (ends(held), crossed(held)) == ({"end.won"}, {"cross.ballot.1.late"})


def test_a_silence_may_say_what_is_crossed_to(isle: Isle) -> None:
    late(isle, "lost", missed="{silent: Who knows., then: seal}")
    overdue = {**MOVED, "ballot.1.done": False, "over.1.II@ballot.1": 9}
    assert ends(isle.holding(record={**overdue, "seal.1.done": False})) == {"end.silent.ballot.1.missed"}
    held = isle.holding(record={**overdue, "seal.1.done": True})
    assert (ends(held), crossed(held)) == ({"end.won"}, {"cross.ballot.1.missed"})


def test_a_late_act_under_a_silence_with_a_target_goes_there_when_the_record_does(isle: Isle) -> None:
    late(isle, "{silent: Who knows., then: seal}", passed="won")
    assert ends(isle.holding(record={**timed(6), "seal.1.done": False})) == {"end.silent.ballot.1.late"}
    held = isle.holding(record={**timed(6), "seal.1.done": True})
    assert (ends(held), crossed(held)) == ({"end.won"}, {"cross.ballot.1.late"})


def test_either_follows_whichever_comes_the_first_in_the_file_before_others(isle: Isle) -> None:
    isle.procedure("""
        - {step: motion, done: {either: [seal, protest]}}
        - {step: seal, done: won}
        - {step: protest, done: lost}
    """)
    base = {"motion.1.done": True}
    assert ends(isle.holding(record={**base, "seal.1.done": False, "protest.1.done": False})) == {
        "end.awaits.motion.1.either"
    }
    assert ends(isle.holding(record={**base, "seal.1.done": True, "protest.1.done": False})) == {"end.won"}
    assert ends(isle.holding(record={**base, "seal.1.done": False, "protest.1.done": True})) == {"end.lost"}
    both = isle.holding(record={**base, "seal.1.done": True, "protest.1.done": True})
    assert (ends(both), "stray.protest.1" in both) == ({"end.won"}, True)


def test_an_outcome_is_gone_past_where_the_record_goes_on(isle: Isle) -> None:
    isle.procedure("""
        - {step: motion, done: {to: lost, then: seal}}
        - {step: seal, done: protest}
        - {step: protest, done: won}
    """)
    record = {"motion.1.done": True, "seal.1.done": False, "protest.1.done": False}
    assert ends(isle.holding(record=record)) == {"end.lost"}
    assert ends(isle.holding(record={**record, "seal.1.done": True})) == {"end.awaits.protest.1"}
    assert ends(isle.holding(record={**record, "protest.1.done": True})) == {"end.awaits.seal.1"}
    assert not crossed(isle.holding(record={**record, "seal.1.done": True}))


def test_both_opens_two_tracks_that_end_each_for_itself(isle: Isle) -> None:
    isle.procedure("""
        - {step: motion, done: {both: [won, seal]}}
        - {step: seal, done: lost}
    """)
    assert ends(isle.holding(record={"motion.1.done": True, "seal.1.done": False})) == {
        "end.won@won",
        "end.awaits.seal.1@seal",
    }
    assert ends(isle.holding(record={"motion.1.done": True, "seal.1.done": True})) == {"end.won@won", "end.lost@seal"}
    assert isle.lower().tracks[0] == "main"
    assert "seal" in isle.lower().tracks


def test_a_step_with_several_acts_follows_the_one_that_came(isle: Isle) -> None:
    isle.procedure("- {step: decision, acts: {seal: won, protest: lost}}")
    assert ends(isle.holding(record={"decision.1.done": True, "decision.1.act": "seal"})) == {"end.won"}
    assert ends(isle.holding(record={"decision.1.done": True, "decision.1.act": "protest"})) == {"end.lost"}
    assert ends(isle.holding(record={"decision.1.done": True})) == set()


def test_where_no_norm_applies_the_step_is_ungoverned(isle: Isle) -> None:
    isle.rule(
        'cite: "2", kind: threshold, says: Grave ones need all., applies: motion.grave, of: ballot.in_favour, at_least: 11'
    )
    isle.procedure("""
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: ["2"], passed: won, failed: lost, ungoverned: {silent: Which majority?}}
    """)
    record = {"motion.1.done": True, "ballot.1.done": True, "ballot.1.in_favour": 11}
    assert ends(isle.holding(record={**record, "motion.1.grave": True})) == {"end.won"}
    assert ends(isle.holding(record={**record, "motion.1.grave": False})) == {"end.silent.ballot.1.ungoverned"}
    assert ends(isle.holding(record=record)) == set()


def test_a_vote_that_reaches_every_possible_majority_passes_whichever_is_due(isle: Isle) -> None:
    isle.rule(
        'cite: "2", kind: threshold, says: Nine for war., of: ballot.in_favour, at_least: [{votes: 9, when: grave}, {votes: 6}]'
    )
    isle.procedure('- {step: ballot, governed_by: ["2"], passed: won, failed: lost}', facts=GRAVE)
    assert ends(isle.holding(record={"ballot.1.done": True, "ballot.1.in_favour": 9})) == {"end.won"}
    assert ends(isle.holding(record={"ballot.1.done": True, "ballot.1.in_favour": 8})) == set()
    assert ends(isle.holding(record={"ballot.1.done": True, "ballot.1.in_favour": 8, "grave": True})) == {"end.lost"}
    assert ends(isle.holding(record={"ballot.1.done": True, "ballot.1.in_favour": 5, "grave": False})) == {"end.lost"}


@pytest.mark.parametrize(
    ("favour", "present", "passed"), [(5, 10, False), (6, 10, True), (6, 11, True), (5, 9, True), (0, 0, False)]
)
def test_more_than_half_is_counted_by_cross_multiplication(isle: Isle, favour: int, present: int, passed: bool) -> None:  # noqa: FBT001
    isle.rule(
        'cite: "2", kind: threshold, says: Half., of: ballot.in_favour, more_than: {share: 1/2, of: ballot.present}'
    )
    isle.procedure('- {step: ballot, governed_by: ["2"], passed: won, failed: lost}')
    held = isle.holding(record={"ballot.1.done": True, "ballot.1.in_favour": favour, "ballot.1.present": present})
    assert ends(held) == {"end.won" if passed else "end.lost"}


@pytest.mark.parametrize(("favour", "passed"), [(6, False), (7, True), (8, True)])
def test_two_thirds_of_ten_are_seven(isle: Isle, favour: int, passed: bool) -> None:  # noqa: FBT001 - the answer
    isle.rule(
        'cite: "2", kind: threshold, says: Two thirds., of: ballot.in_favour, at_least: {share: 2/3, of: ballot.present}'
    )
    isle.procedure('- {step: ballot, governed_by: ["2"], passed: won, failed: lost}')
    held = isle.holding(record={"ballot.1.done": True, "ballot.1.in_favour": favour, "ballot.1.present": 10})
    assert ends(held) == {"end.won" if passed else "end.lost"}


@pytest.mark.parametrize(
    ("rule", "date", "result"),
    [
        ("wait: 5 days", "1960-01-05", "bad"),
        ("wait: 5 days", "1960-01-06", "met"),
        ("wait: 5 days", "1961-01-01", "met"),
        ("exactly: 5 days", "1960-01-05", "bad"),
        ("exactly: 5 days", "1960-01-06", "met"),
        ("exactly: 5 days", "1960-01-07", "bad"),
    ],
)
def test_an_interval_asks_for_a_day_or_for_no_day_before(isle: Isle, rule: str, date: str, result: str) -> None:
    isle.rule(f'cite: "2", kind: interval, says: Five days., after: motion, {rule}')
    isle.procedure("""
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: ["2", 1.I], passed: won, failed: lost}
    """)
    found = isle.judged(act("motion", "1960-01-01"), act("ballot", date, in_favour=9))
    assert f"2@ballot.1.{result}" in found.held
    assert found.outcome is not None, "an interval that is broken ends nothing"


def test_history_counts_failures_and_what_was_missed_before(isle: Isle) -> None:
    isle.rule(
        'cite: "2", kind: precondition, says: After two refusals., requires: ballot.failures >= 2 or ballot.passed'
    )
    isle.procedure("""
        - {step: ballot, governed_by: [1.I], passed: seal, failed: {either: [ballot, seal]}}
        - {step: seal, governed_by: ["2"], done: won}
    """)

    def sealed_after(*votes: int) -> str:
        record: dict[str, Any] = {f"ballot.{turn}.done": turn <= len(votes) for turn in range(1, 6)}
        record |= {f"ballot.{turn}.in_favour": count for turn, count in enumerate(votes, 1)}
        held = isle.holding(record={**record, "seal.1.done": True})
        return next(result for result in ("met", "bad") if f"2@seal.1.{result}" in held)

    assert sealed_after(3) == "bad"
    assert sealed_after(3, 4) == "met"
    assert sealed_after(3, 8) == "met"
    assert sealed_after(8) == "met"


def test_a_later_threshold_may_follow_the_majority_that_was_due_before(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: threshold, says: First., of: ballot.in_favour, at_least: [{votes: 8, when: grave}, {votes: 6}]",
        "cite: 2.II, kind: threshold, says: Again., of: recount.in_favour, at_least: [{votes: 10, when: ballot.required == 8}, {votes: 8, when: ballot.required == 6}]",
    )
    isle.procedure(
        """
        - {step: ballot, governed_by: [2.I], passed: recount, failed: lost}
        - {step: recount, governed_by: [2.II], passed: won, failed: lost}
        """,
        facts=GRAVE,
    )
    record = {"ballot.1.done": True, "ballot.1.in_favour": 9, "recount.1.done": True, "recount.1.in_favour": 9}
    assert ends(isle.holding(record={**record, "grave": False})) == {"end.won"}
    assert ends(isle.holding(record={**record, "grave": True})) == {"end.lost"}


def test_a_norm_may_rest_on_the_test_of_another(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: competence, says: Who., of: motion.by, actors: [monarch, islander]",
        'cite: 2.II, kind: precondition, says: Then., applies: met("2.I"), requires: motion.grave',
    )
    isle.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}")
    held = isle.holding(record={"motion.1.done": True, "motion.1.by": "herald", "motion.1.grave": False})
    assert {"2.I@motion.1.bad", "2.II@motion.1.na"} <= held
    held = isle.holding(record={"motion.1.done": True, "motion.1.by": "monarch", "motion.1.grave": False})
    assert {"2.I@motion.1.met", "2.II@motion.1.bad"} <= held


def test_what_the_text_of_an_edition_is_not_known_to_say_is_neither_met_nor_broken(isle: Isle) -> None:
    isle.rule(
        'cite: "2", kind: precondition, says: Mild only., requires: motion.tone == "mild", editions: {"1900": {not_known: Lost.}, "1950": {not_known: ""}}'
    )
    isle.procedure('- {step: motion, governed_by: ["2"], done: won}')
    record = {"motion.1.done": True, "motion.1.tone": "harsh"}
    old = isle.lower(edition="1900")
    from majlis.engines.meaning import Meaning

    assert not {name for name in Meaning().holding(old, record) if name.startswith("2@")}
    assert "2@motion.1.bad" in isle.holding(record=record)


def test_a_norm_that_only_says_something_makes_no_finding(isle: Isle) -> None:
    isle.rule('cite: "2", kind: effect, says: So be it.')
    isle.procedure('- {step: motion, governed_by: ["2"], done: won}')
    assert isle.lower().findings == ()


def test_only_conditions_that_are_told_or_read_are_kept(isle: Isle) -> None:
    from majlis.logic.tree import names

    conditions = isle.lower("moving").conditions
    read = {name for named in conditions for name in names(named.when)}
    assert all(named.told or named.name in read for named in conditions)
    assert len({named.name for named in conditions}) == len(conditions)
