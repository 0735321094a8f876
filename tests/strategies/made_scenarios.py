"""Random cases of `majlis.testing` as plain data, and what the tests of this project ask of them besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from majlis.procedure.library import procedure
from majlis.scenario.as_file import as_file
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario
from majlis.testing.days import as_text as day_text
from majlis.testing.days import span
from majlis.testing.random_cases import plain_scenarios as raw_scenarios

if TYPE_CHECKING:
    from majlis.law.library import Law
    from majlis.scenario.case import Case

Raw = dict[str, Any]

__all__ = ["Raw", "as_yaml", "case_of", "day_text", "in_span", "most_in_favour", "raw_scenarios", "voted_on"]


def in_span(law: Law, day: int) -> int:
    """The day itself; the last day of the cases where it would lie behind that of a constitution that ended."""
    return min(day, span(law)[1]) if law.constitution.last_day else day


def voted_on(name: str) -> bool:
    """Does a procedure have a step at which votes in favour are counted?"""
    its = procedure(name)
    awaited = {act for step in its.file.steps for act in step.awaited}
    return any("in_favour" in its.law.vocabulary.act(act).fields for act in awaited)


def most_in_favour(name: str, act: str) -> int:
    """The most votes in favour that an act can record; where nothing bounds them, a great many."""
    its = procedure(name)
    most = its.law.bound(its.law.vocabulary.act(act).fields["in_favour"].at_most)
    return 2_000_000 if most is None else most


def case_of(raw: Raw) -> Case:
    """A case from plain data. Raises InputError where it cannot be used."""
    return bind_case(Scenario.model_validate(raw))


def as_yaml(raw: Raw) -> str:
    """The case as a YAML file: the form in which people write it."""
    return as_file(Scenario.model_validate(raw))
