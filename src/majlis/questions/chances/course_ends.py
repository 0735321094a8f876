"""Where a judgement of an imagined case stands: what it awaits, and how it has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.program import EndKind
from majlis.questions.asking import without_round
from majlis.questions.chances.likely_course import AWAITS, END_KINDS, GOES_ON, OUTCOME, SILENCE, UNKNOWN, EndOf

if TYPE_CHECKING:
    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import End
    from majlis.questions.judgement import Judgement

_KINDS = {EndKind.OUTCOME: OUTCOME, EndKind.SILENCE: SILENCE, EndKind.CAP: GOES_ON, EndKind.AWAITS: AWAITS}


def places_of(found: Judgement, end: End) -> list[Occurrence]:
    """The occurrences that an end awaits."""
    course, name = found.program.course, end.name.partition("@")[0].removeprefix("end.awaits.")
    here = next(each for each in course.occurrences if name in (each.name, f"{each.name}.either"))
    if name == here.name:
        return [here]
    return [there for step in end.awaited if (there := course.aim(here, step)) is not None]


def round_of(end: End) -> int:
    """The round of the step after which one or another is awaited."""
    return int(end.name.partition("@")[0].split(".")[-2])


def end_of(found: Judgement) -> EndOf:
    """How a case stands at last: at an outcome, if one of its tracks has come to one."""
    if found.missing:
        return EndOf(UNKNOWN, ", ".join(dict.fromkeys(map(_as_given, found.missing))))
    end = found.outcome or min(found.ends, key=lambda each: END_KINDS.index(_KINDS[each.kind]), default=None)
    if end is None:
        return EndOf(UNKNOWN, "")
    step = "" if end.kind is EndKind.OUTCOME else end.step
    return EndOf(_KINDS[end.kind], end.what, step, end.holder)


def _as_given(name: str) -> str:
    """The name under which a fact, or a field of an act, can be given: without the round."""
    step, _, plain = without_round(name)
    return f"{step}.{plain}" if plain else step
