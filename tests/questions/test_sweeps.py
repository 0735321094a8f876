"""One figure swept: where it turns, and that every number comes to what asking for it alone does."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st

import majlis
from majlis.procedure.library import procedures
from majlis.questions.counting import FIRST, counted_field, counting_steps
from majlis.questions.figures.settling import values_of
from majlis.questions.figures.swept import Run, Sweep
from majlis.questions.standing import standing
from majlis.questions.sweep import sweep
from majlis.questions.votes.vote import WouldPass

ORDINARY, ELECTIONS = "94.I.15", "94.I.3"
ELECTION, MUNICIPAL = "az-1995/presidential_election", "az-1995/municipal_decision"
COUNTING = [(name, step) for name in procedures() for step in counting_steps(standing(name))]
TALLIES = [(name, step) for name, step in COUNTING if counted_field(standing(name), step) == "leading"]
PLAIN = [each for each in COUNTING if each not in TALLIES]


def swept(procedure: str, figure: str, **what: Any) -> Sweep:
    return sweep(procedure, figure, engine="meaning", **what)


def alone(procedure: str, **what: Any) -> WouldPass:
    return majlis.would_pass(procedure, engine="meaning", **what)


def runs(found: Sweep) -> list[tuple[int, int, bool | None, int | None]]:
    return [(each.first, each.last, each.passes, each.required) for each in found.runs]


def holds(found: Sweep, number: int, single: WouldPass) -> None:
    """What a sweep says of a number is what the number comes to by itself."""
    run = found.at(number)
    if single.passes is not None:
        assert run.passes is single.passes
        assert (run.provision, run.required) in ((single.provision, single.required), (single.provision, None))
    if run.passes is None:
        assert single.passes is None
    if number in (run.first, run.last):
        assert single.required == run.needed[number == run.last and run.first != run.last]
        assert single.margin == run.margin[number == run.last and run.first != run.last]


def test_the_runs_follow_one_another_without_a_gap() -> None:
    found = swept(ELECTION, "A", votes={"A": 0, "B": 40, "C": 9}, participants=120)
    assert (found.runs[0].first, found.runs[-1].last) == (found.first, found.last)
    assert all(one.last + 1 == other.first for one, other in pairwise(found.runs))


def test_a_fixed_majority_turns_once_and_asks_the_same_all_along() -> None:
    found = swept("az-1995/law", "in_favour", matter=ELECTIONS)
    assert runs(found) == [(0, 82, False, 83), (83, 125, True, 83)]
    assert [each.follows for each in found.runs] == [("rejected",), ("presentation",)]
    assert found.runs[0].margin == (-83, -1)


def test_the_range_ends_where_the_other_figures_leave_no_room() -> None:
    found = swept("az-1995/law", "in_favour", matter=ELECTIONS, sitting=94, against=3)
    assert (found.first, found.last, found.bounded_by) == (0, 91, "sitting")
    found = swept("az-1995/law", "sitting", matter=ELECTIONS, in_favour=90, against=3)
    assert (found.first, found.last, found.bounded_by) == (93, 125, "the Milli Majlis")
    assert runs(found) == [(93, 125, True, 83)]


def test_what_was_given_for_the_figure_itself_does_not_count() -> None:
    assert swept("az-1995/law", "in_favour", matter=ELECTIONS, in_favour=7).turning == (83,)


def test_a_part_of_the_range_may_be_asked_for() -> None:
    found = swept("az-1995/law", "in_favour", matter=ELECTIONS, between="80..90")
    assert (found.first, found.last, found.bounded_by, found.turning) == (80, 90, "", (83,))


def test_under_the_votes_obtained_the_first_vote_decides_what_is_needed() -> None:
    found = swept("az-1995/law", "first", matter=ORDINARY, step="repeat_vote", in_favour=90, readings=["obtained"])
    assert runs(found)[1:] == [(63, 82, True, 83), (83, 125, False, 95)]
    assert (found.runs[0].passes, found.runs[0].answer) == (None, "nothing due")  # so few votes lead to no repetition
    plain = swept("az-1995/law", "first", matter=ORDINARY, step="repeat_vote", in_favour=90)
    assert runs(plain) == [(0, 125, True, 83)]


def test_more_participants_make_the_same_votes_too_few() -> None:
    found = swept(ELECTION, "participants", votes={"A": 990_000, "B": 700_000}, invalid=30_000)
    assert (found.first, found.turning, found.endless) == (1_720_000, (1_980_000,), True)
    assert (found.runs[0].needed, found.runs[0].margin) == ((860_001, 990_000), (129_999, 0))


def test_of_invalid_votes_nothing_hangs_unless_the_valid_ones_are_the_base() -> None:
    what: dict[str, Any] = {"votes": {"A": 990_000, "B": 700_000}, "participants": 2_000_000}
    assert swept(ELECTION, "invalid", **what).turning == ()
    # 990 000 are more than half of the valid votes from the number on at which fewer than 1 980 000 are valid.
    assert swept(ELECTION, "invalid", readings=["valid_votes"], **what).turning == (20_001,)


def test_a_candidate_is_elected_in_the_second_round_wherever_the_rival_is_not_level() -> None:
    found = swept(ELECTION, "A", votes={"A": 0, "B": 700_000}, step="second_round")
    assert [(each.first, each.passes) for each in found.runs] == [(0, True), (700_000, False), (700_001, True)]


def test_those_who_vote_raise_what_more_than_half_of_them_is() -> None:
    found = swept(MUNICIPAL, "voting", in_favour=6, members=15, given={"local_taxes": False})
    assert (found.first, found.last, found.bounded_by, found.turning) == (6, 15, "members", (12,))


def test_a_fact_that_is_missing_leaves_open_only_what_hangs_on_it() -> None:
    found = swept(MUNICIPAL, "in_favour", voting=11, members=15)
    assert [(each.first, each.last, each.passes) for each in found.runs] == [
        (0, 5, False),
        (6, 9, None),
        (10, 11, True),
    ]


def test_a_number_outside_the_sweep_has_no_run() -> None:
    with pytest.raises(ValueError, match="126 lies outside 0 to 125"):
        swept("az-1995/law", "in_favour", matter=ELECTIONS).at(126)


@pytest.mark.parametrize(
    ("figure", "what", "message"),
    [
        ("in_favor", {}, r"counts no in_favor. Did you mean in_favour\?"),
        ("in_favour", {"between": "90..80"}, r"^in_favour: 90..80 runs backwards"),
        ("in_favour", {"between": "130.."}, r"in_favour is at least 130, which exceeds 125"),
        ("in_person", {}, r"in_person is no figure of the step vote"),
        ("first", {"step": "vote"}, r"looks back at no first vote"),
        ("in_favour", {"matter": "94.I.99"}, r"."),
    ],
)
def test_what_cannot_be_swept_is_refused(figure: str, what: dict[str, Any], message: str) -> None:
    with pytest.raises(majlis.InputError, match=message):
        swept("az-1995/law", figure, **what)


def facts_of(data: st.DataObject, procedure: str) -> dict[str, Any]:
    law = standing(procedure)
    names = [name for name in law.procedure.file.facts if values_of(law, name)]
    kept = data.draw(st.lists(st.sampled_from(names), unique=True) if names else st.just([]))
    return {name: data.draw(st.sampled_from(values_of(law, name))) for name in kept}


@pytest.mark.parametrize(("procedure", "step"), PLAIN)
@examples(3)
@given(data=st.data())
def test_every_number_comes_to_what_it_does_alone(procedure: str, step: str, data: st.DataObject) -> None:
    facts = facts_of(data, procedure)
    figure = counted_field(standing(procedure), step)
    found = swept(procedure, figure, step=step, given=facts)
    picked = {data.draw(st.integers(found.first, found.last)), *found.turning, *(each.last for each in found.runs)}
    for number in picked:
        holds(found, number, alone(procedure, step=step, given=facts, **{figure: number}))


@examples(15)
@given(
    st.sampled_from(["participants", "invalid", "valid_votes", "A", "B"]),
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(0, 40),
    st.sampled_from(["1995", "2009"]),
    st.sampled_from([(), ("valid_votes",)]),
    st.data(),
)
def test_every_number_of_an_election_comes_to_what_it_does_alone(  # noqa: PLR0917 - what is drawn
    figure: str, one: int, other: int, more: int, edition: str, readings: tuple[str, ...], data: st.DataObject
) -> None:
    votes = {"A": one, "B": other}
    what: dict[str, Any] = {"edition": edition, "readings": readings}
    if figure != "participants":
        what["participants"] = one + other + more
    found = swept(ELECTION, figure, votes=votes, **what)
    number = data.draw(st.integers(found.first, min(found.last, 400)))
    for each in {number, *found.turning, *(min(run.last, 400) for run in found.runs)}:
        put = {"votes": {**votes, figure: each}} if figure in votes else {"votes": votes, figure: each}
        holds(found, each, alone(ELECTION, **what, **put))


@examples(10)
@given(
    st.integers(0, 125),
    st.sampled_from([ORDINARY, ELECTIONS]),
    st.sampled_from([(), ("obtained",)]),
    st.integers(0, 125),
)
def test_every_first_vote_comes_to_what_it_does_alone(
    votes: int, matter: str, readings: tuple[str, ...], first: int
) -> None:
    what: dict[str, Any] = {"matter": matter, "step": "repeat_vote", "readings": readings, "in_favour": votes}
    found = swept("az-1995/law", FIRST, **what)
    for number in {first, *found.turning}:
        holds(found, number, alone("az-1995/law", first=number, **what))


def test_the_date_decides_the_edition() -> None:
    what: dict[str, Any] = {"votes": {"A": 0, "B": 0}, "participants": 99}
    assert swept(ELECTION, "A", date=date(1998, 10, 11), **what).turning == (66,)
    assert swept(ELECTION, "A", date=date(2008, 10, 15), **what).turning == (50,)


def test_a_sweep_is_plain_data() -> None:
    found = swept("az-1995/law", "in_favour", matter=ELECTIONS).as_dict()
    assert (found["schema"], found["turning"], found["runs"][0]["last"]) == ("majlis/sweep/1", (83,), 82)


def test_a_run_is_found_by_its_number() -> None:
    found = swept("az-1995/law", "in_favour", matter=ELECTIONS)
    assert isinstance(found.at(82), Run)
    assert (found.at(82).passes, found.at(83).passes) == (False, True)


def test_a_reading_that_turns_says_what_asking_under_it_says() -> None:
    what: dict[str, Any] = {"matter": "95.III", "in_favour": 50}
    (other,) = swept("az-1995/decree", "against", **what).readings_that_turn
    for row in other.rows:
        for number in (row.first, row.last):
            assert number is not None
            under = (f"{other.question}={other.reading}",)
            single = alone("az-1995/decree", **what, against=number, readings=under)
            assert single.passes is {"passes": True, "fails": False}[row.answer]


def test_a_sweep_that_no_reading_turns_names_none() -> None:
    assert swept("az-1995/law", "in_favour", matter=ELECTIONS).readings_that_turn == ()


def test_a_reading_under_which_passing_is_failing_is_told_in_the_words_of_the_one_taken() -> None:
    found = swept("az-1995/confidence_vote", "against")
    assert [(each.first, each.last, each.answer) for each in found.runs] == [(0, 62, "depends"), (63, 125, "fails")]
    (other,) = found.readings_that_turn
    assert [(each.first, each.last, each.answer) for each in other.rows] == [(0, 62, "passes"), (63, 125, "fails")]
