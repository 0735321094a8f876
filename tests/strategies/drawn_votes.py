"""Votes to be drawn: any chamber, any tally, any sweep, with any names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from majlis.questions.figures.swept import Run, Sweep
from majlis.render.votes.hemicycle import Group, Hemicycle, Mark
from majlis.render.votes.tally import Row, Tally
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

POSITIONS = (*Position, None)
names = st.one_of(
    st.sampled_from(["Union", "New Path", "in favour", "<b>&amp;", "Ə\x00\x1b[31m\n", "W" * 60, ""]),
    st.text(max_size=90),
)


def marks(most: int, count: int = 8) -> st.SearchStrategy[tuple[Mark, ...]]:
    one = st.builds(Mark, st.integers(0, most), st.one_of(st.just("1.II"), names), st.booleans())
    return st.lists(one, max_size=count).map(tuple)


@st.composite
def intervals(draw: DrawFn, most: int) -> tuple[int, int]:
    first, second = draw(st.integers(0, most)), draw(st.integers(0, most))
    return draw(st.sampled_from([(first, first), (min(first, second), max(first, second))]))


@st.composite
def hemicycles(draw: DrawFn, most: int = 400, groups: int = 14) -> Hemicycle:
    """A body of up to `most` seats, near enough; sizes are drawn small and large."""
    each = max(1, most // groups)
    size = st.one_of(st.integers(0, 3), st.integers(0, each))
    made = draw(st.lists(st.builds(Group, names, st.sampled_from(POSITIONS), size), min_size=1, max_size=groups))
    if not any(group.seats for group in made):
        made.append(Group("alone", draw(st.sampled_from(POSITIONS)), draw(st.integers(1, most))))
    seats = sum(group.seats for group in made)
    return Hemicycle(
        draw(names), tuple(made), draw(intervals(seats)), draw(marks(seats + 3)),
        tuple(draw(st.lists(names, max_size=2))), draw(names), draw(names), draw(st.sampled_from(["in favour", "votes for " * 9])),
    )  # fmt: skip


@st.composite
def tallies(draw: DrawFn, most: int = 50_000_000) -> Tally:
    places = range(draw(st.integers(1, 7)))
    rows = [Row(draw(names), *draw(intervals(most)), draw(st.sampled_from(POSITIONS))) for _ in places]
    return Tally(
        draw(names), tuple(rows), draw(intervals(most)), draw(marks(most)),
        tuple(draw(st.lists(names, max_size=2))), draw(names),
    )  # fmt: skip


def swept(figure: str, *runs: tuple[int, int, bool | None], required: int | None = 5, endless: bool = False) -> Sweep:
    """A sweep of a figure with these runs."""
    made = tuple(Run(first, last, passes, required, "isle/1.II", "A rule.") for first, last, passes in runs)
    return Sweep(
        "law", "vote", "1900", "meaning", {}, {}, (), figure, "How many?", made[0].first, made[-1].last, "seats",
        endless, "in_favour", made,
    )  # fmt: skip


@st.composite
def sweeps(draw: DrawFn, most: int = 30) -> Sweep:
    """Runs side by side, each of which answers otherwise than the one before or by another number."""
    first = draw(st.integers(0, 10_000_000))
    runs: list[tuple[int, int, bool | None]] = []
    for _ in range(draw(st.integers(1, most))):
        last = first + draw(st.one_of(st.integers(0, 3), st.integers(0, 1_000_000)))
        runs.append((first, last, draw(st.sampled_from([True, False, None]))))
        first = last + 1
    required = draw(st.one_of(st.none(), st.integers(0, 10_000_000)))
    return swept(
        draw(st.sampled_from(["in_favour", "valid_votes", "a_very_long_figure" * 3])),
        *runs,
        required=required,
        endless=draw(st.booleans()),
    )
