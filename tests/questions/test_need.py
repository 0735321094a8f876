"""What a procedure needs before anything happens."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from invented_law import Isle

from majlis.cli.reading import open_file
from majlis.errors import InputError
from majlis.law.places import case_files
from majlis.procedure.library import procedure, procedures
from majlis.procedure.program import EndKind
from majlis.questions.decide import Decider
from majlis.questions.need import need
from majlis.render.needs import needs_page
from majlis.render.printer import show
from majlis.render.words import number

if TYPE_CHECKING:
    from majlis.questions.needs import Needs, StepNeeds

CASES = case_files()
EVERY = [(name, edition) for name in procedures() for edition in procedure(name).law.editions]


def step(needs: Needs, name: str) -> StepNeeds:
    return next(each for each in needs.steps if each.step == name)


def names(needs: Needs) -> list[str]:
    return [each.step for each in needs.steps if not each.alongside]


def follows(needs: Needs, name: str) -> dict[str, tuple[str, ...]]:
    return {each.event: each.to for each in step(needs, name).follows}


def page(needs: Needs) -> str:
    printed = io.StringIO()
    show(needs_page(needs), printed, width=80)
    return printed.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_matter_settles_the_majority_of_a_vote_and_of_its_repetition() -> None:
    needs = need("az-1995/law", matter="94.I.3")
    for name, votes in (("vote", 83), ("repeat_vote", 95)):
        majorities = [due for rule in step(needs, name).rules for due in rule.majorities]
        assert [(due.votes, due.seats, due.when) for due in majorities] == [(votes, 125, "")]


def test_without_a_matter_each_majority_has_its_condition() -> None:
    threshold = next(rule for rule in step(need("az-1995/law"), "vote").rules if rule.provision == "94.II")
    assert [(due.votes, bool(due.when)) for due in threshold.majorities] == [(83, True), (63, False)]
    assert threshold.applies


def test_a_matter_leaves_out_what_cannot_apply_to_it() -> None:
    cites = {rule.provision for rule in step(need("az-1995/decree", matter="95.I.9"), "vote").rules}
    assert "95.II:decree" in cites
    assert not {"95.III", "128.V"} & cites


def test_what_depends_on_facts_not_yet_known_is_kept() -> None:
    cites = {rule.provision for rule in step(need("az-1995/prime_minister_appointment"), "proposal").rules}
    assert cites == {"118.II:office", "118.II:resignation"}


def test_an_edition_has_its_own_actors() -> None:
    before, after = (step(need("az-1995/law", edition=edition), "introduction").by for edition in ("1995", "2002"))
    assert before
    assert after
    assert set(after.actors) - set(before.actors) == {"the Procurator's Office"}


def test_what_follows_is_said_for_each_event_or_the_silence_is() -> None:
    events = {each.event: each for each in step(need("az-1995/law", matter="94.I.3"), "vote").follows}
    assert events["passed"].to == ("presentation",)
    assert events["failed"].to == ("rejected",)
    assert events["missed"].silent
    assert "ungoverned" not in events, "the matter has a majority"


def test_a_matter_leaves_out_the_steps_that_it_cannot_come_to() -> None:
    assert "vote" not in names(need("az-1995/decree", matter="95.I.12"))
    other = need("az-1995/decree", matter="95.I.9")
    assert not {"form", "dismissal_vote", "countersignature"} & set(names(other))
    assert not {"accusation_rejected", "void"} & set(other.outcomes)


def test_a_test_that_nothing_makes_is_passed_through() -> None:
    assert "form" in names(need("az-1995/decree"))
    assert follows(need("az-1995/decree", matter="95.I.9"), "citizens_draft")["passed"] == ("vote",)


def test_a_fact_that_the_procedure_fixes_leaves_out_as_much_as_a_matter_does() -> None:
    fixed, asked = need("az-1995/amnesty"), need("az-1995/decree", matter="95.I.19")
    assert names(fixed) == names(asked)
    assert set(fixed.outcomes) == set(asked.outcomes)


def test_a_consequence_is_left_out_where_the_edition_cannot_bring_it_about() -> None:
    assert "failed" not in follows(need("az-1995/law", edition="2002"), "introduction"), "citizens draft since 2009"
    assert "failed" in follows(need("az-1995/law", edition="2009"), "introduction")


TRACKS = """
    - {step: motion, act: motion, done: sorting}
    - {step: sorting, tests: ["2.I"], passed: grave_ballot, failed: ballot, ungoverned: ballot}
    - {step: grave_ballot, act: ballot, governed_by: ["2.II"], passed: won, failed: lost}
    - {step: ballot, governed_by: [{cite: 1.I}, "2.III"], passed: won, failed: lost, late: lost, missed: {silent: Nobody says.}}
