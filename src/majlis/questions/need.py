"""What a procedure needs before anything happens: actors, majorities, periods, and what follows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.law.constitution import matter_list
from majlis.law.provision import DECIDING
from majlis.law.vocabulary import SeatsOf
from majlis.logic.tree import Name
from majlis.logic.truth import truth
from majlis.nearest import remedy
from majlis.procedure.scope import Names
from majlis.questions.asking import field_of, in_words, without_round
from majlis.questions.ballot import MATTER
from majlis.questions.beforehand import beforehand, known_beforehand
from majlis.questions.standing import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.law.provision import Alternative, Provision
    from majlis.logic.truth import Value
    from majlis.procedure.model import Alongside, Governing, Step, Target
    from majlis.procedure.program import Finding

SCHEMA = "majlis/need/1"


@dataclass(frozen=True, slots=True)
class MajorityDue:
    """One majority: votes of the seats, or a share of a base; and when it is due (empty: in every case left)."""

    votes: int | None
    share: str
    seats: int | None
    counted: str
    when: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One provision at a step, as it stands; `applies` is its condition, empty where it always applies."""

    provision: str
    kind: str
    says: str
    applies: str
    majorities: tuple[MajorityDue, ...] = ()
    period: str = ""
    actors: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows from a step in one event: names of steps or outcomes, or a silence."""

    event: str
    to: tuple[str, ...]
    how: str
    silent: str = ""
    left_to: str = ""
    then: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepNeeds:
    """A step: what it awaits (nothing for a test), who acts, what governs it, and what follows."""

    step: str
    acts: tuple[str, ...]
    by: Rule | None
    rules: tuple[Rule, ...]
    follows: tuple[Follows, ...]
    line: tuple[str, ...] = ()
    alongside: bool = False


@dataclass(frozen=True, slots=True)
class Needs:
    """All steps of a procedure in one edition, for one matter or for any."""

    procedure: str
    title: str
    edition: str
    chosen_by: str
    matter: str | None
    matters: dict[str, str]
    steps: tuple[StepNeeds, ...]
    outcomes: dict[str, str]

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}


def need(
    procedure: str, *, matter: str | None = None, edition: str | None = None, readings: Iterable[str] = ()
) -> Needs:
    """What a procedure needs, in the latest edition unless one is named. Raises InputError for unknown names."""
    law = standing(procedure, edition=edition, readings=readings)
    matters = matters_of(law)
    if matter is not None and matter not in matters:
        raise InputError(
            f"{law.procedure.name} is not about {matter!r} in the edition of {law.edition}",
            remedy=remedy(matter, matters),
        )
    given: dict[str, Value] = {**law.procedure.file.with_, **({MATTER: matter} if matter is not None else {})}
    if MATTER in given:
        given[f"{MATTER}.list"] = matter_list(str(given[MATTER]))
    facts = known_beforehand(law.program, given)
    reached = {each.step for each in law.program.course.occurrences}
    steps = [_step(law, step, facts) for name, step in law.program.course.steps.items() if name in reached]
    steps += [_alongside(law, side, facts) for side in law.procedure.file.alongside]
    file = law.procedure.file
    return Needs(
        law.procedure.name,
        file.title,
        law.edition,
        law.chosen_by,
        matter,
        matters,
        tuple(steps),
        dict(file.outcomes),
    )


def matters_of(law: Standing) -> dict[str, str]:
    """The matters that a procedure is about in an edition, with their titles; none where it is about no listed one."""
    if MATTER not in law.procedure.file.facts:
        return {}
    frame = law.procedure.law.constitution
    known = Names(law.procedure, law.program.course).matters()
    return {each: frame.matters[each].title for each in known if frame.has(frame.matters[each], law.edition)}


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
    return StepNeeds(
        side.step,
        side.awaited,
        by,
        _rules(law, side.step, side.step, side.governed_by, facts),
        (),
        alongside=True,
    )


def _rules(
    law: Standing, step: str, occurrence: str, norms: Iterable[Governing], facts: Mapping[str, Value]
) -> tuple[Rule, ...]:
    findings = {
        each.provision.cite: each
        for each in law.program.findings
        if (each.step, each.occurrence) == (step, occurrence)
    }
    found = (_rule(law, norm.cite, findings.get(norm.cite), facts) for norm in norms)
    return tuple(each for each in found if each is not None)


def _rule(law: Standing, cite: str, finding: Finding | None, facts: Mapping[str, Value]) -> Rule | None:
    """A provision as it stands; None where the edition has it not, or it cannot apply to the matter."""
    provision = law.procedure.law.norm(cite).at(law.edition, dict(law.choices))
    held = truth(beforehand(finding.applies), facts) if finding else True
    if provision is None or held is False:
        return None
    applies = "" if held else provision.applies or ""
    titles = law.procedure.law.constitution.actors()
    actors = tuple(titles[actor] for actor in provision.actors or ())
    majorities = tuple(_majorities(law, finding, facts)) if finding else ()
    return Rule(
        cite,
        provision.kind,
        provision.says,
        applies,
        majorities,
        period(provision),
        actors,
        provision.not_known,
    )


def _majorities(law: Standing, finding: Finding, facts: Mapping[str, Value]) -> Iterator[MajorityDue]:
    """The majorities that may be due, each with its condition; the last one has none where it is for all else."""
    its = law.procedure
    step, _, field = without_round(finding.counted.path if isinstance(finding.counted, Name) else "")
    kind = field_of(its, step, field)
    seats = its.law.bound(kind.at_most) if kind and isinstance(kind.at_most, SeatsOf) else None
    for majority, stated in zip(finding.majorities, finding.provision.majority, strict=True):
        due = truth(beforehand(majority.when), facts)
        if due is not False:
            yield MajorityDue(
                stated.votes,
                share_of(stated, more_than=finding.more_than),
                seats,
                field,
                "" if due else stated.when or "",
            )


def share_of(stated: Alternative, *, more_than: bool) -> str:
    """A share of a base in words: more than 1/2 of voting; empty for a number of votes."""
    if stated.share is None:
        return ""
    top, bottom = stated.share
    share = "" if top == bottom else f"{top}/{bottom} of "
    return (
        f"{'more than ' if more_than else 'at least '}{share}{in_words((stated.of or '').rpartition('.')[2])}"
    )


def period(provision: Provision) -> str:
    """The length of a deadline or an interval, in words; empty where there is none."""
    if not provision.after:
        return ""
    after = f"(counted from: {in_words(provision.after)})"
    worded = {
        "within": f"within {provision.within} {after}",
        "on": f"on the {provision.on} {after}",
        "wait": f"no earlier than {provision.wait} {after}",
        "exactly": f"exactly {provision.exactly} {after}",
    }
    return next((text for key, text in worded.items() if getattr(provision, key)), "")


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
