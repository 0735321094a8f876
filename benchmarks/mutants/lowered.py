"""Is anything at all different? The lowered programs of a procedure, compared with those without the mutant."""

from __future__ import annotations

import hashlib
from itertools import zip_longest
from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.judgement import FIRST_DAY, program_of
from majlis.questions.readings import known_readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Program
    from majlis.questions.judgement import Choices


def fingerprint(name: str) -> str:
    """What a procedure means in every edition, each reading of each question once among the readings.

    Raises InputError where the procedure does not fit its norms in some edition or under some reading.
    """
    its = procedure(name)
    whole = hashlib.sha256()
    for edition in its.law.editions:
        for choices in _choices(its):
            whole.update(repr(_meant(program_of(its, edition, choices))).encode())
    return whole.hexdigest()


def same_meaning(names: Iterable[str], before: dict[str, str]) -> bool:
    """Do the procedures mean what they meant before? Raises InputError as `fingerprint` does."""
    return all([fingerprint(name) == before[name] for name in names])  # noqa: C419 - each is to be lowered


def _meant(program: Program) -> tuple[object, ...]:
    """All on which a verdict rests; not the sentences and sources that it quotes."""
    told = [
        (each.name, each.edition, each.provision.kind, each.provision.cutoff, each.counted, each.majorities)
        for each in program.findings
    ]
    asked = sorted((name, places) for name, places in program.raised.items())
    return program.conditions, program.clocks, program.ends, program.crossings, told, asked


def _choices(its: Procedure) -> Iterator[Choices]:
    yield ()
    asked = {name: sorted(found) for name, found in known_readings(its).items() if not name.startswith(FIRST_DAY)}
    for chosen in zip_longest(*asked.values()):
        yield tuple(sorted((name, each) for name, each in zip(asked, chosen, strict=True) if each is not None))
