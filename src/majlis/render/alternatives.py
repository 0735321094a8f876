"""What holds for each value of a fact that is not given, gathered by the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from majlis.law.constitution import MATTER
from majlis.questions.asking import in_words
from majlis.render.words import cited, listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.questions.votes.vote import OtherFacts

_ANSWER = {True: ("Passes", "good"), False: ("Fails", "bad"), None: ("Open", "open")}
Rest = frozenset[tuple[str, Any]]


def grouped(alternatives: tuple[OtherFacts, ...]) -> Iterator[tuple[str, str, str, str]]:
    """Per answer: the word for it, its style, the cases in words and what is needed in them."""
    groups: dict[tuple[bool | None, int | None, str], list[dict[str, Any]]] = {}
    for each in alternatives:
        groups.setdefault((each.passes, each.required, each.provision), []).append(each.given)
    everything = [each.given for each in alternatives]
    for (passes, required, provision), given in sorted(
        groups.items(), key=lambda item: (item[0][0] is None, not item[0][0])
    ):
        word, style = _ANSWER[passes]
        by = f", by {cited(provision)}" if provision else ""
        needs = (
            f": {number(required)} needed{by}"
            if required is not None
            else ": no majority is set at this step"
            if not provision
            else by
        )
        yield word, style, _cases(given, everything), needs


def _cases(given: list[dict[str, Any]], everything: list[dict[str, Any]]) -> str:
    """The cases of a group: the values of the first fact, with those of the others where these matter."""
    first = MATTER if MATTER in given[0] else next(iter(given[0]))
    full = _by_first(everything, first)
    sets: dict[frozenset[Rest], list[Any]] = {}
    for value, rests in _by_first(given, first).items():
        sets.setdefault(frozenset() if rests == full[value] else frozenset(rests), []).append(value)
    label = "for" if first == MATTER else f"if {in_words(first)} is"
    parts = [
        f"{label} {listed(_runs(values), 'and' if first == MATTER else 'or')}{_where(rests)}"
        for rests, values in sets.items()
    ]
    return "; ".join(parts)


def _by_first(given: Iterable[dict[str, Any]], first: str) -> dict[Any, set[Rest]]:
    found: dict[Any, set[Rest]] = {}
    for each in given:
        found.setdefault(each[first], set()).add(frozenset(item for item in each.items() if item[0] != first))
    return found


def _where(rests: frozenset[Rest]) -> str:
    """Under which values of the further facts."""
    said = sorted(listed(f"{in_words(name)} is {shown(value)}" for name, value in sorted(rest)) for rest in rests)
    return f" if {listed(said, 'or')}" if said else ""


def shown(value: Any) -> str:
    """A value of a fact in words."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else in_words(str(value))


def _runs(values: list[Any]) -> list[str]:
    """Values in words, items of a list that follow one another drawn together: A.1 to A.3."""
    runs: list[list[str]] = []
    for value in map(shown, values):
        head, _, last = value.rpartition(".")
        before, _, number_before = runs[-1][-1].rpartition(".") if runs else ("", "", "")
        if (
            runs
            and last.isdigit()
            and number_before.isdigit()
            and head == before
            and int(last) == int(number_before) + 1
        ):
            runs[-1].append(value)
        else:
            runs.append([value])
    return [f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs]
