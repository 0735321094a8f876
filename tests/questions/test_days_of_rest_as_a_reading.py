"""The reading by which a period does not end on a day of rest: only where it is asked for, and only for deadlines."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from majlis.calendar.convention import NEXT_WORKING_DAY
from majlis.errors import InputError
from majlis.law.library import law
from majlis.procedure.library import procedures
from majlis.procedure.program import ClockKind
from majlis.questions.decide import Decider
from majlis.questions.standing import standing
from majlis.render.site.lists import questions_page
from majlis.scenario.model import Scenario

READING = f"rest_days={NEXT_WORKING_DAY.name}"


def case(presented: str, signed: str | None, **also) -> Scenario:
    """A law whose 56 days for the signature begin on a day."""
    acts = [
        {"act": "introduction", "date": "2009-04-02", "by": "deputy", "substantiated": True},
        {"act": "vote", "date": "2009-04-10", "in_favour": 70, "against": 20},
        {"act": "presentation", "date": presented},
        *([{"act": "signature", "date": signed}] if signed else []),
    ]
    return Scenario.model_validate(
        {"procedure": "az-1995/law", "edition": "2009", "given": {"matter": "94.I.15"}, "acts": acts, **also}
    )


def signature(verdict) -> str:
    return next(each.result for each in verdict.findings if each.provision.endswith("/110.I"))


@pytest.fixture
def decider() -> Decider:
    return Decider("meaning")


@pytest.mark.parametrize(
    ("signed", "plain", "moved"),
    [
        ("2009-06-05", "met", "met"),
        ("2009-06-06", "met", "met"),  # the fifty-sixth day, a Saturday
        ("2009-06-08", "breached", "met"),
        ("2009-06-09", "breached", "breached"),
    ],
)
def test_a_last_day_on_a_saturday_moves_to_monday_only_where_it_is_asked_for(decider, signed, plain, moved):
    assert signature(decider.decide(case("2009-04-11", signed))) == plain
    assert signature(decider.decide(case("2009-04-11", signed), readings=[READING])) == moved


def test_a_scenario_may_ask_for_it_itself(decider):
    assert signature(decider.decide(case("2009-04-11", "2009-06-08", readings=[READING]))) == "met"


def test_the_count_says_from_where_to_where_the_day_moved(decider):
    verdict = decider.decide(case("2009-04-11", "2009-06-08"), readings=[READING])
    counts = [each.counting for each in verdict.timeline if each.provision.endswith("/110.I")]
    assert counts == [
        "11 April not counted; 19 + 31 + 6 days; due 6 June 2009; moved from Saturday 6 June to Monday 8 June"
    ]


def test_the_question_is_never_raised_by_itself(decider):
    verdict = decider.decide(case("2009-04-11", "2009-06-08"))
    assert "rest_days" not in {each.question for each in verdict.readings}
    assert verdict.depends_on == ()


def test_only_deadlines_that_are_counted_forwards_in_days_move_and_no_term_of_years():
    moving, staying = set(), set()
    for name in procedures():
        if not name.startswith("az-1995/"):
            continue
        program = standing(name, readings=[READING]).program
        norms = {each.name: each.provision for each in program.findings}
        for clock in program.clocks:
            unit = clock.length.unit if clock.length else None
            term = unit == "year" and not norms[clock.name].duty
            kind = (norms[clock.name].kind, clock.kind, unit, term)
            (moving if clock.rest else staying).add(kind)
    assert {kind[:2] for kind in moving} == {("deadline", ClockKind.WITHIN)}
    assert {kind[2] for kind in moving} == {"day", "week", "month", "year"}
    assert not moving & staying
    assert not any(term for *_, term in moving) and any(term for *_, term in staying)
    assert {kind[1] for kind in staying} == {ClockKind.WITHIN, ClockKind.WAIT, ClockKind.ON, ClockKind.BEFORE}


def test_the_plain_reading_can_be_named_and_changes_nothing(decider):
    plain = decider.decide(case("2009-04-11", "2009-06-08"), readings=["rest_days=runs_out"])
    assert signature(plain) == "breached"


def test_the_page_of_questions_lists_both_readings_with_the_source_of_the_other():
    page = questions_page(law("az-1995"))
    part = page[page.index("## Rest days") :].split("\n## ")[0]
    assert "**runs out**, taken unless another is asked for" in part
    assert "**next working day**: The Constitution says nothing of days of rest" in part


def test_a_constitution_without_a_calendar_of_rest_has_no_such_question():
    assert law("az-1921").constitution.rest is None
    with pytest.raises(InputError, match="unknown question 'rest_days'"):
        standing("az-1921/adoption", readings=[READING])


def test_without_the_package_a_verdict_that_needs_it_names_the_extra(decider, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "holidays", None)
    far = {"as_of": date(2208, 6, 1)}
    acts = [
        {"act": "introduction", "date": "2208-04-02", "by": "deputy", "substantiated": True},
        {"act": "vote", "date": "2208-04-10", "in_favour": 70, "against": 20},
    ]
    asked = Scenario.model_validate({"procedure": "az-1995/law", "given": {"matter": "94.I.15"}, "acts": acts, **far})
    with pytest.raises(InputError, match=r"majlis\[holidays\]"):
        decider.decide(asked, readings=[READING])
    assert decider.decide(asked).timeline


@pytest.mark.parametrize("missing", ["rest_days", "question"])
def test_a_calendar_of_rest_and_its_question_go_together(missing: str):
    stated = law("az-1995").constitution.model_dump(by_alias=True)
    if missing == "question":
        del stated["questions"]["rest_days"]
    else:
        del stated["rest_days"]
    with pytest.raises(ValueError, match="go together"):
        type(law("az-1995").constitution).model_validate(stated)
