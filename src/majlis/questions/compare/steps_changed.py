"""Which procedures take another course on one side of a comparison than on the other, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.procedure.library import procedures_of
from majlis.procedure.model import Step
from majlis.questions.mattering import mattering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.procedure.library import Procedure
    from majlis.questions.compare.side import Side

_OTHERS = ("title", "facts", "with_", "alongside", "outcomes")
_TAKEN_OVER = ("facts", "outcomes")
ALIASES = {"with_": "with"}


@dataclass(frozen=True, slots=True)
class StepChange:
    """A step that is added, dropped or changed (in which keys), with the provisions that govern it on either side."""

    step: str
    how: str
    keys: tuple[str, ...]
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProcedureChange:
    """A procedure that is added, dropped or changed: its steps, and the other keys of its file that differ."""

    procedure: str
    title: str
    how: str
    steps: tuple[StepChange, ...]
    keys: tuple[str, ...]


def procedures_changed(before: Side, after: Side) -> tuple[ProcedureChange, ...]:
    """The procedures that differ in the two editions, under the default readings. Raises InputError."""
    old, new = ({each.name: each for each in procedures_of(one.law)} for one in (before, after))
    names = dict.fromkeys((*new, *old))
    found = (_procedure(old.get(name), new.get(name), before.edition, after.edition) for name in names)
    return tuple(each for each in found if each)


def _procedure(old: Procedure | None, new: Procedure | None, before: str, after: str) -> ProcedureChange | None:
    """What differs between two states of a procedure; None where nothing does."""
    if old is None or new is None:
        its, how = (new, "added") if new else (old, "dropped")
        return ProcedureChange(its.name, its.file.title, how, (), ()) if its else None
    if old is new and before == after:
        return None
    steps = tuple(_steps(old.steps(before, {}), new.steps(after, {}), _readings(old, before), _readings(new, after)))
    keys = tuple(ALIASES.get(key, key) for key in _OTHERS if _differ(old, new, key))
    return ProcedureChange(new.name, new.file.title, "changed", steps, keys) if steps or keys else None


def _differ(old: Procedure, new: Procedure, key: str) -> bool:
    """Does a key differ, and not only in what is taken over from the procedure it is like and cannot matter here?"""
    stated = [getattr(each.file, key) for each in (old, new)]
    if stated[0] == stated[1] or key not in _TAKEN_OVER:
        return bool(stated[0] != stated[1])
    live = ({name for each in (old, new) for name in getattr(mattering(each), key)}) if new.file.like else None
    names = {name for name in (*stated[0], *stated[1]) if stated[0].get(name) != stated[1].get(name)}
    return bool(names if live is None else names & live)


def _readings(its: Procedure, edition: str) -> dict[str, Any]:
    """What the readings of each step make of it in an edition."""
    return {
        step: {
            question: {name: option.model_dump(include={"default", "set"}) for name, option in options.items()}
            for question, options in its.questions(step, edition).items()
        }
        for step in its.order
    }


def _steps(
    old: Mapping[str, Step], new: Mapping[str, Step], read_old: Mapping[str, Any], read_new: Mapping[str, Any]
) -> Iterator[StepChange]:
    for name in dict.fromkeys((*new, *old)):
        there = [steps[name] for steps in (old, new) if name in steps]
        provisions = tuple(dict.fromkeys(norm.cite for step in there for norm in step.norms))
        if len(there) == 1:
            yield StepChange(name, "added" if name in new else "dropped", (), provisions)
            continue
        keys = [key for key in Step.model_fields if getattr(old[name], key) != getattr(new[name], key)]
        if read_old[name] != read_new[name]:
            keys.append("readings")
        if keys:
            yield StepChange(name, "changed", tuple(keys), provisions)
