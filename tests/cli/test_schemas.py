"""`majlis schema`: JSON Schemas that fit what majlis reads and prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from majlis.cli import majlis
from majlis.documents.reader import read
from majlis.law.places import content
from majlis.questions.schema import KINDS

if TYPE_CHECKING:
    from invented_law import Isle


def schema(*args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(CliRunner().invoke(majlis, ["schema", *args]).stdout)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_schema_whose_references_all_lead_somewhere(kind: str) -> None:
    found = schema(kind)
    text = json.dumps(found)
    for name in {part.partition('"')[0] for part in text.split('"#/$defs/')[1:]}:
        assert name in found["$defs"]


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("procedure", "procedures/*/*.yaml"),
        ("rules", "rules/*/[0-9]*.yaml"),
        ("constitution", "rules/*/constitution.yaml"),
        ("vocabulary", "rules/*/vocabulary.yaml"),
        ("catalogue", "rules/*/catalogue.yaml"),
        ("coverage", "rules/*/coverage.yaml"),
    ],
)
def test_a_schema_has_every_key_of_the_files_of_its_kind(kind: str, pattern: str) -> None:
    keys = {key for path in content().glob(pattern) for key in read(path).data}
    assert keys
    assert keys <= set(schema(kind)["properties"])


def test_a_scenario_may_have_any_act_of_the_vocabulary_within_its_bounds() -> None:
    acts = schema()["properties"]["acts"]["items"]["oneOf"]
    vote = next(each for each in acts if each["properties"]["act"]["const"] == "vote")
    bounds = next(part for part in vote["properties"]["in_favour"]["anyOf"] if part["type"] == "integer")
    assert (bounds["minimum"], bounds["maximum"]) == (0, 125)
    assert vote["properties"]["in_favour"]["description"] == "How many voted in favour?"


def test_a_scenario_is_about_a_known_procedure_with_known_facts() -> None:
    found = schema("scenario", "--constitution", "az-1995")
    assert "az-1995/law" in found["properties"]["procedure"]["enum"]
    assert "matter" in found["properties"]["given"]["properties"]


@pytest.mark.parametrize(
    ("kind", "args"),
    [
        ("verdict", ["decide", "-", "--json"]),
        ("pass", ["pass", "az-1995/law", "--in-favour", "80", "--json"]),
        ("sweep", ["pass", "az-1995/law", "--sweep", "in_favour", "--json"]),
        ("need", ["need", "az-1995/law", "--json"]),
        ("who_acts", ["decide", "-", "--who-acts", "--json"]),
        ("explain", ["explain", "az-1995/110.II", "--json"]),
        ("timeline", ["timeline", "-", "--json"]),
        ("timeline", ["timeline", "az-1995/law", "--from", "2010-01-01", "--json"]),
        ("backwards", ["timeline", "az-1995/law", "--backwards", "--by", "2010-01-01", "--json"]),
    ],
)
def test_an_answer_has_exactly_the_keys_of_its_schema(kind: str, args: list[str]) -> None:
    case = "procedure: az-1995/law\nas_of: 2010-01-01\n"
    answer = json.loads(CliRunner().invoke(majlis, args, input=case).stdout)
    answer = answer[0] if isinstance(answer, list) else answer
    found = schema(kind)
    assert set(answer) == set(found["properties"]) == set(found["required"])
    assert answer["schema"] == found["properties"]["schema"]["const"]


def test_the_answer_of_the_check_has_exactly_the_keys_of_its_schema(isle: Isle) -> None:
    answer = json.loads(CliRunner().invoke(majlis, ["check", "--json"]).stdout)
    found = schema("check")
    assert set(answer) == set(found["properties"]) == set(found["required"])
