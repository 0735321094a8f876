"""What two editions make otherwise of cases, as a page: each difference with the case that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.render.compared import changes
from majlis.render.page import BAD, FAINT, GOOD, OPEN, STRONG, Page, Part
from majlis.render.words import cited, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.questions.compare.changed import ProvisionChange
    from majlis.questions.compare.differences import CourseEffect, Effects, Hole, OtherReading, ProvisionEffect, Shown
    from majlis.questions.compare.editions import EditionsCompared

_INDENT, _HANG = 3, 2
_STYLES = {"added": GOOD, "dropped": BAD, "changed": OPEN, "same": OPEN}
_HEADS = {
    "changed": "Changed",
    "added": "Added",
    "dropped": "Dropped",
    "same": "The same in words, and other in effect",
}
# Conditions stand in the rules in terms of a program: that they were others is said, and not how they read.
_PROGRAM_WORDS = {"applies": "it applied in other cases", "requires": "it asked for something else"}
_PROGRAM = tuple(f"{key} was " for key in _PROGRAM_WORDS)
_DOUBTS = {
    "doubted wording": "The wording is doubted",
    "English reading": "It may be the English text alone",
    "other texts": "The two sides rest on other texts, so it may be a matter of translation",
}


def editions_page(found: EditionsCompared) -> Page:
    """What the later edition has otherwise, in effect: provisions, then steps and silences, then what stays."""
    page = Page()
    page.line(Part(f"{found.constitution}: the edition of {found.after} against that of {found.before}", STRONG))
    if found.effects is None:
        page.line(found.unproved)
        changes(page, found.changed)
        return page
    effects_part(page, found.effects, {each.provision: each for each in found.changed.provisions})
    page.gap()
    page.line(Part("With --json each case stands there as a scenario, to be decided under both.", FAINT))
    return page


def effects_part(page: Page, found: Effects, texts: Mapping[str, ProvisionChange] | None = None) -> None:
    """Add all differences in effect to a page. With `texts`, the wordings are shown on both sides."""
    texts = texts or {}
    page.line(_summary(found), hang=_HANG)
    for how, head in _HEADS.items():
        if several := [each for each in _amended(found) if each.text == how]:
            page.heading(head)
            for each in several:
                _provision(page, each, texts.get(each.provision))
    _courses(page, found.courses)
    for how, head in (("opened", "Silences that are opened"), ("closed", "Silences that are closed")):
        _holes(page, [each for each in found.holes if each.how == how and not each.not_amended], head)
    _not_amended(page, found, texts)
    _rest(page, found)


def _amended(found: Effects) -> list[ProvisionEffect]:
    """The provisions that have another effect, without those of which nobody amended the text."""
    return [each for each in found.provisions if each.effect == "other" and not each.not_amended]


def _not_amended(page: Page, found: Effects, texts: Mapping[str, ProvisionChange]) -> None:
    """What the rules have otherwise though nobody amended the text, and the silences that hang on that alone."""
    if several := [each for each in found.provisions if each.not_amended]:
        page.heading("No change of the text")
        for each in several:
            _provision(page, each, texts.get(each.provision))
            page.line(Part(" ".join(each.not_amended), OPEN), indent=_INDENT, hang=_HANG)
    for how in ("opened", "closed"):
        _holes(
            page, [each for each in found.holes if each.how == how and each.not_amended],
            f"Silences that are {how} without a change of the text",
        )  # fmt: skip


def _summary(found: Effects) -> str:
    other = _amended(found)
    counts = {how: sum(each.text == how for each in other) for how in _HEADS}
    said = [f"{count} {how}" for how, count in counts.items() if count and how != "same"]
    by_others = f", and {counts['same']} that have another effect through these" if counts["same"] else ""
    if apart := sum(bool(each.not_amended) and each.effect == "other" for each in found.provisions):
        by_others += f", and {apart} that {'is' if apart == 1 else 'are'} otherwise without a change of the text"
    kept = f"{found.unchanged} provisions are proved to be the same in effect over all cases."
    shown = f"{listed(said)}{by_others}, each with a case that shows it" if said else "No provision has another effect"
    return f"Provisions: {shown}. {kept}"


def _provision(page: Page, each: ProvisionEffect, text: ProvisionChange | None) -> None:
    page.line(
        Part(cited(each.provision), STRONG), " ", Part(f"({each.kind})", FAINT), f": {_says(each, text)}", hang=_HANG
    )
    if each.shown:
        _shown(page, each.shown)
    if each.by:
        page.line(f"Through {listed(map(cited, each.by))}.", indent=_INDENT, hang=_HANG)
    for doubt in each.doubts:
        page.line(Part(f"{_DOUBTS[doubt.why]}: {doubt.says}", FAINT), indent=_INDENT, hang=_HANG)


def _says(each: ProvisionEffect, text: ProvisionChange | None) -> str:
    if each.replaces:
        return f"{each.says} Before ({cited(each.replaces)}): {each.before}"
    if text is None or each.text != "changed" or text.before == text.after:
        was = [said for said in text.was if not said.startswith(_PROGRAM)] if text else []
        was += [_PROGRAM_WORDS[key] for key in _PROGRAM_WORDS if text and key in text.keys]
        return f"{each.says} Before, {listed(was)}." if was else each.says
    return f"{text.after} Before: {text.before}"


def _shown(page: Page, shown: Shown) -> None:
    page.line(Part(shown.sentence, OPEN), indent=_INDENT, hang=_HANG)
    undone = f" Not so under {_readings(shown.not_under)}." if shown.not_under else ""
    page.line(Part(f"{shown.title} ({shown.procedure}).{undone}", FAINT), indent=_INDENT, hang=_HANG)


def _readings(found: Iterable[OtherReading]) -> str:
    return listed((f"{each.question}={each.reading}" for each in found), "or")


def _courses(page: Page, found: tuple[CourseEffect, ...]) -> None:
    if not found:
        return
    page.heading("Other steps, or another line of succession")
    for each in found:
        page.line(Part(each.title, STRONG), f" ({each.procedure})")
        if each.shown:
            page.line(Part(each.shown.sentence, OPEN), indent=_INDENT, hang=_HANG)
        else:
            said = "Cases end alike: proved." if each.effect == "same" else f"Not decided: {each.why}."
            page.line(said, indent=_INDENT, hang=_HANG)


def _holes(page: Page, found: list[Hole], head: str) -> None:
    """The silences, each once with the procedures in which it is met."""
    together: dict[str, list[Hole]] = {}
    for each in found:
        together.setdefault(each.says, []).append(each)
    if together:
        page.heading(head)
    for says, several in together.items():
        where = listed(f"{each.procedure}, {in_words(each.step)}" for each in several)
        page.line(Part(says, OPEN), f" ({where})", hang=_HANG)
        shown = next((each.shown for each in several if each.shown), None)
        page.line(Part(shown.sentence if shown else several[0].why, FAINT), indent=_INDENT, hang=_HANG)


def _rest(page: Page, found: Effects) -> None:
    """What is the same in effect though not in words, what no step is judged by, and what is not decided."""
    rest = [each for each in found.provisions if not each.not_amended]
    same = [each for each in rest if each.effect == "same" and each.text != "same"]
    _names(page, "Worded otherwise, and proved to be the same in effect", same)
    _names(page, "No step is judged by them", [each for each in rest if each.effect == "unused"], texts=True)
    if undecided := [each for each in found.provisions if each.effect == "not decided"]:
        page.heading("Not decided")
        for each in undecided:
            page.line(Part(cited(each.provision), STRONG), f": {sentence(each.why)}", indent=_INDENT, hang=_HANG)
    if read := [each for each in found.provisions if each.only_under and each.text == "same"]:
        page.heading("The same by default, and other under a reading")
        for each in read:
            page.line(f"{cited(each.provision)}: {_readings(each.only_under)}", indent=_INDENT, hang=_HANG)
    if found.alone:
        page.heading("Procedures of one side only")
        page.line(listed(found.alone), indent=_INDENT)


def _names(page: Page, head: str, several: list[ProvisionEffect], *, texts: bool = False) -> None:
    if several:
        page.heading(head)
    for each in several:
        how = f" ({each.text})" if texts else ""
        page.line(f"{cited(each.provision)}{how}: {each.says}", indent=_INDENT, hang=_HANG)
