"""The nearest known name, for errors that help."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_LISTED = 12


def remedy(wrong: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest known name, or lists what is known."""
    choices = sorted(set(known))
    close = get_close_matches(wrong, choices, n=1, cutoff=0.6)
    if close:
        return f"Did you mean {close[0]}?"
    if not choices:
        return "Nothing of this kind is known here"
    listed = ", ".join(choices[:MOST_LISTED])
    return f"Known: {listed}{' and more' if len(choices) > MOST_LISTED else ''}"