"""
URGENT = "{urgent: {type: boolean, asks: Is it urgent?}}"


@pytest.fixture
def tracks(isle: Isle) -> Isle:
    isle.rule(
        "cite: 2.I, kind: eligibility, says: It is urgent., applies: urgent or not urgent, requires: urgent",
        "cite: 2.II, kind: threshold, says: Nine are needed., of: ballot.in_favour, at_least: 9",
        "cite: 2.III, kind: deadline, says: It votes within a week., after: motion, within: 7 days, from: '1950'",
    )
    isle.procedure(TRACKS, facts=URGENT)
    return isle


@pytest.mark.usefixtures("tracks")
@pytest.mark.parametrize(("urgent", "left"), [("yes", "grave_ballot"), ("no", "ballot")])
def test_a_given_fact_leaves_out_what_it_rules_out(urgent: str, left: str) -> None:
    assert names(need("isle/trial", given={"urgent": urgent})) == ["motion", "sorting", left]
    assert names(need("isle/trial")) == ["motion", "sorting", "grave_ballot", "ballot"]


@pytest.mark.usefixtures("tracks")
def test_nothing_comes_too_late_in_an_edition_without_a_period() -> None:
    assert set(follows(need("isle/trial", edition="1950"), "ballot")) == {"passed", "failed", "late", "missed"}
    assert set(follows(need("isle/trial", edition="1900"), "ballot")) == {"passed", "failed"}


@pytest.mark.usefixtures("tracks")
def test_a_fact_that_there_is_not_is_refused() -> None:
    with pytest.raises(InputError, match="knows no fact"):
        need("isle/trial", given={"urgency": "yes"})


def test_a_step_names_the_questions_of_interpretation_that_matter_at_it() -> None:
    assert step(need("az-1995/law"), "decision").open == ("counting", "revote_after_silence")
    assert "presidents_business" not in step(need("az-1995/law", matter="94.I.3"), "presentation").open


@pytest.mark.parametrize("name", procedures())
def test_every_step_is_there_in_every_edition_and_says_what_follows(name: str) -> None:
    for edition in procedure(name).law.editions:
        needs = need(name, edition=edition)
        assert all(each.follows or each.alongside for each in needs.steps)
        assert {each.step for each in needs.steps} <= {
            each.step for each in (*procedure(name).file.steps, *procedure(name).file.alongside)
        }


def test_a_matter_of_another_procedure_is_refused() -> None:
    with pytest.raises(InputError, match="is not about"):
        need("az-1995/law", matter="95.III")


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_every_procedure_has_a_brief_with_every_step_outcome_and_silence(name: str, edition: str) -> None:
    needs = need(name, edition=edition)
    text = page(needs)
    assert max(map(len, text.splitlines())) <= 80
    said = flat(text)
    low = said.lower()
    for each in needs.steps:
        assert each.step.replace("_", " ") in low
        for event in each.follows:
            told = event.silent.removeprefix("The text does not say ").rstrip(".")
            assert told[1:] in said
    assert [name for name, says in needs.outcomes.items() if says.rstrip(".")[1:] not in said] == []
    assert "{" not in text


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_no_brief_says_anything_twice_or_stumbles(name: str, edition: str) -> None:
    said = flat(page(need(name, edition=edition)))
    assert not re.search(r"\b(\w+) \1\b", said.replace("that that", "")), "a word twice"
    assert not re.search(
        r"silent[.:] The text|does not say:? the text|\.\.|,,|;;|\( | \)| ,|:\.|\?\.", said, re.IGNORECASE
    )
    assert "None" not in said


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_every_majority_that_can_be_due_is_in_the_brief(name: str, edition: str) -> None:
    needs = need(name, edition=edition)
    said = flat(page(needs))
    for each in needs.steps:
        for rule in each.rules:
            shown = [number(due.votes) if due.votes is not None else due.share for due in rule.majorities]
            assert [words for words in shown if words not in said] == [], rule.provision
            assert rule.provision in said


@pytest.mark.parametrize(
    ("name", "most"), [("law", 85), ("municipal_decision", 20), ("amnesty", 52), ("prime_minister_appointment", 50)]
)
def test_a_brief_is_brief(name: str, most: int) -> None:
    assert len(page(need(f"az-1995/{name}")).splitlines()) <= most


def test_majorities_that_compete_read_as_one_sentence() -> None:
    said = flat(page(need("az-1995/law", matter="94.I.3")))
    assert "It needs 83 in favour out of 125 seats." in said
    assert "It needs 95 in favour out of 125 seats." in said
    assert "63 in favour" not in said


def test_majorities_with_conditions_are_told_with_them(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: threshold, says: A grave matter needs more votes., of: ballot.in_favour,"
        ' at_least: [{votes: 9, when: matter == "5.I.2"}, {votes: 6}]',
        "cite: 2.II, kind: threshold, says: Some shares., applies: urgent, of: ballot.in_favour, at_least: {share: 2/3, of: ballot.present}",
    )
    facts = "{matter: {type: matter, asks: What?}, urgent: {type: boolean, asks: Is it urgent?}}"
    isle.procedure("- {step: ballot, governed_by: [2.I, 2.II], passed: won, failed: lost}", facts=facts)
    said = flat(page(need("isle/trial")))
    assert "(2.I). It needs 9 in favour out of 11 seats if the matter is 5.I.2 and 6 otherwise." in said
    assert 'at least 2/3 of present if the answer to "Is it urgent?" is yes.' in said


def test_what_a_record_may_go_on_to_past_an_outcome_is_told_where_tests_before_it_are_settled(isle: Isle) -> None:
    isle.rule("cite: 2.I, kind: eligibility, says: Only grave ones., applies: grave, requires: grave")
    steps = """
    - {step: motion, done: gravity}
    - {step: gravity, tests: [2.I], passed: lost, failed: lost, ungoverned: {to: won, then: protest}}
    - {step: protest, done: lost}
    """
    isle.procedure(steps, facts='{grave: {type: boolean, asks: "Grave?"}}')
    assert names(need("isle/trial", given={"grave": False})) == ["motion", "protest"]


@pytest.mark.parametrize("file", CASES[::4], ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_nothing_that_happens_in_a_case_is_left_out_of_what_the_procedure_needs(file: Path) -> None:
    nothing_is_missing(file)


def nothing_is_missing(file: Path) -> None:
    case = open_file(str(file)).case
    found = Decider("meaning").judge(case)
    if len(set(found.editions.values())) > 1:
        return  # what is needed is told edition by edition
    facts = {key: value for key, value in case.scenario.given.items() if value != "unknown"}
    chosen = [f"{question}={reading}" for question, reading in found.choices if not question.startswith("first_day")]
    needs = need(case.procedure.name, edition=found.editions[""], readings=chosen, given=facts)
    steps = {each.step: each for each in case.procedure.file.steps}
    reached = {name.split(".")[1] for name in found.held if name.startswith("reach.")} & set(steps)
    assert {name for name in reached if not steps[name].tests} <= set(names(needs))
    ends = {end.what for end in found.ends if end.kind is EndKind.OUTCOME}
    assert ends <= set(needs.outcomes)
    silences = {end.what for end in found.ends if end.kind is EndKind.SILENCE}
    assert silences <= {each.silent for step in needs.steps for each in step.follows}
