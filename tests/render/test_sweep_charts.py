"""Step charts of sweeps, in SVG and in characters: every run is there, at its level, and turning points are named."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from io import StringIO

import pytest
from drawn_votes import sweeps, swept
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st
from picture_reading import (
    SVG,
    everything_stays_on_the_sheet,
    forms,
    is_a_picture_with_its_story,
    no_text_runs_over_another,
    number,
    of_class,
    parsed,
    rooms,
)

from majlis.questions.figures.swept import Sweep
from majlis.render.page import Page
from majlis.render.printer import show
from majlis.render.votes.sweep_bars import sweep_bars
from majlis.render.votes.sweep_said import run_words, turning_words
from majlis.render.votes.sweep_svg import sweep_svg

THREE = swept("in_favour", (0, 49, False), (50, 66, None), (67, 99, True))


def printed(found: Sweep, wide: int = 78) -> list[str]:
    page, file = Page(), StringIO()
    sweep_bars(page, found, wide)
    show(page, file, 1000)  # nothing is broken by the printer
    return file.getvalue().splitlines()


@examples(60)
@given(sweeps())
def test_any_sweep_is_drawn_within_its_sheet_and_no_text_runs_over_another(found: Sweep) -> None:
    root = parsed(sweep_svg(found))
    everything_stays_on_the_sheet(root)
    no_text_runs_over_another(root)
    is_a_picture_with_its_story(root, turning_words(found))


@examples(30)
@given(sweeps())
def test_the_runs_lie_side_by_side_from_the_first_number_to_the_last(found: Sweep) -> None:
    drawn = of_class(parsed(sweep_svg(found)), "run")
    assert [(each.get("data-first"), each.get("data-last")) for each in drawn] == [
        (str(run.first), str(run.last)) for run in found.runs
    ]
    ends = [(number(step, "x"), number(step, "width")) for step in (each.find(f"{SVG}rect") for each in drawn)]  # type: ignore[arg-type]
    for (left, wide), (after, _) in zip(ends, ends[1:], strict=False):
        assert left + wide == pytest.approx(after, abs=0.16)
    assert len(of_class(parsed(sweep_svg(found)), "turn")) == len(found.turning)
    desc = parsed(sweep_svg(found)).findtext(f"{SVG}desc") or ""
    assert all(run_words(found, run) in desc for run in found.runs)


@examples(20)
@given(sweeps())
def test_the_same_sweep_gives_the_same_chart(found: Sweep) -> None:
    assert sweep_svg(found) == sweep_svg(deepcopy(found))


def test_passing_stands_above_depending_and_that_above_failing_each_in_its_own_form() -> None:
    fails, depends, passes = of_class(parsed(sweep_svg(THREE)), "run")
    heights = [number(each.find(f"{SVG}rect"), "y") for each in (passes, depends, fails)]  # type: ignore[arg-type]
    assert heights == sorted(set(heights))
    assert forms(depends) != forms(fails)
    fills = [each.find(f"{SVG}rect").get("fill") for each in (passes, fails)]  # type: ignore[union-attr]
    assert fills[1] == "#fff" != fills[0]


def test_the_numbers_where_the_answer_changes_stand_at_the_axis() -> None:
    said = [each.text for each in rooms(parsed(sweep_svg(THREE)))]
    assert {"0", "50", "67", "99", "in favour", "passes", "depends", "fails"} <= set(said)
    assert "From 50 in favour on, it depends. From 67 in favour on, it passes." in " ".join(said)
    assert "67 to 99: passes, 5 needed (1.II)" in said


def test_a_sweep_without_an_end_ends_in_an_arrow() -> None:
    ended, endless = (
        parsed(sweep_svg(swept("valid_votes", (0, 49, False), (50, 99, True), endless=each))) for each in (False, True)
    )
    assert (len(list(ended.iter(f"{SVG}polygon"))), len(list(endless.iter(f"{SVG}polygon")))) == (0, 1)
    assert "from 50: passes, 5 needed (1.II)" in {each.text for each in rooms(endless)}


@examples(60)
@given(sweeps(), st.integers(40, 160))
def test_no_line_of_a_sweep_is_longer_than_the_width_and_each_answer_has_a_row(found: Sweep, wide: int) -> None:
    lines = printed(found, wide)
    assert [line for line in lines if len(line) > wide] == []
    for word, answer, sign in (("passes", True, "+"), ("depends", None, "~"), ("fails", False, "x")):
        rows = [line for line in lines if line.startswith(f"{word} ")]
        assert len(rows) == any(run.passes is answer for run in found.runs)
        last = found.runs[-1].passes is answer and found.endless
        assert all(sign in row or (last and row.endswith(">")) for row in rows)


def test_a_row_of_characters_changes_where_the_answer_does() -> None:
    lines = printed(THREE, 109)
    passes, depends, fails = (line[9:] for line in lines[:3])
    assert (fails, depends, passes) == ("x" * 50, " " * 50 + "~" * 17, " " * 67 + "+" * 33)
    ticks = next(line for line in lines if line.lstrip().startswith("|"))
    assert [place for place, sign in enumerate(ticks[9:]) if sign == "|"] == [0, 50, 67, 99]


def test_of_very_many_runs_the_first_are_told_and_how_many_more_there_are() -> None:
    many = swept("in_favour", *((place, place, place % 2 == 0) for place in range(60)))
    assert any(each.text == "and 36 more runs" for each in rooms(parsed(sweep_svg(many))))
    assert turning_words(many) == "The answer changes 59 times, first at 1 and last at 59."


def test_what_neither_passes_nor_fails_is_called_by_its_own_word() -> None:
    first, *others = THREE.runs
    due = replace(THREE, runs=(replace(first, passes=None, answer="nothing due"), *others[1:]))
    several = replace(THREE, runs=(replace(first, passes=None, answer="nothing due"), others[0]))
    assert [line.split()[0] for line in printed(several)[:1]] == ["open"]
    assert any(line.startswith("nothing due  ") for line in printed(due))
    assert "nothing due" in {each.text for each in rooms(parsed(sweep_svg(due)))}
    assert run_words(due, due.runs[0]) == "0 to 49: nothing due, 5 needed (1.II)"
    assert turning_words(replace(due, runs=due.runs[:1])) == "No majority is due with any number."


def test_a_sweep_that_never_turns_says_so() -> None:
    assert turning_words(swept("in_favour", (0, 9, False), (10, 20, False))) == "It fails with any number."
