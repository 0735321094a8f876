"""The votes of each candidate, from the best, the second and how many there are."""

from __future__ import annotations

from typing import Protocol


class Read(Protocol):
    """What a model has under the names of a record."""

    def true(self, name: str) -> bool:
        """A yes or no."""

    def number(self, name: str) -> int:
        """A number."""


def candidates(found: Read, name: str, before: dict[str, int]) -> dict[str, int]:
    """The votes by candidate; those of a later round are named as they stood in the round before."""
    many = found.number(f"{name}.number")
    votes = [found.number(f"{name}.leading"), found.number(f"{name}.runner_up")][:many]
    votes += _others(found, name, many, sum(votes), votes[-1])
    return dict(zip(_names(found, name, many, before), votes, strict=True))


def _others(found: Read, name: str, many: int, taken: int, most: int) -> list[int]:
    """The votes of all behind the first two: as many as there are left, none above the second."""
    left, others = found.number(f"{name}.total") - taken, []
    limit = most if found.true(f"{name}.second_tied") else max(most - 1, 0)
    for _ in range(many - 2):
        others.append(min(left, limit))
        left -= others[-1]
    return others


def _names(found: Read, name: str, many: int, before: dict[str, int]) -> list[str]:
    fresh = [f"Candidate {letter}" for letter in "ABCDEFGH"]
    if not before:
        return fresh[:many]
    ranked = sorted(before, key=lambda who: -before[who])
    best, worst = found.number(f"{name}.best_rank"), found.number(f"{name}.worst_rank")
    new = [each for each in fresh if each not in before]
    chosen = [_at(ranked, best, new)]
    if many > 1:
        chosen.append(_at([who for who in ranked if who not in chosen], worst - (best < worst), new))
    between = [who for who in (*ranked[best - 1 : worst], *new) if who not in chosen]
    return [*chosen, *between][:many]


def _at(ranked: list[str], rank: int, new: list[str]) -> str:
    return ranked[rank - 1] if rank <= len(ranked) else new[0]
