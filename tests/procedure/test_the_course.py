"""Loops unrolled to a cap, rounds, and an order in which every step comes after all that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_programs import EVERY, IDS, lowered

from majlis.errors import LawError
from majlis.procedure.course import ROUNDS, Occurrence

if TYPE_CHECKING:
    from invented_law import Isle

LOOP = """
    - {step: motion, done: ballot}
    - {step: ballot, governed_by: [1.I], passed: seal, failed: motion}
    - {step: seal, acts: {seal: won, protest: ballot}}
"""


@pytest.mark.parametrize(("name", "edition"), EVERY, ids=IDS)
def test_every_step_comes_after_all_that_lead_to_it(name: str, edition: str) -> None:
    course = lowered(name, edition).course
    seen: set[Occurrence] = set()
    for here in course.occurrences:
        assert set(course.before[here]) <= seen
        seen.add(here)
    assert len(seen) == len(course.occurrences)
    assert course.occurrences[0] == course.entry


@pytest.mark.parametrize(("name", "edition"), EVERY, ids=IDS)
def test_what_can_come_later_is_all_that_follows_step_by_step(name: str, edition: str) -> None:
    course = lowered(name, edition).course
    for here in course.occurrences:
        direct = course.after(here)
        assert set(course.onward[here]) == {*direct, *(later for there in direct for later in course.onward[there])}
        assert here not in course.onward[here]
        for there in direct:
            assert here in course.before[there]


def test_a_step_outside_loops_has_one_round(isle: Isle) -> None:
    course = isle.course("moving")
    assert [here.name for here in course.occurrences] == ["motion.1", "ballot.1"]
    assert not course.looped("motion")


def test_a_loop_is_followed_to_the_cap(isle: Isle) -> None:
    isle.procedure(LOOP)
    course = isle.course()
    assert {step: sum(here.step == step for here in course.occurrences) for step in course.steps} == {
        "motion": ROUNDS,
        "ballot": ROUNDS,
        "seal": ROUNDS,
    }
    assert all(course.looped(step) for step in course.steps)


def test_going_back_in_the_file_begins_a_new_round_and_going_on_does_not(isle: Isle) -> None:
    isle.procedure(LOOP)
    course = isle.course()
    assert course.aim(Occurrence("motion", 2), "ballot") == Occurrence("ballot", 2)
    assert course.aim(Occurrence("ballot", 2), "motion") == Occurrence("motion", 3)
    assert course.aim(Occurrence("seal", 2), "ballot") == Occurrence("ballot", 3)
    assert course.aim(Occurrence("ballot", ROUNDS), "motion") is None


def test_a_step_may_lead_back_to_itself(isle: Isle) -> None:
    isle.procedure("- {step: ballot, governed_by: [1.I], passed: won, failed: ballot}")
    assert [here.name for here in isle.course().occurrences] == [f"ballot.{turn}" for turn in range(1, ROUNDS + 1)]


def test_the_cap_is_a_reported_end(isle: Isle) -> None:
    isle.procedure("- {step: ballot, governed_by: [1.I], passed: won, failed: ballot}")
    record = {f"ballot.{turn}.done": True for turn in range(1, ROUNDS + 1)} | {
        f"ballot.{turn}.in_favour": 0 for turn in range(1, ROUNDS + 1)
    }
    held = isle.holding(record=record)
    assert {name for name in held if name.startswith("end.")} == {"end.cap.ballot"}


def test_a_loop_that_ends_before_the_cap_is_no_cap(isle: Isle) -> None:
    isle.procedure("- {step: ballot, governed_by: [1.I], passed: won, failed: ballot}")
    record = {"ballot.1.done": True, "ballot.1.in_favour": 0, "ballot.2.done": True, "ballot.2.in_favour": 9}
    assert {name for name in isle.holding(record=record) if name.startswith("end.")} == {"end.won"}


def test_from_within_a_loop_the_latest_round_up_to_here_is_seen(isle: Isle) -> None:
    isle.procedure(LOOP + "    - {step: poll, done: lost}\n")
    course = isle.course()
    assert course.seen_from(Occurrence("ballot", 3), "motion") == "motion.3"
    assert course.seen_from(Occurrence("motion", 3), "ballot") == "ballot.2"
    assert course.seen_from(Occurrence("motion", 3), "motion") == "motion.3"


def test_from_outside_a_loop_its_last_round_is_seen(isle: Isle) -> None:
    isle.procedure("""
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: [1.I], passed: seal, failed: ballot}
        - {step: seal, done: won}
    """)
    course = isle.course()
    assert course.seen_from(Occurrence("seal", 1), "ballot") == "ballot.last"
    assert course.seen_from(Occurrence("seal", 1), "motion") == "motion.1"
    assert course.seen_from(None, "ballot") == "ballot.last"


def test_what_is_awaited_is_seen_through_steps_that_await_nothing(isle: Isle) -> None:
    isle.rule('cite: "2", kind: eligibility, says: Only mild motions., requires: motion.tone == "mild"')
    isle.procedure("""
        - {step: motion, done: sifting}
        - {step: sifting, tests: ["2"], passed: ballot, failed: seal}
        - {step: ballot, governed_by: [1.I], passed: won, failed: lost}
        - {step: seal, done: lost}
    """)
    course = isle.course()
    assert [here.name for here in course.awaited_after(course.entry, "motion")] == ["ballot.1", "seal.1"]
    assert [here.name for here in course.opening] == ["motion.1"]


def test_a_line_of_succession_has_one_round_for_each_holder_of_the_edition(isle: Isle) -> None:
    isle.rule(
        'cite: "2", kind: succession, says: The line., line: [monarch, warden], editions: {"1950": {line: [monarch]}}'
    )
    isle.procedure(
        """
        - {step: seal, done: acting}
        - {step: acting, each: "2", act: notice, left: {in_office: won, death: next, flight: next, vacant: next}, exhausted: lost}
        """,
        more="alongside:\n  - {step: notice, keyed_by: office}\n",
    )
    assert [here.name for here in isle.course(edition="1900").occurrences] == ["seal.1", "acting.1", "acting.2"]
    assert [here.name for here in isle.course(edition="1950").occurrences] == ["seal.1", "acting.1"]
    held = isle.holding(record={"seal.1.done": True, "acting.1.left": "death"})
    assert "end.lost" in held


def test_a_line_that_the_edition_does_not_have_is_an_error(isle: Isle) -> None:
    isle.rule('cite: "2", kind: succession, says: The line., line: [monarch], from: "1950"')
    isle.procedure(
        """
        - {step: seal, done: acting}
        - {step: acting, each: "2", act: notice, left: {in_office: won, death: next}, exhausted: lost}
        """,
        more="alongside:\n  - {step: notice, keyed_by: office}\n",
    )
    with pytest.raises(LawError, match=r"2\.yaml:4, .*2 names no line of succession in 1900"):
        isle.course(edition="1900")
