"""`majlis pass`: would a vote pass?"""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from majlis.cli import majlis


def run(*args: str) -> Result:
    return CliRunner().invoke(majlis, ["pass", *args])


def test_a_vote_that_fails_says_by_how_much_and_by_which_article() -> None:
    found = run("az-1995/law", "--matter", "94.I.3", "--in-favour", "80")
    told = " ".join(found.stdout.split())
    assert told.startswith(
        "Fails by 3: 80 in favour, needs 83 of 125 seats, by 94.II. The draft is not adopted. "
        "An abstention, a member who is present and does not vote, an absence and a vacancy have the effect of a vote "
        "against: the number is fixed."
    )
    assert found.exit_code == 0


def test_a_vote_that_passes_says_what_it_has_to_spare() -> None:
    assert run("az-1995/law", "--matter", "94.I.3", "--in-favour", "84").stdout.startswith("Passes with 1 to spare:")


def test_more_votes_than_can_be_cast_cannot_be_reached() -> None:
    found = run(
        "az-1995/law",
        "--matter",
        "94.I.3",
        "--step",
        "repeat_vote",
        "--first",
        "90",
        "--in-favour",
        "94",
        "--sitting",
        "94",
    )
    assert found.stdout.startswith("Cannot pass: 95 needed, and only 94 are sitting.")
    assert found.exit_code == 0


def test_without_a_matter_the_matters_are_gathered_by_the_answer() -> None:
    found = run("az-1995/law", "--in-favour", "80")
    assert "Passes for 94.I.1 and 94.I.5 to 94.I.27: 63 needed, by 94.II." in found.stdout
    assert "Fails for 94.I.2 to 94.I.4: 83 needed, by 94.II." in found.stdout
    assert found.exit_code == 3


def test_without_edition_and_date_the_latest_edition_is_taken_and_named() -> None:
    assert "edition 2016, the latest" in " ".join(
        run("az-1995/law", "--matter", "94.I.3", "--in-favour", "80").stdout.split()
    )


def test_a_date_in_a_doubtful_week_is_told() -> None:
    text = " ".join(
        run("az-1995/law", "--matter", "94.I.3", "--in-favour", "80", "--date", "2009-03-20").stdout.split()
    )
    assert "edition 2002; it is doubtful whether the edition of 2009 was in force already" in text


def test_a_share_says_of_what_it_is_one() -> None:
    found = run(
        "az-1995/municipal_decision",
        "--in-favour",
        "6",
        "--field",
        "voting=11",
        "--field",
        "members=15",
        "--given",
        "local_taxes=no",
    )
    assert found.stdout.startswith("Passes exactly: 6 in favour, needs 6 (more than 1/2 of voting), by 145.II.")


def test_the_votes_of_candidates_are_given_by_name() -> None:
    found = run(
        "az-1995/presidential_election",
        "--votes",
        "A=990000,B=700000",
        "--participants",
        "1900000",
        "--valid-votes",
        "1800000",
    )
    assert found.stdout.startswith("A is elected with 39,999 to spare: A has 990,000 votes, needs 950,001")


def test_json_has_the_answer_and_its_readings() -> None:
    found = json.loads(
        run(
            "az-1995/law",
            "--matter",
            "94.I.15",
            "--step",
            "repeat_vote",
            "--first",
            "85",
            "--in-favour",
            "90",
            "--json",
        ).stdout
    )
    assert (found["schema"], found["passes"], found["required"], found["margin"]) == (
        "majlis/pass/1",
        True,
        83,
        7,
    )
    assert [each["reading"] for each in found["readings"] if each["turns"]] == ["obtained"]


def test_a_figure_that_is_not_given_is_asked_for() -> None:
    found = run("az-1995/law", "--matter", "94.I.3", "--step", "repeat_vote", "--first", "90")
    assert found.stdout.startswith("Not known yet: needs 95 of 125 seats, by 110.II.")
    assert "How many voted in favour?" in found.stdout
    assert found.exit_code == 3


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["az-1995/lex"], "unknown procedure 'az-1995/lex'"),
        (["az-1995/law", "--in-favour", "126"], "126 exceeds the 125 seats"),
        (["az-1995/law", "--in-favour", "-1"], "-1 is negative"),
        (["az-1995/law", "--in-favour", "many"], "'many' is not a whole number"),
        (["az-1995/law", "--in-favour", "80", "--against", "80"], "exceeds 125"),
        (["az-1995/law", "--in-favour", "80", "--sitting", "79"], "exceeds 79"),
        (["az-1995/law", "--matter", "94.I.99", "--in-favour", "80"], "94.I.99"),
        (["az-1995/law", "--matter", "95.III", "--in-favour", "80"], "not about 95.III"),
        (
            ["az-1995/decree", "--matter", "95.I.20", "--edition", "1995", "--in-favour", "80"],
            "no matter 95.I.20",
        ),
        (["az-1995/law", "--edition", "1999", "--in-favour", "80"], "unknown edition '1999'"),
        (["az-1995/law", "--step", "voting", "--in-favour", "80"], "no step 'voting'"),
        (["az-1995/law", "--first", "80", "--in-favour", "80"], "looks back at no first vote"),
        (["az-1995/law", "--field", "infavour=80"], "counts no infavour"),
        (["az-1995/law", "--field", "in_favour"], "not of the form NAME=VALUE"),
        (["az-1995/law", "--field", "lapse.in_favour=80", "--in-favour", "80"], "no step 'lapse'"),
        (["az-1995/law", "--given", "mater=94.I.3", "--in-favour", "80"], "Did you mean matter?"),
        (["az-1995/law", "--given", "a=1", "--given", "a=2"], "given twice"),
        (["az-1995/law", "--date", "1990-01-01", "--in-favour", "80"], "was not in force on 1990-01-01"),
        (["az-1995/law", "--date", "2009-02-30", "--in-favour", "80"], "2009-02-30"),
        (["az-1995/law", "--readings", "latin", "--in-favour", "80"], "unknown reading 'latin'"),
        (["az-1995/law", "--votes", "A=10"], "no votes by candidate"),
    ],
)
def test_an_impossible_question_gives_one_message_and_status_two(args: list[str], message: str) -> None:
    found = run(*args)
    assert found.exit_code == 2
    assert message in found.stderr
    assert "Traceback" not in found.stderr
    assert found.stdout == ""
