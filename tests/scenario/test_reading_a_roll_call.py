"""Roll calls: tables and Popolo vote events as figures and as chambers; what is wrong with one, with its line."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.errors import InputError
from majlis.law.library import law
from majlis.law.places import content
from majlis.scenario.position_words import WORDS, position
from majlis.scenario.roll_call import VOTED, Beside, RollCall, Vote
from majlis.scenario.roll_call_files import SEPARATORS, any_roll_call, read_roll_call, roll_call_of
from majlis.voting.chamber import Bloc
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from pathlib import Path

IN_FAVOUR, AGAINST, ABSTAINING = Position.IN_FAVOUR, Position.AGAINST, Position.ABSTAINING
NOT_VOTING, ABSENT = Position.NOT_VOTING, Position.ABSENT
TABLE = "deputy,party,vote\nAda,Fishers,yes\nBen,Fishers,No\nCy,,NOT_VOTING\n"
# The example of the specification, with as many votes as it counts.
EVENT = """{
  "identifier": "42",
  "motion": {"text": "That the House do now proceed to the Orders of the Day."},
  "start_date": "2013-01-01T12:30Z",
  "end_date": null,
  "counts": [{"option": "yes", "value": "1"}, {"option": "no", "value": "1"}],
  "votes": [
    {"voter_id": "john-q-public", "option": "yes", "group": {"name": "Fishers"}},
    {"voter": {"name": "Ada", "id": "7"}, "option": "no", "group_id": null},
    {"voter_name": "Ben", "option": "paired", "pair_id": "joe", "role": "chair", "weight": 1}
  ],
  "sources": [{"url": "https://example.org/42", "note": "journal"}]
}"""


def told(text: str, **how: Any) -> RollCall:
    return roll_call_of(text, "roll.csv", **how)


def test_a_table_has_members_with_votes_and_blocs() -> None:
    found = told(TABLE)
    assert found.members == (Vote("Ada", IN_FAVOUR, "Fishers"), Vote("Ben", AGAINST, "Fishers"), Vote("Cy", NOT_VOTING))
    assert found.split() == {IN_FAVOUR: 1, AGAINST: 1, ABSTAINING: 0, NOT_VOTING: 1}
    assert (found.listed, found.title) == (3, "roll")


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_reads_the_same_however_it_is_separated(separator: str, end: str, mark: str) -> None:
    assert told(mark + TABLE.replace(",", separator).replace("\n", end)).members == told(TABLE).members


@pytest.mark.parametrize(
    "header",
    [
        "Name,Option,Group",
        "MEMBER,Vote,faction",
        "voter_id,Position,group_code",
        "deputat,səs,partiya",
        "Ad,səs,fraksiya",
    ],
)
def test_columns_are_known_by_several_names_in_any_order(header: str) -> None:
    found = told(f"No,{header},Note\n1,Ada,aye,Fishers,x\n")
    assert found.members == (Vote("Ada", IN_FAVOUR, "Fishers"),)


def test_of_several_columns_that_could_have_the_votes_the_plainest_counts() -> None:
    assert told("name,position,vote\nAda,Speaker,no\n").members == (Vote("Ada", AGAINST),)


def test_a_name_with_a_comma_stands_between_quotation_marks() -> None:
    assert told('name,vote\n"Fisher,  Ada",yes\n').members == (Vote("Fisher, Ada", IN_FAVOUR),)


def test_blank_rows_and_empty_cells_at_the_end_say_nothing() -> None:
    assert told("\nname,vote,,\n\nAda,yes,,,,\n,,,\n").members == (Vote("Ada", IN_FAVOUR),)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Yes", IN_FAVOUR), ("AYE", IN_FAVOUR), ("in_favour", IN_FAVOUR), ("In  Favor", IN_FAVOUR), ("LEHİNƏ", IN_FAVOUR),
        ("Nay", AGAINST), ("əleyhinə", AGAINST), ("ƏLEYHİNƏ", AGAINST),
        ("ABSTENTION", ABSTAINING), ("Bitərəf", ABSTAINING), ("BİTƏRƏF", ABSTAINING),
        ("not voting", NOT_VOTING), ("DID_NOT_VOTE", NOT_VOTING), ("Not-Voting", NOT_VOTING), ("present", NOT_VOTING),
        ("paired", NOT_VOTING), ("Absent", ABSENT),
    ],
)  # fmt: skip
def test_words_for_votes_are_known_in_capitals_and_with_hyphens(word: str, meant: Position) -> None:
    assert told(f"name,vote\nAda,{word}\n").members == (Vote("Ada", meant),)


def test_no_word_stands_for_two_positions() -> None:
    from majlis.errors import Where

    listed = [word for words in WORDS.values() for word in words]
    assert len(listed) == len(set(listed))
    assert {position(each.value, Where()) for each in WORDS} == set(WORDS)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (TABLE.replace("No", "maybe"), r"roll.csv:3: 'maybe' is no known word for a vote\. Known: .*yes.*nay.*excused"),
        (TABLE.replace("No", ""), r"roll.csv:3: says nothing of the vote\. Known: "),
        (TABLE.replace("Ben", ""), r"roll.csv:3: has a vote of nobody"),
        (TABLE.replace("Cy", "ADA"), r"roll.csv:4: 'ADA' is listed twice, on lines 2 and 4"),
        (TABLE.replace("Ben", "Fisher, Ben"), r"roll.csv:3: has 4 cells, and the header 3\. Put a name .* quotation"),
        (TABLE.replace("Ben", '"Ben" B'), r"roll.csv:3: is no table"),
        (TABLE.replace("Cy", '"Cy'), r"roll.csv:4: is no table"),
        ('name,vote\n"A\nB",yes\nCy,?\n', r"roll.csv:4: '\?' is no known word"),
        (TABLE.replace("vote", "x"), r"roll.csv:1: has no column of votes in its header, deputy, party, x\. .*option"),
        ("\n" + TABLE.replace("deputy", "x"), r"roll.csv:2: has no column of names in its header.*member"),
        ("name,vote\n", r"roll.csv: has a header and no votes"),
        (" \n", r"roll.csv: is empty"),
        ("name,vote\nAda\x00,yes\n", r"roll.csv:2: is not a text file"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused_with_its_line(text: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        told(text)


def test_more_votes_than_seats_are_refused_by_how_many() -> None:
    assert told(TABLE, seats=3).listed == 3
    with pytest.raises(InputError, match=r"roll.csv: lists 3 votes, 2 more than the 1 seat of the body"):
        told(TABLE, seats=1)
    with pytest.raises(InputError, match="roll.csv: lists 3 votes, 1 more than the 2 seats"):
        told(TABLE).chamber(2)


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "roll.csv"
    path.write_bytes("name,vote\nAda,yes\nÇapay,no\n".encode("cp1254"))
    with pytest.raises(InputError, match=r"roll.csv:3: is not UTF-8 text.*Save it in UTF-8"):
        read_roll_call(path)


# vote events


def test_a_vote_event_has_members_title_day_and_source() -> None:
    found = told(EVENT)
    assert found.members == (
        Vote("john-q-public", IN_FAVOUR, "Fishers"), Vote("Ada", AGAINST), Vote("Ben", NOT_VOTING),
    )  # fmt: skip
    assert found.title == "That the House do now proceed to the Orders of the Day."
    assert (found.day, found.source) == ("2013-01-01", "https://example.org/42")


def test_counts_serve_where_there_are_no_votes() -> None:
    found = told('{"counts": [{"option": "yes", "value": 128}, {"option": "no", "value": "145"}]}', seats=300)
    assert (found.split(), found.listed) == ({IN_FAVOUR: 128, AGAINST: 145, ABSTAINING: 0}, 273)
    house = found.chamber(300)
    assert house.blocs[:2] == (Bloc("In favour", 128, IN_FAVOUR), Bloc("Against", 145, AGAINST))
    assert (house.untold, house.vacancies) == (27, 0)


def test_counts_of_groups_serve_where_there_are_no_others() -> None:
    groups = [{"option": "yes", "value": 3, "group_id": "a"}, {"option": "yes", "value": 4, "group": {"name": "b"}}]
    assert told(json.dumps({"counts": groups})).split()[IN_FAVOUR] == 7
    assert told(json.dumps({"counts": [*groups, {"option": "aye", "value": 7}]})).split()[IN_FAVOUR] == 7


def test_one_of_several_vote_events_is_named_by_its_id(tmp_path: Path) -> None:
    other = EVENT.replace('"42"', '"43"').replace("john-q-public", "Zoe")
    path = tmp_path / "votes.json"
    for text in (f"[{EVENT},\n{other}]", f'{{"vote_events": [{EVENT}, {other}]}}'):
        path.write_text(text, encoding="utf-8")
        assert read_roll_call(f"{path}#43").members[0].name == "Zoe"
        assert read_roll_call(f"{path}#42").members[0].name == "john-q-public"
        with pytest.raises(InputError, match=r"votes.json:1: has 2 vote events.*FILE#ID\. Known: 42, 43"):
            read_roll_call(path)
        with pytest.raises(InputError, match=r"votes.json:1: has no vote event '4'"):
            read_roll_call(f"{path}#4")


def test_a_list_of_one_vote_event_is_that_event() -> None:
    assert told(f"[{EVENT}]").members == told(f'{{"vote_events": [{EVENT}]}}').members == told(EVENT).members


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            EVENT.replace('"paired"', '"perhaps"'),
            r"roll.csv:10, votes\[2\].option: 'perhaps' is no known word.*Known: ",
        ),
        (
            EVENT.replace('"no", "value": "1"', '"no", "value": "2"'),
            r"roll.csv:6, counts: counts 2 as against, and lists 1",
        ),
        (EVENT.replace('"value": "1"', '"value": "-1"', 1), r"roll.csv:6, counts\[0\].value: -1 is negative"),
        (EVENT.replace('"Ben"', '"ada"'), r"roll.csv:10, votes\[2\]: 'ada' is listed twice, on lines 9 and 10"),
        (EVENT.replace('"voter_name": "Ben", ', ""), r"roll.csv:10, votes\[2\]: has a vote of nobody"),
        (EVENT.replace('"option": "paired", ', ""), r"roll.csv:10, votes\[2\].option: 'option' is missing"),
        (
            EVENT.replace('"weight": 1', '"weight": 9'),
            r"roll.csv:10, votes\[2\].weight: the vote of Ben has a weight of 9",
        ),
        (
            EVENT.replace('"end_date"', '"start_date"'),
            r"roll.csv:5, start_date: the key is given twice, on lines 4 and 5",
        ),
        ('{"motion": {"text": "x"}}', r"roll.csv:1: has neither votes nor counts"),
        ("[]", r"roll.csv:1: has no vote event\. Write it under `vote_events`"),
        ("{", r"roll.csv:1: is not valid JSON"),
        ("[" * 99, r"is nested more than 64 levels deep"),
    ],
)
def test_a_vote_event_that_cannot_be_right_is_refused_with_its_line(text: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        told(text)


def test_a_table_has_no_event_to_be_named() -> None:
    with pytest.raises(InputError, match="is a table, which has no '42'"):
        told(TABLE, event="42")


# figures and chambers


def test_the_figures_of_a_vote_are_filled_in() -> None:
    act = law("az-1995").vocabulary.act("vote")
    assert told(TABLE).figures(act) == {"in_favour": 1, "against": 1, "abstained": 0, "not_voting": 1}
    absent = told(TABLE.replace("NOT_VOTING", "absent")).figures(act)
    assert absent == {"in_favour": 1, "against": 1, "abstained": 0, "absent": 1}


def test_a_bloc_that_is_divided_becomes_two() -> None:
    found = told(TABLE + "Di,Farmers,yes\nEd,Farmers,yes\n").chamber(7, "council")
    assert found.blocs[:4] == (
        Bloc("Fishers (in favour)", 1, IN_FAVOUR),
        Bloc("Fishers (against)", 1, AGAINST),
        Bloc("Cy", 1, NOT_VOTING),
        Bloc("Farmers", 2, IN_FAVOUR),
    )
    assert (found.untold, found.seats, found.body) == (2, 7, "council")


def test_seats_that_are_not_listed_are_not_called_vacant() -> None:
    table = TABLE.replace("NOT_VOTING", "yes")
    found = told(table).chamber(8)
    assert found.blocs[-1] == Bloc("Not listed", 5, separate=True, untold=(ABSENT, NOT_VOTING, Position.VACANT))
    assert (found.sitting, found.vacancies, found.listed.vacancies) == (8, 0, 5)
    assert told(table).whole(8).blocs[-1] == found.blocs[-1]


def test_what_is_known_beside_a_roll_call_places_those_whom_it_does_not_list() -> None:
    table = TABLE.replace("NOT_VOTING", "yes")
    sitting = told(table).chamber(8, beside=Beside(sitting=7))
    assert (sitting.vacancies, sitting.untold, sitting.blocs[-1].untold) == (1, 4, (ABSENT, NOT_VOTING))
    absent = told(table).chamber(8, beside=Beside({ABSENT: 3}))
    assert (absent.vacancies, absent.untold, absent.blocs[-1].untold) == (0, 2, (NOT_VOTING, Position.VACANT))
    both = told(table).chamber(8, beside=Beside({ABSENT: 3}, 7))
    assert (both.vacancies, both.untold) == (1, 0)
    assert both.blocs[-2:] == (
        Bloc("Not listed (absent)", 3, ABSENT, separate=True),
        Bloc("Not listed (not voting)", 1, NOT_VOTING, separate=True),
    )
    with pytest.raises(InputError, match="5 seats are not listed, and 6 members are given beside them"):
        told(table).chamber(8, beside=Beside({ABSENT: 6}))


def test_groups_are_one_however_they_are_capitalised_and_spaced() -> None:
    table = "name,vote,group\nA,yes,Yeni\nB,yes, YENİ \nC,no,yeni\nD,no,Yeni  Yol\nE,no,yeni yol\n"
    assert [(bloc.name, bloc.seats) for bloc in told(table).whole(5).blocs] == [("Yeni", 3), ("Yeni Yol", 2)]
    divided = told(table).chamber(5).blocs
    assert [(bloc.name, bloc.seats) for bloc in divided] == [
        ("Yeni (in favour)", 2),
        ("Yeni (against)", 1),
        ("Yeni Yol", 2),
    ]


def test_a_member_of_no_group_does_not_join_the_group_of_that_name() -> None:
    table = "name,vote,group\nYeni,no,\nB,yes,Yeni\nC,yes,Yeni\n"
    for found in (told(table).chamber(3), told(table).whole(3)):
        assert [(bloc.name, bloc.seats) for bloc in found.blocs] == [("Yeni", 1), ("Yeni [2]", 2)]


def test_parts_of_a_divided_bloc_are_told_apart_from_a_bloc_of_that_name() -> None:
    table = "name,vote,group\nA,yes,X\nB,no,X\nC,yes,X (in favour)\n"
    assert [bloc.name for bloc in told(table).chamber(3).blocs] == ["X (in favour)", "X (against)", "X (in favour) [2]"]


def test_a_column_that_is_there_twice_is_refused() -> None:
    with pytest.raises(InputError, match=r"roll.csv:1: has 2 columns 'vote'\. Keep one"):
        told("name,vote,Vote\nAda,yes,no\n")


def test_anything_but_a_roll_call_or_a_path_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roll.csv"
    path.write_text(TABLE, encoding="utf-8")
    assert any_roll_call(path) == any_roll_call(str(path)) == any_roll_call(told(TABLE))
    for other in (None, 5, [], {"votes": []}):
        with pytest.raises(InputError, match="a roll call is asked for, and .* is none"):
            any_roll_call(other)


def test_the_example_is_a_roll_call_of_the_invented_chamber() -> None:
    from majlis.documents.reader import read
    from majlis.scenario.chamber import read_chamber

    folder = content() / "scenarios" / "az-1995" / "chambers"
    found = read_roll_call(folder / "example_roll_call.csv", 125)
    assert all(each.name.startswith("Invented deputy ") for each in found.members)
    seats = {bloc.name: bloc.seats for bloc in read_chamber(read(folder / "example_chances.yaml")).blocs}
    assert Counter(each.bloc for each in found.members) == seats


VOTES = st.lists(st.tuples(st.sampled_from(list(WORDS)), st.sampled_from(("", "A", "B", "C"))), min_size=1, max_size=40)


def as_table(votes: list[tuple[Position, str]], draw: st.DataObject) -> str:
    text = io.StringIO()
    rows = csv.writer(text, delimiter=draw.draw(st.sampled_from(SEPARATORS)))
    rows.writerow(("name", "vote", "group"))
    for number, (taken, bloc) in enumerate(votes):
        rows.writerow((f'Member, "{number}"', draw.draw(st.sampled_from(WORDS[taken])).upper(), bloc))
    return text.getvalue()


def as_event(votes: list[tuple[Position, str]], draw: st.DataObject) -> str:
    cast = [
        {
            "voter": {"name": f"Member {number}"},
            "option": draw.draw(st.sampled_from(WORDS[taken])),
            "group": {"name": bloc},
        }
        for number, (taken, bloc) in enumerate(votes)
    ]
    counts = [{"option": each.value, "value": count} for each, count in Counter(taken for taken, _ in votes).items()]
    return json.dumps({"votes": cast, "counts": counts})


@given(VOTES, st.data(), st.integers(0, 9))
def test_any_roll_call_gives_the_same_counts_as_figures_and_as_a_chamber(
    votes: list[tuple[Position, str]], data: st.DataObject, more: int
) -> None:
    counted = Counter(taken for taken, _ in votes)
    for text in (as_table(votes, data), as_event(votes, data)):
        found = told(text, seats=len(votes) + more)
        assert Counter(found.split()) == counted
        chamber = found.chamber(len(votes) + more)
        assert (chamber.seats, chamber.sitting + chamber.vacancies) == (len(votes) + more, len(votes) + more)
        for each in chamber.told:
            stood = Counter(each.split())
            assert all(stood[position] == counted[position] for position in VOTED)
            assert sum((stood - counted).values()) == more
