"""From a provision to conditions: when it applies, when its test holds, and what its clock is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.calendar.convention import CONVENTIONS
from majlis.calendar.fixed_day import parse_fixed_day
from majlis.calendar.length import Unit, parse_length
from majlis.errors import InputError, LawError
from majlis.law.constitution import add_list
from majlis.law.provision import COUNTED
from majlis.law.vocabulary import SeatsOf
from majlis.logic.check import bind, bind_term
from majlis.logic.cover import covers
from majlis.logic.parse import parse
from majlis.logic.tree import (
    TRUE,
    UNKNOWN,
    Arithmetic,
    Compare,
    Condition,
    Name,
    Number,
    OneOf,
    every,
    negate,
    some,
)
from majlis.nearest import remedy
from majlis.procedure.program import Clock, ClockKind, Finding, Majority

if TYPE_CHECKING:
    from majlis.calendar.length import Length
    from majlis.law.norm import Norm
    from majlis.law.provision import Alternative, Provision
    from majlis.logic.tree import Term
    from majlis.procedure.scope import Here

_CLOCKS = {
    "within": ClockKind.WITHIN,
    "by": ClockKind.WITHIN,
    "by_day": ClockKind.WITHIN,
    "on": ClockKind.ON,
    "wait": ClockKind.WAIT,
    "exactly": ClockKind.EXACTLY,
}
_FIXED = ("on", "by")


def judge(
    norm: Norm, provision: Provision, edition: str, scope: Here, occurrence: str
) -> tuple[Finding, Clock | None] | None:
    """The finding (and clock) of a provision at an occurrence; None for a norm that is only said.

    Raises InputError with the norm's file and line for whatever does not fit.
    """
    try:
        applies = bind(parse(provision.applies), scope) if provision.applies else TRUE
        name = f"{provision.cite}@{occurrence}"
        clock = _clock(provision, scope, name, occurrence) if provision.timed else None
        test, majorities = _test(provision, scope, clock, edition)
        if test is None:
            return None
        counted = _term(provision.of, scope) if majorities and provision.of else None
    except InputError as error:
        raise LawError(f"{provision.cite}: {error.what}", where=norm.where, remedy=error.remedy) from None
    finding = Finding(
        name, norm, provision, edition, scope.step.step, occurrence, applies, test,
        counted, majorities, provision.more_than is not None,
    )  # fmt: skip
    return finding, clock


def _test(
    provision: Provision, scope: Here, clock: Clock | None, edition: str
) -> tuple[Condition | None, tuple[Majority, ...]]:
    if provision.not_known:
        return UNKNOWN, ()
    if provision.kind in COUNTED:
        return _threshold(provision, scope, edition)
    if clock is not None:
        return _in_time(clock), ()
    if provision.actors is not None:
        return _competent(provision, scope), ()
    return (bind(parse(provision.requires), scope) if provision.requires else None), ()


def _threshold(provision: Provision, scope: Here, edition: str) -> tuple[Condition, tuple[Majority, ...]]:
    if not provision.of or not provision.majority:
        raise InputError(
            f"a {provision.kind} needs `of:` and `at_least:` or `more_than:`",
            remedy="Say what is counted, and how many",
        )
    counted = _term(provision.of, scope)
    sign = ">" if provision.more_than else ">="
    majorities: list[Majority] = []
    reached: list[Condition] = []
    earlier: list[Condition] = []
    for alternative in provision.majority:
        when = bind(parse(alternative.when), scope) if alternative.when else TRUE
        base = _base(alternative, scope, edition)
        majorities.append(Majority(every((when, *map(negate, earlier))), alternative.votes, alternative.share, base))
        reached.append(_reached(sign, counted, alternative, base))
        earlier.append(when)
    due = [majority.when for majority in majorities]
    # Where it is not known which majority is due, a vote that reaches them all has passed all the same.
    all_reached = every((*reached, _one_is_due(provision, scope, due)))
    return some((*(every(pair) for pair in zip(due, reached, strict=True)), all_reached)), tuple(majorities)


def _base(alternative: Alternative, scope: Here, edition: str) -> Term | None:
    """What a share is taken of: a figure of the record, or the seats that a body has in the edition."""
    if isinstance(alternative.of, SeatsOf):
        return Number(scope.names.procedure.law.seats(alternative.of.seats_of, edition))
    return _term(alternative.of, scope) if alternative.of else None


def _one_is_due(provision: Provision, scope: Here, due: list[Condition]) -> Condition:
    if provision.majority[-1].when is None or covers(due, scope.names.domains(), add_list):
        return TRUE
    return some(due)


def _reached(sign: str, counted: Term, alternative: Alternative, base: Term | None) -> Condition:
    if alternative.share is None or base is None:
        return Compare(sign, counted, Number(alternative.votes or 0))
    top, bottom = alternative.share
    return Compare(sign, Arithmetic("*", Number(bottom), counted), Arithmetic("*", Number(top), base))


def _competent(provision: Provision, scope: Here) -> Condition:
    if not provision.of or not provision.actors:
        raise InputError("a competence needs `of:` and `actors:`", remedy="Say whose act it is, and who may act")
    known = scope.names.procedure.law.constitution.actors()
    for actor in provision.actors:
        if actor not in known:
            raise InputError(f"unknown actor {actor!r}", remedy=remedy(actor, known))
    return bind(OneOf(provision.of, frozenset(provision.actors)), scope)


def _term(text: str, scope: Here) -> Term:
    tree = parse(f"({text}) == 0")
    assert isinstance(tree, Compare)  # noqa: S101 - by construction of the text
    return bind_term(tree.left, scope)


def _clock(provision: Provision, scope: Here, name: str, occurrence: str) -> Clock | None:
    if provision.not_known:
        return None
    given = [key for key in _CLOCKS if getattr(provision, key)]
    start = provision.after or provision.before
    if len(given) != 1 or not start or (provision.after and provision.before):
        raise InputError(
            f"a {provision.kind} needs `after:` and one of {', '.join(_CLOCKS)}",
            remedy="Say what starts it and how long it is; `before:` counts back, with `wait:`",
        )
    if provision.before and given != ["wait"]:
        raise InputError("`before:` goes with `wait:`", remedy="Say how long before the act must be done")
    if provision.counting not in CONVENTIONS:
        raise InputError(f"unknown counting {provision.counting!r}", remedy=remedy(provision.counting, CONVENTIONS))
    text: str = getattr(provision, given[0])
    fixed = parse_fixed_day(text) if given[0] in _FIXED else None
    kind = ClockKind.BEFORE if provision.before else _CLOCKS[given[0]]
    day = _day_given(text, scope) if given[0] == "by_day" else ""
    length = None if fixed or day else parse_length(text)
    if length and provision.before and length.unit is Unit.HOUR:
        raise InputError(f"{length} are not counted back", remedy="Count back in days, weeks, months or years")
    sitting = _sitting(provision, scope, length)
    convention = CONVENTIONS[provision.counting]
    return Clock(name, kind, scope.triggers(start), occurrence, length, fixed, convention, sitting, day)


def _day_given(fact: str, scope: Here) -> str:
    """The date fact by which an act is due."""
    if fact not in scope.names.facts:
        raise InputError(f"unknown fact {fact!r}", remedy=remedy(fact, scope.names.facts))
    (day,) = scope.triggers(fact)
    return day


def _sitting(provision: Provision, scope: Here, length: Length | None) -> tuple[str, ...]:
    """The bodies whose sitting days a period is counted in; none for other periods."""
    bodies = scope.names.procedure.law.constitution.bodies
    for body in provision.sitting:
        if body not in bodies:
            raise InputError(f"unknown body {body!r}", remedy=remedy(body, bodies))
    if (length is not None and length.unit is Unit.SITTING_DAY) != bool(provision.sitting):
        raise InputError(
            "a period in sitting days needs `sitting:`, and only such a period has it",
            remedy="Name the body whose sitting days are counted",
        )
    return provision.sitting


def _in_time(clock: Clock) -> Condition:
    slack, zero = Name(f"slack.{clock.name}"), Number(0)
    match clock.kind:
        case ClockKind.WITHIN:
            return every((Compare(">=", Name(f"since.{clock.name}"), zero), Compare(">=", slack, zero)))
        case ClockKind.WAIT:
            return Compare("<=", slack, zero)
        case ClockKind.BEFORE:
            return Compare(">=", slack, zero)
        case _:
            return Compare("==", slack, zero)
