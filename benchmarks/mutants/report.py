"""What a run found: how many mutants were caught, by whom and of which kind, and which survive."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.mutants.explained import Explanation, explained, stale
from benchmarks.mutants.mutant import KINDS
from benchmarks.mutants.trial import CAUGHT, SAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.mutants.mutant import Mutant
    from benchmarks.mutants.trial import Tried

EQUIVALENT, EXPLAINED, LEFT = "equivalent", "explained", "left"
COLUMNS = (*CAUGHT, SAME, EQUIVALENT, EXPLAINED, LEFT)


@dataclass(frozen=True)
class Outcome:
    """A mutant with its fate; a survivor that is explained has its explanation's."""

    mutant: Mutant
    tried: Tried
    column: str


class Report:
    """All results of a run, with the explanations of the survivors."""

    def __init__(self, mutants: Mapping[str, Mutant], tried: Sequence[Tried], entries: Sequence[Explanation]) -> None:
        self._entries = entries
        self.outcomes = [self._outcome(mutants[each.id], each) for each in tried if each.id in mutants]

    def _outcome(self, mutant: Mutant, tried: Tried) -> Outcome:
        if tried.fate in (*CAUGHT, SAME):
            return Outcome(mutant, tried, tried.fate)
        why = explained(mutant, self._entries)
        return Outcome(mutant, tried, LEFT if why is None else EQUIVALENT if why.equivalent else EXPLAINED)

    @property
    def left(self) -> list[Outcome]:
        """The survivors that nothing explains."""
        return [each for each in self.outcomes if each.column == LEFT]

    def stale(self) -> list[Explanation]:
        """The explanations that explain none of these survivors."""
        return stale(self._entries, [each.mutant for each in self.outcomes if each.tried.fate not in (*CAUGHT, SAME)])

    def counts(self, kind: str | None = None) -> Counter[str]:
        """How many mutants (of a kind) there are in each column."""
        return Counter(each.column for each in self.outcomes if kind in (None, each.mutant.kind))

    def lines(self) -> Iterator[str]:
        """The report as text: a table by kind, the shares, and every survivor."""
        width = max(map(len, KINDS))
        yield f"{'kind':{width}} {'all':>6} " + " ".join(f"{each:>10}" for each in COLUMNS) + f" {'caught':>8}"
        for kind in (*KINDS, None):
            found = self.counts(kind)
            if found:
                cells = " ".join(f"{found[each]:>10,}" for each in COLUMNS)
                yield f"{kind or 'all':{width}} {sum(found.values()):>6,} {cells} {share(found):>8}"
        yield ""
        for each in sorted(self.left, key=lambda each: (each.mutant.file, each.mutant.line)):
            yield f"{each.mutant.id} {each.tried.fate}: {each.mutant}"


def share(found: Counter[str]) -> str:
    """The share that was caught out of all that make a difference, in per cent with one place, rounded down."""
    caught = sum(found[each] for each in CAUGHT)
    different = sum(found.values()) - found[SAME] - found[EQUIVALENT]
    tenths = 1000 * caught // different if different else 1000
    return f"{tenths // 10}.{tenths % 10} %"
