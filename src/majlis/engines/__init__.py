"""The readers of a lowered procedure. Each answers one question: which told conditions hold?"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from majlis.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

ENGINES = ("durable", "meaning", "generated")


class Engine(Protocol):
    """A reader of programs."""

    name: str

    def holding(self, program: Program, record: Mapping[str, Value]) -> frozenset[str]:
        """The names of the told conditions that are true on a record; the others are false or unknown."""


def default() -> str:
    """The inference engine where it is installed, the definition otherwise."""
    return "durable" if find_spec("durable_rules_engine") else "meaning"


def engine(name: str | None = None) -> Engine:
    """An engine by name; None for the default. Raises InputError where it is not known or not installed."""
    chosen = name or default()
    if chosen == "meaning":
        from majlis.engines.meaning import Meaning  # noqa: PLC0415 - only the engine that is used is loaded

        return Meaning()
    if chosen == "generated":
        from majlis.engines.generated import Generated  # noqa: PLC0415 - as above

        return Generated()
    if chosen != "durable":
        raise InputError(f"unknown engine {chosen!r}", remedy=f"Choose {' or '.join(ENGINES)}")
    if not find_spec("durable_rules_engine"):
        raise InputError(
            "the engine durable needs durable-rules, which is not installed",
            remedy="Use --engine meaning, or install durable-rules (Python 3.11 or 3.12)",
        )
    from majlis.engines.durable import Durable  # noqa: PLC0415 - as above

    return Durable()
