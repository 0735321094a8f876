"""What a step needs, in sentences: who acts, which majority is due, by when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words, questions_of
from majlis.render.conditions import condition_words
from majlis.render.words import listed, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.questions.needs import MajorityDue, Needs, Rule, StepNeeds

_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?!\.?\w)")  # a number that is no part of a citation
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LABELS = {"quorum": "Quorum", "deadline": "Period", "interval": "Period"}


@dataclass(frozen=True, slots=True)
class Names:
    """How the actors of a procedure are called, and what its facts ask."""

    titles: Mapping[str, str]
    asks: Mapping[str, str]

    def condition(self, text: str) -> str:
        """A condition in words; empty where there is none, or none that reads well."""
        return condition_words(text, self.titles, self.asks) if text else ""


def names_of(needs: Needs) -> Names:
    """The names for the words of a procedure."""
    its = procedure(needs.procedure)
    return Names(its.law.constitution.actors(), questions_of(its))


def title(step: StepNeeds) -> str:
    """The name of a step, with the acts that take it where they are called otherwise."""
    acts = [in_words(act) for act in step.acts if act not in step.step or len(step.acts) > 1]
    return in_words(step.step).capitalize() + (f" ({listed(acts, 'or')})" if acts else "")


def who(step: StepNeeds, names: Names) -> str:
    """Who takes a step, by which provision; empty where none is named."""
    if step.line:
        order = ", then ".join(names.titles.get(each, each) for each in step.line)
        return f"in turn {order} ({step.line_by})"
    if step.by is None:
        return "a test of facts" if step.test else ""
    doubted = "; not known in this edition" if step.by.doubt else ""
    return f"by {listed(step.by.actors, 'or')} ({step.by.provision}{doubted})" if step.by.actors else ""


def ruling(step: StepNeeds) -> Iterator[Rule]:
    """The provisions to be told at a step: all but the one that says who acts, if it says no more."""
    if step.by and not step.by.actors:
        yield step.by
    yield from (each for each in step.rules if step.by is None or each.provision != step.by.provision)


def rule_words(rule: Rule, names: Names, before: str = "") -> str:
    """A provision in its own sentence, with its citation and the figures that the sentence does not have.

    `before` is the step at which the provision was told already: it is only named again then.
    """
    if rule.doubt:
        return f"{label(rule)}: {rule.doubt.rstrip('.')} ({rule.provision})."
    told = all_told(rule)
    held = names.condition(rule.applies)
    seats = next((due.seats for due in rule.majorities if due.seats is not None), None)
    aside = [_period(rule), f"of {number(seats)} seats" if told and seats is not None else ""]
    aside += [f"if {held}" if held and (told or not rule.majorities) else ""]
    bracket = ", ".join(filter(None, (rule.provision, *aside)))
    figures = sentence(f"It needs {majority_words(rule, names)}") if rule.majorities and not told else ""
    says = f"as at the {in_words(before)}" if before else rule.says.rstrip(".")
    return f"{label(rule)}: {says} ({bracket}). {figures}".rstrip()


def all_told(rule: Rule) -> bool:
    """Does the sentence of a rule have the majorities that are due, and no others?"""
    votes = {number(due.votes) for due in rule.majorities if due.votes is not None}
    compared = {each for due in rule.majorities for each in _NUMBER.findall(due.when)}
    complete = all(due.votes is not None for due in rule.majorities)
    return bool(votes) and complete and votes <= set(_NUMBER.findall(rule.says)) <= votes | compared


def _period(rule: Rule) -> str:
    """The period of a rule, or only what starts it where its sentence has the length."""
    if rule.period is None:
        return ""
    length = rule.period.length
    digits, _, rest = length.partition(" ")
    worded = f"{_WORDS[int(digits)]} {rest}" if digits.isdigit() and int(digits) < len(_WORDS) else length
    said = any(re.search(rf"\b{re.escape(each)}\b", rule.says) for each in (length, worded))
    return f"{'before' if rule.period.back else 'from'} {rule.period.start}" if said else str(rule.period)


def label(rule: Rule) -> str:
    """What kind of rule it is, in a word."""
    if rule.kind == "threshold":
        vote = any(due.seats is not None or due.share for due in rule.majorities)
        return "Majority" if vote or not rule.majorities else "Number"
    return _LABELS.get(rule.kind, "Rule")


def majority_words(rule: Rule, names: Names) -> str:
    """The majorities of a rule as one clause, each with its condition; empty where it sets none."""
    if not rule.majorities:
        return ""
    parts = [_majority(each, names, first=not place) for place, each in enumerate(rule.majorities)]
    several = len(parts) > 1
    held = names.condition(rule.applies)
    condition = f"{'; all this' if several else ''} if {held}" if held else ""
    return f"{listed(parts)}{condition}"


def _majority(due: MajorityDue, names: Names, *, first: bool) -> str:
    much = _much(due) if first or due.votes is None else number(due.votes)
    if due.when:
        return f"{much} if {names.condition(due.when) or due.when}"
    return much if first else f"{much} otherwise"


def _much(due: MajorityDue) -> str:
    if due.votes is None:
        return f'the figure "{in_words(due.counted)}" to be {due.share}' if due.counted else due.share
    seats = f" out of {number(due.seats)} seats" if due.seats is not None else ""
    return f"{number(due.votes)} {in_words(due.counted)}".rstrip() + seats
