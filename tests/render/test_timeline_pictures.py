"""The pictures of a timeline: everything is there, nothing runs over anything else, and no colour is needed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest
from drawn_timelines import STATES, WINDOW, every_state, limit, step, timeline, timelines
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st

from majlis.errors import printable
from majlis.questions.timed import Standing, State, Timeline
from majlis.render.lettering import width
from majlis.render.timeline_said import named, state_word
from majlis.render.timeline_svg import timeline_svg

SVG = "{http://www.w3.org/2000/svg}"


class Room(NamedTuple):
    """The room that a line of text takes, by the table of widths (px)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def parsed(found: Timeline) -> ET.Element:
    return ET.fromstring(timeline_svg(found))  # noqa: S314 - our own words, just drawn


def number(element: ET.Element, name: str) -> float:
    return float(element.get(name) or "nan")


def room(text: ET.Element) -> Room:
    size = number(text, "font-size")
    wide = width(text.text or "", size, bold=text.get("font-weight") == "bold")
    shift = {"end": wide, "middle": wide / 2}.get(text.get("text-anchor") or "", 0.0)
    left, base = number(text, "x") - shift, number(text, "y")
    return Room(text.text or "", left, base - size * 0.8, left + wide, base + size * 0.2)


def texts(root: ET.Element) -> list[ET.Element]:
    return list(root.iter(f"{SVG}text"))


def rows(root: ET.Element) -> list[ET.Element]:
    return [each for each in root.iter(f"{SVG}g") if each.get("class") == "row"]


def words(row: ET.Element) -> str:
    return " ".join(each.text or "" for each in texts(row))


def forms(row: ET.Element) -> list[tuple[str, str]]:
    """What is drawn in a row without words and colours, and without where it stands: tags, dashes, kinds of strokes."""
    found = []
    for each in row.iter():
        if each.tag not in (f"{SVG}g", f"{SVG}title", f"{SVG}text"):
            strokes = re.sub(r"[\d.,-]+", " ", each.get("d") or "")
            corners = (each.get("points") or "").count(" ")
            pattern = each.get("stroke-dasharray") or ""
            found.append((each.tag, f"{strokes.split()} {corners} {pattern}"))
    return found


def corners(root: ET.Element) -> list[tuple[float, float]]:
    """Every corner of a polygon, of a rectangle and of a ring."""
    found = []
    for each in root.iter():
        if each.tag == f"{SVG}polygon":
            found += [tuple(map(float, point.split(","))) for point in (each.get("points") or "").split()]
        elif each.tag == f"{SVG}rect" and each.get("x"):
            x, y = number(each, "x"), number(each, "y")
            assert number(each, "width") >= 0
            found += [(x, y), (x + number(each, "width"), y + number(each, "height"))]
        elif each.tag == f"{SVG}circle":
            x, y, reach = number(each, "cx"), number(each, "cy"), number(each, "r")
            found += [(x - reach, y - reach), (x + reach, y + reach)]
    return [(x, y) for x, y in found]


def everything_stays_on_the_sheet(root: ET.Element) -> None:
    high = number(root, "height")
    assert (root.get("viewBox") or "").split()[:3] == ["0", "0", "800"]
    for each in map(room, texts(root)):
        assert each.left >= 0, each
        assert each.right <= 800.1, each
        assert each.top >= 0 and each.bottom <= high, each
    assert [each for each in corners(root) if not (0 <= each[0] <= 800 and 0 <= each[1] <= high)] == []


def no_text_runs_over_another(root: ET.Element) -> None:
    rooms = sorted(map(room, texts(root)), key=lambda each: each.top)
    for place, one in enumerate(rooms):
        for other in rooms[place + 1 :]:
            if other.top >= one.bottom:
                break
            assert one.right <= other.left or other.right <= one.left, (one, other)


def no_upright_line_runs_through_words(root: ET.Element) -> None:
    lines = [
        (float(x), float(top), float(bottom))
        for path in root.iter(f"{SVG}path")
        for x, top, bottom in re.findall(r"M([\d.]+),([\d.]+)V([\d.]+)", path.get("d") or "")
    ]
    for each in (room(text) for row in rows(root) for text in texts(row) if text.get("text-anchor") != "middle"):
        crossing = [at for at in lines if each.left < at[0] < each.right and at[1] < each.bottom and at[2] > each.top]
        assert crossing == [], each


@examples(60)
@given(timelines())
def test_any_timeline_is_drawn_within_its_sheet_and_no_text_runs_over_another(found: Timeline) -> None:
    root = parsed(found)
    everything_stays_on_the_sheet(root)
    no_text_runs_over_another(root)
    no_upright_line_runs_through_words(root)


@examples(4)
@given(timelines(most=40))
def test_forty_steps_are_drawn_as_well_as_one(found: Timeline) -> None:
    many = replace(found, steps=(found.steps * 40)[:40])
    root = parsed(many)
    assert len(rows(root)) == len(many.steps)
    everything_stays_on_the_sheet(root)
    no_text_runs_over_another(root)


