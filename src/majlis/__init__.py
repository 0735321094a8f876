"""majlis: would it pass, what must follow and by when, and what does the text leave open?"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from majlis.errors import InputError
    from majlis.notebook.timelines import Planner, timeline
    from majlis.notebook.votes import chamber, roll_call, sweep, would_pass
    from majlis.questions.backwards import backwards
    from majlis.questions.course_chances import course_chances
    from majlis.questions.decide import Decider, decide
    from majlis.questions.verdict import Verdict
    from majlis.questions.votes.vote import WouldPass
    from majlis.questions.who_acts import who_acts
    from majlis.scenario.model import Scenario

__version__ = "0.1.0"
__all__ = [
    "Decider",
    "InputError",
    "Planner",
    "Scenario",
    "Verdict",
    "WouldPass",
    "__version__",
    "backwards",
    "chamber",
    "course_chances",
    "decide",
    "roll_call",
    "sweep",
    "timeline",
    "who_acts",
    "would_pass",
]

# Loaded on first use: `majlis --help` and `import majlis` stay quick.
_HOMES = {
    "Decider": "majlis.questions.decide",
    "InputError": "majlis.errors",
    "Planner": "majlis.notebook.timelines",
    "Scenario": "majlis.scenario.model",
    "Verdict": "majlis.questions.verdict",
    "WouldPass": "majlis.questions.votes.vote",
    "backwards": "majlis.questions.backwards",
    "chamber": "majlis.notebook.votes",
    "course_chances": "majlis.questions.course_chances",
    "decide": "majlis.questions.decide",
    "roll_call": "majlis.notebook.votes",
    "sweep": "majlis.notebook.votes",
    "timeline": "majlis.notebook.timelines",
    "who_acts": "majlis.questions.who_acts",
    "would_pass": "majlis.notebook.votes",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'majlis' has no attribute {name!r}")
