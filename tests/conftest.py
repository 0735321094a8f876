"""How much is tried: the default for every run, `MAJLIS_PROFILE=thorough` for a hundred times as much."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from invented_law import Isle, forget, found_isle

from majlis.law.places import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
# The same examples on every machine and run; the thorough profile looks for new ones each time.
settings.register_profile("default", derandomize=True, **COMMON)
settings.register_profile("thorough", print_blob=True, **COMMON)
settings.load_profile(os.environ.get("MAJLIS_PROFILE", "default"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """From Python 3.13 on durable-rules is not installed: its tests are skipped, with that reason."""
    if find_spec("durable_rules_engine"):
        return
    absent = pytest.mark.skip(reason="durable-rules is not installed (Python 3.13 and later)")
    for item in items:
        if item.get_closest_marker("needs_durable_rules"):
            item.add_marker(absent)


@pytest.fixture
def isle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Isle]:
    """A tiny invented constitution in place of the real ones."""
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    yield found_isle(tmp_path)
    monkeypatch.undo()
    forget()
