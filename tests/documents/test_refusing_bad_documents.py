"""Everything that can be wrong with a file: each is one clear error, within two seconds."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from majlis.documents import read, read_text, yaml_events
from majlis.errors import InputError, Where

SECONDS = 2


def check(error: InputError) -> None:
    assert error.where
    assert error.where.file
    assert error.remedy
    assert "\n" not in error.what
    assert len(error.what) < 200


def fault(text: str, name: str = "x.yaml") -> InputError:
    began = time.process_time()
    with pytest.raises(InputError) as caught:
        read_text(text, name)
    assert time.process_time() - began < SECONDS
    check(caught.value)
    return caught.value


def fault_of_file(path: Path) -> InputError:
    began = time.process_time()
    with pytest.raises(InputError) as caught:
        read(path)
    assert time.process_time() - began < SECONDS
    check(caught.value)
    return caught.value


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _with_each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "LOADER", getattr(yaml, request.param))


each_parser = pytest.mark.usefixtures("_with_each_parser")


# Files


def test_a_missing_file_is_named(tmp_path):
    error = fault_of_file(tmp_path / "none.yaml")
    assert "there is no such file" in str(error)
    assert "none.yaml" in str(error)


def test_a_directory_is_no_file(tmp_path):
    assert "is a directory" in str(fault_of_file(tmp_path))


def test_a_file_used_as_a_directory_is_not_found_quietly(tmp_path):
    (tmp_path / "a").write_text("a: b")
    assert "cannot be read: Not a directory" in str(fault_of_file(tmp_path / "a" / "b.yaml"))


def test_a_circular_link_cannot_be_read(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert "cannot be read" in str(fault_of_file(tmp_path / "a"))


def test_a_path_that_no_file_can_have_cannot_be_read():
    assert "cannot be read" in str(fault_of_file(Path("a\0b")))
    assert "cannot be read" in str(fault_of_file(Path("a" * 5000)))


def test_a_file_without_permission_cannot_be_read(tmp_path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "secret.yaml"
    file.write_text("a: b")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be read: Permission denied" in str(fault_of_file(file))


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "is not an ordinary file" in str(fault_of_file(tmp_path / "pipe.yaml"))


def test_a_file_name_that_is_not_utf8_is_still_printable(tmp_path):
    error = fault_of_file(tmp_path / os.fsdecode(b"\xff.yaml"))
    assert str(error).encode()


def test_a_file_of_50_mb_is_refused_by_its_size(tmp_path):
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(50_000_000)
    assert "is larger than 1 MiB" in str(fault_of_file(tmp_path / "big.yaml"))


def test_a_file_that_grows_after_its_size_was_checked_is_refused(tmp_path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "grown.yaml"
    file.write_bytes(b"a: " + b"b" * 1024 * 1024)
    monkeypatch.setattr("majlis.documents.source._check_file", lambda *_: None)
    assert "is larger than 1 MiB" in str(fault_of_file(file))


def test_a_text_of_50_mb_is_refused_by_its_size():
    assert "is larger than 1 MiB" in str(fault("a: b\n" * 10_000_000))


def test_a_file_of_just_1_mib_is_read(tmp_path):
    (tmp_path / "full.yaml").write_text("a: " + "b" * (1024 * 1024 - 3))
    assert read(tmp_path / "full.yaml")


def test_a_binary_file_is_refused_with_the_line(tmp_path):
    (tmp_path / "x.yaml").write_bytes(b"a: b\nc: \x00\x01\xff")
    assert ":2: is a binary file" in str(fault_of_file(tmp_path / "x.yaml"))


def test_invalid_utf8_is_refused_with_the_byte_offset(tmp_path):
    (tmp_path / "x.yaml").write_bytes(b"a: b\nc: \xe9t\xe9\n")
    error = fault_of_file(tmp_path / "x.yaml")
    assert ":2: is not UTF-8 text: the byte at offset 8 is 0xe9" in str(error)


def test_utf16_is_refused(tmp_path):
    (tmp_path / "x.yaml").write_bytes("a: b\n".encode("utf-16"))
    assert "binary" in str(fault_of_file(tmp_path / "x.yaml"))


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x1b", "U+001B"), ("\x00", "U+0000"), ("\x7f", "U+007F"), ("\ud83d", "U+D83D"), ("\ufeff", "U+FEFF")],
)
def test_a_control_character_is_refused_with_its_line(character: str, name: str):
    error = fault(f"a: b\nc: {character}")
    assert name in str(error)
    assert error.where == Where("x.yaml", 2)


@pytest.mark.parametrize("text", ["", "\n \t\n", "# only a comment\n", "---\n", "---\n...\n", "\ufeff"])
@each_parser
def test_an_empty_file_is_refused(text: str):
    assert "is empty" in str(fault(text))


@pytest.mark.parametrize("text", ["", "  \n", "null"])
def test_an_empty_json_file_is_refused(text: str):
    assert "is empty" in str(fault(text, "x.json"))


# YAML


@each_parser
def test_a_second_document_is_refused_with_its_line():
    error = fault("a: b\n---\nc: d\n")
    assert "a second document begins here" in str(error)
    assert error.where == Where("x.yaml", 2)


@pytest.mark.parametrize(("text", "found"), [("- a\n", "a list"), ("word", "a single value"), ("''", "a single value")])
@each_parser
def test_a_file_that_is_no_mapping_is_refused(text: str, found: str):
    assert f"has {found} at the top" in str(fault(text))


@each_parser
def test_an_anchor_is_refused_with_its_line():
    for anchored in ("&name b", "&name [b]", "&name {b: c}"):
        error = fault(f"x: y\na: {anchored}\n")
        assert "uses the anchor or alias 'name'" in str(error)
        assert error.where == Where("x.yaml", 2)


@each_parser
def test_an_alias_is_refused_with_its_line():
    assert fault("x: y\na: *name\n").where == Where("x.yaml", 2)


@each_parser
def test_an_alias_bomb_is_refused_at_its_first_anchor():
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 100))
    assert "anchor" in str(fault(bomb))


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system [ls]",
        "!!python/name:os.system",
        "!!str 3",
        "!own {a: b}",
        "! x",
        "!!null",
    ],
)
@each_parser
def test_a_tag_is_refused_with_its_line(value: str):
    error = fault(f"x: y\na: {value}\n")
    assert "uses the type tag" in str(error)
    assert error.where == Where("x.yaml", 2)


@pytest.mark.parametrize("line_break", ["\n", "\r", "\u2028"])
def test_many_tag_directives_are_refused_at_once(line_break: str):
    assert "%TAG" in str(fault("# x" + line_break + "".join(f"%TAG !{n}! x{line_break}" for n in range(50_000))))


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_a_key_given_twice_is_refused_with_both_lines(name: str):
    error = fault('{"a": {\n "b": "1",\n "c": "2",\n "b": "3"}}', name)
    assert "the key is given twice, on lines 2 and 4" in str(error)
    assert error.where == Where(name, 4, "a.b")


def test_a_key_that_is_the_same_but_for_its_quotes_is_given_twice():
    assert "on lines 1 and 2" in str(fault("a: 1\n'a': 2\n"))


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? - a\n", "? \n"])
@each_parser
def test_a_key_that_is_not_text_is_refused(key: str):
    assert "has a key that is not text" in str(fault(f"x: y\n{key}: c\n"))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a: b\nc:\n", Where("x.yaml", 2, "c")),
        ("a:\n  - b\n  -\n", Where("x.yaml", 3, "a[1]")),
        ("a: {b: , c: d}", Where("x.yaml", 1, "a.b")),
        ("{a}", Where("x.yaml", 1, "a")),
    ],
)
@each_parser
def test_a_key_without_a_value_is_refused(text: str, where: Where):
    error = fault(text)
    assert "has no value" in str(error)
    assert error.where == where


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\n c: d\n", 2),
        ("a: b\nc: [d\n", 3),
        ("a:\n\tb: c\n", 2),
        ("a: b\nc: @d\n", 2),
        ("a: b\nc: 'd\n", 3),
        ("a: b\nc\n", 3),
        ('a: b\nc: "\\ud83d"\n', 2),
        ("%FOO bar\n%FOO bar\n", None),
    ],
)
@each_parser
def test_yaml_that_is_not_well_formed_is_refused_with_the_line(text: str, line: int | None):
    error = fault(text)
    assert "is not valid YAML" in str(error) or "U+D83D" in str(error)
    if line:
        assert error.where
        assert error.where.line in {line, line - 1}


def test_a_yaml_error_without_a_place_still_names_the_file(monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object, **__: object) -> None:
        raise yaml.YAMLError

    monkeypatch.setattr(yaml_events.yaml, "parse", lambda *_, **__: (fail() for _ in "a"))
    assert str(fault("a: b")).startswith("x.yaml: is not valid YAML: it cannot be parsed.")


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\x9b", "\\uFEFF"])
@each_parser
def test_an_escape_cannot_bring_in_a_control_character(escape: str):
    assert "which is not text" in str(fault(f'a: "{escape}"'))
    assert "which is not text" in str(fault(f'"{escape}": a'))


# Depth and numbers


@pytest.mark.parametrize("depth", [65, 10_000, 200_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "[\n", "{a:\n", "- "])
@each_parser
def test_nesting_beyond_64_levels_is_refused_with_the_line(opening: str, depth: int):
    error = fault("x: y\na:\n " + opening * depth)
    assert "is nested more than 64 levels deep" in str(error) or "is not valid YAML" in str(error)
    assert error.where
    assert error.where.line


def test_nesting_by_indentation_is_refused():
    text = "".join(" " * depth + "a:\n" for depth in range(1000))
    assert fault(text + " " * 1001 + "b").where == Where("x.yaml", 65)


@pytest.mark.parametrize("depth", [65, 10_000, 200_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_nesting_beyond_64_levels_is_refused_in_json(opening: str, depth: int):
    error = fault('{"a":\n' + (opening * depth)[:1_000_000], "x.json")
    assert "is nested more than 64 levels deep" in str(error)
    assert error.where == Where("x.json", 2)


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_more_than_50_000_values_are_refused(name: str):
    assert "has more than 50,000 values" in str(fault('{"a": [' + "[]," * 300_000 + "[]]}", name))


# JSON


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('{"a": 1,\n}', 2, "expected a key in double quotes, found }"),
        ('{"a": [1,\n]}', 2, "expected a value, found ]"),
        ('{"a"\n"b"}', 2, 'expected a colon, found "b"'),
        ('{"a": 1\n"b": 2}', 2, 'expected a comma or }, found "b"'),
        ('{"a": [1\n2]}', 2, "expected a comma or ], found 2"),
        ('{"a": 1]', 1, "expected a comma or }, found ]"),
        ('{"a": [1}', 1, "expected a comma or ], found }"),
        ("{1: 2}", 1, "expected a key in double quotes or }, found 1"),
        ('{"a": :}', 1, "expected a value, found :"),
        ("{,}", 1, "expected a key in double quotes or }, found ,"),
        ('{"a": [,]}', 1, "expected a value or ], found ,"),
        ('{"a": 1}\n{"b": 2}', 2, "expected the end of the file, found {"),
        ('{"a": 1}}', 1, "expected the end of the file, found }"),
        ('{"a": 1\n\n', 3, "expected a comma or }, found the end of the file"),
        ("{\n'a': 1}", 2, "nothing in JSON is written like 'a': 1}"),
        ('{"a":\n\n "b\n"}', 3, "nothing in JSON is written like"),
        ('{"a": 01}', 1, "nothing in JSON is written like 01}"),
        ('{"a": NaN}', 1, "nothing in JSON is written like NaN}"),
        ('{"a": 1.}', 1, "nothing in JSON is written like 1.}"),
        ('{"a": truely}', 1, "nothing in JSON is written like truely}"),
        ('{"a": 1} // note', 1, "nothing in JSON is written like // note"),
        ('{"a":\n"\\x"}', 2, "Invalid \\escape"),
        ('{"a": "\\ud8"}', 1, "Invalid \\uXXXX escape"),
        ('{"a": "\t"}', 1, "Invalid control character"),
        ("a: b", 1, "nothing in JSON is written like a: b"),
    ],
)
def test_json_that_is_not_well_formed_is_refused_with_the_line(text: str, line: int, problem: str):
    error = fault(text, "x.json")
    assert problem in error.what
    assert error.where == Where("x.json", line)


@pytest.mark.parametrize(("text", "key"), [('{"a": null}', "a"), ('{"a": [1, null]}', "a[1]")])
def test_json_null_is_no_value(text: str, key: str):
    error = fault(text, "x.json")
    assert "has no value" in str(error)
    assert error.where == Where("x.json", 1, key)


@pytest.mark.parametrize(("text", "found"), [("[]", "a list"), ("3", "a single value"), ('"a"', "a single value")])
def test_json_that_is_no_mapping_is_refused(text: str, found: str):
    assert f"has {found} at the top" in str(fault(text, "x.json"))


def test_half_a_surrogate_pair_is_refused():
    assert "U+D83D" in str(fault(r'{"a": "\ud83d"}', "x.json"))


@given(
    st.text(st.sampled_from("{}[]:,-?&*!|>'\"%#a1 \n\t\\u0"), max_size=40),
    st.sampled_from(["x.yaml", "x.json"]),
)
def test_any_text_is_either_read_or_refused_with_a_clear_error(text: str, name: str):
    try:
        read_text(text, name)
    except InputError as error:
        check(error)


@given(st.binary(max_size=40))
def test_any_bytes_are_either_read_or_refused_with_a_clear_error(tmp_path_factory, raw: bytes):
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(raw)
    try:
        read(file)
    except InputError as error:
        check(error)
