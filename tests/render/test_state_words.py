"""How steps and limits stand is said in the same words everywhere."""

from __future__ import annotations

import pytest
from made_timelines import made_limit, made_step, made_timeline

from majlis.procedure.library import procedure
from majlis.questions.timed import Limit, State
from majlis.render.calendar_events import events
from majlis.render.limits import limit_lines
from majlis.render.page import OPEN
from majlis.render.state_words import NOT_KEPT, STYLE, WORDS, days, days_left, limit_state, state_in_days
from majlis.render.timeline_said import state_word, state_words


def lines(limit: Limit) -> list[str]:
    """The lines of a limit on a page, without their styles."""
    its = procedure("az-1995/law")
    return ["".join(part.text for part in line) for line in limit_lines(limit, made_step(limit), its)]


def test_every_state_has_its_word_and_its_style() -> None:
    assert set(WORDS) == set(STYLE) == set(State)
    assert len(set(WORDS.values())) == len(State)
    assert STYLE[State.UNKNOWN] == OPEN


@pytest.mark.parametrize(("count", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (1234, "1,234 days")])
def test_days_are_counted_in_words(count: int, said: str) -> None:
    assert days(count) == said


def test_the_last_day_is_called_that() -> None:
    assert [days_left(0), days_left(1)] == ["this is the last day", "1 day left"]


@pytest.mark.parametrize(
    ("state", "duty", "said"),
    [
        (State.LATE, True, "3 days late"),
        (State.PREMATURE, True, "3 days too early"),
        (State.OVERDUE, True, "overdue by 3 days"),
        (State.OVERDUE, False, "it ran out 3 days ago"),
        (State.IN_TIME, True, "in time"),
    ],
)
def test_a_step_and_its_only_limit_stand_in_the_same_words(state: State, *, duty: bool, said: str) -> None:
    limit = made_limit(state=state, days=3, duty=duty)
    step = made_step(limit, state=state, late_by=-3 if state is State.PREMATURE else 3)
    assert limit_state(limit) == state_word(step) == said
    assert lines(limit)[0].partition("; ")[2].startswith(said)


@pytest.mark.parametrize("count", [None, 0])
def test_a_state_without_days_is_its_word(count: int | None) -> None:
    assert [state_in_days(each, count) for each in NOT_KEPT] == ["late", "too early", "overdue"]
    assert state_in_days(State.OVERDUE, count, duty=False) == "it has run out"


def test_what_is_left_of_a_period_reads_alike_in_the_picture_and_on_the_page() -> None:
    found = made_step(made_limit(days=8))
    assert limit_state(found.limits[0]) == "8 days left"
    assert state_words(found, "2009-04-12") == "open; 8 days left; may come now"
    assert state_words(found, "2009-04-20") == "open; this is the last day; may come now"


def test_a_limit_that_does_not_run_yet_or_of_which_nothing_is_known_says_so() -> None:
    assert limit_state(made_limit(begun=None)) == "not yet running"
    assert limit_state(made_limit()) == "open"
    assert limit_state(made_limit(state=State.IMPOSSIBLE)) == "its day is over"
    assert limit_state(made_limit(state=State.UNKNOWN)) == "a day or a fact is not known"


def test_the_page_says_of_a_limit_that_its_wording_is_doubted() -> None:
    assert lines(made_limit(doubt="the text is torn"))[2] == "The wording is doubted: The text is torn."
    assert not any("doubted" in line for line in lines(made_limit()))


def test_an_act_in_a_calendar_stands_to_its_periods_in_the_words_of_the_page() -> None:
    early = made_step(made_limit(state=State.PREMATURE, days=2), done="2009-04-08", late_by=-2)
    act = events(made_timeline(early))[0]
    assert act.summary.endswith(", 2 days too early")
    assert "(isle/1.II, edition first): 2 days too early." in act.description
