"""A machine that plays random acts through a procedure, and holds after each what holds of every case."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from majlis.engines import engine as engine_named
from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.procedure.library import procedure
from majlis.questions.uses import places
from majlis.scenario.as_file import as_file
from majlis.testing.choices import number, one_of_these
from majlis.testing.courses import gaps_of
from majlis.testing.days import as_number, as_text, span
from majlis.testing.invariants import (
    reopened,
    stands_in_two_ways,
    told_apart_by_engines,
    told_apart_by_its_file,
    undone,
)
from majlis.testing.moves import awaited, days_for, due
from majlis.testing.playing import beginning, played, with_act

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.procedure.library import Procedure
    from majlis.testing.playing import Played

_LATE = 33  # days by which an act may come after its last day


def machine(name: str, *, edition: str | None = None, engines: tuple[str, ...] | None = None) -> type[ProcedureMachine]:
    """A rule-based state machine of Hypothesis that plays a procedure (CONSTITUTION/PROCEDURE).

    At each state it does what is awaited, in time or late, does something alongside or out of place, or lets days
    pass. After each of these it holds that every track stands in exactly one way, that the engines agree, that the
    case written as a file is the same case, that what was met stays met, and that what has ended stays ended while
    only days pass. Where one of these fails, the error has the case as a file for `majlis decide`.

    `edition` pins one; `engines` are compared with `meaning`, by default all that are installed. Raises InputError
    for an unknown procedure, edition or engine.
    """
    its = procedure(name)
    if edition is not None and edition not in its.law.editions:
        raise InputError(f"unknown edition {edition!r}", remedy=remedy(edition, its.law.editions))
    others = ("generated", "durable") if find_spec("durable_rules_engine") else ("generated",)
    for each in engines or ():
        engine_named(each)
    called = f"Machine_{name.replace('/', '_').replace('-', '_')}"
    its_own = {"its": its, "edition": edition, "engines": others if engines is None else engines}
    return type(called, (ProcedureMachine,), its_own)


class ProcedureMachine(RuleBasedStateMachine):
    """The machine of one procedure. Its states are cases, each with one thing more than the one before."""

    its: ClassVar[Procedure]
    edition: ClassVar[str | None]
    engines: ClassVar[tuple[str, ...]]
    case: Played

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """Some day, and some facts."""
        self.whole = span(self.its.law, self.edition)
        self.case = beginning(data.draw, self.its, self.edition, self.whole)

    @precondition(lambda self: bool(awaited(self.case.found)))
    @rule(data=st.data())
    def do_what_is_awaited(self, data: st.DataObject) -> None:
        """An act that is awaited, in time, or a day too early or too late."""
        move = one_of_these(data.draw, awaited(self.case.found))
        self._act(data, move.act, one_of_these(data.draw, days_for(self.case.found, move, self._today)))

    @precondition(lambda self: any(due(self.case.found, move) for move in awaited(self.case.found)))
    @rule(data=st.data())
    def do_it_late(self, data: st.DataObject) -> None:
        """An act that is awaited, after the last day of all its periods."""
        move = one_of_these(data.draw, [each for each in awaited(self.case.found) if due(self.case.found, each)])
        last = max(self._today, *due(self.case.found, move))
        self._act(data, move.act, last + data.draw(number(1, _LATE)))

    @precondition(lambda self: self.its.file.alongside)
    @rule(data=st.data())
    def do_something_alongside(self, data: st.DataObject) -> None:
        """An act that may be done at any time; on the next day, since acts of one day have no order of their own."""
        acts = [act for side in self.its.file.alongside for act in side.awaited]
        self._act(data, one_of_these(data.draw, acts), self._today + 1)

    @rule(data=st.data())
    def do_something_out_of_place(self, data: st.DataObject) -> None:
        """An act of the procedure that may not be awaited now, or any act of the constitution."""
        own = sorted({act for step in places(self.its) for act in step.awaited})
        pools = [each for each in (own, own, sorted(self.its.law.vocabulary.acts)) if each]
        if pools:
            act = one_of_these(data.draw, one_of_these(data.draw, pools))
            self._act(data, act, self._today + 1)

    @rule(data=st.data())
    def let_days_pass(self, data: st.DataObject) -> None:
        """Some days on which nobody does anything."""
        later = self._today + 1 + one_of_these(data.draw, gaps_of(self.its))
        after = played({**self.case.raw, "as_of": as_text(later)}) if later <= self.whole[1] else None
        if after is not None:
            before, self.case = self.case, after
            self._holds([*undone(before.found, after.found), *reopened(before.found, after.found)])

    @invariant()
    def every_track_stands_in_exactly_one_way(self) -> None:
        """An outcome, a silence, an awaited step; or facts that are missing."""
        self._holds(stands_in_two_ways(self.case.found))

    @invariant()
    def the_engines_agree(self) -> None:
        """Each holds of the record what the definition does."""
        self._holds(told_apart_by_engines(self.case.found, self.engines))

    @invariant()
    def the_case_as_a_file_is_the_same_case(self) -> None:
        """With the same digest."""
        self._holds(told_apart_by_its_file(self.case.found))

    @property
    def _today(self) -> int:
        return as_number(self.case.raw["as_of"])

    def _act(self, data: st.DataObject, act: str, day: int) -> None:
        """Do an act; where it is refused, or would come after the end of the constitution, leave all as it is.

        Acts of one day have no order of their own, so one on the same day as others may come before them.
        """
        longer = with_act(data.draw, self.its, self.case.raw, act, day) if day <= self.whole[1] else None
        if longer is not None:
            before, self.case = self.case, longer
            if all(each.day != day for each in before.found.case.acts):
                self._holds(undone(before.found, longer.found))

    def _holds(self, wrong: Iterable[str]) -> None:
        found = "; ".join(wrong)
        if found:
            text = as_file(self.case.found.case.scenario)
            raise AssertionError(f"{found}.\nThe case as a file for `majlis decide`:\n\n{text}")
