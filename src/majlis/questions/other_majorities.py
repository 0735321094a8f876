"""All majorities by which a body decides, side by side: for what each is asked, and whether this vote reaches it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.law.provision import COUNTED
from majlis.law.vocabulary import SeatsOf
from majlis.questions.counting import counted_at, share_in_words
from majlis.questions.majorities import kind_with
from majlis.voting.majority import Base, Majority

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.law.provision import Alternative, Provision
    from majlis.law.vocabulary import ActKind
    from majlis.procedure.program import Finding
    from majlis.questions.standing import Standing
    from majlis.questions.stood import Stood


@dataclass(frozen=True, slots=True)
class MajorityUse:
    """A provision that asks for a majority, and what it asks it for, in a few words."""

    provision: str
    about: str


@dataclass(frozen=True, slots=True)
class OtherMajority:
    """A majority of the constitution, held against this vote: `required` and `margin` are votes.

    `share` says of what the required number is a share, where it is no fixed number. `reached` and `margin` are None
    where the figures do not say, `required` where the base is not known.
    """

    required: int | None
    share: str
    reached: bool | None
    margin: int | None
    uses: tuple[MajorityUse, ...]


def other_majorities(law: Standing, finding: Finding, stood: Stood) -> tuple[OtherMajority, ...]:
    """The majorities that the same body's votes are counted for in the edition, least first; this vote's own too."""
    counted = counted_at(finding)[1]
    kind = kind_with(law, finding.step, counted)
    if kind is None:
        return ()
    votes = stood.figures.get(counted)
    titles = law.procedure.law.constitution.actors()
    found: dict[tuple[int | None, str], list[MajorityUse]] = {}
    for provision, stated in _stated(law, kind, counted):
        majority = Majority(Base(counted), stated.votes, stated.share, more_than=provision.more_than is not None)
        share = share_in_words(stated, more_than=majority.more_than, titles=titles)
        base = _base(law, stated, stood.figures)
        required = majority.least(base or 0) if base is not None or not share else None
        use = MajorityUse(f"{law.procedure.law.folder.name}/{provision.cite}", stated.about or provision.says)
        found.setdefault((required, share), []).append(use)
    rows = [_held(required, share, votes, tuple(uses)) for (required, share), uses in found.items()]
    return tuple(sorted(rows, key=lambda row: (row.required is None, row.required or 0, row.share)))


def _held(required: int | None, share: str, votes: int | None, uses: tuple[MajorityUse, ...]) -> OtherMajority:
    margin = votes - required if votes is not None and required is not None else None
    return OtherMajority(required, share, None if margin is None else margin >= 0, margin, uses)


def _stated(law: Standing, kind: ActKind, counted: str) -> Iterator[tuple[Provision, Alternative]]:
    """Every majority of the edition, under the readings that are taken, that counts such votes of the same body."""
    choices = dict(law.choices)
    for norm in law.procedure.law.norms():
        provision = norm.at(law.edition, choices)
        if provision is not None and provision.kind in COUNTED and _counts_alike(law, kind, counted, provision.of):
            yield from ((provision, each) for each in provision.majority)


def _counts_alike(law: Standing, kind: ActKind, counted: str, of: str | None) -> bool:
    """Does a threshold count the same figure of the same kind of act, or of one of the same body?"""
    role, _, field = (of or "").partition(".")
    acts = law.procedure.law.vocabulary.acts
    if field != counted or role not in acts:
        return False
    other, body = law.procedure.law.vocabulary.act(role), kind.fields[field].at_most
    return field in other.fields and (other.fields[field].at_most == body if body else other.fields == kind.fields)


def _base(law: Standing, stated: Alternative, figures: Mapping[str, int]) -> int | None:
    """The number that a share is taken of, as far as the figures say."""
    if isinstance(stated.of, SeatsOf):
        return law.procedure.law.seats(stated.of.seats_of, law.edition)
    return figures.get(str(stated.of).rpartition(".")[2])
