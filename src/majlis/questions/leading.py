"""What leads where: the consequences of a step, and the steps that are left once tests of nothing are passed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from majlis.questions.findings import findings_at
from majlis.questions.needs import Follows, StepNeeds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.procedure.model import Step, Target
    from majlis.questions.judgement import Judgement

_EVENTS = ("done", "passed", "failed", "ungoverned", "late", "missed", "exhausted")
UNGOVERNED = "ungoverned"
_PASSED, _FAILED = "passed", "failed"


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """Where the text says no more: what it leaves open, and the law to which it leaves that, where it does."""

    says: str
    left_to: str


def follows(step: Step, events: Iterable[str]) -> tuple[Follows, ...]:
    """What follows from a step in the events that are possible, acts first."""
    targets = {**step.acts, **step.left}
    targets |= {event: target for event in _EVENTS if (target := getattr(step, event)) is not None}
    possible = set(events)
    if "passed" in possible and step.ungoverned == step.passed:
        possible.discard(UNGOVERNED)
    return tuple(_target(event, target) for event, target in targets.items() if event in possible)


def _target(event: str, target: Target) -> Follows:
    then = tuple(target.then.steps()) if target.then and not target.goes_on else ()
    how = "silent" if target.silent else "either" if target.either else "both" if target.both else "to"
    to = target.either or target.both or ((target.to,) if target.to else ())
    return Follows(event, to, "goes on" if target.goes_on else how, target.silent, target.left_to, then)


def next_steps(steps: Mapping[str, Step], step: str, event: str) -> tuple[str, ...]:
    """The steps and outcomes that come next if a step passed, or failed; a test on the way is taken to be fulfilled."""
    target = getattr(steps[step], event)
    return tuple(dict.fromkeys(_onward(steps, target))) if target else ()


def _onward(steps: Mapping[str, Step], target: Target) -> Iterator[str]:
    for name in target.steps():
        tested = steps[name].passed if name in steps and not steps[name].awaited else None
        yield from _onward(steps, tested) if tested else (name,)


def left_open(found: Judgement, step: str, event: str) -> tuple[LeftOpen, ...]:
    """What the text leaves open where a step leads that was judged by itself and passed, or failed.

    On the way from it tests may be failed by what is on the record (who stands in the next round, for instance), and
    then the silences that follow are told. A test that hangs on what nobody has said is taken to be fulfilled, except
    where it hangs on the figures of the step.
    """
    target = getattr(found.program.course.steps[step], event)
    return tuple(dict.fromkeys(_silences(found, target, f"{step}.1."))) if target else ()


def _silences(found: Judgement, target: Target, figures: str) -> Iterator[LeftOpen]:
    if target.silent:
        yield LeftOpen(target.silent, target.left_to)
        return
    steps = found.program.course.steps
    for name in target.steps():
        if name in steps and not steps[name].awaited:
            for event in _events(found, name, figures):
                then = getattr(steps[name], event) or steps[name].passed
                yield from _silences(found, then, figures) if then else ()


def _events(found: Judgement, test: str, figures: str) -> tuple[str, ...]:
    """What may become of a test on the way; figures are the beginning of the names of those that it may hang on."""
    results = [each for each in findings_at(found, f"{test}.1") if each.result != "not_applicable"]
    if any(each.result == _FAILED for each in results):
        return (_FAILED,)
    if any(name.startswith(figures) for each in results for name in each.wanting):
        return _PASSED, _FAILED
    return (_PASSED,) if results else (UNGOVERNED,)


def reached(steps: Iterable[StepNeeds], entry: str) -> list[StepNeeds]:
    """The steps that follow from the first one, in order; tests at which no rule is left are passed through."""
    every = {step.step: step for step in steps}
    through = {name: step.follows[0].to[0] for name, step in every.items() if _idle(step)}
    if _end(entry, through) not in every:
        through.pop(entry)  # a chart has a step to begin with
    every = {name: _passing(step, through, every) for name, step in every.items()}
    found: set[str] = set()
    todo = [_end(entry, through)]
    while todo:
        name = todo.pop()
        if name in every and name not in found:
            found.add(name)
            todo += [there for each in every[name].follows for there in (*each.to, *each.then)]
    return [step for name, step in every.items() if name in found]


def _idle(step: StepNeeds) -> bool:
    """Is this a test that nothing makes, and that leads to one place?"""
    only = step.follows[0] if len(step.follows) == 1 else None
    return step.test and not step.rules and only is not None and only.how == "to"


def _passing(step: StepNeeds, through: Mapping[str, str], steps: Mapping[str, StepNeeds]) -> StepNeeds:
    """The step with its consequences leading past such tests; a record goes on to steps alone.

    Where a test that is passed leads to an outcome that the record may go past, the record may do so from here.
    """
    found = []
    for each in step.follows:
        tests = [test for name in each.to for test in _passed(name, through)]
        onward = (*each.then, *(name for test in tests for name in steps[test].follows[0].then))
        then = (name for name in _ends(onward, through) if name in steps)
        found.append(replace(each, to=_ends(each.to, through), then=tuple(then)))
    return replace(step, follows=tuple(found))


def _ends(names: Iterable[str], through: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_end(name, through) for name in names))


def _end(name: str, through: Mapping[str, str]) -> str:
    """Where one comes out after the tests that are passed through."""
    passed = _passed(name, through)
    return through[passed[-1]] if passed else name


def _passed(name: str, through: Mapping[str, str]) -> list[str]:
    """The tests that are passed through from a name on, in order."""
    seen: list[str] = []
    while name in through and name not in seen:
        seen.append(name)
        name = through[name]
    return seen
