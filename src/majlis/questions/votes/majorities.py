"""The majorities of a step as arithmetic: what is counted, out of whom, and which of them is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Name, Number
from majlis.logic.truth import truth
from majlis.questions.asking import without_round
from majlis.questions.counting import acts_of, counted_at
from majlis.voting.majority import EVERY_SEAT, FOR, SEATS, Base, Majority

if TYPE_CHECKING:
    from majlis.law.vocabulary import ActKind
    from majlis.logic.tree import Term
    from majlis.procedure.program import Finding
    from majlis.procedure.program import Majority as Stated
    from majlis.questions.judgement import Judgement
    from majlis.questions.standing import Standing


def majorities(law: Standing, finding: Finding) -> tuple[Majority, ...]:
    """The majorities that a threshold or a quorum may ask for, in the order of the rule file."""
    counted = _base(law, finding.counted)
    return tuple(_typed(law, finding, each, counted) for each in finding.majorities)


def due(law: Standing, found: Judgement, finding: Finding) -> Majority | None:
    """The one that is due in a judgement; None where it is not known which, and where none is."""
    typed = majorities(law, finding)
    open_ = [each for each, stated in zip(typed, finding.majorities, strict=True) if _may_be_due(found, stated)]
    return open_[0] if len(open_) == 1 else None


def _may_be_due(found: Judgement, stated: Stated) -> bool:
    return truth(stated.when, found.known) is not False


def _typed(law: Standing, finding: Finding, stated: Stated, counted: Base) -> Majority:
    base = _base(law, stated.base) if stated.base is not None else None
    return Majority(counted, stated.votes, stated.share, base, finding.more_than)


def _base(law: Standing, term: Term | None) -> Base:
    """What a figure of the record counts: by the positions that the vocabulary gives it."""
    if isinstance(term, Number):
        return Base(SEATS, EVERY_SEAT)
    if not isinstance(term, Name):
        return Base("")
    step, _, field = without_round(term.path)
    kind = kind_with(law, step, field)
    if kind is None:  # a figure of a tally: the votes of the candidate who leads are those in favour
        return Base(field, FOR if _leads(law, step, field) else frozenset())
    return Base(field, kind.positions(field))


def _leads(law: Standing, step: str, field: str) -> bool:
    """Is a figure of a tally the one that a majority counts?"""
    return any(counted_at(each) == (step, field) for each in law.program.findings if each.majorities)


def kind_with(law: Standing, step: str, field: str) -> ActKind | None:
    """The kind of act that a step awaits and that has a field; None where none has."""
    kinds = (law.procedure.law.vocabulary.act(act) for act in acts_of(law, step))
    return next((kind for kind in kinds if field in kind.fields), None)


def kind_tallied(law: Standing, step: str) -> ActKind | None:
    """The kind of act of a step that has the votes of candidates; None where none has."""
    kinds = (law.procedure.law.vocabulary.act(act) for act in acts_of(law, step))
    return next((kind for kind in kinds if any(each.type == "tally" for each in kind.fields.values())), None)
