"""What of a procedure has to be looked at: the editions in which it differs, and each reading alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.judgement import program_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from majlis.procedure.library import Procedure
    from majlis.questions.judgement import Choices


def editions_alike(its: Procedure) -> list[tuple[str, ...]]:
    """The editions of a procedure, those together in which it is the very same, under every reading alone."""
    groups: dict[Hashable, list[str]] = {}
    frame = its.law.constitution
    for edition in its.law.editions:
        choices = each_reading(its, edition)
        programs = [program_of(its, edition, chosen) for chosen in choices]
        lowered = tuple((program.conditions, program.clocks) for program in programs)
        raised = tuple(programs[0].raised.items())
        listed = tuple(each for each in its.matters if frame.has(frame.matters[each], edition))
        groups.setdefault((lowered, tuple(choices), raised, listed), []).append(edition)
    return [tuple(group) for group in groups.values()]


def each_reading(its: Procedure, edition: str) -> list[Choices]:
    """The default readings, then each reading alone of every question that the procedure raises in an edition."""
    found: list[Choices] = [()]
    for question, places in program_of(its, edition, ()).raised.items():
        readings = dict.fromkeys(each for place in places for each in (*place.readings, place.default) if each)
        found += [((question, reading),) for reading in readings]
    return found
