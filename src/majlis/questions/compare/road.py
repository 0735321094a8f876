"""The road that a draft must take: is it a change or an addition, what does its road ask for, and is it barred?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from majlis.errors import InputError
from majlis.logic.tree import names
from majlis.logic.truth import truth
from majlis.procedure.library import procedure
from majlis.questions.compare.bars import Bar, bars
from majlis.questions.judgement import program_of
from majlis.questions.need import need
from majlis.questions.needs import Needs  # noqa: TC001 - pydantic reads the annotations at run time

if TYPE_CHECKING:
    from majlis.law.amendment import AmendingRoad
    from majlis.questions.compare.changed import Changed
    from majlis.questions.compare.side import Side

Kind = Literal["change", "addition"]
CHANGE: Kind = "change"
ADDITION: Kind = "addition"
PRECONDITION = "precondition"


@dataclass(frozen=True, slots=True)
class Said:
    """A provision in its own sentence, with what it leaves open."""

    provision: str
    says: str
    note: str


@dataclass(frozen=True, slots=True)
class Road:
    """One way to amend: the provisions that open it, what its procedure needs, and what may not go that way.

    `ahead` has the steps at any time that must have been taken before another one can be, each with that other one;
    `in_force` the provisions on what brings it into force.
    """

    kind: Kind
    title: str
    by: tuple[Said, ...]
    needs: Needs
    bars: tuple[Bar, ...]
    ahead: dict[str, str]
    in_force: tuple[Said, ...]

    @property
    def barred(self) -> bool:
        """Is it certain that the draft may not go this way?"""
        return any(bar.articles and not bar.only_if for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Roads:
    """The road of a draft: `change` or `addition`, `open` where the text does not settle it, `none` without a change.

    What decides it are the provisions that are `altered` or `dropped`, those `added` in new paragraphs, and those that
    come into paragraphs that stand (`within`). `roads` has the road of a change, or both where the draft alters and
    drops nothing: the one that is likelier by its form comes first, and the text keeps it to neither.
    """

    taken: Literal["change", "addition", "open", "none"]
    altered: tuple[str, ...]
    dropped: tuple[str, ...]
    added: tuple[str, ...]
    within: tuple[str, ...]
    roads: tuple[Road, ...]
    alone: Road | None
    """Of a draft that is a change: the road that its additions could take if they stood alone."""
    undecided: Said | None
    """The provision that leaves open what is a change and what an addition, and who says so."""
    practice: str
    """Which way drafts that only add have gone."""


def roads(before: Side, found: Changed) -> Roads:
    """The road to what a draft has changed, by the law that it amends.

    Raises InputError where the file of the constitution does not say how it is amended.
    """
    frame = before.law.constitution.amendment
    if frame is None:
        what = f"the rules of {before.constitution} do not say how it is amended"
        raise InputError(what, remedy="Add `amendment:` to its constitution.yaml")
    altered, dropped = (tuple(each.provision for each in found.amending(how)) for how in ("changed", "dropped"))
    new = found.amending("added")
    within = tuple(each.provision for each in new if each.within)
    added = tuple(each.provision for each in new if not each.within)
    elsewhere = bool(found.procedures or found.frame)
    kinds: tuple[Kind, ...] = (CHANGE, ADDITION) if frame.addition else (CHANGE,)
    taken: Literal["change", "addition", "open", "none"] = "open"
    if altered or dropped or (not frame.addition and (new or elsewhere)):
        taken, kinds = CHANGE, (CHANGE,)
    elif added and not within:
        taken, kinds = ADDITION, (ADDITION, CHANGE)
    elif not (new or elsewhere):
        taken, kinds = "none", ()
    stated = {CHANGE: frame.change, ADDITION: frame.addition}
    ways = [_road(before, kind, way, found.articles) for kind in kinds if (way := stated[kind])]
    split = frame.addition if taken == CHANGE and added else None
    apart = tuple(dict.fromkeys(each.article for each in new if not each.within))
    alone = _road(before, ADDITION, split, apart) if split else None
    undecided = _said(before, frame.undecided) if frame.undecided else None
    return Roads(taken, altered, dropped, added, within, tuple(ways), alone, undecided, frame.practice)


def _road(before: Side, kind: Kind, stated: AmendingRoad, articles: tuple[str, ...]) -> Road:
    untouched = [
        fact for fact, where in stated.touching.items() if not where.by_subject and not any(map(where.among, articles))
    ]
    given = {**stated.given, **dict.fromkeys(untouched, "no")}
    needs = need(f"{before.constitution}/{stated.procedure}", edition=before.edition, given=given)
    by, in_force = (
        tuple(said for said in (_said(before, cite) for cite in cites) if said)
        for cites in (stated.by, stated.in_force)
    )
    barring = bars(before, stated, articles)
    return Road(kind, stated.title, by, needs, barring, _ahead(needs, before.edition), in_force)


def _ahead(needs: Needs, edition: str) -> dict[str, str]:
    """The steps at any time without which a precondition of another step fails, each with the first such step."""
    sides = {step.step for step in needs.steps if step.alongside}
    found: dict[str, str] = {}
    for finding in program_of(procedure(needs.procedure), edition, ()).findings:
        for name in names(finding.test) if finding.provision.kind == PRECONDITION else ():
            side, _, asked = name.partition("@")
            if side in sides and asked == f"{finding.occurrence}.done" and truth(finding.test, {name: False}) is False:
                found.setdefault(side, finding.step)
    return found


def _said(side: Side, cite: str) -> Said | None:
    """A provision as the edition has it; None where it has it not."""
    stands = side.law.norm(cite).at(side.edition, {})
    return Said(f"{side.constitution}/{cite}", stands.says, stands.note) if stands else None
