"""How many examples a property tries: few by default, a hundred times as many in the thorough profile."""

from __future__ import annotations

import os

from hypothesis import settings

THOROUGH = os.environ.get("MAJLIS_PROFILE") == "thorough"


def examples(default: int) -> settings:
    """The setting for a property that tries so many examples by default."""
    return settings(max_examples=default * (100 if THOROUGH else 1))
