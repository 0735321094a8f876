"""Do some conditions between them cover every case? Decided by trying every word and truth value."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from majlis.logic.tree import Condition, names, some
from majlis.logic.truth import truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from majlis.logic.truth import Value

MOST_CASES = 5_000


def covers(
    parts: Iterable[Condition],
    domains: Mapping[str, tuple[Value, ...]],
    derive: Callable[[dict[str, Value]], None],
) -> bool:
    """True if some part holds in every case; False if none does in some case, or there is too much to try.

    `domains` lists the values that a name can have; `derive` adds the names that follow from others.
    """
    either = some(parts)
    used = [name for name in domains if name in names(either) or f"{name}.list" in names(either)]
    count = 1
    for name in used:
        count *= len(domains[name])
    if count > MOST_CASES:
        return False
    for values in product(*(domains[name] for name in used)):
        case = dict(zip(used, values, strict=True))
        derive(case)
        if truth(either, case) is not True:
            return False
    return True
