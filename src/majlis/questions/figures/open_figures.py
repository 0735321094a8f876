"""The figures of a vote of which some are not fixed: what the sums of the vocabulary leave them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.procedure.course import Occurrence
from majlis.questions.asking import without_round
from majlis.questions.counting import acts_of, fields_of
from majlis.questions.figures.asked import full_name, parts_of_name
from majlis.questions.figures.region import Linear, Region
from majlis.questions.figures.span import Span, is_span, parse_span
from majlis.questions.figures.sums import COUNT, TALLY, cannot_come_out, sums_of, totals
from majlis.questions.votes.ballot import Ballot, ballot
from majlis.scenario.acts import completed
from majlis.scenario.placement import Placed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from majlis.law.vocabulary import ActKind
    from majlis.logic.truth import Value
    from majlis.questions.figures.asked import Asked
    from majlis.questions.standing import Standing


@dataclass(frozen=True)
class OpenFigures:
    """A vote with figures that may vary. `region` holds what these may be together.

    Its variables are called by step and field (`vote.in_favour`). Figures that are not on the record, since they are
    neither given nor follow from others, are not among them, but leave room for some whole numbers.
    """

    vote: Ballot
    kinds: Mapping[str, ActKind]
    region: Region
    free: tuple[str, ...]
    tallies: Mapping[str, Mapping[str, Linear]]
    """Of each step with votes by candidate of which some may vary: the votes of each."""

    def at(self, point: Mapping[str, int]) -> Ballot:
        """The vote with numbers for the figures that vary; those that follow from them are put in."""
        given: dict[str, dict[str, int]] = {step: {} for step in self.tallies}
        for name in self.free:
            step, field, who = parts_of_name(name)
            if not who:
                given.setdefault(step, {})[field] = point[name]
        placed = dict(self.vote.placed.at)
        for step, figures in given.items():
            here, kind = Occurrence(step, 1), self.kinds[step]
            values = completed(kind, self._kept(step) | figures)
            tally = {who: votes.at(point) for who, votes in self.tallies.get(step, {}).items()}
            placed[here] = replace(placed[here], values=values, tally=tally or placed[here].tally)
        return replace(self.vote, placed=Placed(placed, self.vote.placed.alongside, self.vote.placed.nowhere))

    def variables(self, record: Mapping[str, Value]) -> dict[str, Linear]:
        """The variables that stand on a record, by their names there."""
        pairs = ((path, without_round(path)) for path in record)
        found = ((path, f"{step}.{field}") for path, (step, _, field) in pairs if step in self.kinds)
        known = self.region.variables
        return {path: Linear(((name, 1),)) for path, name in found if name in known}

    def _kept(self, step: str) -> dict[str, Value]:
        """The values of an act that do not vary."""
        values = self.vote.placed.at[Occurrence(step, 1)].values
        return {field: value for field, value in values.items() if f"{step}.{field}" not in self.region.variables}


def open_figures(asked: Asked, spans: Mapping[str, Span]) -> OpenFigures:
    """The vote that is asked about, with further figures in spans, by full name.

    Raises InputError for figures that are no counts or impossible, and for sums that cannot come out.
    """
    law, fixed = asked.law, asked.fixed
    kinds = _kinds(law, [*fixed, *spans])
    tallies = _tallies(kinds, fixed, spans)
    for name in spans:
        _check_count(kinds, name)
    numbers = {name: Span(_int(value), _int(value)) for name, value in fixed.items() if _type(kinds, name) == COUNT}
    votes_of = {f"{name}.{who}": span for name, tally in tallies.items() for who, span in tally.items()}
    numbers |= {name: span for name, span in votes_of.items() if name not in spans}
    bounds = {**numbers, **spans}
    region = Region.where((*sums_of(law, kinds, bounds), *totals(tallies)))
    point = region.point()
    if point is None:
        least = {name: {who: span.first for who, span in tally.items()} for name, tally in tallies.items()}
        _ballot(asked, {**fixed, **least})  # what is wrong with the fixed figures is told as ever
        raise cannot_come_out(law, kinds, bounds)
    plain = {name: point[name] for name in spans if not parts_of_name(name)[2]}
    votes = {name: {who: point[f"{name}.{who}"] for who in tally} for name, tally in tallies.items()}
    vote = _ballot(asked, {**fixed, **plain, **votes})
    on_record = {f"{here.step}.{field}" for here, act in vote.placed.at.items() for field in act.values}
    region = region.given({name: span.first for name, span in numbers.items()})
    region = _without(region, region.variables - on_record - spans.keys())
    return OpenFigures(vote, kinds, region, tuple(spans), dict(_varying(tallies, spans)))


def _ballot(asked: Asked, figures: Mapping[str, Any]) -> Ballot:
    return ballot(asked.law, asked.step, asked.facts, figures, asked.day)


def split(holder: str, figures: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Span]]:
    """Figures of which one number is known and those that are spans, by step and field, and by candidate.

    `holder` is the step of a figure that is named by its field alone. Raises InputError for a faulty span.
    """
    fixed: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    for name, raw in figures.items():
        full = full_name(holder, name)
        if isinstance(raw, dict):
            several = {who: parse_span(votes, who) if is_span(votes) else votes for who, votes in raw.items()}
            fixed[full] = {who: votes for who, votes in several.items() if not isinstance(votes, Span)}
            spans |= {f"{full}.{who}": votes for who, votes in several.items() if isinstance(votes, Span)}
        elif is_span(raw):
            spans[full] = parse_span(raw, name)
        else:
            fixed[full] = raw
    return fixed, spans


def exact(holder: str, figures: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of which one number is known, as `split` has them; votes by candidate only where all are known.

    A tally that lacks a candidate would be judged as if nobody else stood. Raises InputError for a faulty span.
    """
    fixed, spans = split(holder, figures)
    open_tallies = {name.rpartition(".")[0] for name in spans if parts_of_name(name)[2]}
    return {name: raw for name, raw in fixed.items() if name not in open_tallies}


