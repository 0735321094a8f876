"""What a procedure needs, as one page of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.questions.standing import LATEST
from majlis.render.consequences import consequences
from majlis.render.needed import names_of, rule_words, ruling, title, who
from majlis.render.page import FAINT, STRONG, Page, Part
from majlis.render.words import listed, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.questions.needs import Needs, StepNeeds
    from majlis.render.needed import Names

_INDENT, _HANG = 3, 2
Told = dict[tuple[str, str], str]


def needs_page(needs: Needs, *, matters: bool = False) -> Page:
    """Step by step: who acts, which majority is due, by when, and what follows.

    With `matters`, the matters that the procedure is about are listed instead of being counted.
    """
    names = names_of(needs)
    page = Page()
    page.line(Part(heading(needs), STRONG))
    page.line(Part(colophon(needs), FAINT))
    page.gap()
    told: Told = {}
    for mark, step in marked(needs):
        if bare(step):
            continue
        by = who(step, names)
        page.line(Part(f"{mark} {title(step)}", STRONG), f", {by}." if by else "", hang=_INDENT)
        _rules(page, step, names, told)
        _follow(page, step, needs)
    if others := [in_words(step.step) for step in needs.steps if bare(step)]:
        page.line(Part("At any time:", STRONG), f" {listed(others)}.", hang=_INDENT)
    if needs.matters and needs.matter is None:
        _matters(page, needs.matters, every=matters)
    return page


def heading(needs: Needs) -> str:
    """What the procedure is, and about what."""
    about = f", on {needs.matters[needs.matter]} ({needs.matter})" if needs.matter else ""
    return f"{needs.title}{about}"


def colophon(needs: Needs) -> str:
    """By what name, edition and readings it was asked for."""
    latest = ", the latest" if needs.chosen_by == LATEST else ""
    chosen = ", ".join(f"{question}={reading}" for question, reading in needs.readings.items())
    given = ", ".join(f"{name}={value}" for name, value in needs.given.items())
    further = f"{f'; readings {chosen}' if chosen else ''}{f'; given {given}' if given else ''}"
    return f"{needs.procedure}; edition {needs.edition}{latest}{further}."


def marked(needs: Needs) -> list[tuple[str, StepNeeds]]:
    """The steps with their numbers, those alongside last."""
    course = [step for step in needs.steps if not step.alongside]
    numbers = [(f"{place}.", step) for place, step in enumerate(course, 1)]
    return numbers + [("At any time:", step) for step in needs.steps if step.alongside]


def bare(step: StepNeeds) -> bool:
    """Is this a step alongside of which there is nothing to say but its name?"""
    return step.alongside and not (step.by or step.rules or step.open)


def _rules(page: Page, step: StepNeeds, names: Names, told: Told) -> None:
    """The provisions at a step; one that was told before is only named again."""
    for rule in ruling(step):
        before = told.setdefault((rule.provision, rule.says), step.step)
        words = rule_words(rule, names, before if before != step.step else "")
        page.line(words, indent=_INDENT, hang=_HANG)


def _follow(page: Page, step: StepNeeds, needs: Needs) -> None:
    said = list(consequences(step, needs))
    if step.open:
        said.append(Part(f"Open to reading: {listed(map(in_words, step.open))}.", FAINT))
    parts = [part for each in said for part in (each, Part(" "))][:-1]
    if parts:
        page.line(*parts, indent=_INDENT)


def _matters(page: Page, matters: Mapping[str, str], *, every: bool) -> None:
    hint = "" if every else "; --matter narrows this page down to one, --matters lists them"
    page.line(Part("Matters", STRONG), f": {listed(numbered(matters))}{hint}.")
    for name, says in matters.items() if every else ():
        page.line(Part(name, STRONG), f"  {says}", indent=_INDENT, hang=_INDENT)
