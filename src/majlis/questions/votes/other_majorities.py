"""All majorities by which a body decides, side by side: for what each is asked, and whether this vote reaches it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.law.provision import COUNTED
from majlis.law.vocabulary import SeatsOf
from majlis.questions.asking import in_words
from majlis.questions.counting import counted_at, seats_counted, share_of
from majlis.questions.votes.majorities import kind_with
from majlis.voting.majority import EVERY_SEAT, SEATS, Base, Majority

if TYPE_CHECKING:
    from majlis.law.provision import Alternative
    from majlis.law.vocabulary import ActKind
    from majlis.procedure.program import Finding
    from majlis.questions.standing import Standing
    from majlis.questions.votes.stood import Stood


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
    votes = stood.figures.get(counted_at(finding)[1])
    body = seats_counted(law.procedure, finding)
    rows = [_held(majority, uses, stood, votes, body) for majority, uses in body_majorities(law, finding)]
    return tuple(sorted(rows, key=lambda row: (row.required is None, row.required or 0, row.share)))


def body_majorities(law: Standing, finding: Finding) -> tuple[tuple[Majority, tuple[MajorityUse, ...]], ...]:
    """Each majority that the votes of the same body are counted for in the edition, with what it is asked for."""
    step, counted = counted_at(finding)  # the step of the act: a test of its figures has one of its own
    kind = kind_with(law, step, counted)
    return _stated(law, kind, counted, finding.provision.of) if kind else ()


def _held(
    majority: Majority, uses: tuple[MajorityUse, ...], stood: Stood, votes: int | None, body: tuple[int | None, str]
) -> OtherMajority:
    seats, title = body
    base = _number(majority.base, stood, seats) if majority.base else 0
    required = None if base is None else majority.least(base)
    margin = votes - required if votes is not None and required is not None else None
    return OtherMajority(required, share_asked(majority, title), None if margin is None else margin >= 0, margin, uses)


def _number(base: Base, stood: Stood, seats: int | None) -> int | None:
    """The number that a share is taken of, as far as it is known."""
    return seats if base.name == SEATS else stood.figures.get(base.name)


def share_asked(majority: Majority, title: str) -> str:
    """What a majority is a share of, in words; `title` is that of the body. Empty for a fixed number."""
    if majority.share is None or majority.base is None:
        return ""
    base = f"the seats of {title}" if majority.base.name == SEATS else in_words(majority.base.name)
    return share_of(majority.share, base, more_than=majority.more_than)


def _stated(
    law: Standing, kind: ActKind, counted: str, own: str | None
) -> tuple[tuple[Majority, tuple[MajorityUse, ...]], ...]:
    """Every majority of the edition, under the readings that are taken, that counts such votes of the same body."""
    choices = dict(law.choices)
    found: dict[Majority, list[MajorityUse]] = {}
    for norm in law.procedure.law.norms_of(COUNTED):
        provision = norm.at(law.edition, choices)
        if provision is None or not (provision.of == own or _counts_alike(law, kind, counted, provision.of)):
            continue
        for stated in provision.majority:
            majority = _typed(kind, counted, stated, more_than=provision.more_than is not None)
            use = MajorityUse(f"{norm.constitution}/{provision.cite}", stated.about or provision.says)
            found.setdefault(majority, []).append(use)
    return tuple((majority, tuple(uses)) for majority, uses in found.items())


def _typed(kind: ActKind, counted: str, stated: Alternative, *, more_than: bool) -> Majority:
    base = None
    if isinstance(stated.of, SeatsOf):
        base = Base(SEATS, EVERY_SEAT)
    elif stated.of:
        name = stated.of.rpartition(".")[2]
        base = Base(name, kind.positions(name) if name in kind.fields else frozenset())
    return Majority(Base(counted, kind.positions(counted)), stated.votes, stated.share, base, more_than)


def _counts_alike(law: Standing, kind: ActKind, counted: str, of: str | None) -> bool:
    """Does a threshold count the same figure of the same kind of act, or of one of the same body?"""
    role, _, field = (of or "").partition(".")
    acts = law.procedure.law.vocabulary.acts
    if field != counted or role not in acts:
        return False
    other, body = law.procedure.law.vocabulary.act(role), kind.fields[field].at_most
    return field in other.fields and (other.fields[field].at_most == body if body else other.fields == kind.fields)
