"""Whatever is wrong with a file: one message with file, line and remedy, status 2, within two seconds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from majlis.cli import majlis

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """\
procedure: az-1995/law
given: {matter: 94.I.3}
acts:
  - {act: introduction, date: 2010-03-01, by: deputy}
"""
VOTE = HEAD + "  - {act: vote, date: 2010-04-12, in_favour: 82%s}\n"
MOST_SECONDS = 2.0
BOMB = "\n".join(["a0: &a0 [x, x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))])

BAD = {
    "unknown procedure": (HEAD.replace("az-1995/law", "az-1995/lwa"), ":1", "Did you mean az-1995/law?"),
    "unknown edition": (HEAD + 'edition: "1996"\n', ":5", "unknown edition '1996'"),
    "unknown matter": (HEAD.replace("94.I.3", "94.I.33"), ":2", "94.I.33"),
    "unknown act": (HEAD.replace("introduction", "introducing"), ":4", "Did you mean introduction?"),
    "unknown key": (HEAD + "nots: x\n", ":5", "unknown key 'nots'"),
    "unknown field": (VOTE % ", in_favor: 2", ":5", "Did you mean in_favour?"),
    "unknown fact": (HEAD.replace("matter:", "mater:"), ":2", "Did you mean matter?"),
    "unknown actor": (HEAD.replace("deputy", "deputies"), ":4", "Did you mean deputy?"),
    "unknown reading": (HEAD + "readings: [latin]\n", ":5", "unknown reading 'latin'"),
    "unknown step": (VOTE % ", step: voting", ":5", "no step 'voting'"),
    "more votes than seats": (VOTE % ", against: 126", ":5", "126 exceeds the 125 seats"),
    "more votes in all than seats": (VOTE % ", against: 82", ":5", "exceeds 125"),
    "more votes than sitting": (VOTE % ", sitting: 80", ":5", "exceeds 80"),
    "a negative number": (VOTE % ", against: -1", ":5", "-1 is negative"),
    "text for a number": (VOTE % ", against: many", ":5", "'many' is not a whole number"),
    "a fraction for a number": (VOTE % ", against: 8.5", ":5", "'8.5' is not a whole number"),
    "an impossible date": (HEAD.replace("2010-03-01", "2010-02-30"), ":4", "no day of the calendar"),
    "no date": (HEAD.replace("date: 2010-03-01, ", ""), ":4", "'date' is missing"),
    "a day before the constitution": (HEAD.replace("2010", "1990"), ":1", "was not in force before 1995"),
    "two acts alike": (
        VOTE % "" + "  - {act: vote, date: 2010-04-12, in_favour: 83}\n",
        "",
        "cannot be told apart",
    ),
    "no day to judge": ("procedure: az-1995/law\n", "", "Give `as_of:`"),
    "an empty file": ("", "", "is empty"),
    "a list": ("- a\n- b\n", "", ""),
    "10,000-deep nesting": ("a: " + "[" * 10_000, "", ""),
    "200,000-deep nesting": ("a: " + "[" * 200_000, "", ""),
    "an alias bomb": (BOMB, "", ""),
    "a Python tag": ("a: !!python/object/apply:os.system [ls]\n", ":1", ""),
    "duplicate keys": (HEAD + "given: {}\n", ":5", "given"),
    "a bell": ("a: \x07\n", ":1", "U+0007"),
}


def refused(path: str) -> str:
    started = time.perf_counter()
    found = CliRunner().invoke(majlis, ["decide", path, "--engine", "meaning"])
    assert time.perf_counter() - started < MOST_SECONDS
    assert found.exit_code == 2, found.stdout
    assert found.stdout == ""
    assert "Traceback" not in found.stderr
    assert len(found.stderr.splitlines()) == 1
    assert len(found.stderr) < 1000
    return found.stderr


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_with_its_line_and_a_remedy(what: str, tmp_path: Path) -> None:
    text, line, message = BAD[what]
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    said = refused(str(path))
    assert f"{path}{line}" in said
    assert message in said


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert "is a directory" in refused(str(tmp_path))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "there is no such file" in refused(str(tmp_path / "nothing.yaml"))


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(bytes(range(256)))
    assert str(path) in refused(str(path))


def test_invalid_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"title: ok\nnote: \xff\xfe\n")
    assert "UTF-8" in refused(str(path))


def test_a_file_of_50_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert "is larger than 1 MiB" in refused(str(path))


@pytest.mark.parametrize(
    ("sent", "message"),
    [(b"\xff", "is not UTF-8 text"), (b"a" * (2 << 20), "larger than"), (b"", "is empty")],
)
def test_bad_standard_input_is_refused_too(sent: bytes, message: str) -> None:
    found = CliRunner().invoke(majlis, ["decide", "-"], input=sent)
    assert found.exit_code == 2
    assert message in found.stderr


def test_a_message_carries_no_codes_that_would_steer_a_terminal() -> None:
    found = CliRunner().invoke(majlis, ["need", "\x1b[31mred"])
    assert found.exit_code == 2
    assert "\x1b" not in found.stderr


def test_acts_in_an_impossible_order_are_findings_and_no_errors(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD + "  - {act: signature, date: 2010-03-05}\n", encoding="utf-8")
    found = CliRunner().invoke(majlis, ["decide", str(path)])
    assert found.exit_code == 1
    assert "not in its place" in found.stdout
