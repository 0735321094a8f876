"""Questions of interpretation that change a case: one case, two readings, and two ends or another breach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.engines.trial import Trial
from majlis.logic.tree import names
from majlis.logic.truth import truth
from majlis.procedure.program import EndKind
from majlis.questions.judgement import program_of, under
from majlis.questions.proof.clocks import at_noon, sitting_daily
from majlis.questions.proof.search import Search
from majlis.questions.proof.space import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from majlis.engines.proof import Formula
    from majlis.procedure.program import Program
    from majlis.questions.gaps.ground import Ground
    from majlis.questions.judgement import Judgement
    from majlis.questions.proof.witness import Witness

MOST_ACTS = (2, 7)  # of a case that is to end in two ways: few are tried before many
ROUNDS = 2  # of a loop within which it is looked for


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reading that is not taken by default, and the steps at which it comes into play."""

    question: str
    reading: str
    steps: tuple[str, ...]
    provisions: tuple[str, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What it has in common with the same doubt in another edition."""
        return "ambiguity", self.question, self.reading


def doubts(ground: Ground) -> Iterator[Doubt]:
    """The readings that a procedure can be decided by, other than the default ones."""
    for question, places in ground.program.raised.items():
        default = next((each.default for each in places if each.default), "")
        readings = dict.fromkeys(reading for each in places for reading in each.readings)
        steps = tuple(dict.fromkeys(each.occurrence.partition(".")[0] for each in places))
        cites = tuple(dict.fromkeys(each.finding.partition("@")[0] for each in places if each.finding))
        for reading in readings:
            if reading not in ("", default):
                yield Doubt(question, reading, steps, cites)


def told_apart(ground: Ground, doubt: Doubt) -> Witness | None:
    """A case that ends differently under a reading and under the default one; None where none is found."""
    ends = _touched_ends(ground.space.program, _other_program(ground, doubt))
    if not ends:
        return None
    search, other = _both(ground, doubt)
    for kinds in ((EndKind.OUTCOME,), (EndKind.AWAITS, EndKind.SILENCE)):
        goal = _differing(ground.space, other, [name for name, kind in ends.items() if kind in kinds])
        found = _few_acts(search, goal, ends_differ(doubt))
        if found:
            return found
    return None


def blamed_apart(ground: Ground, doubt: Doubt) -> Witness | None:
    """A case in which somebody breaks a duty under one of a reading and the default one; None where none is found."""
    one, two = ground.space.program, _other_program(ground, doubt)
    duties = sorted(touched(one, two) & one.duties.keys() & two.duties.keys())
    if not duties:
        return None
    search, other = _both(ground, doubt)
    z3, default = ground.space.z3, ground.space
    wrongs = [[z3.And(space.formulas.named(each), space.reached(one.duties[each])) for each in duties]
              for space in (default, other)]  # fmt: skip
    for blamed, spared in (wrongs, reversed(wrongs)):  # first whom the default reading blames
        goal = default.any_of([z3.And(bad, z3.Not(good)) for bad, good in zip(blamed, spared, strict=True)])
        found = _few_acts(search, goal, blame_differs(doubt))
        if found:
            return found
    return None


def _both(ground: Ground, doubt: Doubt) -> tuple[Search, Space]:
    """A search of cases that are looked at under the default readings and under another one, and its space."""
    other = Space(ground.procedure, ground.edition, ((doubt.question, doubt.reading),), beside=ground.space)
    z3, spaces = ground.space.z3, (ground.space, other)
    ordered = z3.Or([z3.And(space.in_order) for space in spaces])  # what one reading leads to, the other may forbid
    days = [each for space in spaces for each in (*at_noon(space), *sitting_daily(space))]
    search = Search(ground.space, [ordered, *days], other)
    search.solver.add(search.acts <= MOST_ACTS[-1])
    later = [here.name for here in ground.space.awaited if here.round > ROUNDS]
    search.solver.add([z3.Not(ground.space.done(name)) for name in later])
    return search, other


def _few_acts(search: Search, goal: Formula, shows: Callable[[Judgement], bool]) -> Witness | None:
    for most in () if search.none(goal) else MOST_ACTS:
        found = search.case(goal, search.acts <= most, shows=shows)
        if found.witness:
            return found.witness
    return None


def _other_program(ground: Ground, doubt: Doubt) -> Program:
    return program_of(ground.procedure, ground.edition, ((doubt.question, doubt.reading),))


def apart(ground: Ground, doubt: Doubt) -> Hashable:
    """In which conditions and clocks a reading differs from the default one; the same, hashed, in other editions."""
    one, other = ground.program, program_of(ground.procedure, ground.edition, ((doubt.question, doubt.reading),))
    return (
        doubt.key,
        frozenset(one.by_name.items() ^ other.by_name.items()),
        frozenset(set(one.clocks) ^ set(other.clocks)),
    )


def touched(one: Program, other: Program) -> set[str]:
    """The names whose conditions, or what clocks show under them, hang on anything in which two programs differ."""
    found = {name for name in one.by_name | other.by_name if one.by_name.get(name) != other.by_name.get(name)}
    for clock in set(one.clocks) ^ set(other.clocks):
        found |= {f"{shown}.{clock.name}" for shown in ("due", "slack", "since", "over")}
    for program in (one, other):
        for named in program.conditions:  # each stands after those that it reads
            if found & names(named.when):
                found.add(named.name)
    return found


def _touched_ends(one: Program, other: Program) -> dict[str, EndKind]:
    """The ends that hang on anything in which two programs differ."""
    found = touched(one, other)
    return {end.name: end.kind for program in (one, other) for end in program.ends if end.name in found}


def ends_differ(doubt: Doubt) -> Callable[[Judgement], bool]:
    """Shows that a case ends differently under a reading."""

    def shows(judgement: Judgement) -> bool:
        other = under(judgement, ((doubt.question, doubt.reading),)).judged_by(Trial())
        return _end(judgement) != _end(other)

    return shows


def blame_differs(doubt: Doubt) -> Callable[[Judgement], bool]:
    """Shows that somebody breaks a duty under one of two readings and certainly not under the other."""

    def shows(judgement: Judgement) -> bool:
        other = under(judgement, ((doubt.question, doubt.reading),)).judged_by(Trial())
        turned = judgement.breaches ^ other.breaches
        return any(_known(judgement, name) and _known(other, name) for name in turned)

    return shows


def _known(judgement: Judgement, name: str) -> bool:
    """Is it known whether a condition holds? One that a program does not have never does."""
    when = judgement.program.by_name.get(name)
    return when is None or truth(when, judgement.known) is not None


def _end(judgement: Judgement) -> tuple[object, ...]:
    """How a case ends, whoever did wrong on the way."""
    outcome = judgement.outcome
    silent = tuple(end.name for end in judgement.ends if end.kind is EndKind.SILENCE)
    return judgement.status, outcome and (outcome.what, outcome.holder), judgement.awaited, silent


def _differing(one: Space, other: Space, ends: list[str]) -> Formula:
    return one.any_of([one.z3.Xor(one.formulas.named(name), other.formulas.named(name)) for name in ends])
