"""The answer of `majlis check --prove` as a page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from majlis.questions.proof.claim import Fate, Kind
from majlis.render.page import BAD, FAINT, GOOD, PLAIN, STRONG, Page, Part
from majlis.render.words import listed, number

if TYPE_CHECKING:
    from majlis.questions.proof.claim import Claim
    from majlis.questions.proof.prove import Proofs

_ABOUT = {
    Kind.KEPT: "each norm can be kept",
    Kind.BROKEN: "each norm can be broken, or fail to be reached",
    Kind.CONFLICT: "no two duties at a step conflict",
    Kind.REDUNDANT: "no duty makes another idle",
    Kind.ONE_END: "every complete case stands in exactly one way",
    Kind.CAP: "no course goes on for ever while nobody breaks a duty",
    Kind.VOTES: "more votes in favour never turn passed into failed",
    Kind.REACHED: "every step can be reached",
    Kind.ENDS: "every outcome can be come to",
    Kind.WINDOW: "no period ends before it begins",
}
_INDENT = 2
_MARKS = {Fate.PROVED: GOOD, Fate.REFUTED: BAD}


def proofs_page(found: Proofs, *, claims: bool, saved: dict[int, str]) -> Page:
    """The counts by kind, then what is refuted, not decided and known; with `claims` every claim.

    `saved` are the files of the witnesses that were written, by the place of their claim.
    """
    page = Page()
    _summary(page, found)
    _table(page, found)
    for fate, title in (
        (Fate.REFUTED, "Refuted"),
        (Fate.OPEN, "Not decided"),
        (Fate.KNOWN, "Does not hold, as the text is so"),
    ):
        _several(page, found, fate, title, saved)
    if claims:
        _several(page, found, Fate.PROVED, "Proved", saved)
    for fault in found.faults:
        page.line(Part(str(fault), BAD))
    return page


def _summary(page: Page, found: Proofs) -> None:
    counts = {fate: len(found.of(fate)) for fate in Fate}
    several = len(found.procedures) != 1
    about = f"{number(len(found.procedures))} procedures" if several else found.procedures[0]
    what = f"{number(len(found.claims))} claims about {about}: "
    told = f"{number(counts[Fate.PROVED])} proved, {number(counts[Fate.REFUTED])} refuted, "
    known = f"{number(counts[Fate.OPEN])} not decided; {number(counts[Fate.KNOWN])} known not to hold."
    page.line(Part(what + told + known, BAD if counts[Fate.REFUTED] else STRONG))
    page.gap()


def _table(page: Page, found: Proofs) -> None:
    counted = Counter((claim.kind, claim.fate) for claim in found.claims)
    kinds = [kind for kind in Kind if any(counted[kind, fate] for fate in Fate)]
    width = max((len(_ABOUT[kind]) for kind in kinds), default=0)
    for kind in kinds:
        told = [f"{number(counted[kind, fate])} {fate}" for fate in Fate if counted[kind, fate]]
        page.line(f"{_ABOUT[kind]:<{width}}  {', '.join(told)}", indent=_INDENT)
    page.gap()


def _several(page: Page, found: Proofs, fate: Fate, title: str, saved: dict[int, str]) -> None:
    """The claims of one fate; what is the same of several editions is told once."""
    told: dict[tuple[str, ...], list[int]] = {}
    for place, claim in enumerate(found.claims):
        if claim.fate is fate:
            told.setdefault((claim.says, claim.why, claim.procedure, *claim.readings), []).append(place)
    if told:
        page.line(Part(f"{title}:", STRONG))
    for places in told.values():
        _one(page, [found.claims[place] for place in places], [saved[place] for place in places if place in saved])
    page.gap()


def _one(page: Page, claims: list[Claim], files: list[str]) -> None:
    claim = claims[0]
    editions = tuple(dict.fromkeys(edition for each in claims for edition in each.editions))
    under = f", under {listed(claim.readings)}" if claim.readings else ""
    where = f" ({claim.procedure}, {listed(editions)}{under})"
    page.line(Part(f"{claim.says}{where}", _MARKS.get(claim.fate, PLAIN)), indent=_INDENT)
    if claim.why:
        page.line(Part(claim.why, FAINT), indent=2 * _INDENT)
    for file in files:
        page.line(Part(f"majlis decide {file}", FAINT), indent=2 * _INDENT)
