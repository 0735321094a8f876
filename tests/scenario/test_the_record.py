"""The flat view of a case: facts, figures, clocks, tallies and lines of succession."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from invented_law import act
from made_scenarios import case_of, raw_scenarios

from majlis.logic.check import Kind
from majlis.procedure.library import procedures
from majlis.questions.decide import Decider

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.logic.truth import Value

DECIDER = Decider("meaning")


def values(*acts: dict[str, Any], name: str = "az-1995/law", **scenario: Any) -> dict[str, Value]:
    raw = {"procedure": name, "acts": list(acts), **scenario}
    return DECIDER.judge(case_of(raw)).record.values


INTRODUCED = act("introduction", "2010-03-01", by="president")


def test_an_act_that_was_not_done_is_known_not_to_have_been_done() -> None:
    found = values(INTRODUCED)
    assert found["introduction.1.done"] is True
    assert found["vote.1.done"] is False


def test_an_act_leaves_its_figures_and_what_was_not_given_is_absent() -> None:
    found = values(INTRODUCED, act("vote", "2010-04-01", in_favour=70))
    assert found["vote.1.in_favour"] == 70
    assert "vote.1.against" not in found
    assert found["introduction.1.by"] == "president"


def test_an_act_after_the_day_of_judgement_was_not_done() -> None:
    found = values(INTRODUCED, act("vote", "2010-04-01", in_favour=70), as_of="2010-03-31")
    assert found["vote.1.done"] is False
    assert "vote.1.in_favour" not in found


def test_the_day_of_judgement_is_that_of_the_last_act_unless_given() -> None:
    assert values(INTRODUCED, act("vote", "2010-04-01"))["as_of"] == values(INTRODUCED, as_of="2010-04-01")["as_of"]


def test_where_several_acts_may_take_a_step_the_record_says_which_did() -> None:
    found = values(
        INTRODUCED, act("vote", "2010-04-01"), act("presentation", "2010-04-02"), act("return", "2010-04-03")
    )
    assert found["decision.1.act"] == "return"
    assert "presentation.1.act" not in found


def test_a_matter_brings_its_list() -> None:
    assert values(INTRODUCED, given={"matter": "94.I.3"})["matter.list"] == "94.I"
    assert values(INTRODUCED, given={"matter": "95.III"}, name="az-1995/decree")["matter.list"] == "95.III"
    assert "matter.list" not in values(INTRODUCED)


def test_a_fact_said_to_be_unknown_is_absent() -> None:
    assert "changed" not in values(INTRODUCED, given={"changed": "unknown"})
    assert values(INTRODUCED, given={"changed": "no"})["changed"] is False


def test_acts_without_a_place_are_counted() -> None:
    assert values(INTRODUCED)["unplaced"] == 0
    assert values(INTRODUCED, act("oath", "2010-03-02"), act("election", "2010-03-02"))["unplaced"] == 2


def test_a_clock_says_what_was_left_and_how_long_it_took() -> None:
    found = values(INTRODUCED, act("vote", "2010-04-01"), act("presentation", "2010-04-14"))
    assert found["slack.97.I@presentation.1"] == 1
    assert found["since.97.I@presentation.1"] == 13
    assert "over.97.I@presentation.1" not in found


@pytest.mark.parametrize(("as_of", "over"), [("2010-04-14", -1), ("2010-04-15", 0), ("2010-04-16", 1)])
def test_a_clock_that_still_runs_says_how_far_it_is_over(as_of: str, over: int) -> None:
    found = values(INTRODUCED, act("vote", "2010-04-01"), as_of=as_of)
    assert found["over.97.I@presentation.1"] == over
    assert "slack.97.I@presentation.1" not in found


def test_a_clock_whose_trigger_did_not_come_or_has_no_day_says_nothing() -> None:
    for acts in ([INTRODUCED], [INTRODUCED, act("vote", "unknown"), act("presentation", "2010-04-14")]):
        assert not [name for name in values(*acts) if "97.I@" in name]


def test_an_act_on_an_unknown_day_has_a_due_day_and_no_other_reading_on_its_clock() -> None:
    found = values(INTRODUCED, act("vote", "2010-04-01"), act("presentation", "unknown"))
    assert found["presentation.1.done"] is True
    assert [name for name in found if "97.I@presentation" in name] == ["due.97.I@presentation.1"]
    assert "presentation.1.date" not in found


@pytest.mark.parametrize(
    ("vote", "presentation", "slack"),
    [
        ({"date": "2010-04-01"}, {"date": "2010-04-01"}, 1),
        ({"date": "2010-04-01"}, {"date": "2010-04-02"}, None),
        ({"date": "2010-04-01", "time": "12:00"}, {"date": "2010-04-02", "time": "11:30"}, 30),
        ({"date": "2010-04-01", "time": "12:00"}, {"date": "2010-04-02", "time": "12:01"}, -1),
        ({"date": "2010-04-01", "time": "12:00"}, {"date": "2010-04-02"}, None),
        ({"date": "2010-04-01", "time": "23:59"}, {"date": "2010-04-02"}, 0),
        ({"date": "2010-04-01"}, {"date": "2010-04-03"}, -1),
    ],
)
def test_twenty_four_hours_are_counted_by_times_or_by_what_days_allow(
    vote: dict[str, str], presentation: dict[str, str], slack: int | None
) -> None:
    found = values(
        INTRODUCED,
        act("urgency", "2010-03-02", by="president"),
        {"act": "vote", **vote},
        {"act": "presentation", **presentation},
    )
    assert found.get("slack.97.II@presentation.1") == slack


def test_two_urgencies_are_counted_and_the_first_is_the_one() -> None:
    found = values(INTRODUCED, act("urgency", "2010-03-05", by="deputy"), act("urgency", "2010-03-03", by="president"))
    assert (found["urgency.done"], found["urgency.count"], found["urgency.by"]) == (True, 2, "president")
    none = values(INTRODUCED)
    assert (none["urgency.done"], none["urgency.count"]) == (False, 0)


ROUND = act("round", "2008-10-05", candidates={"A": 40, "B": 35, "C": 20}, participants=100)


def polled(*acts: dict[str, Any]) -> dict[str, Value]:
    return values(*acts, name="az-1995/presidential_election")


def test_a_tally_is_put_on_the_record_as_figures() -> None:
    found = polled(ROUND)
    assert {name.rpartition(".")[2]: value for name, value in found.items() if name.startswith("first_round.1.")}.items() >= {
        "leading": 40, "runner_up": 35, "total": 95, "number": 3, "tied": False,
    }.items()  # fmt: skip
    assert not [name for name in found if name.endswith("_rank")]


def test_a_single_candidate_has_no_rival_and_is_not_tied() -> None:
    found = polled(act("round", "2008-10-05", candidates={"A": 40}))
    assert (found["first_round.1.runner_up"], found["first_round.1.number"], found["first_round.1.tied"]) == (
        0,
        1,
        False,
    )


def test_two_with_as_many_votes_are_tied() -> None:
    found = polled(act("round", "2008-10-05", candidates={"A": 40, "B": 40, "C": 1}))
    assert (found["first_round.1.tied"], found["first_round.1.leading"], found["first_round.1.runner_up"]) == (
        True,
        40,
        40,
    )


@pytest.mark.parametrize(
    ("candidates", "ranks"),
    [({"A": 1, "B": 1}, (1, 2)), ({"A": 1, "C": 1}, (1, 3)), ({"B": 1, "C": 1}, (2, 3)), ({"A": 1, "New": 1}, (1, 4))],
)
def test_in_the_second_round_each_candidate_has_the_rank_of_the_first(
    candidates: dict[str, int], ranks: tuple[int, int]
) -> None:
    found = polled(ROUND, act("round", "2008-10-19", candidates=candidates))
    assert (found["second_round.1.best_rank"], found["second_round.1.worst_rank"]) == ranks


def line(*vacancies: dict[str, Any]) -> dict[str, Value]:
    found = values(
        act("resignation_accepted", "2005-05-01"), *vacancies, name="az-1995/presidential_vacancy", as_of="2005-07-01"
    )
    return {name: value for name, value in found.items() if name.endswith(".left")}


def vacancy(date: str, office: str = "prime_minister", cause: str = "resignation") -> dict[str, Any]:
    return act("vacancy", date, office=office, cause=cause)


def test_an_office_of_which_nothing_is_said_is_held() -> None:
    assert line() == {"acting.1.left": "in_office", "acting.2.left": "in_office"}


def test_an_office_that_was_vacant_before_its_turn_is_vacant_and_one_that_fell_vacant_says_how() -> None:
    assert line(vacancy("2005-04-30"))["acting.1.left"] == "vacant"
    assert line(vacancy("2005-05-01"))["acting.1.left"] == "resignation"
    assert line(vacancy("2005-05-09", cause="death"))["acting.1.left"] == "death"


def test_the_turn_of_the_next_comes_when_the_one_before_has_left() -> None:
    speaker = vacancy("2005-05-15", office="speaker")
    assert line(vacancy("2005-05-10"), speaker)["acting.2.left"] == "resignation"
    assert line(vacancy("2005-05-20"), speaker)["acting.2.left"] == "vacant"


def test_a_vacancy_on_an_unknown_day_is_not_known_to_be_one_or_the_other() -> None:
    assert "acting.1.left" not in line(vacancy("unknown"))


def test_an_office_that_is_not_in_the_line_does_not_matter() -> None:
    assert line(vacancy("2005-05-09", office="ombudsman")) == line()


LOOP = """
    - {step: motion, done: ballot}
    - {step: ballot, governed_by: [1.I], passed: seal, failed: motion}
    - {step: seal, governed_by: ["2"], done: won}
