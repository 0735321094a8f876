"""What follows from a step, in sentences: the next step, an outcome, or that the text is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.model import ENDED
from majlis.questions.asking import in_words
from majlis.render.page import OPEN, Part
from majlis.render.words import listed, sentence
from majlis.scenario.record import IN_OFFICE, VACANT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.needs import Follows, Needs, StepNeeds

CLAUSES = {
    "done": "then",
    "passed": "if it passes",
    "failed": "if it fails",
    "ungoverned": "if no provision decides it",
    "late": "if it comes too late",
    "missed": "if it never comes",
    "exhausted": "if nobody is left in the line",
    IN_OFFICE: "if the office is held",
    VACANT: "if the office was vacant before its turn",
    ENDED: "once the line is over",
}
_TESTED = {"passed": "if that is so", "failed": "if not"}
# Words that begin a sentence and may as well stand in the middle of one.
_SMALL = frozenset(
    ("The", "A", "An", "Another", "No", "Nobody", "Nothing", "Neither", "It", "There", "Whoever", "Both")
)
_NOT_SAID = "The text does not say "
_SAID_SILENT = ("the text ", "nobody is said ", "nothing is said ", "no provision ")


def consequences(step: StepNeeds, needs: Needs) -> Iterator[Part]:
    """What follows in each event, one sentence for all events that lead to the same; then what is not said."""
    unsaid = []
    for events, follows in alike(step):
        if follows.silent.startswith(_NOT_SAID):
            unsaid.append(f"{follows.silent.removeprefix(_NOT_SAID).rstrip('.')}{_aside(follows, step, needs)}")
        elif follows.silent:
            yield Part(f"{clause(events, step)}{_silent(events, follows, step, needs)}", OPEN)
        else:
            yield Part(f"{clause(events, step)}{_what(events, follows, step, needs)}")
    if unsaid:
        yield Part(f"{_NOT_SAID}{', nor '.join(unsaid)}.", OPEN)


def alike(step: StepNeeds) -> list[tuple[list[str], Follows]]:
    """The consequences of a step, those of several events drawn together where they are the same."""
    found: dict[tuple[object, ...], tuple[list[str], Follows]] = {}
    for each in step.follows:
        key = (each.how, each.to, each.silent, each.left_to, each.then)
        found.setdefault(key, ([], each))[0].append(each.event)
    return list(found.values())


def clause(events: list[str], step: StepNeeds) -> str:
    """In which events, as the beginning of a sentence."""
    known = {**CLAUSES, **_TESTED} if step.test else CLAUSES
    acts = [in_words(event) for event in events if event not in known]
    clauses = [f"on {listed(acts, 'or')}"] if acts else []
    clauses += [known[event] for event in events if event in known]
    if _only(events, step):
        clauses = ["then"]
    before = ["", *clauses]
    said = [
        each.removeprefix("if it ") if b.startswith("if it ") else each
        for b, each in zip(before, clauses, strict=False)
    ]
    return sentence(" or ".join(said)).rstrip(".")


def _only(events: list[str], step: StepNeeds) -> bool:
    """Is this what follows in any case, since nothing can make the step fail?"""
    return "ungoverned" in events and {"passed", "failed"}.isdisjoint(each.event for each in step.follows)


def _what(events: list[str], follows: Follows, step: StepNeeds, needs: Needs) -> str:
    """The step or outcome that follows, as the rest of the sentence."""
    text = f"{destination(follows.to, follows.how, needs, step).rstrip('.')}{_aside(follows, step, needs)}."
    small = midway(text)
    return f"{_joint(events, step)}{small}" if small[:1].islower() else f": {text}"


def _joint(events: list[str], step: StepNeeds) -> str:
    """What stands between the events and what follows: nothing but a space after "then"."""
    return " " if "done" in events or _only(events, step) else ", "


def _silent(events: list[str], follows: Follows, step: StepNeeds, needs: Needs) -> str:
    """A silence in words of its own, as the rest of the sentence."""
    said = midway(follows.silent.rstrip("."))
    silent = said if said.startswith(_SAID_SILENT) else f"the text is silent: {said}"
    return f"{_joint(events, step)}{silent}{_aside(follows, step, needs)}."


def _aside(follows: Follows, step: StepNeeds, needs: Needs) -> str:
    """What is left to a law, and how the course goes on after a silence."""
    parts = [f"it is left to the {follows.left_to}"] if follows.left_to else []
    parts += ["the procedure goes on all the same"] if follows.how == "goes on" else []
    if follows.then:
        then = midway(destination(follows.then, "either", needs, step)).rstrip(".")
        parts.append(f"if the record goes on, {then}")
    return f" ({'; '.join(parts)})" if parts else ""


def midway(text: str) -> str:
    """A sentence as it stands in the middle of another one."""
    first, _, _ = text.partition(" ")
    return text[:1].lower() + text[1:] if first in _SMALL else text


def destination(names: tuple[str, ...], how: str, needs: Needs, here: StepNeeds) -> str:
    """The steps that follow, by number where they are not the next, and the outcomes in their own sentences."""
    ends = [needs.outcomes[name] for name in names if name in needs.outcomes]
    steps = [name for name in names if name not in needs.outcomes]
    one = len(steps) == 1 or how == "either"
    verb = f"follow{'s' if one and not _several(steps[-1]) else ''}{'' if one else ', side by side'}" if steps else ""
    named = [_named(name, needs, here) for name in steps]
    follow = [f"{listed(named, 'or' if how == 'either' else 'and')} {verb}."] if named else []
    return " ".join([*ends, *(sentence(each) if ends else each for each in follow)])


def _named(name: str, needs: Needs, here: StepNeeds) -> str:
    """A step by its name, with its number where it is not the next one."""
    if name == "next":
        return "the next in the line"
    places = {step.step: place for place, step in enumerate(needs.steps, 1)}
    number = "" if places[name] == places[here.step] + 1 else f" ({places[name]})"
    return f"the {in_words(name)}{number}"


def _several(name: str) -> bool:
    """Is a step called by a word in the plural?"""
    return name.endswith("s") and not name.endswith(("ss", "us", "is", "summons"))
