"""A planner that is given facts, readings, a matter or an edition says of each day what a timeline says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from majlis import Planner
from majlis.procedure.library import procedure
from majlis.questions.plan import planned
from majlis.questions.standing import checked_edition
from majlis.questions.template import Template
from majlis.questions.timeline import judged, timeline, timeline_of

SAME_DAY, WORKING_DAY = "counting=same_day", "rest_days=next_working_day"


def as_by_itself(name: str, days: tuple[str, ...], **asked: Any) -> None:
    """The planner is asked for all days, one after the other, so that it may keep what it found for the first."""
    planner = Planner(name, engine="meaning", **asked)
    for day in days:
        wanted = timeline(name, begins=date.fromisoformat(day), engine="meaning", **asked)
        assert planner.timeline(date.fromisoformat(day)) == wanted, day


# Facts that are days


GIVEN_DAYS = [
    ("az-1995/decree", {"decree_received": "2020-01-01"}),
    ("az-1995/decree", {"decree_received": date(2020, 1, 1), "changed": False}),
    ("az-1995/tax", {"due_day": "2020-01-01"}),
    ("az-1995/presidential_election", {"term_began": "2018-04-18"}),
]
AROUND = ("2020-01-01", "2020-02-01", "2019-12-15", "2020-01-02", "2020-03-31", "2017-02-28")


@pytest.mark.parametrize(("name", "given"), GIVEN_DAYS)
@pytest.mark.parametrize("first", [0, 1, 2], ids=lambda first: AROUND[first])
def test_a_given_day_stays_where_it_is_whatever_day_a_plan_begins_on(
    name: str, given: dict[str, Any], first: int
) -> None:
    as_by_itself(name, AROUND[first:] + AROUND[:first], given=given)


def test_a_given_day_is_said_as_it_was_given() -> None:
    planner = Planner("az-1995/decree", given={"decree_received": "2020-01-01"}, engine="meaning")
    for day in (date(2020, 1, 1), date(2020, 2, 1)):
        assert planner.timeline(day).given == {"decree_received": "2020-01-01"}


def test_a_planner_takes_other_days_as_a_timeline_does() -> None:
    planner = Planner("az-1995/law", engine="meaning")
    planner.timeline(date(2020, 1, 1))
    for day in ("2020-02-01", "2020-02-01T14:30", "unknown"):
        assert planner.timeline(day) == timeline("az-1995/law", begins=day, engine="meaning")  # type: ignore[arg-type] # days in words


@pytest.mark.parametrize(("given", "moves"), [({}, True), ({"decree_received": "2020-01-01"}, False)])
def test_a_plan_that_knows_another_day_than_its_beginning_is_no_template(given: dict[str, Any], *, moves: bool) -> None:
    found = judged(planned("az-1995/decree", begins="2020-02-01", given=given).case, (), "meaning")
    assert Template(found, timeline_of(found, plan=True)).moves() is moves


# Readings, matters, editions, and the ends of months


SAMPLE = (
    "az-1995/law",
    "az-1995/decree",
    "az-1995/presidential_vacancy",
    "az-1995/presidential_election",
    "az-1995/first_sitting",
    "az-1995/dissolution",
    "az-1995/state_of_emergency",
    "az-1995/consent",
    "az-1921/committee_meeting",
)
MONTH_ENDS = ("2020-01-31", "2020-02-29", "2019-02-28", "2019-12-31", "2021-06-30", "2017-08-31")
OLD_MONTH_ENDS = ("1922-01-31", "1924-02-29", "1923-02-28", "1923-06-30")


def month_ends(name: str) -> tuple[str, ...]:
    return MONTH_ENDS if procedure(name).law.constitution.last_day is None else OLD_MONTH_ENDS


@pytest.mark.parametrize("name", SAMPLE)
def test_so_it_is_at_the_ends_of_months_in_whatever_order(name: str) -> None:
    days = month_ends(name)
    as_by_itself(name, days)
    as_by_itself(name, days[::-1])


@pytest.mark.parametrize("readings", [(SAME_DAY,), (WORKING_DAY,), (SAME_DAY, WORKING_DAY)], ids=", ".join)
@pytest.mark.parametrize("name", [each for each in SAMPLE if each.startswith("az-1995")])
def test_so_it_is_under_other_readings(name: str, readings: tuple[str, ...]) -> None:
    as_by_itself(name, MONTH_ENDS[:4], readings=readings)


@pytest.mark.parametrize("matter", ["94.I.3", "94.I.15"])
@pytest.mark.parametrize("readings", [(), (WORKING_DAY,)], ids=["plain", WORKING_DAY])
def test_so_it_is_for_a_matter(matter: str, readings: tuple[str, ...]) -> None:
    as_by_itself("az-1995/law", MONTH_ENDS[:4], matter=matter, readings=readings)


@pytest.mark.parametrize("edition", ["1995", "2009", "2016"])
@pytest.mark.parametrize("name", ["az-1995/law", "az-1995/presidential_vacancy", "az-1995/first_sitting"])
def test_so_it_is_in_an_edition_whatever_the_day(name: str, edition: str) -> None:
    assert checked_edition(procedure(name).law, edition) == edition
    as_by_itself(name, ("2016-09-30", "2002-09-01", "2030-12-31", "2009-03-20"), edition=edition)


@pytest.mark.parametrize("name", ["az-1995/law", "az-1995/first_sitting", "az-1995/presidential_vacancy"])
def test_so_it_is_in_the_months_before_an_edition(name: str) -> None:
    as_by_itself(
        name, ("2001-02-01", "2002-06-22", "2002-05-26", "2002-08-24", "2002-09-19", "2015-02-01", "2016-07-26")
    )