"""


@pytest.fixture
def looped(isle: Isle) -> Isle:
    isle.rule('cite: "2", kind: precondition, says: Few were against., requires: ballot.against <= 2')
    isle.procedure(LOOP)
    return isle


MOVED_TWICE = (
    act("motion", "1960-01-01"), act("ballot", "1960-01-02", in_favour=1, against=9, present=11),
    act("motion", "1960-02-01"), act("ballot", "1960-02-02", in_favour=9),
)  # fmt: skip


def test_the_last_round_of_a_loop_is_seen_from_outside_with_its_own_figures(looped: Isle) -> None:
    found = looped.judged(*MOVED_TWICE[:3], {**MOVED_TWICE[3], "against": 1}, act("seal", "1960-02-03"))
    assert found.record.values["ballot.last.in_favour"] == 9
    assert found.record.values["ballot.last.against"] == 1
    assert "2@seal.1.met" in found.held


def test_a_figure_that_the_last_round_does_not_give_is_not_taken_from_an_earlier_one(looped: Isle) -> None:
    found = looped.judged(*MOVED_TWICE, act("seal", "1960-02-03"))
    assert "ballot.last.against" not in found.record.values
    assert not {"2@seal.1.met", "2@seal.1.bad"} & found.held


def test_a_loop_that_was_not_entered_has_no_last_round(looped: Isle) -> None:
    assert looped.judged(act("motion", "1960-01-01")).record.values["ballot.last.done"] is False


@pytest.mark.parametrize("name", procedures())
@examples(25)
@given(data=st.data())
def test_every_value_on_the_record_has_the_type_of_its_name(name: str, data: st.DataObject) -> None:
    found = DECIDER.judge(case_of(data.draw(raw_scenarios(name))))
    fits = {Kind.BOOLEAN: bool, Kind.INTEGER: int, Kind.DAY: int, Kind.WORD: str}
    for each, value in found.record.values.items():
        if each in found.program.types:
            kind = found.program.types[each]
            assert type(value) is fits[kind.kind], each
            assert not kind.words or value in kind.words, each


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"as_of": "1960-05-07"}, "1960-05-07"),
        ({"acts": ["motion"], "as_of": "1960-05-07"}, "1960-05-01"),
        ({"acts": ["motion", "seal"]}, "1960-05-01"),
        ({"acts": ["seal"]}, "1960-05-02"),
    ],
)
def test_a_test_of_facts_has_the_day_of_the_act_before_it_or_after_it_or_of_judgement(
    isle: Isle, given: dict[str, Any], found: str
) -> None:
    isle.rule("cite: 2.I, kind: eligibility, says: Late enough., requires: 'check.date >= \"1960-05-02\"'")
    isle.procedure(
        """
        - {step: motion, done: check}
        - {step: check, tests: [2.I], passed: seal, failed: {either: [seal]}}
        - {step: seal, done: won}
        """,
        outcomes="won",
    )
    days = {"motion": "1960-05-01", "seal": "1960-05-02"}
    judged = isle.judged(
        *[act(each, days[each]) for each in given.get("acts", [])],
        name="trial",
        **{key: day for key, day in given.items() if key == "as_of"},
    )
    day = judged.record.values["check.1.date"]
    assert isinstance(day, int)
    assert dt.date.fromordinal(day).isoformat() == found
    assert ("2.I@check.1.met" in judged.held) == (found >= "1960-05-02")


TWO_TESTS = """
    - {step: motion, done: first_check}
    - {step: first_check, tests: [2.I], passed: second_check, failed: second_check}
    - {step: second_check, tests: [2.II], passed: seal, failed: {either: [seal]}}
    - {step: seal, done: won}
