"""Whole numbers that satisfy linear inequalities: is there a choice of them, and how far does each reach?

Variables are eliminated one by one (Fourier and Motzkin). Over whole numbers that is exact where, of each two
inequalities that bound a variable from below and from above, one has it once. Where neither has, the tighter shadow
of W. Pugh's Omega test (1991) is tried, then every value of a short row; what is left is not settled.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Coefficients = tuple[tuple[str, int], ...]
MOST_TRIED = 1_000  # values of one variable that are tried one by one
_Pairs = list[tuple[Coefficients, int]]


class NotSettledError(Exception):
    """Whether there are such whole numbers was not found out."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A sum of variables, each so many times, and a constant."""

    terms: Coefficients = ()
    constant: int = 0

    @classmethod
    def of(cls, terms: Mapping[str, int], constant: int = 0) -> Linear:
        """The sum in its plainest form: sorted, without variables that are not counted."""
        return cls(tuple(sorted((name, times) for name, times in terms.items() if times)), constant)

    def __add__(self, other: Linear) -> Linear:
        terms = dict(self.terms)
        for name, times in other.terms:
            terms[name] = terms.get(name, 0) + times
        return Linear.of(terms, self.constant + other.constant)

    def __mul__(self, times: int) -> Linear:
        return Linear.of({name: times * each for name, each in self.terms}, times * self.constant)

    def __sub__(self, other: Linear) -> Linear:
        return self + other * -1

    def at(self, point: Mapping[str, int]) -> int:
        """Its value for some numbers. Raises KeyError where one is missing."""
        return self.constant + sum(times * point[name] for name, times in self.terms)


@dataclass(frozen=True)
class Region:
    """The whole numbers for which every sum is at least 0; of each sum, with the constant that binds."""

    sums: dict[Coefficients, int]
    empty: bool = False

    @classmethod
    def where(cls, sums: Iterable[Linear]) -> Region:
        """The region in which these sums are at least 0."""
        return cls({}).also(sums)

    def also(self, sums: Iterable[Linear]) -> Region:
        """The part in which these sums are at least 0, too."""
        found, empty = dict(self.sums), self.empty
        for each in sums:
            times = gcd(*(times for _, times in each.terms))
            if not times:
                empty = empty or each.constant < 0
                continue
            terms = tuple((name, number // times) for name, number in each.terms)
            constant = each.constant // times
            found[terms] = min(found.get(terms, constant), constant)
            opposite = found.get(tuple((name, -number) for name, number in terms))
            empty = empty or (opposite is not None and opposite + found[terms] < 0)
        return Region(found, empty)

    @property
    def variables(self) -> frozenset[str]:
        """The variables that some sum counts."""
        return frozenset(name for terms in self.sums for name, _ in terms)

    def without(self, name: str) -> tuple[Region, bool]:
        """What the region says of the other variables, and whether that is exact over whole numbers."""
        rest, below, above = self._parted(name)
        exact = all(-up == 1 or low == 1 for low, _ in below for up, _ in above)
        return rest.also(low_sum * -up + up_sum * low for low, low_sum in below for up, up_sum in above), exact

    def point(self) -> dict[str, int] | None:
        """Some numbers of the region; None where there are none. Raises NotSettledError."""
        if self.empty:
            return None
        if not self.sums:
            return {}
        name = min(self.variables, key=self._cost)
        rest, exact = self.without(name)
        found = rest.point()
        if found is None:
            return None
        row = self._row(name, found)
        if row is None and not exact:
            found = self._tighter(name)
            row = self._row(name, found) if found is not None else None
        if found is not None and row is not None:
            return {**dict.fromkeys(self.variables, 0), **found, name: row[0]}
        return self._one_by_one(name)

    def reach(self, name: str) -> Iterator[tuple[int, int | None]]:
        """The numbers that a variable may have, as rows from a first to a last (None: without end).

        Every variable is at least 0. Raises NotSettledError.
        """
        left, exact = self, True
        for other in sorted(self.variables - {name}, key=self._cost):
            left, sure = left.without(other)
            exact = exact and sure
        first, last = left._row(name, {}) or (1, 0)  # noqa: SLF001 - a region of its own
        if left.empty or (last is not None and last < first):
            return
        if exact:
            yield first, last
            return
        if last is None or last - first >= MOST_TRIED:
            raise NotSettledError
        yield from rows(each for each in range(first, last + 1) if self.given({name: each}).point() is not None)

    def given(self, values: Mapping[str, int]) -> Region:
        """What the region says of the other variables where some have these values."""
        found = Region.where(
            Linear(
                tuple((name, times) for name, times in terms if name not in values),
                constant + sum(times * values[name] for name, times in terms if name in values),
            )
            for terms, constant in self.sums.items()
        )
        return Region(found.sums, self.empty or found.empty)

    def _cost(self, name: str) -> tuple[bool, int, str]:
        """How awkward a variable is to eliminate: not exactly, with many sums."""
        times = [number for terms in self.sums for other, number in terms if other == name]
        low, up = [each for each in times if each > 0], [-each for each in times if each < 0]
        exact = max(low, default=1) == 1 or max(up, default=1) == 1
        return not exact, len(low) * len(up), name

    def _parted(self, name: str) -> tuple[Region, list[tuple[int, Linear]], list[tuple[int, Linear]]]:
        """The sums without a variable, and those that bound it from below and from above, with how often."""
        rest: dict[Coefficients, int] = {}
        bounding = []
        for terms, constant in self.sums.items():
            times = dict(terms).get(name, 0)
            if times:
                bounding.append((times, Linear(terms, constant)))
            else:
                rest[terms] = constant
        below, above = ([each for each in bounding if (each[0] > 0) is up] for up in (True, False))
        return Region(rest, self.empty), below, above

    def _row(self, name: str, point: Mapping[str, int]) -> tuple[int, int | None] | None:
        """From which number to which a variable may go where the others are known; None where it may not at all."""
        _, below, above = self._parted(name)
        here = {**dict.fromkeys(self.variables, 0), **point, name: 0}
        first = max((-(each.at(here) // low) for low, each in below), default=0)
        last = min((each.at(here) // -up for up, each in above), default=None)
        return None if last is not None and last < first else (first, last)

    def _tighter(self, name: str) -> dict[str, int] | None:
        """Some numbers for the others that surely leave room for a variable; there may be numbers without."""
        rest, below, above = self._parted(name)
        room = (
            low_sum * -up + up_sum * low + Linear((), -(low - 1) * (-up - 1))
            for low, low_sum in below
            for up, up_sum in above
        )
        try:
            return rest.also(room).point()
        except NotSettledError:
            return None

    def _one_by_one(self, name: str) -> dict[str, int] | None:
        left = self
        for other in sorted(self.variables - {name}, key=self._cost):
            left, _ = left.without(other)
        first, last = left._row(name, {}) or (1, 0)  # noqa: SLF001 - a region of its own
        if last is None or last - first >= MOST_TRIED:
            raise NotSettledError
        tried = (self._with_others(name, each) for each in range(first, last + 1))
        return next((found for found in tried if found is not None), None)

    def _with_others(self, name: str, value: int) -> dict[str, int] | None:
        found = self.given({name: value}).point()
        return None if found is None else {**found, name: value}


def rows(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rising numbers, those that follow one another drawn together."""
    first = last = None
    for each in numbers:
        if first is None or last is None or each != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = each
        last = each
    if first is not None and last is not None:
        yield first, last
