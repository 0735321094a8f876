"""Votes with many ballots as bars, a vote as HTML with its tables, and the rows that say the same."""

from __future__ import annotations

import re
from base64 import b64decode
from copy import deepcopy
from xml.etree import ElementTree as ET

import pytest
from drawn_votes import hemicycles, tallies
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from picture_reading import (
    SVG,
    everything_stays_on_the_sheet,
    is_a_picture_with_its_story,
    no_text_runs_over_another,
    number,
    of_class,
    parsed,
    rooms,
)

from majlis.errors import InputError, printable
from majlis.render.votes.hemicycle import Group, Hemicycle, Mark
from majlis.render.votes.hemicycle_said import reached
from majlis.render.votes.tally import Row, Tally, rows_of
from majlis.render.votes.tally_svg import tally_svg
from majlis.render.votes.vote_picture import vote_html, vote_svg
from majlis.voting.majority import Position

ELECTION = Tally(
    "Election of a president",
    (Row("Ada", 600_000, 600_000), Row("Ben", 300_000, 300_000), Row("invalid", 9_000, 9_000, Position.INVALID)),
    (600_000, 600_000),
    (Mark(450_001, "3.I", due=True),),
)


@examples(60)
@given(tallies())
def test_any_tally_is_drawn_within_its_sheet_and_no_text_runs_over_another(found: Tally) -> None:
    root = parsed(tally_svg(found))
    everything_stays_on_the_sheet(root)
    no_text_runs_over_another(root)
    is_a_picture_with_its_story(root, "Votes:")


@examples(30)
@given(tallies())
def test_each_candidate_or_answer_is_a_row_with_a_bar_as_long_as_its_votes(found: Tally) -> None:
    drawn = of_class(parsed(tally_svg(found)), "row")
    assert [each.get("data-name") for each in drawn] == [printable(row.label) for row in found.rows]
    for each, row in zip(drawn, found.rows, strict=True):
        (bar,) = of_class(each, "bar")
        open_part = sum(number(part, "width") for part in of_class(each, "open"))
        longest = 376 / found.count.whole
        assert number(bar, "width") == pytest.approx(row.lowest * longest, abs=0.11)
        assert open_part == pytest.approx((row.highest - row.lowest) * longest, abs=0.11)


def test_a_line_stands_where_the_needed_number_lies_among_the_bars() -> None:
    root = parsed(tally_svg(ELECTION))
    (line,) = of_class(root, "line")
    at = float((line.get("d") or "").removeprefix("M").split(",")[0])
    ends = [number(bar, "x") + number(bar, "width") for bar in of_class(root, "bar")]
    assert ends[2] < ends[1] < at < ends[0]
    said = " ".join(each.text for each in rooms(root))
    assert "450,001 needed: 149,999 to spare" in said
    assert {"Ada: 600,000", "Ben: 300,000", "invalid: 9,000"} <= {each.text for each in rooms(root)}


@examples(20)
@given(st.one_of(tallies(), hemicycles()))
def test_equal_votes_give_equal_pictures(found: Tally | Hemicycle) -> None:
    assert vote_svg(found) == vote_svg(deepcopy(found))


def test_more_seats_than_can_be_drawn_are_bars_by_how_they_stand() -> None:
    groups = (
        Group("X", Position.IN_FAVOUR, 700),
        Group("Y", Position.IN_FAVOUR, 200),
        Group("Z", Position.AGAINST, 500),
    )
    found = Hemicycle("Congress", groups, (900, 900), (Mark(701, "1.I", due=True),))
    assert [(row.label, row.lowest) for row in rows_of(found).rows] == [("in favour", 900), ("against", 500)]
    assert len(of_class(parsed(vote_svg(found)), "row")) == 2
    assert of_class(parsed(vote_svg(ELECTION)), "row")
    few = Hemicycle("Council", (Group("X", Position.IN_FAVOUR, 7),), (7, 7))
    assert of_class(parsed(vote_svg(few)), "group")


def tables(html: str) -> list[list[list[str]]]:
    """The cells of the tables of a piece of HTML without headers: of the groups or candidates, then of the majorities."""
    root = ET.fromstring("".join(each if each.isprintable() or each == "\n" else " " for each in html))  # noqa: S314
    return [[["".join(cell.itertext()) for cell in row] for row in body.iter("tr")] for body in root.iter("tbody")]


@examples(40)
@given(st.one_of(tallies(), hemicycles()))
def test_the_tables_say_of_each_group_and_each_majority_what_the_picture_shows(found: Tally | Hemicycle) -> None:
    held, *further = tables(vote_html(found))
    assert len(held) == len(found.groups if isinstance(found, Hemicycle) else found.rows)
    assert len(further) == bool(found.marks)
    marks = sorted(found.marks, key=lambda mark: mark.votes)
    words = {True: "yes", False: "no", None: "depends"}
    for row, mark in zip(further[0] if further else [], marks, strict=True):
        assert (row[0], row[2] != "") == (f"{mark.votes:,}", mark.due)
        assert row[3] == words[reached(found.count, mark)]


@examples(30)
@given(st.one_of(tallies(), hemicycles()))
def test_the_html_holds_the_picture_and_tables_with_headers_and_nothing_runs_in_it(found: Tally | Hemicycle) -> None:
    made = vote_html(found)
    # It is well-formed as XML, but for the letters that XML has no place for.
    root = ET.fromstring("".join(each if each.isprintable() or each == "\n" else " " for each in made))  # noqa: S314
    (image,) = root.iter("img")
    data = (image.get("src") or "").removeprefix("data:image/svg+xml;base64,")
    assert b64decode(data).decode() == vote_svg(found)
    assert image.get("alt")
    held = found.groups if isinstance(found, Hemicycle) else found.rows
    assert len(list(root.iter("tr"))) == len(held) + 1 + (len(found.marks) + 1 if found.marks else 0)
    assert {each.get("scope") for each in root.iter("th")} == {"col", "row"}
    assert {each.tag for each in root.iter()} <= {"div", "img", "table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_a_name_that_looks_like_html_is_shown_as_it_is() -> None:
    found = Hemicycle("<script>", (Group("A & <b>B</b>", Position.IN_FAVOUR, 3),), (3, 3))
    assert "<script" not in vote_html(found) and "A &amp; &lt;b&gt;B&lt;/b&gt;" in vote_html(found)
    assert parsed(vote_svg(found)).findtext(f"{SVG}title") == "<script>"


@pytest.mark.parametrize(
    ("rows", "counted", "said"),
    [
        ((), (0, 0), "no votes to be drawn"),
        ((Row("A", 5, 4),), (0, 0), "5 to 4"),
        ((Row("A", -1, 4),), (0, 0), "-1 to 4"),
        ((Row("A", 4, 4),), (9, 8), "9 to 8"),
    ],
)
def test_a_tally_that_cannot_be_is_one_clear_error(rows: tuple[Row, ...], counted: tuple[int, int], said: str) -> None:
    with pytest.raises(InputError, match=re.escape(said)):
        Tally("t", rows, counted)


def test_an_election_without_a_vote_is_drawn_as_well() -> None:
    root = parsed(tally_svg(Tally("Nobody came", (Row("A", 0, 0),), (0, 0))))
    everything_stays_on_the_sheet(root)
    assert "A: 0" in {each.text for each in rooms(root)}
