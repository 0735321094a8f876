"""A tiny invented constitution in a folder of its own, to change file by file."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.engines.meaning import Meaning
from majlis.law import places
from majlis.procedure.library import procedure
from majlis.procedure.lower import Editions, course, lower
from majlis.questions.decide import Decider
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from pathlib import Path

    from majlis.procedure.course import Course
    from majlis.procedure.program import Program
    from majlis.questions.judgement import Judgement

CONSTITUTION = """
    constitution: isle
    title: Constitution of the Isle
    zone: UTC
    editions:
      - {edition: "1900", title: as adopted, first_day: {earliest: 1900-01-01, latest: 1900-01-01, source: its preamble}}
      - {edition: "1950", title: as amended, first_day: {earliest: 1950-03-01, latest: 1950-03-10, source: two newspapers}}
    bodies: {council: {title: the Council, seats: "1"}}
    offices:
      monarch: {title: the Monarch}
      herald: {title: the Herald, from: "1950"}
      warden: {title: the Warden, until: "1950"}
    groups: {islander: {title: islanders}}
    texts:
      deed: {title: the printed text of 1900}
      gazette: {title: the printed text of 1950}
      copy: {title: a copy by the Herald}
      hearsay: {title: what islanders tell, wording: no}
    questions: {counting: {asks: "Is the first day counted?", default: day_after}}
    matters:
      5.I.1: {title: fishing}
      5.I.2: {title: war}
      5.II: {title: all else}
"""
VOCABULARY = """
    acts:
      motion:
        says: Somebody moves.
        fields:
          by: {type: actor, asks: "Who moved?"}
          grave: {type: boolean, asks: "Is it grave?"}
          tone: {type: [mild, harsh], asks: "How?"}
      ballot:
        says: The Council votes.
        fields:
          in_favour: {type: count, at_most: {seats_of: council}, asks: "How many?"}
          against: {type: count, asks: "How many?"}
          present: {type: count, asks: "How many?"}
        sums: [{parts: [in_favour, against], at_most: present}]
      recount: {says: The Council counts again., like: ballot}
      seal: {says: The Monarch seals.}
      protest: {says: The Monarch protests.}
      notice:
        says: An office falls vacant.
        fields:
          office: {type: office, asks: "Which?"}
          cause: {type: [death, flight], asks: "How?"}
      poll:
        says: The islanders vote.
        fields:
          candidates: {type: tally, asks: "How many votes has each?"}
          voters: {type: count, asks: "How many came?"}
        sums: [{parts: [candidates], at_most: voters}]
"""
ARTICLE_1 = """
    article: "1"
    title: The Council
    provisions:
      - {cite: "1", kind: composition, says: The Council has 11 seats., seats: 11}
      - {cite: 1.I, kind: threshold, says: It decides with six votes., of: ballot.in_favour, at_least: 6}
      - {cite: 1.II, kind: deadline, says: It votes within five days of the motion., after: motion, within: 5 days}
"""
# motion, then ballot within five days; refused it may be moved again.
MOVING = """
    procedure: moving
    title: Moving something
    steps:
      - {step: motion, done: ballot}
      - step: ballot
        governed_by: [1.I, 1.II]
        passed: carried
        failed: fallen
        late: {silent: Nothing is said of a late ballot., then: goes on}
        missed: {silent: Nothing is said of a ballot that never comes.}
    outcomes: {carried: It is carried., fallen: It falls.}
"""


@dataclass
class Isle:
    """The invented constitution, and what the engine makes of it."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        """Write a file of it (`rules/isle/2.yaml`), as YAML without the common indentation."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        forget()

    def rule(self, *provisions: str, article: str = "2") -> None:
        """Write an article of these provisions, each in the short form `cite: ..., kind: ...`."""
        lines = "".join(f"  - {{{provision}}}\n" for provision in provisions)
        self.write(f"rules/isle/{article}.yaml", f'article: "{article}"\ntitle: Invented\nprovisions:\n{lines}')

    def procedure(
        self, steps: str, *, name: str = "trial", facts: str = "{}", outcomes: str = "won, lost", more: str = ""
    ) -> None:
        """Write a procedure of these steps, each line one step in short form or indented as it is."""
        named = ", ".join(f"{outcome}: It is {outcome}." for outcome in outcomes.split(", "))
        head = f"procedure: {name}\ntitle: Trial\nfacts: {facts}\n{more}steps:\n"
        body = textwrap.indent(textwrap.dedent(steps).strip("\n"), "  ")
        self.write(f"procedures/isle/{name}.yaml", f"{head}{body}\noutcomes: {{{named}}}\n")

    def course(self, name: str = "trial", edition: str = "1950", **choices: str) -> Course:
        """The course of a procedure."""
        return course(procedure(f"isle/{name}"), edition, choices)

    def lower(self, name: str = "trial", edition: str = "1950", **choices: str) -> Program:
        """A procedure lowered for one edition. Raises LawError."""
        its = procedure(f"isle/{name}")
        return lower(its, course(its, edition, choices), Editions(edition, {}), choices)

    def holding(self, name: str = "trial", record: dict[str, Any] | None = None, **choices: str) -> frozenset[str]:
        """What holds of a record."""
        return Meaning().holding(self.lower(name, **choices), record or {})

    def judged(
        self, *acts: dict[str, Any], name: str = "trial", readings: tuple[str, ...] = (), **scenario: Any
    ) -> Judgement:
        """A case judged by the definition. Raises InputError."""
        raw = {"procedure": f"isle/{name}", "acts": list(acts), **scenario}
        return Decider("meaning").judge(bind_case(Scenario.model_validate(raw)), readings)


def forget() -> None:
    """Forget all content that was read: it may have changed."""
    places.forget()


def found_isle(folder: Path) -> Isle:
    """The isle with its first article and one procedure."""
    isle = Isle(folder)
    isle.write("rules/isle/constitution.yaml", CONSTITUTION)
    isle.write("rules/isle/vocabulary.yaml", VOCABULARY)
    isle.write("rules/isle/1.yaml", ARTICLE_1)
    isle.write("procedures/isle/moving.yaml", MOVING)
    return isle


def act(name: str, date: str, **fields: Any) -> dict[str, Any]:
    """An act of a case."""
    return {"act": name, "date": date, **fields}
