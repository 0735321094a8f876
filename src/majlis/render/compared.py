"""What differs between two states of the law as a page: provision by provision, and how one case ends under both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.render.page import BAD, FAINT, GOOD, OPEN, STRONG, Page, Part
from majlis.render.side_by_side import FOUND_WORDS, outcome, side_by_side
from majlis.render.words import cited, listed

if TYPE_CHECKING:
    from majlis.questions.compare.changed import Changed, ProvisionChange
    from majlis.questions.compare.editions import EditionsCompared
    from majlis.questions.compare.one_case import CaseCompared, FoundOtherwise
    from majlis.questions.compare.steps_changed import ProcedureChange, StepChange

_STYLES = {"added": GOOD, "dropped": BAD, "changed": OPEN}
_INDENT, _HANG = 3, 2
NO_CHANGE = "No provision and no procedure differs."


def case_page(found: CaseCompared) -> Page:
    """In one sentence what differs, then both verdicts side by side."""
    page = Page()
    page.line(Part(in_one_sentence(found), STRONG))
    page.gap()
    page.blocks += side_by_side(dict(zip(found.labels, (found.before, found.after), strict=True))).blocks
    return page


def in_one_sentence(found: CaseCompared) -> str:
    """How a case ends under each of the two, and which provision turns it."""
    one, other = found.labels
    turning = min((each for each in found.otherwise if each.before != each.after), key=_absent, default=None)
    if found.same:
        what = listed(dict.fromkeys(cited(each.provision) for each in found.otherwise))
        but = f", though not all is found alike: see {what}" if what else ", and nothing is found otherwise"
        return f"The verdict is the same under {one} and {other}{but}."
    ends = [_end(each.outcome, outcome(each), wrong=each.exit == 1) for each in (found.before, found.after)]
    because = f": {_turned(turning, one, other)}" if turning else ""
    return f"Under {one} {ends[0]}, under {other} {ends[1]}{because}."


def _end(reached: str | None, words: str, *, wrong: bool) -> str:
    ended = f"the outcome is “{words}”" if reached else f"it {words}" if words.startswith("awaits") else "it stays open"
    return f"{ended}, with a breach" if wrong else ended


def _absent(each: FoundOtherwise) -> int:
    """How little a provision says of the difference: most where both sides have it, least where it is gone."""
    return 0 if each.before and each.after else 1 if each.after else 2


def _turned(each: FoundOtherwise, one: str, other: str) -> str:
    return f"{cited(each.provision)} {_result(each.before)} under {one} and {_result(each.after)} under {other}"


def _result(result: str) -> str:
    words = FOUND_WORDS.get(result, result)
    return words if words.startswith("does ") else f"is {words}" if words else "has no part"


def editions_page(found: EditionsCompared) -> Page:
    """What the later edition has otherwise."""
    page = Page()
    page.line(Part(f"{found.constitution}: the edition of {found.after} against that of {found.before}", STRONG))
    changes(page, found.changed)
    return page


def changes(page: Page, found: Changed) -> None:
    """Add all that differs: the norms themselves, then what is only said about them, then the procedures."""
    amended = [each for each in found.provisions if each.amends]
    for each in amended:
        page.gap()
        _provision(page, each)
    for each in found.provisions:
        if each.not_amended:
            page.gap()
            page.line(Part("No change of the text: ", STRONG), cited(each.provision), ". ", " ".join(each.not_amended))
    if other := [each for each in found.provisions if not each.amends and not each.not_amended]:
        page.gap()
        said = (f"{cited(each.provision)} ({listed(map(in_words, each.about))})" for each in other)
        page.line(Part("Only what is said about the text: ", STRONG), f"{listed(said)}.", hang=_HANG)
    for procedure in found.procedures:
        page.gap()
        _procedure(page, procedure)
    if found.frame:
        page.gap()
        said = (f"{in_words(each.name)} ({each.part}) is {each.how}" for each in found.frame)
        page.line(Part("Beside the provisions: ", STRONG), f"{listed(said)}.", hang=_HANG)
    if not (found.provisions or found.procedures or found.frame):
        page.gap()
        page.line(NO_CHANGE)


def _provision(page: Page, each: ProvisionChange) -> None:
    page.line(Part(cited(each.provision), STRONG), " is ", Part(each.how, _STYLES[each.how]), f" ({each.kind})")
    if each.how == "changed" and each.before == each.after:
        page.line(each.after, indent=_INDENT, hang=_HANG)
    else:
        for label, says in (("Before", each.before), ("After", each.after)):
            if says:
                page.line(f"{label}: {says}", indent=_INDENT, hang=_HANG)
    for was in each.was:
        page.line(f"Before, {was}.", indent=_INDENT, hang=_HANG)
    where = [f"used by {listed(map(cited, each.procedures))}" if each.procedures else "", each.where]
    if said := "; ".join(filter(None, where)):
        page.line(Part(f"{said[:1].upper()}{said[1:]}.", FAINT), indent=_INDENT, hang=_HANG)


def _procedure(page: Page, each: ProcedureChange) -> None:
    page.line(Part(each.title, STRONG), f" ({each.procedure}) is ", Part(each.how, _STYLES[each.how]))
    for step in each.steps:
        page.line(_step(step), indent=_INDENT, hang=_HANG)
    if each.keys:
        page.line(f"Beside the steps: {listed(map(in_words, each.keys))}.", indent=_INDENT, hang=_HANG)


def _step(step: StepChange) -> str:
    keys = f" in {listed(map(in_words, step.keys))}" if step.keys else ""
    provisions = f" (governed by {listed(step.provisions)})" if step.provisions else ""
    return f"The step {in_words(step.step)} is {step.how}{keys}{provisions}."
