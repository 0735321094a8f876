"""The flowchart of every procedure: everything is there once, and nothing runs over anything else."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from made_charts import charts

from majlis.procedure.library import procedure, procedures
from majlis.questions.flow import How, Kind, flow
from majlis.questions.need import need
from majlis.questions.needs import Needs
from majlis.render.flow_boxes import Box
from majlis.render.flow_layout import Drawing, drawing
from majlis.render.flow_svg import flow_svg
from majlis.render.lettering import Line, width, wrapped

SVG = "{http://www.w3.org/2000/svg}"
EVERY = [(name, edition) for name in procedures() for edition in procedure(name).law.editions]
Point = tuple[float, float]
Segment = tuple[Point, Point]


@cache
def drawn(name: str, edition: str) -> tuple[Needs, Drawing]:
    needs = need(name, edition=edition)
    return needs, drawing(needs)


def parsed(needs: Needs) -> ET.Element:
    return ET.fromstring(flow_svg(needs))  # noqa: S314 - our own words, just drawn


def apart(one: Box, other: Box) -> bool:
    beside = one.right <= other.x or other.right <= one.x
    return beside or one.bottom <= other.y or other.bottom <= one.y


def room(line: Line) -> Box:
    """The room that a line of text takes, by the table of widths."""
    wide = width(line.text, line.size, bold=line.bold)
    left = line.x - wide if line.anchor == "end" else line.x
    return Box(line.text, Kind.STEP, left, line.y - line.size * 0.8, wide, line.size, ())


def inside(line: Line, box: Box) -> bool:
    text = room(line)
    return box.x <= text.x and text.right <= box.right and box.y <= text.y and text.bottom <= box.bottom


def crosses(segment: Segment, box: Box) -> bool:
    """Does a line run through the inside of a box?"""
    (ax, ay), (bx, by) = segment
    return min(ax, bx) < box.right and max(ax, bx) > box.x and min(ay, by) < box.bottom and max(ay, by) > box.y


def on_border(point: Point, box: Box) -> bool:
    x, y = point
    upright = x in (box.x, box.right) and box.y <= y <= box.bottom
    return upright or (y in (box.y, box.bottom) and box.x <= x <= box.right)


def lying(a: Segment, b: Segment) -> bool:
    """Do two straight lines share more than a point?"""
    for axis in (0, 1):
        if a[0][axis] == a[1][axis] == b[0][axis] == b[1][axis]:
            low, high = sorted(p[1 - axis] for p in a), sorted(p[1 - axis] for p in b)
            return max(low[0], high[0]) < min(low[1], high[1])
    return False


def everything_is_drawn_once(needs: Needs, made: Drawing) -> None:
    assert set(made.boxes) == {node.name for node in flow(needs).nodes}
    assert {each.step for each in needs.steps} | set(needs.outcomes) <= set(made.boxes)


def nothing_overlaps(made: Drawing) -> None:
    assert [(a.name, b.name) for a, b in combinations(made.boxes.values(), 2) if not apart(a, b)] == []
    for box in made.boxes.values():
        assert box.x >= 0
        assert box.right <= made.width
        assert box.bottom <= made.height
        assert [line.text for line in box.lines if not inside(line, box)] == []


def lines_lead_from_box_to_box(needs: Needs, made: Drawing) -> None:
    wanted = {(edge.source, edge.target, edge.how) for edge in flow(needs).edges if edge.how is not How.NEXT}
    assert {(route.edge.source, route.edge.target, route.edge.how) for route in made.routes} == wanted
    for route in made.routes:
        assert on_border(route.points[0], made.boxes[route.edge.source]), route
        assert on_border(route.points[-1], made.boxes[route.edge.target]), route
        for segment in pairwise(route.points):
            (ax, ay), (bx, by) = segment
            assert ax == bx or ay == by, "lines run straight"
            assert [box.name for box in made.boxes.values() if crosses(segment, box)] == [], route


def words_stand_free(made: Drawing) -> None:
    labels = [line for route in made.routes for line in route.label]
    rooms = [room(line) for line in (*labels, *made.words)]
    assert [(a.name, b.name) for a, b in combinations(rooms, 2) if not apart(a, b)] == []
    assert [(a.name, b.name) for a in rooms for b in made.boxes.values() if not apart(a, b)] == []
    segments = [pair for route in made.routes for pair in pairwise(route.points)]
    assert [(each.name, segment) for each in rooms for segment in segments if crosses(segment, each)] == []
    assert all(each.x >= 0 and each.right <= made.width and each.bottom <= made.height for each in rooms)


def lines_can_be_told_apart(made: Drawing) -> None:
    segments = [(route.edge, pair) for route in made.routes for pair in pairwise(route.points)]
    for (one, a), (other, b) in combinations(segments, 2):
        alike = one.target == other.target or one.source == other.source
        assert alike or not lying(a, b), (one, other)


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_each_step_and_outcome_is_drawn_once_and_nothing_overlaps(name: str, edition: str) -> None:
    needs, made = drawn(name, edition)
    everything_is_drawn_once(needs, made)
    nothing_overlaps(made)


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_every_edge_leads_from_box_to_box_and_through_none(name: str, edition: str) -> None:
    lines_lead_from_box_to_box(*drawn(name, edition))


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_words_beside_boxes_do_not_run_into_anything_and_lines_can_be_told_apart(name: str, edition: str) -> None:
    _, made = drawn(name, edition)
    words_stand_free(made)
    lines_can_be_told_apart(made)


@given(charts())
def test_a_procedure_of_any_shape_can_be_drawn(needs: Needs) -> None:
    made = drawing(needs)
    everything_is_drawn_once(needs, made)
    nothing_overlaps(made)
    lines_lead_from_box_to_box(needs, made)
    words_stand_free(made)
    lines_can_be_told_apart(made)
    parsed(needs)


@pytest.mark.parametrize(("name", "edition"), EVERY)
def test_the_svg_is_xml_with_a_title_and_a_description(name: str, edition: str) -> None:
    needs, _ = drawn(name, edition)
    root = parsed(needs)
    assert root.get("role") == "img"
    titled = [each for each in (root.find(f"{SVG}title"), root.find(f"{SVG}desc")) if each is not None and each.text]
    assert [each.get("id") for each in titled] == (root.get("aria-labelledby") or "").split()
    groups = [each.get("data-name") for each in root.iter(f"{SVG}g") if each.get("data-name")]
    assert sorted(filter(None, groups)) == sorted(node.name for node in flow(needs).nodes)


def test_the_same_question_gives_the_same_chart() -> None:
    assert flow_svg(need("az-1995/law")) == flow_svg(need("az-1995/law"))
    assert flow_svg(need("az-1995/law")) != flow_svg(need("az-1995/law", matter="94.I.3"))


def test_kinds_of_boxes_differ_in_shape_or_dash_and_not_in_colour_alone() -> None:
    root = parsed(need("az-1995/decree"))
    shapes: dict[str, set[tuple[str, bool, bool]]] = {}
    for group in root.iter(f"{SVG}g"):
        if group.get("data-name"):
            first = group[0]
            shape = (first.tag, first.get("rx") is not None, first.get("stroke-dasharray") is not None)
            shapes.setdefault(group.get("class") or "", set()).add(shape)
    assert all(len(each) == 1 for each in shapes.values())
    plain = {kind: next(iter(each)) for kind, each in shapes.items() if kind != "alongside"}
    assert set(plain) == {"step", "test", "outcome", "silence"}
    assert len(set(plain.values())) == 4


def test_a_silence_has_a_question_mark_and_a_line_is_a_list_in_its_box() -> None:
    _, made = drawn("az-1995/presidential_vacancy", "2002")
    silences = [box for name, box in made.boxes.items() if "?" in name]
    assert silences
    assert all("?" in [line.text for line in box.lines] for box in silences)
    words = [line.text for line in made.boxes["acting"].lines]
    assert [text for text in words if text.startswith(("1. ", "2. ")) and text[3:4] == "t"] == [
        "1. the Prime Minister",
        "2. the Chairman of the Milli Majlis",
    ]


def test_a_loop_is_drawn_back_at_the_side_of_the_steps() -> None:
    _, made = drawn("az-1995/prime_minister_appointment", "2016")
    back = next(r for r in made.routes if (r.edge.source, r.edge.target) == ("consent", "proposal"))
    steps = made.boxes["consent"]
    assert all(x <= steps.x for x, _ in back.points)
    assert back.points[-1][1] < back.points[0][1]


@given(charts())
def test_words_are_broken_into_lines_that_fit(needs: Needs) -> None:
    for says in needs.outcomes.values():
        lines = wrapped(says, 11.0, 60.0)
        assert "".join(lines).replace(" ", "") == says.replace(" ", "")
        assert all(width(line, 11.0) <= 60.0 for line in lines)
