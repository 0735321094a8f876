"""One step with all that is known of it before it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.questions.counting import counting_steps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.questions.standing import Standing


@dataclass(frozen=True)
class Asked:
    """The law, the engine that judges, the step, its facts, and the figures of which one number is known, by full name.

    The full name of a figure has its step: `vote.in_favour`; that of a candidate's votes ends with the candidate.
    """

    law: Standing
    engine: Engine
    step: str
    facts: Mapping[str, Any]
    fixed: Mapping[str, Any]
    day: date | None

    @property
    def holder(self) -> str:
        """The step whose act has the figures, mostly the step itself."""
        return counting_steps(self.law).get(self.step, self.step)

    def named(self, name: str) -> str:
        """A figure by its field alone where it is one of the step that is asked about; votes by their candidate."""
        return parts_of_name(name)[2] or name.removeprefix(f"{self.holder}.")


def full_name(holder: str, name: str) -> str:
    """A figure by its step and field; `holder` is the step of one that is named by its field alone."""
    return name if "." in name else f"{holder}.{name}"


def parts_of_name(name: str) -> tuple[str, str, str]:
    """Step, field and candidate of a full name; no candidate where it is not one's votes."""
    step, field, *who = name.split(".", 2)
    return step, field, who[0] if who else ""
