"""Would this vote pass: one step judged by itself, before anything has happened."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as date_type
from typing import TYPE_CHECKING, Any

from majlis.engines import engine as engine_named
from majlis.errors import InputError
from majlis.questions.counting import counted_field, counting_steps, looks_back, tally_field
from majlis.questions.figures.chosen_step import check_matter, chosen_step
from majlis.questions.figures.open_figures import exact
from majlis.questions.figures.span import is_span
from majlis.questions.standing import standing, with_matter
from majlis.questions.votes.answer import answer
from majlis.questions.votes.ballot import ballot
from majlis.questions.votes.chamber_figures import Seated, with_chamber, with_roll_call
from majlis.questions.votes.chamber_vote import NOTHING_MORE, Wanted
from majlis.questions.votes.deciding import decided
from majlis.questions.votes.posed import Posed
from majlis.questions.votes.vote import WouldPass
from majlis.scenario.chamber import any_chamber
from majlis.scenario.roll_call_files import any_roll_call

_OTHER_BOUNDS = re.compile(r"\s*(\d+)\s*(?:-|to|\u2013|\.\.\.)\s*(\d+)\s*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from fractions import Fraction
    from pathlib import Path

    from majlis.questions.votes.chamber_vote import ChamberVote
    from majlis.scenario.roll_call import RollCall
    from majlis.voting.chamber import Chamber


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
    chamber: Chamber | Mapping[str, Any] | str | Path | None = None,
    roll_call: RollCall | str | Path | None = None,
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
    for name, raw in figures.items():
        _check_figure(name, raw)
    wanted = Wanted(coalitions=coalitions, power=power, chances=chances)
    _check(chamber, roll_call, wanted, choices)
    house = None if chamber is None else any_chamber(chamber, procedure.partition("/")[0])
    if house and house.day and date is None and edition is None:
        date = date_type.fromisoformat(house.day)
    law = standing(procedure, edition=edition, day=date, readings=readings)
    facts = with_matter(given, matter)
    check_matter(law, facts)
    chosen = engine_named(engine)
    if votes:
        figures = {**figures, tally_field(law): votes}
    seated = None
    if house:
        seated = Seated(house, house)
        step, figures = with_chamber(law, house, step, figures)
    if roll_call is not None:
        step, figures, seated = with_roll_call(law, any_roll_call(roll_call), step, figures)
    at, known = chosen_step(law, chosen, figures, facts=facts, step=step, day=date, first=first)
    posed = Posed(law, chosen, ballot(law, at, facts, exact(counting_steps(law)[at], known), date), facts, known, date)
    first_fails = first is not None and not is_span(first) and _first_fails(posed, first)
    found = answer(posed, first_fails=first_fails, seated=seated, wanted=wanted)
    if not (chances and seated and found.chamber):
        return found
    return replace(found, chamber=_with_course(posed, found.chamber, seated.chamber, choices))


def _with_course(
    posed: Posed, found: ChamberVote, house: Chamber, choices: Mapping[str, Fraction | float | str] | None
) -> ChamberVote:
    """What a chamber makes of a vote, with the chances of the whole procedure; or with why there are none."""
    from majlis.questions.course_chances import course_chances  # noqa: PLC0415 - few ask for it

    if not choices and any(bloc.undecided for bloc in house.blocs):
        return found
    told = {name: value for name, value in posed.figures.items() if "." in name and not is_span(value)}
    law = posed.law
    try:
        course = course_chances(
            law.procedure.name, house, edition=law.edition, readings=(f"{q}={r}" for q, r in law.choices),
            given={**posed.facts, **told}, date=posed.day, choices=choices, engine=posed.engine.name,
        )  # fmt: skip
    except InputError as error:
        if choices:
            raise
        return replace(found, no_course=error.message())
    return replace(found, course=course)


def _check_figure(name: str, raw: Any) -> None:
    """Refuse bounds and thousands that are written in other ways, with how to write them. Raises InputError."""
    if isinstance(raw, str) and (bounds := _OTHER_BOUNDS.fullmatch(raw)):
        raise InputError(f"{name}: {raw!r} is no number", remedy=f"Write bounds as {bounds[1]}..{bounds[2]}")
    if isinstance(raw, str) and _THOUSANDS.fullmatch(raw):
        raise InputError(f"{name}: {raw!r} is no number", remedy=f"Write it as {raw.replace(',', '')}")


def _check(chamber: object, roll_call: object, wanted: Wanted, choices: object) -> None:
    """Refuse what does not go together. Raises InputError."""
    if chamber is not None and roll_call is not None:
        raise InputError("a chamber and a roll call both say who votes how", remedy="Give one of them")
    if chamber is None and roll_call is None and wanted != NOTHING_MORE:
        raise InputError("coalitions, power and chances are asked of a chamber", remedy="Give a chamber or a roll call")
    if choices and not wanted.chances:
        raise InputError("the chances of choices are for those of a whole procedure", remedy="Ask for chances as well")


def _first_fails(posed: Posed, first: Any) -> bool:
    """Would the earlier vote itself have failed with so few votes?"""
    step = looks_back(posed.law, posed.vote.step)
    vote = ballot(posed.law, step, posed.facts, {counted_field(posed.law, step): first}, posed.day)
    return decided(vote.judged(posed.law, posed.engine), step).passes is False


__all__ = ["WouldPass", "would_pass"]
