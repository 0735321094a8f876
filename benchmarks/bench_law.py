"""How many verdicts and how many evaluations of a rule set a second, engine by engine.

`pytest benchmarks` prints one table for each; `Kops/s` times a thousand is a second's worth.
"""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from majlis.questions.judgement import judge

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from majlis.questions.decide import Decider
    from majlis.scenario.case import Case


@pytest.mark.benchmark(
    group="evaluations of the rule set of one procedure (record to held conditions)", min_rounds=2_000
)
def test_evaluations_of_a_rule_set(benchmark: BenchmarkFixture, decider: Decider, cases: list[Case]) -> None:
    prepared = cycle([(found.program, found.record.values) for found in map(decider.judge, cases)])
    engine = decider.engine

    def evaluate() -> None:
        program, record = next(prepared)
        engine.holding(program, record)

    benchmark(evaluate)


@pytest.mark.benchmark(group="bare judgements (bound case to held conditions)", min_rounds=1_000)
def test_bare_judgements(benchmark: BenchmarkFixture, decider: Decider, cases: list[Case]) -> None:
    turn = cycle(cases)
    benchmark(lambda: judge(next(turn), decider.engine, ()))


@pytest.mark.benchmark(group="full verdicts (bound case to verdict, every reading tried)", min_rounds=500)
def test_full_verdicts(benchmark: BenchmarkFixture, decider: Decider, cases: list[Case]) -> None:
    turn = cycle(cases)
    benchmark(lambda: decider.decide(next(turn)))
