"""A procedure that is like another: what it takes over, what it changes, and where its faults are."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest
from invented_law import act

from majlis.errors import InputError
from majlis.logic.check import Kind
from majlis.procedure.library import Procedure, procedure
from majlis.procedure.scope import Names
from majlis.questions.need import need

if TYPE_CHECKING:
    from invented_law import Isle

# motion, then a ballot that seals or rejects; a protest may come at any time.
MODEL = """
    procedure: model
    title: Deciding something
    facts:
      matter: {type: matter, lists: ["5.I"], asks: "What about?"}
      grave: {type: boolean, asks: "Grave?"}
    alongside: [{step: protest}]
    steps:
      - {step: motion, done: ballot}
      - {step: ballot, governed_by: [1.I], passed: seal, failed: fallen}
      - {step: seal, done: carried}
    outcomes: {carried: It is carried., fallen: It falls.}
"""


@pytest.fixture
def like(isle: Isle) -> Isle:
    """The isle with a procedure to be like."""
    isle.write("procedures/isle/model.yaml", MODEL)
    return isle


def own(like: Isle, body: str = "", model: str = "model") -> Procedure:
    """A procedure like the model, with what its own file states."""
    head = f"procedure: own\ntitle: Deciding this\nlike: {model}\n"
    like.write("procedures/isle/own.yaml", head + textwrap.dedent(body).lstrip("\n"))
    return procedure("isle/own")


def order(found: Procedure) -> list[str]:
    return [step.step for step in found.file.steps]


def test_all_is_taken_over_but_the_name_and_the_title(like: Isle) -> None:
    mine, model = own(like).file, procedure("isle/model").file
    assert (mine.procedure, mine.title) == ("own", "Deciding this")
    same = ("facts", "with_", "alongside", "steps", "outcomes")
    assert all(getattr(mine, key) == getattr(model, key) for key in same)


def test_the_model_stays_as_it_is(like: Isle) -> None:
    before = procedure("isle/model").file
    own(like, "outcomes: {carried: It is done.}\n")
    assert procedure("isle/model").file == before


def test_a_case_is_decided_as_by_the_model(like: Isle) -> None:
    own(like)
    acts = [act("motion", "1960-01-01"), act("ballot", "1960-01-02", in_favour=6), act("seal", "1960-01-03")]
    assert "end.carried" in like.judged(*acts, name="own").held
    assert "end.fallen" in like.judged(acts[0], {**acts[1], "in_favour": 5}, name="own").held


def test_facts_and_outcomes_are_joined_by_name(like: Isle) -> None:
    found = own(
        like,
        """
        facts: {grave: {type: boolean, asks: "Very grave?"}, crowd: {type: count, asks: "How many came?"}}
        outcomes: {carried: It is done., lost: It is lost.}
        """,
    ).file
    assert {name: fact.asks for name, fact in found.facts.items()} == {
        "matter": "What about?",
        "grave": "Very grave?",
        "crowd": "How many came?",
    }
    assert found.outcomes == {"carried": "It is done.", "fallen": "It falls.", "lost": "It is lost."}


def test_a_step_that_is_named_again_stands_in_place_of_the_other_wholly(like: Isle) -> None:
    found = own(like, "steps: [{step: ballot, act: recount, passed: carried, failed: fallen}]\n")
    assert order(found) == ["motion", "ballot", "seal"]
    step = found.file.steps[1]
    assert (step.awaited, step.governed_by) == (("recount",), ())


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("[{step: poll, done: motion}]", ["poll", "motion", "ballot", "seal"]),
        ("[{step: motion, done: poll}, {step: poll, done: ballot}]", ["motion", "poll", "ballot", "seal"]),
        ("[{step: seal, done: poll}, {step: poll, done: carried}]", ["motion", "ballot", "seal", "poll"]),
        (
            "[{step: poll, done: notice}, {step: notice, done: motion}]",
            ["poll", "notice", "motion", "ballot", "seal"],
        ),
        (
            "[{step: motion, done: poll}, {step: poll, done: notice}, {step: notice, done: ballot}]",
            ["motion", "poll", "notice", "ballot", "seal"],
        ),
        (
            "[{step: seal, done: poll}, {step: poll, done: carried}, {step: motion, done: notice}, {step: notice, done: ballot}]",
            ["motion", "notice", "ballot", "seal", "poll"],
        ),
    ],
    ids=["first", "after one", "last", "two first", "two after one", "in another order than the model"],
)
def test_a_new_step_comes_after_the_one_listed_before_it_or_first(like: Isle, steps: str, expected: list[str]) -> None:
    found = own(like, f"steps: {steps}\n")
    assert order(found) == expected
    assert found.order == {name: number for number, name in enumerate(expected)}


def test_steps_alongside_are_joined_likewise(like: Isle) -> None:
    found = own(
        like,
        "alongside: [{step: notice}, {step: protest, act: seal}]\nsteps: [{step: seal, act: poll, done: carried}]\n",
    )
    assert [(side.step, side.awaited) for side in found.file.alongside] == [
        ("notice", ("notice",)),
        ("protest", ("seal",)),
    ]


def test_a_fixed_fact_is_no_longer_asked(like: Isle) -> None:
    found = own(like, "with: {matter: 5.I.2}\n")
    assert list(found.file.facts) == ["grave"]
    assert found.matters == ("5.I.2",)
    assert procedure("isle/model").matters == ("5.I.1", "5.I.2")
    with pytest.raises(InputError, match="matter"):
        like.judged(act("motion", "1960-01-01"), name="own", given={"matter": "5.I.1"})


def test_a_fixed_fact_is_on_the_record_and_decides_what_applies(like: Isle) -> None:
    like.rule('cite: "2", kind: precondition, says: War is grave., applies: matter == "5.I.2", requires: motion.grave')
    own(like, 'with: {matter: 5.I.2}\nsteps: [{step: motion, governed_by: ["2"], done: ballot}]\n')
    judged = like.judged(act("motion", "1960-01-01", grave=False), name="own")
    assert (judged.record.values["matter"], judged.record.values["matter.list"]) == ("5.I.2", "5.I")
    assert "2@motion.1.bad" in judged.held


@pytest.mark.parametrize(("written", "result"), [("yes", "bad"), ("no", "met")])
def test_yes_and_no_are_fixed_as_truth_values(like: Isle, written: str, result: str) -> None:
    like.rule('cite: "2", kind: prohibition, says: Nothing grave is moved., requires: not grave')
    own(like, f'with: {{grave: {written}}}\nsteps: [{{step: motion, governed_by: ["2"], done: ballot}}]\n')
    assert f"2@motion.1.{result}" in like.judged(act("motion", "1960-01-01"), name="own").held


def test_the_types_of_the_facts_that_were_taken_over_are_known(like: Isle) -> None:
    own(like, 'facts: {crowd: {type: count, asks: "How many?"}}\n')
    names = Names(procedure("isle/own"), like.course("own"))
    assert (names.facts["crowd"].kind, names.facts["grave"].kind) == (Kind.INTEGER, Kind.BOOLEAN)


def test_what_must_happen_is_told_of_the_procedure_that_is_like_another(like: Isle) -> None:
    own(like, "with: {matter: 5.I.2}\nsteps: [{step: motion, done: poll}, {step: poll, done: ballot}]\n")
    assert [step.step for step in need("isle/own").steps] == ["motion", "poll", "ballot", "seal", "protest"]


FAULTS = {
    "a step that the file states twice": (
        "steps: [{step: ballot, act: recount, passed: carried, failed: fallen}, {step: ballot, done: carried}]\n",
        "model",
        r"own\.yaml.*'ballot' is named twice",
    ),
    "a matter that there is not": (
        "with: {matter: 5.I.9}\n",
        "model",
        r"own\.yaml:4, with\.matter: unknown matter '5\.I\.9'",
    ),
    "like none": (
        "",
        "modle",
        r"own\.yaml:3, .*own is like 'modle', which is no other procedure\. Did you mean model\?",
    ),
    "like itself": ("", "own", r"own\.yaml:3, .*own is like 'own', which is no other procedure"),
    "in its own step": (
        "steps: [{step: ballot, governed_by: [1.I], passed: seal, failed: falen}]\n",
        "model",
        r"own\.yaml:4, .*step ballot leads to 'falen'",
    ),
    "a key that there is not": (
        "steps: [{step: ballot, pased: seal}]\n",
        "model",
        r"own\.yaml:4, .*pased.*Did you mean passed\?",
    ),
    "in a step that was taken over": (
        "",
        "broken",
        r"broken\.yaml:9, .*step ballot is governed twice by 1\.I",
    ),
    "in a fact that was taken over": ("", "asked", r"asked\.yaml:5, .*facts\.grave"),
    "a step that the other's steps do not lead to any more": (
        "steps: [{step: seal, act: recount, done: over}]\n",
        "model",
        r"own\.yaml:4, .*step seal leads to 'over'",
    ),
}


@pytest.mark.parametrize(("body", "model", "message"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_located_in_the_file_where_it_stands(like: Isle, body: str, model: str, message: str) -> None:
    like.write("procedures/isle/broken.yaml", MODEL.replace("[1.I]", "[1.I, 1.I]"))
    like.write("procedures/isle/asked.yaml", MODEL.replace("grave: {type: boolean", "grave: {type: bolean"))
    with pytest.raises(InputError) as caught:
        own(like, body, model)
    assert caught.value.remedy
    assert re.search(message, str(caught.value))


def test_a_procedure_may_not_be_like_one_that_is_like_another(like: Isle) -> None:
    own(like)
    like.write("procedures/isle/third.yaml", "procedure: third\ntitle: Third\nlike: own\n")
    with pytest.raises(InputError, match=r"third\.yaml:3, .*third is like own, which is like another procedure itself"):
        procedure("isle/third")


def test_a_procedure_with_neither_steps_nor_a_model_is_refused(isle: Isle) -> None:
    isle.write("procedures/isle/bare.yaml", "procedure: bare\ntitle: Bare\n")
    with pytest.raises(InputError, match=r"bare\.yaml.*a procedure needs `steps:` and `outcomes:`"):
        procedure("isle/bare")
