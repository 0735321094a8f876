"""Chances as a page: of one vote, for each majority, and of a whole procedure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from majlis.law.constitution import MATTER
from majlis.questions.asking import in_words
from majlis.questions.chances.likely_course import AWAITS, GOES_ON, OUTCOME, SILENCE, UNKNOWN
from majlis.questions.standing import LATEST
from majlis.render.page import BAD, FAINT, OPEN, STRONG, Page, Part
from majlis.render.words import counted_votes, day, listed, number, reading_words, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.questions.chances.likely_course import CourseChances, LikelyEnd, Turn, VoteChance, WayThere
    from majlis.voting.distribution import Distribution

MOST_WAYS = 8  # shown on a page; the data have them all
_INDENT = 2
_SHARE = 0.9
_MOST_ALIKE = 3  # numbers that are named one by one
_FINEST = 0.001  # what is nearer to nothing, or to certainty, is not told apart


def percent(chance: float) -> str:
    """A chance in hundredths, to one place: `100%` and `0%` only where it is certain."""
    if chance in (0, 1):
        return f"{chance:.0%}"
    if chance < _FINEST:
        return f"under {_FINEST:.1%}"
    return f"over {1 - _FINEST:.1%}" if chance > 1 - _FINEST else f"{chance:.1%}"


def between(lowest: float, highest: float) -> str:
    """A chance that lies between two; one that is the same for the reader is said once."""
    if lowest == highest or (percent(lowest) == percent(highest) and 0 < lowest < 1):
        return percent(lowest)
    if percent(lowest).startswith("over"):
        return percent(lowest)
    if highest == 1:
        return "anything from 0% to 100%" if lowest == 0 else f"at least {percent(lowest)}"
    most = percent(highest)
    if lowest == 0:
        return most if most.startswith("under") else f"at most {most}"
    return f"{percent(lowest)} to {most}"


def vote_chances(page: Page, majorities: Sequence[tuple[str, float, float]], votes: Distribution | None = None) -> None:
    """The chances of one vote: of each majority (in words, with lowest and highest chance), and the votes expected."""
    page.heading("Chances")
    rows: list[tuple[Part | str, ...]] = [(what, _toned(lowest, highest)) for what, lowest, highest in majorities]
    page.table(("Majority", "Chance that it is reached"), rows)
    if votes is not None:
        page.line(_expected(votes), indent=_INDENT, hang=_INDENT)


def chances_page(page: Page, found: CourseChances) -> None:
    """How likely each end of a procedure is, how it comes about, and what was taken for granted."""
    page.heading("How it may end")
    unknown = [each.end.kind == UNKNOWN for each in found.ends]
    if found.missing:
        _asked_for(page, found.missing, "This is" if all(unknown) else "A part of this is")
        if all(unknown):
            return
    page.table(("End", "Chance"), [(_end(each), _toned(each.lowest, each.highest)) for each in found.ends])
    if found.votes:
        page.heading("Votes, if it comes to them")
        page.table(("Vote", "Chance that it passes"), list(_votes(found.votes)))
    _ways(page, found)
    if found.open:
        page.heading("Nothing is known of these choices")
        advice = "The bounds hold however they are made. Chances can be given; those of one step add up to 1:"
        page.line(advice, indent=_INDENT, hang=_INDENT)
        page.line(Part(", ".join(f"{name}=P" for name in found.open), STRONG), indent=_INDENT, hang=_INDENT)
    page.heading("Taken for granted")
    for each in found.assumes:
        page.line(each, indent=_INDENT, hang=_INDENT)
    page.gap()
    page.line(Part(_colophon(found), FAINT))


def _expected(votes: Distribution) -> str:
    first, last = votes.interval(_SHARE)
    if votes.first == votes.last:
        return f"{counted_votes(votes.first)} in favour in any case."
    run = f"from {number(first)} to {number(last)}" if first < last else f"at {number(first)}"
    return (
        f"{votes.expected:,.1f} votes in favour on average, most likely {_likeliest(votes.equally_likely)}; "
        f"at least {_SHARE:.0%} of the chance lies {run}."
    )


def _likeliest(numbers: Sequence[int]) -> str:
    if len(numbers) <= _MOST_ALIKE:
        return listed(map(number, numbers), "or")
    return f"one of {number(len(numbers))} numbers from {number(numbers[0])} to {number(numbers[-1])}, equally likely"


def _asked_for(page: Page, missing: Sequence[str], this_is: str) -> None:
    """What has to be given before the chances can be followed to every end, as it is typed."""
    options = ", ".join(f"{_option(name)}=..." for name in missing)
    page.line(f"{this_is} not known without more: ", Part(options, STRONG), indent=_INDENT, hang=_INDENT)


def _option(name: str) -> str:
    return f"--field {name}" if "." in name else f"--{name}" if name == MATTER else f"--given {name}"


def _toned(lowest: float, highest: float) -> Part:
    return Part(between(lowest, highest), OPEN if lowest != highest else STRONG)


def _end(each: LikelyEnd) -> Part | str:
    end = each.end
    if end.kind == OUTCOME:
        return each.says or sentence(in_words(end.what))
    if end.kind == SILENCE:
        return Part(f"Open at {in_words(end.step)}: {end.what}", OPEN)
    if end.kind == GOES_ON:
        return Part(f"It goes on: {in_words(end.what)} comes once more.", OPEN)
    if end.kind == AWAITS:
        return Part(f"Nobody takes the step that is awaited: {in_words(end.what)}.", OPEN)
    return Part(
        f"Not known without {listed(filter(None, map(in_words, end.what.split(', ')))) or 'further facts'}.", BAD
    )


def _votes(votes: Sequence[VoteChance]) -> Iterator[tuple[Part | str, ...]]:
    """A row for each step, for its rounds together where they are alike."""
    for (step, lowest, highest), run in groupby(
        sorted(votes, key=lambda each: [other.step for other in votes].index(each.step)),
        key=lambda each: (each.step, each.lowest, each.highest),
    ):
        rounds = [each.round for each in run]
        turns = f", rounds {rounds[0]} to {rounds[-1]}" if len(rounds) > 1 else ""
        single = f", round {rounds[0]}" if rounds[0] > 1 and not turns else ""
        varies = " (what is needed depends on earlier votes)" if lowest != highest else ""
        yield f"{sentence(in_words(step)).rstrip('.')}{turns}{single}", f"{between(lowest, highest)}{varies}"


def _ways(page: Page, found: CourseChances) -> None:
    """The likeliest ways, those that hang on choices without a chance apart: their chances do not add up."""
    several = sorted((way for way in found.ways if way.turns), key=lambda way: -way.chance)
    if len(several) < 2:
        return
    drawn, chosen = [way for way in several if not way.chosen], [way for way in several if way.chosen]
    page.heading("How it comes about")
    _ways_of(page, found, drawn)
    if chosen:
        page.line("By choice, so that these do not add up:", indent=_INDENT)
        _ways_of(page, found, chosen)


def _ways_of(page: Page, found: CourseChances, several: Sequence[WayThere]) -> None:
    for way in several[:MOST_WAYS]:
        page.line(Part(_how_likely(way), STRONG), f": {_way(found, way)}", indent=_INDENT, hang=_INDENT)
    left = len(several) - MOST_WAYS
    if left > 0:
        page.line(f"And {number(left)} more, none of them likelier.", indent=_INDENT, hang=_INDENT)


def _how_likely(way: WayThere) -> str:
    """The chance of a way; one that is certain only once it is chosen has none that is worth telling."""
    if not way.chosen:
        return percent(way.chance)
    return "if so chosen" if way.chance == 1 else f"if so chosen, {percent(way.chance)}"


def _way(found: CourseChances, way: WayThere) -> str:
    ends = {each.end: each for each in found.ends}
    last = _end(ends[way.end])
    return f"{'; '.join(map(_turn, way.turns))}. {last.text if isinstance(last, Part) else last}"


def _turn(turn: Turn) -> str:
    name = in_words(turn.step) + (f" {turn.round}" if turn.round > 1 else "")
    if turn.follows:
        return f"after {name}: {in_words(turn.what)}"
    if turn.what:
        return f"{name}: {in_words(turn.what)}"
    if turn.least is None or turn.most is None:
        figures = ""
    else:
        run = number(turn.least) if turn.least == turn.most else f"{number(turn.least)} to {number(turn.most)}"
        figures = f"{run} {in_words(turn.counted)}"
    result = {True: "passes", False: "fails", None: ""}[turn.passes]
    return f"{name}: {', '.join(filter(None, (figures, result))) or 'whatever the figures'}"


def _colophon(found: CourseChances) -> str:
    why = ", the latest (--date or --edition ask for another)" if found.chosen_by == LATEST else ""
    doubt = f"; it is doubtful whether the edition of {found.doubtful} was in force already" if found.doubtful else ""
    given = "".join(f", {in_words(name)} {value}" for name, value in found.given.items())
    read = "".join(f"; {in_words(name)}: {reading_words(name, taken)}" for name, taken in found.chosen.items())
    chances = "".join(f"; {name} {percent(chance)}" for name, chance in found.chances.items())
    house = f"{found.chamber}, {number(found.seats)} seats" if found.chamber else f"{number(found.seats)} seats"
    return (
        f"{found.procedure}{given}; {house}; begun on {day(found.begins)}{chances}{read}; "
        f"edition {found.edition} throughout{why}{doubt}; exact, no simulation; engine {found.engine}."
    )
