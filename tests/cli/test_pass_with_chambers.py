"""`majlis pass` with chambers, roll calls, bounds, sweeps and pictures: what it prints, and what it refuses."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from majlis.cli import majlis
from majlis.law.places import content

CHAMBERS = content() / "scenarios" / "az-1995" / "chambers"
LIKELY = str(CHAMBERS / "example_all_likely.yaml")
MIXED = str(CHAMBERS / "example_chances.yaml")
REAL = str(CHAMBERS / "2024_09.yaml")
CALL = str(CHAMBERS / "example_roll_call.csv")
ELECTIONS = ("az-1995/law", "--matter", "94.I.3")

HOUSE = """\
constitution: az-1995
body: milli_majlis
date: 2024-09-21
vacancies: 5
blocs:
  - {bloc: North, seats: 80, position: in_favour}
  - {bloc: South, seats: 40, position: against}
"""


def run(*args: str, text: str | None = None) -> Result:
    return CliRunner().invoke(majlis, ["pass", *args], input=text)


def data(*args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(*args, "--json").stdout)
    return found


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "house.yaml"
    path.write_text(HOUSE, encoding="utf-8")
    return path


def test_the_blocs_of_a_chamber_give_the_figures(house: Path) -> None:
    found = data(*ELECTIONS, "--chamber", str(house))
    assert (found["passes"], found["actual"], found["margin"]) == (False, 80, -3)
    assert found["split"] == {
        "in_favour": 80,
        "against": 40,
        "abstaining": 0,
        "not_voting": 0,
        "absent": 0,
        "vacant": 5,
    }


def test_a_chamber_says_which_bloc_would_turn_it(house: Path) -> None:
    found = run(*ELECTIONS, "--chamber", str(house))
    assert "South, 40 seats: in favour instead of against." in found.stdout
    assert found.exit_code == 0


def test_a_chamber_may_come_on_standard_input() -> None:
    assert run(*ELECTIONS, "--chamber", "-", text=HOUSE).stdout.startswith("Fails by 3")


def test_a_case_with_a_chamber_will_do_as_well(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    inner = HOUSE.partition("\n")[2].replace("\n", "\n  ").rstrip()
    case.write_text(f"procedure: az-1995/law\nas_of: 2024-10-01\nchamber:\n  {inner}\n", encoding="utf-8")
    assert run(*ELECTIONS, "--chamber", str(case)).stdout.startswith("Fails by 3")


def test_a_composition_of_which_no_positions_are_known_settles_nothing() -> None:
    found = run(*ELECTIONS, "--chamber", REAL)
    assert found.stdout.startswith("It depends: 0..125 in favour, needs 83 of 125 seats")
    assert found.exit_code == 3


def test_coalitions_and_power_are_told_for_each_majority() -> None:
    found = data(*ELECTIONS, "--chamber", REAL, "--coalitions", "--power")
    rows = {each["quota"]: each for each in found["chamber"]["majorities"]}
    assert set(rows) == {63, 83, 95}
    assert [quota for quota, each in rows.items() if each["due"]] == [83]
    for each in rows.values():
        powers = [one["banzhaf"] for one in each["power"]]
        assert len(powers) == len({one["name"] for one in each["power"]})
        assert each["coalitions"]["winnable"]
        assert each["lowest"] is None


def test_chances_are_given_for_each_majority_and_for_the_whole_procedure() -> None:
    found = data(
        *ELECTIONS, "--chamber", LIKELY, "--chances", "--given", "changed=no", "--field", "introduction.by=president"
    )
    chances = {each["quota"]: each["lowest"] for each in found["chamber"]["majorities"]}
    assert 1 > chances[63] > chances[83] > chances[95] > 0
    ends = {each["end"]["what"]: (each["lowest"], each["highest"]) for each in found["chamber"]["course"]["ends"]}
    assert ends["rejected"][0] == pytest.approx(1 - chances[83])


def test_a_chance_for_a_choice_that_is_no_vote_settles_the_rest() -> None:
    more = ("--given", "changed=no", "--field", "introduction.by=president", "--chance", "decision.return=1/4")
    found = data(*ELECTIONS, "--chamber", LIKELY, "--chances", *more)
    ends = found["chamber"]["course"]["ends"]
    assert all(each["lowest"] == each["highest"] for each in ends)
    assert sum(each["lowest"] for each in ends) == pytest.approx(1)


def test_undecided_blocs_leave_bounds() -> None:
    found = run(*ELECTIONS, "--chamber", MIXED, "--chances")
    assert "Others is undecided: the bounds hold whatever they do." in found.stdout


def test_a_roll_call_gives_the_figures_and_the_blocs() -> None:
    found = data(*ELECTIONS, "--roll-call", CALL, "--coalitions")
    assert (found["passes"], found["actual"]) == (True, 85)
    divided = {bloc["name"] for bloc in found["chamber"]["chamber"]["blocs"]}
    assert "First Party (in favour)" in divided
    due = next(each for each in found["chamber"]["majorities"] if each["due"])
    assert due["coalitions"]["minimal"][0]["names"] == ["First Party", "Second Party"]


def test_counts_without_groups_have_no_coalitions(tmp_path: Path) -> None:
    path = tmp_path / "counts.json"
    path.write_text('{"counts": [{"option": "yes", "value": 84}, {"option": "no", "value": 20}]}', encoding="utf-8")
    found = run(*ELECTIONS, "--roll-call", str(path), "--coalitions")
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert "only counts" in found.stderr
    assert run(*ELECTIONS, "--roll-call", str(path), "--chances").exit_code == 0


def test_those_whom_a_roll_call_does_not_list_can_be_told_of_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "call.csv"
    path.write_text("name,vote\n" + "".join(f"M{each},yes\n" for each in range(90)), encoding="utf-8")
    alone = run(*ELECTIONS, "--roll-call", str(path)).stdout
    assert "125 seats; of 35 nothing is told." in alone
    beside = run(*ELECTIONS, "--roll-call", str(path), "--sitting", "120", "--absent", "30").stdout
    assert "125 seats, 5 of them vacant." in beside
    assert "Not listed (absent)" in beside


@pytest.mark.parametrize(
    "args",
    [
        (*ELECTIONS, "--in-favour", "80"),
        (*ELECTIONS, "--in-favour", "80..90"),
        (*ELECTIONS, "--chamber", MIXED),
        (*ELECTIONS, "--roll-call", CALL),
        (*ELECTIONS, "--sweep", "in_favour"),
        ("az-1995/presidential_election", "--votes", "A=99,B=70", "--participants", "200", "--invalid", "3"),
        ("az-1995/presidential_vacancy", "--step", "incapacity", "--in-favour", "5"),
    ],
    ids=["figures", "bounds", "chamber", "roll call", "sweep", "election", "court"],
)
def test_every_answer_can_be_drawn(args: tuple[str, ...], tmp_path: Path) -> None:
    picture = tmp_path / "vote.svg"
    found = run(*args, "--svg", str(picture))
    assert found.exit_code in (0, 3)
    root = ET.fromstring(picture.read_text(encoding="utf-8"))  # noqa: S314 - our own picture
    texts = {child.tag.rpartition("}")[2]: (child.text or "") for child in root}
    assert texts["title"]
    assert len(texts["desc"]) > 40


def test_a_picture_goes_to_standard_output_alone() -> None:
    found = run(*ELECTIONS, "--in-favour", "80", "--svg", "-")
    assert found.stdout.startswith("<?xml")
    assert found.stdout.endswith("</svg>\n")


def test_a_picture_never_replaces_the_chamber_that_it_is_drawn_from(house: Path) -> None:
    found = run(*ELECTIONS, "--chamber", str(house), "--svg", str(house))
    assert found.exit_code == 2
    assert "--svg would replace" in found.stderr
    assert house.read_text(encoding="utf-8") == HOUSE


def test_a_sweep_says_where_the_answer_changes() -> None:
    found = run(*ELECTIONS, "--sweep", "in-favour=60..90")
    assert found.stdout.startswith("Fails up to 82, passes from 83 on.")
    assert found.exit_code == 0


def test_bounds_are_answered_by_the_number_from_which_on_it_passes() -> None:
    found = data(*ELECTIONS, "--in-favour", "80..90")
    rows = [(each["first"], each["last"], each["answer"]) for each in found["not_known"]["rows"]]
    assert rows == [(80, 82, "fails"), (83, 90, "passes")]


def changed(old: str, new: str) -> str:
    assert old in HOUSE
    return HOUSE.replace(old, new)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (changed("vacancies: 5", "vacancies: 3"), "2 fewer than the 125"),
        (changed("seats: 80", "seats: 90"), "10 more than the 125"),
        (changed("bloc: South", "bloc: North"), "'North' is given twice"),
        (changed("position: against", "chance: 1.2"), "1.2"),
        (changed("position: against", "chance: -1/2"), "-1/2"),
        (changed("position: against", "chances: {in_favour: 0.5, against: 0.4}"), "add up to 9/10"),
        (changed("position: against", "position: opposed"), "'opposed'"),
        (changed("body: milli_majlis", "body: constitutional_court"), "the 9 of the Constitutional Court"),
        (changed("constitution: az-1995", "constitution: az-1921"), "was not in force after"),
    ],
)
def test_a_chamber_that_cannot_be_right_gives_one_clear_error(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(text, encoding="utf-8")
    found = run(*ELECTIONS, "--chamber", str(path))
    assert found.exit_code == 2
    assert found.stderr.count("\n") == 1
    assert message in found.stderr
    assert "house.yaml:" in found.stderr


ROLL = "name,vote\n" + "\n".join(f"Member {number},yes" for number in range(125)) + "\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ROLL + "Member 3,no\n", "Member 3"),
        (ROLL + "Member 125,no\n", "1 more than"),
        (ROLL.replace("Member 7,yes", "Member 7,maybe"), "maybe"),
        ("", "is empty"),
        ("name,vote\nA\n", "says nothing of the vote"),
    ],
    ids=["twice", "too many", "unknown word", "empty", "no vote"],
)
def test_a_roll_call_that_cannot_be_right_gives_one_clear_error(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "call.csv"
    path.write_text(text, encoding="utf-8")
    found = run(*ELECTIONS, "--roll-call", str(path))
    assert found.exit_code == 2
    assert found.stderr.count("\n") == 1
    assert message in found.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--in-favour", "90..80"), "90..80 runs backwards"),
        (("--in-favour", "80..many"), "80..many"),
        (("--in-favour", "80-90"), "Write bounds as 80..90"),
        (("--in-favour", "80 to 90"), "Write bounds as 80..90"),
        (("--in-favour", "1,000"), "Write it as 1000"),
        (("--in-favour", "-3..5"), "negative"),
        (("--in-favour", "120..125", "--against", "10"), "exceeds 125"),
        (("--in-favour", "80", "--coalitions"), "coalitions, power and chances are asked of a chamber"),
        (("--chamber", REAL, "--roll-call", CALL), "a chamber and a roll call both say who votes how"),
        (("--chamber", REAL, "--in-favour", "80"), "in_favour is given"),
        (("--chamber", REAL, "--sweep", "in_favour"), "--sweep tries"),
        (
            ("--chamber", REAL, "--chance", "decision.return=1/2"),
            "the chances of choices are for those of a whole procedure",
        ),
        (("--chamber", LIKELY, "--chances", "--chance", "decision.return=2"), "2"),
        (("--chamber", LIKELY, "--chances", "--chance", "decision.yawn=1/2"), "yawn"),
        (("--chamber", "nowhere.yaml"), "nowhere.yaml"),
        (("--roll-call", "nowhere.csv"), "nowhere.csv"),
        (("--sweep", "sobriety"), "sobriety"),
        (("--sweep", "in_favour=90..60"), "runs backwards"),
        (("--in-favour", "80", "--svg", "/nowhere/at/all.svg"), "cannot be written"),
    ],
)
def test_a_question_that_cannot_be_used_gives_one_clear_error(args: tuple[str, ...], message: str) -> None:
    found = run(*ELECTIONS, *args)
    assert found.exit_code == 2
    assert message in found.stderr
    assert "Traceback" not in found.stderr


def test_a_chamber_of_another_body_than_the_one_that_votes_is_refused(house: Path) -> None:
    found = run("az-1995/presidential_vacancy", "--step", "incapacity", "--chamber", str(house))
    assert found.exit_code == 2
    assert "the Constitutional Court votes" in found.stderr


def test_where_nobody_votes_a_chamber_is_refused(house: Path) -> None:
    found = run("az-1995/presidential_election", "--chamber", str(house))
    assert found.exit_code == 2
    assert "no step at which members vote" in found.stderr
