"""The bars of a timeline in a terminal: no line is too long, every step is there, and every state has its signs."""

from __future__ import annotations

import re
from io import StringIO

from drawn_timelines import WINDOW, every_state, step, timeline, timelines
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st

from majlis.errors import printable
from majlis.questions.timed import Standing, State, Timeline
from majlis.render.page import Page
from majlis.render.printer import show
from majlis.render.timeline_bars import bars
from majlis.render.timeline_said import named, state_word


def printed(found: Timeline, wide: int = 78) -> list[str]:
    page, file = Page(), StringIO()
    bars(page, found, wide)
    show(page, file, wide)
    return file.getvalue().splitlines()


@examples(60)
@given(timelines(most=12), st.integers(40, 160))
def test_no_line_of_bars_is_longer_than_the_width_and_each_step_is_there(found: Timeline, wide: int) -> None:
    lines = printed(found, wide)
    assert [line for line in lines if len(line) > wide] == []
    for each in found.steps:
        name, word = (printable(text).split()[0] for text in (named(each), state_word(each)))
        assert [line for line in lines if line.lstrip().startswith(name[:8])]
        assert [line for line in lines if word in line.split()]


def rows_of(found: Timeline) -> dict[str, str]:
    """The rows of bars by their names, each without its name and its state."""
    lines = printed(found)
    return {each.name: next(line for line in lines if line.startswith(named(each))) for each in found.steps}


def test_states_differ_in_a_row_of_characters_as_well() -> None:
    drawn = rows_of(every_state())
    signs = {name: "".join(sorted(set(line) & set("=-~[]*#>x?"))) for name, line in drawn.items()}
    assert signs["in_time"] == "*="
    assert signs["late"] == "#*="
    assert signs["overdue"] == "#=>"
    assert "?" in signs["unknown"]
    assert re.search(r"=x=", drawn["impossible"])
    assert re.search(r"\*#+=+", drawn["premature"])
    assert re.search(r"=+#+\*", drawn["late"])
    assert re.search(r"=+#+>", drawn["overdue"])
    assert re.search(r"=\*=", drawn["in_time"])
    assert drawn["late"].rstrip().endswith("3 days late")


def test_a_last_day_before_the_first_is_drawn_as_two_brackets_of_characters() -> None:
    drawn = rows_of(timeline(step(state=State.IMPOSSIBLE, earliest="1910-05-20", latest="1910-04-10")))
    assert re.search(r"\] +x +\[", drawn["vote"])


def test_without_any_day_there_is_no_scale_above_the_rows() -> None:
    (row, *_) = printed(timeline(step(standing=Standing.NOT_YET), as_of=""))
    assert row.split() == ["Vote", "open"]


def test_the_day_of_judgement_is_one_column_in_all_rows() -> None:
    found = timeline(step(name="first", **WINDOW), step(name="second", latest="1910-12-31"), step(name="third"))
    lines = printed(found)
    column = lines[0].index("|")
    assert lines[0].replace("|", " ").split() == ["as", "of", "1910-06-15"]
    assert [line[column] for line in rows_of(found).values()] == ["|", "|", "|"]


def test_the_legend_of_bars_explains_every_sign_that_occurs() -> None:
    lines = printed(every_state())
    drawn = {sign for line in rows_of(every_state()).values() for sign in line if sign in "=-~[]*#>x?|"}
    explained = {entry[0] for line in lines[-3:] for entry in line.split("; ")}
    assert drawn - {"x"} <= explained and "x no longer possible" in " ".join(lines)
