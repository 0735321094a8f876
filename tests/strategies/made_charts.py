"""Procedures of any shape, as what they need: to see whether a flowchart of them can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from majlis.questions.needs import Follows, Needs, Rule, StepNeeds

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

EVENTS = ("done", "passed", "failed", "ungoverned", "late", "missed", "a_very_long_act_that_somebody_does", "seal")
SENTENCES = (
    "No.",
    "The text does not say what follows when it comes too late, nor what it is worth then.",
    "It holds & binds <all>.",
)
RULES = ("1", "1.II:a-word-that-is-rather-long")


@st.composite
def charts(draw: DrawFn) -> Needs:
    """Up to seven steps that lead to each other, to outcomes and to silences as chance has it."""
    names = [f"step_{number}" for number in range(draw(st.integers(1, 7)))]
    ends = {f"end_{number}": draw(st.sampled_from(SENTENCES)) for number in range(draw(st.integers(1, 4)))}
    steps = tuple(_step(draw, name, names, list(ends)) for name in names)
    sides = tuple(
        StepNeeds(f"side_{n}", ("seal",), None, (), (), alongside=True) for n in range(draw(st.integers(0, 4)))
    )
    led_to = {name for step in steps for each in step.follows for name in (*each.to, *each.then)}
    outcomes = {name: says for name, says in ends.items() if name in led_to}
    return Needs("az-1995/municipal_decision", "Anything", "2016", "given", None, {}, (*steps, *sides), outcomes)


def _step(draw: DrawFn, name: str, names: list[str], ends: list[str]) -> StepNeeds:
    events = draw(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=6, unique=True))
    follows = tuple(_follows(draw, event, names, ends) for event in events)
    rules = tuple(
        Rule(cite, "effect", draw(st.sampled_from(SENTENCES)), "") for cite in draw(st.sets(st.sampled_from(RULES)))
    )
    return StepNeeds(name, ("seal",), None, rules, follows, test=draw(st.booleans()))


def _follows(draw: DrawFn, event: str, names: list[str], ends: list[str]) -> Follows:
    some, onward = (st.lists(st.sampled_from(of), min_size=1, max_size=2, unique=True) for of in (names + ends, names))
    how = draw(st.sampled_from(("to", "to", "either", "both", "silent", "goes on")))
    if how in ("silent", "goes on"):
        then = tuple(draw(onward)) if how == "silent" and draw(st.booleans()) else ()
        return Follows(event, (), how, draw(st.sampled_from(SENTENCES)), draw(st.sampled_from(("", "Code"))), then)
    to = tuple(draw(some))
    if how != "to":
        return Follows(event, to, how)
    then = tuple(draw(onward)) if to[0] in ends and draw(st.booleans()) else ()
    return Follows(event, to[:1], how, then=then)
