"""A fault in a case is one clear error with file, line and remedy."""

from __future__ import annotations

import datetime as dt
import textwrap
from typing import Any

import pytest
from made_scenarios import case_of

from majlis.documents.reader import read_text
from majlis.errors import InputError
from majlis.scenario.acts import LONGEST_NAME
from majlis.scenario.case import Case, read_case
from majlis.scenario.model import Scenario

GOOD = """
    procedure: az-1995/law
    as_of: 2010-06-01
    given: {matter: 94.I.3}
    acts:
      - {act: introduction, date: 2010-03-01, by: deputy}
      - {act: vote, date: 2010-04-01, in_favour: 83, against: 20}
"""


def case(text: str) -> Case:
    return read_case(read_text(textwrap.dedent(text).lstrip("\n"), "case.yaml"))


def test_a_good_case_is_read() -> None:
    found = case(GOOD)
    assert found.facts == {"matter": "94.I.3"}
    assert [(act.act, act.values) for act in found.acts] == [
        ("introduction", {"by": "deputy"}),
        ("vote", {"in_favour": 83, "against": 20}),
    ]
    assert found.as_of == dt.date(2010, 6, 1).toordinal()


FAULTS = {
    "an unknown procedure": (
        "az-1995/law",
        "az-1995/lav",
        r"case\.yaml:1, procedure: unknown procedure 'az-1995/lav'\. Did you mean az-1995/law\?",
    ),
    "an unknown constitution": (
        "az-1995/law",
        "fr-1958/law",
        r"case\.yaml:1, procedure: unknown procedure 'fr-1958/law'",
    ),
    "an unknown edition": (
        "as_of: 2010-06-01",
        'edition: "2010"',
        r"case\.yaml:2, edition: unknown edition '2010'\. Did you mean 20\d\d\?",
    ),
    "an unknown key": ("as_of:", "asof:", r"case\.yaml:2, asof: unknown key 'asof'\. Did you mean as_of\?"),
    "an unknown fact": (
        "{matter: 94.I.3}",
        "{mater: 94.I.3}",
        r"case\.yaml:3, given\.mater: az-1995/law knows no fact 'mater'\. Did you mean matter\?",
    ),
    "an unknown matter": (
        "94.I.3",
        "94.I.33",
        r"case\.yaml:3, given\.matter: matter: '94\.I\.33' is not known here\. Did you mean 94\.I\.3+\d?\?",
    ),
    "a matter of another procedure": (
        "94.I.3",
        "95.III",
        r"case\.yaml:3, given\.matter: az-1995/law is not about 95\.III\. Its matters are those of 94\.I, 95\.I",
    ),
    "an unknown act": (
        "act: vote",
        "act: voet",
        r"case\.yaml:6, acts\[1\]\.act: unknown act 'voet'\. Did you mean vote\?",
    ),
    "an unknown field": (
        "against: 20",
        "agianst: 20",
        r"case\.yaml:6, acts\[1\]\.agianst: act vote has no field 'agianst'\. Did you mean against\?",
    ),
    "an unknown actor": (
        "by: deputy",
        "by: deputi",
        r"case\.yaml:5, acts\[0\]\.by: by: 'deputi' is not known here\. Did you mean deputy\?",
    ),
    "an unknown step": (
        "in_favour: 83",
        "step: vot",
        r"case\.yaml:6, acts\[1\]\.step: az-1995/law has no step 'vot'\. Did you mean vote\?",
    ),
    "votes over the seats": (
        "in_favour: 83",
        "in_favour: 126",
        r"case\.yaml:6, acts\[1\]\.in_favour: in_favour: 126 exceeds the 125 seats",
    ),
    "votes that together exceed the seats": (
        "in_favour: 83",
        "in_favour: 110",
        r"case\.yaml:6, acts\[1\]: in_favour \+ against = 130 exceeds 125, the seats of milli_majlis",
    ),
    "votes that exceed the sitting": (
        "in_favour: 83",
        "in_favour: 83, sitting: 100",
        r"case\.yaml:6, acts\[1\]: in_favour \+ against = 103 exceeds 100, sitting",
    ),
    "negative votes": (
        "in_favour: 83",
        "in_favour: -1",
        r"case\.yaml:6, acts\[1\]\.in_favour: in_favour: -1 is negative",
    ),
    "text for a number": (
        "in_favour: 83",
        "in_favour: many",
        r"case\.yaml:6, acts\[1\]\.in_favour: in_favour: 'many' is not a whole number",
    ),
    "a fraction of a vote": (
        "in_favour: 83",
        "in_favour: 83.0",
        r"case\.yaml:6, acts\[1\]\.in_favour: .*'83\.0' is not a whole number",
    ),
    "a list for a number": (
        "in_favour: 83",
        "in_favour: [83]",
        r"case\.yaml:6, acts\[1\]\.in_favour: .*is not a whole number",
    ),
    "an impossible date": (
        "2010-04-01",
        "2010-02-30",
        r"case\.yaml:6, acts\[1\]\.date: date: '2010-02-30' is no day of the calendar|case\.yaml:6, acts\[1\]\.date: '2010-02-30' is no day",
    ),
    "a date in words": (
        "2010-04-01",
        "1 April 2010",
        r"case\.yaml:6, acts\[1\]\.date: .*'1 April 2010' is no date; write it as 2009-05-20",
    ),
    "a short date": ("2010-04-01", "2010-4-1", r"case\.yaml:6, acts\[1\]\.date: .*'2010-4-1' is no date"),
    "an impossible time": (
        "in_favour: 83",
        "time: '25:00'",
        r"case\.yaml:6, acts\[1\]\.time: .*'25:00' is no time of day",
    ),
    "an act without a date": (", date: 2010-04-01", "", r"case\.yaml:6, acts\[1\]\.date: 'date' is missing"),
    "an act that is none": (
        "{act: vote, date: 2010-04-01, in_favour: 83, against: 20}",
        "vote",
        r"case\.yaml:6, acts\[1\]",
    ),
    "an actor that is a list": ("by: deputy", "by: [deputy]", r"case\.yaml:5, acts\[0\]\.by: .*is not known here"),
    "an actor that is a map": ("by: deputy", "by: {a: deputy}", r"case\.yaml:5, acts\[0\]\.by: .*is not known here"),
    "a fact that is a list": ("94.I.3", "[94.I.3]", r"case\.yaml:3, given\.matter: .*is not known here"),
    "given that is no map": ("given: {matter: 94.I.3}", "given: [matter]", r"case\.yaml:3, given"),
    "a fact that is a map": ("94.I.3", "{a: b}", r"case\.yaml:3, given\.matter: .*is not known here"),
    "no procedure": ("procedure: az-1995/law\n", "", r"case\.yaml.*'procedure' is missing"),
}


