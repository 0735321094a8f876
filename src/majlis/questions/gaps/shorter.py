"""A case made shorter: acts and facts are left out as long as it still shows what it is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from majlis.engines.trial import Trial
from majlis.errors import InputError
from majlis.questions.judgement import judge
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from majlis.questions.gaps.gap import Raw
    from majlis.questions.judgement import Choices, Judgement

Shows = "Callable[[Judgement], bool]"


def judged(scenario: Raw, choices: Choices) -> Judgement | None:
    """A scenario decided under chosen readings; None where it is refused."""
    try:
        return judge(bind_case(Scenario.model_validate(scenario)), Trial(), choices)
    except InputError:
        return None


def shortened(scenario: Raw, choices: Choices, shows: Callable[[Judgement], bool]) -> Raw:
    """The scenario without the acts and facts that it does not take."""
    for without in _each_left_out:
        kept = 0
        while smaller := next(without(scenario, kept), None):
            found = judged(smaller, choices)
            if found is not None and shows(found):
                scenario = smaller
            else:
                kept += 1
    return scenario


def _without_act(scenario: Raw, place: int) -> Iterator[Raw]:
    acts: list[Any] = scenario["acts"]
    if place < len(acts):
        yield {**scenario, "acts": [act for number, act in enumerate(acts) if number != place]}


def _without_fact(scenario: Raw, place: int) -> Iterator[Raw]:
    given: dict[str, Any] = scenario["given"]
    if place < len(given):
        yield {
            **scenario,
            "given": {name: each for number, (name, each) in enumerate(given.items()) if number != place},
        }


_each_left_out = (_without_act, _without_fact)
