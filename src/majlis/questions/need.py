"""What a procedure needs before anything happens: actors, majorities, periods, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from majlis.errors import InputError, Where
from majlis.law.constitution import MATTER, add_list
from majlis.logic.parse import parse
from majlis.logic.tree import Number
from majlis.nearest import remedy
from majlis.questions.counting import counted_at, seats_counted, share_in_words
from majlis.questions.leading import follows, reached
from majlis.questions.needs import MajorityDue, Needs, Rule, StepNeeds
from majlis.questions.periods import period
from majlis.questions.standing import Standing, standing, with_matter
from majlis.questions.ways import Ways
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario
from majlis.voting.majority import least

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.model import Alongside, Governing, Step
    from majlis.procedure.program import Finding


def need(
    procedure: str,
    *,
    matter: str | None = None,
    edition: str | None = None,
    readings: Iterable[str] = (),
    given: Mapping[str, Any] | None = None,
) -> Needs:
    """Say what a procedure needs, by default in the latest edition. Raises InputError for unknown names.

    Only what can be reached is there: steps, provisions and consequences that the matter, a given fact or one
    that the procedure fixes rules out are left out, and so are tests that no provision makes.
    """
    law = standing(procedure, edition=edition, readings=readings)
    matters, facts = law.matters(), with_matter(given, matter)
    ways = Ways(law, _facts(law, _checked(law, facts, matters)))
    file, course = law.procedure.file, law.program.course
    steps = [_step(ways, step) for name, step in course.steps.items() if ways.rounds(name)]
    steps = reached(steps, course.entry.step)
    led_to = {name for step in steps for each in step.follows for name in (*each.to, *each.then)}
    ends = {name: says for name, says in file.outcomes.items() if name in led_to}
    sides = [_alongside(ways, side) for side in file.alongside]
    return Needs(
        law.procedure.name, file.title, law.edition, law.chosen_by, facts.get(MATTER), matters,
        (*steps, *sides), ends, dict(law.choices),
        {name: str(value) for name, value in facts.items() if name != MATTER},
    )  # fmt: skip


def _checked(law: Standing, facts: Mapping[str, Any], matters: Mapping[str, str]) -> Mapping[str, Any]:
    """The facts themselves. Raises InputError for a matter that the procedure is not about in the edition."""
    matter = facts.get(MATTER)
    if matter is not None and matter not in matters:
        what = f"{law.procedure.name} is not about {matter!r} in the edition of {law.edition}"
        raise InputError(what, where=Where(MATTER), remedy=remedy(matter, matters))
    return facts


def _facts(law: Standing, given: Mapping[str, Any]) -> dict[str, Value]:
    """What is given beforehand and what the procedure fixes, typed; the matter with its list."""
    day = law.procedure.law.constitution.editions[0].first_day.latest
    facts = bind_case(Scenario(procedure=law.procedure.name, given=dict(given), as_of=day)).facts
    add_list(facts)
    return facts


def _step(ways: Ways, step: Step) -> StepNeeds:
    by = _by(ways, step.step, step.by)
    rules = _rules(ways, step.step, step.norms)
    line = ways.law.program.course.lines.get(step.step, ())
    return StepNeeds(
        step.step, step.awaited, by, rules, follows(step, ways.events(step)), line,
        test=bool(step.tests), line_by=step.each, open=_questions(ways, step.step),
    )  # fmt: skip


def _alongside(ways: Ways, side: Alongside) -> StepNeeds:
    by, rules = _by(ways, side.step, side.by), _rules(ways, side.step, side.governed_by)
    return StepNeeds(side.step, side.awaited, by, rules, (), alongside=True, open=_questions(ways, side.step))


def _by(ways: Ways, step: str, cite: str) -> Rule | None:
    """Who acts at a step. The provision may be named there without governing it."""
    findings = ways.findings(step, cite) if cite else ()
    if not cite or findings:
        return _rule(ways, cite, findings, {}) if cite else None
    provision = ways.law.procedure.law.norm(cite).at(ways.law.edition, dict(ways.law.choices))
    applies = provision.applies if provision else None
    return None if applies and ways.truth(parse(applies)) is False else _rule(ways, cite, (), {})


def _rules(ways: Ways, step: str, norms: Iterable[Governing]) -> tuple[Rule, ...]:
    found = (_rule(ways, norm.cite, ways.findings(step, norm.cite), norm.roles) for norm in norms)
    return tuple(each for each in found if each is not None)


def _rule(ways: Ways, cite: str, findings: tuple[Finding, ...], roles: Mapping[str, tuple[str, ...]]) -> Rule | None:
    """State a provision as it stands; None where the edition has it not, or it cannot apply to the matter."""
    law = ways.law
    provision = law.procedure.law.norm(cite).at(law.edition, dict(law.choices))
    held = ways.agreed(each.applies for each in findings) if findings else True
    if provision is None or held is False:
        return None
    titles = law.procedure.law.constitution.actors()
    actors = tuple(titles[actor] for actor in provision.actors or ())
    dates = {name: each.asks for name, each in law.procedure.file.facts.items() if each.type == "date"}
    return Rule(
        cite, provision.kind, provision.says, "" if held else provision.applies or "",
        tuple(_majorities(ways, findings)), period(provision, roles, dates, titles), actors, provision.not_known,
    )  # fmt: skip


def _majorities(ways: Ways, findings: tuple[Finding, ...]) -> Iterator[MajorityDue]:
    """The majorities that may be due, each with its condition; the last has none where it is for all else."""
    if not findings or not findings[0].majorities:
        return
    first = findings[0]
    seats, _ = seats_counted(ways.law.procedure, first)
    _, field = counted_at(first)
    for place, stated in enumerate(first.provision.majority):
        due = ways.agreed(each.majorities[place].when for each in findings)
        if due is not False:
            base = first.majorities[place].base
            share = share_in_words(stated, more_than=first.more_than)
            votes = stated.votes
            if isinstance(base, Number) and stated.share:
                votes, share = least(stated.share, base.value, more_than=first.more_than), ""
            yield MajorityDue(votes, share, seats, field, "" if due else stated.when or "")


def _questions(ways: Ways, step: str) -> tuple[str, ...]:
    """The questions of interpretation at a step whose readings can come into play there."""
    places = ways.rounds(step) or (step,)
    live = {each.name for each in ways.findings(step) if ways.truth(each.applies) is not False}
    return tuple(
        question
        for question, raised in ways.law.program.raised.items()
        if any(each.occurrence in places and (not each.finding or each.finding in live) for each in raised)
    )
