"""Asked about an invented country, the command line speaks of its bodies, and of nobody else's."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from invented_law import forget

import majlis
from majlis.cli import majlis as program
from majlis.law.library import constitutions, law
from majlis.law.places import VARIABLE

HERE = Path(__file__).parent
CASES = HERE / "scenarios" / "velmar"
REPOSITORY = Path(majlis.__file__).parents[2]
PROCEDURES = ["velmar/bill", "velmar/money_bill", "velmar/amendment"]
ELSEWHERE = re.compile(r"azerbaijan|milli|majlis|president|deput|nakhchivan|congress|cabinet", re.IGNORECASE)


def run(*args: str) -> Result:
    return CliRunner().invoke(program, list(args))


def words(*args: str) -> str:
    return " ".join(run(*args).stdout.split())


def test_need_tells_quorum_majority_and_sitting_days_in_its_own_words() -> None:
    text = words("need", "velmar/bill")
    assert "1. Tabling, by a burgher or the Treasurer (12.I)." in text
    assert "those present (7.I:hall). It needs 61 attending out of 121 seats." in text
    assert "Quorum: The Bench of Elders decides nothing" in text
    assert "(12.II, within 15 sitting days of the Bench of Elders after the dispatch)" in text
    assert "10 sitting days of the Hall of Burghers and the Bench of Elders together after the formation" in text


def test_need_tells_an_earlier_edition_with_its_own_seats_and_periods() -> None:
    text = words("need", "velmar/bill", "--edition", "1970")
    assert "It needs 51 attending out of 101 seats." in text
    assert "within 20 sitting days of the Bench of Elders" in text


def test_explain_shows_how_the_sitting_days_changed() -> None:
    text = words("explain", "12.II")
    assert "In figures: within 15 sitting days of the Bench of Elders (counted from: dispatch)." in text
    assert "Changed: within was 20 sitting days." in text
    assert "at least 3 sitting days of the Hall of Burghers before the reading" in words("explain", "18.I")


def test_explain_names_a_silence_at_the_step_that_has_it() -> None:
    text = words("explain", "7.II")
    assert "It governs the second reading of velmar/bill. Silent there:" in text
    assert "It governs the confirmation of velmar/money_bill. It governs" in text


def test_decide_shows_the_count_of_sitting_days() -> None:
    text = words("decide", str(CASES / "bill" / "last_sitting_day.yaml"))
    assert (
        "20 sitting days of the Bench of Elders: 6 March not counted; 13 + 7 sitting days; due 10 April 1990." in text
    )


def test_decide_asks_for_the_sittings_that_are_not_known() -> None:
    found = run("decide", str(CASES / "bill" / "perhaps_over.yaml"))
    assert found.exit_code == 3
    text = " ".join(found.stdout.split())
    assert "It depends on: On which days did the Bench of Elders sit?" in text
    assert "the record of sittings does not settle the day" in text


def test_decide_speaks_of_the_quorum_only_where_it_was_missed() -> None:
    assert "The reading failed: 50 attending, 51 needed, 1 short, by 7.I:hall." in words(
        "decide", str(CASES / "bill" / "quorum_of_the_hall_missed.yaml")
    )
    assert words("decide", str(CASES / "bill" / "tie_in_the_hall.yaml")).startswith(
        "Rejected, 1 vote short: 30 ayes, 31 needed, by 7.II."
    )


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        (["ayes=40", "noes=20", "attending=60"], "Fails by 1: 60 attending, needs 61 of 121 seats, by 7.I:hall."),
        (["ayes=31", "noes=30", "attending=61"], "Passes exactly: 31 ayes, needs 31"),
        (["ayes=30", "noes=30", "attending=61"], "Fails by 1: 30 ayes, needs 31"),
    ],
)
def test_pass_tells_a_quorum_from_a_majority(fields: list[str], answer: str) -> None:
    given = [part for field in fields for part in ("--field", field)]
    assert words("pass", "velmar/bill", *given).startswith(answer)


def test_pass_takes_two_thirds_of_the_seats_of_the_edition() -> None:
    assert words("pass", "velmar/amendment", "--field", "ayes=80", "--field", "attending=90").startswith(
        "Fails by 1: 80 ayes, needs 81 of 121 seats, by 18.II."
    )
    text = words("pass", "velmar/amendment", "--edition", "1970", "--field", "ayes=68", "--field", "attending=90")
    assert text.startswith("Passes exactly: 68 ayes, needs 68 of 101 seats, by 18.II.")


def test_the_schema_of_a_case_has_its_acts_bodies_and_procedures() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["properties"]["procedure"]["enum"] == sorted(PROCEDURES)
    assert schema["properties"]["sittings"]["propertyNames"] == {"enum": list(law("velmar").constitution.bodies)}
    acts = [each["properties"]["act"]["const"] for each in schema["properties"]["acts"]["items"]["oneOf"]]
    assert acts == list(law("velmar").vocabulary.acts)


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_flowchart_is_drawn(name: str) -> None:
    found = run("need", name, "--flow", "-")
    assert found.exit_code == 0
    assert found.stdout.startswith("<?xml")
    assert not ELSEWHERE.search(re.sub(r"\s+", " ", found.stdout))


@pytest.mark.parametrize(
    "args",
    [
        *(("need", name) for name in PROCEDURES),
        *(("explain", str(article)) for article in (3, 7, 12, 13, 15, 16, 18)),
        *(("decide", str(path), "--verbose") for path in sorted(CASES.rglob("*.yaml"))[::6]),
        ("procedures",), ("editions",), ("provisions",), ("scenarios", "velmar/bill"),
        ("explain", "99"), ("need", "velmar/law"), ("schema",),
    ],
    ids=lambda args: " ".join(args[:2]).rpartition("/")[2],
)  # fmt: skip
def test_nothing_is_said_of_another_country(args: tuple[str, ...]) -> None:
    found = run(*args)
    text = found.output.replace(str(HERE), "").replace(str(REPOSITORY), "")
    assert text
    assert not ELSEWHERE.search(text), ELSEWHERE.findall(text)


def test_it_is_alone_and_no_name_of_it_is_written_in_the_source() -> None:
    assert constitutions() == ("velmar",)
    frame = law("velmar").constitution
    names = {*frame.bodies, *frame.offices, *frame.groups, *law("velmar").vocabulary.acts, "velmar"} - {"report"}
    source = "\n".join(path.read_text(encoding="utf-8") for path in Path(majlis.__file__).parent.rglob("*.py"))
    assert {name for name in names if re.search(rf"['\"]{name}['\"]", source)} == set()


def test_no_word_of_another_vocabulary_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    own = law("velmar")
    mine = set(own.vocabulary.acts) | {field for act in own.vocabulary.acts.values() for field in act.fields}
    monkeypatch.delenv(VARIABLE)
    forget()
    others = [law(name) for name in constitutions()]
    theirs = {act for its in others for act in its.vocabulary.acts}
    theirs |= {field for its in others for act in its.vocabulary.acts.values() for field in act.fields}
    monkeypatch.undo()
    forget()
    assert theirs
    assert mine & theirs <= {"report", "notice", "objection", "ayes", "noes"}
    assert not mine & {"in_favour", "against", "abstained", "sitting", "vote", "matter", "by"}


def test_beside_another_country_each_keeps_to_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("rules", "procedures", "scenarios"):
        (tmp_path / kind).mkdir()
        for home in (HERE, REPOSITORY):
            for folder in (home / kind).iterdir():
                (tmp_path / kind / folder.name).symlink_to(folder)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    forget()
    try:
        assert len(constitutions()) > 1
        text = words("need", "velmar/bill") + words("explain", "velmar/12.II")
        assert "the Bench of Elders" in text
        assert not ELSEWHERE.search(text)
        assert "burgher" not in words(
            "explain", f"{constitutions()[0]}/{next(iter(law(constitutions()[0]).norms())).cite}"
        )
    finally:
        monkeypatch.undo()
        forget()
