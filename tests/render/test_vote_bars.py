"""A vote as bars of characters: no line is too long, and a bar reaches a tick just where it reaches the majority."""

from __future__ import annotations

from io import StringIO
from itertools import pairwise

from drawn_votes import hemicycles, tallies
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st

from majlis.render.page import Page
from majlis.render.printer import show
from majlis.render.votes.hemicycle import Count, Group, Hemicycle, Mark
from majlis.render.votes.tally import Row, Tally
from majlis.render.votes.vote_bar import SIGNS, vote_bar
from majlis.render.votes.vote_columns import Columns
from majlis.voting.majority import Position

IN_FAVOUR, AGAINST = Position.IN_FAVOUR, Position.AGAINST


def printed(found: Hemicycle | Tally, wide: int = 78) -> list[str]:
    page, file = Page(), StringIO()
    vote_bar(page, found, wide)
    show(page, file, 1000)  # nothing is broken by the printer
    return file.getvalue().splitlines()


def vote(in_favour: int, against: int, *marks: Mark, counted: tuple[int, int] | None = None) -> Hemicycle:
    groups = (Group("in favour", IN_FAVOUR, in_favour), Group("against", AGAINST, against))
    return Hemicycle("A vote", groups, counted or (in_favour, in_favour), marks)


def test_every_position_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == {*Position, None}
    assert len(set(SIGNS.values())) == len(SIGNS)


@examples(60)
@given(st.one_of(hemicycles(), tallies()), st.integers(32, 160))
def test_no_line_is_longer_than_the_width(found: Hemicycle | Tally, wide: int) -> None:
    assert [line for line in printed(found, wide) if len(line) > wide] == []


@examples(60)
@given(hemicycles(most=2000), st.integers(32, 160))
def test_every_majority_is_told_with_its_number_and_its_margin(found: Hemicycle, wide: int) -> None:
    words = " ".join(" ".join(printed(found, wide)).split())
    for mark in found.marks:
        assert f"{mark.votes:,}" in words
    for position in {group.position for group in found.groups if group.seats}:
        seats = sum(group.seats for group in found.groups if group.position is position)
        assert f"{seats:,}" in words
        assert SIGNS[position] in words


@examples(200)
@given(
    st.integers(1, 3_000_000),
    st.integers(10, 120),
    st.floats(0, 1),
    st.floats(0, 1),
    st.lists(st.floats(0, 1), max_size=3),
)
def test_a_bar_reaches_the_tick_that_is_due_just_where_it_reaches_the_majority(
    whole: int, wide: int, share: float, needed: float, others: list[float]
) -> None:
    votes, due = int(share * whole), int(needed * whole)
    columns = Columns(
        Count(votes, votes, whole, (*(Mark(int(each * whole)) for each in others), Mark(due, due=True))), wide
    )
    assert (columns.ends(votes) > columns.at(due)) is (votes >= due)
    assert 0 <= columns.ends(votes) <= wide
    assert 0 <= columns.at(due) < wide


@examples(60)
@given(st.integers(1, 5000), st.integers(10, 120), st.lists(st.integers(0, 5000), max_size=5))
def test_more_votes_fill_no_fewer_columns(whole: int, wide: int, marks: list[int]) -> None:
    columns = Columns(Count(0, 0, whole, tuple(Mark(each, due=not each % 2) for each in marks)), wide)
    filled = [columns.ends(votes) for votes in range(0, whole + 1, max(1, whole // 200))]
    assert all(before <= after for before, after in pairwise(filled))


@examples(60)
@given(st.integers(1, 5000), st.integers(10, 120), st.lists(st.integers(0, 5000), min_size=1, max_size=6))
def test_the_number_of_the_majority_that_is_due_is_always_written_at_its_tick(
    whole: int, wide: int, marks: list[int]
) -> None:
    due = marks[0] % (whole + 1)
    count = Count(0, 0, whole, (Mark(due, due=True), *(Mark(each) for each in marks[1:])))
    *numbers, rule = Columns(count, wide).scale()
    assert len(rule) == wide
    assert rule[Columns(count, wide).at(due)] == "V"
    greatest = max((mark for mark in count.marks if mark.due), key=lambda mark: mark.votes).votes
    assert any(f"{greatest:,}" in line.replace("|", " ").split() for line in numbers)


def test_ticks_stand_above_the_bar_with_their_numbers() -> None:
    numbers, rule, bar, *_ = printed(vote(40, 60, Mark(51), Mark(67, due=True), Mark(80)), wide=100)
    assert (rule.index("V"), rule.index("|")) == (66, 50)
    assert [numbers.index(each) for each in ("51", "67", "80")] == [50, 66, 79]
    assert bar == "+" * 40 + "x" * 60


def test_numbers_that_would_meet_stand_on_lines_of_their_own() -> None:
    lines = printed(vote(40, 60, Mark(50), Mark(51, due=True), Mark(52)), wide=100)
    rule = next(place for place, line in enumerate(lines) if line.startswith("-"))
    assert rule == 3
    assert [line.replace("|", " ").split() for line in lines[:rule]] == [["50"], ["51"], ["0", "52", "100"]]
    assert [line.index(each) for line, each in zip(lines, ("50", "51", "52"), strict=False)] == [49, 50, 51]
    assert [lines[place][49:52] for place in (1, 2)] == ["|51", "||5"]


def test_what_is_not_settled_has_a_bar_of_its_own() -> None:
    lines = printed(vote(60, 40, Mark(67, "2.I", due=True), counted=(60, 75)), wide=100)
    assert "#" * 60 + "~" * 15 in lines
    assert "67  2.I, needed here: 7 short to 8 to spare" in lines
    assert "#" not in "".join(printed(vote(60, 40, Mark(67, "2.I", due=True)), wide=100))


def test_each_candidate_has_a_bar_with_the_line_of_what_is_needed() -> None:
    rows = (Row("Ada", 600, 600), Row("Ben", 300, 300), Row("invalid", 50, 50, Position.INVALID))
    lines = printed(Tally("Election", rows, (600, 600), (Mark(451, "3.I", due=True),)))
    ada, ben, invalid = (next(line for line in lines if line.startswith(name)) for name in ("Ada", "Ben", "invalid"))
    at = next(line for line in lines if "V" in line).index("V")
    assert (ada[at], ben[at], invalid[at]) == ("+", "|", "|")
    assert [line.split()[-1] for line in (ada, ben, invalid)] == ["600", "300", "50"]
    assert "/" in invalid
    assert "451  3.I, needed here: 149 to spare" in lines
