"""The rows of a timeline, as CSV, as data frames and as what a notebook shows."""

from __future__ import annotations

import copy
import csv
import pickle
from base64 import b64decode
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from drawn_timelines import timelines
from hypothesis import given
from made_timelines import TEXT, TIMELINES, done_step, made_limit, made_step, made_timeline

import majlis
from majlis.errors import InputError
from majlis.notebook import frames
from majlis.notebook import timelines as shown_timelines
from majlis.notebook.frames import LIBRARIES
from majlis.notebook.timelines import shown
from majlis.questions.timed import Further, OtherDate, State, Timeline
from majlis.render.calendar_file import calendar_file
from majlis.render.page import Page
from majlis.render.timeline_bars import bars
from majlis.render.timeline_table import COLUMNS, FURTHER, csv_text, rows

FOUND = made_timeline(
    done_step("2009-04-10", late_by=2),
    made_step(
        made_limit(days=8),
        made_limit(provision="isle/1.III", latest="2009-04-25", time="14:30", ends="2009-04-25T10:30Z"),
        tentative=True,
    ),
)
FRAMES = [
    pytest.param(name, marks=pytest.mark.skipif(not find_spec(name), reason=f"{name} is not installed"))
    for name in LIBRARIES
]


def read(found: Timeline) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(csv_text(found), newline="")))


def page(found: Timeline) -> ET.Element:
    return ET.fromstring(shown(found)._repr_html_())  # noqa: S314 - our own words, just made


def words(element: ET.Element) -> str:
    return "".join(element.itertext())


def test_there_is_a_row_for_each_period_and_one_for_a_step_without() -> None:
    found = [(row["name"], row["provision"], row["latest"], row["done"]) for row in rows(FOUND)]
    assert found == [
        ("vote", None, None, "2009-04-10"),
        ("presentation", "isle/1.II", "2009-04-20", None),
        ("presentation", "isle/1.III", "2009-04-25", None),
    ]


def test_the_state_of_a_row_is_that_of_its_period() -> None:
    step = made_step(made_limit(state=State.OVERDUE), made_limit(), state=State.OVERDUE)
    assert [row["state"] for row in rows(made_timeline(step))] == ["overdue", "open"]


def test_other_dates_are_told_with_their_readings() -> None:
    moved = OtherDate("counting", "Counted?", "same_day", "a text", "2009-04-10", "2009-04-19")
    gone = OtherDate("english", "Is it so?", "yes", "a text", None, None)  # no state: it does not apply then
    (row,) = rows(made_timeline(made_step(made_limit(others=(moved, gone)))))
    assert row["other_dates"] == "counting=same_day: 2009-04-10 to 2009-04-19; english=yes: does not apply"


def test_a_row_has_the_last_minute_in_utc_and_what_is_doubted_of_the_wording() -> None:
    found = read(made_timeline(made_step(made_limit(ends="2009-10-25T00:30Z"), made_limit(doubt="the text is torn"))))
    assert [(row["ends"], row["doubt"]) for row in found] == [("2009-10-25T00:30Z", ""), ("", "the text is torn")]


MOVED = OtherDate("counting", "Counted?", "same_day", "a text", "2009-04-10", "2009-04-19")
ELSE = made_timeline(made_step(made_limit(), further=(Further("isle/1.IV", "Nine days are enough.", MOVED),)))


def test_a_period_under_another_reading_has_a_row_whose_days_nobody_takes_for_binding() -> None:
    own, other = rows(ELSE)
    assert (own["provision"], own["latest"]) == ("isle/1.II", "2009-04-20")
    assert (other["name"], other["provision"], other["kind"]) == ("presentation", "isle/1.IV", FURTHER)
    assert other["other_dates"] == "counting=same_day: 2009-04-10 to 2009-04-19"
    assert [other[each] for each in ("state", "earliest", "latest", "days", "late_by")] == [None] * 5
    assert other["tentative"] is True


def test_a_step_without_periods_keeps_its_row_beside_those_under_other_readings() -> None:
    found = rows(replace(ELSE, steps=(replace(ELSE.steps[0], limits=()),)))
    assert [(row["state"], row["kind"]) for row in found] == [("open", None), (None, FURTHER)]


@given(TIMELINES)
def test_every_row_has_all_columns_with_what_they_say_they_hold(found: Timeline) -> None:
    for row in rows(found):
        assert list(row) == list(COLUMNS)
        for column, kind in COLUMNS.items():
            if kind is date and row[column] is not None:
                assert date.fromisoformat(str(row[column])).isoformat() == row[column]
            elif row[column] is not None:
                assert type(row[column]) is kind


