"""Chamber files, and the part `chamber:` of a scenario: what they say, and what is wrong with them, with its line."""

from __future__ import annotations

import textwrap
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.documents.reader import read, read_text
from majlis.errors import InputError
from majlis.law.library import law
from majlis.law.places import case_files, chamber_files, content
from majlis.questions.decide import decide
from majlis.questions.listing import list_scenarios
from majlis.questions.schema import schema
from majlis.scenario.case import read_case
from majlis.scenario.chamber import any_chamber, chamber_of, open_chamber, read_chamber
from majlis.scenario.model import Scenario
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from invented_law import Isle

IN_FAVOUR, AGAINST, ABSENT = Position.IN_FAVOUR, Position.AGAINST, Position.ABSENT
CHAMBER = """
    constitution: isle
    body: council
    title: The Council
    date: 1960-01-05
    source: the gazette
    vacancies: 1
    blocs:
      - {bloc: Fishers, seats: 4, position: in_favour}
      - {bloc: Farmers, seats: 3, chance: 0.9, discipline: 1/2}
      - {bloc: Traders, seats: 2, chances: {in_favour: 60%, absent: 0.4}}
      - {bloc: The miller, seats: 1}
"""
CASE = """
    procedure: isle/moving
    chamber:
      body: council
      vacancies: {vacancies}
      blocs:
        - {{bloc: Fishers, seats: 4}}
        - {{bloc: Farmers, seats: 6}}
    acts:
      - {{act: motion, date: 1960-01-05}}
      - {{act: ballot, date: 1960-01-06, in_favour: 6}}
"""


def chamber(text: str = CHAMBER, old: str = "", new: str = "") -> Chamber:
    assert old in text
    return read_chamber(read_text(textwrap.dedent(text.replace(old, new, 1) if old else text).lstrip("\n"), "c.yaml"))


def case_text(vacancies: int = 1) -> str:
    return textwrap.dedent(CASE.format(vacancies=vacancies)).lstrip("\n")


def test_a_chamber_file_has_blocs_with_positions_chances_or_neither(isle: Isle) -> None:
    assert chamber() == Chamber(
        (
            Bloc("Fishers", 4, IN_FAVOUR),
            Bloc("Farmers", 3, None, {IN_FAVOUR: Fraction(9, 10), AGAINST: Fraction(1, 10)}, Fraction(1, 2)),
            Bloc("Traders", 2, None, {IN_FAVOUR: Fraction(3, 5), ABSENT: Fraction(2, 5)}),
            Bloc("The miller", 1),
        ),
        1, "The Council", "council", "1960-01-05", "the gazette",
    )  # fmt: skip


def test_undecided_is_the_same_as_no_position(isle: Isle) -> None:
    assert chamber(old="seats: 1}", new="seats: 1, position: undecided}") == chamber()


def test_who_does_not_vote_in_favour_may_do_something_else_than_vote_against(isle: Isle) -> None:
    found = chamber(old="chance: 0.9", new="chance: 0.9, otherwise: absent")
    assert found.blocs[1].chances == {IN_FAVOUR: Fraction(9, 10), ABSENT: Fraction(1, 10)}


@pytest.mark.parametrize("written", ["0.1", "1/10", "10%", 0.1, Decimal("0.1"), Fraction(1, 10)])
def test_a_chance_is_read_exactly_however_it_is_written(isle: Isle, written: Any) -> None:
    raw = {"constitution": "isle", "body": "council", "blocs": [{"bloc": "All", "seats": 11, "chance": written}]}
    assert chamber_of(raw).blocs[0].chances[IN_FAVOUR] == Fraction(1, 10)


