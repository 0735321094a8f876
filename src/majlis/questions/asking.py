"""The question behind a name on the record: what would have to be known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from majlis.law.vocabulary import FieldKind
    from majlis.procedure.library import Procedure
    from majlis.procedure.model import Alongside, Step

_ASIDE = re.compile(r" \(.*?\)")
_CLOCKS = ("due", "slack", "since", "over")


def question_for(its: Procedure, name: str) -> str:
    """The question whose answer gives a name its value, such as "How many voted in favour?"."""
    if name in its.file.facts:
        return its.file.facts[name].asks
    step, _, field = without_round(name)
    if step in _CLOCKS:
        cite, _, at = name.partition(".")[2].partition("@")
        of = in_words(at.partition(".")[0])
        day = its.law.norm(cite).entry.by_day
        if day in its.file.facts and step != "since":
            return its.file.facts[day].asks
        bodies = _sitting(its, cite)
        if bodies and step != "since":  # the day of the act itself is known
            return f"On which days did {bodies} sit?"
        return f"On which day, and where hours count at what time, was the {of}?"
    if field == "date":
        return f"On which day was the {in_words(step)}?"
    if field == "left":
        return "How and when did the office that is next in line fall vacant?"
    if field == "done":
        return f"Has the {in_words(step)} happened?"
    kind = field_of(its, step, field)
    return kind.asks if kind else f"What is {in_words(field or step)}?"


def questions_of(its: Procedure) -> dict[str, str]:
    """What the facts of a procedure ask, and what a field of an act asks that is answered with yes or no.

    Remarks in brackets are left out. Matters and days are called by their own names.
    """
    asks = {name: fact.asks for name, fact in its.file.facts.items() if fact.type not in ("matter", "date")}
    steps: list[Step | Alongside] = [*its.file.steps, *its.file.alongside]
    for step in steps:
        for act in step.awaited:
            fields = its.law.vocabulary.act(act).fields.items()
            asks |= {f"{step.step}.{name}": field.asks for name, field in fields if field.type == "boolean"}
    return {name: _ASIDE.sub("", text) for name, text in asks.items()}


def _sitting(its: Procedure, cite: str) -> str:
    """The bodies in whose sitting days a provision counts, by their titles; empty for other provisions."""
    titles = its.law.constitution.actors()
    return " and ".join(titles[body] for body in its.law.norm(cite).entry.sitting)


def field_of(its: Procedure, step: str, field: str) -> FieldKind | None:
    """The field of the act that a step awaits; None where the vocabulary has none of that name."""
    vocabulary = its.law.vocabulary
    steps: list[Step | Alongside] = [*its.file.steps, *its.file.alongside]
    for each in steps:
        for act in each.awaited if each.step == step else ():
            fields = vocabulary.act(act).fields
            if field in fields:
                return fields[field]
    return None


def without_round(name: str) -> tuple[str, int, str]:
    """Step, round and field of a name on the record; the round is 1 where the name has none.

    A step alongside as it was seen from another (`STEP@OTHER.1.field`) is that step.
    """
    parts = name.split(".")
    rounds = [int(part) for part in parts[1:-1] if part.isdigit()]
    return parts[0].partition("@")[0], rounds[0] if rounds else 1, parts[-1] if len(parts) > 1 else ""


def in_words(name: str) -> str:
    """A name as a reader reads it."""
    return name.replace("_", " ")