@given(TIMELINES)
def test_csv_has_every_row_and_every_word_of_it(found: Timeline) -> None:
    expected = []
    for row in rows(found):
        plain = {name: "" if value is None else value for name, value in row.items()}
        told = {name: ("no", "yes")[value] if isinstance(value, bool) else str(value) for name, value in plain.items()}
        expected.append(told)
    got = [{name: cell.removeprefix("'") for name, cell in row.items()} for row in read(found)]
    assert got == [{name: cell.removeprefix("'") for name, cell in row.items()} for row in expected]


def test_lines_of_csv_end_as_text_files_do_and_the_first_names_the_columns() -> None:
    lines = csv_text(FOUND).split("\n")
    assert lines[0] == ",".join(COLUMNS)
    assert len(lines) == 1 + len(rows(FOUND)) + 1
    assert lines[-1] == ""
    assert "\r" not in csv_text(FOUND)


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\n=1", "＝1"])
def test_no_text_becomes_a_formula_in_a_spreadsheet(title: str) -> None:
    assert {row["title"] for row in read(replace(FOUND, title=title))} == {f"'{title}"}


def test_a_title_with_other_ends_of_lines_stays_in_its_cell() -> None:
    assert [row["title"] for row in read(replace(FOUND, title="one\r=two\x00\u2028three"))] == ["one\n=two  three"] * 3


@given(TEXT)
def test_no_cell_of_text_begins_like_a_formula(text: str) -> None:
    step = made_step(made_limit(says=text, counting=text, applies=text, period=text), actors=(text,), act=text)
    for row in read(made_timeline(step, title=text)):
        assert not any(cell.lstrip().startswith(tuple("=+-@＝＋－＠")) for cell in row.values())


def test_a_negative_number_stays_a_number() -> None:
    assert read(made_timeline(done_step("2009-04-10", late_by=-3)))[0]["late_by"] == "-3"


@pytest.mark.parametrize("library", FRAMES)
def test_a_frame_has_every_row_with_dates_as_dates(library: str) -> None:
    frame = shown(FOUND).to_frame(library)
    assert type(frame).__module__.partition(".")[0] == library
    assert list(frame.columns) == list(COLUMNS)
    days = [each.date() if isinstance(each, datetime) else each for each in list(frame["latest"])[1:]]
    assert days == [date(2009, 4, 20), date(2009, 4, 25)]
    assert [str(each) in ("None", "NaT") for each in frame["latest"]] == [True, False, False]
    assert list(frame["days"])[1] == 8
    assert list(frame["tentative"]) == [False, True, True]


@pytest.mark.parametrize("library", FRAMES)
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_frame_takes_all_days_of_the_calendar_and_no_rows_at_all(library: str, day: str) -> None:
    (found,) = shown(made_timeline(done_step(day))).to_frame(library)["done"]
    assert str(found)[:10] == day
    assert list(shown(made_timeline()).to_frame(library).columns) == list(COLUMNS)


def test_one_of_the_libraries_for_frames_is_here_when_tests_run() -> None:
    assert any(find_spec(each) for each in LIBRARIES)


def test_without_a_choice_the_frame_is_of_a_library_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    there = next(each for each in reversed(LIBRARIES) if find_spec(each))
    monkeypatch.setattr(frames, "find_spec", lambda name: name == there or None)
    assert isinstance(shown(FOUND).to_frame(), import_module(there).DataFrame)


def test_without_a_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "find_spec", lambda _: None)
    with pytest.raises(
        InputError, match=r"pandas or polars, and neither is.*pip install pandas, or: pip install polars"
    ):
        shown(FOUND).to_frame()
    with pytest.raises(InputError, match="polars, which is not installed.*pip install polars"):
        shown(FOUND).to_frame("polars")


def test_another_library_is_refused() -> None:
    with pytest.raises(InputError, match="Did you mean polars"):
        shown(FOUND).to_frame("polar")


def test_what_a_notebook_shows_has_headers_for_columns_and_rows() -> None:
    table = page(FOUND).find(".//table")
    assert table is not None
    assert words(next(table.iter("caption"))) == "A motion (isle/motion), as of 12 April 2009."
    assert {each.get("scope") for each in table.iter("th")} == {"col", "row"}
    assert [words(each) for each in table.iter("th") if each.get("scope") == "row"] == ["vote", *["presentation"] * 2]
    assert [words(each) for each in table.iter("time")] == [
        "10 April 2009", "10 April 2009", "20 April 2009", "10 April 2009", "25 April 2009",
    ]  # fmt: skip


