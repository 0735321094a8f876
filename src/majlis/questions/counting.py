"""The steps that a majority decides: which figures they count, out of how many, and how many at best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.law.vocabulary import SeatsOf
from majlis.logic.tree import Name
from majlis.nearest import remedy
from majlis.procedure.course import Occurrence
from majlis.questions.asking import field_of, in_words, without_round
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.law.provision import Alternative
    from majlis.law.vocabulary import ActKind
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Finding
    from majlis.questions.judgement import Judgement
    from majlis.questions.standing import Standing

FIRST = "first"  # the role under which a norm looks back at an earlier vote


def counting_steps(law: Standing) -> dict[str, str]:
    """The steps that a majority decides, each with the step whose act has the figures (mostly itself)."""
    found: dict[str, str] = {}
    for finding in law.program.findings:
        if finding.majorities and isinstance(finding.counted, Name):
            found.setdefault(finding.step, counted_at(finding)[0])
    return {step: found[step] for step in law.program.course.steps if step in found}


def find_steps(law: Standing, step: str | None, figures: Mapping[str, Any]) -> list[str]:
    """The steps that a vote with such figures may belong to, in order. Raises InputError where none does."""
    counting = counting_steps(law)
    if step is not None:
        if step not in counting:
            what = f"{law.procedure.name} has no step {step!r} that a majority decides"
            raise InputError(what, remedy=remedy(step, counting))
        return [step]
    wanted = {name for name in figures if "." not in name}
    fitting = [
        name for name, holder in counting.items() if any(wanted <= fields_of(law, act) for act in acts_of(law, holder))
    ]
    if not fitting:
        known = {each for holder in counting.values() for act in acts_of(law, holder) for each in fields_of(law, act)}
        unknown = sorted(wanted - known) or sorted(wanted)
        raise InputError(f"{law.procedure.name} counts no {', '.join(unknown)}", remedy=remedy(unknown[0], known))
    votes = [name for name in fitting if counting[name] == name]  # as against tests of earlier figures
    return _not_after_another(law, votes or fitting)


def _not_after_another(law: Standing, fitting: Iterable[str]) -> list[str]:
    """Of several steps, those that are no later stage of one before them."""
    course = law.program.course
    steps = list(fitting)
    later = {each.step for name in steps for each in course.onward[Occurrence(name, 1)] if each.step != name}
    return [name for name in steps if name not in later] or steps[:1]


def looks_back(law: Standing, step: str) -> str:
    """The earlier vote that a step looks back at. Raises InputError where it looks back at none."""
    back = {name: role for name in counting_steps(law) if (role := _first(law, name))}
    if step not in back:
        advice = f"Use it with --step {' or '.join(back)}" if back else "Leave it out"
        raise InputError(f"--first: the step {step} looks back at no first vote", remedy=advice)
    return back[step]


def _first(law: Standing, step: str) -> str:
    norms = law.program.course.steps[step].norms
    return next((norm.roles[FIRST][0] for norm in norms if FIRST in norm.roles), "")


def acts_of(law: Standing, step: str) -> tuple[str, ...]:
    """The acts that a step awaits; none for an unknown step and for a test."""
    steps = law.program.course.steps
    return steps[step].awaited if step in steps else ()


def fields_of(law: Standing, act: str) -> set[str]:
    """The fields of an act."""
    return set(law.procedure.law.vocabulary.act(act).fields)


def tally_field(law: Standing) -> str:
    """The field that has the votes of each candidate. Raises InputError where nobody stands for election."""
    fields = law.procedure.law.vocabulary.act
    acts = [act for step in law.program.course.steps for act in acts_of(law, step)]
    found = [name for act in acts for name, kind in fields(act).fields.items() if kind.type == "tally"]
    if not found:
        raise InputError(f"{law.procedure.name} has no votes by candidate", remedy="Give the figures by name")
    return found[0]


def counted_at(finding: Finding) -> tuple[str, str]:
    """The step and the field that a threshold counts; two empty words where it counts a calculated number."""
    if not isinstance(finding.counted, Name):
        return "", ""
    step, _, field = without_round(finding.counted.path)
    return step, field


def counted_field(law: Standing, step: str) -> str:
    """The field that a majority counts at a step; empty where none does."""
    return next((counted_at(each)[1] for each in law.program.findings if each.step == step and each.majorities), "")


def seats_counted(its: Procedure, finding: Finding) -> tuple[int | None, str]:
    """The seats of the body that votes, and its title; None where the text does not bound the number."""
    kind = field_of(its, *counted_at(finding))
    if kind is None or not isinstance(kind.at_most, SeatsOf):
        return None, ""
    body = kind.at_most.seats_of
    return its.law.seats(body, finding.edition), its.law.constitution.bodies[body].title


def most_countable(found: Judgement, finding: Finding) -> tuple[int | None, str]:
    """How many can be counted at best: all members who sit; and the figure that says how many these are.

    Those who are present or vote are no bound: others may come.
    """
    step, field = counted_at(finding)
    vocabulary = found.case.procedure.law.vocabulary
    acts = found.program.course.steps[step].awaited if step in found.program.course.steps else ()
    kinds = [vocabulary.act(act) for act in acts]
    names = {name for kind in kinds for name in kind.wholes if field in kind.atoms(name) and _all_sit(kind, name)}
    bounds = [(found.record.values.get(f"{step}.1.{name}"), name) for name in sorted(names)]
    known = [(value, name) for value, name in bounds if isinstance(value, int)]
    return min(known) if known else (None, "")


def _all_sit(kind: ActKind, name: str) -> bool:
    """Does a figure count those who are absent as well?"""
    return Position.ABSENT in kind.positions(name)


_RIVAL = "the votes of the next candidate"


def share_in_words(stated: Alternative, *, more_than: bool, titles: Mapping[str, str] | None = None) -> str:
    """A share of a base in words, more than 1/2 of voting for instance; empty for a number of votes.

    `titles` are those of the bodies: the base may be the seats of one.
    """
    if stated.share is None:
        return ""
    name = str(stated.of).rpartition(".")[2]
    base = _RIVAL if name == "runner_up" else in_words(name)
    if isinstance(stated.of, SeatsOf):
        base = f"the seats of {(titles or {}).get(stated.of.seats_of, in_words(stated.of.seats_of))}"
    return share_of(stated.share, base, more_than=more_than)


def share_of(share: tuple[int, int], base: str, *, more_than: bool) -> str:
    """A share of what a base is called: at least 2/3 of the members."""
    top, bottom = share
    part = "" if top == bottom else f"{top}/{bottom} of "
    return f"{'more than' if more_than else 'at least'} {part}{base}"
