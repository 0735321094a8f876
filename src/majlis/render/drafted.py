"""A draft as a page: the road that it must take first, then what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.compared import changes
from majlis.render.draft_bars import bars_part
from majlis.render.editions_compared import effects_part
from majlis.render.needed import names_of, rule_words, title, who
from majlis.render.page import OPEN, STRONG, Page, Part
from majlis.render.words import cited, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.compare.drafts import DraftCompared
    from majlis.questions.compare.road import Road, Roads, Said
    from majlis.questions.needs import Rule, StepNeeds
    from majlis.render.needed import Names

_INDENT, _HANG = 3, 2
_INSTEAD = (
    "Barred as an addition: whether it may be put into the text by the other road instead, the text does not say."
)
_OR_ELSE = "Or by the other road, if it is taken for a change:"
# What a road asks for: how many, by when, on which condition. Who acts stands with the step.
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
            page.line(_INSTEAD if found.roads[0].barred else _OR_ELSE)
            page.gap()
        _road(page, road)
    if found.alone:
        page.gap()
        _alone(page, found, found.alone)
    if found.undecided:
        page.gap()
        said = (f"The text leaves it open ({cited(found.undecided.provision)}).", found.undecided.note, found.practice)
        page.line(Part("A change or an addition? ", STRONG), " ".join(filter(None, said)))


def _why(found: Roads) -> str:
    """Which road it is, and by which provisions of the draft."""
    added, within = (listed(map(cited, each)) for each in (found.added, found.within))
    if found.taken == "change":
        said = {"alters": found.altered, "drops": found.dropped}
        verbs = listed(f"{verb} {listed(map(cited, those))}" for verb, those in said.items() if those)
        return f"It is a change: it {verbs}." if verbs else "It is a change, since the text knows no additions."
    if found.taken == "addition":
        return f"It may go as an addition: it adds {added}, and alters and drops nothing."
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
    bars_part(page, road.bars)
    names = names_of(road.needs)
    told: set[tuple[str, str]] = set()
    titles = {step.step: title(step) for step in road.needs.steps}
    for step in in_turn(road):
        ahead = road.ahead.get(step.step)
        when = f"Before {titles[ahead]}: " if ahead in titles else "At any time: " if step.alongside else ""
        _step(page, step, names, told, when)
    if road.in_force:
        page.line(Part("To come into force", STRONG), indent=_INDENT, hang=_HANG)
    for said in road.in_force:
        page.line(f"{_said(said)} {said.note}".rstrip(), indent=2 * _INDENT, hang=_HANG)


def in_turn(road: Road) -> list[StepNeeds]:
    """The steps of a road, with those at any time that another one needs put before it."""
    steps = road.needs.steps
    needed = {name: [step for step in steps if road.ahead.get(step.step) == name] for name in road.ahead.values()}
    placed = {step.step for first in needed.values() for step in first}
    return [each for step in steps if step.step not in placed for each in (*needed.get(step.step, ()), step)]


def _said(said: Said) -> str:
    return f"{said.says.rstrip('.')} ({cited(said.provision)})."


def _step(page: Page, step: StepNeeds, names: Names, told: set[tuple[str, str]], when: str) -> None:
    """A step of the road, where it asks for something or the text is silent there; `when` if it has no turn."""
    rules = [each for each in step.rules if each.kind in _TOLD and not _ruled_out(each)]
    silences = [each.silent for each in step.follows if each.silent]
    fresh = [each for each in rules if (each.provision, each.says) not in told]
    told |= {(each.provision, each.says) for each in rules}
    if not (rules or silences or step.by):
        return
    by = who(step, names)
    page.line(Part(f"{when}{title(step)}", STRONG), f", {by}." if by else "", indent=_INDENT, hang=_HANG)
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
