"""Provisions explained, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.law.library import law
from majlis.questions.asking import in_words
from majlis.render.conditions import condition_words
from majlis.render.page import FAINT, OPEN, STRONG, Page, Part
from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.questions.explain import Explained
    from majlis.questions.stated import Figure, State

_INDENT = 2


def explained_page(found: tuple[Explained, ...]) -> Page:
    """Each provision: its editions, its readings, where it is used and what is silent there."""
    page = Page()
    for each in found:
        page.gap()
        page.line(Part(f"{each.constitution}/{each.cite}", STRONG), f"  {each.article}, {each.kind}")
        for state in each.states:
            _state(page, state, law(each.constitution).constitution.actors())
        _readings(page, each)
        _uses(page, each)
        page.line(Part(f"Stated in {each.where}.", FAINT), indent=_INDENT)
    return page


def _figure(figure: Figure, titles: Mapping[str, str]) -> str:
    return f"{figure.much}, if {condition_words(figure.when, titles) or figure.when}" if figure.when else figure.much


def _state(page: Page, state: State, titles: Mapping[str, str]) -> None:
    page.line(Part(_editions(state.editions), STRONG), f": {state.says}", indent=_INDENT, hang=_INDENT)
    lines = [f"Changed: {'; '.join(state.changes)}." if state.changes else ""]
    lines += [f"In figures: {'; '.join(_figure(each, titles) for each in state.numbers)}." if state.numbers else ""]
    lines += [f"Who: {listed(state.actors)}." if state.actors else ""]
    lines += [sentence(f"Holds if {condition_words(state.applies, titles) or state.applies}") if state.applies else ""]
    lines += [f"Not known: {state.not_known}" if state.not_known else ""]
    lines += [
        f"Source: {sentence(state.source)}" if state.source else "",
        f"Note: {state.note}" if state.note else "",
    ]
    for line in filter(None, lines):
        page.line(
            Part(line, FAINT if line.startswith("Source") else "plain"),
            indent=_INDENT + _INDENT,
            hang=_INDENT,
        )


def _editions(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return f"Edition {names[0]}"
    return f"Editions {listed(names)}"


def _readings(page: Page, each: Explained) -> None:
    for question in dict.fromkeys(reading.question for reading in each.readings):
        several = [reading for reading in each.readings if reading.question == question]
        page.line(
            Part("Open to reading", OPEN),
            f": {several[0].asks}",
            Part(f" ({question})", FAINT),
            indent=_INDENT,
            hang=_INDENT,
        )
        for reading in several:
            default = " (taken by default)" if reading.default else ""
            source = f": {sentence(reading.source)}" if reading.source else "."
            page.line(
                Part(in_words(reading.reading), STRONG),
                f"{default}{source}",
                indent=_INDENT + _INDENT,
                hang=_INDENT,
            )


def _uses(page: Page, each: Explained) -> None:
    if not each.uses:
        page.line("No procedure uses it.", indent=_INDENT)
    for use in each.uses:
        page.line(f"It {use.how} the {in_words(use.step)} of {use.procedure}.", indent=_INDENT, hang=_INDENT)
    for silence in dict.fromkeys(silence for use in each.uses for silence in use.silences):
        page.line(Part("Silent there", OPEN), f": {sentence(silence)}", indent=_INDENT + _INDENT, hang=_INDENT)
