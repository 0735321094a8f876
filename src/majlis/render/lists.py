"""The lists of what there is, as pages and as CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.render.page import FAINT, STRONG, Page, Part
from majlis.render.words import day, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.questions.listing import EditionListed, ProcedureListed, ProvisionListed, ScenarioListed

_INDENT = 2


def procedures_page(found: Iterable[ProcedureListed]) -> Page:
    """Each procedure with its steps and the facts that a case may give."""
    page = Page()
    for each in found:
        page.line(Part(each.procedure, STRONG), f"  {each.title}")
        page.line(f"Steps: {', '.join(each.steps)}.", indent=_INDENT, hang=_INDENT)
        page.line(f"Ends: {', '.join(each.outcomes)}.", indent=_INDENT, hang=_INDENT)
        for name, asks in each.facts.items():
            page.line(f"Fact {name}: {asks}", indent=_INDENT, hang=_INDENT)
    return page


def editions_page(found: Iterable[EditionListed]) -> Page:
    """Each edition with its first day, or the window in which that falls."""
    page = Page()
    for each in found:
        sure = each.earliest == each.latest
        first = (
            f"in force from {day(each.earliest)}"
            if sure
            else f"in force from a day between {day(each.earliest)} and {day(each.latest)}"
        )
        page.line(
            Part(f"{each.constitution}, edition {each.edition}", STRONG),
            f", {each.title}: {first}{f' to {day(each.last)}' if each.last else ''}.",
            hang=_INDENT,
        )
        ended = f" On the end: {sentence(each.ended)}" if each.ended else ""
        page.line(Part(f"Source: {sentence(each.source)}{ended}", FAINT), indent=_INDENT, hang=_INDENT)
    return page


def scenarios_page(found: Iterable[ScenarioListed]) -> Page:
    """Each case with its title and what is expected of it."""
    page = Page()
    for each in found:
        page.line(Part(each.file, STRONG))
        expected = f" ({in_words(each.expected)})" if each.expected else ""
        page.line(f"{sentence(each.title)}{expected}", indent=_INDENT, hang=_INDENT)
    return page


def provisions_page(found: Iterable[ProvisionListed]) -> Page:
    """Each provision, run by run of editions, with its numbers."""
    page = Page()
    for each in found:
        page.line(Part(each.provision, STRONG), f"  {each.kind}, {listed(each.editions)}", hang=_INDENT)
        page.line(each.says, indent=_INDENT, hang=_INDENT)
        if each.numbers:
            page.line(f"In figures: {each.numbers}.", indent=_INDENT, hang=_INDENT)
    return page


def provisions_csv(found: Iterable[ProvisionListed]) -> str:
    """The provisions as CSV, with a header; editions are joined by blanks."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("provision", "editions", "kind", "numbers", "says"))
    for each in found:
        writer.writerow((each.provision, " ".join(each.editions), each.kind, each.numbers, each.says))
    return text.getvalue()
