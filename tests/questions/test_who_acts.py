"""Who acts for whom on a day, and who must act next."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from invented_law import Isle

import majlis
from majlis.cli import majlis as command
from majlis.cli.reading import open_file
from majlis.law.places import case_files, content
from majlis.questions.who_acts import WhoActs
from majlis.render.printer import show
from majlis.render.who_acts import who_acts_page

CASES = content() / "scenarios" / "az-1995"
ALL_CASES = [path for path in case_files() if path.is_relative_to(CASES)]


def vacancy(*acts: dict[str, str], as_of: str) -> WhoActs:
    """A vacancy in the office of the President: the resignation is accepted first."""
    first = {"act": "resignation_accepted", "date": "2005-05-10"}
    return majlis.who_acts(majlis.Scenario(procedure="az-1995/presidential_vacancy", acts=[first, *acts], as_of=as_of))


def left(office: str, cause: str, date: str) -> dict[str, str]:
    return {"act": "vacancy", "date": date, "office": office, "cause": cause}


def words(found: WhoActs) -> str:
    printed = io.StringIO()
    show(who_acts_page(found), printed, width=80)
    return " ".join(printed.getvalue().split())


def run(*args: str) -> Result:
    return CliRunner().invoke(command, ["decide", *args])


def case(name: str) -> str:
    return str(CASES / "presidential_vacancy" / f"{name}.yaml")


def test_the_first_of_the_line_acts_while_he_is_in_office() -> None:
    found = vacancy(as_of="2005-06-01")
    (line,) = found.lines
    assert (line.provision, line.edition, line.acts) == ("105", "2002", "prime_minister")
    assert [holder.state for holder in line.holders] == ["in_office", "waits"]
    assert "The Prime Minister acts (105)." in words(found)


@pytest.mark.parametrize("cause", ["resignation", "illness"])
def test_the_next_of_the_line_follows_on_resignation_or_illness(cause: str) -> None:
    found = vacancy(left("prime_minister", cause, "2005-05-30"), as_of="2005-05-30")
    assert found.lines[0].acts == "speaker"
    assert [holder.state for holder in found.lines[0].holders] == [cause, "in_office"]
    text = words(found)
    assert f"1. The Prime Minister: the office fell vacant on 30 May 2005 ({cause}); the next in the line" in text
    assert "The Chairman of the Milli Majlis acts (105)." in text


def test_nobody_follows_where_the_text_is_silent_on_the_cause_and_the_reason_is_given() -> None:
    found = vacancy(left("prime_minister", "death", "2005-05-30"), as_of="2005-05-30")
    assert found.lines[0].acts is None
    assert found.exit == 3
    assert (
        "Nobody is named to act: The text does not say who acts when the one who acts for the President dies."
        in words(found)
    )


def test_an_office_that_was_vacant_before_its_turn_is_told_from_one_that_fell_vacant_after() -> None:
    found = vacancy(left("prime_minister", "death", "2005-05-01"), as_of="2005-05-30")
    assert found.lines[0].holders[0].state == "vacant"
    assert "the office fell vacant on 1 May 2005 (death), before its turn came" in words(found)


def test_what_has_befallen_an_office_whose_turn_has_not_come_is_told() -> None:
    found = vacancy(left("speaker", "illness", "2005-05-20"), as_of="2005-05-30")
    assert found.lines[0].holders[1].state == "waits"
    assert "the turn has not come, and the office fell vacant on 20 May 2005 (illness)" in words(found)


def test_what_comes_after_the_day_that_is_asked_about_does_not_count() -> None:
    assert (
        vacancy(left("prime_minister", "illness", "2005-05-30"), as_of="2005-05-29").lines[0].acts == "prime_minister"
    )


def test_an_exhausted_line_leads_to_whoever_must_act_next() -> None:
    both = (left("prime_minister", "illness", "2005-05-20"), left("speaker", "resignation", "2005-05-27"))
    found = vacancy(*both, as_of="2005-05-27")
    assert {each.step: each.actors for each in found.next} == {"delegation": ("the Milli Majlis",), "election": ()}
    assert "Nobody of the line is left to act." in words(found)
    assert "Delegation, by the Milli Majlis (105.III:delegation, edition 2002)" in words(found)


def test_a_new_president_ends_the_acting() -> None:
    found = vacancy(
        {"act": "election", "date": "2005-07-10"}, {"act": "oath", "date": "2005-07-20"}, as_of="2005-07-20"
    )
    assert found.next == ()
    told = "The Prime Minister acted, until the line of succession ended (105). Since then: The new President is in office."
    assert told in words(found)


def test_a_silence_on_another_track_is_told_beside_who_acts() -> None:
    text = words(vacancy({"act": "election", "date": "2005-07-10"}, as_of="2005-07-10"))
    assert "The Prime Minister acted, until the line of succession ended (105). But: Nobody is said to act" in text


def test_a_line_that_nothing_has_led_to_names_nobody() -> None:
    ill = {"act": "incapacity_confirmed", "date": "2017-06-12", "in_favour": 5}
    found = majlis.who_acts(majlis.Scenario(procedure="az-1995/presidential_vacancy", acts=[ill]))
    assert not found.lines[0].open
    assert "Nothing has led to it: nobody of the line acts." in words(found)


@pytest.mark.parametrize(
    ("day", "edition", "first"),
    [
        ("1999-05-10", "1995", "speaker"),
        ("2005-05-10", "2002", "prime_minister"),
        ("2017-06-12", "2016", "first_vice_president"),
    ],
)
def test_each_edition_has_its_own_order(day: str, edition: str, first: str) -> None:
    acts, given = [{"act": "resignation_accepted", "date": day}], {"court_set_up": True}
    (line,) = majlis.who_acts(majlis.Scenario(procedure="az-1995/presidential_vacancy", given=given, acts=acts)).lines
    assert (line.edition, line.holders[0].office, line.acts) == (edition, first, first)


def law(as_of: str, *acts: dict[str, object]) -> WhoActs:
    drafted = {"act": "introduction", "date": "2010-03-01", "by": "president", "substantiated": True}
    case = majlis.Scenario(procedure="az-1995/law", given={"matter": "94.I.15"}, acts=[drafted, *acts], as_of=as_of)
    return majlis.who_acts(case)


def test_without_a_line_it_is_said_who_must_act_next_and_by_when() -> None:
    found = law("2010-03-02")
    assert found.lines == ()
    (due,) = found.next
    assert (due.step, due.actors, due.provision, due.edition) == ("vote", ("the Milli Majlis",), "93.I", "2009")
    text = words(found)
    assert text.startswith(
        "Who must act next, on 2 March 2010 (az-1995/law) Vote, by the Milli Majlis (93.I, edition 2009)."
    )
    assert "It is due by 1 May 2010 (96.IV)." in text
    assert "96.V" not in text, "nobody has declared the draft urgent"


def test_a_period_that_has_run_out_leaves_the_silence_as_the_answer() -> None:
    found = law("2010-05-02")
    assert found.exit == 3
    assert "The text does not say what becomes of a draft that is never put to the vote." in words(found)


def test_whichever_of_several_steps_comes_is_said_to_be_so(isle: Isle) -> None:
    isle.procedure(
        "- {step: motion, done: {either: [seal, protest]}}\n- {step: seal, done: won}\n- {step: protest, done: lost}"
    )
    found = majlis.who_acts(majlis.Scenario(procedure="isle/trial", acts=[{"act": "motion", "date": "1960-01-01"}]))
    assert [(each.step, each.instead) for each in found.next] == [("seal", False), ("protest", True)]
    assert "Or: Protest." in words(found)


def test_a_procedure_that_has_come_to_its_end_awaits_nobody(isle: Isle) -> None:
    isle.procedure("- {step: motion, done: won}", outcomes="won")
    found = majlis.who_acts(majlis.Scenario(procedure="isle/trial", acts=[{"act": "motion", "date": "1960-01-01"}]))
    assert "Nobody: the procedure has come to its end. It is won." in words(found)


def test_the_command_prints_the_chain_with_the_exit_status_of_the_verdict() -> None:
    for name, status in (("line_of_2005", 0), ("acting_prime_minister_dies", 3)):
        found = run(case(name), "--who-acts")
        assert found.exit_code == run(case(name)).exit_code == status
        assert found.stdout.startswith("Who acts on ")
        assert max(map(len, found.stdout.splitlines())) <= 80


def test_the_command_gives_json_of_its_own_schema_one_or_several() -> None:
    one = json.loads(run(case("line_of_2005"), "--who-acts", "--json").stdout)
    assert (one["schema"], one["lines"][0]["acts"]) == ("majlis/who_acts/1", "prime_minister")
    several = json.loads(run(case("line_of_2005"), "--who-acts", "--json", "--edition", "all").stdout)
    assert [each["lines"][0]["edition"] for each in several] == ["1995", "2002", "2009", "2016"]


def test_the_command_compares_verdicts_only() -> None:
    found = run(case("line_of_2005"), "--who-acts", "--check")
    assert found.exit_code == 2
    assert "--check compares verdicts" in found.stderr


@pytest.mark.parametrize("file", ALL_CASES[::10], ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_case_has_an_answer_with_the_exit_status_of_its_verdict(file: Path) -> None:
    its = open_file(str(file)).case
    found = majlis.who_acts(its, engine="meaning")
    assert found.exit == majlis.decide(its, engine="meaning").exit
    assert bool(found.next) == (found.status == "pending") or found.tracks
    assert "None" not in words(found)


def test_several_cases_are_told_apart_and_one_that_cannot_be_read_does_not_end_the_run() -> None:
    found = run("--who-acts", case("absent"), "missing.yaml", case("convicted"))
    assert found.exit_code == 2
    assert "missing.yaml" in found.stderr
    told = [line for line in found.stdout.splitlines() if line.endswith(".yaml:")]
    assert told == [f"{case('absent')}:", f"{case('convicted')}:"]


def test_the_editions_of_one_case_are_told_apart() -> None:
    found = run("--who-acts", case("absent"), "--edition", "all")
    assert [line for line in found.stdout.splitlines() if line[:4].isdigit()] == ["1995:", "2002:", "2009:", "2016:"]
    told = json.loads(run("--who-acts", case("absent"), "--edition", "all", "--json").stdout)
    assert [each["file"] for each in told] == ["1995", "2002", "2009", "2016"]


def test_an_error_in_a_case_names_its_file(tmp_path: Path) -> None:
    file = tmp_path / "old.yaml"
    file.write_text("procedure: az-1995/law\nas_of: 1990-01-01\nacts: []\n", encoding="utf-8")
    found = run("--who-acts", str(file))
    assert found.exit_code == 2
    assert "old.yaml" in found.stderr
