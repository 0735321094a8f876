"""Lines of succession: everybody in one is gone; and who acts has ended before whoever comes next begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Compare, Condition, Name, OneOf, Word, every, negate, some
from majlis.procedure.follow import MAIN
from majlis.procedure.model import ENDED
from majlis.procedure.program import EndKind
from majlis.questions.asking import in_words
from majlis.questions.gaps.gap import Hole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.course import Occurrence
    from majlis.questions.gaps.ground import Ground


def exhausted_lines(ground: Ground) -> Iterator[Hole]:
    """All in a line are gone, in ways that lead on to the next, and nothing has come out: nobody acts."""
    for step, rounds in _lines(ground):
        last = rounds[-1]
        passing = frozenset(how for how, target in ground.course.steps[step].left.items() if target.to == "next")
        gone = OneOf(f"{last.name}.left", passing)
        when = every((ground.reached(last), gone, *_no_outcome(ground, (_track(ground, last),))))
        cite = ground.course.steps[step].each
        says = f"Everyone in the line of {cite} can be gone, and then nobody acts."
        yield Hole("line exhausted", step, says, when, lawful=True, provisions=(cite,))


def nobody_between(ground: Ground) -> Iterator[Hole]:
    """The one who acted has ended, and on another track nobody has come in yet."""
    for step, rounds in _lines(ground):
        own = _track(ground, rounds[0])
        others = tuple(track for track in ground.program.tracks if track not in (MAIN, own))
        ended = some(every((ground.reached(here), _left(here, ENDED))) for here in rounds)
        if others:
            cite = ground.course.steps[step].each
            says = (
                f"Whoever acts by {cite} does so no longer after the {_acts(ground, step)}, and nobody does "
                f"until the {_last_steps(ground, others)}."
            )
            when = every((ended, *_no_outcome(ground, others)))
            yield Hole("nobody between", step, says, when, lawful=True, provisions=(cite,))


def _lines(ground: Ground) -> Iterator[tuple[str, list[Occurrence]]]:
    for step in ground.steps():
        if ground.course.steps[step].each:
            yield step, ground.rounds(step)


def _track(ground: Ground, here: Occurrence) -> str:
    return ground.program.track_of.get(here.name, MAIN)


def _left(here: Occurrence, how: str) -> Condition:
    return Compare("==", Name(f"{here.name}.left"), Word(how))


def _no_outcome(ground: Ground, tracks: tuple[str, ...]) -> Iterator[Condition]:
    for end in ground.program.ends:
        if end.kind is EndKind.OUTCOME and end.track in tracks:
            yield negate(ground.told(end.name))


def _acts(ground: Ground, step: str) -> str:
    return " or the ".join(in_words(each) for each in ground.course.steps[step].until)


def _last_steps(ground: Ground, tracks: tuple[str, ...]) -> str:
    """The steps with which the other tracks end."""
    course, on = ground.course, ground.program.track_of
    last = [here.step for here in course.occurrences if on.get(here.name) in tracks and not course.after(here)]
    return " or the ".join(in_words(each) for each in dict.fromkeys(last))
