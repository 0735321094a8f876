"""What holds of every case, however odd, of every procedure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from how_many import of_each
from hypothesis import assume, event, given
from hypothesis import strategies as st
from made_scenarios import Raw, as_yaml, case_of, day_text, in_span, most_in_favour, raw_scenarios, voted_on

from majlis.documents.reader import read_text
from majlis.errors import InputError
from majlis.procedure.library import procedure, procedures
from majlis.procedure.program import EndKind
from majlis.questions.decide import Decider
from majlis.questions.findings import result_of
from majlis.questions.uses import places
from majlis.scenario.case import read_case

if TYPE_CHECKING:
    from majlis.questions.judgement import Judgement

each_procedure = pytest.mark.parametrize("name", procedures())
WITH_ACTS = [name for name in procedures() if any(step.awaited for step in places(procedure(name)))]
each_with_acts = pytest.mark.parametrize("name", WITH_ACTS)
DECIDER = Decider("meaning")


def verdict(raw: Raw, **changed: Any) -> dict[str, Any]:
    """The whole verdict on a case as plain data."""
    return DECIDER.decide(case_of({**raw, **changed})).as_dict()


def judged(raw: Raw, **changed: Any) -> Judgement:
    return DECIDER.judge(case_of({**raw, **changed}))


def met(found: Judgement) -> set[str]:
    """The findings of the steps that a case reached, as far as they are met."""
    reached = [f for f in found.program.findings if f"reach.{f.occurrence}" in found.held]
    return {finding.name for finding in reached if result_of(found, finding) == "met"}


def about_the_day_of_judgement(found: Judgement) -> set[str]:
    """The findings about facts to which no act has led: the law may name a day from which they come out otherwise."""
    acts = {here.name for here in found.placed.at}
    days = found.record.values
    tests = [f for f in found.program.findings if f.occurrence not in acts]
    return {f.name for f in tests if days.get(f"{f.occurrence}.date") == found.case.as_of}


@each_procedure
@of_each(60)
@given(data=st.data())
def test_a_case_is_decided_or_refused_with_a_clear_error(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_scenarios(name, twins=True))
    try:
        found = verdict(raw)
    except InputError as error:
        event("refused")
        assert error.what and error.remedy, "an error says what is wrong and what to do"
        return
    event(found["status"])
    assert found["exit"] == {"undetermined": 3}.get(found["status"], found["exit"])
    assert json.loads(json.dumps(found)) == json.loads(json.dumps(found, sort_keys=True))


@each_procedure
@of_each(25)
@given(data=st.data())
def test_the_order_of_the_acts_in_the_file_does_not_matter(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_scenarios(name))
    other = data.draw(st.permutations(raw["acts"]))
    assert verdict(raw, acts=other) == verdict(raw)


@each_procedure
@of_each(15)
@given(data=st.data())
def test_deciding_twice_gives_the_same_digest_and_the_same_verdict(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_scenarios(name))
    first, again = verdict(raw), Decider("meaning").decide(case_of(raw)).as_dict()
    assert first["digest"] == again["digest"]
    assert first == again


@each_procedure
@of_each(15)
@given(data=st.data())
def test_another_case_has_another_digest(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_scenarios(name))
    later = day_text(case_of(raw).as_of + 1)
    assert verdict(raw)["digest"] != verdict(raw, as_of=later)["digest"]


@each_procedure
@of_each(15)
@given(data=st.data())
def test_the_same_case_in_json_and_in_yaml_gives_the_same_verdict(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_scenarios(name))
    from_json = DECIDER.decide(read_case(read_text(json.dumps(raw), "case.json")))
    from_yaml = DECIDER.decide(read_case(read_text(as_yaml(raw), "case.yaml")))
    assert from_json.as_dict() == from_yaml.as_dict() == verdict(raw)


@pytest.mark.needs_durable_rules
@each_procedure
@of_each(20)
@given(data=st.data())
def test_both_engines_give_the_same_verdict(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_scenarios(name))
    found = Decider("durable").decide(case_of(raw)).as_dict()
    assert found["engine"] == "durable"
    assert {**found, "engine": "meaning"} == verdict(raw)


@each_procedure
@of_each(40)
@given(data=st.data())
def test_each_track_has_exactly_one_of_outcome_silence_awaited_step_and_missing_fact_or_wording(
    name: str, data: st.DataObject
) -> None:
    found = judged(data.draw(raw_scenarios(name)))
    ends = {track: [end for end in found.ends if end.track == track] for track in found.tracks}
    assert all(len(several) <= 1 for several in ends.values()), "a track stands in two ways at once"
    left_open = [track for track, several in ends.items() if not several]
    unread = any(each.provision.deciding and each.provision.not_known for each in found.program.findings)
    assert left_open or not found.missing, "no fact is missing where every track stands somewhere"
    assert not left_open or found.missing or unread, "a track is open for want of a fact, or of a wording"
    for end in (end for several in ends.values() for end in several):
        event(end.kind.value)
        assert end.kind is not EndKind.AWAITS or end.awaited
        assert end.what


@pytest.mark.parametrize("name", list(filter(voted_on, procedures())))
@of_each(60, rare=True)
@given(data=st.data())
def test_more_votes_in_favour_never_turn_passed_into_failed_at_their_step(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_scenarios(name, strays=False))
    acts = raw["acts"]
    assume(any("in_favour" in act for act in acts))
    chosen = data.draw(st.sampled_from([number for number, act in enumerate(acts) if "in_favour" in act]))
    others = ("abstained", "not_voting", "absent", "present", "sitting")
    fewer = {key: value for key, value in acts[chosen].items() if key not in others}
    room = min(fewer.get(whole, most_in_favour(name, fewer["act"])) for whole in ("voting", "members", "seats"))
    most = room - fewer.get("against", 0)
    more = {**fewer, "in_favour": data.draw(st.integers(min(fewer["in_favour"], most), most))}
    before = judged(raw, acts=[*acts[:chosen], fewer, *acts[chosen + 1 :]])
    after = judged(raw, acts=[*acts[:chosen], more, *acts[chosen + 1 :]])
    same = (fewer["act"], fewer["in_favour"])
    steps = {here.name for here, act in before.placed.at.items() if (act.act, act.values.get("in_favour")) == same}
    thresholds = [f for f in before.program.findings if f.occurrence in steps and f.provision.kind == "threshold"]
    for finding in thresholds:
        was, now = result_of(before, finding), result_of(after, finding)
        event(f"{was} before")
        assert was != "met" or now == "met"


@each_procedure
@of_each(40)
@given(data=st.data())
def test_a_later_day_of_judgement_never_turns_met_into_anything_else(name: str, data: st.DataObject) -> None:
    raw = data.draw(raw_scenarios(name))
    passing = data.draw(st.sampled_from((1, 7, 30, 57, 400, 4_000)))
    later = day_text(in_span(procedure(name).law, case_of(raw).as_of + passing))
    before, after = judged(raw), judged(raw, as_of=later)
    event("something was met" if met(before) else "nothing was met")
    # An act of unknown day is judged by the edition of the day of judgement, which may then be another.
    moved = {f.name: f.edition for f in before.program.findings}.items() - {
        f.name: f.edition for f in after.program.findings
    }.items()
    same = met(before) - {name for name, _ in moved} - about_the_day_of_judgement(before)
    assert {name for name in same if f"{name}.met" not in after.held} == set()


@each_with_acts
@of_each(40)
@given(data=st.data())
def test_when_later_acts_come_to_be_listed_what_was_met_stays_met(name: str, data: st.DataObject) -> None:
    """The day of judgement moves over acts: those not yet done on the earlier day count on the later one."""
    raw = data.draw(raw_scenarios(name, unknown_days=False, strays=False))
    days = sorted({act["date"] for act in raw["acts"]})
    assume(days)
    early = data.draw(st.sampled_from(days))
    before, after = judged(raw, as_of=early), judged(raw)
    assert {name for name in met(before) if f"{name}.met" not in after.held} == set()
