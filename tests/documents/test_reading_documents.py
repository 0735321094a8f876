"""Well-formed documents, and the places of their keys."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from majlis.documents import Document, read, read_text, yaml_events
from majlis.errors import Where

TEXT = """\
title: Question of confidence
votes:
  - in_favour: 63
    held: 2009-04-10
  - in_favour: 62
note: ""
"""


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _with_each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "LOADER", getattr(yaml, request.param))


@pytest.mark.usefixtures("_with_each_parser")
def test_every_scalar_stays_the_text_that_was_written():
    text = "a: 63\nb: yes\nc: 2009-04-10\nd: 1.50\ne: '0x1F'\nf: ~\ng: null\nh: 1_000\ni: |\n  two\n  lines\n"
    assert read_text(text, "x.yaml").data == {
        "a": "63",
        "b": "yes",
        "c": "2009-04-10",
        "d": "1.50",
        "e": "0x1F",
        "f": "~",
        "g": "null",
        "h": "1_000",
        "i": "two\nlines\n",
    }


@pytest.mark.usefixtures("_with_each_parser")
def test_every_key_and_list_item_has_its_line():
    assert read_text(TEXT, "x.yaml").lines == {
        (): 1,
        ("title",): 1,
        ("votes",): 2,
        ("votes", 0): 3,
        ("votes", 0, "in_favour"): 3,
        ("votes", 0, "held"): 4,
        ("votes", 1): 5,
        ("votes", 1, "in_favour"): 5,
        ("note",): 6,
    }


def test_a_quoted_empty_text_is_a_value():
    assert read_text(TEXT, "x.yaml").data["note"] == ""


def test_empty_lists_and_mappings_are_values():
    assert read_text("a: []\nb: {}\n", "x.yaml").data == {"a": [], "b": {}}


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("votes", 1, "in_favour"), Where("x.yaml", 5, "votes[1].in_favour")),
        (("votes", 1, "against", "total"), Where("x.yaml", 5, "votes[1].against.total")),
        (("votes", 7), Where("x.yaml", 2, "votes[7]")),
        (("nothing",), Where("x.yaml", 1, "nothing")),
        ((), Where("x.yaml", 1, None)),
    ],
)
def test_a_path_has_the_line_of_its_nearest_known_ancestor(path: tuple[str | int, ...], where: Where):
    assert read_text(TEXT, "x.yaml").where(path) == where


def test_a_document_without_lines_still_says_which_file_it_is():
    assert Document({}, "x.yaml", {}).where(("a",)) == Where("x.yaml", None, "a")


def test_a_long_key_is_shortened_and_put_on_one_line():
    assert read_text("a: b", "x").where(("k\n" * 100,)).key == "k " * 29 + "k…"


def test_a_file_is_read_by_its_path(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(TEXT)
    assert read(file).data == read_text(TEXT, "x.yaml").data
    assert read(file).name == str(file)


@pytest.mark.parametrize("name", ["bom.yaml", "bom.json"])
def test_a_byte_order_mark_is_accepted(tmp_path, name: str):
    file = tmp_path / name
    file.write_bytes(b"\xef\xbb\xbf" + '{"a": "ə"}'.encode())
    assert read(file).data == {"a": "ə"}


@pytest.mark.parametrize("breaks", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_every_kind_of_line_break_is_counted(name: str, breaks: str):
    assert read_text(f'{{{breaks} "a": "1",{breaks} "b": "2"{breaks}}}', name).lines[("b",)] == 3


def test_the_depth_limit_itself_is_admitted():
    for name in ("x.yaml", "x.json"):
        assert read_text('{"a":' + "[" * 63 + "]" * 63 + "}", name).data


def test_json_may_be_indented_with_tabs():
    assert read_text('{\n\t"a": [\n\t\t"b"\n\t]\n}\n', "x.json").lines[("a", 0)] == 3


def test_json_may_write_a_character_as_a_surrogate_pair():
    assert read_text(r'{"a": "\ud83d\ude00"}', "x.json").data == {"a": "😀"}


def test_json_numbers_and_truth_values_are_text_as_written():
    text = '{"a": 3, "b": true, "c": false, "d": -1.50e+2, "e": [0]}'
    assert read_text(text, "x.JSON").data == {
        "a": "3",
        "b": "true",
        "c": "false",
        "d": "-1.50e+2",
        "e": ["0"],
    }


# Text without line breaks in it: JSON escapes them, and YAML reads the same escapes.
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
)
nodes = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=15,
)
mappings = st.dictionaries(texts, nodes, max_size=5)


class _PlainDumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the name is given by the base class
        return True


@given(mappings, st.sampled_from([None, 1, 4]))
def test_json_read_as_json_and_as_yaml_agrees_in_data_and_lines(data: dict[str, Any], indent: int | None):
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    as_json, as_yaml = read_text(text, "x.json"), read_text(text, "x.yaml")
    assert as_json.data == as_yaml.data == data
    assert as_json.lines == as_yaml.lines


@given(data=mappings, indent=st.sampled_from([None, 2, "\t"]), ascii_only=st.booleans())
def test_json_gives_back_what_was_written(data: dict[str, Any], indent: int | str | None, *, ascii_only: bool):
    assert read_text(json.dumps(data, ensure_ascii=ascii_only, indent=indent), "x.json").data == data


@given(data=mappings, flow=st.booleans(), unicode=st.booleans())
def test_yaml_gives_back_what_was_written(data: dict[str, Any], *, flow: bool, unicode: bool):
    text = yaml.dump(data, Dumper=_PlainDumper, default_flow_style=flow, allow_unicode=unicode)
    assert read_text(text, "x.yaml").data == data


@given(st.recursive(st.sampled_from(["1", "-2.5", "true", "x"]), lambda inner: st.lists(inner, max_size=3)))
def test_bare_json_scalars_agree_with_plain_yaml_scalars(node: Any):
    text = json.dumps({"a": node}).replace('"x"', "0").replace('"1"', "1").replace('"-2.5"', "-2.5")
    text = text.replace('"true"', "true")
    assert read_text(text, "x.json").data == read_text(text, "x.yaml").data
