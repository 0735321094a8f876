"""`majlis timeline`: the files that it writes, and its JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from timeline_command import BEGUN, IN_TIME, LAW, OVERDUE, data, refused, run

from majlis.cli import majlis

# Files


@pytest.mark.parametrize("kind", ["--csv", "--ics", "--svg"])
def test_a_file_is_written_in_place_of_what_was_there_and_printed_for_a_dash(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "timeline.out"
    file.write_text("old", encoding="utf-8")
    told = run(*BEGUN, kind, str(file))
    assert (told.exit_code, told.stdout) == (0, f"{file}: Making a law.\n")
    starts = {"--csv": "", "--ics": "BEGIN:VCALENDAR", "--svg": "<?xml"}[kind]
    written = file.read_text("utf-8")
    assert written.startswith(starts)
    assert "old" not in written.splitlines()[:1]
    printed = run(*BEGUN, kind, "-").stdout
    assert printed.startswith(starts)
    if kind != "--ics":  # a calendar file says when it was made
        assert printed.splitlines() == written.splitlines()


@pytest.mark.parametrize("kind", ["--csv", "--ics", "--svg"])
@pytest.mark.parametrize("place", ["", "missing/timeline.out", "zero\0byte"])
def test_a_file_that_cannot_be_written_is_refused(kind: str, place: str, tmp_path: Path) -> None:
    for target in (str(tmp_path / place), place if "/" not in place else str(tmp_path)):
        told = refused(*BEGUN, kind, target)
        assert kind in told
        assert "cannot be written" in told


def test_several_files_are_written_at_once_beside_what_is_printed(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("law.csv", "law.ics", "law.svg")]
    options = [each for file in files for each in (f"--{file.suffix[1:]}", str(file))]
    answer = data(*BEGUN, *options)
    assert answer["schema"] == "majlis/timeline/1"
    assert all(file.stat().st_size for file in files)


def test_the_table_has_a_row_for_each_period_that_parses() -> None:
    rows = list(csv.DictReader(io.StringIO(run(*BEGUN, "--csv", "-").stdout)))
    answer = data(*BEGUN)
    periods = sum(max(1, len(step["limits"])) for step in answer["steps"])
    assert len(rows) == periods
    assert {row["step"] for row in rows} >= {step["step"] for step in answer["steps"]}


def test_the_exit_status_stays_where_a_file_is_written(tmp_path: Path) -> None:
    assert run(str(OVERDUE), "--csv", str(tmp_path / "late.csv")).exit_code == 1


# JSON


def fits(value: Any, schema: dict[str, Any], whole: dict[str, Any]) -> bool:
    """Does a value fit a JSON Schema, as far as the schemas of majlis go?"""
    if "$ref" in schema:
        return fits(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    if "anyOf" in schema:
        return any(fits(value, each, whole) for each in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return value in schema.get("enum", [schema.get("const")])
    kinds: dict[str, type] = {
        "object": dict,
        "array": list,
        "string": str,
        "boolean": bool,
        "integer": int,
        "null": type(None),
    }
    if type(value) is not kinds[schema["type"]]:
        return False
    if isinstance(value, list):
        return all(fits(each, schema["items"], whole) for each in value)
    if isinstance(value, dict):
        named, others = schema.get("properties", {}), schema.get("additionalProperties")
        known = set(value) == set(named) if named else isinstance(others, dict)
        return known and all(fits(each, named.get(key, others), whole) for key, each in value.items())
    return True


@pytest.mark.parametrize(
    ("kind", "args"),
    [
        ("timeline", BEGUN),
        ("timeline", (LAW,)),
        ("timeline", ("az-1995/presidential_election", "--from", "2013-10-09")),
        ("timeline", ("az-1995/president_eligibility", "--from", "2013-10-09")),
        ("timeline", (str(OVERDUE),)),
        ("timeline", (str(IN_TIME),)),
        ("backwards", (LAW, "--backwards", "--by", "2009-07-01")),
        ("backwards", ("az-1995/prime_minister_appointment", "--backwards", "--by", "2009-07-01")),
    ],
)
def test_json_fits_the_published_schema(kind: str, args: tuple[str, ...]) -> None:
    schema = json.loads(CliRunner().invoke(majlis, ["schema", kind]).stdout)
    answer = data(*args)
    assert fits(answer, schema, schema)
    assert not fits({**answer, "steps": [{}]}, schema, schema)
    assert not fits({**answer, "title": 5}, schema, schema)


def test_the_same_case_under_each_edition_stands_side_by_side() -> None:
    found = CliRunner().invoke(majlis, ["decide", str(OVERDUE), "--edition", "all", "--engine", "meaning"])
    assert found.exception is None or isinstance(found.exception, SystemExit)
    text = " ".join(found.stdout.split())
    assert [edition for edition in ("1995", "2002", "2009", "2016") if edition in text] == [
        "1995",
        "2002",
        "2009",
        "2016",
    ]
    assert text.count("undetermined") == 4