@pytest.mark.parametrize(("good", "bad", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_case_is_located(good: str, bad: str, message: str) -> None:
    text = textwrap.dedent(GOOD).lstrip("\n")
    assert good in text
    with pytest.raises(InputError, match=message) as caught:
        case(text.replace(good, bad))
    assert caught.value.remedy


def test_acts_that_are_no_list_are_refused() -> None:
    with pytest.raises(InputError, match=r"case\.yaml:2, acts"):
        case("procedure: az-1995/law\nacts: none")


def test_without_any_day_there_is_nothing_to_judge() -> None:
    with pytest.raises(InputError, match=r"no act has a date, so there is no day to judge\. Give `as_of:`"):
        case("procedure: az-1995/law\nacts: [{act: introduction, date: unknown}]")
    with pytest.raises(InputError, match="no day to judge"):
        case("procedure: az-1995/law")


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("candidates", {}, "no candidate is named"),
        ("candidates", {"": 3}, "a name has 1 to 100 characters"),
        ("candidates", {"A" * (LONGEST_NAME + 1): 3}, "a name has 1 to 100 characters"),
        ("candidates", {"A": -3}, "-3 is negative"),
        ("candidates", {"A": "x"}, "'x' is not a whole number"),
        ("candidates", ["A"], "candidates"),
        ("valid_votes", 30, r"valid_votes = 30 exceeds 20, participants"),
        ("candidates", {"A": 15, "B": 6}, r"candidates = 21 exceeds 20, participants"),
    ],
)
def test_a_tally_that_cannot_be_is_refused(field: str, value: Any, message: str) -> None:
    act = {"act": "round", "date": "2008-10-05", "candidates": {"A": 10}, "participants": 20, field: value}
    with pytest.raises(InputError, match=message):
        case_of({"procedure": "az-1995/presidential_election", "acts": [act]})


def test_figures_that_come_out_exactly_are_taken() -> None:
    act = {"act": "round", "date": "2008-10-05", "candidates": {"A": 15, "B": 5}, "valid_votes": 20, "participants": 20}
    assert case_of({"procedure": "az-1995/presidential_election", "acts": [act]}).acts[0].tally == {"A": 15, "B": 5}


def test_an_act_like_another_has_its_fields_and_bounds() -> None:
    raw = {"procedure": "az-1995/decree", "acts": [{"act": "dismissal_vote", "date": "2008-10-05", "in_favour": 126}]}
    with pytest.raises(InputError, match="126 exceeds the 125 seats"):
        case_of(raw)


def test_python_values_are_taken_as_they_are() -> None:
    scenario = Scenario.model_validate(
        {
            "procedure": "az-1995/law",
            "given": {"changed": True},
            "acts": [{"act": "vote", "date": dt.date(2010, 4, 1), "time": dt.time(14, 30), "in_favour": 83}],
        }
    )
    assert scenario.acts[0].date == dt.date(2010, 4, 1)
    assert scenario.acts[0].time == "14:30"
    assert case_of(scenario.model_dump()).facts == {"changed": True}


@pytest.mark.parametrize("date", [dt.datetime(2010, 4, 1, 12, 0, tzinfo=dt.UTC), 733863, True, 20.5])
def test_a_moment_or_a_number_is_no_date(date: Any) -> None:
    with pytest.raises(ValueError, match="is a moment|is no date"):
        Scenario.model_validate({"procedure": "az-1995/law", "acts": [{"act": "vote", "date": date}]})


@pytest.mark.parametrize("votes", [True, 83.0, "83 ", "８３", "1" * 16, "+83", ""])
def test_what_only_looks_like_a_count_is_none(votes: Any) -> None:
    with pytest.raises(InputError, match="is not a whole number"):
        case_of({"procedure": "az-1995/law", "acts": [{"act": "vote", "date": "2010-04-01", "in_favour": votes}]})


def test_a_case_before_the_constitution_is_refused_unless_an_edition_is_pinned() -> None:
    from majlis.questions.decide import Decider

    raw = {"procedure": "az-1995/law", "acts": [{"act": "introduction", "date": "1994-01-01"}]}
    with pytest.raises(
        InputError, match=r"was not in force before 1995-11-27\. Check the dates of the acts, or pin an edition"
    ):
        Decider("meaning").judge(case_of(raw))
    assert Decider("meaning").judge(case_of({**raw, "edition": "1995"})).editions["introduction.1"] == "1995"
