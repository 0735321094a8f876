"""A later norm may ask which majority an earlier vote needed, whether it was a number or a share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from majlis.errors import LawError

if TYPE_CHECKING:
    from invented_law import Isle

GRAVE = '{grave: {type: boolean, asks: "Grave?"}}'
STEPS = """
- {step: ballot, governed_by: [2.I], passed: recount, failed: lost}
- {step: recount, governed_by: [2.II], passed: won, failed: lost}
"""
AGAIN = (
    "cite: 2.II, kind: threshold, says: Again with more., of: recount.in_favour, "
    "at_least: [{votes: 11, when: ballot.required == 8}, {votes: 9, when: ballot.required == 6}]"
)


def first(base: str) -> str:
    """Two thirds of a base for what is grave, six votes for all else."""
    majorities = f"[{{share: 2/3, of: {base}, when: grave}}, {{votes: 6}}]"
    return f"cite: 2.I, kind: threshold, says: With so many., of: ballot.in_favour, at_least: {majorities}"


def passed(isle: Isle, votes: int, again: int, *, grave: bool) -> bool:
    record = {"grave": grave, "ballot.1.done": True, "ballot.1.in_favour": votes}
    record |= {"recount.1.done": True, "recount.1.in_favour": again}
    return "end.won" in isle.holding("trial", record)


@pytest.mark.parametrize(
    ("grave", "again", "won"), [(True, 10, False), (True, 11, True), (False, 8, False), (False, 9, True)]
)
def test_a_share_of_all_seats_requires_a_number_like_any_other(
    isle: Isle,
    grave: bool,  # noqa: FBT001 - the case
    again: int,
    won: bool,  # noqa: FBT001 - the answer
) -> None:
    isle.rule(first("{seats_of: council}"), AGAIN)
    isle.procedure(STEPS, facts=GRAVE)
    assert passed(isle, 9, again, grave=grave) == won


def test_a_share_of_those_present_requires_no_number_that_a_later_norm_could_ask_for(isle: Isle) -> None:
    isle.rule(first("ballot.present"), AGAIN)
    isle.procedure(STEPS, facts=GRAVE)
    with pytest.raises(LawError, match="no single majority in votes is due before"):
        isle.lower()
