"""Do some conditions between them cover every case? Decided by trying every word and truth value."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from majlis.logic.tree import And, AtLeast, Condition, Known, Not, Or, names, some
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

    `domains` lists the values that a name can have; `derive` adds the names that follow from others. A name of
    which it is asked whether it is known may be missing as well; such a case is left out only if no part can hold.
    """
    either = some(parts)
    used = [name for name in domains if name in names(either) or f"{name}.list" in names(either)]
    asked = _asked(either)
    values = [domains[name] + ((None,) if name in asked else ()) for name in used]
    count = 1
    for each in values:
        count *= len(each)
    if count > MOST_CASES:
        return False
    for chosen in product(*values):
        case = {name: value for name, value in zip(used, chosen, strict=True) if value is not None}
        whole = len(case) == len(used)
        derive(case)
        held = truth(either, case)
        if held is False or (held is None and whole):
            return False
    return True


def _asked(part: Condition) -> frozenset[str]:
    """The names of which a condition asks whether they are known."""
    match part:
        case Known(path):
            return frozenset((path,))
        case Not(inner):
            return _asked(inner)
        case And(parts) | Or(parts) | AtLeast(_, parts):
            return frozenset[str]().union(*map(_asked, parts))
        case _:
            return frozenset()