def _without(region: Region, hidden: Iterable[str]) -> Region:
    """The region without variables that only have to leave room for the others."""
    for name in sorted(hidden):
        rest, exact = region.without(name)
        region = rest if exact else region
    return region


def _tallies(
    kinds: Mapping[str, ActKind], fixed: Mapping[str, Any], spans: Mapping[str, Span]
) -> dict[str, dict[str, Span]]:
    """The votes by candidate, of each field that has such votes."""
    found: dict[str, dict[str, Span]] = {}
    for name, raw in fixed.items():
        if _type(kinds, name) == TALLY and isinstance(raw, dict):
            found[name] = {who: Span(_int(votes), _int(votes)) for who, votes in raw.items()}
    for name, span in spans.items():
        step, field, who = parts_of_name(name)
        if who:
            found.setdefault(f"{step}.{field}", {})[who] = span
    return found


def _varying(
    tallies: Mapping[str, Mapping[str, Span]], spans: Collection[str]
) -> Iterator[tuple[str, dict[str, Linear]]]:
    """Each step with votes by candidate of which some vary, and the votes of each."""
    for name, tally in tallies.items():
        if any(f"{name}.{who}" in spans for who in tally):
            each = ((who, f"{name}.{who}", span.first) for who, span in tally.items())
            votes = {who: Linear(((var, 1),)) if var in spans else Linear((), first) for who, var, first in each}
            yield parts_of_name(name)[0], votes


def _kinds(law: Standing, names: Iterable[str]) -> dict[str, ActKind]:
    """The kind of the act at each step: the one that has all of its figures, or else the first."""
    fields: dict[str, set[str]] = {}
    for name in names:
        step, field, _ = parts_of_name(name)
        fields.setdefault(step, set()).add(field)
    found = {}
    for step, wanted in fields.items():
        acts = acts_of(law, step)
        if not acts:
            known = [name for name in law.program.course.steps if acts_of(law, name)]
            raise InputError(f"{law.procedure.name} has no step {step!r} with figures", remedy=remedy(step, known))
        act = next((act for act in acts if wanted <= fields_of(law, act)), acts[0])
        found[step] = law.procedure.law.vocabulary.act(act)
    return found


def _check_count(kinds: Mapping[str, ActKind], name: str) -> None:
    step, field, who = parts_of_name(name)
    wanted = TALLY if who else COUNT
    known = [each for each, its in kinds[step].fields.items() if its.type == wanted]
    if field not in known:
        raise InputError(f"{field} is no figure of the step {step}", remedy=remedy(field, known))


def _type(kinds: Mapping[str, ActKind], name: str) -> object:
    """The type of a field; nothing where its act has none of that name."""
    step, field, _ = parts_of_name(name)
    kind = kinds[step].fields.get(field)
    return kind.type if kind else None


def _int(raw: Any) -> int:
    """A figure that was given as a number or a text; 0 for a fault, which the ballot tells."""
    text = str(raw)
    return int(text) if text.isascii() and text.isdigit() else 0
