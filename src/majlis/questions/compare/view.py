"""All cases of two states of a procedure, as one of them sees them: a smallest one in which something holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.law.places import content_at
from majlis.questions.asking import field_of, without_round
from majlis.questions.compare.alike import VERDICTS
from majlis.questions.compare.joint_space import JointSpace
from majlis.questions.compare.pair import Pair, judged
from majlis.questions.proof.search import Search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from majlis.engines.proof import Formula
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Finding
    from majlis.questions.compare.joint import Joint
    from majlis.questions.judgement import Judgement

PLAIN = 2_000_000  # a greatest number beyond this is none that a reader would call plain


@dataclass(frozen=True)
class Plain:
    """The names of the record that are made plain in a case that was found."""

    words: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


PLAINLY = Plain()


class View:
    """The cases of a joint space, seen from its first side. `later`: is that the later one of the two compared?"""

    def __init__(self, joint: Joint, *, later: bool) -> None:
        self.joint, self.later = joint, later
        self.space = JointSpace(joint)
        self.z3 = self.space.z3
        self.search = Search(self.space)

    def otherwise(self, name: str) -> Formula:
        """The formula that a finding comes out otherwise on the two sides."""
        words = [self._one(name, word) != self._other(name, word) for word in VERDICTS]
        if all(self.joint.findings[name]) and not self.joint.both(name):
            words.append(self._one(name, "bad"))
        if not all(self.joint.findings[name]):  # where it does not apply, it might as well not be there
            words = words[1:]
        return self.z3.Or(words)

    def fault(self, name: str) -> Formula:
        """The formula that the first side finds fault where the other does not."""
        return self.z3.And(self._one(name, "bad"), self.z3.Not(self._other(name, "bad")))

    def reached(self, name: str) -> Formula:
        """The formula that the case comes to a finding on each side that has it.

        That it comes there on one side only is the doing of what stands before.
        """
        reach = f"reach.{self._occurrence(name)}"
        sides = (self.space.formulas.named(reach), self.space.other(reach))
        return self.z3.And([each for each, its in zip(sides, self.joint.findings[name], strict=True) if its])

    def smallest(
        self, goal: list[Formula], shows: Callable[[Pair], bool], plain: Plain = PLAINLY, but: str = ""
    ) -> Pair | None:
        """A case with as few acts and as little else amiss as may be; None where none was found.

        `but` is the finding that is to be amiss on this side.
        """
        for within in self._narrowing(but):
            if self.search.none(*goal, *within) is not False:
                continue
            found = self._found([*goal, *within], shows)
            if found:
                return self._plainest(found, [*goal, *within], shows, plain)
        return None

    def _narrowing(self, but: str) -> Iterator[list[Formula]]:
        """Acts in order and nothing else amiss, then nothing that both sides find alike, then acts in order."""
        yield [*self.space.in_order, *self._no_fault(but, self._every), *self._none_on_the_other_side()]
        yield [*self.space.in_order, *self._no_fault(but, self._alike)]
        yield self.space.in_order
        yield self.space.plain

    @cached_property
    def _every(self) -> list[Finding]:
        return list(self.joint.one.findings)

    @cached_property
    def _alike(self) -> list[Finding]:
        otherwise = {*self.joint.otherwise}
        return [each for each in self._every if each.name not in otherwise]

    def _no_fault(self, but: str, findings: list[Finding]) -> list[Formula]:
        """Nothing is amiss on this side but one finding."""
        space = self.space
        bad = [
            self.z3.And(self._one(each.name, "bad"), space.reached(each.occurrence))
            for each in findings
            if each.name != but
        ]
        early = [space.formulas.named(f"early.{here.name}") for here in space.awaited]
        return [self.z3.Not(each) for each in (*bad, *early)]

    def _none_on_the_other_side(self) -> list[Formula]:
        others = self.joint.other.findings
        bad = (
            self.z3.And(self._other(each.name, "bad"), self.space.other(f"reach.{each.occurrence}")) for each in others
        )
        return [self.z3.Not(each) for each in bad]

    def _found(self, goal: list[Formula], shows: Callable[[Pair], bool], *, fewest: bool = True) -> Pair | None:
        kept: list[Pair] = []

        def shown(found: Judgement) -> bool:
            pair = self._pair(found)
            if pair is None or not shows(pair):
                return False
            kept.append(pair)
            return True

        with content_at(self.joint.sides[0][0].law.root):
            found = self.search.case(*goal, shows=shown, fewest=fewest)
        return kept[-1] if found.witness else None

    def _pair(self, found: Judgement) -> Pair | None:
        """The case as the other side judges it; None where it refuses the case."""
        scenario = found.case.scenario.model_dump(mode="json", exclude_defaults=True)
        scenario = {"given": {}, "acts": [], **scenario}
        scenario.pop("edition", None)
        its, edition = self.joint.sides[1]
        try:
            other = judged(its, edition, scenario, self.joint.choices)
        except InputError:
            return None
        return Pair(scenario, other, found) if self.later else Pair(scenario, found, other)

    def _plainest(self, found: Pair, goal: list[Formula], shows: Callable[[Pair], bool], plain: Plain) -> Pair:
        """The case with its figures, then its days, as small as the difference allows."""
        goal = [*goal, self.search.acts <= len(found.scenario["acts"])]
        own = found.after if self.later else found.before
        edge: list[Formula] = []
        for name in plain.words:
            edge += self._first_word(name, [*goal, *edge])
        for name in [*plain.figures, *self._dates(own), "as_of"]:
            value = own.record.values.get(name)
            if isinstance(value, int) and not isinstance(value, bool):
                edge.append(self.space.number(name) == self._edge(name, [*goal, *edge], value))
        return self._found([*goal, *edge], shows, fewest=False) or found

    def _first_word(self, name: str, goal: list[Formula]) -> list[Formula]:
        """The first word, in the order of the files, with which a goal can be reached."""
        number = self.space.number(name)
        for word in words_in_order(self.space.procedure, name):
            chosen = number == self.space.formulas.word(word)
            if self.search.none(*goal, chosen) is False:
                return [chosen]
        return []

    def _edge(self, name: str, goal: list[Formula], value: int) -> int:
        """The least number with which a goal can be reached; the greatest, if that is less than every other."""
        number, low = self.space.number(name), self.space.first if value >= self.space.first else min(0, value)
        least = self._least(number, goal, low, value)
        if least > low or low >= self.space.first or self.search.none(*goal, number >= PLAIN) is False:
            return least
        return -self._least(-number, goal, -PLAIN, -least)

    def _dates(self, found: Judgement) -> list[str]:
        facts = self.space.procedure.file.facts
        return [name for name, kind in facts.items() if kind.type == "date" and name in found.record.values]

    def _least(self, number: Formula, goal: list[Formula], low: int, high: int) -> int:
        """The least number with which a goal can be reached; it can with the highest."""
        while low < high:
            middle = (low + high) // 2
            if self.search.none(*goal, number <= middle) is False:
                high = middle
            else:
                low = middle + 1
        return high

    def _occurrence(self, name: str) -> str:
        return next(each.occurrence for each in self.joint.findings[name] if each)

    def _one(self, name: str, word: str) -> Formula:
        return self.space.formulas.named(f"{name}.{word}")

    def _other(self, name: str, word: str) -> Formula:
        return self.space.other(f"{name}.{word}")


def words_in_order(its: Procedure, name: str) -> tuple[str, ...]:
    """The words that may stand under a name, in the order of the files; none where those are not listed."""
    frame = its.law.constitution
    step, _, field = without_round(name)
    field_kind = field_of(its, step, field)
    kind = its.file.facts[name].type if name in its.file.facts else field_kind.type if field_kind else ""
    if isinstance(kind, tuple):
        return kind
    return {"actor": tuple(frame.actors()), "office": tuple(frame.offices), "matter": its.matters}.get(kind, ())
