"""Would this vote pass: one step judged by itself, before anything has happened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

from majlis.engines import engine as engine_named
from majlis.errors import InputError
from majlis.law.constitution import MATTER, add_list
from majlis.law.vocabulary import SeatsOf
from majlis.questions.ballot import Ballot, ballot
from majlis.questions.beforehand import known_beforehand
from majlis.questions.counting import (
    counted_field,
    find_steps,
    looks_back,
    most_countable,
    seats_counted,
    share_in_words,
    tally_field,
)
from majlis.questions.deciding import Decided, decided, finding_of
from majlis.questions.effects import effects
from majlis.questions.either_way import MOST_COMPLETIONS
from majlis.questions.interpretation import about, reading_taken
from majlis.questions.judgement import FIRST_DAY, Judgement
from majlis.questions.majorities import due
from majlis.questions.other_majorities import other_majorities
from majlis.questions.standing import Standing, standing, with_matter
from majlis.questions.stood import stood
from majlis.questions.vote import OtherFacts, OtherReading, WouldPass
from majlis.voting.frontier import turning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.logic.truth import Value
    from majlis.procedure.model import Step, Target
    from majlis.procedure.program import Finding
    from majlis.questions.stood import Stood
    from majlis.voting.frontier import Change


def would_pass(  # noqa: PLR0913 - each is one thing that a user may know of a vote
    procedure: str,
    *,
    matter: str | None = None,
    step: str | None = None,
    first: int | str | None = None,
    date: date | None = None,
    edition: str | None = None,
    readings: Iterable[str] = (),
    given: Mapping[str, Any] | None = None,
    engine: str | None = None,
    votes: Mapping[str, int | str] | None = None,
    **figures: Any,
) -> WouldPass:
    """Say whether a vote with these figures would pass, by how much, and what would change the answer.

    `figures` are fields of the act, `in_favour` for instance; `first` is what was counted at the earlier vote
    that a repeated one looks back at, `votes` those of each candidate. Raises InputError for impossible
    figures and unknown names.
    """
    law = standing(procedure, edition=edition, day=date, readings=readings)
    facts = with_matter(given, matter)
    _check_matter(law, facts)
    chosen = engine_named(engine)
    if votes:
        figures = {**figures, tally_field(law): votes}
    fitting = []
    for name in find_steps(law, step, figures):
        back = _earlier(law, name, first) if first is not None else {}
        fitting.append(_Asked(law, chosen, ballot(law, name, facts, {**figures, **back}, date), facts))
    leading = [each for each in fitting if each.may_be_reached] or fitting
    asked = next((each for each in leading if each.base.findings), leading[0])
    return asked.answer(first_fails=first is not None and _first_fails(asked, first, date))


def _earlier(law: Standing, step: str, first: int | str) -> dict[str, int | str]:
    """The figure of the earlier vote that a step looks back at, by the step and the field that has it."""
    earlier = looks_back(law, step)
    return {f"{earlier}.{counted_field(law, earlier)}": first}


def _check_matter(law: Standing, facts: Mapping[str, Any]) -> None:
    frame = law.procedure.law.constitution
    matter = frame.matters.get(str(facts.get(MATTER)))
    if matter is not None and not frame.has(matter, law.edition):
        what = f"the edition of {law.edition} has no matter {facts[MATTER]}"
        raise InputError(what, remedy="Choose another edition or matter")


def _first_fails(asked: _Asked, first: int | str, day: date | None) -> bool:
    """Would the earlier vote itself have failed with so few votes?"""
    step = looks_back(asked.law, asked.vote.step)
    vote = ballot(asked.law, step, asked.facts, {counted_field(asked.law, step): first}, day)
    return decided(vote.judged(asked.law, asked.engine), step).passes is False


@dataclass(frozen=True)
class _Asked:
    """The question: which law, which engine, and the vote with its facts."""

    law: Standing
    engine: Engine
    vote: Ballot
    facts: Mapping[str, Any]

    @cached_property
    def may_be_reached(self) -> bool:
        """Can the procedure come to this step, as far as the facts say?"""
        facts = {name: value for name, value in self.found.record.values.items() if name in self.found.case.facts}
        add_list(facts)
        return known_beforehand(self.law.program, facts).get(f"reach.{self.vote.step}.1") is not False

    @cached_property
    def found(self) -> Judgement:
        return self.vote.judged(self.law, self.engine)

    @cached_property
    def base(self) -> Decided:
        return decided(self.found, self.vote.step)

    def answer(self, *, first_fails: bool) -> WouldPass:
        law, norm = self.law, self.base.decisive
        finding = finding_of(self.found, norm) if norm else None
        seats, body = seats_counted(law.procedure, finding) if finding else (None, "")
        most, bounded_by = most_countable(self.found, finding) if finding else (None, "")
        return WouldPass(
            law.procedure.name, self.vote.step, law.edition, law.chosen_by, law.doubtful, self.engine.name,
            dict(self.facts), self.base.passes,
            norm.provision if norm else "", norm.says if norm else "",
            norm.required if norm else None, norm.actual if norm else None, norm.margin if norm else None,
            norm.counted if norm else "", _share(finding), seats, body, most, bounded_by, self._ungoverned(),
            self.base.findings, tuple(self._readings()), tuple(self._alternatives()), self.base.lacking,
            first_fails, **self._arithmetic(finding),
        )  # fmt: skip

    def _arithmetic(self, finding: Finding | None) -> dict[str, Any]:
        """What follows from the majority by arithmetic, where one is counted."""
        always: dict[str, Any] = {"follows": self._follows(), "leaders": self.vote.leaders}
        if finding is None or not finding.majorities:
            return always
        how = stood(self.law, self.found, finding)
        majority = due(self.law, self.found, finding)
        return {
            "split": how.split,
            "untold": tuple(sorted(how.others)),
            "effects": effects(majority, how) if majority else (),
            "changes": self._changes(how),
            "majorities": other_majorities(self.law, finding, how),
            **always,
        }

    def _changes(self, how: Stood) -> tuple[Change, ...]:
        """The smallest changes that turn the vote; none where it is open, or turns on what is no count."""
        asked = [due(self.law, self.found, finding_of(self.found, each)) for each in self.base.findings]
        known = [each for each in asked if each is not None]
        if self.base.passes is None or not known or len(known) < len(asked) or not how.covers(known):
            return ()
        return turning(known, how.split)

    def _follows(self) -> dict[str, tuple[str, ...]]:
        """The steps or outcomes that come next if the vote passes, and if it fails."""
        steps = self.law.program.course.steps
        step = steps[self.vote.step]
        named = {"passed": step.passed, "failed": step.failed}
        return {word: tuple(dict.fromkeys(_onward(steps, target))) for word, target in named.items() if target}

    def _ungoverned(self) -> str:
        """What the text says, or does not say, where it asks for no majority."""
        if self.base.findings:
            return ""
        target = self.law.program.course.steps[self.vote.step].ungoverned
        return (target.silent if target else "") or "No provision asks for a majority here."

    def _readings(self) -> Iterator[OtherReading]:
        live = {finding_of(self.found, each).name for each in self.base.findings}
        here = f"{self.vote.step}.1"
        for question, places in self.law.program.raised.items():
            near = [each for each in places if each.finding in live or (each.occurrence == here and not each.finding)]
            taken = reading_taken(self.found, question)
            for reading in dict.fromkeys(name for place in near for name in (*place.readings, place.default)):
                if reading and reading != taken:
                    yield self._under(self.law.under(question, reading), question, taken, reading)
        if self.law.doubtful:
            later = self.law.in_edition(self.law.doubtful)
            yield self._under(later, f"{FIRST_DAY}{self.law.doubtful}", "latest", "earliest")

    def _under(self, law: Standing, question: str, taken: str, reading: str) -> OtherReading:
        found = self.vote.judged(law, self.engine)
        then = decided(found, self.vote.step)
        asks, source = about(found, question, reading, f"{self.vote.step}.1")
        turns = then.passes is not self.base.passes
        return OtherReading(question, asks, taken, reading, source, then.passes, then.required, turns)

    def _alternatives(self) -> Iterator[OtherFacts]:
        """The answer for each value of the facts that are missing, as far as these have few values."""
        lacking = self.base.lacking
        choices = [_values(self.law, name) for name in lacking]
        count = 1
        for each in choices:
            count *= len(each)
        if not lacking or not 0 < count <= MOST_COMPLETIONS:
            return
        for picked in product(*choices):
            facts = dict(zip(lacking, picked, strict=True))
            then = decided(self.vote.judged(self.law, self.engine, facts), self.vote.step)
            norm = then.decisive
            yield OtherFacts(facts, then.passes, then.required, norm.provision if norm else "")


def _onward(steps: Mapping[str, Step], target: Target) -> Iterator[str]:
    """The steps and outcomes that a target leads to; what is only tested on the way is taken to be fulfilled."""
    for name in target.steps():
        tested = steps[name].passed if name in steps and not steps[name].awaited else None
        yield from _onward(steps, tested) if tested else (name,)


def _share(finding: Finding | None) -> str:
    """Of what figure the required number is a share; empty for a fixed number of votes, and for one of seats."""
    stated = next((each for each in finding.provision.majority if each.share), None) if finding else None
    if not stated or not finding or isinstance(stated.of, SeatsOf):
        return ""
    return share_in_words(stated, more_than=finding.more_than)


def _values(law: Standing, name: str) -> tuple[Value, ...]:
    """The values that a fact may have; none where they cannot be told one by one."""
    if name == MATTER:
        return tuple(law.matters())
    kind = law.program.types.get(name)
    if kind is None or kind.kind == "boolean":
        return (True, False) if kind else ()
    return tuple(sorted(kind.words))


__all__ = ["WouldPass", "would_pass"]
