"""What a procedure needs, as one page of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words
from majlis.questions.standing import LATEST
from majlis.render.conditions import condition_words
from majlis.render.page import FAINT, OPEN, STRONG, Page, Part
from majlis.render.words import listed, number, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.questions.needs import Follows, MajorityDue, Needs, Rule, StepNeeds

_INDENT = 3
_EVENT = {
    "done": "Then",
    "passed": "If it passes",
    "failed": "If it fails",
    "ungoverned": "If no provision decides it",
    "late": "If it comes too late",
    "missed": "If it never comes",
    "exhausted": "If nobody is left in the line",
}


def needs_page(needs: Needs) -> Page:
    """Step by step: who acts, which majority is due, by when, and what follows."""
    frame = procedure(needs.procedure).law.constitution
    titles = frame.actors()
    page = Page()
    about = f", on {needs.matters[needs.matter]} ({needs.matter})" if needs.matter else ""
    page.line(Part(f"{needs.title}{about}", STRONG))
    latest = ", the latest" if needs.chosen_by == LATEST else ""
    page.line(Part(f"{needs.procedure}; edition {needs.edition}{latest}.", FAINT))
    for place, step in enumerate((each for each in needs.steps if not each.alongside), 1):
        _step(page, step, needs, titles, f"{place}. ")
    for step in needs.steps:
        if step.alongside:
            _step(page, step, needs, titles, "At any time: ")
    _matters(page, needs)
    return page


def _step(page: Page, step: StepNeeds, needs: Needs, titles: Mapping[str, str], mark: str) -> None:
    page.gap()
    acts = [in_words(act) for act in step.acts if act != step.step]
    kind = f" ({listed(acts, 'or')})" if acts else "" if step.acts or step.line else " (a test; nobody acts)"
    page.line(Part(f"{mark}{in_words(step.step).capitalize()}", STRONG), kind)
    if step.by:
        page.line("Who: ", _who(step.by), Part(f" ({step.by.provision})", FAINT), indent=_INDENT, hang=_INDENT)
    if step.line:
        page.line(
            f"In turn: {', then '.join(titles.get(each, each) for each in step.line)}.",
            indent=_INDENT,
            hang=_INDENT,
        )
    for rule in step.rules:
        if step.by is None or rule.provision != step.by.provision:
            _rule(page, rule, titles)
    for follows in step.follows:
        _follows(page, follows, needs)


def _who(rule: Rule) -> str:
    return sentence(listed(rule.actors, "or")) if rule.actors else rule.says


def _rule(page: Page, rule: Rule, titles: Mapping[str, str]) -> None:
    vote = any(due.seats is not None or due.share for due in rule.majorities)
    label = {"threshold": "Majority" if vote else "Number", "deadline": "Period", "interval": "Period"}.get(
        rule.kind, "Rule"
    )
    page.line(f"{label}: {rule.says}", Part(f" ({rule.provision})", FAINT), indent=_INDENT, hang=_INDENT)
    details = [_majority(each, titles, first=not place) for place, each in enumerate(rule.majorities)]
    details += [sentence(rule.period)] if rule.period else []
    condition = condition_words(rule.applies, titles) if rule.applies else ""
    details += [sentence(f"This holds if {condition}")] if condition else []
    details += [rule.doubt] if rule.doubt else []
    for each in details:
        page.line(each, indent=_INDENT + _INDENT, hang=_INDENT)


def _majority(due: MajorityDue, titles: Mapping[str, str], *, first: bool) -> str:
    seats = f" of {number(due.seats)} seats" if due.seats is not None else ""
    much = f"{number(due.votes)} {in_words(due.counted)}{seats}" if due.votes is not None else due.share
    if not due.when:
        return sentence(much if first else f"otherwise {much}")
    return sentence(f"{much}, if {condition_words(due.when, titles) or due.when}")


def _follows(page: Page, follows: Follows, needs: Needs) -> None:
    event = _EVENT.get(follows.event, f"On {in_words(follows.event)}")
    if not follows.silent:
        page.line(f"{event}: {_to(follows.to, follows.how, needs)}", indent=_INDENT, hang=_INDENT)
        return
    left = f" It is left to the {follows.left_to}." if follows.left_to else ""
    on = " The procedure goes on all the same." if follows.how == "goes on" else ""
    then = f" If the record goes on: {_to(follows.then, 'either', needs)}" if follows.then else ""
    page.line(
        f"{event}: ",
        Part("the text is silent. ", OPEN),
        f"{sentence(follows.silent)}{left}{on}{then}",
        indent=_INDENT,
        hang=_INDENT,
    )


def _to(names: tuple[str, ...], how: str, needs: Needs) -> str:
    if len(names) == 1 and names[0] in needs.outcomes:
        return needs.outcomes[names[0]]
    named = [
        "the next in the line" if name == "next" else f"the {in_words(name)}"
        for name in names
        if name not in needs.outcomes
    ]
    ends = [needs.outcomes[name] for name in names if name in needs.outcomes]
    verb = "follows" if len(named) == 1 or how == "either" else "follow, side by side"
    follow = [f"{listed(named, 'or' if how == 'either' else 'and')} {verb}."] if named else []
    return " ".join([*ends, *follow])


def _matters(page: Page, needs: Needs) -> None:
    if needs.matters and needs.matter is None:
        page.heading("Matters (--matter narrows this page down to one)")
    for name, title in needs.matters.items() if needs.matter is None else ():
        page.line(Part(name, STRONG), f"  {title}", indent=_INDENT, hang=_INDENT)
