"""More votes in favour: they never turn a step that passed into one that failed; later steps may be another matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import every, negate, some
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.engines.proof import Formula
    from majlis.law.vocabulary import ActKind
    from majlis.logic.tree import Condition
    from majlis.procedure.course import Occurrence
    from majlis.questions.proof.space import Space

MORE = "more "


def voted(space: Space) -> list[Occurrence]:
    """The occurrences at which votes in favour are counted, by acts of one kind."""
    return [here for here in space.awaited if _kind(space, here) is not None]


def worse_at_once(space: Space, here: Occurrence) -> Formula | None:
    """The formula that a step passes, and with more votes in favour fails; None where it does neither by votes."""
    return _worse(space, here, here)


def worse_later(space: Space, here: Occurrence) -> Iterator[tuple[Occurrence, Formula]]:
    """Later votes that pass and, with more votes in favour at an earlier step, fail; each with its formula."""
    for later in space.course.onward[here]:
        if later in voted(space) and (found := _worse(space, here, later)) is not None:
            yield later, found


def _worse(space: Space, here: Occurrence, there: Occurrence) -> Formula | None:
    """The step `there` passes and, with more votes in favour `here`, fails."""
    kind, ok = _kind(space, here), passing(space, there)
    if kind is None or ok is None or not any(name.startswith(f"{here.name}.") for name in _counted(space, ok)):
        return None
    done = space.z3.And(space.done(here.name), space.done(there.name))
    passes, fails = space.formulas.holds(ok), space.formulas.fails(ok)
    renamed = [
        (space.number(f"{here.name}.{each}"), space.z3.Int(f"{MORE}{here.name}.{each}"))
        for each, its in kind.fields.items()
        if its.type == "count"
    ]
    figures = [space.z3.substitute(each, *renamed) for each in space.of_act[here.name]]
    return space.z3.And(done, passes, space.z3.substitute(fails, *renamed), *_more(space, here, kind), *figures)


def _counted(space: Space, ok: Condition) -> list[str]:
    return [name for name in space.reads(ok) if not name.endswith((".done", ".date"))]


def passing(space: Space, there: Occurrence) -> Condition | None:
    """The condition that a step passes, once its act is done; None where no norm decides that."""
    deciding = [each for each in space.program.findings if each.occurrence == there.name and each.provision.deciding]
    return every(some((negate(each.applies), each.test)) for each in deciding) if deciding else None


def _more(space: Space, here: Occurrence, kind: ActKind) -> list[Formula]:
    """More in favour, and nowhere else more: members come over, or come in where they were not counted."""
    found = []
    for each, its in kind.fields.items():
        was, now = space.number(f"{here.name}.{each}"), space.z3.Int(f"{MORE}{here.name}.{each}")
        if its.position == (Position.IN_FAVOUR,):
            found.append(now >= was)
        elif its.position:
            found.append(now <= was)
        elif its.type == "count" and not its.made_of:
            found.append(now == was)
    return found


def _kind(space: Space, here: Occurrence) -> ActKind | None:
    acts = space.course.steps[here.step].awaited
    if len(acts) != 1:
        return None
    kind = space.procedure.law.vocabulary.act(acts[0])
    return kind if any(its.position == (Position.IN_FAVOUR,) for its in kind.fields.values()) else None
