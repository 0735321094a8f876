"""`majlis compare`: two editions, one case under both, and a draft with its road."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from majlis.cli import majlis
from majlis.law.library import constitutions, law
from majlis.law.places import content
from majlis.procedure.library import procedure
from majlis.questions.compare.changed import changed
from majlis.questions.compare.drafts import compare_draft
from majlis.questions.compare.side import side
from majlis.questions.schema import schema

CASES = content() / "scenarios" / "az-1995"
DRAFT = Path(__file__).resolve().parents[2] / "docs" / "examples" / "draft-two-thirds"
NEWEST = law("az-1995").editions[-1]
_ARTICLE = re.compile(r"\b\d+(?:-\d+)?\b")


def run(*args: str) -> Result:
    return CliRunner().invoke(majlis, ["compare", *args])


def words(*args: str) -> str:
    found = run(*args)
    assert found.exit_code == 0, found.output
    return " ".join(found.stdout.split())


def answer(*args: str) -> dict[str, Any]:
    found = run(*args, "--json")
    assert found.exit_code == 0, found.output
    data: dict[str, Any] = json.loads(found.stdout)
    return data


def test_one_case_is_decided_under_both_editions_with_one_sentence_on_what_differs() -> None:
    case = str(CASES / "law" / "citizens_2010_39999_voted.yaml")
    page = words("2002", "2009", case)
    assert page.startswith("Under 2002 it awaits presentation, with a breach, under 2009 it awaits presentation:")
    assert "96.I is broken under 2002 and is met under 2009." in page
    assert "The verdict differs between them" in page


def test_the_verdicts_that_are_compared_are_those_of_decide_with_the_edition_pinned() -> None:
    case = str(CASES / "law" / "elections_83.yaml")
    found = answer("az-1995/2002", "2009", case)
    for label, verdict in zip(found["labels"], (found["before"], found["after"]), strict=True):
        decided = CliRunner().invoke(majlis, ["decide", case, "--edition", label, "--json"])
        assert json.loads(decided.stdout) == verdict


def test_a_case_that_ends_alike_says_so() -> None:
    case = str(CASES / "law" / "elections_82.yaml")
    assert answer("2009", "2016", case)["same"] is True
    assert "The verdict is the same under 2009 and 2016, and nothing is found otherwise." in words("2009", "2016", case)


def test_readings_hold_for_both_sides() -> None:
    found = answer("2009", "2016", str(CASES / "law" / "override_ordinary_83.yaml"), "--readings", "obtained")
    assert [found[side]["chosen"] for side in ("before", "after")] == [{"override_majority": "obtained"}] * 2


def test_two_editions_are_compared_provision_by_provision() -> None:
    found = {each.provision: each for each in changed(side("2002"), side("2009")).provisions}
    assert found["az-1995/96.I:signatures"].how == "added"
    assert found["az-1995/19.III"].keys == ("says", "requires")
    backwards = {each.provision: each.how for each in changed(side("2009"), side("2002")).provisions}
    assert backwards == {
        name: {"added": "dropped", "dropped": "added"}.get(each.how, "changed") for name, each in found.items()
    }


@pytest.mark.parametrize("edition", law("az-1995").editions)
def test_every_provision_that_an_edition_adds_or_drops_is_named(edition: str) -> None:
    its = law("az-1995")
    before = its.editions[max(its.editions.index(edition) - 1, 0)]
    if before == edition:
        assert run(before, edition).exit_code == 2
        return
    has = {name: {norm.cite for norm in its.norms() if norm.at(name, {})} for name in (before, edition)}
    found = [each for each in changed(side(before), side(edition)).provisions if each.kind != "matter"]
    for how, cites in {"added": has[edition] - has[before], "dropped": has[before] - has[edition]}.items():
        assert {each.provision for each in found if each.how == how} == {f"az-1995/{cite}" for cite in cites}


def test_the_example_draft_is_a_change_and_goes_to_a_referendum() -> None:
    page = words("az-1995", "--draft", str(DRAFT))
    road, _, changes = page.partition("What it changes")
    assert "It is a change: it alters 94.II. A change of the text (az-1995/referendum):" in road
    for cite in ("152", "153", "155:rights", "95.II:decree"):
        assert f"({cite}" in road
    assert "Barred or not: it touches none of the articles that 155:rights speaks of" in road
    assert "Not in its way: 155:articles, which bars other articles only." in road
    assert "By itself 111.II could be an addition (156.I and 156.V)." in road
    assert "The text leaves it open (152). Silent on whether a draft changes the text or adds to it" in road
    assert "111.II is added (deadline)" in changes
    assert "Announcing martial law (az-1995/martial_law) is changed" in changes
    assert "state_of_emergency" not in changes


def test_the_example_draft_decides_a_case_otherwise_than_the_text_in_force() -> None:
    found = answer("az-1995", str(CASES / "law" / "elections_83.yaml"), "--draft", str(DRAFT))
    assert found["labels"] == [NEWEST, "the draft"]
    assert (found["before"]["outcome"], found["after"]["outcome"]) == (None, "rejected")
    seats = law("az-1995").seats("milli_majlis", NEWEST)
    (vote,) = [each for each in found["otherwise"] if each["provision"] == "az-1995/94.II"]
    assert 3 * vote["required"][1] >= 2 * seats > 3 * (vote["required"][1] - 1)


def test_the_example_draft_gives_martial_law_the_period_that_it_had_not() -> None:
    case = str(CASES / "martial_law" / "not_decided.yaml")
    found = answer("az-1995", case, "--draft", str(DRAFT))
    assert (found["before"]["status"], found["after"]["outcome"]) == ("undetermined", "lapsed")


def test_the_majorities_of_an_addition_are_those_of_the_rules(tmp_path: Path) -> None:
    text = 'article: "159"\ntitle: Invented\nprovisions:\n  - {cite: "159", kind: effect, says: Something is added.}\n'
    (tmp_path / "159.yaml").write_text(text, encoding="utf-8")
    found = compare_draft(tmp_path, "az-1995")
    assert found.road.taken == "addition"
    asked = {
        rule.provision: [due.votes for due in rule.majorities]
        for step in found.road.roads[0].needs.steps for rule in step.rules if rule.majorities
    }  # fmt: skip
    for cite in ("156.I", "157:deputies"):
        stands = law("az-1995").norm(cite).at(NEWEST, {})
        assert stands is not None
        assert asked[cite] == [each.votes for each in stands.majority]


def test_the_protected_articles_of_the_frame_are_those_that_the_provision_names() -> None:
    frame = law("az-1995").constitution.amendment
    assert frame is not None
    says = law("az-1995").norm("155:articles").entry.says
    assert set(frame.change.touching["touches_entrenched"].articles) == set(_ARTICLE.findall(says))


@pytest.mark.parametrize("name", [each for each in constitutions() if law(each).constitution.amendment])
def test_the_roads_of_a_constitution_lead_to_its_own_provisions_procedures_and_facts(name: str) -> None:
    frame = law(name).constitution.amendment
    assert frame is not None
    for road in filter(None, (frame.change, frame.addition)):
        its = procedure(f"{name}/{road.procedure}")
        assert {*road.given, *road.touching} <= set(its.file.facts)
        assert all(law(name).has(cite) for cite in road.by)
    assert not frame.undecided or law(name).norm(frame.undecided).entry.note


@pytest.mark.parametrize(
    ("kind", "args"),
    [
        ("compare", ["2009", "2016"]),
        ("compare_case", ["2009", "2016", str(CASES / "law" / "elections_82.yaml")]),
        ("compare_draft", ["az-1995", "--draft", str(DRAFT)]),
    ],
)
def test_a_comparison_has_exactly_the_keys_of_its_schema(kind: str, args: list[str]) -> None:
    found, its = answer(*args), schema(kind)
    assert set(found) == set(its["properties"]) == set(its["required"])
    assert found["schema"] == its["properties"]["schema"]["const"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["2002"], "without --draft, write: compare A B [FILE]"),
        (["2002", "2009", "a.yaml", "b.yaml"], "without --draft, write: compare A B [FILE]"),
        (["2002", "2009", "a.yaml", "--draft", "x"], "with --draft, write: compare CONSTITUTION [FILE]"),
        (["2002", "2003"], "2003: there is no edition '2003'. Did you mean"),
        (["az-1921/2002", "2009"], "az-1921/2002: there is no edition '2002'"),
        (["az-1996/2002", "2009"], "az-1996/2002: unknown constitution 'az-1996'. Did you mean az-1995?"),
        (["2009", "2009"], "2009 and 2009 are one edition"),
        (["1925", "1995"], "1925 is an edition of az-1921, 1995 of az-1995"),
        (["1921", "1925", str(CASES / "law" / "elections_82.yaml")], "and 1921 is an edition of az-1921"),
        (["2002", "2009", "nowhere.yaml"], "nowhere.yaml: there is no such file"),
        (["2002", "2009", "--engine", "meaning"], "go with a FILE"),
        (["az-1995", "--draft", "nowhere"], "nowhere: there is no such folder"),
    ],
)
def test_what_cannot_be_compared_gives_one_message_and_status_two(args: list[str], said: str) -> None:
    found = run(*args)
    assert found.exit_code == 2
    assert said in found.stderr
    assert "Traceback" not in found.stderr
