"""What holds of acts alongside, as they are seen from each occurrence, and of lines of succession."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.model import ENDED
from majlis.questions.proof.figures import figure_facts
from majlis.questions.proof.values import one_of
from majlis.scenario.record import IN_OFFICE, VACANT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.engines.proof import Formula
    from majlis.procedure.course import Occurrence
    from majlis.procedure.model import Alongside
    from majlis.questions.proof.space import Space

MOST_ACTS = 3  # of one step alongside, in cases that are shown
LEADERS = 2


def side_facts(space: Space) -> list[Formula]:
    """What holds of the acts alongside, and of each as it stood at the occurrences that ask."""
    found: list[Formula] = []
    for name, side in space.sides.items():
        found += _side(space, name, side)
    for name, (viewed, here) in space.program.views.items():
        found += _view(space, name, viewed, here)
    return found


def _side(space: Space, name: str, side: Alongside) -> list[Formula]:
    z3, done = space.z3, space.done(name)
    space.presence[f"{name}.date"] = done
    date = space.date(name)
    return [
        z3.Implies(done, z3.And(space.is_day(date), date <= space.as_of)),
        *figure_facts(space, name, side.awaited, done),
        *_counts(space, name, done),
    ]


def _counts(space: Space, name: str, done: Formula) -> list[Formula]:
    """How many acts there are, and how many of those whom they name are among the two who lead."""
    z3, count, among = space.z3, space.number(f"{name}.count"), space.number(f"{name}.of_leaders")
    space.plain += [count <= MOST_ACTS, among <= LEADERS]  # where candidates tie there can be more who lead
    return [z3.If(done, count >= 1, count == 0), among >= 0, among <= count]


def _view(space: Space, name: str, viewed: str, here: Occurrence) -> list[Formula]:
    """A step alongside as it stood at an occurrence: what came later does not reach back."""
    z3, done = space.z3, space.done(name)
    found = [done == z3.And(space.done(viewed), _seen(space, viewed, here)), *_counts(space, name, done)]
    found.append(space.number(f"{name}.count") <= space.number(f"{viewed}.count"))
    found.append(space.number(f"{name}.of_leaders") <= space.number(f"{viewed}.of_leaders"))
    for field in sorted(_viewed_fields(space, name)):
        space.presence[f"{name}.{field}"] = (
            done
            if field in ("date", "act")
            else z3.And(done, space.presence.get(f"{viewed}.{field}", z3.BoolVal(True)))
        )
        found.append(z3.Implies(done, space.same(f"{name}.{field}", f"{viewed}.{field}")))
    return found


def _viewed_fields(space: Space, name: str) -> set[str]:
    fields = {path.removeprefix(f"{name}.") for path in space.read if path.startswith(f"{name}.")}
    return (fields | {"date"}) - {"done", "count", "of_leaders"}


def _seen(space: Space, viewed: str, here: Occurrence) -> Formula:
    """Had the act been done by the day of the occurrence? All acts are seen where that has no day."""
    z3, day = space.z3, space.date(viewed)
    if space.course.steps[here.step].awaited:
        return z3.Implies(space.done(here.name), day <= space.date(here.name))
    after = [each.name for each in space.course.onward[here] if space.course.steps[each.step].awaited]
    return z3.And([z3.Or(z3.Not(_first(space, each, after)), day <= space.date(each)) for each in after])


def _first(space: Space, name: str, others: list[str]) -> Formula:
    """The formula that this act was done, and none of the others before it."""
    z3 = space.z3
    earlier = [z3.And(space.done(each), space.date(each) < space.date(name)) for each in others if each != name]
    return z3.And([space.done(name), *(z3.Not(each) for each in earlier)])


def line_facts(space: Space) -> list[Formula]:
    """What holds of those who stand in a line of succession: in office, gone in some way, or the line is over."""
    found: list[Formula] = []
    for here in space.course.occurrences:
        step = space.course.steps[here.step]
        if step.each:
            name = f"{here.name}.left"
            causes = _causes(space, step.act)
            found.append(one_of(space, name, sorted({*causes, VACANT, IN_OFFICE, ENDED})))
            found += _over(space, name, list(_until(space, step.until)))
    return found


def vacancies(space: Space) -> list[Formula]:
    """For each who stands in a line of succession, the formula that he is gone: an act says so."""
    lines = [here for here in space.course.occurrences if space.course.steps[here.step].each]
    staying = [space.formulas.word(each) for each in (IN_OFFICE, ENDED)]
    return [space.z3.And([space.number(f"{here.name}.left") != each for each in staying]) for here in lines]


def _causes(space: Space, act: str) -> set[str]:
    """The ways in which an office falls vacant, from the words of the act that says so."""
    fields = space.procedure.law.vocabulary.act(act).fields.values()
    return {word for field in fields if isinstance(field.type, tuple) for word in field.type}


def _until(space: Space, acts: tuple[str, ...]) -> Iterator[Formula]:
    """The formulas that an act was done with which the line ends."""
    for here in space.awaited:
        awaited = space.course.steps[here.step].awaited
        for act in set(acts) & set(awaited):
            is_it = space.number(f"{here.name}.act") == space.formulas.word(act)
            yield space.z3.And(space.done(here.name), is_it) if len(awaited) > 1 else space.done(here.name)


def _over(space: Space, name: str, until: list[Formula]) -> list[Formula]:
    z3, left, ended = space.z3, space.number(name), space.any_of(until)
    return [
        z3.Implies(left == space.formulas.word(ENDED), ended),
        z3.Implies(left == space.formulas.word(IN_OFFICE), z3.Not(ended)),
    ]
