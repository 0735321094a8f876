"""The chances that are given for choices, made sense of: choices that there are, and shares that can be."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.questions.chances.choices import MISSED, Choices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.questions.standing import Standing

_ROUND = re.compile(r"\.(\d+)\.")
_HUGE = re.compile(r"[eE][+-]?\d{4}")  # a number that would take for ever to write out
NEARLY = Fraction(1, 10**9)  # as far as shares may be off that were computed in floats


def given_chances(law: Standing, named: Mapping[str, Fraction | float | str]) -> dict[str, Fraction]:
    """The chances of choices by name, exactly.

    Raises InputError for names and rounds that the procedure does not have, for what is no chance, and for the
    chances of one step that cannot be shares of a whole.
    """
    found = {name: _chance(name, value) for name, value in named.items()}
    for name in found:
        _check_name(law, name)
    for names, missed, turn in _together(law):
        _check_shares(Choices(found), names, missed, turn)
    return found


def _check_name(law: Standing, name: str) -> None:
    """Refuse a choice that there is not, and one that does not come in the round that is named."""
    rounds: dict[str, list[int]] = {}
    for names, missed, turn in _together(law):
        for each in filter(None, (*names, missed)):
            rounds.setdefault(each, []).append(turn)
    plain, its = _ROUND.sub(".", name, count=1), law.procedure.name
    if plain not in rounds:
        raise InputError(f"{its} has no choice {name!r}", remedy=remedy(name, rounds))
    written, turns = _ROUND.search(name), sorted(set(rounds[plain]))
    if written and written[1] not in map(str, turns):
        comes = "comes once" if turns == [1] else f"comes in rounds {turns[0]} to {turns[-1]}"
        raise InputError(f"{its} has no choice {name!r}; {plain} {comes}", remedy="Name another round, or none")


def _together(law: Standing) -> Iterator[tuple[list[str], str, int]]:
    """The choices of which one is made, the name of making none in time (empty where one is), and the round."""
    course = law.program.course
    for here in course.occurrences:
        model = course.steps[here.step]
        if model.awaited:
            yield [f"{here.step}.{act}" for act in model.awaited], f"{here.step}.{MISSED}", here.round
        for aim in model.targets():
            there = [step for step in aim.either if course.aim(here, step) is not None]
            if len(there) > 1:
                yield [f"{here.step}.{step}" for step in there], "", here.round


def _check_shares(choices: Choices, names: list[str], missed: str, turn: int) -> None:
    """Refuse chances that are more than a whole, or less where all are given."""
    keys = {name: choices.given(name, turn) for name in (*names, missed) if name}
    given = [key for key in keys.values() if key]
    total = sum((choices.chances[key] for key in given), Fraction(0))
    complete = all(keys[name] for name in names)
    if not given or abs(total - 1) <= NEARLY or (total < 1 and not complete):
        return
    what = f"the chances of {', '.join(given)} add up to {total}"
    if total < 1 and missed and not keys[missed]:
        advice = f"Give chances that add up to 1, or {missed}={1 - total} if it may be missed"
    else:
        advice = "Give chances that add up to 1, or leave one out, which then has the rest"
    raise InputError(what, remedy=advice)


def _chance(name: str, value: Fraction | float | str) -> Fraction:
    """A chance between 0 and 1; `30%` and `3/10` are the same as 0.3. Raises InputError for anything else."""
    text = str(value).strip()
    try:
        found = Fraction(-1) if _HUGE.search(text) else Fraction(text.removesuffix("%"))
    except (ValueError, ZeroDivisionError):
        found = Fraction(-1)
    found /= 100 if text.endswith("%") else 1
    if not 0 <= found <= 1:
        raise InputError(f"{name}: {value} is no chance", remedy="Write a number from 0 to 1, or a percentage")
    return found
