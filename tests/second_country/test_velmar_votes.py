"""Votes of an invented country: a quorum beside a majority, other words for the same positions, chambers of its own."""

from __future__ import annotations

from typing import Any

import majlis
from majlis.questions.votes.vote import Like
from majlis.voting.majority import Position


def bill(**figures: Any) -> majlis.WouldPass:
    return majlis.would_pass("velmar/bill", engine="meaning", **figures)


def moves(found: majlis.WouldPass) -> list[list[tuple[str, int, list[str]]]]:
    return [
        [(move.of.value, move.number, [to.value for to in move.to]) for move in each.moves] for each in found.changes
    ]


def test_a_vote_without_its_quorum_is_turned_by_those_who_come() -> None:
    found = bill(ayes=40, noes=20, mute=0)
    assert (found.passes, found.required, found.actual, found.counted) == (False, 61, 60, "attending")
    assert [each[0][:2] for each in moves(found)] == [("absent", 1)]


def test_a_vote_is_lost_by_those_who_leave_as_well_where_the_quorum_is_just_there() -> None:
    found = bill(ayes=40, noes=19, mute=2)
    assert found.passes
    turned = {(of, number): set(to) for ((of, number, to),) in moves(found)}
    assert turned[("against", 1)] == {"absent"}
    assert turned[("abstaining", 1)] == {"absent"}


def test_where_more_ayes_than_noes_are_needed_silence_counts_neither_way() -> None:
    found = bill(ayes=31, noes=30, mute=5)
    likes = {each.position: each.like for each in found.effects}
    assert likes[Position.ABSTAINING] is Like.LEFT_OUT
    heads = bill(ayes=31, noes=30, mute=5, readings=["heads"])
    assert {each.position: each.like for each in heads.effects}[Position.ABSTAINING] is Like.AGAINST
    assert not heads.passes


HALL = {
    "constitution": "velmar",
    "body": "burgher_hall",
    "date": "2010-01-01",
    "vacancies": 1,
    "blocs": [
        {"bloc": "Reds", "seats": 50, "position": "in_favour"},
        {"bloc": "Blues", "seats": 40, "position": "against"},
        {"bloc": "Greys", "seats": 30, "position": "absent"},
    ],
}


def test_members_who_stay_away_are_in_no_figure_where_the_act_has_none_for_them() -> None:
    found = bill(chamber=HALL)
    assert (found.passes, found.split[Position.IN_FAVOUR], found.split[Position.AGAINST]) == (True, 50, 40)


def test_open_members_are_no_more_than_sit_however_few_figures_the_act_has() -> None:
    few = [{"bloc": "Reds", "seats": 40, "position": "in_favour"}, {"bloc": "Blues", "seats": 20}]
    away = {"bloc": "Greys", "seats": 60, "position": "absent"}
    found = bill(chamber={**HALL, "blocs": [*few, away]})
    assert found.settled is False  # a quorum of 61, and 60 who may come


def test_a_chamber_of_a_country_with_two_houses_votes_where_its_house_does() -> None:
    present = [{**bloc, "position": "abstaining"} if bloc["bloc"] == "Greys" else bloc for bloc in HALL["blocs"]]  # type: ignore[index]
    found = bill(chamber={**HALL, "blocs": present}, coalitions=True, chances=True)
    assert (found.passes, found.margin, found.body) == (True, 9, "the Hall of Burghers")
    assert found.chamber is not None
    assert {each.highest for each in found.chamber.majorities if each.due} == {1.0}


def test_two_thirds_of_the_seats_count_the_vacant_ones() -> None:
    found = majlis.would_pass("velmar/amendment", engine="meaning", ayes=80, noes=10, mute=0)
    assert (found.passes, found.required) == (False, 81)
    assert {each.like for each in found.effects} == {Like.AGAINST}
