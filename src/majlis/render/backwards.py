"""Latest days counted back from an end, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words, questions_of
from majlis.render.conditions import condition_words
from majlis.render.page import FAINT, OPEN, STRONG, Page, Part
from majlis.render.words import cited, day, listed, sentence

if TYPE_CHECKING:
    from majlis.procedure.library import Procedure
    from majlis.questions.latest_days import Back, Backwards, LatestDay

_INDENT = 3


def backwards_page(found: Backwards) -> Page:
    """When it must begin at the latest, then the latest day of every step with its count."""
    page, its = Page(), procedure(found.procedure)
    page.line(Part(found.title, STRONG), f" ({found.procedure})")
    page.line(Part(sentence(f"counted back from {day(found.by)}; edition {found.edition}"), FAINT))
    page.gap()
    _answer(page, found)
    for note in found.notes:
        page.line(Part(sentence(note), OPEN), hang=_INDENT)
    page.heading("Step by step")
    rows: list[tuple[Part | str, ...]] = [(_name(each), _day(each.whole), _day(each.at_once)) for each in found.steps]
    page.table(("step", "latest, if all take the whole period", "latest, if all act at once"), rows)
    page.gap()
    for each in found.steps:
        _step(page, each, its)
    if found.other_ends:
        page.gap()
        page.line(
            Part(f"Other ends can be asked for with --to: {listed(found.other_ends, 'or')}.", FAINT), hang=_INDENT
        )
    return page


def _answer(page: Page, found: Backwards) -> None:
    first = found.steps[0]
    end = in_words(found.target)
    page.line(
        f'To reach "{end}" by {day(found.by)}, {_begin(first)} must come by ',
        Part(f"{_day(first.whole)} at the latest", STRONG),
        f" if everybody after that takes the whole period, and by {_day(first.at_once)} if everybody acts at once.",
        hang=_INDENT,
    )
    if aside := [in_words(each.step) for each in found.steps if each.no_period]:
        page.line(f"The text sets no period for the {listed(aside)}: that is counted as done at once.", hang=_INDENT)
    if found.says:
        page.line(Part(f"The end: {sentence(found.says)}", FAINT), hang=_INDENT)


def _begin(first: LatestDay) -> str:
    return f'the day "{in_words(first.step)}"' if first.fact else f"the {in_words(first.step)}"


def _name(each: LatestDay) -> Part:
    return Part(f'the day "{in_words(each.step)}"' if each.fact else in_words(each.step).capitalize(), STRONG)


def _day(iso: str | None) -> str:
    return day(iso) if iso else "-"


def _step(page: Page, each: LatestDay, its: Procedure) -> None:
    who = f", by {listed(each.actors, 'or')} ({each.by})" if each.actors else ""
    page.line(_name(each), f"{who}.", hang=_INDENT)
    if each.no_period:
        page.line("The text sets no period for it.", indent=_INDENT, hang=_INDENT)
    for back in each.backs:
        page.line(*_back(back, its), indent=_INDENT, hang=_INDENT)


def _back(back: Back, its: Procedure) -> list[Part]:
    held = condition_words(back.applies, its.law.constitution.actors(), questions_of(its)) if back.applies else ""
    condition = f", if {held}" if held else ", if it applies" if back.applies else ""
    return [
        Part(f"{in_words(back.step).capitalize()} {back.period} ({cited(back.provision)}{condition}): "),
        Part(sentence(back.counting), FAINT),
    ]
