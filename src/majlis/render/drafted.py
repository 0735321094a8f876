"""A draft as a page: the road that it must take first, then what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.compared import changes
from majlis.render.editions_compared import effects_part
from majlis.render.needed import names_of, rule_words, title, who
from majlis.render.page import BAD, FAINT, GOOD, OPEN, STRONG, Page, Part
from majlis.render.words import cited, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.compare.bars import Bar
    from majlis.questions.compare.drafts import DraftCompared
    from majlis.questions.compare.road import Road, Roads, Said
    from majlis.questions.needs import Rule, StepNeeds
    from majlis.render.needed import Names

_INDENT, _HANG = 3, 2
# What a road asks for: how many, by when, on which condition. Who acts stands with the step.
_INSTEAD = (
    "Barred as an addition: whether it may be put into the text by the other road instead, the text does not say."
)
_TOLD = ("threshold", "quorum", "deadline", "interval", "precondition", "eligibility")


def draft_page(found: DraftCompared) -> Page:
    """The road, then what the draft changes, then what of it does not show."""
    page = Page()
    page.line(Part(f"{found.folder}: a draft for {found.constitution}, against the edition of {found.edition}", STRONG))
    page.heading("The road")
    _roads(page, found.road)
    page.heading("What it changes")
    changes(page, found.changed)
    page.heading("What it does to cases")
    if found.effects:
        effects_part(page, found.effects)
    else:
        page.line(found.unproved)
    for name in found.without_effect:
        page.gap()
        page.line(
            Part(name, STRONG),
            f" differs from the file in force, and nothing of that shows in the edition of {found.edition}: "
            "an override of an edition, or of a reading, stands in front of what was edited.",
        )  # fmt: skip
    return page


def _roads(page: Page, found: Roads) -> None:
    page.line(_why(found))
    if found.taken == "none":
        return
    for place, road in enumerate(found.roads):
        page.gap()
        if place and found.taken == "addition":
            page.line(_INSTEAD)
            page.gap()
        _road(page, road)
    if found.alone:
        page.gap()
        _alone(page, found, found.alone)
    if found.undecided:
        page.gap()
        said = f"The text leaves it open ({cited(found.undecided.provision)}). {found.undecided.note}".rstrip()
        page.line(Part("A change or an addition? ", STRONG), said)


def _why(found: Roads) -> str:
    """Which road it is, and by which provisions of the draft."""
    added, within = (listed(map(cited, each)) for each in (found.added, found.within))
    if found.taken == "change":
        said = {"alters": found.altered, "drops": found.dropped}
        verbs = listed(f"{verb} {listed(map(cited, those))}" for verb, those in said.items() if those)
        return f"It is a change: it {verbs}." if verbs else "It is a change, since the text knows no additions."
    if found.taken == "addition":
        return f"It is an addition: it adds {added}, and alters and drops nothing."
    if found.taken == "none":
        return "None: it changes nothing that the text says."
    if within:
        also = f", and {added} beside" if added else ""
        return (
            f"It can be taken for a change or for an addition: it adds {within} to paragraphs that stand{also}, "
            "and alters and drops nothing."
        )
    return (
        "It can be taken for a change or for an addition: it lets other things follow than the procedures do now, "
        "and states no provision for it."
    )


def _road(page: Page, road: Road) -> None:
    page.line(Part(sentence(road.title).rstrip("."), STRONG), f" ({road.needs.procedure}):")
    for said in road.by:
        page.line(_said(said), indent=_INDENT, hang=_HANG)
    for bar in road.bars:
        if bar.articles:
            _bar(page, bar)
    if free := [cited(bar.provision) for bar in road.bars if not bar.articles]:
        one = "bars" if len(free) == 1 else "bar"
        page.line(
            Part("Not in its way", GOOD),
            f": {listed(free)}, which {one} other articles only.",
            indent=_INDENT,
            hang=_HANG,
        )
    names = names_of(road.needs)
    told: set[tuple[str, str]] = set()
    for step in road.needs.steps:
        _step(page, step, names, told)


def _said(said: Said) -> str:
    return f"{said.says.rstrip('.')} ({cited(said.provision)})."


def _bar(page: Page, bar: Bar) -> None:
    """A provision in the way, with what it leaves open."""
    articles = f"Article{'s' if len(bar.articles) > 1 else ''} {listed(bar.articles)}"
    barred = Part(f"Barred if {bar.only_if}", OPEN) if bar.only_if else Part("Barred", BAD)
    why = f", since it touches {articles}: {bar.says.rstrip('.')} ({cited(bar.provision)})."
    page.line(barred, why, indent=_INDENT, hang=_HANG)
    for open_ in (bar.note, bar.doubt):
        if open_:
            page.line(Part(open_, FAINT), indent=2 * _INDENT, hang=_HANG)
    for each in bar.unless:
        words = f"Not barred under the reading {each.question}={each.reading}: {each.source.rstrip('.')}."
        page.line(Part(words, FAINT), indent=2 * _INDENT, hang=_HANG)


def _step(page: Page, step: StepNeeds, names: Names, told: set[tuple[str, str]]) -> None:
    """A step of the road, where it asks for something or the text is silent there."""
    rules = [each for each in step.rules if each.kind in _TOLD and not _ruled_out(each)]
    silences = [each.silent for each in step.follows if each.silent]
    fresh = [each for each in rules if (each.provision, each.says) not in told]
    told |= {(each.provision, each.says) for each in rules}
    if not (rules or silences or step.by):
        return
    by = who(step, names)
    name = f"At any time: {title(step)}" if step.alongside else title(step)
    page.line(Part(name, STRONG), f", {by}." if by else "", indent=_INDENT, hang=_HANG)
    for rule in fresh:
        page.line(rule_words(rule, names), indent=2 * _INDENT, hang=_HANG)
    if again := [rule.provision for rule in rules if rule not in fresh]:
        page.line(f"Again {listed(again)}.", indent=2 * _INDENT)
    for silence in dict.fromkeys(silences):
        page.line(Part(silence, OPEN), indent=2 * _INDENT, hang=_HANG)


def _ruled_out(rule: Rule) -> bool:
    """Is its wording not known, so that there is nothing to tell of it?"""
    return bool(rule.doubt)


def _alone(page: Page, found: Roads, road: Road) -> None:
    """That what a draft adds could go another way if it stood alone."""
    barred = [bar for bar in road.bars if bar.articles and not bar.only_if]
    but = f"; there {listed(cited(bar.provision) for bar in barred)} would bar it" if barred else ""
    by = listed(_citations(road))
    page.line(
        Part("By itself ", STRONG),
        f"{listed(map(cited, found.added))} could be {road.title} ({by}){but}. With the rest it goes the road above.",
    )


def _citations(road: Road) -> Iterator[str]:
    return (cited(said.provision) for said in road.by)
