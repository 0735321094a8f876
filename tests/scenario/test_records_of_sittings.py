"""The days on which a body sat, as a case gives them: what is wrong with a list is said with its line."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from majlis.calendar.sitting_days import NOT_GIVEN, SittingDays
from majlis.documents.reader import read_text
from majlis.errors import InputError, LawError
from majlis.questions.decide import decide
from majlis.scenario.case import Case, read_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from invented_law import Isle

CASE = """
    procedure: isle/moving
    sittings:
      council:
        from: 1960-01-01
        to: 1960-01-31
        days: {days}
    acts:
      - {{act: motion, date: 1960-01-05}}
"""


def case(days: str, text: str = CASE) -> Case:
    return read_case(read_text(textwrap.dedent(text.format(days=days)).lstrip("\n"), "case.yaml"))


def ordinal(text: str) -> int:
    import datetime as dt

    return dt.date.fromisoformat(text).toordinal()


def counting(isle: Isle, more: str = "within: 2 sitting days, sitting: council") -> None:
    isle.rule(f"cite: 2.I, kind: deadline, says: It votes soon., after: motion, {more}")
    isle.procedure("""
        - {step: motion, done: ballot}
        - step: ballot
          governed_by: [2.I]
          done: won
          late: {silent: Late., then: goes on}
          missed: lost
    """)


def trial(*acts: str, sittings: bool = True, as_of: str = "1960-01-31") -> Scenario:
    sat = {"council": {"from": "1960-01-06", "to": "1960-01-20", "days": ["1960-01-08", "1960-01-12", "1960-01-15"]}}
    given = {"sittings": sat} if sittings else {}
    done = [{"act": act, "date": day} for act, day in (each.split() for each in acts)]
    return Scenario.model_validate({"procedure": "isle/trial", "as_of": as_of, "acts": done, **given})


def test_single_days_and_runs_of_days_are_listed_together(isle: Isle) -> None:
    found = case("[1960-01-05, {from: 1960-01-11, to: 1960-01-13}]").sat(("council",))
    first = ordinal("1960-01-01")
    assert found == SittingDays(first, first + 30, (first + 4, first + 10, first + 11, first + 12))


def test_a_body_that_did_not_sit_at_all_has_an_empty_list(isle: Isle) -> None:
    assert case("[]").sat(("council",)).days == ()


def test_of_a_body_without_a_record_nothing_is_known(isle: Isle) -> None:
    text = "procedure: isle/moving\nacts:\n  - {{act: motion, date: 1960-01-05}}\n"
    assert case("", text).sat(("council",)) == NOT_GIVEN


@pytest.mark.parametrize(
    ("days", "fault"),
    [
        (
            "\n          - 1960-01-05\n          - 1960-01-05",
            r"case.yaml:8, .*days\[1\]: 1960-01-05 does not come after",
        ),
        (
            "\n          - 1960-01-06\n          - 1960-01-05",
            r"case.yaml:8, .*days\[1\]: 1960-01-05 does not come after",
        ),
        ("[1960-02-01]", r"case.yaml:6, .*days\[0\]: 1960-02-01 lies outside the span"),
        ("[1959-12-31]", r"case.yaml:6, .*: 1959-12-31 lies outside the span"),
        ("[{{from: 1960-01-30, to: 1960-02-02}}]", r"1960-01-30 to 1960-02-02 lies outside the span"),
        ("[{{from: 1960-01-13, to: 1960-01-11}}]", r"1960-01-13 to 1960-01-11 is backwards"),
        ("[{{from: 1960-01-05, to: 1960-01-07}}, 1960-01-07]", r"1960-01-07 does not come after what is listed"),
        ("[1960-01-32]", r"case.yaml:6, sittings.council.days\[0\].*'1960-01-32' is no day of the calendar"),
        ("[monday]", r"'monday' is no date; write it as 2009-05-20"),
        ("[{{from: 1960-01-05}}]", r"case.yaml:6, .*'to' is missing"),
        ("[{{from: 1960-01-05, to: 1960-01-06, but: x}}]", r"unknown key 'but'"),
        ("1960-01-05", r"case.yaml:6, sittings.council.days"),
    ],
)
def test_a_list_that_cannot_be_right_is_refused_with_its_line(isle: Isle, days: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        case(days.replace("{{", "{").replace("}}", "}"))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("council:", "assembly:", r"case.yaml:3, sittings.assembly: unknown body 'assembly'"),
        ("to: 1960-01-31", "to: 1959-01-31", r"case.yaml:5, .*: the span from 1960-01-01 to 1959-01-31 is backwards"),
        ("to: 1960-01-31", "to: 2060-01-31", r"case.yaml:5, .*: the span from 1960-01-01 to 2060-01-31 is too long"),
        ("from: 1960-01-01", "since: 1960-01-01", r"case.yaml:4, .*: unknown key 'since'"),
    ],
)
def test_a_span_that_cannot_be_right_is_refused_with_its_line(isle: Isle, old: str, new: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        case("[]", CASE.replace(old, new))


def test_the_second_sitting_day_after_the_motion_is_the_last(isle: Isle) -> None:
    counting(isle)
    verdict = decide(trial("motion 1960-01-08", "ballot 1960-01-15"))
    assert verdict.result("2.I") == "met"
    (entry,) = verdict.timeline
    assert (entry.state, entry.earliest, entry.due) == ("in_time", "1960-01-08", "1960-01-15")
    assert entry.counting == (
        "2 sitting days of the Council: 8 January not counted; 2 sitting days; due 15 January 1960"
    )


def test_the_day_after_the_last_is_late(isle: Isle) -> None:
    counting(isle)
    verdict = decide(trial("motion 1960-01-08", "ballot 1960-01-16"))
    assert (verdict.result("2.I"), verdict.timeline[0].state) == ("breached", "late")


def test_without_the_sittings_the_due_day_is_not_known(isle: Isle) -> None:
    counting(isle)
    verdict = decide(trial("motion 1960-01-08", "ballot 1960-01-15", sittings=False))
    assert verdict.result("2.I") == "unknown"
    (entry,) = verdict.timeline
    assert (entry.state, entry.earliest, entry.due) == ("unknown", None, None)
    assert entry.counting == (
        "2 sitting days of the Council after 8 January 1960; the record of sittings does not settle the day"
    )


def test_a_record_that_does_not_reach_far_enough_leaves_open_whether_the_period_is_over(isle: Isle) -> None:
    counting(isle)
    verdict = decide(trial("motion 1960-01-12"))
    assert (verdict.status, verdict.missing) == ("undetermined", ("over.2.I@ballot.1",))
    assert verdict.timeline[0].state == "unknown"
    assert decide(trial("motion 1960-01-12", as_of="1960-01-21")).status == "pending"


@pytest.mark.parametrize(
    ("day", "result", "state"),
    [
        ("1960-01-14", "breached", "premature"),
        ("1960-01-15", "met", "in_time"),
        ("1960-01-16", "breached", "late"),
    ],
)
def test_on_the_second_sitting_day_means_on_that_very_day(isle: Isle, day: str, result: str, state: str) -> None:
    isle.rule("cite: 2.I, kind: interval, says: X., after: motion, exactly: 2 sitting days, sitting: council")
    isle.procedure("""
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: [2.I], done: won}
    """)
    verdict = decide(trial("motion 1960-01-08", f"ballot {day}"))
    assert (verdict.result("2.I"), verdict.timeline[0].state) == (result, state)


@pytest.mark.parametrize(("day", "result"), [("1960-01-09", "breached"), ("1960-01-10", "unknown")])
def test_without_the_sittings_only_what_comes_too_early_anyway_is_out_of_place(
    isle: Isle, day: str, result: str
) -> None:
    for more in ("exactly: 2 sitting days", "wait: 2 sitting days"):
        isle.rule(f"cite: 2.I, kind: interval, says: X., after: motion, {more}, sitting: council")
        isle.procedure("""
            - {step: motion, done: ballot}
            - {step: ballot, governed_by: [2.I], done: won}
        """)
        verdict = decide(trial("motion 1960-01-08", f"ballot {day}", sittings=False))
        assert verdict.result("2.I") == result
        assert verdict.timeline[0].state == {"breached": "premature"}.get(result, result)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("within: 2 sitting days", "a period in sitting days needs `sitting:`"),
        ("within: 2 days, sitting: council", "and only such a period has it"),
        ("by: 10 March, sitting: council", "and only such a period has it"),
        ("within: 2 sitting days, sitting: [council, assembly]", "unknown body 'assembly'"),
    ],
)
def test_a_period_in_sitting_days_says_whose(isle: Isle, more: str, fault: str) -> None:
    counting(isle, more)
    with pytest.raises(LawError, match=rf"rules/isle/2.yaml:4.*2.I: .*{fault}"):
        isle.lower()


def test_the_digest_of_a_verdict_covers_the_record_of_sittings(isle: Isle) -> None:
    counting(isle)
    digests = {decide(trial("motion 1960-01-07", sittings=given)).digest for given in (True, False)}
    assert len(digests) == 2
