"""The dates of a timeline under the readings that were not taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.engines.trial import Trial
from majlis.questions.interpretation import about
from majlis.questions.judgement import under
from majlis.questions.limits import Timed, iso, period_of, timed_at
from majlis.questions.prospects import Prospects
from majlis.questions.readings import first_days
from majlis.questions.timed import Further, OtherDate

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from majlis.procedure.program import Raised
    from majlis.questions.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Under:
    """A limit under a reading that was not taken; `timed` is None where it does not apply then."""

    question: str
    asks: str
    reading: str
    source: str
    timed: Timed | None

    def date(self) -> OtherDate:
        """What it comes to."""
        same = self.timed
        earliest, latest = (iso(same.earliest), iso(same.latest)) if same else (None, None)
        period = period_of(same) if same and earliest is None and latest is None else ""
        state = same.state if same else None
        return OtherDate(self.question, self.asks, self.reading, self.source, earliest, latest, state, period)


@dataclass(eq=False)
class OtherDates:
    """Looks up what a limit comes to under other readings; each reading is judged once."""

    base: Judgement
    _tried: dict[tuple[str, str], Prospects] = field(default_factory=dict)

    def of(self, timed: Timed) -> tuple[OtherDate, ...]:
        """The readings that were not taken under which the limit has other dates, or another state, or is not there."""
        found = (timed.earliest, timed.latest, timed.state)
        tried = self.under(timed)
        differing = (e for e in tried if not e.timed or (e.timed.earliest, e.timed.latest, e.timed.state) != found)
        return tuple(each.date() for each in differing)

    def under(self, timed: Timed) -> tuple[Under, ...]:
        """The limit under each reading that was not taken of the questions that arise there."""
        raised = self._raised_at(timed.finding.occurrence)
        return tuple(self._under(question, reading, timed) for question, reading in raised)

    def _raised_at(self, occurrence: str) -> Iterator[tuple[str, str]]:
        chosen = dict(self.base.choices)
        for question, places in self.base.program.raised.items():
            here = [place for place in places if place.occurrence == occurrence]
            for reading in _readings(here):
                if reading != chosen.get(question, here[0].default):
                    yield question, reading
        for question, readings in first_days(self.base).items():
            yield from ((question, reading) for reading in readings)

    def _under(self, question: str, reading: str, timed: Timed) -> Under:
        prospects = self._under_reading(question, reading)
        name, place = timed.finding.name, timed.finding.occurrence
        same = next((each for each in timed_at(prospects.found, place) if each.finding.name == name), None)
        if same is not None and not _may_hold(prospects, same):
            same = None
        return self._under_of(question, reading, same or timed, same)

    def _under_of(self, question: str, reading: str, at: Timed, same: Timed | None) -> Under:
        asks, source = about(self.base, question, reading, at.finding.occurrence)
        stated = at.finding.norm.entry.readings.get(question)
        own = stated.options.get(reading) if stated else None
        return Under(question, asks, reading, own.source if own else source, same)

    def further(self, occurrence: str, here: Container[str]) -> tuple[Further, ...]:
        """The periods that hold there under a reading that was not taken, and are not among those (by name) that do."""
        found = []
        for question, reading in self._raised_at(occurrence):
            prospects = self._under_reading(question, reading)
            for each in timed_at(prospects.found, occurrence):
                if each.finding.name not in here and prospects.holds(each.finding) and _may_hold(prospects, each):
                    cite = f"{each.finding.norm.constitution}/{each.finding.provision.cite}"
                    other = self._under_of(question, reading, each, each).date()
                    found.append(Further(cite, each.finding.provision.says, other))
        return tuple(found)

    def _under_reading(self, question: str, reading: str) -> Prospects:
        key = (question, reading)
        if key not in self._tried:
            self._tried[key] = Prospects(under(self.base, (key,)).judged_by(Trial()))
        return self._tried[key]


def _may_hold(prospects: Prospects, timed: Timed) -> bool:
    """May a period hold under a reading: does the norm apply, and was the step done, or may it be?"""
    here = timed.finding.occurrence
    done = prospects.found.record.values.get(f"{here}.done")
    return prospects.holds(timed.finding) is not False and bool(done or prospects.reached(here) is not False)


def _readings(places: list[Raised]) -> tuple[str, ...]:
    """The readings of a question at some places, its default among them, each once."""
    return tuple(dict.fromkeys(each for place in places for each in (*place.readings, place.default) if each))