@examples(30)
@given(timelines())
def test_each_step_is_a_row_in_the_order_of_the_timeline_with_its_story(found: Timeline) -> None:
    drawn = rows(parsed(found))
    assert [each.get("data-name") for each in drawn] == [
        # XML reads what parts words in an attribute as blanks
        printable(each.name)
        for each in found.steps
    ]
    for row, each in zip(drawn, found.steps, strict=True):
        said = row.findtext(f"{SVG}title") or ""
        assert said.startswith(printable(named(each))[:1].upper())
        assert state_word(each) in said
    tops = [min(room(text).top for text in texts(row)) for row in drawn]
    assert tops == sorted(tops)


@examples(30)
@given(timelines())
def test_the_picture_has_a_title_and_a_description_that_tells_every_row(found: Timeline) -> None:
    root = parsed(found)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and desc is not None
    assert root.get("role") == "img"
    assert (root.get("aria-labelledby") or "").split() == [title.get("id"), desc.get("id")]
    assert title.text
    for row in rows(root):
        assert (row.findtext(f"{SVG}title") or "?") in (desc.text or "")


@examples(30)
@given(timelines())
def test_nothing_is_in_colour_and_no_letter_is_small(found: Timeline) -> None:
    root = parsed(found)
    shades = {each.get(name) for each in root.iter() for name in ("fill", "stroke")} - {None, "none"}
    assert [shade for shade in shades if not re.fullmatch(r"#(.)\1\1", shade or "")] == []
    assert min(number(text, "font-size") for text in texts(root)) >= 11
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg", "title", "desc", "g", "rect", "text", "path", "polygon", "circle",
    }  # fmt: skip


@examples(20)
@given(timelines())
def test_the_same_timeline_gives_the_same_picture(found: Timeline) -> None:
    assert timeline_svg(found) == timeline_svg(deepcopy(found))


def test_a_picture_does_not_depend_on_the_run() -> None:
    code = "from drawn_timelines import every_state as made; from majlis.render.timeline_svg import timeline_svg as svg; print(svg(made()))"
    runs = [
        subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1] != ""


def test_each_state_has_a_form_of_its_own_without_any_colour() -> None:
    drawn = dict(zip(STATES, map(forms, rows(parsed(every_state()))), strict=True))
    assert [(a, b) for a, b in combinations(drawn, 2) if drawn[a] == drawn[b]] == []


@examples(30)
@given(st.integers(1, 20_000), st.integers(0, 5_000), st.integers(1, 20_000))
def test_what_is_overdue_and_what_came_in_time_differ_in_form_on_any_scale(start: int, length: int, over: int) -> None:
    first = date(1900, 1, 1) + timedelta(start)
    last = first + timedelta(length)
    dates = {"earliest": first.isoformat(), "latest": last.isoformat()}
    in_time = step(state=State.IN_TIME, standing=Standing.DONE, done=last.isoformat(), **dates)
    overdue = step(state=State.OVERDUE, late_by=over, **dates)
    drawn = rows(parsed(timeline(in_time, overdue, as_of=(last + timedelta(over)).isoformat())))
    assert forms(drawn[0]) != forms(drawn[1])
    assert "Overdue by" in words(drawn[1]) and "In time" in words(drawn[0])


def test_a_late_act_stands_behind_its_bar_and_a_hatched_stretch_leads_to_it() -> None:
    (row,) = rows(
        parsed(timeline(step(state=State.LATE, **STATES[State.LATE] | {"done": "1910-06-12", "late_by": 12})))
    )
    (stretch,) = row.findall(f"{SVG}rect")
    bar, mark = (each.get("points") or "" for each in row.findall(f"{SVG}polygon"))
    ends = [float(point.split(",")[0]) for point in bar.split()]
    middle = sum(float(point.split(",")[0]) for point in mark.split()) / 4
    assert number(stretch, "x") == max(ends) < middle
    assert number(stretch, "x") + number(stretch, "width") == pytest.approx(middle, abs=0.2)
    assert "12 days late." in words(row) and "1 May to 31 May 1910; done on 12 June 1910" in words(row)


def test_a_stretch_that_is_overdue_ends_with_an_arrow_on_the_day_of_judgement() -> None:
    root = parsed(timeline(step(state=State.OVERDUE, **STATES[State.OVERDUE])))
    (row,) = rows(root)
    (stretch,) = row.findall(f"{SVG}rect")
    arrow = next(each for each in row.findall(f"{SVG}polygon") if (each.get("points") or "").count(" ") == 2)
    at = float((arrow.get("points") or "").split()[1].split(",")[0])
    assert number(stretch, "x") + number(stretch, "width") == pytest.approx(at, abs=0.2)
    assert re.search(rf"M{at:g},[\d.]+V", "".join(each.get("d") or "" for each in root.iter(f"{SVG}path")))


