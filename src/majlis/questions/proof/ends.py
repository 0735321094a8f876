"""How cases end: each track in exactly one way, by a course that is not endless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.engines.proof import PATIENCE
from majlis.procedure.course import ROUNDS
from majlis.procedure.follow import MAIN
from majlis.procedure.program import ClockKind, EndKind
from majlis.questions.proof.clocks import counted, started, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.engines.proof import Formula
    from majlis.procedure.program import Clock, Program
    from majlis.questions.judgement import Judgement
    from majlis.questions.proof.space import Space


def not_one_end(space: Space) -> Formula:
    """The formula that some track of a case stands in no way, or in two ways at once."""
    z3, program = space.z3, space.program
    ends: dict[str, list[Formula]] = {track: [] for track in program.tracks}
    for end in program.ends:
        ends[end.track].append(space.formulas.named(end.name))
    twice = [z3.PbGe([(each, 1) for each in several], 2) for several in ends.values() if len(several) > 1]
    stands = {track: space.any_of(several) for track, several in ends.items()}
    others = [track for track in program.tracks if track != MAIN]
    on = {track: z3.Or(stands[track], _reached(space, track)) for track in others}
    nowhere = [z3.Not(space.any_of([stands[MAIN], *on.values()]))]
    nowhere += [z3.And(z3.Not(stands[MAIN]), on[track], z3.Not(stands[track])) for track in others]
    return space.any_of([*twice, *nowhere])


def shows_not_one_end(judgement: Judgement) -> bool:
    """Does a track of a case stand in no way, or in two ways at once?"""
    counts = [sum(end.track == track for end in judgement.ends) for track in judgement.tracks]
    return any(count != 1 for count in counts)


def caps(program: Program) -> list[str]:
    """The ends at which a loop has been followed as often as it is."""
    return [end.name for end in program.ends if end.kind is EndKind.CAP]


def endless(space: Space, step: str) -> bool | None:
    """Can a loop be gone round for ever by way of a step, in order and with nobody breaking a duty?

    As many rounds as are followed may be long and not endless: a period that starts before the loop may end it. So
    each such period is let run out before the last round, however short it must be for that. Where the loop is cut
    off then, or somebody breaks a duty, no course outlasts the period. None where the solver cannot tell.
    """
    z3, outer = space.z3, list(_starting_before(space, step))
    free = {fact.get_id() for clock in outer for fact in stretches(space, clock)}
    solver = z3.Solver()
    solver.set("timeout", PATIENCE)
    solver.add([fact for fact in space.facts if fact.get_id() not in free])
    solver.add([*space.in_order, *space.blameless])
    for clock in outer:
        acted = z3.And(started(space, clock), space.done(clock.occurrence))
        solver.add(z3.Implies(acted, space.number(f"slack.{clock.name}") < 0))
    cut_off = [end.name for end in space.program.ends if end.kind is EndKind.CAP and end.what == step]
    solver.add(space.any_of([space.formulas.named(name) for name in cut_off]))
    found = solver.check()
    return None if found == z3.unknown else bool(found == z3.sat)


def _starting_before(space: Space, step: str) -> Iterator[Clock]:
    """The periods for acts of the last round of a loop that nothing in the loop starts."""
    for clock in space.program.clocks:
        its, _, turn = clock.occurrence.rpartition(".")
        inside = its in space.course.steps and space.course.together(its, step) and turn == str(ROUNDS)
        forward = clock.kind is ClockKind.WITHIN and counted(clock) and not clock.period.back
        if inside and forward and not any(_looped(space, each) for each in clock.triggers):
            yield clock


def _looped(space: Space, name: str) -> bool:
    its = name.rpartition(".")[0]
    return its in space.course.steps and space.course.looped(its)


def wordings_not_known(program: Program) -> tuple[str, ...]:
    """The norms by which a step passes or fails, and of which the wording is not known."""
    cites = [each.provision.cite for each in program.findings if each.provision.deciding and each.provision.not_known]
    return tuple(dict.fromkeys(cites))


def _reached(space: Space, track: str) -> Formula:
    return space.any_of([space.reached(name) for name, on in space.program.track_of.items() if on == track])
