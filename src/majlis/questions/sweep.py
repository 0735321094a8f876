"""From which number on does it pass: one figure of a vote swept over all that it may be.

The numbers fall into runs between those at which some comparison turns. These follow from the conditions; only the
ends of each run are judged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from majlis.engines import engine as engine_named
from majlis.errors import InputError
from majlis.questions.asking import question_for
from majlis.questions.counting import FIRST, acts_of, counted_field, counting_steps, tally_field
from majlis.questions.figures.asked import Asked, full_name, parts_of_name
from majlis.questions.figures.chosen_step import check_matter, chosen_step, earlier
from majlis.questions.figures.exploring import NOT_LINEAR, explored
from majlis.questions.figures.not_known import FAILS, PASSES
from majlis.questions.figures.open_figures import open_figures, split
from majlis.questions.figures.region import NotSettledError
from majlis.questions.figures.settling import pieces, reaches_of, with_elected
from majlis.questions.figures.span import Span, parse_span
from majlis.questions.figures.swept import Run, Sweep
from majlis.questions.figures.swept_readings import readings_that_turn
from majlis.questions.leading import next_steps
from majlis.questions.standing import standing, with_matter
from majlis.questions.votes.deciding import decided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from majlis.questions.figures.not_known import Row
    from majlis.questions.figures.open_figures import OpenFigures
    from majlis.questions.standing import Standing
    from majlis.questions.verdict import FindingResult
    from majlis.questions.votes.deciding import Decided

SHOWN = 10  # numbers that the last run shows at least, where it goes on for ever
_EVENTS = {PASSES: "passed", FAILS: "failed"}


def sweep(  # noqa: PLR0913 - each is one thing that a user may know of a vote
    procedure: str,
    figure: str,
    *,
    between: Any = None,
    matter: str | None = None,
    step: str | None = None,
    first: Any = None,
    date: date | None = None,
    edition: str | None = None,
    readings: Iterable[str] = (),
    given: Mapping[str, Any] | None = None,
    engine: str | None = None,
    votes: Mapping[str, Any] | None = None,
    **figures: Any,
) -> Sweep:
    """Say for every number of one figure whether a vote with it would pass, and what is needed.

    `figure` is a field of the act, `first` for what was counted at the earlier vote, or a candidate of `votes`. It runs
    over all numbers that fit the other figures, or over those `between` two (`60..90`); what else was given for it does
    not count. Everything else is as for `would_pass`. Facts and figures that are not given are tried as all that they
    can be: the answer is open where it hangs on them. Raises InputError for impossible figures and unknown names.
    """
    law = standing(procedure, edition=edition, day=date, readings=readings)
    facts = with_matter(given, matter)
    check_matter(law, facts)
    span = Span() if between is None else parse_span(between, figure)
    candidate = bool(votes) and figure in (votes or {})
    if figure == FIRST:
        first = span
    elif not candidate:
        figures[figure] = span
    if votes:
        figures[tally_field(law)] = {**votes, **({figure: span} if candidate else {})}
    chosen = engine_named(engine)
    at, known = chosen_step(law, chosen, figures, facts=facts, step=step, day=date, first=first)
    holder = counting_steps(law)[at]
    fixed, spans = split(holder, known)
    name = full_name(holder, figure)
    if figure == FIRST:
        name = next(iter(earlier(law, at, first)))
    elif candidate:
        name = f"{holder}.{tally_field(law)}.{figure}"
    asked = Asked(law, chosen, at, facts, fixed, date)
    return _Swept(asked, name, figure, spans, named=between is not None).answer()


@dataclass(frozen=True)
class _Swept:
    """The question: a step with all that is known of it, the figure that is swept, and what else has only bounds."""

    asked: Asked
    name: str
    figure: str
    spans: Mapping[str, Span]
    named: bool

    def answer(self) -> Sweep:
        law, asked = self.asked.law, self.asked
        rows = self._rows()
        low, start, last = rows[0].first, rows[-1].first, rows[-1].last
        shown = start + max(start - low, SHOWN) if last is None else last
        return Sweep(
            law.procedure.name, asked.step, law.edition, asked.engine.name, dict(asked.facts), self._others(),
            tuple(f"{question}={reading}" for question, reading in law.choices), self.figure, self._asks(),
            low, shown, "" if last is None else self._bounded_by(shown), last is None,
            counted_field(law, asked.step), tuple(self._runs(rows, shown)), law.procedure.file.title,
            tuple(readings_that_turn(asked, self.name, self.spans)),
        )  # fmt: skip

    def _rows(self) -> list[Row]:
        """The numbers that the figure may have, parted wherever something turns."""
        try:
            found, _ = explored(self.asked, self.spans)
            return list(with_elected(found, self.name, pieces(reaches_of(found, self.name))))
        except NotSettledError:
            what = f"{self.figure} cannot be swept: {NOT_LINEAR[0].lower()}{NOT_LINEAR[1:]}"
            raise InputError(what, remedy="Ask for single numbers") from None

    def _runs(self, rows: Iterable[Row], shown: int) -> Iterator[Run]:
        """The runs; those that differ only in that the number needed moves with the figure are drawn together."""
        figures = open_figures(self.asked, {self.name: self.spans[self.name]})
        before: _Ends | None = None
        for row in rows:
            here = self._ends(figures, row, shown if row.last is None else row.last)
            if before and before.goes_on(here):
                before = replace(before, run=_joined(before.run, here.run))
                continue
            if before:
                yield before.run
            before = here
        if before:
            yield before.run

    def _ends(self, figures: OpenFigures, row: Row, last: int) -> _Ends:
        """The run of a row of numbers, up to the last that is shown: what is found at both ends."""
        low, high = self._found(figures, row.first), self._found(figures, last)
        passes = {PASSES: True, FAILS: False}.get(row.answer)
        norm = low.decisive
        needed, margin = (low.required, high.required), (_margin(low), _margin(high))
        run = Run(
            row.first, last, passes, _same(needed), norm.provision if norm else "", norm.says if norm else "",
            needed, margin, self._follows(row.answer), row.answer, row.elected,
        )  # fmt: skip
        return _Ends(run, norm is not None and _by_share(self.asked.law, norm))

    def _found(self, figures: OpenFigures, number: int) -> Decided:
        vote = figures.at({self.name: number})
        return decided(vote.judged(self.asked.law, self.asked.engine), self.asked.step)

    def _follows(self, answer: str) -> tuple[str, ...]:
        """The steps and outcomes to which it leads that the vote passed, or failed."""
        event = _EVENTS.get(answer)
        return next_steps(self.asked.law.program.course.steps, self.asked.step, event) if event else ()

    def _asks(self) -> str:
        step, field, who = parts_of_name(self.name)
        return (
            f"How many votes did {who} receive?" if who else question_for(self.asked.law.procedure, f"{step}.{field}")
        )

    def _others(self) -> dict[str, Any]:
        """The figures that are fixed and those that have bounds, by field alone where they are of the step itself."""
        holder = self.asked.holder
        others = {name: str(span) for name, span in self.spans.items() if name != self.name}
        return {name.removeprefix(f"{holder}."): raw for name, raw in {**self.asked.fixed, **others}.items()}

    def _bounded_by(self, last: int) -> str:
        """The figure, or the body with its seats, that the last number comes from; empty where it was asked for."""
        if self.named and self.spans[self.name].last == last:
            return ""
        law = self.asked.law.procedure.law
        step, field, who = parts_of_name(self.name)
        kind = next(law.vocabulary.act(act) for act in acts_of(self.asked.law, step))
        own = kind.fields[field].at_most if field in kind.fields else None
        if own and not who and law.bound(own) == last:
            return law.constitution.bodies[own.seats_of].title
        wholes = [each.at_most for each in kind.bounds if field in each.parts and isinstance(each.at_most, str)]
        return next((whole for whole in wholes if f"{step}.{whole}" in self.asked.fixed), "")


@dataclass(frozen=True, slots=True)
class _Ends:
    """A run, and whether what is needed is a share, which moves."""

    run: Run
    share: bool

    def goes_on(self, other: _Ends) -> bool:
        """Does another run, which follows, go on as this one does?"""
        mine, its = self.run, other.run
        same = all(getattr(mine, word) == getattr(its, word) for word in ("answer", "elected", "provision", "says"))
        return same and mine.last + 1 == its.first and ((self.share and other.share) or mine.required == its.required)


def _joined(one: Run, other: Run) -> Run:
    needed, margin = (one.needed[0], other.needed[1]), (one.margin[0], other.margin[1])
    return replace(one, last=other.last, required=_same(needed), needed=needed, margin=margin)


def _same(ends: tuple[int | None, int | None]) -> int | None:
    return ends[0] if ends[0] == ends[1] else None


def _margin(found: Decided) -> int | None:
    return found.decisive.margin if found.decisive else None


def _by_share(law: Standing, norm: FindingResult) -> bool:
    cite = norm.provision.partition("/")[2]
    near = (each for each in law.program.findings if each.name == f"{cite}@{norm.occurrence}")
    return any(majority.share for each in near for majority in each.majorities)


__all__ = ["Run", "Sweep", "sweep"]