def test_a_window_that_is_only_foreseen_is_dashed_and_says_so() -> None:
    foreseen = step(not_before="1910-07-01", not_after="1910-08-01", tentative=True, limits=(limit(),))
    settled = step(earliest="1910-07-01", latest="1910-08-01", limits=(limit(),))
    drawn = rows(parsed(timeline(foreseen, settled)))
    assert [any("5 3" in form for _, form in forms(row)) for row in drawn] == [True, False]
    assert "Foreseen: 1 July to 1 August 1910" in words(drawn[0])


def test_a_window_that_is_open_to_one_side_breaks_off_there() -> None:
    closed, right, left = rows(parsed(timeline(step(**WINDOW), step(earliest="1910-05-01"), step(latest="1910-05-31"))))
    corner_counts = [(row.find(f"{SVG}polygon").get("points") or "").count(" ") for row in (closed, right, left)]  # type: ignore[union-attr]
    assert corner_counts[0] < corner_counts[1] == corner_counts[2]
    assert "Not before 1 May 1910" in words(right) and "By 31 May 1910" in words(left)


def test_a_last_day_before_the_first_is_no_bar_but_two_brackets_and_says_so() -> None:
    none_left = step(state=State.IMPOSSIBLE, earliest="1910-05-20", latest="1910-05-10")
    some_left = step(state=State.IMPOSSIBLE, earliest="1910-05-10", latest="1910-05-20")
    drawn = rows(parsed(timeline(none_left, some_left)))
    assert forms(drawn[0]) != forms(drawn[1])
    assert drawn[0].findall(f"{SVG}polygon") == [] != drawn[1].findall(f"{SVG}polygon")
    assert "By 10 May 1910, but not before 20 May 1910" in words(drawn[0])


def test_a_row_without_any_date_says_its_limit_in_words_and_has_no_bar() -> None:
    (row,) = rows(parsed(timeline(step(standing=Standing.NOT_YET, limits=(limit(),)))))
    assert row.findall(f"{SVG}polygon") == []
    assert "Within 14 days of the motion (1.II)." in words(row)
    assert "Open; not yet." in words(row)


def test_a_limit_that_may_hold_is_a_bracket_at_its_last_day() -> None:
    limits = (limit(applies="vote.passed", earliest="1910-06-01", latest="1910-06-29"),)
    plain, held = rows(parsed(timeline(step(not_before="1910-06-01"), step(not_before="1910-06-01", limits=limits))))
    assert len(forms(held)) == len(forms(plain)) + 1
    assert "If it applies, within 14 days of the motion (1.II): 1 June to 29 June 1910." in words(held)


def test_the_day_of_judgement_and_the_days_of_each_row_are_written_out() -> None:
    root = parsed(
        timeline(step(state=State.IN_TIME, **STATES[State.IN_TIME], limits=(limit(time="14:30", latest="1910-05-31"),)))
    )
    said = [each.text for each in texts(root)]
    assert "as of 15 June 1910" in said
    assert "By the Council (1)." in said
    assert "Within 14 days of the motion (1.II): by 31 May 1910, 14:30." in " ".join(map(str, said))


def test_a_timeline_without_any_day_has_no_scale_and_is_told_in_words() -> None:
    root = parsed(timeline(step(standing=Standing.NOT_YET, limits=(limit(),)), as_of=""))
    said = " ".join(each.text or "" for each in texts(root))
    assert "as of" not in said and "a plan" not in said and "Within 14 days of the motion (1.II)." in said
    assert list(root.iter(f"{SVG}polygon")) == []


@pytest.mark.parametrize("state", [State.OPEN, State.LATE, State.OVERDUE])
def test_a_period_of_a_day_beside_years_can_still_be_seen(state: State) -> None:
    short = step(state=state, earliest="1910-06-15", latest="1910-06-16")
    years = step(earliest="1910-06-15", latest="1970-06-15")
    narrow, wide = (
        max(
            (
                [float(point.split(",")[0]) for point in (each.get("points") or "").split()]
                for each in row.findall(f"{SVG}polygon")
            ),
            key=len,  # a bar has more corners than an arrow
        )
        for row in rows(parsed(timeline(short, years, as_of="1950-06-15")))
    )
    assert max(narrow) - min(narrow) >= 3
    assert max(wide) - min(wide) > 400


def test_the_legend_has_the_shapes_that_occur_and_no_others() -> None:
    def legend(found: Timeline) -> set[str]:
        root = parsed(found)
        inside = {id(text) for row in rows(root) for text in texts(row)}
        return {text.text or "" for text in texts(root) if id(text) not in inside and ": " in (text.text or "")}

    assert legend(timeline(step(state=State.IN_TIME, **STATES[State.IN_TIME]))) == {
        "shaded bar: the days of a step that was done",
        "full diamond: done in time",
        "upright line: the day of judgement",
    }
    assert any(entry.startswith("hatched, with an arrow") for entry in legend(every_state()))
