"""The question "would this pass?" as it is posed, and what an engine finds about its one step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from majlis.questions.figures.not_knowing import not_knowing
from majlis.questions.figures.not_known import NOTHING_DUE, WORDS, NotKnown
from majlis.questions.figures.other_readings import seen_from
from majlis.questions.votes.deciding import Decided, decided, finding_of
from majlis.questions.votes.majorities import due, majorities
from majlis.voting.majority import FOR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.procedure.program import Finding
    from majlis.questions.judgement import Judgement
    from majlis.questions.standing import Standing
    from majlis.questions.votes.ballot import Ballot
    from majlis.voting.majority import Majority


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

    @cached_property
    def counting(self) -> Finding | None:
        """The finding that counts votes in favour, else one that counts something; first the one to speak of."""
        found = [finding_of(self.found, each) for each in (self.base.decisive, *self.base.findings) if each]
        counting = [each for each in found if each.majorities]
        votes = (each for each in counting if majorities(self.law, each)[0].counted.holds == FOR)
        return next(votes, next(iter(counting), None))

    @cached_property
    def due(self) -> tuple[Majority, ...]:
        """The majorities that are due, a quorum among them; none where one is not known, or where no count decides."""
        asked = [due(self.law, self.found, finding_of(self.found, each)) for each in self.base.findings]
        known = tuple(each for each in asked if each is not None)
        return known if len(known) == len(asked) else ()

    @cached_property
    def not_known(self) -> NotKnown | None:
        """What it comes to whatever is not known; None where all is."""
        if self.base.passes is not None or not self.base.findings:
            return None
        return self._not_knowing(self.law, other_readings=True)

    @cached_property
    def word(self) -> str:
        """What it comes to, in one word."""
        return self.word_under(self.law)

    def word_under(self, law: Standing) -> str:
        """What it comes to under another law, in one word: whether it leads where passing leads under this one."""
        found = decided(self.vote.judged(law, self.engine), self.vote.step)
        if found.passes is None and not found.findings:
            return NOTHING_DUE
        word = self._not_knowing(law).answer if found.passes is None else WORDS[found.passes]
        return seen_from(self.law, law, self.vote.step, word)

    def _not_knowing(self, law: Standing, *, other_readings: bool = False) -> NotKnown:
        return not_knowing(
            law, self.engine, self.vote.step, self.figures,
            facts=self.facts, day=self.day, other_readings=other_readings,
        )  # fmt: skip
