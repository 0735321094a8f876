"""How many timelines a second: plans of a law, day by day from a template, each by itself, and of cases.

`pytest benchmarks` prints one table; `Kops/s` times a thousand is a second's worth.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from majlis.questions.planner import Planner
from majlis.questions.timeline import timeline

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from majlis.scenario.case import Case

DAYS = [date(2010, 1, 1) + timedelta(days=number) for number in range(1_500)]


@pytest.mark.benchmark(group="timelines", min_rounds=5_000)
def test_plans_of_a_law_from_a_template(benchmark: BenchmarkFixture) -> None:
    planner, turn = Planner("az-1995/law"), cycle(DAYS)
    planner.timeline(DAYS[0])
    benchmark(lambda: planner.timeline(next(turn)))


@pytest.mark.benchmark(group="timelines", min_rounds=100)
def test_plans_of_a_law_each_by_itself(benchmark: BenchmarkFixture) -> None:
    turn = cycle(DAYS)
    benchmark(lambda: timeline("az-1995/law", begins=next(turn)))


@pytest.mark.benchmark(group="timelines", min_rounds=100)
def test_timelines_of_cases(benchmark: BenchmarkFixture, cases: list[Case]) -> None:
    turn = cycle(cases)
    benchmark(lambda: timeline(next(turn)))
