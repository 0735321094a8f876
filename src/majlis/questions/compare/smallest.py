"""The smallest case that two states of a procedure judge otherwise, or the proof that there is none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from majlis.logic.check import Kind
from majlis.logic.tree import names
from majlis.questions.compare.pair import NOTHING, Pair, at_fault, result
from majlis.questions.compare.view import Plain, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from majlis.engines.proof import Formula
    from majlis.questions.compare.joint import Joint
    from majlis.questions.judgement import Judgement

NOT_SHOWN = "no case was found in which it shows, and no proof that there is none"


@dataclass(frozen=True)
class Sought:
    """What a search came to: a case, a proof that there is none, or neither, with the reason."""

    pair: Pair | None = None
    proved: bool = False
    why: str = ""


class Seeking:
    """Looks for cases that two states of a procedure judge otherwise. `joint` has them in their order."""

    def __init__(self, joint: Joint) -> None:
        self.joint = joint
        self._views: dict[bool, View] = {}

    def view(self, *, later: bool) -> View:
        """All cases, seen from the one side or the other: each sees more of its own."""
        if later not in self._views:
            self._views[later] = View(self.joint.turned if later else self.joint, later=later)
        return self._views[later]

    def finding(self, name: str) -> Sought:
        """A smallest case in which a finding comes out otherwise. Raises InputError without the solver."""
        view = self.view(later=False)
        none = view.search.none(view.otherwise(name), view.reached(name))
        if none:
            return Sought(proved=True)
        for strict in (True, False):
            for side, goal in self._goals(name, strict=strict):
                found = side.smallest(goal, partial(_differ, name, strict), self._plain(name), name)
                if found:
                    return Sought(found)
        return Sought(why=NOT_SHOWN if none is False else "the solver cannot tell")

    def _goals(self, name: str, *, strict: bool) -> Iterator[tuple[View, list[Formula]]]:
        """What a case must show: first that one side finds fault and the other does not, then any difference."""
        for later in (False, True):
            view = self.view(later=later)
            goal = view.fault(name) if strict else view.otherwise(name)
            yield view, [goal, view.reached(name)]

    def shows(
        self, test: Callable[[Judgement, Judgement], bool], goals: Iterator[tuple[View, list[Formula]]]
    ) -> Sought:
        """A smallest case that reaches one of some goals and shows a difference."""
        proved = True
        for view, goal in goals:
            if view.search.none(*goal):
                continue
            proved = False
            if found := view.smallest(goal, lambda pair: test(*pair.judgements)):
                return Sought(found)
        return Sought(proved=proved, why="" if proved else NOT_SHOWN)

    def _plain(self, name: str) -> Plain:
        """What a finding compares: words are to be the first that will do, figures and days at the edge."""
        types = {**self.joint.other.types, **self.joint.one.types}
        there = [each for each in self.joint.findings[name] if each]
        read = sorted({path for each in there for path in names(each.test) | names(each.applies)} & types.keys())
        figures = [path for path in read if types[path].kind is Kind.INTEGER]
        clocks = dict.fromkeys(f"since.{each.name}" for each in there if each.provision.timed)
        return Plain(tuple(path for path in read if types[path].kind is Kind.WORD), (*figures, *clocks))


def _differ(name: str, strict: bool, pair: Pair) -> bool:  # noqa: FBT001 - bound in advance
    """Does a finding come out otherwise; strictly: does one side find fault, and the other not?"""
    one, other = (result(found, name) for found in pair.judgements)
    if strict:
        faults = [at_fault(found, name) for found in pair.judgements]
        return faults[0] is not faults[1] or {one, other} == {"breached", "failed"}
    return ("" if one in NOTHING else one) != ("" if other in NOTHING else other)
