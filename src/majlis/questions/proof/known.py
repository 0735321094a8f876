"""Claims that do not hold because the text is so: the constitution lists them, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from majlis.law.claims import known_claims
from majlis.questions.faults import Fault, fault
from majlis.questions.proof.claim import Claim, Fate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.errors import Where
    from majlis.law.claims import KnownClaim
    from majlis.law.library import Law


@dataclass
class Entry:
    """An entry of the list, where it stands, and whether it meets a claim."""

    known: KnownClaim
    where: Where
    met: bool = False


def marked(its: Law, claims: Iterable[Claim]) -> tuple[dict[int, Claim], list[Entry]]:
    """The refuted claims that the list of a constitution knows, by identity, marked so; and its entries.

    Raises InputError for a list that cannot be used.
    """
    known, document = known_claims(its.folder)
    entries = [Entry(each, document.where(("known", n))) for n, each in enumerate(known) if document]
    told: dict[int, Claim] = {}
    for claim in claims:
        if claim.fate is Fate.REFUTED and claim.constitution == its.folder.name:
            entry = next((each for each in entries if _meets(each.known, claim)), None)
            if entry:
                entry.met = True
                told[id(claim)] = replace(claim, fate=Fate.KNOWN, why=entry.known.because)
    return told, entries


def stale(entries: Iterable[Entry]) -> Iterator[Fault]:
    """A fault for each entry that meets no claim: what it says is no longer so."""
    for entry in entries:
        if not entry.met:
            what = f"no claim is refuted that this entry knows ({entry.known.kind}: {entry.known.about})"
            yield fault(what, entry.where, "Take it out, or mend what it names")


def _meets(known: KnownClaim, claim: Claim) -> bool:
    return (
        known.kind == claim.kind
        and known.about == claim.about
        and (not known.procedures or claim.procedure.partition("/")[2] in known.procedures)
        and (not known.editions or set(claim.editions) <= set(known.editions))
        and (not known.readings or claim.readings == known.readings)
    )
