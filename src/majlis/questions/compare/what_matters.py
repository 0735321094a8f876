"""What matters of a case that shows a difference: what is given without which both sides would find alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from majlis.calendar.dates import written
from majlis.engines.trial import known
from majlis.law.constitution import MATTER, add_list
from majlis.logic.check import Kind
from majlis.logic.tree import Number, comparisons, names
from majlis.questions.asking import field_of, in_words, question_for, without_round
from majlis.questions.compare.differences import Matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.law.library import Law
    from majlis.logic.check import Type
    from majlis.logic.tree import Condition
    from majlis.logic.truth import Value
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Finding
    from majlis.questions.compare.pair import Pair
    from majlis.questions.judgement import Judgement

_ASIDE = re.compile(r" \(.*?\)")
_LIST = f"{MATTER}.list"  # it goes with the matter
_STEPS = (-1, 1, 1 << 10, -(1 << 10), 1 << 16)  # votes or days by which a number is moved
_ASKED = ("date", "left", "done")  # fields of every act, which have a question of their own
_CLOCKS = ("due.", "slack.", "since.", "over.")


def facts_that_matter(pair: Pair, findings: tuple[Finding | None, Finding | None]) -> tuple[Matter, ...]:
    """The facts and figures whose change, each alone, would remove a difference in a finding.

    First those that the finding reads itself are tried, then all behind them.
    """
    direct = {name for each in findings if each for name in names(each.applies) | names(each.test)}
    return tuple(_among(pair, findings, direct)) or tuple(_among(pair, findings, _behind(pair, direct)))


def _among(pair: Pair, findings: tuple[Finding | None, Finding | None], read: Iterable[str]) -> Iterator[Matter]:
    its = pair.before.case.procedure
    order = {name: place for place, name in enumerate(its.file.facts)}
    for name in sorted({*read} - {_LIST}, key=lambda name: (order.get(name, len(order)), name)):
        kind = next((each.program.types[name] for each in pair.judgements if name in each.program.types), None)
        values = [each.record.values[name] for each in pair.judgements if name in each.record.values]
        if kind and values and not name.startswith(_CLOCKS) and _tips(pair, findings, name, kind, values[0]):
            yield Matter(name, _asked(its, name), answer(its, values[0], kind))


def _behind(pair: Pair, read: set[str]) -> set[str]:
    """The names of the record from which some conditions come, down to the last."""
    found: set[str] = set()
    todo = list(read)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += [
                each for side in pair.judgements if (when := side.program.by_name.get(name)) for each in names(when)
            ]
    return found


def _tips(pair: Pair, findings: tuple[Finding | None, Finding | None], name: str, kind: Type, value: Value) -> bool:
    """Is there another value with which both sides find alike?"""
    compared = {number for each in findings if each for number in _numbers(each.applies, each.test)}
    return any(
        _state(pair.before, findings[0], changed) == _state(pair.after, findings[1], changed)
        for changed in _others(name, kind, value, compared)
    )


def _numbers(*parts: Condition) -> Iterator[int]:
    """The numbers that some conditions compare with."""
    for part in parts:
        for each in comparisons(part):
            yield from (side.value for side in (each.left, each.right) if isinstance(side, Number))


def _others(name: str, kind: Type, value: Value, compared: set[int]) -> Iterator[dict[str, Value]]:
    """Other values that a name may have."""
    if isinstance(value, bool):
        yield {name: not value}
    elif isinstance(value, int):
        other = {*(value + step for step in _STEPS), *(number + step for number in compared for step in (-1, 0, 1))}
        for each in sorted(other):
            if each >= 0:
                yield {name: each}
    else:
        for word in sorted(kind.words - {value}):
            changed: dict[str, Value] = {name: word}
            if name == MATTER:
                add_list(changed)
            yield changed


def _state(found: Judgement, finding: Finding | None, changed: dict[str, Value]) -> bool | None:
    """Is a norm broken; None where it is not known? One that does not apply, or is not there, is not."""
    if finding is None:
        return False
    told = known(found.program, {**found.record.values, **changed})
    if told.get(f"{finding.name}.bad"):
        return True
    return False if told.get(f"{finding.name}.met") or told.get(f"{finding.name}.na") else None


def _asked(its: Procedure, name: str) -> str:
    step, _, field = without_round(name)
    if name == MATTER or (name not in its.file.facts and field not in _ASKED and field_of(its, step, field) is None):
        return ""
    return _ASIDE.sub("", question_for(its, name))


def answer(its: Procedure, found: Value, kind: Type) -> str:
    """A value in words."""
    if isinstance(found, bool):
        return "yes" if found else "no"
    if kind.kind is Kind.DAY and isinstance(found, int):
        return written(found)
    return str(found) if isinstance(found, int) else word_for(its.law, found)


def word_for(law: Law, word: str) -> str:
    """An actor, an office or a matter by its title; any other word as it reads."""
    frame = law.constitution
    titled = frame.matters.get(word)
    return frame.actors().get(word) or (titled.title if titled else in_words(word))