@given(TIMELINES)
def test_a_notebook_gets_well_formed_text_and_nothing_from_elsewhere(found: Timeline) -> None:
    root = page(found)
    allowed = {"div", "img", "table", "caption", "thead", "tbody", "tr", "th", "td", "time"}
    assert {each.tag for each in root.iter()} <= allowed
    (image,) = root.iter("img")
    kind, _, data = image.attrib["src"].partition(";base64,")
    assert kind == "data:image/svg+xml"
    assert b64decode(data).decode().lstrip().startswith("<")
    assert not [each for each in root.iter() if set(each.attrib) - {"style", "scope", "datetime", "src", "alt"}]


def cells(found: Timeline) -> list[list[str]]:
    """What the body of a table says, row by row."""
    body = page(found).find(".//tbody")
    assert body is not None
    return [[words(cell) for cell in row] for row in body]


def test_a_notebook_says_what_is_doubted_and_what_another_reading_would_add() -> None:
    (doubted,) = cells(made_timeline(made_step(made_limit(doubt="the text is torn"))))
    assert doubted[-1].endswith("10 days; 20 April 2009. The wording is doubted: The text is torn.")
    _, other = cells(ELSE)
    assert other[2:] == ["1.IV", "", "", "", "under another reading", "counting=same_day: 2009-04-10 to 2009-04-19"]


def test_a_notebook_says_states_as_the_terminal_does() -> None:
    found = made_timeline(*(made_step(made_limit(state=each)) for each in State))
    assert [row[6] for row in cells(found)] == [
        "in time", "late", "too early", "open", "overdue", "impossible", "no limit set", "not known",
    ]  # fmt: skip


def test_without_a_day_of_judgement_the_caption_says_so() -> None:
    table = page(made_timeline(as_of=""))
    assert words(next(table.iter("caption"))) == "A motion (isle/motion), without any day."


@given(timelines())
def test_every_form_can_be_made_of_a_timeline_with_or_without_a_day(found: Timeline) -> None:
    for each in (found, replace(found, as_of="")):
        same, lines = shown(each), Page()
        bars(lines, each)
        assert len(lines.blocks) >= len(each.steps)
        assert same._repr_html_() and same.to_svg()
        assert len(read(each)) == len(rows(each))
        assert same.to_ics().startswith(b"BEGIN:VCALENDAR")


def test_a_plan_without_any_day_can_be_shown_in_every_form() -> None:
    plan = majlis.timeline("az-1995/law")
    assert plan.as_of == ""
    assert "without any day" in plan._repr_html_()
    assert "without any day" in plan.to_svg()
    assert b"BEGIN:VEVENT" not in plan.to_ics()
    assert {row["latest"] for row in read(plan)} == {""}


def test_what_users_wrote_is_escaped_in_a_notebook() -> None:
    evil = '<script>alert("&")</script>'
    root = page(made_timeline(made_step(made_limit(counting=evil), actors=(evil,)), title=evil))
    assert words(root).count(evil) == 3
    assert evil in next(root.iter("img")).attrib["alt"]


def test_the_shown_timeline_is_equal_to_the_plain_one_and_has_all_of_it() -> None:
    same = shown(FOUND)
    assert same == FOUND
    assert FOUND == same  # noqa: SIM300 - the other way round
    assert same != replace(FOUND, as_of="2009-04-13")
    assert same != "a timeline"
    assert same.as_dict() == FOUND.as_dict()
    assert asdict(same) == asdict(FOUND)
    assert same.step("vote") is FOUND.steps[0]
    assert same.limit("1.III", "presentation") is FOUND.steps[1].limits[1]


def test_the_shown_timeline_can_be_copied_changed_and_kept() -> None:
    same = shown(FOUND)
    for other in (copy.deepcopy(same), pickle.loads(pickle.dumps(same)), replace(same)):  # noqa: S301 - just made
        assert type(other) is type(same)
        assert other == FOUND


def test_files_and_the_picture_come_from_the_shown_timeline() -> None:
    same = shown(FOUND)
    assert same.to_csv() == csv_text(FOUND)
    stamp = datetime(2009, 4, 12, tzinfo=UTC)
    assert same.to_ics("case", stamp=stamp) == calendar_file(FOUND, stamp, name="case")
    assert b"T103000Z" in same.to_ics()
    assert "<svg" in same.to_svg()


def test_the_library_asks_the_question_and_shows_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def question(subject: str, **options: Any) -> Timeline:
        asked.update(options, subject=subject)
        return FOUND

    monkeypatch.setattr(shown_timelines, "_timeline", question)
    options: dict[str, Any] = {
        "begins": "2009-04-01", "done": {"vote": "2009-04-10"}, "given": {"urgent": True}, "matter": "1.1",
        "edition": "first", "readings": ["counting=same_day"], "as_of": "2009-04-12", "engine": "meaning",
    }  # fmt: skip
    found = majlis.timeline("isle/motion", **options)
    assert asked == {"subject": "isle/motion", **options}
    assert found == FOUND
    assert found._repr_html_()
