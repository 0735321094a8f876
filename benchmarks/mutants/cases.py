"""The example cases, decided: which of them notice a mutant."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.mutants.expressions import days_beside
from benchmarks.mutants.in_place import original

from majlis.documents.reader import read
from majlis.documents.validated import validated
from majlis.law.constitution import MATTER
from majlis.law.library import shown
from majlis.law.places import case_files, content
from majlis.questions.decide import Decider
from majlis.questions.exercise import DECIDED, provisions_of
from majlis.questions.expected import differences
from majlis.questions.findings import findings
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.mutants.mutant import Mutant

    from majlis.questions.judgement import Judgement

FAR = 2
"""The nearness of a case that does not so much as find on a norm."""
WITHIN = frozenset(("number", "unit", "bound", "comparison", "connective", "operand", "negation", "word", "majority"))

_READING = re.compile(r"readings\.[^.]+\.([^.]+)\.set\b")


@dataclass(frozen=True)
class KnownCase:
    """A case whose verdict is as its author expects, with what it decides, touches and reaches."""

    file: str
    scenario: Scenario
    decided: frozenset[str]
    """Citations and steps that are decided in it: the first place to look for a change."""
    found: frozenset[str]
    days: frozenset[int]
    """The days (day numbers) that decide which edition governs."""
    matter: str

    def nearness(self, subject: str) -> int:
        """How likely it is to notice a change of a norm or step; less is likelier."""
        return 0 if subject in self.decided else 1 if subject in self.found else FAR


def known_cases(only: Iterable[str] = ()) -> dict[str, list[KnownCase]]:
    """The cases by procedure, those left out that are not decided as expected even without a mutant."""
    decider = Decider("meaning")
    wanted = set(only)
    found: dict[str, list[KnownCase]] = {}
    for path in case_files():
        scenario = validated(Scenario, read(path))
        if scenario.expect is None or (wanted and scenario.procedure not in wanted):
            continue
        judged = decider.judge(bind_case(scenario))
        if not _unlike(decider, scenario, judged):
            days, matter = frozenset(judged.case.dated), str(judged.case.facts.get(MATTER, ""))
            known = KnownCase(shown(path), scenario, *_touching(judged), days, matter)
            found.setdefault(scenario.procedure, []).append(known)
    return found


def _touching(judged: Judgement) -> tuple[frozenset[str], frozenset[str]]:
    every = findings(judged)
    decided = {each.provision.partition("/")[2] for each in every if each.result in DECIDED}
    decided |= {name.partition("/")[2] for name in provisions_of(judged)}
    steps = judged.program.course.occurrences
    decided |= {here.step for here in steps if f"reach.{here.name}" in judged.held}
    return frozenset(decided), frozenset(each.provision.partition("/")[2] for each in every)


def concerned(mutant: Mutant, cases: Iterable[KnownCase]) -> list[KnownCase]:
    """The cases that a mutant can change.

    One of the frame, those that have a day beside its own, or its matter; a change within a norm, those that find
    on the norm, even if only that it does not apply. Any other change may lead a case to steps where it was not.
    """
    if not mutant.file.endswith("/constitution.yaml"):
        within = mutant.file.startswith("rules/") and mutant.kind in WITHIN
        return [each for each in cases if not within or each.nearness(mutant.subject) < FAR]
    if not days_beside(mutant.before):
        return [each for each in cases if each.matter == mutant.subject]
    moved = dt.date.fromisoformat(mutant.before).toordinal()
    beside = {moved - 1, moved, moved + 1}
    return [each for each in cases if each.days & beside]


def noticing(mutant: Mutant, cases: Iterable[KnownCase]) -> KnownCase | None:
    """The first case whose verdict is not as expected any more; the likeliest are tried first.

    Raises InputError where the changed rules cannot be applied to a case.
    """
    decider = Decider("meaning")
    taking = [each for each in cases if _takes(each, mutant)]
    near = sorted(taking, key=lambda each: each.nearness(mutant.subject))
    return next((each for each in near if _unlike(decider, each.scenario, _judged(decider, each))), None)


def _takes(known: KnownCase, mutant: Mutant) -> bool:
    """Is the case judged by the changed wording: not by another one than that of a reading?"""
    reading = _READING.match(mutant.place)
    if reading is None or mutant.kind not in WITHIN or _by_default(mutant):
        return True
    return any(str(each).rpartition("=")[2] == reading[1] for each in known.scenario.readings)


def _by_default(mutant: Mutant) -> bool:
    """Is the reading that is changed the default?"""
    path = mutant.edits[0].path
    option: Any = original(content() / mutant.file).data
    for step in path[: path.index("set")]:
        option = option[step]
    return "default" in option


def noticing_readings(mutant: Mutant, cases: Iterable[KnownCase]) -> KnownCase | None:
    """The first case that expects other readings to change its verdict, or not to, and is disappointed.

    Raises InputError as `noticing` does.
    """
    decider = Decider("meaning")
    near = sorted(cases, key=lambda each: each.nearness(mutant.subject))
    return next(_other_readings(decider, near), None)


def _judged(decider: Decider, known: KnownCase) -> Judgement:
    return decider.judge(bind_case(known.scenario))


def _unlike(decider: Decider, scenario: Scenario, judged: Judgement) -> bool:
    assert scenario.expect
    expect = scenario.expect.model_copy(update={"depends_on": None})
    return bool(differences(expect, decider.plain(judged)))


def _other_readings(decider: Decider, cases: Iterable[KnownCase]) -> Iterator[KnownCase]:
    for each in cases:
        expect = each.scenario.expect
        if expect and expect.depends_on is not None and differences(expect, decider.decide(bind_case(each.scenario))):
            yield each
