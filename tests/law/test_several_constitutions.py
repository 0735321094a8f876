"""Two constitutions side by side, one of them replaced: which one is meant, and which days it governs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from invented_law import ARTICLE_1, CONSTITUTION, MOVING, VOCABULARY, act

from majlis.errors import InputError
from majlis.law.library import current, law
from majlis.questions.decide import Decider
from majlis.questions.explain import explain
from majlis.questions.listing import list_editions
from majlis.questions.schema import schema
from majlis.questions.standing import standing
from majlis.render.lists import editions_page
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from invented_law import Isle

LAST_DAY = "    last_day: {earliest: 1899-12-31, latest: 1899-12-31, source: an obituary}\n"
CUSTOM = """
    article: custom
    title: Custom
    provisions:
      - {cite: custom, kind: eligibility, says: Who came before the day may stay., requires: motion.date <= day}
"""


@pytest.fixture
def reef(isle: Isle) -> Isle:
    """The isle with the constitution that it had before: in the alphabet it comes first, and it has an article more."""
    frame = CONSTITUTION.replace("isle", "atoll").replace("1900", "1850").replace("1950", "1870")
    isle.write("rules/atoll/constitution.yaml", frame + LAST_DAY)
    isle.write("rules/atoll/vocabulary.yaml", VOCABULARY)
    isle.write("rules/atoll/1.yaml", ARTICLE_1)
    isle.write("rules/atoll/custom.yaml", CUSTOM)
    isle.write("procedures/atoll/moving.yaml", MOVING)
    return isle


def judged(*acts: dict[str, Any], **scenario: Any) -> Any:
    raw = {"procedure": "atoll/moving", "acts": list(acts), **scenario}
    return Decider("meaning").judge(bind_case(Scenario.model_validate(raw)))


@pytest.mark.usefixtures("reef")
def test_a_citation_alone_means_the_constitution_that_came_into_force_last() -> None:
    assert current() == "isle"
    assert {each.constitution for each in explain("1")} == {"isle"}
    assert {each.constitution for each in explain("atoll/1")} == {"atoll"}
    assert {each.constitution for each in explain("1", constitution="atoll")} == {"atoll"}
    assert schema("scenario")["properties"]["procedure"]["enum"] == ["isle/moving"]


@pytest.mark.usefixtures("reef")
def test_an_article_that_only_another_constitution_has_is_found_there() -> None:
    assert [f"{each.constitution}/{each.cite}" for each in explain("custom")] == ["atoll/custom"]


@pytest.mark.usefixtures("reef")
def test_an_article_that_none_has_is_missed_in_the_one_that_is_meant() -> None:
    with pytest.raises(InputError, match="isle has no rules for Article 9"):
        explain("9")


@pytest.mark.usefixtures("reef")
def test_a_constitution_that_was_replaced_governs_its_last_day_and_none_after_it() -> None:
    frame = law("atoll").constitution
    days = [dt.date(1849, 12, 31), dt.date(1850, 1, 1), dt.date(1899, 12, 31), dt.date(1900, 1, 1)]
    assert [frame.edition_on(day.toordinal()) for day in days] == [None, "1850", "1870", None]
    assert judged(act("motion", "1899-12-31")).status == "pending"


@pytest.mark.parametrize(("day", "said"), [("1849-12-31", "before 1850-01-01"), ("1900-01-01", "after 1899-12-31")])
@pytest.mark.usefixtures("reef")
def test_an_act_outside_its_days_is_refused(day: str, said: str) -> None:
    with pytest.raises(InputError, match=rf"was not in force {said}\. Check the dates"):
        judged(act("motion", day))
    with pytest.raises(InputError, match="its first day is 1850-01-01, its last day 1899-12-31"):
        standing("atoll/moving", day=dt.date.fromisoformat(day))


def test_a_date_among_the_facts_may_lie_outside_its_days(reef: Isle) -> None:
    steps = "- {step: motion, done: stay}\n- {step: stay, tests: [custom], passed: carried, failed: fallen}"
    text = MOVING.partition("steps:")[0] + "facts: {day: {type: date, asks: When?}}\n    steps:\n"
    body = "".join(f"      {line}\n" for line in steps.splitlines())
    reef.write("procedures/atoll/moving.yaml", f"{text}{body}    outcomes: {{carried: It stays., fallen: It goes.}}\n")
    ends = {
        day: judged(act("motion", "1860-01-01"), given={"day": day}).outcome.what
        for day in ("1820-01-01", "1859-12-31", "1860-01-01", "1990-01-01")
    }
    assert list(ends.values()) == ["fallen", "fallen", "carried", "carried"]


@pytest.mark.usefixtures("reef")
def test_the_list_of_editions_tells_the_end() -> None:
    listed = {f"{each.constitution} {each.edition}": each for each in list_editions()}
    assert {name: each.last for name, each in listed.items()} == {
        "atoll 1850": "", "atoll 1870": "1899-12-31", "isle 1900": "", "isle 1950": "",
    }  # fmt: skip
    page = " ".join(str(block) for block in editions_page([listed["atoll 1870"]]).blocks)
    assert "to 31 December 1899" in page
    assert "On the end: An obituary." in page


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("latest: 1950-03-10", "latest: 1950-02-01", "the window from 1950-03-01 to 1950-02-01 is backwards"),
        ("earliest: 1950-03-01", "earliest: 1900-01-01", "1900-01-01 does not come after 1900-01-01"),
        ("    questions:", f"{LAST_DAY}    questions:", "1899-12-31 does not come after 1950-03-10"),
    ],
)
def test_days_of_editions_that_cannot_be_right_are_refused(isle: Isle, old: str, new: str, fault: str) -> None:
    isle.write("rules/isle/constitution.yaml", CONSTITUTION.replace(old, new))
    with pytest.raises(InputError, match=rf"constitution\.yaml.*{fault}"):
        _ = law("isle").constitution


def test_a_constitution_has_an_edition(isle: Isle) -> None:
    isle.write("rules/isle/constitution.yaml", "constitution: isle\ntitle: The Isle\nzone: UTC\neditions: []\n")
    with pytest.raises(InputError, match=r"constitution\.yaml:4, editions"):
        _ = law("isle").constitution
