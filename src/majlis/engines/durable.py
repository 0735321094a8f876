"""durable-rules as the inference engine: each told condition is a rule on one flat fact.

A narrow bridge, since the engine has sharp edges (durable-rules 2.0.28 is its last release): the low-level
module without its host, one handle for one thread at a time, one fact under one fixed id, asserted, fired and
retracted; only `field OP constant` conditions under `and` and `or`; names of our own making. Its limits are
kept by cutting rulesets below them. A comparison with a missing field satisfies neither side, which is
Kleene's logic when each condition is written in negation normal form.
"""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import durable_rules_engine as rules

from majlis.engines.fields import Fields
from majlis.engines.limits import fits
from majlis.engines.stages import stages
from majlis.logic.tree import And, Compare, Condition, Constant, Holds, Known, Not, OneOf, Or

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from majlis.engines.stages import Staged
    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

_FACT = '{"id":"x"'
_RETRACT = '{"id":"x"}'
_SIGNS = {"<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte", "!=": "$neq"}
_encode = json.JSONEncoder(separators=(",", ":")).encode


class Durable:
    """durable-rules as an engine."""

    name = "durable"

    def holding(self, program: Program, record: Mapping[str, Value]) -> frozenset[str]:
        """The names of the told conditions that are true."""
        made: _Compiled | None = program.cache.get("durable")
        if made is None:
            made = program.cache["durable"] = _Compiled(program)
        return made.holding(record)


class _Handles:
    """The engine's handles by the text of their ruleset: each is used by one thread at a time.

    The engine never gives memory back, so a handle that is free again serves the next thread, and equal
    rulesets of several programs.
    """

    def __init__(self) -> None:
        self._free: dict[str, list[int]] = {}
        self._made = 0
        self._lock = threading.Lock()

    def take(self, text: str) -> int:
        """A handle for a ruleset that nobody else is using."""
        with self._lock:
            free = self._free.get(text)
            if free:
                return free.pop()
            self._made += 1
            handle: int = rules.create_ruleset(f"s{self._made}", text)
            return handle

    def give_back(self, text: str, handle: int) -> None:
        """The handle is clean and free again."""
        with self._lock:
            self._free.setdefault(text, []).append(handle)


_handles = _Handles()


class _Compiled:
    """A program as rulesets, stage by stage; threads may share it, since it is only read."""

    def __init__(self, program: Program) -> None:
        self.told = frozenset(program.told)
        self.stages = [[_Ruleset(part) for part in _cut(stage)] for stage in stages(program)]

    def holding(self, record: Mapping[str, Value]) -> frozenset[str]:
        known = dict(record)
        held: list[str] = []
        for stage in self.stages:
            fired = [each for ruleset in stage for each in ruleset.fired(known)]
            for staged in fired:
                known[staged.name] = staged.holds
            held += [staged.name for staged in fired if staged.holds]
        return self.told.intersection(held)


class _Ruleset:
    """Some conditions of one stage that share a handle of the engine."""

    def __init__(self, staged: list[Staged]) -> None:
        self.fields = Fields()
        self.always = [each for each in staged if each.when == Constant(value=True)]
        self.rules = {f"r{number}": each for number, each in enumerate(staged) if not isinstance(each.when, Constant)}
        written = {name: {"all": [{"m": _rule(each.when, self.fields)}]} for name, each in self.rules.items()}
        self.fields.check()
        self.text = json.dumps(written) if written else ""

    def fired(self, record: Mapping[str, Value]) -> list[Staged]:
        """The conditions that hold of a record."""
        found = list(self.always)
        if not self.text:
            return found
        fact = _encode(self.fields.of(record))
        handle = _handles.take(self.text)
        try:
            found += self._fired(handle, _FACT + ("," if len(fact) > 2 else "") + fact[1:])
        finally:
            rules.retract_fact(handle, _RETRACT)
        _handles.give_back(self.text, handle)  # after an error a handle is left alone: it may not be clean
        return found

    def _fired(self, handle: int, fact: str) -> Iterator[Staged]:
        status, state = rules.assert_fact(handle, fact)
        if status != 0:  # nothing matched, so nothing was stored
            return
        begun = rules.start_action_for_state(handle, state)
        message: str | None = begun and begun[1]
        while message:  # a rule's message begins with its name: {"r12":...
            yield self.rules[message[2 : message.index('"', 2)]]
            message = rules.complete_and_start_action(handle, state)


def _rule(part: Condition, fields: Fields) -> dict[str, Any]:
    match part:
        case And(parts):
            return {"$and": [_rule(each, fields) for each in parts]}
        case Or(parts):
            return {"$or": [_rule(each, fields) for each in parts]}
        case Holds() | Known() | OneOf():
            return {fields.boolean(part): True}
        case Not(Holds() | Known() | OneOf() as inner):
            return {fields.boolean(inner): False}
        case Compare():
            field, sign, constant = fields.comparison(part)
            return {field: constant} if sign == "==" else {_SIGNS[sign]: {field: constant}}
        case Constant(None):
            return {fields.absent(): True}
        case _:
            raise TypeError(f"durable-rules has no form for {part!r}")


def _cut(stage: list[Staged]) -> list[list[Staged]]:
    """A stage cut into rulesets that stay within the engine's limits: in halves, until each half does."""
    if len(stage) < 2 or fits(staged.when for staged in stage):
        return [stage]
    middle = len(stage) // 2
    return [*_cut(stage[:middle]), *_cut(stage[middle:])]
