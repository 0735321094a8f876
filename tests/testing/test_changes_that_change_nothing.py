"""Metamorphic tests: cases that are moved, renamed, listed otherwise or carried on past their end."""

from __future__ import annotations

import re
from typing import Any

import pytest
from how_many import of_each
from hypothesis import assume, event, given
from hypothesis import strategies as st

from majlis import testing
from majlis.calendar.length import Unit
from majlis.errors import InputError
from majlis.procedure.library import procedure, procedures
from majlis.questions.decide import Decider
from majlis.questions.findings import findings
from majlis.questions.judgement import program_of
from majlis.questions.would_pass import would_pass
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario
from majlis.testing.turning_points import turning_points

DAYS_IN = ("as_of", "earliest", "due", "done", "counting", "because")  # fields of a verdict
CYCLE = 146_097  # days in 400 years, after which days of the month and of the week come again
DECIDER = Decider("meaning")
_YEAR = re.compile(r"\b(19|20)\d\d\b(?=-\d\d-\d\d)")
_YEAR_IN_WORDS = re.compile(r"\b(19|20)\d\d\b")
_DAY_NUMBER = re.compile(r"\b7[0-4]\d{4}\b")  # of 1917 to 2053: a comparison of two days is explained with such numbers


def in_hours(name: str) -> bool:
    """Is a period of a procedure counted in hours? Clocks are put forward in summer at some times and not at others."""
    its = procedure(name)
    clocks = [clock for edition in its.law.editions for clock in program_of(its, edition, ()).clocks]
    return any(clock.length is not None and clock.length.unit is Unit.HOUR for clock in clocks)


EVERY = pytest.mark.parametrize("name", procedures())
TIMELESS = [name for name in procedures() if not turning_points(procedure(name)).by_the_calendar and not in_hours(name)]
TALLIED = [
    name
    for name in procedures()
    if any(
        field.type == "tally"
        for step in procedure(name).file.steps
        for act in step.awaited
        for field in procedure(name).law.vocabulary.act(act).fields.values()
    )
]


def verdict(scenario: Scenario) -> dict[str, Any]:
    return DECIDER.decide(scenario).as_dict()


def moved(found: Any, key: str = "") -> Any:
    """An answer with every day that it has found moved by 400 years; days in quoted texts stay."""
    if isinstance(found, dict):
        return {name: moved(value, name) for name, value in found.items()}
    if isinstance(found, list | tuple):
        return tuple(moved(each, key) for each in found)
    if not isinstance(found, str) or key not in DAYS_IN:
        return found
    years = _YEAR_IN_WORDS if key == "counting" else _YEAR
    dated = years.sub(lambda year: str(int(year[0]) + 400), found)
    return _DAY_NUMBER.sub(lambda day: str(int(day[0]) + CYCLE), dated)


@pytest.mark.parametrize("name", TIMELESS)
@of_each(20)
@given(data=st.data())
def test_a_case_400_years_later_is_decided_alike_under_the_same_edition(name: str, data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(procedure(name).law.editions))
    scenario = data.draw(testing.scenarios(name, edition=edition))
    before, after = verdict(scenario), verdict(testing.shifted(scenario, CYCLE))
    before.pop("digest"), after.pop("digest")
    assert moved(before) == after


@EVERY
@of_each(15)
@given(data=st.data(), days=st.integers(-3_000, 3_000))
def test_a_case_that_is_moved_forth_and_back_is_the_same_case(name: str, data: st.DataObject, days: int) -> None:
    scenario = data.draw(testing.scenarios(name))
    assert testing.shifted(testing.shifted(scenario, days), -days) == scenario


def test_every_day_of_a_case_is_moved() -> None:
    raw = {
        "procedure": "az-1995/prime_minister_appointment",
        "as_of": "2010-03-01",
        "given": {"took_office": "2010-01-01", "cabinet_resigned": "unknown"},
        "sittings": {"milli_majlis": {"from": "2010-02-01", "to": "2010-02-28", "days": ["2010-02-02"]}},
        "chamber": {"body": "milli_majlis", "date": "2010-02-01", "blocs": [{"bloc": "A", "seats": 125}]},
        "acts": [{"act": "proposal", "date": "2010-02-01"}, {"act": "vote", "date": "unknown"}],
    }
    text = testing.as_file(testing.shifted(Scenario.model_validate(raw), 365))
    assert "2010" not in text
    assert text.count("2011-") == 8
    assert text.count("unknown") == 2


