"""A line of succession with an end: from that day on it moves no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented_law import act

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.questions.judgement import Judgement


@pytest.fixture
def line(isle: Isle) -> Isle:
    """The Monarch's seal is missing: the Warden acts, then nobody, until a poll has been held."""
    isle.rule('cite: "2", kind: succession, says: The line., line: [monarch, herald]')
    isle.procedure(
        """
        - {step: seal, done: {both: [acting, poll]}}
        - {step: acting, each: "2", act: notice, until: [poll], left: {in_office: rules, death: next, flight: next, vacant: next, ended: over}, exhausted: lost}
        - {step: poll, done: won}
        """,
        outcomes="won, lost, rules, over",
        more="alongside:\n  - {step: notice, keyed_by: office}\n",
    )
    return isle


SEAL, POLL = act("seal", "1960-01-01"), act("poll", "1960-02-01")


def ends(isle: Isle, *acts: dict[str, str], as_of: str = "1960-03-01") -> set[tuple[str, str]]:
    judged: Judgement = isle.judged(*acts, as_of=as_of)
    return {(end.what, end.holder) for end in judged.ends if end.what}


def notice(date: str, office: str = "monarch") -> dict[str, str]:
    return act("notice", date, office=office, cause="death")


def test_while_it_runs_the_first_in_office_acts(line: Isle) -> None:
    assert ("rules", "monarch") in ends(line, SEAL)


def test_with_its_end_nobody_acts_and_nobody_holds(line: Isle) -> None:
    assert ends(line, SEAL, POLL) == {("over", ""), ("won", "")}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1960-01-31", {("over", ""), ("won", "")}),  # the next was in office when the line ended
        ("1960-02-01", {("over", ""), ("won", "")}),
        ("1960-02-02", {("over", ""), ("won", "")}),
        ("unknown", {("won", "")}),  # whether the line moved first is not known
    ],
)
def test_what_falls_vacant_before_on_or_after_its_end_leaves_nobody_acting(
    line: Isle, day: str, expected: set[tuple[str, str]]
) -> None:
    assert ends(line, SEAL, notice(day), POLL) == expected


def test_before_its_end_it_moves_on_to_its_own_end(line: Isle) -> None:
    assert ("lost", "") in ends(line, SEAL, notice("1960-01-10"), notice("1960-01-20", "herald"), POLL)
    assert ("lost", "") not in ends(line, SEAL, notice("1960-01-10"), notice("1960-02-20", "herald"), POLL)


def test_an_end_of_an_unknown_day_leaves_open_what_fell_vacant_before_it(line: Isle) -> None:
    assert ends(line, SEAL, notice("1960-01-10"), act("poll", "unknown")) == {("won", "")}


def test_the_verdict_speaks_of_what_the_case_has_come_to_and_not_of_the_line(line: Isle) -> None:
    outcome = line.judged(SEAL, POLL, as_of="1960-03-01").outcome
    assert outcome is not None
    assert outcome.what == "won"
