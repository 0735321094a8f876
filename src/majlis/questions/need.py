"""What a procedure needs before anything happens: actors, majorities, periods, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.law.constitution import matter_list
from majlis.law.provision import DECIDING
from majlis.logic.truth import truth
from majlis.nearest import remedy
from majlis.questions.beforehand import beforehand, known_beforehand
from majlis.questions.counting import counted_at, seats_counted, share_in_words
from majlis.questions.needs import Follows, MajorityDue, Needs, Rule, StepNeeds
from majlis.questions.standing import MATTER, Standing, standing
from majlis.questions.stated import period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.model import Alongside, Governing, Step, Target
    from majlis.procedure.program import Finding


def need(
    procedure: str, *, matter: str | None = None, edition: str | None = None, readings: Iterable[str] = ()
) -> Needs:
    """Say what a procedure needs, by default in the latest edition. Raises InputError for unknown names."""
    law = standing(procedure, edition=edition, readings=readings)
    matters = law.matters()
    if matter is not None and matter not in matters:
        what = f"{law.procedure.name} is not about {matter!r} in the edition of {law.edition}"
        raise InputError(what, remedy=remedy(matter, matters))
    facts = _facts(law, matter)
    file, course = law.procedure.file, law.program.course
    reached = {each.step for each in course.occurrences}
    steps = [_step(law, step, facts) for name, step in course.steps.items() if name in reached]
    steps += [_alongside(law, side, facts) for side in file.alongside]
    ends = dict(file.outcomes)
    return Needs(law.procedure.name, file.title, law.edition, law.chosen_by, matter, matters, tuple(steps), ends)


def _facts(law: Standing, matter: str | None) -> Mapping[str, Value]:
    """What is known beforehand: the matter, and what follows from it."""
    given: dict[str, Value] = dict(law.procedure.file.with_)
    if matter is not None:
        given[MATTER] = matter
    if MATTER in given:
        given[f"{MATTER}.list"] = matter_list(str(given[MATTER]))
    return known_beforehand(law.program, given)


def _step(law: Standing, step: Step, facts: Mapping[str, Value]) -> StepNeeds:
    by = _rule(law, step.by, None, facts) if step.by else None
    rules = _rules(law, step.step, f"{step.step}.1", step.norms, facts)
    line = law.program.course.lines.get(step.step, ())
    decided = any(rule.kind in DECIDING and not rule.applies for rule in rules)
    decided = decided or step.ungoverned == step.passed
    follows = tuple(each for each in _follows(step) if not (decided and each.event == "ungoverned"))
    return StepNeeds(step.step, step.awaited, by, rules, follows, line)


def _alongside(law: Standing, side: Alongside, facts: Mapping[str, Value]) -> StepNeeds:
    by = _rule(law, side.by, None, facts) if side.by else None
    rules = _rules(law, side.step, side.step, side.governed_by, facts)
    return StepNeeds(side.step, side.awaited, by, rules, (), alongside=True)


def _rules(
    law: Standing, step: str, occurrence: str, norms: Iterable[Governing], facts: Mapping[str, Value]
) -> tuple[Rule, ...]:
    at = [each for each in law.program.findings if (each.step, each.occurrence) == (step, occurrence)]
    findings = {each.provision.cite: each for each in at}
    found = (_rule(law, norm.cite, findings.get(norm.cite), facts) for norm in norms)
    return tuple(each for each in found if each is not None)


def _rule(law: Standing, cite: str, finding: Finding | None, facts: Mapping[str, Value]) -> Rule | None:
    """State a provision as it stands; None where the edition has it not, or it cannot apply to the matter."""
    provision = law.procedure.law.norm(cite).at(law.edition, dict(law.choices))
    held = truth(beforehand(finding.applies), facts) if finding else True
    if provision is None or held is False:
        return None
    applies = "" if held else provision.applies or ""
    titles = law.procedure.law.constitution.actors()
    actors = tuple(titles[actor] for actor in provision.actors or ())
    majorities = tuple(_majorities(law, finding, facts)) if finding else ()
    kind, says, doubt = provision.kind, provision.says, provision.not_known
    return Rule(cite, kind, says, applies, majorities, period(provision), actors, doubt)


def _majorities(law: Standing, finding: Finding, facts: Mapping[str, Value]) -> Iterator[MajorityDue]:
    """The majorities that may be due, each with its condition; the last has none where it is for all else."""
    seats, _ = seats_counted(law.procedure, finding)
    _, field = counted_at(finding)
    for majority, stated in zip(finding.majorities, finding.provision.majority, strict=True):
        due = truth(beforehand(majority.when), facts)
        if due is not False:
            share = share_in_words(stated, more_than=finding.more_than)
            yield MajorityDue(stated.votes, share, seats, field, "" if due else stated.when or "")


_EVENTS = ("done", "passed", "failed", "ungoverned", "late", "missed", "exhausted")


def _follows(step: Step) -> Iterator[Follows]:
    for act, target in {**step.acts, **step.left}.items():
        yield _target(act, target)
    for event in _EVENTS:
        named: Target | None = getattr(step, event)
        if named is not None:
            yield _target(event, named)


def _target(event: str, target: Target) -> Follows:
    then = tuple(target.then.steps()) if target.then and not target.goes_on else ()
    how = "silent" if target.silent else "either" if target.either else "both" if target.both else "to"
    to = target.either or target.both or ((target.to,) if target.to else ())
    return Follows(event, to, "goes on" if target.goes_on else how, target.silent, target.left_to, then)
