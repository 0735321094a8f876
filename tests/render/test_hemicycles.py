"""The hemicycle: every seat is drawn once, nothing runs over anything else, and no colour is needed to read it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from copy import deepcopy
from itertools import combinations, pairwise
from math import atan2, hypot, pi
from xml.etree import ElementTree as ET

import pytest
from drawn_votes import POSITIONS, hemicycles
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from picture_reading import (
    SVG,
    Shape,
    everything_stays_on_the_sheet,
    forms,
    is_a_picture_with_its_story,
    luminance,
    no_text_runs_over_another,
    number,
    of_class,
    parsed,
    placed,
    rooms,
    shapes,
)

from majlis.errors import InputError, printable
from majlis.render.votes.hemicycle import Count, Group, Hemicycle, Mark
from majlis.render.votes.hemicycle_gauge import INSIDE, OUTSIDE
from majlis.render.votes.hemicycle_labels import spread
from majlis.render.votes.hemicycle_marks import drawn, look
from majlis.render.votes.hemicycle_said import margin_words, reached
from majlis.render.votes.hemicycle_seats import INNER, OUTER, border, seated
from majlis.render.votes.hemicycle_svg import MOST_SEATS, hemicycle_svg
from majlis.voting.majority import Position

IN_FAVOUR, AGAINST = Position.IN_FAVOUR, Position.AGAINST


def vote(in_favour: int, against: int, *marks: Mark, counted: tuple[int, int] | None = None) -> Hemicycle:
    groups = (Group("in favour", IN_FAVOUR, in_favour), Group("against", AGAINST, against))
    return Hemicycle("A vote", groups, counted or (in_favour, in_favour), marks)


def picture(found: Hemicycle) -> ET.Element:
    return parsed(hemicycle_svg(found))


def apart(one: Shape, other: Shape) -> bool:
    """Do two seats stand apart, by their forms?"""
    x, y = abs(one.x - other.x), abs(one.y - other.y)
    reach = one.reach + other.reach
    if one.kind == other.kind == "rect":
        return max(x, y) >= reach
    if one.kind == other.kind == "polygon":
        return x + y >= reach
    around = sum(each.reach * (2**0.5 if each.kind == "rect" else 1.0) for each in (one, other))
    return hypot(x, y) >= around


def overlapping(seats: list[Shape]) -> list[tuple[Shape, Shape]]:
    found = []
    ordered = sorted(seats, key=lambda each: each.x)
    widest = 3 * max(each.reach for each in seats)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.x - one.x > widest:
                break
            if not apart(one, other):
                found.append((one, other))
    return found


@examples(40)
@given(st.integers(1, MOST_SEATS))
def test_any_number_of_seats_has_room_in_rows_and_none_overlaps_another(count: int) -> None:
    seating = seated(count)
    assert len(seating.seats) == count
    assert overlapping([Shape("circle", seat.x, seat.y, seating.reach) for seat in seating.seats]) == []
    for seat in seating.seats:
        assert hypot(seat.x, seat.y) - seating.reach >= INNER - 0.01
        assert hypot(seat.x, seat.y) + seating.reach <= OUTER + 0.01
        assert seat.y <= 0.01


@examples(20)
@given(st.integers(2, MOST_SEATS))
def test_seats_are_ordered_by_angle_and_more_seats_are_no_larger(count: int) -> None:
    seating = seated(count)
    angles = [atan2(-seat.y, seat.x) for seat in seating.seats]
    assert all(before >= after - 1e-9 for before, after in pairwise(angles))
    assert seated(count - 1).reach >= seating.reach - 0.2


@examples(30)
@given(st.integers(2, MOST_SEATS), st.data())
def test_the_border_of_two_groups_runs_between_their_seats(count: int, data: st.DataObject) -> None:
    seating = seated(count)
    before = data.draw(st.integers(1, count - 1))
    line = border(seating, before)
    assert len(line) == 2 * len(seating.radii)
    for row, (x, y) in enumerate(line[::2]):
        angle = pi - atan2(-y, x) % (2 * pi) if y <= 1e-9 else (-1.0 if x < 0 else 4.0)
        for place, seat in enumerate(seating.seats):
            if seat.row == row:
                assert (pi * seat.share < angle) is (place < before)


@examples(60)
@given(hemicycles())
def test_any_vote_is_drawn_within_its_sheet_and_no_text_runs_over_another(found: Hemicycle) -> None:
    root = picture(found)
    everything_stays_on_the_sheet(root)
    no_text_runs_over_another(root)


@examples(40)
@given(hemicycles())
def test_every_seat_is_drawn_once_in_its_group_and_none_overlaps_another(found: Hemicycle) -> None:
    groups = of_class(picture(found), "group")
    assert [each.get("data-name") for each in groups] == [
        printable(group.label) for group in found.groups if group.seats
    ]
    assert [len(shapes(each)) for each in groups] == [group.seats for group in found.groups if group.seats]
    assert overlapping([shape for each in groups for shape in shapes(each)]) == []


@examples(30)
@given(hemicycles())
def test_groups_are_wedges_from_left_to_right(found: Hemicycle) -> None:
    ends = []
    for each in of_class(picture(found), "group"):
        angles = [pi - atan2(max(0.0, -shape.y), shape.x) for shape in shapes(each)]
        ends.append((min(angles), max(angles)))
    # Places are rounded to a hundredth of what a seat is large.
    assert all(before[1] <= after[0] + 0.002 for before, after in pairwise(ends))


@examples(30)
@given(hemicycles())
def test_words_in_the_arc_stand_clear_of_the_seats_and_of_the_gauge(found: Hemicycle) -> None:
    root = picture(found)
    (arc,) = [each for each in root.iter() if each.get("transform")]
    inner = seated(found.seats).inner
    bare = ET.Element("g")
    bare.extend(list(arc))
    for each in rooms(bare):
        nearest = hypot(max(each.left, -each.right, 0), max(-each.bottom, 0))
        farthest = hypot(max(-each.left, each.right), each.top)
        assert farthest <= inner + 0.2 or nearest >= OUTSIDE, each


@examples(30)
@given(hemicycles())
def test_the_picture_tells_every_group_and_every_majority_in_words(found: Hemicycle) -> None:
    root = picture(found)
    is_a_picture_with_its_story(root, "Seats from left to right")
    desc = root.findtext(f"{SVG}desc") or ""
    for group in found.groups:
        assert not group.seats or f"{printable(group.label)}: {group.seats}" in desc
    for mark in found.marks:
        assert margin_words(found.count, mark) in desc


@examples(20)
@given(hemicycles())
def test_the_same_vote_gives_the_same_picture(found: Hemicycle) -> None:
    assert hemicycle_svg(found) == hemicycle_svg(deepcopy(found))


def test_a_hemicycle_does_not_depend_on_the_run() -> None:
    code = (
        "from majlis.render.votes.hemicycle import Group, Hemicycle, Mark; from majlis.voting.majority import Position as P;"
        "from majlis.render.votes.hemicycle_svg import hemicycle_svg as svg;"
        "print(svg(Hemicycle('t', tuple(Group(p, p, 9) for p in P), (9, 12), (Mark(5, 'a'), Mark(32, 'b', True)))))"
    )
    runs = [
        subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1] != ""


@pytest.mark.parametrize("reach", [2.0, 6.0, 15.0])
def test_each_position_has_a_form_of_its_own_without_any_colour(reach: float) -> None:
    looks = {each: parsed(f'<g xmlns="{SVG[1:-1]}">{drawn(each, [(0.0, 0.0)], reach)}</g>') for each in POSITIONS}
    alike = [(one, other) for one, other in combinations(POSITIONS, 2) if forms(looks[one]) == forms(looks[other])]
    # A disc that is full, and the ring of an empty seat, which differs by its size.
    assert alike == [(IN_FAVOUR, Position.VACANT)]
    sizes = [shapes(looks[each])[0].reach for each in (IN_FAVOUR, Position.VACANT)]
    assert sizes[0] > 2 * sizes[1]


def test_in_grey_votes_in_favour_are_darker_than_those_against_and_these_than_abstentions() -> None:
    shades = [luminance(look(each).fill) for each in (IN_FAVOUR, AGAINST, Position.ABSTAINING)]
    assert shades[0] + 0.1 < shades[1] < shades[2] - 0.3


def tick_shares(root: ET.Element) -> dict[int, float]:
    """Where on the half turn each tick stands, from its inner end."""
    found = {}
    for each in of_class(root, "tick"):
        x, y = map(float, (each.get("d") or "").removeprefix("M").split("L")[0].split(","))
        found[int(number(each, "data-votes"))] = 1 - atan2(-y, x) / pi
    return found


@examples(30)
@given(hemicycles())
def test_ticks_stand_at_their_share_of_all_seats(found: Hemicycle) -> None:
    shares = tick_shares(picture(found))
    assert set(shares) == {mark.votes for mark in found.marks}
    for votes, share in shares.items():
        assert share == pytest.approx(min(votes / found.seats, 1.0), abs=0.002)


def test_half_of_the_seats_is_at_the_top_and_all_of_them_at_the_right() -> None:
    shares = tick_shares(picture(vote(50, 50, Mark(50), Mark(100))))
    assert shares[50] == pytest.approx(0.5, abs=0.001)
    assert shares[100] == pytest.approx(1.0, abs=0.001)


def band(root: ET.Element, name: str) -> tuple[float, float]:
    """From which to which share of the half turn a part of the gauge reaches."""
    (path,) = of_class(root, name)
    places = re.findall(r"(-?[\d.]+(?:e-\d+)?),(-?[\d.]+(?:e-\d+)?)(?=[ALz])", path.get("d") or "")
    angles = [1 - atan2(-float(y), float(x)) / pi for x, y in places]
    return min(angles), max(angles)


def test_the_gap_reaches_from_what_is_counted_to_what_is_needed() -> None:
    root = picture(vote(40, 60, Mark(67, "2.I", due=True)))
    assert band(root, "counted") == pytest.approx((0.0, 0.4), abs=0.002)
    assert band(root, "short") == pytest.approx((0.4, 0.67), abs=0.002)
    assert of_class(root, "spare") == [] == of_class(root, "open")
    assert any(each.text == "27 short of 67" for each in rooms(root))


def test_votes_to_spare_are_told_apart_from_those_that_are_needed() -> None:
    root = picture(vote(70, 30, Mark(67, "2.I", due=True)))
    assert band(root, "counted") == pytest.approx((0.0, 0.67), abs=0.002)
    assert band(root, "spare") == pytest.approx((0.67, 0.7), abs=0.002)
    assert of_class(root, "short") == []
    assert any(each.text == "67 needed: 3 to spare" for each in rooms(root))


def test_what_is_not_settled_is_hatched_and_both_ends_are_told() -> None:
    root = picture(vote(60, 40, Mark(67, "2.I", due=True), counted=(60, 75)))
    assert band(root, "open") == pytest.approx((0.6, 0.75), abs=0.002)
    assert of_class(root, "short") == []
    assert "7 short to 8 to spare" in " ".join(each.text for each in rooms(root))


def test_without_a_majority_that_is_due_nothing_is_short() -> None:
    root = picture(vote(40, 60, Mark(67, "2.I")))
    assert of_class(root, "short") == []
    assert "67  2.I: 27 short".replace("  ", " ") in " ".join(each.text for each in rooms(root))


def test_the_majority_that_is_due_has_the_thickest_tick_and_the_largest_number() -> None:
    root = picture(vote(40, 60, Mark(51), Mark(67, due=True), Mark(80)))
    wide = {each.get("data-votes"): number(each, "stroke-width") for each in of_class(root, "tick")}
    assert wide["67"] > max(wide["51"], wide["80"])
    labels = {each.text: number(each, "font-size") for each, x, _ in placed(root) if x and each.tag == f"{SVG}text"}
    assert labels["67"] > max(labels["51"], labels["80"])


@examples(60)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.2)), min_size=1, max_size=12))
def test_labels_that_are_spread_keep_their_order_their_distance_and_their_bounds(
    pairs: list[tuple[float, float]],
) -> None:
    wanted, gaps = sorted(place for place, _ in pairs), [gap for _, gap in pairs[1:]]
    if sum(gaps) > 1:
        gaps = [gap / sum(gaps) for gap in gaps]
    places = spread(wanted, gaps)
    assert len(places) == len(wanted)
    assert all(-1e-9 <= place <= 1 + 1e-9 for place in places)
    assert all(after - before >= gap - 1e-9 for (before, after), gap in zip(pairwise(places), gaps, strict=True))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8, unique=True))
def test_labels_that_have_room_are_not_moved(wanted: list[float]) -> None:
    wanted.sort()
    gaps = [(after - before) / 2 for before, after in pairwise(wanted)]
    assert spread(wanted, gaps) == pytest.approx(wanted)


def test_neighbours_that_vote_alike_have_a_border_and_two_shades_and_are_numbered() -> None:
    groups = (Group("Union", IN_FAVOUR, 30), Group("New Path", IN_FAVOUR, 20), Group("Labour", AGAINST, 10))
    root = picture(Hemicycle("t", groups, (50, 50)))
    assert len(of_class(root, "border")) == 1
    fills = [next(part.get("fill") for part in each.iter() if part.get("fill")) for each in of_class(root, "group")]
    assert len(set(fills)) == 3
    said = [each.text for each in rooms(root)]
    assert {"Union: 30", "New Path: 20", "Labour: 10", "in favour: 50"} <= set(said)
    assert said.count("1") == said.count("2") == said.count("3") == 2  # at the seats and in the legend


def test_groups_that_differ_in_how_they_stand_need_no_numbers_nor_borders() -> None:
    root = picture(vote(60, 40))
    assert of_class(root, "border") == []
    assert {"in favour: 60", "against: 40"} <= {each.text for each in rooms(root)}


def test_members_one_by_one_are_told_by_how_they_stand() -> None:
    members = tuple(Group(f"Member {place}", IN_FAVOUR if place % 3 else AGAINST, 1) for place in range(60))
    root = picture(Hemicycle("t", members, (40, 40)))
    said = {each.text for each in rooms(root)}
    assert {"in favour: 40", "against: 20"} <= said
    assert not [text for text in said if text.startswith("Member")]
    assert len(of_class(root, "group")) == 60


def test_more_than_a_thousand_seats_are_refused_with_a_remedy() -> None:
    hemicycle_svg(vote(600, 400))
    with pytest.raises(InputError, match=r"1,001 seats cannot be drawn one by one\. .*1,000 seats at most"):
        hemicycle_svg(vote(600, 401))


@pytest.mark.parametrize(
    ("groups", "counted", "marks", "said"),
    [
        ((), (0, 0), (), "no seat"),
        ((Group("a", IN_FAVOUR, 0),), (0, 0), (), "no seat"),
        ((Group("a", IN_FAVOUR, -1), Group("b", AGAINST, 5)), (0, 0), (), "a has -1 seats"),
        ((Group("a", IN_FAVOUR, 5),), (4, 3), (), "4 to 3"),
        ((Group("a", IN_FAVOUR, 5),), (-1, 3), (), "-1 to 3"),
        ((Group("a", IN_FAVOUR, 5),), (0, 6), (), "6 are counted, and there are 5 seats"),
        ((Group("a", IN_FAVOUR, 5),), (0, 0), (Mark(-2),), "-2 votes"),
    ],
)
def test_what_cannot_be_drawn_is_one_clear_error(
    groups: tuple[Group, ...], counted: tuple[int, int], marks: tuple[Mark, ...], said: str
) -> None:
    with pytest.raises(InputError, match=said):
        Hemicycle("t", groups, counted, marks)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 100))
def test_the_words_for_a_margin_say_what_the_numbers_say(lowest: int, more: int, votes: int) -> None:
    count = Count(lowest, lowest + more, 100, (Mark(votes),))
    said, does = margin_words(count, count.marks[0]), reached(count, count.marks[0])
    if does is None:
        assert said.startswith(f"{votes - lowest} short to ")
        assert said.endswith("exactly enough" if lowest + more == votes else f"{lowest + more - votes} to spare")
    elif does:
        assert said == "exactly enough" if (lowest, more) == (votes, 0) else said.endswith("to spare")
    else:
        assert said.endswith("short") and said.startswith(f"{votes - lowest - more} ")


def test_the_inside_of_the_gauge_is_outside_of_the_seats() -> None:
    assert OUTER < INSIDE < OUTSIDE
