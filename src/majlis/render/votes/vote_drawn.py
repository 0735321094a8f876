"""What the picture of an answer shows: its blocs or positions, or its candidates, and every majority of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words
from majlis.questions.votes.other_majorities import MajorityUse
from majlis.render.votes.hemicycle import IN_FAVOUR, Group, Hemicycle, Mark
from majlis.render.votes.hemicycle_said import NOT_KNOWN
from majlis.render.votes.position_words import STANDING
from majlis.render.votes.tally import Row, Tally
from majlis.render.words import cited, sentence
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from majlis.questions.votes.vote import WouldPass
    from majlis.voting.chamber import Chamber

# From left to right: those in favour first, seats that nobody holds last.
_ORDER = (
    Position.IN_FAVOUR,
    None,
    Position.ABSTAINING,
    Position.INVALID,
    Position.NOT_VOTING,
    Position.ABSENT,
    Position.AGAINST,
    Position.VACANT,
)


def drawn(vote: WouldPass, answer: str) -> Hemicycle | Tally | None:
    """The picture of an answer, which is said in a sentence; None where the figures do not say who votes how."""
    title = procedure(vote.procedure).file.title
    subtitle = tuple(sentence(each) for each in _about(vote))
    if vote.candidates:
        return Tally(title, tuple(_rows(vote)), _counted(vote), _marks(vote), subtitle, answer, "votes")
    groups = _blocs(vote.chamber.chamber) if vote.chamber else _standing(vote)
    if not sum(each.seats for each in groups):
        return None
    counted_as = in_words(vote.counted) if vote.counted else IN_FAVOUR
    counted = _seats_counted(vote, groups)
    return Hemicycle(title, tuple(groups), counted, _marks(vote), subtitle, vote.body, answer, counted_as)


def _about(vote: WouldPass) -> Iterator[str]:
    """The matter, the step and the edition."""
    matters = procedure(vote.procedure).law.constitution.matters
    yield from (matters[str(value)].title for value in vote.given.values() if str(value) in matters)
    yield f"{in_words(vote.step)}, edition of {vote.edition}"
    if vote.chamber and vote.chamber.chamber.title:
        yield vote.chamber.chamber.title


def _blocs(chamber: Chamber) -> list[Group]:
    """A group for each bloc, in the order of their positions."""
    found = [Group(bloc.name, bloc.position, bloc.seats) for bloc in chamber.blocs]
    if chamber.vacancies:
        found.append(Group(STANDING[Position.VACANT], Position.VACANT, chamber.vacancies))
    return sorted(found, key=lambda each: _ORDER.index(each.position))


def _standing(vote: WouldPass) -> list[Group]:
    """The groups of a vote without blocs; where positions lack, the rest of the seats is not known."""
    groups = list(_positions(vote) if vote.split else _bounds(vote))
    rest = (vote.seats or 0) - sum(each.seats for each in groups)
    if groups and rest > 0:
        groups.append(Group(NOT_KNOWN, None, rest))
    return sorted(groups, key=lambda each: _ORDER.index(each.position))


def _positions(vote: WouldPass) -> Iterator[Group]:
    """A group for each position that anybody has; nothing is known of those of whom no more is told."""
    for position in _ORDER:
        if position is None:
            yield from (Group(NOT_KNOWN, None, vote.split[each]) for each in vote.untold if vote.split.get(each))
        elif vote.split.get(position) and position not in vote.untold:
            yield Group(STANDING[position], position, vote.split[position])


def _bounds(vote: WouldPass) -> Iterator[Group]:
    """The seats of a body where only bounds are known of those who are counted: they, those who may be, the rest."""
    if vote.between is None or vote.seats is None:
        return
    lowest, highest = _counted(vote)
    counted = next((each for each in Position if each.value == vote.counted), Position.IN_FAVOUR)
    yield Group(STANDING[counted], counted, lowest)
    yield Group(f"perhaps {STANDING[counted]}", None, highest - lowest)
    yield Group("others", None, vote.seats - highest)


def _rows(vote: WouldPass) -> Iterator[Row]:
    """The candidates, most votes first, then the valid votes for others and those that are not valid."""
    known = sorted(vote.candidates.items(), key=lambda each: -each[1])
    yield from (Row(who, votes, votes) for who, votes in known)
    valid = vote.split.get(Position.AGAINST, 0) + vote.split.get(Position.IN_FAVOUR, 0)
    others = valid - sum(vote.candidates.values())
    if others > 0 and Position.AGAINST not in vote.untold:
        yield Row("others", others, others)
    invalid = vote.split.get(Position.INVALID, 0)
    if invalid and Position.INVALID not in vote.untold:
        yield Row("invalid", invalid, invalid, Position.INVALID)


def _seats_counted(vote: WouldPass, groups: Iterable[Group]) -> tuple[int, int]:
    """The same of seats: where nothing is said of those in favour, all may be of whom nothing is known."""
    if vote.between is None and not vote.chamber and Position.IN_FAVOUR not in vote.split:
        return 0, sum(each.seats for each in groups if each.position is None)
    return _counted(vote)


def _counted(vote: WouldPass) -> tuple[int, int]:
    """The lowest and the highest number that is counted for it."""
    number = vote.split.get(Position.IN_FAVOUR, 0)
    lowest, highest = vote.between or (number, number)
    return lowest, (vote.seats or lowest) if highest is None else highest


def _marks(vote: WouldPass) -> tuple[Mark, ...]:
    """A mark for each majority that is known as a number, with what it is asked for."""
    found: dict[int, list[MajorityUse]] = {}
    for each in vote.majorities:
        if each.required is not None:
            found.setdefault(each.required, []).extend(each.uses)
    if vote.required is not None and vote.provision:
        found.setdefault(vote.required, [MajorityUse(vote.provision, "")])
    return tuple(
        Mark(votes, _asked_for(vote, uses), due=votes == vote.required) for votes, uses in sorted(found.items())
    )


def _asked_for(vote: WouldPass, uses: Sequence[MajorityUse]) -> str:
    """What a majority is asked for: here, or first of all in the text; and how many other things."""
    first = next((use for use in uses if use.provision == vote.provision), uses[0])
    others = len({use.about for use in uses} - {first.about})
    what = f"{first.about.rstrip('.')} ({cited(first.provision)})" if first.about else cited(first.provision)
    return f"{what} and {others} more" if others else what
