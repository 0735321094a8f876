"""Do the procedures fit their norms in every edition and under every reading, and not only where a case tries them?"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from majlis.errors import InputError, Where
from majlis.procedure.library import procedures_of
from majlis.questions.faults import Fault, fault
from majlis.questions.judgement import FIRST_DAY, Choices, program_of
from majlis.questions.readings import known_readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.library import Law
    from majlis.procedure.library import Procedure


def loading_faults(its: Law) -> Iterator[Fault]:
    """Every fault that shows when a procedure of the constitution is lowered; each is named once."""
    yield from dict.fromkeys(each for one in procedures_of(its) for each in _faults(one))


def _faults(its: Procedure) -> Iterator[Fault]:
    for edition in its.law.editions:
        for choices in choices_to_try(its):
            try:
                program_of(its, edition, choices)
            except InputError as error:
                yield fault(error.what, error.where or Where(its.document.name), error.remedy)


def choices_to_try(its: Procedure) -> Iterator[Choices]:
    """The default readings, then others, so that each reading of each question is once among them.

    The first readings of all questions are taken together, then the second ones: to try each by itself would
    take as many programs as there are readings.
    """
    yield ()
    asked = {name: sorted(found) for name, found in known_readings(its).items() if not name.startswith(FIRST_DAY)}
    for chosen in zip_longest(*asked.values()):
        yield tuple(sorted((name, each) for name, each in zip(asked, chosen, strict=True) if each is not None))
