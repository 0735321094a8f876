"""What can stand under a fact or a field: the words that it may be, a count, a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.law.constitution import MATTER, matter_list
from majlis.logic.check import Kind

if TYPE_CHECKING:
    from majlis.engines.proof import Formula
    from majlis.logic.check import Type
    from majlis.questions.proof.space import Space


def fact_facts(space: Space) -> list[Formula]:
    """What holds of the facts of a case, those that the procedure fixes included."""
    found: list[Formula] = []
    file = space.procedure.file
    for name, kind in file.facts.items():
        if name == MATTER:
            continue
        its = space.program.types.get(name)
        if its is not None:
            found += admitted(space, name, its)
        elif kind.type == "date":
            found.append(space.is_day(space.number(name)))
    for name, value in file.fixed.items():
        number = space.formulas.word(value) if isinstance(value, str) else None
        found.append(space.formulas.truth(name) == value if number is None else space.number(name) == number)
    return found + _matter(space)


def admitted(space: Space, name: str, kind: Type) -> list[Formula]:
    """What holds of the value under a name, from its type."""
    number = space.number(name)
    if kind.kind is Kind.INTEGER:
        return [space.is_count(number)]
    if kind.kind is Kind.DAY:
        return [space.is_day(number)]
    if kind.kind is Kind.WORD and kind.words:
        return [one_of(space, name, sorted(kind.words))]
    return []


def one_of(space: Space, name: str, words: list[str]) -> Formula:
    """The formula that one of some words stands under a name."""
    return space.any_of([space.number(name) == space.formulas.word(word) for word in words])


def _matter(space: Space) -> list[Formula]:
    """The matter is one of those that the procedure is about and the edition lists, and stands in its list."""
    if MATTER not in space.program.types:
        return []
    frame = space.procedure.law.constitution
    matters = [each for each in space.procedure.matters if frame.has(frame.matters[each], space.edition)]
    listed = space.number(f"{MATTER}.list")
    found = [one_of(space, MATTER, matters)]
    for each in matters:
        is_it = space.number(MATTER) == space.formulas.word(each)
        found.append(space.z3.Implies(is_it, listed == space.formulas.word(matter_list(each))))
    return found
