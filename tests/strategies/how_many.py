"""How many examples a property tries: few by default, a hundred times as many in the thorough profile."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from majlis.procedure.library import procedures

THOROUGH = os.environ.get("MAJLIS_PROFILE") == "thorough"
TEN = 10  # procedures that the defaults are meant for; where there are more, each is given fewer examples
FEWEST = 4


def examples(default: int) -> settings:
    """The setting for a property that tries so many examples by default."""
    return settings(max_examples=default * (100 if THOROUGH else 1))


def of_each(default: int, *, rare: bool = False) -> settings:
    """The setting for a property of procedures that tries so many examples of each by default.

    `rare`: few cases are to the point. The more procedures there are, the fewer examples each is given, so
    that a run stays short; all of them together are no fewer.
    """
    checked = settings.default.suppress_health_check if settings.default else ()
    passed_over = (*checked, HealthCheck.filter_too_much) if rare else checked
    each = max(FEWEST, default * TEN // max(TEN, len(procedures())))
    return settings(max_examples=each * (100 if THOROUGH else 1), suppress_health_check=passed_over)
