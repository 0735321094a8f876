"""How cases end: each track in exactly one way, by a course that is not endless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.follow import MAIN
from majlis.procedure.program import EndKind

if TYPE_CHECKING:
    from majlis.engines.proof import Formula
    from majlis.procedure.program import Program
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


def wordings_not_known(program: Program) -> tuple[str, ...]:
    """The norms by which a step passes or fails, and of which the wording is not known."""
    cites = [each.provision.cite for each in program.findings if each.provision.deciding and each.provision.not_known]
    return tuple(dict.fromkeys(cites))


def _reached(space: Space, track: str) -> Formula:
    return space.any_of([space.reached(name) for name, on in space.program.track_of.items() if on == track])
