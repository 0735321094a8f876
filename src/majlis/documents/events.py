"""The steps in which a file is read, the same for YAML and JSON."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What begins or ends at a step."""

    MAPPING = auto()
    LIST = auto()
    TEXT = auto()
    END = auto()


class Event(NamedTuple):
    """One step: a scalar, or the beginning or end of a mapping or list."""

    kind: Kind
    line: int
    text: str | None = None
    """The scalar's text; None where the file gives no value at all."""
