"""The page of a sweep: where it turns, in a sentence and in a table."""

from __future__ import annotations

from typing import Any

import pytest

from majlis.questions.sweep import sweep
from majlis.render.page import BAD, GOOD, Line, Page, Table
from majlis.render.votes.sweep_table import HEADER, sweep_page

MUNICIPAL = "az-1995/municipal_decision"


def page(procedure: str, figure: str, **what: Any) -> Page:
    return sweep_page(sweep(procedure, figure, engine="meaning", **what))


def text(of: Page) -> str:
    return "\n".join("".join(part.text for part in block.parts) for block in of.blocks if isinstance(block, Line))


def rows(of: Page) -> list[dict[str, str]]:
    table = next(block for block in of.blocks if isinstance(block, Table))
    return [dict(zip(table.header, (part.text for part in row), strict=True)) for row in table.rows]


@pytest.mark.parametrize(
    ("procedure", "figure", "what", "sentence"),
    [
        ("az-1995/law", "in_favour", {"matter": "94.I.3"}, "Fails up to 82, passes from 83 on."),
        ("az-1995/law", "sitting", {"matter": "94.I.3", "in_favour": 90}, "Passes whatever the number."),
        (MUNICIPAL, "in_favour", {"voting": 11, "members": 15}, "Fails up to 5, depends from 6 to 9, passes from 10 on."),
        ("az-1995/law", "first", {"matter": "94.I.15", "step": "repeat_vote", "in_favour": 90, "readings": ["obtained"]},
         "Nothing due up to 62, passes from 63 to 82, fails from 83 on."),
        ("az-1995/presidential_election", "A", {"votes": {"A": 0, "B": 700_000}, "step": "second_round"},
         "Elects B up to 699,999, fails at 700,000, elects A from 700,001 on."),
    ],
)  # fmt: skip
def test_the_first_sentence_says_where_the_answer_turns(
    procedure: str, figure: str, what: dict[str, Any], sentence: str
) -> None:
    assert text(page(procedure, figure, **what)).startswith(sentence)


def test_the_other_readings_are_told_below_the_answer_that_they_turn() -> None:
    found = text(page("az-1995/decree", "against", matter="95.III", in_favour=50))
    answer, other = found.splitlines()[:2]
    assert answer == "Fails whatever the number, under the readings taken here."
    assert other == "Under the reading more for than against (decree_majority): passes up to 49, fails from 50 on."


def test_the_figures_that_were_given_have_their_thousands_apart() -> None:
    votes = {"A": 990_000, "B": 980_000}
    found = text(page("az-1995/presidential_election", "invalid", votes=votes, participants="2000000..2100000"))
    assert "candidates A 990,000, B 980,000, participants 2,000,000..2,100,000" in " ".join(found.split())


def test_the_table_has_what_is_needed_and_by_how_much_it_is_missed() -> None:
    fails, passes = rows(page("az-1995/law", "in_favour", matter="94.I.3"))
    assert (fails["From"], fails["To"], fails["Needed"], fails["By how many"]) == ("0", "82", "83", "83 to 1 too few")
    assert (passes["From"], passes["To"], passes["By how many"], passes["By"]) == (
        "83",
        "125",
        "0 to 42 to spare",
        "94.II",
    )


def test_what_moves_with_the_figure_is_told_from_where_to_where() -> None:
    passes, fails = rows(page(MUNICIPAL, "members", in_favour=10, voting=11, given={"local_taxes": True}))
    assert (passes["Needed"], passes["By how many"]) == ("8 to 10", "2 to 0 to spare")
    assert (fails["To"], fails["Needed"], fails["By how many"]) == ("and on", "11 and more", "1 and more too few")


def test_answers_are_marked_as_good_or_bad() -> None:
    found = page("az-1995/law", "in_favour", matter="94.I.3")
    table = next(block for block in found.blocks if isinstance(block, Table))
    assert [row[HEADER.index("Answer")].style for row in table.rows] == [BAD, GOOD]


def test_the_page_ends_with_the_rule_and_with_what_was_asked() -> None:
    found = text(page("az-1995/law", "in_favour", matter="94.I.3", against=3))
    assert "94.II: A law on presidential elections" in found
    assert "against 3, step vote; in favour swept; edition 2016" in found


def test_the_bound_of_the_range_is_named() -> None:
    assert "From 0 to 91 (by sitting)." in text(
        page("az-1995/law", "in_favour", matter="94.I.3", against=3, sitting=94)
    )
    assert "without end." in text(page("az-1995/law", "signatures", by="citizens"))
