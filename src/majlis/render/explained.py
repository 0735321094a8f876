"""Provisions explained, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.law.library import law
from majlis.questions.asking import in_words
from majlis.render.conditions import condition_words
from majlis.render.page import FAINT, OPEN, STRONG, Page, Part
from majlis.render.sources import sources
from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.law.constitution import Constitution
    from majlis.questions.explain import Explained, Reading
    from majlis.questions.stated import Figure, State

_INDENT = 2


def explained_page(found: tuple[Explained, ...]) -> Page:
    """Each provision: its editions, its readings, where it is used and what is silent there."""
    page = Page()
    for each in found:
        page.gap()
        page.line(Part(f"{each.constitution}/{each.cite}", STRONG), f"  {each.article}, {each.kind}")
        for state in each.states:
            _state(page, state, law(each.constitution).constitution)
        _readings(page, each)
        _uses(page, each)
        page.line(Part(f"It stands in {each.where}.", FAINT), indent=_INDENT)
    return page


def _figure(figure: Figure, titles: Mapping[str, str]) -> str:
    return f"{figure.much}, if {condition_words(figure.when, titles) or figure.when}" if figure.when else figure.much


def _state(page: Page, state: State, frame: Constitution) -> None:
    titles = frame.actors()
    page.line(Part(_editions(state.editions), STRONG), f": {state.says}", indent=_INDENT, hang=_INDENT)
    lines = [f"Changed: {'; '.join(state.changes)}." if state.changes else ""]
    lines += [f"In figures: {'; '.join(_figure(each, titles) for each in state.numbers)}." if state.numbers else ""]
    lines += [f"Who: {listed(state.actors)}." if state.actors else ""]
    lines += [sentence(f"Holds if {condition_words(state.applies, titles) or state.applies}") if state.applies else ""]
    lines += [f"Not known: {state.not_known}" if state.not_known else ""]
    lines += sources(state, frame.texts)
    lines += [f"Note: {state.note}" if state.note else ""]
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
    stands = {edition for state in each.states for edition in state.editions}
    for question in dict.fromkeys(reading.question for reading in each.readings):
        several = [reading for reading in each.readings if reading.question == question]
        raised = {edition for reading in several for edition in reading.editions}
        page.line(
            Part(f"Open to reading{_only(several, stands)}", OPEN),
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
                f"{default}{_only([reading], raised)}{source}",
                indent=_INDENT + _INDENT,
                hang=_INDENT,
            )


def _only(readings: list[Reading], of: set[str]) -> str:
    """Name the editions that have a reading, where they are not all of some."""
    having = list(dict.fromkeys(edition for reading in readings for edition in reading.editions))
    return f" in {listed(sorted(having))}" if set(having) != of else ""


def _uses(page: Page, each: Explained) -> None:
    if not each.uses:
        page.line("No procedure uses it.", indent=_INDENT)
    for silences in dict.fromkeys(use.silences for use in each.uses):
        for use in each.uses:
            if use.silences == silences:
                page.line(f"It {use.how} the {in_words(use.step)} of {use.procedure}.", indent=_INDENT, hang=_INDENT)
        for silence in dict.fromkeys(silences):
            page.line(Part("Silent there", OPEN), f": {sentence(silence)}", indent=_INDENT + _INDENT, hang=_INDENT)
