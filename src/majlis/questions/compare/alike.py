"""Which conditions of two programs over one record are the same, word for word: nothing has to be proved of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import names

if TYPE_CHECKING:
    from majlis.procedure.program import Program

SHOWN_BY_CLOCKS = ("due", "slack", "since", "over")
VERDICTS = ("na", "met", "bad")
_LEADING = ("applies.", "holds.")


class Alike:
    """Which conditions of two programs over the same names are the same, word for word.

    With `ignored`, the verdicts on these findings count as the same on both sides.
    """

    def __init__(self, one: Program, other: Program, ignored: frozenset[str] = frozenset()) -> None:
        self.one, self.other = one, other
        self._ignored = ignored
        self._clocks = {clock.name: clock for clock in one.clocks}, {clock.name: clock for clock in other.clocks}
        self._found: dict[str, bool] = {}

    def named(self, name: str) -> bool:
        """Does a name of a condition, or of the record, mean the same on both sides?"""
        if name not in self._found:
            self._found[name] = self._new(name)
        return self._found[name]

    def clock(self, name: str) -> bool:
        """Does a clock run alike on both sides?"""
        one, other = (clocks.get(name) for clocks in self._clocks)
        return one == other

    def finding(self, name: str) -> bool:
        """Are the verdicts on a finding the same on both sides?"""
        return all(self.named(f"{name}.{word}") for word in VERDICTS)

    def _new(self, name: str) -> bool:
        if finding_of(name) in self._ignored:
            return True
        one, other = self.one.by_name.get(name), self.other.by_name.get(name)
        if one is None and other is None:
            return self._on_record(name)
        return one == other and one is not None and all(map(self.named, names(one)))

    def _on_record(self, name: str) -> bool:
        word, _, clock = name.partition(".")
        if word in SHOWN_BY_CLOCKS:
            return self.clock(clock)
        where, _, field = name.rpartition(".")
        return field != "left" or _holder(self.one, where) == _holder(self.other, where)


def finding_of(name: str) -> str:
    """The finding that a named condition is about; the name itself for others."""
    for leading in _LEADING:
        if name.startswith(leading):
            return name.removeprefix(leading)
    head, _, word = name.rpartition(".")
    return head if word in VERDICTS else name


def _holder(program: Program, occurrence: str) -> str:
    """Who stands at an occurrence in a line of succession; empty for other steps."""
    step, _, turn = occurrence.rpartition(".")
    line = program.course.lines.get(step, ())
    return line[int(turn) - 1] if turn.isdigit() and int(turn) <= len(line) else ""
