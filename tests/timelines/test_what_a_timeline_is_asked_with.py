"""`majlis.timeline` as a library: what it takes for a case and for a procedure, and what it refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

import majlis
from majlis.errors import InputError
from majlis.questions.timed import Timeline
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

LAW, DECREE = "az-1995/law", "az-1995/decree"
CASE = Scenario.model_validate(
    {
        "procedure": LAW,
        "as_of": "2010-08-02",
        "given": {"matter": "94.I.15", "changed": False},
        "acts": [{"act": "introduction", "date": "2010-03-01", "by": "deputy", "substantiated": True}],
    }
)


def asked(subject: Any, **known: Any) -> Timeline:
    return majlis.timeline(subject, engine="meaning", **known)


def refused(subject: Any, says: str, **known: Any) -> None:
    with pytest.raises(InputError, match=says):
        asked(subject, **known)


@pytest.mark.parametrize("subject", [CASE, bind_case(CASE)], ids=["scenario", "case"])
def test_a_case_is_judged_on_its_day_and_edition_unless_others_are_asked_for(subject: Any) -> None:
    plain = asked(subject)
    assert (plain.as_of, plain.editions, plain.plan) == ("2010-08-02", ("2009",), False)
    assert asked(subject, as_of="2010-09-01").as_of == "2010-09-01"
    assert asked(subject, as_of=date(2010, 9, 1)).as_of == "2010-09-01"
    assert asked(subject, edition="2016").editions == ("2016",)
    both = asked(subject, as_of="2010-09-01", edition="2016")
    assert (both.as_of, both.editions) == ("2010-09-01", ("2016",))


def test_a_case_is_not_changed_by_what_is_asked_of_it() -> None:
    asked(CASE, as_of="2010-09-01", edition="2016")
    assert (CASE.as_of, CASE.edition) == (date(2010, 8, 2), None)


@pytest.mark.parametrize(
    "known",
    [
        {"begins": "2010-01-01"},
        {"done": {"vote": "2010-04-01"}},
        {"given": {"changed": True}},
        {"matter": "94.I.15"},
    ],
    ids=lambda known: next(iter(known)),
)
def test_what_is_for_procedures_is_refused_with_a_case(known: dict[str, Any]) -> None:
    refused(CASE, "for procedures", **known)
    refused(bind_case(CASE), "for procedures", **known)


@pytest.mark.parametrize("subject", [1, None, b"az-1995/law", [LAW], {"procedure": LAW}])
def test_what_is_neither_a_name_nor_a_case_is_refused(subject: Any) -> None:
    refused(subject, "neither a procedure's name nor a case")


NO_DAYS = [1, 0, 1.5, True, False, b"2009-05-20", ["2009-05-20"], (), ""]


@pytest.mark.parametrize("bad", NO_DAYS, ids=repr)
def test_a_day_of_a_wrong_type_is_refused_wherever_it_is_given(bad: Any) -> None:
    refused(LAW, "the beginning: .* is no day", begins=bad)
    refused(LAW, "vote: .* is no day", begins="2009-05-20", done={"vote": bad})
    refused(LAW, "no day", begins="2009-05-20", done={"vote": {"date": bad}})
    refused(LAW, "date|day", begins="2009-05-20", as_of=bad)
    refused(CASE, "as_of: .* is no day", as_of=bad)


def test_a_step_that_is_done_on_no_day_is_refused() -> None:
    refused(LAW, "vote: 'None' is no day", begins="2009-05-20", done={"vote": None})


def test_a_moment_with_a_time_zone_is_refused_and_a_local_one_is_a_time_of_day() -> None:
    noon = datetime(2009, 5, 20, 12, 0, tzinfo=UTC)
    refused(LAW, "the beginning has a time zone", begins=noon)
    refused(LAW, "vote has a time zone", begins="2009-05-01", done={"vote": noon})
    refused(CASE, "as_of has a time zone", as_of=noon)
    local = asked(LAW, begins=noon.replace(tzinfo=None))
    assert local == asked(LAW, begins="2009-05-20T12:00")
    assert local.step("introduction").done == "2009-05-20"


@pytest.mark.parametrize("bad", [["vote"], "vote", {1: "2009-06-01"}, {None: "2009-06-01"}, 5])
def test_days_and_facts_are_mappings_of_names(bad: Any) -> None:
    refused(LAW, "done is no mapping", begins="2009-05-20", done=bad)
    refused(LAW, "given is no mapping", begins="2009-05-20", given=bad)


@pytest.mark.parametrize("bad", [[1], [None], b"counting=same_day", [b"counting=same_day"], {1}, [["counting"]]])
def test_a_reading_that_is_no_name_is_refused(bad: Any) -> None:
    refused(LAW, "a reading is no name", begins="2009-05-20", readings=bad)
    refused(CASE, "a reading is no name", readings=bad)


def test_one_reading_may_stand_alone_and_none_is_none() -> None:
    alone = asked(LAW, begins="2009-05-20", readings="counting=same_day")
    assert alone == asked(LAW, begins="2009-05-20", readings=("counting=same_day",))
    assert alone != asked(LAW, begins="2009-05-20")
    assert asked(LAW, begins="2009-05-20", readings=None) == asked(LAW, begins="2009-05-20")


@pytest.mark.parametrize("edition", [2009.5, b"2009", ["2009"], "", True])
def test_an_edition_that_there_is_not_is_refused_whatever_its_type(edition: Any) -> None:
    refused(LAW, "unknown edition", begins="2009-05-20", edition=edition)


def test_a_day_that_is_given_twice_has_to_be_the_same() -> None:
    day = {"decree_received": "2020-01-02"}
    refused(DECREE, "given twice, as 2020-01-02 and as 2020-01-03", done={"decree_received": "2020-01-03"}, given=day)
    refused(DECREE, "given twice", done={"decree_received": date(2020, 1, 3)}, given={"decree_received": "2020-01-02"})
    twice = asked(DECREE, begins="2020-01-01", done=day, given=day)
    assert twice == asked(DECREE, begins="2020-01-01", given=day)
    assert twice.given["decree_received"] == "2020-01-02"


def test_the_day_of_a_fact_has_no_fields() -> None:
    refused(DECREE, "has no fields", done={"decree_received": {"date": "2020-01-02", "by": "deputy"}})


def test_a_beginning_that_is_done_on_another_day_is_refused() -> None:
    refused(LAW, "it begins on 2009-05-20", begins="2009-05-20", done={"introduction": "2009-05-21"})


def test_a_limit_is_found_by_its_citation_with_and_without_its_constitution() -> None:
    found = asked(LAW, begins="2009-05-20")
    limit = found.limit("az-1995/96.IV")
    assert limit is not None
    assert limit.provision == "az-1995/96.IV"
    assert found.limit("96.IV") is limit
    assert found.limit("az-1995/96.IV", "vote") is limit
    assert found.limit("az-1995/96.IV", "introduction") is None, "no such limit at that step"
    assert found.limit("az-1921/96.IV") is None, "of another constitution"
    assert found.limit("6.IV") is None, "the end of a citation is none"


# The day of judgement of a plan


def test_a_plan_may_be_judged_on_the_day_of_its_last_act_and_not_before() -> None:
    done = {"vote": "2009-07-01"}
    found = asked(LAW, begins="2009-05-20", done=done, as_of="2009-07-01")
    assert found.as_of == "2009-07-01"
    assert found == asked(LAW, begins="2009-05-20", done=done), "it is by default the day of judgement"
    assert asked(LAW, begins="2009-05-20", as_of="2009-05-20").as_of == "2009-05-20"
    refused(LAW, "on 2009-06-30 the act of 2009-07-01 had not been done", done=done, as_of="2009-06-30")


def test_a_plan_without_any_day_bounds_no_step() -> None:
    for name in (LAW, "az-1995/presidential_vacancy", "az-1995/dissolution"):
        found = asked(name, begins="unknown")
        assert found.as_of == ""
        assert {(step.not_before, step.not_after) for step in found.steps} == {(None, None)}, name
        assert {(step.earliest, step.latest, step.done) for step in found.steps} == {(None, None, None)}, name
    dated = asked(LAW, begins="unknown", as_of="2009-05-20")
    assert any(step.not_before == "2009-05-20" for step in dated.steps), "a day of judgement bounds what is to come"
