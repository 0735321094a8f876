"""Every rule and procedure file that there is: it loads, it fits together, every citation leads somewhere."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
import yaml
from made_programs import EVERY, IDS, lowered, variants

from majlis.documents.reader import read
from majlis.errors import InputError
from majlis.law.library import constitutions, law
from majlis.law.places import content
from majlis.procedure.library import procedure, procedures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from majlis.law.norm import Norm

NORMS = [norm for name in constitutions() for norm in law(name).norms()]
MET = re.compile(r'met\(\s*["\']([^"\']+)["\']\s*\)')
each_norm = pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.cite)


def readings(norm: Norm, edition: str) -> list[dict[str, str]]:
    """Every combination of the readings of a norm in an edition."""
    questions = norm.questions(edition)
    return [
        dict(zip(questions, chosen, strict=True)) for chosen in product(*(options for options in questions.values()))
    ]


def texts(norm: Norm) -> Iterator[str]:
    """All text of a norm, its overrides included."""
    todo: list[object] = [norm.raw]
    while todo:
        each = todo.pop()
        if isinstance(each, dict):
            todo += each.values()
        elif isinstance(each, list):
            todo += each
        else:
            yield str(each)


@each_norm
def test_a_norm_stands_in_some_edition_and_says_something_in_each(norm: Norm) -> None:
    states = [norm.at(edition, chosen) for edition in norm.editions for chosen in readings(norm, edition)]
    found = [state for state in states if state]
    assert found
    for state in found:
        assert len(state.says) > 10
        assert state.says.endswith("."), "a norm says its sentence"
        assert state.cite == norm.cite


@each_norm
def test_a_norm_names_the_texts_that_it_rests_on_in_every_edition(norm: Norm) -> None:
    known = law(norm.constitution).constitution.texts
    for edition in norm.editions:
        state = norm.at(edition, {})
        if state is None:
            continue
        assert state.texts, f"{norm.cite} of the edition {edition} does not name the text that it rests on (texts:)"
        if not any(known[text].wording for text in state.texts):
            what = f"{norm.cite} of the edition {edition} rests on reports alone and does not say what is doubtful (doubt:)"
            assert state.doubt or state.not_known, what


@each_norm
def test_what_is_doubted_is_said_in_a_sentence(norm: Norm) -> None:
    for edition in norm.editions:
        state = norm.at(edition, {})
        if state is not None and state.doubt:
            assert state.doubt[0].isupper(), f"{norm.cite}: {state.doubt}"
            assert state.doubt.endswith("."), f"{norm.cite}: {state.doubt}"


def test_every_text_that_is_declared_has_a_provision_that_rests_on_it() -> None:
    for name in constitutions():
        states = [norm.at(edition, {}) for norm in law(name).norms() for edition in law(name).editions]
        assert set(law(name).constitution.texts) == {text for state in states if state for text in state.texts}


@each_norm
def test_every_reading_has_a_source_and_a_question_and_one_default(norm: Norm) -> None:
    shared = law(norm.constitution).constitution.questions
    for name, question in norm.entry.readings.items():
        assert (
            question.asks
            or name in shared
            or any(name in other.entry.readings and other.entry.readings[name].asks for other in NORMS)
        )
        assert all(option.source for option in question.options.values())
        for edition, options in ((edition, norm.questions(edition).get(name, {})) for edition in norm.editions):
            default = [each for each, option in options.items() if option.default]
            assert not options or len(default) + (name in shared) >= 1, f"{name} has no default in {edition}"
            assert len(default) <= 1


@each_norm
def test_every_citation_of_a_test_leads_to_a_norm(norm: Norm) -> None:
    for text in texts(norm):
        for cite in MET.findall(text):
            assert law(norm.constitution).norm(cite)


@pytest.mark.parametrize("name", procedures())
def test_every_citation_of_a_procedure_leads_to_a_norm(name: str) -> None:
    its = procedure(name)
    cites = {each.cite for step in its.file.steps for each in step.norms}
    cites |= {each.cite for side in its.file.alongside for each in side.governed_by}
    cites |= {each.by for each in (*its.file.steps, *its.file.alongside) if each.by}
    cites |= {step.each for step in its.file.steps if step.each}
    for cite in cites:
        assert its.law.norm(cite)


@pytest.mark.parametrize("name", procedures())
def test_who_acts_at_a_step_is_said_by_a_competence(name: str) -> None:
    its = procedure(name)
    for each in (*its.file.steps, *its.file.alongside):
        if each.by:
            assert its.law.norm(each.by).entry.actors, f"{each.by} names nobody"


@pytest.mark.parametrize("name", procedures())
def test_every_outcome_has_a_sentence_and_some_step_leads_to_it(name: str) -> None:
    file = procedure(name).file
    options = [
        option for step in file.steps for question in step.readings.values() for option in question.options.values()
    ]
    reached = {target for step in file.steps for aim in step.targets() for target in aim.steps()}
    reached |= {word for option in options for word in re.findall(r"\w+", str(option.set))}
    taken = procedure(name).document.taken
    for outcome, says in file.outcomes.items():
        assert says.endswith(".")
        # What was taken over from another procedure may lose its way when a step is replaced.
        assert outcome in reached or ("outcomes", outcome) in taken


@pytest.mark.parametrize(("name", "edition"), EVERY, ids=IDS)
def test_a_procedure_is_lowered_in_every_edition_under_every_reading(name: str, edition: str) -> None:
    for variant in variants(name, edition, combinations=0):
        program = lowered(name, edition, variant)
        assert program.ends
        assert len({named.name for named in program.conditions}) == len(program.conditions)


@pytest.mark.parametrize(("name", "edition"), EVERY, ids=IDS)
def test_a_reading_that_is_put_in_changes_the_program(name: str, edition: str) -> None:
    """A reading other than the default that exists in an edition overrides something there, in some norm or step."""
    its = procedure(name)
    for step in its.file.steps:
        for question, options in its.questions(step.step, edition).items():
            for reading, option in options.items():
                assert option.set or option.default, f"{question}={reading} at {step.step} overrides nothing"


@each_norm
def test_a_reading_other_than_the_default_overrides_something(norm: Norm) -> None:
    shared = law(norm.constitution).constitution.questions
    for name, question in norm.entry.readings.items():
        for reading, option in question.options.items():
            is_default = option.default or (name in shared and shared[name].default == reading)
            assert option.set or is_default, f"{norm.cite}: {name}={reading} overrides nothing"


def test_every_shared_question_is_raised_somewhere_and_has_its_default() -> None:
    for name in constitutions():
        frame = law(name).constitution
        for question, shared in frame.questions.items():
            raising = [norm for norm in law(name).norms() if question in norm.entry.readings]
            assert raising or shared.readings, f"nobody raises {question}"
            assert shared.asks.endswith("?")


def test_editions_follow_each_other_and_their_windows_do_not_overlap() -> None:
    for name in constitutions():
        editions = law(name).constitution.editions
        for earlier, later in zip(editions, editions[1:], strict=False):
            assert (
                earlier.first_day.earliest
                <= earlier.first_day.latest
                < later.first_day.earliest
                <= later.first_day.latest
            )


def test_every_dated_item_names_an_edition() -> None:
    for name in constitutions():
        frame = law(name).constitution
        items = (*frame.bodies.values(), *frame.offices.values(), *frame.groups.values(), *frame.matters.values())
        named = {each for item in items for each in (item.from_, item.until) if each}
        named |= {
            each
            for norm in law(name).norms()
            for each in (norm.entry.from_, norm.entry.until, *norm.entry.editions)
            if each
        }
        assert named <= set(frame.names)


def test_every_body_with_seats_has_them_stated() -> None:
    for name in constitutions():
        for body, entry in law(name).constitution.bodies.items():
            assert entry.seats is None or law(name).seats(body) > 0


def test_every_matter_of_a_law_or_decree_has_exactly_one_majority_or_an_outcome_without() -> None:
    """At the first vote of a bill: whichever matter it is, one threshold decides or none, never two."""
    from majlis.logic.truth import truth

    for name, edition in EVERY:
        if name not in ("az-1995/law", "az-1995/decree"):
            continue
        program = lowered(name, edition)
        frame = procedure(name).law.constitution
        for matter in frame.matters:
            record = {"matter": matter, "matter.list": matter if matter == "95.III" else matter.rpartition(".")[0]}
            deciding = [f for f in program.findings if f.occurrence == "vote.1" and f.provision.deciding]
            applying = [f for f in deciding if truth(f.applies, record) is True]
            assert len(applying) <= 1, f"{matter} in {name}: {[f.name for f in applying]}"
            for finding in applying:
                due = [m for m in finding.majorities if truth(m.when, {**record, "court": "supreme"}) is True]
                assert len(due) == 1


def test_an_unknown_provision_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"az-1995 has no provision 94\.V\. Did you mean 94\.I+\?"):
        law("az-1995").norm("94.V")


FILES = [
    path for folder in ("rules", "procedures", "scenarios") for path in sorted((content() / folder).rglob("*.yaml"))
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(content()).as_posix())
def test_a_file_reads_the_same_without_libyaml(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML falls back to its own parser where libyaml is missing; that one is stricter with `?` and `,`."""
    with_libyaml = read(path)
    monkeypatch.setattr("majlis.documents.yaml_events.LOADER", yaml.SafeLoader)
    assert read(path) == with_libyaml
