"""`majlis timeline` as a user runs it: what it prints, what it refuses, and its JSON."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from majlis.cli import majlis
from majlis.law.places import content

LAW = "az-1995/law"
BEGUN = (LAW, "--from", "2009-05-20")
CASES = content() / "scenarios"
IN_TIME = CASES / "az-1995" / "law" / "elections_83.yaml"
OVERDUE = CASES / "az-1995" / "law" / "two_months_over.yaml"
UNDATED = """\
procedure: az-1995/law
as_of: 2010-08-02
given: {matter: 94.I.15, changed: false}
acts:
  - {act: introduction, date: 2010-03-01, by: deputy, substantiated: true}
  - {act: vote, date: 2010-04-01, in_favour: 80}
  - {act: presentation, date: unknown}
"""


def run(*args: str, text: str | None = None) -> Result:
    """The command with the engine that is there without further packages; it never ends in a traceback."""
    found = CliRunner().invoke(majlis, ["timeline", *args, "--engine", "meaning"], input=text)
    assert found.exception is None or isinstance(found.exception, SystemExit), repr(found.exception)
    assert "Traceback" not in found.output
    return found


def words(*args: str) -> str:
    found = run(*args)
    assert found.exit_code in (0, 1, 3), found.output
    return " ".join(found.stdout.split())


def refused(*args: str, text: str | None = None) -> str:
    """What is said of input that cannot be used: on standard error alone, with exit status 2."""
    found = run(*args, text=text)
    assert found.exit_code == 2, found.output
    assert found.stdout == ""
    return " ".join(found.stderr.split())


def data(*args: str, text: str | None = None) -> dict[str, Any]:
    found = run(*args, "--json", text=text)
    assert found.exit_code in (0, 1, 3), found.output
    answer: dict[str, Any] = json.loads(found.stdout)
    return answer


def limit(answer: dict[str, Any], cite: str) -> dict[str, Any]:
    found = [each for step in answer["steps"] for each in step["limits"] if each["provision"].endswith(f"/{cite}")]
    assert found, cite
    return dict(found[0])
