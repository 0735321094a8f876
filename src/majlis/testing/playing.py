"""Random courses that grow act by act: each act is one that the case then awaits, so that they lead far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from majlis.errors import InputError
from majlis.questions.decide import Decider
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario
from majlis.testing.choices import number, once_in, one_of_these
from majlis.testing.days import as_number, as_text, editions_from, span, within
from majlis.testing.facts import date_facts, first_day, other_facts
from majlis.testing.figures import Raw, figures
from majlis.testing.moves import awaited, days_for

if TYPE_CHECKING:
    from majlis.procedure.library import Procedure
    from majlis.questions.judgement import Judgement
    from majlis.testing.choices import Draw

_MOST_ACTS = 9
_TRIES = 4  # how often another way is tried where somebody would break the procedure
_LATER = 9  # days after the last act on which a lawful course may be judged


@dataclass(frozen=True, slots=True)
class Played:
    """A case as plain data, and how it is judged by the definition."""

    raw: Raw
    found: Judgement

    @property
    def lawful(self) -> bool:
        """Did nobody break the procedure?"""
        return not self.found.breaches


def played(raw: Raw) -> Played | None:
    """A case with its judgement; None where it is refused."""
    try:
        return Played(raw, Decider("meaning").judge(bind_case(Scenario.model_validate(raw))))
    except InputError:
        return None


@st.composite
def lawful_scenarios(draw: st.DrawFn, its: Procedure, edition: str | None, *, sides: bool) -> Raw:
    """A case as plain data in which nobody broke the procedure by the day of judgement; all facts are given.

    `sides`: acts alongside, too.
    """
    whole = span(its.law, edition)
    case = beginning(draw, its, edition, whole)
    beside = [act for side in its.file.alongside for act in side.awaited] if sides else []
    for _ in range(draw(number(1, _MOST_ACTS))):
        tries = (one_more(draw, its, case, whole, beside) for _ in range(_TRIES))
        case = next((each for each in tries if each is not None and each.lawful), case)
    later = within(whole, as_number(case.raw["as_of"]) + draw(number(0, _LATER)))
    after = played({**case.raw, "as_of": as_text(later)})
    return after.raw if after and after.lawful else case.raw


def acts_that_lead_far(draw: Draw, its: Procedure, raw: Raw, whole: tuple[int, int]) -> Raw:
    """The case with acts that it awaits, in time or not, done by whomever; up to the first that leads nowhere."""
    case = played(raw)
    for _ in range(draw(number(1, _MOST_ACTS))):
        longer = one_more(draw, its, case, whole, []) if case else None
        if longer is None:
            break
        case = longer
    return case.raw if case else raw


def one_more(draw: Draw, its: Procedure, case: Played, whole: tuple[int, int], beside: list[str]) -> Played | None:
    """The case with another act, one that it awaits or now and then one of those alongside; None without any."""
    today, moves = as_number(case.raw["as_of"]), awaited(case.found)
    if beside and (not moves or once_in(draw, 5)):
        return with_act(draw, its, case.raw, one_of_these(draw, beside), today)
    if not moves:
        return None
    move = one_of_these(draw, moves)
    return with_act(draw, its, case.raw, move.act, within(whole, one_of_these(draw, days_for(case.found, move, today))))


def with_act(draw: Draw, its: Procedure, raw: Raw, act: str, day: int) -> Played | None:
    """The case with an act on a day, which becomes that of judgement; None where that is refused."""
    made = {"act": act, "date": as_text(day), **draw(figures(its, act))}
    if any((other["act"], other["date"]) == (act, made["date"]) for other in raw["acts"]):
        return None
    return played({**raw, "as_of": made["date"], "acts": [*raw["acts"], made]})


def beginning(draw: Draw, its: Procedure, edition: str | None, whole: tuple[int, int]) -> Played:
    """A case before any act, with facts by which nobody has done wrong yet."""
    begun = first_day(draw, its, whole)
    editions = editions_from(its.law, edition, begun)
    others = other_facts(draw, its, editions, may_be_open=False)
    raw: Raw = {"procedure": its.name, "as_of": as_text(begun), "given": {}, "acts": []}
    raw |= {"edition": edition} if edition else {}
    for given in (others | date_facts(draw, its, editions[0], begun), others, {}):
        case = played({**raw, "given": given})
        if case is not None and case.lawful:
            return case
    raise InputError(f"{its.name} is broken before anybody acts", remedy="Leave out `lawful`, or mend its duties")
