"""Deadlines up to a fixed day or on one, and intervals counted back: on the day, one before and one after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from invented_law import act

from majlis.errors import InputError
from majlis.questions.deadlines import deadlines
from majlis.questions.explain import explain

if TYPE_CHECKING:
    from invented_law import Isle

TERM = '{term: {type: date, asks: "When does the term end?"}, expiry: {type: date, asks: "And when the other?"}}'
STEPS = """
    - {step: motion, done: seal}
    - step: seal
      governed_by: [2.I]
      done: won
      late: lost
      missed: {silent: Nothing is said of a seal that never comes.}
"""


def ruled(isle: Isle, keys: str, kind: str = "deadline") -> None:
    """A seal after a motion, under a provision of these keys."""
    isle.rule(f"cite: 2.I, kind: {kind}, says: The seal is set in time., {keys}")
    isle.procedure(
        STEPS if kind == "deadline" else "- {step: motion, done: seal}\n- {step: seal, governed_by: [2.I], done: won}",
        facts=TERM,
    )


def finding(isle: Isle, motion: str, seal: str, **scenario: Any) -> tuple[bool | None, str]:
    """Was the provision kept (None: not known), and how did the case end?"""
    found = isle.judged(act("motion", motion), act("seal", seal), **scenario)
    kept = {"2.I@seal.1.met": True, "2.I@seal.1.bad": False}
    ends = [end.name for end in found.ends]
    return next((answer for name, answer in kept.items() if name in found.held), None), ends[0] if ends else ""


WON, LOST = "end.won", "end.lost"
BY = {
    "10 March: the day before": ("10 March", "1960-01-05", "1960-03-09", True),
    "10 March: the day": ("10 March", "1960-01-05", "1960-03-10", True),
    "10 March: the day after": ("10 March", "1960-01-05", "1960-03-11", False),
    "from the day of the trigger": ("10 March", "1960-01-05", "1960-01-05", True),
    "a trigger on the day itself has a year": ("10 March", "1960-03-10", "1961-03-10", True),
    "and no more than a year": ("10 March", "1960-03-10", "1961-03-11", False),
    "of two days the first to come": ("10 March or 10 October", "1960-04-01", "1960-10-10", True),
    "and not the other": ("10 March or 10 October", "1960-04-01", "1960-10-11", False),
    "over the end of the year": ("10 March or 10 October", "1960-10-10", "1961-03-10", True),
    "not beyond it": ("10 March or 10 October", "1960-10-10", "1961-03-11", False),
    "the eve": ("the day before 10 March", "1960-01-05", "1960-03-09", True),
    "the day after the eve": ("the day before 10 March", "1960-01-05", "1960-03-10", False),
    "the eve of the second of two": ("the day before 10 March or 10 October", "1960-03-11", "1960-10-09", True),
    "the second of two itself": ("the day before 10 March or 10 October", "1960-03-11", "1960-10-10", False),
    "29 February in a leap year": ("29 February", "1960-01-05", "1960-02-29", True),
    "29 February in another": ("29 February", "1961-01-05", "1961-03-01", False),
}


@pytest.mark.parametrize(("by", "motion", "seal", "kept"), BY.values(), ids=BY)
def test_by_a_day_of_the_year_is_kept_up_to_that_day_and_late_after_it(
    isle: Isle,
    by: str,
    motion: str,
    seal: str,
    kept: bool,  # noqa: FBT001 - the answer
) -> None:
    ruled(isle, f"after: motion, by: {by}")
    assert finding(isle, motion, seal) == (kept, WON if kept else LOST)


@pytest.mark.parametrize(
    ("as_of", "end"), [("1960-03-09", "awaits"), ("1960-03-10", "awaits"), ("1960-03-11", "silent")]
)
def test_by_a_day_of_the_year_runs_to_its_end_and_is_missed_after_it(isle: Isle, as_of: str, end: str) -> None:
    ruled(isle, "after: motion, by: 10 March")
    found = isle.judged(act("motion", "1960-01-05"), as_of=as_of)
    assert [each.name.split(".")[1] for each in found.ends] == [end]
    assert ("2.I@seal.1.bad" in found.held) == (end == "silent")


NOVEMBER = "first Sunday of November"
ON = {
    "the Sunday before": (f"{NOVEMBER}, 5 years on", "1960-06-01", "1965-10-31", (False, WON)),
    "the day before": (f"{NOVEMBER}, 5 years on", "1960-06-01", "1965-11-06", (False, WON)),
    "the day": (f"{NOVEMBER}, 5 years on", "1960-06-01", "1965-11-07", (True, WON)),
    "the day after": (f"{NOVEMBER}, 5 years on", "1960-06-01", "1965-11-08", (False, LOST)),
    "in the calendar year though the years have not passed": (
        f"{NOVEMBER}, 5 years on", "1960-11-12", "1965-11-07", (True, WON),
    ),
    "once the years have passed, in their year": (f"{NOVEMBER}, after 4 years", "1960-03-10", "1964-11-01", (True, WON)),
    "the day before that": (f"{NOVEMBER}, after 4 years", "1960-03-10", "1964-10-31", (False, WON)),
    "the day after that": (f"{NOVEMBER}, after 4 years", "1960-03-10", "1964-11-02", (False, LOST)),
    "on the very day on which they have passed": (
        f"{NOVEMBER}, after 4 years", "1960-11-01", "1964-11-01", (True, WON),
    ),
    "a day later in the next year": (f"{NOVEMBER}, after 4 years", "1960-11-02", "1965-11-07", (True, WON)),
    "the year before is too early then": (f"{NOVEMBER}, after 4 years", "1960-11-02", "1964-11-01", (False, WON)),
}  # fmt: skip


@pytest.mark.parametrize(("on", "motion", "seal", "expected"), ON.values(), ids=ON)
def test_on_a_sunday_of_november_is_kept_on_that_day_alone(
    isle: Isle, on: str, motion: str, seal: str, expected: tuple[bool, str]
) -> None:
    ruled(isle, f'after: motion, "on": "{on}"')
    assert finding(isle, motion, seal) == expected


def test_a_fixed_day_does_not_move_with_the_counting(isle: Isle) -> None:
    ruled(isle, "after: motion, by: 10 March, counting: same_day")
    assert finding(isle, "1960-01-05", "1960-03-10") == (True, WON)


def test_a_fixed_day_after_an_undated_trigger_is_not_known(isle: Isle) -> None:
    ruled(isle, "after: motion, by: 10 March")
    assert finding(isle, "unknown", "1960-03-10")[0] is None


def test_a_fixed_day_may_be_counted_from_a_date_fact(isle: Isle) -> None:
    ruled(isle, "after: term, by: 10 March")
    assert finding(isle, "1960-01-01", "1961-03-10", given={"term": "1960-04-01"}) == (True, WON)
    assert finding(isle, "1960-01-01", "1961-03-11", given={"term": "1960-04-01"}) == (False, LOST)
    assert finding(isle, "1960-01-01", "1961-03-11")[0] is None


# The term ends on 30 June 1960; 25 days before it is 5 June.
BEFORE = {
    "a day earlier": ("25 days", "1960-06-30", "1960-06-04", True),
    "the last day": ("25 days", "1960-06-30", "1960-06-05", True),
    "a day later": ("25 days", "1960-06-30", "1960-06-06", False),
    "on the end itself": ("25 days", "1960-06-30", "1960-06-30", False),
    "after the end": ("25 days", "1960-06-30", "1960-07-01", False),
    "weeks, the last day": ("2 weeks", "1960-06-30", "1960-06-16", True),
    "weeks, a day later": ("2 weeks", "1960-06-30", "1960-06-17", False),
    "months, the last day": ("1 month", "1960-03-31", "1960-02-29", True),
    "months, a day later": ("1 month", "1960-03-31", "1960-03-01", False),
}


@pytest.mark.parametrize(("wait", "term", "seal", "kept"), BEFORE.values(), ids=BEFORE)
def test_what_is_counted_back_is_kept_up_to_its_last_day_and_never_late(
    isle: Isle,
    wait: str,
    term: str,
    seal: str,
    kept: bool,  # noqa: FBT001 - the answer
) -> None:
    ruled(isle, f"before: term, wait: {wait}", kind="interval")
    assert finding(isle, "1960-01-05", seal, given={"term": term}) == (kept, WON)


def test_what_is_counted_back_moves_with_the_counting(isle: Isle) -> None:
    ruled(isle, "before: term, wait: 25 days, counting: same_day", kind="interval")
    given = {"term": "1960-06-30"}
    assert finding(isle, "1960-01-05", "1960-06-06", given=given) == (True, WON)
    assert finding(isle, "1960-01-05", "1960-06-07", given=given) == (False, WON)


@pytest.mark.parametrize("given", [{}, {"term": "unknown"}], ids=["not given", "given as unknown"])
def test_what_is_counted_back_from_an_unknown_day_is_unknown(isle: Isle, given: dict[str, str]) -> None:
    ruled(isle, "before: term, wait: 25 days", kind="interval")
    assert finding(isle, "1960-01-05", "1960-06-06", given=given) == (None, WON)


def test_an_undated_act_before_a_known_day_is_unknown(isle: Isle) -> None:
    ruled(isle, "before: term, wait: 25 days", kind="interval")
    assert finding(isle, "1960-01-05", "unknown", given={"term": "1960-06-30"})[0] is None


def test_nobody_has_to_act_within_what_is_counted_back(isle: Isle) -> None:
    ruled(isle, "before: term, wait: 25 days", kind="interval")
    found = isle.judged(act("motion", "1960-01-05"), as_of="1960-07-30", given={"term": "1960-06-30"})
    assert [end.name for end in found.ends] == ["end.awaits.seal.1"]
    assert "2.I@seal.1.bad" not in found.held


@pytest.mark.parametrize(("seal", "kept"), [("1960-06-04", True), ("1960-06-05", True), ("1960-06-06", False)])
def test_what_is_counted_back_may_be_counted_from_a_later_step(isle: Isle, seal: str, kept: bool) -> None:  # noqa: FBT001 - the answer
    isle.rule("cite: 2.I, kind: interval, says: Long before., before: ballot, wait: 25 days")
    isle.procedure("""
        - {step: seal, governed_by: [2.I], done: ballot}
        - {step: ballot, governed_by: [1.I], passed: won, failed: lost}
    """)
    found = isle.judged(act("seal", seal), act("ballot", "1960-06-30", in_favour=6))
    assert ("2.I@seal.1.met" in found.held, "2.I@seal.1.bad" in found.held) == (kept, not kept)
    early = isle.judged(act("seal", seal))
    assert not {"2.I@seal.1.met", "2.I@seal.1.bad"} & early.held


def test_the_timeline_names_the_last_day_and_the_count_behind_it(isle: Isle) -> None:
    ruled(isle, "before: term, wait: 25 days", kind="interval")
    judged = isle.judged(act("motion", "1960-01-05"), act("seal", "1960-06-06"), given={"term": "1960-06-30"})
    (entry,) = [each for each in deadlines(judged) if each.provision]
    assert (entry.earliest, entry.due, entry.state) == (None, "1960-06-05", "late")
    assert entry.counting == "25 days back from 30 June 1960: 5 June 1960 at the latest"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("kind: deadline, after: motion, by: 10 March or 10 October", "by 10 March or 10 October"),
        (
            'kind: deadline, after: motion, "on": "first Sunday of November, 5 years on"',
            "on the first Sunday of November, 5 years on",
        ),
        ("kind: interval, before: term, wait: 25 days", "at least 25 days before"),
    ],
)
def test_a_fixed_day_is_told_as_the_rule_has_it(isle: Isle, keys: str, words: str) -> None:
    isle.rule(f"cite: 2.I, says: In time., {keys}")
    assert next(figure.much for figure in explain("2.I")[0].states[0].numbers).startswith(words)


FAULTS = {
    "back and forth": ("before: term, after: motion, wait: 25 days", r"needs `after:` and one of within"),
    "back by hours": ("before: term, wait: 24 hours", r"24 hours are not counted back"),
    "back within": ("before: term, within: 25 days", r"`before:` goes with `wait:`"),
    "back to a fixed day": ("before: term, by: 10 March", r"`before:` goes with `wait:`"),
    "back from what is no date": ("before: trem, wait: 25 days", r"unknown step or role 'trem'"),
    "two fixed days": ('after: motion, by: 10 March, "on": second Sunday', r"needs `after:` and one of within"),
    "by no day of the year": ("after: motion, by: March", r"'March' is no rule for a day"),
    "by a day that no month has": ("after: motion, by: 32 March", r"'32 March' is no rule for a day"),
    "a fixed day without a trigger": ("by: 10 March", r"needs `after:` and one of within"),
}


@pytest.mark.parametrize(("keys", "message"), FAULTS.values(), ids=FAULTS)
def test_a_day_that_cannot_be_found_is_a_fault_of_the_rule(isle: Isle, keys: str, message: str) -> None:
    ruled(isle, keys)
    with pytest.raises(InputError) as caught:
        isle.lower()
    assert re.search(r"2\.yaml:4, .*2\.I: .*" + message, str(caught.value))
    assert caught.value.remedy
