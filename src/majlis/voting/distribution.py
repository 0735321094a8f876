"""How likely each number is: the exact chances of a sum over the members of a chamber."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate

_LEAST = math.ulp(0.0)
_MOST = math.nextafter(1.0, 0.0)
_ALIKE = 1e-9  # chances that differ by less were rounded apart


def within(chance: float) -> float:
    """A chance that is neither 0 nor 1, kept so where its last digit would round it to either."""
    return min(max(chance, _LEAST), _MOST)


@dataclass(frozen=True, slots=True)
class Distribution:
    """The chance of each number (of votes, or of slack), from `first` on; the ends can come, others may not.

    A chance that is asked for is 1.0 exactly where it is certain and 0.0 exactly where it cannot be; else it lies
    between, and is right to twelve digits behind the point for some hundreds of members.
    """

    first: int
    chances: tuple[float, ...]

    @property
    def last(self) -> int:
        """The greatest number that can come."""
        return self.first + len(self.chances) - 1

    def exactly(self, number: int) -> float:
        """The chance of just that number."""
        return self.chances[number - self.first] if self.first <= number <= self.last else 0.0

    def at_least(self, number: int) -> float:
        """The chance of that number or more."""
        if number <= self.first:
            return 1.0
        return 0.0 if number > self.last else within(math.fsum(self.chances[number - self.first :]))

    def less_than(self, number: int) -> float:
        """The chance of less than that number."""
        if number > self.last:
            return 1.0
        return 0.0 if number <= self.first else within(math.fsum(self.chances[: number - self.first]))

    @property
    def expected(self) -> float:
        """The number to be expected on average."""
        return math.fsum(number * chance for number, chance in enumerate(self.chances, self.first))

    @property
    def deviation(self) -> float:
        """The standard deviation, in the unit of the numbers."""
        middle = self.expected
        squares = (chance * (number - middle) ** 2 for number, chance in enumerate(self.chances, self.first))
        return math.sqrt(math.fsum(squares))

    @property
    def likeliest(self) -> int:
        """The most likely number; the least of several that are equally likely."""
        return self.first + self.chances.index(max(self.chances))

    @property
    def equally_likely(self) -> tuple[int, ...]:
        """All numbers that are as likely as the likeliest, as far as floats can tell."""
        most = max(self.chances)
        near = (math.isclose(chance, most, rel_tol=_ALIKE) for chance in self.chances)
        return tuple(number for number, alike in enumerate(near, self.first) if alike)

    def interval(self, share: float = 0.9) -> tuple[int, int]:
        """The shortest run of numbers that holds at least that share of the chance: its first and its last number.

        Of several as short the one that holds most. Raises ValueError for a share that is not above 0 and at most 1.
        """
        if not 0 < share <= 1:
            raise ValueError(f"{share} is no share of what may come")
        total = [0.0, *accumulate(self.chances)]
        enough = min(share, total[-1])
        runs, end = [], 0
        for start, before in enumerate(total):
            while end < len(total) - 1 and total[end] - before < enough:
                end += 1
            if total[end] - before >= enough:
                runs.append((end - start, before - total[end], start))
        length, _, start = min(runs)
        return self.first + start, self.first + start + length - 1
