"""The answer to "would this pass?", put together from what an engine finds about one step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

from majlis.law.constitution import MATTER
from majlis.law.vocabulary import SeatsOf
from majlis.logic.tree import names
from majlis.questions.counting import counting_steps, most_countable, seats_counted, share_in_words
from majlis.questions.either_way import MOST_COMPLETIONS
from majlis.questions.figures.not_knowing import not_knowing
from majlis.questions.figures.not_known import FAILS, NOTHING_DUE, PASSES, WORDS, NotKnown
from majlis.questions.figures.under_readings import under_readings
from majlis.questions.findings import findings_at
from majlis.questions.interpretation import about, reading_taken
from majlis.questions.judgement import FIRST_DAY, Judgement
from majlis.questions.leading import LeftOpen, left_open, next_steps
from majlis.questions.votes.chamber_vote import NOTHING_MORE, chamber_vote
from majlis.questions.votes.deciding import Decided, decided, finding_of
from majlis.questions.votes.effects import effects
from majlis.questions.votes.majorities import due, majorities
from majlis.questions.votes.other_majorities import other_majorities
from majlis.questions.votes.stood import stood
from majlis.questions.votes.vote import OtherFacts, OtherReading, WouldPass
from majlis.voting.frontier import turning
from majlis.voting.majority import FOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.logic.truth import Value
    from majlis.procedure.program import Finding
    from majlis.questions.standing import Standing
    from majlis.questions.verdict import FindingResult
    from majlis.questions.votes.ballot import Ballot
    from majlis.questions.votes.chamber_figures import Seated
    from majlis.questions.votes.chamber_vote import Wanted
    from majlis.questions.votes.stood import Stood
    from majlis.voting.frontier import Change
    from majlis.voting.majority import Majority


EVENTS = ("passed", "failed")
_PASSES = {PASSES: True, FAILS: False}
_TURNED = {PASSES: FAILS, FAILS: PASSES}


@dataclass(frozen=True)
class Posed:
    """The question as it is posed: which law, which engine, the vote with its facts, and all that was said of it.

    `figures` are those of the vote as they were given, spans among them; `day` is that of the vote.
    """

    law: Standing
    engine: Engine
    vote: Ballot
    facts: Mapping[str, Any]
    figures: Mapping[str, Any]
    day: date | None

    @cached_property
    def found(self) -> Judgement:
        """What the engine finds."""
        return self.vote.judged(self.law, self.engine)

    @cached_property
    def base(self) -> Decided:
        """The findings that decide the step."""
        return decided(self.found, self.vote.step)

    def answer(self, *, first_fails: bool, seated: Seated | None = None, wanted: Wanted = NOTHING_MORE) -> WouldPass:
        """Would it pass? `first_fails` says that the earlier vote would not have passed itself.

        `wanted` is what is asked of the chamber besides.
        """
        law, norm, readings = self.law, self.base.decisive, tuple(self._readings())
        finding = finding_of(self.found, norm) if norm else None
        seats, body = seats_counted(law.procedure, self._counting) if self._counting else (None, "")
        most, bounded_by = most_countable(self.found, finding) if finding else (None, "")
        return WouldPass(
            law.procedure.name, self.vote.step, law.edition, law.chosen_by, law.doubtful, self.engine.name,
            dict(self.facts), self.base.passes,
            norm.provision if norm else "", norm.says if norm else "",
            norm.required if norm else None, norm.actual if norm else None, norm.margin if norm else None,
            norm.counted if norm else "", _share(finding), seats, body, most, bounded_by, self._ungoverned(),
            self.base.findings, readings, tuple(self._alternatives()), self.base.lacking,
            first_fails, **self._arithmetic(), not_known=self._not_known(),
            under=under_readings(self.law, readings, self._word),
            chamber=chamber_vote(self.law, seated, self._counting, self._due, wanted)
            if seated and self._counting else None,
        )  # fmt: skip

    def _not_known(self) -> NotKnown | None:
        """What it comes to whatever is not known; None where all is."""
        if self.base.passes is not None or not self.base.findings:
            return None
        return not_knowing(self.law, self.engine, self.vote.step, self.figures, facts=self.facts, day=self.day)

    def _word(self, law: Standing) -> str:
        """What it comes to under another law, in one word: whether it leads where passing leads under this one."""
        found = decided(self.vote.judged(law, self.engine), self.vote.step)
        if found.passes is not None:
            word = WORDS[found.passes]
        elif not found.findings:
            return NOTHING_DUE
        else:
            asked = (law, self.engine, self.vote.step, self.figures)
            word = not_knowing(*asked, facts=self.facts, day=self.day).answer
        return _TURNED.get(word, word) if self._turned_round(law) else word

    def _turned_round(self, law: Standing) -> bool:
        """Does passing lead under another law where failing leads under this one? Then not to fail is to pass."""
        here, there = self.law.program.course.steps, law.program.course.steps
        passed, failed = (next_steps(here, self.vote.step, event) for event in EVENTS)
        return passed != failed == next_steps(there, self.vote.step, EVENTS[0])

    @cached_property
    def _counting(self) -> Finding | None:
        """The finding that counts votes in favour, else one that counts something; first the one to speak of."""
        found = [finding_of(self.found, each) for each in (self.base.decisive, *self.base.findings) if each]
        counting = [each for each in found if each.majorities]
        votes = (each for each in counting if majorities(self.law, each)[0].counted.holds == FOR)
        return next(votes, next(iter(counting), None))

    def _arithmetic(self) -> dict[str, Any]:
        """What follows from the majority by arithmetic, where one is counted."""
        finding = self._counting
        always: dict[str, Any] = {
            "follows": self._follows(),
            "silences": self._silences(),
            "candidates": dict(self.vote.candidates),
            "other_steps": tuple(name for name in counting_steps(self.law) if name != self.vote.step),
            "broken": self._broken(),
            "doubts": self._doubts(),
        }
        if finding is None:
            return always
        how = stood(self.law, self.found, finding)
        seats, _ = seats_counted(self.law.procedure, finding)
        majority = next((each for each in self._due if each.counted.holds == FOR), None)
        return {
            "split": how.split,
            "untold": tuple(sorted(how.others)),
            "sitting_known": how.sitting_known,
            "effects": effects(majority, how, of_seats=seats is not None) if majority else (),
            "changes": self._changes(how),
            "majorities": other_majorities(self.law, finding, how),
            **always,
        }

    def _changes(self, how: Stood) -> tuple[Change, ...]:
        """The smallest changes that turn the vote; none where it is open, or turns on what is no count."""
        if self.base.passes is None or not self._due or not how.covers(self._due):
            return ()
        return turning(self._due, how.split)

    @cached_property
    def _due(self) -> tuple[Majority, ...]:
        """The majorities that are due, a quorum among them; none where one is not known, or where no count decides."""
        asked = [due(self.law, self.found, finding_of(self.found, each)) for each in self.base.findings]
        known = tuple(each for each in asked if each is not None)
        return known if len(known) == len(asked) else ()

    def _follows(self) -> dict[str, tuple[str, ...]]:
        """The steps or outcomes that come next if the vote passes, and if it fails."""
        found = {event: next_steps(self.law.program.course.steps, self.vote.step, event) for event in EVENTS}
        return {event: names for event, names in found.items() if names}

    def _silences(self) -> tuple[LeftOpen, ...]:
        """What the text leaves open where the vote leads with these figures."""
        event = {True: "passed", False: "failed"}.get(self.base.passes)  # type: ignore[arg-type] # None has no event
        return left_open(self.found, self.vote.step, event) if event else ()

    def _broken(self) -> tuple[FindingResult, ...]:
        """The duties at the step that the figures themselves show to be broken."""
        told = {f"{self.vote.step}.1.{name}" for name in self.figures} | set(self.facts)
        found = (each for each in findings_at(self.found, f"{self.vote.step}.1") if each.result == "breached")
        return tuple(each for each in found if told & names(finding_of(self.found, each).test))

    def _doubts(self) -> dict[str, str]:
        """What is doubtful about the wording of the norms that decide, by provision."""
        found = {each.provision: finding_of(self.found, each).provision.doubt for each in self.base.findings}
        return {provision: doubt for provision, doubt in found.items() if doubt}

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
        required = decided(found, self.vote.step).required if not self._turned_round(law) else None
        asks, source = about(found, question, reading, f"{self.vote.step}.1")
        passes = _PASSES.get(self._word(law))
        turns = passes is not _PASSES.get(self._own_word)
        return OtherReading(question, asks, taken, reading, source, passes, required, turns)

    @cached_property
    def _own_word(self) -> str:
        return self._word(self.law)

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