@pytest.mark.parametrize("written", [".1", "0,1", "1e-1", "1/-10", "nan", "0.1 ", "", True, float("nan"), float("inf")])
def test_what_is_no_plain_number_is_no_chance(isle: Isle, written: Any) -> None:
    raw = {"constitution": "isle", "body": "council", "blocs": [{"bloc": "All", "seats": 11, "chance": written}]}
    with pytest.raises(InputError, match=r"blocs\[0\].chance: .* is no chance; write it as 0.9, 9/10 or 90%"):
        chamber_of(raw)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("vacancies: 1", "vacancies: 0", r"c.yaml:6, vacancies: 10 seats of blocs and 0 vacant are 10, 1 fewer than "
         r"the 11 of the Council\. Write `vacancies: 1`"),
        ("vacancies: 1\n", "\n", r"c.yaml:7, blocs: 10 seats of blocs and 0 vacant are 10, 1 fewer"),
        ("seats: 4", "seats: 40", r"c.yaml:6, vacancies: 46 .* are 47, 36 more than the 11 .*\. Take 35 from the blocs"),
        ("Farmers", "fishers", r"c.yaml:9, blocs\[1\]: the bloc 'fishers' is given twice, on lines 8 and 9"),
        ("0.9", "1.9", r"c.yaml:9, blocs\[1\].chance: '1.9' lies outside 0 to 1"),
        ("0.9", "-0.1", r"c.yaml:9, blocs\[1\].chance: '-0.1' lies outside 0 to 1"),
        ("0.9", "101%", r"c.yaml:9, blocs\[1\].chance: '101%' lies outside 0 to 1"),
        ("0.9", "1/0", r"c.yaml:9, blocs\[1\].chance: '1/0' is no chance"),
        ("0.9", "likely", r"c.yaml:9, blocs\[1\].chance: 'likely' is no chance; write it as 0.9, 9/10 or 90%"),
        ("1/2", "2", r"c.yaml:9, blocs\[1\].discipline: '2' lies outside 0 to 1"),
        ("60%", "70%", r"c.yaml:10, blocs\[2\].chances: the chances of Traders add up to 11/10, not to 1"),
        ("absent: 0.4", "away: 0.4", r"c.yaml:10, blocs\[2\].chances.away: unknown key 'away'. Known: absent, .*in_fav"),
        ("in_favour}", "in_favour, chance: 1}", r"c.yaml:8, blocs\[0\].chance: Fishers has both `position` and `chance`"),
        ("in_favour}", "in_favour, discipline: 1}", r"c.yaml:8, blocs\[0\].discipline: Fishers has `discipline`"),
        ("seats: 1}", "seats: 1, otherwise: absent}", r"c.yaml:11, blocs\[3\].otherwise: .*which goes with `chance`"),
        ("chance: 0.9", "chance: 0.9, otherwise: in_favour", r"c.yaml:9, blocs\[1\].otherwise: .*otherwise in favour"),
        ("seats: 4", "seats: -4", r"c.yaml:8, blocs\[0\].seats: -4 is negative"),
        ("seats: 4", "seats: four", r"c.yaml:8, blocs\[0\].seats: 'four' is not a whole number"),
        ("in_favour}", "for}", r"c.yaml:8, blocs\[0\].position: 'for' is no position of a bloc\. Known: in_favour, "
         r"against, abstaining, not_voting, absent, undecided"),
        ("in_favour}", "vacant}", r"c.yaml:8, .*'vacant' is no position of a bloc\. Seats that nobody holds"),
        ("council", "counsil", r"c.yaml:2, body: isle knows no body 'counsil'. Did you mean council"),
        ("isle", "island", r"c.yaml:1, constitution: unknown constitution 'island'"),
        ("1960-01-05", "1890-01-05", r"c.yaml:4, date: .* was not in force before 1900-01-01"),
        ("vacancies: 1", "vacancies: 1\n    seats: 12", r"c.yaml:7, seats: 12 seats are given, and the law states 11"),
        ("source:", "sauce:", r"c.yaml:5, sauce: unknown key 'sauce'. Did you mean source"),
        ("    constitution: isle\n", "", r"'constitution' is missing"),
    ],
)  # fmt: skip
def test_a_chamber_that_cannot_be_right_is_refused_with_its_line(isle: Isle, old: str, new: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        chamber(old=old, new=new)


def test_two_kinds_of_chances_exclude_each_other(isle: Isle) -> None:
    with pytest.raises(InputError, match=r"c.yaml:10, blocs\[2\].chances: Traders has both `chance` and `chances`"):
        chamber(old="seats: 2,", new="seats: 2, chance: 1,")


def test_a_chamber_without_blocs_is_refused(isle: Isle) -> None:
    with pytest.raises(InputError, match=r"c.yaml:3, blocs: has no bloc"):
        chamber("constitution: isle\nbody: council\nblocs: []\n")
    with pytest.raises(InputError, match=r"c.yaml: is empty"):
        chamber(" ")


def test_the_day_decides_the_edition_and_with_it_the_seats(isle: Isle) -> None:
    composition = "kind: composition, says: So many sit., seats: 11, editions: {'1950': {seats: 13}}"
    isle.rule(f"cite: '2', {composition}")
    text = (isle.folder / "rules/isle/constitution.yaml").read_text(encoding="utf-8")
    isle.write("rules/isle/constitution.yaml", text.replace('seats: "1"', 'seats: "2"'))
    assert chamber(old="1960", new="1940").seats == 11
    with pytest.raises(InputError, match="2 fewer than the 13"):
        chamber()
    with pytest.raises(InputError, match="2 fewer than the 13"):  # without a day the latest edition
        chamber(old="date: 1960-01-05\n", new="\n")


def test_a_body_that_the_edition_has_not_is_refused(isle: Isle) -> None:
    text = (isle.folder / "rules/isle/constitution.yaml").read_text(encoding="utf-8")
    moot = 'bodies: {moot: {title: the Moot, until: "1950"}, council: '
    isle.write("rules/isle/constitution.yaml", text.replace("bodies: {council: ", moot))
    with pytest.raises(InputError, match=r"c.yaml:2, body: the edition of 1950 has no body 'moot'"):
        chamber(old="council", new="moot")


def test_a_body_of_which_the_text_states_no_seats_has_those_that_are_given_or_listed(isle: Isle) -> None:
    text = (isle.folder / "rules/isle/constitution.yaml").read_text(encoding="utf-8")
    isle.write("rules/isle/constitution.yaml", text.replace(', seats: "1"', ""))
    assert chamber(old="seats: 4", new="seats: 40").seats == 47
    assert chamber(old="seats: 4", new="seats: 40").sitting == 46
    assert chamber(old="vacancies: 1", new="vacancies: 1\n    seats: 11").seats == 11
    with pytest.raises(InputError, match=r"c.yaml:6, vacancies: .* 1 fewer than the 12 of the Council"):
        chamber(old="vacancies: 1", new="vacancies: 1\n    seats: 12")


def test_a_chamber_in_json_reads_as_in_yaml(isle: Isle) -> None:
    text = '{"constitution": "isle", "body": "council", "blocs": [{"bloc": "All", "seats": 11, "chance": 0.9}]}'
    found = read_chamber(read_text(text, "c.json"))
    assert found.blocs == (Bloc("All", 11, None, {IN_FAVOUR: Fraction(9, 10), AGAINST: Fraction(1, 10)}),)


def test_plain_data_that_cannot_be_right_names_the_key() -> None:
    raw = {"constitution": "az-1995", "body": "milli_majlis", "blocs": [{"bloc": "All", "seats": 124}]}
    with pytest.raises(InputError, match="^input, blocs: 124 seats .* 1 fewer than the 125"):
        chamber_of(raw)


# the part of a scenario


def test_a_case_has_its_chamber_which_decides_nothing(isle: Isle) -> None:
    case = read_case(read_text(case_text(), "case.yaml"))
    assert case.chamber == Chamber((Bloc("Fishers", 4), Bloc("Farmers", 6)), 1, body="council")
    without = case.scenario.model_copy(update={"chamber": None})
    assert decide(case.scenario) == decide(without)
    assert decide(case.scenario).outcome == "carried"


def test_a_case_without_a_chamber_has_none(isle: Isle) -> None:
    raw = {"procedure": "isle/moving", "acts": [{"act": "motion", "date": "1960-01-05"}]}
    assert read_case(read_text("procedure: isle/moving\nas_of: 1960-01-01\n", "case.yaml")).chamber is None
    assert Scenario.model_validate(raw).chamber is None


def test_a_fault_in_the_chamber_of_a_case_has_its_line(isle: Isle) -> None:
    document = read_text(case_text(vacancies=3), "case.yaml")
    for reading in (read_case, open_chamber):
        with pytest.raises(InputError, match=r"case.yaml:4, chamber.vacancies: .*13, 2 more than the 11"):
            reading(document)


def test_a_chamber_is_opened_from_either_kind_of_file(isle: Isle) -> None:
    of_case = open_chamber(read_text(case_text(), "case.yaml"), "isle")
    assert of_case.blocs == (Bloc("Fishers", 4), Bloc("Farmers", 6))
    text = textwrap.dedent(CHAMBER).lstrip("\n")
    assert open_chamber(read_text(text, "c.yaml"), "isle") == chamber()


def test_the_chamber_of_a_case_is_opened_whatever_is_wrong_with_its_acts(isle: Isle) -> None:
    text = case_text().replace("motion, date: 1960-01-05", "no_act, date: unknown")
    assert open_chamber(read_text(text, "case.yaml")).seats == 11


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("procedure: isle/moving\n", r"x.yaml:1: this scenario has no chamber\. Add the part `chamber:`"),
        ("procedure: island/moving\nchamber: {body: a, blocs: []}\n", r"x.yaml:1, procedure: unknown constitution"),
        ('procedure: isle/moving\nedition: "9"\nchamber: {body: a, blocs: []}\n', r"x.yaml:2, edition: unknown edition"),
        ("procedure: isle/moving\nas_of: 1890-01-01\nchamber: {body: council, blocs: []}\n",
         r"x.yaml:3, chamber.date: .* was not in force before 1900-01-01"),
        ("procedure: isle/moving\nchamber: {body: council, blocs: [], constitution: isle}\n",
         r"x.yaml:2, chamber.constitution: unknown key 'constitution'"),
    ],
)  # fmt: skip
def test_a_scenario_whose_chamber_cannot_be_opened_is_refused(isle: Isle, text: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        open_chamber(read_text(text, "x.yaml"))


def test_a_chamber_of_another_constitution_is_refused() -> None:
    path = content() / "scenarios" / "az-1995" / "chambers" / "2024_09.yaml"
    with pytest.raises(
        InputError, match=r"2024_09.yaml:1, constitution: is a chamber of az-1995, and az-1921 is asked"
    ):
        open_chamber(read(path), "az-1921")


# the files that come with it


@pytest.mark.parametrize("path", chamber_files(), ids=lambda path: path.stem)
def test_a_composition_fills_its_body_names_its_source_and_tells_no_votes(path: Any) -> None:
    document = read(path)
    found = open_chamber(document, path.parent.parent.name)
    assert found.seats == law("az-1995").seats("milli_majlis", "2016")
    assert found.title
    assert found.source
    assert found.day
    assert path.stem.startswith("example_") or all(bloc.undecided for bloc in found.blocs)
    assert path.stem.startswith("example_") == ("invented" in found.source)


def test_chambers_are_no_cases() -> None:
    assert chamber_files()
    assert not set(case_files()) & set(chamber_files())
    every = set((content() / "scenarios").rglob("*.yaml"))
    assert every == set(case_files()) | set(chamber_files())
    assert not any("chambers" in each.file for each in list_scenarios())


def test_chambers_are_listed_where_their_folder_is_named() -> None:
    found = list_scenarios("az-1995/chambers")
    assert [each.file for each in found] == [path.relative_to(content()).as_posix() for path in chamber_files()]
    assert "The Milli Majlis after the election of 1 September 2024" in {each.title for each in found}


def test_the_schema_of_a_chamber_has_every_key_of_the_files() -> None:
    keys = {key for path in chamber_files() for key in read(path).data}
    found = schema("chamber", constitution="az-1995")
    assert keys <= set(found["properties"])
    assert "milli_majlis" in found["properties"]["body"]["enum"]
    blocs: list[Any] = [bloc for path in chamber_files() for bloc in read(path).data["blocs"]]
    assert {key for bloc in blocs for key in bloc} <= set(found["$defs"]["BlocEntry"]["properties"])
    assert "chamber" in schema("scenario")["properties"]


# what reads back

NAMES = st.text("abcdefg", min_size=1, max_size=4)
CHANCE = st.builds(Fraction, st.integers(0, 60), st.just(60))


@st.composite
def blocs(draw: st.DrawFn, name: str, seats: int) -> Bloc:
    kind = draw(st.sampled_from(("settled", "chance", "chances", "open")))
    if kind == "settled":
        taken = [each for each in Position if each not in (Position.INVALID, Position.VACANT)]
        return Bloc(name, seats, draw(st.sampled_from(taken)))
    discipline = draw(CHANCE)
    if kind == "open":
        return Bloc(name, seats, discipline=discipline)
    first = draw(CHANCE)
    if kind == "chance":
        return Bloc(name, seats, None, {IN_FAVOUR: first, AGAINST: 1 - first}, discipline)
    second = draw(CHANCE) * (1 - first)
    rest = 1 - first - second
    return Bloc(name, seats, None, {IN_FAVOUR: first, AGAINST: second, ABSENT: rest}, discipline)


@st.composite
def chambers(draw: st.DrawFn) -> Chamber:
    names = draw(st.lists(NAMES, min_size=1, max_size=8, unique=True))
    cuts = sorted(draw(st.lists(st.integers(0, 125), min_size=len(names), max_size=len(names))))
    seats = [after - before for before, after in zip([0, *cuts], cuts, strict=False)]
    made = [draw(blocs(name, number)) for name, number in zip(names, seats, strict=True)]
    return Chamber(tuple(made), 125 - sum(seats), draw(NAMES), "milli_majlis", "2020-01-01", draw(NAMES))


def written(found: Chamber) -> dict[str, Any]:
    """A chamber as a file has it."""
    listed = []
    for bloc in found.blocs:
        entry: dict[str, Any] = {"bloc": bloc.name, "seats": str(bloc.seats)}
        if bloc.position:
            entry["position"] = bloc.position.value
        elif bloc.chances:
            entry["chances"] = {each.value: str(chance) for each, chance in bloc.chances.items()}
        if bloc.discipline:
            entry["discipline"] = str(bloc.discipline)
        listed.append(entry)
    head = {"title": found.title, "body": found.body, "date": found.day, "source": found.source}
    return {"constitution": "az-1995", **head, "vacancies": str(found.vacancies), "blocs": listed}


@given(chambers())
def test_any_lawful_chamber_reads_back(found: Chamber) -> None:
    assert chamber_of(written(found)) == found


@given(chambers(), st.integers(1, 9))
def test_a_chamber_with_seats_too_many_is_refused_by_how_many(found: Chamber, more: int) -> None:
    raw = {**written(found), "vacancies": str(found.vacancies + more)}
    with pytest.raises(InputError, match=f"are {125 + more}, {more} more than the 125 of the Milli Majlis"):
        chamber_of(raw)


# words, and what else may be given for a chamber


def test_positions_may_be_written_with_a_blank() -> None:
    blocs = [
        {"bloc": "A", "seats": 100, "position": "in favour"},
        {"bloc": "B", "seats": 20, "position": "Not voting"},
        {"bloc": "C", "seats": 5, "chances": {"in favour": "1/2", "not voting": "1/2"}},
    ]
    found = chamber_of({"constitution": "az-1995", "body": "milli_majlis", "blocs": blocs})
    assert [bloc.position for bloc in found.blocs] == [IN_FAVOUR, Position.NOT_VOTING, None]
    assert found.blocs[2].chances == {IN_FAVOUR: Fraction(1, 2), Position.NOT_VOTING: Fraction(1, 2)}


def test_a_chance_that_is_written_in_both_ways_is_refused() -> None:
    twice = {"bloc": "A", "seats": 125, "chances": {"in favour": "1/2", "in_favour": "1/2"}}
    with pytest.raises(InputError, match="unknown key 'in favour'"):
        chamber_of({"constitution": "az-1995", "body": "milli_majlis", "blocs": [twice]})


def test_a_chamber_may_be_given_as_it_is_as_data_and_by_its_path() -> None:
    path = chamber_files()[0]
    found = any_chamber(path)
    assert found == any_chamber(str(path)) == any_chamber(found) == any_chamber(read(path).data)
    with pytest.raises(InputError, match="is a chamber of az-1995, and az-1921 is asked about"):
        any_chamber(path, "az-1921")


@pytest.mark.parametrize("other", [None, 5, [], 1.5])
def test_anything_but_a_chamber_is_refused(other: object) -> None:
    with pytest.raises(InputError, match="a chamber is asked for, and .* is none"):
        any_chamber(other)
