"""Which engine decides."""

from __future__ import annotations

import importlib.util
from typing import Any

import pytest

from majlis.engines import default, engine
from majlis.errors import InputError


@pytest.fixture
def without_durable_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(name: str, *_: Any) -> Any:
        return None if name == "durable_rules_engine" else importlib.util.find_spec(name)

    monkeypatch.setattr("majlis.engines.find_spec", find)


@pytest.mark.needs_durable_rules
def test_the_inference_engine_decides_where_it_is_installed() -> None:
    assert default() == "durable"
    assert engine().name == engine("durable").name == "durable"


@pytest.mark.parametrize("name", ["meaning", "generated"])
def test_an_engine_decides_when_it_is_asked_for(name: str) -> None:
    assert engine(name).name == name


@pytest.mark.usefixtures("without_durable_rules")
def test_the_definition_decides_where_nothing_else_is_installed() -> None:
    assert default() == "meaning"
    assert engine().name == "meaning"


@pytest.mark.usefixtures("without_durable_rules")
def test_an_engine_that_is_not_installed_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError, match=r"not installed\. Use --engine meaning"):
        engine("durable")


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"unknown engine 'rete'\. Choose durable or meaning or generated"):
        engine("rete")