"""


@pytest.fixture
def tested_twice(isle: Isle) -> Isle:
    isle.rule(
        "cite: 2.I, kind: eligibility, says: Early enough., requires: 'first_check.date < \"1951-01-01\"'",
        "cite: 2.II, kind: eligibility, says: Early enough., requires: 'second_check.date < \"1951-01-01\"'",
    )
    isle.procedure(TWO_TESTS, outcomes="won")
    return isle


def test_a_test_behind_another_test_has_the_day_and_the_edition_of_the_act_before_both(tested_twice: Isle) -> None:
    judged = tested_twice.judged(act("motion", "1940-05-01"), act("seal", "1960-05-02"), name="trial")
    assert judged.record.values["second_check.1.date"] == judged.record.values["motion.1.date"]
    assert judged.editions["second_check.1"] == "1900"
    assert "2.II@second_check.1.met" in judged.held


@pytest.mark.parametrize(("motion", "seal"), [("unknown", "1960-05-02"), ("unknown", "unknown")])
def test_a_test_behind_an_act_without_a_day_has_none_and_does_not_borrow_that_of_a_later_act(
    tested_twice: Isle, motion: str, seal: str
) -> None:
    judged = tested_twice.judged(act("motion", motion), act("seal", seal), name="trial", as_of="1960-05-07")
    assert not {"first_check.1.date", "second_check.1.date"} & judged.record.values.keys()
    assert not {f"2.I@first_check.1.{end}" for end in ("met", "bad")} & judged.held