@pytest.mark.parametrize("days", [-800_000, 3_000_000])
def test_a_case_is_not_moved_out_of_the_calendar(days: int) -> None:
    scenario = Scenario.model_validate({"procedure": "az-1995/law", "as_of": "2010-03-01"})
    with pytest.raises(InputError, match="outside the calendar"):
        testing.shifted(scenario, days)


@EVERY
@of_each(15)
@given(data=st.data())
def test_the_order_in_which_a_case_is_listed_changes_nothing(name: str, data: st.DataObject) -> None:
    scenario = data.draw(testing.scenarios(name))
    assert verdict(testing.reordered(scenario)) == verdict(scenario)


@pytest.mark.parametrize("name", TALLIED)
@of_each(40)
@given(data=st.data())
def test_other_names_for_the_candidates_change_nothing_but_the_digest(name: str, data: st.DataObject) -> None:
    scenario = data.draw(testing.scenarios(name))
    names = dict(zip("ABCD", ("Zeynalova", "A", "Yusifov", "Əliyeva"), strict=True))
    before, after = verdict(scenario), verdict(testing.renamed(scenario, names))
    before.pop("digest"), after.pop("digest")
    assert before == after


@of_each(10)
@given(seats=st.lists(st.integers(1, 60), min_size=2, max_size=4), data=st.data())
def test_other_names_for_the_blocs_change_no_verdict_and_no_figure(seats: list[int], data: st.DataObject) -> None:
    assume(sum(seats) <= 125)
    stands = st.sampled_from(("in_favour", "against", "abstaining", "absent"))
    blocs = [
        {"bloc": f"bloc {number}", "seats": each, "position": data.draw(stands)} for number, each in enumerate(seats)
    ]
    chamber = {"body": "milli_majlis", "vacancies": 125 - sum(seats), "blocs": blocs}
    raw = {**data.draw(testing.plain_scenarios("az-1995/law", edition="2016")), "chamber": chamber}
    scenario = Scenario.model_validate(raw)
    names = {f"bloc {number}": name for number, name in enumerate(("z", "bloc 0", "y", "x"))}
    other = testing.renamed(scenario, names)
    assert other.chamber is not None
    assert scenario.chamber is not None
    assert [each.bloc for each in other.chamber.blocs] == [names[each.bloc] for each in scenario.chamber.blocs]
    assert verdict(other) == verdict(scenario)
    answers = [
        would_pass("az-1995/law", matter="94.I.3", chamber=bind_case(each).chamber) for each in (scenario, other)
    ]
    assert len({(each.passes, each.actual, each.margin, each.required) for each in answers}) == 1


def test_two_blocs_do_not_come_to_have_one_name() -> None:
    chamber = {"body": "milli_majlis", "blocs": [{"bloc": "A", "seats": 60}, {"bloc": "B", "seats": 65}]}
    scenario = Scenario.model_validate({"procedure": "az-1995/law", "as_of": "2010-03-01", "chamber": chamber})
    with pytest.raises(InputError, match="one name"):
        testing.renamed(scenario, {"A": "B"})


@EVERY
@of_each(20)
@given(data=st.data())
def test_an_act_after_the_end_changes_nothing_that_was_found_and_is_without_basis(
    name: str, data: st.DataObject
) -> None:
    its = procedure(name)
    scenario = data.draw(
        testing.scenarios(name, edition=data.draw(st.sampled_from(its.law.editions)), unknown_days=False)
    )
    before = DECIDER.judge(bind_case(scenario))
    if before.status != "concluded":
        event("it has not come to its end")
        return
    sides = {act for side in its.file.alongside for act in side.awaited}
    awaited = {act for step in its.file.steps for act in step.awaited}
    foreign = sorted(its.law.vocabulary.acts.keys() - sides - awaited)
    after = DECIDER.judge(bind_case(testing.followed_by(scenario, data.draw(st.sampled_from(foreign)))))
    event(f"{len(before.placed.at)} acts")
    told = [(each.provision, each.occurrence, each.result) for each in findings(before)]
    now = [(each.provision, each.occurrence, each.result) for each in findings(after)]
    assert [each for each in told if each not in now] == []
    assert after.ends == before.ends
    assert after.exit == 1
    assert len(after.placed.nowhere) == len(before.placed.nowhere) + 1


def test_an_act_can_follow_only_where_some_day_is_known() -> None:
    scenario = Scenario.model_validate({"procedure": "az-1995/law", "acts": [{"act": "vote", "date": "unknown"}]})
    with pytest.raises(InputError, match="no day"):
        testing.followed_by(scenario, "vote")
