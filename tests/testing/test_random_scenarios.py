"""`majlis.testing`: the cases that it makes are cases, are what was asked for, and come near what matters."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

import pytest
from how_many import of_each
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from majlis import testing
from majlis.documents.reader import read_text
from majlis.errors import InputError
from majlis.procedure.library import procedure, procedures
from majlis.questions.decide import Decider
from majlis.questions.findings import result_of
from majlis.scenario.case import bind_case, read_case
from majlis.scenario.model import Scenario
from majlis.testing.turning_points import turning_points

each_procedure = pytest.mark.parametrize("name", procedures())
LAW = "az-1995/law"
DECIDER = Decider("meaning")


def drawn(strategy: st.SearchStrategy[Any], many: int) -> list[Any]:
    found: list[Any] = []

    @settings(
        max_examples=many, database=None, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None
    )
    @given(strategy)
    def collect(each: Any) -> None:
        found.append(each)

    collect()
    return found


@each_procedure
@of_each(15)
@given(data=st.data())
def test_a_lawful_course_is_one_in_which_nobody_broke_the_procedure(name: str, data: st.DataObject) -> None:
    scenario = data.draw(testing.scenarios(name, lawful=True))
    assert DECIDER.judge(bind_case(scenario)).breaches == frozenset()


@each_procedure
@of_each(15)
@given(data=st.data())
def test_a_case_of_an_edition_is_governed_by_it_and_lies_in_its_own_time(name: str, data: st.DataObject) -> None:
    law = procedure(name).law
    edition = data.draw(st.sampled_from(law.editions))
    scenario = data.draw(testing.scenarios(name, edition=edition, unknown_days=False))
    assert scenario.edition == edition
    assert {law.constitution.edition_on(act.date.toordinal()) for act in scenario.acts if act.date} <= {edition}
    assert set(DECIDER.judge(bind_case(scenario)).editions.values()) == {edition}


@each_procedure
@of_each(15)
@given(data=st.data())
def test_nothing_is_missing_where_that_is_asked_for(name: str, data: st.DataObject) -> None:
    its = procedure(name)
    scenario = data.draw(testing.scenarios(name, unknown_days=False, missing_facts=False))
    assert all(act.date is not None for act in scenario.acts)
    plain = {fact for fact, kind in its.file.facts.items() if kind.type not in ("date", "matter")}
    assert plain <= scenario.given.keys()


@each_procedure
@of_each(15)
@given(data=st.data())
def test_a_case_that_is_written_as_a_file_is_read_as_the_same_case(name: str, data: st.DataObject) -> None:
    scenario = data.draw(testing.scenarios(name))
    again = read_case(read_text(testing.as_file(scenario), "case.yaml"))
    case = bind_case(scenario)
    assert (again.facts, again.acts, again.as_of) == (case.facts, case.acts, case.as_of)
    assert again.scenario.edition == scenario.edition


def test_a_file_keeps_a_chamber_sittings_and_words_that_yaml_would_misread() -> None:
    blocs = [{"bloc": "no: not # ours", "seats": 60, "chance": "1/3"}, {"bloc": "yes", "seats": "5"}]
    raw = {
        "procedure": LAW,
        "title": 'A "title", with: all',
        "as_of": "2010-03-01",
        "given": {"matter": "94.I.3"},
        "sittings": {"milli_majlis": {"from": "2010-02-01", "to": "2010-02-28", "days": ["2010-02-02"]}},
        "chamber": {"body": "milli_majlis", "blocs": blocs, "vacancies": 60},
        "readings": ["counting=day_after"],
        "acts": [{"act": "introduction", "date": "unknown", "time": "09:30", "note": "- not a list"}],
        "expect": {"findings": {"94.I": "met"}},
    }
    scenario = Scenario.model_validate(raw)
    again = read_case(read_text(testing.as_file(scenario), "case.yaml")).scenario
    assert again.model_dump(mode="json") == scenario.model_dump(mode="json")


@pytest.mark.parametrize("votes", [82, 83, 84])
def test_votes_come_at_a_threshold_and_right_beside_it(votes: int) -> None:
    made = testing.acts(LAW, "vote", missing_figures=False)
    assert votes in {act.model_extra["in_favour"] for act in drawn(made, 300) if act.model_extra}


@pytest.mark.parametrize("away", [-1, 0, 1])
def test_acts_come_on_the_last_day_of_a_period_and_right_beside_it(away: int) -> None:
    def stands_there(scenario: Scenario) -> bool:
        found = DECIDER.judge(bind_case(scenario))
        timings = [timing for name, timing in found.record.timings.items() if name.startswith("110.I@")]
        return any(each.done is not None and each.due is not None and each.done - each.due == away for each in timings)

    quickly = settings(max_examples=3_000, deadline=None, database=None, derandomize=True, phases=[Phase.generate])
    assert find(testing.scenarios(LAW), stands_there, settings=quickly)


@pytest.mark.parametrize("away", [-1, 0, 1])
def test_figures_come_at_a_share_of_another_figure_and_right_beside_it(away: int) -> None:
    (share,) = [
        each
        for each in turning_points(procedure("az-1995/presidential_election")).shares["round"]
        if each.share == (2, 3)
    ]
    made = testing.acts("az-1995/presidential_election", "round", missing_figures=False)
    rounds = [act.model_extra or {} for act in drawn(made, 300)]
    told = [each for each in rounds if "participants" in each]
    assert away in {max(each["candidates"].values()) - share.least(each["participants"]) for each in told}


def test_random_cases_of_all_procedures_come_to_every_kind_of_end_and_every_result() -> None:
    ends, results = Counter[str](), Counter[str]()
    for name in procedures():
        for scenario in drawn(testing.scenarios(name), 6):
            found = DECIDER.judge(bind_case(scenario))
            ends.update(end.kind.value for end in found.ends)
            reached = [f for f in found.program.findings if f"reach.{f.occurrence}" in found.held]
            results.update(result_of(found, finding) for finding in reached)
    assert min(ends[each] for each in ("outcome", "silence", "awaits")) > 50
    assert min(results[each] for each in ("met", "breached", "failed", "unknown", "pending", "not_applicable")) > 100


def test_an_act_of_a_kind_has_the_fields_of_its_kind() -> None:
    for act in drawn(testing.acts(LAW), 50):
        assert set(act.model_extra or {}) <= set(procedure(LAW).law.vocabulary.act(act.act).fields)


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        (lambda: testing.scenarios("az-1995/lawn"), "az-1995/law"),
        (lambda: testing.scenarios(LAW, edition="2010"), "2016"),
        (lambda: testing.acts(LAW, "votes"), "vote"),
        (lambda: testing.machine("az-1995/lawn"), "az-1995/law"),
        (lambda: testing.machine(LAW, edition="2010"), "2016"),
        (lambda: testing.machine(LAW, engines=("steam",)), "meaning"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(asked: Any, advice: str) -> None:
    with pytest.raises(InputError) as refused:
        asked()
    assert advice in str(refused.value)


def test_without_hypothesis_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "majlis.testing.state_machine", raising=False)
    for name in [each for each in sys.modules if each.partition(".")[0] == "hypothesis"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(InputError, match=r"pip install 'majlis\[testing\]'"):
        _ = testing.machine


def test_what_the_package_has_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'scenery'"):
        _ = testing.scenery  # type: ignore[attr-defined]
