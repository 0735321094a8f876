"""The figures of a vote that a chamber gives: a number for what is settled, a span where blocs are open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.law.vocabulary import SeatsOf
from majlis.nearest import remedy
from majlis.questions.counting import counted_at, counting_steps
from majlis.questions.figures.span import Span, parse_span
from majlis.questions.votes.majorities import kind_with
from majlis.scenario.roll_call import Beside
from majlis.voting.majority import FOR, MEMBERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.law.vocabulary import ActKind
    from majlis.questions.standing import Standing
    from majlis.scenario.roll_call import RollCall
    from majlis.voting.chamber import Chamber


@dataclass(frozen=True)
class Seated:
    """A chamber as it votes, and as its blocs could: in one piece each, where a roll call shows one divided.

    `grouped` says that its blocs can act: it is unset where all that is known is how many took each position.
    """

    chamber: Chamber
    whole: Chamber
    grouped: bool = True


def with_chamber(
    law: Standing, chamber: Chamber, step: str | None, figures: Mapping[str, Any]
) -> tuple[str | None, dict[str, Any]]:
    """The figures of a vote with those that follow from a chamber, and the step if only that one may be meant.

    Raises InputError where the body of the chamber does not vote, and for a figure that is given twice.
    """
    fitting = _voting_steps(law, step, chamber)
    name, kind = next(iter(fitting.items()))
    found = figures_of(chamber, kind)
    _check_twice(found, figures, "the chamber")
    return step or (name if len(fitting) == 1 else None), {**figures, **found}


def with_roll_call(
    law: Standing, call: RollCall, step: str | None, figures: Mapping[str, Any]
) -> tuple[str | None, dict[str, Any], Seated]:
    """The step and the figures of a vote with those that a roll call gives, and the chamber that voted.

    Raises InputError where nobody votes in the procedure, for a figure that is given twice, and for more votes than
    the body has seats.
    """
    fitting = _voting_steps(law, step)
    name, kind = next(iter(fitting.items()))
    found = call.figures(kind)
    _check_twice(found, figures, "the roll call")
    body, beside = _body(kind), _beside(kind, figures)
    seats = law.procedure.law.seats(body, law.edition) if body else max(call.listed, beside.sitting or 0)
    house = Seated(call.chamber(seats, body, beside), call.whole(seats, body, beside), grouped=bool(call.members))
    return step or (name if len(fitting) == 1 else None), {**figures, **found}, house


def _beside(kind: ActKind, figures: Mapping[str, Any]) -> Beside:
    """What figures that are given beside a roll call say of members whom it does not list; bounds say nothing."""
    counted = {name for name in kind.fields if kind.positions(name)}
    spans = {name: parse_span(raw, name) for name, raw in figures.items() if name in counted}
    known = {name: span.first for name, span in spans.items() if span.exact}
    single = {kind.fields[name].position: number for name, number in known.items()}
    split = {positions[0]: number for positions, number in single.items() if len(positions) == 1}
    sitting = next((number for name, number in known.items() if kind.positions(name) == MEMBERS), None)
    return Beside(split, sitting)


def _check_twice(found: Mapping[str, Any], figures: Mapping[str, Any], source: str) -> None:
    twice = sorted(set(found) & set(figures))
    if twice:
        verb = "is" if len(twice) == 1 else "are"
        what = f"{', '.join(twice)} {verb} given, and {source} says it as well"
        raise InputError(what, remedy="Leave one of them out")


def _voting_steps(law: Standing, step: str | None, chamber: Chamber | None = None) -> dict[str, ActKind]:
    """The steps at which members vote, those of the chamber's body. Raises InputError where there is none."""
    steps = {name: kind for name in ([step] if step else counting_steps(law)) if (kind := _voting(law, name))}
    if not steps:
        raise _no_vote(law, step)
    fitting = {name: kind for name, kind in steps.items() if not chamber or _may_vote(law, chamber, kind)}
    if not fitting and chamber:
        raise _another_body(law, chamber, steps)
    return fitting


def _may_vote(law: Standing, chamber: Chamber, kind: ActKind) -> bool:
    """Is it the chamber of the body that votes, or of one without stated seats where the vocabulary names none?"""
    body = _body(kind)
    return chamber.body in ("", body) or (not body and not _has_seats(law, chamber.body))


def _has_seats(law: Standing, body: str) -> bool:
    try:
        law.procedure.law.seats(body, law.edition)
    except InputError:  # the text does not state them
        return False
    return True


def figures_of(chamber: Chamber, kind: ActKind) -> dict[str, int | Span]:
    """The figures of an act in a chamber, by field.

    Where the act has no figure for a position, whoever takes it is only not counted elsewhere. While blocs are open,
    figures that are made up of others are bounded as well: no member is in two of them.
    """
    settled = dict.fromkeys(MEMBERS, 0)
    for bloc in chamber.blocs:
        if bloc.position is not None:
            settled[bloc.position] += bloc.seats
    open_ = sum(bloc.seats for bloc in chamber.open)
    found: dict[str, int | Span] = {}
    for name, each in kind.fields.items():
        counted = kind.positions(name)
        number = sum(settled[position] for position in counted & MEMBERS)
        if counted == MEMBERS:
            found[name] = chamber.sitting
        elif counted and counted <= MEMBERS and (open_ or each.position):
            found[name] = Span(number, number + open_) if open_ else number
    return found


def _voting(law: Standing, step: str) -> ActKind | None:
    """The kind of act of a step at which members vote in favour; None at other steps."""
    holder = counting_steps(law).get(step, step)
    fields = [counted_at(each)[1] for each in law.program.findings if each.step == step and each.majorities]
    kinds = [(field, kind) for field in fields if (kind := kind_with(law, holder, field))]
    return next((kind for field, kind in kinds if kind.positions(field) == FOR), None)


def _body(kind: ActKind) -> str:
    """The body that votes by an act; empty where the vocabulary names none."""
    bound = next(each.at_most for name, each in kind.fields.items() if kind.positions(name) == FOR)
    return bound.seats_of if isinstance(bound, SeatsOf) else ""


def _no_vote(law: Standing, step: str | None) -> InputError:
    what = f"{law.procedure.name} has no {f'step {step!r}' if step else 'step'} at which members vote"
    known = [name for name in counting_steps(law) if _voting(law, name)]
    return InputError(what, remedy=remedy(step or "", known) if known else "Leave the chamber out")


def _another_body(law: Standing, chamber: Chamber, steps: Mapping[str, ActKind]) -> InputError:
    titles = law.procedure.law.constitution.actors()
    bodies = dict.fromkeys(_body(kind) for kind in steps.values())
    voting = " or ".join(titles.get(body, "another body") for body in bodies)
    what = f"the chamber is {titles.get(chamber.body, chamber.body)}, and here {voting} votes"
    return InputError(what, remedy="Give the chamber of the body that votes, or another step")
