"""Random figures for the fields of acts: near the numbers that matter, and so that their sums come out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from hypothesis import strategies as st

from majlis.errors import InputError
from majlis.law.vocabulary import SeatsOf
from majlis.nearest import remedy
from majlis.procedure.library import procedure
from majlis.questions.uses import places
from majlis.scenario.acts import completed
from majlis.scenario.model import Act
from majlis.testing.days import as_text, span
from majlis.testing.turning_points import near, turning_points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.law.library import Law
    from majlis.law.vocabulary import FieldKind
    from majlis.procedure.library import Procedure
    from majlis.testing.turning_points import Share

Raw: TypeAlias = dict[str, Any]
NAMES = ("A", "B", "C", "D")  # of candidates, and whatever else is a text
LEADING = "leading"  # what the record calls the votes of the one with the most
ABSENT = object()
_FEW = (0, 1, 2, 3)
_OF = 7  # of so many fields, the stated number is left out


def acts(name: str, act: str | None = None, *, missing_figures: bool = True) -> st.SearchStrategy[Act]:
    """Random acts of a procedure: of the kinds that its steps await, or of one kind of the vocabulary.

    Their figures lie near the numbers that its provisions compare, and fit together; `missing_figures`: now and
    then one is not given. Raises InputError for an unknown procedure or act.
    """
    its = procedure(name)
    kinds = its.law.vocabulary.acts
    if act is not None and act not in kinds:
        raise InputError(f"unknown act {act!r}", remedy=remedy(act, kinds))
    own = [act] if act else sorted({each for step in places(its) for each in step.awaited})
    dated = st.integers(*span(its.law)).map(as_text)
    gaps = 1 if missing_figures else 0
    made = st.one_of(
        *(
            st.builds(
                lambda kind, day, raw: {"act": kind, "date": day, **raw}, st.just(kind), dated, figures(its, kind, gaps)
            )
            for kind in own
        )
    )
    return made.map(Act.model_validate)


@lru_cache(maxsize=4096)
def figures(its: Procedure, act: str, gaps: int = 0) -> st.SearchStrategy[Raw]:
    """The fields of an act, whose sums come out; of each seven fields so many are missing."""
    fields = its.law.vocabulary.act(act).fields
    chosen = {
        field: st.one_of(*[value_of(its, act, field, kind)] * (_OF - gaps), *[st.just(ABSENT)] * gaps)
        for field, kind in fields.items()
    }
    made: st.SearchStrategy[Raw] = st.fixed_dictionaries(chosen).map(lambda raw: fitted(its.law, act, raw))
    shares = turning_points(its).shares.get(act, ())
    if not shares:
        return made
    beside = st.sampled_from((None, 0, -1, 1))
    return st.builds(
        lambda raw, share, by: _at_share(its.law, act, raw, share, by), made, st.sampled_from(shares), beside
    )


@lru_cache(maxsize=8192)
def value_of(its: Procedure, act: str, field: str, kind: FieldKind) -> st.SearchStrategy[Any]:
    """Random values of a field of an act."""
    turning = turning_points(its)
    if kind.type == "count":
        return count(its, turning.numbers.get((act, field), ()), its.law.bound(kind.at_most))
    if kind.type == "tally":
        return st.dictionaries(st.sampled_from(NAMES), count(its, (), None), min_size=1)
    return word_or_day(its, kind.type, turning.words.get((act, field), ()))


def word_or_day(its: Procedure, kind: str | tuple[str, ...], told: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Random values of a field or a fact that is no count; words that the procedure compares come more often."""
    frame = its.law.constitution
    if isinstance(kind, tuple):
        return st.sampled_from(kind)
    if kind in ("actor", "office", "matter"):
        named: dict[str, Iterable[str]] = {"actor": frame.actors(), "office": frame.offices, "matter": frame.matters}
        known = named[kind]
        holders = turning_points(its).holders if kind == "office" else ()
        wanted = sorted({*told, *holders} & set(known))
        return st.one_of([st.sampled_from(each) for each in (wanted, sorted(known)) if each])
    if kind == "boolean":
        return st.booleans()
    return st.integers(*span(its.law)).map(as_text) if kind == "date" else st.sampled_from(NAMES)


def count(its: Procedure, own: tuple[int, ...], most: int | None) -> st.SearchStrategy[int]:
    """Random counts: at what this one is compared with, one beside it, at what others are, and anywhere.

    One that the vocabulary does not bound goes some way beyond all numbers of the procedure.
    """
    turning = turning_points(its)
    end = most if most is not None else 10 * max((*turning.anywhere, *_FEW))
    wanted, others = (
        [each for each in several if each <= end] for several in (near(own), (*_FEW, *near(turning.anywhere)))
    )
    ends = [each for each in (end, end - 1) if each >= 0]
    pools = [wanted * 2, others + ends] if wanted else [others + ends]
    return st.one_of(*map(st.sampled_from, pools), st.integers(0, end))


def fitted(law: Law, act: str, raw: Raw) -> Raw:
    """Figures cut down until their sums come out."""
    found = {name: value for name, value in raw.items() if value is not ABSENT}
    kind = law.vocabulary.act(act)
    for whole, parts in kind.wholes.items():  # all that make up a whole leave it no choice
        if all(part in found for part in parts) or all(part in found for part in kind.atoms(whole)):
            found.pop(whole, None)
    for total in kind.bounds * len(kind.bounds):  # what one cuts down may be the bound of another
        bound = law.bound(total.at_most) if isinstance(total.at_most, SeatsOf) else found.get(total.at_most)
        if bound is None:
            continue
        left = sum(bound.values()) if isinstance(bound, dict) else bound
        for part in total.parts:
            left = _cut(found, part, left)
    return found


def _cut(found: Raw, part: str, left: int) -> int:
    """Cut a figure, or each of a tally, down to what is left; what is left after it."""
    value = found.get(part)
    if isinstance(value, dict):
        for who in value:
            value[who] = min(value[who], left)
            left -= value[who]
    elif value is not None:
        found[part] = min(value, left)
        left -= found[part]
    return left


def _at_share(law: Law, act: str, raw: Raw, share: Share, by: int | None) -> Raw:
    """Figures of which one stands where a share of another one turns, or beside; as they are where `by` is None."""
    kind = law.vocabulary.act(act)
    base = completed(kind, {name: value for name, value in raw.items() if isinstance(value, int)}).get(share.of)
    if by is None or not isinstance(base, int):
        return raw
    if share.of not in raw:  # it follows from its parts: those give way, or they would bind the other figure
        parts = {*kind.atoms(share.of), *kind.fields[share.of].made_of} - {share.counted}
        raw = {name: value for name, value in raw.items() if name not in parts} | {share.of: base}
    number = max(0, share.least(base) + by)
    if share.counted in raw:
        return fitted(law, act, {**raw, share.counted: number})
    tally = next((field for field, value in raw.items() if isinstance(value, dict)), None)
    if tally is None or share.counted != LEADING:
        return raw
    first, *others = raw[tally]
    votes = {first: number} | {who: min(number, raw[tally][who]) for who in others}
    return fitted(law, act, {**raw, tally: votes})
