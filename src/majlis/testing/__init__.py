"""Property tests of procedures: random cases, random play, and changes that must not change a verdict.

All of it is derived from the content: what an act records from the vocabulary, which numbers and days matter from
the provisions themselves. It needs Hypothesis, which the extra `testing` installs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError

if TYPE_CHECKING:
    from majlis.scenario.as_file import as_file
    from majlis.testing.changes import followed_by, renamed, reordered, shifted
    from majlis.testing.figures import acts
    from majlis.testing.random_cases import cases, plain_scenarios, scenarios
    from majlis.testing.state_machine import machine

__all__ = [
    "acts",
    "as_file",
    "cases",
    "followed_by",
    "machine",
    "plain_scenarios",
    "renamed",
    "reordered",
    "scenarios",
    "shifted",
]

# Loaded on first use: what needs no Hypothesis goes without it, and `import majlis.testing` stays quick.
_HOMES = {
    "acts": "majlis.testing.figures",
    "as_file": "majlis.scenario.as_file",
    "cases": "majlis.testing.random_cases",
    "followed_by": "majlis.testing.changes",
    "machine": "majlis.testing.state_machine",
    "plain_scenarios": "majlis.testing.random_cases",
    "renamed": "majlis.testing.changes",
    "reordered": "majlis.testing.changes",
    "scenarios": "majlis.testing.random_cases",
    "shifted": "majlis.testing.changes",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'majlis.testing' has no attribute {name!r}")
    try:
        home = import_module(_HOMES[name])
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        what = f"{name} makes random cases with Hypothesis, which is not installed"
        raise InputError(what, remedy="Install it: pip install 'majlis[testing]'") from None
    return getattr(home, name)
