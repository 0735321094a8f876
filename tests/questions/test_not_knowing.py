"""Figures that are spans or missing: what is said of all choices is what each of them comes to."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from how_many import examples
from hypothesis import given
from hypothesis import strategies as st

import majlis
from majlis.engines import engine
from majlis.logic.tree import Compare, Name, Number
from majlis.questions.counting import counting_steps
from majlis.questions.figures.asked import Asked
from majlis.questions.figures.not_knowing import not_knowing
from majlis.questions.figures.not_known import DEPENDS, FAILS, PASSES, NotKnown
from majlis.questions.figures.open_figures import open_figures
from majlis.questions.figures.span import Span
from majlis.questions.figures.tallies import standings
from majlis.questions.standing import Standing, standing
from majlis.questions.votes.ballot import ballot
from majlis.questions.votes.deciding import decided

ELECTIONS = {"matter": "94.I.3"}
MEANING = engine("meaning")
RANK = Compare(">", Name("first_round.1.best_rank"), Number(0))
TAXES = st.sampled_from([{"local_taxes": True}, {"local_taxes": False}])
ELECTION, MUNICIPAL = "az-1995/presidential_election", "az-1995/municipal_decision"


def asked(
    procedure: str, step: str, figures: dict[str, Any], facts: dict[str, Any], readings: tuple[str, ...] = ()
) -> NotKnown:
    return not_knowing(standing(procedure, readings=readings), MEANING, step, figures, facts=facts)


def passes(law: Standing, step: str, facts: dict[str, Any], figures: dict[str, Any]) -> bool | None:
    return decided(ballot(law, step, facts, figures, None).judged(law, MEANING), step).passes


def numbers(low: int, high: int, most_wide: int = 6) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(low, high), st.integers(0, most_wide)).map(lambda each: (each[0], sum(each)))


def tried(
    law: Standing, step: str, facts: dict[str, Any], spans: dict[str, tuple[int, int]]
) -> dict[tuple[int, ...], bool | None]:
    """Every choice that fits, with what it comes to."""
    found = {}
    for each in product(*(range(first, last + 1) for first, last in spans.values())):
        try:
            found[each] = passes(law, step, facts, dict(zip(spans, each, strict=True)))
        except majlis.InputError:
            continue
    return found


def agree(law: Standing, step: str, facts: dict[str, Any], spans: dict[str, tuple[int, int]]) -> None:
    every = tried(law, step, facts, spans)
    if not every:
        with pytest.raises(majlis.InputError):
            not_knowing(law, MEANING, step, spans, facts=facts)
        return
    found = not_knowing(law, MEANING, step, spans, facts=facts)
    answers = set(every.values())
    assert found.answer == (DEPENDS if len(answers) > 1 else {True: PASSES, False: FAILS}[answers.pop()])
    for example in found.examples:
        assert example.answer == (PASSES if every[tuple(example.figures[name] for name in spans)] else FAILS)
    if len(spans) == 1:
        said = {number: row.answer for row in found.rows for number in range(row.first, (row.last or 0) + 1)}
        assert said == {number: PASSES if answer else FAILS for (number,), answer in every.items()}


def test_the_answer_depends_and_turns_at_the_number_that_is_needed() -> None:
    found = asked("az-1995/law", "vote", {"in_favour": "80..90"}, ELECTIONS)
    assert (found.answer, found.passes, found.figure, found.turning) == (DEPENDS, None, "in_favour", (83,))
    assert {each.answer: each.figures["in_favour"] >= 83 for each in found.examples} == {PASSES: True, FAILS: False}


@pytest.mark.parametrize(("span", "answer"), [("84..90", PASSES), ("83..", PASSES), ("60..70", FAILS), ("..82", FAILS)])
def test_a_span_on_one_side_of_the_majority_is_as_good_as_a_number(span: str, answer: str) -> None:
    found = asked("az-1995/law", "vote", {"in_favour": span}, ELECTIONS)
    assert (found.answer, found.turning, found.next) == (answer, (), None)


def test_a_span_goes_as_far_as_the_other_figures_leave_room() -> None:
    found = asked("az-1995/law", "vote", {"in_favour": "80..", "against": 43, "sitting": 125}, ELECTIONS)
    assert found.answer == FAILS
    assert found.rows[-1].last == 82


@pytest.mark.parametrize(
    ("figures", "what"),
    [
        ({"in_favour": "80..90", "against": "50..60"}, "in_favour + against is at least 130, which exceeds 125"),
        ({"in_favour": "80..90", "sitting": 70}, "in_favour is at least 80, which exceeds 70, sitting"),
        ({"in_favour": "130.."}, "in_favour is at least 130, which exceeds 125, the seats of milli_majlis"),
        (
            {"present": "..80", "absent": 20, "sitting": "110..120"},
            "present \\+ absent is at most 100, and sitting at least 110",
        ),
    ],
)
def test_sums_that_cannot_come_out_are_named(figures: dict[str, Any], what: str) -> None:
    with pytest.raises(majlis.InputError, match=what.replace(" + ", r" \+ ")):
        asked("az-1995/law", "vote", figures, ELECTIONS)


def test_a_whole_is_held_against_what_its_parts_follow_from() -> None:
    known = {"against": 10, "abstained": 5, "not_voting": 0, "absent": 10, "sitting": 125}
    with pytest.raises(majlis.InputError, match=r"present \+ absent is at most 109, and sitting at least 125"):
        asked("az-1995/law", "vote", {"in_favour": "80..84", **known}, ELECTIONS)


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(majlis.InputError, match=r"^in_favour: 90..80 runs backwards. Write 80..90"):
        asked("az-1995/law", "vote", {"in_favour": "90..80"}, ELECTIONS)


def test_a_span_of_what_is_no_count_is_refused() -> None:
    with pytest.raises(majlis.InputError, match="in_person is no figure of the step vote"):
        asked("az-1995/law", "vote", {"in_person": "1..2"}, ELECTIONS)


def test_the_fact_that_says_which_majority_is_due_is_to_be_found_out() -> None:
    found = asked("az-1995/judge_dismissal", "vote", {"in_favour": 70}, {})
    assert (found.answer, found.unknown) == (DEPENDS, ("court",))
    assert found.next is not None
    assert (found.next.name, found.next.settles) == ("court", "always")
    assert found.next.asks


def test_enough_for_every_majority_passes_whatever_is_missing() -> None:
    assert asked("az-1995/judge_dismissal", "vote", {"in_favour": "83..90"}, {}).answer == PASSES
    assert asked("az-1995/judge_dismissal", "vote", {"in_favour": "50..62"}, {}).answer == FAILS


def test_a_share_of_members_who_are_not_counted_depends_on_them() -> None:
    found = asked(MUNICIPAL, "municipal_vote", {"in_favour": 10}, {"local_taxes": True})
    assert (found.answer, found.unknown, found.figure, found.turning) == (DEPENDS, ("members",), "members", (16,))
    assert found.next is not None
    assert found.next.asks == "How many members does the municipality have?"


def test_a_vote_that_nobody_supports_fails_whatever_the_number_of_members() -> None:
    found = asked(MUNICIPAL, "municipal_vote", {"in_favour": 0, "voting": "1.."}, {"local_taxes": False})
    assert found.answer == FAILS


def test_of_several_unknown_figures_one_is_told_that_can_settle_it_alone() -> None:
    found = asked(MUNICIPAL, "municipal_vote", {"in_favour": 10, "voting": 18}, {})
    assert set(found.unknown) == {"members", "local_taxes"}
    assert found.next is not None
    # 10 of 18 are more than half, and fewer than two thirds of 18 or more: not the members, the subject decides.
    assert (found.next.name, found.next.settles) == ("local_taxes", "always")


def test_the_turnout_that_is_not_known_decides_an_election_from_a_number_on() -> None:
    votes = {"A": 990_000, "B": 700_000}
    found = asked(ELECTION, "first_round", {"candidates": votes, "invalid": 30_000}, {})
    assert (found.figure, found.turning, found.rows[0].first) == (
        "participants",
        (2 * 990_000,),
        990_000 + 700_000 + 30_000,
    )


def test_a_leader_who_cannot_reach_half_fails_whatever_the_others_receive() -> None:
    votes = {"A": "900000..1000000", "B": 700_000, "C": "0..1200000"}
    assert asked(ELECTION, "first_round", {"candidates": votes, "participants": 2_100_000}, {}).answer == FAILS
    assert asked(ELECTION, "first_round", {"candidates": votes, "participants": 1_900_000}, {}).answer == DEPENDS


@examples(25)
@given(numbers(78, 86), numbers(0, 45), numbers(80, 122))
def test_three_spans_come_to_what_trying_every_choice_does(
    in_favour: tuple[int, int], against: tuple[int, int], sitting: tuple[int, int]
) -> None:
    spans = {"in_favour": in_favour, "against": against, "sitting": sitting}
    agree(standing("az-1995/law"), "vote", ELECTIONS, spans)


@examples(25)
@given(TAXES, numbers(0, 14), numbers(0, 18), numbers(0, 24))
def test_shares_of_spans_come_to_what_trying_every_choice_does(
    facts: dict[str, Any], in_favour: tuple[int, int], voting: tuple[int, int], members: tuple[int, int]
) -> None:
    spans = {"in_favour": in_favour, "voting": voting, "members": members}
    agree(standing(MUNICIPAL), "municipal_vote", facts, spans)


@examples(25)
@given(TAXES, numbers(0, 12), numbers(0, 8), numbers(0, 4))
def test_a_whole_that_follows_from_its_parts_is_read_from_them(
    facts: dict[str, Any], in_favour: tuple[int, int], against: tuple[int, int], abstained: tuple[int, int]
) -> None:
    spans = {"in_favour": in_favour, "against": against, "abstained": abstained}
    law = standing(MUNICIPAL)
    if facts["local_taxes"]:
        spans |= {"not_voting": (1, 1), "absent": (2, 3)}
    agree(law, "municipal_vote", facts, spans)


@examples(25)
@given(
    st.sampled_from(["first_round", "second_round"]),
    st.lists(numbers(0, 9, 3), min_size=2, max_size=3),
    st.integers(0, 30),
)
def test_votes_by_candidate_come_to_what_trying_every_choice_does(
    step: str, spans: list[tuple[int, int]], more: int
) -> None:
    law = standing(ELECTION)
    assert step in counting_steps(law)
    participants = sum(first for first, _ in spans) + more
    every: dict[tuple[int, ...], bool | None] = {}
    for votes in product(*(range(first, last + 1) for first, last in spans)):
        if sum(votes) <= participants:
            tally = dict(zip("ABC", votes, strict=False))
            every[votes] = passes(law, step, {}, {"candidates": tally, "participants": participants})
    figures = {"candidates": dict(zip("ABC", spans, strict=False)), "participants": participants}
    found = not_knowing(law, MEANING, step, figures, facts={})
    answers = set(every.values())
    assert found.answer == (DEPENDS if len(answers) > 1 else {True: PASSES, False: FAILS}[answers.pop()])
    for example in found.examples:
        votes = tuple(example.figures.get(who, span[0]) for who, span in zip("ABC", spans, strict=False))
        assert example.answer == (PASSES if every[votes] else FAILS)


@examples(25)
@given(st.lists(numbers(0, 5, 3), min_size=1, max_size=4), st.sampled_from([(), (RANK,)]))
def test_in_each_part_the_candidates_stand_in_one_way(spans: list[tuple[int, int]], read: tuple[Compare, ...]) -> None:
    """Who leads, and whether two are level, is the same for all choices of a part, and every choice is in one."""
    law, tally = standing(ELECTION), dict(zip("ABCD", (Span(*each) for each in spans), strict=False))
    names = {f"first_round.candidates.{who}": span for who, span in tally.items()}
    figures = open_figures(Asked(law, MEANING, "first_round", {}, {}, None), names)
    record = figures.vote.judged(law, MEANING).record.values
    parts = list(standings(figures, record, read))
    seen: dict[int, set[tuple[Any, ...]]] = {}
    for votes in product(*(range(first, last + 1) for first, last in spans)):
        point = dict(zip(names, votes, strict=True))
        values = figures.at(point).judged(law, MEANING).record.values
        within = [
            n
            for n, (region, _) in enumerate(parts)
            if region.given({**point, "first_round.candidates": sum(votes)}).point() is not None
        ]
        assert within
        for n in within:
            said = {name: values[name] for name in parts[n][1]}
            assert said == {name: number.at(point) for name, number in parts[n][1].items()}
            ranks = tuple(sum(other > each for other in votes) for each in votes) if read else ()
            seen.setdefault(n, set()).add((values["first_round.1.tied"], values["first_round.1.second_tied"], ranks))
    assert all(len(each) == 1 for each in seen.values())


@examples(20)
@given(st.integers(0, 14), st.integers(0, 14), TAXES)
def test_a_missing_figure_is_taken_as_all_that_it_can_be(in_favour: int, against: int, facts: dict[str, Any]) -> None:
    law = standing(MUNICIPAL)
    known = {"in_favour": in_favour, "against": against}
    missing = "members" if facts["local_taxes"] else "voting"
    found = not_knowing(law, MEANING, "municipal_vote", known, facts=facts)
    low = in_favour + against
    every = {
        number: passes(law, "municipal_vote", facts, {**known, missing: number}) for number in range(low, 3 * low + 9)
    }
    for number, answer in every.items():
        row = next(row for row in found.rows if row.first <= number and (row.last is None or number <= row.last))
        assert row.answer == (PASSES if answer else FAILS)
    assert found.rows[0].first == low
