"""durable-rules as the inference engine: each told condition is a rule on one flat fact.

A narrow bridge, since the engine has sharp edges (durable-rules 2.0.28 is its last release): the low-level
module without its host, one handle per ruleset and thread, one fact under one fixed id, asserted, fired and
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
    from collections.abc import Mapping
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
        made: _Compiled | None = program.cache.get(("durable", threading.get_ident()))
        if made is None:
            made = program.cache["durable", threading.get_ident()] = _Compiled(program)
        return made.holding(record)


_own = threading.local()


def _handle(text: str) -> int:
    """The engine's handle of a ruleset in this thread. Equal rulesets share one: the engine never gives memory back."""
    handles: dict[str, int] = _own.__dict__.setdefault("handles", {})
    if text not in handles:
        handles[text] = rules.create_ruleset(f"s{len(handles)}", text)
    return handles[text]


class _Compiled:
    """A program as rulesets, stage by stage; for one thread."""

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
    """Some conditions of one stage under one handle."""

    def __init__(self, staged: list[Staged]) -> None:
        self.fields = Fields()
        self.always = [each for each in staged if each.when == Constant(value=True)]
        self.rules = {f"r{number}": each for number, each in enumerate(staged) if not isinstance(each.when, Constant)}
        written = {name: {"all": [{"m": _rule(each.when, self.fields)}]} for name, each in self.rules.items()}
        self.fields.check()
        self.handle = _handle(json.dumps(written)) if written else None

    def fired(self, record: Mapping[str, Value]) -> list[Staged]:
        """The conditions that hold of a record."""
        found = list(self.always)
        if self.handle is None:
            return found
        fact = _encode(self.fields.of(record))
        try:
            status, state = rules.assert_fact(self.handle, _FACT + ("," if len(fact) > 2 else "") + fact[1:])
            if status != 0:  # nothing matched, so nothing was stored
                return found
            begun = rules.start_action_for_state(self.handle, state)
            message: str | None = begun and begun[1]
            while message:  # a rule's message begins with its name: {"r12":...
                found.append(self.rules[message[2 : message.index('"', 2)]])
                message = rules.complete_and_start_action(self.handle, state)
        finally:
            rules.retract_fact(self.handle, _RETRACT)
        return found


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
