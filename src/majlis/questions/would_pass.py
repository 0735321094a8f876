"""Would this vote pass: one step judged by itself, before anything has happened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from majlis.engines import engine as engine_named
from majlis.questions.counting import counted_field, counting_steps, looks_back, tally_field
from majlis.questions.figures.chosen_step import check_matter, chosen_step
from majlis.questions.figures.open_figures import split
from majlis.questions.figures.span import is_span
from majlis.questions.standing import standing, with_matter
from majlis.questions.votes.ballot import ballot
from majlis.questions.votes.chamber_figures import Seated, with_chamber, with_roll_call
from majlis.questions.votes.chamber_vote import Wanted
from majlis.questions.votes.deciding import decided
from majlis.questions.votes.posed import Posed
from majlis.questions.votes.vote import WouldPass
from majlis.scenario.chamber import chamber_of
from majlis.voting.chamber import Chamber

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from fractions import Fraction

    from majlis.scenario.roll_call import RollCall


def would_pass(  # noqa: PLR0913 - each is one thing that a user may know of a vote, or ask about it
    procedure: str,
    *,
    matter: str | None = None,
    step: str | None = None,
    first: Any = None,
    date: date | None = None,
    edition: str | None = None,
    readings: Iterable[str] = (),
    given: Mapping[str, Any] | None = None,
    engine: str | None = None,
    votes: Mapping[str, Any] | None = None,
    chamber: Chamber | Mapping[str, Any] | None = None,
    roll_call: RollCall | None = None,
    coalitions: bool = False,
    power: bool = False,
    chances: bool = False,
    choices: Mapping[str, Fraction | float | str] | None = None,
    **figures: Any,
) -> WouldPass:
    """Say whether a vote with these figures would pass, by how much, and what would change the answer.

    `figures` are fields of the act, `in_favour` for instance; `first` is what was counted at the earlier vote
    that a repeated one looks back at, `votes` those of each candidate. Each is a number, or a span of numbers where
    no more is known: `"80..90"`, `(80, 90)` or a range.

    `chamber` has the blocs that vote, in place of figures, `roll_call` how each member did. For each majority of the
    body `coalitions` asks who can win together, `power` how much each bloc weighs, and `chances` how likely it is; also
    how likely the whole procedure comes to each of its ends, where no bloc is undecided: `choices` has the chances of
    what is no vote (`{"decision.return": "0.1"}`).

    Raises InputError for impossible figures and unknown names.
    """
    law = standing(procedure, edition=edition, day=date, readings=readings)
    facts = with_matter(given, matter)
    check_matter(law, facts)
    chosen = engine_named(engine)
    if votes:
        figures = {**figures, tally_field(law): votes}
    seated = None
    if chamber is not None:
        house = chamber if isinstance(chamber, Chamber) else chamber_of(chamber)
        seated = Seated(house, house)
        step, figures = with_chamber(law, house, step, figures)
    if roll_call is not None:
        step, figures, seated = with_roll_call(law, roll_call, step, figures)
    at, known = chosen_step(law, chosen, figures, facts=facts, step=step, day=date, first=first)
    fixed, _ = split(counting_steps(law)[at], known)
    posed = Posed(law, chosen, ballot(law, at, facts, fixed, date), facts, known, date)
    first_fails = first is not None and not is_span(first) and _first_fails(posed, first)
    found = posed.answer(first_fails=first_fails, seated=seated, wanted=Wanted(coalitions, power, chances))
    if not (chances and seated and found.chamber) or any(bloc.undecided for bloc in seated.chamber.blocs):
        return found
    from majlis.questions.course_chances import course_chances  # noqa: PLC0415 - few ask for it

    told = {name: value for name, value in figures.items() if "." in name}
    course = course_chances(
        procedure, seated.chamber, edition=law.edition, readings=readings, given={**facts, **told}, day=date,
        chances=choices, engine=engine,
    )  # fmt: skip
    return replace(found, chamber=replace(found.chamber, course=course))


def _first_fails(posed: Posed, first: Any) -> bool:
    """Would the earlier vote itself have failed with so few votes?"""
    step = looks_back(posed.law, posed.vote.step)
    vote = ballot(posed.law, step, posed.facts, {counted_field(posed.law, step): first}, posed.day)
    return decided(vote.judged(posed.law, posed.engine), step).passes is False


__all__ = ["WouldPass", "would_pass"]
