"""The search for the cheapest choices: against every choice there is."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.voting.cheapest import Item, TooManySteps, cheapest

Chosen = frozenset[tuple[int, int]]  # places of items, each with the place of its option


@st.composite
def searches(draw: st.DrawFn, numbers: int | None = None) -> tuple[tuple[int, ...], list[Item[tuple[int, int]]]]:
    width = draw(st.integers(1, 3)) if numbers is None else numbers
    gains = st.tuples(*[st.integers(-3, 4)] * width)
    shapes = draw(st.lists(st.tuples(st.integers(1, 5), st.lists(gains, max_size=3)), max_size=5))
    items = [Item(cost, [(each, (at, way)) for way, each in enumerate(ways)]) for at, (cost, ways) in enumerate(shapes)]
    start = draw(st.tuples(*[st.integers(-6, 2)] * width))
    return start, items


def reaching(start: tuple[int, ...], items: list[Item[tuple[int, int]]]) -> set[Chosen]:
    """Every choice that lifts all numbers to 0 or above."""
    found = set()
    for taken in product(*[[None, *item.options] for item in items]):
        options = [option for option in taken if option is not None]
        lifted = map(sum, zip(start, *(gains for gains, _ in options), strict=True))
        if all(number >= 0 for number in lifted):
            found.add(frozenset(choice for _, choice in options))
    return found


def spares_none(chosen: Chosen, found: set[Chosen]) -> bool:
    parts = [frozenset(part) for size in range(len(chosen)) for part in combinations(chosen, size)]
    return not any(part in found for part in parts)


def cost(chosen: Chosen, items: list[Item[tuple[int, int]]]) -> tuple[int, int]:
    return sum(items[at].cost for at, _ in chosen), len(chosen)


@given(searches())
def test_what_is_found_reaches_and_comes_cheapest_first_and_once(
    search: tuple[tuple[int, ...], list[Item[tuple[int, int]]]],
):
    start, items = search
    found = list(map(frozenset, cheapest(start, items)))
    costs = [cost(chosen, items) for chosen in found]
    assert set(found) <= reaching(start, items)
    assert costs == sorted(costs)
    assert len(set(found)) == len(found)


@given(searches())
def test_the_items_of_every_choice_that_can_spare_none_are_found(
    search: tuple[tuple[int, ...], list[Item[tuple[int, int]]]],
):
    start, items = search
    every = reaching(start, items)
    item_sets = {frozenset(at for at, _ in chosen) for chosen in every}
    minimal = {each for each in item_sets if not any(other < each for other in item_sets)}
    found = [frozenset(at for at, _ in chosen) for chosen in cheapest(start, items)]
    assert minimal <= set(found)
    for at, each in enumerate(found):
        assert each in minimal or any(smaller < each for smaller in found[:at]) or each in found[:at]


@given(searches(numbers=1))
def test_with_one_number_each_choice_is_found_that_can_spare_none_by_the_best_option_of_each_item(
    search: tuple[tuple[int, ...], list[Item[tuple[int, int]]]],
):
    start, items = search
    best = [Item(item.cost, sorted(item.options, key=lambda option: -option[0][0])[:1]) for item in items]
    every = reaching(start, best)
    assert set(map(frozenset, cheapest(start, items))) == {chosen for chosen in every if spares_none(chosen, every)}


def test_of_options_that_add_the_same_the_first_is_taken():
    assert list(cheapest((-1,), [Item(1, [((1,), "first"), ((1,), "second")])])) == [("first",)]


def test_a_number_that_may_be_brought_down_again_is_kept_as_high_as_it_was():
    # The first number has 2 to spare, and both items that lift the second take 1 of it.
    items = [Item(1, [((-1, 2), "one")]), Item(1, [((-1, 2), "other")])]
    assert list(cheapest((2, -4), items)) == [("one", "other")]
    assert list(cheapest((1, -4), items)) == []


def test_a_long_search_is_given_up(monkeypatch: pytest.MonkeyPatch):
    items = [Item(1, [((1,), at)]) for at in range(20)]
    monkeypatch.setattr("majlis.voting.cheapest.MOST_STEPS", 100)
    found = cheapest((-10,), items)
    assert next(found) == tuple(range(10))
    with pytest.raises(TooManySteps):
        list(found)
