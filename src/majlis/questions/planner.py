"""Plans of one procedure for many days: what does not hang on the day is found once for each edition.

A plan that begins on a day and knows nothing else differs from that of another day only in its dates, as long as
both are governed by one edition, no edition changes while steps are open, and no condition compares the day itself.
Where that is not so, each plan is drawn by itself. Both ways are tested to say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from majlis.logic.tree import comparisons, names
from majlis.procedure.library import procedure
from majlis.questions.plan import planned
from majlis.questions.readings import choose
from majlis.questions.standing import checked_edition
from majlis.questions.template import Template
from majlis.questions.timeline import judged, timeline, timeline_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.procedure.library import Procedure
    from majlis.questions.judgement import Judgement
    from majlis.questions.timed import Timeline

_CLOCKS = ("over.", "due.")  # they move with the day
_MARGIN = 62  # days by which months and years of one length can differ, and some to spare


class Planner:
    """Draws the plans of one procedure, quickly for many days."""

    def __init__(  # noqa: PLR0913 - one parameter for each thing that can be known beforehand
        self, name: str, *, matter: str | None = None, given: Mapping[str, Any] | None = None,
        edition: str | None = None, readings: Iterable[str] = (), engine: str | None = None,
    ) -> None:  # fmt: skip
        """Raises InputError for names that there are not."""
        self._its: Procedure = procedure(name)
        pinned = checked_edition(self._its.law, str(edition)) if edition is not None else None
        self._asked: dict[str, Any] = {"matter": matter, "given": given, "edition": pinned}
        kinds = self._its.file.facts
        self._other_days = any(name in kinds and kinds[name].type == "date" for name in given or {})
        self._readings, self._engine = tuple(readings), engine
        choose(self._its, self._readings)
        self._kept: dict[str, _Kept] = {}

    def timeline(self, begins: date) -> Timeline:
        """The plan that begins on a day: the same as `timeline(name, begins=...)`. Raises InputError."""
        if self._other_days or type(begins) is not date:
            return self._drawn(begins)
        day, frame = begins.toordinal(), self._its.law.constitution
        pinned = self._asked["edition"]
        edition = str(pinned or frame.edition_on(day))
        if edition not in self._kept and day >= frame.first_day:
            kept = self._template(begins)
            if kept.template is None or pinned or self._undisturbed(day, kept.reach):
                self._kept[edition] = kept
        found = self._kept.get(edition)
        if found is None or found.template is None or day < frame.first_day:
            return self._drawn(begins)
        return found.template.at(day) if pinned or self._undisturbed(day, found.reach) else self._drawn(begins)

    def _drawn(self, begins: date) -> Timeline:
        return timeline(self._its.name, begins=begins, readings=self._readings, engine=self._engine, **self._asked)

    def _template(self, begins: date) -> _Kept:
        """The template of the edition that governs a day, if its plans differ in nothing but their dates."""
        plan = planned(self._its.name, begins=begins, **self._asked)
        found = judged(plan.case, self._readings, self._engine)
        base = timeline_of(found, plan=True, notes=plan.notes)
        template = Template(found, base)
        return _Kept(template if template.moves() and not _compares_the_day(found) else None, _reach(base))

    def _undisturbed(self, day: int, reach: int) -> bool:
        """Does no edition begin, and does the constitution not end, while the steps are open?"""
        frame = self._its.law.constitution
        until = day + reach
        windows = [each.first_day for each in frame.editions]
        settled = all(w.latest.toordinal() <= day or w.earliest.toordinal() > until for w in windows)
        return settled and (frame.last_day is None or until < frame.last_day.earliest.toordinal())


@dataclass(frozen=True, slots=True)
class _Kept:
    """The template of an edition, and how far its days reach from the beginning (days)."""

    template: Template | None
    reach: int


def _reach(base: Timeline) -> int:
    """How many days after its beginning a plan has its last date, at most."""
    named = [day for step in base.steps for day in (step.latest, step.not_after)]
    named += [day for step in base.steps for limit in step.limits for day in (limit.latest, limit.earliest)]
    named += [o.latest for step in base.steps for limit in step.limits for o in limit.others]
    named += [o.earliest for step in base.steps for limit in step.limits for o in limit.others]
    last = max((day for day in named if day), default=base.as_of)
    return (date.fromisoformat(last) - date.fromisoformat(base.as_of)).days + _MARGIN


def _compares_the_day(found: Judgement) -> bool:
    """Does a condition hold the day of the beginning against another that is known?"""
    known = found.record.values
    days = {name for name, value in known.items() if value == found.case.as_of and not isinstance(value, bool)}
    conditions = [*(named.when for named in found.program.conditions), *(f.applies for f in found.program.findings)]
    for part in conditions:
        for compared in comparisons(part):
            read = names(compared)
            if read & days and read <= known.keys() and not all(name.startswith(_CLOCKS) for name in read):
                return True
    return False
