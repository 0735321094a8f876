"""A deadline that ends on a day which another law sets and the case gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from invented_law import act

from majlis.errors import LawError
from majlis.questions.decide import decide
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.questions.verdict import Verdict

FACTS = '{last_day: {type: date, asks: "By which day?"}, crowd: {type: count, asks: "How many?"}}'
STEPS = """
- {step: motion, done: seal}
- {step: seal, governed_by: ["2"], done: won, late: {silent: Late., then: goes on}, missed: {silent: Never.}}
"""
MOVED = act("motion", "1960-01-01")


@pytest.fixture
def dated(isle: Isle) -> Isle:
    isle.rule('cite: "2", kind: deadline, says: It is sealed by the day., after: motion, by_day: last_day')
    isle.procedure(STEPS, facts=FACTS)
    return isle


def verdict(*acts: dict[str, Any], as_of: str, **given: str) -> Verdict:
    raw = {"procedure": "isle/trial", "acts": list(acts), "as_of": as_of, "given": given}
    return decide(Scenario.model_validate(raw), engine="meaning")


@pytest.mark.parametrize(("day", "result"), [("1960-01-09", "met"), ("1960-01-10", "met"), ("1960-01-11", "breached")])
def test_the_act_is_in_time_up_to_the_day(dated: Isle, day: str, result: str) -> None:
    found = verdict(MOVED, act("seal", day), as_of="1960-02-01", last_day="1960-01-10")
    assert found.result("2") == result
    assert next(each for each in found.timeline if each.provision.endswith("/2")).due == "1960-01-10"


@pytest.mark.parametrize(("day", "status"), [("1960-01-10", "pending"), ("1960-01-11", "undetermined")])
def test_an_act_that_never_comes_is_missed_from_the_day_after(dated: Isle, day: str, status: str) -> None:
    found = verdict(MOVED, as_of=day, last_day="1960-01-10")
    assert found.status == status
    assert [each.says for each in found.silences] == (["Never."] if status == "undetermined" else [])


@pytest.mark.parametrize("acts", [(MOVED,), (MOVED, act("seal", "1960-01-05"))])
def test_without_the_day_nothing_is_in_time_and_the_day_is_asked_for(
    dated: Isle, acts: tuple[dict[str, Any], ...]
) -> None:
    found = verdict(*acts, as_of="1960-02-01")
    (finding,) = [each for each in found.findings if each.provision.endswith("/2")]
    assert finding.result in ("unknown", "pending")
    assert found.outcome is None or finding.wanting == ("last_day",)
    assert found.status == ("undetermined" if len(acts) == 1 else "concluded")
    assert found.missing == (("last_day",) if len(acts) == 1 else ())


@pytest.mark.parametrize(("fact", "fault"), [("first_day", "unknown fact 'first_day'"), ("crowd", "crowd is no date")])
def test_only_a_date_fact_can_be_such_a_day(isle: Isle, fact: str, fault: str) -> None:
    isle.rule(f'cite: "2", kind: deadline, says: It is sealed by the day., after: motion, by_day: {fact}')
    isle.procedure(STEPS, facts=FACTS)
    with pytest.raises(LawError, match=rf"2\.yaml:4.*{fault}"):
        isle.lower()
