"""From what was found to gaps: what an analysis found where a file declares a silence is one gap with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from majlis.law.library import law
from majlis.questions.gaps.gap import Gap
from majlis.questions.gaps.periods import HALTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from majlis.procedure.library import Procedure
    from majlis.questions.gaps.ambiguities import Doubt
    from majlis.questions.gaps.gap import Hole, Kind
    from majlis.questions.gaps.looking import Found, Looking

# What is found where a case comes to a halt, with the edge of the silence that it then is, if that says anything.
_HALTS: dict[str, str] = {
    "period runs out": "missed", "too late": "late", "no period": "", "tie": "", "line exhausted": "",
    "nobody between": "", "nothing decides": "",
}  # fmt: skip


def merged(looked: Looking) -> Iterator[Gap]:
    """The gaps of one procedure."""
    declared = {hole.key[1:]: hole for hole, found in looked.holes.values() if hole.silent and not found.choices}
    together: dict[tuple[str, ...], list[tuple[Hole, Found]]] = defaultdict(list)
    alone: list[tuple[Hole, Found]] = []
    for hole, found in looked.holes.values():
        if hole.silent or not found.editions or _waits_as_well(hole, looked):
            continue
        silence = declared.get(found.halt) if found.halt and not found.choices and hole.kind in _HALTS else None
        if silence is None:
            alone.append((hole, found))
        elif _HALTS[hole.kind] in ("", silence.edge):  # else the case came to its halt for another reason
            together[silence.key].append((hole, found))
    said = {(hole.step, hole.says) for hole in declared.values()}
    for hole, found in looked.holes.values():
        again = bool(found.choices) and (hole.step, hole.says) in said  # by another way to the same silence
        if hole.silent and not again:
            yield _gap(looked.procedure, hole, found, () if found.choices else together[hole.key])
    yield from (_gap(looked.procedure, hole, found, ((hole, found),)) for hole, found in alone)
    yield from (_ambiguity(looked.procedure, *each) for each in looked.doubts.values() if each[1].editions)


def drawn_together(gaps: Iterable[Gap]) -> list[Gap]:
    """A majority out of reach and a question of interpretation are one gap, whatever procedures they are met in."""
    found: dict[tuple[object, ...], Gap] = {}
    for gap in gaps:
        shared = gap.kind in ("too few members", "ambiguity")
        key = (gap.constitution, gap.says, gap.readings, gap.kind) if shared else (len(found),)
        found[key] = _with(found[key], gap) if key in found else gap
    return list(found.values())


def _with(one: Gap, other: Gap) -> Gap:
    editions = {*one.editions, *other.editions}
    return replace(
        one,
        places=(*one.places, *other.places),
        provisions=tuple(dict.fromkeys((*one.provisions, *other.provisions))),
        editions=tuple(name for name in law(one.constitution).editions if name in editions),
    )


def _waits_as_well(hole: Hole, looked: Looking) -> bool:
    """Is this a halt before a step that is found to be awaited without a period in any case?"""
    waiting = looked.holes.get((hole.kind, hole.step, ""))
    return hole.edge == HALTED and waiting is not None and bool(waiting[1].editions)


def _gap(its: Procedure, hole: Hole, found: Found, analyses: Sequence[tuple[Hole, Found]]) -> Gap:
    """A hole with the analyses that find it. The case of the first of them shows it best: it says why it is there."""
    kinds: tuple[Kind, ...] = tuple(dict.fromkeys(each.kind for each, _ in analyses))
    scenario = next((shown.scenario for _, shown in analyses if shown.scenario), found.scenario)
    shown = found.editions or found.without
    return Gap(
        constitution=its.law.folder.name,
        kind=hole.kind,
        says=hole.says,
        places=(f"{its.name}.{hole.step}",),
        provisions=_provisions(its, hole),
        editions=tuple(name for name in its.law.editions if name in shown),
        readings=tuple(f"{question}={reading}" for question, reading in found.choices),
        declared=hole.silent,
        analyses=kinds,
        left_to=hole.left_to,
        scenario=scenario,
        rests_on=hole.rests_on,
    )


def _provisions(its: Procedure, hole: Hole) -> tuple[str, ...]:
    """What a hole names itself, else the provisions that govern its step; then those that its sentence cites."""
    own = its.file.steps[its.order[hole.step]]
    cites = hole.provisions or (*(norm.cite for norm in own.norms), own.each, own.by)
    words = [word.strip("().,;:") for word in hole.says.split()] if hole.silent else []
    cited = [word for word in words if its.law.has(word) and not word.isdigit()]
    return tuple(dict.fromkeys(filter(None, (*cites, *cited))))


def _ambiguity(its: Procedure, doubt: Doubt, found: Found) -> Gap:
    return Gap(
        constitution=its.law.folder.name,
        kind="ambiguity",
        says=_asks(its, doubt),
        places=tuple(f"{its.name}.{step}" for step in doubt.steps),
        provisions=doubt.provisions,
        editions=tuple(name for name in its.law.editions if name in found.editions),
        readings=(f"{doubt.question}={doubt.reading}",),
        declared=True,
        analyses=("ambiguity",),
        left_to="",
        scenario=found.scenario,
    )


def _asks(its: Procedure, doubt: Doubt) -> str:
    """The question as the files put it: as one of the constitution, at a step, or at any provision that raises it."""
    shared = its.law.constitution.questions.get(doubt.question)
    entries = [step.readings for step in its.file.steps]
    entries += [its.law.norm(cite).entry.readings for cite in doubt.provisions]
    entries += [norm.entry.readings for norm in its.law.norms()]
    asked = (each[doubt.question].asks for each in entries if doubt.question in each)
    return shared.asks if shared else next(filter(None, asked), "")
