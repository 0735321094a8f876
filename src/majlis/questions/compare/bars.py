"""What bars a draft on its road: provisions that forbid to touch some articles, and what they leave open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.law.constitution import add_list
from majlis.law.library import article_of
from majlis.logic.tree import names
from majlis.logic.truth import truth
from majlis.procedure.library import procedure
from majlis.questions.beforehand import beforehand, known_beforehand
from majlis.questions.judgement import program_of
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.law.amendment import AmendingRoad, Touched
    from majlis.logic.truth import Value
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Finding
    from majlis.questions.compare.side import Side
    from majlis.questions.judgement import Choices


@dataclass(frozen=True, slots=True)
class OtherReading:
    """A reading under which a provision does not bar what it bars by default."""

    question: str
    reading: str
    source: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A provision that forbids to touch some articles; with `only_if` it depends on more than that.

    `articles` are those of them that the draft touches. Without any it is not in the way, unless the draft does
    `by_subject` what it forbids, of which only a reader can judge. `itself` says that the draft touches the article
    where the provision stands, and that no provision of the road protects that article. `note` and `doubt` are what it
    leaves open and what is doubtful about its wording; `unless` has the readings under which it does not bar the draft.
    """

    provision: str
    says: str
    articles: tuple[str, ...]
    only_if: str
    by_subject: str
    itself: bool
    note: str
    doubt: str
    unless: tuple[OtherReading, ...]


def bars(before: Side, road: AmendingRoad, articles: tuple[str, ...]) -> tuple[Bar, ...]:
    """The provisions that bar a draft which touches some articles, judged by the procedure of its road.

    Those that look at other articles are among them, with none that is touched.
    """
    its = procedure(f"{before.constitution}/{road.procedure}")
    found: list[Bar] = []
    for fact, touched in road.touching.items():
        reached = tuple(each for each in articles if touched.among(each))
        forbidding = _Forbidding(its, before.edition, fact, _facts(before, its, {**road.given, fact: "yes"}))
        bare = frozenset(each for each in articles if not any(it.among(each) for it in road.touching.values()))
        found += (_bar(forbidding, finding, touched, reached, bare) for finding in forbidding.under().values())
    return tuple(found)


@dataclass(frozen=True)
class _Forbidding:
    """What a procedure forbids once a fact is there, beside other facts of the road."""

    procedure: Procedure
    edition: str
    fact: str
    facts: Mapping[str, Value]

    def under(self, choices: Choices = ()) -> dict[str, Finding]:
        """The provisions that look at the fact and are not kept when it is there, by citation."""
        program = program_of(self.procedure, self.edition, choices)
        known = known_beforehand(program, self.facts)
        return {
            each.provision.cite: each
            for each in program.findings
            if self.fact in names(each.test)
            and truth(beforehand(each.test), known) is False
            and truth(beforehand(each.applies), known) is not False
        }


def _bar(
    forbidding: _Forbidding, finding: Finding, touched: Touched, reached: tuple[str, ...], bare: frozenset[str]
) -> Bar:
    """The provision as it stands in the way of what is reached; `bare` are touched articles that none protects."""
    stands, edition = finding.provision, forbidding.edition
    unless = tuple(
        OtherReading(question, reading, option.source)
        for question, options in finding.norm.questions(edition).items()
        for reading, option in options.items()
        if not option.default and stands.cite not in forbidding.under(((question, reading),))
    )
    name, doubt = f"{finding.norm.constitution}/{stands.cite}", stands.doubt or stands.not_known
    itself = article_of(stands.cite) in bare
    return Bar(
        name, stands.says, reached, touched.if_, touched.by_subject, itself, stands.note, doubt, unless
    )  # fmt: skip


def _facts(before: Side, its: Procedure, given: Mapping[str, str]) -> dict[str, Value]:
    """The facts of a case on the road, typed. Raises InputError for what the procedure does not know."""
    day = before.law.constitution.editions[0].first_day.latest
    facts = bind_case(Scenario(procedure=its.name, given=dict(given), as_of=day), its=its).facts
    add_list(facts)
    return facts
