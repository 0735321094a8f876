"""Who acts for whom, and who must act next, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.procedure.model import ENDED
from majlis.questions.asking import in_words, question_for
from majlis.questions.who_acts import UNKNOWN, WAITS
from majlis.render.page import BAD, FAINT, OPEN, STRONG, Page, Part
from majlis.render.words import cited, day, left_to, limits, listed, sentence
from majlis.scenario.record import IN_OFFICE, VACANT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.verdict import SilenceMet, TimelineEntry
    from majlis.questions.who_acts import Holder, Line, Next, WhoActs

_INDENT, _HANG = 2, 3


def who_acts_page(found: WhoActs, label: str = "") -> Page:
    """Who acts now, the line of succession office by office, and the step that is awaited next.

    `label` stands above it, where it is one of several.
    """
    page = Page()
    if label:
        page.line(Part(f"{label}:", FAINT))
    asked = f"Who {'acts' if found.lines else 'must act next,'} on {day(found.as_of)}"
    page.line(Part(asked, STRONG), f" ({found.procedure})")
    for line in found.lines:
        _line(page, line, found)
    if found.lines:
        page.heading("Who must act next")
    for each in found.next:
        page.line(*_next(each), indent=_INDENT, hang=_INDENT)
    for text in () if found.next else _nobody(found):
        page.line(text, indent=_INDENT, hang=_INDENT)
    if found.depends_on:
        page.line(f"This depends on how the text is read: {listed(map(in_words, found.depends_on))}.", indent=_INDENT)
    if found.title:
        page.gap()
        page.line(Part(f"Case: {sentence(found.title)}", FAINT))
    if label:
        page.gap()
    return page


def _line(page: Page, line: Line, found: WhoActs) -> None:
    """The offices of a line in their order, then who of them acts, and what may have ended that."""
    page.line(f"The line of succession ({line.provision}, edition {line.edition}):", indent=_INDENT)
    for place, holder in enumerate(line.holders, 1):
        page.line(f"{place}. {sentence(_holder(holder))}", indent=2 * _INDENT, hang=_HANG)
    its = procedure(found.procedure)
    acted = line.acts or any(holder.state == ENDED for holder in line.holders)
    ended = [its.file.outcomes[t.outcome] for t in found.tracks if t.outcome and not (t.track == line.step and acted)]
    unsaid = [each for each in found.silences if line.open and each.says != line.silence]
    page.line(_acting(line, over=bool(ended), doubtful=bool(unsaid)), indent=_INDENT, hang=_INDENT)
    for says in ended:
        page.line(Part(f"{'Since then' if acted else 'Instead'}: {says}", STRONG), indent=_INDENT, hang=_INDENT)
    for silence in unsaid:
        page.line(Part(f"But: {_unsaid(silence)}", OPEN), indent=_INDENT, hang=_INDENT)


def _unsaid(silence: SilenceMet) -> str:
    """A silence with the provision at which it stands."""
    cite = cited(silence.provision)
    words = (sentence(silence.says), left_to(silence.left_to), "" if cite in silence.says else f"({cite})")
    return " ".join(filter(None, words))


def _holder(holder: Holder) -> str:
    """What is known of an office, as a sentence."""
    when = f" on {day(holder.left)}" if holder.left else ""
    how = f" ({in_words(holder.cause)})" if holder.cause else ""
    fell = f"fell vacant{when}{how}"
    match holder.state:
        case state if state == IN_OFFICE:
            return f"{holder.title} is in office, for all that the case says"
        case state if state == VACANT:
            return f"{holder.title}: the office {fell}, before its turn came"
        case state if state == ENDED:
            return f"{holder.title}: the line of succession has ended"
        case state if state == WAITS:
            return f"{holder.title}: the turn has not come{f', and the office {fell}' if holder.left else ''}"
        case state if state == UNKNOWN:
            return f"{holder.title}: how and when the office fell vacant is not known"
    on = "; the next in the line follows" if holder.follows == "next" else ""
    return f"{holder.title}: the office {fell}{on}"


def _acting(line: Line, *, over: bool, doubtful: bool) -> Part:
    """Who acts by a line; `over` if the case has come to an outcome since, `doubtful` if to a silence."""
    names = {holder.office: holder.title for holder in line.holders}
    if line.acts:
        did = "acted" if over else "acts by this line" if doubtful else "acts"
        says = "" if over or doubtful else f" {line.says}"
        return Part(f"{sentence(f'{names[line.acts]} {did} ({line.provision})')}{says}", STRONG)
    if last := next((holder.title for holder in line.holders if holder.state == ENDED), ""):
        return Part(sentence(f"{last} acted, until the line of succession ended ({line.provision})"), STRONG)
    if line.silence:
        return Part(f"Nobody is named to act: {sentence(line.silence)} ({line.provision})", OPEN)
    if not line.open:
        return Part("Nothing has led to it: nobody of the line acts.")
    if any(holder.state == UNKNOWN for holder in line.holders):
        return Part("Who of them acts is not known.", OPEN)
    return Part("Nobody of the line is left to act.", OPEN)


def _next(each: Next) -> Iterator[Part]:
    """An awaited step: its name, who may take it, and by when."""
    acts = [in_words(act) for act in each.acts if act not in each.step or len(each.acts) > 1]
    yield Part("Or: " if each.instead else "")
    yield Part(in_words(each.step).capitalize(), STRONG)
    yield Part(f" ({listed(acts, 'or')})" if acts else "")
    who = f", by {listed(each.actors, 'or')} ({each.provision}, edition {each.edition})" if each.actors else ""
    yield Part(f"{who}. ")
    for date in each.dates:
        yield _date(date)
    if not each.dates:
        yield Part("The text sets no period that runs now.")


def _date(date: TimelineEntry) -> Part:
    """The limits of a period, and whether they have passed."""
    passed = ", which has passed" if date.state == "overdue" else ""
    words = sentence(f"It is due {limits(date)} ({cited(date.provision)}){passed}")
    return Part(f"{words} ", BAD if passed else "plain")


def _nobody(found: WhoActs) -> Iterator[Part]:
    """Why no step is awaited."""
    told = {line.silence for line in found.lines}
    silent = [each for each in found.silences if each.says not in told and not any(line.open for line in found.lines)]
    yield from (Part(_unsaid(each), OPEN) for each in silent)
    if found.missing:
        its = procedure(found.procedure)
        yield Part(f"That depends on: {' '.join(question_for(its, name) for name in found.missing)}", OPEN)
    elif found.silences and not silent:
        yield Part("The text does not say.", OPEN)
    elif not found.silences:
        yield Part(f"Nobody: the procedure has come to its end. {'' if found.lines else found.says}".rstrip())
