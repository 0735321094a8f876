"""The answer to "would this pass?" as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.procedure.library import procedure
from majlis.questions.asking import in_words, question_for
from majlis.questions.figures.not_known import DEPENDS, NOTHING_DUE
from majlis.questions.figures.under_readings import ALL, NONE
from majlis.questions.standing import LATEST
from majlis.render.alternatives import grouped
from majlis.render.page import BAD, FAINT, GOOD, OPEN, STRONG, Page, Part
from majlis.render.votes.chamber import chamber
from majlis.render.votes.vote_bar import WIDTH
from majlis.render.votes.vote_changes import PART, changes, effects
from majlis.render.votes.vote_drawn import drawn
from majlis.render.votes.vote_majorities import majorities
from majlis.render.votes.vote_not_known import bounds, not_known, under_readings
from majlis.render.votes.vote_picture import vote_svg
from majlis.render.words import cited, left_to, listed, number, reading_words, sentence
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from majlis.procedure.library import Procedure
    from majlis.questions.votes.vote import OtherReading, WouldPass

_INDENT = 2
_ELSEWHERE = "It leads where failing leads here."
_OPEN = {DEPENDS: "it depends on what is not known", NOTHING_DUE: "no majority is due"}


def vote_page(vote: WouldPass, width: int = WIDTH) -> Page:
    """The answer with its margin, what would change it, and the rule; its bar is no wider than so many columns."""
    its = procedure(vote.procedure)
    page = Page()
    page.line(*_answer(vote))
    for line in _remarks(vote):
        page.line(line)
    not_known(page, vote)
    _changes(page, vote)
    _alternatives(page, vote, its)
    _readings(page, vote)
    _missing(page, vote, its)
    majorities(page, vote, drawn(vote, answer_text(vote)), width)
    chamber(page, vote)
    _rule(page, vote)
    page.gap()
    page.line(Part(_colophon(vote, its), FAINT))
    return page


def vote_picture(vote: WouldPass) -> str:
    """The picture of the answer as an SVG document. Raises InputError where no figures say who votes how."""
    picture = drawn(vote, answer_text(vote))
    if picture is None:
        raise InputError("there is nothing to draw", remedy="Give --in-favour, --votes, --chamber or --roll-call")
    return vote_svg(picture)


def answer_text(vote: WouldPass) -> str:
    """The first sentence of the answer as plain text."""
    return "".join(part.text for part in _answer(vote))


def _answer(vote: WouldPass) -> list[Part]:
    if vote.ungoverned:
        return [Part("No majority is set. ", OPEN), Part(vote.ungoverned)]
    if vote.impossible:
        only = f"only {number(vote.most or 0)} are {in_words(vote.bounded_by)}"
        needed = f"{number(vote.required or 0)} needed, and {only}"
        figures = f" {_figures(vote)}" if vote.actual is not None else ""
        return [Part("Cannot pass", BAD), Part(f": {needed}.{figures}")]
    if vote.passes is None:
        settled = _open(vote) if vote.settled is None else _in_any_case(vote)
        given = bounds(vote)
        told = ", ".join(filter(None, (given, _needs(vote) if vote.required is not None else "")))
        onward = "" if vote.settled is None or _of_candidates(vote) else _next_if(vote)
        return [Part(settled, STRONG), Part(f"{f': {told}' if told else ''}.{onward}")]
    word = Part(_passes(vote), GOOD) if vote.passes else Part(_fails(vote), BAD)
    return [word, Part(f": {_figures(vote)}{_next(vote)}")]


def _in_any_case(vote: WouldPass) -> str:
    """That it passes or fails whatever is not known; under other readings it may not."""
    elected = vote.not_known.elected if vote.not_known and vote.not_known.candidates else None
    words = "Passes" if vote.settled else "Fails"
    if elected is not None:
        words = f"{listed(elected, 'or')} is elected" if vote.settled else "Nobody is elected"
    alike = vote.under is None or vote.under.answer in (ALL, NONE) or len(vote.under.combinations) < 2
    return f"{words} in any case{'' if alike else ', under the readings taken here'}"


def _of_candidates(vote: WouldPass) -> bool:
    return bool(vote.candidates or (vote.not_known and vote.not_known.candidates))


def _next_if(vote: WouldPass) -> str:
    """What follows of an answer that is settled whatever is not known."""
    event = "passed" if vote.settled else "failed"
    target = getattr(procedure(vote.procedure).file.steps[procedure(vote.procedure).order[vote.step]], event)
    return "" if target and target.silent else "".join(f" {each}" for each in _leads_to(vote, event))


def _passes(vote: WouldPass) -> str:
    word = f"{listed(vote.leaders)} is elected" if vote.leaders else "Passes"
    if vote.margin is None:
        return word
    if not vote.margin:
        return f"{word}, exactly" if vote.leaders else f"{word} exactly"
    return f"{word} with {number(vote.margin)} to spare"


def _fails(vote: WouldPass) -> str:
    margin = abs(vote.margin or 0)
    by = f" by {number(margin)}" if margin else ""
    if len(vote.leaders) > 1:
        return "Nobody is elected"
    return f"Nobody is elected, {number(margin)} short" if vote.leaders else f"Fails{by}"


def _next(vote: WouldPass) -> str:
    """What follows: outcomes in their own sentences, and the steps that come next; or what the text leaves open."""
    if vote.silences:
        told = (f"{sentence(each.says)} {left_to(each.left_to)}".rstrip() for each in vote.silences)
        return "".join(f" {each}" for each in told)
    return "".join(f" {each}" for each in _leads_to(vote, "passed" if vote.passes else "failed"))


def _leads_to(vote: WouldPass, event: str) -> list[str]:
    """Where passing or failing leads, in sentences."""
    its = procedure(vote.procedure)
    onward = vote.follows.get(event, ())
    outcomes = its.file.outcomes
    target = getattr(its.file.steps[its.order[vote.step]], event)
    steps = [in_words(name) for name in onward if name not in outcomes]
    joint = "and" if target and target.both else "or"
    told = [sentence(outcomes[name]) for name in onward if name in outcomes]
    return [*told, f"Next: {listed(steps, joint)}."] if steps else told


def _open(vote: WouldPass) -> str:
    spans = vote.not_known.spans if vote.not_known else {}
    return "Not known yet" if vote.required is not None and vote.actual is None and not spans else "It depends"


def _figures(vote: WouldPass) -> str:
    """What there is and what is needed: 4 in favour, needs 5 of 9 seats, by the article."""
    if vote.required is None and vote.actual is not None:
        every = "enough for every majority" if vote.passes else "too few for any majority"
        counted = f"{number(vote.actual)} {in_words(vote.counted)}"
        return f"{counted}, {every} that {cited(vote.provision)} may ask for."
    if vote.required is None:
        return f"by {cited(vote.provision)}." if vote.provision else "whichever provision is due."
    return f"{_actual(vote)}{_needs(vote)}."


def _actual(vote: WouldPass) -> str:
    """What there is: 4 in favour; in an election the votes of those who lead."""
    if vote.actual is None:
        return ""
    if vote.leaders:
        have = "has" if len(vote.leaders) == 1 else "have"
        return f"{listed(vote.leaders)} {have} {number(vote.actual)} votes{' each' if have == 'have' else ''}, "
    return f"{number(vote.actual)} {in_words(vote.counted)}, "


def _needs(vote: WouldPass) -> str:
    seats = f" of {number(vote.seats)} seats" if vote.seats is not None else ""
    share = f" ({vote.share})" if vote.share else ""
    return f"needs {number(vote.required or 0)}{seats}{share}, by {cited(vote.provision)}"


def _remarks(vote: WouldPass) -> list[str]:
    found = []
    if vote.first_fails:
        found.append("With so few votes the first vote would have failed by itself.")
    if vote.required is not None and PART in vote.share:
        found.append(f"The number is a share ({vote.share}): it changes with that figure.")
    found += _unlisted(vote)
    found += effects(vote)
    found += [f"{cited(each.provision)} is broken: {each.says}" for each in vote.broken]
    found += filter(None, (under_readings(vote),))
    others = [each for each in vote.norms if each.provision != vote.provision]
    found += [
        f"{cited(each.provision)}: {in_words(each.result)}. {each.says}" for each in others if vote.required is not None
    ]
    return found


def _unlisted(vote: WouldPass) -> list[str]:
    """Valid votes of which it is not said for whom they are, where another candidate may have more of them."""
    valid = vote.split.get(Position.IN_FAVOUR, 0) + vote.split.get(Position.AGAINST, 0)
    others = valid - sum(vote.candidates.values())
    if not vote.candidates or others <= max(vote.candidates.values()):
        return []
    return [f"Of {number(others)} votes it is not said for whom they are: another candidate may have more."]


def _changes(page: Page, vote: WouldPass) -> None:
    told = [] if len(vote.leaders) > 1 else list(changes(vote))
    if told:
        page.heading(_would(vote))
    for each in told:
        page.line(each[0].lower() + each[1:], indent=_INDENT, hang=_INDENT)


def _would(vote: WouldPass) -> str:
    if vote.leaders:
        return f"{listed(vote.leaders)} would {'not ' if vote.passes else ''}be elected if"
    return f"It would {'fail' if vote.passes else 'pass'} if"


def _alternatives(page: Page, vote: WouldPass, its: Procedure) -> None:
    if vote.alternatives:
        page.heading(f"Not given: {' '.join(question_for(its, name) for name in vote.missing)}")
    for word, style, cases, needs in grouped(vote.alternatives):
        tone = {"good": GOOD, "bad": BAD}.get(style, OPEN)
        page.line(Part(word, tone), f" {cases}{needs}.", indent=_INDENT, hang=_INDENT)


def _readings(page: Page, vote: WouldPass) -> None:
    turning = [each for each in vote.readings if each.turns]
    if turning:
        page.heading("Depends on")
    for question in dict.fromkeys(each.question for each in turning):
        several = [each for each in turning if each.question == question]
        page.line(several[0].asks, Part(f" ({question})", FAINT), indent=_INDENT, hang=_INDENT)
        page.line(
            Part(reading_words(question, several[0].taken), STRONG),
            ": taken here.",
            indent=_INDENT + _INDENT,
            hang=_INDENT,
        )
        for each in several:
            page.line(
                Part(reading_words(question, each.reading), STRONG),
                f": {_under(vote, each)} {sentence(each.source)}",
                indent=_INDENT + _INDENT,
                hang=_INDENT,
            )


def _under(vote: WouldPass, each: OtherReading) -> str:
    if each.turned_round and each.passes is not None:
        leads = " ".join(_leads_to(vote, "passed" if each.passes else "failed"))
        return f"There the vote is one on the opposite. {leads or _ELSEWHERE}"
    other = _OPEN.get(each.answer, "it is open")
    answer = {True: "it passes", False: "it fails", None: other}[each.passes]
    return sentence(f"{answer}, {number(each.required)} needed" if each.required is not None else answer)


def _missing(page: Page, vote: WouldPass, its: Procedure) -> None:
    next_told = vote.not_known and vote.not_known.next
    if vote.missing and not (vote.alternatives or vote.ungoverned or next_told or vote.settled is not None):
        page.heading("Not known")
        for name in vote.missing:
            page.line(question_for(its, name), Part(f" ({name})", FAINT), indent=_INDENT, hang=_INDENT)


def _other_steps(vote: WouldPass) -> str:
    """The other steps at which a majority decides."""
    return f" (--step asks for {listed(vote.other_steps, 'or')})" if vote.other_steps else ""


def _rule(page: Page, vote: WouldPass) -> None:
    shown = [each for each in vote.norms if each.provision == vote.provision or vote.required is None]
    if shown:
        page.heading("The rule")
    for each in shown:
        page.line(Part(cited(each.provision), STRONG), f": {each.says}", indent=_INDENT, hang=_INDENT)
        if each.provision in vote.doubts:
            page.line(Part(f"In doubt: {vote.doubts[each.provision]}", FAINT), indent=2 * _INDENT, hang=_INDENT)
        if each.doubt:
            page.line(Part(each.doubt, FAINT), indent=2 * _INDENT, hang=_INDENT)


def _colophon(vote: WouldPass, its: Procedure) -> str:
    why = ", the latest (--date or --edition ask for another)" if vote.chosen_by == LATEST else ""
    doubt = f"; it is doubtful whether the edition of {vote.doubtful} was in force already" if vote.doubtful else ""
    matters = its.law.constitution.matters
    titles = {name: f" ({matters[name].title})" for name in map(str, vote.given.values()) if name in matters}
    given = "".join(f", {in_words(name)} {value}{titles.get(str(value), '')}" for name, value in vote.given.items())
    asked = f"{vote.procedure}{given}, step {vote.step}{_other_steps(vote)}"
    return f"{asked}; edition {vote.edition}{why}{doubt}; engine {vote.engine}."
