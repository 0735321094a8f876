"""Two states of one procedure over the same record, as one program.

What differs is put beside the first side's conditions under names of its own, so that a solver can hold one against
the other.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.logic.tree import names
from majlis.questions.compare.alike import SHOWN_BY_CLOCKS, VERDICTS, Alike, finding_of
from majlis.questions.compare.renaming import renamed
from majlis.questions.judgement import Choices, program_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Clock, Finding, Named, Program

OTHER = "'"  # behind the name of what only the other side has so


class Joint:
    """Two states of one procedure, under the same readings."""

    def __init__(self, one: Procedure, edition: str, other: Procedure, later: str, choices: Choices = ()) -> None:
        """Raises InputError for content that does not fit together."""
        self.sides = (one, edition), (other, later)
        self.choices = choices
        self.one, self.other = program_of(one, edition, choices), program_of(other, later, choices)
        self.alike = Alike(self.one, self.other)

    @cached_property
    def turned(self) -> Joint:
        """The same two states, the other way round."""
        (one, edition), (other, later) = self.sides
        return Joint(other, later, one, edition, self.choices)

    @property
    def same(self) -> bool:
        """Does everything that an engine reports come from the same conditions?"""
        one, other = self.one, self.other
        return {*one.told} == {*other.told} and one.ends == other.ends and all(map(self.alike.named, one.told))

    @property
    def same_course(self) -> bool:
        """Are there the same steps, lines and rounds on both sides?"""
        one, other = self.one.course, self.other.course
        return one.occurrences == other.occurrences and one.lines == other.lines

    @cached_property
    def findings(self) -> dict[str, tuple[Finding | None, Finding | None]]:
        """The findings of both sides by name; None where a side has it not."""
        one, other = ({each.name: each for each in program.findings} for program in (self.one, self.other))
        return {name: (one.get(name), other.get(name)) for name in {**other, **one}}

    @property
    def unknown(self) -> bool:
        """Is there a norm on either side whose wording is not known?"""
        return any(each.provision.not_known for pair in self.findings.values() for each in pair if each)

    @cached_property
    def otherwise(self) -> tuple[str, ...]:
        """The names of the findings that are not the same, word for word, in the order of the steps."""
        return tuple(name for name in self.findings if not (self.both(name) and self.alike.finding(name)))

    def both(self, name: str) -> bool:
        """Do both sides have a finding, and does it blame alike?"""
        one, other = self.findings[name]
        return one is not None and other is not None and one.provision.duty == other.provision.duty

    def through(self, name: str) -> tuple[str, ...]:
        """The provisions whose findings a finding hangs on and that are not the same, its own among them."""
        return self.behind(f"{name}.{word}" for word in VERDICTS)

    def behind(self, conditions: Iterable[str]) -> tuple[str, ...]:
        """The provisions whose findings some conditions hang on and that are not the same."""
        found: dict[str, None] = {}
        todo, seen = [*conditions], set[str]()
        while todo:
            here = todo.pop()
            if here in seen or self.alike.named(here):
                continue
            seen.add(here)
            word, _, clock = here.partition(".")
            if (finding := clock if word in SHOWN_BY_CLOCKS else finding_of(here)) in self.findings:
                found[finding.partition("@")[0]] = None
            for program in (self.one, self.other):
                todo += names(program.by_name[here]) if here in program.by_name else ()
        return tuple(sorted(found))

    def other_name(self, name: str) -> str:
        """The name that stands in the joint program for a name of the other side."""
        return name if self.alike.named(name) else self._apart(name)

    def _apart(self, name: str) -> str:
        word, _, clock = name.partition(".")
        return f"{word}.{clock}{OTHER}" if word in SHOWN_BY_CLOCKS else f"{name}{OTHER}"

    @cached_property
    def program(self) -> Program:
        """Both sides as one program over one record."""
        conditions = (*self.one.conditions, *self._conditions())
        clocks = (*self.one.clocks, *self._clocks())
        types, views = {**self.other.types, **self.one.types}, {**self.other.views, **self.one.views}
        return replace(self.one, conditions=conditions, clocks=clocks, types=types, views=views, cache={})

    def _conditions(self) -> Iterator[Named]:
        for each in self.other.conditions:
            if not self.alike.named(each.name):
                yield replace(each, name=self.other_name(each.name), when=renamed(each.when, self.other_name))

    def _clocks(self) -> Iterator[Clock]:
        for each in self.other.clocks:
            if not self.alike.clock(each.name):
                yield replace(each, name=f"{each.name}{OTHER}")
