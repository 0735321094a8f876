"""What leads to a step that may still come: steps to be taken first, and those that it follows if they are missed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.course import Occurrence
    from majlis.questions.judgement import Judgement
    from majlis.questions.prospects import Prospects


@dataclass(frozen=True, eq=False)
class Leads:
    """The steps before a step that have not been taken and may be."""

    found: Judgement
    prospects: Prospects

    def by_doing(self, here: Occurrence) -> tuple[str, ...]:
        """The steps of which one has to be taken first, directly or by way of tests."""
        return tuple(dict.fromkeys(each.step for each in self._before(here) if not self._only_if_missed(each, here)))

    def by_missing(self, here: Occurrence) -> tuple[str, ...]:
        """The steps that it follows only if they do not come in time."""
        return tuple(dict.fromkeys(each.step for each in self._before(here) if self._only_if_missed(each, here)))

    def _before(self, here: Occurrence) -> Iterator[Occurrence]:
        course = self.found.program.course
        todo, seen = list(course.before[here]), set[object]()
        while todo:
            each = todo.pop(0)
            if each in seen:
                continue
            seen.add(each)
            if not course.steps[each.step].awaited:
                todo += course.before[each]
            elif each not in self.found.placed.at and self.prospects.reached(each.name) is not False:
                yield each

    def _only_if_missed(self, source: Occurrence, here: Occurrence) -> bool:
        """Does a step directly lead to another only if it is missed?"""
        course = self.found.program.course
        step = course.steps[source.step]
        leading = [target for target in step.targets() if here in course.ahead(source, target)]
        return bool(leading) and all(target is step.missed for target in leading)
