"""Latest days counted back from an end, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words, questions_of
from majlis.questions.way import MISSED
from majlis.render.conditions import condition_words
from majlis.render.page import FAINT, OPEN, STRONG, Page, Part
from majlis.render.words import cited, day, listed, reading_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.library import Procedure
    from majlis.questions.latest_days import Back, Backwards, Bound, LatestDay, OtherBeginning

_INDENT = 3


def backwards_page(found: Backwards) -> Page:
    """When it must begin at the latest, then the latest day of every step with its count."""
    page, its = Page(), procedure(found.procedure)
    page.line(Part(found.title, STRONG), f" ({found.procedure})")
    page.line(Part(sentence(f"counted back from {day(found.by)}; edition {found.edition}"), FAINT))
    page.gap()
    _answer(page, found)
    for other in found.others:
        page.line(Part(_under(other, found), OPEN), hang=_INDENT)
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
    for said in _conditions(found):
        page.line(said, hang=_INDENT)
    page.line(Part(_end(found), FAINT), hang=_INDENT)


def _conditions(found: Backwards) -> Iterator[str]:
    """What the answer rests on: steps without a period, with one that may not hold, and steps that nobody takes."""
    if bare := [in_words(each.step) for each in found.steps if each.no_period]:
        yield f"The text sets no period for the {listed(bare)}: that is counted as done at once."
    if perhaps := [in_words(each.step) for each in found.steps if each.conditional]:
        yield (
            f"For the {listed(perhaps)} the text sets a period only under conditions, which are named below: where "
            "none of them is met, the text sets no period there, and no beginning is safe then."
        )
    for each in found.steps:
        if each.lapse == MISSED:
            yield f"Nobody does the {in_words(each.step)} on this way: the day is that on which its period runs out."
        elif each.lapse:
            yield f"The {in_words(each.step)} comes on this way only when its period is over."


def _end(found: Backwards) -> str:
    named = f'"{in_words(found.target)}"'
    taken = f"The end, as none was named: {named}." if found.by_default else f"The end: {named}."
    return f"{taken} {sentence(found.says)}" if found.says else taken


def _under(each: OtherBeginning, found: Backwards) -> str:
    """The beginning under another reading."""
    under = f"Under the reading '{reading_words(each.question, each.reading)}' of {in_words(each.question)}"
    if each.whole is None:
        return f"{under}: no way leads to the end."
    alone = each.step == found.beginnings()[0].step and len(_of_reading(found, each)) == len(found.beginnings()) == 1
    named = "" if alone else f"{_starting(each, found)} by "
    return f"{under}: {named}{_day(each.whole)} / {_day(each.at_once)}."


def _of_reading(found: Backwards, one: OtherBeginning) -> list[OtherBeginning]:
    return [each for each in found.others if (each.question, each.reading) == (one.question, one.reading)]


def _starting(each: OtherBeginning, found: Backwards) -> str:
    fact = procedure(found.procedure).file.facts.get(each.step)
    return f'the day "{in_words(each.step)}"' if fact else f"the {in_words(each.step)}"


def _begin(first: LatestDay) -> str:
    if not first.fact:
        return f"the {in_words(first.step)}"
    return f'the day "{in_words(first.step)}"{", if it starts the period," if first.alternative else ""}'


def _name(each: LatestDay) -> Part:
    name = f'the day "{in_words(each.step)}"' if each.fact else in_words(each.step).capitalize()
    aside = ", if it starts the period" if each.alternative else ""
    aside = (" (not done: its period runs out)" if each.lapse == MISSED else " (too late)") if each.lapse else aside
    return Part(f"{name}{aside}", STRONG)


def _day(iso: str | None) -> str:
    return day(iso) if iso else "-"


def _step(page: Page, each: LatestDay, its: Procedure) -> None:
    who = f", by {listed(each.actors, 'or')} ({each.by})" if each.actors else ""
    page.line(_name(each), f"{who}.", hang=_INDENT)
    if each.no_period:
        page.line("The text sets no period for it.", indent=_INDENT, hang=_INDENT)
    for bound in each.bounds:
        page.line(*_bound(bound, its), indent=_INDENT, hang=_INDENT)
    for back in each.backs:
        page.line(*_back(back, its), indent=_INDENT, hang=_INDENT)


def _bound(bound: Bound, its: Procedure) -> list[Part]:
    """A period that does not start on the way: with its day, or as a condition."""
    said = f"{bound.period[:1].upper()}{bound.period[1:]} ({cited(bound.provision)}{_condition(bound.applies, its)})"
    if not bound.day:
        return [Part(f"{said}: that day is not given, so this remains a condition.")]
    return [Part(f"{said}: "), Part(sentence(bound.counting), FAINT)]


def _back(back: Back, its: Procedure) -> list[Part]:
    said = (
        f"{in_words(back.step).capitalize()} {back.period} ({cited(back.provision)}{_condition(back.applies, its)}): "
    )
    return [Part(said), Part(sentence(back.counting), FAINT)]


def _condition(applies: str, its: Procedure) -> str:
    held = condition_words(applies, its.law.constitution.actors(), questions_of(its)) if applies else ""
    return f", if {held}" if held else ", if it applies" if applies else ""
