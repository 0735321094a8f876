"""A timeline as a page: bars, every step with its limits and their count, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words, question_for
from majlis.questions.timed import Standing, State
from majlis.render.limits import further_words, limit_lines
from majlis.render.page import FAINT, OPEN, STRONG, Page, Part
from majlis.render.state_words import STYLE, limit_state
from majlis.render.timeline_bars import bars
from majlis.render.words import cited, day, listed, sentence

if TYPE_CHECKING:
    from majlis.questions.timed import TimedStep, Timeline

INDENT, WIDTH = 3, 78

_STANDINGS = {
    Standing.NOW: "May be done now",
    Standing.NOT_YET: "Not yet",
    Standing.UNSAID: "The text does not say whether it may follow",
    Standing.NO_LONGER: "No longer",
}


def timeline_page(found: Timeline, width: int = WIDTH) -> Page:
    """What comes next, the bars, then step by step the dates, the provisions and their counts."""
    page = Page()
    page.line(Part(found.title, STRONG), f" ({found.procedure})" if found.title else found.procedure)
    page.line(Part(_colophon(found), FAINT))
    if found.outcome:
        word = "The procedure has come to its end" if found.status == "concluded" else "So far"
        page.line(f"{word}: {sentence(found.says)}", hang=INDENT)
    for note in found.notes:
        page.line(Part(sentence(note), OPEN), hang=INDENT)
    _next(page, found)
    if any(each.done or any(limit.begun for limit in each.limits) for each in found.steps):
        page.gap()
        bars(page, found, width)
    page.heading("Steps")
    for number, step in enumerate(found.steps, 1):
        _step(page, f"{number}.", step, found)
    if found.missing and not found.plan:
        asked = " ".join(question_for(procedure(found.procedure), name) for name in found.missing)
        page.gap()
        page.line(Part(f"Not known, and open because of it: {asked}", OPEN), hang=INDENT)
    if found.depends_on:
        asked = listed(in_words(each) for each in found.depends_on)
        page.gap()
        page.line(f"Dates depend on how the text is read: {asked}.", hang=INDENT)
    return page


def _colophon(found: Timeline) -> str:
    editions = f"{'edition' if len(found.editions) == 1 else 'editions'} {listed(found.editions)}"
    chosen = ", ".join(f"{question}={reading}" for question, reading in found.chosen.items())
    given = ", ".join(f"{in_words(name)} {value}" for name, value in found.given.items())
    parts = [f"as of {day(found.as_of)}" if found.as_of else "no day is given", editions]
    parts += [f"readings {chosen}"] if chosen else []
    parts += [f"given {given}"] if given else []
    return sentence("; ".join(parts))


def _next(page: Page, found: Timeline) -> None:
    """The next deadline, then what may be done now, what not yet and what no longer."""
    page.heading("What comes next")
    for number, name in enumerate(found.next):
        step = found.step(name)
        first = "Next deadline: " if number == 0 else "Then: "
        page.line(Part(first), *_due(step), indent=INDENT, hang=INDENT)
    for standing, words in _STANDINGS.items():
        steps = [each for each in found.steps if each.standing is standing and not each.alongside]
        names = [in_words(each.name) for each in steps if not each.barred]
        if names:
            page.line(f"{words}: {listed(names)}.", indent=INDENT, hang=INDENT)
    if barred := [each for each in found.steps if each.barred]:
        named = listed(f"{in_words(each.name)} ({listed(each.barred)})" for each in barred)
        page.line(f"The text stands against it now: {named}.", indent=INDENT, hang=INDENT)
    if all(each.standing is Standing.DONE for each in found.steps if not each.alongside):
        page.line("Nothing: every step has been taken.", indent=INDENT)


def _due(step: TimedStep) -> list[Part]:
    who = f", {listed(step.actors, 'or')}" if step.actors else ""
    binding = [each for each in step.limits if each.latest == step.latest and not each.applies]
    cites = ", ".join(cited(each.provision) for each in binding)
    return [
        Part(in_words(step.name), STRONG),
        Part(f"{who}, by {day(step.latest or '')} ({cites}): "),
        Part(limit_state(binding[0]), STYLE[step.state]),
        Part("."),
    ]


def _step(page: Page, mark: str, step: TimedStep, found: Timeline) -> None:
    acts = [in_words(act) for act in step.acts if act not in step.step or len(step.acts) > 1]
    name = in_words(step.name).capitalize() + (f" ({listed(acts, 'or')})" if acts and not step.act else "")
    by = f", by {listed(step.actors, 'or')} ({step.by})" if step.actors and step.standing is not Standing.DONE else ""
    page.line(Part(f"{mark} {name}", STRONG), Part(f"{by}: "), *_stands(step), hang=INDENT)
    its = procedure(found.procedure)
    for cite in step.barred:
        says = its.law.norm(cite).at(step.edition, found.chosen)
        page.line(Part(f"{cite}: {says.says if says else ''}", OPEN), indent=INDENT, hang=INDENT)
    for each in step.limits:
        for parts in limit_lines(each, step, its):
            page.line(*parts, indent=INDENT, hang=INDENT)
    for further in step.further:
        page.line(Part(further_words(further, done=step.standing is Standing.DONE), OPEN), indent=INDENT, hang=INDENT)
    for text in (*_between(step), *step.notes):
        page.line(Part(sentence(text), FAINT), indent=INDENT, hang=INDENT)


def _stands(step: TimedStep) -> list[Part]:
    """Whether a step was taken, and how it stands in a word."""
    if step.standing is Standing.DONE:
        act = f"{in_words(step.act)} " if step.act and step.act not in step.step else ""
        when = f"on {day(step.done)}" if step.done else "on a day that is not known"
        return [Part(f"{act}{'' if act else 'done '}{when}.")]
    if step.standing is Standing.NO_LONGER:
        return [Part(f"no longer; {_why_not(step)}.", STYLE[State.IMPOSSIBLE])]
    none = " No period is set for it here." if not step.limits and not step.further else ""
    if step.alongside:
        return [Part(f"beside the course.{none}")]
    return [Part(f"{_how(step)}.{none}")]


def _why_not(step: TimedStep) -> str:
    """Why a step can no longer come."""
    if step.state is State.OVERDUE:
        return "its period ran out, and the procedure ended with that"
    return "no day is left that would keep the text" if step.limits else "nothing leads to it any more"


def _how(step: TimedStep) -> str:
    """Whether a step may come, and after what."""
    if step.standing is Standing.NOW:
        return "may be done now"
    if step.standing is Standing.UNSAID:
        return "the text does not say whether it may follow"
    if step.barred:
        return "the text stands against it now"
    ways = [f"after {listed((f'the {in_words(each)}' for each in step.after), 'or')}"] if step.after else []
    missed = listed((f"the {in_words(each)}" for each in step.if_missed), "or")
    ways += [f"if {missed} does not come in time"] if missed else []
    return f"not yet, only {' or '.join(ways)}" if ways else "not yet; it may still follow"


def _between(step: TimedStep) -> list[str]:
    """Between which days a step can come whose start is still open."""
    if step.standing in (Standing.DONE, Standing.NO_LONGER) or (step.latest and step.latest == step.not_after):
        return []
    if step.not_after:
        return [f"at the latest on {day(step.not_after)}, if all before it take as long as they may"]
    return []
