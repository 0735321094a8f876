"""`majlis decide`: text, JSON, tables, exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from majlis.cli import majlis
from majlis.law.places import case_files, content

CASES = content() / "scenarios" / "az-1995"
LAW = """\
procedure: az-1995/law
given: {matter: 94.I.3}
acts:
  - {act: introduction, date: 2010-03-01, by: deputy, substantiated: true}
  - {act: vote, date: 2010-04-12, in_favour: 82, against: 20}
"""


def run(*args: str, **more: str) -> Result:
    return CliRunner().invoke(majlis, ["decide", *args], **more)


def case(name: str) -> str:
    return str(CASES / f"{name}.yaml")


def written(tmp_path: Path, text: str, name: str = "case.yaml") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_verdict_comes_first_with_the_margin_of_the_vote() -> None:
    found = run(case("law/elections_82"))
    assert found.stdout.startswith("Rejected, 1 vote short: 82 in favour, 83 needed, by 94.II.\n")
    assert found.exit_code == 0


def test_the_english_wording_is_named_in_the_second_line_where_it_would_turn_the_verdict() -> None:
    first, second, *_ = run(case("judge_dismissal/appeal_70")).stdout.splitlines()
    assert first.startswith("Rejected, 13 votes short")
    assert second.startswith("Under the English wording this would be")


def test_a_question_that_turns_the_verdict_is_asked_with_its_readings_and_their_sources() -> None:
    text = " ".join(run(case("law/override_obtained")).stdout.split())
    assert "Depends on" in text
    assert "Does the majority for the override follow the majority that was due at first" in text
    assert "obtained: lapsed" in text
    assert "Source:" in text


def test_what_was_broken_stands_before_what_was_met() -> None:
    text = run(case("law/silent_56_days")).stdout
    assert text.index("110.I, decision: broken") < text.index("met.")


def test_provisions_that_do_not_apply_fill_one_line_unless_more_is_asked_for() -> None:
    assert "does not apply" not in run(case("law/elections_82")).stdout
    assert "does not apply" in run(case("law/elections_82"), "--verbose").stdout


def test_a_deadline_shows_its_count() -> None:
    assert "28 May not counted; 3 + 30 + 23 days; due 23 July 2009" in run(case("law/override_obtained")).stdout


def test_a_silence_is_told_where_the_record_went_on() -> None:
    text = run(case("law/presented_on_day_15")).stdout
    assert "Silent, presentation" in text
    assert "goes on all the same" in text


def test_a_missing_fact_is_asked_for_in_words() -> None:
    found = run(case("municipal_decision/not_known_whether_tax"))
    assert "Not known: Does the decision set local taxes or duties? (local_taxes)" in found.stdout
    assert found.stdout.startswith("Undetermined: facts are missing")
    assert found.exit_code == 3


def test_a_duty_that_could_not_be_checked_says_for_want_of_what() -> None:
    text = " ".join(run(case("law/urgent_without_times")).stdout.split())
    assert "Not checked, for want of an answer: 97.II (presentation): On which day" in text


def test_the_holder_of_an_office_is_named_by_its_title() -> None:
    assert run(case("presidential_vacancy/line_of_2017")).stdout.startswith(
        "Acts: the First Vice-President; still to come"
    )


def test_the_last_line_names_engine_edition_and_digest() -> None:
    last = run(case("law/elections_82"), "--engine", "meaning").stdout.splitlines()[-1]
    assert "edition 2009; engine meaning; digest " in last


@pytest.mark.parametrize(
    ("name", "status"),
    [("law/rejected_62_to_40", 0), ("law/voted_after_two_months", 1), ("law/silent_56_days", 3)],
)
def test_the_exit_status_tells_rejection_breach_and_silence_apart(name: str, status: int) -> None:
    assert run(case(name)).exit_code == status


def test_several_files_make_a_table_and_the_worst_status() -> None:
    found = run(case("law/elections_82"), case("law/silent_56_days"), case("law/voted_after_two_months"))
    assert [line.split()[-1] for line in found.stdout.splitlines()] == ["exit", "0", "3", "1"]
    assert found.exit_code == 1


def test_an_input_error_among_several_files_is_a_row_and_the_worst_status(tmp_path: Path) -> None:
    found = run(case("law/voted_after_two_months"), str(tmp_path / "nothing.yaml"))
    assert "input error" in found.stdout
    assert "there is no such file" in found.stderr
    assert found.exit_code == 2


def test_all_editions_are_set_side_by_side() -> None:
    found = run(case("law/citizens_2005"), "--edition", "all")
    rows = {line.split()[0]: line.split()[1:] for line in found.stdout.splitlines() if line.strip()}
    assert rows["exit"] == ["1", "1", "0", "0"]
    assert "1995   " in found.stdout and "The verdict differs between them" in found.stdout
    assert found.exit_code == 1


def test_what_editions_have_alike_is_not_shown_side_by_side() -> None:
    found = run(case("law/overridden"), "--edition", "all")
    assert "The verdict is the same under all of them" in found.stdout
    assert "97.I, presentation" not in found.stdout


def test_an_edition_can_be_pinned() -> None:
    assert run(case("law/citizens_2005"), "--edition", "2009").exit_code == 0


def test_a_reading_can_be_chosen() -> None:
    found = run(case("law/override_obtained"), "--readings", "override_majority=obtained")
    assert found.stdout.startswith("Lapsed")


def test_json_has_the_whole_verdict() -> None:
    found = json.loads(run(case("law/elections_82"), "--json").stdout)
    assert found["schema"] == "majlis/verdict/1"
    assert found["outcome"] == "rejected"
    vote = next(each for each in found["findings"] if each["provision"] == "az-1995/94.II")
    assert (vote["required"], vote["actual"], vote["margin"], vote["counted"]) == (83, 82, -1, "in_favour")


def test_json_of_several_files_is_a_list_with_file_and_status() -> None:
    found = json.loads(run(case("law/elections_82"), case("law/silent_56_days"), "--json").stdout)
    assert [(Path(each["file"]).name, each["exit"]) for each in found] == [
        ("elections_82.yaml", 0),
        ("silent_56_days.yaml", 3),
    ]


def test_a_dash_reads_standard_input() -> None:
    assert run("-", input=LAW).stdout == run("-", "--engine", "meaning", input=LAW).stdout.replace(
        "engine meaning", "engine " + run("-", input=LAW).stdout.rpartition("engine ")[2].partition(";")[0]
    )
    assert run("-", input=LAW).stdout.startswith("Rejected")


def test_standard_input_may_be_json() -> None:
    data = {"procedure": "az-1995/law", "as_of": "2010-03-01", "given": {"matter": "94.I.3"}, "acts": []}
    assert run("-", input=json.dumps(data, indent="\t")).stdout.startswith("Pending: next comes the introduction")


def test_check_compares_with_what_the_file_expects(tmp_path: Path) -> None:
    right = written(tmp_path, LAW + "expect: {outcome: rejected}\n", "right.yaml")
    wrong = written(tmp_path, LAW + "expect: {outcome: in_force}\n", "wrong.yaml")
    assert run(right, "--check").exit_code == 0
    found = run(wrong, "--check")
    assert found.exit_code == 1
    assert "outcome: expected in_force, found rejected" in found.stderr


def test_check_refuses_a_file_that_expects_nothing(tmp_path: Path) -> None:
    found = run(written(tmp_path, LAW), "--check")
    assert found.exit_code == 2
    assert "nothing is expected" in found.stderr


EXAMPLES = [path for path in case_files() if path.is_relative_to(CASES)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_example_reads_as_plain_text_of_eighty_columns(path: Path) -> None:
    text = run(str(path), "--engine", "meaning", "--verbose").stdout
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text
    assert "None" not in text
    assert "…" not in text
