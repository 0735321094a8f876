"""A provision that is dropped and another that is added in its place are one that has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from majlis.law.provision import COUNTED
from majlis.questions.compare.pair import NOTHING, result
from majlis.questions.compare.shown import shown_finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.procedure.program import Finding
    from majlis.questions.compare.differences import ProvisionEffect, Shown
    from majlis.questions.compare.pair import Pair
    from majlis.questions.compare.shown import Labels

_MEASURED = COUNTED | {"deadline", "interval"}


def with_replaced(
    effects: Iterable[ProvisionEffect],
    places: Mapping[str, str],
    witnesses: Mapping[str, tuple[Pair, tuple[Finding | None, Finding | None]]],
    labels: Labels,
) -> tuple[ProvisionEffect, ...]:
    """The effects, with each provision that takes the place of another told as one change.

    It does where both stand at one place of the text (`places`), are majorities or periods of one kind and judge one
    step, where no third does, and where a case of theirs (`witnesses`) comes out otherwise by the one than by the
    other. What is asked of a person or a thing may be asked beside other things: that is no change of one into another.
    """
    found = {each.provision: each for each in effects}
    for here in [each for each in found.values() if each.text == "dropped"]:
        stands = [each for each in found.values() if _place(each, places) == _place(here, places)]
        if [each.text for each in stands if each is not here] != ["added"]:
            continue
        new = next(each for each in stands if each is not here)
        if shown := _shown(witnesses.get(here.provision), witnesses.get(new.provision), labels):
            found[new.provision] = _one(here, new, shown)
            del found[here.provision]
    return tuple(found.values())


def _place(each: ProvisionEffect, places: Mapping[str, str]) -> tuple[str, ...]:
    """Where a provision stands, and which step it judges; one that no case shows stands alone."""
    if each.shown is None or each.text not in ("added", "dropped") or each.kind not in _MEASURED:
        return (each.provision,)
    return places[each.provision], each.kind, each.shown.procedure, each.shown.step


def _shown(
    one: tuple[Pair, tuple[Finding | None, Finding | None]] | None,
    other: tuple[Pair, tuple[Finding | None, Finding | None]] | None,
    labels: Labels,
) -> Shown | None:
    """A case of either that is found otherwise by the one, which is dropped, than by the other; None for none."""
    if not (one and other and (was := one[1][0]) and (now := other[1][1])):
        return None
    for pair, _ in (one, other):
        results = result(pair.before, was.name), result(pair.after, now.name)
        if results[0] != results[1] and not {*results} & {*NOTHING, "unknown"}:
            return shown_finding(pair, (was, now), labels)
    return None


def _one(old: ProvisionEffect, new: ProvisionEffect, shown: Shown) -> ProvisionEffect:
    both = {old.provision, new.provision}
    return replace(
        new, text="changed", shown=shown, replaces=old.provision, before=old.says,
        procedures=tuple(dict.fromkeys((*old.procedures, *new.procedures))),
        by=tuple(each for each in dict.fromkeys((*old.by, *new.by)) if each not in both),
        doubts=tuple(dict.fromkeys((*old.doubts, *new.doubts))),
        not_amended=tuple(dict.fromkeys((*old.not_amended, *new.not_amended)))
        if old.not_amended and new.not_amended
        else (),
    )  # fmt: skip
