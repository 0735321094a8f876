"""`need`, `explain` and the lists."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from majlis.cli import majlis
from majlis.procedure.library import procedures
from majlis.questions.need import need
from majlis.render.flow_svg import flow_svg


def run(*args: str) -> Result:
    return CliRunner().invoke(majlis, list(args))


def words(*args: str) -> str:
    return " ".join(run(*args).stdout.split())


def test_need_says_who_acts_which_majority_is_due_and_by_when() -> None:
    text = words("need", "az-1995/law", "--matter", "94.I.3")
    assert "3. Vote, by the Milli Majlis (93.I)." in text
    assert "It needs 83 in favour out of 125 seats." in text
    assert "within 56 days of receiving it (110.I, from the presentation)." in text


def test_need_narrows_down_to_a_matter() -> None:
    assert "63 in favour" not in words("need", "az-1995/law", "--matter", "94.I.3")
    assert "It needs 95 in favour out of 125 seats." in words("need", "az-1995/law", "--matter", "94.I.3")


def test_need_without_a_matter_gives_each_majority_and_names_the_matters() -> None:
    text = words("need", "az-1995/law")
    assert "needs 83 votes; a law on any other subject of the list needs 63 (94.II, of 125 seats" in text
    assert "Matters: 94.I.1 to 27 and 95.I.1 to 20;" in text
    assert "94.I.3 parliamentary elections" in words("need", "az-1995/law", "--matters")


def test_need_narrows_down_to_a_fact() -> None:
    text = words("need", "az-1995/municipal_decision", "--given", "local_taxes=yes")
    assert "145.III" in text
    assert "145.II." not in text
    assert "145.II)" not in text


def test_need_draws_a_flowchart_over_one_that_is_there(tmp_path: Path) -> None:
    file = tmp_path / "law.svg"
    file.write_text("old", encoding="utf-8")
    found = run("need", "az-1995/law", "--matter", "94.I.3", "--edition", "2009", "--flow", str(file))
    assert found.exit_code == 0
    assert found.stdout == f"{file} shows az-1995/law in the edition of 2009.\n"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("<?xml")
    assert "parliamentary elections and the status of deputies (94.I.3)" in text


def test_need_draws_and_prints_json_at_once(tmp_path: Path) -> None:
    file = tmp_path / "law.svg"
    found = run("need", "az-1995/law", "--flow", str(file), "--json")
    assert json.loads(found.stdout)["schema"] == "majlis/need/1"
    assert file.exists()


@pytest.mark.parametrize("name", ["missing/law.svg", ""])
def test_a_flowchart_that_cannot_be_written_is_an_input_error(name: str, tmp_path: Path) -> None:
    found = run("need", "az-1995/law", "--flow", str(tmp_path / name))
    assert found.exit_code == 2
    assert "cannot be written" in found.stderr


def test_a_flowchart_is_printed_in_place_of_a_file() -> None:
    assert run("need", "az-1995/law", "--flow", "-").stdout == flow_svg(need("az-1995/law"))
    refused = run("need", "az-1995/law", "--flow", "-", "--json")
    assert (refused.exit_code, refused.stdout) == (2, "")


@pytest.mark.parametrize(
    ("args", "place"),
    [
        (("--matter", "94.I.99"), "matter: "),
        (("--given", "matter=94.I.99"), "matter: "),
        (("--edition", "2010"), "--edition: "),
        (("--edition", "all"), "--edition: "),
        (("--readings", "nonsense"), "--readings: "),
        (("--given", "height=3"), "given.height: "),
    ],
)
def test_need_says_which_of_its_options_is_at_fault(args: tuple[str, ...], place: str) -> None:
    found = run("need", "az-1995/law", *args)
    assert found.exit_code == 2
    assert place in found.stderr


@pytest.mark.parametrize("command", [("need", "az-1995/law"), ("pass", "az-1995/law", "--in-favour", "84")])
def test_a_matter_that_is_given_twice_is_refused_where_the_two_differ(command: tuple[str, ...]) -> None:
    asked = run(*command, "--matter", "94.I.3", "--given", "matter=94.I.4")
    assert asked.exit_code == 2
    assert "two matters are named, 94.I.3 and 94.I.4" in asked.stderr
    assert run(*command, "--matter", "94.I.3", "--given", "matter=94.I.3").exit_code == 0


def test_need_says_where_the_text_is_silent() -> None:
    assert "nor what becomes of a draft that is never put to the vote." in words("need", "az-1995/law")


def test_need_keeps_periods_that_depend_on_what_is_not_known_yet() -> None:
    text = words("need", "az-1995/prime_minister_appointment")
    assert "(118.II:office, from the day" in text
    assert "(118.II:resignation, from the day" in text


def test_need_leaves_out_steps_that_no_default_reading_leads_to() -> None:
    assert "Proclamation" not in words("need", "az-1995/law")
    assert "Proclamation" in words("need", "az-1995/law", "--readings", "in_force_by=repeat_vote")


def test_need_names_the_line_of_an_edition() -> None:
    assert "Acting, in turn the First Vice-President, then" in words("need", "az-1995/presidential_vacancy")
    assert "Vice-President" not in words("need", "az-1995/presidential_vacancy", "--edition", "2009")


@pytest.mark.parametrize("procedure", procedures())
def test_need_is_a_plain_page_for_every_procedure(procedure: str) -> None:
    text = run("need", procedure).stdout
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80
    assert "None" not in text
    assert json.loads(run("need", procedure, "--json").stdout)["procedure"] == procedure


def test_explain_groups_editions_with_equal_text_and_says_what_changed() -> None:
    text = words("explain", "96.I")
    assert "Edition 1995: Deputies" in text
    assert "Editions 2009 and 2016: Deputies" in text
    assert "Changed: added: procurators office." in text


def test_explain_gives_readings_their_sources_and_the_silences_where_it_is_used() -> None:
    text = words("explain", "az-1995/110.I")
    assert "Open to reading: Is the day of the event itself counted" in text
    assert "It governs the decision of az-1995/law." in text
    assert "Silent there: The text does not say what becomes of a law that is neither signed nor returned" in text
    assert "It stands in rules/az-1995/110.yaml:" in text


def test_explain_takes_a_paragraph_with_all_its_norms_and_a_whole_article() -> None:
    assert {"118.II:office", "118.II:resignation"} <= {
        each["cite"] for each in json.loads(run("explain", "118.II", "--json").stdout)
    }
    assert {each["cite"] for each in json.loads(run("explain", "97", "--json").stdout)} == {"97.I", "97.II"}


def test_explain_shows_one_edition_where_it_is_asked_for() -> None:
    assert "Edition 1995: The President is elected for five years." in words("explain", "101.I", "--edition", "1995")
    assert "seven" not in words("explain", "101.I", "--edition", "1995")


def test_procedures_are_listed_with_their_steps() -> None:
    assert "az-1995/law Making a law Steps: introduction, citizens_draft, vote, presentation" in words("procedures")
    assert [each["procedure"] for each in json.loads(run("procedures", "--json").stdout)] == list(procedures())


def test_editions_are_listed_with_the_window_of_their_first_day() -> None:
    assert "in force from a day between 24 August 2002 and" in words("editions")
    first_days = {each["edition"]: each["earliest"] for each in json.loads(run("editions", "--json").stdout)}
    assert (first_days["1921"], first_days["1995"]) == ("1921-05-19", "1995-11-27")


def test_scenarios_are_listed_for_one_procedure_with_what_is_expected() -> None:
    text = words("scenarios", "az-1995/law")
    file, title = (
        "scenarios/az-1995/law/elections_82.yaml",
        "A law on parliamentary elections with 82 votes is not adopted.",
    )
    assert f"{file} {title} (rejected)" in text
    assert "az-1995/decree/" not in text
    assert len(json.loads(run("scenarios", "--json").stdout)) >= 30


def test_provisions_are_listed_as_csv_with_their_numbers_edition_by_edition() -> None:
    rows = list(csv.DictReader(io.StringIO(run("provisions", "--kind", "threshold", "--csv").stdout)))
    terms = [(row["editions"], row["numbers"]) for row in rows if row["provision"] == "az-1995/96.I:signatures"]
    assert terms == [("2009 2016", "40,000 signatures")]
    assert {row["kind"] for row in rows} == {"threshold"}


def test_provisions_are_listed_as_they_stand_in_an_edition() -> None:
    rows = json.loads(run("provisions", "--kind", "term", "--edition", "2016", "--json").stdout)
    assert ("az-1995/101.I", "7 years") in {(row["provision"], row["numbers"]) for row in rows}
    assert "In figures: 7 years." in run("provisions", "--kind", "term", "--edition", "2016").stdout


def test_provisions_of_an_edition_are_those_of_the_constitution_that_has_it() -> None:
    rows = json.loads(run("provisions", "--edition", "1925", "--json").stdout)
    assert {row["provision"].partition("/")[0] for row in rows} == {"az-1921"}
    assert "unknown edition '1926'. Did you mean" in run("provisions", "--edition", "1926").stderr
    refused = run("provisions", "--constitution", "az-1995", "--edition", "1925")
    assert "unknown edition '1925'" in refused.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["need", "az-1995/lw"], "Did you mean az-1995/law?"),
        (["need", "az-1995/law", "--matter", "95.III"], "is not about '95.III'"),
        (["need", "az-1995/law", "--edition", "1921"], "unknown edition"),
        (["explain", "110.IX"], "has no provision 110.IX"),
        (["explain", "999"], "no rules for Article 999"),
        (["explain", "vocabulary"], "no rules for Article vocabulary"),
        (["explain", "../97"], "unknown constitution '..'"),
        (["explain", "96.I:signatures", "--edition", "1995"], "has no provision 96.I:signatures"),
        (["explain", "97", "--edition", "1996"], "unknown edition '1996'"),
        (["explain", "97", "--constitution", "az-1999"], "unknown constitution 'az-1999'"),
        (["explain", "az-1995/97", "--constitution", "xx"], "is not in xx"),
        (["scenarios", "az-1995/lw"], "unknown procedure"),
        (["provisions", "--kind", "tresholds"], "Did you mean threshold?"),
        (["provisions", "--edition", "1996"], "unknown edition"),
        (["provisions", "--csv", "--json"], "exclude each other"),
        (["schema", "poem"], "is not one of"),
        (["schema", "--constitution", "xx"], "unknown constitution 'xx'"),
        (["dissolve"], "No such command"),
        (["decide"], "Missing argument"),
        (["decide", "x", "--engine", "oracle"], "is not one of"),
    ],
)
def test_an_unknown_name_gives_one_message_and_status_two(args: list[str], message: str) -> None:
    found = run(*args)
    assert found.exit_code == 2
    assert message in found.stderr
    assert "Traceback" not in found.stderr
