"""What is measured: the making of a law, on cases that take every path of it."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from majlis.documents.reader import read
from majlis.engines import ENGINES
from majlis.law.places import content
from majlis.questions.decide import Decider
from majlis.scenario.case import Case, read_case

PROCEDURE = "az-1995/law"
RUNNABLE = [name for name in ENGINES if name != "durable" or find_spec("durable_rules_engine")]


@pytest.fixture(scope="session")
def cases() -> list[Case]:
    """Every scenario of the procedure, read and bound."""
    return [read_case(read(path)) for path in sorted((content() / "scenarios" / PROCEDURE).glob("*.yaml"))]


@pytest.fixture(params=RUNNABLE)
def decider(request: pytest.FixtureRequest, cases: list[Case]) -> Decider:
    """An engine that has seen every case once: what it compiles is compiled."""
    found = Decider(request.param)
    for case in cases:
        found.decide(case)
    return found
