"""Drawing one of several things, with strategies that are made once: making them anew costs more than drawing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Draw(Protocol):
    """What draws a value from a strategy: inside of a strategy, or in the midst of a test."""

    def __call__(self, strategy: st.SearchStrategy[T], /) -> T:
        """A value of the strategy."""


def one_of_these(draw: Draw, several: Sequence[T]) -> T:
    """One of several things, of which there is at least one; the first is the simplest."""
    return several[draw(_place(len(several)))]


def in_any_order(draw: Draw, several: Sequence[T]) -> list[T]:
    """The same things in some order."""
    return [several[place] for place in draw(_order(len(several)))]


def once_in(draw: Draw, many: int) -> bool:
    """Yes about once in so many times; no is the simpler answer."""
    return draw(_place(many)) == many - 1


@lru_cache(maxsize=512)
def number(least: int, most: int) -> st.SearchStrategy[int]:
    """Whole numbers between two, both included."""
    return st.integers(least, most)


@lru_cache(maxsize=512)
def _place(several: int) -> st.SearchStrategy[int]:
    return st.sampled_from(range(several))


@lru_cache(maxsize=64)
def _order(several: int) -> st.SearchStrategy[list[int]]:
    return st.permutations(range(several))
