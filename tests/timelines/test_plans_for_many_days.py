from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from majlis import InputError, Planner
from majlis.procedure.library import procedure, procedures
from majlis.questions.timeline import timeline

AROUND = 25  # days before and after the first days of editions


def some_days(name: str) -> list[date]:
    """Days of all editions, some of them near a change of the edition, and ends of months and years."""
    rng = random.Random(name)  # noqa: S311 - days to try, no secrets
    frame = procedure(name).law.constitution
    first = frame.editions[0].first_day.latest
    last = frame.last_day.earliest - timedelta(days=1) if frame.last_day else date(2090, 12, 31)
    anywhere = [first + timedelta(days=rng.randrange((last - first).days)) for _ in range(5)]
    changes = [each.first_day.earliest + timedelta(days=rng.randint(-AROUND, AROUND)) for each in frame.editions[1:]]
    ends = [each.replace(month=12, day=31) for each in anywhere[:1]] + [date(2000, 2, 29), date(2011, 1, 31)]
    return [day for day in (*anywhere, *changes, *ends) if first <= day <= last]


@pytest.mark.parametrize("name", procedures())
def test_a_planner_says_of_every_day_what_a_timeline_says(name: str) -> None:
    planner = Planner(name)
    for day in some_days(name):
        assert planner.timeline(day) == timeline(name, begins=day), day


def test_a_planner_keeps_to_the_readings_the_matter_and_the_edition_that_are_asked_for() -> None:
    asked = {"matter": "94.I.3", "edition": "2002", "readings": ("counting=same_day",)}
    planner = Planner("az-1995/law", **asked)
    for day in (date(2031, 1, 31), date(2003, 12, 30), date(2004, 2, 29)):
        assert planner.timeline(day) == timeline("az-1995/law", begins=day, **asked)


def test_a_planner_refuses_days_on_which_the_constitution_was_not_in_force() -> None:
    planner = Planner("az-1995/law")
    planner.timeline(date(2001, 1, 1))
    with pytest.raises(InputError, match="not in force"):
        planner.timeline(date(1990, 1, 1))


def test_a_planner_refuses_names_that_there_are_not() -> None:
    with pytest.raises(InputError, match="unknown"):
        Planner("az-1995/laws")
    with pytest.raises(InputError, match="unknown reading"):
        Planner("az-1995/law", readings=("nonsense",))
