"""Claims about a norm, a step or an outcome wherever it occurs: can it be kept, broken, reached, and is it idle?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.proof.claim import Claim, Fate, Kind
from majlis.questions.proof.duties import BROKEN, KEPT
from majlis.questions.proof.examine import Shown
from majlis.questions.proof.reaching import ENDS, REACHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.questions.proof.examine import Examined

_SAYS = {
    KEPT: "{} can be kept.",
    BROKEN: "{} can be broken, or fail to be reached.",
    REACHED: "The step {} can be reached.",
    ENDS: "The procedure can end in {}.",
}
_KINDS = {KEPT: Kind.KEPT, BROKEN: Kind.BROKEN, REACHED: Kind.REACHED, ENDS: Kind.ENDS}


def claims_about_all(found: Iterable[Examined], *, whole: bool) -> Iterator[Claim]:
    """The claims about steps and outcomes; and, if all procedures were looked at (`whole`), those about norms."""
    everything = list(found)
    yield from _places(everything)
    if whole:
        yield from _norms(everything)
        yield from _idle(everything)


def _places(found: list[Examined]) -> Iterator[Claim]:
    """Each step and outcome of a procedure; where it can be in some editions only, it is told of these."""
    for each in found:
        places = dict.fromkeys((kind, name) for _, kind, name in each.can if kind in (REACHED, ENDS))
        for kind, name in places:
            shown = {edition: each.can[edition, kind, name] for edition, *what in each.can if what == [kind, name]}
            yield from _of_place(each.procedure, kind, name, shown)


def _of_place(procedure: str, kind: str, name: str, shown: dict[str, Shown]) -> Iterator[Claim]:
    """One claim for the editions in which it holds, one for those in which it does not."""
    says = _SAYS[kind].format(name)
    can = {edition: each for edition, each in shown.items() if each.can}
    cannot = {edition: each for edition, each in shown.items() if not each.can}
    if can:
        witness = next(iter(can.values())).witness
        yield Claim(_KINDS[kind], name, says, procedure, tuple(can), Fate.PROVED, witness=witness)
    if cannot:
        fate, why = _fate(cannot.values())
        if can and fate is Fate.REFUTED:
            fate, why = Fate.KNOWN, f"in these editions nothing leads there, as it does in {', '.join(can)}"
        yield Claim(_KINDS[kind], name, says, procedure, tuple(cannot), fate, why)


def _norms(found: list[Examined]) -> Iterator[Claim]:
    """Each norm in each edition, wherever it governs a step."""
    places: dict[tuple[str, str, str, str], dict[str, Shown]] = {}
    for each in found:
        constitution = each.procedure.partition("/")[0]
        for (edition, kind, name), shown in each.can.items():
            if kind in (KEPT, BROKEN):
                places.setdefault((constitution, kind, name, edition), {})[each.procedure] = shown
    for (constitution, kind, name, edition), where in places.items():
        fate, why = _fate(where.values())
        at = next((procedure for procedure, shown in where.items() if shown.can), next(iter(where)))
        says = _SAYS[kind].format(name)
        about = (f"{constitution}/{name}",)
        yield Claim(_KINDS[kind], name, says, at, (edition,), fate, why, about, (), where[at].witness)


def _fate(shown: Iterable[Shown]) -> tuple[Fate, str]:
    """Something can be if it can anywhere; it cannot if that is proved everywhere."""
    everywhere = list(shown)
    if any(each.can for each in everywhere):
        return Fate.PROVED, ""
    undecided = next((each for each in everywhere if each.can is None), None)
    return (Fate.OPEN, undecided.why) if undecided else (Fate.REFUTED, "there is no such case: that is proved")


def _idle(found: list[Examined]) -> Iterator[Claim]:
    """Of two duties that stand side by side somewhere: the one can be broken, there or elsewhere, without the other."""
    steps: dict[tuple[str, str, str], list[tuple[str, dict[str, Shown]]]] = {}
    for each in found:
        constitution = each.procedure.partition("/")[0]
        for (edition, cite), beside in each.with_it.items():
            steps.setdefault((constitution, edition, cite), []).extend((each.procedure, step) for step in beside)
    for (constitution, edition, cite), where in steps.items():
        for other in dict.fromkeys(name for _, beside in where for name in beside):
            shown = [beside.get(other, Shown(can=True)) for _, beside in where]
            fate, why = _fate(shown)
            says = f"{cite} asks for something that {other} does not ask for: it can be broken alone."
            at = next(procedure for procedure, beside in where if other in beside)
            both = (f"{constitution}/{cite}", f"{constitution}/{other}")
            witness = next((each.witness for each in shown if each.witness), None)
            yield Claim(Kind.REDUNDANT, f"{cite}, {other}", says, at, (edition,), fate, why, both, (), witness)
