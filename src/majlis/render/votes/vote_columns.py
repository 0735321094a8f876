"""The scale of a vote in columns of a terminal: where a number of votes ends, and the ticks with their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.render.words import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.render.votes.hemicycle import Count

TICK, DUE_TICK, RULE = "|", "V", "-"
_END = ">"  # of a majority beyond the end of the scale


@dataclass(frozen=True, slots=True)
class Columns:
    """A scale of votes on so many columns."""

    count: Count
    wide: int

    def ends(self, votes: int) -> int:
        """How many columns that many votes fill.

        They reach the column of a tick only where they reach its majority, however coarse the scale; where two ticks
        share a column, that is so for the one that is due.
        """
        filled = self._up_to(votes)
        for mark in sorted(self.count.marks, key=lambda each: (each.due, each.votes)):
            at = self.at(mark.votes)
            filled = min(filled, at) if votes < mark.votes else max(filled, at + 1)
        return filled

    def at(self, votes: int) -> int:
        """The column of a tick, from 0: the one that the last of so many votes lies in."""
        return max(self._up_to(votes) - 1, 0)

    def _up_to(self, votes: int) -> int:
        """The columns that so many votes need, a part of one counted as a whole."""
        return min(-(-votes * self.wide // self.count.whole), self.wide)

    def ticks(self) -> dict[int, bool]:
        """The columns that have a tick, and whether it is one of a majority that is due."""
        found: dict[int, bool] = {}
        for mark in self.count.marks:
            column = self.at(mark.votes)
            found[column] = found.get(column, False) or mark.due
        return found

    def scale(self) -> Iterator[str]:
        """The numbers at the ticks, in as many lines as they need, and below them the rule with the ticks."""
        rule = [RULE] * self.wide
        for column, due in self.ticks().items():
            rule[column] = DUE_TICK if due else TICK
        yield from (line.rstrip() for line in reversed(self._numbers()))
        yield "".join(rule)

    def _numbers(self) -> list[str]:
        """Lines of numbers, the lowest first; a number that stands higher has a line down to its tick.

        They are written from right to left, as each begins at its tick; where that leaves no room for the one that is
        due, it is written before all others.
        """
        due = self.count.due.votes if self.count.due else None
        marked = {mark.votes for mark in self.count.marks}
        from_right = sorted(marked, key=lambda each: (-self.at(each), each != due, each))
        levels, written = self._written(from_right)
        if due is not None and due not in written:
            levels, _ = self._written(sorted(from_right, key=lambda each: each != due))
        return ["".join(level) for level in levels]

    def _written(self, marked: list[int]) -> tuple[list[list[str]], set[int]]:
        """The lines with the numbers of majorities in this order, and then the ends of the scale; which have room."""
        levels = [[" "] * self.wide]
        written = {votes for votes in marked if self._put(levels, votes, must=True)}
        for votes in (self.count.whole, 0):
            self._put(levels, votes, must=False)
        return levels, written

    def _said(self, votes: int) -> str:
        return number(votes) if votes <= self.count.whole else f"{number(votes)}{_END}"

    def _put(self, levels: list[list[str]], votes: int, *, must: bool) -> bool:
        """Write a number on the lowest line that has room for it; one that need not be there on the first only."""
        column, said = self.at(votes), self._said(votes)
        start = max(min(column, self.wide - len(said)), 0)
        around = slice(max(start - 1, 0), start + len(said) + 1)
        for height in range(len(levels) + 1 if must else 1):
            if height == len(levels):
                levels.append([" "] * self.wide)
            if any(level[column] != " " for level in levels[:height]):
                return False
            if all(each == " " for each in levels[height][around]):
                levels[height][start : start + len(said)] = said[: self.wide]
                for level in levels[:height]:
                    level[column] = TICK
                return True
        return False
