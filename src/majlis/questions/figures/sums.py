"""The sums that the figures of acts must come to, as inequalities; what is wrong where they cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.questions.figures.asked import parts_of_name
from majlis.questions.figures.region import Linear
from majlis.questions.figures.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.law.vocabulary import ActKind, SeatsOf, Sum
    from majlis.questions.standing import Standing

COUNT, TALLY = "count", "tally"


def sums_of(law: Standing, kinds: Mapping[str, ActKind], bounds: Mapping[str, Span]) -> Iterator[Linear]:
    """All that the figures of some acts must satisfy, each as a sum that is at least 0."""
    for step, kind in kinds.items():
        for field, its in kind.fields.items():
            if its.type in (COUNT, TALLY):
                name = f"{step}.{field}"
                span = bounds.get(name, Span())
                yield Linear(((name, 1),), -span.first)
                ends = [each for each in (span.last, law.procedure.law.bound(its.at_most)) if each is not None]
                yield from (Linear(((name, -1),), end) for end in ends)
        for total in kind.sums:
            yield _at_most(law, step, total) - _together(step, total.parts)
        for whole, parts in kind.wholes.items():
            difference = _together(step, (whole,)) - _together(step, parts)
            yield from (difference, difference * -1)


def _at_most(law: Standing, step: str, total: Sum) -> Linear:
    if isinstance(total.at_most, str):
        return _together(step, (total.at_most,))
    return Linear((), law.procedure.law.bound(total.at_most) or 0)


def _together(step: str, fields: Iterable[str]) -> Linear:
    return Linear.of({f"{step}.{field}": 1 for field in fields})


def totals(tallies: Mapping[str, Mapping[str, Span]]) -> Iterator[Linear]:
    """That the votes of all candidates together are the votes for candidates."""
    for name, tally in tallies.items():
        difference = Linear.of({name: 1, **{f"{name}.{who}": -1 for who in tally}})
        yield from (difference, difference * -1)
        for who, span in tally.items():
            yield Linear(((f"{name}.{who}", 1),), -span.first)
            yield from [Linear(((f"{name}.{who}", -1),), span.last)] if span.last is not None else []


def cannot_come_out(law: Standing, kinds: Mapping[str, ActKind], bounds: Mapping[str, Span]) -> InputError:
    """The sum that no numbers satisfy, or all figures where none is alone to blame."""
    advice = "Mend the figures, or leave out what is not known"
    faults = (fault for step, kind in kinds.items() for fault in _faults(law, step, kind, bounds))
    names = ", ".join(parts_of_name(name)[1] for name in bounds)
    return InputError(next(faults, f"no whole numbers for {names} come out together"), remedy=advice)


def _faults(law: Standing, step: str, kind: ActKind, bounds: Mapping[str, Span]) -> Iterator[str]:
    spans = {field: bounds[f"{step}.{field}"] for field in kind.fields if f"{step}.{field}" in bounds}
    for total in kind.bounds:
        parts = {part: spans[part] for part in total.parts if part in spans}
        least, most, whole = sum(each.first for each in parts.values()), *_whole(law, total, spans)
        if most is not None and least > most:
            yield f"{' + '.join(parts)} is at least {least}, which exceeds {most}, {whole}"
    for field, span in spans.items():
        most = law.procedure.law.bound(kind.fields[field].at_most)
        if most is not None and span.first > most:
            yield f"{field} is at least {span.first}, which exceeds {most}, {_bound(kind.fields[field].at_most)}"
    for whole, direct in kind.wholes.items():
        highest = _most_of(kind, direct, spans)
        if whole in spans and highest is not None and highest < spans[whole].first:
            yield f"{' + '.join(direct)} is at most {highest}, and {whole} at least {spans[whole].first}"


def _most_of(kind: ActKind, fields: Iterable[str], spans: Mapping[str, Span]) -> int | None:
    """The most that figures can be together; None where nothing bounds one of them."""
    ends = [_most(kind, field, spans) for field in fields]
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None


def _most(kind: ActKind, field: str, spans: Mapping[str, Span]) -> int | None:
    """The most that a figure can be, by its own bounds or those of its parts."""
    if field in spans:
        return spans[field].last
    return _most_of(kind, kind.wholes[field], spans) if field in kind.wholes else None


def _whole(law: Standing, total: Sum, spans: Mapping[str, Span]) -> tuple[int | None, str]:
    """The most that parts may be together, and what bounds them."""
    if isinstance(total.at_most, str):
        return spans[total.at_most].last if total.at_most in spans else None, total.at_most
    return law.procedure.law.bound(total.at_most), _bound(total.at_most)


def _bound(limit: SeatsOf | None) -> str:
    return f"the seats of {limit.seats_of}" if limit else ""
